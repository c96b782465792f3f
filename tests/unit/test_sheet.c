/* SPDX-License-Identifier: MIT */
/* Sheets become registers: every cell as printed, values where they are certain, a problem for everything else. */
#include "registers.h"

#include "failing_memory.h"

static const char profile_text[] =
    "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"p\"><types>"
    "<type id=\"policy\" base=\"policy\"><name>Policy</name><alias>Statement</alias></type></types><parties>"
    "<party id=\"ex\" kind=\"executive\"><name>Executive Committee</name><alias>The Executive</alias></party>"
    "<party id=\"lead\" kind=\"post\"><name>Head of Service</name></party></parties></profile>";

static pdoc_profile *small_profile(void)
{
    pdoc_error *error = NULL;
    pdoc_profile *profile = pdoc_profile_read_memory(profile_text, strlen(profile_text), "p.xml", NULL, &error);
    assert_non_null(profile);
    return profile;
}

static pdoc_sheet *read_sheet(const char *text, const char *map)
{
    pdoc_error *error = NULL;
    pdoc_profile *profile = small_profile();
    const pdoc_sheet_options options = {.size = sizeof options, .profile = profile, .map = map, .map_name = "m"};
    pdoc_sheet *sheet = pdoc_sheet_read(text, strlen(text), "s.csv", &options, &error);
    if (!sheet)
        fail_msg("%s", pdoc_error_message(error));
    pdoc_profile_unref(profile); /* nothing of the sheet may rest on it */
    return sheet;
}

struct problem {
    uint32_t row, column;
    const char *code;
    const char *text;
    const char *nearest;
};

static void expect_problems(const pdoc_sheet *sheet, const struct problem *problems, size_t count)
{
    for (size_t i = 0; i < count && i < pdoc_sheet_problem_count(sheet); i++) {
        assert_string_equal(pdoc_sheet_problem_code(sheet, i), problems[i].code);
        assert_int_equal(pdoc_sheet_problem_row(sheet, i), problems[i].row);
        assert_int_equal(pdoc_sheet_problem_column(sheet, i), problems[i].column);
        if (problems[i].text)
            assert_string_equal(pdoc_sheet_problem_text(sheet, i), problems[i].text);
        if (problems[i].nearest)
            assert_string_equal(pdoc_sheet_problem_nearest(sheet, i), problems[i].nearest);
        else
            assert_null(pdoc_sheet_problem_nearest(sheet, i));
        assert_true(*pdoc_sheet_problem_message(sheet, i) != '\0');
    }
    assert_int_equal(pdoc_sheet_problem_count(sheet), count);
}
#define EXPECT_PROBLEMS(sheet, ...)                                                                                    \
    expect_problems(sheet, (const struct problem[]){__VA_ARGS__},                                                      \
                    sizeof((const struct problem[]){__VA_ARGS__}) / sizeof(struct problem))

static const struct pdoc_version *version_of(const pdoc_sheet *sheet, size_t index)
{
    const pdoc_document *doc = pdoc_register_document(pdoc_sheet_register(sheet), index);
    assert_non_null(doc);
    return pdoc_document_version(doc, 0);
}

static void expect_cell(const struct pdoc_version *version, const char *field, const char *text, const char *value)
{
    const int row = pdoc_version_find_row(version, field);
    assert_true(row >= 0);
    assert_string_equal(pdoc_version_row_text(version, (size_t)row), text);
    if (value)
        assert_string_equal(pdoc_version_row_value(version, (size_t)row), value);
    else
        assert_null(pdoc_version_row_value(version, (size_t)row));
}

