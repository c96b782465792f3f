/* SPDX-License-Identifier: MIT */
/* Labels of versions and classes of amendment: each once right and once wrong, with clause and place. */
#include "changing.h"

/* ---- numbers ---- */

static void labels_follow_the_scheme(void **state)
{
    (void)state;
    static const struct {
        const char *versions, *history;
        pdoc_outcome outcome;
        const char *words;
    } cases[] = {
        {"<version n=\"1\" label=\"1.0\"/>", DECIDED("e1", "2024-01-01", "1"), PDOC_OUTCOME_MET, NULL},
        {"<version n=\"1\" label=\"V2\"/>", DECIDED("e1", "2024-01-01", "1"), PDOC_OUTCOME_NOT_MET,
         "labels such as 1.0"},
        {"<version n=\"1\" label=\"0.2\"/>", DECIDED("e1", "2024-01-01", "1"), PDOC_OUTCOME_NOT_MET, "a draft"},
        {"<version n=\"1\" label=\"0.2\"/>", "<drafted id=\"e1\" on=\"2024-01-01\" version=\"1\"/>", PDOC_OUTCOME_MET,
         NULL},
        {"<version n=\"1\" label=\"1.1\"/><version n=\"2\" label=\"1.1\"/>",
         DECIDED("e1", "2024-01-01", "1") DECIDED("e2", "2024-02-01", "2"), PDOC_OUTCOME_NOT_MET, "not after \"1.1\""},
        {"<version n=\"1\" label=\"1.0\"/><version n=\"2\" label=\"2.0\"/>",
         DECIDED("e1", "2024-01-01", "1") "<amended id=\"e2\" on=\"2024-01-10\" version=\"1\" class=\"small\" "
                                          "reason=\"law\"/>" DECIDED("e3", "2024-02-01", "2"),
         PDOC_OUTCOME_NOT_MET, "is a major step"},
        {"<version n=\"1\" label=\"1.0\"/><version n=\"2\" label=\"1.1\"/>",
         DECIDED("e1", "2024-01-01", "1") "<amended id=\"e2\" on=\"2024-01-10\" version=\"1\" class=\"minor\" "
                                          "reason=\"law\"/>" DECIDED("e3", "2024-02-01", "2"),
         PDOC_OUTCOME_MET, NULL},
        {"<version n=\"1\" label=\"1.0\"/><version n=\"2\" label=\"1.1\"/>",
         DECIDED("e1", "2024-01-01", "1") "<amended id=\"e2\" on=\"2024-01-10\" version=\"1\" class=\"rewrite\"/>"
                                          "<consultation-opened id=\"e4\" on=\"2024-01-11\" version=\"2\"/>" DECIDED(
                                              "e3", "2024-02-01", "2"),
         PDOC_OUTCOME_NOT_MET, "makes a major one"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[4096];
        snprintf(text, sizeof text,
                 "<document id=\"d1\" type=\"policy\"><title>T</title>%s<history>%s</history></document>",
                 cases[i].versions, cases[i].history);
        pdoc_report *report =
            audit(RULES("<scheme id=\"numbers\" form=\"major-minor\" clause=\"s4\"/>" AMENDMENTS), text, "2024-06-01");
        assert_int_equal(outcome_on(report, "numbers", 0), cases[i].outcome);
        const size_t finding = finding_of_rule(report, "numbers");
        assert_int_equal(finding != SIZE_MAX, cases[i].words != NULL);
        if (cases[i].words) {
            assert_contains(pdoc_report_finding_message(report, finding), cases[i].words);
            assert_string_equal(pdoc_report_finding_clause(report, finding), "s4");
        }
        pdoc_report_unref(report);
    }
}

static void numbers_come_with_the_sign_off(void **state)
{
    (void)state;
    pdoc_report *report =
        audit(RULES("<scheme id=\"numbers\" form=\"v-number\" numbered=\"sign-off\"/>"),
              DOCUMENT("d1", "<version n=\"1\" label=\"V1\"/>", "<drafted id=\"e1\" on=\"2024-01-01\" version=\"1\"/>")
                  DOCUMENT("d2", "<version n=\"1\"/>", "<drafted id=\"e2\" on=\"2024-01-01\" version=\"1\"/>")
                      DOCUMENT("d3", "<version n=\"1\"/>", DECIDED("e3", "2024-01-01", "1"))
                          DOCUMENT("d4", "<version n=\"1\" label=\"V1\"/>", DECIDED("e4", "2024-01-01", "1")),
              "2024-06-01");
    static const pdoc_outcome expected[] = {PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_NOT_APPLICABLE, PDOC_OUTCOME_NOT_MET,
                                            PDOC_OUTCOME_MET};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(outcome_on(report, "numbers", i), expected[i]);
    assert_finding(report, "numbers", "version/1", "is given with the sign-off");
    pdoc_report_unref(report);
}

static void a_pattern_serves_where_no_form_does(void **state)
{
    (void)state;
    pdoc_report *report = audit(
        RULES("<scheme id=\"numbers\" pattern=\"Ed * of 20??\"/>"),
        DOCUMENT("d1", "<version n=\"1\" label=\"Ed 3 of 2024\"/>", DECIDED("e1", "2024-01-01", "1"))
            DOCUMENT("d2", "<version n=\"1\" label=\"3\"/>", DECIDED("e2", "2024-01-01", "1"))
                DOCUMENT("d3", "<version n=\"1\" label=\"Ed 3 of 2024\"/><version n=\"2\" label=\"Ed 2 of 2024\"/>",
                         DECIDED("e3", "2024-01-01", "1") DECIDED("e4", "2024-02-01", "2")),
        "2024-06-01");
    static const pdoc_outcome expected[] = {PDOC_OUTCOME_MET, PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_NOT_MET};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(outcome_on(report, "numbers", i), expected[i]);
    pdoc_report_unref(report);
}

/* R-C100: no scheme, no demand. */
static void without_a_scheme_a_version_is_called_anything(void **state)
{
    (void)state;
    static const char *const labels[] = {"1.0", "Spring edition", "Ed 3 of 2024"};
    for (size_t i = 0; i < 3; i++) {
        char text[1000];
        snprintf(text, sizeof text, DOCUMENT("d1", "<version n=\"1\" label=\"%s\"/>", DECIDED("e1", "2024-01-01", "1")),
                 labels[i]);
        pdoc_report *report = audit(RULES(""), text, "2024-06-01");
        assert_true(finding_of_rule(report, "numbers") == SIZE_MAX);
        for (size_t j = 0; j < pdoc_report_finding_count(report); j++)
            assert_null(strstr(pdoc_report_finding_message(report, j), labels[i]));
        pdoc_report_unref(report);
        report = audit(RULES("<scheme id=\"numbers\" form=\"major-minor\"/>"), text, "2024-06-01");
        assert_int_equal(outcome_on(report, "numbers", 0), i == 0 ? PDOC_OUTCOME_MET : PDOC_OUTCOME_NOT_MET);
        pdoc_report_unref(report);
    }
}

/* ---- amendments ---- */

static void an_amendment_needs_reason_and_decision(void **state)
{
    (void)state;
    static const struct {
        const char *event;
        pdoc_outcome minor;
        const char *words;
    } cases[] = {
        {"by=\"Policy Group\" class=\"minor\" reason=\"law\"", PDOC_OUTCOME_MET, NULL},
        {"by=\"Policy Group\" class=\"small\" reason=\"law\"", PDOC_OUTCOME_MET, NULL},
        {"by=\"Policy Group\" class=\"minor\"", PDOC_OUTCOME_NOT_MET, "no reason"},
        {"by=\"Policy Group\" class=\"minor\" reason=\"taste\"", PDOC_OUTCOME_NOT_MET, "\"taste\""},
        {"by=\"Policy Group\" class=\"minor\" reason=\"other\"", PDOC_OUTCOME_NOT_MET, "no words"},
        {"by=\"Author\" class=\"minor\" reason=\"law\"", PDOC_OUTCOME_NOT_MET, "only Policy Group may"},
        {"by=\"Somebody\" class=\"minor\" reason=\"law\"", PDOC_OUTCOME_UNDETERMINED, "only Policy Group may"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[2048];
        snprintf(
            text, sizeof text,
            "<document id=\"d1\" type=\"policy\"><title>T</title><version n=\"1\"/><history>" DECIDED(
                "e1", "2024-01-01", "1") "<amended id=\"e2\" on=\"2024-03-01\" version=\"1\" %s/></history></document>",
            cases[i].event);
        pdoc_report *report = audit(RULES(AMENDMENTS), text, "2024-06-01");
        assert_int_equal(outcome_on(report, "minor", 0), cases[i].minor);
        assert_int_equal(outcome_on(report, "rewrite", 0), PDOC_OUTCOME_NOT_APPLICABLE);
        if (cases[i].words)
            assert_finding(report, "minor", "history/e2", cases[i].words);
        pdoc_report_unref(report);
    }
}

static void a_decision_takes_the_place_of_who_may(void **state)
{
    (void)state;
    pdoc_report *report = audit(
        RULES(AMENDMENTS),
        DOCUMENT("d1", "<version n=\"1\"/><version n=\"2\"/>",
                 DECIDED("e1", "2024-01-01",
                         "1") "<amended id=\"e2\" on=\"2024-03-01\" version=\"1\" by=\"Author\" class=\"minor\" "
                              "reason=\"law\"/>" DECIDED("e3", "2024-04-01", "2"))
            DOCUMENT("d2", "<version n=\"1\"/><version n=\"2\"/>",
                     DECIDED("e4", "2024-01-01",
                             "1") "<amended id=\"e5\" on=\"2024-03-01\" version=\"1\" by=\"Author\" class=\"minor\" "
                                  "reason=\"law\"/>"
                                  "<drafted id=\"e6\" on=\"2024-03-02\" version=\"2\"/>")
                DOCUMENT("d3", "<version n=\"1\"/>",
                         DECIDED("e7", "2024-01-01", "1") "<amended id=\"e8\" on=\"2024-03-01\" version=\"1\" "
                                                          "class=\"rewrite\"/>" DECIDED("e9", "2024-04-01", "1")),
        "2024-06-01");
    assert_int_equal(outcome_on(report, "minor", 0), PDOC_OUTCOME_MET);
    assert_int_equal(outcome_on(report, "minor", 1), PDOC_OUTCOME_PENDING);
    assert_int_equal(outcome_on(report, "rewrite", 2), PDOC_OUTCOME_NOT_MET);
    assert_finding(report, "rewrite", "history/e8", "without a consultation");
    pdoc_report_unref(report);
}

static void a_class_that_is_not_known_is_found(void **state)
{
    (void)state;
    pdoc_report *report =
        audit(RULES(AMENDMENTS),
              DOCUMENT("d1", "<version n=\"1\"/>",
                       DECIDED("e1", "2024-01-01",
                               "1") "<amended id=\"e2\" on=\"2024-03-01\" version=\"1\" class=\"middling\"/>")
                  DOCUMENT("d2", "<version n=\"1\"/>",
                           DECIDED("e3", "2024-01-01", "1") "<amended id=\"e4\" on=\"2024-03-01\" version=\"1\"/>"),
              "2024-06-01");
    assert_int_equal(outcome_on(report, "amendment-class-unknown", 0), PDOC_OUTCOME_NOT_MET);
    assert_int_equal(outcome_on(report, "amendment-class-unknown", 1), PDOC_OUTCOME_UNDETERMINED);
    assert_finding(report, "amendment-class-unknown", "history/e2", "middling");
    pdoc_report_unref(report);
}

static void only_a_class_that_says_so_restarts_the_clock(void **state)
{
    (void)state;
    static const char *const due[] = {"2027-01-01", "2027-03-01"};
    static const char *const classes[] = {"minor", "rewrite"};
    for (size_t i = 0; i < 2; i++) {
        char text[2048];
        snprintf(text, sizeof text,
                 "<document id=\"d1\" type=\"policy\"><title>T</title><version n=\"1\"/><history>" DECIDED(
                     "e1", "2024-01-01", "1") "<amended id=\"e2\" on=\"2024-03-01\" version=\"1\" by=\"group\" "
                                              "reason=\"law\" class=\"%s\"/></history></document>",
                 classes[i]);
        pdoc_report *report = audit(RULES(AMENDMENTS), text, "2024-06-01");
        const pdoc_schedule *schedule = pdoc_report_schedule(report);
        assert_int_equal(pdoc_date_compare(pdoc_schedule_due(schedule, 0), day_of(due[i])), 0);
        pdoc_report_unref(report);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_follow_the_scheme),
        cmocka_unit_test(numbers_come_with_the_sign_off),
        cmocka_unit_test(a_pattern_serves_where_no_form_does),
        cmocka_unit_test(without_a_scheme_a_version_is_called_anything),
        cmocka_unit_test(an_amendment_needs_reason_and_decision),
        cmocka_unit_test(a_decision_takes_the_place_of_who_may),
        cmocka_unit_test(a_class_that_is_not_known_is_found),
        cmocka_unit_test(only_a_class_that_says_so_restarts_the_clock),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
