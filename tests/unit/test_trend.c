/* SPDX-License-Identifier: MIT */
/* A trend: which days, as known on each of them, the numbers of the schedule; steps that are none. */
#include "auditing.h"

#define DATA PDOC_SOURCE_DIR "/tests/command/data/"

static const pdoc_date no_day = {0, 0, 0};

struct scene {
    pdoc_profile_set *set;
    pdoc_profile *own;
    pdoc_register *reg;
};

static int set_up(void **state)
{
    static struct scene scene;
    scene.set = pdoc_profile_set_shipped(NULL);
    scene.own = pdoc_profile_read_file(DATA "board-profile.xml", scene.set, NULL);
    scene.reg = pdoc_register_read_file(DATA "board.xml", NULL, NULL);
    *state = &scene;
    return scene.reg && scene.own && pdoc_profile_set_add(scene.set, scene.own, NULL) == PDOC_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    struct scene *scene = *state;
    pdoc_register_unref(scene->reg);
    pdoc_profile_unref(scene->own);
    pdoc_profile_set_unref(scene->set);
    return 0;
}

static pdoc_trend *ask(const struct scene *scene, const char *every, const char *from, const char *until,
                       const char *known, pdoc_error **error)
{
    pdoc_offset step;
    pdoc_basis basis = {.size = sizeof basis, .as_of = day_of(until), .profiles = scene->set};
    if (known)
        basis.known_on = day_of(known);
    assert_int_equal(pdoc_offset_parse(every, &step, NULL), PDOC_OK);
    return pdoc_trend_new(scene->reg, &basis, step, from ? day_of(from) : no_day, error);
}

static void assert_days(const struct scene *scene, const char *every, const char *from, const char *until,
                        const char *expected)
{
    char found[400] = "";
    pdoc_trend *trend = ask(scene, every, from, until, NULL, NULL);
    assert_non_null(trend);
    for (size_t i = 0; i < pdoc_trend_count(trend); i++) {
        char day[PDOC_DATE_TEXT];
        strcat(found, i > 0 ? " " : "");
        strcat(found, pdoc_date_format(pdoc_trend_day(trend, i), day));
        assert_int_equal(pdoc_date_compare(pdoc_trend_known(trend, i), pdoc_trend_day(trend, i)), 0);
    }
    assert_string_equal(found, expected);
    pdoc_trend_unref(trend);
}

static void it_goes_back_from_the_last_day(void **state)
{
    const struct scene *scene = *state;
    assert_days(scene, "P3M", "2025-06-30", "2026-06-30", "2025-06-30 2025-09-30 2025-12-31 2026-03-31 2026-06-30");
    assert_days(scene, "P1M", "2024-01-15", "2024-04-30", "2024-01-31 2024-02-29 2024-03-31 2024-04-30");
    assert_days(scene, "P6M", "2025", "2026-05-15", "2025-05-15 2025-11-15 2026-05-15");
    assert_days(scene, "P1Y", NULL, "2026-03", "2024-03-31 2025-03-31 2026-03-31");
    assert_days(scene, "P10D", "2026-02-10", "2026-02-28", "2026-02-18 2026-02-28");
    assert_days(scene, "P1W", "2026-03-01", "2026-03-15", "2026-03-01 2026-03-08 2026-03-15");
}

static size_t figure(const pdoc_trend *trend, const char *code)
{
    for (size_t i = 0; i < pdoc_trend_figure_count(trend); i++)
        if (strcmp(pdoc_trend_figure_code(trend, i), code) == 0)
            return i;
    fail_msg("there is no figure %s", code);
    return 0;
}

/* P4 was reviewed on 10 March 2025, and that was entered on 20 April. */
static void each_day_knows_what_was_known(void **state)
{
    const struct scene *scene = *state;
    static const int overdue[] = {2, 1}; /* 31 March: P2 and P4; 30 April: P2 */
    pdoc_trend *trend = ask(scene, "P1M", "2025-03-31", "2025-04-30", NULL, NULL);
    assert_int_equal(pdoc_trend_count(trend), 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(pdoc_trend_number(trend, i, figure(trend, "all-overdue")), overdue[i]);
        assert_int_equal(pdoc_trend_number(trend, i, figure(trend, "all")), 10);
    }
    assert_string_equal(pdoc_trend_title(trend), "Children & families <partnership>");
    assert_string_equal(pdoc_trend_figure_label(trend, figure(trend, "all-overdue")), "All overdue");
    pdoc_trend_unref(trend);
    trend = ask(scene, "P1M", "2025-03-31", "2025-04-30", "2025-04-10", NULL); /* before it was entered */
    assert_int_equal(pdoc_trend_number(trend, 1, figure(trend, "all-overdue")), 2);
    assert_int_equal(pdoc_trend_known(trend, 0).month, 3);
    assert_int_equal(pdoc_trend_known(trend, 1).day, 10);
    pdoc_trend_unref(trend);
}

