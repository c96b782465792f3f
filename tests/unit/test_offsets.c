/* SPDX-License-Identifier: MIT */
/* The one text grammar of offsets: what it takes, what it refuses, and its canonical form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "policydoc/date.h"

#define SIZE(rows) (sizeof(rows) / sizeof *(rows))

enum {
    DAY = PDOC_UNIT_DAY,
    WORKING = PDOC_UNIT_WORKING_DAY,
    CLEAR = PDOC_UNIT_CLEAR_WORKING_DAY,
    HOUR = PDOC_UNIT_HOUR
};

static void an_offset_is_read_and_written_in_canonical_form(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int32_t months, count, unit;
        const char *canonical;
    } rows[] = {
        {"P3Y", 36, 0, DAY, "P3Y"},
        {"P36M", 36, 0, DAY, "P3Y"},
        {"P2Y9M", 33, 0, DAY, "P2Y9M"},
        {"P6W", 0, 42, DAY, "P42D"},
        {"-P14D", 0, -14, DAY, "-P14D"},
        {"-P1Y2M3W4D", -14, -25, DAY, "-P1Y2M25D"},
        {"P1M1D", 1, 1, DAY, "P1M1D"},
        {"P1Y1D", 12, 1, DAY, "P1Y1D"},
        {"P0D", 0, 0, DAY, "P0D"},
        {"-P0D", 0, 0, DAY, "P0D"},
        {"P0Y", 0, 0, DAY, "P0D"},
        {"P007D", 0, 7, DAY, "P7D"},
        {"14 days", 0, 14, DAY, "P14D"},
        {"1 day", 0, 1, DAY, "P1D"},
        {"-2 days", 0, -2, DAY, "-P2D"},
        {"PT48H", 0, 48, HOUR, "PT48H"},
        {"-PT1H", 0, -1, HOUR, "-PT1H"},
        {"PT0H", 0, 0, HOUR, "PT0H"},
        {"48 hours", 0, 48, HOUR, "PT48H"},
        {"1 hour", 0, 1, HOUR, "PT1H"},
        {"3 working-days", 0, 3, WORKING, "3 working-days"},
        {"-3 working-days", 0, -3, WORKING, "-3 working-days"},
        {"1 working-day", 0, 1, WORKING, "1 working-day"},
        {"0 working-days", 0, 0, WORKING, "0 working-days"},
        {"5 clear-working-days", 0, 5, CLEAR, "5 clear-working-days"},
        {"-1 clear-working-day", 0, -1, CLEAR, "-1 clear-working-day"},
        {"P2147483647M", INT32_MAX, 0, DAY, "P178956970Y7M"},
        {"-P2147483647D", 0, -INT32_MAX, DAY, "-P2147483647D"},
        {"-2147483647 clear-working-days", 0, -INT32_MAX, CLEAR, "-2147483647 clear-working-days"},
    };
    for (size_t i = 0; i < SIZE(rows); i++) {
        pdoc_offset offset = {9, 9, 9, 9}, again = {9, 9, 9, 9};
        char text[PDOC_OFFSET_TEXT];
        assert_int_equal(pdoc_offset_parse(rows[i].text, &offset, NULL), PDOC_OK);
        assert_int_equal(offset.months, rows[i].months);
        assert_int_equal(offset.count, rows[i].count);
        assert_int_equal(offset.unit, rows[i].unit);
        assert_int_equal(offset.reserved, 0);
        assert_string_equal(pdoc_offset_format(offset, text), rows[i].canonical);
        assert_int_equal(pdoc_offset_parse(text, &again, NULL), PDOC_OK);
        assert_memory_equal(&again, &offset, sizeof offset);
    }
}

static void what_is_no_offset_is_refused_and_the_place_left_alone(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "P",
        "-P",
        "-",
        "+P3Y",
        "--P3Y",
        "P-3Y",
        "3Y",
        "P3",
        "P3X",
        "P3Y ",
        " P3Y",
        "P3 Y",
        "p3y",
        "P3y",
        "PY",
        "P1M1Y",
        "P1D1W",
        "P1M1M",
        "P1.5Y",
        "P1,5Y",
        "PT",
        "PT48",
        "PT48M",
        "PT1H1M",
        "P1DT1H",
        "PT48H ",
        "PTH",
        "P3Y4",
        "3",
        "3 ",
        "days",
        "3  days",
        "3 day s",
        "3 Days",
        "3 weeks",
        "3 working days",
        "working-days",
        "+3 days",
        "3days",
        "P2147483648M",
        "P178956971Y",
        "P2147483648D",
        "P306783379W",
        "2147483648 days",
        "P99999999999999999999D",
        "P178956970Y8M",
        "P306783378W2D",
        "bi-monthly",
        "biannual",
        "R/P1M",
    };
    for (size_t i = 0; i < SIZE(texts); i++) {
        pdoc_offset offset = {1, 2, 3, 4};
        pdoc_error *error = NULL;
        assert_int_equal(pdoc_offset_parse(texts[i], &offset, &error), PDOC_ERR_INVALID);
        assert_non_null(strstr(pdoc_error_message(error), "P3Y"));
        pdoc_error_free(error);
        assert_int_equal(offset.months + offset.count + offset.unit + offset.reserved, 10);
    }
    pdoc_offset offset = {0, 0, 0, 0};
    assert_int_equal(pdoc_offset_parse(NULL, &offset, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_offset_parse("P3Y", NULL, NULL), PDOC_ERR_ARGUMENT);
}

static void what_the_grammar_cannot_say_is_written_as_two_parts_and_never_as_something_else(void **state)
{
    (void)state;
    static const struct {
        pdoc_offset offset;
        const char *text;
    } rows[] = {
        {{3, -2, DAY, 0}, "P3M -2 days"},
        {{-15, 2, DAY, 0}, "-P1Y3M 2 days"},
        {{3, 5, WORKING, 0}, "P3M 5 working-days"},
        {{-3, -1, CLEAR, 0}, "-P3M -1 clear-working-day"},
        {{3, 48, HOUR, 0}, "P3M 48 hours"},
        {{0, 3, 77, 0}, "3 ?"},
        {{INT32_MIN, INT32_MIN, CLEAR, 0}, "-P178956970Y8M -2147483648 clear-working-days"},
    };
    for (size_t i = 0; i < SIZE(rows); i++) {
        char text[PDOC_OFFSET_TEXT];
        pdoc_offset again = {0, 0, 0, 0};
        assert_string_equal(pdoc_offset_format(rows[i].offset, text), rows[i].text);
        assert_int_equal(pdoc_offset_parse(text, &again, NULL), PDOC_ERR_INVALID);
    }
    char text[PDOC_OFFSET_TEXT];
    assert_string_equal(pdoc_offset_format((pdoc_offset){36, 0, WORKING, 0}, text), "P3Y");
    assert_string_equal(pdoc_offset_format((pdoc_offset){36, 0, HOUR, 0}, text), "P3Y");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_offset_is_read_and_written_in_canonical_form),
        cmocka_unit_test(what_is_no_offset_is_refused_and_the_place_left_alone),
        cmocka_unit_test(what_the_grammar_cannot_say_is_written_as_two_parts_and_never_as_something_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
