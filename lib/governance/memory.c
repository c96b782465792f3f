/* SPDX-License-Identifier: MIT */
/* What a judge remembers beside each profile. Decides nothing. */
#include "governance/memory.h"

#include <string.h>

static const struct {
    const char *kind; /* code of PDOC_TABLE_SCHEDULE_KIND */
    uint8_t use;      /* enum pdoc__row_use */
} uses[] = {
    {"review", PDOC__ROW_REVIEW},
    {"first-review", PDOC__ROW_FIRST_REVIEW},
    {"expiry", PDOC__ROW_EXPIRY},
};

static uint8_t use_of(const char *kind)
{
    for (size_t i = 0; kind && i < sizeof uses / sizeof *uses; i++)
        if (strcmp(uses[i].kind, kind) == 0)
            return uses[i].use;
    return PDOC__ROW_OTHER;
}

void pdoc__memory_free(struct pdoc__profile_memory *memory)
{
    pdoc__map_free(&memory->parties);
    pdoc__free(memory->row_uses);
    pdoc__free(memory->answers);
    pdoc__duties_free(memory->duties);
}

bool pdoc__memory_init(struct pdoc__profile_memory *memory, const pdoc_profile *profile, pdoc_error **error)
{
    size_t rows = profile->counts[PDOC_PROFILE_SCHEDULE];
    *memory = (struct pdoc__profile_memory){.profile = profile};
    memory->row_uses = pdoc__alloc_zero(rows + 1, 1, error);
    memory->answers = pdoc__alloc_zero(PDOC__REMEMBERED_ANSWERS, sizeof *memory->answers, error);
    if (!memory->row_uses || !memory->answers) {
        pdoc__memory_free(memory);
        return false;
    }
    for (size_t i = 0; i < rows; i++) {
        memory->row_uses[i] = use_of(profile->schedule[i].kind);
        memory->has_expiry |= memory->row_uses[i] == PDOC__ROW_EXPIRY;
    }
    return true;
}

uint8_t pdoc__schedule_row_use(const struct pdoc__judge *judge, size_t row)
{
    return judge->memory[judge->profile_index].row_uses[row];
}

const struct pdoc__type *pdoc__memory_type(struct pdoc__judge *judge, const char *name)
{
    if (!judge->profile || !name)
        return NULL;
    struct pdoc__profile_memory *memory = &judge->memory[judge->profile_index];
    size_t slot = ((uintptr_t)name >> 3) % PDOC__REMEMBERED_TYPES;
    if (memory->types[slot].name != name) {
        memory->types[slot].name = name;
        memory->types[slot].type = pdoc__profile_type(judge->profile, name);
    }
    return memory->types[slot].type;
}
