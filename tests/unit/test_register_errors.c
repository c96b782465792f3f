/* SPDX-License-Identifier: MIT */
/* Bad registers: each gets a status, a line and words that help, and loads nothing. */
#include "registers.h"

#include "base/buffer.h"
#include "base/text.h"

struct bad {
    const char *xml;
    pdoc_status status;
    uint32_t line;
    const char *words[2];
};

#define INVALID             PDOC_ERR_INVALID
#define SYNTAX              PDOC_ERR_SYNTAX
#define NEWER               PDOC_ERR_NEWER
#define FORMAT              PDOC_ERR_FORMAT
#define IN(content)         OPEN ">\n" content "\n</register>"
#define IN_DOC(content)     IN("<document id=\"d1\">\n" content "\n</document>")
#define IN_VERSION(content) IN_DOC("<version n=\"1\">\n" content "\n</version>")
#define IN_HISTORY(content) IN_DOC("<history>\n" content "\n</history>")

static const struct bad not_well_formed[] = {
    {"", SYNTAX, 1, {"empty", "expected a policydoc file"}},
    {" \n\n", SYNTAX, 3, {"not well-formed", NULL}},
    {"hello", SYNTAX, 1, {"not XML", "\"<\""}},
    {OPEN ">", SYNTAX, 1, {"not well-formed", NULL}},
    {OPEN ">\n<document id=\"d\">\n</register>", SYNTAX, 3, {"not well-formed", "document"}},
    {OPEN "/>\n<x/>", SYNTAX, 2, {"not well-formed", NULL}},
    {OPEN "/>\nx", SYNTAX, 2, {"not well-formed", NULL}},
    {OPEN ">\n&nbsp;</register>", SYNTAX, 2, {"nbsp", NULL}},
    {OPEN ">\n<a b=\"1\" b=\"2\"/></register>", SYNTAX, 2, {"not well-formed", "b"}},
    {OPEN ">\n<x:a/></register>", SYNTAX, 2, {"not well-formed", "x"}},
    {OPEN ">\n<a b=\"<\"/></register>", SYNTAX, 2, {"not well-formed", NULL}},
    {OPEN ">\n&#0;</register>", SYNTAX, 2, {"not well-formed", NULL}},
    {OPEN ">\n\x01</register>", SYNTAX, 2, {"not well-formed", NULL}},
    {OPEN ">\n<!-- a -- b --></register>", SYNTAX, 2, {"not well-formed", NULL}},
    {"<!DOCTYPE register>\n" OPEN "/>", SYNTAX, 1, {"DOCTYPE", "remove it"}},
    {"<!DOCTYPE register [<!ENTITY a \"b\">]>\n" OPEN ">&a;</register>", SYNTAX, 1, {"DOCTYPE", NULL}},
    {"<!DOCTYPE register SYSTEM \"file:///etc/passwd\">\n" OPEN "/>", SYNTAX, 1, {"DOCTYPE", NULL}},
    {"<?xml version=\"1.1\"?>" OPEN "/>", SYNTAX, 1, {"not XML 1.0", "version=\"1.0\""}},
    {"<?xml version=\"2.0\"?>" OPEN "/>", SYNTAX, 1, {"not XML 1.0", NULL}},
    {"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" OPEN "/>", SYNTAX, 1, {"ISO-8859-1", "save it as UTF-8"}},
    {"<?xml version=\"1.0\" encoding=\"UTF-16\"?>" OPEN "/>", SYNTAX, 1, {"not UTF-16", "UTF-8"}},
    {"<?xml version=\"1.0\" encoding=\"UTF-7\"?>" OPEN "/>", SYNTAX, 1, {"UTF-7", NULL}},
    {OPEN ">\n<title>\xff</title></register>", SYNTAX, 2, {"not well-formed", NULL}},
    {OPEN ">\n<title>\xc3</title></register>", SYNTAX, 2, {"not well-formed", NULL}},
    {OPEN ">\n<title>\xed\xa0\x80</title></register>", SYNTAX, 2, {"not well-formed", NULL}},
    {OPEN ">\n<title>\xc0\x80</title></register>", SYNTAX, 2, {"not well-formed", NULL}},
};

