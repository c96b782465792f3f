/* SPDX-License-Identifier: MIT */
/* What a file holds and the library does not know: kept in every place where it may stand, and written again there. */
#include "registers.h"

#include "xml/register_reader.h"

/* One element of the form with what it needs, around a content. Events and their values have no name of their own. */
static const struct {
    const char *start, *end;
} samples[PDOC__FORM_COUNT] = {
    [PDOC__FORM_REGISTER] = {OPEN " xmlns:x=\"urn:x\"%s>", "</register>"},
    [PDOC__FORM_REGISTER_TITLE] = {"<title%s>", "</title>"},
    [PDOC__FORM_PROFILE] = {"<profile ref=\"p\"%s>", "</profile>"},
    [PDOC__FORM_CALENDAR] = {"<calendar ref=\"c\" as-of=\"2020\"%s>", "</calendar>"},
    [PDOC__FORM_NON_WORKING] = {"<non-working on=\"2026-12-24\"%s>", "</non-working>"},
    [PDOC__FORM_WORKING] = {"<working on=\"2026-12-28\"%s>", "</working>"},
    [PDOC__FORM_PARTY] = {"<party code=\"c\"%s><name>N</name>", "</party>"},
    [PDOC__FORM_NAME] = {"<name%s>", "</name>"},
    [PDOC__FORM_ALIAS] = {"<alias%s>", "</alias>"},
    [PDOC__FORM_FORMER] = {"<former%s>", "</former>"},
    [PDOC__FORM_HOLDER] = {"<holder from=\"2020\"%s>", "</holder>"},
    [PDOC__FORM_MEETS] = {"<meets rule=\"FREQ=DAILY\" start=\"2026-01-20\"%s>", "</meets>"},
    [PDOC__FORM_MEETING] = {"<meeting on=\"2026-06-16\" state=\"held\"%s>", "</meeting>"},
    [PDOC__FORM_MEETING_NOTE] = {"<note%s>", "</note>"},
    [PDOC__FORM_ATTENDEE] = {"<attendee as=\"deputy\"%s>p", "</attendee>"},
    [PDOC__FORM_DOCUMENT] = {"<document id=\"d1\"%s>", "</document>"},
    [PDOC__FORM_TITLE] = {"<title%s>", "</title>"},
    [PDOC__FORM_REFERENCE] = {"<reference%s>", "</reference>"},
    [PDOC__FORM_PROPERTY] = {"<property name=\"n\" value=\"v\"%s>", "</property>"},
    [PDOC__FORM_RELATION] = {"<relation kind=\"cites\" to=\"urn:u\"%s>", "</relation>"},
    [PDOC__FORM_RELATION_NOTE] = {"<note%s>", "</note>"},
    [PDOC__FORM_VERSION] = {"<version n=\"1\"%s>", "</version>"},
    [PDOC__FORM_FRONT_SHEET] = {"<front-sheet%s>", "</front-sheet>"},
    [PDOC__FORM_ROW] = {"<row field=\"author\"%s>", "</row>"},
    [PDOC__FORM_ROW_LABEL] = {"<label%s>", "</label>"},
    [PDOC__FORM_ROW_TEXT] = {"<text%s>", "</text>"},
    [PDOC__FORM_SECTION] = {"<section code=\"s\"%s>", "</section>"},
    [PDOC__FORM_SECTION_TITLE] = {"<title%s>", "</title>"},
    [PDOC__FORM_SECTION_TEXT] = {"<text%s>", "</text>"},
    [PDOC__FORM_CONTENT] = {"<content href=\"h\"%s>", "</content>"},
    [PDOC__FORM_HISTORY] = {"<history%s>", "</history>"},
    [PDOC__FORM_FORWARD_ITEM] = {"<document id=\"d1\"/><forward-plan-item document=\"d1\" meeting=\"2027-06\"%s>", "</forward-plan-item>"},
    [PDOC__FORM_FORWARD_NOTE] = {"<note%s>", "</note>"},
    [PDOC__FORM_ISSUE] = {"<issue id=\"i1\" track=\"t\" case=\"c-1\" on=\"2026-01-05\" by=\"b\"%s>", "</issue>"},
    [PDOC__FORM_ISSUE_STEP] = {"<step id=\"s1\" kind=\"noted\" on=\"2026-01-05\"%s>", "</step>"},
    [PDOC__FORM_REGISTER_HISTORY] = {"<history%s>", "</history>"},
    [PDOC__FORM_EVENT] = {"<redacted id=\"e1\" on=\"2020\"%s>", "</redacted>"},
    [PDOC__FORM_VALUE] = {"<note%s>", "</note>"},
};