static void a_row_becomes_a_document_with_every_cell_as_printed(void **state)
{
    pdoc_sheet *sheet = read_sheet("Title,Ref No.,Document type,Version,Approved by,Review date,Team\n"
                                   "A,R1,statement,V2,The Executive; head of service,June 2023,North\n",
                                   "Team = property.team\n");
    const pdoc_document *doc = pdoc_register_document(pdoc_sheet_register(sheet), 0);
    (void)state;
    assert_string_equal(pdoc_document_title(doc), "A");
    assert_string_equal(pdoc_document_reference(doc, 0), "R1");
    assert_string_equal(pdoc_document_type(doc), "policy");
    assert_string_equal(pdoc_document_property(doc, "team"), "North");
    assert_string_equal(pdoc_version_label(version_of(sheet, 0)), "V2");
    expect_cell(version_of(sheet, 0), "type", "statement", NULL);
    expect_cell(version_of(sheet, 0), "approved-by", "The Executive; head of service", "ex; lead");
    expect_cell(version_of(sheet, 0), "date-review", "June 2023", "2023-06");
    assert_string_equal(pdoc_version_row_label(version_of(sheet, 0), 1), "Ref No.");
    assert_int_equal(pdoc_sheet_problem_count(sheet), 0);
    assert_int_equal(pdoc_sheet_column_count(sheet), 7);
    assert_string_equal(pdoc_sheet_column_field(sheet, 6), "property.team");
    assert_string_equal(pdoc_sheet_column_label(sheet, 6), "Team");
    assert_null(pdoc_sheet_column_label(sheet, 7));
    assert_string_equal(pdoc_sheet_encoding(sheet), "UTF-8");
    assert_true(pdoc_sheet_encoding_is_certain(sheet));
    assert_int_equal(pdoc_sheet_delimiter(sheet), ',');
    pdoc_sheet_free(sheet);
}

/* A row that names one field twice has values: the first that is not blank is the header. */
static void two_words_for_one_field_are_no_header(void **state)
{
    (void)state;
    pdoc_sheet *sheet = read_sheet("Number,Said of it\nApproved by,Approved by\nB,C\n", NULL);
    assert_int_equal(pdoc_register_document_count(pdoc_sheet_register(sheet)), 2);
    pdoc_sheet_free(sheet);
    sheet = read_sheet("Our list,of 2026\nTitle,Approved by\nB,C\n", NULL); /* two fields are one */
    assert_int_equal(pdoc_register_document_count(pdoc_sheet_register(sheet)), 1);
    pdoc_sheet_free(sheet);
}

static void what_is_not_certain_is_kept_and_listed(void **state)
{
    pdoc_sheet *sheet = read_sheet("Our list\n\nTitle,Type,Approved by,Review date,Pages,Mood,Next review,\n"
                                   "A,poem,7 July 2020,soon,many,good,2026,x\n"
                                   "\n"
                                   ",policy,Exec Committee,NA,3,,,\n"
                                   "C,policy,Executive Comittee,31/02/2025,,,,\n"
                                   "D,policy,Chairs' Panel,,,,,\n"
                                   "E,policy,Chair's Panel,2026,,,,\n"
                                   "F,policy,EC,2026,,,,\n",
                                   NULL);
    (void)state;
    EXPECT_PROBLEMS(sheet, {1, 1, "before-header", "Our list", NULL}, {4, 2, "unknown-type", "poem", NULL},
                    {4, 3, "date-for-party", "7 July 2020", NULL}, {4, 4, "no-date", "soon", NULL},
                    {4, 5, "no-number", "many", NULL}, {4, 6, "unknown-label", "good", NULL},
                    {4, 7, "repeated-field", "2026", NULL}, {4, 8, "no-label", "x", NULL},
                    {6, 0, "no-title", NULL, NULL}, {6, 3, "unknown-party", "Exec Committee", "Executive Committee"},
                    {7, 3, "unknown-party", "Executive Comittee", "Executive Committee"},
                    {7, 4, "no-date", "31/02/2025", NULL}, {8, 3, "unknown-party", "Chairs' Panel", NULL},
                    {9, 3, "unknown-party", "Chair's Panel", "Chairs' Panel"},
                    {10, 3, "unknown-party", "EC", "Executive Committee"});
    assert_string_equal(pdoc_sheet_problem_label(sheet, 3), "Review date");
    assert_int_equal(pdoc_sheet_problem_line(sheet, 3), 4);
    assert_contains(pdoc_sheet_problem_message(sheet, 13), "row 8 has another spelling");
    assert_null(pdoc_document_type(pdoc_register_document(pdoc_sheet_register(sheet), 0)));
    expect_cell(version_of(sheet, 0), "approved-by", "7 July 2020", NULL);
    expect_cell(version_of(sheet, 0), "date-review", "soon", NULL);
    expect_cell(version_of(sheet, 1), "date-review", "NA", NULL);
    assert_int_equal(pdoc_version_row_state(version_of(sheet, 1), 3), PDOC_CELL_NOT_APPLICABLE);
    pdoc_sheet_free(sheet);
}

