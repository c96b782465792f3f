/* SPDX-License-Identifier: MIT */
/* The rolling programme: windows, options, properties, the forward plan, words, forms. */
#include "judging.h"

#include "policydoc/policydoc.h"

static const char profile[] =
    "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"p\" review-by=\"author\">\n"
    "<facts><fact id=\"approved\" event=\"decided\"/></facts>"
    "<schedule><due id=\"review\" kind=\"review\" anchors=\"approved\" offset=\"P36M\" printed=\"date-review\"/></schedule>"
    "\n</profile>\n";

/* One document for each line: printed review date, author (NULL: none), name and value of a property (NULL: none). */
struct line {
    const char *due;
    const char *author;
    const char *property;
    const char *value;
};

static struct world world_of(const struct line *lines, size_t count)
{
    struct world world = world_with(profile);
    for (size_t i = 0; i < count; i++) {
        pdoc_document *doc = i == 0 ? world.doc : pdoc_register_add_document(world.reg, "policy", "Other", NULL);
        assert_non_null(doc);
        struct pdoc_version *version = i == 0 ? world.version : pdoc_document_add_version(doc, "V1", NULL);
        assert_non_null(version);
        if (lines[i].due)
            assert_int_equal(pdoc_version_add_row(version, "date-review", "Review", lines[i].due, NULL), PDOC_OK);
        if (lines[i].author)
            assert_int_equal(pdoc_version_add_row(version, "author", "Author", lines[i].author, NULL), PDOC_OK);
        if (lines[i].property)
            assert_int_equal(pdoc_document_set_property(doc, lines[i].property, lines[i].value, NULL), PDOC_OK);
    }
    return world;
}
#define WORLD(lines) world_of(lines, sizeof(lines) / sizeof *(lines))

static pdoc_programme *programme_of(const struct world *world, const pdoc_programme_options *options)
{
    pdoc_error *error = NULL;
    const pdoc_basis basis = basis_of(world, "2026-11-24", NULL);
    pdoc_programme *programme = pdoc_programme_new(world->reg, &basis, options, &error);
    if (!programme)
        print_error("%s\n", pdoc_error_message(error));
    assert_non_null(programme);
    assert_null(error);
    return programme;
}

static void assert_date(pdoc_date found, const char *expected)
{
    char text[PDOC_DATE_TEXT];
    assert_string_equal(pdoc_date_format(found, text), expected);
}

/* Entry of the document with this index. */
static size_t entry_of(const pdoc_programme *programme, size_t document)
{
    for (size_t i = 0; i < pdoc_programme_count(programme); i++)
        if (pdoc_programme_document_index(programme, i) == document)
            return i;
    fail_msg("document %zu is not in the programme", document);
    return 0;
}

static void a_review_may_be_held_up_to_the_month_of_its_last_day(void **state)
{
    static const struct line lines[] = {{"2027-03-01", NULL, NULL, NULL}, {"2027-03-01", NULL, NULL, NULL}, {"2026-12-31", NULL, NULL, NULL}};
    struct world world = WORLD(lines);
    (void)state;
    const pdoc_programme_options options = {.size = sizeof options, .earlier = "P1M"};
    pdoc_programme *programme = programme_of(&world, &options);
    assert_int_equal(pdoc_programme_month_count(programme), 36);
    assert_date(pdoc_programme_month(programme, 0), "2026-11");
    assert_int_equal(pdoc_programme_count(programme), 3);
    assert_int_equal(pdoc_programme_peak(programme), 1);
    assert_true(pdoc_programme_is_optimal(programme));
    const size_t first = entry_of(programme, 0);
    assert_date(pdoc_programme_entry_first(programme, first), "2027-02");
    assert_date(pdoc_programme_entry_due(programme, first), "2027-03-01");
    /* one in February, the other one in March: on its first day it is still in time */
    assert_date(pdoc_programme_entry_month(programme, 1), "2027-02");
    assert_date(pdoc_programme_entry_month(programme, 2), "2027-03");
    assert_int_equal(pdoc_programme_load_at_deadline(programme, 4), 2);
    assert_int_equal(pdoc_programme_load(programme, 4), 1);
    pdoc_programme_unref(programme);
    world_end(&world);
}

