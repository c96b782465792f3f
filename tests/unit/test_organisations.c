/* SPDX-License-Identifier: MIT */
/* Other organisations fit as data: each folder of tests/cases/organisations holds a profile, a register of small
   documents, and a table of what each rule comes to. No rule lacks a case, lint finds no mistake, and no line of C
   knows one of them. */
#include "rule_cases.h"

#include <dirent.h>

#include "governance/rows/judged_rows.h"

#define CASES PDOC_SOURCE_DIR "/tests/cases/organisations"
#define LEAST 10 /* organisations that the requirement asks for */

static pdoc_profile *read_profile(const char *path)
{
    pdoc_error *error = NULL;
    pdoc_profile *profile = pdoc_profile_read_file(path, NULL, &error);
    if (error)
        print_error("%s:\n", path);
    show_errors(error);
    assert_non_null(profile);
    return profile;
}

static void each_organisation(void (*check)(struct cases *cases))
{
    size_t count = 0;
    unsigned failed = 0;
    DIR *folder = opendir(CASES);
    assert_non_null(folder);
    for (const struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        char path[1000], table[1000];
        if (entry->d_name[0] == '.' || strchr(entry->d_name, '.'))
            continue; /* not a folder: what is said of them all */
        snprintf(path, sizeof path, "%s/%s/profile.xml", CASES, entry->d_name);
        pdoc_profile *profile = read_profile(path);
        snprintf(path, sizeof path, "%s/%s/register.xml", CASES, entry->d_name);
        snprintf(table, sizeof table, "%s/%s/expected.tsv", CASES, entry->d_name);
        struct cases *cases = open_cases(profile, path, table);
        check(cases);
        failed += cases->failed;
        close_cases(cases);
        pdoc_profile_unref(profile);
        count++;
    }
    closedir(folder);
    assert_int_equal(failed, 0);
    assert_true(count >= LEAST);
}

/* ---- tests ------------------------------------------------------------------------------------------------- */

static void every_case_of_an_organisation_comes_to_what_its_table_says(void **state)
{
    (void)state;
    each_organisation(judge_all);
}

/* A step of the flow that anybody may take at any time has nothing to be judged but its order. */
static bool is_guarded(const struct pdoc__transition *transition)
{
    const bool is_timed = transition->within.months != 0 || transition->within.count != 0;
    return transition->must || transition->by.names.count > 0 || is_timed;
}

static void need_judged_rows(struct cases *cases)
{
    const pdoc_profile *profile = cases->profile;
    need_all(cases);
    for (size_t i = 0; i < pdoc__judged_table_count; i++) {
        const pdoc_profile_table table = pdoc__judged_tables[i].table;
        for (size_t row = 0; row < profile->counts[table]; row++)
            if (table != PDOC_PROFILE_TRANSITIONS || is_guarded(&profile->transitions[row]))
                need_both(cases, "", pdoc__profile_rule(profile, table, row));
    }
}

static void every_rule_of_an_organisation_has_a_met_and_a_not_met_case(void **state)
{
    (void)state;
    each_organisation(need_judged_rows);
}

static void lint_it(struct cases *cases)
{
    pdoc_lint *lint = pdoc_profile_lint(cases->profile, NULL);
    assert_non_null(lint);
    for (size_t i = 0; i < pdoc_lint_count(lint); i++) {
        if (!pdoc_lint_is_mistake(lint, i))
            continue;
        print_error("%s: profile, line %u: %s\n", cases->path, (unsigned)pdoc_lint_line(lint, i),
                    pdoc_lint_message(lint, i));
        cases->failed++;
    }
    pdoc_lint_free(lint);
}

static void lint_finds_no_mistake_in_any_of_them(void **state)
{
    (void)state;
    each_organisation(lint_it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_of_an_organisation_comes_to_what_its_table_says),
        cmocka_unit_test(every_rule_of_an_organisation_has_a_met_and_a_not_met_case),
        cmocka_unit_test(lint_finds_no_mistake_in_any_of_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
