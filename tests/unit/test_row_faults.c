/* SPDX-License-Identifier: MIT */
/* No fault of a judged row hides another: each is a finding of its own, in an order that does not change, and the row
   has one result, that of the most serious. */
#include "changing.h"

/* What one row is to tell, in order: place and some words of each finding. */
struct told {
    const char *place, *words;
    pdoc_outcome outcome;
};

static size_t count_of(const pdoc_report *report, const char *rule)
{
    size_t count = 0;
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++)
        count += strcmp(pdoc_report_finding_rule(report, i), rule) == 0;
    return count;
}

static void assert_told(const pdoc_report *report, const char *rule, const struct told *told)
{
    size_t next = 0;
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++) {
        if (strcmp(pdoc_report_finding_rule(report, i), rule) != 0)
            continue;
        if (!told[next].place)
            show_findings(report);
        assert_non_null(told[next].place);
        assert_contains(pdoc_report_finding_message(report, i), told[next].words);
        assert_string_equal(pdoc_report_finding_place(report, i), told[next].place);
        assert_int_equal(pdoc_report_finding_outcome(report, i), told[next].outcome);
        assert_non_null(pdoc_report_finding_remedy(report, i));
        next++;
    }
    if (told[next].place)
        show_findings(report);
    assert_null(told[next].place);
    assert_int_equal(outcome_on(report, rule, 0), told[0].outcome); /* of the most serious, which comes first */
}

static void expect_told(const char *rules, const char *versions, const char *events, const char *rule,
                        const struct told *told)
{
    char text[8192];
    snprintf(text, sizeof text,
             "<document id=\"d1\" type=\"policy\"><title>T</title>%s<history>%s</history></document>", versions,
             events);
    pdoc_report *report = audit(rules, text, "2025-06-01");
    assert_told(report, rule, told);
    pdoc_report_unref(report);
}

#define NO              PDOC_OUTCOME_NOT_MET
#define DECIDED_IN_2021 DECIDED("e1", "2021-01-01", "1")
#define EXTENDED(id, on, until, more)                                                                                  \
    "<extended id=\"" id "\" on=\"" on "\" version=\"1\" until=\"" until "\" " more "/>"

/* Due on 1 January 2024: the first and the third reach further than three months, the third is one too many, and the
   second is by nobody who may. */
static void each_extension_and_each_of_its_faults_is_told(void **state)
{
    (void)state;
    static const struct told told[] = {
        {"history/x3", "number 3", NO},
        {"history/x3", "one extension reaches no further than 2024-09-30", NO},
        {"history/x3", "no reason", NO},
        {"history/x2", "it is for Board to give it", NO},
        {"history/x1", "one extension reaches no further than 2024-04-01", NO},
        {NULL, NULL, NO},
    };
    expect_told(RULES("<extension id=\"time\" by=\"board\" reasons=\"law staff\" reason=\"true\" most-each=\"P3M\" "
                      "most-count=\"2\"/>"),
                "<version n=\"1\"/>",
                DECIDED_IN_2021 EXTENDED("x1", "2023-12-01", "2024-05-01", "by=\"Board\" reason=\"law\"")
                    EXTENDED("x2", "2024-04-20", "2024-06-30", "by=\"Author\" reason=\"law\"")
                        EXTENDED("x3", "2024-06-20", "2024-12-01", "by=\"Board\""),
                "time", told);
}

static void each_fault_says_what_was_asked_and_found(void **state)
{
    (void)state;
    static const char *const words[][2] = {{"at most 1 without a completed review", "number 2"},
                                           {"no later than 2024-06-01", "until 2024-12-01"},
                                           {"Board", "Author"},
                                           {"a reason", "nothing recorded"}};
    pdoc_report *report =
        audit(RULES("<extension id=\"time\" by=\"board\" reason=\"true\" most-each=\"P3M\" most-count=\"1\"/>"),
              DOCUMENT("d1", "<version n=\"1\"/>",
                       DECIDED_IN_2021 EXTENDED("x1", "2023-12-01", "2024-03-01", "by=\"Board\" reason=\"law\"")
                           EXTENDED("x2", "2024-02-20", "2024-12-01", "by=\"Author\"")),
              "2025-06-01");
    size_t told = 0;
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++) {
        if (strcmp(pdoc_report_finding_rule(report, i), "time") != 0)
            continue;
        assert_true(told < sizeof words / sizeof *words);
        assert_string_equal(pdoc_report_finding_expected(report, i), words[told][0]);
        assert_string_equal(pdoc_report_finding_found(report, i), words[told++][1]);
    }
    assert_int_equal(told, sizeof words / sizeof *words);
    pdoc_report_unref(report);
}

