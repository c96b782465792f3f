/* SPDX-License-Identifier: MIT */
/* Bad calendars, patterns, meetings and forward plans in a register: each gets its place and words that help. */
#include "failing_memory.h"
#include "registers.h"

#define IN(content)         OPEN ">\n" content "\n</register>"
#define IN_CALENDAR(days)   IN("<calendar ref=\"c\">\n<non-working " days "/>\n</calendar>")
#define IN_BODY(content)    IN("<party code=\"c\"><name>N</name>\n" content "\n</party>")
#define IN_PLAN(attributes) IN("<document id=\"d1\"/>\n<forward-plan-item document=\"d1\"" attributes "/>")

static const struct bad {
    const char *xml;
    uint32_t line;
    const char *words[2];
} bad[] = {
    {IN("<calendar ref=\"c\">\n<non-working/>\n</calendar>"), 3, {"<non-working> with no day", "from and to"}},
    {IN_BODY("<meets start=\"2026-01-20\"/>"), 3, {"<meets> without rule", NULL}},
    {IN_BODY("<meets rule=\"\" start=\"2026-01-20\"/>"), 3, {"<meets> without rule", NULL}},
    {IN_BODY("<meets rule=\"FREQ=DAILY\"/>"), 3, {"<meets> without start", NULL}},
    {IN_BODY("<meeting state=\"held\"/>"), 3, {"<meeting> without on", NULL}},
    {IN_BODY("<meeting on=\"2026-06-16\"/>"), 3, {"<meeting> without state", "planned, held or cancelled"}},
    {IN_BODY("<meeting on=\"2026-06-16\" state=\"held\">\n<attendee/></meeting>"), 4, {"<attendee>", "post"}},
    {IN_PLAN(""), 3, {"<forward-plan-item> without meeting", NULL}},
    {IN("<forward-plan-item meeting=\"2026-06-16\"/>"), 2, {"<forward-plan-item> without document", NULL}},
    {IN_BODY("<meeting on=\"2026-06-16\" state=\"held\">\n<note/>\n<note/></meeting>"), 5, {"a second <note>", NULL}},
    {IN("<document id=\"d1\"/><forward-plan-item document=\"d1\" "
        "meeting=\"2026-06\">\n<note/>\n<note/></forward-plan-item>"),
     4,
     {"a second <note>", NULL}},
    {IN_CALENDAR("on=\"2026-12\""), 3, {"on=\"2026-12\"", "a whole day"}},
    {IN_CALENDAR("on=\"2026-02-30\""), 3, {"on=\"2026-02-30\"", "a day that exists"}},
    {IN_CALENDAR("on=\"2026-12-24\" to=\"2026-12-25\""), 3, {"on and from or to", "either on"}},
    {IN_CALENDAR("from=\"2026-12-24\""), 3, {"from and no to", NULL}},
    {IN_CALENDAR("to=\"2026-12-24\""), 3, {"to and no from", NULL}},
    {IN_CALENDAR("from=\"2026-12-25\" to=\"2026-12-24\""), 3, {"ends on 2026-12-24", "begins on 2026-12-25"}},
    {IN_CALENDAR("from=\"2026-01-01\" to=\"2027-02-05\""), 3, {"401 days", "400 at most"}},
    {IN_BODY("<meets rule=\"FREQ=DAILY\" start=\"2026-01\"/>"), 3, {"start=\"2026-01\"", "a whole day"}},
    {IN_BODY("<meets rule=\"FREQ=DAILY\" start=\"soon\"/>"), 3, {"start=\"soon\"", "is no date"}},
    {IN_BODY("<meets rule=\"FREQ=DAILY\" start=\"2026-01-20\" to=\"2026\"/>"), 3, {"to=\"2026\"", "a whole day"}},
    {IN_BODY("<meets rule=\"FREQ=DAILY\" start=\"2026-01-20\" to=\"2026-01-19\"/>"),
     3,
     {"<meets> ends on 2026-01-19", "2026-01-20"}},
    {IN_BODY("<meets rule=\"FREQ=DAILY\" start=\"2026-01-20\" on-holiday=\"next\"/>"),
     3,
     {"on-holiday=\"next\"", "modified-following"}},
    {IN_BODY("<meeting on=\"2026-06\" state=\"held\"/>"), 3, {"on=\"2026-06\"", "a whole day"}},
    {IN_BODY("<meeting on=\"2026-06-16\" state=\"expected\"/>"), 3, {"state=\"expected\"", "planned, held"}},
    {IN_BODY("<meeting on=\"2026-06-16\" state=\"held\">\n<attendee as=\"there\">p</attendee></meeting>"),
     4,
     {"as=\"there\"", "present, deputy, apologies or absent"}},
    {IN_PLAN(" meeting=\"2026\""), 3, {"meeting=\"2026\"", "a day or a month"}},
    {IN_PLAN(" meeting=\"June\""), 3, {"meeting=\"June\"", "is no date"}},
    {IN_PLAN(" meeting=\"2026-06\" deferred-to=\"2027\""), 3, {"deferred-to=\"2027\"", "a day or a month"}},
    {IN_PLAN(" meeting=\"2026-06\" version=\"0\""), 3, {"version=\"0\"", "whole number"}},
    {IN_PLAN(" meeting=\"2026-06\" version=\"1\""), 3, {"version=\"1\"", "no version of the document"}},
    {IN("<forward-plan-item document=\"d9\" meeting=\"2026-06\"/>"), 2, {"document=\"d9\"", "no document"}},
};

