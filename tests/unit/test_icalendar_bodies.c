/* SPDX-License-Identifier: MIT */
/* Calendar files: meetings, the forward plan, the steps of a plan, and which of them are in the period. */
#include "icalendars.h"

static void meetings_are_single_days_and_say_how_sure_they_are(void **state)
{
    (void)state;
    struct made made = make(
        REGISTER(EXECUTIVE("<meets rule=\"FREQ=MONTHLY;BYDAY=1SU\" start=\"2026-05-03\" "
                           "on-holiday=\"following\"/>"
                           "<meeting on=\"2026-05-20\" state=\"planned\"/>"
                           "<meeting on=\"2026-06-08\" state=\"cancelled\"><note>Half, term</note></meeting>") POLICY),
        "2026-05-01", MEETINGS);
    assert_int_equal(count_of(made.text, "BEGIN:VEVENT"), 3);
    assert_in(made.text, "UID:meeting.executive.20260503@df4629aec013d5ce.policydoc\r\n"
                         "DTSTAMP:20230707T000000Z\r\nSEQUENCE:0\r\nDTSTART;VALUE=DATE:20260504\r\n"
                         "DTEND;VALUE=DATE:20260505\r\nTRANSP:TRANSPARENT\r\nSTATUS:TENTATIVE\r\n"
                         "CATEGORIES:Meeting\r\nSUMMARY:Meeting: Executive\r\n"
                         "DESCRIPTION:State: Expected\\nDay of the pattern: 2026-05-03\\nNote: moved ");
    assert_in(made.text, "SEQUENCE:10000\r\nDTSTART;VALUE=DATE:20260520\r\n");
    assert_in(made.text, "STATUS:CONFIRMED\r\n");
    assert_in(made.text, "UID:meeting.executive.20260607@");
    assert_in(made.text, "STATUS:CANCELLED\r\n");
    assert_lacks(made.text, "RRULE");
    assert_lacks(made.text, "METHOD");
    made_free(&made);
}

static void what_is_deferred_keeps_its_uid(void **state)
{
    (void)state;
    struct made made = make(REGISTER(EXECUTIVE("") POLICY ITEM("/>")), "2026-05-01", FORWARD);
    assert_in(made.text, "UID:forward.d1.executive.sign-off.20260519@df4629aec013d5ce.policydoc\r\n"
                         "DTSTAMP:20230707T000000Z\r\nSEQUENCE:0\r\nDTSTART;VALUE=DATE:20260519\r\n");
    assert_in(made.text, "SUMMARY:Executive\\, sign-off: Safer sleeping (PO 1)\r\nEND:VEVENT\r\n");
    made_free(&made);
    made = make(REGISTER(EXECUTIVE("") POLICY ITEM(" version=\"1\" arranged-by=\"hub\" deferred-to=\"2026-06-16\"/>")),
                "2026-05-01", FORWARD);
    assert_in(made.text, "UID:forward.d1.executive.sign-off.20260519@df4629aec013d5ce.policydoc\r\n"
                         "DTSTAMP:20230707T000000Z\r\nSEQUENCE:10000\r\nDTSTART;VALUE=DATE:20260616\r\n");
    assert_in(made.text, "DESCRIPTION:Deferred from: 2026-05-19\\nVersion: V1\\nArranged by: hub\r\n");
    made_free(&made);
}

static void a_body_is_the_same_by_each_of_its_names(void **state)
{
    (void)state;
    struct made made = make(REGISTER(EXECUTIVE("") POLICY "<forward-plan-item document=\"d1\" body=\"EXECUTIVE\" "
                                                          "meeting=\"2026-05-19\"/>"),
                            "2026-05-01", FORWARD);
    assert_in(made.text, "UID:forward.d1.executive..20260519@");
    assert_in(made.text, "SUMMARY:Executive: Safer sleeping (PO 1)\r\n");
    made_free(&made);
}

