/* SPDX-License-Identifier: MIT */
/* What a keeper writes: values by name, skeletons, holders of posts, another author, corrections, redactions. */
#include "auditing.h"

#define RULES                                                                                                          \
    PROFILE(                                                                                                           \
        "<types><type id=\"policy\" base=\"policy\"><alias>Policies</alias></type>"                                    \
        "<type id=\"leaflet\" base=\"guidance\"/></types>"                                                             \
        "<fields><field id=\"author\"><label>Written by</label></field>"                                               \
        "<field id=\"date-expiry\"><label>Ends</label><when><equals of=\"type\" value=\"leaflet\"/></when></field>"    \
        "</fields><sections><section id=\"scope\"><title>Scope</title><prompt>Who is it for?</prompt>"                 \
        "<prompt>Who not?</prompt></section><section id=\"law\"><title>Law</title></section></sections>")
#define FILED                                                                                                          \
    REGISTER("<party code=\"lead\" kind=\"post\"><name>Lead</name><alias>Lead Officer</alias>"                         \
             "<holder from=\"2020-01-01\">a</holder></party>"                                                          \
             "<party code=\"head\" kind=\"post\"><name>Head</name></party>"                                            \
             "<document id=\"d1\" type=\"policy\"><title>Bruising</title>"                                             \
             "<version n=\"1\"><front-sheet><row field=\"author\"><text>Lead</text></row></front-sheet></version>"     \
             "<version n=\"2\"><front-sheet><row field=\"author\"><text>Nurse; Lead Officer ;Head</text></row>"        \
             "</front-sheet></version>"                                                                                \
             "<version n=\"3\"><front-sheet><row field=\"author\"><text>Leader</text></row></front-sheet></version>"   \
             "<history><decided id=\"e1\" on=\"2020-01-10\" version=\"1\" by=\"Exec\" outcome=\"approved\"/>"          \
             "<decided id=\"e2\" on=\"2021-03-03\" version=\"2\" by=\"Exec\" outcome=\"approved\" minute=\"6.2\">"     \
             "<note>A name was said.</note></decided></history></document>")

struct desk {
    pdoc_profile *profile;
    pdoc_register *before;
    pdoc_register *reg; /* the working copy */
    pdoc_change *change;
};

static struct desk desk_of(const char *text)
{
    struct desk desk = {.profile = read_good(RULES, NULL), .before = read_register(text)};
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2024-05-01"), .profile = desk.profile};
    const pdoc_keeping keeping = {.size = sizeof keeping, .basis = &basis};
    desk.change = pdoc_change_begin(desk.before, &keeping, NULL);
    assert_non_null(desk.change);
    desk.reg = pdoc_change_register(desk.change);
    return desk;
}

static void desk_end(struct desk *desk)
{
    pdoc_change_free(desk->change);
    pdoc_register_unref(desk->before);
    pdoc_profile_unref(desk->profile);
}

static void assert_says(pdoc_error **error, const char *words)
{
    assert_int_equal(pdoc_error_status(*error), PDOC_ERR_ARGUMENT);
    if (!strstr(pdoc_error_message(*error), words))
        print_error("%s\n", pdoc_error_message(*error));
    assert_non_null(strstr(pdoc_error_message(*error), words));
    pdoc_error_free(*error);
    *error = NULL;
}

static const char *author(const pdoc_register *reg, uint32_t version)
{
    return pdoc_version_field(pdoc_document_find_version(pdoc_register_document(reg, 0), version), "author");
}

