/* SPDX-License-Identifier: MIT */
/* Stories under shipped profiles: a policy from request to release and review, a procedure from sub group to
   endorsement, a strategy agreed by a sub group. The same history is asked day by day, with what was known then. */
#include "auditing.h"

#include "policydoc/flow.h"

static struct {
    pdoc_register *reg;
    pdoc_profile_set *profiles;
} given;

static pdoc_basis basis_on(const char *day)
{
    return (pdoc_basis){
        .size = sizeof(pdoc_basis), .as_of = day_of(day), .known_on = day_of(day), .profiles = given.profiles};
}

static const pdoc_document *document(const char *reference)
{
    const pdoc_document *doc = pdoc_register_find_document(given.reg, reference);
    assert_non_null(doc);
    return doc;
}

static void assert_stands(const char *reference, const char *day, const char *state)
{
    const pdoc_basis basis = basis_on(day);
    pdoc_next_steps *next = pdoc_document_next_steps(document(reference), &basis, NULL);
    assert_non_null(next);
    assert_string_equal(pdoc_next_steps_document_state(next, 0), state);
    pdoc_next_steps_unref(next);
}

static void assert_ready(const char *reference, const char *purpose, const char *body, const char *day,
                         pdoc_truth answer)
{
    const pdoc_basis basis = basis_on(day);
    pdoc_readiness *ready = pdoc_document_readiness(document(reference), &basis, purpose, body, NULL);
    assert_non_null(ready);
    if (pdoc_readiness_answer(ready) != answer)
        for (size_t i = 0; i < pdoc_readiness_obstacle_count(ready); i++)
            print_error("%s: %s\n", pdoc_readiness_obstacle_rule(ready, i), pdoc_readiness_obstacle_message(ready, i));
    assert_int_equal(pdoc_readiness_answer(ready), answer);
    pdoc_readiness_unref(ready);
}

/* Is the rule among what must be right first, with that clause? */
static bool stands_in_the_way(const char *reference, const char *body, const char *day, const char *rule,
                              const char *clause)
{
    const pdoc_basis basis = basis_on(day);
    pdoc_readiness *ready = pdoc_document_readiness(document(reference), &basis, "sign-off", body, NULL);
    bool found = false;
    for (size_t i = 0; i < pdoc_readiness_obstacle_count(ready); i++)
        found |= strcmp(pdoc_readiness_obstacle_rule(ready, i), rule) == 0 &&
                 pdoc_readiness_obstacle_modality(ready, i) == PDOC_MODALITY_MUST &&
                 strcmp(pdoc_readiness_obstacle_clause(ready, i), clause) == 0;
    pdoc_readiness_unref(ready);
    return found;
}

static void a_policy_goes_from_request_to_release_and_review(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        const char *state;
    } stations[] = {
        {"2021-10-15", "asked-for"},  {"2021-11-02", "drafting"},     {"2022-01-10", "consulting"},
        {"2022-03-02", "consulting"}, {"2022-03-15", "examined"},     {"2022-05-10", "ratified"},
        {"2022-05-11", "released"},   {"2025-03-02", "under-review"}, {"2025-04-15", "released"},
    };
    for (size_t i = 0; i < sizeof stations / sizeof *stations; i++)
        assert_stands("P1", stations[i].day, stations[i].state);
    assert_ready("P1", "consultation", NULL, "2021-12-01", PDOC_TRUE);
    assert_ready("P1", "scrutiny", "Policy Subgroup", "2022-02-01", PDOC_FALSE); /* no equality assessment yet */
    assert_ready("P1", "scrutiny", "Policy Subgroup", "2022-03-02", PDOC_TRUE);
    assert_ready("P1", "sign-off", "Executive", "2022-05-09", PDOC_TRUE);
    assert_ready("P1", "release", NULL, "2022-05-10", PDOC_TRUE);
}

static void nothing_is_ratified_that_does_not_comply(void **state)
{
    (void)state;
    assert_ready("P1", "sign-off", "Executive", "2022-02-15", PDOC_FALSE);
    assert_true(stands_in_the_way("P1", "Executive", "2022-02-15", "scrutinised-by-policy-subgroup", "s10 L125"));
    assert_true(stands_in_the_way("P1", "Executive", "2022-02-15", "assurance-given", "s9 L121"));
    assert_true(stands_in_the_way("P1", "Executive", "2022-01-05", "sent-to-safeguarding-partners", "s9 L117"));
    assert_true(stands_in_the_way("P1", "Executive", "2022-02-05", "eqia-completed", "s2 L38"));
    assert_false(stands_in_the_way("P1", "Executive", "2022-05-09", "eqia-completed", "s2 L38"));
}

