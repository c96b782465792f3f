/* SPDX-License-Identifier: MIT */
/* Outcomes of rules: applicability, three values, waivers, deadlines, editions, subjects; and the evidence for them. */
#include "auditing.h"

#define FACTS                                                                                                          \
    "<types><type id=\"policy\" base=\"policy\"/><type id=\"strategy\" base=\"strategy\"/></types>"                  \
    "<facts><fact id=\"approved\" event=\"decided\" fallback=\"date-approved\"><label>Approval</label></fact>"       \
    "<fact id=\"approved-by\" event=\"decided\" give=\"by\" fallback=\"approved-by\"/>"                              \
    "<fact id=\"published\" event=\"published\"/><fact id=\"waiver\" event=\"remarked\" pick=\"any\"/>"              \
    "<fact id=\"reported\" event=\"reported\"/></facts>"
#define PARTIES "<parties><party id=\"executive\" kind=\"executive\"><name>Executive Committee</name></party>"      \
                "<party id=\"subgroup\" kind=\"sub-group\"><name>Sub Group</name></party>"                           \
                "<party id=\"team\" kind=\"team\"><name>Team</name></party></parties>"
#define RULES(rows) PROFILE(FACTS PARTIES "<requirements>" rows "</requirements>")
#define RULE(attributes, content) "<requirement id=\"r\" " attributes "><label>The rule</label>" content "</requirement>"
#define MUST_PUBLISH "<must><present of=\"published\"/></must>"

#define DOC(events) REGISTER("<document id=\"d1\" type=\"policy\"><title>Bruising</title>"                           \
                             "<version n=\"1\" label=\"V1\"><front-sheet/></version><history>" events "</history></document>")
#define DECIDED "<decided id=\"e1\" on=\"2020-07-07\" by=\"executive\" outcome=\"approved\"/>"
#define PUBLISHED "<published id=\"e2\" on=\"2020-07-10\"/>"
#define WAIVER "<remarked id=\"e3\" on=\"2020-07-10\"/>"

static int outcome_of(const char *rules, const char *reg, const char *day)
{
    pdoc_report *report = audit_texts(rules, reg, day);
    int outcome = outcome_on(report, "r", 0);
    size_t finding = finding_of_rule(report, "r");
    bool needs_evidence = outcome > PDOC_OUTCOME_MET;
    assert_int_equal(finding != SIZE_MAX, needs_evidence);
    if (needs_evidence) {
        assert_int_equal(pdoc_report_finding_outcome(report, finding), outcome);
        assert_non_null(pdoc_report_finding_message(report, finding));
        assert_non_null(pdoc_report_finding_place(report, finding));
        assert_non_null(pdoc_report_finding_expected(report, finding));
        assert_non_null(pdoc_report_finding_found(report, finding));
    }
    pdoc_report_unref(report);
    return outcome;
}

static void a_rule_is_met_or_not_met(void **state)
{
    (void)state;
    const char *rules = RULES(RULE("", MUST_PUBLISH));
    assert_int_equal(outcome_of(rules, DOC(PUBLISHED), "2021-01-01"), PDOC_OUTCOME_MET);
    assert_int_equal(outcome_of(rules, DOC(""), "2021-01-01"), PDOC_OUTCOME_NOT_MET);
    assert_int_equal(outcome_of(rules, DOC(PUBLISHED), "2020-07-09"), PDOC_OUTCOME_NOT_MET);
}

static void a_rule_whose_condition_is_false_does_not_apply_and_one_that_is_unknown_cannot_be_told(void **state)
{
    (void)state;
    const char *strategies = RULES(RULE("", "<when><equals of=\"type\" value=\"strategy\"/></when>" MUST_PUBLISH));
    assert_int_equal(outcome_of(strategies, DOC(""), "2021-01-01"), PDOC_OUTCOME_NOT_APPLICABLE);
    const char *old = RULES(RULE("", "<when><before of=\"approved\" value=\"2020-01-01\"/></when>" MUST_PUBLISH));
    assert_int_equal(outcome_of(old, DOC(""), "2021-01-01"), PDOC_OUTCOME_UNDETERMINED);
    assert_int_equal(outcome_of(old, DOC(DECIDED), "2021-01-01"), PDOC_OUTCOME_NOT_APPLICABLE);
}

