/* SPDX-License-Identifier: MIT */
/* Profiles and sets of them as objects: their life, their rows, their names. Knows nothing of XML or of judging. */
#include "governance/profile.h"

#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"

struct pdoc_profile_set {
    atomic_size_t references;
    pdoc_profile **items;
    size_t count;
    size_t capacity;
};

/* Names in the maps of a profile are folded; one that is longer than this is none of them. */
#define LONGEST_NAME 255

static void *find_folded(const struct pdoc__map *map, const char *name)
{
    char key[LONGEST_NAME + 1];
    size_t size = name ? strlen(name) : 0;
    if (size == 0 || size > LONGEST_NAME || map->count == 0)
        return NULL;
    memcpy(key, name, size + 1);
    pdoc__text_fold(key);
    return pdoc__map_find(map, key);
}

const struct pdoc__type *pdoc__profile_type(const pdoc_profile *profile, const char *name)
{
    return profile ? find_folded(&profile->type_names, name) : NULL;
}

const struct pdoc__profile_party *pdoc__profile_party(const pdoc_profile *profile, const char *name)
{
    return profile ? find_folded(&profile->party_names, name) : NULL;
}

const struct pdoc__set *pdoc__profile_set_named(const pdoc_profile *profile, const char *id)
{
    if (!profile || !id)
        return NULL;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_SETS]; i++)
        if (strcmp(profile->sets[i].rule.id, id) == 0)
            return &profile->sets[i];
    return NULL;
}

/* Where the rows of each table lie, and how far apart: every row begins with its rule. */
struct table {
    size_t at;
    size_t size;
};
#define TABLE(rows)                                                                                                    \
    {                                                                                                                  \
        offsetof(struct pdoc_profile, rows), sizeof *((const struct pdoc_profile *)0)->rows                             \
    }
static const struct table tables[PDOC__PROFILE_TABLES] = {
    [PDOC_PROFILE_TYPES] = TABLE(types),
    [PDOC_PROFILE_PARTIES] = TABLE(parties),
    [PDOC_PROFILE_FIELDS] = TABLE(fields),
    [PDOC_PROFILE_SECTIONS] = TABLE(sections),
    [PDOC_PROFILE_SETS] = TABLE(sets),
    [PDOC_PROFILE_FACTS] = TABLE(facts),
    [PDOC_PROFILE_SCHEDULE] = TABLE(schedule),
    [PDOC_PROFILE_REQUIREMENTS] = TABLE(requirements),
    [PDOC_PROFILE_PLAN] = TABLE(plan),
    [PDOC_PROFILE_REMINDERS] = TABLE(reminders),
    [PDOC_PROFILE_ROUTES] = TABLE(routes),
    [PDOC_PROFILE_ROUTE_DUTIES] = TABLE(route_duties),
    [PDOC_PROFILE_STATES] = TABLE(states),
    [PDOC_PROFILE_TRANSITIONS] = TABLE(transitions),
    [PDOC_PROFILE_AMENDMENTS] = TABLE(amendments),
    [PDOC_PROFILE_SCHEMES] = TABLE(schemes),
    [PDOC_PROFILE_EXTENSIONS] = TABLE(extensions),
    [PDOC_PROFILE_FREEZES] = TABLE(freezes),
    [PDOC_PROFILE_QUESTIONS] = TABLE(questions),
    [PDOC_PROFILE_REFERENCES] = TABLE(references_known),
    [PDOC_PROFILE_TRACKS] = TABLE(tracks),
    [PDOC_PROFILE_STAGES] = TABLE(stages),
    [PDOC_PROFILE_CUES] = TABLE(cues),
    [PDOC_PROFILE_STATEMENTS] = TABLE(statements),
};

const struct pdoc__rule *pdoc__profile_rule(const pdoc_profile *profile, pdoc_profile_table table, size_t row)
{
    if (!profile || (size_t)table >= sizeof profile->counts / sizeof *profile->counts || row >= profile->counts[table])
        return NULL;
    const struct table *where = &tables[table];
    const char *rows;
    memcpy(&rows, (const char *)profile + where->at, sizeof rows);
    return (const struct pdoc__rule *)(const void *)(rows + row * where->size);
}

static void profile_free(pdoc_profile *profile)
{
    pdoc__map_free(&profile->type_names);
    pdoc__map_free(&profile->party_names);
    pdoc__pool_free(&profile->pool);
    pdoc__arena_free(&profile->arena);
    pdoc__free(profile);
}

static void set_free(pdoc_profile_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        pdoc_profile_unref(set->items[i]);
    pdoc__free(set->items);
    pdoc__free(set);
}

pdoc_profile *pdoc_profile_ref(pdoc_profile *profile)
{
    if (profile)
        atomic_fetch_add_explicit(&profile->references, 1, memory_order_relaxed);
    return profile;
}

