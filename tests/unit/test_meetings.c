/* SPDX-License-Identifier: MIT */
/* The meetings of a period: patterns, holidays, what is recorded on top, and the search for one near a day. */
#include "failing_memory.h"
#include "governance/plans/meetings.h"
#include "registers.h"

/* The Mondays of early May 2025: the 5th is a bank holiday. */
#define BODY(content)                                                                                                    \
    REGISTER("<party code=\"executive\" kind=\"executive\"><name>Executive</name>" content "</party>"                    \
             "<party code=\"lead\" kind=\"post\"><name>Lead</name></party>")
#define MONDAYS(rule_of_holidays)                                                                                       \
    "<meets rule=\"FREQ=MONTHLY;BYDAY=1MO\" start=\"2025-01-06\" to=\"2025-12-31\"" rule_of_holidays "/>"

static pdoc_calendar *england(void)
{
    pdoc_calendar *calendar = pdoc_calendar_shipped("england-and-wales", NULL);
    assert_non_null(calendar);
    return calendar;
}

static const char *state_of(const pdoc_meetings *meetings, size_t i)
{
    return pdoc_table_code(PDOC_TABLE_MEETING_STATE, pdoc_meetings_state(meetings, i));
}

/* "DAY state reason|..." of the meetings from 1 May to 9 June 2025. */
static void assert_meetings(const char *xml, bool by_calendar, const char *expected)
{
    char found[1000] = "", day[PDOC_DATE_TEXT];
    pdoc_error *error = NULL;
    pdoc_register *reg = read_good(xml);
    pdoc_calendar *calendar = by_calendar ? england() : NULL;
    pdoc_meetings *meetings =
        pdoc_register_meetings(reg, NULL, calendar, (pdoc_date){2025, 5, 1}, (pdoc_date){2025, 6, 9}, &error);
    assert_non_null(meetings);
    pdoc_register_unref(reg); /* nothing of it is needed any more */
    pdoc_calendar_unref(calendar);
    for (size_t i = 0; i < pdoc_meetings_count(meetings); i++) {
        const char *reason = pdoc_meetings_reason(meetings, i);
        strcat(strcat(found, i > 0 ? "|" : ""), pdoc_date_format(pdoc_meetings_on(meetings, i), day));
        strcat(strcat(found, " "), state_of(meetings, i));
        strcat(strcat(found, reason ? " " : ""), reason ? reason : "");
        strcat(found, pdoc_meetings_is_provisional(meetings, i) ? " ?" : "");
    }
    assert_string_equal(found, expected);
    pdoc_meetings_unref(meetings);
}

static void a_meeting_on_a_holiday_goes_where_its_pattern_says(void **state)
{
    (void)state;
    assert_meetings(BODY(MONDAYS("")), true, "2025-05-05 expected|2025-06-02 expected");
    assert_meetings(BODY(MONDAYS(" on-holiday=\"following\"")), true,
                    "2025-05-06 expected moved from Monday 5 May 2025: Early May bank holiday|2025-06-02 expected");
    assert_meetings(BODY(MONDAYS(" on-holiday=\"preceding\"")), true,
                    "2025-05-02 expected moved from Monday 5 May 2025: Early May bank holiday|2025-06-02 expected");
    assert_meetings(BODY(MONDAYS(" on-holiday=\"skip\"")), true,
                    "2025-05-05 cancelled not held on a non-working day: Early May bank holiday|2025-06-02 expected");
    assert_meetings(BODY(MONDAYS(" on-holiday=\"following\"")), false, "2025-05-05 expected ?|2025-06-02 expected ?");
}

