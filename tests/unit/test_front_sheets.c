/* SPDX-License-Identifier: MIT */
/* The front sheet: what was printed, what it means, and how a cell was filled in. */
#include "registers.h"

static void a_row_keeps_label_and_text_as_printed(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    struct pdoc_version *version = new_version(new_document(reg));
    assert_int_equal(pdoc_version_add_row(version, "author", "Written by:", "  Head of  Service ", NULL), PDOC_OK);
    assert_int_equal(pdoc_version_add_row(version, NULL, "Odd", "text", NULL), PDOC_OK);
    assert_int_equal(pdoc_version_add_row(version, "word-of-ours", NULL, "x", NULL), PDOC_OK);
    assert_int_equal(pdoc_version_add_row(version, "author", NULL, "Somebody else", NULL), PDOC_OK);
    assert_int_equal(pdoc_version_row_count(version), 4);
    assert_string_equal(pdoc_version_row_label(version, 0), "Written by:");
    assert_string_equal(pdoc_version_row_text(version, 0), "  Head of  Service ");
    assert_null(pdoc_version_row_value(version, 0));
    assert_null(pdoc_version_row_field(version, 1));
    assert_null(pdoc_version_row_label(version, 2));
    assert_int_equal(pdoc_version_find_row(version, "author"), 0); /* the first of them */
    assert_int_equal(pdoc_version_find_row(version, "word-of-ours"), 2);
    assert_int_equal(pdoc_version_find_row(version, "sponsor"), -1);
    assert_int_equal(pdoc_version_find_row(version, NULL), -1);
    assert_string_equal(pdoc_version_field(version, "author"), "  Head of  Service ");
    assert_null(pdoc_version_field(version, "sponsor"));
    assert_null(pdoc_version_row_text(version, 4));
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void the_state_of_a_cell_follows_from_its_text(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        pdoc_cell expected;
    } rows[] = {{NULL, PDOC_CELL_BLANK},
                {"", PDOC_CELL_BLANK},
                {" \t\n", PDOC_CELL_BLANK},
                {"NA", PDOC_CELL_NOT_APPLICABLE},
                {"N/A", PDOC_CELL_NOT_APPLICABLE},
                {" not  applicable ", PDOC_CELL_NOT_APPLICABLE},
                {"n.a.", PDOC_CELL_NOT_APPLICABLE},
                {"Nanny", PDOC_CELL_GIVEN},
                {"N", PDOC_CELL_GIVEN},
                {"None", PDOC_CELL_GIVEN}};
    pdoc_register *reg = new_register();
    struct pdoc_version *version = new_version(new_document(reg));
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(pdoc_version_add_row(version, "impact", NULL, rows[i].text, NULL), PDOC_OK);
        assert_int_equal(pdoc_version_row_state(version, i), rows[i].expected);
    }
    assert_null(pdoc_version_field(version, "impact")); /* the first cell is blank */
    assert_null(pdoc_version_row_text(version, 0));
    assert_string_equal(pdoc_version_row_text(version, 1), ""); /* empty is not missing */
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_recorded_state_overrules_the_text(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(DOCUMENT(
        "<version n=\"1\"><front-sheet><row state=\"unknown\"><text>June</text></row><row "
        "state=\"given\"><text>NA</text></row>"
        "<row state=\"not-applicable\"/><row field=\"date-review\" state=\"blank\"><text>June 2023</text></row>"
        "</front-sheet></version>"));
    struct pdoc_version *version = pdoc_document_version(pdoc_register_document(reg, 0), 0);
    assert_int_equal(pdoc_version_row_state(version, 0), PDOC_CELL_UNKNOWN);
    assert_int_equal(pdoc_version_row_state(version, 1), PDOC_CELL_GIVEN);
    assert_int_equal(pdoc_version_row_state(version, 2), PDOC_CELL_NOT_APPLICABLE);
    assert_int_equal(pdoc_version_row_state(version, 3), PDOC_CELL_BLANK);
    assert_day(pdoc_version_row_date(version, 3), "");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void dates_come_from_the_value_else_from_the_print(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(DOCUMENT(
        "<version n=\"1\"><front-sheet><row field=\"date-review\" value=\"2023-06\"><label>Review date</label>"
        "<text>Mid-June 2023</text></row><row field=\"date-review\"><text>1st April 2024</text></row>"
        "<row field=\"date-review\"><text>30/02/2024</text></row><row field=\"date-review\"><text>soon</text></row>"
        "<row field=\"author\"><text>June 2023</text></row><row field=\"date-review\" "
        "value=\"2025\"/></front-sheet></version>"));
    struct pdoc_version *version = pdoc_document_version(pdoc_register_document(reg, 0), 0);
    static const char *const expected[] = {"2023-06", "2024-04-01", "", "", "", "2025"};
    for (size_t i = 0; i < 6; i++)
        assert_day(pdoc_version_row_date(version, i), expected[i]);
    assert_string_equal(pdoc_version_row_text(version, 0), "Mid-June 2023");
    assert_string_equal(pdoc_version_row_value(version, 0), "2023-06");
    assert_null(pdoc_version_row_value(version, 1));
    assert_string_equal(pdoc_version_row_text(version, 5), "2025"); /* the value, as nothing else was printed */
    assert_string_equal(pdoc_version_row_value(version, 5), "2025");
    assert_int_equal(pdoc_version_row_state(version, 2), PDOC_CELL_GIVEN); /* odd, and for the audit to say */
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_new_row_stands_last_and_the_texts_before_stay(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    struct pdoc_version *version = new_version(new_document(reg));
    char text[20];
    const char *first = NULL;
    for (int i = 0; i < 1000; i++) {
        snprintf(text, sizeof text, "text %d", i);
        assert_int_equal(pdoc_version_add_row(version, "purpose", "P", text, NULL), PDOC_OK);
        if (i == 0)
            first = pdoc_version_row_text(version, 0);
    }
    assert_ptr_equal(pdoc_version_row_text(version, 0), first);
    assert_string_equal(pdoc_version_row_text(version, 999), "text 999");
    assert_true(reg->arena.bytes < 300000); /* lists grow in place: no copy for each row */
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void rows_stop_at_65535(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    struct pdoc_version *version = new_version(new_document(reg));
    pdoc_error *error = NULL;
    for (size_t i = 0; i < UINT16_MAX; i++)
        assert_int_equal(pdoc_version_add_row(version, "author", NULL, "a", NULL), PDOC_OK);
    assert_int_equal(pdoc_version_add_row(version, "author", NULL, "b", &error), PDOC_ERR_LIMIT);
    assert_error(&error, PDOC_ERR_LIMIT, "rows of a front sheet");
    assert_int_equal(pdoc_version_row_count(version), UINT16_MAX);
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void what_is_no_text_is_refused(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    struct pdoc_version *version = new_version(new_document(reg));
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_version_add_row(version, "\xff", NULL, NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "field");
    assert_int_equal(pdoc_version_add_row(version, NULL, "\xff", NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "label");
    assert_int_equal(pdoc_version_add_row(version, NULL, NULL, "\xff", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "text");
    assert_int_equal(pdoc_version_row_count(version), 0);
    assert_false(version->has_sheet);
    pdoc_register_unref(reg);
}

static void no_call_minds_a_sheet_that_is_not_there(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_version_row_count(NULL), 0);
    assert_int_equal(pdoc_version_find_row(NULL, "author"), -1);
    assert_null(pdoc_version_row_field(NULL, 0));
    assert_null(pdoc_version_row_label(NULL, 0));
    assert_null(pdoc_version_row_text(NULL, 0));
    assert_null(pdoc_version_row_value(NULL, 0));
    assert_int_equal(pdoc_version_row_state(NULL, 0), PDOC_CELL_BLANK);
    assert_day(pdoc_version_row_date(NULL, 0), "");
    assert_null(pdoc_version_field(NULL, "author"));
    assert_int_equal(pdoc_version_add_row(NULL, NULL, NULL, NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "version");
}

static void a_cell_can_be_put_right(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    struct pdoc_version *version = new_version(new_document(reg));
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_version_add_row(version, "approved-by", "Approving Committee", "7 July 2020", NULL), PDOC_OK);
    assert_int_equal(pdoc_version_add_row(version, "date-review", "Review", "June 2023", NULL), PDOC_OK);
    assert_int_equal(pdoc_version_set_row(version, 0, "Executive Committee", "executive", NULL), PDOC_OK);
    assert_string_equal(pdoc_version_row_text(version, 0), "Executive Committee");
    assert_string_equal(pdoc_version_row_value(version, 0), "executive");
    assert_string_equal(pdoc_version_row_label(version, 0), "Approving Committee");
    assert_int_equal(pdoc_version_set_row(version, 1, NULL, "2023-02-30", &error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    assert_string_equal(pdoc_version_row_text(version, 1), "June 2023");
    assert_int_equal(pdoc_version_set_row(version, 1, NULL, "2023-07-07", NULL), PDOC_OK);
    assert_int_equal(pdoc_version_row_date(version, 1).day, 7);
    assert_reads_back(reg);
    assert_int_equal(pdoc_version_set_row(version, 1, NULL, NULL, NULL), PDOC_OK);
    assert_int_equal(pdoc_version_row_state(version, 1), PDOC_CELL_BLANK);
    assert_int_equal(pdoc_version_set_row(version, 2, "x", NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_version_set_row(NULL, 0, "x", NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_version_set_row(version, 0, "\xff", NULL, NULL), PDOC_ERR_ARGUMENT);
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cell_can_be_put_right),
        cmocka_unit_test(a_row_keeps_label_and_text_as_printed),
        cmocka_unit_test(the_state_of_a_cell_follows_from_its_text),
        cmocka_unit_test(a_recorded_state_overrules_the_text),
        cmocka_unit_test(dates_come_from_the_value_else_from_the_print),
        cmocka_unit_test(a_new_row_stands_last_and_the_texts_before_stay),
        cmocka_unit_test(rows_stop_at_65535),
        cmocka_unit_test(what_is_no_text_is_refused),
        cmocka_unit_test(no_call_minds_a_sheet_that_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