static const struct bad not_ours[] = {
    {"<register/>", FORMAT, 1, {"no namespace", "urn:policydoc:1"}},
    {"<register xmlns=\"urn:other\"/>", FORMAT, 1, {"urn:other", "urn:policydoc:1"}},
    {"<document xmlns=\"urn:policydoc:1\"/>", FORMAT, 1, {"<document>", "<register>"}},
    {"<profile xmlns=\"urn:policydoc:1\" id=\"p\"/>", FORMAT, 1, {"<profile>", "<register>"}},
    {"\n<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", FORMAT, 2, {"<html>", "<register>"}},
    {"<register xmlns=\"urn:policydoc:2\"/>", NEWER, 1, {"urn:policydoc:2", "newer release"}},
    {"<anything xmlns=\"urn:policydoc:10\"/>", NEWER, 1, {"urn:policydoc:10", NULL}},
    {"<register xmlns=\"urn:policydoc:1\" schema-version=\"2.0\"/>", NEWER, 1, {"2.0", "1.x"}},
    {"<register xmlns=\"urn:policydoc:1\" schema-version=\"10.1\"/>", NEWER, 1, {"10.1", NULL}},
    {"<register xmlns=\"urn:policydoc:1\" schema-version=\"\"/>", INVALID, 1, {"schema-version=\"\"", NULL}},
    {"<register xmlns=\"urn:policydoc:1\" schema-version=\"1\"/>", INVALID, 1, {"schema-version=\"1\"", NULL}},
    {"<register xmlns=\"urn:policydoc:1\" schema-version=\"1.\"/>", INVALID, 1, {"schema-version=\"1.\"", NULL}},
    {"<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0b\"/>", INVALID, 1, {"1.0b", NULL}},
    {"<register xmlns=\"urn:policydoc:1\" schema-version=\"0.9\"/>", INVALID, 1, {"0.9", NULL}},
    {"<register xmlns=\"urn:policydoc:1\" schema-version=\"first\"/>", INVALID, 1, {"first", NULL}},
    {OPEN " must-understand=\"urn:policydoc:1 urn:new\"/>", NEWER, 1, {"\"urn:new\"", "understanding"}},
    {OPEN " must-understand=\"urn:policydoc:10\"/>", NEWER, 1, {"urn:policydoc:10", NULL}},
};

