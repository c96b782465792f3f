/* SPDX-License-Identifier: MIT */
/* Finding documents: by predicate, by words, by both, under one profile and under several. */
#include "profiles.h"

struct fixture {
    pdoc_register *reg;
    pdoc_profile_set *set;
    pdoc_basis basis;
};

static void add_profile(pdoc_profile_set *set, const char *text)
{
    pdoc_profile *profile = read_good(text, NULL);
    assert_int_equal(pdoc_profile_set_add(set, profile, NULL), PDOC_OK);
    pdoc_profile_unref(profile);
}

static pdoc_document *add_document(pdoc_register *reg, const char *type, const char *title, const char *reference)
{
    pdoc_document *doc = pdoc_register_add_document(reg, type, title, NULL);
    assert_non_null(doc);
    assert_int_equal(pdoc_document_add_reference(doc, reference, NULL), PDOC_OK);
    return doc;
}

static int begin(void **state)
{
    static struct fixture fixture;
    const pdoc_date none = {0, 0, 0};
    fixture.set = pdoc_profile_set_new(NULL);
    add_profile(fixture.set,
                "<profile xmlns=\"urn:policydoc:1\" id=\"one\"><types><type id=\"policy\" base=\"policy\"/>"
                "<type id=\"plan\" base=\"plan\"/></types>"
                "<facts><fact id=\"approved\" event=\"decided\"/></facts></profile>");
    add_profile(
        fixture.set,
        "<profile xmlns=\"urn:policydoc:1\" id=\"two\"><types><type id=\"policy\" base=\"policy\"/></types></profile>");
    fixture.reg = pdoc_register_new(NULL);
    assert_int_equal(pdoc_register_add_profile(fixture.reg, "one", none, none, NULL), PDOC_OK);
    pdoc_document *bruising = add_document(fixture.reg, "policy", "Bruising in babies", "CO1");
    struct pdoc_version *version = pdoc_document_add_version(bruising, "V1", NULL);
    assert_non_null(version);
    assert_int_equal(pdoc_version_add_row(version, "author", "Author", "Named Nurse", NULL), PDOC_OK);
    assert_int_equal(pdoc_version_add_section(version, "scope", "Scope", "All Hospitals", NULL), PDOC_OK);
    assert_non_null(pdoc_document_record(bruising, "decided", (pdoc_date){2020, 7, 7}, none, 1, NULL, NULL));
    add_document(fixture.reg, "plan", "Winter plan", "CO2");
    pdoc_document *foreign = add_document(fixture.reg, "policy", "Home visits", "X3");
    assert_int_equal(pdoc_document_set_profile(foreign, "two", NULL), PDOC_OK);
    fixture.basis = (pdoc_basis){.size = sizeof fixture.basis, .as_of = {2021, 1, 1}, .profiles = fixture.set};
    *state = &fixture;
    return 0;
}

static int end(void **state)
{
    struct fixture *fixture = *state;
    pdoc_register_unref(fixture->reg);
    pdoc_profile_set_unref(fixture->set);
    return 0;
}

/* Indexes of what is found, as digits: "02" is the first and the third. */
static void check(void **state, const char *where, const char *text, const char *expected)
{
    struct fixture *fixture = *state;
    pdoc_error *error = NULL;
    pdoc_selection *found = pdoc_register_find(fixture->reg, &fixture->basis, where, text, &error);
    if (!found)
        fail_msg("%s: column %u: %s", where, (unsigned)pdoc_error_column(error), pdoc_error_message(error));
    char digits[16] = "";
    for (size_t i = 0; i < pdoc_selection_count(found); i++)
        digits[i] = (char)('0' + pdoc_selection_document_index(found, i));
    if (strcmp(digits, expected) != 0)
        fail_msg("%s, %s: %s instead of %s", where ? where : "all", text ? text : "any words", digits, expected);
    assert_true(pdoc_selection_document_index(found, pdoc_selection_count(found)) == SIZE_MAX);
    pdoc_selection_free(found);
}

static void all_are_found_where_nothing_is_asked(void **state)
{
    check(state, NULL, NULL, "012");
    check(state, NULL, "", "012");
}

static void a_predicate_finds_those_that_it_holds_for(void **state)
{
    check(state, "type = policy", NULL, "02");
    check(state, "not type = policy", NULL, "1");
    check(state, "reference matches \"CO*\"", NULL, "01");
    check(state, "type = policy and reference matches \"CO*\"", NULL, "0");
    check(state, "title = Nothing", NULL, "");
    check(state, "field.author present", NULL, "0");
    check(state, "section.scope present", NULL, "0");
}

