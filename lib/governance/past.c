/* SPDX-License-Identifier: MIT */
/* What happened in a history, as far as it was known on the day judged: in order, without what was voided. Knows
   nothing of what follows from it. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/judge.h"

#define FEW_EVENTS 16u /* so many are put in order by insertion; more are merged */

static const char *voids(const pdoc_event *event)
{
    for (size_t i = 0; i < event->value_count; i++)
        if (event->values[i].attribute == PDOC__ATTRIBUTE_VOIDS)
            return event->values[i].text;
    return NULL;
}

static bool is_known(const struct pdoc__judge *judge, const pdoc_event *event)
{
    if (event == judge->without)
        return false;
    return judge->known_key == UINT32_MAX || event == judge->supposed ||
           pdoc__date_key(event->recorded.year != 0 ? event->recorded : event->on) <= judge->known_key;
}

/* Where an id is, or would be, among those of which it is said that they are void. */
static struct pdoc__void *voided_slot(const struct pdoc__past *past, const char *id)
{
    size_t slot = (size_t)pdoc__text_hash(id, strlen(id)) & (past->voided_room - 1);
    while (past->voided[slot].id && strcmp(past->voided[slot].id, id) != 0)
        slot = (slot + 1) & (past->voided_room - 1);
    return &past->voided[slot];
}

static bool is_voided(const struct pdoc__past *past, const pdoc_event *event)
{
    return past->voided_room > 0 && voided_slot(past, event->id)->is_void;
}

static size_t count_voiding(const struct pdoc__history *history)
{
    size_t count = 0;
    for (size_t i = 0; i < history->count; i++)
        count += voids(history->events[i]) != NULL;
    return count;
}

/* Room for the ids of so many voided events, half of it to stay free. */
static bool make_voided(struct pdoc__judge *judge, size_t count, struct pdoc__past *past)
{
    uint32_t room = 2;
    while (room / 2 < count)
        room *= 2;
    past->voided = pdoc__arena_zero(&judge->scratch, room * sizeof *past->voided, NULL);
    past->voided_room = past->voided ? room : 0;
    return past->voided != NULL;
}

/* Enters which events are said to be void, and where they stand. */
static void enter_voided(const struct pdoc__history *history, struct pdoc__past *past)
{
    for (size_t i = 0; i < history->count; i++) {
        const char *id = voids(history->events[i]);
        if (id)
            *voided_slot(past, id) = (struct pdoc__void){.id = id, .at = UINT32_MAX};
    }
    for (size_t i = 0; i < history->count; i++) {
        struct pdoc__void *entered = voided_slot(past, history->events[i]->id);
        if (entered->id)
            entered->at = (uint32_t)i;
    }
}

/* Which events are void is a matter of knowledge, not of the day judged: what was put right later was never so. Later
   events are looked at first, for a voiding event may itself have been voided; but only by one behind it: an event that
   voids itself, or what was not yet recorded, voids nothing. */
static bool find_voided(struct pdoc__judge *judge, const struct pdoc__history *history, struct pdoc__past *past)
{
    if (!pdoc__history_records(history, PDOC__ATTRIBUTE_VOIDS))
        return true;
    if (!make_voided(judge, count_voiding(history), past))
        return false;
    enter_voided(history, past);
    for (size_t i = history->count; i-- > 0;) {
        const pdoc_event *event = history->events[i];
        const char *id = voids(event);
        if (id && is_known(judge, event) && !is_voided(past, event))
            voided_slot(past, id)->is_void |= voided_slot(past, id)->at < i;
    }
    return true;
}

/* Puts an event behind those of its day and before those of later days; nearly always that is the end. */
static void insert_by_day(const pdoc_event **events, size_t count, const pdoc_event *event)
{
    const uint32_t key = pdoc__date_key(event->on);
    while (count > 0 && pdoc__date_key(events[count - 1]->on) > key) {
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
            left < left_end && (right == end || pdoc__date_key(from[left]->on) <= pdoc__date_key(from[right]->on));
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
    while (ordered < count && pdoc__date_key(from[ordered - 1]->on) <= pdoc__date_key(from[ordered]->on))
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

/* What is supposed to have happened comes after all that did: behind the last of them, on the day judged. */
static size_t count_with_supposed(const struct pdoc__judge *judge, const struct pdoc__history *history)
{
    return history->count + (size_t)(judge->supposed && judge->supposed->history == history);
}

/* Takes the events that are known, remembers the last one of each kind and which kinds there are several of. Says
   whether they came in order. */
static bool take_events(const struct pdoc__judge *judge, const struct pdoc__history *history, struct pdoc__past *past)
{
    uint64_t kinds = 0, coming = 0, several = 0;
    uint32_t known = 0, count = 0, latest = 0;
    bool in_order = true;
    const size_t all = count_with_supposed(judge, history);
    for (size_t i = 0; i < all; i++) {
        const pdoc_event *event = i < history->count ? history->events[i] : judge->supposed;
        if (!is_known(judge, event) || is_voided(past, event))
            continue;
        const uint32_t on = pdoc__date_key(event->on);
        const uint64_t kind = UINT64_C(1) << event->kind;
        in_order &= on >= latest;
        latest = on;
        past->events[known++] = event;
        if (on > judge->day_key) {
            coming |= kind;
            continue;
        }
        several |= kinds & kind;
        kinds |= kind;
        past->last[event->kind] = event;
        count++;
    }
    past->known = known;
    past->count = count;
    past->kinds = kinds;
    past->coming = coming;
    past->several = several;
    return in_order;
}

/* `past->events` has room for the whole history. */
static bool fill_past(struct pdoc__judge *judge, const struct pdoc__history *history, struct pdoc__past *past)
{
    past->voided = NULL;
    past->voided_room = 0;
    past->has_unknown = history->has_unknown;
    if (!find_voided(judge, history, past))
        return false;
    if (take_events(judge, history, past))
        return true;
    if (!sort_by_day(judge, past))
        return false;
    for (uint32_t i = 0; i < past->count; i++) /* the last of each kind may be another one now */
        past->last[past->events[i]->kind] = past->events[i];
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
    if (pdoc__date_key(event->on) > judge->day_key || !is_known(judge, event))
        return false;
    const struct pdoc__past *past = pdoc__past_of(judge, event->history);
    return past && !is_voided(past, event);
}

bool pdoc__past_take(struct pdoc__judge *judge, pdoc_error **error)
{
    const struct pdoc__history *history = history_at_hand(judge);
    const size_t count = count_with_supposed(judge, history);
    if (count > judge->past_capacity) {
        size_t capacity = count * 2;
        const pdoc_event **events = pdoc__realloc(judge->past.events, capacity, sizeof *events, error);
        if (!events)
            return false;
        judge->past.events = events;
        judge->past_capacity = capacity;
    }
    return fill_past(judge, history, &judge->past) || (pdoc__fail_memory(error), false);
}
