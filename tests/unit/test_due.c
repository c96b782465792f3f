/* SPDX-License-Identifier: MIT */
/* Reviews: as printed and as derived, which of the two governs, and every state on its days. */
#include "judging.h"

#define TYPES "<types><type id=\"policy\" base=\"policy\"><label>Policy</label></type></types>"
#define DATES                                                                                                          \
    "<facts><fact id=\"approved\" event=\"decided\" pick=\"first\" fallback=\"date-approved\">"                        \
    "<where><in of=\"outcome\" values=\"approved with-amendments\"/></where></fact>"                                   \
    "<fact id=\"last-review\" event=\"reviewed\" versions=\"all\"/></facts>"
#define REVIEW                                                                                                         \
    "<due id=\"review\" clause=\"s10 L131\" kind=\"review\" anchors=\"last-review approved\" offset=\"P36M\" "         \
    "printed=\"date-review\">"
#define THREE_YEARS                                                                                                    \
    TYPES DATES "<schedule>" REVIEW "<when><equals of=\"type\" value=\"policy\"/></when></due></schedule>"

static struct world merton(void)
{
    struct world world = world_with(PROFILE(THREE_YEARS));
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    printed(&world, "date-review", "Review date", "June 2023");
    return world;
}

static pdoc_review_state state_on(struct world *world, const char *day)
{
    judge_on(world, day);
    return (pdoc_review_state)pdoc__due(&world->judge)->state;
}

static void a_printed_month_is_due_until_its_last_day_and_the_rule_follows(void **state)
{
    (void)state;
    struct world world = merton();
    assert_int_equal(state_on(&world, "2023-05-31"), PDOC_REVIEW_IN_DATE);
    assert_int_equal(state_on(&world, "2023-06-01"), PDOC_REVIEW_DUE_IN_PERIOD);
    assert_int_equal(state_on(&world, "2023-06-15"), PDOC_REVIEW_DUE_IN_PERIOD);
    assert_int_equal(state_on(&world, "2023-06-30"), PDOC_REVIEW_DUE_IN_PERIOD);
    static const char *const overdue[] = {"2023-07-01", "2023-07-07", "2023-07-08", "2026-11-22"};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(state_on(&world, overdue[i]), PDOC_REVIEW_OVERDUE);
        const struct pdoc__due *due = pdoc__due(&world.judge);
        assert_int_equal(due->governs, PDOC_GOVERNS_PRINTED);
        assert_day(due->due, "2023-06-30");
        assert_day(due->printed.first, "2023-06-01");
        assert_day(due->derived.first, "2023-07-07");
        assert_day(due->derived.last, "2023-07-07");
        assert_int_equal(world.judge.day > due->derived.last, i >= 2); /* by the rule too from 8 July on */
        assert_int_equal(due->rule, 0);
        assert_false(due->printed_fallback);
    }
    world_end(&world);
}

static void the_one_that_ends_earlier_governs(void **state)
{
    (void)state;
    struct world world = world_with(PROFILE(THREE_YEARS));
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    printed(&world, "date-review", "Review date", "2024");
    judge_on(&world, "2021-01-01");
    assert_int_equal(pdoc__due(&world.judge)->governs, PDOC_GOVERNS_DERIVED);
    assert_day(pdoc__due(&world.judge)->due, "2023-07-07"); /* a later promise never postpones it */
    assert_int_equal(state_on(&world, "2023-07-08"), PDOC_REVIEW_OVERDUE);
    world_end(&world);
}

static void without_a_recorded_decision_the_printed_day_serves_and_says_so(void **state)
{
    (void)state;
    struct world world = world_with(PROFILE(THREE_YEARS));
    printed(&world, "date-approved", "Approved", "July 2020");
    judge_on(&world, "2023-07-15");
    const struct pdoc__due *due = pdoc__due(&world.judge);
    assert_true(due->printed_fallback);
    assert_day(due->derived.first, "2023-07-01"); /* a month stays a month */
    assert_day(due->derived.last, "2023-07-31");
    assert_int_equal(due->state, PDOC_REVIEW_DUE_IN_PERIOD);
    assert_int_equal(state_on(&world, "2023-08-01"), PDOC_REVIEW_OVERDUE);
    world_end(&world);
}

