/* SPDX-License-Identifier: MIT */
/* Calendars made in code, and the arithmetic on them: against counting one day at a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "time/calendar_data.h"

static const pdoc_date none = {0, 0, 0};

static pdoc_date day(const char *text)
{
    pdoc_date out = {0, 0, 0};
    assert_int_equal(pdoc_date_parse(text, &out, NULL), PDOC_OK);
    return out;
}

static void assert_day(pdoc_date date, const char *expected)
{
    char text[PDOC_DATE_TEXT];
    assert_string_equal(pdoc_date_format(date, text), expected);
}

struct days {
    const char *first;
    const char *last; /* NULL: one day */
    const char *name;
    bool is_working;
};

static const struct days of_a_council[] = {
    {"2026-12-25", NULL, "Christmas Day", false},
    {"2026-12-24", "2026-12-31", "Closure", false}, /* over Christmas Day, and added out of order */
    {"2026-12-29", NULL, NULL, true},               /* an added working day wins, */
    {"2026-11-28", NULL, "Open Saturday", true},    /* over a weekend too */
    {"2026-05-04", NULL, NULL, false},
};

static pdoc_calendar *council_with(pdoc_error **error)
{
    pdoc_calendar_builder *builder = pdoc_calendar_builder_new("council", day("2026-01-01"), day("2026-12-31"), error);
    bool good = builder && pdoc_calendar_builder_set_name(builder, "The Council", error) == PDOC_OK &&
                pdoc_calendar_builder_set_source(builder, "Its own list", day("2025-11-01"), error) == PDOC_OK;
    for (size_t i = 0; good && i < sizeof of_a_council / sizeof *of_a_council; i++) {
        const struct days *days = &of_a_council[i];
        const pdoc_date last = days->last ? day(days->last) : none;
        good = (days->is_working
                    ? pdoc_calendar_builder_add_working(builder, day(days->first), last, days->name, error)
                    : pdoc_calendar_builder_add_non_working(builder, day(days->first), last, days->name, error)) ==
               PDOC_OK;
    }
    pdoc_calendar *calendar = good ? pdoc_calendar_builder_finish(builder, error) : NULL;
    pdoc_calendar_builder_free(builder);
    return calendar;
}

static pdoc_calendar *council(void)
{
    pdoc_calendar *calendar = council_with(NULL);
    assert_non_null(calendar);
    return calendar;
}

/* ---- what it tells ---- */

static void a_calendar_tells_what_it_was_made_from_in_order(void **state)
{
    (void)state;
    pdoc_calendar *calendar = council();
    assert_string_equal(pdoc_calendar_id(calendar), "council");
    assert_string_equal(pdoc_calendar_name(calendar), "The Council");
    assert_string_equal(pdoc_calendar_source(calendar), "Its own list");
    assert_day(pdoc_calendar_as_of(calendar), "2025-11-01");
    assert_day(pdoc_calendar_from(calendar), "2026-01-01");
    assert_day(pdoc_calendar_to(calendar), "2026-12-31");
    assert_int_equal(pdoc_calendar_entry_count(calendar), 5);
    assert_day(pdoc_calendar_entry_first(calendar, 0), "2026-05-04");
    assert_null(pdoc_calendar_entry_name(calendar, 0));
    assert_true(pdoc_calendar_entry_is_working(calendar, 1));
    assert_day(pdoc_calendar_entry_first(calendar, 2), "2026-12-24");
    assert_day(pdoc_calendar_entry_last(calendar, 2), "2026-12-31");
    assert_string_equal(pdoc_calendar_entry_name(calendar, 2), "Closure");
    assert_day(pdoc_calendar_entry_last(calendar, 3), "2026-12-25");
    for (int i = 0; i <= 8; i++)
        assert_int_equal(pdoc_calendar_is_weekend(calendar, i), i == 6 || i == 7);
    pdoc_calendar_unref(calendar);
}

