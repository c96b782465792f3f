/* SPDX-License-Identifier: MIT */
/* Any bytes as a calendar file: refused with an error, or a calendar that is written and read as the same, and whose sums
   end. */
#include "fuzz.h"

static pdoc_text *write_file(const pdoc_calendar *calendar)
{
    const pdoc_publish_options options = {.size = sizeof options, .format = PDOC_FORMAT_XML};
    pdoc_text *text = pdoc_calendar_publish(calendar, &options, NULL);
    must(text != NULL, "a calendar can be written");
    return text;
}

static void must_stay_the_same(const pdoc_calendar *calendar)
{
    pdoc_text *text = write_file(calendar);
    pdoc_calendar *again = pdoc_calendar_read_memory(pdoc_text_data(text), pdoc_text_size(text), "written", NULL);
    must(again != NULL || pdoc_text_size(text) > 1u << 20, "what was written is read");
    if (again) {
        pdoc_text *same = write_file(again);
        must(strcmp(pdoc_text_data(text), pdoc_text_data(same)) == 0, "what was read is written as the same");
        pdoc_text_free(same);
    }
    pdoc_text_free(text);
    pdoc_calendar_unref(again);
}

static void must_count(const pdoc_calendar *calendar, pdoc_date from, int32_t n)
{
    const pdoc_offset offset = {0, n, PDOC_UNIT_WORKING_DAY, 0};
    pdoc_date to = from;
    int32_t between = 0;
    if (pdoc_calendar_add(calendar, from, offset, PDOC_ROLL_NONE, &to, NULL, NULL) != PDOC_OK)
        return;
    must(pdoc_calendar_is_working(calendar, to) != PDOC_FALSE, "a sum is a working day");
    must(pdoc_calendar_days_between(calendar, from, to, &between, NULL, NULL) == PDOC_OK, "days can be counted");
    must(between == n || between == n - 1 || between == n + 1, "so many lie between");
    for (int roll = PDOC_ROLL_NONE; roll <= PDOC_ROLL_MODIFIED_PRECEDING; roll++) {
        pdoc_date rolled = to;
        must(pdoc_calendar_roll(calendar, to, (pdoc_roll)roll, &rolled, NULL, NULL) == PDOC_OK, "a roll ends");
        must(pdoc_date_compare(rolled, to) == 0, "a working day stays");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pdoc_error *error = NULL;
    pdoc_calendar *calendar = pdoc_calendar_read_memory(data, size, "input", &error);
    must((calendar == NULL) == (error != NULL), "an error exactly on failure");
    if (calendar) {
        must_stay_the_same(calendar);
        for (size_t i = 0; i < pdoc_calendar_entry_count(calendar) && i < 50; i++)
            for (int32_t n = -29; n <= 30; n += 15) /* never 0, which stays where it is */
                must_count(calendar, pdoc_calendar_entry_first(calendar, i), n);
        must_count(calendar, pdoc_calendar_from(calendar), 7);
        must_count(calendar, pdoc_calendar_to(calendar), -7);
    }
    pdoc_calendar_unref(calendar);
    pdoc_error_free(error);
    return 0;
}
