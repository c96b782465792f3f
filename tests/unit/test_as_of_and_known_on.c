/* SPDX-License-Identifier: MIT */
/* Two days: the day judged, and the day whose knowledge counts. Voided events never were, once that is known. */
#include "judging.h"

static const char profile[] = PROFILE(
    "<facts><fact id=\"approved\" event=\"decided\"/><fact id=\"count\" event=\"decided\" pick=\"count\"/></facts>"
    "<schedule><due id=\"review\" kind=\"review\" anchors=\"approved\" offset=\"P36M\"/></schedule>");

static pdoc_event *recorded(struct world *world, const char *kind, const char *on, const char *recorded_on)
{
    pdoc_event *event = pdoc_document_record(world->doc, kind, date(on), date(recorded_on), 1, NULL, NULL);
    assert_non_null(event);
    return event;
}

static void complete(pdoc_event *event, const char *name, const char *value)
{
    assert_int_equal(pdoc_event_complete(event, name, value, NULL), PDOC_OK);
}

static void what_happens_after_the_day_does_not_count(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    complete(recorded(&world, "decided", "2020-07-07", NULL), "outcome", "approved");
    judge_on(&world, "2020-07-06");
    assert_int_equal(fact_named(&world, "count")->number, 0);
    assert_false(pdoc__event_counts(&world.judge, world.doc->history.events[0]));
    judge_on(&world, "2020-07-07");
    assert_int_equal(fact_named(&world, "count")->number, 1);
    assert_true(pdoc__event_counts(&world.judge, world.doc->history.events[0]));
    judge_on(&world, "2020-07"); /* of a month its last day */
    assert_int_equal(fact_named(&world, "count")->number, 1);
    judge_on(&world, "2020-06");
    assert_int_equal(fact_named(&world, "count")->number, 0);
    world_end(&world);
}

static void what_was_recorded_later_was_not_known(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    complete(recorded(&world, "decided", "2020-07-07", "2020-10-01"), "outcome", "approved");
    judge_known(&world, "2020-08-01", "2020-09-30");
    assert_int_equal(fact_named(&world, "count")->number, 0);
    assert_int_equal(world.judge.phase.phase, PDOC_PHASE_UNDETERMINED);
    judge_known(&world, "2020-08-01", "2020-10-01");
    assert_int_equal(fact_named(&world, "count")->number, 1);
    assert_int_equal(world.judge.phase.phase, PDOC_PHASE_IN_FORCE);
    judge_on(&world, "2020-08-01"); /* all that is known */
    assert_int_equal(fact_named(&world, "count")->number, 1);
    world_end(&world);
}

static void without_a_recorded_day_it_was_known_since_it_happened(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    complete(recorded(&world, "decided", "2020-07-07", NULL), "outcome", "approved");
    judge_known(&world, "2021-01-01", "2020-07-06");
    assert_int_equal(fact_named(&world, "count")->number, 0);
    judge_known(&world, "2021-01-01", "2020-07-07");
    assert_int_equal(fact_named(&world, "count")->number, 1);
    world_end(&world);
}

static void a_voided_event_never_was_once_that_is_known(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    complete(recorded(&world, "decided", "2020-07-07", NULL), "outcome", "approved"); /* e1, a mistake */
    complete(recorded(&world, "corrected", "2021-02-01", NULL), "voids", "e1");
    complete(recorded(&world, "decided", "2020-07-14", "2021-02-01"), "outcome", "approved");
    judge_known(&world, "2020-12-01", "2021-01-31"); /* what was believed then */
    assert_day(fact_named(&world, "approved")->date.first, "2020-07-07");
    assert_day(pdoc__due(&world.judge)->due, "2023-07-07");
    assert_true(pdoc__event_counts(&world.judge, world.doc->history.events[0]));
    judge_on(&world, "2020-12-01"); /* what is known now of that day */
    assert_day(fact_named(&world, "approved")->date.first, "2020-07-14");
    assert_day(pdoc__due(&world.judge)->due, "2023-07-14");
    assert_false(pdoc__event_counts(&world.judge, world.doc->history.events[0]));
    world_end(&world);
}

static void a_void_can_itself_be_voided(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    complete(recorded(&world, "decided", "2020-07-07", NULL), "outcome", "approved");
    complete(recorded(&world, "corrected", "2021-02-01", NULL), "voids", "e1");
    complete(recorded(&world, "corrected", "2021-03-01", NULL), "voids", "e2");
    judge_known(&world, "2022-01-01", "2021-02-15");
    assert_int_equal(fact_named(&world, "count")->number, 0);
    judge_on(&world, "2022-01-01");
    assert_int_equal(fact_named(&world, "count")->number, 1);
    world_end(&world);
}

static void voids_of_the_register_and_of_other_documents_are_their_own(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    complete(recorded(&world, "decided", "2020-07-07", NULL), "outcome", "approved");
    pdoc_document *other = pdoc_register_add_document(world.reg, "policy", "Other", NULL);
    pdoc_event *decided = pdoc_document_record(other, "decided", date("2019-01-01"), date(NULL), 0, NULL, NULL);
    pdoc_event *void_it = pdoc_document_record(other, "corrected", date("2019-02-01"), date(NULL), 0, NULL, NULL);
    complete(void_it, "voids", pdoc_event_id(decided));
    judge_on(&world, "2022-01-01");
    assert_false(pdoc__event_counts(&world.judge, decided));
    assert_true(pdoc__event_counts(&world.judge, void_it));
    assert_int_equal(fact_named(&world, "count")->number, 1);
    world_end(&world);
}

static void a_basis_that_cannot_be_used_is_refused(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    struct pdoc__judge judge;
    pdoc_error *error = NULL;
    pdoc_basis basis = basis_of(&world, "2020-01-01", NULL);
    basis.as_of.month = 13;
    assert_false(pdoc__judge_begin(&judge, world.reg, &basis, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    basis = basis_of(&world, "2020-01-01", NULL);
    basis.known_on.year = -5;
    assert_false(pdoc__judge_begin(&judge, world.reg, &basis, NULL));
    basis = basis_of(&world, "2020-01-01", NULL);
    assert_false(pdoc__judge_begin(&judge, NULL, &basis, NULL));
    assert_false(pdoc__judge_begin(&judge, world.reg, NULL, NULL));
    world_end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_happens_after_the_day_does_not_count),
        cmocka_unit_test(what_was_recorded_later_was_not_known),
        cmocka_unit_test(without_a_recorded_day_it_was_known_since_it_happened),
        cmocka_unit_test(a_voided_event_never_was_once_that_is_known),
        cmocka_unit_test(a_void_can_itself_be_voided),
        cmocka_unit_test(voids_of_the_register_and_of_other_documents_are_their_own),
        cmocka_unit_test(a_basis_that_cannot_be_used_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
