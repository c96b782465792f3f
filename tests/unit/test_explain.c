/* SPDX-License-Identifier: MIT */
/* Explanations: every part, with the rule, the clause and what was found. */
#include "judging.h"

static const char profile[] =
    "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"p\" act=\"ratified\">"
    "<types><type id=\"policy\" base=\"policy\" binding=\"mandatory\" clause=\"s4\"><label>Policy</label>"
    "<definition>What is to be done.</definition></type></types>"
    "<facts><fact id=\"approved\" event=\"decided\" fallback=\"date-approved\"/>"
    "<fact id=\"last-review\" event=\"reviewed\"/></facts>"
    "<schedule><due id=\"review\" clause=\"s10 L131\" kind=\"review\" anchors=\"last-review approved\" offset=\"P36M\" "
    "printed=\"date-review\">"
    "<when><equals of=\"type\" value=\"policy\"/></when></due></schedule>"
    "<requirements>"
    "<requirement id=\"has-author\" clause=\"s3\"><label>An author is named</label><must><present "
    "of=\"field.author\"/></must></requirement>"
    "<requirement id=\"is-public\" inferred=\"true\"><must><equals of=\"scope\" value=\"public\"/></must></requirement>"
    "<requirement id=\"clinical\"><when><equals of=\"category\" value=\"clinical\"/></when><must><present "
    "of=\"uri\"/></must></requirement>"
    "<requirement id=\"titled\"><must><present of=\"title\"/></must></requirement>"
    "<requirement id=\"waivable\"><must><present of=\"uri\"/></must><waived><present "
    "of=\"title\"/></waived></requirement>"
    "<requirement id=\"pending\"><must><present of=\"uri\"/></must><by fact=\"approved\" "
    "offset=\"P10Y\"/></requirement>"
    "</requirements></profile>";

static pdoc_explanation *explain(struct world *world, const char *day)
{
    const pdoc_basis basis = basis_of(world, day, NULL);
    pdoc_explanation *explanation = pdoc_document_explain(world->doc, &basis, NULL);
    assert_non_null(explanation);
    return explanation;
}

/* The step with this text; fails if there is none. */
static size_t step_with(const pdoc_explanation *explanation, const char *text)
{
    for (size_t i = 0; i < pdoc_explanation_count(explanation); i++)
        if (strcmp(pdoc_explanation_text(explanation, i), text) == 0)
            return i;
    for (size_t i = 0; i < pdoc_explanation_count(explanation); i++)
        print_error("%u %s\n", (unsigned)pdoc_explanation_depth(explanation, i), pdoc_explanation_text(explanation, i));
    fail_msg("no step says: %s", text);
    return SIZE_MAX;
}

static void dates_name_their_anchor_their_rule_and_its_clause(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    printed(&world, "date-review", "Document Review Date", "June 2023");
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    pdoc_explanation *explanation = explain(&world, "2023-07-08");
    world_end(&world); /* it stands alone */
    size_t due = step_with(explanation, "review due by the rules: 2023-07-07, 3 years after 2020-07-07 (decided, e1)");
    assert_string_equal(pdoc_explanation_rule(explanation, due), "review");
    assert_string_equal(pdoc_explanation_clause(explanation, due), "s10 L131");
    assert_int_equal(pdoc_explanation_depth(explanation, due), 1);
    assert_false(pdoc_explanation_is_inferred(explanation, due));
    step_with(explanation, "review due as printed: 2023-06, that is from 2023-06-01 to 2023-06-30");
    step_with(explanation, "the printed date governs, since it ends no later than the other");
    step_with(explanation, "last permitted day by the rule: 2023-07-07");
    step_with(explanation, "overdue since 2023-07-01 by the sheet");
    step_with(explanation, "overdue since 2023-07-08 by the rule");
    step_with(explanation, "overdue: 8 days after 2023-06-30 (on 2023-07-08)");
    step_with(explanation, "V1: in force since 2020-07-07");
    step_with(explanation, "decided 2020-07-07 (e1): ratified");
    step_with(explanation, "no effective day is recorded: it counts as in force from then on");
    step_with(explanation, "type Policy");
    step_with(explanation, "base class policy, binding: mandatory");
    step_with(explanation, "last-review: nothing recorded");
    pdoc_explanation_unref(explanation);
}

