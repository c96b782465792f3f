/* SPDX-License-Identifier: MIT */
/* The calendar of a register: what it uses, with its own days, and several as one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "time/calendar_data.h"
#include "policydoc/meeting.h"

static const pdoc_date none = {0, 0, 0};

static pdoc_register *register_with(const char *first, const char *second)
{
    pdoc_register *reg = pdoc_register_new(NULL);
    assert_int_equal(pdoc_register_add_calendar(reg, first, NULL, none, NULL), PDOC_OK);
    if (second)
        assert_int_equal(pdoc_register_add_calendar(reg, second, NULL, none, NULL), PDOC_OK);
    return reg;
}

static void a_register_without_calendars_has_none_and_no_error(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_new(NULL);
    assert_null(pdoc_register_make_calendar(reg, NULL, &error));
    assert_null(error);
    assert_null(pdoc_register_make_calendar(NULL, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    pdoc_register_unref(reg);
}

static void days_of_the_register_are_added_and_taken_away(void **state)
{
    (void)state;
    pdoc_register *reg = register_with("england-and-wales", NULL);
    assert_int_equal(pdoc_register_add_calendar_day(reg, 0, (pdoc_date){2026, 12, 24}, (pdoc_date){2026, 12, 31}, false,
                                                    "Christmas closure", NULL),
                     PDOC_OK);
    assert_int_equal(pdoc_register_add_calendar_day(reg, 0, (pdoc_date){2026, 5, 4}, none, true, NULL, NULL), PDOC_OK);
    pdoc_calendar *calendar = pdoc_register_make_calendar(reg, NULL, NULL);
    assert_string_equal(pdoc_calendar_id(calendar), "england-and-wales");
    assert_string_equal(pdoc_calendar_reason(calendar, (pdoc_date){2026, 12, 29}), "Christmas closure");
    assert_int_equal(pdoc_calendar_is_working(calendar, (pdoc_date){2026, 5, 4}), PDOC_TRUE);
    assert_int_equal(pdoc_calendar_is_working(calendar, (pdoc_date){2026, 5, 25}), PDOC_FALSE);
    pdoc_calendar_unref(calendar);
    pdoc_register_unref(reg);
}

static void of_two_calendars_a_day_is_a_working_day_if_it_is_one_in_both(void **state)
{
    (void)state;
    pdoc_calendar_builder *builder =
        pdoc_calendar_builder_new("own", (pdoc_date){2020, 1, 1}, (pdoc_date){2030, 12, 31}, NULL);
    assert_int_equal(pdoc_calendar_builder_set_weekend(builder, "friday sunday", NULL), PDOC_OK);
    for (int8_t i = 1; i < 28; i += 3) {
        const pdoc_date taken = {2026, 6, (uint8_t)i}, given = {2026, 7, (uint8_t)i};
        assert_int_equal(pdoc_calendar_builder_add_non_working(builder, taken, none, "Own", NULL), PDOC_OK);
        assert_int_equal(pdoc_calendar_builder_add_working(builder, given, none, "Own", NULL), PDOC_OK);
    }
    pdoc_calendar *own = pdoc_calendar_builder_finish(builder, NULL);
    pdoc_calendar_builder_free(builder);
    pdoc_register *reg = register_with("scotland", "own");
    assert_int_equal(pdoc_register_add_calendar_day(reg, 0, (pdoc_date){2026, 7, 4}, (pdoc_date){2026, 7, 12}, true, NULL,
                                                    NULL),
                     PDOC_OK);
    pdoc_calendar *both = pdoc_register_make_calendar(reg, own, NULL);
    assert_non_null(both);
    assert_string_equal(pdoc_calendar_id(both), "scotland-and-own");
    assert_string_equal(pdoc_calendar_name(both), "Scotland and own");
    assert_int_equal(pdoc_calendar_to(both).year, 2028);
    assert_int_equal(pdoc_calendar_from(both).year, 2020);
    pdoc_register *scots = register_with("scotland", NULL);
    assert_int_equal(pdoc_register_add_calendar_day(scots, 0, (pdoc_date){2026, 7, 4}, (pdoc_date){2026, 7, 12}, true,
                                                    NULL, NULL),
                     PDOC_OK);
    pdoc_calendar *scotland = pdoc_register_make_calendar(scots, NULL, NULL);
    size_t added = 0;
    for (int32_t i = pdoc__day_number((pdoc_date){2020, 1, 1}); i <= pdoc__day_number((pdoc_date){2028, 12, 31}); i++) {
        const bool expected = pdoc__is_working_day(scotland, i, NULL) && pdoc__is_working_day(own, i, NULL);
        assert_int_equal(pdoc__is_working_day(both, i, NULL), expected);
        added += expected && (pdoc__weekday(i) > 4);
    }
    assert_true(added > 0); /* a weekend on which both work */
    pdoc_calendar_unref(scotland);
    pdoc_calendar_unref(both);
    pdoc_calendar_unref(own);
    pdoc_register_unref(scots);
    pdoc_register_unref(reg);
}