/* What can be told comes before what cannot, whatever the order in which they were found. */
static void what_cannot_be_told_is_told_beside_what_is_wrong(void **state)
{
    (void)state;
    static const struct told told[] = {
        {"history/x1", "given by Author", NO},
        {"history/x2", "given by Whoever", PDOC_OUTCOME_UNDETERMINED},
        {NULL, NULL, NO},
    };
    expect_told(RULES("<extension id=\"time\" by=\"board\"/>"), "<version n=\"1\"/>",
                DECIDED_IN_2021 EXTENDED("x1", "2023-12-01", "2024-03-01", "by=\"Author\"")
                    EXTENDED("x2", "2024-02-20", "2024-05-01", "by=\"Whoever\""),
                "time", told);
}

#define HASH_A                   "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_B                   "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define ATTESTED(id, on, hash)   "<attested id=\"" id "\" on=\"" on "\" version=\"1\" sha256=\"" hash "\"/>"
#define CORRECTED(id, on, field) "<corrected id=\"" id "\" on=\"" on "\" version=\"1\" field=\"" field "\"/>"

static void all_that_changed_after_the_decision_is_told(void **state)
{
    (void)state;
    static const struct told told[] = {
        {"history/h2", "its hash differs", NO},
        {"history/c1", "\"title\" was changed on 2021-03-01", NO},
        {"history/c3", "\"consultation\" was changed on 2021-05-01", NO},
        {NULL, NULL, NO},
    };
    expect_told(RULES("<freeze id=\"frozen\" fields=\"content title consultation\"/>"), "<version n=\"1\"/>",
                DECIDED_IN_2021 ATTESTED("h1", "2021-01-02", HASH_A) CORRECTED("c1", "2021-03-01", "title")
                    CORRECTED("c2", "2021-04-01", "manager") CORRECTED("c3", "2021-05-01", "consultation")
                        ATTESTED("h2", "2021-06-01", HASH_B),
                "frozen", told);
}

static void a_label_has_all_its_faults_told(void **state)
{
    (void)state;
    static const struct told told[] = {
        {"version/2", "still called \"0.9\", a draft", NO},
        {"version/2", "\"0.9\", which is not after \"1.0\"", NO},
        {"version/3", "called \"new\", where labels such as", NO},
        {NULL, NULL, NO},
    };
    expect_told(RULES("<scheme id=\"numbers\" form=\"major-minor\"/>"),
                "<version n=\"1\" label=\"1.0\"/><version n=\"2\" label=\"0.9\"/><version n=\"3\" label=\"new\"/>",
                DECIDED_IN_2021 DECIDED("e2", "2022-01-01", "2"), "numbers", told);
}

#define DUTIES(duties) PROFILE(TYPES FACTS "<routes>" duties "</routes>")
#define AUTHOR(name)                                                                                                   \
    "<version n=\"1\"><front-sheet><row field=\"author\"><text>" name "</text></row></front-sheet></version>"

static void all_that_speaks_against_a_decision_is_told(void **state)
{
    (void)state;
    static const struct told told[] = {
        {"history/e1", "it is for another than", NO},
        {"history/e1", "2 are needed", PDOC_OUTCOME_UNDETERMINED},
        {NULL, NULL, NO},
    };
    expect_told(DUTIES("<duty id=\"duty\" kind=\"sign-off\" parties=\"board\" apart=\"field.author\" quorum=\"2\"/>"),
                AUTHOR("Board"), DECIDED_IN_2021, "duty", told);
}

