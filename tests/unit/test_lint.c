/* SPDX-License-Identifier: MIT */
/* Lint: profiles that call for a code, and for each one close by that does not. */
#include "profiles.h"

#include "governance/lint/lint.h"

struct lint_case {
    enum pdoc__lint_code code;
    const char *row;  /* that the finding speaks of */
    unsigned line;
    const char *found;    /* rows that call for it */
    const char *not_found; /* rows that do not */
};

#define TYPE "<types><type id=\"policy\" base=\"policy\"><definition>What.</definition></type></types>"
#define DUE(inside)                                                                                          \
    "<facts><fact id=\"f\" event=\"decided\"/></facts><schedule><due id=\"d\" kind=\"review\" anchors=\"f\" " \
    "offset=\"P3Y\">" inside "</due></schedule>"
#define RULE(inside) "<requirements>\n<requirement id=\"r\">" inside "</requirement></requirements>"
#define TWO_RULES(one, two) \
    "<requirements><requirement id=\"q\">" one "</requirement>\n<requirement id=\"r\">" two "</requirement></requirements>"
#define TWO_DUES(one, two)                                                                                   \
    "<facts><fact id=\"f\" event=\"decided\"/></facts><schedule><due id=\"c\" kind=\"review\" anchors=\"f\" " one \
    "/>\n<due id=\"d\" kind=\"review\" " two "/></schedule>"

