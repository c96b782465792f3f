/* SPDX-License-Identifier: MIT */
/* Any text as a recurrence rule: it ends in bounded time, and the days of what is accepted are in order and found again. */
#include "fuzz.h"

static void days_in_order(const pdoc_recurrence *rule)
{
    pdoc_date after = {0, 0, 0}, found = {0, 0, 0};
    for (int i = 0; i < 50; i++) {
        const pdoc_status status = pdoc_recurrence_next(rule, after, &found, NULL);
        must(status == PDOC_OK || status == PDOC_ERR_LIMIT, "a search ends with a day, without one, or at its bound");
        if (status != PDOC_OK || !pdoc_date_is_recorded(found))
            break;
        must(pdoc_date_is_valid(found) && found.day != 0, "an occurrence is a day");
        must(i == 0 || pdoc_date_compare(after, found) < 0, "occurrences are in order");
        must(i > 0 || pdoc_date_compare(found, pdoc_recurrence_start(rule)) == 0, "the start is the first of them");
        after = found;
    }
}

/* The first byte says from which day on; the rest is the rule. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const pdoc_date starts[] = {{2024, 2, 29}, {2025, 1, 1}, {2024, 1, 31}, {2026, 11, 24}, {1, 1, 1}, {9999, 12, 31}, {2026, 6, 1}, {1900, 3, 1}};
    char text[2100];
    if (size == 0 || size >= sizeof text)
        return 0;
    memcpy(text, data + 1, size - 1);
    text[size - 1] = '\0';
    pdoc_error *error = NULL;
    pdoc_recurrence *rule = pdoc_recurrence_parse(text, starts[data[0] % 8], &error);
    if (rule)
        days_in_order(rule);
    else
        must(pdoc_error_status(error) == PDOC_ERR_INVALID || pdoc_error_status(error) == PDOC_ERR_LIMIT,
             "a rule that is refused is invalid, or never ends");
    must(!rule == !!error, "either a rule or an error");
    pdoc_recurrence_unref(rule);
    pdoc_error_free(error);
    return 0;
}
