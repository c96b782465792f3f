/* SPDX-License-Identifier: MIT */
/* What differs between two registers: each sort of part, in words; and no difference exactly where the bytes are the same. */
#include "registers.h"

#include "failing_memory.h"

static const char rich[] =
    "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" xml:lang=\"en\" revision=\"4\" revised=\"2026-01-02\">"
    "<title>Register</title><profile ref=\"old\" to=\"2019\"/><profile ref=\"new\" from=\"2020\"/>"
    "<calendar ref=\"england\" as-of=\"2026-01-01\" source=\"S\"><non-working from=\"2026-12-24\" to=\"2027-01-01\" "
    "name=\"C\"/><working on=\"2026-12-28\"/></calendar>"
    "<party code=\"ex\" kind=\"executive\" part-of=\"lead\"><name>Executive</name><alias>Exec</alias><former>Board</former>"
    "<holder from=\"2020\">H</holder><meets rule=\"FREQ=MONTHLY;BYDAY=3TU\" start=\"2026-01-20\" on-holiday=\"none\"/>"
    "<meeting on=\"2026-02-17\" state=\"held\"><note>N</note><attendee as=\"deputy\">lead</attendee></meeting></party>"
    "<party code=\"lead\" kind=\"post\" ended=\"2030-01-01\" successor=\"ex\" visibility=\"public\"><name>Lead</name></party>"
    "<document id=\"d1\" type=\"policy\" category=\"c\" scope=\"s\" uri=\"urn:a\" profile=\"new\" visibility=\"internal\">"
    "<title xml:lang=\"cy\">Teitl</title><title>Title</title><reference>R1</reference><reference>R2</reference>"
    "<property name=\"pn\" value=\"pv\"/><relation kind=\"implements\" to=\"d2\" edition=\"2\" clause=\"4\" "
    "checked=\"2026-01-01\"><note>rn</note></relation>"
    "<version n=\"1\" label=\"V1\" visibility=\"restricted\"><front-sheet><row field=\"author\"><label>Author</label><text>Lead</text></row>"
    "<row field=\"date-review\" value=\"2027-06\"><label>Due</label><text>June 2027</text></row>"
    "<row field=\"keywords\" state=\"not-applicable\"><text>none</text></row><row><label>Odd</label><text>o</text></row>"
    "<row><label>Odd</label><text>p</text></row></front-sheet><section code=\"aim\"><title>Aim</title><text>What</text>"
    "</section><content href=\"a.pdf\" media-type=\"m\"/></version><version n=\"2\"><front-sheet/></version>"
    "<history><decided id=\"e1\" on=\"2026-01-20\" recorded=\"2026-01-21\" version=\"1\" by=\"ex\" outcome=\"approved\" "
    "minute=\"7\"><note>en</note></decided><reviewed id=\"e2\" on=\"2026-02\" cause=\"e1\"/></history></document>"
    "<document id=\"d2\" type=\"procedure\" uri=\"urn:b\"><title>Second</title><odd a=\"b\">kept</odd></document>"
    "<forward-plan-item document=\"d1\" version=\"1\" body=\"ex\" meeting=\"2026-06-16\" purpose=\"sign-off\" "
    "arranged-by=\"lead\" deferred-to=\"2026-07-21\"><note>fn</note></forward-plan-item>"
    "<history><reported id=\"e3\" on=\"2026-03-01\" by=\"ex\"/></history></register>";

/* `rich`, with the first `old` in it made `new`; a register that can be read. */
static pdoc_register *rich_with(const char *old, const char *new_text)
{
    char text[sizeof rich + 400];
    const char *at = strstr(rich, old);
    assert_non_null(at);
    snprintf(text, sizeof text, "%.*s%s%s", (int)(at - rich), rich, new_text, at + strlen(old));
    return read_good(text);
}

static pdoc_differences *differences_of(const pdoc_register *before, const pdoc_register *after)
{
    pdoc_error *error = NULL;
    pdoc_differences *differences = pdoc_register_compare(before, after, &error);
    assert_non_null(differences);
    assert_null(error);
    return differences;
}