static void each_consultee_and_each_scrutineer_that_is_missing_is_told(void **state)
{
    (void)state;
    static const struct told unsent[] = {
        {"history", "no sending of the draft to Policy Group", NO},
        {"history", "no sending of the draft to Author", NO},
        {NULL, NULL, NO},
    };
    static const struct told unseen[] = {
        {"history", "no scrutiny by Policy Group before", NO},
        {"history/e2", "scrutinised by Author on 2021-02-01, after the decision of 2021-01-01", NO},
        {NULL, NULL, NO},
    };
    expect_told(DUTIES("<duty id=\"duty\" kind=\"consultation\" parties=\"group board author\"/>"),
                "<version n=\"1\"/>",
                "<consultation-opened id=\"e2\" on=\"2020-12-01\" version=\"1\" body=\"board\"/>" DECIDED_IN_2021,
                "duty", unsent);
    expect_told(DUTIES("<duty id=\"duty\" kind=\"scrutiny\" parties=\"group board author\" decide=\"each\"/>"),
                "<version n=\"1\"/>",
                "<scrutinised id=\"e3\" on=\"2020-12-01\" version=\"1\" by=\"board\"/>" DECIDED_IN_2021
                "<scrutinised id=\"e2\" on=\"2021-02-01\" version=\"1\" by=\"author\"/>",
                "duty", unseen);
}

static void each_who_is_denied_and_decided_is_told(void **state)
{
    (void)state;
    static const struct told told[] = {
        {"history/e1", "decided by Policy Group, who may not", NO},
        {"history/e3", "decided by Author, who may not", NO},
        {NULL, NULL, NO},
    };
    expect_told(DUTIES("<duty id=\"duty\" kind=\"denial\" parties=\"group author\"/>"), "<version n=\"1\"/>",
                "<decided id=\"e1\" on=\"2021-01-01\" version=\"1\" by=\"group\" outcome=\"approved\"/>"
                "<decided id=\"e2\" on=\"2021-01-02\" version=\"1\" by=\"board\" outcome=\"approved\"/>"
                "<decided id=\"e3\" on=\"2021-01-03\" version=\"1\" by=\"author\" outcome=\"approved\"/>",
                "duty", told);
}

static void an_answer_may_be_wrong_and_by_the_wrong_person(void **state)
{
    (void)state;
    static const struct told told[] = {
        {"history/a1", "answered by author, and it is for Board to answer", NO},
        {"history/a1", "answered \"no\", where \"yes\" is needed", NO},
        {NULL, NULL, NO},
    };
    expect_told(PROFILE(TYPES FACTS "<checklists><question id=\"plain\" by=\"board\" expected=\"yes\"><label>plain "
                                    "English</label><remedy>Rewrite it.</remedy></question></checklists>"),
                "<version n=\"1\"/>",
                "<answered id=\"a1\" on=\"2021-01-01\" by=\"author\" item=\"plain\" answer=\"no\"/>", "plain", told);
}

static void each_amendment_has_all_its_faults_told(void **state)
{
    (void)state;
    static const struct told told[] = {
        {"history/a2", "for the reason \"mood\"", NO},
        {"history/a2", "amended by author; without a decision only Policy Group may", NO},
        {"history/a1", "no reason is recorded", NO},
        {NULL, NULL, NO},
    };
    expect_told(RULES(AMENDMENTS), "<version n=\"1\"/>",
                DECIDED_IN_2021 "<amended id=\"a1\" on=\"2022-01-01\" version=\"1\" class=\"minor\" by=\"group\"/>"
                                "<amended id=\"a2\" on=\"2022-02-01\" version=\"1\" class=\"minor\" by=\"author\" "
                                "reason=\"mood\"/>",
                "minor", told);
}

