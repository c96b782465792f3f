/* SPDX-License-Identifier: MIT */
/* Turns a judge from document to document: its profile, its past, its type, its version. Decides no rule itself. */
#include "governance/judge.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/memory.h"

#define FEW_EVENTS 16u /* so many are put in order by insertion; more are merged */

/* Dates as numbers of the same order: a month sorts as its first day. */
static uint32_t date_key(pdoc_date date)
{
    return ((uint32_t)(uint16_t)date.year << 9) | ((uint32_t)date.month << 5) | date.day;
}

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

static bool take_profile(struct pdoc__judge *judge, pdoc_error **error)
{
    judge->profile = pdoc__judge_profile(judge, judge->doc, &judge->profile_ref);
    judge->profile_index = UINT16_MAX;
    if (!judge->profile)
        return true;
    size_t index = meet_profile(judge, judge->profile, error);
    if (index == SIZE_MAX)
        return false;
    judge->profile_index = (uint16_t)index;
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

/* ---- the past ---- */

static const char *voids(const pdoc_event *event)
{
    for (size_t i = 0; i < event->value_count; i++)
        if (event->values[i].attribute == PDOC__ATTRIBUTE_VOIDS)
            return event->values[i].text;
    return NULL;
}

static bool is_known(const struct pdoc__judge *judge, const pdoc_event *event)
{
    return judge->known_key == UINT32_MAX ||
           date_key(event->recorded.year != 0 ? event->recorded : event->on) <= judge->known_key;
}

/* Where an id is, or would be, among the voided ones. */
static size_t voided_slot(const struct pdoc__past *past, const char *id)
{
    size_t slot = (size_t)pdoc__text_hash(id, strlen(id)) & (past->voided_room - 1);
    while (past->voided[slot] && strcmp(past->voided[slot], id) != 0)
        slot = (slot + 1) & (past->voided_room - 1);
    return slot;
}

static bool is_voided(const struct pdoc__past *past, const pdoc_event *event)
{
    return past->voided_room > 0 && past->voided[voided_slot(past, event->id)] != NULL;
}

/* Room for the ids that the events of a history void, half of it to stay free. */
static bool make_voided(struct pdoc__judge *judge, const struct pdoc__history *history, struct pdoc__past *past)
{
    size_t count = 0;
    for (size_t i = 0; i < history->count; i++)
        count += voids(history->events[i]) != NULL;
    if (count == 0)
        return true;
    uint32_t room = 2;
    while (room / 2 < count)
        room *= 2;
    past->voided = pdoc__arena_zero(&judge->scratch, room * sizeof *past->voided, NULL);
    past->voided_room = past->voided ? room : 0;
    return past->voided != NULL;
}

/* Which events are void is a matter of knowledge, not of the day judged: what was put right later was never so. Later
   events are looked at first, for a voiding event may itself have been voided. */
static bool find_voided(struct pdoc__judge *judge, const struct pdoc__history *history, struct pdoc__past *past)
{
    if (!make_voided(judge, history, past))
        return false;
    for (size_t i = past->voided_room > 0 ? history->count : 0; i-- > 0;) {
        const pdoc_event *event = history->events[i];
        const char *id = voids(event);
        if (id && is_known(judge, event) && !is_voided(past, event))
            past->voided[voided_slot(past, id)] = id;
    }
    return true;
}

/* Puts an event behind those of its day and before those of later days; nearly always that is the end. */
static void insert_by_day(const pdoc_event **events, size_t count, const pdoc_event *event)
{
    const uint32_t key = date_key(event->on);
    while (count > 0 && date_key(events[count - 1]->on) > key) {
        events[count] = events[count - 1];
        count--;
    }
    events[count] = event;
}

/* Two neighbours in order, of `width` events each as far as there are so many, become one. */
static void merge(const pdoc_event **from, const pdoc_event **to, size_t count, size_t width)
{
    const size_t left_end = width < count ? width : count;
    const size_t end = count - left_end < width ? count : left_end + width;
    size_t left = 0;
    size_t right = left_end;
    for (size_t i = 0; i < end; i++) {
        bool takes_left =
            left < left_end && (right == end || date_key(from[left]->on) <= date_key(from[right]->on));
        to[i] = takes_left ? from[left++] : from[right++];
    }
}

/* A file may hold its events in any order, also many of them. */
static bool sort_by_day(struct pdoc__judge *judge, struct pdoc__past *past)
{
    const size_t count = past->known;
    const pdoc_event **from = past->events;
    for (size_t i = 1; count <= FEW_EVENTS && i < count; i++)
        insert_by_day(from, i, from[i]);
    size_t ordered = 1;
    while (ordered < count && date_key(from[ordered - 1]->on) <= date_key(from[ordered]->on))
        ordered++;
    if (ordered >= count)
        return true;
    const pdoc_event **to = pdoc__arena_alloc(&judge->scratch, count * sizeof *to, NULL);
    if (!to)
        return false;
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t first = 0; first < count; first += 2 * width)
            merge(from + first, to + first, count - first, width);
        const pdoc_event **merged = to;
        to = from;
        from = merged;
    }
    if (from != past->events)
        memcpy(past->events, from, count * sizeof *from);
    return true;
}

