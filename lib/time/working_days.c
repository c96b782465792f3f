/* SPDX-License-Identifier: MIT */
/* Counting working days: which day is one, which is the n-th, how many lie between. Knows no names and no files. */
#include <string.h>

#include "base/error.h"
#include "time/calendar_data.h"

#define MOST_DAYS INT64_C(8000000) /* no count of working days within the years 1 to 9999 is larger */

/* Stands in where there is no calendar: Saturdays and Sundays, and nothing is covered. */
static const pdoc_calendar weekends_only = {
    .facts = {.id = "weekends", .from = 1, .to = 0, .weekend = 1u << 5 | 1u << 6},
    .week = {.count = 5, .before = {0, 1, 2, 3, 4, 5, 5}, .nth = {0, 1, 2, 3, 4}},
};

static const pdoc_calendar *or_weekends(const pdoc_calendar *calendar)
{
    return calendar ? calendar : &weekends_only;
}

static void note_asked(const pdoc_calendar *calendar, int32_t first, int32_t last, bool *provisional)
{
    if (provisional && (first < calendar->facts.from || last > calendar->facts.to))
        *provisional = true;
}

/* ---- making the tables ---- */

static void count_week(struct pdoc__week *week, uint8_t weekend)
{
    *week = (struct pdoc__week){0};
    for (int32_t day = 0; day < 7; day++) {
        week->before[day] = week->count;
        if (!pdoc__in_weekend(weekend, day))
            week->nth[week->count++] = day;
    }
}

/* Marks each day of the entries of one kind in `before`, which holds 1 for a working day until it is added up. */
static void mark_entries(pdoc_calendar *calendar, bool is_working)
{
    const struct pdoc__calendar_facts *facts = &calendar->facts;
    struct pdoc__counted_days *counted = &calendar->counted;
    for (size_t i = 0; i < facts->entry_count; i++) {
        const struct pdoc__calendar_entry *entry = &facts->entries[i];
        for (int32_t day = entry->first; entry->is_working == is_working && day <= entry->last; day++)
            counted->before[day - counted->start] = is_working;
    }
}

/* Sums up what was marked, and lists the working days. */
static bool add_up(struct pdoc__counted_days *counted, pdoc_error **error)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < counted->count; i++)
        sum += counted->before[i];
    counted->days = pdoc__alloc_zero((size_t)sum + 1, sizeof *counted->days, error);
    if (!counted->days)
        return false;
    for (int32_t i = 0; i < counted->count; i++) {
        const bool is_working = counted->before[i] != 0;
        counted->before[i] = counted->working;
        if (is_working)
            counted->days[counted->working++] = counted->start + i;
    }
    counted->before[counted->count] = counted->working;
    return true;
}

/* An added working day wins over weekends and over days that are taken away, whatever the order. */
bool pdoc__calendar_count_days(pdoc_calendar *calendar, pdoc_error **error)
{
    const struct pdoc__calendar_facts *facts = &calendar->facts;
    struct pdoc__counted_days *counted = &calendar->counted;
    count_week(&calendar->week, facts->weekend);
    if (facts->entry_count == 0)
        return true;
    int32_t last = facts->entries[0].last;
    for (size_t i = 0; i < facts->entry_count; i++)
        last = facts->entries[i].last > last ? facts->entries[i].last : last;
    counted->start = facts->entries[0].first;
    counted->count = last - counted->start + 1;
    counted->before = pdoc__alloc_zero((size_t)counted->count + 1, sizeof *counted->before, error);
    if (!counted->before)
        return false;
    for (int32_t i = 0; i < counted->count; i++)
        counted->before[i] = !pdoc__in_weekend(facts->weekend, pdoc__weekday(counted->start + i));
    mark_entries(calendar, false);
    mark_entries(calendar, true);
    return add_up(counted, error);
}

/* ---- working days by number ---- */

static int32_t floor_divide(int32_t number, int32_t by)
{
    return number >= 0 ? number / by : -((by - 1 - number) / by);
}

/* Working days from 1969-12-29, a Monday, up to but without a day, as if there were weekends only. */
static int32_t number_by_weeks(const struct pdoc__week *week, int32_t day)
{
    const int32_t weeks = floor_divide(day + 3, 7);
    return weeks * week->count + week->before[day + 3 - weeks * 7];
}

/* The inverse: the working day with that number. */
static int32_t day_by_weeks(const struct pdoc__week *week, int64_t number)
{
    if (week->count == 0 || number < -MOST_DAYS || number > MOST_DAYS)
        return PDOC__NO_DAY;
    const int32_t weeks = floor_divide((int32_t)number, week->count);
    const int32_t day = weeks * 7 + week->nth[(int32_t)number - weeks * week->count] - 3;
    return day < PDOC__FIRST_DAY || day > PDOC__LAST_DAY ? PDOC__NO_DAY : day;
}

