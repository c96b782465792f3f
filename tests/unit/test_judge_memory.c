/* SPDX-License-Identifier: MIT */
/* Judging when memory runs out: each allocation fails in turn, and the answer is an error or the same answer. */
#include "judging.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_schedule_is_whole_or_there_is_none),
        cmocka_unit_test(an_explanation_is_whole_or_there_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
