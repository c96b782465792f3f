/* SPDX-License-Identifier: MIT */
/* Phases: what a version's history, or for want of it its sheet, says of where it stands. */
#include "judging.h"

static const char empty[] = PROFILE("<types><type id=\"policy\" base=\"policy\"><label>Policy</label></type></types>");

static void assert_phase(struct world *world, const char *day, pdoc_phase expected)
{
    pdoc_phase found = PDOC_PHASE_UNDETERMINED;
    const pdoc_basis basis = basis_of(world, day, NULL);
    assert_int_equal(pdoc_version_phase(world->version, &basis, &found, NULL), PDOC_OK);
    assert_int_equal(found, expected);
}

static void a_version_goes_through_its_life(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    happened(&world, "drafted", "2020-01-10", 1, NULL);
    happened(&world, "consultation-opened", "2020-02-10", 1, NULL);
    happened(&world, "consultation-closed", "2020-03-10", 1, NULL);
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    happened(&world, "effective", "2020-08-01", 1, NULL);
    happened(&world, "withdrawn", "2022-01-01", 1, NULL);
    happened(&world, "archived", "2022-02-01", 1, NULL);
    assert_phase(&world, "2020-01-09", PDOC_PHASE_DRAFT); /* its decision is known to come */
    assert_phase(&world, "2020-01-10", PDOC_PHASE_DRAFT);
    assert_phase(&world, "2020-02-10", PDOC_PHASE_CONSULTING);
    assert_phase(&world, "2020-07-06", PDOC_PHASE_CONSULTING);
    assert_phase(&world, "2020-07-07", PDOC_PHASE_APPROVED); /* the day in force is known to come */
    assert_phase(&world, "2020-08-01", PDOC_PHASE_IN_FORCE);
    assert_phase(&world, "2022-01-01", PDOC_PHASE_WITHDRAWN);
    assert_phase(&world, "2022-02-01", PDOC_PHASE_ARCHIVED);
    world_end(&world);
}

static void a_decision_without_an_effective_day_counts_at_once_and_says_so(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    happened(&world, "decided", "2020-07-07", 1, "outcome", "with-amendments", NULL);
    judge_on(&world, "2020-07-07");
    assert_int_equal(world.judge.phase.phase, PDOC_PHASE_IN_FORCE);
    assert_true(world.judge.phase.no_effective_day);
    assert_false(world.judge.phase.printed);
    assert_string_equal(world.judge.phase.event->id, "e1");
    assert_day(world.judge.phase.since, "2020-07-07");
    world_end(&world);
}

static void an_effective_day_to_come_leaves_it_approved_until_then(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", "effective", "2020-09-01", NULL);
    assert_phase(&world, "2020-08-31", PDOC_PHASE_APPROVED);
    assert_phase(&world, "2020-09-01", PDOC_PHASE_IN_FORCE);
    judge_on(&world, "2021-01-01");
    assert_day(world.judge.phase.since, "2020-09-01");
    assert_false(world.judge.phase.no_effective_day);
    world_end(&world);
}

static void a_release_counts_from_the_day_in_force_that_it_names(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    happened(&world, "released", "2020-07-20", 1, "effective", "2020-09-01", NULL);
    assert_phase(&world, "2020-07-07", PDOC_PHASE_APPROVED);
    assert_phase(&world, "2020-07-20", PDOC_PHASE_APPROVED);
    assert_phase(&world, "2020-08-31", PDOC_PHASE_APPROVED);
    assert_phase(&world, "2020-09-01", PDOC_PHASE_IN_FORCE);
    judge_on(&world, "2020-08-31");
    assert_day(world.judge.phase.since, "2020-07-07"); /* approved since the decision */
    judge_on(&world, "2021-01-01");
    assert_day(world.judge.phase.since, "2020-09-01");
    assert_string_equal(world.judge.phase.event->id, "e2");
    world_end(&world);
}

