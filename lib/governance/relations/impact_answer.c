/* SPDX-License-Identifier: MIT */
/* What a change touches, as others ask for it. Decides nothing. */
#include "base/alloc.h"
#include "governance/relations/impact.h"

pdoc_impact *pdoc_impact_ref(pdoc_impact *impact)
{
    if (impact)
        atomic_fetch_add_explicit(&impact->references, 1, memory_order_relaxed);
    return impact;
}

void pdoc_impact_unref(pdoc_impact *impact)
{
    if (!impact || atomic_fetch_sub_explicit(&impact->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__free(impact->documents);
    pdoc__free(impact->rules);
    pdoc__arena_free(&impact->arena);
    pdoc__free(impact);
}

static const struct pdoc__touched *touched_at(const pdoc_impact *impact, size_t index)
{
    static const struct pdoc__touched nothing = {.phase = PDOC_PHASE_UNDETERMINED};
    return impact && index < impact->count ? &impact->documents[index] : &nothing;
}

static const struct pdoc__touched_rule *rule_at(const pdoc_impact *impact, size_t index)
{
    static const struct pdoc__touched_rule nothing = {.rule = NULL};
    return impact && index < impact->rule_count ? &impact->rules[index] : &nothing;
}

pdoc_date pdoc_impact_as_of(const pdoc_impact *impact)
{
    return impact ? impact->as_of : (pdoc_date){0, 0, 0};
}

const char *pdoc_impact_work(const pdoc_impact *impact)
{
    return impact ? impact->work : NULL;
}

const char *pdoc_impact_clause(const pdoc_impact *impact)
{
    return impact ? impact->clause : NULL;
}

const char *pdoc_impact_meaning(const pdoc_impact *impact)
{
    return impact ? impact->meaning : NULL;
}

size_t pdoc_impact_count(const pdoc_impact *impact)
{
    return impact ? impact->count : 0;
}

const char *pdoc_impact_id(const pdoc_impact *impact, size_t index)
{
    return touched_at(impact, index)->id;
}

const char *pdoc_impact_title(const pdoc_impact *impact, size_t index)
{
    return touched_at(impact, index)->title;
}

const char *pdoc_impact_reference(const pdoc_impact *impact, size_t index)
{
    return touched_at(impact, index)->reference;
}

const char *pdoc_impact_type(const pdoc_impact *impact, size_t index)
{
    return touched_at(impact, index)->type;
}

pdoc_phase pdoc_impact_phase(const pdoc_impact *impact, size_t index)
{
    return (pdoc_phase)touched_at(impact, index)->phase;
}

uint32_t pdoc_impact_distance(const pdoc_impact *impact, size_t index)
{
    return touched_at(impact, index)->distance;
}

const char *pdoc_impact_relation(const pdoc_impact *impact, size_t index)
{
    return touched_at(impact, index)->relation;
}

const char *pdoc_impact_path(const pdoc_impact *impact, size_t index)
{
    return touched_at(impact, index)->path;
}

const char *pdoc_impact_owner(const pdoc_impact *impact, size_t index)
{
    return touched_at(impact, index)->owner;
}

const char *pdoc_impact_author(const pdoc_impact *impact, size_t index)
{
    return touched_at(impact, index)->author;
}

pdoc_date pdoc_impact_due(const pdoc_impact *impact, size_t index)
{
    return touched_at(impact, index)->due;
}

size_t pdoc_impact_rule_count(const pdoc_impact *impact)
{
    return impact ? impact->rule_count : 0;
}

const char *pdoc_impact_rule_profile(const pdoc_impact *impact, size_t index)
{
    return rule_at(impact, index)->profile;
}

const char *pdoc_impact_rule_id(const pdoc_impact *impact, size_t index)
{
    return rule_at(impact, index)->rule;
}

const char *pdoc_impact_rule_clause(const pdoc_impact *impact, size_t index)
{
    return rule_at(impact, index)->clause;
}
