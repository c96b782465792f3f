/* SPDX-License-Identifier: MIT */
/* What is read is written again: canonical bytes are a fixed point, unknown content stays in place, white space survives. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <dirent.h>

#include "base/buffer.h"
#include "model/vocabulary.h"
#include "policydoc/document.h"
#include "policydoc/history.h"
#include "policydoc/register.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OPEN "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\""

static pdoc_register *read_text(const char *text, size_t size)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_memory(text, size, "test", NULL, &error);
    assert_string_equal(pdoc_error_message(error), "");
    assert_non_null(reg);
    return reg;
}

static pdoc_text *write_text(const pdoc_register *reg)
{
    pdoc_text *text = pdoc_register_write_memory(reg, NULL, NULL);
    assert_non_null(text);
    return text;
}

static pdoc_text *canonical(const char *xml, size_t size)
{
    pdoc_register *reg = read_text(xml, size);
    pdoc_text *text = write_text(reg);
    pdoc_register_unref(reg);
    return text;
}

/* Reading `xml` and writing it gives `expected`, and that is a fixed point. */
static void assert_becomes(const char *xml, const char *expected)
{
    pdoc_text *once = canonical(xml, strlen(xml));
    assert_string_equal(pdoc_text_data(once), expected);
    pdoc_text *twice = canonical(pdoc_text_data(once), pdoc_text_size(once));
    assert_string_equal(pdoc_text_data(twice), expected);
    pdoc_text_free(once);
    pdoc_text_free(twice);
}

static void an_empty_register_is_one_line(void **state)
{
    (void)state;
    assert_becomes(OPEN "></register>", HEAD OPEN "/>\n");
}

static void order_and_layout_become_canonical(void **state)
{
    (void)state;
    assert_becomes("<register schema-version='1.0' xmlns='urn:policydoc:1'><document type='policy' id='d1'><history/>"
                   "<title>T</title></document><title>Register</title></register>",
                   HEAD OPEN ">\n"
                             "  <title>Register</title>\n"
                             "  <document id=\"d1\" type=\"policy\">\n"
                             "    <title>T</title>\n"
                             "    <history/>\n"
                             "  </document>\n"
                             "</register>\n");
}

static void a_prefix_for_our_namespace_is_taken_off(void **state)
{
    (void)state;
    assert_becomes("<p:register xmlns:p='urn:policydoc:1' schema-version='1.0'><p:title>T</p:title></p:register>",
                   HEAD OPEN " xmlns:p=\"urn:policydoc:1\">\n  <title>T</title>\n</register>\n");
}

static void white_space_of_texts_survives(void **state)
{
    (void)state;
    assert_becomes(OPEN "><title>  two \n\tlines&#13;\n </title><party code='a'><name> </name><alias/></party></register>",
                   HEAD OPEN ">\n  <title>  two \n\tlines&#13;\n </title>\n  <party code=\"a\">\n    <name> </name>\n"
                             "    <alias/>\n  </party>\n</register>\n");
}