static void headings_come_in_order_and_rules_have_outcomes(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    printed(&world, "author", "Author", NULL);
    printed(&world, "date-approved", "Date of approval", "7 July 2020");
    pdoc_explanation *explanation = explain(&world, "2023-07-01");
    static const char *const headings[] = {"Classification", "Phase", "Dates", "State", "Findings", "Rules"};
    size_t met = 0;
    for (size_t i = 0; i < pdoc_explanation_count(explanation); i++)
        if (pdoc_explanation_depth(explanation, i) == 0)
            assert_string_equal(pdoc_explanation_text(explanation, i), headings[met++]);
    assert_int_equal(met, 6);
    size_t step = step_with(explanation, "not met: An author is named");
    assert_string_equal(pdoc_explanation_rule(explanation, step), "has-author");
    assert_string_equal(pdoc_explanation_clause(explanation, step), "s3");
    assert_string_equal(pdoc_explanation_text(explanation, step + 1), 
                        "asked: the cell \"Author\" is filled in; found: missing or empty");
    assert_int_equal(pdoc_explanation_depth(explanation, step + 1), 2);
    step = step_with(explanation, "cannot be told: rule is-public");
    assert_true(pdoc_explanation_is_inferred(explanation, step));
    assert_string_equal(pdoc_explanation_text(explanation, step + 1),
                        "asked: the scope is public; found: nothing recorded");
    step_with(explanation, "cannot be told: rule clinical");
    step_with(explanation, "met: rule titled");
    step_with(explanation, "waived: rule waivable");
    step_with(explanation, "not met yet: rule pending");
    step_with(explanation, "V1: in force since 2020-07-07, as printed, no decision recorded");
    step_with(explanation, "\"Date of approval\" says \"7 July 2020\": as printed, no decision recorded");
    step_with(explanation, "review due by the rules: 2023-07-07, 3 years after 2020-07-07 (as printed in \"Date of "
                           "approval\", no decision recorded)");
    step_with(explanation, "no review date is printed that can be read");
    step_with(explanation, "in date (on 2023-07-01)");
    pdoc_explanation_unref(explanation);
    world_end(&world);
}

