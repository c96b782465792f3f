/* SPDX-License-Identifier: MIT */
/*
 * The rules of a profile as duties, and what judging one of them comes to: for the audit, that reports it, and for the
 * explanation.
 *
 * Editions. The edition of a rule that is valid on the day judged counts; where none is, the rule does not concern the
 * subject. A duty on a past act is judged by the edition of the day of that act. Where the act is not recorded it has not
 * been done, and there is nothing to judge: not applicable. Where its day cannot be told, or two editions share the month
 * in which it lies, it is undetermined.
 *
 * Time. A rule with `by` is pending until its day has passed. Where that day is not known, because the fact that gives it
 * is not recorded or cannot be told, nobody can say whether there is still time: undetermined.
 */
#ifndef PDOC_GOVERNANCE_DUTY_H
#define PDOC_GOVERNANCE_DUTY_H

#include "governance/judge.h"
#include "policydoc/audit.h"

/* Bits, so that several can be asked for at once. */
enum pdoc__subject {
    PDOC__SUBJECT_OTHER = 0,
    PDOC__SUBJECT_DOCUMENT = 1,
    PDOC__SUBJECT_VERSION = 2,
    PDOC__SUBJECT_REGISTER = 4
};

/* One rule with all its editions. */
struct pdoc__duty {
    const struct pdoc__requirement *row;   /* edition valid on the day judged; NULL: none */
    const struct pdoc__requirement *first; /* first edition */
    uint8_t subject;                       /* enum pdoc__subject */
    bool of_past_act;                      /* the day of a fact chooses the edition, document by document */
    bool is_plain;                         /* neither that, nor on a version */
};

/* The duties of a profile, in the order of their first editions. */
struct pdoc__duties {
    struct pdoc__duty *items;
    uint16_t *next_edition; /* of each row of the requirements; PDOC__NO_ROW: the last */
    size_t count;
};
#define PDOC__NO_ROW UINT16_MAX

/* What judging a duty came to. */
struct pdoc__judgement {
    const struct pdoc__requirement *rule; /* edition that counts; NULL: none */
    const struct pdoc__predicate *asked;  /* the predicate that decided; NULL: the day of the act or of `by` */
    const struct pdoc__predicate *leaf;   /* its comparison that decided */
    struct pdoc__interval until;          /* of what is pending: the day of `by` */
    int fact;                             /* that could not be told, where no predicate decided; -1: none */
    pdoc_outcome outcome;
};

/* The duties of the profile of that index among the judge's; worked out once. NULL when memory runs out. */
const struct pdoc__duties *pdoc__duties_of(struct pdoc__judge *judge, size_t profile, pdoc_error **error);
void pdoc__duties_free(struct pdoc__duties *duties);
/* The subjects that the judge has at hand: a document and its version, or the register. */
static inline unsigned pdoc__subjects_at_hand(const struct pdoc__judge *judge)
{
    return judge->doc ? PDOC__SUBJECT_DOCUMENT | PDOC__SUBJECT_VERSION : PDOC__SUBJECT_REGISTER;
}
void pdoc__judge_duty(struct pdoc__judge *judge, const struct pdoc__duties *duties, const struct pdoc__duty *duty,
                      struct pdoc__judgement *out);

#endif
