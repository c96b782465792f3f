/* SPDX-License-Identifier: MIT */
/* What holds of every sum of working days, against counting one day at a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "time/calendar_data.h"

enum { FIRST = 14600, LAST = 21900 }; /* 2009-12-22 to 2029-12-17: beyond the shipped years on both sides */

static const pdoc_date none = {0, 0, 0};

static pdoc_date day(const char *text)
{
    pdoc_date out = {0, 0, 0};
    assert_int_equal(pdoc_date_parse(text, &out, NULL), PDOC_OK);
    return out;
}

/* The slow way shares nothing with the tables: an entry is looked for, then the day of the week. */
static bool slowly_works(const pdoc_calendar *calendar, int32_t number)
{
    bool works = !pdoc_calendar_is_weekend(calendar, (number + 3) % 7 + 1);
    for (size_t i = 0; i < pdoc_calendar_entry_count(calendar); i++) {
        const int32_t first = pdoc__day_number(pdoc_calendar_entry_first(calendar, i));
        const int32_t last = pdoc__day_number(pdoc_calendar_entry_last(calendar, i));
        if (number < first || number > last)
            continue;
        if (pdoc_calendar_entry_is_working(calendar, i))
            return true;
        works = false;
    }
    return works;
}

/* A calendar with everything in it: ranges, added days, another weekend. */
static pdoc_calendar *busy(void)
{
    pdoc_calendar *shipped = pdoc_calendar_shipped("scotland", NULL);
    pdoc_calendar_builder *builder = pdoc_calendar_builder_from(shipped, NULL);
    pdoc_calendar_unref(shipped);
    assert_int_equal(pdoc_calendar_builder_set_weekend(builder, "friday sunday", NULL), PDOC_OK);
    for (int year = 2012; year < 2028; year++) {
        const pdoc_date first = {(int16_t)year, 12, 20}, last = {(int16_t)(year + 1), 1, 8};
        assert_int_equal(pdoc_calendar_builder_add_non_working(builder, first, last, NULL, NULL), PDOC_OK);
        assert_int_equal(pdoc_calendar_builder_add_working(builder, (pdoc_date){(int16_t)year, 12, 24}, none, NULL, NULL),
                         PDOC_OK);
    }
    pdoc_calendar *calendar = pdoc_calendar_builder_finish(builder, NULL);
    pdoc_calendar_builder_free(builder);
    assert_non_null(calendar);
    return calendar;
}

typedef void asking(const pdoc_calendar *calendar, const bool *works);

/* Asks of a shipped calendar, and of a busy one; `works` goes from FIRST on. */
static void ask(asking *question)
{
    static bool works[LAST - FIRST];
    pdoc_calendar *calendars[] = {pdoc_calendar_shipped("england-and-wales", NULL), busy()};
    for (size_t c = 0; c < 2; c++) {
        for (int32_t i = FIRST; i < LAST; i++)
            works[i - FIRST] = slowly_works(calendars[c], i);
        question(calendars[c], works);
        pdoc_calendar_unref(calendars[c]);
    }
}

static void each_day_is_what_counting_says(const pdoc_calendar *calendar, const bool *works)
{
    int32_t count = 0;
    for (int32_t i = FIRST; i < LAST; i++) {
        if (pdoc__is_working_day(calendar, i, NULL) != works[i - FIRST] ||
            pdoc__working_days_between(calendar, FIRST, i, NULL) != count ||
            pdoc__working_days_between(calendar, i, FIRST, NULL) != -count)
            fail_msg("day %d", (int)i);
        count += works[i - FIRST];
    }
}

static void working_days_are_what_one_by_one_counting_finds(void **state)
{
    (void)state;
    ask(each_day_is_what_counting_says);
}

static int32_t slow_sum(const bool *works, int32_t from, int32_t n)
{
    const int32_t step = n < 0 ? -1 : 1;
    for (n = n * step; n > 0; n -= works[from - FIRST])
        from += step;
    return from;
}

static void each_sum_is_what_counting_says(const pdoc_calendar *calendar, const bool *works)
{
    for (int32_t i = FIRST + 300; i < LAST - 300; i++)
        for (int32_t n = -70; n <= 70; n += 1 + (n & 7))
            if (pdoc__add_working_days(calendar, i, n, NULL) != slow_sum(works, i, n))
                fail_msg("day %d and %d working days", (int)i, (int)n);
}

static void sums_are_what_one_by_one_counting_finds(void **state)
{
    (void)state;
    ask(each_sum_is_what_counting_says);
}

/* From a working day, n on and n back is the day itself; so many working days lie between; and a later day never leads to
   an earlier one. */
