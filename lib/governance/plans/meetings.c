/* SPDX-License-Identifier: MIT */
/* The meetings of a period as an object, in order, with words on what is out of the ordinary. Works out no days. */
#include "governance/plans/meetings.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "governance/plans/back_plan.h"

struct meeting {
    int32_t day;
    int32_t moved_from;
    uint32_t body; /* index among those asked for */
    uint8_t state;
    bool is_provisional;
    const char *reason; /* in the arena; or NULL, like the next */
    const char *attendance;
};

/* That a rule of a body was left aside, and why. */
struct notice {
    uint32_t body;
    uint32_t line;
    const char *text; /* in the arena */
};

struct body {
    const char *code;
    const char *name;
};

struct pdoc_meetings {
    atomic_size_t references;
    struct pdoc__arena arena;
    struct body *bodies; /* in the arena */
    struct meeting *items;
    size_t count;
    size_t capacity;
    struct notice *notices;
    size_t notice_count;
    size_t notice_capacity;
};

/* ---- words ---- */

static void write_holiday(struct pdoc__buffer *buffer, const pdoc_calendar *calendar, int32_t day)
{
    const char *reason = calendar ? pdoc_calendar_reason(calendar, pdoc__day_date(day)) : NULL;
    if (reason)
        pdoc__buffer_format(buffer, ": %s", reason);
}

void pdoc__meeting_reason(struct pdoc__buffer *buffer, const pdoc_calendar *calendar,
                          const struct pdoc__meeting_day *meeting)
{
    const bool is_off = meeting->state == PDOC_MEETING_CANCELLED;
    const bool is_skipped = is_off && !meeting->is_recorded;
    const bool is_added = meeting->is_extra && !is_off;
    if (meeting->day != meeting->moved_from) {
        pdoc__buffer_text(buffer, "moved from ");
        pdoc__write_long_day(buffer, meeting->moved_from);
        write_holiday(buffer, calendar, meeting->moved_from);
    }
    if (is_skipped) {
        pdoc__buffer_text(buffer, "not held on a non-working day");
        write_holiday(buffer, calendar, meeting->day);
    }
    if (is_added)
        pdoc__buffer_text(buffer, "added to the days of the pattern");
    if (meeting->note) {
        const bool is_alone = meeting->day == meeting->moved_from && !is_skipped && !is_added;
        pdoc__buffer_format(buffer, "%s%s", is_alone ? "" : "; ", meeting->note);
    }
}

/* ---- making them ---- */

static bool keep_reason(pdoc_meetings *meetings, const pdoc_calendar *calendar, const struct pdoc__meeting_day *day,
                        const char **out, pdoc_error **error)
{
    struct pdoc__buffer words = {0};
    pdoc__meeting_reason(&words, calendar, day);
    *out = words.size > 0 ? pdoc__arena_text(&meetings->arena, words.data, words.size, error) : NULL;
    const bool failed = words.failed;
    const bool is_well = !failed && (*out || words.size == 0);
    if (failed)
        pdoc__fail_memory(error);
    pdoc__buffer_free(&words);
    return is_well;
}

static bool add_days(pdoc_meetings *meetings, const struct pdoc__meeting_days *days, uint32_t body,
                     const pdoc_calendar *calendar, pdoc_error **error)
{
    if (meetings->count + days->count > PDOC__MEETINGS_MOST) {
        pdoc__fail(error, PDOC_ERR_LIMIT, "there are more than %d meetings in the period; ask for a shorter one",
                   PDOC__MEETINGS_MOST);
        return false;
    }
    for (size_t i = 0; i < days->count; i++) {
        const struct pdoc__meeting_day *day = &days->items[i];
        if (!pdoc__grow(&meetings->items, &meetings->capacity, meetings->count, sizeof *meetings->items, error))
            return false;
        struct meeting *meeting = &meetings->items[meetings->count];
        *meeting = (struct meeting){.day = day->day,
                                    .moved_from = day->moved_from,
                                    .body = body,
                                    .state = day->state,
                                    .is_provisional = day->is_provisional};
        if (!keep_reason(meetings, calendar, day, &meeting->reason, error))
            return false;
        meetings->count++;
    }
    return true;
}

static const char *keep_text(pdoc_meetings *meetings, const char *text, pdoc_error **error)
{
    return pdoc__arena_text(&meetings->arena, text, strlen(text), error);
}

static bool keep_body(pdoc_meetings *meetings, uint32_t index, const pdoc_party *party, pdoc_error **error)
{
    struct body *body = &meetings->bodies[index];
    body->code = keep_text(meetings, party->code, error);
    body->name = body->code ? keep_text(meetings, party->name_count[0] > 0 ? party->names[0][0] : party->code, error) : NULL;
    return body->name != NULL;
}

