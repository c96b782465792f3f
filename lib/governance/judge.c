/* SPDX-License-Identifier: MIT */
/* Turns a judge from document to document: its profile, its type, its version. Decides no rule itself. */
#include "governance/judge.h"

#include <string.h>

#include "base/error.h"
#include "governance/memory.h"
#include "governance/relations/crosswalk.h"
#include "governance/relations/graph.h"

bool pdoc__rule_applies_on(const struct pdoc__rule *rule, int32_t day)
{
    if (rule->from.year != 0 && pdoc__interval_of(rule->from).first > day)
        return false;
    return rule->to.year == 0 || pdoc__interval_of(rule->to).last >= day;
}

bool pdoc__rule_applies(const struct pdoc__judge *judge, const struct pdoc__rule *rule)
{
    return (rule->from.year == 0 && rule->to.year == 0) || pdoc__rule_applies_on(rule, judge->day);
}

/* ---- profiles ---- */

/* Index of a profile among those met; SIZE_MAX when memory runs out. */
static size_t meet_profile(struct pdoc__judge *judge, const pdoc_profile *profile, pdoc_error **error)
{
    for (size_t i = 0; i < judge->profile_count; i++)
        if (judge->profiles[i] == profile)
            return i;
    size_t count = judge->profile_count;
    if (!pdoc__grow(&judge->profiles, &judge->profile_capacity, count, sizeof *judge->profiles, error) ||
        !pdoc__grow(&judge->memory, &judge->memory_capacity, count, sizeof *judge->memory, error) ||
        !pdoc__memory_init(&judge->memory[count], judge, profile, error))
        return SIZE_MAX;
    judge->profiles[count] = profile; /* the basis keeps it alive; the memory holds no reference */
    judge->profile_count++;
    return count;
}

/* The assignment that holds on the day; of several the last one. */
static void choose_register_profile(struct pdoc__judge *judge)
{
    const pdoc_register *reg = judge->reg;
    for (size_t i = 0; i < reg->profile_count; i++) {
        const struct pdoc__rule days = {.from = reg->profiles[i].from, .to = reg->profiles[i].to};
        if (pdoc__rule_applies(judge, &days))
            judge->register_ref = reg->profiles[i].ref;
    }
    judge->register_profile = pdoc_profile_set_find(judge->set, judge->register_ref);
}

const pdoc_profile *pdoc__judge_profile(const struct pdoc__judge *judge, const pdoc_document *doc, const char **ref)
{
    if (judge->override) {
        *ref = judge->override->id;
        return judge->override;
    }
    if (doc && doc->profile) {
        *ref = doc->profile;
        return pdoc_profile_set_find(judge->set, doc->profile);
    }
    *ref = judge->register_ref;
    return judge->register_profile;
}

bool pdoc__judge_follow(struct pdoc__judge *judge, const pdoc_profile *profile, pdoc_error **error)
{
    judge->profile = profile;
    judge->profile_index = UINT16_MAX;
    judge->lines_state = 0;
    judge->cells_under_way = false;
    if (!judge->profile)
        return true;
    size_t index = meet_profile(judge, judge->profile, error);
    if (index == SIZE_MAX)
        return false;
    judge->profile_index = (uint16_t)index;
    judge->fact_plans = judge->memory[index].facts;
    size_t count = judge->profile->counts[PDOC_PROFILE_FACTS];
    if (count > judge->fact_capacity) {
        struct pdoc__value *facts = pdoc__realloc(judge->facts, count, sizeof *facts, error);
        if (!facts)
            return false;
        judge->facts = facts;
        uint8_t *known = pdoc__realloc(judge->fact_known, count, 1, error);
        if (!known)
            return false;
        judge->fact_known = known;
        judge->fact_capacity = count;
    }
    if (count > 0)
        memset(judge->fact_known, 0, count);
    return true;
}

/* ---- the version ---- */

const struct pdoc_version *pdoc__newest_version(const pdoc_document *doc)
{
    const struct pdoc_version *found = NULL;
    for (size_t i = 0; i < doc->version_count; i++)
        if (!found || doc->versions[i]->ordinal > found->ordinal)
            found = doc->versions[i];
    return found;
}

/* Remembers the first cell of each field, so that rules need not search the sheet again and again. */
static void index_cells(struct pdoc__judge *judge)
{
    memset(judge->cells, 0, sizeof judge->cells);
    judge->repeated = 0;
    for (size_t i = judge->version ? judge->version->row_count : 0; i-- > 0;) {
        int16_t field = judge->version->rows[i].known;
        if (field < 0)
            continue;
        judge->repeated |= (uint64_t)(judge->cells[field] > 0) << field;
        judge->cells[field] = (uint16_t)(i + 1);
    }
}

static void take_version(struct pdoc__judge *judge)
{
    bool may_choose = judge->doc->version_count > 1 && !judge->wanted;
    judge->version = judge->wanted;
    if (may_choose)
        judge->version = pdoc__version_in_force(judge, judge->doc);
    if (!judge->version)
        judge->version = pdoc__newest_version(judge->doc);
    index_cells(judge);
    judge->phase = pdoc__phase_of(judge, judge->version);
    pdoc__phase_expire(judge);
}

static pdoc_status basis_is_usable(const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    if (!reg || !basis || basis->size != sizeof *basis)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT,
                          "a register and a basis are needed, its size set to sizeof(pdoc_basis)");
    if (!pdoc_date_is_recorded(basis->as_of))
        return pdoc__fail(error, PDOC_ERR_JUDGE, "the basis names no day to judge for; the library has no clock");
    if (!pdoc_date_is_valid(basis->as_of))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the day to judge for is no date");
    if (pdoc_date_is_recorded(basis->known_on) && !pdoc_date_is_valid(basis->known_on))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the day whose knowledge counts is no date");
    if (!basis->profile && !basis->profiles)
        return pdoc__fail(error, PDOC_ERR_JUDGE, "the basis names neither a profile nor a set to find profiles in");
    return PDOC_OK;
}