static const struct lint_case cases[] = {
    {PDOC__LINT_UNKNOWN_ELEMENT, "a", 3, "<types>\n<type id=\"a\" base=\"plan\"><shape/></type></types>",
     "<types><type id=\"a\" base=\"plan\"><note>x</note></type></types>"},
    {PDOC__LINT_UNKNOWN_ATTRIBUTE, "a", 3, "<types>\n<type id=\"a\" base=\"plan\" colour=\"red\"/></types>",
     "<types><type id=\"a\" base=\"plan\" clause=\"s1\"/></types>"},
    {PDOC__LINT_WITHDRAWS_NOTHING, "a", 3, "<types>\n<type id=\"a\" withdrawn=\"true\"/></types>",
     "<types><type id=\"a\" base=\"plan\" withdrawn=\"false\"/></types>"},
    {PDOC__LINT_FIELD_WITHOUT_TYPE, "own", 3, "<fields>\n<field id=\"own\"/></fields>",
     "<fields><field id=\"own\" type=\"text\"/><field id=\"title\"/></fields>"},
    {PDOC__LINT_UNKNOWN_FIELD, "p", 1, NULL, "<fields><field id=\"title\"/></fields>"},
    {PDOC__LINT_UNKNOWN_PARTY, "a", 3, "<parties>\n<party id=\"a\" members=\"b\"/></parties>",
     "<parties><party id=\"a\" members=\"b\"/><party id=\"c\"><name>B</name></party></parties>"},
    {PDOC__LINT_UNKNOWN_PARTY, "a", 3, "<parties>\n<party id=\"a\" part-of=\"b\"/></parties>",
     "<parties><party id=\"a\" part-of=\"a\"/></parties>"},
    {PDOC__LINT_UNKNOWN_PARTY, "r", 3, RULE("<must><in of=\"field.approved-by\" values=\"board\"/></must>"),
     "<parties><party id=\"x\"><alias>Board</alias></party></parties>" RULE(
         "<must><in of=\"field.approved-by\" values=\"board\"/></must>")},
    {PDOC__LINT_UNKNOWN_TYPE, "a", 3, "<types>\n<type id=\"a\" base=\"plan\" parents=\"b\"/></types>",
     "<types><type id=\"a\" base=\"plan\" parents=\"a\"/></types>"},
    {PDOC__LINT_UNKNOWN_TYPE, "a", 3, "<types>\n<type id=\"a\" base=\"plan\" kind-of=\"b\"/></types>",
     "<types><type id=\"a\" base=\"plan\" kind-of=\"b\"/><type id=\"b\" base=\"plan\"/></types>"},
    {PDOC__LINT_UNKNOWN_TYPE, "r", 3, RULE("<must><equals of=\"type\" value=\"poem\"/></must>"),
     TYPE RULE("<must><equals of=\"type\" value=\"policy\"/></must>")},
    {PDOC__LINT_TYPE_WITHOUT_ROUTE, "b", 3,
     "<types><type id=\"a\" base=\"plan\"/>\n<type id=\"b\" base=\"plan\"/></types><routes><route id=\"r\"><when>"
     "<equals of=\"type\" value=\"a\"/><equals of=\"category\" value=\"c\"/></when></route></routes>",
     "<types><type id=\"a\" base=\"plan\"/>\n<type id=\"b\" base=\"plan\"/></types><routes><route id=\"r\"><when>"
     "<in of=\"type\" values=\"a b\"/><equals of=\"category\" value=\"c\"/></when></route></routes>"},
    {PDOC__LINT_UNKNOWN_RELATION, "f", 3, "<facts>\n<fact id=\"f\" relation=\"loves\"/></facts>",
     "<facts><fact id=\"f\" relation=\"derived-from\"/></facts>"},
    {PDOC__LINT_UNKNOWN_IN_MESSAGE, "r", 3, RULE("<must><present of=\"title\"/></must><message>{colour} is bad</message>"),
     RULE("<must><present of=\"title\"/></must><message>{title} of {field.author} is bad</message>")},
    {PDOC__LINT_UNUSED_SET, "s", 3, "<sets>\n<set id=\"s\" items=\"a\"/></sets>",
     "<sets><set id=\"s\" items=\"a\"/></sets>" RULE("<must><in of=\"scope\" set=\"s\"/></must>")},
    {PDOC__LINT_EMPTY_SET, "s", 3, "<sets>\n<set id=\"s\"/></sets>", "<sets><set id=\"s\" items=\"a\"/></sets>"},
    {PDOC__LINT_UNUSED_FACT, "f", 3, "<facts>\n<fact id=\"f\" event=\"decided\"/></facts>",
     "<facts><fact id=\"f\" event=\"decided\"/></facts>" RULE("<must><present of=\"title\"/></must><message>{f}</message>")},
    {PDOC__LINT_ZERO_OFFSET, "d", 3, TWO_DUES("offset=\"P3Y\"", "anchors=\"f\""), TWO_DUES("offset=\"P3Y\"", "nothing=\"true\"")},
    {PDOC__LINT_EDITION_ENDS_FIRST, "a", 3, "<types>\n<type id=\"a\" base=\"plan\" from=\"2020\" to=\"2019-12\"/></types>",
     "<types><type id=\"a\" base=\"plan\" from=\"2020\" to=\"2020-12\"/></types>"},
    {PDOC__LINT_DATE_AS_TEXT, "r", 3, RULE("<must><equals of=\"due\" value=\"soon\"/></must>"),
     RULE("<must><equals of=\"due\" value=\"2020\"/></must>")},
    {PDOC__LINT_DATE_AS_TEXT, "r", 3, RULE("<must><matches of=\"due\" value=\"20*\"/></must>"),
     RULE("<must><matches of=\"title\" value=\"20*\"/></must>")},
    {PDOC__LINT_NOT_A_DATE, "r", 3, RULE("<must><before of=\"title\" value=\"2020\"/></must>"),
     RULE("<must><before of=\"field.date-review\" value=\"2020\"/></must>")},
    {PDOC__LINT_NEVER_APPLIES, "r", 3,
     RULE("<when><equals of=\"type\" value=\"a\"/><equals of=\"type\" value=\"b\"/></when><must><present of=\"title\"/></must>"),
     RULE("<when><any><equals of=\"type\" value=\"a\"/><equals of=\"type\" value=\"b\"/></any></when><must><present of=\"title\"/></must>")},
    {PDOC__LINT_NEVER_APPLIES, "r", 3,
     RULE("<when><present of=\"uri\"/><not><any><present of=\"uri\"/><present of=\"scope\"/></any></not></when><must><present of=\"title\"/></must>"),
     RULE("<when><present of=\"uri\"/><not><all><present of=\"uri\"/><present of=\"scope\"/></all></not></when><must><present of=\"title\"/></must>")},
    {PDOC__LINT_NEVER_APPLIES, "r", 3,
     RULE("<when><before of=\"due\" value=\"2020\"/><not-before of=\"due\" value=\"2020\"/></when><must><present of=\"title\"/></must>"),
     RULE("<when><not-before of=\"due\" value=\"2020\"/><not-after of=\"due\" value=\"2020\"/></when><must><present of=\"title\"/></must>")},
    {PDOC__LINT_NEVER_MET, "r", 3,
     RULE("<when><in of=\"scope\" values=\"a b\"/></when><must><equals of=\"scope\" value=\"c\"/></must>"),
     RULE("<when><in of=\"scope\" values=\"a b\"/></when><must><equals of=\"scope\" value=\"b\"/></must>")},
    {PDOC__LINT_NEVER_MET, "r", 3,
     RULE("<when><in of=\"scope\" values=\"a\"/></when><must><not><in of=\"scope\" values=\"a b\"/></not></must>"),
     RULE("<when><in of=\"scope\" values=\"a c\"/></when><must><not><in of=\"scope\" values=\"a b\"/></not></must>")},
    {PDOC__LINT_CONTRADICTION, "r", 3,
     TWO_RULES("<must><present of=\"uri\"/></must>", "<must><not><present of=\"uri\"/></not></must>"),
     TWO_RULES("<when><present of=\"title\"/></when><must><present of=\"uri\"/></must>",
               "<must><not><present of=\"uri\"/></not></must>")},
    {PDOC__LINT_CONTRADICTION, "d", 3, TWO_DUES("offset=\"P3Y\"", "nothing=\"true\""),
     TWO_DUES("offset=\"P3Y\" to=\"2019\"", "nothing=\"true\" from=\"2020\"")},
    {PDOC__LINT_NEEDS_CALENDAR, "d", 3, TWO_DUES("offset=\"P3Y\"", "anchors=\"f\" offset=\"5 working-days\""),
     TWO_DUES("offset=\"P3Y\"", "anchors=\"f\" offset=\"P5D\"")},
    {PDOC__LINT_NEEDS_CALENDAR, "s", 3, "<plan>\n<step id=\"s\" kind=\"papers\" offset=\"-3 working-days\"><label>Papers go out</label></step></plan>",
     "<plan><step id=\"s\" kind=\"papers\" offset=\"-P3D\" roll=\"preceding\"><label>Papers go out</label></step></plan>"},
    {PDOC__LINT_NEEDS_CALENDAR, "s", 3,
     "<plan>\n<step id=\"s\" kind=\"work\" after=\"r\" needs=\"2 clear-working-days\"><label>Second draft</label></step>"
     "<step id=\"r\" kind=\"responses\" offset=\"-P9D\"><label>Replies</label></step></plan>",
     "<plan><step id=\"s\" kind=\"work\" after=\"r\" needs=\"P2D\"><label>Second draft</label></step>"
     "<step id=\"r\" kind=\"responses\" offset=\"-P9D\"><label>Replies</label></step></plan>"},
    {PDOC__LINT_NEEDS_CALENDAR, "n", 3, "<reminders>\n<reminder id=\"n\" offset=\"-5 working-days\"/></reminders>",
     "<reminders><reminder id=\"n\" offset=\"-P5D\"/></reminders>"},
    {PDOC__LINT_NEEDS_CALENDAR, "r", 3, RULE("<must><before of=\"field.date-review\" other=\"field.date-approved\" offset=\"5 working-days\"/></must>"),
     RULE("<must><before of=\"field.date-review\" other=\"field.date-approved\" offset=\"P5D\"/></must>")},
    {PDOC__LINT_TWO_OFFSETS, "d", 3, TWO_DUES("offset=\"P3Y\"", "anchors=\"f\" offset=\"P2Y\""),
     TWO_DUES("offset=\"P3Y\" to=\"2019\"", "anchors=\"f\" offset=\"P2Y\" from=\"2020\"")},
    {PDOC__LINT_TYPE_WITHOUT_SCHEDULE, "policy", 2,
     TYPE DUE("<when><not><equals of=\"type\" value=\"policy\"/></not></when>"),
     TYPE DUE("<when><equals of=\"type\" value=\"policy\"/><present of=\"uri\"/></when>")},
    {PDOC__LINT_TYPE_WITHOUT_DEFINITION, "a", 3, "<types>\n<type id=\"a\" base=\"plan\"/></types>", TYPE},
    {PDOC__LINT_STEP_WITHOUT_LABEL, "s", 3, "<plan>\n<step id=\"s\" kind=\"papers\" offset=\"-P3D\"/></plan>",
     "<plan><step id=\"s\" kind=\"papers\" offset=\"-P3D\"><label>Papers go out</label></step></plan>"},
    {PDOC__LINT_MEETING_WITHOUT_BODY, "s", 3, "<plan>\n<step id=\"s\" kind=\"sign-off\"><label>Decision</label></step></plan>",
     "<plan><step id=\"s\" kind=\"papers\"><label>Papers go out</label></step></plan>"},
    {PDOC__LINT_WORK_WITHOUT_BEGIN, "s", 3, "<plan>\n<step id=\"s\" kind=\"work\"><label>Second draft</label></step></plan>",
     "<plan><step id=\"r\" kind=\"responses\" offset=\"-P9D\"><label>Replies</label></step>"
     "<step id=\"s\" kind=\"work\" after=\"r\"><label>Second draft</label></step></plan>"},
    {PDOC__LINT_CLOCK_WITHOUT_FACT, "a", 3, "<flow>\n<amendment id=\"a\" clock=\"restarts\"/></flow>",
     "<facts><fact id=\"f\" event=\"amended\"><where><any><equals of=\"class.clock\" value=\"restarts\"/></any></where></fact></facts>"
     RULE("<must><present of=\"f\"/></must>") "<flow><amendment id=\"a\" clock=\"restarts\"/><amendment id=\"b\"/></flow>"},
    {PDOC__LINT_FORBIDDEN_WITH_LIMIT, "x", 3, "<flow>\n<extension id=\"x\" forbidden=\"true\" most-each=\"P3M\"/></flow>",
     "<flow><extension id=\"x\" forbidden=\"true\"/><extension id=\"y\" most-each=\"P3M\" moves-date=\"true\"/></flow>"},
    {PDOC__LINT_PLACEHOLDER, "a", 3, "<types>\n<type id=\"a\" base=\"plan\"><definition>TBC later</definition></type></types>",
     "<types><type id=\"a\" base=\"plan\"><definition>Part XX of the tbc</definition></type></types>"},
    {PDOC__LINT_PLACEHOLDER, "r", 3, RULE("<must><present of=\"title\"/></must><remedy>ask xx.</remedy>"),
     RULE("<must><present of=\"title\"/></must><remedy>ask Maxx</remedy>")},
};

