/* SPDX-License-Identifier: MIT */
/* Two registers made one: nothing is lost, nothing is doubled, and what they say differently is told. */
#include "registers.h"

#include "failing_memory.h"

#define START OPEN ">"
#define TAIL  "</register>"
#define EMPTY START TAIL

static const char ours[] = START
    "<title>Ours</title><profile ref=\"p\"/>"
    "<calendar ref=\"england\"><non-working on=\"2026-12-24\" name=\"N\"/></calendar>"
    "<party code=\"exec\" kind=\"executive\"><name>Executive</name><meeting on=\"2026-01-20\" state=\"held\"/></party>"
    "<party code=\"lead\" kind=\"post\"><name>Lead</name></party>"
    "<document id=\"d1\" type=\"policy\" visibility=\"public\"><title>Bruising</title><reference>P1</reference>"
    "<relation kind=\"read-with\" to=\"d2\"/>"
    "<version n=\"1\" label=\"V1\"><front-sheet><row field=\"author\"><text>Lead</text></row></front-sheet></version>"
    "<history><decided id=\"e1\" on=\"2020-01-10\" version=\"1\" by=\"exec\" outcome=\"approved\"/>"
    "<published id=\"e2\" on=\"2020-02-01\" version=\"1\" cause=\"e1\"/></history></document>"
    "<document id=\"d2\" type=\"policy\"><title>Visits</title><reference>P2</reference>"
    "<version n=\"1\" label=\"V1\"/></document>"
    "<forward-plan-item document=\"d1\" body=\"exec\" meeting=\"2027-01-19\"/>"
    "<history><reported id=\"e3\" on=\"2020-03-01\" by=\"exec\"/></history>" TAIL;

/* The ids of `ours` for other things; a party by its name, one whose code means somebody else; what both have, with
 * more. */
static const char theirs[] = START
    "<title>Theirs</title><profile ref=\"q\"/>"
    "<calendar ref=\"england\"><non-working on=\"2026-12-28\" name=\"M\"/></calendar>"
    "<party code=\"ex\" kind=\"executive\"><name>The Executive</name><alias>Executive</alias>"
    "<meeting on=\"2026-02-17\" state=\"held\"><attendee>lead</attendee></meeting></party>"
    "<party code=\"lead\" kind=\"team\" part-of=\"ex\"><name>Lead team</name></party>"
    "<document id=\"d1\" type=\"procedure\"><title>Visits</title><reference>P2</reference>"
    "<relation kind=\"implements\" to=\"d3\"/><relation kind=\"supports\" to=\"d2\"/>"
    "<version n=\"1\" label=\"V1\"><front-sheet><row field=\"scope\"><text>All</text></row></front-sheet></version>"
    "<version n=\"2\" label=\"V2\"/>"
    "<history><decided id=\"e1\" on=\"2021-01-10\" version=\"2\" by=\"ex\" outcome=\"approved\"/>"
    "<published id=\"e2\" on=\"2021-02-01\" version=\"2\" cause=\"e1\"/></history></document>"
    "<document id=\"d2\" type=\"policy\"><title>Keys</title><reference>P1</reference>"
    "<version n=\"1\"><front-sheet><row field=\"author\"><text>lead</text></row>"
    "<row field=\"sponsor\"><text>Director of Nothing</text></row></front-sheet></version>"
    "<history><drafted id=\"e4\" on=\"2021-03-01\" version=\"1\" by=\"lead\"/></history></document>"
    "<document id=\"d3\" type=\"policy\" uri=\"urn:b\"><title xml:lang=\"cy\">Cyf</title><x:y "
    "xmlns:x=\"urn:x\">kept</x:y>"
    "</document>"
    "<forward-plan-item document=\"d1\" body=\"ex\" meeting=\"2027-01-19\"/>"
    "<history><reported id=\"e3\" on=\"2021-03-01\" by=\"ex\"/></history>" TAIL;

static const pdoc_merge_options options = {
    .size = sizeof options, .origin = "Sutton", .on = {2026, 11, 24}, .recorder = "lead", .reason = "one partnership"};

