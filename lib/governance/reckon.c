/* SPDX-License-Identifier: MIT */
/* Sums of days that need the calendar of a judgement. Decides no rule. */
#include "governance/judge.h"
#include "time/calendar.h"

bool pdoc__is_in_working_days(pdoc_offset offset)
{
    return offset.count != 0 && (offset.unit == PDOC_UNIT_WORKING_DAY || offset.unit == PDOC_UNIT_CLEAR_WORKING_DAY);
}

bool pdoc__reckon_working(const struct pdoc__judge *judge, struct pdoc__interval from, pdoc_offset offset,
                          struct pdoc__interval *out, bool *provisional)
{
    const pdoc_calendar *calendar = judge->calendar;
    if (!pdoc__interval_is_recorded(from) || (!calendar && pdoc__is_in_working_days(offset)))
        return false;
    const int32_t first = pdoc__add_offset(calendar, from.first, offset, PDOC_ROLL_NONE, provisional);
    const int32_t last = from.first == from.last
                             ? first
                             : pdoc__add_offset(calendar, from.last, offset, PDOC_ROLL_NONE, provisional);
    if (first == PDOC__NO_DAY || last == PDOC__NO_DAY)
        return false;
    *out = (struct pdoc__interval){first, last};
    return true;
}
