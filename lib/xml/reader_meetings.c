/* SPDX-License-Identifier: MIT */
/* What a register records about time, as it is read: calendars in use, patterns, meetings, forward plan. Computes no day. */
#include <stdio.h>
#include <string.h>

#include "policydoc/calendar.h"
#include "time/interval.h"
#include "xml/register_reader.h"

/* What others refer to, or that makes no sense without, must say something. */
static const char *needed(struct pdoc__reader *reader, const char *value, const char *element, const char *what)
{
    if (value && value[0])
        return value;
    pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "<%s> without %s; every %s needs one", element, what, element);
    return value;
}

static void expect(struct pdoc__reader *reader, enum pdoc__reader_attribute attribute, const char *name,
                   const char *expected)
{
    pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "%s=\"%s\": expected %s", name,
                   pdoc__reader_scratch(reader, reader->values[attribute]), expected);
}

pdoc_date pdoc__reader_whole_day(struct pdoc__reader *reader, enum pdoc__reader_attribute attribute, const char *name)
{
    const pdoc_date date = pdoc__reader_date(reader, attribute);
    if (pdoc_date_is_recorded(date) && !pdoc__is_whole_day(date))
        expect(reader, attribute, name, "a whole day, such as 2026-06-16");
    return date;
}

static pdoc_date needed_day(struct pdoc__reader *reader, enum pdoc__reader_attribute attribute, const char *element,
                            const char *name)
{
    if (!pdoc__reader_given(reader, attribute))
        (void)needed(reader, NULL, element, name);
    return pdoc__reader_whole_day(reader, attribute, name);
}

static pdoc_date day_or_month(struct pdoc__reader *reader, enum pdoc__reader_attribute attribute, const char *name)
{
    const pdoc_date date = pdoc__reader_date(reader, attribute);
    if (pdoc_date_is_recorded(date) && !pdoc__is_day_or_month(date))
        expect(reader, attribute, name, "a day or a month, such as 2026-06-16 or 2026-06");
    return date;
}

/* A word of a closed list, or NULL. */
static const char *chosen(struct pdoc__reader *reader, enum pdoc__reader_attribute attribute, const char *name,
                          const struct pdoc__choice *choice)
{
    const char *word = pdoc__reader_word(reader, attribute);
    if (word && pdoc__choice_index(choice, word) < 0)
        expect(reader, attribute, name, choice->expected);
    return word;
}

static void check_range(struct pdoc__reader *reader, const char *element, pdoc_date first, pdoc_date last)
{
    char dates[2][32];
    if (!pdoc__is_whole_day(first) || !pdoc__is_whole_day(last) || pdoc_date_compare(first, last) <= 0)
        return;
    pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "<%s> ends on %s, before it begins on %s", element,
                   pdoc_date_format(last, dates[0]), pdoc_date_format(first, dates[1]));
}

void pdoc__reader_start_calendar(struct pdoc__reader *reader)
{
    const char *ref = pdoc__reader_word(reader, A_REF);
    if (!ref)
        (void)needed(reader, NULL, "calendar", "ref");
    reader->calendar = (struct pdoc__calendar_use){.ref = ref,
                                                   .source = pdoc__reader_text(reader, A_SOURCE),
                                                   .as_of = pdoc__reader_date(reader, A_AS_OF)};
}

static void check_length(struct pdoc__reader *reader, const char *element, const struct pdoc__calendar_day *day)
{
    if (!pdoc__is_whole_day(day->first) || !pdoc__is_whole_day(day->last))
        return;
    const int64_t days = (int64_t)pdoc__day_number(day->last) - pdoc__day_number(day->first) + 1;
    if (days > PDOC__CALENDAR_RANGE_MOST)
        pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "<%s> of %lld days; expected %d at most", element,
                       (long long)days, PDOC__CALENDAR_RANGE_MOST);
}

/* One day by `on`, or a range by `from` and `to`. */
static void start_day(struct pdoc__reader *reader, struct pdoc__list *list, const char *element, bool is_working)
{
    const bool is_day = pdoc__reader_given(reader, A_ON);
    const bool begins = pdoc__reader_given(reader, A_FROM);
    const bool ends = pdoc__reader_given(reader, A_TO);
    const pdoc_date first = pdoc__reader_whole_day(reader, is_day ? A_ON : A_FROM, is_day ? "on" : "from");
    struct pdoc__calendar_day day = {.first = first,
                                     .last = is_day ? first : pdoc__reader_whole_day(reader, A_TO, "to"),
                                     .name = pdoc__reader_word(reader, A_NAME),
                                     .is_working = is_working,
                                     .is_range = !is_day};
    if (is_day ? begins || ends : !begins || !ends)
        pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "<%s> with %s; expected either on, or from and to", element,
                       is_day ? "on and from or to" : begins ? "from and no to" : ends ? "to and no from" : "no day");
    check_range(reader, element, day.first, day.last);
    check_length(reader, element, &day);
    pdoc__list_push(reader, list, &day, sizeof day);
}

