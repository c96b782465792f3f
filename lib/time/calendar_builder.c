/* SPDX-License-Identifier: MIT */
/* Makes working-day calendars. Knows no files, and answers no question about a calendar. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "time/calendar_data.h"

struct pdoc_calendar_builder {
    struct pdoc__arena arena;
    struct pdoc__calendar_facts facts;
    size_t capacity; /* of the entries, which lie outside the arena since they grow */
};

static bool is_full(pdoc_date date)
{
    return pdoc_date_is_valid(date) && date.day != 0;
}

bool pdoc__calendar_is_id(const char *id)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    return id && *id && strspn(id, letters) == strlen(id);
}

static bool is_text(const char *text)
{
    return !text || pdoc__utf8_is_valid(text, strlen(text));
}

static pdoc_status copy_text(struct pdoc__arena *arena, const char *text, const char **out, pdoc_error **error)
{
    if (!is_text(text))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "expected UTF-8 text without control characters");
    const char *copy = text ? pdoc__arena_text(arena, text, strlen(text), error) : NULL;
    if (text && !copy)
        return PDOC_ERR_NOMEM;
    *out = copy;
    return PDOC_OK;
}

static pdoc_status no_builder(pdoc_error **error)
{
    return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a calendar builder is needed, and NULL was passed");
}

pdoc_calendar_builder *pdoc_calendar_builder_new(const char *id, pdoc_date from, pdoc_date to, pdoc_error **error)
{
    if (!pdoc__calendar_is_id(id)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a calendar needs an id of letters, digits and hyphens");
        return NULL;
    }
    if (!is_full(from) || !is_full(to) || pdoc_date_compare(from, to) > 0) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a calendar needs a first day that it covers, and a last one not before it");
        return NULL;
    }
    pdoc_calendar_builder *builder = pdoc__alloc_zero(1, sizeof *builder, error);
    if (!builder)
        return NULL;
    builder->facts.from = pdoc__day_number(from);
    builder->facts.to = pdoc__day_number(to);
    builder->facts.weekend = 1u << 5 | 1u << 6;
    if (copy_text(&builder->arena, id, &builder->facts.id, error) == PDOC_OK)
        return builder;
    pdoc_calendar_builder_free(builder);
    return NULL;
}

void pdoc_calendar_builder_free(pdoc_calendar_builder *builder)
{
    if (!builder)
        return;
    pdoc__free(builder->facts.entries);
    pdoc__arena_free(&builder->arena);
    pdoc__free(builder);
}

pdoc_status pdoc_calendar_builder_set_name(pdoc_calendar_builder *builder, const char *name, pdoc_error **error)
{
    return builder ? copy_text(&builder->arena, name, &builder->facts.name, error) : no_builder(error);
}

pdoc_status pdoc__calendar_builder_set_version(pdoc_calendar_builder *builder, const char *version, pdoc_error **error)
{
    return copy_text(&builder->arena, version, &builder->facts.version, error);
}

pdoc_status pdoc__calendar_builder_set_id(pdoc_calendar_builder *builder, const char *id, pdoc_error **error)
{
    return copy_text(&builder->arena, id, &builder->facts.id, error);
}

/* Number of the day that the next word names, or -1; moves behind the word. */
static int next_weekday(const char **at)
{
    const size_t size = strcspn(*at, " ");
    for (int i = 0; i < 7; i++) {
        if (strlen(pdoc__weekday_words[i]) != size || memcmp(pdoc__weekday_words[i], *at, size) != 0)
            continue;
        *at += size;
        return i;
    }
    return -1;
}

pdoc_status pdoc_calendar_builder_set_weekend(pdoc_calendar_builder *builder, const char *days, pdoc_error **error)
{
    uint8_t weekend = 0;
    if (!builder)
        return no_builder(error);
    if (!days || !is_text(days))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a weekend is a text of names of days, such as \"saturday sunday\"");
    for (const char *at = days + strspn(days, " "); *at; at += strspn(at, " ")) {
        const int day = next_weekday(&at);
        if (day < 0)
            return pdoc__fail(error, PDOC_ERR_INVALID,
                              "\"%.40s\" is no weekend; expected names of days with spaces between, such as "
                              "\"saturday sunday\"",
                              days);
        weekend = (uint8_t)(weekend | 1u << day);
    }
    builder->facts.weekend = weekend;
    return PDOC_OK;
}

pdoc_status pdoc_calendar_builder_set_source(pdoc_calendar_builder *builder, const char *source, pdoc_date as_of,
                                             pdoc_error **error)
{
    if (!builder)
        return no_builder(error);
    if (pdoc_date_is_recorded(as_of) && !pdoc_date_is_valid(as_of))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the day as of which a source was read is no date");
    const pdoc_status status = copy_text(&builder->arena, source, &builder->facts.source, error);
    if (status == PDOC_OK)
        builder->facts.as_of = as_of;
    return status;
}

static pdoc_status add_entry(pdoc_calendar_builder *builder, struct pdoc__calendar_entry entry, pdoc_error **error)
{
    struct pdoc__calendar_facts *facts = &builder->facts;
    const pdoc_status status = copy_text(&builder->arena, entry.name, &entry.name, error);
    if (status != PDOC_OK)
        return status;
    if (!pdoc__grow(&facts->entries, &builder->capacity, facts->entry_count, sizeof entry, error))
        return PDOC_ERR_NOMEM;
    facts->entries[facts->entry_count++] = entry;
    return PDOC_OK;
}