static pdoc_lint *lint_rows(const char *attributes, const char *rows)
{
    static char text[4000];
    snprintf(text, sizeof text, "<profile xmlns=\"urn:policydoc:1\" id=\"p\"%s>\n%s\n</profile>", attributes, rows);
    pdoc_profile *profile = read_good(text, NULL);
    pdoc_lint *lint = pdoc_profile_lint(profile, NULL);
    assert_non_null(lint);
    pdoc_profile_unref(profile); /* the list does not need it */
    return lint;
}

/* Index of the first finding of a code, or -1. */
static int find(const pdoc_lint *lint, enum pdoc__lint_code code)
{
    for (size_t i = 0; i < pdoc_lint_count(lint); i++) {
        if (strcmp(pdoc_lint_code(lint, i), pdoc__lint_words[code].code) == 0)
            return (int)i;
    }
    return -1;
}

static void check_found(const struct lint_case *expected, const char *attributes, const char *rows)
{
    pdoc_lint *lint = lint_rows(attributes, rows);
    int index = find(lint, expected->code);
    if (index < 0)
        fail_msg("%s is not found in %s", pdoc__lint_words[expected->code].code, rows);
    assert_string_equal(pdoc_lint_row(lint, (size_t)index), expected->row);
    assert_int_equal(pdoc_lint_line(lint, (size_t)index), expected->line);
    assert_int_equal(pdoc_lint_column(lint, (size_t)index) > 1, expected->line > 0);
    assert_true(strlen(pdoc_lint_message(lint, (size_t)index)) > 10);
    assert_int_equal(pdoc_lint_is_mistake(lint, (size_t)index), pdoc__lint_words[expected->code].is_mistake);
    pdoc_lint_free(lint);
}

