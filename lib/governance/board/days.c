/* SPDX-License-Identifier: MIT */
/* Days back from the end of a period. Knows nothing of documents. */
#include "base/error.h"
#include "governance/board/paper.h"

static bool is_end_of_month(pdoc_date day)
{
    return pdoc_date_compare(day, pdoc_date_last((pdoc_date){day.year, day.month, 0})) == 0;
}

pdoc_status pdoc__board_back(pdoc_date day, pdoc_offset every, int32_t times, pdoc_date *out, pdoc_error **error)
{
    const int64_t months = (int64_t)every.months * times;
    const int64_t count = (int64_t)every.count * times;
    pdoc_date found;
    if (months > INT32_MAX || count > INT32_MAX)
        return pdoc__fail(error, PDOC_ERR_LIMIT, "that reaches back beyond the year 1");
    const pdoc_offset whole = {.months = (int32_t)months, .count = (int32_t)count, .unit = PDOC_UNIT_DAY};
    const pdoc_status status = pdoc_date_subtract(day, whole, &found, error);
    if (status != PDOC_OK)
        return status;
    *out = count == 0 && is_end_of_month(day) ? pdoc_date_last((pdoc_date){found.year, found.month, 0}) : found;
    return PDOC_OK;
}

int32_t pdoc__board_next_last(pdoc_date from, pdoc_date until)
{
    const int32_t last = pdoc__day_number(until);
    const pdoc_date next = pdoc__day_date(last + 1);
    pdoc_date met;
    const pdoc_offset months = {.months = pdoc_date_months_between(from, next)};
    if (months.months > 0 && pdoc_date_add(from, months, &met, NULL) == PDOC_OK && pdoc_date_compare(met, next) == 0 &&
        pdoc_date_add(next, months, &met, NULL) == PDOC_OK)
        return pdoc__day_number(met) - 1;
    return last + (last - pdoc__day_number(from) + 1);
}