static void no_rule_no_data_and_nothing_due_are_three_answers(void **state)
{
    (void)state;
    struct world world = world_with(PROFILE(TYPES));
    printed(&world, "date-issued", "Issued", "2020-01-01");
    assert_int_equal(state_on(&world, "2021-01-01"), PDOC_REVIEW_NO_RULE);
    printed(&world, "date-review", "Review", "2022-01-01"); /* a promise counts without a rule too */
    assert_int_equal(state_on(&world, "2021-01-01"), PDOC_REVIEW_IN_DATE);
    assert_int_equal(state_on(&world, "2022-01-02"), PDOC_REVIEW_OVERDUE);
    world_end(&world);
    world = world_with(PROFILE(THREE_YEARS));
    printed(&world, "date-issued", "Issued", "2020-01-01");
    assert_int_equal(state_on(&world, "2021-01-01"), PDOC_REVIEW_NO_DATA); /* no day of approval */
    world_end(&world);
    world = merton();
    assert_int_equal(state_on(&world, "2020-01-01"), PDOC_REVIEW_NONE); /* its decision was still to come */
    happened(&world, "withdrawn", "2022-01-01", 1, NULL);
    assert_int_equal(state_on(&world, "2024-01-01"), PDOC_REVIEW_NONE);
    assert_int_equal(pdoc__due(&world.judge)->due, PDOC__NO_DAY);
    world_end(&world);
}

static void nothing_is_due_before_and_after_the_time_in_force(void **state)
{
    (void)state;
    static const char *const ends[] = {"superseded", "withdrawn", "archived"};
    for (size_t i = 0; i < 3; i++) {
        struct world world = world_with(PROFILE(THREE_YEARS));
        happened(&world, "drafted", "2020-01-01", 1, NULL);
        happened(&world, "consultation-opened", "2020-02-01", 1, NULL);
        happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", "effective", "2020-08-01", NULL);
        happened(&world, ends[i], "2021-07-07", 1, NULL);
        assert_int_equal(state_on(&world, "2020-01-15"), PDOC_REVIEW_NONE);
        assert_int_equal(state_on(&world, "2020-02-15"), PDOC_REVIEW_NONE);
        assert_int_equal(state_on(&world, "2020-07-15"), PDOC_REVIEW_NONE);
        assert_int_equal(state_on(&world, "2020-08-15"), PDOC_REVIEW_IN_DATE);
        assert_int_equal(state_on(&world, "2021-08-15"), PDOC_REVIEW_NONE);
        world_end(&world);
    }
}

static void what_was_released_for_a_later_day_is_due_for_nothing_until_then(void **state)
{
    (void)state;
    struct world world = world_with(PROFILE(THREE_YEARS));
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    happened(&world, "released", "2020-07-10", 1, "effective", "2020-08-01", NULL);
    assert_int_equal(state_on(&world, "2020-07-31"), PDOC_REVIEW_NONE);
    assert_int_equal(state_on(&world, "2020-08-01"), PDOC_REVIEW_IN_DATE);
    assert_int_equal(state_on(&world, "2023-07-08"), PDOC_REVIEW_OVERDUE); /* the clock runs from the approval */
    world_end(&world);
}

static void an_unresolved_or_missing_type_is_no_data_not_no_rule(void **state)
{
    (void)state;
    struct world world = world_with(PROFILE(THREE_YEARS));
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    assert_int_equal(pdoc_document_set_type(world.doc, "Corporate", NULL), PDOC_OK);
    assert_int_equal(state_on(&world, "2021-01-01"), PDOC_REVIEW_NO_DATA);
    assert_int_equal(pdoc_document_set_type(world.doc, NULL, NULL), PDOC_OK);
    assert_int_equal(state_on(&world, "2021-01-01"), PDOC_REVIEW_NO_DATA);
    world_end(&world);
}

static void a_profile_that_cannot_be_found_is_no_data(void **state)
{
    (void)state;
    struct world world = merton();
    pdoc_profile_set *set = pdoc_profile_set_new(NULL);
    assert_int_equal(pdoc_document_set_profile(world.doc, "elsewhere", NULL), PDOC_OK);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = date("2022-01-01"), .profiles = set};
    struct pdoc__judge judge;
    assert_true(pdoc__judge_begin(&judge, world.reg, &basis, NULL));
    assert_true(pdoc__judge_take(&judge, world.doc, NULL));
    assert_null(judge.profile);
    assert_string_equal(judge.profile_ref, "elsewhere");
    assert_int_equal(pdoc__due(&judge)->governs, PDOC_GOVERNS_PRINTED); /* the promise stands without rules */
    pdoc__judge_end(&judge);
    assert_int_equal(pdoc_profile_set_add(set, world.profile, NULL), PDOC_OK);
    assert_int_equal(pdoc_document_set_profile(world.doc, NULL, NULL), PDOC_OK);
    assert_int_equal(pdoc_register_add_profile(world.reg, "p", date(NULL), date("2021-12-31"), NULL), PDOC_OK);
    assert_int_equal(pdoc_register_add_profile(world.reg, "gone", date("2022-01-01"), date(NULL), NULL), PDOC_OK);
    assert_true(pdoc__judge_begin(&judge, world.reg, &basis, NULL));
    const char *ref = NULL;
    assert_null(pdoc__judge_profile(&judge, world.doc, &ref));
    assert_string_equal(ref, "gone");
    pdoc__judge_end(&judge);
    const pdoc_basis earlier = {.size = sizeof earlier, .as_of = date("2021-12-31"), .profiles = set};
    assert_true(pdoc__judge_begin(&judge, world.reg, &earlier, NULL));
    assert_ptr_equal(pdoc__judge_profile(&judge, world.doc, &ref), world.profile);
    pdoc__judge_end(&judge);
    pdoc_profile_set_unref(set);
    world_end(&world);
}

