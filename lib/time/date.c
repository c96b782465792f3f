/* SPDX-License-Identifier: MIT */
/* Civil dates with day, month or year precision: reading, writing, comparing, adding. Knows no clock and no documents.
 */
#include "policydoc/date.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "time/interval.h"

/* A year that 25 divides is divided by 100 if 4 divides it, and by 400 if 16 does: one division instead of three. */
static bool is_leap(int32_t year)
{
    return (year & (year % 25 != 0 ? 3 : 15)) == 0;
}

static int32_t days_in_month(int32_t year, int32_t month)
{
    static const uint8_t days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month];
}

bool pdoc_date_is_valid(pdoc_date date)
{
    if (date.year < 1 || date.year > 9999 || date.month > 12)
        return false;
    if (date.month == 0)
        return date.day == 0;
    return date.day <= 28 || date.day <= days_in_month(date.year, date.month);
}

bool pdoc_date_is_recorded(pdoc_date date)
{
    return date.year != 0;
}

/* Two digits as a number, or -1; looks no further than the final NUL. */
static int32_t two_digits(const char *text)
{
    return pdoc__is_digit(text[0]) && pdoc__is_digit(text[1]) ? (text[0] - '0') * 10 + (text[1] - '0') : -1;
}

/* A hyphen and two digits, from 1 on, or -1. */
static int32_t next_part(const char *text)
{
    const int32_t number = text[0] == '-' ? two_digits(text + 1) : -1;
    return number > 0 ? number : -1;
}

static bool parse(const char *text, pdoc_date *out)
{
    const int32_t century = two_digits(text);
    const int32_t year = century < 0 ? -1 : two_digits(text + 2);
    int32_t month = 0, day = 0;
    if (year < 0)
        return false;
    text += 4;
    if (*text) {
        month = next_part(text);
        if (month < 0)
            return false;
        text += 3;
    }
    if (*text) {
        day = next_part(text);
        if (day < 0 || text[3])
            return false;
    }
    const pdoc_date date = {(int16_t)(century * 100 + year), (uint8_t)month, (uint8_t)day};
    if (!pdoc_date_is_valid(date))
        return false;
    *out = date;
    return true;
}

pdoc_status pdoc_date_parse(const char *text, pdoc_date *out, pdoc_error **error)
{
    if (!text || !out)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a date needs a text to read and a place to put it");
    if (parse(text, out))
        return PDOC_OK;
    return pdoc__fail(error, PDOC_ERR_INVALID,
                      "\"%.40s\" is no date; expected a day that exists, such as 2023-06-30, or 2023-06, or 2023",
                      text);
}

static char *put(char *to, int32_t number, size_t count)
{
    for (size_t i = count; i > 0; i--, number /= 10)
        to[i - 1] = (char)('0' + number % 10);
    return to + count;
}

char *pdoc_date_format(pdoc_date date, char *buffer)
{
    char *end = buffer;
    if (date.year > 0 && date.year <= 9999) {
        end = put(end, date.year, 4);
        if (date.month > 0 && date.month < 100) {
            *end++ = '-';
            end = put(end, date.month, 2);
            if (date.day > 0 && date.day < 100) {
                *end++ = '-';
                end = put(end, date.day, 2);
            }
        }
    }
    *end = '\0';
    return buffer;
}

pdoc_date pdoc_date_first(pdoc_date date)
{
    if (date.year != 0 && date.month == 0)
        return (pdoc_date){date.year, 1, 1};
    if (date.year != 0 && date.day == 0)
        date.day = 1;
    return date;
}

pdoc_date pdoc_date_last(pdoc_date date)
{
    if (date.year != 0 && date.month == 0)
        return (pdoc_date){date.year, 12, 31};
    if (date.year != 0 && date.day == 0 && date.month <= 12)
        date.day = (uint8_t)days_in_month(date.year, date.month);
    return date;
}

/* Year, month and day in one number, in the order of time; a month must have its first or last day put in before. */
static int32_t packed(pdoc_date date)
{
    return (int32_t)date.year * 512 + date.month * 32 + date.day;
}

/* By first day, then by precision: of those that begin on one day, a day ends before a month and a month before a year.
 */
static int32_t sort_key(pdoc_date date)
{
    if (!pdoc_date_is_recorded(date))
        return INT32_MAX;
    return packed(pdoc_date_first(date)) * 4 + (date.month == 0 ? 2 : date.day == 0);
}

int pdoc_date_compare(pdoc_date left, pdoc_date right)
{
    const int32_t a = sort_key(left), b = sort_key(right);
    return (a > b) - (a < b);
}