static void what_is_placed_for_a_month_takes_the_month(void **state)
{
    (void)state;
    struct made made = make(REGISTER(POLICY "<forward-plan-item document=\"d1\" meeting=\"2027-02\"/>"
                                            "<forward-plan-item document=\"d1\" meeting=\"2027-02\"/>"),
                            "2026-05-01", FORWARD);
    assert_in(made.text, "DTSTART;VALUE=DATE:20270201\r\nDTEND;VALUE=DATE:20270301\r\n");
    assert_in(made.text, "SUMMARY:Forward plan: Safer sleeping (PO 1)\r\n");
    assert_int_equal(count_of(made.text, "UID:forward.d1...20270201@df4629aec013d5ce.policydoc\r\n"), 1);
    assert_int_equal(count_of(made.text, "UID:forward.d1...20270201@df4629aec013d5ce.2.policydoc\r\n"), 1);
    made_free(&made);
}

static void the_steps_of_a_plan_have_alarms(void **state)
{
    (void)state;
    struct made made = make_parts(REGISTER(EXECUTIVE(EVERY_MONTH) POLICY), "2026-01-05", NULL);
    write_file(&made, PLAN, (pdoc_icalendar_options){.alarm_days = 14});
    assert_true(count_of(made.text, "TRIGGER:-P14D\r\n") > 1);
    made_free(&made);
}

static void the_steps_of_a_plan_are_events(void **state)
{
    (void)state;
    struct made made = make(REGISTER(EXECUTIVE(EVERY_MONTH) POLICY), "2026-01-05", PLAN);
    assert_in(made.text, "UID:step.d1.papers.1@df4629aec013d5ce.policydoc\r\n");
    assert_in(made.text, "SUMMARY:Draft shared: Safer sleeping (PO 1)\r\n");
    assert_in(made.text, "UID:step.d1.sign-off.1@df4629aec013d5ce.policydoc\r\n"
                         "DTSTAMP:20230707T000000Z\r\nSEQUENCE:10000\r\nDTSTART;VALUE=DATE:20260616\r\n");
    assert_in(made.text, "CATEGORIES:Plan\r\n");
    made_free(&made);
}

static void only_what_is_in_the_period_is_written(void **state)
{
    (void)state;
    const char *text = REGISTER(EXECUTIVE(EVERY_MONTH) POLICY ITEM("/>"));
    const unsigned most = REVIEWS | MEETINGS | FORWARD;
    struct made made = make_parts(text, "2026-01-05", NULL);
    write_file(&made, most, (pdoc_icalendar_options){0});
    const size_t all = count_of(made.text, "BEGIN:VEVENT");
    const pdoc_icalendar_options may = {.first = {2026, 5, 0}, .last = {2026, 5, 0}};
    write_file(&made, most, may);
    assert_int_equal(count_of(made.text, "BEGIN:VEVENT"), 2); /* a meeting, and what is placed for it */
    assert_int_equal(count_of(made.text, "DTSTART;VALUE=DATE:20260519"), 2);
    const pdoc_icalendar_options later = {.first = {2026, 7, 7}};
    write_file(&made, most, later);
    assert_int_equal(count_of(made.text, "BEGIN:VEVENT"), 1); /* the review, on its last day */
    const pdoc_icalendar_options before = {.last = {2026, 7, 6}};
    write_file(&made, most, before);
    assert_int_equal(count_of(made.text, "BEGIN:VEVENT"), all - 1);
    made_free(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meetings_are_single_days_and_say_how_sure_they_are),
        cmocka_unit_test(what_is_deferred_keeps_its_uid),
        cmocka_unit_test(a_body_is_the_same_by_each_of_its_names),
        cmocka_unit_test(what_is_placed_for_a_month_takes_the_month),
        cmocka_unit_test(the_steps_of_a_plan_have_alarms),
        cmocka_unit_test(the_steps_of_a_plan_are_events),
        cmocka_unit_test(only_what_is_in_the_period_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