/* A register that holds the element, with attributes and content put into it. */
static void wrap(struct pdoc__buffer *out, int form, const char *attributes, const char *content)
{
    int path[8];
    int depth = 0;
    for (int at = form; at != PDOC__FORM_ROOT; at = pdoc__forms[at].parent)
        path[depth++] = at;
    for (int i = depth; i-- > 0;) {
        const char *mark = strstr(samples[path[i]].start, "%s");
        assert_non_null(mark); /* a new element needs a sample */
        pdoc__buffer_add(out, samples[path[i]].start, (size_t)(mark - samples[path[i]].start));
        pdoc__buffer_text(out, i == 0 ? attributes : "");
        pdoc__buffer_text(out, mark + 2);
    }
    pdoc__buffer_text(out, content);
    for (int i = 0; i < depth; i++)
        pdoc__buffer_text(out, samples[path[i]].end);
}

static void assert_keeps(int form, const char *attributes, const char *content, const char *kept)
{
    struct pdoc__buffer xml = {0};
    wrap(&xml, form, attributes, content);
    assert_false(xml.failed);
    pdoc_register *reg = read_good(xml.data);
    pdoc_text *text = write_text(reg);
    size_t found = 0;
    for (const char *at = pdoc_text_data(text); (at = strstr(at, kept)) != NULL; at += strlen(kept))
        found++;
    if (found != 1)
        fail_msg("%zu times %s in\n%s\nfrom\n%s", found, kept, pdoc_text_data(text), xml.data);
    assert_reads_back(reg);
    pdoc_text_free(text);
    pdoc_register_unref(reg);
    pdoc__buffer_free(&xml);
}

/* A practice issue must hold no text about a child, so that it is no place for what nobody knows. */
static bool is_of_issue(int form)
{
    return form == PDOC__FORM_ISSUE || form == PDOC__FORM_ISSUE_STEP;
}

