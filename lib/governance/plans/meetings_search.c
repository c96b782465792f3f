/* SPDX-License-Identifier: MIT */
/* On which days a body meets: its patterns, moved where nobody works, and over them what is recorded. Writes no words. */
#include "governance/plans/meetings.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/text.h"
#include "time/recurrence.h"

#define FIRST_DAY (-719162) /* 0001-01-01 */
#define LAST_DAY  2932896   /* 9999-12-31 */

/* A meeting that is recorded, on its day. */
struct recorded {
    int32_t day;
    const struct pdoc__meeting *meeting;
};

/* What is collected, and what that takes. */
struct collecting {
    const pdoc_party *body;
    const pdoc_calendar *calendar;
    struct pdoc__interval range;
    struct recorded *recorded; /* those near the range, in order of their days */
    size_t recorded_count;
    struct pdoc__meeting_days *days;
    pdoc_error **error;
};

static struct pdoc__interval within_time(struct pdoc__interval range)
{
    return (struct pdoc__interval){range.first < FIRST_DAY ? FIRST_DAY : range.first,
                                   range.last > LAST_DAY ? LAST_DAY : range.last};
}

/* Of a day that is recorded twice, what is held comes before what is not; the audit tells of it. */
static int compare_recorded(const void *left, const void *right)
{
    const struct recorded *a = left;
    const struct recorded *b = right;
    const bool a_is_off = a->meeting->state == PDOC_MEETING_CANCELLED;
    const bool b_is_off = b->meeting->state == PDOC_MEETING_CANCELLED;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a_is_off != b_is_off)
        return a_is_off ? 1 : -1;
    return (a->meeting > b->meeting) - (a->meeting < b->meeting); /* as they stand in the register */
}

static bool find_recorded(struct collecting *all)
{
    const pdoc_party *body = all->body;
    all->recorded = pdoc__alloc_zero((size_t)body->meeting_count + 1, sizeof *all->recorded, all->error);
    for (uint16_t i = 0; all->recorded && i < body->meeting_count; i++) {
        const int32_t day = pdoc__day_number(body->meetings[i].on);
        if (day >= all->range.first - PDOC__MEETING_MOVES && day <= all->range.last + PDOC__MEETING_MOVES)
            all->recorded[all->recorded_count++] = (struct recorded){day, &body->meetings[i]};
    }
    if (all->recorded_count > 1)
        qsort(all->recorded, all->recorded_count, sizeof *all->recorded, compare_recorded);
    return all->recorded != NULL;
}

