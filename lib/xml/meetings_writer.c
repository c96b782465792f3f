/* SPDX-License-Identifier: MIT */
/* What a register records about time as canonical XML: one function an element. Knows nothing of files. */
#include "xml/meetings_writer.h"

#include "model/build.h"

typedef struct pdoc__open_element element;

static void put(const element *open, const char *name, const char *value)
{
    pdoc__write_attribute(open->output->writer, name, value);
}

static void put_date(const element *open, const char *name, pdoc_date date)
{
    pdoc__write_date(open->output->writer, name, date);
}

static void write_day(element *calendar, const struct pdoc__calendar_day *day)
{
    element open;
    pdoc__out_child(calendar, day->is_working ? PDOC__FORM_WORKING : PDOC__FORM_NON_WORKING, NULL, day, &open);
    put_date(&open, day->is_range ? "from" : "on", day->first);
    if (day->is_range)
        put_date(&open, "to", day->last);
    put(&open, "name", day->name);
    pdoc__out_attributes_end(&open);
    pdoc__out_end(&open);
}

void pdoc__write_calendar(element *parent, const struct pdoc__calendar_use *calendar)
{
    element open;
    pdoc__out_child(parent, PDOC__FORM_CALENDAR, NULL, calendar, &open);
    put(&open, "ref", calendar->ref);
    put_date(&open, "as-of", calendar->as_of);
    put(&open, "source", calendar->source);
    pdoc__out_attributes_end(&open);
    for (size_t i = 0; i < calendar->day_count; i++)
        write_day(&open, &calendar->days[i]);
    pdoc__out_end(&open);
}

static void write_pattern(element *party, const struct pdoc__pattern *pattern)
{
    element open;
    pdoc__out_child(party, PDOC__FORM_MEETS, NULL, pattern, &open);
    put(&open, "rule", pattern->rule);
    put_date(&open, "start", pattern->start);
    put_date(&open, "to", pattern->to);
    put(&open, "on-holiday", pattern->on_holiday);
    pdoc__out_attributes_end(&open);
    pdoc__out_end(&open);
}

static void write_attendee(element *meeting, const struct pdoc__attendee *attendee)
{
    element open;
    pdoc__out_child(meeting, PDOC__FORM_ATTENDEE, NULL, attendee->post, &open);
    put(&open, "as", attendee->as);
    pdoc__out_text_end(&open, attendee->post);
}

static void write_meeting(element *party, const struct pdoc__meeting *meeting)
{
    element open;
    pdoc__out_child(party, PDOC__FORM_MEETING, NULL, meeting, &open);
    put_date(&open, "on", meeting->on);
    put(&open, "state", pdoc_table_code(PDOC_TABLE_MEETING_STATE, meeting->state));
    pdoc__out_attributes_end(&open);
    pdoc__out_text(&open, PDOC__FORM_MEETING_NOTE, NULL, meeting->note);
    for (size_t i = 0; i < meeting->attendee_count; i++)
        write_attendee(&open, &meeting->attendees[i]);
    pdoc__out_end(&open);
}

void pdoc__write_meetings(element *parent, const pdoc_party *party)
{
    for (size_t i = 0; i < party->pattern_count; i++)
        write_pattern(parent, &party->patterns[i]);
    for (size_t i = 0; i < party->meeting_count; i++)
        write_meeting(parent, &party->meetings[i]);
}

static void write_item(element *parent, const pdoc_forward_item *item)
{
    element open;
    pdoc__out_child(parent, PDOC__FORM_FORWARD_ITEM, NULL, item, &open);
    put(&open, "document", item->document);
    if (item->version > 0)
        pdoc__write_number(open.output->writer, "version", item->version);
    put(&open, "body", item->body);
    put_date(&open, "meeting", item->meeting);
    put(&open, "purpose", item->purpose);
    put(&open, "arranged-by", item->arranged_by);
    put_date(&open, "deferred-to", item->deferred_to);
    pdoc__out_attributes_end(&open);
    pdoc__out_text(&open, PDOC__FORM_FORWARD_NOTE, NULL, item->note);
    pdoc__out_end(&open);
}

void pdoc__write_forward_plan(element *parent, const pdoc_register *reg)
{
    for (size_t i = 0; i < reg->forward_item_count; i++)
        write_item(parent, reg->forward_items[i]);
}