static pdoc_merge *merge_registers(const pdoc_register *first, const pdoc_register *second)
{
    pdoc_error *error = NULL;
    pdoc_merge *merge = pdoc_register_merge(first, second, &options, &error);
    for (const pdoc_error *each = error; each; each = pdoc_error_next(each))
        print_error("%s\n", pdoc_error_message(each));
    assert_non_null(merge);
    return merge;
}

static pdoc_merge *merge_texts(const char *first, const char *second)
{
    pdoc_register *one = read_good(first);
    pdoc_register *other = read_good(second);
    pdoc_merge *merge = merge_registers(one, other);
    pdoc_register_unref(one);
    pdoc_register_unref(other);
    return merge;
}

static pdoc_text *bytes_of(const pdoc_register *reg)
{
    pdoc_text *text = pdoc_register_write_memory(reg, NULL, NULL);
    assert_non_null(text);
    return text;
}

static void assert_same_bytes(const pdoc_register *one, const pdoc_register *other)
{
    pdoc_text *left = bytes_of(one);
    pdoc_text *right = bytes_of(other);
    assert_string_equal(pdoc_text_data(left), pdoc_text_data(right));
    pdoc_text_free(left);
    pdoc_text_free(right);
}

static const char *const examples[] = {"merton.xml", "planning.xml", "uk-sample.xml"};

static pdoc_register *read_example(size_t index)
{
    char path[300];
    pdoc_error *error = NULL;
    snprintf(path, sizeof path, PDOC_SOURCE_DIR "/examples/registers/%s", examples[index]);
    pdoc_register *reg = pdoc_register_read_file(path, NULL, &error);
    assert_non_null(reg);
    return reg;
}
#define EXAMPLE_COUNT (sizeof examples / sizeof *examples)

static void an_empty_register_changes_nothing(void **state)
{
    (void)state;
    pdoc_register *empty = read_good(EMPTY);
    for (size_t i = 0; i <= EXAMPLE_COUNT; i++) {
        pdoc_register *reg = i < EXAMPLE_COUNT ? read_example(i) : read_good(ours);
        pdoc_merge *merge = merge_registers(reg, empty);
        assert_int_equal(pdoc_merge_count(merge), 0);
        assert_same_bytes(reg, pdoc_merge_register(merge));
        pdoc_merge_unref(merge);
        pdoc_register_unref(reg);
    }
    pdoc_register_unref(empty);
}

static size_t lines_of(const pdoc_merge *merge, pdoc_merge_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < pdoc_merge_count(merge); i++)
        count += pdoc_merge_kind_at(merge, i) == kind;
    return count;
}

static void a_register_with_itself_is_itself(void **state)
{
    (void)state;
    for (size_t i = 0; i <= EXAMPLE_COUNT + 1; i++) {
        pdoc_register *reg = i < EXAMPLE_COUNT ? read_example(i) : read_good(i == EXAMPLE_COUNT ? ours : theirs);
        pdoc_merge *merge = merge_registers(reg, reg);
        assert_int_equal(lines_of(merge, PDOC_MERGE_UNMAPPED), pdoc_merge_count(merge));
        assert_same_bytes(reg, pdoc_merge_register(merge));
        pdoc_merge_unref(merge);
        pdoc_register_unref(reg);
    }
}

/* What an event says, but for ids and codes, which may be others in the result. */
static bool says_the_same(const pdoc_event *one, const pdoc_event *other)
{
    static const char *const kept[] = {"outcome", "minute", "note", "rationale", "comment", "href", "channel", "act"};
    char days[2][2][PDOC_DATE_TEXT];
    const pdoc_event *events[] = {one, other};
    for (size_t i = 0; i < 2; i++) {
        pdoc_date_format(pdoc_event_on(events[i]), days[i][0]);
        pdoc_date_format(pdoc_event_recorded(events[i]), days[i][1]);
    }
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        const char *left = pdoc_event_attribute(one, kept[i]);
        const char *right = pdoc_event_attribute(other, kept[i]);
        if (!left != !right || (left && strcmp(left, right) != 0))
            return false;
    }
    return strcmp(pdoc_event_kind(one), pdoc_event_kind(other)) == 0 && strcmp(days[0][0], days[1][0]) == 0 &&
           strcmp(days[0][1], days[1][1]) == 0;
}