void pdoc__reader_start_non_working(struct pdoc__reader *reader)
{
    start_day(reader, &reader->non_working, "non-working", false);
}

void pdoc__reader_start_working(struct pdoc__reader *reader)
{
    start_day(reader, &reader->working, "working", true);
}

/* One list of both, those without work first: each knows its place among its own kind only. */
void pdoc__reader_end_calendar(struct pdoc__reader *reader)
{
    const size_t days_off = reader->non_working.count;
    const struct pdoc__calendar_day *working = (const void *)reader->working.items;
    struct pdoc__calendar_use *use = &reader->calendar;
    size_t count;
    for (size_t i = 0; i < reader->working.count; i++)
        pdoc__list_push(reader, &reader->non_working, &working[i], sizeof *working);
    reader->working.count = 0;
    use->days = pdoc__list_freeze(reader, &reader->non_working, sizeof *use->days, UINT16_MAX, &count);
    use->day_count = (uint16_t)count;
    if (use->days) {
        pdoc__reader_settle(reader, PDOC__FORM_NON_WORKING, use->days, sizeof *use->days);
        pdoc__reader_settle(reader, PDOC__FORM_WORKING, use->days + days_off, sizeof *use->days);
    }
    pdoc__list_push(reader, &reader->calendars, use, sizeof *use);
}

/* The file loads all the same: whoever asks for meetings, and the audit, need the rule; nobody else does. */
static void notice_rule(struct pdoc__reader *reader, const struct pdoc__pattern *pattern)
{
    pdoc_error *why = NULL;
    struct pdoc__buffer text = {0};
    if (!pattern->rule || !pattern->rule[0] || !pdoc__is_whole_day(pattern->start))
        return; /* an error by then */
    pdoc_recurrence *rule = pdoc_recurrence_parse(pattern->rule, pattern->start, &why);
    if (!rule && pdoc_error_status(why) == PDOC_ERR_NOMEM) {
        pdoc__reader_memory(reader);
    } else if (!rule) {
        pdoc__buffer_format(&text, "when %s meets cannot be told: %s",
                            reader->party->code ? reader->party->code : "the body", pdoc_error_message(why));
        pdoc__reader_notice(reader, &text);
    }
    pdoc__buffer_free(&text);
    pdoc_recurrence_unref(rule);
    pdoc_error_free(why);
}

void pdoc__reader_start_pattern(struct pdoc__reader *reader)
{
    struct pdoc__pattern pattern = {.rule = needed(reader, pdoc__reader_text(reader, A_RULE), "meets", "rule"),
                                    .start = needed_day(reader, A_START, "meets", "start"),
                                    .to = pdoc__reader_whole_day(reader, A_TO, "to"),
                                    .on_holiday = chosen(reader, A_ON_HOLIDAY, "on-holiday", &pdoc__on_holiday_choice),
                                    .line = pdoc__sax_line(reader->sax)};
    if (pdoc_date_is_recorded(pattern.to))
        check_range(reader, "meets", pattern.start, pattern.to);
    notice_rule(reader, &pattern);
    pdoc__list_push(reader, &reader->patterns, &pattern, sizeof pattern);
}

/* What is only expected is never recorded. */
static uint8_t meeting_state(struct pdoc__reader *reader)
{
    static const char words[] = "planned, held or cancelled";
    const char *word = pdoc__reader_word(reader, A_STATE);
    const int state = word ? pdoc_table_find(PDOC_TABLE_MEETING_STATE, word) : -1;
    if (!word)
        pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "<meeting> without state; expected %s", words);
    else if (state < PDOC_MEETING_PLANNED)
        expect(reader, A_STATE, "state", words);
    return state < PDOC_MEETING_PLANNED ? PDOC_MEETING_PLANNED : (uint8_t)state;
}

void pdoc__reader_start_meeting(struct pdoc__reader *reader)
{
    reader->meeting = (struct pdoc__meeting){.on = needed_day(reader, A_ON, "meeting", "on"),
                                             .state = meeting_state(reader),
                                             .line = pdoc__sax_line(reader->sax)};
}

void pdoc__reader_end_meeting_note(struct pdoc__reader *reader)
{
    reader->meeting.note = pdoc__reader_take_text(reader, false);
    pdoc__reader_end_pending(reader, reader->meeting.note, 0);
}

void pdoc__reader_start_attendee(struct pdoc__reader *reader)
{
    reader->attendee = (struct pdoc__attendee){.as = chosen(reader, A_AS, "as", &pdoc__attendance_choice)};
}

void pdoc__reader_end_attendee(struct pdoc__reader *reader)
{
    const char *post = pdoc__reader_take_text(reader, true);
    if (post && !post[0])
        pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "<attendee> names nobody; expected the code or title of a post");
    reader->attendee.post = post;
    pdoc__list_push(reader, &reader->attendees, &reader->attendee, sizeof reader->attendee);
    pdoc__reader_end_pending(reader, post, 0);
}

