/* SPDX-License-Identifier: MIT */
/* Short ways to the answers of the commonest comparisons, by operator and by kind of operand. */
#ifndef PDOC_GOVERNANCE_SHORTCUT_H
#define PDOC_GOVERNANCE_SHORTCUT_H

#include "governance/judge.h"

#define PDOC__NO_SHORTCUT (-1)

/* A pdoc_truth, or PDOC__NO_SHORTCUT: it has to be worked out the long way. */
typedef int (*pdoc__shortcut)(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item);

extern const pdoc__shortcut pdoc__shortcuts[PDOC__OPERATOR_COUNT][PDOC__OPERAND_KIND_COUNT]; /* NULL: there is none */

static inline pdoc__shortcut pdoc__shortcut_for(const struct pdoc__predicate *rule)
{
    return pdoc__shortcuts[rule->operator][rule->left.kind];
}

/* A predicate whose shortcut, or NULL, is known already. */
static inline pdoc_truth pdoc__shortcut_take(struct pdoc__judge *judge, const struct pdoc__predicate *rule,
                                             pdoc__shortcut shortcut)
{
    const int truth = shortcut ? shortcut(judge, rule, NULL) : PDOC__NO_SHORTCUT;
    return truth == PDOC__NO_SHORTCUT ? pdoc__predicate(judge, rule, NULL, NULL) : (pdoc_truth)truth;
}

#endif