static void every_case_is_found_and_its_neighbour_is_not(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (cases[i].found)
            check_found(&cases[i], "", cases[i].found);
        else
            check_found(&cases[i], " review-by=\"colour\"", "");
        pdoc_lint *lint = lint_rows("", cases[i].not_found);
        if (find(lint, cases[i].code) >= 0)
            fail_msg("%s is found in %s", pdoc__lint_words[cases[i].code].code, cases[i].not_found);
        pdoc_lint_free(lint);
    }
}

/* That each has a profile that calls for it, test_broken_profiles.c says. */
static void every_code_is_there_once_and_says_what_to_do(void **state)
{
    (void)state;
    for (size_t code = 0; code < PDOC__LINT_COUNT; code++) {
        assert_non_null(pdoc__lint_words[code].meaning);
        assert_true(strlen(pdoc__lint_words[code].remedy) > 5);
        for (size_t other = 0; other < code; other++)
            assert_string_not_equal(pdoc__lint_words[code].code, pdoc__lint_words[other].code);
    }
}

static void the_body_field_must_be_a_field_too(void **state)
{
    (void)state;
    pdoc_lint *lint = lint_rows(" body-field=\"colour\"", "");
    assert_true(find(lint, PDOC__LINT_UNKNOWN_FIELD) >= 0);
    pdoc_lint_free(lint);
    lint = lint_rows(" body-field=\"own\" review-by=\"author\"", "<fields><field id=\"own\" type=\"party\"/></fields>");
    assert_int_equal(find(lint, PDOC__LINT_UNKNOWN_FIELD), -1);
    pdoc_lint_free(lint);
}