static void what_is_overdue_is_spread_over_the_time_to_catch_up(void **state)
{
    static const struct line lines[] = {
        {"2020-01-31", NULL, NULL, NULL}, {"2021-11-20", NULL, NULL, NULL}, {"2022-11-30", NULL, NULL, NULL}};
    static const struct {
        const char *catch_up;
        uint32_t peak;
    } spreads[] = {{NULL, 3}, {"P1M", 3}, {"P2M", 2}, {"P35D", 2}, {"P3M", 1}, {"P9000Y", 1}};
    struct world world = WORLD(lines);
    (void)state;
    for (size_t i = 0; i < sizeof spreads / sizeof *spreads; i++) {
        const pdoc_programme_options options = {.size = sizeof options, .catch_up = spreads[i].catch_up};
        pdoc_programme *programme = programme_of(&world, &options);
        assert_int_equal(pdoc_programme_peak(programme), spreads[i].peak);
        assert_true(pdoc_programme_is_optimal(programme));
        for (size_t entry = 0; entry < 3; entry++)
            assert_true(pdoc_programme_entry_is_late(programme, entry));
        pdoc_programme_unref(programme);
    }
    world_end(&world);
}

static void what_is_overdue_comes_first_and_what_is_due_later_is_left_out(void **state)
{
    static const struct line lines[] = {
        {"2020-01-31", NULL, NULL, NULL}, {"2026-11-20", NULL, NULL, NULL}, {"2026-11-30", NULL, NULL, NULL}, {"2029-12-31", NULL, NULL, NULL}, {NULL, NULL, NULL, NULL}};
    struct world world = WORLD(lines);
    (void)state;
    const pdoc_programme_options options = {.size = sizeof options, .blocked = "11"};
    pdoc_programme *programme = programme_of(&world, &options);
    assert_int_equal(pdoc_programme_count(programme), 3);
    for (size_t document = 0; document < 2; document++) {
        const size_t entry = entry_of(programme, document);
        assert_true(pdoc_programme_entry_is_late(programme, entry));
        assert_date(pdoc_programme_entry_month(programme, entry), "2026-12");
    }
    const size_t entry = entry_of(programme, 2);
    assert_false(pdoc_programme_entry_is_late(programme, entry));
    assert_date(pdoc_programme_entry_month(programme, entry), "");
    assert_string_equal(pdoc_programme_entry_obstacle(programme, entry),
                        "no month is open to it from November 2026 to November 2026");
    assert_int_equal(entry, 2); /* those without a month come last */
    assert_true(pdoc_programme_is_blocked(programme, 0));
    assert_false(pdoc_programme_is_blocked(programme, 1));
    pdoc_programme_unref(programme);
    world_end(&world);
}

static void properties_of_a_document_count(void **state)
{
    static const struct line lines[] = {
        {"2027-06-30", NULL, "review-effort", "5"},     {"2027-06-30", NULL, "review-months", "4 10"},
        {"2027-06-30", NULL, "review-pinned", "2027-02"}, {"2027-06-30", NULL, "review-effort", "much"},
        {"2027-06-30", NULL, "review-pinned", "2027-07"}, {"2027-06-30", NULL, "review-months", "spring"},
        {"2027-06-30", NULL, "review-pinned", "soon"},    {"2027-06-30", NULL, "review-pinned", "2035-01"},
    };
    static const char *const obstacles[] = {
        NULL, NULL, NULL, "its review-effort is \"much\", not a whole number from 1 to 10000",
        "it is pinned to a month after its last permitted day, July 2027",
        "its review-months are \"spring\", not months of the year by number such as \"4 10\"",
        "its review-pinned is \"soon\", not a month such as 2027-03",
        "it is pinned to a month that is not in the programme, January 2035"};
    struct world world = WORLD(lines);
    (void)state;
    pdoc_programme *programme = programme_of(&world, NULL);
    for (size_t document = 0; document < 8; document++) {
        const char *obstacle = pdoc_programme_entry_obstacle(programme, entry_of(programme, document));
        if (obstacles[document])
            assert_string_equal(obstacle, obstacles[document]);
        else
            assert_null(obstacle);
    }
    assert_int_equal(pdoc_programme_entry_effort(programme, entry_of(programme, 0)), 5);
    assert_date(pdoc_programme_entry_month(programme, entry_of(programme, 1)), "2027-04");
    assert_date(pdoc_programme_entry_month(programme, entry_of(programme, 2)), "2027-02");
    assert_true(pdoc_programme_entry_is_pinned(programme, entry_of(programme, 2)));
    assert_int_equal(pdoc_programme_peak(programme), 5);
    assert_string_equal(pdoc_programme_bottleneck(programme),
                        "December 2026 to June 2027: one review alone has effort 5");
    pdoc_programme_unref(programme);
    world_end(&world);
}

