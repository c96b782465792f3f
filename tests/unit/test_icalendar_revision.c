/* SPDX-License-Identifier: MIT */
/* Calendar files: which of two is newer, by the data alone and on whatever day they are made. */
#include "icalendars.h"

static unsigned long sequence_in(const pdoc_text *text)
{
    const char *at = strstr(pdoc_text_data(text), "SEQUENCE:");
    assert_non_null(at);
    return strtoul(at + strlen("SEQUENCE:"), NULL, 10);
}

static void assert_same(const char *text, const char *const days[2], unsigned what)
{
    struct made made[2] = {make(text, days[0], what), make(text, days[1], what)};
    assert_in(made[0].text, "BEGIN:VEVENT");
    assert_string_equal(pdoc_text_data(made[0].text), pdoc_text_data(made[1].text));
    made_free(&made[0]);
    made_free(&made[1]);
}

static void the_same_register_gives_the_same_bytes_on_two_days(void **state)
{
    (void)state;
    const char *text = REGISTER(EXECUTIVE(EVERY_MONTH) POLICY_WITH(REVIEWED) ITEM("/>"));
    assert_same(text, (const char *const[]){"2026-01-05", "2026-01-05"}, ALL);
    assert_same(text, (const char *const[]){"2026-01-05", "2026-03-02"}, ALL);
    assert_same(REGISTER(POLICY), (const char *const[]){"2025-01-01", "2026-12-01"}, REVIEWS); /* overdue by then */
    assert_same(REGISTER(EXECUTIVE(EVERY_MONTH) POLICY), (const char *const[]){"2026-01-05", "2026-06-08"},
                PLAN); /* some steps are too late by then */
}

/* A corrected date, a changed pattern leave no trace in the data but the revision. */
static void each_revision_counts_as_newer(void **state)
{
    (void)state;
    pdoc_icalendar_options none = {0};
    struct made made = make_parts(REGISTER(POLICY), "2025-01-01", NULL);
    write_file(&made, REVIEWS, none);
    assert_in(made.text, "DTSTAMP:20230707T000000Z\r\nSEQUENCE:10000\r\n");
    assert_int_equal(pdoc_register_revise(made.reg, (pdoc_date){2026, 11, 24}, NULL), PDOC_OK);
    write_file(&made, REVIEWS, none);
    assert_in(made.text, "DTSTAMP:20261124T000000Z\r\nSEQUENCE:20000\r\n");
    assert_int_equal(pdoc_register_revise(made.reg, (pdoc_date){2026, 11, 23}, NULL), PDOC_OK);
    write_file(&made, REVIEWS, none);
    assert_in(made.text, "DTSTAMP:20261123T000000Z\r\nSEQUENCE:30000\r\n");
    made_free(&made);
}

#define REVISED(number, content)                                                                                       \
    "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" revision=\"" number "\">" content "</register>"

static void the_highest_sequence_fits_into_its_type(void **state)
{
    (void)state;
    struct made made = make(REVISED("214746", POLICY), "2025-01-01", REVIEWS);
    assert_int_equal(sequence_in(made.text), 2147470000);
    assert_in(made.text, "DTSTAMP:20230707T000000Z\r\n"); /* the day of the revision is not recorded */
    made_free(&made);
    made = make(REVISED("999999999", POLICY), "2025-01-01", REVIEWS);
    assert_int_equal(sequence_in(made.text), 2147483647);
    made_free(&made);
}

static unsigned long sequence_with(const char *item)
{
    char text[3000];
    snprintf(text, sizeof text, REGISTER(EXECUTIVE("") POLICY "%s"), item);
    struct made made = make(text, "2026-05-01", FORWARD);
    const unsigned long sequence = sequence_in(made.text);
    made_free(&made);
    return sequence;
}

static void a_second_deferral_to_an_earlier_day_never_lowers_the_sequence(void **state)
{
    (void)state;
    const unsigned long placed = sequence_with(ITEM("/>"));
    const unsigned long far = sequence_with(ITEM(" deferred-to=\"2026-06-16\"/>"));
    const unsigned long near = sequence_with(ITEM(" deferred-to=\"2026-06-02\"/>"));
    assert_true(placed < far);
    assert_true(far <= near);
}

static void what_was_not_known_counts_for_nothing(void **state)
{
    (void)state;
    struct made made = make_parts(REGISTER(POLICY_WITH(REVIEWED)), "2025-07-01", "2025-06-02");
    write_file(&made, REVIEWS, (pdoc_icalendar_options){0});
    assert_in(made.text, "UID:review.d1.1@");
    assert_in(made.text, "DTSTAMP:20230707T000000Z\r\nSEQUENCE:10000\r\nDTSTART;VALUE=DATE:20260707\r\n");
    made_free(&made);
}

#define TO_COME "<reviewed id=\"e2\" on=\"2026-06-01\"/>"

static void what_is_still_to_come_stamps_nothing(void **state)
{
    (void)state;
    struct made made = make(REGISTER(POLICY_WITH(TO_COME)), "2026-05-31", REVIEWS);
    assert_in(made.text, "DTSTAMP:20230707T000000Z\r\n");
    made_free(&made);
    made = make(REGISTER(POLICY_WITH(TO_COME)), "2026-06-01", REVIEWS);
    assert_in(made.text, "DTSTAMP:20260601T000000Z\r\n");
    made_free(&made);
    made = make_parts(REGISTER(EXECUTIVE(EVERY_MONTH) POLICY_WITH(TO_COME)), "2025-01-01", NULL);
    write_file(&made, MEETINGS, (pdoc_icalendar_options){0}); /* nothing was judged: all is the past */
    assert_in(made.text, "DTSTAMP:20260601T000000Z\r\n");
    write_file(&made, MEETINGS, (pdoc_icalendar_options){.as_of = {2026, 5, 31}});
    assert_in(made.text, "DTSTAMP:20230707T000000Z\r\n");
    made_free(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_register_gives_the_same_bytes_on_two_days),
        cmocka_unit_test(each_revision_counts_as_newer),
        cmocka_unit_test(the_highest_sequence_fits_into_its_type),
        cmocka_unit_test(a_second_deferral_to_an_earlier_day_never_lowers_the_sequence),
        cmocka_unit_test(what_was_not_known_counts_for_nothing),
        cmocka_unit_test(what_is_still_to_come_stamps_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
