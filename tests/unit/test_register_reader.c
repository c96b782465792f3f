/* SPDX-License-Identifier: MIT */
/* The reader of registers: every element, attribute and kind of event arrives in the model and goes out again; odd
   content loads and survives. */
#include "registers.h"

#include "xml/register_reader.h"

/* Everything that the form knows, in canonical form. */
static const char everything[] =
    HEAD OPEN " must-understand=\"urn:policydoc:1\" xml:lang=\"en\" revision=\"7\" revised=\"2020-07-08\">\n"
              "  <title>Register</title>\n"
              "  <profile ref=\"mscb\" from=\"2010\" to=\"2019-09\"/>\n"
              "  <calendar ref=\"england\" as-of=\"2020-01-01\" source=\"a list\">\n"
              "    <non-working from=\"2020-12-24\" to=\"2021-01-01\" name=\"Christmas closure\"/>\n"
              "    <working on=\"2020-12-29\"/>\n"
              "  </calendar>\n"
              "  <party code=\"exec\" kind=\"executive\" part-of=\"board\" ended=\"2021-03\" successor=\"next\" "
              "visibility=\"public\">\n"
              "    <name>Executive</name>\n"
              "    <alias>Exec</alias>\n"
              "    <former>Steering Group</former>\n"
              "    <holder from=\"2019\" to=\"2020\">chair</holder>\n"
              "    <meets rule=\"FREQ=MONTHLY;BYDAY=3TU\" start=\"2020-01-21\" to=\"2020-12-31\" on-holiday=\"skip\"/>\n"
              "    <meeting on=\"2020-06-16\" state=\"held\">\n"
              "      <note>by telephone</note>\n"
              "      <attendee as=\"deputy\">officer</attendee>\n"
              "    </meeting>\n"
              "  </party>\n"
              "  <document id=\"d1\" type=\"policy\" category=\"corporate\" scope=\"partnership-wide\" uri=\"urn:doc\" "
              "profile=\"own\" visibility=\"internal\" added=\"2\" revision=\"7\">\n"
              "    <title xml:lang=\"cy\">Polisi</title>\n"
              "    <reference>P1</reference>\n"
              "    <property name=\"size\" value=\"A4\"/>\n"
              "    <relation kind=\"cites\" to=\"urn:law\" edition=\"2018\" clause=\"ch2\" checked=\"2020-02\" "
              "fingerprint=\"f0\">\n"
              "      <note>n</note>\n"
              "    </relation>\n"
              "    <version n=\"2\" label=\"V2\" visibility=\"restricted\">\n"
              "      <front-sheet>\n"
              "        <row field=\"date-review\" state=\"unknown\" value=\"2023-06\">\n"
              "          <label>Review</label>\n"
              "          <text>June</text>\n"
              "        </row>\n"
              "      </front-sheet>\n"
              "      <section code=\"scope\">\n"
              "        <title>Scope</title>\n"
              "        <text>All</text>\n"
              "      </section>\n"
              "      <content href=\"a.pdf\" media-type=\"application/pdf\" "
              "sha256=\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"/>\n"
              "    </version>\n"
              "    <history>\n"
              "      <decided id=\"e1\" on=\"2020-07-07\" recorded=\"2020-07-08\" version=\"2\" by=\"exec\" "
              "outcome=\"approved\">\n"
              "        <note>m</note>\n"
              "      </decided>\n"
              "    </history>\n"
              "  </document>\n"
              "  <forward-plan-item document=\"d1\" version=\"2\" body=\"exec\" meeting=\"2021-06\" purpose=\"sign-off\" "
              "arranged-by=\"hub\" deferred-to=\"2021-09-21\">\n"
              "    <note>after the summer</note>\n"
              "  </forward-plan-item>\n"
              "  <issue id=\"i1\" track=\"ladder\" case=\"RC-1\" on=\"2021-01-04\" by=\"practitioner\" organisation=\"school\">\n"
              "    <step id=\"s1\" kind=\"discussed\" stage=\"one\" on=\"2021-01-05\" at=\"09:30\" with=\"manager/council\"/>\n"
              "  </issue>\n"
              "  <history>\n"
              "    <reported id=\"e2\" on=\"2021\" cause=\"e1\"/>\n"
              "  </history>\n"
              "</register>\n";