static void what_is_recorded_counts_over_the_pattern(void **state)
{
    (void)state;
    const char *moved = "moved from Monday 5 May 2025: Early May bank holiday";
    char expected[300];
    assert_meetings(BODY(MONDAYS("") "<meeting on=\"2025-05-05\" state=\"held\"/>"
                                     "<meeting on=\"2025-05-20\" state=\"planned\"/>"), true,
                    "2025-05-05 held|2025-05-20 planned added to the days of the pattern|2025-06-02 expected");
    assert_meetings(BODY(MONDAYS("") "<meeting on=\"2025-06-02\" state=\"cancelled\"><note>Half term</note></meeting>"),
                    true, "2025-05-05 expected|2025-06-02 cancelled Half term");
    snprintf(expected, sizeof expected, "2025-05-06 cancelled %s|2025-06-02 expected", moved);
    assert_meetings(BODY(MONDAYS(" on-holiday=\"following\"") "<meeting on=\"2025-05-06\" state=\"cancelled\"/>"), true,
                    expected);
    snprintf(expected, sizeof expected, "2025-05-06 planned %s|2025-06-02 expected", moved);
    assert_meetings(BODY(MONDAYS(" on-holiday=\"following\"") "<meeting on=\"2025-05-06\" state=\"planned\"/>"), true,
                    expected);
}

static void what_is_recorded_for_the_day_of_the_pattern_stays_on_it(void **state)
{
    (void)state;
    assert_meetings(BODY(MONDAYS(" on-holiday=\"following\"") "<meeting on=\"2025-05-05\" state=\"cancelled\"/>"), true,
                    "2025-05-05 cancelled|2025-06-02 expected");
    assert_meetings(BODY(MONDAYS(" on-holiday=\"skip\"") "<meeting on=\"2025-05-05\" state=\"held\"/>"), true,
                    "2025-05-05 held|2025-06-02 expected");
}

static void bodies_without_a_pattern_meet_as_recorded(void **state)
{
    (void)state;
    assert_meetings(BODY("<meeting on=\"2025-05-20\" state=\"planned\"/><meeting on=\"2025-05-06\" state=\"held\"/>"
                         "<meeting on=\"2025-06-10\" state=\"held\"/>"), true,
                    "2025-05-06 held|2025-05-20 planned");
    assert_meetings(BODY(""), true, "");
}

static void a_day_of_two_patterns_is_one_meeting(void **state)
{
    (void)state;
    assert_meetings(BODY(MONDAYS(" on-holiday=\"following\"")
                         "<meets rule=\"FREQ=WEEKLY;INTERVAL=4\" start=\"2025-05-06\"/>"), true,
                    "2025-05-06 expected|2025-06-02 expected|2025-06-03 expected");
}

static void a_pattern_ends_with_its_last_day(void **state)
{
    (void)state;
    assert_meetings(BODY("<meets rule=\"FREQ=MONTHLY;BYDAY=1MO\" start=\"2025-01-06\" to=\"2025-06-01\"/>"), true,
                    "2025-05-05 expected");
}

