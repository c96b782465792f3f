/* SPDX-License-Identifier: MIT */
/* What a judge remembers beside each profile, so that names are resolved once and not once for each document. */
#ifndef PDOC_GOVERNANCE_MEMORY_H
#define PDOC_GOVERNANCE_MEMORY_H

#include "governance/audit/duty.h"

#define PDOC__REMEMBERED_TYPES 64u
#define PDOC__REMEMBERED_ANSWERS 512u

/* Whether a text is one of a list. Both are known by their addresses: they stay where they are as long as the judge. */
struct pdoc__remembered {
    const char *text;
    const char **list;
    pdoc_truth truth;
    uint8_t type; /* enum pdoc__value_type: how they were compared */
};

/* What is worked out once of a fact. */
struct pdoc__fact_plan {
    const struct pdoc__fact *edition; /* valid on the day judged; the first row of its id where none is */
    uint64_t plain_kind; /* bit of the one kind of event that it selects from the history at hand; 0: not so simple */
    uint8_t kind;        /* the number of that kind */
    bool gives_day;      /* the day of the event, whatever else it records */
    bool gives_member;   /* what the event itself records of it; nothing else has to be asked */
    bool of_any_version;
};

struct pdoc__profile_memory {
    const pdoc_profile *profile;
    struct pdoc__map parties; /* address of a name -> its code, or a mark for "resolved by nothing" */
    uint8_t *row_uses;        /* enum pdoc__row_use of each row of the schedule table */
    struct pdoc__fact_plan *facts; /* of each row of the facts */
    bool has_expiry;
    struct pdoc__duties *duties; /* NULL: not asked for yet */
    struct {
        const char *name; /* as interned by the register */
        const struct pdoc__type *type;
    } types[PDOC__REMEMBERED_TYPES];
    struct pdoc__remembered *answers; /* PDOC__REMEMBERED_ANSWERS of them */
};

bool pdoc__memory_init(struct pdoc__profile_memory *memory, const struct pdoc__judge *judge,
                       const pdoc_profile *profile, pdoc_error **error);
void pdoc__memory_free(struct pdoc__profile_memory *memory);
/* Where the answer about a text and a list is remembered, if it is; NULL: nowhere. */
static inline struct pdoc__remembered *pdoc__memory_answer(const struct pdoc__judge *judge, const char *text,
                                                           const char **list)
{
    const size_t slot = (pdoc__address_hash(text) ^ pdoc__address_hash(list)) % PDOC__REMEMBERED_ANSWERS;
    return judge->profile ? &judge->memory[judge->profile_index].answers[slot] : NULL;
}
/* The row of the type that a name stands for in the profile at hand; NULL if there is none. */
const struct pdoc__type *pdoc__memory_type(struct pdoc__judge *judge, const char *name);

#endif