static void values_are_set_by_name(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    struct desk desk = desk_of(FILED);
    pdoc_document *doc = pdoc_register_document(desk.reg, 0);
    assert_int_equal(pdoc_document_assign(doc, 0, "type", "leaflet", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_assign(doc, 0, "property.area", "north", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_assign(doc, 2, "cell.title", "On the sheet", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_assign(doc, 0, "date-review", "2025-06", NULL), PDOC_OK);
    assert_string_equal(pdoc_document_type(doc), "leaflet");
    assert_string_equal(pdoc_document_property(doc, "area"), "north");
    assert_string_equal(pdoc_document_title(doc), "Bruising");
    assert_string_equal(pdoc_version_field(pdoc_document_find_version(doc, 2), "title"), "On the sheet");
    const struct pdoc_version *last = pdoc_document_find_version(doc, 3);
    const int row = pdoc_version_find_row(last, "date-review");
    assert_true(row >= 0);
    assert_string_equal(pdoc_version_row_value(last, (size_t)row), "2025-06");
    assert_int_equal(pdoc_document_assign(doc, 0, "type", NULL, NULL), PDOC_OK);
    assert_null(pdoc_document_type(doc));
    assert_int_equal(pdoc_document_assign(doc, 0, "colour", "red", &error), PDOC_ERR_ARGUMENT);
    assert_says(&error, "no field \"colour\"");
    assert_int_equal(pdoc_document_assign(doc, 9, "author", "x", &error), PDOC_ERR_ARGUMENT);
    assert_says(&error, "no such version");
    assert_int_equal(pdoc_document_assign(NULL, 0, "author", "x", &error), PDOC_ERR_ARGUMENT);
    assert_says(&error, "document");
    desk_end(&desk);
}

static void parts_of_a_version_and_the_reference_are_set_by_name(void **state)
{
    (void)state;
    static const char hash[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    pdoc_error *error = NULL;
    pdoc_register *reg = read_register("<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\"><document id=\"d1\">"
                                       "<title>T</title><reference>R<!-- r -->1</reference><reference>R2</reference>"
                                       "<version n=\"1\" label=\"V1\"><section code=\"aim\"><title>Aim</title>"
                                       "<text>Old</text></section></version><version n=\"2\"/></document></register>");
    pdoc_document *doc = pdoc_register_document(reg, 0);
    const struct pdoc_version *first = pdoc_document_version(doc, 0);
    static const struct {
        uint32_t version;
        const char *name, *value;
    } sets[] = {{0, "document.reference", "R9"}, {1, "version.label", "1.0"}, {1, "section.aim", "New"},
                {1, "section.scope", "All"},     {1, "content.a.pdf", NULL},  {1, "content.a.pdf", hash}};
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
        assert_int_equal(pdoc_document_assign(doc, sets[i].version, sets[i].name, sets[i].value, NULL), PDOC_OK);
    assert_int_equal(pdoc_document_reference_count(doc), 2);
    assert_string_equal(pdoc_document_reference(doc, 0), "R9");
    assert_string_equal(pdoc_version_label(first), "1.0");
    assert_int_equal(pdoc_version_section_count(first), 2);
    assert_string_equal(pdoc_version_section_text(first, 0), "New");
    assert_string_equal(pdoc_version_section_title(first, 0), "Aim");
    assert_string_equal(pdoc_version_section_text(first, 1), "All");
    assert_int_equal(pdoc_version_content_count(first), 1);
    assert_string_equal(pdoc_version_content_sha256(first, 0), hash);
    assert_int_equal(pdoc_document_assign(doc, 1, "section.aim", NULL, NULL), PDOC_OK);
    assert_null(pdoc_version_section_text(first, 0));
    assert_int_equal(pdoc_document_assign(doc, 1, "version.label", NULL, NULL), PDOC_OK);
    assert_null(pdoc_version_label(first));
    pdoc_register *copy = pdoc_register_copy(reg, NULL); /* what was set can be written and read */
    assert_string_equal(pdoc_document_reference(pdoc_register_document(copy, 0), 0), "R9");
    pdoc_register_unref(copy);
    assert_int_equal(pdoc_document_assign(doc, 0, "document.reference", NULL, NULL), PDOC_OK);
    assert_string_equal(pdoc_document_reference(doc, 0), "R2");
    assert_int_equal(pdoc_document_assign(doc, 0, "document.reference", NULL, NULL), PDOC_OK);
    assert_int_equal(pdoc_document_assign(doc, 0, "document.reference", NULL, NULL), PDOC_OK);
    assert_int_equal(pdoc_document_reference_count(doc), 0);
    assert_int_equal(pdoc_document_assign(doc, 0, "document.reference", "R3", NULL), PDOC_OK);
    assert_string_equal(pdoc_document_reference(doc, 0), "R3");
    assert_int_equal(pdoc_document_assign(doc, 1, "content.b.pdf", "f00", &error), PDOC_ERR_ARGUMENT);
    assert_says(&error, "64 hexadecimal digits");
    assert_int_equal(pdoc_document_assign(doc, 7, "section.aim", "x", &error), PDOC_ERR_ARGUMENT);
    assert_says(&error, "no such version");
    assert_int_equal(pdoc_document_assign(doc, 1, "section.", "x", &error), PDOC_ERR_ARGUMENT);
    assert_says(&error, "no field");
    assert_int_equal(pdoc_document_assign(doc, 1, "version.label", "\xff", &error), PDOC_ERR_ARGUMENT);
    assert_says(&error, "UTF-8");
    pdoc_register_unref(reg);
}

static void a_skeleton_has_cells_and_sections_of_its_type(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_profile *profile = read_good(RULES, NULL);
    pdoc_register *reg = pdoc_profile_skeleton(profile, "Policies", "Bruising", day_of("2024-05-01"), &error);
    assert_non_null(reg);
    assert_string_equal(pdoc_register_profile_ref(reg, 0), "p");
    const pdoc_document *doc = pdoc_register_document(reg, 0);
    assert_string_equal(pdoc_document_type(doc), "policy");
    assert_string_equal(pdoc_document_title(doc), "Bruising");
    const struct pdoc_version *version = pdoc_document_version(doc, 0);
    assert_int_equal(pdoc_version_row_count(version), 1); /* when a leaflet ends is no matter of a policy */
    assert_string_equal(pdoc_version_row_field(version, 0), "author");
    assert_string_equal(pdoc_version_row_label(version, 0), "Written by");
    assert_int_equal(pdoc_version_row_state(version, 0), PDOC_CELL_BLANK);
    assert_int_equal(pdoc_version_section_count(version), 2);
    assert_string_equal(pdoc_version_section_title(version, 0), "Scope");
    assert_string_equal(pdoc_version_section_text(version, 0), "[Insert text] Who is it for?\n[Insert text] Who not?");
    assert_string_equal(pdoc_version_section_text(version, 1), "[Insert text]");
    pdoc_register_unref(reg);
    reg = pdoc_profile_skeleton(profile, "leaflet", NULL, day_of("2024-05-01"), &error);
    assert_string_equal(pdoc_document_title(pdoc_register_document(reg, 0)), "[Insert title]");
    assert_int_equal(pdoc_version_row_count(pdoc_document_version(pdoc_register_document(reg, 0), 0)), 2);
    pdoc_register_unref(reg);
    assert_null(pdoc_profile_skeleton(profile, "song", NULL, day_of("2024-05-01"), &error));
    assert_says(&error, "\"song\" is no type of p");
    pdoc_profile_unref(profile);
}

static void a_new_holder_ends_the_one_before(void **state)
{
    (void)state;
    char text[PDOC_DATE_TEXT];
    pdoc_error *error = NULL;
    struct desk desk = desk_of(FILED);
    pdoc_party *lead = pdoc_register_find_party(desk.reg, "lead");
    assert_int_equal(pdoc_party_add_holder(lead, "b", day_of("2024-03-01"), NULL), PDOC_OK);
    assert_int_equal(pdoc_party_holder_count(lead), 2);
    assert_string_equal(pdoc_date_format(pdoc_party_holder_to(lead, 0), text), "2024-02-29");
    assert_string_equal(pdoc_party_holder(lead, 1), "b");
    assert_false(pdoc_date_is_recorded(pdoc_party_holder_to(lead, 1)));
    assert_int_equal(pdoc_party_add_holder(lead, "c", day_of("2024-03-01"), &error), PDOC_ERR_ARGUMENT);
    assert_says(&error, "no earlier");
    assert_int_equal(pdoc_party_add_holder(lead, NULL, day_of("2024-04-01"), NULL), PDOC_OK);
    assert_int_equal(pdoc_party_holder_count(lead), 2);
    assert_string_equal(pdoc_date_format(pdoc_party_holder_to(lead, 1), text), "2024-03-31");
    assert_int_equal(pdoc_party_add_holder(lead, NULL, day_of("2024-05-01"), &error), PDOC_ERR_ARGUMENT);
    assert_says(&error, "nobody already");
    assert_int_equal(pdoc_party_add_holder(lead, "c", day_of("2024-05"), &error), PDOC_ERR_ARGUMENT);
    assert_says(&error, "whole day");
    desk_end(&desk);
}

static void another_author_stands_where_the_sheet_is_not_over(void **state)
{
    (void)state;
    size_t count = 0;
    pdoc_error *error = NULL;
    struct desk desk = desk_of(FILED);
    pdoc_reassignment what = {.size = sizeof what, .role = "author", .from = "lead", .to = "Registrar"};
    assert_int_equal(pdoc_change_reassign(desk.change, &what, &count, NULL), PDOC_OK);
    assert_int_equal(count, 1);
    assert_string_equal(author(desk.reg, 1), "Lead"); /* that version is over */
    assert_string_equal(author(desk.reg, 2), "Nurse; Registrar ;Head");
    assert_string_equal(author(desk.reg, 3), "Leader"); /* that is another name */
    assert_int_equal(pdoc_change_examine(desk.change, NULL), PDOC_OK);
    const pdoc_document *doc = pdoc_register_document(desk.reg, 0);
    const pdoc_event *last = pdoc_document_event(doc, pdoc_document_event_count(doc) - 1);
    assert_string_equal(pdoc_event_kind(last), "corrected");
    assert_string_equal(pdoc_event_attribute(last, "field"), "author");
    what.role = "pages";
    assert_int_equal(pdoc_change_reassign(desk.change, &what, &count, &error), PDOC_ERR_ARGUMENT);
    assert_says(&error, "\"pages\" is no field that names a party");
    desk_end(&desk);
}

static pdoc_date force_since(const pdoc_register *reg, const pdoc_profile *profile, const char *known)
{
    const pdoc_basis basis = {
        .size = sizeof basis, .as_of = day_of("2024-05-01"), .known_on = day_of(known), .profile = profile};
    pdoc_in_force *answer = pdoc_register_ask_in_force(reg, &basis, NULL);
    const pdoc_date since = pdoc_in_force_since(answer, 0);
    pdoc_in_force_unref(answer);
    return since;
}

static void a_mistake_is_void_and_told_anew(void **state)
{
    (void)state;
    static const char *const settings[] = {"on=2021-03-04", "minute=", "act=ratified"};
    char text[PDOC_DATE_TEXT];
    pdoc_error *error = NULL;
    struct desk desk = desk_of(FILED);
    const pdoc_event *corrected = pdoc_change_correct(desk.change, "e2", settings, 3, &error);
    assert_null(error);
    assert_non_null(corrected);
    assert_string_equal(pdoc_event_attribute(corrected, "voids"), "e2");
    const pdoc_event *anew = pdoc_document_event(pdoc_register_document(desk.reg, 0), 2);
    assert_string_equal(pdoc_event_kind(anew), "decided");
    assert_string_equal(pdoc_date_format(pdoc_event_on(anew), text), "2021-03-04");
    assert_string_equal(pdoc_date_format(pdoc_event_recorded(anew), text), "2024-05-01");
    assert_int_equal(pdoc_event_version(anew), 2);
    assert_string_equal(pdoc_event_by(anew), "Exec");
    assert_null(pdoc_event_attribute(anew, "minute"));
    assert_string_equal(pdoc_event_attribute(anew, "act"), "ratified");
    assert_string_equal(pdoc_event_attribute(anew, "note"), "A name was said.");
    assert_string_equal(pdoc_event_attribute(corrected, "cause"), pdoc_event_id(anew));
    assert_null(pdoc_event_attribute(anew, "cause"));
    assert_string_equal(pdoc_date_format(force_since(desk.reg, desk.profile, "2024-05-01"), text), "2021-03-04");
    assert_string_equal(pdoc_date_format(force_since(desk.reg, desk.profile, "2024-04-30"), text), "2021-03-03");
    assert_null(pdoc_change_correct(desk.change, "e2", settings, 3, &error));
    assert_says(&error, "declared void by e4 already");
    desk_end(&desk);
}

static void what_never_happened_is_void_until_that_is_void(void **state)
{
    (void)state;
    char text[PDOC_DATE_TEXT];
    static const char *const bad[] = {"on=never", "version=x", "colour=red", "minute"};
    pdoc_error *error = NULL;
    struct desk desk = desk_of(FILED);
    const pdoc_event *corrected = pdoc_change_correct(desk.change, "e2", NULL, 0, NULL);
    assert_non_null(corrected);
    assert_int_equal(pdoc_document_event_count(pdoc_register_document(desk.reg, 0)), 3);
    assert_string_equal(pdoc_date_format(force_since(desk.reg, desk.profile, "2024-05-01"), text), "2020-01-10");
    assert_non_null(pdoc_change_correct(desk.change, pdoc_event_id(corrected), NULL, 0, NULL));
    assert_string_equal(pdoc_date_format(force_since(desk.reg, desk.profile, "2024-05-01"), text), "2021-03-03");
    assert_null(pdoc_change_correct(desk.change, "e99", NULL, 0, &error));
    assert_says(&error, "\"e99\"");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct desk other = desk_of(FILED);
        assert_null(pdoc_change_correct(other.change, "e2", &bad[i], 1, &error));
        assert_non_null(error);
        pdoc_error_free(error);
        error = NULL;
        desk_end(&other);
    }
    desk_end(&desk);
}

/* Files that another hand wrote: e2 names itself, and e1 names e2, which stands behind it. */
static void what_voids_nothing_stands_until_it_is_void(void **state)
{
    (void)state;
    static const char *const events[] = {
        "<decided id=\"e1\" on=\"2020-01-10\" version=\"1\" outcome=\"approved\"/>"
        "<decided id=\"e2\" on=\"2021-03-03\" version=\"2\" outcome=\"approved\" voids=\"e2\"/>",
        "<decided id=\"e1\" on=\"2020-01-10\" version=\"1\" outcome=\"approved\" voids=\"e2\"/>"
        "<decided id=\"e2\" on=\"2021-03-03\" version=\"2\" outcome=\"approved\"/>"};
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        char file[2048], text[PDOC_DATE_TEXT];
        snprintf(file, sizeof file,
                 REGISTER("<document id=\"d1\" type=\"policy\"><title>T</title><version n=\"1\"/><version n=\"2\"/>"
                          "<history>%s</history></document>"), events[i]);
        struct desk desk = desk_of(file);
        assert_string_equal(pdoc_date_format(force_since(desk.reg, desk.profile, "2024-05-01"), text), "2021-03-03");
        assert_non_null(pdoc_change_correct(desk.change, "e2", NULL, 0, NULL));
        assert_string_equal(pdoc_date_format(force_since(desk.reg, desk.profile, "2024-05-01"), text), "2020-01-10");
        desk_end(&desk);
    }
}

static void a_text_goes_for_good_and_a_tombstone_stays(void **state)
{
    (void)state;
    char text[PDOC_DATE_TEXT];
    pdoc_error *error = NULL;
    struct desk desk = desk_of(FILED);
    const pdoc_event *stone = pdoc_change_redact(desk.change, "e2", "note", &error);
    assert_null(error);
    assert_string_equal(pdoc_event_kind(stone), "redacted");
    assert_string_equal(pdoc_event_attribute(stone, "cause"), "e2");
    assert_string_equal(pdoc_event_attribute(stone, "field"), "note");
    assert_non_null(pdoc_change_redact(desk.change, "e2", "by", NULL));
    pdoc_register *made = pdoc_change_finish(desk.change, &error);
    assert_null(error);
    pdoc_text *written = pdoc_register_write_memory(made, NULL, NULL);
    assert_null(strstr(pdoc_text_data(written), "A name was said"));
    assert_non_null(strstr(pdoc_text_data(written), "minute=\"6.2\""));
    assert_null(pdoc_event_by(pdoc_register_find_event(made, "e2")));
    assert_string_equal(pdoc_date_format(force_since(made, desk.profile, "2024-04-30"), text), "2021-03-03");
    pdoc_text_free(written);
    pdoc_register_unref(made);
    desk_end(&desk);
}

static void what_decides_is_not_taken_away(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    struct desk desk = desk_of(FILED);
    assert_null(pdoc_change_redact(desk.change, "e2", "outcome", &error));
    assert_says(&error, "correct the event");
    assert_null(pdoc_change_redact(desk.change, "e1", "note", &error));
    assert_says(&error, "e1 records no note");
    assert_null(pdoc_change_redact(desk.change, "e2", "colour", &error));
    assert_says(&error, "\"colour\" is nothing");
    assert_null(pdoc_change_redact(desk.change, "e99", "note", &error));
    assert_says(&error, "\"e99\"");
    assert_int_equal(pdoc_document_event_count(pdoc_register_document(desk.reg, 0)), 2);
    desk_end(&desk);
}

static void a_party_is_told_of_by_name(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    struct desk desk = desk_of(FILED);
    pdoc_party *lead = pdoc_register_find_party(desk.reg, "lead");
    assert_int_equal(pdoc_party_assign(lead, "name", "Lead Nurse", NULL), PDOC_OK);
    assert_int_equal(pdoc_party_assign(lead, "alias", "LN", NULL), PDOC_OK);
    assert_int_equal(pdoc_party_assign(lead, "alias", "LN", NULL), PDOC_OK); /* and stays one alias */
    assert_int_equal(pdoc_party_assign(lead, "part-of", "Head", NULL), PDOC_OK);
    assert_int_equal(pdoc_party_assign(lead, "ended", "2024-03", NULL), PDOC_OK);
    assert_string_equal(pdoc_party_name(lead), "Lead Nurse");
    assert_string_equal(pdoc_party_name_at(lead, PDOC_NAME_FORMER, 0), "Lead");
    assert_int_equal(pdoc_party_name_count(lead, PDOC_NAME_ALIAS), 2);
    assert_string_equal(pdoc_party_part_of(lead), "head"); /* the code, whatever it was called by */
    assert_int_equal(pdoc_party_ended(lead).month, 3);
    assert_ptr_equal(pdoc_register_find_party(desk.reg, "lead nurse"), lead);
    assert_ptr_equal(pdoc_register_find_party(desk.reg, "Lead"), lead); /* what sheets print is still it */
    assert_int_equal(pdoc_party_assign(lead, "part-of", NULL, NULL), PDOC_OK);
    assert_null(pdoc_party_part_of(lead));
    static const struct {
        const char *name, *value, *words;
    } wrong[] = {{"colour", "red", "kind, name"}, {"part-of", "Cabinet", "\"Cabinet\""}, {"part-of", "lead", "its own"},
                 {"ended", "soon", "no day"},     {"alias", NULL, "taken out"},          {"name", NULL, "has a name"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(pdoc_party_assign(lead, wrong[i].name, wrong[i].value, &error), PDOC_ERR_ARGUMENT);
        assert_says(&error, wrong[i].words);
    }
    assert_int_equal(pdoc_party_assign(NULL, "kind", "post", NULL), PDOC_ERR_ARGUMENT);
    desk_end(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_set_by_name),
        cmocka_unit_test(parts_of_a_version_and_the_reference_are_set_by_name),
        cmocka_unit_test(a_skeleton_has_cells_and_sections_of_its_type),
        cmocka_unit_test(a_new_holder_ends_the_one_before),
        cmocka_unit_test(another_author_stands_where_the_sheet_is_not_over),
        cmocka_unit_test(a_mistake_is_void_and_told_anew),
        cmocka_unit_test(what_never_happened_is_void_until_that_is_void),
        cmocka_unit_test(what_voids_nothing_stands_until_it_is_void),
        cmocka_unit_test(a_text_goes_for_good_and_a_tombstone_stays),
        cmocka_unit_test(a_party_is_told_of_by_name),
        cmocka_unit_test(what_decides_is_not_taken_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
