/* SPDX-License-Identifier: MIT */
/* Patterns, meetings and attendance as recorded, and the calendars that a register uses. */
#include "registers.h"

static const pdoc_date january = {2026, 1, 20};
static const pdoc_date june = {2026, 6, 16};

static pdoc_party *new_body(pdoc_register *reg)
{
    pdoc_party *party = pdoc_register_add_party(reg, "executive", "executive", "Executive", NULL);
    assert_non_null(party);
    return party;
}

static void a_pattern_is_kept_as_it_was_given(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_party *party = new_body(reg);
    assert_int_equal(pdoc_party_add_pattern(party, "FREQ=MONTHLY;BYDAY=3TU", january, no_day, NULL, NULL), PDOC_OK);
    assert_int_equal(
        pdoc_party_add_pattern(party, "FREQ=YEARLY", june, (pdoc_date){2027, 12, 31}, "modified-following", NULL),
        PDOC_OK);
    assert_int_equal(pdoc_party_pattern_count(party), 2);
    assert_string_equal(pdoc_party_pattern_rule(party, 0), "FREQ=MONTHLY;BYDAY=3TU");
    assert_string_equal(pdoc_party_pattern_on_holiday(party, 0), "none");
    assert_string_equal(pdoc_party_pattern_on_holiday(party, 1), "modified-following");
    assert_day(pdoc_party_pattern_start(party, 0), "2026-01-20");
    assert_day(pdoc_party_pattern_to(party, 0), "");
    assert_day(pdoc_party_pattern_to(party, 1), "2027-12-31");
    assert_written(reg, "    <meets rule=\"FREQ=MONTHLY;BYDAY=3TU\" start=\"2026-01-20\"/>\n"
                        "    <meets rule=\"FREQ=YEARLY\" start=\"2026-06-16\" to=\"2027-12-31\" "
                        "on-holiday=\"modified-following\"/>\n");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_pattern_that_makes_no_sense_is_refused(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = new_register();
    pdoc_party *party = new_body(reg);
    assert_int_not_equal(pdoc_party_add_pattern(NULL, "FREQ=DAILY", january, no_day, NULL, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "a body and a rule");
    assert_int_not_equal(pdoc_party_add_pattern(party, NULL, january, no_day, NULL, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "a body and a rule");
    assert_int_not_equal(pdoc_party_add_pattern(party, "FREQ=DAILY", (pdoc_date){2026, 1, 0}, no_day, NULL, &error),
                         PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "whole days");
    assert_int_not_equal(pdoc_party_add_pattern(party, "FREQ=DAILY", january, (pdoc_date){2026, 2, 30}, NULL, &error),
                         PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "whole days");
    assert_int_not_equal(pdoc_party_add_pattern(party, "FREQ=DAILY", june, january, NULL, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "ends before it begins");
    assert_int_not_equal(pdoc_party_add_pattern(party, "FREQ=DAILY", january, no_day, "next", &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "modified-preceding or skip");
    assert_int_equal(pdoc_party_add_pattern(party, "every Tuesday", january, no_day, NULL, NULL), PDOC_ERR_INVALID);
    assert_int_not_equal(pdoc_party_add_pattern(party, "FREQ=MONTHLY;BYWEEKNO=3", january, no_day, NULL, &error),
                         PDOC_OK);
    assert_error(&error, PDOC_ERR_INVALID, "BYWEEKNO");
    assert_int_equal(pdoc_party_pattern_count(party), 0);
    pdoc_register_unref(reg);
}

static void a_meeting_changes_its_state_and_keeps_its_day(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_party *party = new_body(reg);
    assert_int_equal(pdoc_party_set_meeting(party, june, PDOC_MEETING_PLANNED, "in the hall", NULL), PDOC_OK);
    assert_int_equal(pdoc_party_set_meeting(party, january, PDOC_MEETING_CANCELLED, NULL, NULL), PDOC_OK);
    assert_int_equal(pdoc_party_set_meeting(party, june, PDOC_MEETING_HELD, NULL, NULL), PDOC_OK);
    assert_int_equal(pdoc_party_meeting_count(party), 2);
    assert_int_equal(pdoc_party_meeting_state(party, 0), PDOC_MEETING_HELD);
    assert_string_equal(pdoc_party_meeting_note(party, 0), "in the hall");
    assert_null(pdoc_party_meeting_note(party, 1));
    assert_int_equal(pdoc_party_set_meeting(party, june, PDOC_MEETING_HELD, "by telephone", NULL), PDOC_OK);
    assert_string_equal(pdoc_party_meeting_note(party, 0), "by telephone");
    assert_day(pdoc_party_meeting_on(party, 1), "2026-01-20");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void those_who_came_and_their_deputies_are_recorded_by_post(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_party *party = new_body(reg);
    assert_int_equal(pdoc_party_set_meeting(party, june, PDOC_MEETING_HELD, NULL, NULL), PDOC_OK);
    assert_int_equal(pdoc_party_add_attendee(party, 0, "chair", NULL, NULL), PDOC_OK);
    assert_int_equal(pdoc_party_add_attendee(party, 0, "policy-officer", "deputy", NULL), PDOC_OK);
    assert_int_equal(pdoc_party_add_attendee(party, 0, "Head of Service", "apologies", NULL), PDOC_OK);
    assert_int_equal(pdoc_party_attendee_count(party, 0), 3);
    assert_string_equal(pdoc_party_attendee_as(party, 0, 0), "present");
    assert_string_equal(pdoc_party_attendee_post(party, 0, 1), "policy-officer");
    assert_string_equal(pdoc_party_attendee_as(party, 0, 1), "deputy");
    assert_written(reg, "    <meeting on=\"2026-06-16\" state=\"held\">\n      <attendee>chair</attendee>\n"
                        "      <attendee as=\"deputy\">policy-officer</attendee>\n");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void what_is_no_meeting_or_no_attendee_is_refused(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = new_register();
    pdoc_party *party = new_body(reg);
    assert_int_not_equal(pdoc_party_set_meeting(NULL, june, PDOC_MEETING_HELD, NULL, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "a body");
    assert_int_not_equal(pdoc_party_set_meeting(party, (pdoc_date){2026, 6, 0}, PDOC_MEETING_HELD, NULL, &error),
                         PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "whole day");
    assert_int_not_equal(pdoc_party_set_meeting(party, june, PDOC_MEETING_EXPECTED, NULL, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "planned, held or cancelled");
    assert_int_not_equal(pdoc_party_set_meeting(party, june, PDOC_MEETING_HELD, "\xff", &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "UTF-8");
    assert_int_not_equal(pdoc_party_add_attendee(party, 0, "chair", NULL, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "a recorded meeting");
    assert_int_equal(pdoc_party_set_meeting(party, june, PDOC_MEETING_HELD, NULL, NULL), PDOC_OK);
    assert_int_not_equal(pdoc_party_add_attendee(party, 0, "", NULL, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "a post");
    assert_int_not_equal(pdoc_party_add_attendee(party, 0, "chair", "there", &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "present, deputy, apologies or absent");
    assert_int_equal(pdoc_party_attendee_count(party, 0), 0);
    pdoc_register_unref(reg);
}

static void days_of_a_calendar_lie_in_the_order_of_the_file(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(REGISTER("<calendar ref='england-and-wales'><working on='2026-12-28' "
                                            "odd='1'/><non-working on='2026-12-24' odd='2'/></calendar>"));
    assert_int_equal(pdoc_register_add_calendar_day(reg, 0, (pdoc_date){2026, 12, 30}, (pdoc_date){2027, 1, 1}, false,
                                                    "Christmas closure", NULL),
                     PDOC_OK);
    assert_int_equal(pdoc_register_add_calendar_day(reg, 0, (pdoc_date){2026, 12, 27}, no_day, true, NULL, NULL),
                     PDOC_OK);
    assert_int_equal(pdoc_register_calendar_day_count(reg, 0), 4);
    assert_false(pdoc_register_calendar_day_is_working(reg, 0, 1));
    assert_true(pdoc_register_calendar_day_is_working(reg, 0, 2));
    assert_string_equal(pdoc_register_calendar_day_name(reg, 0, 1), "Christmas closure");
    assert_day(pdoc_register_calendar_day_last(reg, 0, 1), "2027-01-01");
    assert_day(pdoc_register_calendar_day_last(reg, 0, 3), "2026-12-27");
    assert_written(reg, "    <non-working on=\"2026-12-24\" odd=\"2\"/>\n"
                        "    <non-working from=\"2026-12-30\" to=\"2027-01-01\" name=\"Christmas closure\"/>\n"
                        "    <working on=\"2026-12-28\" odd=\"1\"/>\n    <working on=\"2026-12-27\"/>\n");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_calendar_is_used_once_and_its_days_exist(void **state)
{
    (void)state;
    const pdoc_date today = {2026, 11, 24};
    pdoc_error *error = NULL;
    pdoc_register *reg = new_register();
    assert_int_equal(pdoc_register_add_calendar(reg, "scotland", "a list", today, NULL), PDOC_OK);
    assert_string_equal(pdoc_register_calendar_ref(reg, 0), "scotland");
    assert_string_equal(pdoc_register_calendar_source(reg, 0), "a list");
    assert_day(pdoc_register_calendar_as_of(reg, 0), "2026-11-24");
    assert_int_not_equal(pdoc_register_add_calendar(reg, "scotland", NULL, no_day, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "already");
    assert_int_not_equal(pdoc_register_add_calendar(reg, "", NULL, no_day, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "the id of the calendar");
    assert_int_not_equal(pdoc_register_add_calendar(reg, "wales", NULL, (pdoc_date){2026, 13, 1}, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "no date");
    assert_int_not_equal(pdoc_register_add_calendar_day(reg, 1, today, no_day, false, NULL, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "uses the calendar");
    assert_int_not_equal(pdoc_register_add_calendar_day(reg, 0, (pdoc_date){2026, 11, 0}, no_day, false, NULL, &error),
                         PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "whole days");
    assert_int_not_equal(pdoc_register_add_calendar_day(reg, 0, today, january, false, NULL, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "end before they begin");
    assert_int_not_equal(
        pdoc_register_add_calendar_day(reg, 0, (pdoc_date){2026, 1, 1}, (pdoc_date){2027, 2, 5}, false, NULL, &error),
        PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "401 days");
    assert_int_equal(
        pdoc_register_add_calendar_day(reg, 0, (pdoc_date){2026, 1, 1}, (pdoc_date){2027, 2, 4}, false, NULL, NULL),
        PDOC_OK);
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void who_asks_past_the_end_gets_nothing(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    const pdoc_party *parties[] = {NULL, new_body(reg)};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(pdoc_party_pattern_count(parties[i]) + pdoc_party_meeting_count(parties[i]), 0);
        assert_null(pdoc_party_pattern_rule(parties[i], 0));
        assert_null(pdoc_party_pattern_on_holiday(parties[i], 0));
        assert_day(pdoc_party_pattern_start(parties[i], 0), "");
        assert_day(pdoc_party_pattern_to(parties[i], 0), "");
        assert_day(pdoc_party_meeting_on(parties[i], 0), "");
        assert_int_equal(pdoc_party_meeting_state(parties[i], 0), PDOC_MEETING_EXPECTED);
        assert_null(pdoc_party_meeting_note(parties[i], 0));
        assert_int_equal(pdoc_party_attendee_count(parties[i], 0), 0);
        assert_null(pdoc_party_attendee_post(parties[i], 0, 0));
        assert_null(pdoc_party_attendee_as(parties[i], 0, 0));
    }
    const pdoc_register *registers[] = {NULL, reg};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(pdoc_register_calendar_count(registers[i]), 0);
        assert_null(pdoc_register_calendar_ref(registers[i], 0));
        assert_null(pdoc_register_calendar_source(registers[i], 0));
        assert_day(pdoc_register_calendar_as_of(registers[i], 0), "");
        assert_int_equal(pdoc_register_calendar_day_count(registers[i], 0), 0);
        assert_day(pdoc_register_calendar_day_first(registers[i], 0, 0), "");
        assert_day(pdoc_register_calendar_day_last(registers[i], 0, 0), "");
        assert_null(pdoc_register_calendar_day_name(registers[i], 0, 0));
        assert_false(pdoc_register_calendar_day_is_working(registers[i], 0, 0));
    }
    pdoc_register_unref(reg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pattern_is_kept_as_it_was_given),
        cmocka_unit_test(a_pattern_that_makes_no_sense_is_refused),
        cmocka_unit_test(a_meeting_changes_its_state_and_keeps_its_day),
        cmocka_unit_test(those_who_came_and_their_deputies_are_recorded_by_post),
        cmocka_unit_test(what_is_no_meeting_or_no_attendee_is_refused),
        cmocka_unit_test(days_of_a_calendar_lie_in_the_order_of_the_file),
        cmocka_unit_test(a_calendar_is_used_once_and_its_days_exist),
        cmocka_unit_test(who_asks_past_the_end_gets_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
