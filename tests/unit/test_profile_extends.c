/* SPDX-License-Identifier: MIT */
/* Profiles that extend others: what is inherited, replaced, withdrawn; names are looked up anew. */
#include "profiles.h"

static const char base_text[] =
    "<profile xmlns=\"urn:policydoc:1\" id=\"base\" act=\"agreed\" review-by=\"owner\" due-soon=\"P30D\">\n"
    "<types><type id=\"policy\" base=\"policy\"><label>Policy</label><alias>Rule</alias></type>\n"
    "<type id=\"old\" base=\"plan\" to=\"2010\"/><type id=\"old\" base=\"other\" from=\"2011\"/></types>\n"
    "<fields><field id=\"title\"/><field id=\"author\"><when><equals of=\"type\" value=\"policy\"/></when></field>"
    "<field id=\"owner\"/></fields>\n"
    "<sets><set id=\"kinds\" items=\"policy\"/></sets>\n"
    "<facts><fact id=\"first\" event=\"registered\"/><fact id=\"approved\" event=\"decided\"/>"
    "<fact id=\"day\" facts=\"approved first\"/></facts>\n"
    "<schedule><due id=\"review\" kind=\"review\" anchors=\"approved\" offset=\"P3Y\"/></schedule>\n"
    "<requirements><requirement id=\"r\" clause=\"s1\"><when><in of=\"type\" set=\"kinds\"/></when>"
    "<must><all><before of=\"approved\" other=\"day\" offset=\"P1D\"/><present of=\"title\"/></all></must>"
    "<by fact=\"approved\" offset=\"P1M\"/></requirement></requirements></profile>";

#define EXTENDS(id, above, rows)                                                                                       \
    "<profile xmlns=\"urn:policydoc:1\" id=\"" id "\" extends=\"" above "\">\n" rows "</profile>"

struct fixture {
    pdoc_profile_set *set;
};

static void add(pdoc_profile_set *set, const char *text)
{
    pdoc_profile *profile = read_good(text, set);
    assert_int_equal(pdoc_profile_set_add(set, profile, NULL), PDOC_OK);
    pdoc_profile_unref(profile);
}

static int make_set(void **state)
{
    static struct fixture fixture;
    fixture.set = pdoc_profile_set_new(NULL);
    add(fixture.set, base_text);
    *state = &fixture;
    return 0;
}

static int free_set(void **state)
{
    pdoc_profile_set_unref(((struct fixture *)*state)->set);
    return 0;
}

static pdoc_profile_set *set_of(void **state)
{
    return ((struct fixture *)*state)->set;
}

static void everything_is_inherited(void **state)
{
    pdoc_profile *profile = read_good(EXTENDS("child", "base", ""), set_of(state));
    const pdoc_profile *base = pdoc_profile_set_find(set_of(state), "base");
    for (int table = 0; table <= PDOC_PROFILE_REQUIREMENTS; table++)
        assert_int_equal(profile->counts[table], base->counts[table]);
    assert_string_equal(profile->act, "agreed");
    assert_string_equal(profile->review_by, "owner");
    assert_int_equal(profile->due_soon.count, 30);
    assert_null(profile->title);
    assert_string_equal(profile->requirements[0].rule.profile, "base");
    assert_int_equal(profile->requirements[0].rule.line, base->requirements[0].rule.line);
    assert_ptr_equal(pdoc__profile_type(profile, "rule"), &profile->types[0]);
    pdoc_profile_unref(profile);
}

static void what_is_inherited_outlives_the_base(void **state)
{
    (void)state;
    pdoc_profile_set *set = pdoc_profile_set_new(NULL);
    add(set, base_text);
    pdoc_profile *profile = read_good(EXTENDS("child", "base", ""), set);
    pdoc_profile_set_unref(set);
    assert_string_equal(profile->requirements[0].rule.clause, "s1");
    assert_string_equal(profile->requirements[0].when->values.items[0], "policy");
    assert_string_equal(profile->requirements[0].must->children[0].other.name, "day");
    assert_string_equal(profile->fields[1].when->values.items[0], "policy");
    assert_string_equal(profile->types[0].aliases.items[0], "Rule");
    pdoc_profile_unref(profile);
}