static void what_must_hold_and_cannot_be_told_is_undetermined(void **state)
{
    (void)state;
    const char *rules = RULES(RULE("", "<must><not-before of=\"published\" other=\"approved\"/></must>"));
    assert_int_equal(outcome_of(rules, DOC(PUBLISHED), "2021-01-01"), PDOC_OUTCOME_UNDETERMINED);
    assert_int_equal(outcome_of(rules, DOC(DECIDED PUBLISHED), "2021-01-01"), PDOC_OUTCOME_MET);
}

static void a_recorded_waiver_stands_in_the_place_of_what_is_not_met(void **state)
{
    (void)state;
    const char *rules = RULES(RULE("", MUST_PUBLISH "<waived><equals of=\"waiver\" value=\"yes\"/></waived>"));
    assert_int_equal(outcome_of(rules, DOC(WAIVER), "2021-01-01"), PDOC_OUTCOME_WAIVED);
    assert_int_equal(outcome_of(rules, DOC(WAIVER PUBLISHED), "2021-01-01"), PDOC_OUTCOME_MET);
    assert_int_equal(outcome_of(rules, DOC(""), "2021-01-01"), PDOC_OUTCOME_NOT_MET);
}

static void a_rule_is_pending_until_its_day_has_passed(void **state)
{
    (void)state;
    const char *rules = RULES(RULE("", MUST_PUBLISH "<by fact=\"approved\" offset=\"P14D\"/>"));
    assert_int_equal(outcome_of(rules, DOC(DECIDED), "2020-07-21"), PDOC_OUTCOME_PENDING);
    assert_int_equal(outcome_of(rules, DOC(DECIDED), "2020-07-22"), PDOC_OUTCOME_NOT_MET);
    assert_int_equal(outcome_of(rules, DOC(DECIDED PUBLISHED), "2020-07-22"), PDOC_OUTCOME_MET);
    assert_int_equal(outcome_of(rules, DOC(""), "2020-07-22"), PDOC_OUTCOME_UNDETERMINED);
}

static void a_deadline_in_a_month_lasts_to_its_end_and_one_counted_from_a_month_depends_on_the_day(void **state)
{
    (void)state;
    const char *month = DOC("<decided id=\"e1\" on=\"2020-07\" by=\"executive\" outcome=\"approved\"/>");
    const char *same = RULES(RULE("", MUST_PUBLISH "<by fact=\"approved\" offset=\"P0D\"/>"));
    assert_int_equal(outcome_of(same, month, "2020-07-31"), PDOC_OUTCOME_PENDING);
    assert_int_equal(outcome_of(same, month, "2020-08-01"), PDOC_OUTCOME_NOT_MET);
    const char *later = RULES(RULE("", MUST_PUBLISH "<by fact=\"approved\" offset=\"P14D\"/>"));
    assert_int_equal(outcome_of(later, month, "2020-07-20"), PDOC_OUTCOME_UNDETERMINED);
    assert_int_equal(outcome_of(later, month, "2020-08-14"), PDOC_OUTCOME_UNDETERMINED);
    assert_int_equal(outcome_of(later, month, "2020-08-15"), PDOC_OUTCOME_NOT_MET);
}

#define EDITIONS(more)                                                                                                 \
    RULES("<requirement id=\"r\" to=\"2019-12-31\" " more "><must><present of=\"approved\"/></must></requirement>"   \
          "<requirement id=\"r\" from=\"2020-01-01\" modality=\"should\" " more "><must><equals of=\"approved-by\" " \
          "value=\"subgroup\"/></must></requirement>")

static void the_edition_of_the_day_judged_counts(void **state)
{
    (void)state;
    const char *old = DOC("<decided id=\"e1\" on=\"2019-07-07\" by=\"executive\" outcome=\"approved\"/>");
    assert_int_equal(outcome_of(EDITIONS(""), old, "2019-12-31"), PDOC_OUTCOME_MET);
    assert_int_equal(outcome_of(EDITIONS(""), old, "2020-01-01"), PDOC_OUTCOME_NOT_MET);
    const char *later = RULES(RULE("from=\"2020-01-01\"", MUST_PUBLISH));
    assert_int_equal(outcome_of(later, DOC(""), "2019-12-31"), PDOC_OUTCOME_NOT_APPLICABLE);
}