struct expectation {
    const char *old;
    const char *new_text;
    const char *document; /* id; NULL: the register */
    const char *place;
    pdoc_difference_kind kind;
    const char *words;
};

#define ADDED PDOC_DIFFERENCE_ADDED
#define REMOVED PDOC_DIFFERENCE_REMOVED
#define CHANGED PDOC_DIFFERENCE_CHANGED

static const struct expectation expectations[] = {
    {"<title>Register", "<title>Other", NULL, "title", CHANGED,
     "the title of the register is now \"Other\"; it was \"Register\""},
    {"revision=\"4\"", "revision=\"5\"", NULL, "revision", CHANGED,
     "the revision of the register is now \"5\"; it was \"4\""},
    {"<profile ref=\"old\" to=\"2019\"/>", "", NULL, "profile/old", REMOVED,
     "a profile of the register is no longer recorded; it was \"old, to 2019\""},
    {"source=\"S\"", "source=\"T\"", NULL, "calendar/england", CHANGED,
     "a calendar of the register is now \"england, as of 2026-01-01, from T\"; it was \"england, as of 2026-01-01, "
     "from S\""},
    {"<working on=\"2026-12-28\"/>", "", NULL, "calendar/england/working/2026-12-28", REMOVED,
     "an entry \"working\" of the calendar \"england\" is no longer recorded; it was \"2026-12-28\""},
    {"<name>Executive", "<name>Board", NULL, "party/ex/name/1", CHANGED,
     "party \"ex\": its name is now \"Board\"; it was \"Executive\""},
    {"<alias>Exec</alias>", "", NULL, "party/ex/alias/1", REMOVED,
     "party \"ex\": its alias is no longer recorded; it was \"Exec\""},
    {"<holder from=\"2020\">", "<holder from=\"2020\" to=\"2026\">", NULL, "party/ex/holder/H", CHANGED,
     "party \"ex\": a holder is now \"H, from 2020, to 2026\"; it was \"H, from 2020\""},
    {"BYDAY=3TU", "BYDAY=2TU", NULL, "party/ex/meets/1", CHANGED,
     "party \"ex\": a rule by which it meets is now \"FREQ=MONTHLY;BYDAY=2TU, from 2026-01-20, on a holiday none\"; it "
     "was \"FREQ=MONTHLY;BYDAY=3TU, from 2026-01-20, on a holiday none\""},
    {"state=\"held\"", "state=\"cancelled\"", NULL, "party/ex/meeting/2026-02-17", CHANGED,
     "party \"ex\": its meeting on 2026-02-17 is now \"cancelled, note N\"; it was \"held, note N\""},
    {"as=\"deputy\"", "as=\"absent\"", NULL, "party/ex/meeting/2026-02-17/attendee/lead", CHANGED,
     "party \"ex\": the attendance of lead is now \"absent\"; it was \"deputy\""},
    {"ended=\"2030-01-01\"", "", NULL, "party/lead/ended", REMOVED,
     "party \"lead\": its last day is no longer recorded; it was \"2030-01-01\""},
    {"<document id=\"d1\"", "<party code=\"hub\"><name>Hub</name></party><document id=\"d1\"", NULL, "party/hub", ADDED, "the party \"hub\" is new"},
    {"type=\"policy\"", "type=\"guidance\"", "d1", "type", CHANGED, "the type is now \"guidance\"; it was \"policy\""},
    {"category=\"c\"", "", "d1", "category", REMOVED, "the category is no longer recorded; it was \"c\""},
    {"Teitl", "Enw", "d1", "title/1", CHANGED, "the title is now \"Enw\"; it was \"Teitl\""},
    {" xml:lang=\"cy\"", "", "d1", "title/1/language", REMOVED,
     "the language of the title is no longer recorded; it was \"cy\""},
    {"<reference>R2", "<reference>R3", "d1", "reference/2", CHANGED,
     "the reference 2 is now \"R3\"; it was \"R2\""},
    {"value=\"pv\"", "value=\"pw\"", "d1", "property/pn", CHANGED, "the property \"pn\" is now \"pw\"; it was \"pv\""},
    {"edition=\"2\"", "edition=\"3\"", "d1", "relation/implements/d2", CHANGED,
     "the relation \"implements\" is now \"implements d2, edition 3, clause 4, checked on 2026-01-01, note rn\"; it was "
     "\"implements d2, edition 2, clause 4, checked on 2026-01-01, note rn\""},
    {"label=\"V1\"", "label=\"V1.1\"", "d1", "version/1/label", CHANGED,
     "the label of version 1 is now \"V1.1\"; it was \"V1\""},
    {"<text>Lead</text>", "<text>Chief</text>", "d1", "version/1/front-sheet/author", CHANGED,
     "the cell \"Author\" of version 1 is now \"Chief\"; it was \"Lead\""},
    {"value=\"2027-06\"", "value=\"2027-07\"", "d1", "version/1/front-sheet/date-review", CHANGED,
     "the cell \"Due\" of version 1 is now \"June 2027 (2027-07)\"; it was \"June 2027 (2027-06)\""},
    {"<text>Lead</text>", "", "d1", "version/1/front-sheet/author", CHANGED,
     "the cell \"Author\" of version 1 is now \"blank\"; it was \"Lead\""},
    {"<row field=\"author\"><label>Author</label><text>Lead</text>",
     "<row field=\"author\" value=\"Lead\"><label>Author</label>", "d1", "version/1/front-sheet/author", CHANGED,
     "the cell \"Author\" of version 1 is written in another way: \"Lead\""},
    {"<text>p</text>", "<text>q</text>", "d1", "version/1/front-sheet/Odd#2", CHANGED,
     "the cell \"Odd\" of version 1 is now \"q\"; it was \"p\""},
    {"<text>What</text>", "<text>Why</text>", "d1", "version/1/section/aim/text", CHANGED,
     "the text of the section \"aim\" of version 1 is now \"Why\"; it was \"What\""},
    {"<content href=\"a.pdf\" media-type=\"m\"/>", "", "d1", "version/1/content/a.pdf", REMOVED,
     "the content of version 1 is no longer recorded; it was \"a.pdf, media type m\""},
    {"<version n=\"2\"><front-sheet/></version>", "<version n=\"2\"><front-sheet/></version><version n=\"3\"/>", "d1",
     "version/3", ADDED, "version 3 is new"},
    {"<front-sheet/>", "", "d1", "version/2/front-sheet", REMOVED,
     "the front sheet of version 2 is no longer recorded; it was \"empty\""},
    {"minute=\"7\"", "minute=\"8\"", "d1", "history/e1", CHANGED,
     "the event e1 was altered, though a history only grows; it is now: decided on 2026-01-20, recorded 2026-01-21, version 1, by ex, outcome "
     "approved, minute 8, note en; it was: decided on 2026-01-20, recorded 2026-01-21, version 1, by ex, outcome approved, "
     "minute 7, note en"},
    {"<reviewed id=\"e2\" on=\"2026-02\" cause=\"e1\"/>", "", "d1", "history/e2", REMOVED,
     "the event e2 is gone, though a history only grows; it was: reviewed on 2026-02, cause e1"},
    {"<reviewed id=\"e2\"", "<remarked id=\"e9\" on=\"2026-02-01\"/><reviewed id=\"e2\"", "d1", "history/e9", ADDED,
     "recorded: remarked on 2026-02-01"},
    {"<odd a=\"b\">", "<odd a=\"c\">", "d2", "document/unknown", CHANGED, "what is kept without being understood"},
    {"uri=\"urn:b\"", "uri=\"urn:c\"", "d2", "uri", CHANGED, "the URI is now \"urn:c\"; it was \"urn:b\""},
    {"id=\"d2\" type=\"procedure\"", "id=\"d7\" type=\"procedure\"", "d7", "id", CHANGED,
     "its id is now \"d7\"; it was \"d2\""},
    {"deferred-to=\"2026-07-21\"", "", NULL, "forward-plan/d1/ex/2026-06-16", CHANGED,
     "an item of the forward plan is now \"d1 on 2026-06-16, version 1, body ex, purpose sign-off, arranged by lead, note fn\""},
    {"<reported id=\"e3\"", "<reported id=\"e4\"", NULL, "history/e4", ADDED, "recorded: reported on 2026-03-01, by ex"},
};

