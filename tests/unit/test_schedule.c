/* SPDX-License-Identifier: MIT */
/* The schedule: sorted, searched, counted, and alive without the register and the profile that it was made from. */
#include "judging.h"

static const char profile[] = PROFILE("<facts><fact id=\"approved\" event=\"decided\"/></facts>"
                                      "<schedule><due id=\"review\" clause=\"s10\" kind=\"review\" "
                                      "anchors=\"approved\" offset=\"P36M\" inferred=\"true\" printed=\"date-review\">"
                                      "<when><equals of=\"category\" value=\"ruled\"/></when></due></schedule>");

/* A register of many documents whose approvals lie 37 days apart, in no order. */
static struct world many(size_t count)
{
    struct world world = world_with(profile);
    for (size_t i = 1; i < count; i++) {
        pdoc_document *doc = pdoc_register_add_document(world.reg, "policy", "Other", NULL);
        assert_non_null(doc);
        assert_non_null(pdoc_document_add_version(doc, "V1", NULL));
    }
    int32_t start = pdoc__day_number(date("1960-01-01")); /* days before 1970 have negative numbers */
    for (size_t i = 0; i < count; i++) {
        pdoc_document *doc = pdoc_register_document(world.reg, i);
        assert_int_equal(pdoc_document_set_category(doc, i % 7 == 3 ? NULL : "ruled", NULL), PDOC_OK);
        pdoc_date on = pdoc__day_date(start + (int32_t)((i * 7919) % 1000) * 37);
        pdoc_event *event = pdoc_document_record(doc, "decided", on, date(NULL), 1, NULL, NULL);
        assert_non_null(event);
        assert_int_equal(pdoc_event_complete(event, "outcome", "approved", NULL), PDOC_OK);
    }
    return world;
}

static pdoc_schedule *schedule_of(struct world *world, const char *day)
{
    const pdoc_basis basis = basis_of(world, day, NULL);
    pdoc_schedule *schedule = pdoc_schedule_new(world->reg, &basis, NULL);
    assert_non_null(schedule);
    return schedule;
}

static void entries_are_sorted_and_those_without_a_day_come_last(void **state)
{
    (void)state;
    struct world world = many(500);
    pdoc_schedule *schedule = schedule_of(&world, "2100-01-01");
    assert_int_equal(pdoc_schedule_count(schedule), 500);
    size_t dated = 0;
    size_t listed;
    const uint32_t *documents = pdoc_schedule_documents(schedule, &listed);
    assert_int_equal(listed, 500);
    for (size_t i = 0; i < 500; i++) {
        assert_int_equal(documents[i], pdoc_schedule_document_index(schedule, i));
        bool has_day = pdoc_date_is_recorded(pdoc_schedule_due(schedule, i));
        assert_true(!has_day || dated == i);
        dated += has_day;
        assert_int_equal(pdoc_schedule_find(schedule, pdoc_schedule_document_index(schedule, i)), i);
        if (i > 0 && has_day)
            assert_true(pdoc_date_compare(pdoc_schedule_due(schedule, i - 1), pdoc_schedule_due(schedule, i)) <= 0);
    }
    assert_int_equal(dated, 500 - 71);
    assert_int_equal(pdoc_schedule_state_count(schedule, PDOC_REVIEW_NO_DATA), 71); /* category unknown: may apply */
    assert_int_equal(pdoc_schedule_find(schedule, 500), SIZE_MAX);
    pdoc_schedule_unref(schedule);
    world_end(&world);
}

static void a_window_holds_what_a_scan_would_find(void **state)
{
    (void)state;
    struct world world = many(300);
    pdoc_schedule *schedule = schedule_of(&world, "2100-01-01");
    static const char *const days[] = {"1950-01-01", "1963-01-01", "1970", "1999-02", "2033-07-05", "2100"};
    for (size_t i = 0; i < 6; i++) {
        for (size_t j = 0; j < 6; j++) {
            size_t begin = 99;
            size_t end = 99;
            pdoc_schedule_window(schedule, date(days[i]), date(days[j]), &begin, &end);
            size_t expected = 0;
            for (size_t k = 0; k < 300; k++) {
                pdoc_date due = pdoc_schedule_due(schedule, k);
                bool inside = pdoc_date_is_recorded(due) &&
                              pdoc_date_days_between(pdoc_date_first(date(days[i])), due) >= 0 &&
                              pdoc_date_days_between(due, pdoc_date_last(date(days[j]))) >= 0;
                expected += inside;
                assert_int_equal(inside, k >= begin && k < end);
            }
            assert_int_equal(end - begin, expected);
        }
    }
    size_t begin;
    size_t end;
    pdoc_schedule_window(schedule, date(NULL), date(NULL), &begin, &end);
    assert_int_equal(begin, 0);
    assert_int_equal(end, 300 - 43);
    pdoc_schedule_unref(schedule);
    world_end(&world);
}

