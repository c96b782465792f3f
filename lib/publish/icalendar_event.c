/* SPDX-License-Identifier: MIT */
/* One event of a calendar file, line by line, with a UID that no other has. Knows not what it is an event of. */
#include <stdio.h>

#include "publish/icalendar.h"
#include "publish/icalendar_text.h"
#include "time/calendar_data.h"

#define DAY_TEXT 9 /* 20260616 and the final NUL */

static void clear(struct pdoc__buffer *buffer)
{
    buffer->size = 0;
    if (buffer->data)
        buffer->data[0] = '\0';
}

static const char *text_of(const struct pdoc__buffer *buffer)
{
    return buffer->data ? buffer->data : "";
}

/* The form of a date in RFC 5545, 3.3.4. */
static const char *day_text(int32_t day, char *buffer)
{
    char text[PDOC_DATE_TEXT];
    pdoc_date_format(pdoc__day_date(day), text); /* 2026-06-16 */
    memcpy(buffer, text, 4);
    memcpy(buffer + 4, text + 5, 2);
    memcpy(buffer + 6, text + 8, 3);
    return buffer;
}

void pdoc__icalendar_begin(struct pdoc__icalendar *calendar, const char *kind)
{
    clear(&calendar->uid);
    clear(&calendar->summary);
    clear(&calendar->description);
    pdoc__buffer_text(&calendar->uid, kind);
}

void pdoc__icalendar_uid(struct pdoc__icalendar *calendar, const char *part)
{
    pdoc__buffer_byte(&calendar->uid, '.');
    pdoc__icalendar_name(&calendar->uid, part);
}

uint64_t pdoc__icalendar_uid_of(struct pdoc__icalendar *calendar, const pdoc_document *doc, const char *id)
{
    if (doc && doc->uri && *doc->uri)
        return pdoc__icalendar_mark(PDOC__ICALENDAR_MARK, doc->uri);
    pdoc__icalendar_uid(calendar, id);
    return calendar->mark;
}

void pdoc__icalendar_uid_day(struct pdoc__icalendar *calendar, pdoc_date day)
{
    char text[DAY_TEXT];
    pdoc__icalendar_uid(calendar, day_text(pdoc__interval_of(day).first, text));
}

void pdoc__icalendar_title(struct pdoc__icalendar *calendar, const pdoc_document *doc, const char *id)
{
    const char *title = doc ? pdoc_document_title(doc) : NULL;
    const char *reference = doc ? pdoc_document_reference(doc, 0) : NULL;
    pdoc__buffer_text(&calendar->summary, title ? title : reference ? reference : id);
    if (title && reference)
        pdoc__buffer_format(&calendar->summary, " (%s)", reference);
}

void pdoc__icalendar_say(struct pdoc__icalendar *calendar, const char *label, const char *text)
{
    struct pdoc__buffer *out = &calendar->description;
    if (!text || !*text)
        return;
    pdoc__buffer_format(out, "%s%s: %s", out->size > 0 ? "\n" : "", label, text);
}

void pdoc__icalendar_say_day(struct pdoc__icalendar *calendar, const char *label, pdoc_date day)
{
    char text[PDOC_DATE_TEXT];
    pdoc__icalendar_say(calendar, label, pdoc_date_format(day, text));
}

bool pdoc__icalendar_has(const struct pdoc__icalendar *calendar, struct pdoc__interval days)
{
    return pdoc__interval_is_recorded(days) && days.first <= calendar->period.last &&
           days.last >= calendar->period.first;
}

static void put_line(struct pdoc__icalendar *calendar)
{
    calendar->out.failed = calendar->out.failed || calendar->line.failed;
    if (!calendar->out.failed)
        pdoc__icalendar_fold(&calendar->out, calendar->line.data, calendar->line.size);
}

void pdoc__icalendar_line(struct pdoc__icalendar *calendar, const char *name, const char *value)
{
    clear(&calendar->line);
    pdoc__buffer_format(&calendar->line, "%s:%s", name, value);
    put_line(calendar);
}

void pdoc__icalendar_text_line(struct pdoc__icalendar *calendar, const char *name, const char *text)
{
    clear(&calendar->line);
    pdoc__buffer_format(&calendar->line, "%s:", name);
    pdoc__icalendar_escape(&calendar->line, text);
    put_line(calendar);
}

static void put_day(struct pdoc__icalendar *calendar, const char *name, int32_t day)
{
    char text[DAY_TEXT];
    pdoc__icalendar_line(calendar, name, day_text(day, text));
}

/* One more event with the UID at hand, such as an item that is twice on the forward plan: how many there are now, or 0
   when memory ran out. */