static void what_cannot_be_told_is_said(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    assert_int_equal(pdoc_document_set_type(world.doc, "Corporate", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_set_category(world.doc, "clinical", NULL), PDOC_OK);
    pdoc_explanation *explanation = explain(&world, "2023-07-01");
    step_with(explanation, "\"Corporate\" is not a type of the profile");
    step_with(explanation, "category \"clinical\"");
    step_with(explanation, "neither an event nor the front sheet says where it stands");
    size_t may_apply = step_with(explanation, "rule review: may apply");
    assert_string_equal(pdoc_explanation_rule(explanation, may_apply), "review");
    assert_string_equal(pdoc_explanation_clause(explanation, may_apply), "s10 L131");
    assert_string_equal(pdoc_explanation_text(explanation, may_apply + 1),
                        "asked: the type is Policy; found: \"Corporate\", which cannot be resolved");
    step_with(explanation, "no rule gives a review date");
    step_with(explanation, "a rule applies or may apply, but what it needs to know is not recorded (on 2023-07-01)");
    assert_null(pdoc_explanation_text(explanation, pdoc_explanation_count(explanation)));
    assert_null(pdoc_explanation_rule(explanation, 0));
    assert_null(pdoc_explanation_clause(explanation, 0));
    assert_ptr_equal(pdoc_explanation_ref(explanation), explanation);
    pdoc_explanation_unref(explanation);
    pdoc_explanation_unref(explanation);
    world_end(&world);
}

static void versions_that_are_not_judged_are_told_too(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    assert_non_null(pdoc_document_add_version(world.doc, NULL, NULL));
    happened(&world, "decided", "2017-07-07", 1, "outcome", "approved", NULL);
    happened(&world, "decided", "2020-07-07", 2, "outcome", "approved", "effective", "2020-08-01", NULL);
    happened(&world, "withdrawn", "2021-01-01", 2, NULL);
    pdoc_explanation *explanation = explain(&world, "2021-06-01");
    step_with(explanation, "version 2: withdrawn since 2021-01-01");
    step_with(explanation, "V1: superseded since 2020-08-01");
    step_with(explanation, "version 2 came into force");
    step_with(explanation, "nothing is due: the document is withdrawn (on 2021-06-01)");
    pdoc_explanation_unref(explanation);
    assert_null(pdoc_document_explain(NULL, NULL, NULL));
    world_end(&world);
}

static void findings_of_the_document_are_told_with_what_was_expected_found_and_helps(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    printed(&world, "approved-by", "Approving Committee", "7 July 2020");
    pdoc_explanation *explanation = explain(&world, "2023-07-08");
    world_end(&world);
    size_t found = step_with(explanation, "found: 7 July 2020");
    assert_int_equal(pdoc_explanation_depth(explanation, found), 2);
    assert_string_equal(pdoc_explanation_rule(explanation, found), "cell-wrong-kind");
    step_with(explanation, "expected: a body or post");
    assert_true(strstr(pdoc_explanation_text(explanation, found + 1), "remedy: ") != NULL);
    assert_true(step_with(explanation, "Findings") < found);
    assert_true(found < step_with(explanation, "Rules"));
    pdoc_explanation_unref(explanation);
}

static void an_extension_is_told_with_its_event_its_end_and_its_giver(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    happened(&world, "extended", "2023-06-20", 1, "until", "2023-12-31", NULL);
    pdoc_explanation *explanation = explain(&world, "2023-07-08");
    world_end(&world);
    step_with(explanation, "more time was given on 2023-06-20 (e2): until 2023-12-31, by whom is not recorded");
    pdoc_explanation_unref(explanation);
}

static void working_days_are_said_to_need_a_calendar(void **state)
{
    (void)state;
    struct world world = world_with(
        PROFILE("<types><type id=\"policy\" base=\"policy\"/></types><facts><fact id=\"approved\" event=\"decided\"/>"
                "</facts><schedule><due id=\"review\" kind=\"review\" anchors=\"approved\" "
                "offset=\"5 working-days\"/></schedule>"));
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    pdoc_explanation *explanation = explain(&world, "2023-07-08");
    pdoc_lint *lint = pdoc_profile_lint(world.profile, NULL);
    bool is_told = false;
    for (size_t i = 0; i < pdoc_lint_count(lint); i++)
        is_told |= strcmp(pdoc_lint_code(lint, i), "needs-calendar") == 0 && !pdoc_lint_is_mistake(lint, i);
    assert_true(is_told);
    world_end(&world);
    step_with(explanation, "rule review: applies, but needs a working-day calendar, and none is given");
    step_with(explanation, "a rule applies, but needs a working-day calendar (on 2023-07-08)");
    pdoc_lint_free(lint);
    pdoc_explanation_unref(explanation);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_name_their_anchor_their_rule_and_its_clause),
        cmocka_unit_test(headings_come_in_order_and_rules_have_outcomes),
        cmocka_unit_test(what_cannot_be_told_is_said),
        cmocka_unit_test(versions_that_are_not_judged_are_told_too),
        cmocka_unit_test(findings_of_the_document_are_told_with_what_was_expected_found_and_helps),
        cmocka_unit_test(an_extension_is_told_with_its_event_its_end_and_its_giver),
        cmocka_unit_test(working_days_are_said_to_need_a_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
