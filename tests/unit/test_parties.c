/* SPDX-License-Identifier: MIT */
/* Parties: their codes, the names that they go by, and how they are found. */
#include "registers.h"

#include "policydoc/profile.h"

static void a_party_is_found_by_every_name_that_it_goes_by(void **state)
{
    (void)state;
    pdoc_register *reg =
        read_good(REGISTER("<party code=\"policy-group\" kind=\"sub-group\" part-of=\"exec\" "
                           "successor=\"next\"><name>Policy Subgroup</name>"
                           "<alias>Policy Sub Group</alias><alias>PSG</alias><former>Procedures Group</former>"
                           "<holder from=\"2020\" to=\"2021-06\">chair</holder><holder>deputy</holder></party>"));
    static const char *const names[] = {"policy-group", "POLICY SUBGROUP", " policy   sub group ", "psg",
                                        "Procedures group"};
    pdoc_party *party = pdoc_register_party(reg, 0);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_ptr_equal(pdoc_register_find_party(reg, names[i]), party);
    assert_null(pdoc_register_find_party(reg, "policy"));
    assert_null(pdoc_register_find_party(reg, ""));
    assert_null(pdoc_register_find_party(reg, " \t"));
    assert_string_equal(pdoc_party_code(party), "policy-group");
    assert_string_equal(pdoc_party_kind(party), "sub-group");
    assert_string_equal(pdoc_party_part_of(party), "exec");
    assert_string_equal(pdoc_party_successor(party), "next");
    assert_string_equal(pdoc_party_name(party), "Policy Subgroup");
    assert_int_equal(pdoc_party_name_count(party, PDOC_NAME_ALIAS), 2);
    assert_string_equal(pdoc_party_name_at(party, PDOC_NAME_ALIAS, 1), "PSG");
    assert_string_equal(pdoc_party_name_at(party, PDOC_NAME_FORMER, 0), "Procedures Group");
    assert_int_equal(pdoc_party_holder_count(party), 2);
    assert_string_equal(pdoc_party_holder(party, 1), "deputy");
    assert_day(pdoc_party_holder_from(party, 0), "2020");
    assert_day(pdoc_party_holder_to(party, 0), "2021-06");
    assert_day(pdoc_party_holder_to(party, 1), "");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_party_of_a_profile_is_found_by_every_name_that_it_goes_by(void **state)
{
    (void)state;
    pdoc_profile_set *set = pdoc_profile_set_shipped(NULL);
    const pdoc_profile *profile = pdoc_profile_set_find(set, "birmingham-trust");
    assert_non_null(profile);
    static const char *const names[] = {"director-leadership-group", "DLG", " director  leadership group "};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_non_null(pdoc_profile_find_party(profile, names[i]));
        assert_string_equal(pdoc_profile_find_party(profile, names[i]), "director-leadership-group");
    }
    assert_null(pdoc_profile_find_party(profile, "leadership"));
    assert_null(pdoc_profile_find_party(profile, NULL));
    assert_null(pdoc_profile_find_party(NULL, "DLG"));
    pdoc_profile_set_unref(set);
}