static const char *title_of(const pdoc_document *doc)
{
    return pdoc_document_title(doc) ? pdoc_document_title(doc) : "";
}

/* How many events of documents with a title say the same as one. */
static size_t told_in(const pdoc_register *reg, const char *title, const pdoc_event *event)
{
    size_t count = 0;
    for (size_t i = 0; i < pdoc_register_document_count(reg); i++) {
        const pdoc_document *doc = pdoc_register_document(reg, i);
        for (size_t k = 0; strcmp(title_of(doc), title) == 0 && k < pdoc_document_event_count(doc); k++)
            count += says_the_same(pdoc_document_event(doc, k), event);
    }
    return count;
}

/* Every event of every document of `part` is in `whole`, as often as there. */
static void assert_histories_are_in(const pdoc_register *part, const pdoc_register *whole)
{
    for (size_t i = 0; i < pdoc_register_document_count(part); i++) {
        const pdoc_document *doc = pdoc_register_document(part, i);
        for (size_t k = 0; k < pdoc_document_event_count(doc); k++) {
            const pdoc_event *event = pdoc_document_event(doc, k);
            assert_true(told_in(whole, title_of(doc), event) >= told_in(part, title_of(doc), event));
        }
    }
    for (size_t i = 0; i < pdoc_register_event_count(part); i++) {
        bool is_there = false;
        for (size_t k = 0; k < pdoc_register_event_count(whole); k++)
            is_there |= says_the_same(pdoc_register_event(part, i), pdoc_register_event(whole, k));
        assert_true(is_there);
    }
}

static void both_histories_are_kept(void **state)
{
    (void)state;
    for (size_t i = 0; i < EXAMPLE_COUNT; i++)
        for (size_t k = 0; k < EXAMPLE_COUNT; k++) {
            pdoc_register *one = read_example(i);
            pdoc_register *other = read_example(k);
            pdoc_merge *merge = merge_registers(one, other);
            assert_histories_are_in(one, pdoc_merge_register(merge));
            assert_histories_are_in(other, pdoc_merge_register(merge));
            /* once more brings nothing more, but for names of nobody and what conflicts still */
            pdoc_merge *again = merge_registers(pdoc_merge_register(merge), one);
            assert_int_equal(lines_of(again, PDOC_MERGE_ADDED), 0);
            assert_int_equal(lines_of(again, PDOC_MERGE_TAKEN), 0);
            assert_int_equal(pdoc_register_document_count(pdoc_merge_register(again)),
                             pdoc_register_document_count(pdoc_merge_register(merge)));
            pdoc_merge_unref(again);
            pdoc_merge_unref(merge);
            pdoc_register_unref(one);
            pdoc_register_unref(other);
        }
}

/* The line of a kind and place; SIZE_MAX: none. */
static size_t line_at(const pdoc_merge *merge, pdoc_merge_kind kind, const char *place)
{
    for (size_t i = 0; i < pdoc_merge_count(merge); i++)
        if (pdoc_merge_kind_at(merge, i) == kind && strcmp(pdoc_merge_place(merge, i), place) == 0)
            return i;
    return SIZE_MAX;
}

static void ids_and_links_follow(void **state)
{
    (void)state;
    pdoc_merge *merge = merge_texts(ours, theirs);
    const pdoc_register *reg = pdoc_merge_register(merge);
    assert_int_equal(pdoc_register_document_count(reg), 4);
    const pdoc_document *visits = pdoc_register_find_document(reg, "P2"); /* both have it, by reference and title */
    assert_string_equal(pdoc_document_id(visits), "d2");
    assert_int_equal(pdoc_document_version_count(visits), 2);
    const pdoc_document *keys = pdoc_register_find_document(reg, "Keys"); /* its id and reference were taken */
    assert_string_equal(pdoc_document_id(keys), "d4");
    const pdoc_document *welsh = pdoc_register_find_document(reg, "d3"); /* its id was free */
    assert_string_equal(pdoc_document_title_language(welsh, 0), "cy");
    assert_int_equal(pdoc_document_relation_count(visits), 2);
    assert_ptr_equal(pdoc_relation_document(pdoc_document_relation(visits, 0)), welsh);
    assert_ptr_equal(pdoc_relation_document(pdoc_document_relation(visits, 1)), keys);
    const pdoc_event *decided = pdoc_document_event(visits, 1);
    const pdoc_event *published = pdoc_document_event(visits, 2);
    assert_string_equal(pdoc_event_kind(pdoc_document_event(visits, 0)), "remarked"); /* of the conflict of types */
    assert_string_equal(pdoc_event_kind(decided), "decided");
    assert_string_equal(pdoc_event_attribute(published, "cause"), pdoc_event_id(decided));
    assert_string_not_equal(pdoc_event_id(decided), "e1");
    assert_string_equal(pdoc_event_by(decided), "exec"); /* "ex" is the same by its name */
    assert_int_equal(pdoc_register_forward_item_count(reg), 2);
    pdoc_merge_unref(merge);
}