static const struct bad not_valid[] = {
    /* what must be there */
    {IN("<document/>"), INVALID, 2, {"<document> without id", NULL}},
    {IN("<document id=\"\"/>"), INVALID, 2, {"<document> without id", NULL}},
    {IN("<party><name>N</name></party>"), INVALID, 2, {"<party> without code", NULL}},
    {IN("<party code=\"\"><name>N</name></party>"), INVALID, 2, {"<party> without code", NULL}},
    {IN("<party code=\"c\">\n</party>"), INVALID, 3, {"<party> without a name", NULL}},
    {OPEN " revision=\"0\"/>", INVALID, 1, {"revision=\"0\"", "from 1 to 999999999"}},
    {OPEN " revision=\"2.1\"/>", INVALID, 1, {"revision=\"2.1\"", "whole number"}},
    {OPEN " revised=\"2026-11\"/>", INVALID, 1, {"revised=\"2026-11\"", "whole day"}},
    {OPEN " revised=\"2026-02-30\"/>", INVALID, 1, {"revised=\"2026-02-30\"", "no date"}},
    {IN("<profile from=\"2020\"/>"), INVALID, 2, {"<profile> without ref", NULL}},
    {IN("<calendar/>"), INVALID, 2, {"<calendar> without ref", NULL}},
    {IN_DOC("<property value=\"v\"/>"), INVALID, 3, {"<property> without name", NULL}},
    {IN_DOC("<property name=\"n\"/>"), INVALID, 3, {"<property> without value", NULL}},
    {IN_DOC("<relation to=\"a\"/>"), INVALID, 3, {"<relation> without kind", NULL}},
    {IN_DOC("<relation kind=\"cites\"/>"), INVALID, 3, {"<relation> without to", NULL}},
    {IN_DOC("<version/>"), INVALID, 3, {"n=\"\"", "whole number"}},
    {IN_VERSION("<section/>"), INVALID, 4, {"<section> without code", NULL}},
    {IN_VERSION("<content/>"), INVALID, 4, {"<content> without href", NULL}},
    {IN_HISTORY("<decided on=\"2020\"/>"), INVALID, 4, {"<decided> without id", NULL}},
    {IN_HISTORY("<decided id=\"\" on=\"2020\"/>"), INVALID, 4, {"<decided> without id", NULL}},
    {IN_HISTORY("<decided id=\"e1\"/>"), INVALID, 4, {"<decided> without on", "day"}},
    /* of which there is one */
    {IN("<title>a</title>\n<title>b</title>"), INVALID, 3, {"a second <title>", NULL}},
    {IN("<history/>\n<history/>"), INVALID, 3, {"a second <history>", NULL}},
    {IN_DOC("<history/>\n<history/>"), INVALID, 4, {"a second <history>", NULL}},
    {IN_VERSION("<front-sheet/>\n<front-sheet/>"), INVALID, 5, {"a second <front-sheet>", NULL}},
    {IN_VERSION("<front-sheet><row>\n<label/>\n<label/></row></front-sheet>"), INVALID, 6, {"a second <label>", NULL}},
    {IN_VERSION("<front-sheet><row>\n<text/>\n<text/></row></front-sheet>"), INVALID, 6, {"a second <text>", NULL}},
    {IN_VERSION("<section code=\"s\"><title/>\n<title/></section>"), INVALID, 5, {"a second <title>", NULL}},
    {IN_VERSION("<section code=\"s\"><text/>\n<text/></section>"), INVALID, 5, {"a second <text>", NULL}},
    {IN_DOC("<relation kind=\"cites\" to=\"a\"><note/>\n<note/></relation>"), INVALID, 4, {"a second <note>", NULL}},
    /* values */
    {IN("<profile ref=\"p\" from=\"2023-02-30\"/>"), INVALID, 2, {"from=\"2023-02-30\"", "a day that exists"}},
    {IN("<profile ref=\"p\" to=\"\"/>"), INVALID, 2, {"to=\"\"", NULL}},
    {IN("<calendar ref=\"c\" as-of=\"01/02/2020\"/>"), INVALID, 2, {"as-of=\"01/02/2020\"", NULL}},
    {IN("<party code=\"c\"><name>N</name><holder from=\"2020-13\">H</holder></party>"), INVALID, 2, {"2020-13", NULL}},
    {IN_DOC("<relation kind=\"cites\" to=\"a\" checked=\"2023-02-30\"/>"),
     INVALID,
     3,
     {"checked=\"2023-02-30\"", NULL}},
    {IN_HISTORY("<decided id=\"e1\" on=\"2023-02-30\"/>"), INVALID, 4, {"on=\"2023-02-30\"", "2023-06-30"}},
    {IN_HISTORY("<decided id=\"e1\" on=\"2023-06-30T10:00:00Z\"/>"), INVALID, 4, {"2023-06-30T10:00:00Z", NULL}},
    {IN_HISTORY("<decided id=\"e1\" on=\"2023\" recorded=\"soon\"/>"), INVALID, 4, {"recorded=\"soon\"", NULL}},
    {IN_HISTORY("<decided id=\"e1\" on=\"2023\" meeting=\"2023-02-30\"/>"), INVALID, 4, {"2023-02-30", NULL}},
    {IN_HISTORY("<decided id=\"e1\" on=\"2023\" outcome=\"agreed\"/>"), INVALID, 4, {"outcome=\"agreed\"", "deferred"}},
    {IN_HISTORY("<decided id=\"e1\" on=\"2023\" outcome=\"none\"/>"), INVALID, 4, {"outcome=\"none\"", NULL}},
    {IN_HISTORY("<decided id=\"e1\" on=\"2023\" legal-advice=\"true\"/>"),
     INVALID,
     4,
     {"legal-advice=\"true\"", "\"yes\""}},
    {IN_HISTORY("<engaged id=\"e1\" on=\"2023\" number=\"many\"/>"), INVALID, 4, {"number=\"many\"", "whole number"}},
    {IN_HISTORY("<engaged id=\"e1\" on=\"2023\" thread=\"1 e\"/>"),
     INVALID,
     4,
     {"thread=\"1 e\"", "the id of an event"}},
    {IN_VERSION("<content href=\"h\" sha256=\"abc\"/>"), INVALID, 4, {"sha256=\"abc\"", "64 hexadecimal digits"}},
    {IN_VERSION("<front-sheet><row state=\"filled\"/></front-sheet>"),
     INVALID,
     4,
     {"state=\"filled\"", "not-applicable"}},
    {IN_VERSION("<front-sheet><row field=\"date-review\" value=\"2023-02-30\"/></front-sheet>"),
     INVALID,
     4,
     {"2023-02-30", NULL}},
    {IN_VERSION("<front-sheet><row field=\"date-review\" value=\"\"/></front-sheet>"), INVALID, 4, {"date", NULL}},
    {IN_DOC("<version n=\"0\"/>"), INVALID, 3, {"n=\"0\"", "from 1 to 65535"}},
    {IN_DOC("<version n=\"65536\"/>"), INVALID, 3, {"n=\"65536\"", NULL}},
    {IN_DOC("<version n=\"-1\"/>"), INVALID, 3, {"n=\"-1\"", NULL}},
    {IN_DOC("<version n=\"1.0\"/>"), INVALID, 3, {"n=\"1.0\"", NULL}},
    {IN_DOC("<version n=\"18446744073709551617\"/>"), INVALID, 3, {"whole number", NULL}},
    /* ids */
    {IN("<document id=\"a\"/>\n<document id=\"a\"/>"), INVALID, 3, {"id \"a\"", "line 2"}},
    {IN("<document id=\"d2\"/>\n<document id=\"d1\"/>\n<document id=\"d2\"/>"), INVALID, 4, {"id \"d2\"", "line 2"}},
    {IN_HISTORY("<remarked id=\"e1\" on=\"2020\"/>\n<remarked id=\"e1\" on=\"2020\"/>"),
     INVALID,
     5,
     {"id \"e1\"", "line 4"}},
    {IN_HISTORY("<remarked id=\"d1\" on=\"2020\"/>"), INVALID, 4, {"id \"d1\"", "line 2"}},
    {IN_HISTORY("<voted id=\"e1\"/>\n<remarked id=\"e1\" on=\"2020\"/>"), INVALID, 5, {"id \"e1\"", "line 4"}},
    {IN_DOC("<history><remarked id=\"e1\" on=\"2020\"/></history></document>\n<history><remarked id=\"e1\" "
            "on=\"2020\"/></history>\n<document id=\"d2\">"),
     INVALID,
     4,
     {"id \"e1\"", "line 3"}},
    {IN("<party code=\"c\"><name>A</name></party>\n<party code=\"c\">\n<name>B</name>\n</party>"),
     INVALID,
     3,
     {"code \"c\"", NULL}},
    {IN_DOC("<version n=\"2\"/>\n<version n=\"1\"/>\n<version n=\"2\"/>"), INVALID, 5, {"two versions", "n=\"2\""}},
    /* references */
    {IN_HISTORY("<remarked id=\"e1\" on=\"2020\" thread=\"e9\"/>"), INVALID, 4, {"thread=\"e9\"", "no event"}},
    {IN_HISTORY("<remarked id=\"e1\" on=\"2020\" cause=\"e9\"/>"), INVALID, 4, {"cause=\"e9\"", "no event"}},
    {IN_HISTORY("<corrected id=\"e1\" on=\"2020\" voids=\"e9\"/>"), INVALID, 4, {"voids=\"e9\"", "no event"}},
    {IN_HISTORY("<corrected id=\"e1\" on=\"2020\" voids=\"d1\"/>"), INVALID, 4, {"voids=\"d1\"", "a document"}},
    {IN_HISTORY("<remarked on=\"2020\"/>\n<remarked id=\"e2\" on=\"2020\" thread=\"e1\"/>"),
     INVALID,
     4,
     {"without id", NULL}},
    {IN("<history>\n<reported id=\"e1\" on=\"2020\" cause=\"e7\"/></history>"), INVALID, 3, {"cause=\"e7\"", NULL}},
    {IN_DOC("<version n=\"1\"/><history>\n<decided id=\"e1\" on=\"2020\" version=\"2\"/></history>"),
     INVALID,
     4,
     {"version=\"2\"", "no version"}},
    {IN_DOC("<history>\n<decided id=\"e1\" on=\"2020\" version=\"x\"/></history>"),
     INVALID,
     4,
     {"version=\"x\"", "whole number"}},
    {IN("<document id=\"d1\"><version n=\"3\"/></document><document id=\"d2\"><history>\n<decided id=\"e1\" "
        "on=\"2020\" version=\"3\"/>"
        "</history></document>"),
     INVALID,
     3,
     {"version=\"3\"", "no version"}},
};

