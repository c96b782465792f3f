/* SPDX-License-Identifier: MIT */
/* Runs tests/cases/profiles: each folder holds input.xml (and base.xml where it extends one) and expected.txt, which
   says either what was read and what lint finds, or every error. With PDOC_CASES_WRITE set to a folder the results go
   there. */
#include "profiles.h"

#include <dirent.h>
#include <stdlib.h>

#include "base/buffer.h"

#ifndef PDOC_SOURCE_DIR
#define PDOC_SOURCE_DIR "."
#endif
#define CASES PDOC_SOURCE_DIR "/tests/cases/profiles"

static void write_errors(struct pdoc__buffer *out, const pdoc_error *error)
{
    for (; error; error = pdoc_error_next(error))
        pdoc__buffer_format(out, "%s, line %u, column %u, %s: %s\n", pdoc_status_name(pdoc_error_status(error)),
                            (unsigned)pdoc_error_line(error), (unsigned)pdoc_error_column(error),
                            pdoc_error_path(error) ? pdoc_error_path(error) : "", pdoc_error_message(error));
}

static void write_rows(struct pdoc__buffer *out, const pdoc_profile *profile)
{
    static const char *const tables[] = {"type", "party", "field", "section", "set", "fact", "schedule", "requirement"};
    for (int table = 0; table <= PDOC_PROFILE_REQUIREMENTS; table++) {
        for (size_t i = 0; i < pdoc_profile_row_count(profile, (pdoc_profile_table)table); i++) {
            const struct pdoc__rule *rule = pdoc__profile_rule(profile, (pdoc_profile_table)table, i);
            pdoc__buffer_format(out, "%s %s of %s, line %u%s%s%s\n", tables[table], rule->id, rule->profile,
                                (unsigned)rule->line, rule->label ? ", " : "", rule->label ? rule->label : "",
                                rule->inferred ? ", inferred" : "");
        }
    }
}

static void write_lint(struct pdoc__buffer *out, const pdoc_profile *profile)
{
    pdoc_lint *lint = pdoc_profile_lint(profile, NULL);
    assert_non_null(lint);
    for (size_t i = 0; i < pdoc_lint_count(lint); i++)
        pdoc__buffer_format(out, "%s %s, line %u, column %u: %s\n", pdoc_lint_is_mistake(lint, i) ? "mistake" : "note",
                            pdoc_lint_code(lint, i), (unsigned)pdoc_lint_line(lint, i),
                            (unsigned)pdoc_lint_column(lint, i), pdoc_lint_message(lint, i));
    pdoc_lint_free(lint);
}

static bool add_base(pdoc_profile_set *set, const char *folder)
{
    char path[1000];
    pdoc_error *error = NULL;
    snprintf(path, sizeof path, "%s/base.xml", folder);
    pdoc_profile *base = pdoc_profile_read_file(path, NULL, &error);
    bool good = base ? pdoc_profile_set_add(set, base, NULL) == PDOC_OK : pdoc_error_status(error) == PDOC_ERR_READ;
    pdoc_error_free(error);
    pdoc_profile_unref(base);
    return good;
}

static void run_case(const char *folder, struct pdoc__buffer *out)
{
    char path[1000];
    pdoc_error *error = NULL;
    pdoc_profile_set *set = pdoc_profile_set_new(NULL);
    assert_true(add_base(set, folder));
    snprintf(path, sizeof path, "%s/input.xml", folder);
    pdoc_profile *profile = pdoc_profile_read_file(path, set, &error);
    if (profile) {
        pdoc__buffer_format(out, "%s: %s\n", profile->id, profile->title ? profile->title : "no title");
        write_rows(out, profile);
        write_lint(out, profile);
    }
    write_errors(out, error);
    assert_false(out->failed);
    pdoc_error_free(error);
    pdoc_profile_unref(profile);
    pdoc_profile_set_unref(set);
}

static void read_expected(const char *folder, struct pdoc__buffer *out)
{
    char path[1000];
    char piece[4096];
    snprintf(path, sizeof path, "%s/expected.txt", folder);
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s cannot be read", path);
    for (size_t size; (size = fread(piece, 1, sizeof piece, file)) > 0;)
        pdoc__buffer_add(out, piece, size);
    fclose(file);
}

static void write_result(const char *name, const struct pdoc__buffer *result)
{
    const char *folder = getenv("PDOC_CASES_WRITE");
    char path[1000];
    if (!folder)
        return;
    snprintf(path, sizeof path, "%s/%s.txt", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(result->data, 1, result->size, file);
    fclose(file);
}

static void every_case_gives_what_it_says(void **state)
{
    (void)state;
    DIR *cases = opendir(CASES);
    assert_non_null(cases);
    unsigned count = 0;
    unsigned wrong = 0;
    for (const struct dirent *entry; (entry = readdir(cases)) != NULL;) {
        char folder[800];
        struct pdoc__buffer result = {0};
        struct pdoc__buffer expected = {0};
        if (entry->d_name[0] == '.')
            continue;
        snprintf(folder, sizeof folder, CASES "/%s", entry->d_name);
        run_case(folder, &result);
        write_result(entry->d_name, &result);
        read_expected(folder, &expected);
        bool same = result.size == expected.size && memcmp(result.data, expected.data, result.size) == 0;
        if (!same)
            print_error("%s gives:\n%s", entry->d_name, result.data);
        wrong += !same;
        count++;
        pdoc__buffer_free(&result);
        pdoc__buffer_free(&expected);
    }
    closedir(cases);
    assert_int_equal(wrong, 0);
    assert_in_range(count, 5, 10000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_case_gives_what_it_says)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
