/* SPDX-License-Identifier: MIT */
/* Day numbers, intervals of days, and Kleene's connectives. Knows nothing of documents or calendars. */
#include "time/interval.h"

#include "base/error.h"

/* Days from the year 0 (of the proleptic Gregorian calendar) to 1970-01-01, counted in years that begin in March. */
#define DAYS_TO_EPOCH 719468

int32_t pdoc__day_number(pdoc_date date)
{
    date = pdoc_date_first(date);
    if (date.year <= 0)
        return PDOC__NO_DAY;
    /* A year that begins in March ends with its leap day: the day of the year needs no table. */
    int32_t year = date.year - (date.month <= 2);
    int32_t month = date.month > 2 ? date.month - 3 : date.month + 9;
    int32_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    return year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - DAYS_TO_EPOCH;
}

pdoc_date pdoc__day_date(int32_t day)
{
    pdoc_date none = {0, 0, 0};
    if (day < pdoc__day_number((pdoc_date){1, 1, 1}) || day > pdoc__day_number((pdoc_date){9999, 12, 31}))
        return none;
    int32_t days = day + DAYS_TO_EPOCH;
    int32_t era = days / 146097; /* days of 400 years */
    int32_t day_of_era = days % 146097;
    int32_t year = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int32_t day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
    int32_t month = (5 * day_of_year + 2) / 153;
    int32_t day_of_month = day_of_year - (153 * month + 2) / 5 + 1;
    month = month < 10 ? month + 3 : month - 9;
    year += era * 400 + (month <= 2);
    return (pdoc_date){(int16_t)year, (uint8_t)month, (uint8_t)day_of_month};
}

struct pdoc__interval pdoc__interval_of(pdoc_date date)
{
    return (struct pdoc__interval){pdoc__day_number(date), pdoc__day_number(pdoc_date_last(date))};
}

bool pdoc__interval_is_recorded(struct pdoc__interval interval)
{
    return interval.first != PDOC__NO_DAY;
}

pdoc_status pdoc__interval_add(struct pdoc__interval interval, pdoc_offset offset, struct pdoc__interval *out,
                               pdoc_error **error)
{
    pdoc_date first;
    pdoc_date last;
    if (!pdoc__interval_is_recorded(interval))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "nothing can be added to a date that is not recorded");
    pdoc_status status = pdoc_date_add(pdoc__day_date(interval.first), offset, &first, error);
    if (status == PDOC_OK)
        status = pdoc_date_add(pdoc__day_date(interval.last), offset, &last, error);
    if (status == PDOC_OK)
        *out = (struct pdoc__interval){pdoc__day_number(first), pdoc__day_number(last)};
    return status;
}

pdoc_truth pdoc__interval_is_before(struct pdoc__interval left, struct pdoc__interval right)
{
    if (!pdoc__interval_is_recorded(left) || !pdoc__interval_is_recorded(right))
        return PDOC_UNKNOWN;
    if (left.last < right.first)
        return PDOC_TRUE;
    return left.first >= right.last ? PDOC_FALSE : PDOC_UNKNOWN;
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

pdoc_truth pdoc__and(pdoc_truth left, pdoc_truth right)
{
    if (left == PDOC_FALSE || right == PDOC_FALSE)
        return PDOC_FALSE;
    return left == PDOC_TRUE && right == PDOC_TRUE ? PDOC_TRUE : PDOC_UNKNOWN;
}

pdoc_truth pdoc__or(pdoc_truth left, pdoc_truth right)
{
    if (left == PDOC_TRUE || right == PDOC_TRUE)
        return PDOC_TRUE;
    return left == PDOC_FALSE && right == PDOC_FALSE ? PDOC_FALSE : PDOC_UNKNOWN;
}

pdoc_truth pdoc__not(pdoc_truth truth)
{
    if (truth == PDOC_UNKNOWN)
        return PDOC_UNKNOWN;
    return truth == PDOC_TRUE ? PDOC_FALSE : PDOC_TRUE;
}
