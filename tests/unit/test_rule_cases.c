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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_of_a_shipped_profile_comes_to_what_its_table_says),
        cmocka_unit_test(every_rule_of_a_shipped_profile_has_a_met_and_a_not_met_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