/* Working days from the start of the counted days up to but without a day; negative before it. */
static int32_t number_of(const pdoc_calendar *calendar, int32_t day)
{
    const struct pdoc__counted_days *counted = &calendar->counted;
    const int64_t at = (int64_t)day - counted->start;
    if (at >= 0 && at < counted->count)
        return counted->before[at];
    const int32_t edge = at < 0 ? counted->start : counted->start + counted->count;
    const int32_t beyond = number_by_weeks(&calendar->week, day) - number_by_weeks(&calendar->week, edge);
    return at < 0 ? beyond : counted->working + beyond;
}

static int32_t day_of(const pdoc_calendar *calendar, int64_t number)
{
    const struct pdoc__counted_days *counted = &calendar->counted;
    if (number >= 0 && number < counted->working)
        return counted->days[number];
    const int32_t edge = number < 0 ? counted->start : counted->start + counted->count;
    const int64_t beyond = number < 0 ? number : number - counted->working;
    return day_by_weeks(&calendar->week, number_by_weeks(&calendar->week, edge) + beyond);
}

/* ---- on day numbers ---- */

bool pdoc__is_working_day(const pdoc_calendar *calendar, int32_t day, bool *provisional)
{
    calendar = or_weekends(calendar);
    note_asked(calendar, day, day, provisional);
    return number_of(calendar, day + 1) != number_of(calendar, day);
}

int32_t pdoc__add_working_days(const pdoc_calendar *calendar, int32_t day, int32_t n, bool *provisional)
{
    calendar = or_weekends(calendar);
    if (n == 0)
        return day;
    const int64_t from = n > 0 ? (int64_t)number_of(calendar, day + 1) - 1 : number_of(calendar, day);
    const int32_t found = day_of(calendar, from + n);
    if (found == PDOC__NO_DAY)
        return found;
    note_asked(calendar, n > 0 ? day + 1 : found, n > 0 ? found : day - 1, provisional);
    return found;
}

int32_t pdoc__working_days_between(const pdoc_calendar *calendar, int32_t from, int32_t to, bool *provisional)
{
    calendar = or_weekends(calendar);
    const int32_t first = from < to ? from : to;
    const int32_t last = from < to ? to : from;
    if (first < last)
        note_asked(calendar, first, last - 1, provisional);
    return number_of(calendar, to) - number_of(calendar, from);
}

static int32_t roll_towards(const pdoc_calendar *calendar, int32_t day, bool onward, bool *provisional)
{
    const int32_t number = number_of(calendar, day);
    const int32_t found = day_of(calendar, onward ? number : (int64_t)number - 1);
    const int64_t away = onward ? (int64_t)found - day : (int64_t)day - found;
    if (found == PDOC__NO_DAY || away > PDOC__CALENDAR_SEARCH)
        return PDOC__NO_DAY;
    note_asked(calendar, onward ? day : found, onward ? found : day, provisional);
    return found;
}

static bool is_same_month(int32_t left, int32_t right)
{
    const pdoc_date a = pdoc__day_date(left);
    const pdoc_date b = pdoc__day_date(right);
    return a.year == b.year && a.month == b.month;
}

int32_t pdoc__roll_day(const pdoc_calendar *calendar, int32_t day, pdoc_roll roll, bool *provisional)
{
    calendar = or_weekends(calendar);
    if (roll == PDOC_ROLL_NONE || pdoc__is_working_day(calendar, day, provisional))
        return day;
    const bool onward = roll == PDOC_ROLL_FOLLOWING || roll == PDOC_ROLL_MODIFIED_FOLLOWING;
    const bool is_modified = roll == PDOC_ROLL_MODIFIED_FOLLOWING || roll == PDOC_ROLL_MODIFIED_PRECEDING;
    const int32_t found = roll_towards(calendar, day, onward, provisional);
    if (!is_modified || (found != PDOC__NO_DAY && is_same_month(day, found)))
        return found;
    return roll_towards(calendar, day, !onward, provisional);
}

static int32_t within_years(int64_t day)
{
    return day < PDOC__FIRST_DAY || day > PDOC__LAST_DAY ? PDOC__NO_DAY : (int32_t)day;
}

static int32_t add_count(const pdoc_calendar *calendar, int32_t day, pdoc_offset offset, bool *provisional)
{
    const int64_t count = offset.count;
    const int64_t sign = count < 0 ? -1 : 1;
    if (count == 0)
        return day;
    if (offset.unit == PDOC_UNIT_DAY)
        return within_years(day + count);
    if (offset.unit == PDOC_UNIT_HOUR)
        return within_years(day + sign * ((count * sign + 23) / 24));
    const int64_t steps = offset.unit == PDOC_UNIT_CLEAR_WORKING_DAY ? count + sign : count;
    if (steps < -MOST_DAYS || steps > MOST_DAYS)
        return PDOC__NO_DAY;
    return pdoc__add_working_days(calendar, day, (int32_t)steps, provisional);
}