static void a_row_of_the_same_id_replaces_all_editions_in_its_place(void **state)
{
    pdoc_profile *profile =
        read_good(EXTENDS("child", "base",
                          "<types><type id=\"new\" base=\"plan\"/><type id=\"old\" base=\"guidance\"/></types>"
                          "<fields><field id=\"author\" required=\"true\"/></fields>"),
                  set_of(state));
    assert_int_equal(profile->counts[PDOC_PROFILE_TYPES], 3);
    assert_string_equal(profile->types[1].base, "guidance");
    assert_string_equal(profile->types[1].rule.profile, "child");
    assert_string_equal(profile->types[2].rule.id, "new"); /* behind what is inherited */
    assert_string_equal(profile->fields[1].rule.id, "author");
    assert_true(profile->fields[1].required);
    assert_null(profile->fields[1].when);
    pdoc_profile_unref(profile);
}

static void a_withdrawn_row_is_gone(void **state)
{
    pdoc_profile *profile =
        read_good(EXTENDS("child", "base",
                          "<types><type id=\"old\" withdrawn=\"true\"/></types>"
                          "<requirements><requirement id=\"r\" withdrawn=\"true\"/></requirements>"),
                  set_of(state));
    assert_int_equal(find_row(profile, PDOC_PROFILE_TYPES, "old"), -1);
    assert_int_equal(profile->counts[PDOC_PROFILE_REQUIREMENTS], 0);
    pdoc_profile_unref(profile);
}

static void inherited_rules_use_the_new_facts_and_sets(void **state)
{
    pdoc_profile *profile =
        read_good(EXTENDS("child", "base",
                          "<facts><fact id=\"first\" withdrawn=\"true\"/><fact id=\"day\" event=\"published\"/>"
                          "<fact id=\"approved\" event=\"scrutinised\"/></facts>"
                          "<sets><set id=\"kinds\" items=\"plan guidance\"/></sets>"),
                  set_of(state));
    const struct pdoc__requirement *rule = &profile->requirements[0];
    const struct pdoc__operand *left = &rule->must->children[0].left;
    assert_string_equal(profile->facts[left->index].rule.id, "approved");
    assert_true(profile->facts[left->index].kinds == UINT64_C(1) << PDOC__EVENT_SCRUTINISED);
    assert_string_equal(profile->facts[rule->by].rule.id, "approved");
    assert_int_equal(rule->by_offset.months, 1);
    assert_string_equal(profile->facts[profile->schedule[0].anchors[0]].rule.id, "approved");
    assert_int_equal(rule->when->values.count, 2);
    assert_string_equal(rule->when->values.items[1], "guidance");
    pdoc_profile_unref(profile);
}