static void assert_refuses(int form, const char *attributes, const char *content)
{
    struct pdoc__buffer xml = {0};
    pdoc_error *error = NULL;
    wrap(&xml, form, attributes, content);
    assert_null(pdoc_register_read_memory(xml.data, xml.size, "issue.xml", NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
    assert_non_null(strstr(pdoc_error_message(error), "no text about a child"));
    for (const pdoc_error *each = error; each; each = pdoc_error_next(each))
        assert_null(strstr(pdoc_error_message(each), "hit"));
    pdoc_error_free(error);
    pdoc__buffer_free(&xml);
}

static void an_issue_refuses_what_is_not_known_and_does_not_repeat_it(void **state)
{
    (void)state;
    static const struct {
        const char *attributes, *content;
    } texts[] = {{" x:a=\"he was hit\"", ""},
                 {" note=\"he was hit\"", ""},
                 {" hit=\"x\"", ""},
                 {" xml:lang=\"hit\"", ""},
                 {" xmlns:y=\"urn:he-was-hit\"", ""},
                 {" organisation=\"he was hit\"", ""},
                 {" organisation=\"hit.by\"", ""},
                 {"", "he was hit"},
                 {"", "<![CDATA[he was hit]]>"},
                 {"", "<!-- he was hit -->"},
                 {"", "<?note he was hit?>"},
                 {"", "<note>he was hit</note>"},
                 {"", "<x:note>he was hit</x:note>"}};
    for (int form = 0; form < PDOC__FORM_COUNT; form++)
        for (size_t i = 0; is_of_issue(form) && i < sizeof texts / sizeof *texts; i++)
            assert_refuses(form, texts[i].attributes, texts[i].content);
}

static void every_element_keeps_what_is_not_known(void **state)
{
    (void)state;
    for (int form = 0; form < PDOC__FORM_COUNT; form++) {
        if (is_of_issue(form))
            continue;
        assert_keeps(form, " x:a=\"1 &amp; &lt;2&gt; &quot;3&quot; &#10;&#9;\"", "",
                     " x:a=\"1 &amp; &lt;2&gt; &quot;3&quot; &#10;&#9;\"");
        assert_keeps(form, " unheard-of=\"1\"", "", " unheard-of=\"1\"");
        assert_keeps(form, " xml:space=\"preserve\"", "", " xml:space=\"preserve\"");
        assert_keeps(form, " xmlns:y=\"urn:y?a&amp;b\" y:b=\"2\"", "<y:c/>", "<y:c/>");
        assert_keeps(form, "", "<x:e><x:f x:g=\"h\">i &amp; j</x:f><!--k--><?l m?></x:e>",
                     "<x:e><x:f x:g=\"h\">i &amp; j</x:f><!--k--><?l m?></x:e>");
        assert_keeps(form, "", "<unheard-of/>", "<unheard-of/>");
        assert_keeps(form, "", "<e xmlns=\"urn:other\"><f xmlns=\"\"/></e>",
                     "<e xmlns=\"urn:other\"><f xmlns=\"\"/></e>");
        assert_keeps(form, "", "<!-- a - comment -->", "<!-- a - comment -->");
        assert_keeps(form, "", "<?target some data?>", "<?target some data?>");
        assert_keeps(form, "", "<?bare?>", "<?bare?>");
        assert_keeps(form, "", "stray &amp; &#x41; <![CDATA[<text>]]>", "stray &amp; A &lt;text&gt;");
    }
}

static void the_samples_are_those_of_the_form(void **state)
{
    (void)state;
    for (int form = 0; form < PDOC__FORM_COUNT; form++) {
        struct pdoc__buffer xml = {0};
        wrap(&xml, form, "", "");
        pdoc_register *reg = read_good(xml.data);
        assert_int_equal(pdoc_register_notice_count(reg), 0); /* all of it is known */
        pdoc_register_unref(reg);
        pdoc__buffer_free(&xml);
    }
}

static void pieces_stay_between_their_neighbours(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(OPEN "><a/><profile ref=\"p\"/><!--1--><profile ref=\"q\"/><b/>stray<c/>"
                                        "<document id=\"d1\"/><!--2--></register>");
    assert_written(reg,
                   "\n  <a/>\n  <profile ref=\"p\"/>\n  <!--1-->\n  <profile ref=\"q\"/>\n  <b/>\n  stray\n  <c/>\n"
                   "  <document id=\"d1\"/>\n  <!--2-->\n</register>");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void stray_text_is_whole_whatever_its_pieces(void **state)
{
    (void)state;
    static const char *const texts[] = {"a &amp; &amp; b", "&lt; &gt;", "x<![CDATA[ ]]>y", "a &#x20; &#x41;"};
    static const char *const kept[] = {"a &amp; &amp; b", "&lt; &gt;", "x y", "a   A"};
    for (size_t i = 0; i < 4; i++) {
        assert_keeps(PDOC__FORM_FRONT_SHEET, "", texts[i], kept[i]);
        assert_keeps(PDOC__FORM_REGISTER, "", texts[i], kept[i]);
    }
}

static void items_of_lists_keep_their_own(void **state)
{
    (void)state;
    static const char rows[] =
        "<version n=\"1\"><front-sheet><!--a--><row a=\"1\"><text b=\"1\">t<!--c1--></text></row>"
        "<row/><!--d--><row a=\"3\"><label>l<!--e3--></label><text><!--c3-->u</text></row><!--f-->"
        "</front-sheet><section code=\"s\" g=\"1\"/><section code=\"t\"/><section code=\"u\" g=\"3\">"
        "<text>v<!--h--></text></section><content href=\"i\"/><content href=\"j\" k=\"2\"/></version>";
    char xml[2000];
    snprintf(xml, sizeof xml, "%s<document id=\"d1\">%s</document></register>", OPEN ">", rows);
    pdoc_register *reg = read_good(xml);
    assert_written(reg, "<!--a-->\n        <row a=\"1\">\n          <text b=\"1\">t<!--c1--></text>\n        </row>\n"
                        "        <row/>\n        <!--d-->\n        <row a=\"3\">\n          <label>l<!--e3--></label>\n"
                        "          <text><!--c3-->u</text>\n        </row>\n        <!--f-->\n");
    assert_written(reg,
                   "<section code=\"s\" g=\"1\"/>\n      <section code=\"t\"/>\n      <section code=\"u\" g=\"3\">\n"
                   "        <text>v<!--h--></text>\n      </section>\n      <content href=\"i\"/>\n"
                   "      <content href=\"j\" k=\"2\"/>");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void added_items_leave_the_pieces_of_the_others(void **state)
{
    (void)state;
    pdoc_register *reg =
        read_good(DOCUMENT("<version n=\"1\"><front-sheet><row a=\"1\"/><row a=\"2\"/></front-sheet></version>"));
    struct pdoc_version *version = pdoc_document_version(pdoc_register_document(reg, 0), 0);
    for (int i = 0; i < 40; i++)
        assert_int_equal(pdoc_version_add_row(version, "author", NULL, NULL, NULL), PDOC_OK);
    assert_written(reg, "<row a=\"1\"/>\n        <row a=\"2\"/>\n        <row field=\"author\"/>");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void what_stands_outside_the_root_stays_there(void **state)
{
    (void)state;
    pdoc_register *reg = read_good("<!--a--><?b c?>" OPEN "><!--d--></register><!--e--><?f?>");
    assert_written(reg, "<!--a-->\n<?b c?>\n<register");
    assert_written(reg, "</register>\n<!--e-->\n<?f?>\n");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_notice_is_given_for_each_name(void **state)
{
    (void)state;
    pdoc_register *reg =
        read_good(OPEN ">\n<a/>\n<b a=\"1\"/>\n<a/>\n<document id=\"d1\" c=\"1\"/>\n<document id=\"d2\" c=\"2\"/>\n"
                       "<document id=\"d3\" a=\"3\"/>text</register>");
    static const struct {
        uint32_t line;
        const char *words;
    } expected[] = {{2, "the element \"a\""},
                    {3, "the element \"b\""},
                    {5, "the attribute \"c\""},
                    {7, "the attribute \"a\""},
                    {7, "the text inside \"register\""}};
    assert_int_equal(pdoc_register_notice_count(reg), 5);
    for (size_t i = 0; i < 5; i++) {
        assert_contains(pdoc_register_notice(reg, i), expected[i].words);
        assert_int_equal(pdoc_register_notice_line(reg, i), expected[i].line);
    }
    assert_null(pdoc_register_notice(reg, 5));
    assert_int_equal(pdoc_register_notice_line(reg, 5), 0);
    pdoc_register_unref(reg);
}

static void many_pieces_take_time_in_proportion(void **state)
{
    (void)state;
    struct pdoc__buffer xml = {0};
    pdoc__buffer_text(&xml, OPEN "><document id=\"d1\"><version n=\"1\"><front-sheet>");
    for (int i = 0; i < 60000; i++)
        pdoc__buffer_text(&xml, "<row a=\"1\"><text>t<!--c--></text></row>");
    pdoc__buffer_text(&xml, "</front-sheet></version></document></register>");
    pdoc_register *reg = read_good(xml.data); /* minutes, if each row went through the pieces of all before */
    assert_int_equal(reg->extras.count, 120000);
    pdoc_register_unref(reg);
    pdoc__buffer_free(&xml);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_samples_are_those_of_the_form),
        cmocka_unit_test(every_element_keeps_what_is_not_known),
        cmocka_unit_test(an_issue_refuses_what_is_not_known_and_does_not_repeat_it),
        cmocka_unit_test(pieces_stay_between_their_neighbours),
        cmocka_unit_test(stray_text_is_whole_whatever_its_pieces),
        cmocka_unit_test(items_of_lists_keep_their_own),
        cmocka_unit_test(added_items_leave_the_pieces_of_the_others),
        cmocka_unit_test(what_stands_outside_the_root_stays_there),
        cmocka_unit_test(a_notice_is_given_for_each_name),
        cmocka_unit_test(many_pieces_take_time_in_proportion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
