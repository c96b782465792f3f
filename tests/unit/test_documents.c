/* SPDX-License-Identifier: MIT */
/* Documents: titles, classification, references and properties, as recorded and as changed. */
#include "registers.h"

static void an_added_document_has_what_it_was_given(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_document *doc = pdoc_register_add_document(reg, "policy", "Bruising", NULL);
    pdoc_document *bare = pdoc_register_add_document(reg, NULL, "Bare", NULL);
    assert_string_equal(pdoc_document_id(doc), "d1");
    assert_string_equal(pdoc_document_id(bare), "d2");
    assert_string_equal(pdoc_document_type(doc), "policy");
    assert_string_equal(pdoc_document_title(doc), "Bruising");
    assert_null(pdoc_document_type(bare));
    assert_null(pdoc_document_title_language(doc, 0));
    assert_ptr_equal(pdoc_document_register(doc), reg);
    assert_ptr_equal(pdoc_register_document(reg, 1), bare);
    assert_ptr_equal(pdoc_register_find_document(reg, "d2"), bare);
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

/* The five words that can be set are one table here. */
static const struct {
    pdoc_status (*set)(pdoc_document *doc, const char *value, pdoc_error **error);
    const char *(*get)(const pdoc_document *doc);
    const char *name;
} words[] = {
    {pdoc_document_set_type, pdoc_document_type, "type"},
    {pdoc_document_set_category, pdoc_document_category, "category"},
    {pdoc_document_set_scope, pdoc_document_scope, "scope"},
    {pdoc_document_set_uri, pdoc_document_uri, "uri"},
    {pdoc_document_set_profile, pdoc_document_profile, "profile"},
};

static void each_word_is_set_replaced_and_removed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        char expected[40];
        pdoc_error *error = NULL;
        pdoc_register *reg = new_register();
        pdoc_document *doc = pdoc_register_add_document(reg, NULL, "T", NULL);
        assert_null(words[i].get(doc));
        assert_int_equal(words[i].set(doc, "one", NULL), PDOC_OK);
        const char *one = words[i].get(doc);
        assert_int_equal(words[i].set(doc, "two & <three>", NULL), PDOC_OK);
        assert_string_equal(one, "one");
        assert_string_equal(words[i].get(doc), "two & <three>");
        snprintf(expected, sizeof expected, "%s=\"two &amp; &lt;three&gt;\"", words[i].name);
        assert_written(reg, expected);
        assert_int_equal(words[i].set(doc, "\x02", &error), PDOC_ERR_ARGUMENT);
        assert_error(&error, PDOC_ERR_ARGUMENT, words[i].name);
        assert_string_equal(words[i].get(doc), "two & <three>");
        assert_reads_back(reg);
        assert_int_equal(words[i].set(doc, NULL, NULL), PDOC_OK);
        assert_null(words[i].get(doc));
        assert_int_equal(words[i].set(NULL, "one", &error), PDOC_ERR_ARGUMENT);
        assert_error(&error, PDOC_ERR_ARGUMENT, "document");
        assert_null(words[i].get(NULL));
        pdoc_register_unref(reg);
    }
}

