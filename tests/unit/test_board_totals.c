/* SPDX-License-Identifier: MIT */
/* The numbers of a paper for a board are those of the schedule, document by document: in every example and in registers
   that are made up, on several days, now and a year before. */
#include "board.h"

#define EXAMPLES PDOC_SOURCE_DIR "/examples/registers/"

/* The documents behind the number of a state are those that the schedule has in it. */
static void assert_state(const pdoc_board_paper *paper, const pdoc_schedule *schedule, pdoc_review_state state,
                         bool is_before)
{
    const char *code = pdoc_table_code(PDOC_TABLE_REVIEW_STATE, state);
    const uint32_t *documents;
    const size_t count = behind(paper, "states", code, "documents", is_before, &documents);
    assert_int_equal(number(paper, "states", code, "documents", is_before), pdoc_schedule_state_count(schedule, state));
    assert_int_equal(count, pdoc_schedule_state_count(schedule, state));
    for (size_t i = 0; i < count; i++)
        assert_int_equal(pdoc_schedule_state(schedule, pdoc_schedule_find(schedule, documents[i])), state);
}

static bool is_overdue(pdoc_review_state state)
{
    return state == PDOC_REVIEW_OVERDUE || state == PDOC_REVIEW_OVERDUE_UNDER_WAY ||
           state == PDOC_REVIEW_OVERDUE_EXTENDED;
}

/* In a table of states each document stands in one row, and there in one state, and all overdue ones in that, too. */
static void assert_table(const pdoc_board_paper *paper, const pdoc_schedule *schedule, const char *section,
                         bool is_before)
{
    const size_t s = pdoc_board_paper_find_section(paper, section);
    const size_t all = pdoc_board_paper_find_figure(paper, s, "all");
    const size_t overdue = pdoc_board_paper_find_figure(paper, s, "all-overdue");
    const size_t documents = pdoc_schedule_count(schedule);
    unsigned char *seen = calloc(documents + 1, 1);
    for (size_t row = 0; row < pdoc_board_paper_row_count(paper, s); row++) {
        size_t count = 0;
        const bool is_sum = pdoc_board_paper_row_kind(paper, s, row) == PDOC_BOARD_ROW_ALL;
        for (size_t figure = 0; figure < pdoc_board_paper_figure_count(paper, s); figure++) {
            const char *code = pdoc_board_paper_figure_code(paper, s, figure);
            const int state = pdoc_table_find(PDOC_TABLE_REVIEW_STATE, code);
            const uint32_t *list = is_before ? pdoc_board_paper_behind_before(paper, s, row, figure, &count)
                                             : pdoc_board_paper_behind(paper, s, row, figure, &count);
            assert_int_equal(is_before ? pdoc_board_paper_number_before(paper, s, row, figure)
                                       : pdoc_board_paper_number(paper, s, row, figure),
                             count);
            for (size_t i = 0; i < count; i++) {
                const pdoc_review_state found = pdoc_schedule_state(schedule, pdoc_schedule_find(schedule, list[i]));
                assert_true(figure == all || (figure == overdue ? is_overdue(found) : (int)found == state));
                seen[list[i]] = (unsigned char)(seen[list[i]] + (!is_sum && state >= 0));
            }
            if (is_sum && figure == all)
                assert_int_equal(count, documents);
        }
    }
    for (size_t i = 0; i < documents; i++)
        assert_int_equal(seen[i], 1);
    free(seen);
}

static void assert_lines(const pdoc_board_paper *paper, const pdoc_schedule *schedule, const pdoc_register *reg)
{
    assert_int_equal(pdoc_board_paper_document_count(paper), pdoc_schedule_count(schedule));
    for (size_t i = 0; i < pdoc_board_paper_document_count(paper); i++) {
        const size_t entry = pdoc_schedule_find(schedule, i);
        assert_string_equal(pdoc_board_paper_document_id(paper, i), pdoc_document_id(pdoc_register_document(reg, i)));
        assert_int_equal(pdoc_board_paper_document_state(paper, i), pdoc_schedule_state(schedule, entry));
        assert_int_equal(pdoc_date_compare(pdoc_board_paper_document_due(paper, i), pdoc_schedule_due(schedule, entry)),
                         0);
        assert_int_equal(pdoc_board_paper_document_days_overdue(paper, i), pdoc_schedule_days_overdue(schedule, entry));
    }
}

/* By the schedule, which is made another way: one row for each document, sorted. */
static void assert_equals_the_schedule(const pdoc_register *reg, const pdoc_basis *basis)
{
    static const char *const tables[] = {"types", "bodies", "responsible"};
    pdoc_error *error = NULL;
    pdoc_board_paper *paper = pdoc_board_paper_new(reg, basis, NULL, no_day, &error);
    assert_null(error);
    assert_non_null(paper);
    for (int is_before = 0; is_before < 2; is_before++) {
        pdoc_basis then = *basis;
        then.as_of = pdoc_board_paper_until(paper, is_before);
        then.known_on = pdoc_board_paper_known(paper, is_before);
        pdoc_schedule *schedule = pdoc_schedule_new(reg, &then, NULL);
        assert_non_null(schedule);
        for (int state = PDOC_REVIEW_NONE; state <= PDOC_REVIEW_OVERDUE_EXTENDED; state++)
            assert_state(paper, schedule, (pdoc_review_state)state, is_before);
        assert_int_equal(number(paper, "states", "all", "documents", is_before), pdoc_schedule_count(schedule));
        assert_int_equal(number(paper, "states", "all-overdue", "documents", is_before),
                         pdoc_schedule_state_count(schedule, PDOC_REVIEW_OVERDUE) +
                             pdoc_schedule_state_count(schedule, PDOC_REVIEW_OVERDUE_UNDER_WAY) +
                             pdoc_schedule_state_count(schedule, PDOC_REVIEW_OVERDUE_EXTENDED));
        for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
            assert_table(paper, schedule, tables[i], is_before);
        if (!is_before)
            assert_lines(paper, schedule, reg);
        pdoc_schedule_unref(schedule);
    }
    pdoc_board_paper_unref(paper);
}

