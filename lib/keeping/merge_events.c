/* SPDX-License-Identifier: MIT */
/* Events of two histories: those that both have are one; the others get ids of their own, and their links follow. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "keeping/merge.h"

static bool same_date(pdoc_date one, pdoc_date other)
{
    return one.year == other.year && one.month == other.month && one.day == other.day;
}

/* A link of `from` in the language of the result, as far as that is known. */
static const char *followed(const struct pdoc__merging *merging, const char *id)
{
    const char *made = pdoc__map_find(&merging->new_ids, id);
    return made ? made : id;
}

static bool same_values(const struct pdoc__merging *merging, const pdoc_event *event, const pdoc_event *other)
{
    for (size_t i = 0; i < event->value_count; i++) {
        const struct pdoc__event_value *value = &event->values[i];
        const struct pdoc__event_value *there = pdoc__event_value(other, (enum pdoc__event_attribute)value->attribute);
        const bool is_link = pdoc__attribute_types[value->attribute] == PDOC__EVENT;
        const char *text = is_link ? followed(merging, value->text) : value->text;
        if (!there || strcmp(text, there->text) != 0)
            return false;
    }
    return true;
}

static bool is_same(const struct pdoc__merging *merging, const pdoc_event *event, const pdoc_event *other)
{
    return event->kind == other->kind && event->version == other->version && event->value_count == other->value_count &&
           same_date(event->on, other->on) && same_date(event->recorded, other->recorded) &&
           pdoc__text_equal(event->by, other->by) && same_values(merging, event, other);
}

/* The one with the same id comes first: of several that say the same each has its own. `spoken` marks those of `into`
   that are some other's already. */
static const pdoc_event *find_same(const struct pdoc__merging *merging, const pdoc_event *event,
                                   const struct pdoc__history *history, const bool *spoken, size_t *index)
{
    const pdoc_event *found = NULL;
    for (size_t i = 0; i < history->count; i++) {
        const pdoc_event *other = history->events[i];
        const bool has_id = strcmp(other->id, event->id) == 0;
        if (spoken[i] || (found && !has_id) || !is_same(merging, event, other))
            continue;
        found = other;
        *index = i;
        if (has_id)
            return found;
    }
    return found;
}

static bool rename(struct pdoc__merging *merging, pdoc_event *event, const char *made)
{
    bool added;
    if (strcmp(made, event->id) != 0 &&
        !pdoc__map_add(&merging->new_ids, event->id, (void *)(uintptr_t)made, &added, merging->error))
        return false;
    event->id = made;
    return true;
}

/* An event that only `from` has: its own id, or the next free one. */
static bool name_event(struct pdoc__merging *merging, pdoc_event *event)
{
    const char *made = event->id;
    bool added;
    if (pdoc__map_find(&merging->ids, event->id)) {
        if (!pdoc__next_id(merging->into, 'e', &made, merging->error))
            return false;
        pdoc__use_id(merging->into, 'e');
    }
    return pdoc__map_add(&merging->ids, made, event, &added, merging->error) && rename(merging, event, made);
}

static bool pair_history(struct pdoc__merging *merging, const struct pdoc__history *from,
                         const struct pdoc__history *into)
{
    bool *spoken = pdoc__arena_zero(&merging->scratch, (into->count + 1) * sizeof *spoken, merging->error);
    for (size_t i = 0; spoken && i < from->count; i++) {
        size_t at = 0;
        const pdoc_event *same = find_same(merging, from->events[i], into, spoken, &at);
        if (!same)
            continue;
        spoken[at] = true;
        if (!pdoc__map_set_address(&merging->known, from->events[i], into->events[at], merging->error) ||
            !rename(merging, from->events[i], same->id))
            return false;
    }
    return spoken != NULL;
}

static bool name_history(struct pdoc__merging *merging, const struct pdoc__history *from)
{
    for (size_t i = 0; i < from->count; i++)
        if (!pdoc__map_find_address(&merging->known, from->events[i]) && !name_event(merging, from->events[i]))
            return false;
    return true;
}

static void follow_events(const struct pdoc__merging *merging, const struct pdoc__history *history)
{
    for (size_t i = 0; i < history->count; i++)
        for (size_t k = 0; k < history->events[i]->value_count; k++) {
            struct pdoc__event_value *value = &history->events[i]->values[k];
            if (pdoc__attribute_types[value->attribute] == PDOC__EVENT)
                value->text = followed(merging, value->text);
        }
}

/* Those that both have first, in every history, so that a link to one of them never stands in the way of another. */
bool pdoc__merge_pair_events(struct pdoc__merging *merging)
{
    const pdoc_register *from = merging->from;
    bool is_well = pair_history(merging, &from->history, &merging->into->history);
    for (size_t i = 0; is_well && i < from->document_count; i++)
        is_well =
            !merging->twins[i] || pair_history(merging, &from->documents[i]->history, &merging->twins[i]->history);
    is_well = is_well && name_history(merging, &from->history);
    for (size_t i = 0; is_well && i < from->document_count; i++)
        is_well = name_history(merging, &from->documents[i]->history);
    for (size_t i = 0; is_well && i < from->document_count; i++)
        follow_events(merging, &from->documents[i]->history);
    follow_events(merging, &from->history);
    return is_well;
}

bool pdoc__merge_history(struct pdoc__merging *merging, struct pdoc__history *from, struct pdoc__history *into)
{
    for (size_t i = 0; i < from->count; i++) {
        pdoc_event *event = from->events[i];
        if (pdoc__map_find_address(&merging->known, event))
            continue;
        pdoc_event **list =
            pdoc__list_add(merging->into, into->events, into->count, sizeof event, &event, merging->error);
        if (!list)
            return false;
        event->history = into;
        into->events = list;
        into->count++;
        merging->brings = true;
    }
    into->exists = into->exists || from->exists;
    return true;
}
