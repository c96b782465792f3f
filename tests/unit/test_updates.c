/* SPDX-License-Identifier: MIT */
/* What changed since a revision: every change leaves its mark on the documents that it touches, and on no other. */
#include "auditing.h"

#define RULES PROFILE("<types><type id=\"policy\" base=\"policy\"/></types>")
#define FILED                                                                                                          \
    "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" revision=\"4\" "                                       \
    "revised=\"2024-01-01\"><title>Test</title>"                                                                       \
    "<document id=\"d1\" type=\"policy\"><title>One</title><reference>R1</reference><version n=\"1\" label=\"V1\">"    \
    "<content href=\"a\" sha256=\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"/></version>"      \
    "<history><decided id=\"e1\" on=\"2024-01-01\" version=\"1\" outcome=\"approved\"/></history></document>"          \
    "<document id=\"d2\" type=\"policy\"><title>Two</title><version n=\"1\"/></document>"                              \
    "<document id=\"d3\" type=\"policy\"><title>Three</title></document></register>"

struct desk {
    pdoc_profile *profile;
    pdoc_register *reg;
    pdoc_basis basis;
};

static struct desk desk_of(const char *text)
{
    struct desk desk = {.profile = read_good(RULES, NULL), .reg = read_register(text)};
    desk.basis = (pdoc_basis){.size = sizeof desk.basis, .as_of = {2024, 6, 1}, .profile = desk.profile};
    return desk;
}

static void desk_end(struct desk *desk)
{
    pdoc_register_unref(desk->reg);
    pdoc_profile_unref(desk->profile);
}

/* One change: a category set, or a new document where `category` is NULL; nothing where `id` is NULL. */
static void change(struct desk *desk, const char *id, const char *category)
{
    const pdoc_keeping keeping = {.size = sizeof keeping, .basis = &desk->basis};
    pdoc_change *begun = pdoc_change_begin(desk->reg, &keeping, NULL);
    assert_non_null(begun);
    pdoc_register *work = pdoc_change_register(begun);
    if (id && category)
        assert_int_equal(pdoc_document_set_category(pdoc_register_find_document(work, id), category, NULL), PDOC_OK);
    else if (id)
        assert_non_null(pdoc_register_add_document(work, "policy", id, NULL));
    pdoc_register *made = pdoc_change_finish(begun, NULL);
    assert_non_null(made);
    pdoc_change_free(begun);
    pdoc_register_unref(desk->reg);
    desk->reg = made;
}

/* "d1 changed 6; d4 added 7" */
static void assert_updates(const struct desk *desk, uint32_t since, const char *expected)
{
    char found[500] = "";
    pdoc_error *error = NULL;
    pdoc_updates *updates = pdoc_register_updates(desk->reg, since, &desk->basis, &error);
    assert_null(error);
    assert_non_null(updates);
    assert_int_equal(pdoc_updates_since(updates), since);
    assert_int_equal(pdoc_updates_revision(updates), pdoc_register_revision(desk->reg));
    for (size_t i = 0; i < pdoc_updates_count(updates); i++)
        snprintf(found + strlen(found), sizeof found - strlen(found), "%s%s %s %u", i > 0 ? "; " : "",
                 pdoc_updates_document_id(updates, i), pdoc_update_kind_code(pdoc_updates_kind(updates, i)),
                 (unsigned)pdoc_updates_changed_in(updates, i));
    assert_string_equal(found, expected);
    pdoc_updates_unref(updates);
}

