/* SPDX-License-Identifier: MIT */
/* Parts that can be compared, and the words for them: texts, lists, histories, unknown content. */
#include "keeping/parts.h"

#include <string.h>

#include "base/text.h"

const char *pdoc__parts_join(struct pdoc__parts *parts, const char *const *pieces)
{
    size_t size = 0;
    for (size_t i = 0; pieces[i]; i++)
        size += strlen(pieces[i]);
    char *text = pdoc__arena_space(parts->arena, size + 1, NULL);
    if (!text) {
        parts->failed = true;
        return "";
    }
    char *at = text;
    for (size_t i = 0; pieces[i]; i++) {
        const size_t length = strlen(pieces[i]);
        memcpy(at, pieces[i], length);
        at += length;
    }
    *at = '\0';
    return text;
}

const char *pdoc__parts_number(struct pdoc__parts *parts, uint64_t number)
{
    char digits[24];
    char *at = digits + sizeof digits - 1;
    *at = '\0';
    do {
        *--at = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    return PDOC__JOIN(parts, at);
}

const char *pdoc__parts_date(struct pdoc__parts *parts, pdoc_date date)
{
    char text[PDOC_DATE_TEXT];
    return pdoc_date_is_recorded(date) ? PDOC__JOIN(parts, pdoc_date_format(date, text)) : NULL;
}

const char *pdoc__parts_with(struct pdoc__parts *parts, const char *words, const char *lead, const char *text)
{
    return text ? PDOC__JOIN(parts, words, lead, text) : words;
}

static void add(struct pdoc__parts *parts, const struct pdoc__part *part)
{
    if (parts->failed)
        return;
    if (!pdoc__grow(&parts->items, &parts->capacity, parts->count, sizeof *parts->items, NULL)) {
        parts->failed = true;
        return;
    }
    parts->items[parts->count++] = *part;
}

/* All that is kept of an owner though it is not understood, as one part. Its pieces stand where they stood. */
static void add_unknown(struct pdoc__parts *parts, const char *place, const char *what, const void *owner)
{
    const char *value = NULL;
    uint32_t mark = 0;
    const struct pdoc__extra *extra = owner ? pdoc__extras_first(parts->extras, owner) : NULL;
    for (; extra; extra = pdoc__extras_next(parts->extras, extra)) {
        value = value ? PDOC__JOIN(parts, value, " ", extra->text) : extra->text;
        mark = mark * 31 + extra->index * 7 + extra->slot * 3u + extra->kind;
    }
    if (value)
        add(parts, &(struct pdoc__part){.place = PDOC__JOIN(parts, place, "/unknown"),
                                        .what = PDOC__JOIN(parts, "what is kept without being understood at ", what),
                                        .value = value,
                                        .mark = mark});
}

void pdoc__parts_add(struct pdoc__parts *parts, const struct pdoc__part *part, const void *owner, const char *text)
{
    if (part->value)
        add(parts, part);
    if (parts->extras->count == 0)
        return;
    add_unknown(parts, part->place, part->what, owner);
    add_unknown(parts, PDOC__JOIN(parts, part->place, "/text"), part->what, text);
}

void pdoc__parts_value(struct pdoc__parts *parts, const char *place, const char *what, const char *value)
{
    pdoc__parts_add(parts, &(struct pdoc__part){.place = place, .what = what, .value = value}, NULL, value);
}

static const char *member_text(struct pdoc__parts *parts, const void *object, const struct pdoc__member *member)
{
    const char *text = NULL;
    pdoc_date date;
    if (!member->is_date) {
        memcpy(&text, (const char *)object + member->at, sizeof text);
        return text;
    }
    memcpy(&date, (const char *)object + member->at, sizeof date);
    return pdoc__parts_date(parts, date);
}

void pdoc__parts_members(struct pdoc__parts *parts, const char *lead, const void *object,
                         const struct pdoc__member *members, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *value = member_text(parts, object, &members[i]);
        if (value)
            pdoc__parts_value(parts, PDOC__JOIN(parts, lead, members[i].name), members[i].what, value);
    }
}

void pdoc__parts_texts(struct pdoc__parts *parts, const char *lead, const char *what, const char *const *texts,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *number = pdoc__parts_number(parts, i + 1);
        const char *name = i > 0 ? PDOC__JOIN(parts, what, " ", number) : what;
        pdoc__parts_value(parts, PDOC__JOIN(parts, lead, "/", number), name, texts[i]);
    }
}

/* ---- histories ---- */

/* "decided on 2020-07-07, version 1, by executive, outcome approved, minute 7" */
static const char *words_of_event(struct pdoc__parts *parts, const pdoc_event *event)
{
    const char *words = PDOC__JOIN(parts, pdoc_table_code(PDOC_TABLE_EVENT_KIND, event->kind), " on ");
    words = pdoc__parts_with(parts, words, "", pdoc__parts_date(parts, event->on));
    words = pdoc__parts_with(parts, words, ", recorded ", pdoc__parts_date(parts, event->recorded));
    if (event->version > 0)
        words = pdoc__parts_with(parts, words, ", version ", pdoc__parts_number(parts, event->version));
    words = pdoc__parts_with(parts, words, ", by ", event->by);
    for (size_t attribute = 0; attribute < PDOC__ATTRIBUTE_COUNT; attribute++) {
        const struct pdoc__event_value *value = pdoc__event_value(event, (enum pdoc__event_attribute)attribute);
        const char *name = pdoc_table_code(PDOC_TABLE_EVENT_ATTRIBUTE, attribute);
        if (value)
            words = PDOC__JOIN(parts, words, ", ", name, " ", value->text);
    }
    return words;
}

void pdoc__parts_history(struct pdoc__parts *parts, const struct pdoc__history *history)
{
    const char *is_empty = history->exists && history->count == 0 ? "empty" : NULL;
    pdoc__parts_add(parts, &(struct pdoc__part){.place = "history", .what = "the history", .value = is_empty}, history,
                    NULL);
    for (size_t i = 0; i < history->count; i++) {
        const pdoc_event *event = history->events[i];
        const char *place = PDOC__JOIN(parts, "history/", event->id);
        const struct pdoc__part part = {.place = place,
                                        .what = PDOC__JOIN(parts, "the event ", event->id),
                                        .value = words_of_event(parts, event),
                                        .sort = PDOC__PART_EVENT};
        pdoc__parts_add(parts, &part, event, NULL);
        for (size_t k = 0; parts->extras->count > 0 && k < event->value_count; k++)
            add_unknown(parts, PDOC__JOIN(parts, place, "/text"), part.what, event->values[k].text);
    }
}