static void unknown_content_stays_in_place(void **state)
{
    (void)state;
    static const char xml[] =
        HEAD "<!--before-->\n<?pi before?>\n" OPEN " xmlns:x=\"urn:x\" x:a=\"1 &amp; 2\" later=\"y\">\n"
             "  <!--first-->\n"
             "  <title x:b=\"2\">A<!--in-->B<x:c>d</x:c></title>\n"
             "  <x:one><x:two>  kept  </x:two></x:one>\n"
             "  <profile ref=\"p\" x:d=\"3\">\n"
             "    <x:e/>\n"
             "  </profile>\n"
             "  <calendar ref=\"c\" x:da=\"1\">\n"
             "    <!--closed-->\n"
             "    <non-working on=\"2026-12-24\" x:db=\"2\">\n"
             "      <x:dc/>\n"
             "    </non-working>\n"
             "    <non-working from=\"2026-12-28\" to=\"2026-12-28\"/>\n"
             "    <?open?>\n"
             "    <working on=\"2026-12-29\" x:dd=\"3\"/>\n"
             "    <x:de/>\n"
             "  </calendar>\n"
             "  <party code=\"a\">\n"
             "    <name>A</name>\n"
             "    <meets rule=\"any\" start=\"2026-01-20\" later=\"z\"/>\n"
             "    <meets rule=\"any\" start=\"2026-01-20\" on-holiday=\"none\">\n"
             "      <x:df/>\n"
             "    </meets>\n"
             "    <!--met-->\n"
             "    <meeting on=\"2026-06-16\" state=\"held\" x:dg=\"4\">\n"
             "      <note>a<!--dh-->b</note>\n"
             "      <attendee>p</attendee>\n"
             "      <!--late-->\n"
             "      <attendee as=\"present\" x:di=\"5\">p<x:dj/></attendee>\n"
             "      <votes for=\"3\"/>\n"
             "    </meeting>\n"
             "    <!--last-->\n"
             "  </party>\n"
             "  <?between parties?>\n"
             "  <party code=\"b\" x:f=\"4\">\n"
             "    <name>B</name>\n"
             "    <holder from=\"2020\" x:g=\"5\">H<!--h--></holder>\n"
             "  </party>\n"
             "  <document id=\"d1\">\n"
             "    <property name=\"p\" value=\"v\" x:h=\"6\"/>\n"
             "    <relation kind=\"cites\" to=\"urn:y\">\n"
             "      <x:i/>\n"
             "      <note x:j=\"7\">n</note>\n"
             "    </relation>\n"
             "    <version n=\"1\" x:k=\"8\">\n"
             "      <front-sheet x:l=\"9\">\n"
             "        <!--row-->\n"
             "        <row field=\"author\" value=\"v\" x:m=\"10\">\n"
             "          <label x:n=\"11\">L</label>\n"
             "          <text x:o=\"12\">p<!--q-->r</text>\n"
             "          <x:s/>\n"
             "        </row>\n"
             "      </front-sheet>\n"
             "      <section code=\"s\">\n"
             "        <title>T<?t?></title>\n"
             "        <!--u-->\n"
             "        <text>V</text>\n"
             "      </section>\n"
             "      <content href=\"urn:z\" x:w=\"13\"/>\n"
             "    </version>\n"
             "    <history x:y=\"14\">\n"
             "      <decided id=\"e1\" on=\"2020\" x:z=\"15\">\n"
             "        <note><x:aa/></note>\n"
             "        <!--bb-->\n"
             "      </decided>\n"
             "      <happened on=\"2021\"/>\n"
             "      <effective id=\"e2\" on=\"2021\"/>\n"
             "    </history>\n"
             "  </document>\n"
             "  <forward-plan-item document=\"d1\" meeting=\"2027-06\" room=\"2\">\n"
             "    <note x:dk=\"6\">n</note>\n"
             "    <!--dl-->\n"
             "  </forward-plan-item>\n"
             "  stray &amp; text\n"
             "  <history>\n"
             "    <!--cc-->\n"
             "  </history>\n"
             "</register>\n<!--after-->\n<?pi after?>\n";
    assert_becomes(xml, xml);
}

static void the_state_of_a_cell_is_written_where_it_says_something(void **state)
{
    (void)state;
#define ROWS(rows) OPEN "><document id='d1'><version n='1'><front-sheet>" rows "</front-sheet></version></document></register>"
    pdoc_text *text = canonical(ROWS("<row state='given'><text>x</text></row><row state='blank'/><row state='unknown'/>"
                                     "<row state='blank'><text>-</text></row><row state='not-applicable'><text>NA</text></row>"
                                     "<row state='given'><text>NA</text></row><row field='date-review' value='2023-06'/>"),
                                strlen(ROWS("<row state='given'><text>x</text></row><row state='blank'/><row state='unknown'/>"
                                            "<row state='blank'><text>-</text></row><row state='not-applicable'><text>NA</text></row>"
                                            "<row state='given'><text>NA</text></row><row field='date-review' value='2023-06'/>")));
    size_t states = 0;
    for (const char *at = pdoc_text_data(text); (at = strstr(at, "state=")) != NULL; at++)
        states++;
    assert_int_equal(states, 3);
    assert_non_null(strstr(pdoc_text_data(text), "<row state=\"unknown\"/>"));
    assert_non_null(strstr(pdoc_text_data(text), "<row field=\"date-review\" value=\"2023-06\"/>"));
    pdoc_text_free(text);
}

