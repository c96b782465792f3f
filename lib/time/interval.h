/* SPDX-License-Identifier: MIT */
/* Day numbers and intervals of days, for what computes with dates inside the library. */
#ifndef PDOC_TIME_INTERVAL_H
#define PDOC_TIME_INTERVAL_H

#include "policydoc/date.h"

/* Not a day: sorts before every day; use pdoc__interval_is_recorded. */
#define PDOC__NO_DAY INT32_MIN

int32_t pdoc__far_day_number(pdoc_date date); /* of any date, in the long way */
/* By the usual number of a month, 1 to 12: days of a year that begins in March before the first of it. */
extern const int16_t pdoc__days_before_month[];

/* Day number: 1970-01-01 is 0. Of a partial date the first day; PDOC__NO_DAY if not recorded. Nearly all are full dates
   between two years that are divisible by four and no leap years: there every fourth year has a day more. */
static inline int32_t pdoc__day_number(pdoc_date date)
{
    if (date.year <= 1900 || date.year >= 2100 || date.day == 0 || date.month - 1u >= 12)
        return pdoc__far_day_number(date);
    const uint32_t year = (uint32_t)date.year - 1900 - (date.month < 3);
    return (int32_t)(1461 * year / 4) + pdoc__days_before_month[date.month] + date.day - 25509;
}
/* The full date of a day number; not recorded for PDOC__NO_DAY or outside the years 1 to 9999. */
pdoc_date pdoc__day_date(int32_t day);

/* From first to last day, both included; both PDOC__NO_DAY if not recorded. */
struct pdoc__interval {
    int32_t first;
    int32_t last;
};

struct pdoc__interval pdoc__interval_of_period(pdoc_date date); /* of a month or a year */
static inline struct pdoc__interval pdoc__interval_of(pdoc_date date)
{
    if (date.month == 0 || date.day == 0)
        return pdoc__interval_of_period(date);
    const int32_t day = pdoc__day_number(date);
    return (struct pdoc__interval){day, day};
}
static inline bool pdoc__interval_is_recorded(struct pdoc__interval interval)
{
    return interval.first != PDOC__NO_DAY;
}
/* Moves both ends (months clamp, then the count). */
pdoc_status pdoc__interval_add(struct pdoc__interval interval, pdoc_offset offset, struct pdoc__interval *out,
                               pdoc_error **error);
static inline pdoc_truth pdoc__interval_is_before(struct pdoc__interval left, struct pdoc__interval right)
{
    if (!pdoc__interval_is_recorded(left) || !pdoc__interval_is_recorded(right))
        return PDOC_UNKNOWN;
    if (left.last < right.first)
        return PDOC_TRUE;
    return left.first >= right.last ? PDOC_FALSE : PDOC_UNKNOWN;
}
/* Shortest date that means the same interval (a month, a year, a day); the first day if there is none such. */
pdoc_date pdoc__interval_date(struct pdoc__interval interval);

/* Kleene's connectives. */
static inline pdoc_truth pdoc__and(pdoc_truth left, pdoc_truth right)
{
    if (left == PDOC_FALSE || right == PDOC_FALSE)
        return PDOC_FALSE;
    return left == PDOC_TRUE && right == PDOC_TRUE ? PDOC_TRUE : PDOC_UNKNOWN;
}

static inline pdoc_truth pdoc__or(pdoc_truth left, pdoc_truth right)
{
    if (left == PDOC_TRUE || right == PDOC_TRUE)
        return PDOC_TRUE;
    return left == PDOC_FALSE && right == PDOC_FALSE ? PDOC_FALSE : PDOC_UNKNOWN;
}

static inline pdoc_truth pdoc__not(pdoc_truth truth)
{
    if (truth == PDOC_UNKNOWN)
        return PDOC_UNKNOWN;
    return truth == PDOC_TRUE ? PDOC_FALSE : PDOC_TRUE;
}

#endif