static void check(const struct bad *bad, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        pdoc_error *error = NULL;
        pdoc_register *reg = read_text(bad[i].xml, &error);
        bool is_right = !reg && pdoc_error_status(error) == bad[i].status && pdoc_error_line(error) == bad[i].line;
        for (size_t w = 0; w < 2 && bad[i].words[w]; w++)
            is_right = is_right && strstr(pdoc_error_message(error), bad[i].words[w]);
        if (!is_right)
            fail_msg("%s\ngave %s in line %u: %s\nexpected %s in line %u: %s", bad[i].xml,
                     pdoc_status_name(pdoc_error_status(error)), (unsigned)pdoc_error_line(error),
                     pdoc_error_message(error), pdoc_status_name(bad[i].status), (unsigned)bad[i].line,
                     bad[i].words[0]);
        assert_string_equal(pdoc_error_file(error), "test.xml");
        assert_true(pdoc__utf8_is_valid(pdoc_error_message(error), strlen(pdoc_error_message(error))));
        pdoc_error_free(error);
        assert_null(read_text(bad[i].xml, NULL)); /* and without an error to fill */
    }
}

static void what_is_not_well_formed_is_refused(void **state)
{
    (void)state;
    check(not_well_formed, sizeof not_well_formed / sizeof not_well_formed[0]);
}

