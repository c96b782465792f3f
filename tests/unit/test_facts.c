/* SPDX-License-Identifier: MIT */
/* Facts: what is picked from history, relations and cells, and what serves where nothing is recorded. */
#include "judging.h"

static const char profile[] =
    PROFILE("<facts>"
            "<fact id=\"first\" event=\"decided\" pick=\"first\"/>"
            "<fact id=\"last\" event=\"decided\"/>"
            "<fact id=\"approved\" event=\"decided\" fallback=\"date-approved date-ratified\">"
            "<where><in of=\"outcome\" values=\"approved with-amendments\"/></where></fact>"
            "<fact id=\"body\" event=\"decided\" give=\"by\" fallback=\"approved-by\"/>"
            "<fact id=\"minute\" event=\"decided\" give=\"minute\"/>"
            "<fact id=\"each\" event=\"decided\" pick=\"each\" give=\"outcome\"/>"
            "<fact id=\"count\" event=\"decided\" pick=\"count\"/>"
            "<fact id=\"any\" event=\"decided\" pick=\"any\"/>"
            "<fact id=\"any-approved\" event=\"decided\" pick=\"any\"><where><equals of=\"outcome\" "
            "value=\"approved\"/></where></fact>"
            "<fact id=\"all-versions\" event=\"decided\" pick=\"count\" versions=\"all\"/>"
            "<fact id=\"any-consulted\" event=\"consultation-opened\" pick=\"any\" fallback=\"consultation\"/>"
            "<fact id=\"count-consulted\" event=\"consultation-opened\" pick=\"count\" fallback=\"consultation\"/>"
            "<fact id=\"cites\" relation=\"cites\" pick=\"each\"/>"
            "<fact id=\"last-cited\" relation=\"cites\"/>"
            "<fact id=\"edition\" relation=\"cites\" give=\"edition\"/>"
            "<fact id=\"parent-approved\" event=\"decided\" via=\"derived-from\"/>"
            "<fact id=\"either\" facts=\"minute-day approved\"/>"
            "<fact id=\"minute-day\" event=\"scrutinised\"/>"
            "<fact id=\"ring-a\" facts=\"ring-b\"/><fact id=\"ring-b\" facts=\"minute-day\"/>"
            "<fact id=\"printed-only\" fallback=\"date-issued date-effective\"/>"
            "<fact id=\"by-version\" event=\"decided\" give=\"version\"/>"
            "</facts>");

static struct world decided_world(void)
{
    struct world world = world_with(profile);
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", "minute", "12", NULL);
    happened(&world, "decided", "2019-05-01", 1, "outcome", "rejected", NULL);
    return world;
}

static void first_and_last_go_by_the_day_not_by_the_file(void **state)
{
    (void)state;
    struct world world = decided_world();
    judge_on(&world, "2021-01-01");
    assert_day(fact_named(&world, "first")->date.first, "2019-05-01");
    assert_day(fact_named(&world, "last")->date.first, "2020-07-07");
    assert_string_equal(fact_named(&world, "last")->event->id, "e1");
    assert_ptr_equal(fact_named(&world, "last"), fact_named(&world, "last")); /* worked out once */
    judge_on(&world, "2020-07-06");
    assert_day(fact_named(&world, "last")->date.first, "2019-05-01");
    world_end(&world);
}

static void counts_lists_and_flags_are_given(void **state)
{
    (void)state;
    struct world world = decided_world();
    judge_on(&world, "2021-01-01");
    assert_int_equal(fact_named(&world, "count")->number, 2);
    assert_string_equal(fact_named(&world, "any")->text, "yes");
    const struct pdoc__value *each = fact_named(&world, "each");
    assert_int_equal(each->count, 2);
    assert_string_equal(each->items[0], "rejected");
    assert_string_equal(each->items[1], "approved");
    assert_string_equal(fact_named(&world, "minute")->text, "12");
    assert_string_equal(fact_named(&world, "by-version")->text, "V1");
    judge_on(&world, "2018-01-01");
    assert_int_equal(fact_named(&world, "count")->number, 0);
    assert_string_equal(fact_named(&world, "any")->text, "no");
    assert_int_equal(fact_named(&world, "each")->state, PDOC__NOTHING);
    assert_true(fact_named(&world, "each")->countable);
    world_end(&world);
}