static const struct pdoc__meeting *recorded_on(const struct collecting *all, int32_t day)
{
    size_t low = 0, high = all->recorded_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (all->recorded[middle].day < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low < all->recorded_count && all->recorded[low].day == day ? all->recorded[low].meeting : NULL;
}

static bool add(struct collecting *all, struct pdoc__meeting_day meeting)
{
    struct pdoc__meeting_days *days = all->days;
    if (meeting.day < all->range.first || meeting.day > all->range.last)
        return true;
    if (days->count >= PDOC__MEETINGS_MOST) {
        pdoc__fail(all->error, PDOC_ERR_LIMIT, "%s meets more than %d times in the period; ask for a shorter one",
                   all->body->code, PDOC__MEETINGS_MOST);
        return false;
    }
    if (!pdoc__grow(&days->items, &days->capacity, days->count, sizeof *days->items, all->error))
        return false;
    days->items[days->count++] = meeting;
    return true;
}

static void take_record(struct pdoc__meeting_day *meeting, const struct pdoc__meeting *record)
{
    meeting->state = record->state;
    meeting->note = record->note;
    meeting->is_recorded = true;
    meeting->is_provisional = false;
}

/* Moves a meeting off a day on which nobody works; one that cannot be moved is not held. */
static void move(const struct collecting *all, const struct pdoc__pattern *pattern, struct pdoc__meeting_day *meeting)
{
    pdoc_roll roll = PDOC_ROLL_NONE;
    const bool is_skipped = pdoc__text_equal(pattern->on_holiday, "skip");
    if (pattern->on_holiday && !is_skipped)
        (void)pdoc__roll_read(pattern->on_holiday, &roll);
    if (!is_skipped && roll == PDOC_ROLL_NONE)
        return;
    meeting->is_provisional = !all->calendar;
    if (!all->calendar || pdoc__is_working_day(all->calendar, meeting->day, &meeting->is_provisional))
        return;
    const int32_t moved =
        is_skipped ? PDOC__NO_DAY : pdoc__roll_day(all->calendar, meeting->day, roll, &meeting->is_provisional);
    if (moved == PDOC__NO_DAY || abs(moved - meeting->day) > PDOC__MEETING_MOVES)
        meeting->state = PDOC_MEETING_CANCELLED;
    else
        meeting->day = moved;
}

/* What is recorded for the day of the pattern counts for it, be it that the body meets on a holiday; else what is recorded
   for the day to which it moves. */
static bool add_by_pattern(struct collecting *all, const struct pdoc__pattern *pattern, int32_t day)
{
    struct pdoc__meeting_day meeting = {.day = day, .moved_from = day, .is_by_pattern = true};
    const struct pdoc__meeting *record = recorded_on(all, day);
    if (!record) {
        move(all, pattern, &meeting);
        record = recorded_on(all, meeting.day);
    }
    if (record)
        take_record(&meeting, record);
    return add(all, meeting);
}

/* May it go on without a pattern? Takes over the error. */
static bool leave_aside(const struct collecting *all, pdoc_error *error)
{
    const bool goes_on = all->days->goes_on && pdoc_error_status(error) != PDOC_ERR_NOMEM;
    if (goes_on)
        pdoc__error_append(&all->days->left_aside, error);
    else if (all->error)
        *all->error = error;
    else
        pdoc_error_free(error);
    return goes_on;
}

/* Whoever asks for meetings did not write the rule: the error tells where it stands, and whose it is. Takes over `why`;
   NULL: the rule gives no day. */
static bool rule_failed(const struct collecting *all, const struct pdoc__pattern *pattern, pdoc_error *why)
{
    const pdoc_party *body = all->body;
    const struct pdoc__place place = {.file = body->reg->origin.path, .line = pattern->line};
    const char *name = pdoc_party_name(body) ? pdoc_party_name(body) : body->code;
    pdoc_error *error = NULL;
    if (!why)
        pdoc__fail_at(&error, PDOC_ERR_LIMIT, &place, "%.100s: the rule \"%.200s\" gives no day in 400 years", name,
                      pattern->rule);
    else if (pdoc_error_status(why) == PDOC_ERR_NOMEM)
        pdoc__fail_memory(&error);
    else
        pdoc__fail_at(&error, pdoc_error_status(why), &place, "%.100s: %s", name, pdoc_error_message(why));
    pdoc_error_free(why);
    return leave_aside(all, error);
}

static bool add_pattern(struct collecting *all, const struct pdoc__pattern *pattern)
{
    struct pdoc__recurrence_walk walk;
    enum pdoc__recurrence_step step;
    int32_t day = PDOC__NO_DAY;
    int32_t last = all->range.last + PDOC__MEETING_MOVES;
    if (pdoc_date_is_recorded(pattern->to) && pdoc__day_number(pattern->to) < last)
        last = pdoc__day_number(pattern->to);
    if (pdoc__day_number(pattern->start) > last)
        return true;
    pdoc_error *why = NULL;
    pdoc_recurrence *rule = pdoc_recurrence_parse(pattern->rule, pattern->start, &why);
    if (!rule)
        return rule_failed(all, pattern, why);
    bool is_well = true;
    pdoc__recurrence_begin(&walk, rule);
    pdoc__recurrence_seek(&walk, all->range.first - PDOC__MEETING_MOVES);
    while ((step = pdoc__recurrence_step(&walk, &day)) == PDOC__RECURRENCE_DAY && day <= last && is_well)
        is_well = add_by_pattern(all, pattern, day);
    if (is_well && step == PDOC__RECURRENCE_LIMIT)
        is_well = rule_failed(all, pattern, NULL);
    pdoc_recurrence_unref(rule);
    return is_well;
}

/* Of a day that comes from two patterns, one meeting stays: what is held rather than what is not, then what was not
   moved. */
static int compare_days(const void *left, const void *right)
{
    const struct pdoc__meeting_day *a = left;
    const struct pdoc__meeting_day *b = right;
    const bool a_is_off = a->state == PDOC_MEETING_CANCELLED;
    const bool b_is_off = b->state == PDOC_MEETING_CANCELLED;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a_is_off != b_is_off)
        return a_is_off ? 1 : -1;
    if ((a->day != a->moved_from) != (b->day != b->moved_from))
        return a->day != a->moved_from ? 1 : -1;
    return a->moved_from < b->moved_from ? -1 : a->moved_from > b->moved_from;
}