static void each_step_of_the_flow_has_all_its_faults_told(void **state)
{
    (void)state;
    static const struct told told[] = {
        {"history/s2", "is for Board, and was made by group", NO},
        {"history/s1", "is for Board, and was made by author", NO},
        {"history/s1", "is out of order", NO},
        {NULL, NULL, NO},
    };
    expect_told(RULES("<state id=\"draft\" phase=\"draft\"/><state id=\"sent\" phase=\"consulting\"/>"
                      "<state id=\"done\" phase=\"approved\"/>"
                      "<transition id=\"open\" from-states=\"draft\" to-state=\"sent\" event=\"drafted\"/>"
                      "<transition id=\"decide\" from-states=\"sent\" to-state=\"done\" event=\"submitted\" "
                      "by=\"board\"/>"),
                "<version n=\"1\"/>",
                "<drafted id=\"r1\" on=\"2021-01-01\" version=\"1\"/>"
                "<submitted id=\"s2\" on=\"2021-01-02\" version=\"1\" by=\"group\"/>"
                "<submitted id=\"s1\" on=\"2021-01-03\" version=\"1\" by=\"author\"/>",
                "decide", told);
}

/* However many faults a row tells, rules are counted once each, and a report that is not in order stays so. */
static void results_are_counted_by_rule_and_not_by_finding(void **state)
{
    (void)state;
    pdoc_report *report = audit(RULES("<extension id=\"time\" by=\"board\"/>"),
                                DOCUMENT("d1", "<version n=\"1\"/>",
                                         DECIDED_IN_2021 EXTENDED("x1", "2023-12-01", "2024-03-01", "by=\"Author\"")
                                             EXTENDED("x2", "2024-02-20", "2024-05-01", "by=\"Author\"")),
                                "2025-06-01");
    size_t results = 0;
    for (size_t i = 0; i < pdoc_report_result_count(report); i++)
        results += pdoc_report_result_outcome(report, i) == PDOC_OUTCOME_NOT_MET;
    assert_int_equal(count_of(report, "time"), 2);
    assert_int_equal(pdoc_report_outcome_count(report, PDOC_OUTCOME_NOT_MET), results);
    assert_false(pdoc_report_is_clean(report));
    pdoc_report_unref(report);
}

static bool audit_again(void *context, pdoc_error **error)
{
    const struct {
        pdoc_register *reg;
        const pdoc_basis *basis;
    } *given = context;
    pdoc_report *report = pdoc_audit(given->reg, given->basis, error);
    if (report)
        assert_int_equal(count_of(report, "time"), 3);
    pdoc_report_unref(report);
    return report != NULL;
}

static void every_allocation_may_fail_and_no_fault_is_lost(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(RULES("<extension id=\"time\" by=\"board\" most-count=\"1\"/>"), NULL);
    pdoc_register *reg =
        read_register(REGISTER(DOCUMENT("d1", "<version n=\"1\"/>",
                                        DECIDED_IN_2021 EXTENDED("x1", "2023-12-01", "2024-03-01", "by=\"Author\"")
                                            EXTENDED("x2", "2024-02-20", "2024-05-01", "by=\"Author\""))));
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2025-06-01"), .profile = profile};
    struct {
        pdoc_register *reg;
        const pdoc_basis *basis;
    } given = {reg, &basis};
    assert_true(fail_every_allocation(audit_again, &given, false) > 10);
    assert_true(fail_every_allocation(audit_again, &given, true) > 10);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_extension_and_each_of_its_faults_is_told),
        cmocka_unit_test(each_fault_says_what_was_asked_and_found),
        cmocka_unit_test(what_cannot_be_told_is_told_beside_what_is_wrong),
        cmocka_unit_test(all_that_changed_after_the_decision_is_told),
        cmocka_unit_test(a_label_has_all_its_faults_told),
        cmocka_unit_test(all_that_speaks_against_a_decision_is_told),
        cmocka_unit_test(each_consultee_and_each_scrutineer_that_is_missing_is_told),
        cmocka_unit_test(each_who_is_denied_and_decided_is_told),
        cmocka_unit_test(an_answer_may_be_wrong_and_by_the_wrong_person),
        cmocka_unit_test(each_amendment_has_all_its_faults_told),
        cmocka_unit_test(each_step_of_the_flow_has_all_its_faults_told),
        cmocka_unit_test(results_are_counted_by_rule_and_not_by_finding),
        cmocka_unit_test(every_allocation_may_fail_and_no_fault_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