static void the_last_completed_review_restarts_the_clock_and_nothing_else_does(void **state)
{
    (void)state;
    struct world world = merton();
    happened(&world, "amended", "2021-02-01", 1, NULL);
    happened(&world, "decided", "2021-03-01", 1, "outcome", "approved", NULL);
    happened(&world, "review-started", "2023-04-01", 1, NULL);
    judge_on(&world, "2023-05-01");
    assert_day(pdoc__due(&world.judge)->derived.last, "2023-07-07");
    happened(&world, "reviewed", "2023-05-10", 1, "outcome", "no-change", NULL);
    judge_on(&world, "2023-08-01");
    const struct pdoc__due *due = pdoc__due(&world.judge);
    assert_day(due->derived.last, "2026-05-10");
    assert_true(due->printed_is_spent); /* it was reviewed by June 2023, as promised */
    assert_int_equal(due->governs, PDOC_GOVERNS_DERIVED);
    assert_int_equal(due->state, PDOC_REVIEW_IN_DATE);
    world_end(&world);
}

static void overdue_tells_under_way_and_extended_apart(void **state)
{
    (void)state;
    struct world world = merton();
    happened(&world, "review-started", "2023-06-20", 1, NULL);
    assert_int_equal(state_on(&world, "2023-06-25"), PDOC_REVIEW_DUE_IN_PERIOD);
    assert_int_equal(state_on(&world, "2023-07-01"), PDOC_REVIEW_OVERDUE_UNDER_WAY);
    happened(&world, "extended", "2023-07-05", 1, "until", "2023-12-31", NULL);
    assert_int_equal(state_on(&world, "2023-07-06"), PDOC_REVIEW_OVERDUE_EXTENDED);
    assert_int_equal(state_on(&world, "2024-01-01"), PDOC_REVIEW_OVERDUE_UNDER_WAY);
    assert_day(pdoc__due(&world.judge)->due, "2023-06-30"); /* it does not move the last permitted day */
    happened(&world, "reviewed", "2024-02-01", 1, NULL);
    assert_int_equal(state_on(&world, "2024-02-01"), PDOC_REVIEW_IN_DATE);
    assert_int_equal(state_on(&world, "2027-02-02"), PDOC_REVIEW_OVERDUE); /* that review has been completed */
    world_end(&world);
}

static void due_soon_is_within_the_notice(void **state)
{
    (void)state;
    struct world world =
        world_with("<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"p\" due-soon=\"P90D\">" THREE_YEARS
                   "</profile>");
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    assert_int_equal(state_on(&world, "2023-04-07"), PDOC_REVIEW_IN_DATE);
    assert_int_equal(state_on(&world, "2023-04-08"), PDOC_REVIEW_DUE_SOON);
    assert_int_equal(state_on(&world, "2023-07-07"), PDOC_REVIEW_DUE_SOON);
    assert_int_equal(state_on(&world, "2023-07-08"), PDOC_REVIEW_OVERDUE);
    world_end(&world);
}

static void of_anchors_the_latest_or_the_earliest_counts_and_the_cap_holds(void **state)
{
    (void)state;
    struct world world = world_with(PROFILE(
        DATES
        "<schedule>"
        "<due id=\"a\" kind=\"review\" anchors=\"approved last-review\" pick=\"earliest\" offset=\"P12M\"/>"
        "<due id=\"b\" kind=\"review\" anchors=\"approved last-review\" offset=\"P12M\"/>"
        "<due id=\"c\" kind=\"review\" anchors=\"approved last-review\" offset=\"P60M\" cap=\"P36M\"/>"
        "<due id=\"d\" kind=\"review\" anchors=\"approved\" offset=\"P1M\" rounding=\"end-of-month\"/></schedule>"));
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    happened(&world, "reviewed", "2021-02-03", 1, NULL);
    judge_on(&world, "2021-03-01");
    static const char *const expected[] = {"2021-07-07", "2022-02-03", "2023-07-07", "2020-08-31"};
    for (size_t i = 0; i < 4; i++)
        assert_day(pdoc__due_step(&world.judge, &world.profile->schedule[i]).derived.last, expected[i]);
    assert_int_equal(pdoc__due(&world.judge)->rule, 3); /* of several the one that ends earliest */
    world_end(&world);
}