static void a_release_puts_the_day_that_was_decided_on_off(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", "effective", "2020-08-01", NULL);
    happened(&world, "released", "2020-07-20", 1, "effective", "2020-09-01", NULL);
    assert_phase(&world, "2020-08-15", PDOC_PHASE_APPROVED);
    assert_phase(&world, "2020-09-01", PDOC_PHASE_IN_FORCE);
    world_end(&world);
    world = world_with(empty); /* but what is in force already is not put off */
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", "effective", "2020-07-10", NULL);
    happened(&world, "released", "2020-07-20", 1, "effective", "2020-09-01", NULL);
    assert_phase(&world, "2020-08-15", PDOC_PHASE_IN_FORCE);
    judge_on(&world, "2020-10-01");
    assert_day(world.judge.phase.since, "2020-07-10");
    world_end(&world);
    world = world_with(empty); /* nor by a release, if an event says that it came into force */
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    happened(&world, "effective", "2020-07-20", 1, NULL);
    happened(&world, "released", "2020-07-20", 1, "effective", "2020-09-01", NULL);
    assert_phase(&world, "2020-08-15", PDOC_PHASE_IN_FORCE);
    world_end(&world);
}

static void nothing_is_in_force_before_its_release(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    happened(&world, "released", "2020-07-20", 1, "effective", "2020-07-01", NULL);
    assert_phase(&world, "2020-07-19", PDOC_PHASE_DRAFT); /* its release is known to come */
    assert_phase(&world, "2020-07-20", PDOC_PHASE_IN_FORCE);
    judge_on(&world, "2020-08-01");
    assert_day(world.judge.phase.since, "2020-07-20");
    world_end(&world);
    world = world_with(empty); /* given out without a decision that is recorded */
    happened(&world, "drafted", "2020-06-01", 1, NULL);
    happened(&world, "released", "2020-07-20", 1, "effective", "2020-09-01", NULL);
    assert_phase(&world, "2020-07-19", PDOC_PHASE_DRAFT);
    assert_phase(&world, "2020-07-20", PDOC_PHASE_APPROVED);
    assert_phase(&world, "2020-09-01", PDOC_PHASE_IN_FORCE);
    world_end(&world);
}

static void a_version_that_ended_before_its_day_supersedes_nothing(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    struct pdoc_version *second = pdoc_document_add_version(world.doc, "V2", NULL);
    assert_non_null(second);
    happened(&world, "decided", "2017-07-07", 1, "outcome", "approved", NULL);
    happened(&world, "decided", "2020-07-07", 2, "outcome", "approved", NULL);
    happened(&world, "released", "2020-07-20", 2, "effective", "2020-09-01", NULL);
    judge_on(&world, "2020-08-31");
    assert_ptr_equal(world.judge.version, world.version);
    judge_on(&world, "2020-09-01");
    assert_ptr_equal(world.judge.version, second);
    assert_day(pdoc__phase_of(&world.judge, world.version).since, "2020-09-01");
    happened(&world, "withdrawn", "2020-08-15", 2, NULL);
    judge_on(&world, "2020-10-01");
    assert_ptr_equal(world.judge.version, world.version);
    assert_int_equal(world.judge.phase.phase, PDOC_PHASE_IN_FORCE);
    world_end(&world);
}

static void what_is_rejected_deferred_or_referred_decides_nothing(void **state)
{
    (void)state;
    static const char *const outcomes[] = {"rejected", "deferred", "referred-up"};
    for (size_t i = 0; i < 3; i++) {
        struct world world = world_with(empty);
        happened(&world, "drafted", "2020-01-10", 1, NULL);
        happened(&world, "decided", "2020-07-07", 1, "outcome", outcomes[i], NULL);
        assert_phase(&world, "2020-12-01", PDOC_PHASE_DRAFT);
        happened(&world, "decided", "2021-01-01", 1, "outcome", "approved", NULL);
        assert_phase(&world, "2021-01-01", PDOC_PHASE_IN_FORCE);
        happened(&world, "decided", "2021-02-01", 1, "outcome", outcomes[i], NULL);
        assert_phase(&world, "2021-03-01", PDOC_PHASE_IN_FORCE);
        world_end(&world);
    }
}

static void a_decision_without_an_outcome_is_undetermined(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    happened(&world, "decided", "2020-07-07", 1, "act", "ratified", NULL);
    assert_phase(&world, "2020-12-01", PDOC_PHASE_UNDETERMINED);
    world_end(&world);
}

static void an_event_of_an_unknown_kind_makes_it_undetermined(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    world.doc->history.has_unknown = true;
    judge_on(&world, "2021-01-01");
    assert_int_equal(world.judge.phase.phase, PDOC_PHASE_UNDETERMINED);
    assert_true(world.judge.phase.unknown_event);
    world_end(&world);
}