static void where_chooses_and_what_it_cannot_tell_stays_unknown(void **state)
{
    (void)state;
    struct world world = decided_world();
    judge_on(&world, "2021-01-01");
    assert_day(fact_named(&world, "approved")->date.first, "2020-07-07");
    assert_false(fact_named(&world, "approved")->printed);
    happened(&world, "decided", "2020-09-01", 1, NULL); /* what came of it is not recorded */
    judge_on(&world, "2021-01-01");
    assert_int_equal(fact_named(&world, "approved")->state, PDOC__CANNOT_TELL);
    assert_string_equal(fact_named(&world, "any-approved")->text, "yes"); /* one is certain */
    happened(&world, "decided", "2020-10-01", 1, "outcome", "approved", NULL);
    judge_on(&world, "2021-01-01");
    assert_day(fact_named(&world, "approved")->date.first, "2020-10-01"); /* what came before does not matter */
    world_end(&world);
}

static void a_printed_cell_serves_where_nothing_is_recorded_and_says_so(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    printed(&world, "date-approved", "Approved", "NA");
    printed(&world, "date-ratified", "Ratified", "7 July 2020");
    printed(&world, "approved-by", "By", NULL);
    printed(&world, "approved-by", "By", "Executive");
    printed(&world, "consultation", "Consulted", "Health; Police");
    judge_on(&world, "2021-01-01");
    const struct pdoc__value *approved = fact_named(&world, "approved");
    assert_day(approved->date.first, "2020-07-07");
    assert_true(approved->printed);
    assert_int_equal(approved->row, 1);
    assert_null(approved->event);
    assert_string_equal(fact_named(&world, "body")->text, "Executive");
    assert_int_equal(fact_named(&world, "count-consulted")->number, 2);
    assert_string_equal(fact_named(&world, "any-consulted")->text, "yes");
    assert_true(fact_named(&world, "any-consulted")->printed);
    assert_int_equal(fact_named(&world, "last")->state, PDOC__NOTHING); /* no fallback is named */
    world_end(&world);
}

static void an_unreadable_cell_cannot_be_told(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    printed(&world, "date-issued", "Issued", "Spring, we think");
    judge_on(&world, "2021-01-01");
    assert_int_equal(fact_named(&world, "printed-only")->state, PDOC__CANNOT_TELL);
    printed(&world, "date-effective", "Effective", "2020-08-01");
    judge_on(&world, "2021-01-01");
    assert_day(fact_named(&world, "printed-only")->date.first, "2020-08-01");
    world_end(&world);
}

static void facts_are_of_the_version_judged_unless_they_say_all(void **state)
{
    (void)state;
    struct world world = decided_world();
    assert_non_null(pdoc_document_add_version(world.doc, "V2", NULL));
    happened(&world, "decided", "2020-12-01", 2, "outcome", "deferred", NULL);
    judge_on(&world, "2021-01-01");
    assert_int_equal(world.judge.version->ordinal, 1);
    assert_int_equal(fact_named(&world, "count")->number, 2);
    assert_int_equal(fact_named(&world, "all-versions")->number, 3);
    world_end(&world);
}

static void relations_are_selected_too(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    judge_on(&world, "2021-01-01");
    assert_int_equal(fact_named(&world, "cites")->state, PDOC__NOTHING);
    assert_true(fact_named(&world, "cites")->countable);
    assert_non_null(pdoc_document_add_relation(world.doc, "cites", "urn:a", NULL));
    assert_non_null(pdoc_document_add_relation(world.doc, "read-with", "urn:b", NULL));
    assert_non_null(pdoc_document_add_relation(world.doc, "cites", "urn:c", NULL));
    judge_on(&world, "2021-01-01");
    assert_int_equal(fact_named(&world, "cites")->count, 2);
    assert_string_equal(fact_named(&world, "cites")->items[1], "urn:c");
    assert_string_equal(fact_named(&world, "last-cited")->text, "urn:c");
    assert_int_equal(fact_named(&world, "edition")->state, PDOC__NOTHING);
    world_end(&world);
}

