/* SPDX-License-Identifier: MIT */
/* What a programme says of itself: its bound, what it leaves out and why, what is due before it begins. */
#include "judging.h"

#include "policydoc/policydoc.h"

static const char profile[] =
    "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"p\" review-by=\"author\">\n"
    "<facts><fact id=\"approved\" event=\"decided\"/></facts>"
    "<schedule><due id=\"review\" kind=\"review\" anchors=\"approved\" offset=\"P36M\" printed=\"date-review\"/></schedule>"
    "\n</profile>\n";

/* One document for each printed review date, all of one author. */
static struct world world_of(const char *const *dates, size_t count)
{
    struct world world = world_with(profile);
    for (size_t i = 0; i < count; i++) {
        pdoc_document *doc = i == 0 ? world.doc : pdoc_register_add_document(world.reg, "policy", "Other", NULL);
        struct pdoc_version *version = i == 0 ? world.version : pdoc_document_add_version(doc, "V1", NULL);
        assert_non_null(version);
        assert_int_equal(pdoc_version_add_row(version, "date-review", "Review", dates[i], NULL), PDOC_OK);
        assert_int_equal(pdoc_version_add_row(version, "author", "Author", "Head", NULL), PDOC_OK);
    }
    return world;
}
#define WORLD(dates) world_of(dates, sizeof(dates) / sizeof *(dates))

static pdoc_programme *programme_of(const struct world *world, const pdoc_programme_options *options)
{
    const pdoc_basis basis = basis_of(world, "2026-11-24", NULL);
    pdoc_programme *programme = pdoc_programme_new(world->reg, &basis, options, NULL);
    assert_non_null(programme);
    return programme;
}

static void assert_published(const pdoc_programme *programme, const struct world *world, const char *part)
{
    const pdoc_publish_options publish = {.size = sizeof publish, .format = PDOC_FORMAT_JSON};
    pdoc_text *text = pdoc_programme_publish(programme, world->reg, &publish, NULL);
    assert_non_null(text);
    if (!strstr(pdoc_text_data(text), part))
        fail_msg("lacks %s:\n%s", part, pdoc_text_data(text));
    pdoc_text_free(text);
}

static void a_peak_that_is_the_bound_is_optimal_whatever_is_left_out(void **state)
{
    static const char *const dates[] = {"2026-11-30", "2026-11-30", "2026-11-30", "2026-12-31"};
    struct world world = WORLD(dates);
    (void)state;
    pdoc_programme_options options = {.size = sizeof options, .capacities = "*=1", .earlier = "P1M"};
    pdoc_programme *programme = programme_of(&world, &options);
    assert_int_equal(pdoc_programme_peak(programme), 1);
    assert_int_equal(pdoc_programme_lower_bound(programme), 1);
    assert_true(pdoc_programme_is_optimal(programme));
    assert_published(programme, &world, "\"without_capacity\": 2");
    pdoc_programme_unref(programme);
    /* three of four into two months: one has two of them in every such programme */
    options.capacities = "*=2";
    programme = programme_of(&world, &options);
    assert_int_equal(pdoc_programme_peak(programme), 2);
    assert_int_equal(pdoc_programme_lower_bound(programme), 2);
    assert_true(pdoc_programme_is_optimal(programme));
    pdoc_programme_unref(programme);
    world_end(&world);
}

static void a_bound_does_not_rest_on_what_was_left_out_by_choice(void **state)
{
    static const char *const dates[] = {"2026-11-30", "2026-11-30", "2026-11-30", "2028-12-31"};
    struct world world = WORLD(dates);
    (void)state;
    const pdoc_programme_options options = {.size = sizeof options, .capacities = "*=2", .earlier = "P1M"};
    pdoc_programme *programme = programme_of(&world, &options);
    assert_int_equal(pdoc_programme_peak(programme), 2);
    assert_true(pdoc_programme_lower_bound(programme) < 2);
    assert_false(pdoc_programme_is_optimal(programme));
    assert_non_null(strstr(pdoc_programme_bottleneck(programme),
                           "for want of capacity 1 found no month, and were others left out instead, the peak might be "
                           "lower than 2"));
    pdoc_programme_unref(programme);
    world_end(&world);
}

static void what_is_due_before_the_programme_begins_is_not_overdue(void **state)
{
    static const char *const dates[] = {"2026-11-30"};
    struct world world = WORLD(dates);
    (void)state;
    const pdoc_programme_options options = {.size = sizeof options, .from = {2026, 12, 0}};
    pdoc_programme *programme = programme_of(&world, &options);
    assert_int_equal(pdoc_programme_count(programme), 1);
    assert_false(pdoc_programme_entry_is_late(programme, 0));
    assert_int_equal(pdoc_programme_entry_month(programme, 0).month, 12);
    assert_published(programme, &world, "\"due_before\": 1");
    assert_published(programme, &world, "\"due_before\": true");
    pdoc_programme_unref(programme);
    world_end(&world);
}

static void reviews_that_find_no_month_do_fall_into_the_programme(void **state)
{
    static const char *const dates[] = {"2027-01-31", "2027-02-28"};
    struct world world = WORLD(dates);
    (void)state;
    const pdoc_programme_options options = {.size = sizeof options, .blocked = "1 2 3 4 5 6 7 8 9 10 11 12"};
    pdoc_programme *programme = programme_of(&world, &options);
    assert_string_equal(pdoc_programme_bottleneck(programme), "no review that falls into the programme finds a month");
    pdoc_programme_unref(programme);
    world_end(&world);
}

static void a_capacity_is_given_once(void **state)
{
    static const char *const twice[] = {"*=1;*=2", "Head=1;head=2", "Head=1;*=3; HEAD =1"};
    static const char *const dates[] = {"2027-01-31"};
    struct world world = WORLD(dates);
    const pdoc_basis basis = basis_of(&world, "2026-11-24", NULL);
    (void)state;
    for (size_t i = 0; i < sizeof twice / sizeof *twice; i++) {
        const pdoc_programme_options options = {.size = sizeof options, .capacities = twice[i]};
        pdoc_error *error = NULL;
        assert_null(pdoc_programme_new(world.reg, &basis, &options, &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
        assert_non_null(strstr(pdoc_error_message(error), "is given twice"));
        pdoc_error_free(error);
    }
    world_end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_peak_that_is_the_bound_is_optimal_whatever_is_left_out),
        cmocka_unit_test(a_bound_does_not_rest_on_what_was_left_out_by_choice),
        cmocka_unit_test(what_is_due_before_the_programme_begins_is_not_overdue),
        cmocka_unit_test(reviews_that_find_no_month_do_fall_into_the_programme),
        cmocka_unit_test(a_capacity_is_given_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