static void a_field_of_two_columns_is_filled_by_the_one_that_says_something(void **state)
{
    pdoc_sheet *sheet = read_sheet("Title,Version,Version no,Review date,Next review\nA,,3,,May 2027\nB,NA,,,\n", NULL);
    (void)state;
    assert_string_equal(pdoc_version_label(version_of(sheet, 0)), "3");
    expect_cell(version_of(sheet, 0), "version", "3", NULL);
    expect_cell(version_of(sheet, 0), "date-review", "May 2027", "2027-05");
    assert_null(pdoc_version_label(version_of(sheet, 1)));
    assert_int_equal(pdoc_sheet_problem_count(sheet), 0);
    pdoc_sheet_free(sheet);
}

static void formulas_and_lost_letters_are_text(void **state)
{
    pdoc_sheet *sheet = read_sheet("Title,Reference\n=1+1,\x01"
                                   "x\n",
                                   NULL);
    (void)state;
    expect_cell(version_of(sheet, 0), "title", "=1+1", NULL);
    EXPECT_PROBLEMS(sheet, {2, 2, "lost-letters",
                            "\xEF\xBF\xBD"
                            "x",
                            NULL});
    pdoc_publish_options options = {.size = sizeof options, .format = PDOC_FORMAT_CSV};
    pdoc_text *text = pdoc_sheet_publish(sheet, &options, NULL);
    assert_contains(pdoc_text_data(text), "row,line,column,label,text,problem,nearest,words\r\n2,2,2,Reference,");
    pdoc_text_free(text);
    options.format = PDOC_FORMAT_TEXT;
    text = pdoc_sheet_publish(sheet, &options, NULL);
    assert_contains(pdoc_text_data(text), "row 2, column 2\n  label: Reference\n");
    pdoc_text_free(text);
    pdoc_sheet_free(sheet);
}