/* Remembers the last event of each kind, and which kinds there are several of. */
static void index_kinds(struct pdoc__past *past)
{
    uint64_t met = 0;
    past->several = 0;
    for (uint32_t i = 0; i < past->count; i++) {
        const pdoc_event *event = past->events[i];
        const uint64_t kind = UINT64_C(1) << event->kind;
        past->several |= met & kind;
        met |= kind;
        past->last[event->kind] = event;
    }
}

/* `past->events` has room for the whole history. */
static bool fill_past(struct pdoc__judge *judge, const struct pdoc__history *history, struct pdoc__past *past)
{
    past->voided = NULL;
    past->count = past->known = past->voided_room = 0;
    past->kinds = past->coming = 0;
    past->has_unknown = history->has_unknown;
    if (!find_voided(judge, history, past))
        return false;
    for (size_t i = 0; i < history->count; i++) {
        const pdoc_event *event = history->events[i];
        if (!is_known(judge, event) || is_voided(past, event))
            continue;
        past->events[past->known++] = event;
        bool happened = date_key(event->on) <= judge->day_key;
        past->count += happened;
        *(happened ? &past->kinds : &past->coming) |= UINT64_C(1) << event->kind;
    }
    if (!sort_by_day(judge, past))
        return false;
    index_kinds(past);
    return true;
}

static const struct pdoc__history *history_at_hand(const struct pdoc__judge *judge)
{
    return judge->doc ? &judge->doc->history : &judge->reg->history;
}

const struct pdoc__past *pdoc__past_of(struct pdoc__judge *judge, const struct pdoc__history *history)
{
    if (history == history_at_hand(judge))
        return &judge->past;
    struct pdoc__past *past = pdoc__arena_zero(&judge->scratch, sizeof *past, NULL);
    size_t room = history->count + (size_t)1;
    if (past)
        past->events = pdoc__arena_alloc(&judge->scratch, room * sizeof *past->events, NULL);
    if (past && past->events && fill_past(judge, history, past))
        return past;
    judge->out_of_memory = true;
    return NULL;
}

bool pdoc__event_counts(struct pdoc__judge *judge, const pdoc_event *event)
{
    if (date_key(event->on) > judge->day_key || !is_known(judge, event))
        return false;
    const struct pdoc__past *past = pdoc__past_of(judge, event->history);
    return past && !is_voided(past, event);
}

static bool take_past(struct pdoc__judge *judge, pdoc_error **error)
{
    const struct pdoc__history *history = history_at_hand(judge);
    if (history->count > judge->past_capacity) {
        size_t capacity = history->count * (size_t)2;
        const pdoc_event **events = pdoc__realloc(judge->past.events, capacity, sizeof *events, error);
        if (!events)
            return false;
        judge->past.events = events;
        judge->past_capacity = capacity;
    }
    return fill_past(judge, history, &judge->past) || (pdoc__fail_memory(error), false);
}

/* ---- the version ---- */

static const struct pdoc_version *newest(const pdoc_document *doc)
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
    bool may_choose = judge->doc->version_count > 1;
    judge->version = may_choose ? pdoc__version_in_force(judge, judge->doc) : NULL;
    if (!judge->version)
        judge->version = newest(judge->doc);
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
    judge->day_key = date_key(pdoc_date_last(basis->as_of));
    if (pdoc_date_is_recorded(basis->known_on)) {
        judge->known_day = pdoc__interval_of(basis->known_on).last;
        judge->known_key = date_key(pdoc_date_last(basis->known_on));
    }
    judge->override = basis->profile;
    judge->set = basis->profiles;
    choose_register_profile(judge);
    return true;
}

void pdoc__judge_end(struct pdoc__judge *judge)
{
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
    if (!take_profile(judge, error) || !take_past(judge, error))
        return false;
    if (doc) {
        judge->type = pdoc__memory_type(judge, doc->type);
        pdoc__type_value(judge, &judge->type_value);
        take_version(judge);
    }
    return !judge->out_of_memory || (pdoc__fail_memory(error), false);
}
