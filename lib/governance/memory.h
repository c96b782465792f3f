/* SPDX-License-Identifier: MIT */
/* What a judge remembers beside each profile, so that names are resolved once and not once for each document. */
#ifndef PDOC_GOVERNANCE_MEMORY_H
#define PDOC_GOVERNANCE_MEMORY_H

#include "governance/judge.h"

#define PDOC__REMEMBERED_TYPES 16u

struct pdoc__profile_memory {
    const pdoc_profile *profile;
    struct pdoc__map parties; /* address of a name -> its code, or a mark for "resolved by nothing" */
    uint8_t *row_uses;        /* enum pdoc__row_use of each row of the schedule table */
    bool has_expiry;
    struct {
        const char *name; /* as interned by the register */
        const struct pdoc__type *type;
    } types[PDOC__REMEMBERED_TYPES];
};

bool pdoc__memory_init(struct pdoc__profile_memory *memory, const pdoc_profile *profile, pdoc_error **error);
void pdoc__memory_free(struct pdoc__profile_memory *memory);
/* The row of the type that a name stands for in the profile at hand; NULL if there is none. */
const struct pdoc__type *pdoc__memory_type(struct pdoc__judge *judge, const char *name);

#endif
