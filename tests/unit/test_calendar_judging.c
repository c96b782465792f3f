/* SPDX-License-Identifier: MIT */
/* Judging by a calendar: due dates, caps, rolls, notice, deadlines of duties and comparisons in working days. */
#include "judging.h"

static const char profile[] =
    "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"p\" due-soon=\"3 working-days\">"
    "<types><type id=\"policy\" base=\"policy\"/></types>"
    "<facts><fact id=\"approved\" event=\"decided\"/></facts>"
    "<schedule><due id=\"five\" kind=\"review\" anchors=\"approved\" offset=\"5 working-days\"/>"
    "<due id=\"clear\" kind=\"review\" anchors=\"approved\" offset=\"5 clear-working-days\"/>"
    "<due id=\"capped\" kind=\"review\" anchors=\"approved\" offset=\"P1Y\" cap=\"7 working-days\"/>"
    "<due id=\"back\" kind=\"review\" anchors=\"approved\" offset=\"P16D\" roll=\"preceding\"/>"
    "<due id=\"on\" kind=\"review\" anchors=\"approved\" offset=\"P16D\" roll=\"following\"/>"
    "<due id=\"month\" kind=\"review\" anchors=\"approved\" offset=\"P1M\" rounding=\"end-of-month\" roll=\"preceding\"/>"
    "<due id=\"hours\" kind=\"review\" anchors=\"approved\" offset=\"PT47H\"/>"
    "<due id=\"far\" kind=\"review\" anchors=\"approved\" offset=\"5000 working-days\"/>"
    "</schedule><requirements>"
    "<requirement id=\"in-time\"><must><present of=\"uri\"/></must><by fact=\"approved\" offset=\"2 working-days\"/>"
    "</requirement>"
    "<requirement id=\"compared\"><must><before of=\"as-of\" other=\"approved\" offset=\"2 working-days\"/></must>"
    "</requirement></requirements></profile>";

static struct world approved_on(const char *day)
{
    struct world world = world_with(profile);
    happened(&world, "decided", day, 1, "outcome", "approved", NULL);
    return world;
}

static pdoc_calendar *england(void)
{
    pdoc_calendar *calendar = pdoc_calendar_shipped("england-and-wales", NULL);
    assert_non_null(calendar);
    return calendar;
}

static void judge_by(struct world *world, const char *day, const pdoc_calendar *calendar)
{
    judge_on(world, day);
    world->judge.calendar = calendar;
}

/* Approved on Thursday 30 April 2026; Monday 4 May is a bank holiday, and so is 25 May. */
static void rows_of_the_schedule_count_working_days(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        const char *day; /* NULL: beyond what the calendar knows */
        bool provisional;
    } rows[] = {
        {"five", "2026-05-08", false},  {"clear", "2026-05-11", false}, {"capped", "2026-05-12", false},
        {"back", "2026-05-15", false},  {"on", "2026-05-18", false},    {"month", "2026-05-29", false},
        {"hours", "2026-05-02", false}, {"far", NULL, true},
    };
    pdoc_calendar *calendar = england();
    struct world world = approved_on("2026-04-30");
    judge_by(&world, "2026-05-01", calendar);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct pdoc__due_rule *rule = &world.profile->schedule[i];
        const struct pdoc__due_step step = pdoc__due_step(&world.judge, rule);
        assert_string_equal(rule->rule.id, rows[i].id);
        if (rows[i].day)
            assert_day(step.derived.last, rows[i].day);
        assert_int_equal(step.derived.first, step.derived.last);
        assert_int_equal(step.provisional, rows[i].provisional);
    }
    assert_day(pdoc__due(&world.judge)->due, "2026-05-02");
    world_end(&world);
    pdoc_calendar_unref(calendar);
}

static void without_a_calendar_only_what_needs_none_can_be_told(void **state)
{
    (void)state;
    struct world world = approved_on("2026-04-30");
    judge_by(&world, "2026-05-01", NULL);
    for (size_t i = 0; i < world.profile->counts[PDOC_PROFILE_SCHEDULE]; i++) {
        const struct pdoc__due_rule *rule = &world.profile->schedule[i];
        const bool is_told = pdoc__interval_is_recorded(pdoc__due_step(&world.judge, rule).derived);
        assert_int_equal(is_told, strcmp(rule->rule.id, "hours") == 0);
        assert_int_equal(is_told, !pdoc__due_needs_calendar(rule));
    }
    world_end(&world);
}