static void each_is_refused_with_its_place_and_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        pdoc_error *error = NULL;
        assert_null(read_text(bad[i].xml, &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
        assert_contains(pdoc_error_message(error), bad[i].words[0]);
        if (bad[i].words[1])
            assert_contains(pdoc_error_message(error), bad[i].words[1]);
        assert_int_equal(pdoc_error_line(error), bad[i].line);
        assert_true(pdoc_error_column(error) > 1);
        assert_null(pdoc_error_next(error)); /* one mistake, one error */
        pdoc_error_free(error);
    }
}

/* The document may stand behind the item; whether it is there is known at the end, and told at the item's tag. */
static void a_document_that_is_not_there_is_told_at_the_item(void **state)
{
    (void)state;
    static const char item[] = "<forward-plan-item document=\"d1\" meeting=\"2027-06\" version=\"1\"/>";
    char xml[400];
    pdoc_error *error = NULL;
    snprintf(xml, sizeof xml, "%s>\n  %s\n<document id=\"d2\"/></register>", OPEN, item);
    assert_null(read_text(xml, &error));
    assert_int_equal(pdoc_error_line(error), 2);
    assert_int_equal(pdoc_error_column(error), 2 + sizeof item - 2);
    assert_string_equal(pdoc_error_path(error), "register/forward-plan-item");
    assert_string_equal(pdoc_error_message(error), "document=\"d1\": no document of the file has this id");
    pdoc_error_free(error);
    snprintf(xml, sizeof xml, "%s>\n  %s\n<document id=\"d1\"><version n=\"1\"/></document></register>", OPEN, item);
    pdoc_register_unref(read_good(xml));
}

