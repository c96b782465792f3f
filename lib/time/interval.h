/* SPDX-License-Identifier: MIT */
/* Day numbers and intervals of days, for what computes with dates inside the library. */
#ifndef PDOC_TIME_INTERVAL_H
#define PDOC_TIME_INTERVAL_H

#include "policydoc/date.h"

/* Not a day: sorts before every day; use pdoc__interval_is_recorded. */
#define PDOC__NO_DAY INT32_MIN

/* Day number: 1970-01-01 is 0. Of a partial date the first day; PDOC__NO_DAY if not recorded. */
int32_t pdoc__day_number(pdoc_date date);
/* The full date of a day number; not recorded for PDOC__NO_DAY or outside the years 1 to 9999. */
pdoc_date pdoc__day_date(int32_t day);

/* From first to last day, both included; both PDOC__NO_DAY if not recorded. */
struct pdoc__interval {
    int32_t first;
    int32_t last;
};

struct pdoc__interval pdoc__interval_of(pdoc_date date);
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