static void a_printed_cell_puts_it_in_force_where_no_event_decides(void **state)
{
    (void)state;
    static const char *const cells[] = {"date-effective", "date-approved", "date-ratified", "date-issued"};
    for (size_t i = 0; i < 4; i++) {
        struct world world = world_with(empty);
        printed(&world, cells[i], "Cell", "7 July 2020");
        judge_on(&world, "2021-01-01");
        assert_int_equal(world.judge.phase.phase, PDOC_PHASE_IN_FORCE);
        assert_true(world.judge.phase.printed);
        assert_null(world.judge.phase.event);
        assert_int_equal(world.judge.phase.row, 0);
        assert_phase(&world, "2020-07-06", PDOC_PHASE_DRAFT);
        world_end(&world);
    }
    struct world world = world_with(empty);
    printed(&world, "approved-by", "Approved by", "");
    assert_phase(&world, "2021-01-01", PDOC_PHASE_UNDETERMINED);
    printed(&world, "approved-by", "Approved by", "Executive");
    assert_phase(&world, "2021-01-01", PDOC_PHASE_IN_FORCE);
    world_end(&world);
}

static void a_printed_effective_day_to_come_leaves_it_approved(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    printed(&world, "date-effective", "From", "1 September 2020");
    printed(&world, "date-approved", "Approved", "7 July 2020");
    assert_phase(&world, "2020-07-06", PDOC_PHASE_DRAFT);
    assert_phase(&world, "2020-08-01", PDOC_PHASE_APPROVED);
    assert_phase(&world, "2020-09-01", PDOC_PHASE_IN_FORCE);
    world_end(&world);
}

static void a_printed_approval_older_than_the_draft_is_that_of_the_version_before(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    printed(&world, "date-approved", "Approved", "7 July 2017");
    happened(&world, "drafted", "2020-01-10", 1, NULL);
    assert_phase(&world, "2021-01-01", PDOC_PHASE_DRAFT);
    printed(&world, "date-ratified", "Ratified", "7 July 2020");
    assert_phase(&world, "2021-01-01", PDOC_PHASE_IN_FORCE);
    world_end(&world);
}

static void a_printed_expiry_ends_nothing_but_a_rule_does(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    printed(&world, "date-approved", "Approved", "7 July 2020");
    printed(&world, "date-expiry", "Valid until", "2022-12-31");
    assert_phase(&world, "2023-06-01", PDOC_PHASE_IN_FORCE);
    world_end(&world);
    world = world_with(
        PROFILE("<facts><fact id=\"approved\" event=\"decided\" fallback=\"date-approved\"/></facts>"
                "<schedule><due id=\"lapse\" kind=\"expiry\" anchors=\"approved\" offset=\"P2Y\"/></schedule>"));
    printed(&world, "date-approved", "Approved", "7 July 2020");
    assert_phase(&world, "2022-07-07", PDOC_PHASE_IN_FORCE);
    assert_phase(&world, "2022-07-08", PDOC_PHASE_WITHDRAWN);
    judge_on(&world, "2022-07-08");
    assert_string_equal(world.judge.phase.expired_by->rule.id, "lapse");
    assert_int_equal(pdoc__due(&world.judge)->state, PDOC_REVIEW_NONE);
    struct pdoc_version *in_force = world.version;
    const pdoc_basis basis = basis_of(&world, "2022-07-08", NULL);
    assert_int_equal(pdoc_document_in_force(world.doc, &basis, &in_force, NULL), PDOC_OK);
    assert_null(in_force);
    world_end(&world);
}