static void withdrawing_what_inherited_rules_need_is_an_error(void **state)
{
    static const struct {
        const char *text;
        const char *word;
    } cases[] = {
        {EXTENDS("child", "base", "<facts><fact id=\"approved\" withdrawn=\"true\"/></facts>"), "approved"},
        {EXTENDS("child", "base", "<sets><set id=\"kinds\" withdrawn=\"true\"/></sets>"), "kinds"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pdoc_error *error = NULL;
        assert_null(read_text(cases[i].text, set_of(state), &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
        assert_non_null(strstr(pdoc_error_message(error), cases[i].word));
        pdoc_error_free(error);
    }
}

static void a_chain_of_three_resolves(void **state)
{
    add(set_of(state), EXTENDS("middle", "base", "<types><type id=\"m\" base=\"plan\"/></types>"));
    pdoc_profile *profile =
        read_good(EXTENDS("last", "middle", "<types><type id=\"m\" withdrawn=\"true\"/></types>"), set_of(state));
    assert_int_equal(profile->counts[PDOC_PROFILE_TYPES], 3);
    assert_string_equal(profile->act, "agreed");
    assert_string_equal(profile->extends, "middle");
    pdoc_profile_unref(profile);
}

static void a_profile_cannot_extend_what_extends_it(void **state)
{
    add(set_of(state), EXTENDS("middle", "base", ""));
    add(set_of(state), EXTENDS("last", "middle", ""));
    pdoc_error *error = NULL;
    assert_null(read_text(EXTENDS("middle", "last", ""), set_of(state), &error));
    assert_non_null(strstr(pdoc_error_message(error), "extends itself"));
    pdoc_error_free(error);
}

static void a_new_base_changes_the_hash(void **state)
{
    static const char child[] = EXTENDS("child", "base", "");
    pdoc_profile *before = read_good(child, set_of(state));
    add(set_of(state), "<profile xmlns=\"urn:policydoc:1\" id=\"base\"/>");
    pdoc_profile *after = read_good(child, set_of(state));
    assert_string_not_equal(pdoc_profile_hash(before), pdoc_profile_hash(after));
    pdoc_profile_unref(before);
    pdoc_profile_unref(after);
}

static void withdrawing_nothing_is_remarked_on(void **state)
{
    pdoc_profile *profile =
        read_good(EXTENDS("child", "base", "<types><type id=\"zzz\" withdrawn=\"true\"/></types>"), set_of(state));
    assert_int_equal(profile->remark_count, 1);
    assert_int_equal(profile->remarks[0].kind, PDOC__REMARK_WITHDRAWS);
    assert_string_equal(profile->remarks[0].name, "zzz");
    pdoc_profile_unref(profile);
}

static bool read_child(void *context, pdoc_error **error)
{
    pdoc_profile *profile =
        read_text(EXTENDS("child", "base", "<sets><set id=\"kinds\" items=\"plan\"/></sets>"), context, error);
    if (profile)
        assert_int_equal(profile->counts[PDOC_PROFILE_FACTS], 3);
    pdoc_profile_unref(profile);
    return profile != NULL;
}

static void any_allocation_may_fail(void **state)
{
    for (int forever = 0; forever < 2; forever++)
        assert_in_range(fail_every_allocation(read_child, set_of(state), forever == 1), 5, 5000);
}

static void the_shipped_profiles_can_all_be_read(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_profile_set *set = pdoc_profile_set_shipped(&error);
    for (const pdoc_error *each = error; each; each = pdoc_error_next(each))
        print_error("%s line %u: %s\n", pdoc_error_file(each), (unsigned)pdoc_error_line(each),
                    pdoc_error_message(each));
    assert_non_null(set);
    assert_in_range(pdoc_profile_set_count(set), 6, 100);
    for (size_t i = 0; i < pdoc_profile_set_count(set); i++)
        assert_non_null(pdoc_profile_title(pdoc_profile_set_at(set, i)));
    pdoc_profile_set_unref(set);
}

#define WITH_SET(test) cmocka_unit_test_setup_teardown(test, make_set, free_set)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_SET(everything_is_inherited),
        WITH_SET(what_is_inherited_outlives_the_base),
        WITH_SET(a_row_of_the_same_id_replaces_all_editions_in_its_place),
        WITH_SET(a_withdrawn_row_is_gone),
        WITH_SET(inherited_rules_use_the_new_facts_and_sets),
        WITH_SET(withdrawing_what_inherited_rules_need_is_an_error),
        WITH_SET(a_chain_of_three_resolves),
        WITH_SET(a_profile_cannot_extend_what_extends_it),
        WITH_SET(a_new_base_changes_the_hash),
        WITH_SET(withdrawing_nothing_is_remarked_on),
        WITH_SET(any_allocation_may_fail),
        cmocka_unit_test(the_shipped_profiles_can_all_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