int32_t pdoc__add_offset(const pdoc_calendar *calendar, int32_t day, pdoc_offset offset, pdoc_roll roll,
                         bool *provisional)
{
    if (offset.months != 0) {
        pdoc_date moved;
        const pdoc_offset months = {.months = offset.months};
        if (pdoc_date_add(pdoc__day_date(day), months, &moved, NULL) != PDOC_OK)
            return PDOC__NO_DAY;
        day = pdoc__day_number(moved);
    }
    day = add_count(calendar, day, offset, provisional);
    return day == PDOC__NO_DAY ? day : pdoc__roll_day(calendar, day, roll, provisional);
}

/* ---- words ---- */

static const char *const roll_words[] = {
    [PDOC_ROLL_NONE] = "none",
    [PDOC_ROLL_PRECEDING] = "preceding",
    [PDOC_ROLL_FOLLOWING] = "following",
    [PDOC_ROLL_MODIFIED_FOLLOWING] = "modified-following",
    [PDOC_ROLL_MODIFIED_PRECEDING] = "modified-preceding",
};
#define ROLLS (sizeof roll_words / sizeof *roll_words)

const char *pdoc__roll_word(pdoc_roll roll)
{
    return (size_t)roll < ROLLS ? roll_words[roll] : NULL;
}

bool pdoc__roll_read(const char *word, pdoc_roll *out)
{
    for (size_t i = 0; word && i < ROLLS; i++) {
        if (strcmp(roll_words[i], word) != 0)
            continue;
        *out = (pdoc_roll)i;
        return true;
    }
    return false;
}

/* ---- on dates ---- */

static pdoc_status check(const pdoc_calendar *calendar, pdoc_date date, const void *out, pdoc_error **error)
{
    if (!calendar || !out)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a calendar is needed, and a place to put the answer");
    if (!pdoc_date_is_valid(date) || date.day == 0)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "working days are counted from full dates that exist");
    return PDOC_OK;
}

static pdoc_status check_roll(pdoc_roll roll, pdoc_error **error)
{
    if ((size_t)roll < ROLLS)
        return PDOC_OK;
    return pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no way %d to move a day", (int)roll);
}

/* Of two bounds one was met: the years of dates, or, once a day was reached, how far a working day is looked for. */
static pdoc_status fail_limit(int32_t unmoved, pdoc_error **error)
{
    char text[PDOC_DATE_TEXT];
    if (unmoved == PDOC__NO_DAY)
        return pdoc__fail(error, PDOC_ERR_LIMIT, "there is no such day within the years 1 to 9999");
    return pdoc__fail(error, PDOC_ERR_LIMIT, "the calendar has no working day within %d days of %s to move it to",
                      PDOC__CALENDAR_SEARCH, pdoc_date_format(pdoc__day_date(unmoved), text));
}

pdoc_status pdoc_calendar_roll(const pdoc_calendar *calendar, pdoc_date date, pdoc_roll roll, pdoc_date *out,
                               bool *provisional, pdoc_error **error)
{
    return pdoc_calendar_add(calendar, date, (pdoc_offset){0, 0, 0, 0}, roll, out, provisional, error);
}

pdoc_status pdoc_calendar_add(const pdoc_calendar *calendar, pdoc_date date, pdoc_offset offset, pdoc_roll roll,
                              pdoc_date *out, bool *provisional, pdoc_error **error)
{
    bool is_provisional = false;
    pdoc_status status = check(calendar, date, out, error);
    if (status == PDOC_OK)
        status = check_roll(roll, error);
    if (status == PDOC_OK && (offset.unit < PDOC_UNIT_DAY || offset.unit > PDOC_UNIT_HOUR))
        status = pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no unit %d to count in", (int)offset.unit);
    if (status != PDOC_OK)
        return status;
    const int32_t unmoved = pdoc__add_offset(calendar, pdoc__day_number(date), offset, PDOC_ROLL_NONE, &is_provisional);
    const int32_t day =
        unmoved == PDOC__NO_DAY ? unmoved : pdoc__roll_day(calendar, unmoved, roll, &is_provisional);
    if (day == PDOC__NO_DAY)
        return fail_limit(unmoved, error);
    *out = pdoc__day_date(day);
    if (provisional)
        *provisional = is_provisional;
    return PDOC_OK;
}

pdoc_status pdoc_calendar_days_between(const pdoc_calendar *calendar, pdoc_date from, pdoc_date to, int32_t *out,
                                       bool *provisional, pdoc_error **error)
{
    bool is_provisional = false;
    pdoc_status status = check(calendar, from, out, error);
    if (status == PDOC_OK)
        status = check(calendar, to, out, error);
    if (status != PDOC_OK)
        return status;
    *out = pdoc__working_days_between(calendar, pdoc__day_number(from), pdoc__day_number(to), &is_provisional);
    if (provisional)
        *provisional = is_provisional;
    return PDOC_OK;
}