static void a_later_version_in_force_supersedes_the_earlier(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    struct pdoc_version *second = pdoc_document_add_version(world.doc, "V2", NULL);
    assert_non_null(second);
    happened(&world, "decided", "2017-07-07", 1, "outcome", "approved", NULL);
    happened(&world, "drafted", "2020-01-01", 2, NULL);
    happened(&world, "decided", "2020-07-07", 2, "outcome", "approved", NULL);
    judge_on(&world, "2020-06-01");
    assert_ptr_equal(world.judge.version, world.version); /* V1 in force while V2 is drafted */
    assert_int_equal(pdoc__phase_of(&world.judge, second).phase, PDOC_PHASE_DRAFT);
    judge_on(&world, "2020-08-01");
    assert_ptr_equal(world.judge.version, second);
    assert_int_equal(pdoc__phase_of(&world.judge, world.version).phase, PDOC_PHASE_SUPERSEDED);
    assert_ptr_equal(pdoc__phase_of(&world.judge, world.version).by_version, second);
    assert_day(pdoc__phase_of(&world.judge, world.version).since, "2020-07-07");
    happened(&world, "withdrawn", "2021-01-01", 2, NULL); /* what was superseded does not come back by itself */
    judge_on(&world, "2021-02-01");
    assert_int_equal(pdoc__phase_of(&world.judge, world.version).phase, PDOC_PHASE_SUPERSEDED);
    assert_int_equal(world.judge.phase.phase, PDOC_PHASE_WITHDRAWN);
    world_end(&world);
}

static void events_of_the_document_begin_its_newest_version_and_end_all(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    struct pdoc_version *second = pdoc_document_add_version(world.doc, "V2", NULL);
    assert_non_null(second);
    happened(&world, "decided", "2017-07-07", 1, "outcome", "approved", NULL);
    happened(&world, "decided", "2020-07-07", 0, "outcome", "approved", NULL);
    judge_on(&world, "2020-08-01");
    assert_ptr_equal(world.judge.version, second);
    happened(&world, "withdrawn", "2021-01-01", 0, NULL);
    judge_on(&world, "2021-02-01");
    assert_int_equal(pdoc__phase_of(&world.judge, world.version).phase, PDOC_PHASE_WITHDRAWN);
    assert_int_equal(pdoc__phase_of(&world.judge, second).phase, PDOC_PHASE_WITHDRAWN);
    world_end(&world);
}

static void questions_without_an_answer_are_errors(void **state)
{
    (void)state;
    struct world world = world_with(empty);
    pdoc_phase phase = PDOC_PHASE_ARCHIVED;
    pdoc_basis basis = basis_of(&world, "2021-01-01", NULL);
    basis.as_of = date(NULL);
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_version_phase(world.version, &basis, &phase, &error), PDOC_ERR_JUDGE);
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_JUDGE);
    pdoc_error_free(error);
    assert_int_equal(phase, PDOC_PHASE_ARCHIVED); /* untouched */
    basis = basis_of(&world, "2021-01-01", NULL);
    basis.profile = NULL;
    assert_int_equal(pdoc_version_phase(world.version, &basis, &phase, NULL), PDOC_ERR_JUDGE);
    basis.size = 4;
    assert_int_equal(pdoc_version_phase(world.version, &basis, &phase, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_version_phase(NULL, &basis, &phase, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_document_in_force(world.doc, NULL, NULL, NULL), PDOC_ERR_ARGUMENT);
    world_end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_version_goes_through_its_life),
        cmocka_unit_test(a_decision_without_an_effective_day_counts_at_once_and_says_so),
        cmocka_unit_test(an_effective_day_to_come_leaves_it_approved_until_then),
        cmocka_unit_test(a_release_counts_from_the_day_in_force_that_it_names),
        cmocka_unit_test(a_release_puts_the_day_that_was_decided_on_off),
        cmocka_unit_test(nothing_is_in_force_before_its_release),
        cmocka_unit_test(a_version_that_ended_before_its_day_supersedes_nothing),
        cmocka_unit_test(what_is_rejected_deferred_or_referred_decides_nothing),
        cmocka_unit_test(a_decision_without_an_outcome_is_undetermined),
        cmocka_unit_test(an_event_of_an_unknown_kind_makes_it_undetermined),
        cmocka_unit_test(a_printed_cell_puts_it_in_force_where_no_event_decides),
        cmocka_unit_test(a_printed_effective_day_to_come_leaves_it_approved),
        cmocka_unit_test(a_printed_approval_older_than_the_draft_is_that_of_the_version_before),
        cmocka_unit_test(a_printed_expiry_ends_nothing_but_a_rule_does),
        cmocka_unit_test(a_later_version_in_force_supersedes_the_earlier),
        cmocka_unit_test(events_of_the_document_begin_its_newest_version_and_end_all),
        cmocka_unit_test(questions_without_an_answer_are_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