static pdoc_outcome outcome_of(const struct world *world, const char *rule, const char *day,
                               const pdoc_calendar *calendar)
{
    pdoc_basis basis = basis_of(world, day, NULL);
    basis.calendar = calendar;
    pdoc_report *report = pdoc_audit(world->reg, &basis, NULL);
    assert_non_null(report);
    size_t found = 0;
    while (found < pdoc_report_result_count(report) && strcmp(pdoc_report_result_rule(report, found), rule) != 0)
        found++;
    assert_true(found < pdoc_report_result_count(report));
    const pdoc_outcome outcome = pdoc_report_result_outcome(report, found);
    pdoc_report_unref(report);
    return outcome;
}

static void duties_and_comparisons_count_working_days(void **state)
{
    (void)state;
    static const struct {
        const char *rule;
        const char *day;
        pdoc_outcome outcome;
    } rows[] = {
        {"in-time", "2026-05-05", PDOC_OUTCOME_PENDING},
        {"in-time", "2026-05-06", PDOC_OUTCOME_NOT_MET},
        {"compared", "2026-05-04", PDOC_OUTCOME_MET},
        {"compared", "2026-05-05", PDOC_OUTCOME_NOT_MET},
    };
    pdoc_calendar *calendar = england();
    struct world world = approved_on("2026-04-30");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(outcome_of(&world, rows[i].rule, rows[i].day, calendar), rows[i].outcome);
        assert_int_equal(outcome_of(&world, rows[i].rule, rows[i].day, NULL), PDOC_OUTCOME_UNDETERMINED);
    }
    world_end(&world);
    pdoc_calendar_unref(calendar);
}

/* Due on Saturday 2 May: the third working day before it is Wednesday 29 April. */
static void notice_counts_working_days(void **state)
{
    (void)state;
    pdoc_calendar *calendar = england();
    struct world world = world_with(
        PROFILE("<types><type id=\"policy\" base=\"policy\"/></types><facts><fact id=\"approved\" event=\"decided\"/>"
                "</facts><schedule><due id=\"r\" kind=\"review\" anchors=\"approved\" offset=\"P1M\"/></schedule>"));
    world.profile->due_soon = (pdoc_offset){0, 3, PDOC_UNIT_WORKING_DAY, 0};
    happened(&world, "decided", "2026-04-02", 1, "outcome", "approved", NULL);
    judge_by(&world, "2026-04-28", calendar);
    assert_int_equal(pdoc__due(&world.judge)->state, PDOC_REVIEW_IN_DATE);
    judge_by(&world, "2026-04-29", calendar);
    assert_int_equal(pdoc__due(&world.judge)->state, PDOC_REVIEW_DUE_SOON);
    judge_by(&world, "2026-04-29", NULL);
    assert_int_equal(pdoc__due(&world.judge)->state, PDOC_REVIEW_IN_DATE);
    world_end(&world);
    pdoc_calendar_unref(calendar);
}

static bool is_said(const pdoc_explanation *explanation, const char *text)
{
    for (size_t i = 0; i < pdoc_explanation_count(explanation); i++)
        if (strcmp(pdoc_explanation_text(explanation, i), text) == 0)
            return true;
    for (size_t i = 0; i < pdoc_explanation_count(explanation); i++)
        print_error("%s\n", pdoc_explanation_text(explanation, i));
    return false;
}

static void an_explanation_names_the_calendar_its_day_and_what_is_provisional(void **state)
{
    (void)state;
    pdoc_calendar *calendar = england();
    struct world world = approved_on("2026-04-30");
    pdoc_basis basis = basis_of(&world, "2026-05-01", NULL);
    basis.calendar = calendar;
    pdoc_explanation *explanation = pdoc_document_explain(world.doc, &basis, NULL);
    assert_true(is_said(explanation, "rule five: 2026-05-08"));
    assert_true(is_said(explanation, "working days of England and Wales, as of 2026-11-24"));
    assert_true(is_said(explanation, "working days of England and Wales, as of 2026-11-24; provisional, since the calendar "
                                     "covers 2011-01-01 to 2028-12-31 only"));
    pdoc_explanation_unref(explanation);
    world_end(&world);
    pdoc_calendar_unref(calendar);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_the_schedule_count_working_days),
        cmocka_unit_test(without_a_calendar_only_what_needs_none_can_be_told),
        cmocka_unit_test(duties_and_comparisons_count_working_days),
        cmocka_unit_test(notice_counts_working_days),
        cmocka_unit_test(an_explanation_names_the_calendar_its_day_and_what_is_provisional),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