static void words_must_all_occur_anywhere(void **state)
{
    check(state, NULL, "bruising", "0");
    check(state, NULL, "BABIES bruis", "0"); /* any order, letter case does not matter */
    check(state, NULL, "bruising winter", "");
    check(state, NULL, "co", "01");       /* references */
    check(state, NULL, "nurse", "0");     /* front sheet */
    check(state, NULL, "hospitals", "0"); /* sections */
    check(state, NULL, "nurse hospitals babies co1", "0");
}

static void both_must_hold(void **state)
{
    check(state, "type = policy", "home", "2");
    check(state, "type = plan", "home", "");
}

static void a_profile_that_does_not_know_the_fact_does_not_match(void **state)
{
    check(state, "approved before 2021", NULL, "0");
    check(state, "approved after 2020-12", NULL, "");
    check(state, "approved before 2021 or type = policy", NULL, "0"); /* the third follows a profile without it */
}

static void a_type_must_be_one_of_some_profile(void **state)
{
    struct fixture *fixture = *state;
    pdoc_error *error = NULL;
    check(state, "type = plan", NULL, "1");
    check(state, "type != plan", NULL, "02"); /* the third follows a profile without plans, and is none */
    assert_null(pdoc_register_find(fixture->reg, &fixture->basis, "type = polcy", NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
    assert_int_equal(pdoc_error_column(error), 8);
    assert_string_equal(pdoc_error_message(error), "there is no type 'polcy'; there are policy, plan");
    pdoc_error_free(error);
}

static void nonsense_is_refused_though_no_word_occurs(void **state)
{
    struct fixture *fixture = *state;
    static const char *const words[] = {NULL, "nowhere"};
    for (size_t i = 0; i < 2; i++) {
        pdoc_error *error = NULL;
        assert_null(pdoc_register_find(fixture->reg, &fixture->basis, "type ~ x", words[i], &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
        assert_int_equal(pdoc_error_column(error), 6);
        pdoc_error_free(error);
    }
    assert_null(pdoc_register_find(fixture->reg, &fixture->basis, "type ~ x", NULL, NULL));
}

static void nonsense_is_refused_in_an_empty_register(void **state)
{
    struct fixture *fixture = *state;
    pdoc_register *empty = pdoc_register_new(NULL);
    pdoc_error *error = NULL;
    assert_null(pdoc_register_find(empty, &fixture->basis, "type ~ x", NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
    pdoc_error_free(error);
    pdoc_register_unref(empty);
}

static void words_need_no_basis_and_predicates_do(void **state)
{
    struct fixture *fixture = *state;
    pdoc_selection *found = pdoc_register_find(fixture->reg, NULL, NULL, "winter", NULL);
    assert_int_equal(pdoc_selection_count(found), 1);
    pdoc_selection_free(found);
    pdoc_error *error = NULL;
    assert_null(pdoc_register_find(fixture->reg, NULL, "type = plan", NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    assert_null(pdoc_register_find(NULL, &fixture->basis, NULL, NULL, NULL));
    assert_int_equal(pdoc_selection_count(NULL), 0);
    pdoc_selection_free(NULL);
}

static bool find_again(void *context, pdoc_error **error)
{
    const struct fixture *fixture = context;
    pdoc_selection *found =
        pdoc_register_find(fixture->reg, &fixture->basis, "approved before 2021 or type = plan", "i", error);
    if (found)
        assert_int_equal(pdoc_selection_count(found), 2);
    pdoc_selection_free(found);
    return found != NULL;
}

static void any_allocation_may_fail(void **state)
{
    for (int forever = 0; forever < 2; forever++)
        assert_in_range(fail_every_allocation(find_again, *state, forever == 1), 2, 5000);
}

#define WITH_REGISTER(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_REGISTER(all_are_found_where_nothing_is_asked),
        WITH_REGISTER(a_predicate_finds_those_that_it_holds_for),
        WITH_REGISTER(words_must_all_occur_anywhere),
        WITH_REGISTER(both_must_hold),
        WITH_REGISTER(a_profile_that_does_not_know_the_fact_does_not_match),
        WITH_REGISTER(a_type_must_be_one_of_some_profile),
        WITH_REGISTER(nonsense_is_refused_though_no_word_occurs),
        WITH_REGISTER(nonsense_is_refused_in_an_empty_register),
        WITH_REGISTER(words_need_no_basis_and_predicates_do),
        WITH_REGISTER(any_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