/* Whether a rule can be understood is asked by whoever computes meetings: the file loads and nothing is lost. */
static void a_rule_that_nobody_understands_is_kept(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(IN_BODY("<meets rule=\"every other Tuesday\" start=\"2026-01-20\"/>"
                                           "<meets rule=\"FREQ=DAILY\" start=\"2026-01-20\"/>"));
    assert_string_equal(pdoc_party_pattern_rule(pdoc_register_party(reg, 0), 0), "every other Tuesday");
    assert_int_equal(pdoc_register_notice_count(reg), 1);
    assert_contains(pdoc_register_notice(reg, 0), "when c meets cannot be told: in the recurrence rule");
    assert_int_equal(pdoc_register_notice_line(reg, 0), 3);
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void who_asks_for_meetings_is_told_whose_rule_it_is_and_where_it_stands(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = read_good(IN_BODY("<meets rule=\"FREQ=WEEKLY;BYDAY=1MO\" start=\"2026-01-05\"/>"));
    assert_null(pdoc_register_meetings(reg, "c", NULL, (pdoc_date){2026, 1, 1}, (pdoc_date){2026, 12, 31}, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
    assert_int_equal(pdoc_error_line(error), 3);
    assert_int_equal(pdoc_error_column(error), 0); /* that of the rule is in the words */
    assert_contains(pdoc_error_message(error), "N: in the recurrence rule, column 13, \"BYDAY=1MO\"");
    pdoc_error_free(error);
    pdoc_register_unref(reg);
}

#define TWO_BODIES                                                                                                     \
    IN("<party code=\"c\"><name>N</name>\n<meets rule=\"FREQ=WEEKLY;BYDAY=1MO\" start=\"2026-01-05\"/>\n"              \
       "<meets rule=\"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\" start=\"2026-01-05\"/>"                                    \
       "<meeting on=\"2026-03-03\" state=\"planned\"/></party>"                                                        \
       "<party code=\"o\"><name>Other</name><meets rule=\"FREQ=MONTHLY;BYDAY=1MO\" start=\"2026-01-05\"/></party>")

static pdoc_meetings *meetings_of_all(const pdoc_register *reg, pdoc_error **error)
{
    return pdoc_register_meetings(reg, NULL, NULL, (pdoc_date){2026, 1, 1}, (pdoc_date){2026, 12, 31}, error);
}

static void a_rule_of_one_body_keeps_no_other_from_being_listed(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = read_good(TWO_BODIES);
    pdoc_meetings *meetings = meetings_of_all(reg, &error);
    pdoc_register_unref(reg); /* nothing of it is needed any more */
    assert_null(error);
    assert_int_equal(pdoc_meetings_count(meetings), 13); /* twelve Mondays, and what is recorded of the other body */
    assert_string_equal(pdoc_meetings_body(meetings, 3 - 1), "o");
    assert_string_equal(pdoc_meetings_body(meetings, 4 - 1), "c");
    assert_null(pdoc_meetings_reason(meetings, 4 - 1)); /* whether it was added, nobody can tell */
    assert_int_equal(pdoc_meetings_notice_count(meetings), 2);
    assert_contains(pdoc_meetings_notice(meetings, 0), "N: in the recurrence rule, column 13");
    assert_contains(pdoc_meetings_notice(meetings, 1), "BYMONTHDAY=30");
    assert_string_equal(pdoc_meetings_notice_body(meetings, 0), "c");
    assert_int_equal(pdoc_meetings_notice_line(meetings, 0), 3);
    assert_null(pdoc_meetings_notice(meetings, 2));
    assert_null(pdoc_meetings_notice_body(meetings, 2));
    assert_int_equal(pdoc_meetings_notice_line(meetings, 2), 0);
    assert_int_equal(pdoc_meetings_notice_count(NULL), 0);
    pdoc_meetings_unref(meetings);
}

/* Every allocation in turn, until all is made: memory that runs out is no mistake of a rule. */
static void memory_that_runs_out_over_a_rule_is_no_notice(void **state)
{
    (void)state;
    memory_fails_after(-1);
    pdoc_register *reg = read_good(TWO_BODIES);
    const long held = memory_held;
    pdoc_meetings *meetings = NULL;
    for (long i = 0; !meetings; i++) {
        pdoc_error *error = NULL;
        memory_fails_after(i);
        meetings = meetings_of_all(reg, &error);
        memory_fails_after(-1);
        assert_int_equal(pdoc_error_status(error), meetings ? PDOC_OK : PDOC_ERR_NOMEM);
        pdoc_error_free(error);
        if (!meetings)
            assert_int_equal(memory_held, held);
        assert_true(i < 100);
    }
    assert_int_equal(pdoc_meetings_notice_count(meetings), 2);
    pdoc_meetings_unref(meetings);
    assert_int_equal(memory_held, held);
    pdoc_register_unref(reg);
}

static void several_mistakes_are_all_told(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    size_t count = 0;
    assert_null(read_text(IN_BODY("<meets/><meeting/>"), &error));
    for (const pdoc_error *each = error; each; each = pdoc_error_next(each))
        count++;
    assert_int_equal(count, 4);
    pdoc_error_free(error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_refused_with_its_place_and_reason),
        cmocka_unit_test(a_document_that_is_not_there_is_told_at_the_item),
        cmocka_unit_test(a_rule_that_nobody_understands_is_kept),
        cmocka_unit_test(who_asks_for_meetings_is_told_whose_rule_it_is_and_where_it_stands),
        cmocka_unit_test(a_rule_of_one_body_keeps_no_other_from_being_listed),
        cmocka_unit_test(memory_that_runs_out_over_a_rule_is_no_notice),
        cmocka_unit_test(several_mistakes_are_all_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