static int compare_meetings(const void *left, const void *right)
{
    const struct meeting *a = left;
    const struct meeting *b = right;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    return a->body < b->body ? -1 : a->body > b->body;
}

static void write_attendees(struct pdoc__buffer *words, const struct pdoc__meeting *meeting)
{
    for (size_t i = 0; i < meeting->attendee_count; i++) {
        const struct pdoc__attendee *attendee = &meeting->attendees[i];
        pdoc__buffer_format(words, "%s%s", words->size > 0 ? "; " : "", attendee->post);
        if (attendee->as && strcmp(attendee->as, "present") != 0)
            pdoc__buffer_format(words, " (%s)", attendee->as);
    }
}

/* Who came to the meetings of a body from the `first` of the list on. */
static bool keep_attendance(pdoc_meetings *meetings, const pdoc_party *party, size_t first, pdoc_error **error)
{
    struct pdoc__buffer words = {0};
    bool is_well = true;
    for (size_t i = 0; is_well && i < party->meeting_count; i++) {
        const int32_t day = pdoc__day_number(party->meetings[i].on);
        words.size = 0;
        write_attendees(&words, &party->meetings[i]);
        for (size_t k = first; is_well && words.size > 0 && k < meetings->count; k++) {
            if (meetings->items[k].day != day)
                continue;
            meetings->items[k].attendance = pdoc__arena_text(&meetings->arena, words.data, words.size, error);
            is_well = meetings->items[k].attendance != NULL;
        }
    }
    if (is_well && words.failed)
        pdoc__fail_memory(error);
    is_well = is_well && !words.failed;
    pdoc__buffer_free(&words);
    return is_well;
}

static bool add_notice(pdoc_meetings *meetings, uint32_t body, const pdoc_error *why, pdoc_error **error)
{
    struct pdoc__buffer words = {0};
    if (!pdoc__grow(&meetings->notices, &meetings->notice_capacity, meetings->notice_count, sizeof *meetings->notices,
                    error))
        return false;
    pdoc__buffer_format(&words, "%s; what it would give is not listed", pdoc_error_message(why));
    const char *text = words.failed ? NULL : pdoc__arena_text(&meetings->arena, words.data, words.size, NULL);
    pdoc__buffer_free(&words);
    if (!text) {
        pdoc__fail_memory(error);
        return false;
    }
    meetings->notices[meetings->notice_count++] = (struct notice){body, pdoc_error_line(why), text};
    return true;
}

/* Of each rule of a body that was left aside; takes them over. */
static bool keep_notices(pdoc_meetings *meetings, struct pdoc__meeting_days *days, uint32_t body, pdoc_error **error)
{
    bool is_well = true;
    for (const pdoc_error *why = days->left_aside; is_well && why; why = pdoc_error_next(why))
        is_well = add_notice(meetings, body, why, error);
    pdoc_error_free(days->left_aside);
    days->left_aside = NULL;
    return is_well;
}

/* What is asked for. */
struct asked {
    const pdoc_register *reg;
    const pdoc_party *body; /* NULL: all */
    const pdoc_calendar *calendar;
    struct pdoc__interval range;
};

static bool fill(pdoc_meetings *meetings, const struct asked *asked, pdoc_error **error)
{
    struct pdoc__meeting_days days = {.goes_on = !asked->body}; /* one body keeps no other from being listed */
    const size_t most = asked->body ? 1 : asked->reg->party_count;
    bool is_well = true;
    meetings->bodies = pdoc__arena_zero(&meetings->arena, (most + 1) * sizeof *meetings->bodies, error);
    if (!meetings->bodies)
        return false;
    for (uint32_t i = 0; is_well && i < most; i++) {
        const pdoc_party *party = asked->body ? asked->body : asked->reg->parties[i];
        const size_t before = meetings->count;
        is_well = keep_body(meetings, i, party, error) &&
                  pdoc__meetings_collect(party, asked->calendar, asked->range, &days, error) &&
                  add_days(meetings, &days, i, asked->calendar, error) &&
                  keep_attendance(meetings, party, before, error) && keep_notices(meetings, &days, i, error);
    }
    pdoc__free(days.items);
    pdoc_error_free(days.left_aside);
    if (is_well && meetings->count > 1)
        qsort(meetings->items, meetings->count, sizeof *meetings->items, compare_meetings);
    return is_well;
}

/* First day of the first date to last day of the last; false if there are none. */
static bool range_of(pdoc_date first, pdoc_date last, struct pdoc__interval *out)
{
    if (!pdoc_date_is_valid(first) || !pdoc_date_is_valid(last))
        return false;
    *out = (struct pdoc__interval){pdoc__interval_of(first).first, pdoc__interval_of(last).last};
    return out->first <= out->last;
}

