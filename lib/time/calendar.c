/* SPDX-License-Identifier: MIT */
/* What a working-day calendar tells of itself and of one day. Counts no days: see working_days.c. */
#include <string.h>

#include "time/calendar_data.h"

const char *const pdoc__weekday_words[7] = {"monday", "tuesday",  "wednesday", "thursday",
                                            "friday", "saturday", "sunday"};
const char *const pdoc__weekday_names[7] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                            "Friday", "Saturday", "Sunday"};

pdoc_calendar *pdoc_calendar_ref(pdoc_calendar *calendar)
{
    if (calendar)
        atomic_fetch_add_explicit(&calendar->references, 1, memory_order_relaxed);
    return calendar;
}

pdoc_calendar *pdoc__calendar_hold(const pdoc_calendar *calendar)
{
    const union {
        const pdoc_calendar *seen;
        pdoc_calendar *counted;
    } same = {.seen = calendar};
    return pdoc_calendar_ref(same.counted);
}

void pdoc_calendar_unref(pdoc_calendar *calendar)
{
    if (!calendar || atomic_fetch_sub_explicit(&calendar->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__free(calendar->counted.before);
    pdoc__free(calendar->counted.days);
    pdoc__arena_free(&calendar->arena);
    pdoc__free(calendar);
}

const char *pdoc_calendar_id(const pdoc_calendar *calendar)
{
    return calendar ? calendar->facts.id : NULL;
}

const char *pdoc_calendar_name(const pdoc_calendar *calendar)
{
    if (!calendar)
        return NULL;
    return calendar->facts.name ? calendar->facts.name : calendar->facts.id;
}

const char *pdoc_calendar_source(const pdoc_calendar *calendar)
{
    return calendar ? calendar->facts.source : NULL;
}

pdoc_date pdoc_calendar_as_of(const pdoc_calendar *calendar)
{
    return calendar ? calendar->facts.as_of : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_calendar_from(const pdoc_calendar *calendar)
{
    return pdoc__day_date(calendar ? calendar->facts.from : PDOC__NO_DAY);
}

pdoc_date pdoc_calendar_to(const pdoc_calendar *calendar)
{
    return pdoc__day_date(calendar ? calendar->facts.to : PDOC__NO_DAY);
}

char *pdoc__weekend_write(uint8_t weekend, char *buffer)
{
    size_t size = 0;
    for (int32_t i = 0; i < 7; i++) {
        if (!pdoc__in_weekend(weekend, i))
            continue;
        size_t length = strlen(pdoc__weekday_words[i]);
        if (size > 0)
            buffer[size++] = ' ';
        memcpy(buffer + size, pdoc__weekday_words[i], length);
        size += length;
    }
    buffer[size] = '\0';
    return buffer;
}

bool pdoc_calendar_is_weekend(const pdoc_calendar *calendar, int weekday)
{
    return calendar && weekday >= 1 && weekday <= 7 && pdoc__in_weekend(calendar->facts.weekend, weekday - 1);
}

size_t pdoc_calendar_entry_count(const pdoc_calendar *calendar)
{
    return calendar ? calendar->facts.entry_count : 0;
}

static const struct pdoc__calendar_entry *entry_at(const pdoc_calendar *calendar, size_t entry)
{
    return calendar && entry < calendar->facts.entry_count ? &calendar->facts.entries[entry] : NULL;
}

pdoc_date pdoc_calendar_entry_first(const pdoc_calendar *calendar, size_t entry)
{
    const struct pdoc__calendar_entry *found = entry_at(calendar, entry);
    return pdoc__day_date(found ? found->first : PDOC__NO_DAY);
}

pdoc_date pdoc_calendar_entry_last(const pdoc_calendar *calendar, size_t entry)
{
    const struct pdoc__calendar_entry *found = entry_at(calendar, entry);
    return pdoc__day_date(found ? found->last : PDOC__NO_DAY);
}

const char *pdoc_calendar_entry_name(const pdoc_calendar *calendar, size_t entry)
{
    const struct pdoc__calendar_entry *found = entry_at(calendar, entry);
    return found ? found->name : NULL;
}

bool pdoc_calendar_entry_is_working(const pdoc_calendar *calendar, size_t entry)
{
    const struct pdoc__calendar_entry *found = entry_at(calendar, entry);
    return found && found->is_working;
}

/* The first entry of that kind with the day in it, one with a name before one without; NULL: there is none. */
static const struct pdoc__calendar_entry *entry_of(const pdoc_calendar *calendar, int32_t day, bool is_working)
{
    const struct pdoc__calendar_facts *facts = &calendar->facts;
    const struct pdoc__calendar_entry *found = NULL;
    size_t low = 0;
    size_t high = facts->entry_count;
    while (low < high) { /* the first entry that begins so late that it may still reach the day */
        const size_t middle = low + (high - low) / 2;
        if (facts->entries[middle].first <= day - PDOC__CALENDAR_ENTRY_DAYS)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < facts->entry_count && facts->entries[low].first <= day; low++) {
        const struct pdoc__calendar_entry *entry = &facts->entries[low];
        if (entry->last < day || entry->is_working != is_working)
            continue;
        if (entry->name)
            return entry;
        found = found ? found : entry;
    }
    return found;
}

static bool is_full(pdoc_date date)
{
    return pdoc_date_is_valid(date) && date.day != 0;
}

static bool is_covered(const pdoc_calendar *calendar, int32_t day)
{
    return day >= calendar->facts.from && day <= calendar->facts.to;
}

pdoc_truth pdoc_calendar_is_working(const pdoc_calendar *calendar, pdoc_date date)
{
    if (!calendar || !is_full(date))
        return PDOC_UNKNOWN;
    const int32_t day = pdoc__day_number(date);
    if (!pdoc__is_working_day(calendar, day, NULL))
        return PDOC_FALSE;
    return is_covered(calendar, day) || entry_of(calendar, day, true) ? PDOC_TRUE : PDOC_UNKNOWN;
}

const char *pdoc_calendar_reason(const pdoc_calendar *calendar, pdoc_date date)
{
    if (pdoc_calendar_is_working(calendar, date) != PDOC_FALSE)
        return NULL;
    const int32_t day = pdoc__day_number(date);
    const struct pdoc__calendar_entry *entry = entry_of(calendar, day, false);
    if (entry && entry->name)
        return entry->name;
    const int32_t weekday = pdoc__weekday(day);
    return pdoc_calendar_is_weekend(calendar, weekday + 1) ? pdoc__weekday_names[weekday] : "non-working day";
}
