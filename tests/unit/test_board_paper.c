/* SPDX-License-Identifier: MIT */
/* The paper for a board: figures counted by hand, the documents behind them, the year before, what is refused. */
#include "board.h"

static pdoc_board_paper *paper_of(const char *until, const char *from, const char *body, pdoc_error **error)
{
    pdoc_profile_set *set = pdoc_profile_set_shipped(NULL);
    pdoc_profile *own = pdoc_profile_read_file(DATA "board-profile.xml", set, NULL);
    assert_int_equal(pdoc_profile_set_add(set, own, NULL), PDOC_OK);
    pdoc_register *reg = pdoc_register_read_file(DATA "board.xml", NULL, NULL);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of(until), .profiles = set};
    pdoc_board_paper *paper = pdoc_board_paper_new(reg, &basis, body, from ? day_of(from) : no_day, error);
    pdoc_register_unref(reg);
    pdoc_profile_unref(own);
    pdoc_profile_set_unref(set);
    return paper; /* it points into none of them */
}

/* From the events of board.xml: what is due is three years from the last review or approval that was known. */
static void figures_are_those_counted_by_hand(void **state)
{
    static const struct {
        const char *section, *row, *figure;
        int now, before;
    } cases[] = {
        {"states", "in-date", "documents", 3, 3}, /* P3 P4 P7; then P3 P5 and Visitors */
        {"states", "due-soon", "documents", 1, 1},
        {"states", "due-in-period", "documents", 0, 0},
        {"states", "overdue", "documents", 1, 1}, /* P1; then P4, whose review was recorded too late to be known */
        {"states", "overdue-under-way", "documents", 1, 1},
        {"states", "overdue-extended", "documents", 1, 0},
        {"states", "all-overdue", "documents", 3, 2},
        {"states", "no-data", "documents", 0, 2},
        {"states", "no-rule", "documents", 0, 2},
        {"states", "none", "documents", 3, 0},
        {"states", "all", "documents", 10, 10},
        {"reviews", "fell-due", "documents", 2, 2}, /* P1 and P5; then +P2 and P4 */
        {"reviews", "reviewed", "documents", 0, 1},
        {"reviews", "started", "documents", 0, 1},
        {"reviews", "due-next", "documents", 1, 2},
        {"age", "to-30", "documents", 0, 0},
        {"age", "to-90", "documents", 0, 2},
        {"age", "to-365", "documents", 2, 0},
        {"age", "over-365", "documents", 1, 0},
        {"types", "Policy", "all", 5, 5},
        {"types", "Policy", "all-overdue", 2, 1},
        {"types", "Procedure", "all", 3, 3},
        {"types", "Guidance", "overdue-extended", 1, 0},
        {"bodies", "Partnership Board", "all", 3, 2},
        {"bodies", "Partnership Board", "all-overdue", 2, 1},
        {"bodies", "Policy Sub Group", "all-overdue", 1, 1},
        {"responsible", "Lead for Practice", "all", 3, 3},
        {"responsible", "Lead for Practice", "overdue", 1, 0},
        {"responsible", "Head of Service", "overdue-extended", 1, 0},
        {"decisions", "Partnership Board", "approved", 1, 0},
        {"decisions", "Policy Sub Group", "deferred", 1, 0},
        {"decisions", "Policy Sub Group", "all", 1, 0},
        {"extensions", "no-staff", "given", 1, 0},
        {"extensions", "no-staff", "days", 304, 0},
        {"extensions", "no-staff", "longest", 304, 0},
        {"extensions", "no-staff", "against-rule", 1, 0},
        {"consultations", "Directors/AD's group", "sent", 1, 0},
        {"consultations", "Directors/AD's group", "deemed", 1, 0},
        {"consultations", "AD/HoS group", "replied", 1, 0},
        {"consultations", "AD/HoS group", "none", 0, 0},
        {"engagement", "young-inspectors", "times", 1, 0},
        {"engagement", "young-inspectors", "people", 6, 0},
        {"assessments", "eqia", "screened", 1, 0},
        {"assessments", "eqia", "completed", 1, 0},
        {"assessments", "eqia", "all", 2, 0},
        {"issues", "practice-issue", "raised", 2, 0},
        {"issues", "practice-issue", "resolved", 2, 0},
        {"issues", "practice-issue", "open", 0, 0},
        {"issues", "practice-issue", "median-days", 1, 0},
        {"issues", "practice-issue", "most-days", 29, 0},
        {"stages", "practice-issue/stage-1", "issues", 1, 0},
        {"outcomes", "plan-agreed", "issues", 1, 0},
        {"learning", "thresholds", "times", 1, 0},
    };
    (void)state;
    pdoc_board_paper *paper = paper_of("2026-03", NULL, "board", NULL);
    assert_non_null(paper);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const int64_t now = number(paper, cases[i].section, cases[i].row, cases[i].figure, false);
        const int64_t before = number(paper, cases[i].section, cases[i].row, cases[i].figure, true);
        if (now != cases[i].now || before != cases[i].before)
            print_error("%s %s %s: %d (%d)\n", cases[i].section, cases[i].row, cases[i].figure, (int)now, (int)before);
        assert_int_equal(now, cases[i].now);
        assert_int_equal(before, cases[i].before);
    }
    pdoc_board_paper_unref(paper);
}