static pdoc_status add_days(pdoc_calendar_builder *builder, const pdoc_date ends[2], const char *name, bool is_working,
                            pdoc_error **error)
{
    const pdoc_date first = ends[0];
    const pdoc_date last = pdoc_date_is_recorded(ends[1]) ? ends[1] : first;
    char text[PDOC_DATE_TEXT];
    if (!builder)
        return no_builder(error);
    if (!is_full(first) || !is_full(last))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the days of a calendar are full dates that exist");
    const struct pdoc__calendar_entry entry = {pdoc__day_number(first), pdoc__day_number(last), name, is_working};
    if (entry.last < entry.first)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a range of days ends on %s, before it begins",
                          pdoc_date_format(last, text));
    if (entry.last - entry.first >= PDOC__CALENDAR_ENTRY_DAYS)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a range of days from %s is longer than %d days; give it in parts",
                          pdoc_date_format(first, text), PDOC__CALENDAR_ENTRY_DAYS);
    return add_entry(builder, entry, error);
}

pdoc_status pdoc_calendar_builder_add_non_working(pdoc_calendar_builder *builder, pdoc_date first, pdoc_date last,
                                                  const char *name, pdoc_error **error)
{
    return add_days(builder, (const pdoc_date[]){first, last}, name, false, error);
}

pdoc_status pdoc_calendar_builder_add_working(pdoc_calendar_builder *builder, pdoc_date first, pdoc_date last,
                                              const char *name, pdoc_error **error)
{
    return add_days(builder, (const pdoc_date[]){first, last}, name, true, error);
}

static bool copy_facts(struct pdoc__arena *arena, const struct pdoc__calendar_facts *from,
                       struct pdoc__calendar_facts *to, pdoc_error **error)
{
    to->as_of = from->as_of;
    to->from = from->from;
    to->to = from->to;
    to->weekend = from->weekend;
    return copy_text(arena, from->id, &to->id, error) == PDOC_OK &&
           copy_text(arena, from->name, &to->name, error) == PDOC_OK &&
           copy_text(arena, from->version, &to->version, error) == PDOC_OK &&
           copy_text(arena, from->source, &to->source, error) == PDOC_OK;
}

pdoc_calendar_builder *pdoc_calendar_builder_from(const pdoc_calendar *calendar, pdoc_error **error)
{
    if (!calendar) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a calendar to begin with is needed, and NULL was passed");
        return NULL;
    }
    pdoc_calendar_builder *builder = pdoc__alloc_zero(1, sizeof *builder, error);
    if (!builder)
        return NULL;
    bool good = copy_facts(&builder->arena, &calendar->facts, &builder->facts, error);
    for (size_t i = 0; good && i < calendar->facts.entry_count; i++)
        good = add_entry(builder, calendar->facts.entries[i], error) == PDOC_OK;
    if (good)
        return builder;
    pdoc_calendar_builder_free(builder);
    return NULL;
}

/* Halves of a list in order become one. */
static void merge(const struct pdoc__calendar_entry *from, struct pdoc__calendar_entry *to, size_t middle, size_t end)
{
    size_t left = 0;
    size_t right = middle;
    for (size_t i = 0; i < end; i++) {
        const bool takes_left = left < middle && (right == end || from[left].first <= from[right].first);
        to[i] = takes_left ? from[left++] : from[right++];
    }
}

/* By first day, those of one day as they were added. Gives one of the two places. */
static struct pdoc__calendar_entry *sort_entries(struct pdoc__calendar_entry *from, struct pdoc__calendar_entry *to,
                                                 size_t count)
{
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t at = 0; at < count; at += 2 * width) {
            const size_t end = count - at < 2 * width ? count - at : 2 * width;
            merge(from + at, to + at, width < end ? width : end, end);
        }
        struct pdoc__calendar_entry *sorted = to;
        to = from;
        from = sorted;
    }
    return from;
}

static bool copy_entries(pdoc_calendar *calendar, const struct pdoc__calendar_facts *from, pdoc_error **error)
{
    const size_t count = from->entry_count;
    struct pdoc__calendar_entry *places = NULL;
    if (count == 0)
        return true;
    if (count < SIZE_MAX / 2 / sizeof *places)
        places = pdoc__arena_zero(&calendar->arena, 2 * count * sizeof *places, error);
    if (!places)
        return false;
    for (size_t i = 0; i < count; i++) {
        places[i] = from->entries[i];
        if (copy_text(&calendar->arena, from->entries[i].name, &places[i].name, error) != PDOC_OK)
            return false;
    }
    calendar->facts.entries = sort_entries(places, places + count, count);
    calendar->facts.entry_count = count;
    return true;
}

pdoc_calendar *pdoc_calendar_builder_finish(const pdoc_calendar_builder *builder, pdoc_error **error)
{
    if (!builder) {
        no_builder(error);
        return NULL;
    }
    pdoc_calendar *calendar = pdoc__alloc_zero(1, sizeof *calendar, error);
    if (!calendar)
        return NULL;
    atomic_init(&calendar->references, 1);
    if (copy_facts(&calendar->arena, &builder->facts, &calendar->facts, error) &&
        copy_entries(calendar, &builder->facts, error) && pdoc__calendar_count_days(calendar, error))
        return calendar;
    pdoc_calendar_unref(calendar);
    return NULL;
}
