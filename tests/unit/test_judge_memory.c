/* SPDX-License-Identifier: MIT */
/* Judging when memory runs out: each allocation fails in turn, and the answer is an error or the same answer. */
#include "judging.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"

static size_t left; /* allocations that still succeed */

static void *allocate(size_t size)
{
    return left > 0 ? (left--, malloc(size)) : NULL;
}

static void *reallocate(void *memory, size_t size)
{
    return left > 0 ? (left--, realloc(memory, size)) : NULL;
}

static struct world busy_world(void)
{
    struct world world = world_with(
        PROFILE("<types><type id=\"policy\" base=\"policy\"><label>Policy</label></type></types>"
                "<parties><party id=\"executive\" kind=\"executive\"><name>Executive</name></party></parties>"
                "<facts><fact id=\"approved\" event=\"decided\"/><fact id=\"each\" event=\"decided\" pick=\"each\"/>"
                "<fact id=\"via\" event=\"decided\" via=\"derived-from\"/></facts>"
                "<schedule><due id=\"r\" kind=\"review\" anchors=\"approved via\" offset=\"P3Y\"/></schedule>"
                "<requirements><requirement id=\"a\"><must><has-all of=\"field.sponsor\" values=\"executive "
                "board\"/></must></requirement>"
                "<requirement id=\"b\"><must><count of=\"each\" min=\"2\"/></must></requirement></requirements>"));
    printed(&world, "sponsor", "Sponsor", "Executive; Head of Service");
    printed(&world, "sponsor", "Sponsor", "Board");
    happened(&world, "decided", "2019-07-07", 1, "outcome", "approved", NULL);
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    happened(&world, "corrected", "2020-08-07", 1, "voids", "e1", NULL);
    pdoc_document *other = pdoc_register_add_document(world.reg, "policy", "Other", NULL);
    assert_non_null(pdoc_document_record(other, "decided", date("2021-01-01"), date(NULL), 0, NULL, NULL));
    assert_non_null(pdoc_document_add_relation(world.doc, "derived-from", pdoc_document_id(other), NULL));
    return world;
}

/* Asks with ever more memory until it is enough; true when the answer came. */
static bool ask_schedule(const struct world *world, pdoc_error **error)
{
    const pdoc_basis basis = basis_of(world, "2024-01-01", NULL);
    pdoc_schedule *schedule = pdoc_schedule_new(world->reg, &basis, error);
    if (schedule)
        assert_int_equal(pdoc_schedule_days_overdue(schedule, pdoc_schedule_find(schedule, 0)), 0);
    pdoc_schedule_unref(schedule);
    return schedule != NULL;
}

static bool ask_explanation(const struct world *world, pdoc_error **error)
{
    const pdoc_basis basis = basis_of(world, "2024-01-01", NULL);
    pdoc_explanation *explanation = pdoc_document_explain(world->doc, &basis, error);
    if (explanation)
        assert_true(pdoc_explanation_count(explanation) > 12);
    pdoc_explanation_unref(explanation);
    return explanation != NULL;
}

static size_t fail_each_in_turn(bool (*ask)(const struct world *world, pdoc_error **error))
{
    struct world world = busy_world();
    const struct pdoc__allocator usual = pdoc__allocator;
    size_t failures = 0;
    bool answered = false;
    for (; !answered && failures < 5000; failures += !answered) {
        pdoc_error *error = NULL;
        left = failures;
        pdoc__allocator.allocate = allocate;
        pdoc__allocator.reallocate = reallocate;
        answered = ask(&world, &error);
        pdoc__allocator = usual;
        assert_int_equal(pdoc_error_status(error), answered ? PDOC_OK : PDOC_ERR_NOMEM);
        pdoc_error_free(error);
    }
    assert_true(answered);
    world_end(&world);
    return failures;
}

static void a_schedule_is_whole_or_there_is_none(void **state)
{
    (void)state;
    assert_true(fail_each_in_turn(ask_schedule) > 5);
}

static void an_explanation_is_whole_or_there_is_none(void **state)
{
    (void)state;
    assert_true(fail_each_in_turn(ask_explanation) > 20);
}

/* ---- many of one kind ---- */

static size_t asked_for; /* bytes */

static void *counted_allocate(size_t size)
{
    asked_for += size;
    return malloc(size);
}

