/* SPDX-License-Identifier: MIT */
/* Runs tests/cases/profiles-broken: each profile has one defect, of which lint must say what expected.tsv says and
   nothing else, with its row, its line and what to do; mended as that file says, lint finds nothing. */
#include "profiles.h"

#include "governance/lint/lint.h"

#define CASES PDOC_SOURCE_DIR "/tests/cases/profiles-broken"

enum column { FILE_NAME, CODE, ROW, LINE, DEFECT, MENDED, COLUMNS };

/* Expected of one file: one or more lines of the table that stand together. */
struct expected {
    char *columns[200][COLUMNS];
    size_t count;
    char text[60000];
};

static size_t read_whole(const char *name, char *text, size_t size)
{
    char path[1000];
    snprintf(path, sizeof path, "%s/%s", CASES, name);
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s cannot be read", path);
    const size_t count = fread(text, 1, size - 1, file);
    fclose(file);
    assert_in_range(count, 1, size - 2);
    text[count] = '\0';
    return count;
}

/* "\n" of the table is a new line of the file. */
static void unfold(char *text)
{
    for (char *at; (at = strstr(text, "\\n")) != NULL;) {
        *at = '\n';
        memmove(at + 1, at + 2, strlen(at + 2) + 1);
    }
}

static void split_line(char *line, char *columns[COLUMNS])
{
    for (int i = 0; i < COLUMNS; i++) {
        columns[i] = line;
        line = line ? strchr(line, '\t') : NULL;
        if (line)
            *line++ = '\0';
        assert_non_null(columns[i]);
    }
    unfold(columns[DEFECT]);
    unfold(columns[MENDED]);
}

static const struct expected *expectations(void)
{
    static struct expected table;
    if (table.count > 0)
        return &table;
    read_whole("expected.tsv", table.text, sizeof table.text);
    for (char *line = table.text, *next; *line; line = next) {
        next = line + strcspn(line, "\n");
        if (*next)
            *next++ = '\0';
        if (*line == '#')
            continue;
        assert_in_range(table.count, 0, 199);
        split_line(line, table.columns[table.count++]);
    }
    return &table;
}

/* Number of lines from `first` on that are about one file. */
static size_t lines_of_file(const struct expected *table, size_t first)
{
    size_t count = 1;
    while (first + count < table->count &&
           strcmp(table->columns[first + count][FILE_NAME], table->columns[first][FILE_NAME]) == 0)
        count++;
    return count;
}

static bool is_found(const pdoc_lint *lint, char *const columns[COLUMNS])
{
    for (size_t i = 0; i < pdoc_lint_count(lint); i++)
        if (strcmp(pdoc_lint_code(lint, i), columns[CODE]) == 0 && strcmp(pdoc_lint_row(lint, i), columns[ROW]) == 0 &&
            pdoc_lint_line(lint, i) == strtoul(columns[LINE], NULL, 10))
            return true;
    return false;
}

static void tell(const char *name, const pdoc_lint *lint)
{
    for (size_t i = 0; i < pdoc_lint_count(lint); i++)
        print_error("%s:%u: %s: %s [%s]\n", name, (unsigned)pdoc_lint_line(lint, i), pdoc_lint_row(lint, i),
                    pdoc_lint_message(lint, i), pdoc_lint_code(lint, i));
}

static void check_lint(const struct expected *table, size_t first, size_t count, const pdoc_profile *profile)
{
    pdoc_lint *lint = pdoc_profile_lint(profile, NULL);
    assert_non_null(lint);
    bool is_well = pdoc_lint_count(lint) == count;
    for (size_t i = 0; i < count; i++)
        is_well = is_well && is_found(lint, table->columns[first + i]);
    for (size_t i = 0; i < pdoc_lint_count(lint); i++)
        assert_true(strlen(pdoc_lint_remedy(lint, i)) > 5);
    if (!is_well) {
        tell(table->columns[first][FILE_NAME], lint);
        fail_msg("%s: this is not what is expected of it", table->columns[first][FILE_NAME]);
    }
    pdoc_lint_free(lint);
}