static void parties_are_the_same_by_code_or_name(void **state)
{
    (void)state;
    pdoc_merge *merge = merge_texts(ours, theirs);
    const pdoc_register *reg = pdoc_merge_register(merge);
    assert_int_equal(pdoc_register_party_count(reg), 3);
    pdoc_party *exec = pdoc_register_find_party(reg, "The Executive");
    assert_string_equal(pdoc_party_code(exec), "exec");
    assert_int_equal(pdoc_party_meeting_count(exec), 2);
    pdoc_party *team = pdoc_register_find_party(reg, "Lead team"); /* the code is a post's there */
    assert_string_equal(pdoc_party_code(team), "lead-2");
    assert_string_equal(pdoc_party_part_of(team), "exec");
    const pdoc_document *keys = pdoc_register_find_document(reg, "Keys");
    assert_string_equal(pdoc_event_by(pdoc_document_event(keys, 0)), "lead-2");
    const struct pdoc_version *version = pdoc_document_version(keys, 0);
    assert_string_equal(pdoc_version_row_text(version, 0), "lead"); /* as it is printed */
    assert_string_equal(pdoc_version_row_value(version, 0), "lead-2");
    assert_true(line_at(merge, PDOC_MERGE_ADDED, "party/lead-2") != SIZE_MAX);
    const size_t line = line_at(merge, PDOC_MERGE_UNMAPPED, "sponsor");
    assert_true(line != SIZE_MAX);
    assert_string_equal(pdoc_merge_in_second(merge, line), "Director of Nothing");
    pdoc_merge_unref(merge);
}

static void conflicts_are_told_and_both_values_kept(void **state)
{
    (void)state;
    pdoc_merge *merge = merge_texts(ours, theirs);
    const pdoc_register *reg = pdoc_merge_register(merge);
    const pdoc_document *visits = pdoc_register_find_document(reg, "d2");
    const size_t line = line_at(merge, PDOC_MERGE_CONFLICT, "type");
    assert_true(line != SIZE_MAX);
    assert_string_equal(pdoc_merge_document(merge, line), "d2");
    assert_string_equal(pdoc_merge_reference(merge, line), "P2");
    assert_string_equal(pdoc_merge_in_first(merge, line), "policy");
    assert_string_equal(pdoc_merge_in_second(merge, line), "procedure");
    assert_string_equal(pdoc_document_type(visits), "policy");
    const pdoc_event *remark = pdoc_document_event(visits, 0);
    assert_non_null(strstr(pdoc_merge_kept(merge, line), pdoc_event_id(remark)));
    assert_string_equal(pdoc_event_attribute(remark, "note"), "Sutton: the type is \"procedure\"");
    assert_string_equal(pdoc_event_attribute(remark, "origin"), "Sutton");
    const size_t apart = line_at(merge, PDOC_MERGE_APART, "title/1");
    assert_true(apart != SIZE_MAX);
    assert_string_equal(pdoc_merge_reference(merge, apart), "P1");
    assert_true(line_at(merge, PDOC_MERGE_TAKEN, "version/1/front-sheet/scope") != SIZE_MAX);
    assert_true(line_at(merge, PDOC_MERGE_TAKEN, "version/2") != SIZE_MAX);
    assert_true(line_at(merge, PDOC_MERGE_CONFLICT, "profile") != SIZE_MAX);
    assert_true(line_at(merge, PDOC_MERGE_CONFLICT, "title") != SIZE_MAX);
    assert_string_equal(pdoc_document_profile(pdoc_register_find_document(reg, "d3")), "q");
    assert_null(pdoc_document_profile(visits)); /* by ours, as it was */
    pdoc_merge_unref(merge);
}