static void an_added_party_has_its_names_and_takes_more(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_party *party = pdoc_register_add_party(reg, "exec", "executive", "Executive", NULL);
    assert_int_equal(pdoc_party_add_name(party, PDOC_NAME_ALIAS, "The Executive", NULL), PDOC_OK);
    assert_int_equal(pdoc_party_add_name(party, PDOC_NAME_FORMER, "Steering Group", NULL), PDOC_OK);
    assert_int_equal(pdoc_party_add_name(party, PDOC_NAME_NAME, "Y Weithrediaeth", NULL), PDOC_OK);
    assert_ptr_equal(pdoc_register_find_party(reg, "steering GROUP"), party);
    assert_ptr_equal(pdoc_register_find_party(reg, "Y Weithrediaeth"), party);
    assert_string_equal(pdoc_party_name(party), "Executive");
    assert_written(
        reg, "<party code=\"exec\" kind=\"executive\">\n    <name>Executive</name>\n    <name>Y Weithrediaeth</name>");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_name_may_be_of_any_length(void **state)
{
    (void)state;
    char name[1000], other[1000];
    pdoc_register *reg = new_register();
    for (size_t size = 250; size < 262; size++) {
        char code[12];
        memset(name, 'n', size);
        name[size] = '\0';
        snprintf(code, sizeof code, "c%zu", size);
        pdoc_party *party = pdoc_register_add_party(reg, code, NULL, name, NULL);
        assert_non_null(party);
        memset(other, 'N', size);
        other[size] = '\0';
        assert_ptr_equal(pdoc_register_find_party(reg, other), party);
    }
    memset(name, 'x', 900);
    name[900] = '\0';
    assert_null(pdoc_register_find_party(reg, name));
    assert_int_equal(pdoc_party_add_name(pdoc_register_party(reg, 3), PDOC_NAME_FORMER, name, NULL), PDOC_OK);
    assert_ptr_equal(pdoc_register_find_party(reg, name), pdoc_register_party(reg, 3));
    memset(name, ' ', 400);
    memcpy(name + 400, "c250", 5);
    assert_ptr_equal(pdoc_register_find_party(reg, name),
                     pdoc_register_party(reg, 0)); /* long only before it is folded */
    pdoc_register_unref(reg);
}

static void the_first_party_with_a_name_keeps_it(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_party *first = pdoc_register_add_party(reg, "a", NULL, "Board", NULL);
    assert_non_null(pdoc_register_add_party(reg, "b", NULL, "Board", NULL));
    assert_ptr_equal(pdoc_register_find_party(reg, "board"), first);
    pdoc_register_unref(reg);
}

static void a_code_belongs_to_one_party(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_error *error = NULL;
    assert_non_null(pdoc_register_add_party(reg, "a", NULL, "A", NULL));
    assert_null(pdoc_register_add_party(reg, "a", NULL, "New", &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "\"a\"");
    assert_null(pdoc_register_find_party(reg, "new"));                       /* nothing of the refused one is left */
    assert_non_null(pdoc_register_add_party(reg, "A", NULL, "Other", NULL)); /* a code is taken as it is written */
    assert_int_equal(pdoc_register_party_count(reg), 2);
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void many_parties_are_found(void **state)
{
    (void)state;
    enum { MANY = 20000 };
    pdoc_register *reg = new_register();
    char code[16];
    for (int i = 0; i < MANY; i++) {
        snprintf(code, sizeof code, "p%d", i);
        assert_non_null(pdoc_register_add_party(reg, code, NULL, "Team", NULL));
    }
    assert_string_equal(pdoc_party_code(pdoc_register_find_party(reg, "P19999")), "p19999");
    assert_string_equal(pdoc_party_code(pdoc_register_find_party(reg, "team")), "p0");
    pdoc_register_unref(reg);
}

static void what_a_party_needs_is_asked_for(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_party *party = pdoc_register_add_party(reg, "a", NULL, "A", NULL);
    static const struct {
        const char *code, *kind, *name, *words;
    } rows[] = {{NULL, NULL, "A", "code"},   {"", NULL, "A", "code"},    {"b", NULL, NULL, "name"},
                {"\xff", NULL, "A", "code"}, {"b", "\xff", "A", "kind"}, {"b", NULL, "\xff", "name"}};
    pdoc_error *error = NULL;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_null(pdoc_register_add_party(reg, rows[i].code, rows[i].kind, rows[i].name, &error));
        assert_error(&error, PDOC_ERR_ARGUMENT, rows[i].words);
    }
    assert_int_equal(pdoc_party_add_name(party, PDOC_NAME_ALIAS, NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "text");
    assert_int_equal(pdoc_party_add_name(party, (pdoc_name_kind)3, "B", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "kind");
    assert_int_equal(pdoc_party_add_name(party, PDOC_NAME_ALIAS, "\xff", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "name");
    assert_int_equal(pdoc_register_party_count(reg), 1);
    pdoc_register_unref(reg);
}

static void names_of_a_party_stop_at_65535(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_party *party = pdoc_register_add_party(reg, "a", NULL, "A", NULL);
    for (size_t i = 0; i < UINT16_MAX; i++)
        assert_int_equal(pdoc_party_add_name(party, PDOC_NAME_ALIAS, "B", NULL), PDOC_OK);
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_party_add_name(party, PDOC_NAME_ALIAS, "C", &error), PDOC_ERR_LIMIT);
    assert_error(&error, PDOC_ERR_LIMIT, "names of a party");
    assert_int_equal(pdoc_party_name_count(party, PDOC_NAME_ALIAS), UINT16_MAX);
    assert_null(pdoc_register_find_party(reg, "C"));
    pdoc_register_unref(reg);
}

static void no_call_minds_a_party_that_is_null(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(pdoc_party_ref(NULL));
    pdoc_party_unref(NULL);
    assert_null(pdoc_party_code(NULL));
    assert_null(pdoc_party_kind(NULL));
    assert_null(pdoc_party_part_of(NULL));
    assert_null(pdoc_party_successor(NULL));
    assert_null(pdoc_party_name(NULL));
    assert_null(pdoc_party_name_at(NULL, PDOC_NAME_ALIAS, 0));
    assert_null(pdoc_party_holder(NULL, 0));
    assert_int_equal(pdoc_party_name_count(NULL, PDOC_NAME_NAME) + pdoc_party_holder_count(NULL), 0);
    assert_day(pdoc_party_holder_from(NULL, 0), "");
    assert_day(pdoc_party_holder_to(NULL, 0), "");
    assert_int_equal(pdoc_party_add_name(NULL, PDOC_NAME_NAME, "A", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "party");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_party_is_found_by_every_name_that_it_goes_by),
        cmocka_unit_test(a_party_of_a_profile_is_found_by_every_name_that_it_goes_by),
        cmocka_unit_test(an_added_party_has_its_names_and_takes_more),
        cmocka_unit_test(a_name_may_be_of_any_length),
        cmocka_unit_test(the_first_party_with_a_name_keeps_it),
        cmocka_unit_test(a_code_belongs_to_one_party),
        cmocka_unit_test(many_parties_are_found),
        cmocka_unit_test(what_a_party_needs_is_asked_for),
        cmocka_unit_test(names_of_a_party_stop_at_65535),
        cmocka_unit_test(no_call_minds_a_party_that_is_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
