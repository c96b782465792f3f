/* SPDX-License-Identifier: MIT */
/* Comparisons as somebody wrote them, in XML or on one line, made into predicates that can be judged. */
#ifndef PDOC_GOVERNANCE_COMPARISON_H
#define PDOC_GOVERNANCE_COMPARISON_H

#include "base/error.h"
#include "governance/profile.h"

/* How deep `all`, `any` and `not` may lie in one another. */
#define PDOC__PREDICATE_DEPTH 32

/* One comparison, part by part; NULL: not written. */
struct pdoc__written {
    const char *of;
    const char *value;
    const char *other;
    const char *offset;
    const char *set;
    const char *values;              /* several, with spaces between */
    const struct pdoc__texts *items; /* instead of values, for those that hold spaces */
    const char *minimum;
    const char *maximum;
    uint8_t operator; /* enum pdoc__operator */
};

/* For whom predicates are made: operands and sets are those of the profile, the result lies in the arena. */
struct pdoc__maker {
    const pdoc_profile *profile;
    struct pdoc__arena *arena;
    int inside; /* PDOC__SOURCE_EVENT or PDOC__SOURCE_RELATION within a `where`, else -1 */
    struct pdoc__place place;
};

/* INVALID where a part is missing, does not belong to the operator, or cannot be understood; else NOMEM. */
bool pdoc__comparison_make(const struct pdoc__maker *maker, const struct pdoc__written *written,
                           struct pdoc__predicate *out, pdoc_error **error);

/* A copy of a predicate of another profile. Operands and sets are looked up again, by name. */
bool pdoc__predicate_copy(const struct pdoc__maker *maker, const struct pdoc__predicate *source,
                          struct pdoc__predicate *out, pdoc_error **error);

/* The list that the values of an operand come from: phases, states of review, or the types of a profile that has some. */
bool pdoc__operand_is_closed(const pdoc_profile *profile, const struct pdoc__operand *operand);
/* A word of that list by its code, label or other name: its code. INVALID, with the list, if it is none. */
const char *pdoc__closed_word(const struct pdoc__maker *maker, const struct pdoc__operand *operand, const char *word,
                              pdoc_error **error);

/* Lets "overdue", where the state of the review is compared with it, mean all three kinds, as a due list does. */
bool pdoc__mean_all_overdue(struct pdoc__arena *arena, struct pdoc__predicate *comparison, pdoc_error **error);

/* Copies texts into an arena. */
bool pdoc__texts_copy(struct pdoc__arena *arena, const struct pdoc__texts *source, struct pdoc__texts *out,
                      pdoc_error **error);
/* Splits a text at its spaces. */
bool pdoc__texts_split(struct pdoc__arena *arena, const char *text, struct pdoc__texts *out, pdoc_error **error);

/* Does the operator take dates on both sides? */
bool pdoc__operator_compares_dates(uint8_t operator);
/* Number of the operator of a name, or -1. */
int pdoc__operator_find(const char *name);

#endif