static void a_first_review_gives_way_to_the_later_ones(void **state)
{
    (void)state;
    struct world world = world_with(
        PROFILE(DATES "<schedule><due id=\"first\" kind=\"first-review\" anchors=\"approved\" offset=\"P12M\"/>"
                      "<due id=\"later\" kind=\"review\" anchors=\"last-review\" offset=\"P36M\"/></schedule>"));
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    judge_on(&world, "2020-08-01");
    assert_day(pdoc__due(&world.judge)->due, "2021-07-07");
    happened(&world, "reviewed", "2021-06-01", 1, NULL);
    judge_on(&world, "2021-08-01");
    assert_day(pdoc__due(&world.judge)->due, "2024-06-01");
    world_end(&world);
}

static void a_row_may_say_that_nothing_is_due(void **state)
{
    (void)state;
    struct world world = world_with(
        PROFILE(DATES "<schedule>" REVIEW "</due><due id=\"never\" kind=\"review\" nothing=\"true\"><when><equals "
                      "of=\"category\" value=\"archive\"/></when></due></schedule>"));
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    assert_int_equal(pdoc_document_set_category(world.doc, "archive", NULL), PDOC_OK);
    assert_int_equal(state_on(&world, "2024-01-01"), PDOC_REVIEW_NONE);
    assert_int_equal(pdoc__due(&world.judge)->rule, 1);
    assert_int_equal(pdoc_document_set_category(world.doc, "corporate", NULL), PDOC_OK);
    assert_int_equal(state_on(&world, "2024-01-01"), PDOC_REVIEW_OVERDUE);
    world_end(&world);
}

static void the_edition_of_the_day_judged_counts(void **state)
{
    (void)state;
    struct world world = world_with(PROFILE(
        DATES
        "<schedule><due id=\"review\" kind=\"review\" anchors=\"approved\" offset=\"P24M\" to=\"2021-12-31\"/>"
        "<due id=\"review\" kind=\"review\" anchors=\"approved\" offset=\"P36M\" from=\"2022-01-01\"/></schedule>"));
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    judge_on(&world, "2021-12-31");
    assert_day(pdoc__due(&world.judge)->due, "2022-07-07");
    judge_on(&world, "2022-01-01");
    assert_day(pdoc__due(&world.judge)->due, "2023-07-07");
    world_end(&world);
}

static void a_rule_that_asks_for_the_state_that_it_decides_ends(void **state)
{
    (void)state;
    struct world world = world_with(
        PROFILE(DATES "<schedule><due id=\"r\" kind=\"review\" anchors=\"approved\" offset=\"P24M\"/></schedule>"));
    static struct pdoc__predicate when = {.operator= PDOC__PRESENT }; /* the reader would refuse it */
    assert_true(pdoc__operand_resolve(world.profile, "state", -1, &when.left));
    world.profile->schedule[0].when = &when;
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    assert_int_equal(state_on(&world, "2024-01-01"), PDOC_REVIEW_NO_DATA);
    world_end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_printed_month_is_due_until_its_last_day_and_the_rule_follows),
        cmocka_unit_test(the_one_that_ends_earlier_governs),
        cmocka_unit_test(without_a_recorded_decision_the_printed_day_serves_and_says_so),
        cmocka_unit_test(no_rule_no_data_and_nothing_due_are_three_answers),
        cmocka_unit_test(nothing_is_due_before_and_after_the_time_in_force),
        cmocka_unit_test(what_was_released_for_a_later_day_is_due_for_nothing_until_then),
        cmocka_unit_test(an_unresolved_or_missing_type_is_no_data_not_no_rule),
        cmocka_unit_test(a_profile_that_cannot_be_found_is_no_data),
        cmocka_unit_test(the_last_completed_review_restarts_the_clock_and_nothing_else_does),
        cmocka_unit_test(overdue_tells_under_way_and_extended_apart),
        cmocka_unit_test(due_soon_is_within_the_notice),
        cmocka_unit_test(of_anchors_the_latest_or_the_earliest_counts_and_the_cap_holds),
        cmocka_unit_test(a_first_review_gives_way_to_the_later_ones),
        cmocka_unit_test(a_row_may_say_that_nothing_is_due),
        cmocka_unit_test(the_edition_of_the_day_judged_counts),
        cmocka_unit_test(a_rule_that_asks_for_the_state_that_it_decides_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