static void nothing_is_told_of_no_calendar_and_past_the_end(void **state)
{
    (void)state;
    pdoc_calendar *calendar = council();
    assert_null(pdoc_calendar_id(NULL));
    assert_null(pdoc_calendar_name(NULL));
    assert_null(pdoc_calendar_source(NULL));
    assert_false(pdoc_date_is_recorded(pdoc_calendar_as_of(NULL)));
    assert_false(pdoc_date_is_recorded(pdoc_calendar_from(NULL)));
    assert_false(pdoc_date_is_recorded(pdoc_calendar_to(NULL)));
    assert_false(pdoc_calendar_is_weekend(NULL, 6));
    assert_int_equal(pdoc_calendar_entry_count(NULL), 0);
    assert_false(pdoc_date_is_recorded(pdoc_calendar_entry_first(calendar, 5)));
    assert_false(pdoc_date_is_recorded(pdoc_calendar_entry_last(calendar, 5)));
    assert_null(pdoc_calendar_entry_name(calendar, 5));
    assert_false(pdoc_calendar_entry_is_working(calendar, 5));
    assert_int_equal(pdoc_calendar_is_working(NULL, day("2026-05-05")), PDOC_UNKNOWN);
    assert_null(pdoc_calendar_reason(NULL, day("2026-05-05")));
    assert_null(pdoc_calendar_ref(NULL));
    pdoc_calendar_unref(NULL);
    pdoc_calendar_builder_free(NULL);
    pdoc_calendar_unref(calendar);
}

static void a_day_is_a_working_day_or_says_why_it_is_none(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        pdoc_truth is_working;
        const char *reason;
    } rows[] = {
        {"2026-05-05", PDOC_TRUE, NULL},
        {"2026-05-04", PDOC_FALSE, "non-working day"},
        {"2026-11-28", PDOC_TRUE, NULL},
        {"2026-11-29", PDOC_FALSE, "Sunday"},
        {"2026-12-25", PDOC_FALSE, "Closure"}, /* of two names that of the earlier entry */
        {"2026-12-26", PDOC_FALSE, "Closure"}, /* a Saturday, too */
        {"2026-12-29", PDOC_TRUE, NULL},
        {"2027-01-01", PDOC_UNKNOWN, NULL}, /* not covered */
        {"2027-01-02", PDOC_FALSE, "Saturday"},
        {"2026-05", PDOC_UNKNOWN, NULL},
    };
    pdoc_calendar *calendar = council();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(pdoc_calendar_is_working(calendar, day(rows[i].date)), rows[i].is_working);
        const char *reason = pdoc_calendar_reason(calendar, day(rows[i].date));
        if (rows[i].reason)
            assert_string_equal(reason, rows[i].reason);
        else
            assert_null(reason);
    }
    pdoc_calendar_unref(calendar);
}

static void days_that_were_added_count_outside_the_coverage_too(void **state)
{
    (void)state;
    pdoc_calendar_builder *builder = pdoc_calendar_builder_new("c", day("2026-01-01"), day("2026-12-31"), NULL);
    bool provisional = false;
    pdoc_date found;
    assert_int_equal(pdoc_calendar_builder_add_non_working(builder, day("2030-12-24"), day("2030-12-31"), "Closure", NULL),
                     PDOC_OK);
    assert_int_equal(pdoc_calendar_builder_add_working(builder, day("2030-12-21"), none, NULL, NULL), PDOC_OK);
    pdoc_calendar *calendar = pdoc_calendar_builder_finish(builder, NULL);
    assert_string_equal(pdoc_calendar_reason(calendar, day("2030-12-24")), "Closure");
    assert_int_equal(pdoc_calendar_is_working(calendar, day("2030-12-21")), PDOC_TRUE);
    assert_int_equal(pdoc_calendar_is_working(calendar, day("2030-12-20")), PDOC_UNKNOWN);
    assert_int_equal(pdoc_calendar_roll(calendar, day("2030-12-26"), PDOC_ROLL_FOLLOWING, &found, &provisional, NULL),
                     PDOC_OK);
    assert_day(found, "2031-01-01");
    assert_true(provisional);
    pdoc_calendar_unref(calendar);
    pdoc_calendar_builder_free(builder);
}

/* ---- making ---- */

