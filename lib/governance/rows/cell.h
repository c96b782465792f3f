/* SPDX-License-Identifier: MIT */
/*
 * A cell of the sign-off matrix being judged: what its kinds share. Where nothing is decided yet, what is lacking is
 * pending and never "not met": there is still time. After a decision, an act that leaves no trace by its nature (who
 * named the drafter) is undetermined where it is not recorded; one that the organisation must be able to show is not
 * met.
 */
#ifndef PDOC_GOVERNANCE_CELL_H
#define PDOC_GOVERNANCE_CELL_H

#include "governance/rows/judged_rows.h"
#include "governance/rows/matrix.h"

struct pdoc__matrix_cell {
    struct pdoc__judge *judge;
    const struct pdoc__route_duty *duty;
    struct pdoc__way way;
    struct pdoc__row_answer *out; /* what is being said */
    struct pdoc__row_answer *all; /* what was told before: pdoc__cell_tell */
};

typedef void pdoc__cell_judge(struct pdoc__matrix_cell *cell);

/* cell_drafting.c */
pdoc__cell_judge pdoc__judge_drafting;
pdoc__cell_judge pdoc__judge_nomination;
pdoc__cell_judge pdoc__judge_support;
/* cell_consulting.c */
pdoc__cell_judge pdoc__judge_consultation;
pdoc__cell_judge pdoc__judge_scrutiny;
/* cell_deciding.c */
pdoc__cell_judge pdoc__judge_sign_off;
/* cell_denial.c */
pdoc__cell_judge pdoc__judge_denial;
/* cell_referring.c */
pdoc__cell_judge pdoc__judge_referral;
/* cell_after.c */
pdoc__cell_judge pdoc__judge_urgent;
pdoc__cell_judge pdoc__judge_informing;
/* cell_reading.c */
pdoc__cell_judge pdoc__judge_reading;

/* Met, not met, or undetermined. */
pdoc_outcome pdoc__cell_outcome(pdoc_truth truth);
/* Pending where nothing is decided yet, else the one given. */
pdoc_outcome pdoc__cell_or_pending(const struct pdoc__matrix_cell *cell, pdoc_outcome outcome);
/* Puts an outcome and why; the event (NULL: the history) is its place. */
void pdoc__cell_say(struct pdoc__matrix_cell *cell, pdoc_outcome outcome, const pdoc_event *event, const char *message);
/* What was said is told; what is said from now on is told beside it. At the end it is told by itself. */
void pdoc__cell_tell(struct pdoc__matrix_cell *cell);
/* Who acted, in words: the name of the party, with the role; "nobody named". */
const char *pdoc__cell_actor(struct pdoc__matrix_cell *cell, const pdoc_event *event);
/* The parties of the cell in words. */
const char *pdoc__cell_parties(struct pdoc__matrix_cell *cell);
/* One of them. */
const char *pdoc__cell_party_words(struct pdoc__matrix_cell *cell, size_t index);
/* The act of deciding, in the word of the event or of the organisation: "signed off". */
const char *pdoc__cell_act(struct pdoc__matrix_cell *cell, const pdoc_event *event);
const char *pdoc__phrase_offset(struct pdoc__judge *judge, pdoc_offset offset);

static inline bool pdoc__is_set(pdoc_offset offset)
{
    return offset.months != 0 || offset.count != 0;
}
/* The same time back. */
static inline pdoc_offset pdoc__back(pdoc_offset offset)
{
    offset.months = -offset.months;
    offset.count = -offset.count;
    return offset;
}
static inline bool pdoc__is_same_kind(const struct pdoc__route_duty *duty, enum pdoc__route_duty_kind kind)
{
    return pdoc__duty_kind(duty->kind) == (int)kind;
}

#endif