static void a_calendar_that_is_not_known_is_named_with_those_that_are(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = register_with("scotland", "atlantis");
    assert_null(pdoc_register_make_calendar(reg, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_JUDGE);
    assert_non_null(strstr(pdoc_error_message(error), "\"atlantis\""));
    assert_non_null(strstr(pdoc_error_message(error), "england-and-wales, scotland, northern-ireland"));
    pdoc_error_free(error);
    error = NULL;
    pdoc_calendar_builder *builder =
        pdoc_calendar_builder_new("atlantis", (pdoc_date){1999, 1, 1}, (pdoc_date){1999, 12, 31}, NULL);
    pdoc_calendar *atlantis = pdoc_calendar_builder_finish(builder, NULL);
    assert_null(pdoc_register_make_calendar(reg, atlantis, &error));
    assert_non_null(strstr(pdoc_error_message(error), "no day in common"));
    pdoc_error_free(error);
    pdoc_calendar_unref(atlantis);
    pdoc_calendar_builder_free(builder);
    pdoc_register_unref(reg);
}

static void the_own_calendar_comes_before_the_shipped_one(void **state)
{
    (void)state;
    pdoc_calendar_builder *builder =
        pdoc_calendar_builder_new("scotland", (pdoc_date){2026, 1, 1}, (pdoc_date){2026, 12, 31}, NULL);
    pdoc_calendar *own = pdoc_calendar_builder_finish(builder, NULL);
    pdoc_register *reg = register_with("scotland", NULL);
    pdoc_calendar *found = pdoc_register_make_calendar(reg, own, NULL);
    assert_ptr_equal(found, own);
    pdoc_calendar_unref(found);
    pdoc_calendar_unref(own);
    pdoc_calendar_builder_free(builder);
    pdoc_register_unref(reg);
}

static void when_memory_runs_out_there_is_no_calendar(void **state)
{
    (void)state;
    memory_fails_after(-1);
    pdoc_register *reg = register_with("scotland", "northern-ireland");
    assert_int_equal(pdoc_register_add_calendar_day(reg, 0, (pdoc_date){2026, 7, 4}, none, false, "x", NULL), PDOC_OK);
    const long held = memory_held;
    pdoc_calendar *calendar = NULL;
    long tries = 0;
    for (; tries < 3000 && !calendar; tries++) {
        pdoc_error *error = NULL;
        memory_fails_after(tries);
        calendar = pdoc_register_make_calendar(reg, NULL, &error);
        memory_until_failure = -1;
        assert_int_equal(pdoc_error_status(error), calendar ? PDOC_OK : PDOC_ERR_NOMEM);
        pdoc_error_free(error);
        if (!calendar)
            assert_int_equal(memory_held, held);
    }
    assert_non_null(calendar);
    assert_true(tries > 20);
    pdoc_calendar_unref(calendar);
    pdoc_register_unref(reg);
    assert_int_equal(memory_held, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_register_without_calendars_has_none_and_no_error),
        cmocka_unit_test(days_of_the_register_are_added_and_taken_away),
        cmocka_unit_test(of_two_calendars_a_day_is_a_working_day_if_it_is_one_in_both),
        cmocka_unit_test(a_calendar_that_is_not_known_is_named_with_those_that_are),
        cmocka_unit_test(the_own_calendar_comes_before_the_shipped_one),
        cmocka_unit_test(when_memory_runs_out_there_is_no_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