static void titles_have_languages_and_the_first_can_be_set(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(REGISTER("<document id=\"d1\"><title xml:lang=\"cy\">Polisi</title>"
                                            "<title xml:lang=\"en\">Policy</title></document><document id=\"d2\"/>"));
    pdoc_document *doc = pdoc_register_document(reg, 0);
    pdoc_document *untitled = pdoc_register_document(reg, 1);
    assert_int_equal(pdoc_document_title_count(doc), 2);
    assert_string_equal(pdoc_document_title_at(doc, 1), "Policy");
    assert_string_equal(pdoc_document_title_language(doc, 1), "en");
    assert_null(pdoc_document_title_at(doc, 2));
    assert_null(pdoc_document_title_language(doc, 2));
    assert_int_equal(pdoc_document_set_title(doc, "Polisi newydd", NULL), PDOC_OK);
    assert_string_equal(pdoc_document_title(doc), "Polisi newydd");
    assert_string_equal(pdoc_document_title_language(doc, 0), "cy");
    assert_null(pdoc_document_title(untitled));
    assert_int_equal(pdoc_document_set_title(untitled, "Now", NULL), PDOC_OK);
    assert_string_equal(pdoc_document_title(untitled), "Now");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_comment_in_a_title_never_cuts_a_letter_of_the_next(void **state)
{
    (void)state;
    pdoc_register *reg =
        read_good(REGISTER("<title>Ab<!--r--></title><document id=\"d1\"><title>Ab<!--d-->cd</title></document>"));
    assert_int_equal(pdoc_document_set_title(pdoc_register_document(reg, 0), "A\xc3\xa9tude", NULL), PDOC_OK);
    assert_written(reg, "<title>A\xc3\xa9tude<!--d--></title>");
    assert_int_equal(pdoc_register_set_title(reg, "A\xf0\x9f\x93\x9c", NULL), PDOC_OK);
    assert_written(reg, "<title>A\xf0\x9f\x93\x9c<!--r--></title>");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void references_are_added_in_order_and_may_repeat(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_document *doc = new_document(reg);
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_document_add_reference(doc, "P1", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_add_reference(doc, "P1", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_add_reference(doc, "P2", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_add_reference(doc, NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "reference");
    assert_int_equal(pdoc_document_add_reference(doc, "\xff", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "reference");
    assert_int_equal(pdoc_document_reference_count(doc), 3);
    assert_string_equal(pdoc_document_reference(doc, 2), "P2");
    assert_null(pdoc_document_reference(doc, 3));
    assert_ptr_equal(pdoc_register_find_document(reg, "p2"), doc);
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void properties_are_set_replaced_and_removed(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_document *doc = new_document(reg);
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_document_set_property(doc, "a", "1", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_set_property(doc, "b", "", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_set_property(doc, "c", "3", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_set_property(doc, "a", "4", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_property_count(doc), 3);
    assert_string_equal(pdoc_document_property(doc, "a"), "4");
    assert_string_equal(pdoc_document_property(doc, "b"), "");
    assert_reads_back(reg);
    assert_int_equal(pdoc_document_set_property(doc, "b", NULL, NULL), PDOC_OK);
    assert_int_equal(pdoc_document_set_property(doc, "none", NULL, NULL), PDOC_OK);
    assert_string_equal(pdoc_document_property_name(doc, 1), "c");
    assert_null(pdoc_document_property_name(doc, 2));
    assert_null(pdoc_document_property(doc, "b"));
    assert_null(pdoc_document_property(doc, NULL));
    assert_int_equal(pdoc_document_set_property(doc, NULL, "1", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "name");
    assert_int_equal(pdoc_document_set_property(doc, "d", "\xff", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "value");
    for (int i = 0; i < 20; i++) { /* the list after a removal grows again */
        char name[16];
        snprintf(name, sizeof name, "n%d", i);
        assert_int_equal(pdoc_document_set_property(doc, name, "x", NULL), PDOC_OK);
    }
    assert_string_equal(pdoc_document_property(doc, "a"), "4");
    assert_string_equal(pdoc_document_property(doc, "n19"), "x");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void references_and_properties_stop_at_65535(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_document *doc = new_document(reg);
    pdoc_error *error = NULL;
    for (size_t i = 0; i < UINT16_MAX; i++)
        assert_int_equal(pdoc_document_add_reference(doc, "P1", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_add_reference(doc, "P2", &error), PDOC_ERR_LIMIT);
    assert_error(&error, PDOC_ERR_LIMIT, "references of a document");
    assert_int_equal(pdoc_document_reference_count(doc), UINT16_MAX);
    assert_int_equal(pdoc_document_set_property(doc, "p", "1", NULL), PDOC_OK);
    doc->property_count = UINT16_MAX; /* to add so many would take long, as each is looked for first */
    struct pdoc__property *kept = doc->properties;
    doc->properties = calloc(UINT16_MAX, sizeof *kept);
    for (size_t i = 0; i < UINT16_MAX; i++)
        doc->properties[i] = kept[0];
    assert_int_equal(pdoc_document_set_property(doc, "q", "1", &error), PDOC_ERR_LIMIT);
    assert_error(&error, PDOC_ERR_LIMIT, "properties of a document");
    assert_int_equal(pdoc_document_set_property(doc, "p", "2", NULL), PDOC_OK);
    free(doc->properties);
    doc->property_count = 0;
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void no_call_minds_a_document_that_is_null(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(pdoc_document_ref(NULL));
    pdoc_document_unref(NULL);
    assert_null(pdoc_document_register(NULL));
    assert_null(pdoc_document_id(NULL));
    assert_null(pdoc_document_title(NULL));
    assert_null(pdoc_document_title_at(NULL, 0));
    assert_null(pdoc_document_title_language(NULL, 0));
    assert_null(pdoc_document_reference(NULL, 0));
    assert_null(pdoc_document_property_name(NULL, 0));
    assert_null(pdoc_document_property(NULL, "a"));
    assert_int_equal(pdoc_document_title_count(NULL) + pdoc_document_reference_count(NULL), 0);
    assert_int_equal(pdoc_document_property_count(NULL), 0);
    assert_int_equal(pdoc_document_set_title(NULL, "a", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "document");
    assert_int_equal(pdoc_document_add_reference(NULL, "a", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "document");
    assert_int_equal(pdoc_document_set_property(NULL, "a", "b", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "document");
    pdoc_register *reg = new_register();
    assert_int_equal(pdoc_document_set_title(new_document(reg), NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "title");
    pdoc_register_unref(reg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_added_document_has_what_it_was_given),
        cmocka_unit_test(each_word_is_set_replaced_and_removed),
        cmocka_unit_test(titles_have_languages_and_the_first_can_be_set),
        cmocka_unit_test(a_comment_in_a_title_never_cuts_a_letter_of_the_next),
        cmocka_unit_test(references_are_added_in_order_and_may_repeat),
        cmocka_unit_test(properties_are_set_replaced_and_removed),
        cmocka_unit_test(references_and_properties_stop_at_65535),
        cmocka_unit_test(no_call_minds_a_document_that_is_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
