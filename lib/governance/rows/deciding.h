/* SPDX-License-Identifier: MIT */
/*
 * Decisions on the way of a document, seen by those whose decision a cell asks for: what the files on sign-off share.
 * A referral that the profile allows hands the decision on; from there on the body that it names decides.
 */
#ifndef PDOC_GOVERNANCE_DECIDING_H
#define PDOC_GOVERNANCE_DECIDING_H

#include "governance/rows/cell.h"

/* Whose decision is asked for. */
struct pdoc__deciders {
    const struct pdoc__parties *parties;
    size_t first;               /* in judge->past.events: what came before does not count */
    const pdoc_event *referral; /* by which it came to them; NULL: the matrix names them */
};

/* What speaks against a decision, or leaves it open. */
struct pdoc__doubt {
    pdoc_truth truth; /* PDOC_FALSE or PDOC_UNKNOWN */
    const char *why;  /* NULL: by whom it was decided */
};

struct pdoc__decision {
    const pdoc_event *event; /* NULL: nobody decided */
    size_t end;              /* behind it, in judge->past.events */
    pdoc_truth by;           /* by one who may, or for whom one may */
    pdoc_truth truth;        /* it is as it should be */
    struct pdoc__doubt doubts[6];
    size_t doubt_count;
};

/* ---- cell_referring.c ---- */

/* Those parties, or the body to which they handed the decision on. */
struct pdoc__deciders pdoc__deciders_of(struct pdoc__matrix_cell *cell, const struct pdoc__parties *parties);

/* ---- cell_delegating.c ---- */

/* Did one of the parties give the one who decided the power, and did it hold on that day? */
pdoc_truth pdoc__was_delegated(struct pdoc__matrix_cell *cell, const pdoc_event *event,
                               const struct pdoc__parties *parties);
/* "the power that Board gave it ended on 2026-03-23", where that is recorded and for certain; else NULL. */
const char *pdoc__power_lapsed(struct pdoc__matrix_cell *cell, const pdoc_event *event,
                               const struct pdoc__parties *parties);

/* ---- cell_deciding.c ---- */

/* Of the approving decisions of the way: one that is as it should be, else one that may be, else the last. */
struct pdoc__decision pdoc__decision_by(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders);
/* The last time that they rejected it, if they did not approve it since; `made` is their decision. NULL: they did not.
 */
const pdoc_event *pdoc__rejection_by(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders,
                                     const struct pdoc__decision *made);
/* Tells all that speaks against a decision; that it is as it should be, where nothing does. */
void pdoc__tell_decision(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders,
                         const struct pdoc__decision *made);
/* The body that the sheet names as the one that approved it. */
struct pdoc__value pdoc__printed_body(struct pdoc__judge *judge);
void pdoc__tell_rejection(struct pdoc__matrix_cell *cell, const pdoc_event *rejection, pdoc_outcome outcome);

/* ---- cell_each.c ---- */

/* Each of the parties decides. False: none approved, rejected it or handed it on, and nothing was told. */
bool pdoc__judge_each(struct pdoc__matrix_cell *cell);

#endif