static void inherited_rows_have_no_line(void **state)
{
    (void)state;
    pdoc_profile_set *set = pdoc_profile_set_new(NULL);
    pdoc_profile *base = read_good(PROFILE("<sets>\n<set id=\"s\"/></sets>"), NULL);
    assert_int_equal(pdoc_profile_set_add(set, base, NULL), PDOC_OK);
    pdoc_profile *child = read_good("<profile xmlns=\"urn:policydoc:1\" id=\"q\" extends=\"p\"/>", set);
    pdoc_lint *lint = pdoc_profile_lint(child, NULL);
    int index = find(lint, PDOC__LINT_EMPTY_SET);
    assert_true(index >= 0);
    assert_int_equal(pdoc_lint_line(lint, (size_t)index), 0);
    assert_int_equal(pdoc_lint_column(lint, (size_t)index), 0);
    pdoc_lint_free(lint);
    pdoc_profile_unref(child);
    pdoc_profile_unref(base);
    pdoc_profile_set_unref(set);
}

static void a_finding_has_the_column_of_the_row_or_of_what_is_wrong_in_it(void **state)
{
    (void)state;
    pdoc_lint *lint = lint_rows("", "<sets>\n<set id=\"s\"/></sets><types>\n<type id=\"a\" base=\"plan\"><shape/></type></types>");
    int empty = find(lint, PDOC__LINT_EMPTY_SET);
    int shape = find(lint, PDOC__LINT_UNKNOWN_ELEMENT);
    assert_true(empty >= 0 && shape >= 0);
    assert_int_equal(pdoc_lint_column(lint, (size_t)empty), strlen("<set id=\"s\"") + 1);
    assert_int_equal(pdoc_lint_column(lint, (size_t)shape), strlen("<type id=\"a\" base=\"plan\"><shape") + 1);
    pdoc_lint_free(lint);
}

