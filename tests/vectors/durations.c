/* SPDX-License-Identifier: MIT */
/* Sums and differences of dates: the files a_durations, a_series, a_between and a_xsd_duration_order. */
#include "vectors.h"

#include <stdio.h>
#include <string.h>

/* The cells years, months, weeks and days (with their sign) say the same as the duration. */
static enum answer reads_as_its_parts(struct row *row, pdoc_offset offset)
{
    const int32_t months = 12 * number(row, "years") + number(row, "months");
    const int32_t days = 7 * number(row, "weeks") + number(row, "days");
    const enum answer answer = same_number(row, "months of the duration", months, offset.months);
    return answer == PASSED ? same_number(row, "days of the duration", days, offset.count) : answer;
}

enum answer ask_durations(struct row *row)
{
    const char *operation = cell(row, "op");
    const bool is_sum = strcmp(operation, "add") == 0;
    pdoc_offset offset = {0, 0, 0, 0};
    pdoc_date found = {0, 0, 0};
    if (!is_sum && strcmp(operation, "sub") != 0)
        return because(row, FAILED, "neither add nor sub", operation);
    if (pdoc_offset_parse(cell(row, "duration"), &offset, NULL) != PDOC_OK)
        return because(row, FAILED, "the duration was not read", cell(row, "duration"));
    const enum answer parts = reads_as_its_parts(row, offset);
    if (parts != PASSED)
        return parts;
    const pdoc_date from = date(row, "date");
    const pdoc_status status =
        is_sum ? pdoc_date_add(from, offset, &found, NULL) : pdoc_date_subtract(from, offset, &found, NULL);
    if (status != PDOC_OK)
        return because(row, FAILED, "there was no result", pdoc_status_name(status));
    return same_date(row, "result", date(row, "expected"), found);
}

/* The k-th date is counted from the anchor, never from the one before it. */
enum answer ask_series(struct row *row)
{
    const int32_t months = number(row, "interval_months");
    const pdoc_date anchor = date(row, "anchor");
    char found[8 * PDOC_DATE_TEXT + 1] = "";
    if (months < 1 || months > 1200)
        return because(row, FAILED, "no number of months", cell(row, "interval_months"));
    for (int32_t k = 1; k <= 8; k++) {
        pdoc_date next = {0, 0, 0};
        char text[PDOC_DATE_TEXT];
        if (pdoc_date_add(anchor, (pdoc_offset){k * months, 0, PDOC_UNIT_DAY, 0}, &next, NULL) != PDOC_OK)
            return because(row, FAILED, "cannot be added to", cell(row, "anchor"));
        strcat(found, k > 1 ? " " : "");
        strcat(found, pdoc_date_format(next, text));
    }
    return same_text(row, "dates", cell(row, "expected_8_dates"), found);
}

enum answer ask_between(struct row *row)
{
    const pdoc_date from = date(row, "from"), to = date(row, "to");
    const int32_t months = pdoc_date_months_between(from, to);
    enum answer answer = same_number(row, "days", number(row, "days"), pdoc_date_days_between(from, to));
    if (answer == PASSED)
        answer = same_number(row, "whole months", number(row, "whole_months"), months);
    if (answer != PASSED)
        return answer;
    pdoc_date reached = {0, 0, 0};
    char period[64];
    if (pdoc_date_add(from, (pdoc_offset){months, 0, PDOC_UNIT_DAY, 0}, &reached, NULL) != PDOC_OK)
        return because(row, FAILED, "cannot be added to", cell(row, "from"));
    snprintf(period, sizeof period, "P%ldY%ldM%ldD", (long)(months / 12), (long)(months % 12),
             (long)pdoc_date_days_between(reached, to));
    return same_text(row, "period", cell(row, "period_ymd"), period);
}

/* '<', '>' or '=' of two periods counted from one day; '!' if either cannot be added to it. */
static char order_from(pdoc_date day, pdoc_offset left, pdoc_offset right)
{
    pdoc_date after_left = {0, 0, 0}, after_right = {0, 0, 0};
    if (pdoc_date_add(day, left, &after_left, NULL) != PDOC_OK ||
        pdoc_date_add(day, right, &after_right, NULL) != PDOC_OK)
        return '!';
    const int32_t days = pdoc_date_days_between(after_left, after_right);
    return days > 0 ? '<' : days < 0 ? '>' : '=';
}

/* The library has no order of periods; its sums, from the four days that XML Schema names, give that of xs:duration. */
enum answer ask_xsd_duration_order(struct row *row)
{
    static const pdoc_date days[] = {{1696, 9, 1}, {1697, 2, 1}, {1903, 3, 1}, {1903, 7, 1}};
    pdoc_offset left = {0, 0, 0, 0}, right = {0, 0, 0, 0};
    if (pdoc_offset_parse(cell(row, "a"), &left, NULL) != PDOC_OK ||
        pdoc_offset_parse(cell(row, "b"), &right, NULL) != PDOC_OK)
        return because(row, FAILED, "a duration was not read", cell(row, "id"));
    char found[] = {order_from(days[0], left, right), '\0'};
    for (size_t i = 1; i < sizeof days / sizeof *days; i++)
        if (order_from(days[i], left, right) != found[0])
            found[0] = '?';
    return same_text(row, "order", cell(row, "order"), found);
}