static const char *const days[] = {"2020-02-29", "2023-06-15", "2023-07-31", "2025-01-01", "2026-03-31", "2030-12-31"};

static void totals_equal_the_schedule_in_every_example(void **state)
{
    static const char *const files[] = {EXAMPLES "merton.xml",   EXAMPLES "seeds.xml", EXAMPLES "uk-sample.xml",
                                        EXAMPLES "planning.xml", DATA "board.xml",     DATA "consultations.xml",
                                        DATA "issues.xml",       DATA "flow.xml",      DATA "programme.xml"};
    (void)state;
    pdoc_profile_set *set = pdoc_profile_set_shipped(NULL);
    pdoc_profile *own = pdoc_profile_read_file(DATA "board-profile.xml", set, NULL);
    assert_int_equal(pdoc_profile_set_add(set, own, NULL), PDOC_OK);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        pdoc_register *reg = pdoc_register_read_file(files[i], NULL, NULL);
        assert_non_null(reg);
        for (size_t day = 0; day < sizeof days / sizeof *days; day++) {
            const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of(days[day]), .profiles = set};
            assert_equals_the_schedule(reg, &basis);
            const pdoc_basis ours = {.size = sizeof ours, .as_of = day_of(days[day]), .profile = own, .profiles = set};
            assert_equals_the_schedule(reg, &ours);
        }
        pdoc_register_unref(reg);
    }
    pdoc_profile_unref(own);
    pdoc_profile_set_unref(set);
}

/* ---- registers that are made up ---- */

static uint32_t seed;
static size_t overdue_met; /* so that what is compared is something */

static unsigned random_below(unsigned most)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 16) % most;
}

static pdoc_date random_day(void)
{
    return (pdoc_date){(int16_t)(2019 + random_below(8)), (uint8_t)(1 + random_below(12)),
                       (uint8_t)(random_below(9) == 0 ? 0 : 1 + random_below(28))};
}

static void record_something(pdoc_document *doc)
{
    static const char *const kinds[] = {"decided",  "reviewed", "review-started",      "extended",  "withdrawn",
                                        "assessed", "engaged",  "consultation-opened", "responded", "effective"};
    static const char *const bodies[] = {"board", "policy-sub-group", "Somebody else", NULL};
    const char *kind = kinds[random_below(sizeof kinds / sizeof *kinds)];
    const pdoc_date recorded = random_below(3) == 0 ? random_day() : no_day;
    pdoc_event *event = pdoc_document_record(doc, kind, random_day(), recorded.day ? recorded : no_day, 1,
                                             bodies[random_below(4)], NULL);
    assert_non_null(event);
    if (strcmp(kind, "decided") == 0)
        assert_int_equal(pdoc_event_complete(event, "outcome", random_below(3) ? "approved" : "deferred", NULL),
                         PDOC_OK);
    if (strcmp(kind, "extended") == 0)
        assert_int_equal(pdoc_event_complete(event, "until", "2026-06-30", NULL), PDOC_OK);
    if (strcmp(kind, "consultation-opened") == 0 || strcmp(kind, "engaged") == 0)
        assert_int_equal(pdoc_event_complete(event, "group", "young-inspectors", NULL), PDOC_OK);
}

static pdoc_register *random_register(void)
{
    static const char *const types[] = {"policy", "procedure", "guidance", "leaflet"};
    static const char *const authors[] = {"Lead for Practice", "Head of Service", ""};
    pdoc_register *reg = pdoc_register_new(NULL);
    const unsigned documents = random_below(25);
    for (unsigned i = 0; i < documents; i++) {
        pdoc_document *doc = pdoc_register_add_document(reg, types[random_below(4)], "T", NULL);
        struct pdoc_version *version = pdoc_document_add_version(doc, "V1", NULL);
        assert_int_equal(pdoc_version_add_row(version, "author", NULL, authors[random_below(3)], NULL), PDOC_OK);
        if (random_below(4) == 0)
            assert_int_equal(pdoc_version_add_row(version, "date-review", NULL, "June 2023", NULL), PDOC_OK);
        for (unsigned events = random_below(7); events > 0; events--)
            record_something(doc);
    }
    return reg;
}

static void totals_equal_the_schedule_in_made_up_registers(void **state)
{
    (void)state;
    pdoc_profile *own = pdoc_profile_read_file(DATA "board-profile.xml", NULL, NULL);
    for (seed = 1; seed <= 120; seed++) {
        const uint32_t kept = seed;
        seed *= 2654435761u;
        pdoc_register *reg = random_register();
        pdoc_basis basis = {.size = sizeof basis, .as_of = random_day(), .profile = own};
        assert_equals_the_schedule(reg, &basis);
        pdoc_schedule *schedule = pdoc_schedule_new(reg, &basis, NULL);
        overdue_met += pdoc_schedule_state_count(schedule, PDOC_REVIEW_OVERDUE);
        pdoc_schedule_unref(schedule);
        basis.known_on = random_day();
        assert_equals_the_schedule(reg, &basis);
        pdoc_register_unref(reg);
        seed = kept;
    }
    assert_true(overdue_met > 50);
    pdoc_profile_unref(own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(totals_equal_the_schedule_in_every_example),
        cmocka_unit_test(totals_equal_the_schedule_in_made_up_registers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