static uint32_t count_uid(struct pdoc__icalendar *calendar)
{
    const char *uid = text_of(&calendar->uid);
    bool is_new = false;
    uint32_t *count = pdoc__map_find(&calendar->uids, uid);
    if (!count) {
        count = pdoc__arena_zero(&calendar->arena, sizeof *count, NULL);
        const char *key = pdoc__arena_text(&calendar->arena, uid, calendar->uid.size, NULL);
        if (!count || !key || !pdoc__map_add(&calendar->uids, key, count, &is_new, NULL))
            return 0;
    }
    return ++*count;
}

/* Each kind has always so many parts before its mark and one behind it; with one more it is no other event's. */
static void put_uid(struct pdoc__icalendar *calendar, uint64_t mark)
{
    pdoc__buffer_format(&calendar->uid, "@%016llx", (unsigned long long)mark);
    const uint32_t count = calendar->uid.failed ? 0 : count_uid(calendar);
    calendar->out.failed = calendar->out.failed || count == 0;
    clear(&calendar->line);
    pdoc__buffer_format(&calendar->line, "UID:%s", text_of(&calendar->uid));
    if (count > 1)
        pdoc__buffer_format(&calendar->line, ".%lu", (unsigned long)count);
    pdoc__buffer_text(&calendar->line, ".policydoc");
    put_line(calendar);
}

/* The alarm is counted from the start of the day. */
static void put_alarm(struct pdoc__icalendar *calendar, uint32_t days)
{
    char trigger[32];
    snprintf(trigger, sizeof trigger, "-P%luD", (unsigned long)days);
    pdoc__icalendar_line(calendar, "BEGIN", "VALARM");
    pdoc__icalendar_line(calendar, "ACTION", "DISPLAY");
    pdoc__icalendar_line(calendar, "TRIGGER", trigger);
    pdoc__icalendar_text_line(calendar, "DESCRIPTION", text_of(&calendar->summary));
    pdoc__icalendar_line(calendar, "END", "VALARM");
}

/* See icalendar.h. RFC 5545, 3.3.8: an INTEGER has 32 bits and a sign. */
static unsigned long sequence_of(const struct pdoc__icalendar *calendar, const struct pdoc__icalendar_event *event)
{
    const uint64_t most = INT32_MAX / PDOC__ICALENDAR_REVISION;
    const uint64_t changes =
        calendar->reg->revision < most ? calendar->reg->revision + (uint64_t)event->revision : most + 1;
    if (changes > most)
        return INT32_MAX;
    const uint32_t days =
        event->days_of_plan < PDOC__ICALENDAR_REVISION ? event->days_of_plan : PDOC__ICALENDAR_REVISION - 1;
    const uint64_t sequence = changes * PDOC__ICALENDAR_REVISION + days;
    return (unsigned long)(sequence < INT32_MAX ? sequence : INT32_MAX);
}

/* All events are of whole days and leave those whose calendar it is free. DTEND is the day after the last; the last day
   that there is has none, and the event ends with it all the same (RFC 5545, 3.6.1). */
void pdoc__icalendar_put(struct pdoc__icalendar *calendar, const struct pdoc__icalendar_event *event)
{
    char text[DAY_TEXT + 8];
    char number[24];
    calendar->out.failed = calendar->out.failed || calendar->summary.failed || calendar->description.failed;
    if (calendar->out.failed)
        return;
    pdoc__icalendar_line(calendar, "BEGIN", "VEVENT");
    put_uid(calendar, event->mark);
    day_text(pdoc__interval_of(calendar->stamp).last, text);
    memcpy(text + 8, "T000000Z", 9);
    pdoc__icalendar_line(calendar, "DTSTAMP", text);
    snprintf(number, sizeof number, "%lu", sequence_of(calendar, event));
    pdoc__icalendar_line(calendar, "SEQUENCE", number);
    put_day(calendar, "DTSTART;VALUE=DATE", event->days.first);
    if (event->days.last < PDOC__LAST_DAY)
        put_day(calendar, "DTEND;VALUE=DATE", event->days.last + 1);
    pdoc__icalendar_line(calendar, "TRANSP", "TRANSPARENT");
    if (event->status)
        pdoc__icalendar_line(calendar, "STATUS", event->status);
    pdoc__icalendar_text_line(calendar, "CATEGORIES", event->category);
    pdoc__icalendar_text_line(calendar, "SUMMARY", text_of(&calendar->summary));
    if (calendar->description.size > 0)
        pdoc__icalendar_text_line(calendar, "DESCRIPTION", calendar->description.data);
    if (event->alarm_days > 0)
        put_alarm(calendar, event->alarm_days);
    pdoc__icalendar_line(calendar, "END", "VEVENT");
}
