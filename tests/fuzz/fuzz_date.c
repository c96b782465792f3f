/* SPDX-License-Identifier: MIT */
/* Any text as a date, a printed date and an offset: what is accepted is written in a form that means the same. */
#include "fuzz.h"

static void date_round_trip(pdoc_date date)
{
    char text[PDOC_DATE_TEXT];
    pdoc_date again = {0, 0, 0};
    must(pdoc_date_is_valid(date), "a date that was read is valid");
    must(pdoc_date_parse(pdoc_date_format(date, text), &again, NULL) == PDOC_OK, "a date that was written can be read");
    must(pdoc_date_compare(date, again) == 0 && date.month == again.month && date.day == again.day, "it is the same date");
    must(pdoc_date_compare(pdoc_date_first(date), pdoc_date_last(date)) <= 0, "the first day is not after the last");
}

static void offset_round_trip(pdoc_offset offset)
{
    char text[PDOC_OFFSET_TEXT], second[PDOC_OFFSET_TEXT];
    pdoc_offset again = {0, 0, 0, 0};
    must(pdoc_offset_parse(pdoc_offset_format(offset, text), &again, NULL) == PDOC_OK, "an offset that was written can be read");
    must(strcmp(text, pdoc_offset_format(again, second)) == 0, "it is written the same way");
    pdoc_date date = {2024, 2, 29}, out = {0, 0, 0};
    if (pdoc_date_add(date, offset, &out, NULL) == PDOC_OK)
        must(pdoc_date_is_valid(out), "a sum is a valid date");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char text[256];
    if (size >= sizeof text)
        return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    pdoc_date date = {0, 0, 0};
    pdoc_offset offset = {0, 0, 0, 0};
    if (pdoc_date_parse(text, &date, NULL) == PDOC_OK)
        date_round_trip(date);
    if (pdoc_date_parse_printed(text, &date, NULL) == PDOC_OK)
        date_round_trip(date);
    if (pdoc_offset_parse(text, &offset, NULL) == PDOC_OK)
        offset_round_trip(offset);
    return 0;
}