void pdoc__reader_end_meeting(struct pdoc__reader *reader)
{
    size_t count;
    struct pdoc__meeting *meeting = &reader->meeting;
    meeting->attendees =
        pdoc__list_freeze(reader, &reader->attendees, sizeof *meeting->attendees, UINT16_MAX, &count);
    meeting->attendee_count = (uint16_t)count;
    pdoc__list_push(reader, &reader->meetings, meeting, sizeof *meeting);
}

void pdoc__reader_end_meetings_of_party(struct pdoc__reader *reader)
{
    size_t count;
    pdoc_party *party = reader->party;
    party->patterns = pdoc__list_freeze(reader, &reader->patterns, sizeof *party->patterns, UINT16_MAX, &count);
    party->pattern_count = (uint16_t)count;
    pdoc__reader_settle(reader, PDOC__FORM_MEETS, party->patterns, sizeof *party->patterns);
    party->meetings = pdoc__list_freeze(reader, &reader->meetings, sizeof *party->meetings, UINT16_MAX, &count);
    party->meeting_count = (uint16_t)count;
    pdoc__reader_settle(reader, PDOC__FORM_MEETING, party->meetings, sizeof *party->meetings);
}

void pdoc__reader_start_forward_item(struct pdoc__reader *reader)
{
    const char element[] = "forward-plan-item";
    const uint32_t column = pdoc__sax_column(reader->sax);
    pdoc_forward_item *item = pdoc__arena_zero(&reader->reg->arena, sizeof *item, NULL);
    reader->forward_item = item;
    if (!item) {
        pdoc__reader_memory(reader);
        return;
    }
    item->reg = reader->reg;
    item->line = pdoc__sax_line(reader->sax);
    item->document = needed(reader, pdoc__reader_text(reader, A_DOCUMENT), element, "document");
    if (pdoc__reader_given(reader, A_VERSION))
        item->version = (uint16_t)pdoc__reader_number(reader, A_VERSION, UINT16_MAX);
    item->body = pdoc__reader_word(reader, A_BODY);
    item->purpose = pdoc__reader_word(reader, A_PURPOSE);
    item->arranged_by = pdoc__reader_word(reader, A_ARRANGED_BY);
    if (!pdoc__reader_given(reader, A_MEETING))
        (void)needed(reader, NULL, element, "meeting");
    item->meeting = day_or_month(reader, A_MEETING, "meeting");
    item->deferred_to = day_or_month(reader, A_DEFERRED_TO, "deferred-to");
    pdoc__list_push(reader, &reader->forward_items, &item, sizeof item);
    pdoc__list_push(reader, &reader->forward_columns, &column, sizeof column);
}

void pdoc__reader_end_forward_note(struct pdoc__reader *reader)
{
    reader->forward_item->note = pdoc__reader_take_text(reader, false);
    pdoc__reader_end_pending(reader, reader->forward_item->note, 0);
}

static bool has_version(const pdoc_document *doc, uint32_t ordinal)
{
    for (size_t i = 0; i < doc->version_count; i++)
        if (doc->versions[i]->ordinal == ordinal)
            return true;
    return ordinal == 0;
}

/* It names a document of the file, which may stand behind it, and one of its versions. */
static void check_item(struct pdoc__reader *reader, const pdoc_forward_item *item, uint32_t column)
{
    char message[300];
    const pdoc_document *doc = pdoc__map_find(&reader->reg->document_ids, item->document);
    if (doc && has_version(doc, item->version))
        return;
    if (!doc)
        snprintf(message, sizeof message, "document=\"%.200s\": no document of the file has this id", item->document);
    else
        snprintf(message, sizeof message, "version=\"%u\": no version of the document has this n",
                 (unsigned)item->version);
    pdoc__reader_fail_at(
        reader, &(struct pdoc__place){.line = item->line, .column = column, .path = "register/forward-plan-item"},
        message);
}

void pdoc__reader_end_time(struct pdoc__reader *reader)
{
    size_t count;
    pdoc_register *reg = reader->reg;
    const uint32_t *columns = (const void *)reader->forward_columns.items;
    reg->calendars = pdoc__list_freeze(reader, &reader->calendars, sizeof *reg->calendars, UINT16_MAX, &count);
    reg->calendar_count = (uint16_t)count;
    pdoc__reader_settle(reader, PDOC__FORM_CALENDAR, reg->calendars, sizeof *reg->calendars);
    reg->forward_items =
        pdoc__list_freeze(reader, &reader->forward_items, sizeof(pdoc_forward_item *), UINT32_MAX, &count);
    reg->forward_item_count = (uint32_t)count;
    for (size_t i = 0; i < count && !reader->sax->stopped; i++)
        if (reg->forward_items[i]->document && reg->forward_items[i]->document[0])
            check_item(reader, reg->forward_items[i], columns[i]);
}
