/* SPDX-License-Identifier: MIT */
/* Relations from a document to others, in the register and outside it. */
#include "registers.h"

static void a_relation_leads_to_a_document_of_the_register_or_outside(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_document *doc = new_document(reg);
    pdoc_document *other = new_document(reg);
    pdoc_relation *inside = pdoc_document_add_relation(doc, "derived-from", "d2", NULL);
    pdoc_relation *outside = pdoc_document_add_relation(doc, "cites", "https://example.org/a?b&c", NULL);
    pdoc_relation *own = pdoc_document_add_relation(doc, "word-of-ours", "d9", NULL);
    assert_ptr_equal(pdoc_relation_document(inside), other);
    assert_null(pdoc_relation_document(outside));
    assert_null(pdoc_relation_document(own)); /* a target that is missing is a finding, not an error */
    assert_string_equal(pdoc_relation_kind(own), "word-of-ours");
    assert_string_equal(pdoc_relation_target(outside), "https://example.org/a?b&c");
    assert_int_equal(pdoc_document_relation_count(doc), 3);
    assert_ptr_equal(pdoc_document_relation(doc, 1), outside);
    assert_null(pdoc_document_relation(doc, 3));
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_relation_that_was_read_has_all_that_was_recorded(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(
        DOCUMENT("<relation kind=\"cites\" to=\"urn:law\" edition=\"2018\" checked=\"2020-07\" fingerprint=\"ab12\">"
                 "<note>replaced &amp; gone</note></relation><relation kind=\"cites\" to=\"d1\"/>"));
    pdoc_relation *full = pdoc_document_relation(pdoc_register_document(reg, 0), 0);
    pdoc_relation *bare = pdoc_document_relation(pdoc_register_document(reg, 0), 1);
    assert_string_equal(pdoc_relation_edition(full), "2018");
    assert_string_equal(pdoc_relation_fingerprint(full), "ab12");
    assert_string_equal(pdoc_relation_note(full), "replaced & gone");
    assert_day(pdoc_relation_checked(full), "2020-07");
    assert_null(pdoc_relation_edition(bare));
    assert_null(pdoc_relation_fingerprint(bare));
    assert_null(pdoc_relation_note(bare));
    assert_day(pdoc_relation_checked(bare), "");
    assert_ptr_equal(pdoc_relation_document(bare), pdoc_register_document(reg, 0)); /* to itself, if it says so */
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void what_a_relation_needs_is_asked_for(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_document *doc = new_document(reg);
    pdoc_error *error = NULL;
    assert_null(pdoc_document_add_relation(NULL, "cites", "a", &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "document");
    assert_null(pdoc_document_add_relation(doc, NULL, "a", &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "kind");
    assert_null(pdoc_document_add_relation(doc, "cites", NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "target");
    assert_null(pdoc_document_add_relation(doc, "\xff", "a", &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "kind");
    assert_null(pdoc_document_add_relation(doc, "cites", "\xff", &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "target");
    assert_int_equal(pdoc_document_relation_count(doc), 0);
    pdoc_register_unref(reg);
}

static void relations_stop_at_65535(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_document *doc = new_document(reg);
    pdoc_error *error = NULL;
    for (size_t i = 0; i < UINT16_MAX; i++)
        assert_non_null(pdoc_document_add_relation(doc, "cites", "urn:a", NULL));
    assert_null(pdoc_document_add_relation(doc, "cites", "urn:b", &error));
    assert_error(&error, PDOC_ERR_LIMIT, "relations");
    assert_int_equal(pdoc_document_relation_count(doc), UINT16_MAX);
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void no_call_minds_a_relation_that_is_null(void **state)
{
    (void)state;
    assert_int_equal(pdoc_document_relation_count(NULL), 0);
    assert_null(pdoc_document_relation(NULL, 0));
    assert_null(pdoc_relation_kind(NULL));
    assert_null(pdoc_relation_target(NULL));
    assert_null(pdoc_relation_document(NULL));
    assert_null(pdoc_relation_edition(NULL));
    assert_null(pdoc_relation_fingerprint(NULL));
    assert_null(pdoc_relation_note(NULL));
    assert_day(pdoc_relation_checked(NULL), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_relation_leads_to_a_document_of_the_register_or_outside),
        cmocka_unit_test(a_relation_that_was_read_has_all_that_was_recorded),
        cmocka_unit_test(what_a_relation_needs_is_asked_for),
        cmocka_unit_test(relations_stop_at_65535),
        cmocka_unit_test(no_call_minds_a_relation_that_is_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
