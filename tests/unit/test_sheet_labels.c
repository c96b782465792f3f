/* SPDX-License-Identifier: MIT */
/* Labels of columns: folded, mapped by the user, the profile and the library, in this order; and those of real sheets.
 */
#include "registers.h"

#include "base/text.h"
#include "keeping/labels.h"

static void labels_are_folded_to_words(void **state)
{
    static const char *const rows[][2] = {
        {"Review Date:", "review date"},
        {"  Author(s) name ", "author name"},
        {"Owner's Job Title", "owners job title"},
        {"Ref No. #", "ref no"},
        {"Equality & Diversity", "equality and diversity"},
        {"Author\xE2\x80\x99s", "authors"},
        {"Date\r\nIssued", "date issued"},
        {"caf\xC3\xA9", "caf\xC3\xA9"},
        {":-", ""},
        {"Author/Lead", "author lead"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char folded[PDOC__LABEL_SIZE];
        pdoc__label_fold(rows[i][0], folded, sizeof folded);
        assert_string_equal(folded, rows[i][1]);
    }
}

static void every_row_of_the_table_is_folded_and_means_its_field(void **state)
{
    static const struct {
        const char *field;
        const char *label;
    } rows[] = {
#define PDOC_LABEL(field, label) {#field, label},
#include "keeping/labels.def"
#undef PDOC_LABEL
    };
    struct pdoc__labels labels;
    (void)state;
    assert_true(pdoc__labels_fill(&labels, NULL, NULL, NULL, NULL));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char folded[PDOC__LABEL_SIZE];
        char code[60];
        pdoc__label_fold(rows[i].label, folded, sizeof folded);
        assert_string_equal(folded, rows[i].label);
        size_t size = 0;
        for (; rows[i].field[size]; size++)
            code[size] = rows[i].field[size] == '_' ? '-' : pdoc__lower(rows[i].field[size]);
        code[size] = '\0';
        const struct pdoc__target *found = pdoc__labels_find(&labels, rows[i].label);
        assert_non_null(found);
        assert_string_equal(found->name, code); /* also: no field's own label says something else */
    }
    pdoc__labels_free(&labels);
}

static void the_map_is_asked_before_the_profile_and_the_profile_before_the_tables(void **state)
{
    static const char profile_text[] =
        "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"p\"><fields>"
        "<field id=\"manager\"><label>Author</label></field><field id=\"owner\"><label>Keeper</label></field>"
        "<field id=\"x-room\" type=\"text\"><label>Room</label></field></fields></profile>";
    static const char map[] = "# ours\n\n keeper = sponsor \r\nA = B = property.team\nWall=x-room\nNotes = printed\n";
    struct pdoc__labels labels;
    pdoc_error *error = NULL;
    pdoc_profile *profile = pdoc_profile_read_memory(profile_text, strlen(profile_text), "p.xml", NULL, &error);
    (void)state;
    assert_non_null(profile);
    assert_true(pdoc__labels_fill(&labels, map, "m", profile, &error));
    assert_string_equal(pdoc__labels_find(&labels, "KEEPER:")->name, "sponsor");
    assert_string_equal(pdoc__labels_find(&labels, "Author")->name, "manager");
    assert_string_equal(pdoc__labels_find(&labels, "Room")->name, "x-room");
    assert_string_equal(pdoc__labels_find(&labels, "wall")->name, "x-room");
    assert_string_equal(pdoc__property_name(pdoc__labels_find(&labels, "a b")), "team");
    assert_int_equal(pdoc__labels_find(&labels, "notes")->kind, PDOC__TO_PRINTED);
    assert_null(pdoc__labels_find(&labels, "Floor"));
    assert_null(pdoc__labels_find(&labels, ""));
    pdoc__labels_free(&labels);
    pdoc_profile_unref(profile);
}

static void a_map_that_is_not_understood_is_told_with_its_line(void **state)
{
    static const struct {
        const char *map;
        uint32_t line;
        const char *words;
    } rows[] = {
        {"a = author\nwhat\n", 2, "\"what\" is not of the form label = field"},
        {"a = remarks\n", 1, "there is no field \"remarks\""},
        {"a = property.\n", 1, "there is no field \"property.\""},
        {"a = \xE9\n", 1, "a map is a text in UTF-8"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct pdoc__labels labels;
        pdoc_error *error = NULL;
        assert_false(pdoc__labels_fill(&labels, rows[i].map, "ours.map", NULL, &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
        assert_int_equal(pdoc_error_line(error), rows[i].line);
        assert_string_equal(pdoc_error_file(error), "ours.map");
        assert_contains(pdoc_error_message(error), rows[i].words);
        pdoc_error_free(error);
    }
}

/* ---- labels of real front sheets ---- */

static char *cell_of(char *line, size_t wanted)
{
    for (; wanted > 0 && line; wanted--) {
        line = strchr(line, '\t');
        line = line ? line + 1 : NULL;
    }
    return line;
}

static void labels_of_real_front_sheets_are_matched(void **state)
{
    enum { LABEL = 8, FIELD = 10 }; /* columns of the file */
    static char line[65536];
    char path[4096];
    size_t rows = 0, known = 0, same = 0;
    const char *shared = getenv("PDOC_SHARED");
    struct pdoc__labels labels;
    (void)state;
    snprintf(path, sizeof path, "%s/data/frontsheets-open.tsv", shared ? shared : PDOC_SHARED_DEFAULT);
    FILE *file = fopen(path, "r");
    if (!file) {
        print_message("skipped: frontsheets-open.tsv is not there (PDOC_SHARED names the folder that holds data/)\n");
        skip();
    }
    assert_true(pdoc__labels_fill(&labels, NULL, NULL, NULL, NULL));
    assert_non_null(fgets(line, sizeof line, file));
    while (fgets(line, sizeof line, file)) {
        char *field = cell_of(line, FIELD);
        char *label = cell_of(line, LABEL);
        assert_non_null(field);
        field[strcspn(field, "\t\n")] = '\0';
        label[strcspn(label, "\t")] = '\0';
        const struct pdoc__target *found = pdoc__labels_find(&labels, label);
        const bool is_same = found && strcmp(found->name, field) == 0;
        rows++;
        known += found != NULL;
        same += is_same;
        if (!is_same && getenv("PDOC_SHOW_LABELS"))
            print_message("%s: %s, marked %s\n", label, found ? found->name : "(unknown)", field);
    }
    fclose(file);
    pdoc__labels_free(&labels);
    print_message("%zu labels, %zu matched, %zu as they are marked\n", rows, known, same);
    /* The table was written with these sheets at hand: others will be matched less often. What counts is that hardly
       any label is taken for another field; "Document Manager" is, which the file marks as owner and the library has a
       field for. */
    assert_true(rows == 362 && known * 100 >= rows * 90);
    assert_true(known - same <= 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_folded_to_words),
        cmocka_unit_test(every_row_of_the_table_is_folded_and_means_its_field),
        cmocka_unit_test(the_map_is_asked_before_the_profile_and_the_profile_before_the_tables),
        cmocka_unit_test(a_map_that_is_not_understood_is_told_with_its_line),
        cmocka_unit_test(labels_of_real_front_sheets_are_matched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
