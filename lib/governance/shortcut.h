/* SPDX-License-Identifier: MIT */
/* Short ways to the answers of the commonest comparisons, by operator and by kind of operand. */
#ifndef PDOC_GOVERNANCE_SHORTCUT_H
#define PDOC_GOVERNANCE_SHORTCUT_H

#include "governance/judge.h"

#define PDOC__NO_SHORTCUT (-1)

/* A pdoc_truth, or PDOC__NO_SHORTCUT: it has to be worked out the long way. */
typedef int (*pdoc__shortcut)(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item);

extern const pdoc__shortcut pdoc__shortcuts[PDOC__OPERATOR_COUNT][PDOC__OPERAND_KIND_COUNT]; /* NULL: there is none */

/* NULL: there is none. */
static inline pdoc__shortcut pdoc__shortcut_for(const struct pdoc__predicate *rule)
{
    return pdoc__shortcuts[rule->operator][rule->left.kind];
}
/* The same, but one that goes the long way where there is none. */
pdoc__shortcut pdoc__shortcut_or_long_way(const struct pdoc__predicate *rule);

/* A predicate whose shortcut is known already. */
static inline pdoc_truth pdoc__shortcut_take(struct pdoc__judge *judge, const struct pdoc__predicate *rule,
                                             pdoc__shortcut shortcut)
{
    const int truth = shortcut(judge, rule, NULL);
    return truth == PDOC__NO_SHORTCUT ? pdoc__predicate(judge, rule, NULL, NULL) : (pdoc_truth)truth;
}

#endif