static void the_list_has_every_form(void **state)
{
    (void)state;
    pdoc_merge *merge = merge_texts(ours, theirs);
    for (int format = PDOC_FORMAT_TEXT; format <= PDOC_FORMAT_XML; format++) {
        const pdoc_publish_options form = {.size = sizeof form, .format = (pdoc_format)format};
        pdoc_text *text = pdoc_merge_publish(merge, &form, NULL);
        assert_non_null(text);
        assert_contains(pdoc_text_data(text), "procedure");
        assert_contains(pdoc_text_data(text), "P2");
        pdoc_text_free(text);
    }
    pdoc_merge_unref(merge);
}

static void what_came_over_is_recorded(void **state)
{
    (void)state;
    pdoc_merge *merge = merge_texts(ours, theirs);
    const pdoc_register *reg = pdoc_merge_register(merge);
    static const struct {
        const char *id;
        size_t count;
    } told[] = {{"d1", 0}, {"d2", 1}, {"d3", 1}, {"d4", 1}};
    for (size_t i = 0; i < 4; i++) {
        const pdoc_document *doc = pdoc_register_find_document(reg, told[i].id);
        size_t count = 0;
        for (size_t k = 0; k < pdoc_document_event_count(doc); k++) {
            const pdoc_event *event = pdoc_document_event(doc, k);
            if (strcmp(pdoc_event_kind(event), "transferred") != 0)
                continue;
            count++;
            assert_string_equal(pdoc_event_attribute(event, "origin"), "Sutton");
            assert_string_equal(pdoc_event_attribute(event, "recorder"), "lead");
            assert_string_equal(pdoc_event_attribute(event, "why"), "one partnership");
        }
        assert_int_equal(count, told[i].count);
    }
    assert_int_equal(pdoc_register_revision(reg), 1);
    pdoc_text *text = bytes_of(reg);
    assert_non_null(strstr(pdoc_text_data(text), "<x:y xmlns:x=\"urn:x\">kept</x:y>"));
    pdoc_text_free(text);
    pdoc_merge_unref(merge);
}

#define WITH(attributes, content)                                                                                      \
    START "<document id=\"d1\" " attributes "><title>T</title><reference>R</reference>" content "</document>" TAIL

