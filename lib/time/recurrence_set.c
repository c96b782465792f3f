/* SPDX-License-Identifier: MIT */
/* The days that a recurrence rule gives in one year, month, week or day. Knows neither the start nor the end of a rule. */
#include "time/recurrence_rule.h"

/* Days 1, 8, 15, 22 and 29 of a month as bits; shifted, those of any weekday. */
#define EVERY_SEVENTH UINT32_C(0x20408102)

struct month {
    int32_t first; /* its first day */
    int32_t length;
};

static int32_t weekday_of(int32_t day)
{
    const int32_t weekday = (day + 3) % 7; /* 1970-01-01 was a Thursday */
    return (weekday < 0 ? weekday + 7 : weekday) + 1;
}

static struct month month_of(int32_t year, int32_t month)
{
    const pdoc_date date = {.year = (int16_t)year, .month = (uint8_t)month, .day = 1};
    const int32_t last = pdoc__day_number(pdoc_date_last((pdoc_date){.year = date.year, .month = date.month}));
    const int32_t first = pdoc__day_number(date);
    return (struct month){.first = first, .length = last - first + 1};
}

/* Bits 1 to `length`. */
static uint32_t days_up_to(int32_t length)
{
    return (uint32_t)((UINT64_C(1) << (length + 1)) - 2);
}

/* The days of a weekday that are asked for by their ordinals. */
static uint32_t nth_days(const pdoc_recurrence *rule, int32_t weekday, uint32_t all, int32_t first, int32_t length)
{
    const int32_t last = first + (length - first) / 7 * 7;
    uint32_t days = 0;
    for (int32_t n = 1; n <= PDOC__NTH_OF_MONTH_MOST; n++) {
        const int32_t front = first + 7 * (n - 1);
        const int32_t back = last - 7 * (n - 1);
        if (front <= length && pdoc__bits_have(&rule->nth[0][weekday], (uint32_t)n))
            days |= UINT32_C(1) << front;
        if (back > 0 && pdoc__bits_have(&rule->nth[1][weekday], (uint32_t)n))
            days |= UINT32_C(1) << back;
    }
    return days & all;
}

/* Days of a month that BYDAY allows. */
static uint32_t weekday_days(const pdoc_recurrence *rule, struct month month)
{
    const uint32_t in_month = days_up_to(month.length);
    uint32_t days = 0;
    for (int32_t weekday = 1; weekday <= 7; weekday++) {
        const int32_t first = 1 + (weekday - weekday_of(month.first) + 7) % 7;
        const uint32_t all = (EVERY_SEVENTH << (first - 1)) & in_month;
        if (rule->weekdays >> weekday & 1u)
            days |= all;
        if (rule->has_nth)
            days |= nth_days(rule, weekday, all, first, month.length);
    }
    return days;
}

static uint32_t start_day(const pdoc_recurrence *rule)
{
    return UINT32_C(1) << pdoc__day_date(rule->start).day;
}

/* Days of a month that BYMONTHDAY, or else the start, allows. Days that the month lacks are left in. */
static uint32_t numbered_days(const pdoc_recurrence *rule, struct month month)
{
    const bool has_weekdays = rule->weekdays != 0 || rule->has_nth;
    uint32_t days = rule->month_days[0];
    if (!rule->month_days[0] && !rule->month_days[1])
        return has_weekdays ? days_up_to(month.length) : start_day(rule);
    for (int32_t n = 1; n <= month.length; n++)
        if (rule->month_days[1] >> n & 1u)
            days |= UINT32_C(1) << (month.length + 1 - n);
    return days;
}

/* RFC 7529, 4.1: of days that a month lacks become none, its last day, or the first day of the month after. */
static uint32_t month_set(const pdoc_recurrence *rule, struct month month, int32_t *set)
{
    const uint32_t in_month = days_up_to(month.length);
    const uint32_t wanted = numbered_days(rule, month);
    uint32_t days = wanted & in_month;
    uint32_t count = 0;
    if (wanted & ~in_month && rule->skip == PDOC__SKIP_BACKWARD)
        days |= UINT32_C(1) << month.length;
    if (rule->weekdays || rule->has_nth)
        days &= weekday_days(rule, month);
    for (int32_t n = 1; n <= month.length; n++)
        if (days >> n & 1u)
            set[count++] = month.first + n - 1;
    if (wanted & ~in_month && rule->skip == PDOC__SKIP_FORWARD)
        set[count++] = month.first + month.length;
    return count;
}

/* The months of a year, one after the other. A day that SKIP moved on may be one that the next month gives, too. */
static uint32_t months_set(const pdoc_recurrence *rule, int32_t year, int32_t *set)
{
    const uint32_t months = rule->months ? rule->months : UINT32_C(1) << pdoc__day_date(rule->start).month;
    uint32_t count = 0;
    for (int32_t month = 1; month <= 12; month++) {
        if (!(months >> month & 1u))
            continue;
        const uint32_t more = month_set(rule, month_of(year, month), set + count);
        const bool is_repeated = count > 0 && more > 0 && set[count] == set[count - 1];
        for (uint32_t i = count; is_repeated && i + 1 < count + more; i++)
            set[i] = set[i + 1];
        count += more - is_repeated;
    }
    return count;
}