static void what_is_no_register_of_this_release_is_refused(void **state)
{
    (void)state;
    check(not_ours, sizeof not_ours / sizeof not_ours[0]);
}

static void what_cannot_be_is_refused(void **state)
{
    (void)state;
    check(not_valid, sizeof not_valid / sizeof not_valid[0]);
}

static pdoc_status status_of_bytes(const char *bytes, size_t size, const pdoc_read_options *options)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_memory(bytes, size, "bytes", options, &error);
    pdoc_status status = pdoc_error_status(error);
    assert_true((reg != NULL) == (status == PDOC_OK));
    pdoc_error_free(error);
    pdoc_register_unref(reg);
    return status;
}

/* The letters of a text in two bytes each. */
static size_t widen(const char *text, bool has_mark, bool is_big, char *out)
{
    size_t size = 0;
    if (has_mark) {
        out[size++] = (char)(is_big ? 0xfe : 0xff);
        out[size++] = (char)(is_big ? 0xff : 0xfe);
    }
    for (; *text; text++) {
        out[size++] = is_big ? '\0' : *text;
        out[size++] = is_big ? *text : '\0';
    }
    return size;
}

static void utf_16_needs_its_mark_and_is_not_for_strangers(void **state)
{
    (void)state;
    static const char *const texts[] = {OPEN "/>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" OPEN
                                                   "><title>T</title></register>"};
    const pdoc_read_options strict = {.size = sizeof strict, .strict = 1};
    char bytes[500];
    for (size_t i = 0; i < 2; i++)
        for (int is_big = 0; is_big < 2; is_big++) {
            size_t size = widen(texts[i], true, is_big, bytes);
            assert_int_equal(status_of_bytes(bytes, size, NULL), PDOC_OK);
            assert_int_equal(status_of_bytes(bytes, size, &strict), SYNTAX);
            size = widen(texts[i], false, is_big, bytes);
            assert_int_equal(status_of_bytes(bytes, size, NULL), SYNTAX);
        }
    size_t size = widen("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" OPEN "/>", true, false, bytes);
    assert_int_equal(status_of_bytes(bytes, size, NULL), SYNTAX);
}