static void a_challenge_and_an_action_are_open_until_they_are_answered(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        const char *rule; /* of the only such duty; NULL: none */
        bool is_late;
    } days[] = {{"2022-03-25", "challenge-unanswered", false},
                {"2022-04-02", NULL, false},
                {"2022-10-01", "action-overdue", false},
                {"2022-12-15", "action-overdue", true},
                {"2023-02-01", NULL, false},
                {"2024-06-01", "challenge-unanswered", true}};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        const pdoc_basis basis = basis_on(days[i].day);
        pdoc_next_steps *next = pdoc_document_next_steps(document("P1"), &basis, NULL);
        size_t found = SIZE_MAX;
        size_t count = 0;
        for (size_t duty = 0; duty < pdoc_next_steps_duty_count(next); duty++) {
            const char *rule = pdoc_next_steps_duty_rule(next, duty);
            if (strcmp(rule, "challenge-unanswered") != 0 && strcmp(rule, "action-overdue") != 0)
                continue;
            found = duty;
            count++;
        }
        assert_int_equal(count, days[i].rule ? 1 : 0);
        if (days[i].rule) {
            assert_string_equal(pdoc_next_steps_duty_rule(next, found), days[i].rule);
            assert_int_equal(pdoc_date_is_recorded(pdoc_next_steps_duty_late_since(next, found)), days[i].is_late);
        }
        pdoc_next_steps_unref(next);
    }
}

static void a_procedure_goes_from_a_sub_group_to_endorsement(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        const char *state;
    } stations[] = {{"2015-01-06", "drafting"},  {"2015-02-03", "consulting"}, {"2015-03-03", "consulted"},
                    {"2015-04-01", "presented"}, {"2015-04-14", "agreed"},     {"2017-03-20", "agreed"}};
    for (size_t i = 0; i < sizeof stations / sizeof *stations; i++)
        assert_stands("P2", stations[i].day, stations[i].state);
    assert_true(
        stands_in_the_way("P2", "mscb", "2015-02-10", "endorsing", "L17")); /* not presented, not consulted on */
    assert_ready("P2", "sign-off", NULL, "2015-03-25", PDOC_TRUE);          /* to be presented */
    assert_true(stands_in_the_way("P2", "Policy Sub Group", "2015-04-02", "procedure-endorsed-by-board", "L17"));
    assert_false(stands_in_the_way("P2", "mscb", "2015-04-02", "procedure-endorsed-by-board", "L17"));
}

static void a_strategy_agreed_by_a_sub_group_is_found_wrong_whatever_was_delegated(void **state)
{
    (void)state;
    const pdoc_basis basis = basis_on("2015-06-01");
    pdoc_report *report = pdoc_document_audit(document("S1"), &basis, NULL);
    static const char *const rules[] = {"strategy-agreed-by-board", "strategy-not-agreed-by-sub-group",
                                        "agreeing-a-strategy"};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        const size_t finding = finding_of_rule(report, rules[i]);
        assert_true(finding != SIZE_MAX);
        assert_int_equal(pdoc_report_finding_outcome(report, finding), PDOC_OUTCOME_NOT_MET);
        assert_string_equal(pdoc_report_finding_clause(report, finding), "L5");
    }
    pdoc_report_unref(report);
    assert_ready("S2", "sign-off", "Policy Sub Group", "2015-03-10", PDOC_FALSE);
    assert_ready("S2", "sign-off", "Merton SCB", "2015-03-10", PDOC_TRUE);
}

static int make_what_is_given(void **state)
{
    (void)state;
    given.reg = pdoc_register_read_file(PDOC_SOURCE_DIR "/tests/command/data/flow.xml", NULL, NULL);
    given.profiles = pdoc_profile_set_shipped(NULL);
    return given.reg && given.profiles ? 0 : -1;
}

static int release_what_is_given(void **state)
{
    (void)state;
    pdoc_profile_set_unref(given.profiles);
    pdoc_register_unref(given.reg);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_policy_goes_from_request_to_release_and_review),
        cmocka_unit_test(nothing_is_ratified_that_does_not_comply),
        cmocka_unit_test(a_challenge_and_an_action_are_open_until_they_are_answered),
        cmocka_unit_test(a_procedure_goes_from_a_sub_group_to_endorsement),
        cmocka_unit_test(a_strategy_agreed_by_a_sub_group_is_found_wrong_whatever_was_delegated),
    };
    return cmocka_run_group_tests(tests, make_what_is_given, release_what_is_given);
}