static void of_two_marks_the_closer_one_stands(void **state)
{
    (void)state;
    static const struct {
        const char *first, *second, *expected;
    } cases[] = {{WITH("visibility=\"public\"", ""), WITH("visibility=\"internal\"", ""), "internal"},
                 {WITH("visibility=\"internal\"", ""), WITH("visibility=\"public\"", ""), "internal"},
                 {WITH("", ""), WITH("visibility=\"public\"", ""), NULL},
                 {WITH("visibility=\"public\"", ""), WITH("", ""), "public"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pdoc_merge *merge = merge_texts(cases[i].first, cases[i].second);
        const char *mark = pdoc_document_visibility(pdoc_register_document(pdoc_merge_register(merge), 0));
        assert_true(cases[i].expected ? mark && strcmp(mark, cases[i].expected) == 0 : !mark);
        assert_int_equal(lines_of(merge, PDOC_MERGE_CONFLICT), i < 3);
        pdoc_merge_unref(merge);
    }
}

static void another_version_of_the_same_number_gets_the_next(void **state)
{
    (void)state;
    pdoc_merge *merge = merge_texts(WITH("", "<version n=\"1\" label=\"V1\"/><version n=\"2\" label=\"V2\"/>"),
                                    WITH("", "<version n=\"1\" label=\"V1\"/><version n=\"2\" label=\"1.1\"/><history>"
                                             "<drafted id=\"e1\" on=\"2020-01-01\" version=\"2\"/></history>"));
    const pdoc_document *doc = pdoc_register_document(pdoc_merge_register(merge), 0);
    assert_int_equal(pdoc_document_version_count(doc), 3);
    assert_string_equal(pdoc_version_label(pdoc_document_find_version(doc, 2)), "V2");
    assert_string_equal(pdoc_version_label(pdoc_document_find_version(doc, 3)), "1.1");
    assert_int_equal(pdoc_event_version(pdoc_document_event(doc, 0)), 3);
    assert_true(line_at(merge, PDOC_MERGE_RENAMED, "version/2") != SIZE_MAX);
    pdoc_merge_unref(merge);
}

static void what_cannot_be_merged_is_refused(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = read_good(ours);
    pdoc_merge_options other = options;
    assert_null(pdoc_register_merge(reg, NULL, &options, NULL));
    assert_null(pdoc_register_merge(NULL, reg, &options, NULL));
    assert_null(pdoc_register_merge(reg, reg, NULL, NULL));
    other.origin = "";
    assert_null(pdoc_register_merge(reg, reg, &other, NULL));
    other.origin = "\xff";
    assert_null(pdoc_register_merge(reg, reg, &other, NULL));
    other = options;
    other.on.day = 0;
    assert_null(pdoc_register_merge(reg, reg, &other, NULL));
    pdoc_register *one =
        read_good("<register xmlns=\"urn:policydoc:1\" xmlns:z=\"urn:1\" schema-version=\"1.0\">" TAIL);
    pdoc_register *two =
        read_good("<register xmlns=\"urn:policydoc:1\" xmlns:z=\"urn:2\" schema-version=\"1.0\">" TAIL);
    assert_null(pdoc_register_merge(one, two, &options, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
    assert_non_null(strstr(pdoc_error_message(error), "one prefix for two namespaces"));
    pdoc_error_free(error);
    assert_null(pdoc_merge_publish(NULL, NULL, NULL));
    assert_null(pdoc_merge_register(NULL));
    assert_int_equal(pdoc_merge_count(NULL), 0);
    assert_null(pdoc_merge_ref(NULL));
    pdoc_merge_unref(NULL);
    pdoc_register_unref(one);
    pdoc_register_unref(two);
    pdoc_register_unref(reg);
}

static void memory_that_runs_out_is_told(void **state)
{
    (void)state;
    const pdoc_publish_options csv = {.size = sizeof csv, .format = PDOC_FORMAT_CSV};
    const struct pdoc__allocator before = pdoc__allocator;
    pdoc_register *first = read_good(ours);
    pdoc_register *second = read_good(theirs);
    long failures = 0;
    for (bool is_good = false; !is_good; failures += !is_good) {
        pdoc_error *error = NULL;
        const long held = memory_held;
        memory_fails_after(failures);
        pdoc_merge *merge = pdoc_register_merge(first, second, &options, &error);
        pdoc_text *text = merge ? pdoc_merge_publish(merge, &csv, &error) : NULL;
        memory_until_failure = -1;
        is_good = text != NULL;
        assert_int_equal(pdoc_error_status(error), is_good ? PDOC_OK : PDOC_ERR_NOMEM);
        pdoc_text_free(text);
        pdoc_merge_unref(merge);
        pdoc_error_free(error);
        assert_int_equal(memory_held, held);
    }
    assert_true(failures > 100);
    pdoc__allocator = before;
    pdoc_register_unref(first);
    pdoc_register_unref(second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_register_changes_nothing),
        cmocka_unit_test(a_register_with_itself_is_itself),
        cmocka_unit_test(both_histories_are_kept),
        cmocka_unit_test(ids_and_links_follow),
        cmocka_unit_test(parties_are_the_same_by_code_or_name),
        cmocka_unit_test(conflicts_are_told_and_both_values_kept),
        cmocka_unit_test(the_list_has_every_form),
        cmocka_unit_test(what_came_over_is_recorded),
        cmocka_unit_test(of_two_marks_the_closer_one_stands),
        cmocka_unit_test(another_version_of_the_same_number_gets_the_next),
        cmocka_unit_test(what_cannot_be_merged_is_refused),
        cmocka_unit_test(memory_that_runs_out_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
