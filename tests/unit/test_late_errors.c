/* SPDX-License-Identifier: MIT */
/* Errors of a register that show only when a document or the file is complete: they too have line, column and path. */
#include "registers.h"
#include "timing.h"

#include "base/buffer.h"

#define IN(content)         OPEN ">\n" content "\n</register>"
#define IN_HISTORY(content) IN("<document id=\"d1\">\n<history>\n" content "\n</history>\n</document>")

/* The column behind the last attribute of the tag that ends with these letters in this line of the text (from 1). */
static uint32_t column_behind(const char *xml, uint32_t line, const char *tag)
{
    for (; line > 1; line--)
        xml = strchr(xml, '\n') + 1;
    return (uint32_t)(strstr(xml, tag) - xml + (ptrdiff_t)strlen(tag)) + 1;
}

/* What is found only when the document or the file is complete: ids, references, and names of parties. */
static void what_is_found_late_has_the_place_of_its_tag(void **state)
{
    (void)state;
    static const struct {
        const char *xml;
        uint32_t line;
        const char *tag;
        const char *path;
    } late[] = {
        {IN_HISTORY("<decided id=\"e1\" on=\"2020\" thread=\"e7\"/>"), 4, "thread=\"e7\"", "register/document/history/decided"},
        {IN_HISTORY("<remarked id=\"e1\" on=\"2020\"/>\n <decided id=\"e2\" on=\"2020\" voids=\"d1\"/>"), 5, "voids=\"d1\"",
         "register/document/history/decided"},
        {IN_HISTORY("<remarked id=\"e1\" on=\"2020\"/>  <decided id=\"e2\" on=\"2020\" version=\"9\"/>"), 4, "version=\"9\"",
         "register/document/history/decided"},
        {IN_HISTORY("<remarked id=\"e1\" on=\"2020\"/>   <decided id=\"e1\" on=\"2021\"/>"), 4, "on=\"2021\"",
         "register/document/history/decided"},
        {IN_HISTORY("<remarked id=\"x\" on=\"2020\"/>   <decided id=\"x\" on=\"2021\"/>"), 4, "on=\"2021\"",
         "register/document/history/decided"},
        {IN_HISTORY("<remarked id=\"e1\" on=\"2020\"/>\n <voted id=\"e1\" on=\"2021\"/>"), 5, "on=\"2021\"",
         "register/document/history"},
        {IN("<document id=\"d1\"/>\n  <document id=\"d1\"/>"), 3, "id=\"d1\"", "register/document"},
        {IN("<document id=\"d1\"/><document id=\"d1\" type=\"a\"/>"), 2, "type=\"a\"", "register/document"},
        {IN("<history><remarked id=\"e1\" on=\"2020\"/>\n  <decided id=\"e2\" on=\"2020\" cause=\"e3\"/></history>"), 3, "cause=\"e3\"",
         "register/history/decided"},
        {IN("<history><remarked id=\"e1\" on=\"2020\"/></history>\n <document id=\"d1\"><history><decided id=\"e1\" on=\"2020\" "
            "by=\"b\"/></history></document>"), 3, "by=\"b\"", "register/document/history/decided"},
        {IN("<party code=\"c\"><name>N</name></party>\n <party code=\"c\"><name>M</name></party>"), 3, "code=\"c\"", "register/party"},
    };
    for (size_t i = 0; i < sizeof late / sizeof late[0]; i++) {
        pdoc_error *error = NULL;
        assert_null(read_text(late[i].xml, &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
        assert_string_equal(pdoc_error_file(error), "test.xml");
        assert_int_equal(pdoc_error_line(error), late[i].line);
        assert_string_equal(pdoc_error_path(error), late[i].path);
        assert_int_equal(pdoc_error_column(error), column_behind(late[i].xml, late[i].line, late[i].tag));
        assert_null(pdoc_error_next(error));
        pdoc_error_free(error);
    }
}

/* Many ids that are there twice are told and looked for no longer than until there are errors enough. */
static void ids_that_are_all_there_twice_cost_little(void **state)
{
    (void)state;
    struct pdoc__buffer xml = {0};
    pdoc__buffer_text(&xml, OPEN "><history>\n");
    for (int n = 0; n < 60000; n++)
        pdoc__buffer_format(&xml, "<remarked id=\"x%d\" on=\"2020\"/>\n", n / 2);
    pdoc__buffer_text(&xml, "</history></register>");
    pdoc_error *error = NULL;
    size_t count = 0;
    const clock_t start = clock();
    assert_null(read_text(xml.data, &error));
    assert_true(seconds_since(start) < 5.0);
    for (const pdoc_error *each = error; each; each = pdoc_error_next(each), count++)
        assert_int_equal(pdoc_error_line(each), 2 * count + 3);
    assert_int_equal(count, 20);
    pdoc_error_free(error);
    pdoc__buffer_free(&xml);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_found_late_has_the_place_of_its_tag),
        cmocka_unit_test(ids_that_are_all_there_twice_cost_little),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