static void each_sum_turns_back(const pdoc_calendar *calendar, const bool *works)
{
    for (int32_t n = 0; n <= 4000; n = n * 3 + 1) {
        int32_t before = INT32_MIN;
        for (int32_t i = FIRST; i < LAST; i++) {
            const int32_t on = pdoc__add_working_days(calendar, i, n, NULL);
            const int32_t back = pdoc__add_working_days(calendar, on, -n, NULL);
            if (on < before)
                fail_msg("day %d: %d working days on lead back", (int)i, (int)n);
            before = on;
            if (works[i - FIRST] && (back != i || pdoc__working_days_between(calendar, i, on, NULL) != n))
                fail_msg("day %d: %d working days on and back", (int)i, (int)n);
        }
    }
}

static void adding_then_subtracting_gives_the_working_day_again_and_sums_are_monotone(void **state)
{
    (void)state;
    ask(each_sum_turns_back);
}

static bool is_near(int32_t day, int32_t rolled, pdoc_roll roll, const bool *works)
{
    const int32_t step = rolled < day ? -1 : 1;
    for (int32_t i = day; i != rolled; i += step)
        if (works[i - FIRST])
            return false;
    if (roll == PDOC_ROLL_PRECEDING)
        return rolled <= day;
    return roll != PDOC_ROLL_FOLLOWING || rolled >= day;
}

static void each_roll_ends(const pdoc_calendar *calendar, const bool *works)
{
    for (int roll = PDOC_ROLL_PRECEDING; roll <= PDOC_ROLL_MODIFIED_PRECEDING; roll++)
        for (int32_t i = FIRST + 40; i < LAST - 40; i++) {
            const int32_t rolled = pdoc__roll_day(calendar, i, (pdoc_roll)roll, NULL);
            if (!works[rolled - FIRST] || !is_near(i, rolled, (pdoc_roll)roll, works) ||
                pdoc__roll_day(calendar, rolled, (pdoc_roll)roll, NULL) != rolled)
                fail_msg("day %d, roll %d", (int)i, roll);
            const bool is_modified = roll >= PDOC_ROLL_MODIFIED_FOLLOWING;
            if (is_modified && pdoc__day_date(rolled).month != pdoc__day_date(i).month)
                fail_msg("day %d left its month", (int)i);
        }
}

static void a_roll_leads_to_the_next_working_day_and_rolling_again_changes_nothing(void **state)
{
    (void)state;
    ask(each_roll_ends);
}

static void a_search_for_a_working_day_ends(void **state)
{
    (void)state;
    pdoc_date out;
    pdoc_calendar_builder *builder = pdoc_calendar_builder_new("never", day("2026-01-01"), day("2026-12-31"), NULL);
    assert_int_equal(pdoc_calendar_builder_set_weekend(
                         builder, "monday tuesday wednesday thursday friday saturday sunday", NULL),
                     PDOC_OK);
    pdoc_calendar *never = pdoc_calendar_builder_finish(builder, NULL);
    assert_int_equal(pdoc_calendar_roll(never, day("2026-05-05"), PDOC_ROLL_FOLLOWING, &out, NULL, NULL), PDOC_ERR_LIMIT);
    assert_int_equal(pdoc_calendar_roll(never, day("2026-05-05"), PDOC_ROLL_PRECEDING, &out, NULL, NULL), PDOC_ERR_LIMIT);
    assert_int_equal(pdoc_calendar_add(never, day("2026-05-05"), (pdoc_offset){0, 1, PDOC_UNIT_WORKING_DAY, 0},
                                       PDOC_ROLL_NONE, &out, NULL, NULL),
                     PDOC_ERR_LIMIT);
    assert_int_equal(pdoc_calendar_builder_add_working(builder, day("2026-05-05"), none, NULL, NULL), PDOC_OK);
    pdoc_calendar *once = pdoc_calendar_builder_finish(builder, NULL);
    assert_int_equal(pdoc_calendar_roll(once, day("2025-03-31"), PDOC_ROLL_FOLLOWING, &out, NULL, NULL), PDOC_OK);
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_calendar_roll(once, day("2025-03-30"), PDOC_ROLL_FOLLOWING, &out, NULL, &error), PDOC_ERR_LIMIT);
    assert_string_equal(pdoc_error_message(error),
                        "the calendar has no working day within 400 days of 2025-03-30 to move it to");
    pdoc_error_free(error);
    error = NULL;
    assert_int_equal(pdoc_calendar_add(once, day("9999-12-31"), (pdoc_offset){0, 1, PDOC_UNIT_DAY, 0},
                                       PDOC_ROLL_FOLLOWING, &out, NULL, &error),
                     PDOC_ERR_LIMIT);
    assert_string_equal(pdoc_error_message(error), "there is no such day within the years 1 to 9999");
    pdoc_error_free(error);
    pdoc_calendar_unref(never);
    pdoc_calendar_unref(once);
    pdoc_calendar_builder_free(builder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(working_days_are_what_one_by_one_counting_finds),
        cmocka_unit_test(sums_are_what_one_by_one_counting_finds),
        cmocka_unit_test(adding_then_subtracting_gives_the_working_day_again_and_sums_are_monotone),
        cmocka_unit_test(a_roll_leads_to_the_next_working_day_and_rolling_again_changes_nothing),
        cmocka_unit_test(a_search_for_a_working_day_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