static void a_duty_on_a_past_act_is_judged_by_the_edition_of_its_day(void **state)
{
    (void)state;
    const char *rules = EDITIONS("past-act=\"approved\"");
    const char *old = DOC("<decided id=\"e1\" on=\"2019-07-07\" by=\"executive\" outcome=\"approved\"/>");
    const char *year = DOC("<decided id=\"e1\" on=\"2019\" by=\"executive\" outcome=\"approved\"/>");
    assert_int_equal(outcome_of(rules, old, "2025-01-01"), PDOC_OUTCOME_MET);
    assert_int_equal(outcome_of(rules, year, "2025-01-01"), PDOC_OUTCOME_MET);
    assert_int_equal(outcome_of(rules, DOC(DECIDED), "2025-01-01"), PDOC_OUTCOME_NOT_MET);
    assert_int_equal(outcome_of(rules, DOC(""), "2025-01-01"), PDOC_OUTCOME_NOT_APPLICABLE);
}

static void an_act_before_its_rule_existed_is_no_breach_and_two_editions_in_its_period_cannot_be_told(void **state)
{
    (void)state;
    const char *since = RULES(RULE("past-act=\"approved\" from=\"2020-07-08\"", MUST_PUBLISH));
    assert_int_equal(outcome_of(since, DOC(DECIDED), "2025-01-01"), PDOC_OUTCOME_NOT_APPLICABLE);
    const char *month = DOC("<decided id=\"e1\" on=\"2020-07\" by=\"executive\" outcome=\"approved\"/>");
    assert_int_equal(outcome_of(since, month, "2025-01-01"), PDOC_OUTCOME_UNDETERMINED);
}

static void a_rule_of_the_register_is_judged_once_and_one_of_the_version_needs_a_version(void **state)
{
    (void)state;
    const char *rules = RULES(RULE("of=\"register\"", "<must><present of=\"reported\"/></must>"));
    pdoc_report *report = audit_texts(rules, REGISTER("<history><reported id=\"e1\" on=\"2020-01-01\"/></history>"
                                                      "<document id=\"d1\"/><document id=\"d2\"/>"), "2021-01-01");
    assert_int_equal(outcome_on(report, "r", SIZE_MAX), PDOC_OUTCOME_MET);
    assert_int_equal(outcome_on(report, "r", 0), -1);
    pdoc_report_unref(report);
    const char *version = RULES(RULE("of=\"version\"", "<must><present of=\"version.label\"/></must>"));
    assert_int_equal(outcome_of(version, DOC(""), "2021-01-01"), PDOC_OUTCOME_MET);
    assert_int_equal(outcome_of(version, REGISTER("<document id=\"d1\" type=\"policy\"/>"), "2021-01-01"),
                     PDOC_OUTCOME_NOT_APPLICABLE);
}

/* What the finding of the rule says. */
static void expect(const char *rules, const char *reg, const char *expected, const char *found, const char *place)
{
    pdoc_report *report = audit_texts(rules, reg, "2021-01-01");
    size_t finding = finding_of_rule(report, "r");
    assert_true(finding != SIZE_MAX);
    assert_string_equal(pdoc_report_finding_expected(report, finding), expected);
    assert_string_equal(pdoc_report_finding_found(report, finding), found);
    assert_string_equal(pdoc_report_finding_place(report, finding), place);
    pdoc_report_unref(report);
}