static void what_a_calendar_cannot_be_made_from_is_refused(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    const pdoc_date first = {2026, 1, 1}, last = {2026, 12, 31};
    assert_null(pdoc_calendar_builder_new(NULL, first, last, NULL));
    assert_null(pdoc_calendar_builder_new("", first, last, NULL));
    assert_null(pdoc_calendar_builder_new("a b", first, last, NULL));
    assert_null(pdoc_calendar_builder_new("a", last, first, NULL));
    assert_null(pdoc_calendar_builder_new("a", (pdoc_date){2026, 1, 0}, last, NULL));
    assert_null(pdoc_calendar_builder_new("a", first, (pdoc_date){2026, 2, 30}, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    assert_null(pdoc_calendar_builder_from(NULL, NULL));
    assert_null(pdoc_calendar_builder_finish(NULL, NULL));
    assert_int_equal(pdoc_calendar_builder_set_name(NULL, "a", NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_builder_set_weekend(NULL, "", NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_builder_set_source(NULL, "a", none, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_builder_add_working(NULL, first, none, NULL, NULL), PDOC_ERR_ARGUMENT);
    pdoc_calendar_builder *builder = pdoc_calendar_builder_new("a", first, last, NULL);
    assert_int_equal(pdoc_calendar_builder_set_name(builder, "\xff", NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_builder_set_source(builder, "a", (pdoc_date){2026, 13, 1}, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_builder_set_weekend(builder, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_builder_set_weekend(builder, "saturday, sunday", NULL), PDOC_ERR_INVALID);
    assert_int_equal(pdoc_calendar_builder_set_weekend(builder, "Saturday", NULL), PDOC_ERR_INVALID);
    assert_int_equal(pdoc_calendar_builder_add_non_working(builder, none, none, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_builder_add_non_working(builder, last, first, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_builder_add_non_working(builder, first, (pdoc_date){2027, 2, 5}, NULL, NULL),
                     PDOC_ERR_ARGUMENT); /* 401 days */
    assert_int_equal(pdoc_calendar_builder_add_non_working(builder, first, (pdoc_date){2027, 2, 4}, NULL, NULL), PDOC_OK);
    pdoc_calendar *calendar = pdoc_calendar_builder_finish(builder, NULL);
    assert_int_equal(pdoc_calendar_entry_count(calendar), 1);
    assert_string_equal(pdoc_calendar_name(calendar), "a");
    assert_true(pdoc_calendar_is_weekend(calendar, 6));
    pdoc_calendar_unref(calendar);
    pdoc_calendar_builder_free(builder);
}

static void a_builder_begins_with_all_that_a_calendar_holds_and_changes_nothing_of_it(void **state)
{
    (void)state;
    pdoc_calendar *calendar = council();
    pdoc_calendar_builder *builder = pdoc_calendar_builder_from(calendar, NULL);
    assert_int_equal(pdoc_calendar_builder_add_non_working(builder, day("2026-06-01"), none, "Local", NULL), PDOC_OK);
    assert_int_equal(pdoc_calendar_builder_set_weekend(builder, "", NULL), PDOC_OK);
    pdoc_calendar *other = pdoc_calendar_builder_finish(builder, NULL);
    pdoc_calendar_builder_free(builder);
    assert_int_equal(pdoc_calendar_entry_count(other), 6);
    assert_string_equal(pdoc_calendar_reason(other, day("2026-06-01")), "Local");
    assert_string_equal(pdoc_calendar_source(other), "Its own list");
    assert_int_equal(pdoc_calendar_is_working(other, day("2026-06-06")), PDOC_TRUE);
    assert_int_equal(pdoc_calendar_is_working(calendar, day("2026-06-01")), PDOC_TRUE);
    assert_int_equal(pdoc_calendar_is_working(calendar, day("2026-06-06")), PDOC_FALSE);
    pdoc_calendar_unref(pdoc_calendar_ref(other));
    pdoc_calendar_unref(other);
    pdoc_calendar_unref(calendar);
}

static void when_memory_runs_out_there_is_no_calendar_and_nothing_is_lost(void **state)
{
    (void)state;
    long tries = 0;
    pdoc_calendar *calendar = NULL;
    pdoc_calendar *copy = NULL;
    for (; tries < 200 && !copy; tries++) {
        pdoc_error *error = NULL;
        memory_fails_after(tries);
        calendar = council_with(&error);
        pdoc_calendar_builder *builder = calendar ? pdoc_calendar_builder_from(calendar, &error) : NULL;
        copy = builder ? pdoc_calendar_builder_finish(builder, &error) : NULL;
        pdoc_calendar_builder_free(builder);
        pdoc_calendar_unref(calendar);
        memory_until_failure = -1;
        assert_int_equal(copy ? PDOC_OK : PDOC_ERR_NOMEM, pdoc_error_status(error));
        pdoc_error_free(error);
        if (!copy)
            assert_int_equal(memory_held, 0);
    }
    assert_true(tries > 6);
    assert_non_null(copy);
    pdoc_calendar_unref(copy);
    assert_int_equal(memory_held, 0);
}

/* ---- arithmetic ---- */

struct sum {
    const char *from;
    const char *offset;
    pdoc_roll roll;
    const char *expected;
    bool provisional;
};

static const struct sum sums[] = {
    {"2026-05-01", "1 working-days", PDOC_ROLL_NONE, "2026-05-05", false},
    {"2026-05-02", "1 working-days", PDOC_ROLL_NONE, "2026-05-05", false}, /* the start is never counted, */
    {"2026-05-04", "-1 working-days", PDOC_ROLL_NONE, "2026-05-01", false}, /* whatever day it is */
    {"2026-05-04", "0 working-days", PDOC_ROLL_NONE, "2026-05-04", false},
    {"2026-05-04", "0 working-days", PDOC_ROLL_PRECEDING, "2026-05-01", false},
    {"2026-05-08", "-3 clear-working-days", PDOC_ROLL_NONE, "2026-05-01", false},
    {"2026-05-01", "3 clear-working-days", PDOC_ROLL_NONE, "2026-05-08", false},
    {"2026-05-01", "0 clear-working-days", PDOC_ROLL_NONE, "2026-05-01", false},
    {"2026-11-26", "2 working-days", PDOC_ROLL_NONE, "2026-11-28", false},
    {"2026-12-23", "1 working-days", PDOC_ROLL_NONE, "2026-12-29", false},
    {"2026-12-23", "2 working-days", PDOC_ROLL_NONE, "2027-01-01", true},
    {"2027-01-01", "-1 working-days", PDOC_ROLL_NONE, "2026-12-29", false}, /* asked are the days before it only */
    {"2026-05-01", "PT48H", PDOC_ROLL_NONE, "2026-05-03", false},
    {"2026-05-01", "PT47H", PDOC_ROLL_NONE, "2026-05-03", false},
    {"2026-05-03", "-PT47H", PDOC_ROLL_NONE, "2026-05-01", false},
    {"2026-05-03", "PT1H", PDOC_ROLL_FOLLOWING, "2026-05-05", false},
    {"2026-01-31", "P1M", PDOC_ROLL_NONE, "2026-02-28", false},
    {"2026-01-31", "P1M", PDOC_ROLL_PRECEDING, "2026-02-27", false},
    {"2026-01-31", "P1M", PDOC_ROLL_FOLLOWING, "2026-03-02", false},
    {"2026-01-31", "P1M", PDOC_ROLL_MODIFIED_FOLLOWING, "2026-02-27", false},
    {"2026-01-01", "P1M", PDOC_ROLL_PRECEDING, "2026-01-30", false},
    {"2026-01-01", "P1M", PDOC_ROLL_MODIFIED_PRECEDING, "2026-02-02", false},
    {"2025-05-04", "P1Y", PDOC_ROLL_MODIFIED_PRECEDING, "2026-05-01", false},
    {"2026-05-18", "-P14D", PDOC_ROLL_PRECEDING, "2026-05-01", false},
    {"2030-01-01", "P1M", PDOC_ROLL_NONE, "2030-02-01", false}, /* nothing was asked */
    {"2030-01-05", "P0D", PDOC_ROLL_FOLLOWING, "2030-01-07", true},
};

static void sums_go_months_first_then_the_count_then_the_roll(void **state)
{
    (void)state;
    pdoc_calendar *calendar = council();
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        pdoc_offset offset;
        pdoc_date found = none;
        bool provisional = true;
        char text[PDOC_DATE_TEXT];
        assert_int_equal(pdoc_offset_parse(sums[i].offset, &offset, NULL), PDOC_OK);
        assert_int_equal(
            pdoc_calendar_add(calendar, day(sums[i].from), offset, sums[i].roll, &found, &provisional, NULL), PDOC_OK);
        if (strcmp(pdoc_date_format(found, text), sums[i].expected) != 0 || provisional != sums[i].provisional)
            fail_msg("%s %s: %s, provisional %d", sums[i].from, sums[i].offset, text, provisional);
    }
    pdoc_calendar_unref(calendar);
}

static void sums_that_cannot_be_are_refused_and_change_nothing(void **state)
{
    (void)state;
    pdoc_calendar *calendar = council();
    pdoc_date out = {1999, 1, 1};
    int32_t count = 7;
    bool provisional = true;
    const pdoc_offset one = {0, 1, PDOC_UNIT_WORKING_DAY, 0};
    const pdoc_date full = {2026, 5, 5}, month = {2026, 5, 0}, last = {9999, 12, 31};
    assert_int_equal(pdoc_calendar_add(NULL, full, one, PDOC_ROLL_NONE, &out, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_add(calendar, full, one, PDOC_ROLL_NONE, NULL, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_add(calendar, month, one, PDOC_ROLL_NONE, &out, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_add(calendar, full, (pdoc_offset){0, 1, 9, 0}, PDOC_ROLL_NONE, &out, NULL, NULL),
                     PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_roll(calendar, full, (pdoc_roll)5, &out, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_roll(calendar, none, PDOC_ROLL_NONE, &out, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_days_between(calendar, month, full, &count, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_days_between(calendar, full, none, &count, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_days_between(calendar, full, full, NULL, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_calendar_add(calendar, last, one, PDOC_ROLL_NONE, &out, &provisional, NULL), PDOC_ERR_LIMIT);
    for (int unit = PDOC_UNIT_DAY; unit <= PDOC_UNIT_HOUR; unit++) {
        const pdoc_offset far[] = {{0, INT32_MAX, unit, 0}, {0, INT32_MIN, unit, 0}, {INT32_MAX, 0, unit, 0}};
        for (size_t i = 0; i < 3; i++)
            assert_int_equal(pdoc_calendar_add(calendar, full, far[i], PDOC_ROLL_NONE, &out, &provisional, NULL),
                             PDOC_ERR_LIMIT);
    }
    assert_int_equal(out.year, 1999);
    assert_int_equal(count, 7);
    assert_true(provisional);
    pdoc_calendar_unref(calendar);
}

static void without_a_calendar_weekends_alone_count_and_all_is_provisional(void **state)
{
    (void)state;
    bool provisional = false;
    assert_int_equal(pdoc__roll_day(NULL, 0, PDOC_ROLL_NONE, &provisional), 0);
    assert_int_equal(pdoc__working_days_between(NULL, 5, 5, &provisional), 0);
    assert_false(provisional); /* nothing was asked so far */
    assert_true(pdoc__is_working_day(NULL, 0, &provisional)); /* a Thursday */
    assert_true(provisional);
    assert_false(pdoc__is_working_day(NULL, 2, NULL));
    assert_int_equal(pdoc__add_working_days(NULL, 0, 2, NULL), 4);
    assert_int_equal(pdoc__add_working_days(NULL, 0, -4, NULL), -6);
    assert_int_equal(pdoc__working_days_between(NULL, -3, 4, NULL), 5);
    assert_int_equal(pdoc__working_days_between(NULL, 4, -3, NULL), -5);
}

static void rolls_have_words(void **state)
{
    (void)state;
    pdoc_roll roll = PDOC_ROLL_NONE;
    for (int i = PDOC_ROLL_NONE; i <= PDOC_ROLL_MODIFIED_PRECEDING; i++) {
        assert_true(pdoc__roll_read(pdoc__roll_word((pdoc_roll)i), &roll));
        assert_int_equal(roll, i);
    }
    assert_null(pdoc__roll_word((pdoc_roll)5));
    assert_false(pdoc__roll_read("nearest", &roll));
    assert_false(pdoc__roll_read(NULL, &roll));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_calendar_tells_what_it_was_made_from_in_order),
        cmocka_unit_test(nothing_is_told_of_no_calendar_and_past_the_end),
        cmocka_unit_test(a_day_is_a_working_day_or_says_why_it_is_none),
        cmocka_unit_test(days_that_were_added_count_outside_the_coverage_too),
        cmocka_unit_test(what_a_calendar_cannot_be_made_from_is_refused),
        cmocka_unit_test(a_builder_begins_with_all_that_a_calendar_holds_and_changes_nothing_of_it),
        cmocka_unit_test(when_memory_runs_out_there_is_no_calendar_and_nothing_is_lost),
        cmocka_unit_test(sums_go_months_first_then_the_count_then_the_roll),
        cmocka_unit_test(sums_that_cannot_be_are_refused_and_change_nothing),
        cmocka_unit_test(without_a_calendar_weekends_alone_count_and_all_is_provisional),
        cmocka_unit_test(rolls_have_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
