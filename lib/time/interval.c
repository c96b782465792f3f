/* SPDX-License-Identifier: MIT */
/* Day numbers and intervals of days. Knows nothing of documents or calendars. */
#include "time/interval.h"

#include "base/error.h"

/* Days from 1 March of the year 0 to 1970-01-01. Years are counted from March, so that a leap day is the last day of
 * one. */
#define DAYS_TO_EPOCH 719468u
#define FIRST_DAY     (-719162) /* 0001-01-01 */
#define LAST_DAY      2932896   /* 9999-12-31 */

/* Days of a year of that kind before the first of a month, March being 3 and February 14: 31, 61, 92 and so on lie on
   one straight line, rounded down. */
static uint32_t days_before_month(uint32_t month)
{
    return (153 * month - 457) / 5;
}

int32_t pdoc__far_day_number(pdoc_date date)
{
    if (date.year <= 0)
        return PDOC__NO_DAY;
    const uint32_t day = date.day && date.month ? date.day : 1; /* the first of a month or a year */
    const uint32_t year = (uint32_t)date.year - (date.month < 3);
    const uint32_t century = year / 100;
    const uint32_t month = days_before_month(date.month + (date.month < 3 ? 12u : 0u) + (date.month == 0));
    return (int32_t)(year * 365 + year / 4 - century + century / 4 + month + day - 1 - DAYS_TO_EPOCH);
}

const int16_t pdoc__days_before_month[] = {306, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275};

/* The inverse: the century by its mean length of 146097/4 days, the year in it by 1461/4, the month by 153/5; each is
   exact because a long century, year or month is the last of its group. */
pdoc_date pdoc__day_date(int32_t day)
{
    if (day < FIRST_DAY || day > LAST_DAY)
        return (pdoc_date){0, 0, 0};
    const uint32_t days = (uint32_t)day + DAYS_TO_EPOCH;
    const uint32_t century = (4 * days + 3) / 146097;
    const uint32_t day_of_century = days - 146097 * century / 4;
    const uint32_t year = (4 * day_of_century + 3) / 1461;
    const uint32_t day_of_year = day_of_century - 1461 * year / 4;
    const uint32_t month = (5 * day_of_year + 461) / 153;
    const bool is_before_march = month > 12;
    return (pdoc_date){
        .year = (int16_t)(100 * century + year + is_before_march),
        .month = (uint8_t)(is_before_march ? month - 12 : month),
        .day = (uint8_t)(day_of_year - days_before_month(month) + 1),
    };
}

struct pdoc__interval pdoc__interval_of_period(pdoc_date date)
{
    return (struct pdoc__interval){pdoc__day_number(date), pdoc__day_number(pdoc_date_last(date))};
}

/* Months on from one full day: a day that the month does not have becomes its last. False as below. */
static bool add_months(struct pdoc__interval interval, pdoc_offset offset, struct pdoc__interval *out)
{
    static const uint8_t shortest[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (interval.first != interval.last || offset.count != 0)
        return false;
    pdoc_date date = pdoc__day_date(interval.first);
    const int64_t months = (int64_t)date.year * 12 + date.month - 1 + offset.months;
    if (date.year == 0 || months < 12 || months >= 10000 * 12)
        return false;
    const uint32_t month = (uint32_t)months % 12;
    date.year = (int16_t)((uint32_t)months / 12);
    date.month = (uint8_t)(month + 1);
    if (date.day > shortest[month]) {
        const uint8_t last = pdoc_date_last((pdoc_date){date.year, date.month, 0}).day;
        date.day = date.day < last ? date.day : last;
    }
    out->first = out->last = pdoc__day_number(date);
    return true;
}

/* Days alone need no calendar of months; false where the sum has to be worked out, or refused, in the long way. */
static bool add_days(struct pdoc__interval interval, pdoc_offset offset, struct pdoc__interval *out)
{
    if (offset.months != 0 || offset.unit != PDOC_UNIT_DAY)
        return false;
    const int64_t first = (int64_t)interval.first + offset.count;
    const int64_t last = (int64_t)interval.last + offset.count;
    if (first < FIRST_DAY || last > LAST_DAY)
        return false;
    *out = (struct pdoc__interval){(int32_t)first, (int32_t)last};
    return true;
}

pdoc_status pdoc__interval_add(struct pdoc__interval interval, pdoc_offset offset, struct pdoc__interval *out,
                               pdoc_error **error)
{
    pdoc_date first = {0, 0, 0};
    pdoc_date last;
    if (!pdoc__interval_is_recorded(interval))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "nothing can be added to a date that is not recorded");
    if (add_days(interval, offset, out) || add_months(interval, offset, out))
        return PDOC_OK;
    pdoc_status status = pdoc_date_add(pdoc__day_date(interval.first), offset, &first, error);
    last = first;
    if (status == PDOC_OK && interval.first != interval.last)
        status = pdoc_date_add(pdoc__day_date(interval.last), offset, &last, error);
    if (status != PDOC_OK)
        return status;
    out->first = pdoc__day_number(first);
    out->last = interval.first == interval.last ? out->first : pdoc__day_number(last);
    return PDOC_OK;
}

pdoc_date pdoc__interval_date(struct pdoc__interval interval)
{
    pdoc_date day = pdoc__day_date(interval.first);
    pdoc_date month = {day.year, day.month, 0};
    pdoc_date year = {day.year, 0, 0};
    if (interval.first == interval.last)
        return day;
    if (day.day == 1 && pdoc__day_number(pdoc_date_last(month)) == interval.last)
        return month;
    if (day.day == 1 && day.month == 1 && pdoc__day_number(pdoc_date_last(year)) == interval.last)
        return year;
    return day;
}