static void its_numbers_are_those_of_the_paper(void **state)
{
    const struct scene *scene = *state;
    pdoc_trend *trend = ask(scene, "P1Y", "2025-03-31", "2026-03-31", NULL, NULL);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2026-03-31"), .profiles = scene->set};
    pdoc_board_paper *paper = pdoc_board_paper_new(scene->reg, &basis, NULL, no_day, NULL);
    const size_t states = pdoc_board_paper_find_section(paper, "states");
    for (size_t i = 0; i < pdoc_trend_figure_count(trend); i++) {
        const size_t row = pdoc_board_paper_find_row(paper, states, pdoc_trend_figure_code(trend, i));
        assert_int_equal(pdoc_trend_number(trend, 0, i), pdoc_board_paper_number_before(paper, states, row, 0));
        assert_int_equal(pdoc_trend_number(trend, 1, i), pdoc_board_paper_number(paper, states, row, 0));
    }
    pdoc_board_paper_unref(paper);
    pdoc_trend *same = pdoc_trend_ref(trend);
    pdoc_trend_unref(trend);
    assert_int_equal(pdoc_trend_count(same), 2);
    pdoc_trend_unref(same);
}

static void assert_refused(const struct scene *scene, const char *every, const char *from, pdoc_status status,
                           const char *words)
{
    pdoc_error *error = NULL;
    assert_null(ask(scene, every, from, "2026-03-31", NULL, &error));
    assert_int_equal(pdoc_error_status(error), status);
    assert_contains(pdoc_error_message(error), words);
    pdoc_error_free(error);
}

static void absurd_steps_are_refused(void **state)
{
    const struct scene *scene = *state;
    pdoc_error *error = NULL;
    assert_refused(scene, "P1D", "2000-01-01", PDOC_ERR_LIMIT, "more than 120 days");
    assert_refused(scene, "P5Y", "2025-01-01", PDOC_ERR_ARGUMENT, "one day only");
    assert_refused(scene, "P3M", "2027-01-01", PDOC_ERR_ARGUMENT, "one day only");
    assert_refused(scene, "-P3M", NULL, PDOC_ERR_ARGUMENT, "such as P3M, not by -P3M");
    assert_refused(scene, "P0D", NULL, PDOC_ERR_ARGUMENT, "such as P3M");
    assert_refused(scene, "5 working-days", NULL, PDOC_ERR_ARGUMENT, "not by 5 working-days");
    assert_refused(scene, "PT48H", NULL, PDOC_ERR_ARGUMENT, "such as P3M");
    assert_null(pdoc_trend_new(NULL, NULL, (pdoc_offset){.months = 3}, no_day, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    error = NULL;
    assert_null(pdoc_trend_publish(NULL, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    assert_int_equal(pdoc_trend_count(NULL), 0);
    assert_null(pdoc_trend_figure_code(NULL, 0));
    pdoc_trend_unref(NULL);
}

/* 120 days are still a line that people can read. */
static void the_most_days_are_120(void **state)
{
    const struct scene *scene = *state;
    pdoc_trend *trend = ask(scene, "P1D", "2025-12-02", "2026-03-31", NULL, NULL);
    assert_int_equal(pdoc_trend_count(trend), 120);
    pdoc_trend_unref(trend);
    assert_refused(scene, "P1D", "2025-12-01", PDOC_ERR_LIMIT, "more than 120 days");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_goes_back_from_the_last_day),
        cmocka_unit_test(each_day_knows_what_was_known),
        cmocka_unit_test(its_numbers_are_those_of_the_paper),
        cmocka_unit_test(absurd_steps_are_refused),
        cmocka_unit_test(the_most_days_are_120),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