/* A register that holds every field, every kind of event and every attribute of an event, in canonical form. */
static void add_everything(struct pdoc__buffer *out)
{
    static const char *const samples[] = {[PDOC__TEXT] = "a &amp; b", [PDOC__CODE] = "code", [PDOC__DATE] = "2020-02-29",
                                          [PDOC__PARTY] = "party", [PDOC__FLAG] = "yes", [PDOC__NUMBER] = "12",
                                          [PDOC__URI] = "urn:u", [PDOC__LIST] = "a; b", [PDOC__EVENT] = "e1",
                                          [PDOC__VERSION] = "V1", [PDOC__PERIOD] = "P3Y"};
    size_t fields = pdoc_table_count(PDOC_TABLE_FIELD);
    size_t kinds = pdoc_table_count(PDOC_TABLE_EVENT_KIND);
    pdoc__buffer_text(out, HEAD OPEN ">\n  <document id=\"d1\">\n    <version n=\"1\">\n      <front-sheet>\n");
    for (size_t i = 0; i < fields; i++) {
        const struct pdoc__word *word = pdoc__word(PDOC_TABLE_FIELD, i);
        pdoc__buffer_format(out, "        <row field=\"%s\" value=\"%s\"/>\n", word->code, samples[word->type]);
    }
    pdoc__buffer_text(out, "      </front-sheet>\n    </version>\n    <history>\n");
    for (size_t i = 0; i < kinds; i++)
        pdoc__buffer_format(out, "      <%s id=\"e%zu\" on=\"2020-01\"/>\n", pdoc_table_code(PDOC_TABLE_EVENT_KIND, i), i + 1);
    size_t id = kinds + 1;
    for (size_t i = 0; i < pdoc_table_count(PDOC_TABLE_EVENT_ATTRIBUTE); i++) {
        const struct pdoc__word *word = pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, i);
        pdoc__buffer_format(out, "      <remarked id=\"e%zu\" on=\"2020-01\"", id++);
        if (word->extra)
            pdoc__buffer_format(out, ">\n        <%s>%s</%s>\n      </remarked>\n", word->code, samples[word->type], word->code);
        else
            pdoc__buffer_format(out, " %s=\"%s\"/>\n", word->code, samples[word->type]);
    }
    pdoc__buffer_text(out, "    </history>\n  </document>\n</register>\n");
}

static void every_field_event_and_attribute_survives(void **state)
{
    (void)state;
    struct pdoc__buffer xml = {0};
    add_everything(&xml);
    assert_false(xml.failed);
    assert_becomes(xml.data, xml.data);
    pdoc__buffer_free(&xml);
}

static void attributes_of_an_event_have_one_order(void **state)
{
    (void)state;
    static const char tail[] = "\n    </history>\n  </document>\n</register>\n";
    char expected[2000];
    snprintf(expected, sizeof expected, "%s%s",
             HEAD OPEN ">\n  <document id=\"d1\">\n    <version n=\"2\"/>\n    <history>\n"
                       "      <remarked id=\"e1\" on=\"2019\"/>\n"
                       "      <decided id=\"e2\" on=\"2020-07-07\" at=\"10:00\" recorded=\"2020-07-08\" version=\"2\" "
                       "thread=\"e1\" cause=\"e1\" by=\"board\" as-written=\"7 July\" act=\"agreed\" "
                       "outcome=\"approved\" minute=\"4\">\n"
                       "        <note>n</note>\n"
                       "        <basis>b</basis>\n"
                       "      </decided>",
             tail);
    assert_becomes(OPEN "><document id='d1'><version n='2'/><history><remarked on='2019' id='e1'/>"
                        "<decided minute='4' outcome='approved' act='agreed' as-written='7 July' by='board' cause='e1' "
                        "thread='e1' version='2' recorded='2020-07-08' at='10:00' on='2020-07-07' id='e2'>"
                        "<basis>b</basis><note>n</note></decided></history></document></register>",
                   expected);
}

static void a_copy_writes_the_same_bytes(void **state)
{
    (void)state;
    struct pdoc__buffer xml = {0};
    add_everything(&xml);
    pdoc_register *reg = read_text(xml.data, xml.size);
    pdoc_register *copy = pdoc_register_copy(reg, NULL);
    assert_non_null(copy);
    pdoc_register_unref(reg);
    pdoc_text *text = write_text(copy);
    assert_string_equal(pdoc_text_data(text), xml.data);
    pdoc_text_free(text);
    pdoc_register_unref(copy);
    pdoc__buffer_free(&xml);
}

static void gzip_in_memory_reads_back(void **state)
{
    (void)state;
    pdoc_register *reg = read_text(OPEN "><title>T</title></register>", strlen(OPEN "><title>T</title></register>"));
    pdoc_write_options options = {.size = sizeof options, .gzip_level = 1};
    pdoc_text *packed = pdoc_register_write_memory(reg, &options, NULL);
    assert_non_null(packed);
    pdoc_register *back = read_text(pdoc_text_data(packed), pdoc_text_size(packed));
    assert_string_equal(pdoc_register_title(back), "T");
    pdoc_text_free(packed);
    pdoc_register_unref(back);
    pdoc_register_unref(reg);
}

