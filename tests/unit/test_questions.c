/* SPDX-License-Identifier: MIT */
/* Questions of a checklist: answered as expected, otherwise, by the wrong person, not at all. */
#include "auditing.h"

#define RULES                                                                                                          \
    PROFILE(                                                                                                           \
        "<types><type id=\"policy\" base=\"policy\"/></types>"                                                         \
        "<parties><party id=\"group\"><name>Policy Group</name></party></parties>"                                     \
        "<checklists><question id=\"plain\" by=\"group\" expected=\"yes\" clause=\"s8\"><label>Is it plain?</label>"   \
        "<when><equals of=\"type\" value=\"policy\"/></when></question></checklists>")
#define ANSWER(id, by, answer)                                                                                         \
    "<document id=\"" id "\" type=\"policy\"><title>T " id "</title><history><answered id=\"e" id "\" " \
    "on=\"2026-01-02\" by=\"" by "\" item=\"plain\" answer=\"" answer "\"/></history></document>"

static void an_answer_is_judged(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(
        RULES,
        REGISTER("" ANSWER("d1", "Policy Group", "yes") ANSWER("d2", "group", "no")
                     ANSWER("d3", "group", "not-applicable") "<document id=\"d4\" "
                                                             "type=\"policy\"><title>T</title></document>" ANSWER(
                                                                 "d5", "Somebody", "yes") ""),
        "2026-02-01");
    static const pdoc_outcome expected[] = {PDOC_OUTCOME_MET, PDOC_OUTCOME_NOT_MET, PDOC_OUTCOME_NOT_APPLICABLE,
                                            PDOC_OUTCOME_UNDETERMINED, PDOC_OUTCOME_UNDETERMINED};
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(outcome_on(report, "plain", i), expected[i]);
    const size_t finding = finding_of_rule(report, "plain");
    assert_string_equal(pdoc_report_finding_clause(report, finding), "s8");
    assert_string_equal(pdoc_report_finding_place(report, finding), "history/ed2");
    assert_string_equal(pdoc_report_finding_found(report, finding), "no");
    assert_non_null(strstr(pdoc_report_finding_message(report, finding), "Is it plain?"));
    pdoc_report_unref(report);
}

static void an_earlier_answer_gives_way_to_a_later_one(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(
        RULES,
        REGISTER("<document id=\"d1\" type=\"policy\"><title>T</title><history>"
                 "<answered id=\"e1\" on=\"2026-01-02\" by=\"group\" item=\"plain\" answer=\"no\"/>"
                 "<answered id=\"e2\" on=\"2026-01-03\" by=\"group\" item=\"plain\" answer=\"yes\"/>"
                 "</history></document>"),
        "2026-02-01");
    assert_int_equal(outcome_on(report, "plain", 0), PDOC_OUTCOME_MET);
    pdoc_report_unref(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_judged),
        cmocka_unit_test(an_earlier_answer_gives_way_to_a_later_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