static void past_the_end_there_is_nothing(void **state)
{
    (void)state;
    pdoc_lint *lint = lint_rows("", TYPE DUE(""));
    assert_int_equal(pdoc_lint_count(lint), 0);
    assert_null(pdoc_lint_code(lint, 0));
    assert_null(pdoc_lint_row(lint, 0));
    assert_null(pdoc_lint_message(lint, 0));
    assert_null(pdoc_lint_remedy(lint, 0));
    assert_int_equal(pdoc_lint_line(lint, 0), 0);
    assert_int_equal(pdoc_lint_column(lint, 0), 0);
    assert_false(pdoc_lint_is_mistake(lint, 0));
    pdoc_lint_free(lint);
    pdoc_lint_free(NULL);
    pdoc_error *error = NULL;
    assert_null(pdoc_profile_lint(NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
}

static bool lint_again(void *context, pdoc_error **error)
{
    pdoc_lint *lint = pdoc_profile_lint(context, error);
    if (lint)
        assert_int_equal(pdoc_lint_count(lint), 2);
    pdoc_lint_free(lint);
    return lint != NULL;
}

static void any_allocation_may_fail(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(PROFILE("<sets><set id=\"s\"/></sets>"), NULL);
    for (int forever = 0; forever < 2; forever++)
        assert_in_range(fail_every_allocation(lint_again, profile, forever == 1), 3, 5000);
    pdoc_profile_unref(profile);
}

static void the_shipped_profiles_hold_no_mistake(void **state)
{
    (void)state;
    pdoc_profile_set *set = pdoc_profile_set_shipped(NULL);
    assert_non_null(set);
    bool is_clean = true;
    for (size_t i = 0; i < pdoc_profile_set_count(set); i++) {
        pdoc_lint *lint = pdoc_profile_lint(pdoc_profile_set_at(set, i), NULL);
        for (size_t j = 0; j < pdoc_lint_count(lint); j++) {
            if (!pdoc_lint_is_mistake(lint, j))
                continue;
            is_clean = false;
            print_error("%s line %u: %s: %s\n", pdoc_profile_id(pdoc_profile_set_at(set, i)), (unsigned)pdoc_lint_line(lint, j),
                        pdoc_lint_code(lint, j), pdoc_lint_message(lint, j));
        }
        pdoc_lint_free(lint);
    }
    pdoc_profile_set_unref(set);
    assert_true(is_clean);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_is_found_and_its_neighbour_is_not),
        cmocka_unit_test(every_code_is_there_once_and_says_what_to_do),
        cmocka_unit_test(the_body_field_must_be_a_field_too),
        cmocka_unit_test(inherited_rows_have_no_line),
        cmocka_unit_test(a_finding_has_the_column_of_the_row_or_of_what_is_wrong_in_it),
        cmocka_unit_test(past_the_end_there_is_nothing),
        cmocka_unit_test(any_allocation_may_fail),
        cmocka_unit_test(the_shipped_profiles_hold_no_mistake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
