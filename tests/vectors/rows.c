/* SPDX-License-Identifier: MIT */
/* Cells of rows, and answers about them. Knows nothing of any one file. */
#include "vectors.h"

#include <stdio.h>
#include <string.h>

const char *cell(struct row *row, const char *head)
{
    for (size_t i = 0; i < row->head_count && i < row->cell_count; i++)
        if (strcmp(row->heads[i], head) == 0)
            return row->cells[i];
    row->lacks_a_cell = true;
    return "";
}

int32_t number(struct row *row, const char *head)
{
    const char *text = cell(row, head);
    const bool is_negative = *text == '-';
    int64_t value = 0;
    text += is_negative;
    if (!*text)
        return INT32_MIN;
    for (; *text; text++) {
        if (*text < '0' || *text > '9' || value > INT32_MAX)
            return INT32_MIN;
        value = value * 10 + (*text - '0');
    }
    return value > INT32_MAX ? INT32_MIN : (int32_t)(is_negative ? -value : value);
}

pdoc_date date(struct row *row, const char *head)
{
    pdoc_date out = {0, 0, 0};
    return pdoc_date_parse(cell(row, head), &out, NULL) == PDOC_OK ? out : (pdoc_date){0, 0, 0};
}

enum answer same_text(struct row *row, const char *what, const char *expected, const char *found)
{
    if (strcmp(expected, found) == 0)
        return PASSED;
    snprintf(row->why, sizeof row->why, "%s: expected \"%s\", found \"%s\"", what, expected, found);
    return FAILED;
}

enum answer same_date(struct row *row, const char *what, pdoc_date expected, pdoc_date found)
{
    char left[PDOC_DATE_TEXT], right[PDOC_DATE_TEXT];
    if (!pdoc_date_is_recorded(expected))
        return because(row, FAILED, "the row gives no such date", what);
    return same_text(row, what, pdoc_date_format(expected, left), pdoc_date_format(found, right));
}

enum answer same_number(struct row *row, const char *what, int32_t expected, int32_t found)
{
    if (expected == INT32_MIN)
        return because(row, FAILED, "the row gives no such number", what);
    if (expected == found)
        return PASSED;
    snprintf(row->why, sizeof row->why, "%s: expected %ld, found %ld", what, (long)expected, (long)found);
    return FAILED;
}

enum answer because(struct row *row, enum answer answer, const char *why, const char *value)
{
    snprintf(row->why, sizeof row->why, "%s: \"%s\"", why, value);
    return answer;
}