pdoc_profile *pdoc__profile_hold(const pdoc_profile *profile)
{
    const union {
        const pdoc_profile *seen;
        pdoc_profile *counted;
    } same = {.seen = profile};
    return pdoc_profile_ref(same.counted);
}

void pdoc_profile_unref(pdoc_profile *profile)
{
    if (profile && atomic_fetch_sub_explicit(&profile->references, 1, memory_order_acq_rel) == 1)
        profile_free(profile);
}

const char *pdoc_profile_id(const pdoc_profile *profile)
{
    return profile ? profile->id : NULL;
}

const char *pdoc_profile_title(const pdoc_profile *profile)
{
    return profile ? profile->title : NULL;
}

const char *pdoc_profile_extends(const pdoc_profile *profile)
{
    return profile ? profile->extends : NULL;
}

const char *pdoc_profile_hash(const pdoc_profile *profile)
{
    return profile ? profile->hash : NULL;
}

const char *pdoc_profile_source(const pdoc_profile *profile)
{
    return profile ? profile->text : NULL;
}

size_t pdoc_profile_row_count(const pdoc_profile *profile, pdoc_profile_table table)
{
    return profile && (size_t)table < sizeof profile->counts / sizeof *profile->counts ? profile->counts[table] : 0;
}

const char *pdoc_profile_row_id(const pdoc_profile *profile, pdoc_profile_table table, size_t row)
{
    const struct pdoc__rule *rule = pdoc__profile_rule(profile, table, row);
    return rule ? rule->id : NULL;
}

const char *pdoc_profile_row_clause(const pdoc_profile *profile, pdoc_profile_table table, size_t row)
{
    const struct pdoc__rule *rule = pdoc__profile_rule(profile, table, row);
    return rule ? rule->clause : NULL;
}

const char *pdoc_profile_row_label(const pdoc_profile *profile, pdoc_profile_table table, size_t row)
{
    const struct pdoc__rule *rule = pdoc__profile_rule(profile, table, row);
    return rule ? rule->label : NULL;
}

pdoc_modality pdoc_profile_row_modality(const pdoc_profile *profile, pdoc_profile_table table, size_t row)
{
    const struct pdoc__rule *rule = pdoc__profile_rule(profile, table, row);
    return rule ? (pdoc_modality)rule->modality : PDOC_MODALITY_MUST;
}

bool pdoc_profile_row_is_inferred(const pdoc_profile *profile, pdoc_profile_table table, size_t row)
{
    const struct pdoc__rule *rule = pdoc__profile_rule(profile, table, row);
    return rule && rule->inferred;
}

const char *pdoc_profile_find_party(const pdoc_profile *profile, const char *name)
{
    const struct pdoc__profile_party *party = name ? pdoc__profile_party(profile, name) : NULL;
    return party ? party->rule.id : NULL;
}

pdoc_profile_set *pdoc_profile_set_new(pdoc_error **error)
{
    pdoc_profile_set *set = pdoc__alloc_zero(1, sizeof *set, error);
    if (set)
        atomic_init(&set->references, 1);
    return set;
}

pdoc_profile_set *pdoc_profile_set_ref(pdoc_profile_set *set)
{
    if (set)
        atomic_fetch_add_explicit(&set->references, 1, memory_order_relaxed);
    return set;
}

void pdoc_profile_set_unref(pdoc_profile_set *set)
{
    if (set && atomic_fetch_sub_explicit(&set->references, 1, memory_order_acq_rel) == 1)
        set_free(set);
}

pdoc_status pdoc_profile_set_add(pdoc_profile_set *set, pdoc_profile *profile, pdoc_error **error)
{
    if (!set || !profile)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a set and a profile are needed");
    for (size_t i = 0; i < set->count; i++) {
        if (strcmp(set->items[i]->id, profile->id) != 0)
            continue;
        pdoc_profile *old = set->items[i];
        set->items[i] = pdoc_profile_ref(profile);
        pdoc_profile_unref(old);
        return PDOC_OK;
    }
    if (!pdoc__grow(&set->items, &set->capacity, set->count, sizeof *set->items, error))
        return PDOC_ERR_NOMEM;
    set->items[set->count++] = pdoc_profile_ref(profile);
    return PDOC_OK;
}

size_t pdoc_profile_set_count(const pdoc_profile_set *set)
{
    return set ? set->count : 0;
}

pdoc_profile *pdoc_profile_set_at(const pdoc_profile_set *set, size_t index)
{
    return set && index < set->count ? set->items[index] : NULL;
}

pdoc_profile *pdoc_profile_set_find(const pdoc_profile_set *set, const char *id)
{
    for (size_t i = 0; id && i < pdoc_profile_set_count(set); i++)
        if (strcmp(set->items[i]->id, id) == 0)
            return set->items[i];
    return NULL;
}