static void one_hop_leads_to_the_history_of_another_document(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    pdoc_document *parent = pdoc_register_add_document(world.reg, "strategy", "Parent", NULL);
    assert_non_null(parent);
    assert_non_null(pdoc_document_record(parent, "decided", date("2018-02-03"), date(NULL), 0, NULL, NULL));
    judge_on(&world, "2021-01-01");
    assert_int_equal(fact_named(&world, "parent-approved")->state, PDOC__NOTHING);
    assert_non_null(pdoc_document_add_relation(world.doc, "derived-from", pdoc_document_id(parent), NULL));
    judge_on(&world, "2021-01-01");
    assert_day(fact_named(&world, "parent-approved")->date.first, "2018-02-03");
    judge_on(&world, "2017-01-01");
    assert_int_equal(fact_named(&world, "parent-approved")->state, PDOC__NOTHING);
    world_end(&world);
}

static void facts_choose_among_facts_and_a_ring_ends(void **state)
{
    (void)state;
    struct world world = decided_world();
    judge_on(&world, "2021-01-01");
    assert_day(fact_named(&world, "either")->date.first, "2020-07-07");
    int ring_a = find_row(world.profile, PDOC_PROFILE_FACTS, "ring-a");
    int ring_b = find_row(world.profile, PDOC_PROFILE_FACTS, "ring-b");
    world.profile->facts[ring_b].fact_index[0] = (int16_t)ring_a; /* the reader would refuse it */
    assert_int_equal(fact_named(&world, "ring-a")->state, PDOC__CANNOT_TELL);
    happened(&world, "scrutinised", "2020-06-01", 1, NULL);
    judge_on(&world, "2021-01-01");
    assert_day(fact_named(&world, "either")->date.first, "2020-06-01");
    world_end(&world);
}

static void an_unknown_event_kind_may_be_what_is_missing(void **state)
{
    (void)state;
    struct world world = decided_world();
    world.doc->history.has_unknown = true; /* as the reader marks it */
    judge_on(&world, "2021-01-01");
    assert_int_equal(fact_named(&world, "minute-day")->state, PDOC__CANNOT_TELL);
    assert_day(fact_named(&world, "last")->date.first, "2020-07-07");
    world_end(&world);
}

static void editions_of_a_fact_are_chosen_by_the_day(void **state)
{
    (void)state;
    struct world world = world_with(PROFILE("<facts>"
                                            "<fact id=\"day\" event=\"decided\" pick=\"first\" to=\"2019-12-31\"/>"
                                            "<fact id=\"day\" event=\"decided\" pick=\"last\" from=\"2020-01-01\"/>"
                                            "</facts>"));
    happened(&world, "decided", "2018-01-01", 1, "outcome", "approved", NULL);
    happened(&world, "decided", "2019-01-01", 1, "outcome", "approved", NULL);
    judge_on(&world, "2019-06-01");
    assert_day(fact_named(&world, "day")->date.first, "2018-01-01");
    judge_on(&world, "2020-06-01");
    assert_day(fact_named(&world, "day")->date.first, "2019-01-01");
    world_end(&world);
}

static void the_register_has_facts_of_its_own(void **state)
{
    (void)state;
    struct world world = decided_world();
    assert_non_null(pdoc_register_record(world.reg, "decided", date("2016-01-01"), date(NULL), NULL, NULL));
    judge_on(&world, "2021-01-01");
    assert_true(pdoc__judge_take(&world.judge, NULL, NULL));
    assert_day(fact_named(&world, "last")->date.first, "2016-01-01");
    world_end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_and_last_go_by_the_day_not_by_the_file),
        cmocka_unit_test(counts_lists_and_flags_are_given),
        cmocka_unit_test(where_chooses_and_what_it_cannot_tell_stays_unknown),
        cmocka_unit_test(a_printed_cell_serves_where_nothing_is_recorded_and_says_so),
        cmocka_unit_test(an_unreadable_cell_cannot_be_told),
        cmocka_unit_test(facts_are_of_the_version_judged_unless_they_say_all),
        cmocka_unit_test(relations_are_selected_too),
        cmocka_unit_test(one_hop_leads_to_the_history_of_another_document),
        cmocka_unit_test(facts_choose_among_facts_and_a_ring_ends),
        cmocka_unit_test(an_unknown_event_kind_may_be_what_is_missing),
        cmocka_unit_test(editions_of_a_fact_are_chosen_by_the_day),
        cmocka_unit_test(the_register_has_facts_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