static void a_capacity_holds_for_who_is_responsible(void **state)
{
    static const struct line lines[] = {{"2026-12-31", "Policy Officer", NULL, NULL}, {"2026-12-31", "policy  officer", NULL, NULL},
                                        {"2026-12-31", "Policy Officer", NULL, NULL}, {"2026-12-31", "Head", NULL, NULL},
                                        {"2026-12-31", "Head", NULL, NULL}};
    struct world world = WORLD(lines);
    (void)state;
    pdoc_programme_options options = {.size = sizeof options, .capacities = " Policy Officer = 1 ; *=2;"};
    pdoc_programme *programme = programme_of(&world, &options);
    size_t placed = 0;
    for (size_t i = 0; i < pdoc_programme_count(programme); i++) {
        const char *obstacle = pdoc_programme_entry_obstacle(programme, i);
        placed += obstacle == NULL;
        if (obstacle)
            assert_string_equal(obstacle, "the capacity of Policy Officer, 1 a month, leaves no room for it in November to "
                                          "December 2026");
    }
    assert_int_equal(placed, 4); /* two spellings are one name: three reviews, two months, one a month */
    pdoc_programme_unref(programme);
    options.capacities = "Head=1; *=1";
    programme = programme_of(&world, &options);
    placed = 0;
    for (size_t i = 0; i < pdoc_programme_count(programme); i++)
        placed += pdoc_programme_entry_obstacle(programme, i) == NULL;
    assert_int_equal(placed, 4);
    pdoc_programme_unref(programme);
    world_end(&world);
}

static void a_re_plan_moves_as_few_as_it_can(void **state)
{
    static const struct line lines[] = {{"2027-01-31", NULL, NULL, NULL}, {"2027-01-31", NULL, NULL, NULL}, {"2027-01-31", NULL, NULL, NULL}, {"2027-01-31", NULL, NULL, NULL}};
    static const char *const months[] = {"2027-01", "2027-01", "2026-12", "2026-11"};
    struct world world = WORLD(lines);
    (void)state;
    for (size_t i = 0; i < 4; i++)
        assert_non_null(pdoc_register_add_forward_item(world.reg,
                                                       pdoc_document_id(pdoc_register_document(world.reg, i)), 0, NULL,
                                                       date(months[i]), "review", NULL, NULL));
    pdoc_programme_options options = {.size = sizeof options, .keep = 1};
    pdoc_programme *programme = programme_of(&world, &options);
    assert_int_equal(pdoc_programme_peak(programme), 2);
    assert_int_equal(pdoc_programme_moved_count(programme), 0);
    for (size_t i = 0; i < 4; i++) {
        const size_t entry = entry_of(programme, i);
        assert_date(pdoc_programme_entry_previous(programme, entry), months[i]);
        assert_date(pdoc_programme_entry_month(programme, entry), months[i]);
    }
    pdoc_programme_unref(programme);
    /* one that is deferred has that month */
    pdoc_forward_item *item = pdoc_register_forward_item(world.reg, 2);
    assert_int_equal(pdoc_forward_item_defer(item, date("2027-01"), NULL), PDOC_OK);
    programme = programme_of(&world, &options);
    assert_date(pdoc_programme_entry_previous(programme, entry_of(programme, 2)), "2027-01");
    assert_int_equal(pdoc_programme_moved_count(programme), 1);
    pdoc_programme_unref(programme);
    world_end(&world);
}