/* BYDAY without BYMONTH: ordinals count through the year (RFC 5545, erratum 1913). */
static uint32_t year_set(const pdoc_recurrence *rule, int32_t year, int32_t *set)
{
    const int32_t first = month_of(year, 1).first;
    const struct month december = month_of(year, 12);
    const int32_t length = december.first + december.length - first;
    uint32_t count = 0;
    for (int32_t i = 0, weekday = weekday_of(first); i < length; i++, weekday = weekday % 7 + 1)
        if (rule->weekdays >> weekday & 1u || pdoc__bits_have(&rule->nth[0][weekday], (uint32_t)(i / 7 + 1)) ||
            pdoc__bits_have(&rule->nth[1][weekday], (uint32_t)((length - 1 - i) / 7 + 1)))
            set[count++] = first + i;
    return count;
}

static uint32_t yearly_set(const pdoc_recurrence *rule, int32_t period, int32_t *set)
{
    const int32_t year = pdoc__day_date(rule->start).year + period;
    if (!rule->months && (rule->weekdays || rule->has_nth))
        return year_set(rule, year, set);
    return months_set(rule, year, set);
}

static uint32_t monthly_set(const pdoc_recurrence *rule, int32_t period, int32_t *set)
{
    const pdoc_date start = pdoc__day_date(rule->start);
    const int32_t month = start.year * 12 + start.month - 1 + period;
    if (rule->months && !(rule->months >> (month % 12 + 1) & 1u))
        return 0;
    return month_set(rule, month_of(month / 12, month % 12 + 1), set);
}

static bool month_allows(const pdoc_recurrence *rule, pdoc_date date)
{
    return !rule->months || rule->months >> date.month & 1u;
}

static int32_t week_of(const pdoc_recurrence *rule, int32_t day)
{
    return day - (weekday_of(day) - rule->week_start + 7) % 7;
}

static uint32_t weekly_set(const pdoc_recurrence *rule, int32_t period, int32_t *set)
{
    const int32_t first = week_of(rule, rule->start) + 7 * period;
    const uint32_t weekdays = rule->weekdays ? rule->weekdays : UINT32_C(1) << weekday_of(rule->start);
    uint32_t count = 0;
    for (int32_t day = first; day < first + 7; day++)
        if (weekdays >> weekday_of(day) & 1u && (!rule->months || month_allows(rule, pdoc__day_date(day))))
            set[count++] = day;
    return count;
}

static uint32_t daily_set(const pdoc_recurrence *rule, int32_t period, int32_t *set)
{
    const int32_t day = rule->start + period;
    if (rule->weekdays && !(rule->weekdays >> weekday_of(day) & 1u))
        return 0;
    if (rule->months || rule->month_days[0] || rule->month_days[1]) {
        const pdoc_date date = pdoc__day_date(day);
        if (!month_allows(rule, date))
            return 0;
        const struct month month = month_of(date.year, date.month);
        if ((rule->month_days[0] || rule->month_days[1]) && !(numbered_days(rule, month) >> date.day & 1u))
            return 0;
    }
    set[0] = day;
    return 1;
}

bool pdoc__recurrence_has_position(const pdoc_recurrence *rule)
{
    uint64_t any = 0;
    for (size_t i = 0; i < 6; i++)
        any |= rule->positions[0][i] | rule->positions[1][i];
    return any != 0;
}

static uint32_t pick_positions(const pdoc_recurrence *rule, int32_t *set, uint32_t count)
{
    uint32_t picked = 0;
    for (uint32_t i = 0; i < count; i++)
        if (pdoc__bits_have(rule->positions[0], i + 1) || pdoc__bits_have(rule->positions[1], count - i))
            set[picked++] = set[i];
    return picked;
}

uint32_t pdoc__recurrence_set(const pdoc_recurrence *rule, int32_t period, int32_t *set)
{
    static uint32_t (*const sets[])(const pdoc_recurrence *, int32_t, int32_t *) = {
        [PDOC__DAILY] = daily_set,
        [PDOC__WEEKLY] = weekly_set,
        [PDOC__MONTHLY] = monthly_set,
        [PDOC__YEARLY] = yearly_set,
    };
    const uint32_t count = sets[rule->frequency](rule, period, set);
    return count && pdoc__recurrence_has_position(rule) ? pick_positions(rule, set, count) : count;
}

int32_t pdoc__recurrence_period_of(const pdoc_recurrence *rule, int32_t day)
{
    const pdoc_date start = pdoc__day_date(rule->start);
    const pdoc_date date = pdoc__day_date(day);
    if (rule->frequency == PDOC__DAILY)
        return day - rule->start;
    if (rule->frequency == PDOC__WEEKLY)
        return (week_of(rule, day) - week_of(rule, rule->start)) / 7;
    if (rule->frequency == PDOC__MONTHLY)
        return (date.year - start.year) * 12 + date.month - start.month;
    return date.year - start.year;
}