static void assert_behind(const pdoc_board_paper *paper, const char *section, const char *row, const char *figure,
                          const char *ids)
{
    char found[200] = "";
    const uint32_t *documents;
    const size_t count = behind(paper, section, row, figure, false, &documents);
    for (size_t i = 0; i < count; i++) {
        strcat(found, i > 0 ? " " : "");
        strcat(found, pdoc_board_paper_document_id(paper, documents[i]));
    }
    assert_string_equal(found, ids);
}

static void each_figure_has_its_documents(void **state)
{
    (void)state;
    pdoc_board_paper *paper = paper_of("2026-03-31", NULL, NULL, NULL);
    assert_behind(paper, "states", "all-overdue", "documents", "d1 d2 d5");
    assert_behind(paper, "reviews", "fell-due", "documents", "d1 d5");
    assert_behind(paper, "assessments", "eqia", "all", "d6"); /* two events, one document */
    assert_behind(paper, "decisions", "Policy Sub Group", "all", "d7");
    assert_behind(paper, "consultations", "AD/HoS group", "sent", "d9");
    assert_behind(paper, "extensions", "no-staff", "longest", "d5");
    assert_behind(paper, "learning", "thresholds", "times", ""); /* practice issues are no documents */
    pdoc_board_paper_unref(paper);
}

static void sections_say_what_they_are(void **state)
{
    (void)state;
    pdoc_board_paper *paper = paper_of("2026-03-31", NULL, "Partnership Board", NULL);
    const size_t bodies = pdoc_board_paper_find_section(paper, "bodies");
    assert_int_equal(pdoc_board_paper_section_count(paper), 15);
    assert_string_equal(pdoc_board_paper_section_code(paper, bodies), "bodies");
    assert_string_equal(pdoc_board_paper_section_label(paper, bodies), "By approving body");
    assert_string_equal(pdoc_board_paper_section_row_label(paper, bodies), "Approving body");
    assert_false(pdoc_board_paper_section_is_of_period(paper, bodies));
    assert_true(pdoc_board_paper_section_is_of_period(paper, pdoc_board_paper_find_section(paper, "decisions")));
    assert_int_equal(pdoc_board_paper_row_count(paper, bodies), 4); /* the sum, two bodies, and none */
    assert_int_equal(pdoc_board_paper_row_kind(paper, bodies, 0), PDOC_BOARD_ROW_ALL);
    assert_null(pdoc_board_paper_row_code(paper, bodies, 0));
    assert_string_equal(pdoc_board_paper_row_label(paper, bodies, 1), "Partnership Board");
    assert_int_equal(pdoc_board_paper_row_kind(paper, bodies, 3), PDOC_BOARD_ROW_NOT_RECORDED);
    assert_int_equal(pdoc_board_paper_number(paper, bodies, 3, pdoc_board_paper_find_figure(paper, bodies, "all")), 4);
    assert_string_equal(pdoc_board_paper_figure_code(paper, bodies, 0), "in-date");
    assert_string_equal(pdoc_board_paper_figure_label(paper, bodies, 0), "In date");
    assert_string_equal(pdoc_board_paper_figure_unit(paper, bodies, 0), "documents");
    assert_string_equal(pdoc_board_paper_title(paper), "Children & families <partnership>");
    assert_string_equal(pdoc_board_paper_language(paper), "en-GB");
    assert_string_equal(pdoc_board_paper_body(paper), "Partnership Board");
    assert_string_equal(pdoc_board_paper_document_title(paper, 3), "Home visits");
    assert_string_equal(pdoc_board_paper_document_reference(paper, 3), "P4");
    assert_string_equal(pdoc_board_paper_document_type(paper, 3), "Procedure");
    assert_string_equal(pdoc_board_paper_document_body(paper, 3), "Policy Sub Group");
    assert_string_equal(pdoc_board_paper_document_responsible(paper, 3), "Head of Service");
    pdoc_board_paper *same = pdoc_board_paper_ref(paper);
    pdoc_board_paper_unref(paper);
    assert_string_equal(pdoc_board_paper_document_id(same, 3), "d4");
    pdoc_board_paper_unref(same);
}

/* ---- periods ---- */