static size_t find_place(const pdoc_differences *differences, const struct expectation *expected)
{
    for (size_t i = 0; i < pdoc_differences_count(differences); i++) {
        const char *document = pdoc_differences_document(differences, i);
        if (strcmp(pdoc_differences_place(differences, i), expected->place) == 0 &&
            (document && expected->document ? strcmp(document, expected->document) == 0 : document == expected->document))
            return i;
    }
    return SIZE_MAX;
}

static void every_sort_of_part_is_told_in_words(void **state)
{
    (void)state;
    pdoc_register *before = read_good(rich);
    for (size_t i = 0; i < sizeof expectations / sizeof *expectations; i++) {
        const struct expectation *expected = &expectations[i];
        pdoc_register *after = rich_with(expected->old, expected->new_text);
        pdoc_differences *differences = differences_of(before, after);
        const size_t found = find_place(differences, expected);
        if (found == SIZE_MAX)
            print_error("no difference at %s\n", expected->place);
        assert_true(found < SIZE_MAX);
        assert_contains(pdoc_differences_words(differences, found), expected->words);
        assert_int_equal(pdoc_differences_kind(differences, found), expected->kind);
        assert_int_equal(pdoc_differences_before(differences, found) == NULL, expected->kind == ADDED);
        assert_int_equal(pdoc_differences_after(differences, found) == NULL, expected->kind == REMOVED);
        pdoc_differences_unref(differences);
        pdoc_register_unref(after);
    }
    pdoc_register_unref(before);
}

