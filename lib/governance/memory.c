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
    pdoc__free(memory->facts);
    pdoc__duties_free(memory->duties);
}

static void plan_schedule(struct pdoc__profile_memory *memory)
{
    for (size_t i = 0; i < memory->profile->counts[PDOC_PROFILE_SCHEDULE]; i++) {
        memory->row_uses[i] = use_of(memory->profile->schedule[i].kind);
        memory->has_expiry |= memory->row_uses[i] == PDOC__ROW_EXPIRY;
    }
}

/* The edition of a fact that is valid on the day; the first row of its id where none is. */
static const struct pdoc__fact *edition_of(const struct pdoc__judge *judge, const pdoc_profile *profile, size_t index)
{
    const struct pdoc__fact *fact = &profile->facts[index];
    if (pdoc__rule_applies(judge, &fact->rule))
        return fact;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_FACTS]; i++)
        if (strcmp(profile->facts[i].rule.id, fact->rule.id) == 0 && pdoc__rule_applies(judge, &profile->facts[i].rule))
            return &profile->facts[i];
    return fact;
}

static void plan_fact(struct pdoc__fact_plan *plan, const struct pdoc__fact *fact)
{
    const bool is_one_kind = fact->kinds != 0 && (fact->kinds & (fact->kinds - 1)) == 0;
    const bool is_plain = fact->source == PDOC__SOURCE_EVENT && !fact->via && is_one_kind;
    plan->edition = fact;
    plan->gives_member = fact->pick != PDOC__PICK_COUNT && fact->pick != PDOC__PICK_ANY && !fact->where;
    plan->gives_day = plan->gives_member && fact->give == PDOC__GIVE_ON;
    plan->of_any_version = fact->whole_document;
    plan->plain_kind = is_plain ? fact->kinds : 0;
    while (is_plain && (fact->kinds >> plan->kind) != 1)
        plan->kind++;
}

bool pdoc__memory_init(struct pdoc__profile_memory *memory, const struct pdoc__judge *judge,
                       const pdoc_profile *profile, pdoc_error **error)
{
    const size_t facts = profile->counts[PDOC_PROFILE_FACTS];
    *memory = (struct pdoc__profile_memory){.profile = profile};
    memory->row_uses = pdoc__alloc_zero(profile->counts[PDOC_PROFILE_SCHEDULE] + 1, 1, error);
    if (memory->row_uses)
        memory->answers = pdoc__alloc_zero(PDOC__REMEMBERED_ANSWERS, sizeof *memory->answers, error);
    if (memory->answers)
        memory->facts = pdoc__alloc_zero(facts + 1, sizeof *memory->facts, error);
    if (!memory->facts) {
        pdoc__memory_free(memory);
        return false;
    }
    plan_schedule(memory);
    for (size_t i = 0; i < facts; i++)
        plan_fact(&memory->facts[i], edition_of(judge, profile, i));
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
    size_t slot = pdoc__address_hash(name) % PDOC__REMEMBERED_TYPES;
    if (memory->types[slot].name != name) {
        memory->types[slot].name = name;
        memory->types[slot].type = pdoc__profile_type(judge->profile, name);
    }
    return memory->types[slot].type;
}