static void unknown_content_survives_changes_beside_it(void **state)
{
    (void)state;
    static const char xml[] = OPEN " xmlns:x=\"urn:x\"><profile ref=\"p\" x:p=\"p\"/>"
                              "<party code=\"a\" x:a=\"a\"><name>A</name></party>"
                              "<document id=\"d1\" x:d=\"d\"><title x:t=\"t\">Old</title>"
                              "<property name=\"gone\" value=\"1\" x:u=\"u\"/><property name=\"n\" value=\"v\" x:o=\"o\"/><!--c1-->"
                              "<version n=\"1\"><front-sheet><row x:r=\"r\"><text>t</text></row></front-sheet>"
                              "<section code=\"s\" x:s=\"s\"/><content href=\"h\" x:c=\"c\"/></version></document></register>";
    pdoc_register *reg = read_text(xml, strlen(xml));
    pdoc_document *doc = pdoc_register_document(reg, 0);
    struct pdoc_version *version = pdoc_document_version(doc, 0);
    assert_int_equal(pdoc_version_add_row(version, "author", NULL, "A", NULL), PDOC_OK);
    assert_int_equal(pdoc_version_add_section(version, "t", NULL, NULL, NULL), PDOC_OK);
    assert_int_equal(pdoc_version_add_content(version, "i", NULL, NULL, NULL), PDOC_OK);
    assert_int_equal(pdoc_document_set_property(doc, "m", "w", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_set_property(doc, "gone", NULL, NULL), PDOC_OK);
    assert_int_equal(pdoc_document_set_title(doc, "New", NULL), PDOC_OK);
    assert_non_null(pdoc_document_add_version(doc, "V2", NULL));
    assert_int_equal(pdoc_register_add_profile(reg, "q", (pdoc_date){2020, 0, 0}, (pdoc_date){0, 0, 0}, NULL), PDOC_OK);
    pdoc_text *text = write_text(reg);
    static const char *const kept[] = {"x:p=", "x:a=", "x:d=", "name=\"n\" value=\"v\" x:o=",
                                       "<title x:t=\"t\">New<", "<!--c1-->", "x:r=", "x:s=", "x:c="};
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
        if (!strstr(pdoc_text_data(text), kept[i]))
            fail_msg("%s is lost:\n%s", kept[i], pdoc_text_data(text));
    pdoc_text_free(text);
    pdoc_register_unref(reg);
}

static void registers_of_the_tree_are_fixed_points(void **state)
{
    (void)state;
    DIR *folder = opendir(PDOC_SOURCE_DIR "/examples/registers");
    size_t count = 0;
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (!strstr(entry->d_name, ".xml"))
            continue;
        char path[1000];
        pdoc_error *error = NULL;
        snprintf(path, sizeof path, "%s/examples/registers/%s", PDOC_SOURCE_DIR, entry->d_name);
        pdoc_register *reg = pdoc_register_read_file(path, NULL, &error);
        assert_string_equal(pdoc_error_message(error), "");
        pdoc_text *once = write_text(reg);
        pdoc_text *twice = canonical(pdoc_text_data(once), pdoc_text_size(once));
        assert_string_equal(pdoc_text_data(once), pdoc_text_data(twice));
        pdoc_text_free(once);
        pdoc_text_free(twice);
        pdoc_register_unref(reg);
        count++;
    }
    closedir(folder);
    assert_true(count > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_register_is_one_line),
        cmocka_unit_test(order_and_layout_become_canonical),
        cmocka_unit_test(a_prefix_for_our_namespace_is_taken_off),
        cmocka_unit_test(white_space_of_texts_survives),
        cmocka_unit_test(unknown_content_stays_in_place),
        cmocka_unit_test(the_state_of_a_cell_is_written_where_it_says_something),
        cmocka_unit_test(every_field_event_and_attribute_survives),
        cmocka_unit_test(attributes_of_an_event_have_one_order),
        cmocka_unit_test(a_copy_writes_the_same_bytes),
        cmocka_unit_test(gzip_in_memory_reads_back),
        cmocka_unit_test(unknown_content_survives_changes_beside_it),
        cmocka_unit_test(registers_of_the_tree_are_fixed_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
