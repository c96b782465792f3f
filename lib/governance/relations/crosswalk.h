/* SPDX-License-Identifier: MIT */
/*
 * Works outside the register, by the names that relations use for them: rows of the table "references" of the profile
 * at hand, else of any profile of the basis, so that law is written down once and known to all.
 */
#ifndef PDOC_GOVERNANCE_CROSSWALK_H
#define PDOC_GOVERNANCE_CROSSWALK_H

#include "governance/judge.h"

/* One name of one row; rows that share a name hang together. */
struct pdoc__named_row {
    const struct pdoc__reference *row;
    const pdoc_profile *profile;
    bool by_work; /* the name is that of all editions */
    struct pdoc__named_row *next;
};

struct pdoc__crosswalk {
    struct pdoc__map names; /* folded id, title, alias, address, work -> struct pdoc__named_row, the first of them */
    struct pdoc__arena arena;
    size_t row_count;
};

enum pdoc__cited_state { PDOC__CITED_UNKNOWN, PDOC__CITED_FOUND, PDOC__CITED_WITHOUT_EDITION };

/* What a name and an edition stand for. */
struct pdoc__cited {
    uint8_t state;                     /* enum pdoc__cited_state */
    const struct pdoc__reference *row; /* without an edition: the one in force on the day, or NULL */
    const pdoc_profile *profile;
};

/* Of all profiles of the basis; NULL when memory runs out, and the judge knows. Kept by the outermost judge. */
struct pdoc__crosswalk *pdoc__judge_crosswalk(struct pdoc__judge *judge);
void pdoc__crosswalk_free(struct pdoc__crosswalk *crosswalk);
/* All rows of a name; NULL if there is none. */
const struct pdoc__named_row *pdoc__crosswalk_find(struct pdoc__judge *judge, const char *name);
struct pdoc__cited pdoc__cited(struct pdoc__judge *judge, const char *name, const char *edition);
/* Was the edition replaced, or did it end, by the day? `*by` is the edition that counts now; NULL: none is named. */
pdoc_truth pdoc__is_replaced(const struct pdoc__judge *judge, const struct pdoc__cited *cited,
                             const struct pdoc__reference **by);

#endif