static void *counted_reallocate(void *memory, size_t size)
{
    asked_for += size;
    return realloc(memory, size);
}

/* Bytes that are asked for to learn that so many cells of one field, or relations of one kind, hold so many values. */
static size_t bytes_to_join(size_t count, bool cells)
{
    struct world world = world_with(PROFILE("<types><type id=\"policy\" base=\"policy\"/></types>"));
    for (size_t i = 0; i < count && cells; i++)
        printed(&world, "sponsor", "Sponsor", "Executive; Head of Service");
    for (size_t i = 0; i < count && !cells; i++)
        assert_non_null(pdoc_document_add_relation(world.doc, "cites", "https://example.org/law", NULL));
    struct pdoc__judge *judge = judge_on(&world, "2024-01-01");
    const struct pdoc__allocator usual = pdoc__allocator;
    asked_for = 0;
    pdoc__allocator.allocate = counted_allocate;
    pdoc__allocator.reallocate = counted_reallocate;
    const struct pdoc__operand operand = {.kind = cells ? PDOC__OPERAND_FIELD : PDOC__OPERAND_RELATION,
                                          .type = cells ? PDOC__PARTY : PDOC__TEXT,
                                          .index = PDOC__FIELD_SPONSOR,
                                          .key = cells ? "sponsor" : "cites"};
    const struct pdoc__value value = pdoc__operand_value(judge, &operand, NULL);
    pdoc__allocator = usual;
    assert_int_equal(value.count, cells ? 2 * count : count);
    world_end(&world);
    return asked_for;
}

static void joining_twice_as_many_values_takes_no_more_than_twice_the_memory(void **state)
{
    (void)state;
    assert_true(bytes_to_join(4000, true) < 3 * bytes_to_join(2000, true));
    assert_true(bytes_to_join(4000, false) < 3 * bytes_to_join(2000, false));
}

/* Every day has several events: those of one day stay as they were recorded. */
static void many_events_in_any_order_are_judged_in_the_order_of_their_days(void **state)
{
    (void)state;
    enum { EVENTS = 100000, DAYS = 28 };
    struct world world = world_with(PROFILE("<types><type id=\"policy\" base=\"policy\"/></types>"));
    for (size_t i = 0; i < EVENTS; i++) {
        const pdoc_date on = {2020, 1, (uint8_t)(DAYS - i % DAYS)};
        assert_non_null(pdoc_document_record(world.doc, "reviewed", on, date(NULL), 1, NULL, NULL));
    }
    const struct pdoc__past *past = &judge_on(&world, "2020-01-20")->past;
    assert_int_equal(past->known, EVENTS);
    for (uint32_t i = 1; i < past->known; i++) {
        const pdoc_event *before = past->events[i - 1];
        const pdoc_event *event = past->events[i];
        assert_true(before->on.day <= event->on.day);
        assert_true(before->on.day < event->on.day || strtoul(before->id + 1, NULL, 10) < strtoul(event->id + 1, NULL, 10));
    }
    assert_true(past->events[past->count - 1]->on.day == 20 && past->events[past->count]->on.day == 21);
    world_end(&world);
}

static void many_events_are_void_at_once(void **state)
{
    (void)state;
    enum { EVENTS = 20000 };
    char id[16];
    struct world world = world_with(PROFILE("<types><type id=\"policy\" base=\"policy\"/></types>"));
    for (size_t i = 0; i < EVENTS; i++)
        happened(&world, "reviewed", "2020-01-01", 1, NULL);
    for (size_t i = 0; i + 1 < EVENTS; i++) {
        (void)snprintf(id, sizeof id, "e%zu", i + 1);
        happened(&world, "corrected", "2020-01-02", 1, "voids", id, NULL);
    }
    const struct pdoc__past *past = &judge_on(&world, "2024-01-01")->past;
    assert_int_equal(past->known, EVENTS);
    (void)snprintf(id, sizeof id, "e%d", EVENTS);
    assert_string_equal(past->events[0]->id, id); /* the one that none of them voids */
    world_end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_schedule_is_whole_or_there_is_none),
        cmocka_unit_test(an_explanation_is_whole_or_there_is_none),
        cmocka_unit_test(joining_twice_as_many_values_takes_no_more_than_twice_the_memory),
        cmocka_unit_test(many_events_in_any_order_are_judged_in_the_order_of_their_days),
        cmocka_unit_test(many_events_are_void_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
