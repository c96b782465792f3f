/* SPDX-License-Identifier: MIT */
/* Versions of a document: ordinals and labels, sections and contents. */
#include "registers.h"

#define HASH "0123456789abcdefABCDEF0123456789abcdef0123456789abcdef0123456789"

static void versions_are_numbered_from_the_highest(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(DOCUMENT("<version n=\"7\" label=\"V7\"/><version n=\"3\"/>"));
    pdoc_document *doc = pdoc_register_document(reg, 0);
    struct pdoc_version *version = pdoc_document_add_version(doc, NULL, NULL);
    assert_int_equal(pdoc_version_ordinal(version), 8);
    assert_null(pdoc_version_label(version));
    assert_ptr_equal(pdoc_version_document(version), doc);
    assert_int_equal(pdoc_document_version_count(doc), 3);
    assert_int_equal(pdoc_version_ordinal(pdoc_document_version(doc, 1)), 3); /* the order is that of the file */
    assert_string_equal(pdoc_version_label(pdoc_document_find_version(doc, 7)), "V7");
    assert_ptr_equal(pdoc_document_find_version(doc, 8), version);
    assert_null(pdoc_document_find_version(doc, 1));
    assert_null(pdoc_document_find_version(doc, 0));
    assert_null(pdoc_document_version(doc, 3));
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void ordinals_stop_at_65535(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(DOCUMENT("<version n=\"65534\"/>"));
    pdoc_document *doc = pdoc_register_document(reg, 0);
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_version_ordinal(pdoc_document_add_version(doc, "last", NULL)), 65535);
    assert_null(pdoc_document_add_version(doc, "one more", &error));
    assert_error(&error, PDOC_ERR_LIMIT, "versions");
    assert_int_equal(pdoc_document_version_count(doc), 2);
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void sections_have_code_title_and_text(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    struct pdoc_version *version = new_version(new_document(reg));
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_version_add_section(version, "scope", "1. Scope", "All  staff\n", NULL), PDOC_OK);
    assert_int_equal(pdoc_version_add_section(version, "scope", NULL, NULL, NULL), PDOC_OK);
    assert_int_equal(pdoc_version_add_section(version, "empty", "", "", NULL), PDOC_OK);
    assert_int_equal(pdoc_version_add_section(version, NULL, "T", NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "code");
    assert_int_equal(pdoc_version_add_section(version, "a", "\xff", NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "title");
    assert_int_equal(pdoc_version_add_section(version, "a", NULL, "\x1f", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "text");
    assert_int_equal(pdoc_version_section_count(version), 3);
    assert_string_equal(pdoc_version_section_code(version, 1), "scope");
    assert_string_equal(pdoc_version_section_title(version, 0), "1. Scope");
    assert_string_equal(pdoc_version_section_text(version, 0), "All  staff\n");
    assert_null(pdoc_version_section_title(version, 1));
    assert_null(pdoc_version_section_text(version, 1));
    assert_string_equal(pdoc_version_section_text(version, 2), ""); /* empty is not missing */
    assert_null(pdoc_version_section_code(version, 3));
    assert_written(reg, "<section code=\"empty\">\n        <title/>\n        <text/>\n      </section>");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void contents_have_place_type_and_hash(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "abc", (HASH "0"), ("g" HASH)};
    pdoc_register *reg = new_register();
    struct pdoc_version *version = new_version(new_document(reg));
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_version_add_content(version, "a.pdf?x=1&y=2", "application/pdf", HASH, NULL), PDOC_OK);
    assert_int_equal(pdoc_version_add_content(version, "b.html", NULL, NULL, NULL), PDOC_OK);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_int_equal(pdoc_version_add_content(version, "c", NULL, bad[i], &error), PDOC_ERR_ARGUMENT);
        assert_error(&error, PDOC_ERR_ARGUMENT, "64 hexadecimal digits");
    }
    assert_int_equal(pdoc_version_add_content(version, NULL, NULL, NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "href");
    assert_int_equal(pdoc_version_add_content(version, "a", "\xff", NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "media type");
    assert_int_equal(pdoc_version_content_count(version), 2);
    assert_string_equal(pdoc_version_content_href(version, 0), "a.pdf?x=1&y=2");
    assert_string_equal(pdoc_version_content_media_type(version, 0), "application/pdf");
    assert_string_equal(pdoc_version_content_sha256(version, 0), HASH);
    assert_null(pdoc_version_content_sha256(version, 1));
    assert_null(pdoc_version_content_href(version, 2));
    assert_written(reg, "href=\"a.pdf?x=1&amp;y=2\"");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void sections_and_contents_stop_at_65535(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    struct pdoc_version *version = new_version(new_document(reg));
    pdoc_error *error = NULL;
    for (size_t i = 0; i < UINT16_MAX; i++) {
        assert_int_equal(pdoc_version_add_section(version, "a", NULL, NULL, NULL), PDOC_OK);
        assert_int_equal(pdoc_version_add_content(version, "b", NULL, NULL, NULL), PDOC_OK);
    }
    assert_int_equal(pdoc_version_add_section(version, "a", NULL, NULL, &error), PDOC_ERR_LIMIT);
    assert_error(&error, PDOC_ERR_LIMIT, "sections");
    assert_int_equal(pdoc_version_add_content(version, "a", NULL, NULL, &error), PDOC_ERR_LIMIT);
    assert_error(&error, PDOC_ERR_LIMIT, "contents");
    assert_string_equal(pdoc_version_section_code(version, 65534), "a");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void no_call_minds_a_version_that_is_null(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_document_version_count(NULL), 0);
    assert_null(pdoc_document_version(NULL, 0));
    assert_null(pdoc_document_find_version(NULL, 1));
    assert_null(pdoc_document_add_version(NULL, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "document");
    assert_null(pdoc_version_ref(NULL));
    pdoc_version_unref(NULL);
    assert_null(pdoc_version_document(NULL));
    assert_null(pdoc_version_label(NULL));
    assert_int_equal(pdoc_version_ordinal(NULL), 0);
    assert_int_equal(pdoc_version_section_count(NULL) + pdoc_version_content_count(NULL), 0);
    assert_null(pdoc_version_section_code(NULL, 0));
    assert_null(pdoc_version_section_title(NULL, 0));
    assert_null(pdoc_version_section_text(NULL, 0));
    assert_null(pdoc_version_content_href(NULL, 0));
    assert_null(pdoc_version_content_media_type(NULL, 0));
    assert_null(pdoc_version_content_sha256(NULL, 0));
    assert_int_equal(pdoc_version_add_section(NULL, "a", NULL, NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "version");
    assert_int_equal(pdoc_version_add_content(NULL, "a", NULL, NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "version");
    pdoc_register *reg = new_register();
    assert_null(pdoc_document_add_version(new_document(reg), "\xff", &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "label");
    pdoc_register_unref(reg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(versions_are_numbered_from_the_highest),
        cmocka_unit_test(ordinals_stop_at_65535),
        cmocka_unit_test(sections_have_code_title_and_text),
        cmocka_unit_test(contents_have_place_type_and_hash),
        cmocka_unit_test(sections_and_contents_stop_at_65535),
        cmocka_unit_test(no_call_minds_a_version_that_is_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