static void sort_days(struct pdoc__meeting_days *days)
{
    size_t kept = 0;
    if (days->count > 1)
        qsort(days->items, days->count, sizeof *days->items, compare_days);
    for (size_t i = 0; i < days->count; i++)
        if (i == 0 || days->items[i].day != days->items[kept - 1].day)
            days->items[kept++] = days->items[i];
    days->count = kept;
}

static bool has_day(const struct pdoc__meeting_day *days, size_t count, int32_t day)
{
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (days[middle].day < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && days[low].day == day;
}

/* What is recorded and comes from no pattern: looked for among what the patterns gave, which is in order. */
static bool add_recorded(struct collecting *all)
{
    const size_t by_pattern = all->days->count;
    for (size_t i = 0; i < all->recorded_count; i++) {
        struct pdoc__meeting_day meeting = {.day = all->recorded[i].day, .moved_from = all->recorded[i].day};
        if (has_day(all->days->items, by_pattern, meeting.day))
            continue;
        meeting.is_extra = all->body->pattern_count > 0 && !all->days->left_aside; /* else it may be of that one */
        take_record(&meeting, all->recorded[i].meeting);
        if (!add(all, meeting))
            return false;
    }
    return true;
}

bool pdoc__meetings_collect(const pdoc_party *body, const pdoc_calendar *calendar, struct pdoc__interval range,
                            struct pdoc__meeting_days *days, pdoc_error **error)
{
    struct collecting all = {
        .body = body, .calendar = calendar, .range = within_time(range), .days = days, .error = error};
    days->count = 0;
    bool is_well = find_recorded(&all);
    for (uint16_t i = 0; is_well && i < body->pattern_count; i++)
        is_well = add_pattern(&all, &body->patterns[i]);
    if (is_well) {
        sort_days(days);
        is_well = add_recorded(&all);
        sort_days(days);
    }
    pdoc__free(all.recorded);
    return is_well;
}

/* The meeting that is held nearest to one end of the days collected, or NULL. */
static const struct pdoc__meeting_day *nearest(const struct pdoc__meeting_days *days, bool from_the_end)
{
    for (size_t i = 0; i < days->count; i++) {
        const struct pdoc__meeting_day *meeting = &days->items[from_the_end ? days->count - 1 - i : i];
        if (meeting->state != PDOC_MEETING_CANCELLED)
            return meeting;
    }
    return NULL;
}

struct question {
    const pdoc_party *body;
    const pdoc_calendar *calendar;
    struct pdoc__interval range;
    bool from_the_end;
};

/* Takes the next part off the range, at the end from which is looked. */
static struct pdoc__interval take_part(struct question *question, int64_t size)
{
    struct pdoc__interval part = question->range;
    const bool is_all = size >= (int64_t)part.last - part.first;
    if (question->from_the_end) {
        part.first = is_all ? part.first : (int32_t)(part.last - size);
        question->range.last = part.first - 1;
    } else {
        part.last = is_all ? part.last : (int32_t)(part.first + size);
        question->range.first = part.last + 1;
    }
    return part;
}

/* Looks part by part, each four times as long as the one before: most of what is asked for is near. */
static enum pdoc__meeting_search search(struct question question, struct pdoc__meeting_day *out, pdoc_error **error)
{
    struct pdoc__meeting_days days = {0};
    enum pdoc__meeting_search result = PDOC__MEETING_NONE;
    if (question.body->pattern_count == 0 && question.body->meeting_count == 0)
        return PDOC__MEETING_NOT_KNOWN;
    question.range = within_time(question.range);
    for (int64_t size = 128; result == PDOC__MEETING_NONE && question.range.first <= question.range.last; size *= 4) {
        const struct pdoc__interval part = take_part(&question, size);
        const bool is_well = pdoc__meetings_collect(question.body, question.calendar, part, &days, error);
        const struct pdoc__meeting_day *found = is_well ? nearest(&days, question.from_the_end) : NULL;
        if (found)
            *out = *found;
        if (found || !is_well)
            result = found ? PDOC__MEETING_FOUND : PDOC__MEETING_FAILED;
    }
    pdoc__free(days.items);
    return result;
}

enum pdoc__meeting_search pdoc__meeting_before(const pdoc_party *body, const pdoc_calendar *calendar,
                                               struct pdoc__interval range, struct pdoc__meeting_day *out,
                                               pdoc_error **error)
{
    return search((struct question){body, calendar, range, true}, out, error);
}

enum pdoc__meeting_search pdoc__meeting_after(const pdoc_party *body, const pdoc_calendar *calendar,
                                              struct pdoc__interval range, struct pdoc__meeting_day *out,
                                              pdoc_error **error)
{
    return search((struct question){body, calendar, range, false}, out, error);
}
