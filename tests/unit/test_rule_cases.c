/* SPDX-License-Identifier: MIT */
/* Runs the cases of the shipped profiles, and sees that no rule lacks one. Each profile has a register of small
   documents and a table of what each rule comes to: tests/cases/rules/ID.xml and ID.tsv. */
#include "rule_cases.h"

#define FOLDER PDOC_SOURCE_DIR "/tests/cases/rules/"

/* ---- tests ------------------------------------------------------------------------------------------------- */

static void each_shipped_profile(void (*check)(struct cases *cases))
{
    pdoc_profile_set *set = pdoc_profile_set_shipped(NULL);
    unsigned failed = 0;
    assert_non_null(set);
    assert_true(pdoc_profile_set_count(set) > 0);
    for (size_t i = 0; i < pdoc_profile_set_count(set); i++) {
        char path[400], table[400];
        pdoc_profile *profile = pdoc_profile_set_at(set, i);
        snprintf(path, sizeof path, "%s%s.xml", FOLDER, pdoc_profile_id(profile));
        snprintf(table, sizeof table, "%s%s.tsv", FOLDER, pdoc_profile_id(profile));
        struct cases *cases = open_cases(profile, path, table);
        check(cases);
        failed += cases->failed;
        close_cases(cases);
    }
    pdoc_profile_set_unref(set);
    assert_int_equal(failed, 0);
}

/* A step that may be taken from anywhere is never out of order: its rows need the case that is met only. */
static void need_steps(struct cases *cases)
{
    for (size_t i = 0; i < cases->profile->counts[PDOC_PROFILE_TRANSITIONS]; i++) {
        const struct pdoc__transition *transition = &cases->profile->transitions[i];
        need_outcome(cases, transition->rule.id, "met");
        if (transition->from.count > 0)
            need_outcome(cases, transition->rule.id, "not-met");
    }
}

static void every_case_of_a_shipped_profile_comes_to_what_its_table_says(void **state)
{
    (void)state;
    each_shipped_profile(judge_all);
}

static void every_rule_of_a_shipped_profile_has_a_met_and_a_not_met_case(void **state)
{
    (void)state;
    each_shipped_profile(need_all);
}

static void every_step_of_a_shipped_flow_has_a_case_in_order_and_one_out_of_order(void **state)
{
    (void)state;
    each_shipped_profile(need_steps);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_of_a_shipped_profile_comes_to_what_its_table_says),
        cmocka_unit_test(every_rule_of_a_shipped_profile_has_a_met_and_a_not_met_case),
        cmocka_unit_test(every_step_of_a_shipped_flow_has_a_case_in_order_and_one_out_of_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