static void options_that_cannot_be_understood_are_named(void **state)
{
    static const struct {
        pdoc_programme_options options;
        const char *part;
    } wrong[] = {
        {{.earlier = "half a year"}, "earlier \"half a year\" cannot be understood"},
        {{.earlier = "-P6M"}, "earlier \"-P6M\""},
        {{.earlier = "5 working-days"}, "earlier"},
        {{.catch_up = "-P1M"}, "catch-up \"-P1M\" cannot be understood"},
        {{.months = "April"}, "months \"April\" cannot be understood; give months of the year by number"},
        {{.months = "13"}, "months \"13\""},
        {{.months = ""}, "months"},
        {{.blocked = "8 2027"}, "blocked \"8 2027\""},
        {{.blocked = "2027-13"}, "blocked"},
        {{.blocked = "2027-03-01-2027"}, "blocked"},
        {{.capacities = "Head"}, "capacity \"Head\" cannot be understood"},
        {{.capacities = "Head=0"}, "capacity"},
        {{.capacities = "=3"}, "capacity"},
        {{.capacities = "Head=three"}, "capacity"},
        {{.capacities = "Nobody=3"}, "capacity \"Nobody\": nobody of that name"},
        {{.from = {2027, 3, 0}, .to = {2027, 1, 0}}, "2027-01, is before its first, 2027-03"},
        {{.from = {2027, 1, 0}, .to = {2037, 1, 0}}, "are 121 months; a programme has 120 at most"},
    };
    struct world world = world_with(profile);
    const pdoc_basis basis = basis_of(&world, "2026-11-24", NULL);
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        pdoc_programme_options options = wrong[i].options;
        pdoc_error *error = NULL;
        options.size = sizeof options;
        assert_null(pdoc_programme_new(world.reg, &basis, &options, &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
        if (!strstr(pdoc_error_message(error), wrong[i].part))
            fail_msg("\"%s\" lacks \"%s\"", pdoc_error_message(error), wrong[i].part);
        pdoc_error_free(error);
    }
    const pdoc_programme_options sizeless = {.size = 1};
    pdoc_error *error = NULL;
    assert_null(pdoc_programme_new(world.reg, &basis, &sizeless, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    error = NULL;
    assert_null(pdoc_programme_new(NULL, &basis, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    world_end(&world);
}

static void a_programme_that_is_not_there_has_nothing(void **state)
{
    (void)state;
    assert_null(pdoc_programme_ref(NULL));
    pdoc_programme_unref(NULL);
    assert_int_equal(pdoc_programme_month_count(NULL), 0);
    assert_int_equal(pdoc_programme_load(NULL, 0), 0);
    assert_int_equal(pdoc_programme_load_at_deadline(NULL, 0), 0);
    assert_false(pdoc_programme_is_blocked(NULL, 0));
    assert_int_equal(pdoc_programme_peak(NULL), 0);
    assert_int_equal(pdoc_programme_lower_bound(NULL), 0);
    assert_false(pdoc_programme_is_optimal(NULL));
    assert_null(pdoc_programme_bottleneck(NULL));
    assert_int_equal(pdoc_programme_moved_count(NULL), 0);
    assert_int_equal(pdoc_programme_count(NULL), 0);
    assert_int_equal(pdoc_programme_document_index(NULL, 0), SIZE_MAX);
    assert_date(pdoc_programme_month(NULL, 0), "");
    assert_date(pdoc_programme_entry_month(NULL, 0), "");
    assert_date(pdoc_programme_entry_previous(NULL, 0), "");
    assert_date(pdoc_programme_entry_first(NULL, 0), "");
    assert_date(pdoc_programme_entry_due(NULL, 0), "");
    assert_null(pdoc_programme_entry_who(NULL, 0));
    assert_int_equal(pdoc_programme_entry_effort(NULL, 0), 0);
    assert_false(pdoc_programme_entry_is_pinned(NULL, 0));
    assert_false(pdoc_programme_entry_is_late(NULL, 0));
    assert_null(pdoc_programme_entry_obstacle(NULL, 0));
    struct world world = world_with(profile);
    pdoc_programme *programme = programme_of(&world, NULL);
    assert_int_equal(pdoc_programme_count(programme), 0);
    assert_string_equal(pdoc_programme_bottleneck(programme), "no review falls into the programme");
    assert_null(pdoc_programme_publish(NULL, world.reg, NULL, NULL));
    assert_null(pdoc_programme_publish(programme, NULL, NULL, NULL));
    pdoc_programme_unref(pdoc_programme_ref(programme));
    assert_date(pdoc_programme_month(programme, 36), "");
    pdoc_programme_unref(programme);
    world_end(&world);
}

static const struct line mixed[] = {
    {"2027-06-30", "Policy Officer", NULL, NULL}, {"2027-06-30", "Head", "review-effort", "3"}, {"2020-01-31", "Head", NULL, NULL},
    {"2027-02-28", NULL, "review-pinned", "2027-01"}, {"2027-02-28", "Policy Officer", "review-months", "none"}, {NULL, NULL, NULL, NULL}};

static void it_is_published_in_five_forms(void **state)
{
    static const char *const parts[][3] = {
        [PDOC_FORMAT_TEXT] = {"Reviews from Nov 2026 to Oct 2029: 5, 1 of them overdue, 1 without a month", "###", "(none held)"},
        [PDOC_FORMAT_JSON] = {"\"kind\": \"programme\"", "\"load_at_deadline\": 2", "\"bottleneck\""},
        [PDOC_FORMAT_CSV] = {"month,id,reference,title,responsible,effort,first,due,previous,pinned,late,obstacle,due_before\r\n",
                             "2027-01,", "review-months"},
        [PDOC_FORMAT_XML] = {"kind=\"programme\"", "lower-bound=\"", "<bottleneck>"},
        [PDOC_FORMAT_SVG] = {"<svg xmlns=", "aria-labelledby=\"title description\"", "</svg>"},
    };
    struct world world = WORLD(mixed);
    (void)state;
    const pdoc_programme_options options = {.size = sizeof options, .blocked = "8"};
    pdoc_programme *programme = programme_of(&world, &options);
    for (int format = PDOC_FORMAT_TEXT; format <= PDOC_FORMAT_SVG; format++) {
        const pdoc_publish_options publish = {.size = sizeof publish, .format = (pdoc_format)format};
        pdoc_text *text = pdoc_programme_publish(programme, world.reg, &publish, NULL);
        assert_non_null(text);
        for (size_t i = 0; i < 3; i++)
            if (!strstr(pdoc_text_data(text), parts[format][i]))
                fail_msg("format %d lacks %s:\n%s", format, parts[format][i], pdoc_text_data(text));
        pdoc_text_free(text);
    }
    pdoc_register *other = pdoc_register_new(NULL);
    pdoc_error *error = NULL;
    assert_null(pdoc_programme_publish(programme, other, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    pdoc_register_unref(other);
    pdoc_programme_unref(programme);
    world_end(&world);
}

struct request {
    const struct world *world;
    pdoc_format format;
};

static bool make_and_publish(void *context, pdoc_error **error)
{
    const struct request *request = context;
    const pdoc_basis basis = basis_of(request->world, "2026-11-24", NULL);
    const pdoc_programme_options options = {.size = sizeof options, .capacities = "Head=3; *=2", .keep = 1};
    const pdoc_publish_options publish = {.size = sizeof publish, .format = request->format};
    pdoc_programme *programme = pdoc_programme_new(request->world->reg, &basis, &options, error);
    pdoc_text *text = programme ? pdoc_programme_publish(programme, request->world->reg, &publish, error) : NULL;
    const bool is_done = text != NULL;
    pdoc_text_free(text);
    pdoc_programme_unref(programme);
    return is_done;
}

static void memory_that_runs_out_is_told(void **state)
{
    struct world world = WORLD(mixed);
    (void)state;
    for (int format = PDOC_FORMAT_TEXT; format <= PDOC_FORMAT_SVG; format++) {
        struct request request = {&world, (pdoc_format)format};
        assert_true(fail_every_allocation(make_and_publish, &request, true) > 20);
    }
    world_end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_review_may_be_held_up_to_the_month_of_its_last_day),
        cmocka_unit_test(what_is_overdue_is_spread_over_the_time_to_catch_up),
        cmocka_unit_test(what_is_overdue_comes_first_and_what_is_due_later_is_left_out),
        cmocka_unit_test(properties_of_a_document_count),
        cmocka_unit_test(a_capacity_holds_for_who_is_responsible),
        cmocka_unit_test(a_re_plan_moves_as_few_as_it_can),
        cmocka_unit_test(options_that_cannot_be_understood_are_named),
        cmocka_unit_test(a_programme_that_is_not_there_has_nothing),
        cmocka_unit_test(it_is_published_in_five_forms),
        cmocka_unit_test(memory_that_runs_out_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