static void assert_period(const char *until, const char *from, const char *const expected[5])
{
    char text[PDOC_DATE_TEXT];
    pdoc_board_paper *paper = paper_of(until, from, NULL, NULL);
    assert_non_null(paper);
    assert_string_equal(pdoc_date_format(pdoc_board_paper_from(paper, false), text), expected[0]);
    assert_string_equal(pdoc_date_format(pdoc_board_paper_until(paper, false), text), expected[1]);
    assert_string_equal(pdoc_date_format(pdoc_board_paper_from(paper, true), text), expected[2]);
    assert_string_equal(pdoc_date_format(pdoc_board_paper_until(paper, true), text), expected[3]);
    assert_string_equal(pdoc_date_format(pdoc_board_paper_known(paper, true), text), expected[4]);
    assert_false(pdoc_date_is_recorded(pdoc_board_paper_known(paper, false)));
    pdoc_board_paper_unref(paper);
}

static void a_year_before_is_the_same_period(void **state)
{
    (void)state;
    assert_period("2026-03-31", NULL,
                  (const char *const[]){"2025-04-01", "2026-03-31", "2024-04-01", "2025-03-31", "2025-03-31"});
    assert_period("2025-02-28", NULL, /* the year before ends in a leap year */
                  (const char *const[]){"2024-03-01", "2025-02-28", "2023-03-01", "2024-02-29", "2024-02-29"});
    assert_period("2024-02-29", "2024-02",
                  (const char *const[]){"2024-02-01", "2024-02-29", "2023-02-01", "2023-02-28", "2023-02-28"});
    assert_period("2026-05-10", "2026-05-10",
                  (const char *const[]){"2026-05-10", "2026-05-10", "2025-05-10", "2025-05-10", "2025-05-10"});
}

/* Three months that follow on three months: what is due on their last day is due in them. */
static void the_next_period_has_whole_months_where_this_one_has(void **state)
{
    (void)state;
    pdoc_board_paper *paper = paper_of("2026-02-28", "2025-12-01", NULL, NULL);
    assert_behind(paper, "reviews", "due-next", "documents", "d10"); /* 31 May; 90 days on would be 29 May */
    pdoc_board_paper_unref(paper);
    paper = paper_of("2026-03-01", "2025-12-02", NULL, NULL);
    assert_behind(paper, "reviews", "due-next", "documents", "d10");
    pdoc_board_paper_unref(paper);
    paper = paper_of("2026-02-27", "2025-12-01", NULL, NULL); /* 89 days: to 27 May */
    assert_behind(paper, "reviews", "due-next", "documents", "");
    pdoc_board_paper_unref(paper);
}

static void assert_refused(const char *until, const char *from, const char *body, pdoc_status status, const char *words)
{
    pdoc_error *error = NULL;
    assert_null(paper_of(until, from, body, &error));
    assert_int_equal(pdoc_error_status(error), status);
    assert_contains(pdoc_error_message(error), words);
    pdoc_error_free(error);
}

/* An audit is no page; it says so. */
static void assert_html_is_refused(void)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options html = {.size = sizeof html, .format = PDOC_FORMAT_HTML};
    const pdoc_publish_options beyond = {.size = sizeof beyond, .format = (pdoc_format)6};
    pdoc_report *report = audit_texts(PROFILE(""), REGISTER(""), "2026-03-31");
    assert_null(pdoc_report_publish(report, &html, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    assert_contains(pdoc_error_message(error), "has no HTML form; a paper for a board and a trend have one");
    pdoc_error_free(error);
    error = NULL;
    assert_null(pdoc_report_publish(report, &beyond, &error));
    assert_contains(pdoc_error_message(error), "there is no format 6");
    pdoc_error_free(error);
    pdoc_report_unref(report);
}

static void what_cannot_be_is_refused(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_refused("2026-03-31", "2026-04-01", NULL, PDOC_ERR_ARGUMENT,
                   "begin on 2026-04-01, after its last day, 2026-03-31");
    assert_refused("2026-03-31", NULL, "Nobody", PDOC_ERR_NOT_FOUND, "knows \"Nobody\"");
    assert_refused("0001-06-30", NULL, NULL, PDOC_ERR_LIMIT, "outside the years 1 to 9999");
    assert_null(pdoc_board_paper_new(NULL, NULL, NULL, no_day, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    error = NULL;
    assert_null(pdoc_board_paper_publish(NULL, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    assert_html_is_refused();
    assert_int_equal(pdoc_board_paper_section_count(NULL), 0);
    assert_int_equal(pdoc_board_paper_find_section(NULL, "states"), SIZE_MAX);
    assert_int_equal(pdoc_board_paper_document_count(NULL), 0);
    assert_null(pdoc_board_paper_document_id(NULL, 0));
    assert_null(pdoc_board_paper_ref(NULL));
    pdoc_board_paper_unref(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_those_counted_by_hand),
        cmocka_unit_test(each_figure_has_its_documents),
        cmocka_unit_test(sections_say_what_they_are),
        cmocka_unit_test(a_year_before_is_the_same_period),
        cmocka_unit_test(the_next_period_has_whole_months_where_this_one_has),
        cmocka_unit_test(what_cannot_be_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