static void a_mark_of_utf_8_and_declared_utf_8_are_allowed(void **state)
{
    (void)state;
    static const char *const good[] = {"\xef\xbb\xbf" OPEN "/>", "<?xml version=\"1.0\" encoding=\"utf-8\"?>" OPEN "/>",
                                       "\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8' standalone='yes'?>" OPEN "/>",
                                       "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>" OPEN "/>"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_int_equal(status_of_bytes(good[i], strlen(good[i]), NULL), PDOC_OK);
}

static void zero_bytes_are_refused_wherever_they_are(void **state)
{
    (void)state;
    char bytes[2000];
    memset(bytes, ' ', sizeof bytes);
    memcpy(bytes, OPEN ">", strlen(OPEN ">"));
    memcpy(bytes + sizeof bytes - 11, "</register>", 11);
    assert_int_equal(status_of_bytes(bytes, sizeof bytes, NULL), PDOC_OK);
    for (size_t at = 0; at < sizeof bytes; at += 37) {
        char kept = bytes[at];
        bytes[at] = '\0';
        assert_int_equal(status_of_bytes(bytes, sizeof bytes, NULL), SYNTAX);
        bytes[at] = kept;
    }
    static const char utf_32[] = "<\0\0\0r\0\0\0";
    assert_int_equal(status_of_bytes(utf_32, sizeof utf_32, NULL), SYNTAX);
}

static void many_errors_are_chained_in_the_order_of_their_lines(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(
        read_text(IN("<document id=\"d1\">\n<version n=\"1\"/>\n<version n=\"1\"/>\n<history>\n"
                     "<decided id=\"e1\" on=\"2020\" version=\"4\" thread=\"e9\"/>\n<decided id=\"e1\" on=\"x\"/>\n"
                     "</history></document>\n<document id=\"d1\"><history>\n<remarked id=\"e1\" on=\"2021\"/></history>"
                     "</document>\n<party code=\"\"/>"),
                  &error));
    static const struct {
        uint32_t line;
        const char *words;
    } expected[] = {{4, "two versions"}, {6, "version=\"4\""}, {6, "thread=\"e9\""}, {7, "on=\"x\""}, {7, "id \"e1\""},
                    {9, "id \"d1\""},    {10, "id \"e1\""},    {11, "<party>"},      {11, "<party>"}};
    const pdoc_error *each = error;
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++, each = pdoc_error_next(each)) {
        assert_non_null(each);
        assert_int_equal(pdoc_error_line(each), expected[i].line);
        assert_contains(pdoc_error_message(each), expected[i].words);
        assert_contains(pdoc_error_path(each), "register");
    }
    assert_null(each);
    pdoc_error_free(error);
}

static void twenty_errors_are_enough(void **state)
{
    (void)state;
    static const char *const repeated[] = {"<document/>\n", "<document id=\"d1\"/>\n"};
    for (size_t i = 0; i < 3; i++) {
        struct pdoc__buffer xml = {0};
        pdoc__buffer_text(&xml, OPEN ">\n");
        pdoc__buffer_text(&xml, i == 2 ? "<history>\n" : "");
        for (int n = 1; n <= 100; n++)
            if (i == 2)
                pdoc__buffer_format(&xml, "<remarked id=\"e%d\" on=\"2020\" cause=\"e0\"/>\n", n);
            else
                pdoc__buffer_text(&xml, repeated[i]);
        pdoc__buffer_text(&xml, i == 2 ? "</history>" : "");
        pdoc__buffer_text(&xml, "</register>");
        pdoc_error *error = NULL;
        size_t count = 0;
        assert_null(read_text(xml.data, &error));
        for (const pdoc_error *each = error; each; each = pdoc_error_next(each))
            count++;
        assert_int_equal(count, 20);
        pdoc_error_free(error);
        pdoc__buffer_free(&xml);
    }
}

static void an_error_says_where(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(read_text(IN_HISTORY("  <decided id=\"e1\" on=\"x\"/>"), &error));
    assert_string_equal(pdoc_error_file(error), "test.xml");
    assert_string_equal(pdoc_error_path(error), "register/document/history/decided");
    assert_true(pdoc_error_column(error) > 2);
    pdoc_error_free(error);
    assert_null(read_text(IN_HISTORY("<decided id=\"e1\" on=\"2020\" thread=\"e7\"/>"), &error));
    assert_string_equal(pdoc_error_path(error), "register/document/history/decided");
    pdoc_error_free(error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_well_formed_is_refused),
        cmocka_unit_test(what_is_no_register_of_this_release_is_refused),
        cmocka_unit_test(what_cannot_be_is_refused),
        cmocka_unit_test(utf_16_needs_its_mark_and_is_not_for_strangers),
        cmocka_unit_test(a_mark_of_utf_8_and_declared_utf_8_are_allowed),
        cmocka_unit_test(zero_bytes_are_refused_wherever_they_are),
        cmocka_unit_test(many_errors_are_chained_in_the_order_of_their_lines),
        cmocka_unit_test(twenty_errors_are_enough),
        cmocka_unit_test(an_error_says_where),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