static void one_body_is_found_by_code_and_by_name(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    const pdoc_date first = {2025, 5, 0}, last = {2025, 0, 0};
    pdoc_register *reg = read_good(BODY(MONDAYS("")));
    pdoc_meetings *meetings = pdoc_register_meetings(reg, "EXECUTIVE", NULL, first, last, &error);
    assert_int_equal(pdoc_meetings_count(meetings), 8); /* May to December: whole months and years are meant */
    assert_string_equal(pdoc_meetings_body(meetings, 7), "executive");
    assert_string_equal(pdoc_meetings_body_name(meetings, 7), "Executive");
    assert_day(pdoc_meetings_moved_from(meetings, 7), "2025-12-01");
    assert_ptr_equal(pdoc_meetings_ref(meetings), meetings);
    pdoc_meetings_unref(meetings);
    pdoc_meetings_unref(meetings);
    assert_null(pdoc_register_meetings(reg, "Board", NULL, first, last, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "no body with the code or name \"Board\"");
    assert_null(pdoc_register_meetings(NULL, NULL, NULL, first, last, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "need a register");
    assert_null(pdoc_register_meetings(reg, NULL, NULL, last, (pdoc_date){2024, 1, 1}, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "not before it");
    assert_null(pdoc_register_meetings(reg, NULL, NULL, no_day, last, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "need a register");
    pdoc_register_unref(reg);
}

static void nothing_is_said_of_no_meeting(void **state)
{
    (void)state;
    assert_int_equal(pdoc_meetings_count(NULL), 0);
    assert_null(pdoc_meetings_body(NULL, 0));
    assert_null(pdoc_meetings_body_name(NULL, 0));
    assert_null(pdoc_meetings_reason(NULL, 0));
    assert_false(pdoc_meetings_is_provisional(NULL, 0));
    assert_int_equal(pdoc_meetings_state(NULL, 0), PDOC_MEETING_EXPECTED);
    assert_day(pdoc_meetings_on(NULL, 0), "");
    assert_day(pdoc_meetings_moved_from(NULL, 0), "");
    assert_null(pdoc_meetings_ref(NULL));
    pdoc_meetings_unref(NULL);
}

static void more_meetings_than_anybody_reads_are_refused(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = read_good(BODY("<meets rule=\"FREQ=DAILY\" start=\"2025-01-06\"/>"));
    assert_null(pdoc_register_meetings(reg, NULL, NULL, (pdoc_date){2025, 1, 1}, (pdoc_date){9999, 12, 31}, &error));
    assert_error(&error, PDOC_ERR_LIMIT, "ask for a shorter one");
    pdoc_register_unref(reg);
}

/* The nearest meeting that is held, looked for day by day among all; PDOC__NO_DAY: none. */
static int32_t by_looking(const struct pdoc__meeting_days *all, struct pdoc__interval range, bool is_before)
{
    int32_t found = PDOC__NO_DAY;
    for (size_t i = 0; i < all->count; i++) {
        const struct pdoc__meeting_day *day = &all->items[i];
        if (day->state == PDOC_MEETING_CANCELLED || day->day < range.first || day->day > range.last)
            continue;
        if (is_before || found == PDOC__NO_DAY)
            found = day->day;
    }
    return found;
}

static void the_nearest_meeting_is_the_one_in_the_list(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(BODY(
        MONDAYS(" on-holiday=\"following\"") "<meets rule=\"FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR\" start=\"2022-01-28\" "
                                             "on-holiday=\"modified-preceding\"/>"
                                             "<meeting on=\"2025-08-04\" state=\"cancelled\"/>"
                                             "<meeting on=\"2025-03-20\" state=\"held\"/>"));
    pdoc_calendar *calendar = england();
    const pdoc_party *body = pdoc_register_find_party(reg, "executive");
    struct pdoc__meeting_days all = {0};
    struct pdoc__meeting_day found = {0};
    const int32_t first = pdoc__day_number((pdoc_date){2021, 1, 1}), last = pdoc__day_number((pdoc_date){2027, 1, 1});
    assert_true(pdoc__meetings_collect(body, calendar, (struct pdoc__interval){first, last}, &all, NULL));
    for (int32_t day = first; day <= last; day++) {
        const struct pdoc__interval until = {first, day}, from = {day, last};
        const int32_t before = by_looking(&all, until, true), after = by_looking(&all, from, false);
        assert_int_equal(pdoc__meeting_before(body, calendar, until, &found, NULL),
                         before == PDOC__NO_DAY ? PDOC__MEETING_NONE : PDOC__MEETING_FOUND);
        if (before != PDOC__NO_DAY)
            assert_int_equal(found.day, before);
        assert_int_equal(pdoc__meeting_after(body, calendar, from, &found, NULL),
                         after == PDOC__NO_DAY ? PDOC__MEETING_NONE : PDOC__MEETING_FOUND);
        if (after != PDOC__NO_DAY)
            assert_int_equal(found.day, after);
    }
    pdoc__free(all.items);
    pdoc_calendar_unref(calendar);
    pdoc_register_unref(reg);
}

static void a_body_of_which_nothing_is_known_is_told_from_one_that_does_not_meet_then(void **state)
{
    (void)state;
    struct pdoc__meeting_day found = {.day = 7};
    const struct pdoc__interval long_ago = {pdoc__day_number((pdoc_date){1990, 1, 1}), pdoc__day_number((pdoc_date){1991, 1, 1})};
    const struct pdoc__interval ever = {INT32_MIN, INT32_MAX};
    pdoc_register *reg = read_good(BODY(MONDAYS("")));
    const pdoc_party *body = pdoc_register_find_party(reg, "executive");
    assert_int_equal(pdoc__meeting_before(body, NULL, long_ago, &found, NULL), PDOC__MEETING_NONE);
    assert_int_equal(pdoc__meeting_before(pdoc_register_find_party(reg, "lead"), NULL, long_ago, &found, NULL),
                     PDOC__MEETING_NOT_KNOWN);
    assert_int_equal(found.day, 7);
    assert_int_equal(pdoc__meeting_before(body, NULL, ever, &found, NULL), PDOC__MEETING_FOUND);
    assert_day(pdoc__day_date(found.day), "2025-12-01");
    assert_int_equal(pdoc__meeting_after(body, NULL, ever, &found, NULL), PDOC__MEETING_FOUND);
    assert_day(pdoc__day_date(found.day), "2025-01-06");
    pdoc_register_unref(reg);
}

static void who_came_stands_beside_the_meeting(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(BODY("<meeting on=\"2025-05-06\" state=\"held\"><attendee>Chair</attendee>"
                                        "<attendee as=\"deputy\">Head of Practice</attendee></meeting>"
                                        "<meeting on=\"2025-05-20\" state=\"planned\"/>"));
    pdoc_meetings *meetings =
        pdoc_register_meetings(reg, NULL, NULL, (pdoc_date){2025, 5, 1}, (pdoc_date){2025, 5, 31}, NULL);
    pdoc_register_unref(reg);
    assert_string_equal(pdoc_meetings_attendance(meetings, 0), "Chair; Head of Practice (deputy)");
    assert_null(pdoc_meetings_attendance(meetings, 1));
    assert_null(pdoc_meetings_attendance(meetings, 2));
    assert_null(pdoc_meetings_attendance(NULL, 0));
    pdoc_meetings_unref(meetings);
}

static void meetings_are_published_in_every_form(void **state)
{
    (void)state;
    static const char *const expected[] = {
        [PDOC_FORMAT_TEXT] = "Tuesday  2025-05-06  Executive  Expected  moved from Monday 5 May 2025",
        [PDOC_FORMAT_JSON] = "\"moved_from\": \"2025-05-05\"",
        [PDOC_FORMAT_CSV] = ("2025-05-06,executive,Executive,expected,2025-05-05,moved from Monday 5 May 2025: "
                             "Early May bank holiday,no"),
        [PDOC_FORMAT_XML] = "<meeting on=\"2025-05-06\" body=\"executive\" state=\"expected\" moved-from=\"2025-05-05\"",
    };
    pdoc_error *error = NULL;
    pdoc_register *reg = read_good(BODY(MONDAYS(" on-holiday=\"following\"")));
    pdoc_calendar *calendar = england();
    pdoc_meetings *meetings =
        pdoc_register_meetings(reg, NULL, calendar, (pdoc_date){2025, 5, 1}, (pdoc_date){2025, 5, 31}, NULL);
    for (unsigned format = 0; format < 4; format++) {
        const pdoc_publish_options options = {.size = sizeof options, .format = (pdoc_format)format};
        pdoc_text *text = pdoc_meetings_publish(meetings, &options, NULL);
        assert_contains(pdoc_text_data(text), expected[format]);
        pdoc_text_free(text);
    }
    assert_null(pdoc_meetings_publish(NULL, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "no meetings");
    pdoc_meetings_unref(meetings);
    pdoc_calendar_unref(calendar);
    pdoc_register_unref(reg);
}

/* Be it a day of the pattern or not, and in whatever order. */
static void a_day_that_is_recorded_twice_is_held_if_one_record_says_so(void **state)
{
    (void)state;
    static const char both[] = BODY(MONDAYS("") "<meeting on=\"2025-05-05\" state=\"cancelled\"/>"
                                    "<meeting on=\"2025-05-05\" state=\"planned\"/>"
                                    "<meeting on=\"2025-05-20\" state=\"planned\"/>"
                                    "<meeting on=\"2025-05-20\" state=\"cancelled\"/>");
    pdoc_register *reg = read_good(both);
    pdoc_meetings *meetings =
        pdoc_register_meetings(reg, NULL, NULL, (pdoc_date){2025, 5, 1}, (pdoc_date){2025, 5, 31}, NULL);
    assert_int_equal(pdoc_meetings_count(meetings), 2);
    assert_string_equal(state_of(meetings, 0), "planned");
    assert_string_equal(state_of(meetings, 1), "planned");
    pdoc_meetings_unref(meetings);
    pdoc_register_unref(reg);
}

/* Every allocation in turn, until all is made. */
static void memory_that_runs_out_leaves_nothing_behind(void **state)
{
    (void)state;
    memory_fails_after(-1);
    pdoc_register *reg = read_good(BODY(MONDAYS(" on-holiday=\"following\"") "<meeting on=\"2025-05-20\" state=\"planned\">"
                                                                            "<attendee>Chair</attendee></meeting>"));
    pdoc_calendar *calendar = england();
    const long held = memory_held;
    pdoc_meetings *meetings = NULL;
    for (long i = 0; !meetings; i++) {
        pdoc_error *error = NULL;
        memory_fails_after(i);
        meetings = pdoc_register_meetings(reg, NULL, calendar, (pdoc_date){2025, 5, 1}, (pdoc_date){2025, 5, 31}, &error);
        memory_fails_after(-1);
        assert_int_equal(pdoc_error_status(error), meetings ? PDOC_OK : PDOC_ERR_NOMEM);
        pdoc_error_free(error);
        if (!meetings)
            assert_int_equal(memory_held, held);
        assert_true(i < 100);
    }
    pdoc_text *text = NULL;
    for (long i = 0; !text; i++) {
        pdoc_error *error = NULL;
        memory_fails_after(i);
        text = pdoc_meetings_publish(meetings, NULL, &error);
        memory_fails_after(-1);
        assert_int_equal(pdoc_error_status(error), text ? PDOC_OK : PDOC_ERR_NOMEM);
        pdoc_error_free(error);
        assert_true(i < 100);
    }
    pdoc_text_free(text);
    pdoc_meetings_unref(meetings);
    assert_int_equal(memory_held, held);
    pdoc_calendar_unref(calendar);
    pdoc_register_unref(reg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_meeting_on_a_holiday_goes_where_its_pattern_says),
        cmocka_unit_test(what_is_recorded_counts_over_the_pattern),
        cmocka_unit_test(what_is_recorded_for_the_day_of_the_pattern_stays_on_it),
        cmocka_unit_test(bodies_without_a_pattern_meet_as_recorded),
        cmocka_unit_test(a_day_of_two_patterns_is_one_meeting),
        cmocka_unit_test(a_pattern_ends_with_its_last_day),
        cmocka_unit_test(one_body_is_found_by_code_and_by_name),
        cmocka_unit_test(nothing_is_said_of_no_meeting),
        cmocka_unit_test(more_meetings_than_anybody_reads_are_refused),
        cmocka_unit_test(the_nearest_meeting_is_the_one_in_the_list),
        cmocka_unit_test(a_body_of_which_nothing_is_known_is_told_from_one_that_does_not_meet_then),
        cmocka_unit_test(who_came_stands_beside_the_meeting),
        cmocka_unit_test(meetings_are_published_in_every_form),
        cmocka_unit_test(a_day_that_is_recorded_twice_is_held_if_one_record_says_so),
        cmocka_unit_test(memory_that_runs_out_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
