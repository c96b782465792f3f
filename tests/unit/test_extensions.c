/* SPDX-License-Identifier: MIT */
/* Time given for reviews: limits, what moves the date, serial extension, dates moved by themselves. */
#include "changing.h"

/* ---- extensions ---- */

#define LIMITS                                                                                                         \
    "<extension id=\"time\" by=\"board\" reasons=\"law staff\" reason=\"true\" most-each=\"P6M\" most-total=\"P9M\" "  \
    "most-count=\"2\" clause=\"s12\"/>"
#define EXTENDED(id, on, until, more)                                                                                  \
    "<extended id=\"" id "\" on=\"" on "\" version=\"1\" until=\"" until "\" " more "/>"
#define DUE_IN_2024(id, events) DOCUMENT(id, "<version n=\"1\"/>", DECIDED("e1" id, "2021-01-01", "1") events)

static void extensions_keep_to_their_limits(void **state)
{
    (void)state;
    static const struct {
        const char *events;
        pdoc_outcome outcome;
        const char *place, *words;
    } cases[] = {
        {EXTENDED("x1", "2023-12-01", "2024-06-30", "by=\"Board\" reason=\"law\""), PDOC_OUTCOME_MET, NULL, NULL},
        {EXTENDED("x1", "2023-12-01", "2024-07-02", "by=\"Board\" reason=\"law\""), PDOC_OUTCOME_NOT_MET, "history/x1",
         "one extension reaches no further than 2024-07-01"},
        {EXTENDED("x1", "2023-12-01", "2024-06-30", "by=\"Author\" reason=\"law\""), PDOC_OUTCOME_NOT_MET, "history/x1",
         "it is for Board to give it"},
        {EXTENDED("x1", "2023-12-01", "2024-06-30", "by=\"Whoever\" reason=\"law\""), PDOC_OUTCOME_UNDETERMINED,
         "history/x1", "given by Whoever"},
        {EXTENDED("x1", "2023-12-01", "2024-06-30", "by=\"Board\""), PDOC_OUTCOME_NOT_MET, "history/x1", "no reason"},
        {EXTENDED("x1", "2023-12-01", "2024-06-30", "by=\"Board\" reason=\"mood\""), PDOC_OUTCOME_NOT_MET, "history/x1",
         "mood"},
        {"<extended id=\"x1\" on=\"2023-12-01\" version=\"1\" by=\"Board\" reason=\"law\"/>", PDOC_OUTCOME_UNDETERMINED,
         "history/x1", "until when is not recorded"},
        {EXTENDED("x1", "2023-12-01", "2024-06-30", "by=\"Board\" reason=\"law\"")
             EXTENDED("x2", "2024-06-01", "2024-11-30", "by=\"Board\" reason=\"staff\""),
         PDOC_OUTCOME_NOT_MET, "history/x2", "without a completed review none reaches further than 2024-10-01"},
        {EXTENDED("x1", "2023-12-01", "2024-02-01", "by=\"Board\" reason=\"law\"")
             EXTENDED("x2", "2024-01-20", "2024-03-01", "by=\"Board\" reason=\"staff\"")
                 EXTENDED("x3", "2024-02-20", "2024-04-01", "by=\"Board\" reason=\"staff\""),
         PDOC_OUTCOME_NOT_MET, "history/x3", "number 3"},
        {EXTENDED("x1", "2023-12-01", "2024-09-30",
                  "by=\"Author\"") "<reviewed id=\"r1\" on=\"2024-02-01\" version=\"1\"/>",
         PDOC_OUTCOME_NOT_APPLICABLE, NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[4096];
        snprintf(text, sizeof text,
                 "<document id=\"d1\" type=\"policy\"><title>T</title><version n=\"1\"/><history>" DECIDED(
                     "e1", "2021-01-01", "1") "%s</history></document>",
                 cases[i].events);
        pdoc_report *report = audit(RULES(LIMITS), text, "2025-06-01");
        assert_int_equal(outcome_on(report, "time", 0), cases[i].outcome);
        if (cases[i].words)
            assert_finding(report, "time", cases[i].place, cases[i].words);
        pdoc_report_unref(report);
    }
}

static void what_is_forbidden_is_never_met(void **state)
{
    (void)state;
    pdoc_report *report =
        audit(RULES("<extension id=\"none\" forbidden=\"true\" moves-date=\"true\" clause=\"s1\"/>"),
              DUE_IN_2024("d1", EXTENDED("x1", "2023-12-01", "2024-06-30", "by=\"Board\"")), "2024-06-01");
    assert_int_equal(outcome_on(report, "none", 0), PDOC_OUTCOME_NOT_MET);
    assert_int_equal(pdoc_schedule_state(pdoc_report_schedule(report), 0), PDOC_REVIEW_OVERDUE_EXTENDED);
    pdoc_report_unref(report);
}

/* As recorded, it moves nothing; where a rule says so, both the derived date and the promise give way to it. */
static void an_extension_moves_the_date_where_a_rule_says_so(void **state)
{
    (void)state;
    static const char sheet[] =
        "<document id=\"d1\" type=\"policy\"><title>T</title><version n=\"1\"><front-sheet>"
        "<row field=\"date-review\" value=\"2023-12-15\"/></front-sheet></version><history>" DECIDED(
            "e1", "2021-01-01", "1") EXTENDED("x1", "2023-12-01", "2024-06-30", "by=\"Board\"") "</history></document>";
    static const struct {
        const char *rules, *due;
        pdoc_review_state state;
    } cases[] = {
        {RULES("<extension id=\"time\"/>"), "2023-12-15", PDOC_REVIEW_OVERDUE_EXTENDED},
        {RULES("<extension id=\"time\" moves-date=\"true\"/>"), "2024-06-30", PDOC_REVIEW_IN_DATE},
    };
    for (size_t i = 0; i < 2; i++) {
        pdoc_report *report = audit(cases[i].rules, sheet, "2024-03-01");
        const pdoc_schedule *schedule = pdoc_report_schedule(report);
        assert_int_equal(pdoc_schedule_state(schedule, 0), cases[i].state);
        assert_int_equal(pdoc_date_compare(pdoc_schedule_due(schedule, 0), day_of(cases[i].due)), 0);
        pdoc_report_unref(report);
    }
}

static void serial_extension_is_found_under_any_profile(void **state)
{
    (void)state;
    pdoc_report *report = audit(
        RULES(""),
        DUE_IN_2024("d1", EXTENDED("x1", "2023-12-01", "2024-03-01", "") EXTENDED("x2", "2024-02-20", "2024-04-10", ""))
            DUE_IN_2024(
                "d2", EXTENDED("y1", "2023-12-01", "2024-03-01",
                               "") "<reviewed id=\"r1\" on=\"2024-02-01\" version=\"1\"/>" EXTENDED("y2", "2027-01-20",
                                                                                                    "2027-04-10", "")),
        "2027-02-01");
    assert_int_equal(outcome_on(report, "serial-extension", 0), PDOC_OUTCOME_NOT_MET);
    assert_int_equal(outcome_on(report, "serial-extension", 1), PDOC_OUTCOME_MET);
    assert_finding(report, "serial-extension", "history/x2",
                   "2 times since its last completed review, 100 days in all");
    pdoc_report_unref(report);
}

/* ---- dates that moved ---- */

#define SHEET(n, day)                                                                                                  \
    "<version n=\"" n "\"><front-sheet><row field=\"date-review\" value=\"" day "\"/></front-sheet></version>"

static void a_date_that_moved_needs_a_review_or_an_extension(void **state)
{
    (void)state;
    static const char *const between[] = {"", "<reviewed id=\"r1\" on=\"2022-01-01\" version=\"1\"/>",
                                          EXTENDED("x1", "2022-01-01", "2025-01-01", ""),
                                          "<amended id=\"a1\" on=\"2022-01-01\" version=\"1\" class=\"rewrite\"/>",
                                          "<amended id=\"a1\" on=\"2022-01-01\" version=\"1\" class=\"minor\"/>"};
    static const pdoc_outcome expected[] = {PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_MET, PDOC_OUTCOME_MET, PDOC_OUTCOME_MET,
                                            PDOC_OUTCOME_NOT_MET};
    for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
        char text[4096];
        snprintf(text, sizeof text,
                 "<document id=\"d1\" type=\"policy\"><title>T</title>" SHEET("1", "2023-06")
                     SHEET("2", "2024-06") "<history>" DECIDED("e1", "2021-01-01", "1") "%s" DECIDED(
                         "e2", "2022-02-01", "2") "</history></document>",
                 between[i]);
        pdoc_report *report = audit(RULES(AMENDMENTS), text, "2022-06-01");
        assert_int_equal(outcome_on(report, "review-date-moved", 0), expected[i]);
        if (expected[i] == PDOC_OUTCOME_NOT_MET)
            assert_finding(report, "review-date-moved", "front-sheet/date-review", "from version 1 to version 2");
        pdoc_report_unref(report);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(extensions_keep_to_their_limits),
        cmocka_unit_test(what_is_forbidden_is_never_met),
        cmocka_unit_test(an_extension_moves_the_date_where_a_rule_says_so),
        cmocka_unit_test(serial_extension_is_found_under_any_profile),
        cmocka_unit_test(a_date_that_moved_needs_a_review_or_an_extension),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