/* ---- public ---- */

pdoc_meetings *pdoc_register_meetings(const pdoc_register *reg, const char *body, const pdoc_calendar *calendar,
                                      pdoc_date first, pdoc_date last, pdoc_error **error)
{
    struct asked asked = {.reg = reg, .calendar = calendar};
    if (!reg || !range_of(first, last, &asked.range)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "meetings need a register, a first day, and a last day that is not before it");
        return NULL;
    }
    if (body)
        asked.body = pdoc_register_find_party(reg, body);
    if (body && !asked.body) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the register has no body with the code or name \"%.80s\"", body);
        return NULL;
    }
    pdoc_meetings *meetings = pdoc__alloc_zero(1, sizeof *meetings, error);
    if (!meetings)
        return NULL;
    atomic_init(&meetings->references, 1);
    if (fill(meetings, &asked, error))
        return meetings;
    pdoc_meetings_unref(meetings);
    return NULL;
}

pdoc_meetings *pdoc_meetings_ref(pdoc_meetings *meetings)
{
    if (meetings)
        atomic_fetch_add_explicit(&meetings->references, 1, memory_order_relaxed);
    return meetings;
}

void pdoc_meetings_unref(pdoc_meetings *meetings)
{
    if (!meetings || atomic_fetch_sub_explicit(&meetings->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__free(meetings->items);
    pdoc__free(meetings->notices);
    pdoc__arena_free(&meetings->arena);
    pdoc__free(meetings);
}

static const struct notice *notice_at(const pdoc_meetings *meetings, size_t index)
{
    return meetings && index < meetings->notice_count ? &meetings->notices[index] : NULL;
}

size_t pdoc_meetings_notice_count(const pdoc_meetings *meetings)
{
    return meetings ? meetings->notice_count : 0;
}

const char *pdoc_meetings_notice(const pdoc_meetings *meetings, size_t index)
{
    const struct notice *notice = notice_at(meetings, index);
    return notice ? notice->text : NULL;
}

const char *pdoc_meetings_notice_body(const pdoc_meetings *meetings, size_t index)
{
    const struct notice *notice = notice_at(meetings, index);
    return notice ? meetings->bodies[notice->body].code : NULL;
}

uint32_t pdoc_meetings_notice_line(const pdoc_meetings *meetings, size_t index)
{
    const struct notice *notice = notice_at(meetings, index);
    return notice ? notice->line : 0;
}

size_t pdoc_meetings_count(const pdoc_meetings *meetings)
{
    return meetings ? meetings->count : 0;
}

static const struct meeting *meeting_at(const pdoc_meetings *meetings, size_t index)
{
    return meetings && index < meetings->count ? &meetings->items[index] : NULL;
}

pdoc_date pdoc_meetings_on(const pdoc_meetings *meetings, size_t index)
{
    const struct meeting *meeting = meeting_at(meetings, index);
    return pdoc__day_date(meeting ? meeting->day : PDOC__NO_DAY);
}

pdoc_date pdoc_meetings_moved_from(const pdoc_meetings *meetings, size_t index)
{
    const struct meeting *meeting = meeting_at(meetings, index);
    return pdoc__day_date(meeting ? meeting->moved_from : PDOC__NO_DAY);
}

pdoc_meeting_state pdoc_meetings_state(const pdoc_meetings *meetings, size_t index)
{
    const struct meeting *meeting = meeting_at(meetings, index);
    return meeting ? (pdoc_meeting_state)meeting->state : PDOC_MEETING_EXPECTED;
}

const char *pdoc_meetings_body(const pdoc_meetings *meetings, size_t index)
{
    const struct meeting *meeting = meeting_at(meetings, index);
    return meeting ? meetings->bodies[meeting->body].code : NULL;
}

const char *pdoc_meetings_body_name(const pdoc_meetings *meetings, size_t index)
{
    const struct meeting *meeting = meeting_at(meetings, index);
    return meeting ? meetings->bodies[meeting->body].name : NULL;
}

const char *pdoc_meetings_attendance(const pdoc_meetings *meetings, size_t index)
{
    const struct meeting *meeting = meeting_at(meetings, index);
    return meeting ? meeting->attendance : NULL;
}

const char *pdoc_meetings_reason(const pdoc_meetings *meetings, size_t index)
{
    const struct meeting *meeting = meeting_at(meetings, index);
    return meeting ? meeting->reason : NULL;
}

bool pdoc_meetings_is_provisional(const pdoc_meetings *meetings, size_t index)
{
    const struct meeting *meeting = meeting_at(meetings, index);
    return meeting && meeting->is_provisional;
}