static void what_cannot_be_a_sheet_is_refused(void **state)
{
    static const pdoc_sheet_options small = {.size = 1};
    pdoc_error *error = NULL;
    (void)state;
    assert_null(pdoc_sheet_read("", 0, "s", NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_FORMAT);
    assert_contains(pdoc_error_message(error), "no header");
    pdoc_error_free(error);
    assert_null(pdoc_sheet_read("a", 1, "s", &small, NULL));
    assert_null(pdoc_sheet_read(NULL, 1, "s", NULL, NULL));
    assert_int_equal(pdoc_sheet_add(NULL, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_sheet_update(NULL, NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_null(pdoc_sheet_publish(NULL, NULL, NULL));
}

/* ---- into a register ---- */

static const char there[] = REGISTER(
    "<document id=\"d1\" type=\"policy\"><title>Old</title><reference>R1</reference><version n=\"1\" "
    "label=\"V1\"><front-sheet>"
    "<row field=\"author\"><label>Author</label><text>X</text></row><row field=\"keywords\"><text>k</text></row>"
    "<row><label>Mood</label><text>good</text></row></front-sheet></version></document>"
    "<document id=\"d2\"><title>Two</title><reference>R2</reference><version n=\"1\" label=\"V1\"/></document>"
    "<document id=\"d3\"><title>Three</title><reference>R3</reference></document>"
    "<document id=\"d4\"><title>Four</title><reference>R4</reference><version n=\"1\"/></document>"
    "<document id=\"d5\"><title>Five</title><reference>R4</reference><version n=\"1\"/></document>");
static const char update[] =
    "Title,Reference,Version,Author,Keywords,Mood,Review date\nNew,R1,V1,Y,,bad,June 2030\n"
    "Two,R2,V2,Z,,,\nThree,R3,,,,,\nFour,R4,,,,,\nNone,,,,,,\nSix,R6,V1,Y,a,,\nSix,R6,V1,Y,b,,\n";

static void documents_are_updated_by_reference_and_nothing_is_guessed(void **state)
{
    pdoc_register *reg = read_good(there);
    pdoc_sheet *sheet = read_sheet(update, "Mood = printed\n");
    (void)state;
    const size_t before = pdoc_sheet_problem_count(sheet);
    assert_int_equal(pdoc_sheet_update(sheet, reg, NULL), PDOC_OK);
    static const struct problem added[] = {
        {2, 5, "blank-cell", "", NULL},     {3, 0, "other-version", NULL, NULL},
        {4, 0, "no-version", NULL, NULL},   {5, 0, "several-documents", NULL, NULL},
        {6, 0, "no-reference", NULL, NULL}, {8, 0, "several-documents", NULL, NULL},
    };
    assert_int_equal(pdoc_sheet_problem_count(sheet) - before, sizeof added / sizeof *added);
    for (size_t i = 0; i < sizeof added / sizeof *added; i++) {
        assert_string_equal(pdoc_sheet_problem_code(sheet, before + i), added[i].code);
        assert_int_equal(pdoc_sheet_problem_row(sheet, before + i), added[i].row);
        assert_int_equal(pdoc_sheet_problem_column(sheet, before + i), added[i].column);
    }
    const struct pdoc_version *version = pdoc_document_version(pdoc_register_document(reg, 0), 0);
    assert_string_equal(pdoc_document_title(pdoc_register_document(reg, 0)), "New");
    expect_cell(version, "author", "Y", NULL);
    expect_cell(version, "keywords", "k", NULL);
    expect_cell(version, "date-review", "June 2030", "2030-06");
    assert_string_equal(pdoc_version_row_text(version, 2), "bad");
    assert_int_equal(pdoc_version_row_count(pdoc_document_version(pdoc_register_document(reg, 1), 0)), 0);
    assert_int_equal(pdoc_register_document_count(reg), 6);
    pdoc_sheet_free(sheet);
    pdoc_register_unref(reg);
}

static void what_was_imported_is_updated_without_a_difference(void **state)
{
    pdoc_register *reg = pdoc_register_new(NULL);
    pdoc_sheet *sheet = read_sheet("Title,Reference,Review date,Mood,Team\nA,R1,June 2030,good,N\nB,R2,soon,,\n",
                                   "team=property.team\n");
    (void)state;
    assert_int_equal(pdoc_sheet_add(sheet, reg, NULL), PDOC_OK);
    pdoc_text *text = write_text(reg);
    pdoc_text *own = write_text(pdoc_sheet_register(sheet));
    assert_string_equal(pdoc_text_data(text), pdoc_text_data(own));
    pdoc_text_free(own);
    assert_int_equal(pdoc_sheet_update(sheet, reg, NULL), PDOC_OK);
    own = write_text(reg);
    assert_string_equal(pdoc_text_data(text), pdoc_text_data(own));
    pdoc_text_free(own);
    pdoc_text_free(text);
    pdoc_sheet_free(sheet);
    pdoc_register_unref(reg);
}

static void memory_that_runs_out_leaves_nothing_behind(void **state)
{
    static const char text[] =
        "Title,Reference,Type,Approved by,Review date,Mood,Team\nA,R1,policy,Exec Commitee,soon,x,N\n"
        "B,R2,policy,The Executive; Head of Service,June 2030,y,N\n";
    pdoc_profile *profile = small_profile();
    const pdoc_sheet_options options = {.size = sizeof options, .profile = profile, .map = "team=property.team\n"};
    const struct pdoc__allocator usual = pdoc__allocator;
    long allocations = 0;
    (void)state;
    for (bool done = false; !done; allocations++) {
        pdoc_error *error = NULL;
        memory_held = 0;
        memory_fails_after(allocations);
        pdoc_sheet *sheet = pdoc_sheet_read(text, strlen(text), "s.csv", &options, &error);
        pdoc_register *reg = sheet ? pdoc_register_new(&error) : NULL;
        pdoc_status status = reg ? pdoc_sheet_add(sheet, reg, &error) : PDOC_ERR_NOMEM;
        if (status == PDOC_OK)
            status = pdoc_sheet_update(sheet, reg, &error);
        memory_until_failure = -1;
        done = status == PDOC_OK;
        assert_int_equal(pdoc_error_status(error), status);
        assert_true(done || status == PDOC_ERR_NOMEM);
        pdoc_sheet_free(sheet);
        pdoc_register_unref(reg);
        assert_int_equal(memory_held, 0);
        pdoc__allocator = usual;
    }
    assert_true(allocations > 30);
    pdoc_profile_unref(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_becomes_a_document_with_every_cell_as_printed),
        cmocka_unit_test(two_words_for_one_field_are_no_header),
        cmocka_unit_test(what_is_not_certain_is_kept_and_listed),
        cmocka_unit_test(a_field_of_two_columns_is_filled_by_the_one_that_says_something),
        cmocka_unit_test(formulas_and_lost_letters_are_text),
        cmocka_unit_test(what_cannot_be_a_sheet_is_refused),
        cmocka_unit_test(documents_are_updated_by_reference_and_nothing_is_guessed),
        cmocka_unit_test(what_was_imported_is_updated_without_a_difference),
        cmocka_unit_test(memory_that_runs_out_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