static void a_document_that_is_new_or_gone_is_one_difference(void **state)
{
    (void)state;
    pdoc_register *whole = read_good(rich);
    pdoc_register *less = rich_with("<document id=\"d2\" type=\"procedure\" uri=\"urn:b\"><title>Second</title><odd a=\"b\">kept"
                                    "</odd></document>",
                                    "");
    pdoc_differences *gone = differences_of(whole, less);
    pdoc_differences *added = differences_of(less, whole);
    assert_int_equal(pdoc_differences_count(gone), 1);
    assert_string_equal(pdoc_differences_words(gone, 0), "the document \"Second\" is gone");
    assert_string_equal(pdoc_differences_title(gone, 0), "Second");
    assert_int_equal(pdoc_differences_count(added), 1);
    assert_string_equal(pdoc_differences_words(added, 0), "the document \"Second\" is new");
    assert_string_equal(pdoc_differences_document(added, 0), "d2");
    assert_null(pdoc_differences_reference(added, 0));
    pdoc_differences *same = pdoc_differences_ref(added);
    pdoc_differences_unref(added);
    assert_int_equal(pdoc_differences_kind(same, 0), ADDED);
    pdoc_differences_unref(same);
    pdoc_differences_unref(gone);
    pdoc_register_unref(less);
    pdoc_register_unref(whole);
}

static void another_order_is_a_difference(void **state)
{
    (void)state;
    pdoc_register *before = read_good(DOCUMENT("<property name=\"a\" value=\"1\"/><property name=\"b\" value=\"2\"/>"));
    pdoc_register *after = read_good(DOCUMENT("<property name=\"b\" value=\"2\"/><property name=\"a\" value=\"1\"/>"));
    pdoc_differences *differences = differences_of(before, after);
    assert_int_equal(pdoc_differences_count(differences), 1);
    assert_string_equal(pdoc_differences_place(differences, 0), "order");
    pdoc_differences_unref(differences);
    pdoc_register_unref(before);
    pdoc_register_unref(after);
}

static void a_long_text_is_shortened_in_words_but_whole_beside_them(void **state)
{
    (void)state;
    char text[1400] = "<property name=\"a\" value=\"";
    for (size_t i = strlen(text), end = i + 600; i < end; i += 2)
        memcpy(text + i, "\xc3\xa4", 3);
    strcat(text, "\"/>");
    char whole[2000];
    snprintf(whole, sizeof whole, DOCUMENT("%s"), text);
    pdoc_register *before = read_good(DOCUMENT(""));
    pdoc_register *after = read_good(whole);
    pdoc_differences *differences = differences_of(before, after);
    assert_int_equal(strlen(pdoc_differences_after(differences, 0)), 600);
    assert_contains(pdoc_differences_words(differences, 0), "\xc3\xa4...\"");
    assert_true(strlen(pdoc_differences_words(differences, 0)) < 300);
    pdoc_differences_unref(differences);
    pdoc_register_unref(before);
    pdoc_register_unref(after);
}

