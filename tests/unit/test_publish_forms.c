/* SPDX-License-Identifier: MIT */
/* The forms of a tree of values: exact bytes of small cases. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "publish/forms.h"

static void fill(struct pdoc__tree *tree)
{
    pdoc__tree_begin(tree, "report");
    pdoc__tree_code(tree, tree->root, "kind", "due");
    pdoc__tree_date(tree, tree->root, "as-of", (pdoc_date){2026, 11, 0});
    pdoc__tree_number(tree, tree->root, "days-overdue", -12);
    pdoc__tree_flag(tree, tree->root, "clean", true);
    pdoc__tree_prose(tree, tree->root, "title", "A <b> & \"c\"\r\n\\ end");
    pdoc__tree_code(tree, tree->root, "by", NULL);
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "documents", "document");
    struct pdoc__node *item = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, item, "id", "d\t1\"");
    item = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, item, "id", "d2");
    pdoc__tree_prose(tree, item, "note", "one, \"two\"\nthree");
    pdoc__tree_list(tree, tree->root, "groups", "group");
}

static void print_is(void (*print)(struct pdoc__buffer *, const struct pdoc__node *), const char *expected)
{
    struct pdoc__tree tree;
    struct pdoc__buffer out = {0};
    fill(&tree);
    assert_false(tree.failed);
    print(&out, tree.root);
    assert_false(out.failed);
    assert_string_equal(out.data, expected);
    pdoc__buffer_free(&out);
    pdoc__tree_free(&tree);
}

static void json_is_indented_escaped_and_tells_what_is_empty(void **state)
{
    (void)state;
    print_is(pdoc__json_print, "{\n"
                               "  \"kind\": \"due\",\n"
                               "  \"as_of\": \"2026-11\",\n"
                               "  \"days_overdue\": -12,\n"
                               "  \"clean\": true,\n"
                               "  \"title\": \"A <b> & \\\"c\\\"\\r\\n\\\\ end\",\n"
                               "  \"by\": null,\n"
                               "  \"documents\": [\n"
                               "    {\n"
                               "      \"id\": \"d\\t1\\\"\"\n"
                               "    },\n"
                               "    {\n"
                               "      \"id\": \"d2\",\n"
                               "      \"note\": \"one, \\\"two\\\"\\nthree\"\n"
                               "    }\n"
                               "  ],\n"
                               "  \"groups\": []\n"
                               "}\n");
}

static void xml_puts_codes_into_attributes_and_prose_into_elements(void **state)
{
    (void)state;
    print_is(pdoc__xml_print,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<report xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" kind=\"due\" as-of=\"2026-11\" "
             "days-overdue=\"-12\" clean=\"true\">\n"
             "  <title>A &lt;b&gt; &amp; \"c\"&#13;\n\\ end</title>\n"
             "  <document id=\"d&#9;1&quot;\"/>\n"
             "  <document id=\"d2\">\n"
             "    <note>one, \"two\"\nthree</note>\n"
             "  </document>\n"
             "</report>\n");
}

static void csv_quotes_what_holds_commas_quotes_or_line_ends(void **state)
{
    (void)state;
    static const char *const columns[] = {"id", "note", "days-overdue"};
    struct pdoc__tree tree;
    struct pdoc__buffer out = {0};
    fill(&tree);
    pdoc__csv_print(&out, pdoc__node_member(tree.root, "documents"), columns, 3);
    assert_string_equal(out.data, "id,note,days_overdue\r\n"
                                  "\"d\t1\"\"\",,\r\n"
                                  "d2,\"one, \"\"two\"\"\nthree\",\r\n");
    pdoc__buffer_free(&out);
    pdoc__tree_free(&tree);
}

static void csv_of_an_empty_list_is_its_header(void **state)
{
    (void)state;
    static const char *const columns[] = {"id"};
    struct pdoc__buffer out = {0};
    pdoc__csv_print(&out, NULL, columns, 1);
    assert_string_equal(out.data, "id\r\n");
    pdoc__buffer_free(&out);
}

static void numbers_are_written_to_their_ends(void **state)
{
    (void)state;
    char buffer[PDOC__NODE_TEXT];
    struct pdoc__node node = {.kind = PDOC__NODE_NUMBER, .number = INT64_MIN};
    assert_string_equal(pdoc__node_text(&node, buffer), "-9223372036854775808");
    node.number = INT64_MAX;
    assert_string_equal(pdoc__node_text(&node, buffer), "9223372036854775807");
    node.number = 0;
    assert_string_equal(pdoc__node_text(&node, buffer), "0");
}

static void *no_memory(size_t size)
{
    (void)size;
    return NULL;
}

static void a_tree_without_memory_fails_once_and_stays_usable(void **state)
{
    (void)state;
    const struct pdoc__allocator kept = pdoc__allocator;
    struct pdoc__tree tree;
    pdoc__allocator.allocate = no_memory;
    pdoc__tree_begin(&tree, "report");
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "documents", "document");
    pdoc__tree_code(&tree, pdoc__tree_item(&tree, list), "id", "d1");
    pdoc__allocator = kept;
    assert_true(tree.failed);
    assert_null(tree.root);
    pdoc__tree_free(&tree);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_is_indented_escaped_and_tells_what_is_empty),
        cmocka_unit_test(xml_puts_codes_into_attributes_and_prose_into_elements),
        cmocka_unit_test(csv_quotes_what_holds_commas_quotes_or_line_ends),
        cmocka_unit_test(csv_of_an_empty_list_is_its_header),
        cmocka_unit_test(numbers_are_written_to_their_ends),
        cmocka_unit_test(a_tree_without_memory_fails_once_and_stays_usable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