static void it_outlives_the_register_and_the_profile(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    assert_int_equal(pdoc_document_set_category(world.doc, "ruled", NULL), PDOC_OK);
    printed(&world, "date-review", "Review", "June 2023");
    happened(&world, "decided", "2020-07-07", 1, "outcome", "approved", NULL);
    pdoc_schedule *schedule = schedule_of(&world, "2023-07-08");
    world_end(&world);
    char text[PDOC_DATE_TEXT];
    assert_string_equal(pdoc_date_format(pdoc_schedule_as_of(schedule), text), "2023-07-08");
    assert_string_equal(pdoc_date_format(pdoc_schedule_printed_first(schedule, 0), text), "2023-06-01");
    assert_string_equal(pdoc_date_format(pdoc_schedule_printed_last(schedule, 0), text), "2023-06-30");
    assert_string_equal(pdoc_date_format(pdoc_schedule_derived_first(schedule, 0), text), "2023-07-07");
    assert_string_equal(pdoc_date_format(pdoc_schedule_derived_last(schedule, 0), text), "2023-07-07");
    assert_string_equal(pdoc_date_format(pdoc_schedule_due(schedule, 0), text), "2023-06-30");
    assert_int_equal(pdoc_schedule_governs(schedule, 0), PDOC_GOVERNS_PRINTED);
    assert_int_equal(pdoc_schedule_days_overdue(schedule, 0), 8);
    assert_int_equal(pdoc_schedule_state(schedule, 0), PDOC_REVIEW_OVERDUE);
    assert_string_equal(pdoc_schedule_rule(schedule, 0), "review");
    assert_string_equal(pdoc_schedule_clause(schedule, 0), "s10");
    assert_string_equal(pdoc_profile_id(pdoc_schedule_profile(schedule, 0)), "p");
    assert_true(pdoc_schedule_is_inferred(schedule, 0));
    assert_false(pdoc_schedule_is_as_printed(schedule, 0));
    assert_ptr_equal(pdoc_schedule_ref(schedule), schedule);
    pdoc_schedule_unref(schedule);
    assert_int_equal(pdoc_schedule_count(schedule), 1);
    pdoc_schedule_unref(schedule);
}

static void nothing_lies_past_the_end(void **state)
{
    (void)state;
    struct world world = world_with(profile);
    pdoc_schedule *schedule = schedule_of(&world, "2023-07-08");
    assert_int_equal(pdoc_schedule_document_index(schedule, 1), SIZE_MAX);
    size_t listed = 7;
    assert_null(pdoc_schedule_documents(NULL, &listed));
    assert_int_equal(listed, 0);
    assert_non_null(pdoc_schedule_documents(schedule, NULL));
    assert_null(pdoc_schedule_rule(schedule, 1));
    assert_null(pdoc_schedule_clause(schedule, 1));
    assert_null(pdoc_schedule_profile(schedule, 1));
    assert_false(pdoc_date_is_recorded(pdoc_schedule_due(schedule, 1)));
    assert_int_equal(pdoc_schedule_days_overdue(schedule, 1), 0);
    assert_int_equal(pdoc_schedule_count(NULL), 0);
    pdoc_schedule_unref(schedule);
    pdoc_schedule_unref(NULL);
    pdoc_register *empty = pdoc_register_new(NULL);
    const pdoc_basis basis = basis_of(&world, "2023-07-08", NULL);
    schedule = pdoc_schedule_new(empty, &basis, NULL);
    assert_int_equal(pdoc_schedule_count(schedule), 0);
    assert_int_equal(pdoc_schedule_find(schedule, 0), SIZE_MAX);
    pdoc_schedule_unref(schedule);
    pdoc_register_unref(empty);
    assert_null(pdoc_schedule_new(NULL, &basis, NULL));
    world_end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_sorted_and_those_without_a_day_come_last),
        cmocka_unit_test(a_window_holds_what_a_scan_would_find),
        cmocka_unit_test(it_outlives_the_register_and_the_profile),
        cmocka_unit_test(nothing_lies_past_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