static void everything_is_in_the_model(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(everything);
    pdoc_document *doc = pdoc_register_document(reg, 0);
    struct pdoc_version *version = pdoc_document_find_version(doc, 2);
    const char *const pairs[][2] = {
        {pdoc_register_title(reg), "Register"},
        {reg->language, "en"},
        {reg->schema_version, "1.0"},
        {pdoc_register_calendar_ref(reg, 0), "england"},
        {pdoc_register_calendar_source(reg, 0), "a list"},
        {pdoc_register_calendar_day_name(reg, 0, 0), "Christmas closure"},
        {pdoc_party_pattern_rule(pdoc_register_party(reg, 0), 0), "FREQ=MONTHLY;BYDAY=3TU"},
        {pdoc_party_pattern_on_holiday(pdoc_register_party(reg, 0), 0), "skip"},
        {pdoc_party_meeting_note(pdoc_register_party(reg, 0), 0), "by telephone"},
        {pdoc_party_attendee_post(pdoc_register_party(reg, 0), 0, 0), "officer"},
        {pdoc_party_attendee_as(pdoc_register_party(reg, 0), 0, 0), "deputy"},
        {pdoc_forward_item_document(pdoc_register_forward_item(reg, 0)), "d1"},
        {pdoc_forward_item_body(pdoc_register_forward_item(reg, 0)), "exec"},
        {pdoc_forward_item_purpose(pdoc_register_forward_item(reg, 0)), "sign-off"},
        {pdoc_forward_item_arranged_by(pdoc_register_forward_item(reg, 0)), "hub"},
        {pdoc_forward_item_note(pdoc_register_forward_item(reg, 0)), "after the summer"},
        {pdoc_register_profile_ref(reg, 0), "mscb"},
        {pdoc_party_part_of(pdoc_register_party(reg, 0)), "board"},
        {pdoc_party_holder(pdoc_register_party(reg, 0), 0), "chair"},
        {pdoc_document_category(doc), "corporate"},
        {pdoc_document_scope(doc), "partnership-wide"},
        {pdoc_document_uri(doc), "urn:doc"},
        {pdoc_document_profile(doc), "own"},
        {pdoc_document_title_language(doc, 0), "cy"},
        {pdoc_document_reference(doc, 0), "P1"},
        {pdoc_document_property(doc, "size"), "A4"},
        {pdoc_relation_note(pdoc_document_relation(doc, 0)), "n"},
        {pdoc_version_label(version), "V2"},
        {pdoc_version_row_label(version, 0), "Review"},
        {pdoc_version_row_text(version, 0), "June"},
        {pdoc_version_section_title(version, 0), "Scope"},
        {pdoc_version_content_media_type(version, 0), "application/pdf"},
        {pdoc_event_attribute(pdoc_document_event(doc, 0), "note"), "m"},
        {pdoc_event_by(pdoc_document_event(doc, 0)), "exec"},
        {pdoc_event_kind(pdoc_register_event(reg, 0)), "reported"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        assert_string_equal(pairs[i][0], pairs[i][1]);
    assert_day(pdoc_register_calendar_as_of(reg, 0), "2020-01-01");
    assert_day(pdoc_register_calendar_day_first(reg, 0, 0), "2020-12-24");
    assert_day(pdoc_register_calendar_day_last(reg, 0, 0), "2021-01-01");
    assert_day(pdoc_register_calendar_day_first(reg, 0, 1), "2020-12-29");
    assert_true(pdoc_register_calendar_day_is_working(reg, 0, 1));
    assert_day(pdoc_party_pattern_start(pdoc_register_party(reg, 0), 0), "2020-01-21");
    assert_day(pdoc_party_pattern_to(pdoc_register_party(reg, 0), 0), "2020-12-31");
    assert_day(pdoc_party_meeting_on(pdoc_register_party(reg, 0), 0), "2020-06-16");
    assert_int_equal(pdoc_party_meeting_state(pdoc_register_party(reg, 0), 0), PDOC_MEETING_HELD);
    assert_int_equal(pdoc_forward_item_version(pdoc_register_forward_item(reg, 0)), 2);
    assert_day(pdoc_forward_item_meeting(pdoc_register_forward_item(reg, 0)), "2021-06");
    assert_day(pdoc_forward_item_deferred_to(pdoc_register_forward_item(reg, 0)), "2021-09-21");
    assert_int_equal(pdoc_register_notice_count(reg), 0);
    pdoc_register_unref(reg);
}

static void everything_is_written_as_it_was_read(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(everything);
    pdoc_text *text = write_text(reg);
    assert_string_equal(pdoc_text_data(text), everything);
    pdoc_text_free(text);
    pdoc_register_unref(reg);
}

/* So that a row which is added to the form must be added to the register above, and so to the tests. */
static void everything_holds_each_element_and_attribute_of_the_form(void **state)
{
    (void)state;
#define NAME_OF(id, name) (name),
    static const char *const attributes[] = {PDOC__READER_ATTRIBUTES(NAME_OF)};
    char words[40];
    for (size_t i = 0; i < PDOC__FORM_COUNT; i++) {
        snprintf(words, sizeof words, "<%s", pdoc__forms[i].name ? pdoc__forms[i].name : "decided");
        assert_contains(everything, words);
    }
    for (size_t i = 0; i < A_COUNT; i++) {
        snprintf(words, sizeof words, i == A_LANG ? " xml:%s=\"" : " %s=\"", attributes[i]);
        assert_contains(everything, words);
    }
}

static void the_order_of_different_elements_does_not_matter(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(REGISTER(
        "<history><reported on='2021' cause='e1' id='e2'/></history>"
        "<document id='d1'><history><decided id='e1' version='1' on='2020'/></history><version n='1'>"
        "<content href='h'/><section code='s'><text>x</text><title>y</title></section><front-sheet><row><text>t</text>"
        "<label>l</label></row></front-sheet></version><title>T</title></document>"
        "<party code='a'><holder>h</holder><former>f</former><name>n</name></party><title>R</title>"));
    assert_string_equal(pdoc_register_title(reg), "R");
    assert_int_equal(pdoc_register_event_count(reg), 1);
    assert_int_equal(pdoc_event_version(pdoc_register_find_event(reg, "e1")), 1);
    assert_string_equal(pdoc_version_row_label(pdoc_document_version(pdoc_register_document(reg, 0), 0), 0), "l");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void odd_content_loads_and_survives(void **state)
{
    (void)state;
    static const char *const odd[] = {
        "<document id=\"d1\" type=\"no-such-type\"/>",
        "<document id=\"d1\" type=\"\" category=\"\"/>",
        "<document id=\"d1\"><reference>P1</reference></document><document "
        "id=\"d2\"><reference>P1</reference></document>",
        "<document id=\"d1\"><relation kind=\"derived-from\" to=\"d9\"/></document>",
        "<document id=\"d1\"><relation kind=\"our-own\" to=\"\"/></document>",
        ("<document id=\"d1\"><version n=\"1\"><front-sheet><row field=\"date-review\"><text>31 June 2023</text></row>"
         "</front-sheet></version></document>"),
        "<document id=\"d1\"><version n=\"1\"><front-sheet><row field=\"no-such-field\" "
        "value=\"x\"/></front-sheet></version></document>",
        "<document id=\"d1\"><version n=\"1\"><front-sheet/></version></document>",
        "<document id=\"d1\"><version n=\"1\"><front-sheet><row/></front-sheet></version><history/></document>",
        "<document id=\"d1\"><history><decided id=\"e1\" on=\"2020\" by=\"Nobody Knows\"/></history></document>",
        "<document id=\"1 odd: id\"/>",
        "<document id=\"d1\"><title/><reference/><property name=\"a\" value=\"\"/></document>",
        "<party code=\"a\" kind=\"our-kind\" part-of=\"none\"><name/></party>",
        "<profile ref=\"p\" from=\"2020\" to=\"2010\"/>",
        "<history><reported id=\"e1\" on=\"2020\" version=\"7\"/></history>",
        "<document id=\"d1\"><history><remarked id=\"e1\" on=\"2020\" thread=\"e2\"/><remarked id=\"e2\" on=\"2019\" "
        "thread=\"e1\"/></history></document>",
    };
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
        char xml[600];
        snprintf(xml, sizeof xml, "%s%s</register>", OPEN ">", odd[i]);
        pdoc_register *reg = read_good(xml);
        assert_int_equal(pdoc_register_notice_count(reg), 0);
        assert_reads_back(reg);
        pdoc_register_unref(reg);
    }
}

static void an_event_of_an_unknown_kind_is_kept_and_marked(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(DOCUMENT("<history><decided id=\"e1\" on=\"2020\"/><voted id=\"e2\" on=\"2021\"/>"
                                            "<remarked id=\"e3\" on=\"2022\" thread=\"e2\"/></history>"));
    pdoc_document *doc = pdoc_register_document(reg, 0);
    assert_true(doc->history.has_unknown);
    assert_false(reg->history.has_unknown);
    assert_int_equal(pdoc_document_event_count(doc), 2);
    assert_string_equal(pdoc_event_attribute(pdoc_document_event(doc, 1), "thread"), "e2");
    assert_written(reg, "<decided id=\"e1\" on=\"2020\"/>\n      <voted id=\"e2\" on=\"2021\"/>\n      <remarked");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
    reg = read_good(OPEN " xmlns:x=\"urn:x\"><history><x:voted id=\"e1\"/></history></register>");
    assert_false(reg->history.has_unknown); /* what is of another namespace is no event */
    pdoc_register_unref(reg);
}

static void texts_arrive_as_they_were_written(void **state)
{
    (void)state;
    static const struct {
        const char *written, *expected;
    } rows[] = {
        {"", ""},
        {"  two  blanks  ", "  two  blanks  "},
        {"a\r\nb\rc", "a\nb\nc"},
        {"a&#13;&#10;b", "a\r\nb"},
        {"&lt;&#x41;&amp;&#66;&gt;&quot;&apos;", "<A&B>\"'"},
        {"&#38;#38;", "&#38;"},
        {"&amp;amp;", "&amp;"},
        {"<![CDATA[a < b & ]]>c<![CDATA[d]]>", "a < b & cd"},
        {"Llan\xc3\xa2w \xc5\xb5\xc5\xb7", "Llan\xc3\xa2w \xc5\xb5\xc5\xb7"},
        {"\xf0\x9f\x93\x9c &#x1F4DC;", "\xf0\x9f\x93\x9c \xf0\x9f\x93\x9c"},
        {"\n\t a \n", "\n\t a \n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char xml[600];
        snprintf(xml, sizeof xml,
                 "%s<document id=\"d1\"><title>%s</title><version n=\"1\"><front-sheet><row><label>%s</label>"
                 "<text>%s</text></row></front-sheet></version></document></register>",
                 OPEN ">", rows[i].written, rows[i].written, rows[i].written);
        pdoc_register *reg = read_good(xml);
        struct pdoc_version *version = pdoc_document_version(pdoc_register_document(reg, 0), 0);
        assert_string_equal(pdoc_document_title(pdoc_register_document(reg, 0)), rows[i].expected);
        assert_string_equal(pdoc_version_row_label(version, 0), rows[i].expected);
        assert_string_equal(pdoc_version_row_text(version, 0), rows[i].expected);
        assert_reads_back(reg);
        pdoc_register_unref(reg);
    }
}

static void attributes_arrive_as_they_were_written(void **state)
{
    (void)state;
    static const struct {
        const char *written, *expected;
    } rows[] = {
        {"", ""},
        {"&amp;&lt;&#x41;&#38;&gt;'&quot;", "&<A&>'\""},
        {"&#38;#38;", "&#38;"},
        {"a &amp;&amp; b &amp;#38; c", "a && b &#38; c"},
        {"a\tb\nc", "a b c"},
        {"a&#9;b&#10;c&#13;", "a\tb\nc\r"},
        {"\xc5\xb4y \xf0\x9f\x93\x9c", "\xc5\xb4y \xf0\x9f\x93\x9c"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char xml[600];
        snprintf(xml, sizeof xml,
                 "%s<document id=\"d1\" type=\"%s\"><property name=\"p\" value=\"%s\"/></document></register>",
                 OPEN ">", rows[i].written, rows[i].written);
        pdoc_register *reg = read_good(xml);
        assert_string_equal(pdoc_document_type(pdoc_register_document(reg, 0)), rows[i].expected);
        assert_string_equal(pdoc_document_property(pdoc_register_document(reg, 0), "p"), rows[i].expected);
        assert_reads_back(reg);
        pdoc_register_unref(reg);
    }
}

static void mixed_content_in_a_text_keeps_text_and_place(void **state)
{
    (void)state;
    pdoc_register *reg =
        read_good(DOCUMENT("<version n=\"1\"><section code=\"s\"><text>see <b>this</b> &amp; <!--c-->that</text>"
                           "</section></version>"));
    struct pdoc_version *version = pdoc_document_version(pdoc_register_document(reg, 0), 0);
    assert_string_equal(pdoc_version_section_text(version, 0), "see  & that");
    assert_written(reg, "<text>see <b>this</b> &amp; <!--c-->that</text>");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void empty_is_not_missing(void **state)
{
    (void)state;
    pdoc_register *reg =
        read_good(REGISTER("<title/><document id=\"d1\" scope=\"\"><relation kind=\"cites\" to=\"a\"><note></note>"
                           "</relation><version n=\"1\" label=\"\"><section code=\"s\"><text/></section>"
                           "</version></document><document id=\"d2\"/>"));
    pdoc_document *doc = pdoc_register_document(reg, 0);
    assert_string_equal(pdoc_register_title(reg), "");
    assert_string_equal(pdoc_document_scope(doc), "");
    assert_null(pdoc_document_category(doc));
    assert_string_equal(pdoc_relation_note(pdoc_document_relation(doc, 0)), "");
    assert_string_equal(pdoc_version_label(pdoc_document_version(doc, 0)), "");
    assert_string_equal(pdoc_version_section_text(pdoc_document_version(doc, 0), 0), "");
    assert_null(pdoc_version_section_title(pdoc_document_version(doc, 0), 0));
    assert_null(pdoc_document_title(pdoc_register_document(reg, 1)));
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_later_minor_version_is_read_and_kept(void **state)
{
    (void)state;
    pdoc_register *reg = read_good("<register xmlns=\"urn:policydoc:1\" schema-version=\"1.12\"><new/></register>");
    assert_int_equal(pdoc_register_notice_count(reg), 1);
    assert_written(reg, "schema-version=\"1.12\"");
    pdoc_register_unref(reg);
    reg = read_good("<register xmlns=\"urn:policydoc:1\"/>"); /* none is said: ours */
    assert_written(reg, "schema-version=\"1.0\"");
    pdoc_register_unref(reg);
}

/* Hands out a text in pieces of one size. */
struct source {
    const char *text;
    size_t left;
    size_t step;
};

static int64_t take(void *context, void *buffer, size_t size)
{
    struct source *source = context;
    size_t part = source->step < source->left ? source->step : source->left;
    part = part < size ? part : size;
    memcpy(buffer, source->text, part);
    source->text += part;
    source->left -= part;
    return (int64_t)part;
}

static void pieces_of_any_size_give_the_same_register(void **state)
{
    (void)state;
    for (size_t step = 1; step < 40; step++) {
        struct source source = {everything, strlen(everything), step};
        pdoc_error *error = NULL;
        pdoc_register *reg = pdoc_register_read_stream(take, &source, "stream", NULL, &error);
        assert_string_equal(pdoc_error_message(error), "");
        assert_non_null(reg);
        assert_written(reg, everything);
        pdoc_register_unref(reg);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_in_the_model),
        cmocka_unit_test(everything_is_written_as_it_was_read),
        cmocka_unit_test(everything_holds_each_element_and_attribute_of_the_form),
        cmocka_unit_test(the_order_of_different_elements_does_not_matter),
        cmocka_unit_test(odd_content_loads_and_survives),
        cmocka_unit_test(an_event_of_an_unknown_kind_is_kept_and_marked),
        cmocka_unit_test(texts_arrive_as_they_were_written),
        cmocka_unit_test(attributes_arrive_as_they_were_written),
        cmocka_unit_test(mixed_content_in_a_text_keeps_text_and_place),
        cmocka_unit_test(empty_is_not_missing),
        cmocka_unit_test(a_later_minor_version_is_read_and_kept),
        cmocka_unit_test(pieces_of_any_size_give_the_same_register),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
