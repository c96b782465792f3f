/* SPDX-License-Identifier: MIT */
/* Civil dates: reading, writing, first and last days, order, sums, differences, intervals, truth. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "time/interval.h"

#define SIZE(rows) (sizeof(rows) / sizeof *(rows))

static pdoc_date date_of(const char *text)
{
    pdoc_date date = {0, 0, 0};
    if (*text)
        assert_int_equal(pdoc_date_parse(text, &date, NULL), PDOC_OK);
    return date;
}

static void assert_date(pdoc_date date, const char *expected)
{
    char text[PDOC_DATE_TEXT];
    assert_string_equal(pdoc_date_format(date, text), expected);
}

static pdoc_offset offset_of(const char *text)
{
    pdoc_offset offset = {0, 0, 0, 0};
    assert_int_equal(pdoc_offset_parse(text, &offset, NULL), PDOC_OK);
    return offset;
}

static void a_date_is_read_and_written_as_it_is(void **state)
{
    (void)state;
    static const char *const texts[] = {"0001",    "0001-01",    "0001-01-01", "2023",
                                        "2023-06", "2023-06-30", "2024-02-29", "9999-12-31"};
    for (size_t i = 0; i < SIZE(texts); i++)
        assert_date(date_of(texts[i]), texts[i]);
    assert_date((pdoc_date){0, 0, 0}, "");
}

static void what_is_no_date_is_refused_and_the_place_left_alone(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "2",
        "202",
        "20234",
        "2023-",
        "2023-6",
        "2023-00",
        "2023-13",
        "2023-06-",
        "2023-06-0",
        "2023-06-00",
        "2023-06-31",
        "2023-02-29",
        "1900-02-29",
        "2023-02-30",
        "0000",
        "0000-01",
        "0000-01-01",
        " 2023",
        "2023 ",
        "-2023",
        "+2023",
        "2023-06-30Z",
        "2023-06-30+01:00",
        "2023-06-30T00:00:00",
        "2023/06/30",
        "20230630",
        "2023-W06",
        "2023-0x-01",
        "2023-06-3x",
        "202x",
        "x023",
        "10000-01-01",
        "\xD9\xA2\xD9\xA0",
    };
    for (size_t i = 0; i < SIZE(texts); i++) {
        pdoc_date date = {1, 2, 3};
        pdoc_error *error = NULL;
        assert_int_equal(pdoc_date_parse(texts[i], &date, &error), PDOC_ERR_INVALID);
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
        assert_non_null(strstr(pdoc_error_message(error), "2023-06-30"));
        pdoc_error_free(error);
        assert_int_equal(date.year * 10000 + date.month * 100 + date.day, 10203);
    }
    pdoc_date date = {0, 0, 0};
    assert_int_equal(pdoc_date_parse(NULL, &date, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_date_parse("2023", NULL, NULL), PDOC_ERR_ARGUMENT);
}

static void only_dates_that_exist_are_valid(void **state)
{
    (void)state;
    assert_true(pdoc_date_is_valid((pdoc_date){2024, 2, 29}));
    assert_true(pdoc_date_is_valid((pdoc_date){2000, 2, 29}));
    assert_true(pdoc_date_is_valid((pdoc_date){2023, 6, 0}));
    assert_true(pdoc_date_is_valid((pdoc_date){2023, 0, 0}));
    static const pdoc_date wrong[] = {{0, 0, 0},     {0, 6, 1},     {-1, 1, 1},    {10000, 1, 1}, {2023, 0, 5},
                                      {2023, 13, 0}, {2023, 2, 29}, {2100, 2, 29}, {2023, 4, 31}, {2023, 255, 255}};
    for (size_t i = 0; i < SIZE(wrong); i++)
        assert_false(pdoc_date_is_valid(wrong[i]));
    assert_false(pdoc_date_is_recorded(wrong[0]));
    assert_true(pdoc_date_is_recorded((pdoc_date){2023, 0, 0}));
}

static void a_partial_date_runs_from_its_first_to_its_last_day(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        {"2023-06", "2023-06-01", "2023-06-30"},    {"2023-02", "2023-02-01", "2023-02-28"},
        {"2024-02", "2024-02-01", "2024-02-29"},    {"2023", "2023-01-01", "2023-12-31"},
        {"2023-06-15", "2023-06-15", "2023-06-15"}, {"", "", ""},
    };
    for (size_t i = 0; i < SIZE(rows); i++) {
        const pdoc_date date = date_of(rows[i][0]);
        assert_date(pdoc_date_first(date), rows[i][1]);
        assert_date(pdoc_date_last(date), rows[i][2]);
        const struct pdoc__interval interval = pdoc__interval_of(date);
        assert_int_equal(interval.first, pdoc__day_number(date_of(rows[i][1])));
        assert_int_equal(interval.last, pdoc__day_number(date_of(rows[i][2])));
        assert_int_equal(pdoc__interval_is_recorded(interval), *rows[i][0] != '\0');
        assert_date(pdoc__interval_date(interval), rows[i][0]);
    }
    assert_date(pdoc__interval_date((struct pdoc__interval){0, 30}), "1970-01");
    assert_date(pdoc__interval_date((struct pdoc__interval){0, 29}), "1970-01-01");
    assert_date(pdoc__interval_date((struct pdoc__interval){0, 364}), "1970");
    assert_date(pdoc__interval_date((struct pdoc__interval){31, 364}), "1970-02-01");
}

static void dates_are_sorted_by_first_day_then_last(void **state)
{
    (void)state;
    static const char *const sorted[] = {"0001-01-01", "2022-12-31", "2023-01-01", "2023-01",    "2023",
                                         "2023-01-02", "2023-02-28", "2023-03-01", "9999-12-31", ""};
    for (size_t i = 0; i < SIZE(sorted); i++)
        for (size_t k = 0; k < SIZE(sorted); k++) {
            const int order = pdoc_date_compare(date_of(sorted[i]), date_of(sorted[k]));
            assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
        }
}

static void before_is_unknown_where_it_depends_on_the_day(void **state)
{
    (void)state;
    static const struct {
        const char *left, *right;
        pdoc_truth expected;
    } rows[] = {
        {"2023-06-30", "2023-07", PDOC_TRUE},
        {"2023-06", "2023-07-01", PDOC_TRUE},
        {"2023-06", "2023-07", PDOC_TRUE},
        {"2022", "2023", PDOC_TRUE},
        {"2023-06", "2023-06-30", PDOC_UNKNOWN},
        {"2023-06", "2023-06-01", PDOC_FALSE},
        {"2023-06-30", "2023-06", PDOC_FALSE},
        {"2023-06-29", "2023-06", PDOC_UNKNOWN},
        {"2023-02-28", "2023-02", PDOC_FALSE},
        {"2023", "2023-06", PDOC_UNKNOWN},
        {"2023-07", "2023-06", PDOC_FALSE},
        {"2023-06-30", "2023-06-30", PDOC_FALSE},
        {"2023-06", "2023-06", PDOC_UNKNOWN},
        {"", "2023", PDOC_UNKNOWN},
        {"2023", "", PDOC_UNKNOWN},
        {"2023-07-07", "2023-06", PDOC_FALSE},
    };
    for (size_t i = 0; i < SIZE(rows); i++) {
        const pdoc_date left = date_of(rows[i].left), right = date_of(rows[i].right);
        assert_int_equal(pdoc_date_is_before(left, right), rows[i].expected);
        assert_int_equal(pdoc__interval_is_before(pdoc__interval_of(left), pdoc__interval_of(right)), rows[i].expected);
    }
}

static void months_are_clamped_then_the_days_are_counted(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        {"2024-01-31", "P1M", "2024-02-29"},
        {"2023-01-31", "P1M", "2023-02-28"},
        {"2020-09-30", "P4M", "2021-01-30"},
        {"2020-07-07", "P36M", "2023-07-07"},
        {"2024-02-29", "P1Y", "2025-02-28"},
        {"2024-02-29", "P4Y", "2028-02-29"},
        {"2023-01-31", "P1M1D", "2023-03-01"},
        {"2023-03-31", "-P1M", "2023-02-28"},
        {"2023-03-31", "-P1M1D", "2023-02-27"},
        {"2023-07-07", "-P14D", "2023-06-23"},
        {"2023-12-31", "P1D", "2024-01-01"},
        {"2023-06", "P3Y", "2026-06"},
        {"2023-06", "P7M", "2024-01"},
        {"2023-01", "-P1M", "2022-12"},
        {"2023", "P3Y", "2026"},
        {"2023", "P24M", "2025"},
        {"2023-06-01", "P0D", "2023-06-01"},
        {"2023-06", "P0D", "2023-06"},
        {"0001-01-01", "P9998Y", "9999-01-01"},
        {"9999-12-31", "-P3652058D", "0001-01-01"},
        {"2023-06-01", "PT0H", "2023-06-01"},
    };
    for (size_t i = 0; i < SIZE(rows); i++) {
        pdoc_date sum = {0, 0, 0};
        assert_int_equal(pdoc_date_add(date_of(rows[i][0]), offset_of(rows[i][1]), &sum, NULL), PDOC_OK);
        assert_date(sum, rows[i][2]);
        pdoc_offset opposite = offset_of(rows[i][1]);
        opposite.months = -opposite.months;
        opposite.count = -opposite.count;
        assert_int_equal(pdoc_date_subtract(date_of(rows[i][0]), opposite, &sum, NULL), PDOC_OK);
        assert_date(sum, rows[i][2]);
    }
}

static void what_cannot_be_added_is_refused_and_the_place_left_alone(void **state)
{
    (void)state;
    static const struct {
        pdoc_date date;
        pdoc_offset offset;
        pdoc_status status;
    } rows[] = {
        {{0, 0, 0}, {1, 0, 0, 0}, PDOC_ERR_ARGUMENT},
        {{2023, 2, 30}, {1, 0, 0, 0}, PDOC_ERR_ARGUMENT},
        {{2023, 6, 0}, {0, 1, 0, 0}, PDOC_ERR_ARGUMENT},
        {{2023, 0, 0}, {7, 0, 0, 0}, PDOC_ERR_ARGUMENT},
        {{2023, 0, 0}, {0, 1, 0, 0}, PDOC_ERR_ARGUMENT},
        {{2023, 6, 1}, {0, 3, PDOC_UNIT_WORKING_DAY, 0}, PDOC_ERR_ARGUMENT},
        {{2023, 6, 1}, {0, 3, PDOC_UNIT_CLEAR_WORKING_DAY, 0}, PDOC_ERR_ARGUMENT},
        {{2023, 6, 1}, {0, 48, PDOC_UNIT_HOUR, 0}, PDOC_ERR_ARGUMENT},
        {{2023, 6, 1}, {0, 1, 99, 0}, PDOC_ERR_ARGUMENT},
        {{9999, 12, 31}, {0, 1, 0, 0}, PDOC_ERR_LIMIT},
        {{1, 1, 1}, {0, -1, 0, 0}, PDOC_ERR_LIMIT},
        {{9999, 12, 0}, {1, 0, 0, 0}, PDOC_ERR_LIMIT},
        {{9999, 0, 0}, {12, 0, 0, 0}, PDOC_ERR_LIMIT},
        {{1, 1, 31}, {-1, 0, 0, 0}, PDOC_ERR_LIMIT},
        {{2023, 6, 1}, {INT32_MAX, 0, 0, 0}, PDOC_ERR_LIMIT},
        {{2023, 6, 1}, {INT32_MIN, 0, 0, 0}, PDOC_ERR_LIMIT},
        {{2023, 6, 1}, {0, INT32_MAX, 0, 0}, PDOC_ERR_LIMIT},
        {{2023, 6, 1}, {0, INT32_MIN, 0, 0}, PDOC_ERR_LIMIT},
    };
    for (size_t i = 0; i < SIZE(rows); i++) {
        pdoc_date out = {1, 2, 3};
        pdoc_error *error = NULL;
        assert_int_equal(pdoc_date_add(rows[i].date, rows[i].offset, &out, &error), rows[i].status);
        assert_int_equal(pdoc_error_status(error), rows[i].status);
        pdoc_error_free(error);
        assert_int_equal(out.year * 10000 + out.month * 100 + out.day, 10203);
    }
    pdoc_date out = {1, 2, 3};
    assert_int_equal(pdoc_date_subtract((pdoc_date){2023, 6, 1}, (pdoc_offset){INT32_MIN, 0, 0, 0}, &out, NULL),
                     PDOC_ERR_LIMIT);
    assert_int_equal(pdoc_date_subtract((pdoc_date){2023, 6, 1}, (pdoc_offset){0, INT32_MIN, 0, 0}, &out, NULL),
                     PDOC_ERR_LIMIT);
    assert_int_equal(pdoc_date_add((pdoc_date){2023, 6, 1}, (pdoc_offset){1, 0, 0, 0}, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(out.year, 1);
}

static void differences_count_days_and_whole_months(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
        int32_t days, months;
    } rows[] = {
        {"2020-07-07", "2023-07-07", 1095, 36},
        {"2020-07-07", "2023-07-06", 1094, 35},
        {"2024-01-31", "2024-02-29", 29, 1},
        {"2024-01-31", "2024-02-28", 28, 0},
        {"2024-02-29", "2024-01-31", -29, 0},
        {"2024-03-31", "2024-02-29", -31, -1},
        {"2024-03-15", "2024-02-20", -24, 0},
        {"2024-03-15", "2024-02-15", -29, -1},
        {"2023-06", "2023-07-01", 30, 1},
        {"2023", "2024", 365, 12},
        {"2023-06-01", "2023-06-01", 0, 0},
        {"", "2023", 0, 0},
        {"2023", "", 0, 0},
        {"0001-01-01", "9999-12-31", 3652058, 119987},
    };
    for (size_t i = 0; i < SIZE(rows); i++) {
        assert_int_equal(pdoc_date_days_between(date_of(rows[i].from), date_of(rows[i].to)), rows[i].days);
        assert_int_equal(pdoc_date_months_between(date_of(rows[i].from), date_of(rows[i].to)), rows[i].months);
    }
}

static void day_numbers_end_with_the_calendar(void **state)
{
    (void)state;
    assert_int_equal(pdoc__day_number((pdoc_date){1970, 1, 1}), 0);
    assert_int_equal(pdoc__day_number((pdoc_date){0, 0, 0}), PDOC__NO_DAY);
    const int32_t first = pdoc__day_number((pdoc_date){1, 1, 1}), last = pdoc__day_number((pdoc_date){9999, 12, 31});
    assert_int_equal(first, -719162);
    assert_int_equal(last, 2932896);
    assert_date(pdoc__day_date(first), "0001-01-01");
    assert_date(pdoc__day_date(last), "9999-12-31");
    static const int32_t outside[] = {PDOC__NO_DAY, -719163, 2932897, INT32_MAX};
    for (size_t i = 0; i < SIZE(outside); i++)
        assert_false(pdoc_date_is_recorded(pdoc__day_date(outside[i])));
}

static void both_ends_of_an_interval_move(void **state)
{
    (void)state;
    struct pdoc__interval out = {1, 2};
    assert_int_equal(pdoc__interval_add(pdoc__interval_of(date_of("2023-06")), offset_of("P3Y"), &out, NULL), PDOC_OK);
    assert_date(pdoc__interval_date(out), "2026-06");
    assert_int_equal(pdoc__interval_add(pdoc__interval_of(date_of("2023-02")), offset_of("P1M"), &out, NULL), PDOC_OK);
    assert_date(pdoc__day_date(out.first), "2023-03-01");
    assert_date(pdoc__day_date(out.last), "2023-03-28");
    assert_int_equal(pdoc__interval_add(pdoc__interval_of(date_of("2023")), offset_of("-P14D"), &out, NULL), PDOC_OK);
    assert_date(pdoc__day_date(out.first), "2022-12-18");
    assert_date(pdoc__day_date(out.last), "2023-12-17");
    const struct pdoc__interval before = out, none = {PDOC__NO_DAY, PDOC__NO_DAY};
    assert_int_equal(pdoc__interval_add(none, offset_of("P1D"), &out, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc__interval_add(pdoc__interval_of(date_of("9999")), offset_of("P1D"), &out, NULL),
                     PDOC_ERR_LIMIT);
    assert_int_equal(pdoc__interval_add(pdoc__interval_of(date_of("0001")), offset_of("-P1D"), &out, NULL),
                     PDOC_ERR_LIMIT);
    assert_memory_equal(&out, &before, sizeof out);
}

static void what_is_not_known_stays_not_known(void **state)
{
    (void)state;
    enum { F = PDOC_FALSE, T = PDOC_TRUE, U = PDOC_UNKNOWN };
    static const int and[3][3] = {{F, F, F}, {F, T, U}, {F, U, U}}, or [3][3] = {{F, T, U}, {T, T, T}, {U, T, U}};
    static const int not [3] = {T, F, U};
    for (int a = 0; a < 3; a++) {
        assert_int_equal(pdoc__not((pdoc_truth)a), not [a]);
        for (int b = 0; b < 3; b++) {
            assert_int_equal(pdoc__and((pdoc_truth)a, (pdoc_truth)b), and[a][b]);
            assert_int_equal(pdoc__or((pdoc_truth)a, (pdoc_truth)b), or [a][b]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_is_read_and_written_as_it_is),
        cmocka_unit_test(what_is_no_date_is_refused_and_the_place_left_alone),
        cmocka_unit_test(only_dates_that_exist_are_valid),
        cmocka_unit_test(a_partial_date_runs_from_its_first_to_its_last_day),
        cmocka_unit_test(dates_are_sorted_by_first_day_then_last),
        cmocka_unit_test(before_is_unknown_where_it_depends_on_the_day),
        cmocka_unit_test(months_are_clamped_then_the_days_are_counted),
        cmocka_unit_test(what_cannot_be_added_is_refused_and_the_place_left_alone),
        cmocka_unit_test(differences_count_days_and_whole_months),
        cmocka_unit_test(day_numbers_end_with_the_calendar),
        cmocka_unit_test(both_ends_of_an_interval_move),
        cmocka_unit_test(what_is_not_known_stays_not_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