/* What cannot be read says so with the line, and no other error. */
static void check_refused(char *const columns[COLUMNS], const pdoc_error *error)
{
    assert_string_equal(columns[CODE], "invalid");
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
    assert_int_equal(pdoc_error_line(error), strtoul(columns[LINE], NULL, 10));
    assert_true(strlen(pdoc_error_message(error)) > 10);
    assert_null(pdoc_error_next(error));
}

static void check_mended(char *const columns[COLUMNS], const char *text)
{
    char mended[20000];
    const char *defect = strstr(text, columns[DEFECT]);
    assert_non_null(defect);
    assert_null(strstr(defect + 1, columns[DEFECT]));
    snprintf(mended, sizeof mended, "%.*s%s%s", (int)(defect - text), text, columns[MENDED],
             defect + strlen(columns[DEFECT]));
    pdoc_profile *profile = read_good(mended, NULL);
    pdoc_lint *lint = pdoc_profile_lint(profile, NULL);
    tell(columns[FILE_NAME], lint);
    assert_int_equal(pdoc_lint_count(lint), 0);
    pdoc_lint_free(lint);
    pdoc_profile_unref(profile);
}

static void check_file(const struct expected *table, size_t first, size_t count)
{
    static char text[20000];
    char name[200];
    pdoc_error *error = NULL;
    snprintf(name, sizeof name, "%s.xml", table->columns[first][FILE_NAME]);
    read_whole(name, text, sizeof text);
    pdoc_profile *profile = read_text(text, NULL, &error);
    if (profile)
        check_lint(table, first, count, profile);
    else
        check_refused(table->columns[first], error);
    pdoc_error_free(error);
    pdoc_profile_unref(profile);
    check_mended(table->columns[first], text);
}

static void every_defect_is_found_where_it_is_and_nothing_else(void **state)
{
    (void)state;
    const struct expected *table = expectations();
    size_t files = 0;
    for (size_t first = 0; first < table->count; files++) {
        const size_t count = lines_of_file(table, first);
        check_file(table, first, count);
        first += count;
    }
    assert_true(files >= 80);
}

static void every_code_of_lint_has_a_profile(void **state)
{
    (void)state;
    const struct expected *table = expectations();
    for (size_t code = 0; code < PDOC__LINT_COUNT; code++) {
        bool has_file = false;
        for (size_t i = 0; i < table->count; i++)
            has_file = has_file || strcmp(table->columns[i][CODE], pdoc__lint_words[code].code) == 0;
        if (!has_file)
            fail_msg("no broken profile has the defect %s", pdoc__lint_words[code].code);
    }
}

/* Of each table of a profile at least one row is wrong somewhere. */
static void every_table_has_a_defect(void **state)
{
    (void)state;
    const struct expected *table = expectations();
    static const char *const of[PDOC__PROFILE_TABLES] = {
        "type-",      "party-",    "field-",    "section-",   "set-",   "fact-",       "schedule-",  "requirement-",
        "plan-",      "reminder-", "route-",    "duty-",      "state-", "transition-", "amendment-", "scheme-",
        "extension-", "freeze-",   "question-", "reference-", "track-", "stage-",      "cue-",       "statement-"};
    for (size_t i = 0; i < PDOC__PROFILE_TABLES; i++) {
        bool has_one = false;
        for (size_t j = 0; j < table->count; j++)
            has_one = has_one || strncmp(table->columns[j][FILE_NAME], of[i], strlen(of[i])) == 0;
        if (!has_one)
            fail_msg("no broken profile %s", of[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_defect_is_found_where_it_is_and_nothing_else),
        cmocka_unit_test(every_code_of_lint_has_a_profile),
        cmocka_unit_test(every_table_has_a_defect),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