static void the_comparison_that_decided_is_the_evidence(void **state)
{
    (void)state;
    const char *team = DOC("<decided id=\"e1\" on=\"2020-07-07\" by=\"team\" outcome=\"approved\"/>");
    expect(RULES(RULE("", "<must><all><present of=\"approved\"/><in of=\"approved-by\" values=\"executive subgroup\"/></all></must>")),
           team, "approved-by is one of Executive Committee, Sub Group", "Team", "history/e1");
    expect(RULES(RULE("", "<must><any><present of=\"published\"/><present of=\"field.author\"/></any></must>")), team,
           "published is recorded, or the cell \"Author\" is filled in", "nothing recorded", "history");
    expect(RULES(RULE("", "<must><not><equals of=\"approved-by\" value=\"team\"/></not></must>")), team,
           "approved-by is not Team", "Team", "history/e1");
    expect(RULES(RULE("", "<must><not><any><equals of=\"approved-by\" value=\"executive\"/><equals of=\"approved-by\" value=\"team\"/></any></not></must>")),
           team, "approved-by is not Team", "Team", "history/e1");
    expect(RULES(RULE("", "<must><not-after of=\"approved\" value=\"2020-01-01\"/></must>")), team,
           "Approval: not after 2020-01-01", "2020-07-07", "history/e1");
    expect(RULES(RULE("", "<must><before of=\"approved\" other=\"published\" offset=\"-P14D\"/></must>")), DOC(DECIDED PUBLISHED),
           "Approval: before 2020-06-26 (2 weeks before published)", "2020-07-07; published: 2020-07-10", "history/e1");
    expect(RULES(RULE("", "<must><count of=\"relation.cites\" min=\"1\"/></must>")), team,
           "the relation \"Cites\" is there at least 1 time", "no such relation", "relation/cites");
}

static void a_printed_cell_is_evidence_as_printed(void **state)
{
    (void)state;
    const char *reg = REGISTER("<document id=\"d1\" type=\"policy\"><title>A</title><version n=\"1\"><front-sheet>"
                               "<row field=\"date-approved\"><text>July 2020</text></row></front-sheet></version></document>");
    expect(RULES(RULE("", "<must><before of=\"approved\" value=\"2020-01-01\"/></must>")), reg,
           "Approval: before 2020-01-01", "July 2020 (as printed)", "front-sheet/date-approved");
}

static void modality_clause_and_reading_come_from_the_edition_that_counts(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(RULES(RULE("modality=\"should\" clause=\"s3 L9\" inferred=\"true\"", MUST_PUBLISH)), DOC(""), "2021-01-01");
    size_t finding = finding_of_rule(report, "r");
    assert_int_equal(pdoc_report_finding_modality(report, finding), PDOC_MODALITY_SHOULD);
    assert_string_equal(pdoc_report_finding_clause(report, finding), "s3 L9");
    assert_true(pdoc_report_finding_is_inferred(report, finding));
    assert_true(pdoc_report_is_clean(report)); /* only a must-rule can break it */
    pdoc_report_unref(report);
    report = audit_texts(RULES(RULE("", MUST_PUBLISH)), DOC(""), "2021-01-01");
    assert_false(pdoc_report_is_clean(report));
    pdoc_report_unref(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_is_met_or_not_met),
        cmocka_unit_test(a_rule_whose_condition_is_false_does_not_apply_and_one_that_is_unknown_cannot_be_told),
        cmocka_unit_test(what_must_hold_and_cannot_be_told_is_undetermined),
        cmocka_unit_test(a_recorded_waiver_stands_in_the_place_of_what_is_not_met),
        cmocka_unit_test(a_rule_is_pending_until_its_day_has_passed),
        cmocka_unit_test(a_deadline_in_a_month_lasts_to_its_end_and_one_counted_from_a_month_depends_on_the_day),
        cmocka_unit_test(the_edition_of_the_day_judged_counts),
        cmocka_unit_test(a_duty_on_a_past_act_is_judged_by_the_edition_of_its_day),
        cmocka_unit_test(an_act_before_its_rule_existed_is_no_breach_and_two_editions_in_its_period_cannot_be_told),
        cmocka_unit_test(a_rule_of_the_register_is_judged_once_and_one_of_the_version_needs_a_version),
        cmocka_unit_test(the_comparison_that_decided_is_the_evidence),
        cmocka_unit_test(a_printed_cell_is_evidence_as_printed),
        cmocka_unit_test(modality_clause_and_reading_come_from_the_edition_that_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