static bool are_same_bytes(const pdoc_register *left, const pdoc_register *right)
{
    pdoc_text *texts[] = {write_text(left), write_text(right)};
    const bool same = strcmp(pdoc_text_data(texts[0]), pdoc_text_data(texts[1])) == 0;
    pdoc_text_free(texts[0]);
    pdoc_text_free(texts[1]);
    return same;
}

/* Every letter in turn is made another, and every element is written twice or left out; what can still be read counts. */
static void there_is_no_difference_exactly_where_the_bytes_are_the_same(void **state)
{
    (void)state;
    pdoc_register *before = read_good(rich);
    size_t different = 0;
    char text[sizeof rich + 1];
    for (size_t i = strlen("<register xmlns=\"urn:policydoc:1\""); rich[i]; i++) {
        memcpy(text, rich, sizeof rich);
        text[i] = rich[i] == 'q' ? 'z' : rich[i] >= '0' && rich[i] <= '8' ? (char)(rich[i] + 1) : 'q';
        pdoc_register *after = read_text(text, NULL);
        if (!after)
            continue;
        pdoc_differences *differences = differences_of(before, after);
        const bool same = are_same_bytes(before, after);
        if (same != (pdoc_differences_count(differences) == 0))
            print_error("at %zu: ...%.40s\n", i, text + (i > 20 ? i - 20 : 0));
        assert_int_equal(same, pdoc_differences_count(differences) == 0);
        different += !same;
        pdoc_differences_unref(differences);
        pdoc_register_unref(after);
    }
    assert_true(different > 300);
    pdoc_register_unref(before);
}

static void a_register_does_not_differ_from_its_copy(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(rich);
    pdoc_register *copy = pdoc_register_copy(reg, NULL);
    pdoc_differences *differences = differences_of(reg, copy);
    assert_int_equal(pdoc_differences_count(differences), 0);
    assert_null(pdoc_differences_words(differences, 0));
    pdoc_differences_unref(differences);
    pdoc_register_unref(copy);
    pdoc_register_unref(reg);
}

static void two_registers_are_needed(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = new_register();
    assert_null(pdoc_register_compare(reg, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "two registers are needed");
    assert_int_equal(pdoc_differences_count(NULL), 0);
    pdoc_register_unref(reg);
}

static void memory_that_runs_out_is_an_error_and_loses_nothing(void **state)
{
    (void)state;
    pdoc_register *before = read_good(rich);
    pdoc_register *after = rich_with("type=\"policy\"", "type=\"guidance\"");
    const struct pdoc__allocator usual = pdoc__allocator;
    long allocations = 0;
    for (bool done = false; !done; allocations++) {
        pdoc_error *error = NULL;
        memory_held = 0;
        memory_fails_after(allocations);
        pdoc_differences *differences = pdoc_register_compare(before, after, &error);
        memory_until_failure = -1;
        done = differences != NULL;
        assert_int_equal(pdoc_error_status(error), done ? PDOC_OK : PDOC_ERR_NOMEM);
        pdoc_differences_unref(differences);
        assert_int_equal(memory_held, 0);
        pdoc__allocator = usual;
    }
    assert_true(allocations > 5);
    pdoc_register_unref(before);
    pdoc_register_unref(after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sort_of_part_is_told_in_words),
        cmocka_unit_test(a_document_that_is_new_or_gone_is_one_difference),
        cmocka_unit_test(another_order_is_a_difference),
        cmocka_unit_test(a_long_text_is_shortened_in_words_but_whole_beside_them),
        cmocka_unit_test(there_is_no_difference_exactly_where_the_bytes_are_the_same),
        cmocka_unit_test(a_register_does_not_differ_from_its_copy),
        cmocka_unit_test(two_registers_are_needed),
        cmocka_unit_test(memory_that_runs_out_is_an_error_and_loses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