pdoc_truth pdoc_date_is_before(pdoc_date left, pdoc_date right)
{
    if (!pdoc_date_is_recorded(left) || !pdoc_date_is_recorded(right))
        return PDOC_UNKNOWN;
    if (packed(pdoc_date_last(left)) < packed(pdoc_date_first(right)))
        return PDOC_TRUE;
    return packed(pdoc_date_first(left)) >= packed(pdoc_date_last(right)) ? PDOC_FALSE : PDOC_UNKNOWN;
}

int32_t pdoc_date_days_between(pdoc_date from, pdoc_date to)
{
    if (!pdoc_date_is_recorded(from) || !pdoc_date_is_recorded(to))
        return 0;
    return pdoc__day_number(to) - pdoc__day_number(from);
}

/* Months from the year 0; the day is kept apart. */
static int32_t month_number(pdoc_date date)
{
    return date.year * 12 + date.month - 1;
}

/* The day `months` after a full date, clamped to the end of its month. */
static bool add_months(pdoc_date date, int64_t months, pdoc_date *out)
{
    const int64_t moved = month_number(date) + months;
    if (moved < 12 || moved >= 10000 * 12)
        return false;
    const uint32_t number = (uint32_t)moved;
    const int32_t year = (int32_t)(number / 12);
    const int32_t month = (int32_t)(number % 12) + 1;
    const int32_t last = date.day <= 28 ? date.day : days_in_month(year, month);
    *out = (pdoc_date){(int16_t)year, (uint8_t)month, (uint8_t)(date.day < last ? date.day : last)};
    return true;
}

int32_t pdoc_date_months_between(pdoc_date from, pdoc_date to)
{
    from = pdoc_date_first(from);
    to = pdoc_date_first(to);
    if (!pdoc_date_is_recorded(from) || !pdoc_date_is_recorded(to))
        return 0;
    int32_t months = month_number(to) - month_number(from);
    pdoc_date reached;
    if (!add_months(from, months, &reached))
        return months;
    int past = pdoc_date_compare(reached, to);
    if (months > 0 && past > 0)
        return months - 1;
    return months < 0 && past < 0 ? months + 1 : months;
}

static pdoc_status outside(pdoc_error **error)
{
    return pdoc__fail(error, PDOC_ERR_LIMIT, "the date would lie outside the years 1 to 9999");
}

/* A month stays a month, a year moved by whole years stays a year. */
static pdoc_status add_to_partial(pdoc_date date, pdoc_offset offset, pdoc_date *out, pdoc_error **error)
{
    if (offset.count != 0)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "days can be added to a full date only");
    if (date.month == 0 && offset.months % 12 != 0)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "months can be added to a month or a full date only");
    pdoc_date moved;
    if (!add_months((pdoc_date){date.year, date.month ? date.month : 1, 1}, offset.months, &moved))
        return outside(error);
    *out = (pdoc_date){moved.year, date.month ? moved.month : 0, 0};
    return PDOC_OK;
}

static pdoc_status add(pdoc_date date, pdoc_offset offset, pdoc_date *out, pdoc_error **error)
{
    if (!out)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a sum needs a place to put it");
    if (!pdoc_date_is_valid(date))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT,
                          "nothing can be added to a date that is not recorded, or does not exist");
    if (offset.count != 0 && offset.unit != PDOC_UNIT_DAY)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "working days and hours cannot be added without a calendar");
    if (date.day == 0)
        return add_to_partial(date, offset, out, error);
    pdoc_date moved = date;
    if (offset.months != 0 && !add_months(date, offset.months, &moved))
        return outside(error);
    if (offset.count != 0) {
        int64_t day = (int64_t)pdoc__day_number(moved) + offset.count;
        moved = day > INT32_MIN && day < INT32_MAX ? pdoc__day_date((int32_t)day) : (pdoc_date){0, 0, 0};
        if (!pdoc_date_is_recorded(moved))
            return outside(error);
    }
    *out = moved;
    return PDOC_OK;
}

pdoc_status pdoc_date_add(pdoc_date date, pdoc_offset offset, pdoc_date *out, pdoc_error **error)
{
    return add(date, offset, out, error);
}

pdoc_status pdoc_date_subtract(pdoc_date date, pdoc_offset offset, pdoc_date *out, pdoc_error **error)
{
    if (offset.months == INT32_MIN || offset.count == INT32_MIN)
        return outside(error);
    offset.months = -offset.months;
    offset.count = -offset.count;
    return add(date, offset, out, error);
}