static void each_change_marks_what_it_touches(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED);
    assert_updates(&desk, 4, "");
    assert_updates(&desk, 3, "d1 unsure 0; d2 unsure 0; d3 unsure 0"); /* nothing is recorded of it */
    change(&desk, "d2", "clinical");                                   /* revision 5 */
    change(&desk, "d1", "clinical");                                   /* revision 6 */
    change(&desk, NULL, NULL);                                         /* changes nothing: no revision */
    assert_int_equal(pdoc_register_revision(desk.reg), 6);
    change(&desk, "Four", NULL);  /* revision 7 */
    change(&desk, "d1", "other"); /* revision 8 */
    assert_updates(&desk, 8, "");
    assert_updates(&desk, 7, "d1 changed 8");
    assert_updates(&desk, 6, "d1 changed 8; d4 added 7");
    assert_updates(&desk, 5, "d1 changed 8; d4 added 7");
    assert_updates(&desk, 4, "d1 changed 8; d2 changed 5; d4 added 7"); /* since then all is recorded */
    assert_updates(&desk, 3, "d1 changed 8; d2 changed 5; d3 unsure 0; d4 added 7");
    assert_int_equal(pdoc_document_revision(pdoc_register_find_document(desk.reg, "d1")), 8);
    assert_int_equal(pdoc_document_added(pdoc_register_find_document(desk.reg, "d1")), 0);
    assert_int_equal(pdoc_document_added(pdoc_register_find_document(desk.reg, "d4")), 7);
    desk_end(&desk);
}

static void the_marks_are_written_and_read_again(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED);
    change(&desk, "d2", "clinical");
    change(&desk, "Four", NULL);
    pdoc_text *text = pdoc_register_write_memory(desk.reg, NULL, NULL);
    assert_contains(pdoc_text_data(text), "<document id=\"d2\" type=\"policy\" category=\"clinical\" revision=\"5\">");
    assert_contains(pdoc_text_data(text), "<document id=\"d4\" type=\"policy\" added=\"6\" revision=\"6\">");
    pdoc_register_unref(desk.reg);
    desk.reg = pdoc_register_read_memory(pdoc_text_data(text), pdoc_text_size(text), "again", NULL, NULL);
    pdoc_text_free(text);
    assert_non_null(desk.reg);
    assert_updates(&desk, 4, "d2 changed 5; d4 added 6");
    desk_end(&desk);
}

static void how_a_document_stands_is_told_with_it(void **state)
{
    (void)state;
    struct desk desk = desk_of(FILED);
    change(&desk, "d1", "clinical");
    pdoc_updates *updates = pdoc_register_updates(desk.reg, 4, &desk.basis, NULL);
    pdoc_updates *same = pdoc_updates_ref(updates);
    pdoc_updates_unref(updates);
    desk_end(&desk);
    assert_int_equal(pdoc_updates_count(same), 1);
    assert_string_equal(pdoc_updates_document_reference(same, 0), "R1");
    assert_string_equal(pdoc_updates_document_title(same, 0), "One");
    assert_int_equal(pdoc_updates_phase(same, 0), PDOC_PHASE_IN_FORCE);
    assert_int_equal(pdoc_updates_version(same, 0), 1);
    assert_string_equal(pdoc_updates_label(same, 0), "V1");
    assert_int_equal(strlen(pdoc_updates_sha256(same, 0)), 64);
    assert_int_equal(pdoc_updates_as_of(same).year, 2024);
    assert_null(pdoc_updates_document_id(same, 1));
    pdoc_updates_unref(same);
}

static void what_is_no_revision_is_an_error(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    struct desk desk = desk_of(FILED);
    assert_null(pdoc_register_updates(desk.reg, 5, &desk.basis, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    assert_contains(pdoc_error_message(error), "it is at revision 4, and 5 is none of them");
    pdoc_error_free(error);
    assert_null(pdoc_register_updates(NULL, 0, &desk.basis, NULL));
    assert_null(pdoc_register_updates(desk.reg, 0, NULL, NULL));
    assert_null(pdoc_updates_publish(NULL, NULL, NULL));
    assert_null(pdoc_update_kind_code((pdoc_update_kind)3));
    assert_int_equal(pdoc_document_revision(NULL), 0);
    assert_int_equal(pdoc_document_added(NULL), 0);
    desk_end(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_change_marks_what_it_touches),
        cmocka_unit_test(the_marks_are_written_and_read_again),
        cmocka_unit_test(how_a_document_stands_is_told_with_it),
        cmocka_unit_test(what_is_no_revision_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