bool pdoc__judge_begin(struct pdoc__judge *judge, const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    *judge = (struct pdoc__judge){.reg = reg, .known_day = INT32_MAX, .known_key = UINT32_MAX};
    judge->profile_index = UINT16_MAX;
    if (basis_is_usable(reg, basis, error) != PDOC_OK)
        return false;
    judge->as_of = basis->as_of;
    judge->day = pdoc__interval_of(basis->as_of).last;
    judge->day_key = pdoc__date_key(pdoc_date_last(basis->as_of));
    if (pdoc_date_is_recorded(basis->known_on)) {
        judge->known_day = pdoc__interval_of(basis->known_on).last;
        judge->known_key = pdoc__date_key(pdoc_date_last(basis->known_on));
    }
    judge->override = basis->profile;
    judge->set = basis->profiles;
    judge->calendar = basis->calendar;
    judge->looking_on = (struct pdoc__interval){judge->day, judge->day};
    choose_register_profile(judge);
    return true;
}

void pdoc__judge_begin_again(struct pdoc__judge *judge, struct pdoc__judge *outer, int32_t day)
{
    *judge = (struct pdoc__judge){.reg = outer->reg,
                                  .as_of = pdoc__day_date(day),
                                  .day = day,
                                  .known_day = outer->known_day,
                                  .known_key = outer->known_key,
                                  .override = outer->override,
                                  .set = outer->set,
                                  .calendar = outer->calendar,
                                  .profile_index = UINT16_MAX,
                                  .outer = outer};
    judge->day_key = pdoc__date_key(judge->as_of);
    judge->looking_on = (struct pdoc__interval){day, day};
    judge->nesting = (uint8_t)(outer->nesting + 1);
    choose_register_profile(judge);
}

void pdoc__judge_end(struct pdoc__judge *judge)
{
    if (judge->other) /* as deep as judges ask judges: a few */
        pdoc__judge_end(judge->other);
    pdoc__free(judge->other);
    if (judge->graph)
        pdoc__graph_free(judge->graph);
    pdoc__free(judge->graph);
    if (judge->crosswalk)
        pdoc__crosswalk_free(judge->crosswalk);
    pdoc__free(judge->crosswalk);
    if (judge->then)
        pdoc__judge_end(judge->then); /* which has none itself */
    pdoc__free(judge->then);
    for (size_t i = 0; i < judge->profile_count; i++)
        pdoc__memory_free(&judge->memory[i]);
    pdoc__free(judge->profiles);
    pdoc__free(judge->memory);
    pdoc__free(judge->facts);
    pdoc__free(judge->fact_known);
    pdoc__free(judge->past.events);
    pdoc__pool_free(&judge->name_pool);
    pdoc__arena_free(&judge->names);
    pdoc__arena_free(&judge->scratch);
    *judge = (struct pdoc__judge){0};
}

bool pdoc__judge_take(struct pdoc__judge *judge, const pdoc_document *doc, pdoc_error **error)
{
    if (judge->scratch.blocks)
        pdoc__arena_reset(&judge->scratch);
    judge->doc = doc;
    judge->version = NULL;
    judge->type = NULL;
    judge->phase = (struct pdoc__phase){.row = -1, .since = PDOC__NO_DAY};
    judge->due_is_known = false;
    judge->flows[0] = judge->flows[1] = NULL;
    if (!pdoc__judge_follow(judge, pdoc__judge_profile(judge, doc, &judge->profile_ref), error) ||
        !pdoc__past_take(judge, error))
        return false;
    if (doc) {
        judge->type = pdoc__memory_type(judge, doc->type);
        pdoc__type_value(judge, &judge->type_value);
        take_version(judge);
    }
    return !judge->out_of_memory || (pdoc__fail_memory(error), false);
}

/* ---- other days ---- */

static bool begin_then(struct pdoc__judge *judge)
{
    judge->then = pdoc__alloc_zero(1, sizeof *judge->then, NULL);
    if (judge->then)
        pdoc__judge_begin_again(judge->then, judge, judge->day);
    return judge->then != NULL;
}

static bool has_met(const struct pdoc__judge *judge, const pdoc_profile *profile)
{
    for (size_t i = 0; i < judge->profile_count; i++)
        if (judge->profiles[i] == profile)
            return true;
    return false;
}

static void turn_to(struct pdoc__judge *judge, int32_t day)
{
    judge->day = day;
    judge->as_of = pdoc__day_date(day);
    judge->day_key = pdoc__date_key(judge->as_of);
    judge->looking_on = (struct pdoc__interval){day, day};
}

struct pdoc__judge *pdoc__judge_then(struct pdoc__judge *judge, const struct pdoc_version *version, int32_t day,
                                     const pdoc_event *without)
{
    struct pdoc__judge *then = judge->then;
    bool is_well = then || begin_then(judge);
    then = judge->then;
    if (is_well) {
        then->override = judge->profile;
        then->wanted = version;
        then->without = without;
    }
    if (is_well && !has_met(then, judge->profile)) { /* facts are asked by their editions of the day judged */
        turn_to(then, judge->day);
        is_well = pdoc__judge_take(then, judge->doc, NULL);
    }
    if (is_well) {
        turn_to(then, day);
        is_well = pdoc__judge_take(then, judge->doc, NULL);
    }
    judge->out_of_memory |= !is_well;
    return is_well ? then : NULL;
}
