/* SPDX-License-Identifier: MIT */
/* Plans back from the review date: the days of their steps, what is done, what stands in the way. */
#include "planning.h"

#define ALL PROFILE(PARTIES FACTS STEPS)
#define HELD EXECUTIVE(EVERY_MONTH)

static void steps_are_counted_back_from_the_last_meeting_before_the_deadline(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ALL, REGISTER(HELD POLICY), "2026-03-02", NULL);
    assert_true(pdoc_plan_is_feasible(plan));
    assert_null(pdoc_plan_obstacle(plan));
    assert_string_equal(pdoc_plan_document_id(plan), "d1");
    assert_string_equal(pdoc_plan_document_title(plan), "Safer sleeping");
    assert_string_equal(pdoc_plan_document_reference(plan), "PO 1");
    assert_int_equal(pdoc_date_compare(pdoc_plan_deadline(plan), day_of("2026-07-07")), 0);
    assert_says(pdoc_plan_deadline_reason(plan), "s10");
    assert_step(plan, "sign-off", "2026-06-16", PDOC_STEP_TO_DO);
    assert_step(plan, "papers", "2026-06-02", PDOC_STEP_TO_DO);
    assert_step(plan, "responses", "2026-06-12", PDOC_STEP_TO_DO); /* three days before is a Saturday */
    assert_step(plan, "agenda", "2026-06-15", PDOC_STEP_TO_DO);
    assert_step(plan, "drafting", "2026-06-02", PDOC_STEP_TO_DO);
    assert_int_equal(pdoc_plan_step_count(plan), 6);
    assert_string_equal(pdoc_plan_step_id(plan, 0), "drafting"); /* it leads up to the papers of that day */
    assert_string_equal(pdoc_plan_step_id(plan, 5), "sign-off");
    assert_int_equal(pdoc_plan_step_slack(plan, step_of(plan, "sign-off")), 21);
    assert_int_equal(pdoc_plan_step_slack(plan, step_of(plan, "papers")), 0);
    const size_t papers = step_of(plan, "papers");
    assert_string_equal(pdoc_plan_step_who(plan, papers), "Policy Hub");
    assert_string_equal(pdoc_plan_step_kind(plan, papers), "papers");
    assert_string_equal(pdoc_plan_step_label(plan, papers), "Draft shared");
    assert_string_equal(pdoc_plan_step_rule(plan, papers), "papers");
    assert_string_equal(pdoc_plan_step_clause(plan, papers), "L60");
    assert_true(pdoc_plan_step_is_inferred(plan, papers));
    assert_false(pdoc_plan_step_is_provisional(plan, papers));
    assert_says(pdoc_plan_step_reason(plan, papers), "2 weeks before \"Decision\", Tuesday 16 June 2026");
    assert_says(pdoc_plan_step_reason(plan, step_of(plan, "responses")), "moved from Saturday 13 June 2026");
    assert_says(pdoc_plan_step_reason(plan, step_of(plan, "drafting")), "states no time");
    assert_string_equal(pdoc_plan_step_who(plan, 5), "Executive");
    assert_int_equal(pdoc_plan_step_modality(plan, step_of(plan, "agenda")), PDOC_MODALITY_SHOULD);
    pdoc_plan_unref(plan);
}

static void two_leads_that_leave_no_time_between_them_warn(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ALL, REGISTER(HELD POLICY), "2026-03-02", NULL);
    assert_int_equal(pdoc_plan_warning_count(plan), 1);
    assert_says(pdoc_plan_warning(plan, 0), "\"Replies\" is on Friday 12 June 2026 and \"Agenda\" on Monday 15 June 2026: "
                                            "that leaves 1 working day for \"Second draft\"");
    assert_null(pdoc_plan_warning(plan, 1));
    pdoc_plan_unref(plan);
}

static void work_that_needs_more_than_there_is_warns(void **state)
{
    static const struct {
        const char *needs;
        size_t warnings;
    } cases[] = {{"1 working-days", 0}, {"2 working-days", 1}, {"P3D", 0}, {"P4D", 1}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[3000];
        snprintf(text, sizeof text,
                 PROFILE(PARTIES FACTS
                         "<plan><step id=\"m\" kind=\"sign-off\" body=\"executive\"/>"
                         "<step id=\"r\" kind=\"responses\" anchor=\"m\" offset=\"-P3D\"/>"
                         "<step id=\"a\" kind=\"agenda\" anchor=\"m\" offset=\"-1 working-days\"/>"
                         "<step id=\"w\" kind=\"work\" after=\"r\" anchor=\"a\" needs=\"%s\"/></plan>"),
                 cases[i].needs);
        pdoc_plan *plan = plan_with(text, REGISTER(HELD POLICY), "2026-03-02", NULL);
        assert_int_equal(pdoc_plan_warning_count(plan), cases[i].warnings);
        pdoc_plan_unref(plan);
    }
}

static void what_is_done_keeps_its_day(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ALL,
                                REGISTER(HELD POLICY_WITH("<consultation-opened id=\"e2\" on=\"2022-01-01\" version=\"1\"/>"
                                                          "<consultation-opened id=\"e3\" on=\"2026-05-29\"/>")),
                                "2026-06-05", NULL);
    assert_step(plan, "papers", "2026-05-29", PDOC_STEP_DONE);
    assert_says(pdoc_plan_step_reason(plan, step_of(plan, "papers")), "done on Friday 29 May 2026 (Draft shared)");
    assert_int_equal(pdoc_plan_step_slack(plan, step_of(plan, "papers")), 4);
    /* what came before it is not said to be done; it harms nothing any more */
    assert_step(plan, "drafting", "", PDOC_STEP_OPEN);
    assert_true(pdoc_plan_is_feasible(plan));
    assert_step(plan, "sign-off", "2026-06-16", PDOC_STEP_TO_DO);
    pdoc_plan_unref(plan);
}

static void what_was_done_in_an_earlier_cycle_does_not_count(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ALL,
                                REGISTER(HELD POLICY_WITH("<consultation-opened id=\"e2\" on=\"2023-06-01\" version=\"1\"/>")),
                                "2026-03-02", NULL);
    assert_step(plan, "papers", "2026-06-02", PDOC_STEP_TO_DO);
    assert_step(plan, "sign-off", "2026-06-16", PDOC_STEP_TO_DO); /* the approval began this cycle */
    pdoc_plan_unref(plan);
}

static void papers_that_are_too_late_name_the_next_meeting(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ALL, REGISTER(HELD POLICY), "2026-06-09", NULL);
    assert_false(pdoc_plan_is_feasible(plan));
    assert_step(plan, "papers", "2026-06-02", PDOC_STEP_LATE);
    assert_int_equal(pdoc_plan_step_slack(plan, step_of(plan, "papers")), -7);
    assert_step(plan, "sign-off", "2026-06-16", PDOC_STEP_TO_DO);
    assert_says(pdoc_plan_obstacle(plan), "\"Draft shared\" was to be done by Tuesday 2 June 2026, 7 days ago");
    assert_says(pdoc_plan_obstacle(plan), "The next meeting of Executive for which all can still be in time is on "
                                          "Tuesday 21 July 2026, 14 days after the deadline.");
    pdoc_plan_unref(plan);
}

static void no_meeting_before_the_deadline_names_those_around_it(void **state)
{
    (void)state;
    pdoc_plan *plan =
        plan_with(ALL, REGISTER(EXECUTIVE("<meets rule=\"FREQ=YEARLY;BYMONTH=6;BYDAY=3TU\" start=\"2024-06-18\"/>"
                                          "<meeting on=\"2026-07-20\" state=\"planned\"/>") POLICY),
                  "2026-06-20", NULL);
    assert_false(pdoc_plan_is_feasible(plan));
    assert_says(pdoc_plan_obstacle(plan),
                "There is no meeting of Executive between Saturday 20 June 2026 and Tuesday 7 July 2026: the last one before "
                "was on Tuesday 16 June 2026; the next one after is on Monday 20 July 2026.");
    assert_step(plan, "sign-off", "2026-07-20", PDOC_STEP_TO_DO); /* as soon as possible */
    assert_int_equal(pdoc_plan_step_slack(plan, step_of(plan, "sign-off")), -13);
    assert_int_equal(pdoc_date_compare(pdoc_plan_nearest_meeting(plan), day_of("2026-07-20")), 0);
    assert_step(plan, "papers", "2026-07-06", PDOC_STEP_TO_DO);
    pdoc_plan_unref(plan);
}

static void an_overdue_document_gets_the_earliest_meeting_that_can_be_prepared(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ALL, REGISTER(HELD POLICY), "2026-09-09", NULL);
    assert_false(pdoc_plan_is_feasible(plan));
    assert_step(plan, "sign-off", "2026-10-20", PDOC_STEP_TO_DO); /* 15 September is too near */
    assert_step(plan, "papers", "2026-10-06", PDOC_STEP_TO_DO);
    assert_says(pdoc_plan_obstacle(plan), "left: the last day for it was Tuesday 7 July 2026");
    assert_says(pdoc_plan_obstacle(plan), "the first for which all can still be in time is on Tuesday 20 October 2026");
    assert_says(pdoc_plan_step_reason(plan, step_of(plan, "sign-off")), "as soon as possible");
    pdoc_plan_unref(plan);
}

static void a_body_of_which_nothing_is_recorded_leaves_the_step_open(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ALL, REGISTER(EXECUTIVE("") POLICY), "2026-03-02", NULL);
    assert_false(pdoc_plan_is_feasible(plan));
    assert_step(plan, "sign-off", "", PDOC_STEP_OPEN);
    assert_says(pdoc_plan_obstacle(plan), "nothing is recorded of when Executive meets; record how it meets");
    assert_step(plan, "papers", "2026-06-23", PDOC_STEP_TO_DO);
    assert_says(pdoc_plan_step_reason(plan, step_of(plan, "papers")), "the last day that it could be on");
    assert_string_equal(pdoc_plan_step_id(plan, pdoc_plan_step_count(plan) - 1), "sign-off");
    pdoc_plan_unref(plan);
}

static void a_body_that_the_register_does_not_have_leaves_the_step_open(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ALL, REGISTER(POLICY), "2026-03-02", NULL);
    assert_step(plan, "sign-off", "", PDOC_STEP_OPEN);
    assert_says(pdoc_plan_obstacle(plan), "when Executive meets");
    pdoc_plan_unref(plan);
}

static void the_forward_plan_goes_before_the_proposal(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ALL,
                                REGISTER(HELD POLICY "<forward-plan-item document=\"d1\" body=\"executive\""
                                                     " meeting=\"2026-05-19\" purpose=\"sign-off\" arranged-by=\"hub\"/>"),
                                "2026-03-02", NULL);
    assert_true(pdoc_plan_is_feasible(plan));
    assert_step(plan, "sign-off", "2026-05-19", PDOC_STEP_TO_DO);
    assert_step(plan, "papers", "2026-05-05", PDOC_STEP_TO_DO);
    assert_says(pdoc_plan_step_reason(plan, step_of(plan, "sign-off")), "placed on the forward plan by hub");
    pdoc_plan_unref(plan);
}

static void a_place_on_the_forward_plan_after_the_deadline_stands_in_the_way(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ALL,
                                REGISTER(HELD POLICY "<forward-plan-item document=\"d1\" body=\"executive\""
                                                     " meeting=\"2026-05-19\" deferred-to=\"2026-07-22\"/>"),
                                "2026-03-02", NULL);
    assert_false(pdoc_plan_is_feasible(plan));
    assert_says(pdoc_plan_obstacle(plan), "15 days after the last day for it: so the forward plan has it");
    assert_says(pdoc_plan_warning(plan, 0), "a day on which no meeting of Executive is known");
    pdoc_plan_unref(plan);
}

static void drafting_begins_the_time_that_was_asked_for_before(void **state)
{
    (void)state;
    const pdoc_plan_options options = {.size = sizeof options, .drafting = "P6W"};
    pdoc_plan *plan = plan_with(ALL, REGISTER(HELD POLICY), "2026-03-02", &options);
    assert_step(plan, "drafting-begins", "2026-04-21", PDOC_STEP_TO_DO);
    assert_step(plan, "drafting", "2026-06-02", PDOC_STEP_TO_DO);
    assert_null(pdoc_plan_step_rule(plan, step_of(plan, "drafting-begins")));
    assert_says(pdoc_plan_step_reason(plan, step_of(plan, "drafting-begins")), "asked for");
    pdoc_plan_unref(plan);
}

static void what_is_asked_for_makes_a_plan_without_any_row(void **state)
{
    (void)state;
    const pdoc_plan_options options = {.size = sizeof options,
                                       .deadline = {2026, 9, 30},
                                       .body = "Executive",
                                       .drafting = "P1M",
                                       .consultation = "10 working-days"};
    pdoc_plan *plan = plan_with(PROFILE(PARTIES FACTS), REGISTER(HELD POLICY), "2026-03-02", &options);
    assert_true(pdoc_plan_is_feasible(plan));
    assert_step(plan, "sign-off", "2026-09-15", PDOC_STEP_TO_DO);
    assert_step(plan, "consultation", "2026-09-15", PDOC_STEP_TO_DO);
    assert_step(plan, "consultation-begins", "2026-09-01", PDOC_STEP_TO_DO);
    assert_step(plan, "drafting", "2026-09-01", PDOC_STEP_TO_DO);
    assert_step(plan, "drafting-begins", "2026-07-31", PDOC_STEP_TO_DO); /* 1 August is a Saturday */
    assert_says(pdoc_plan_deadline_reason(plan), "asked for");
    pdoc_plan_unref(plan);
}

static void without_steps_or_deadline_the_plan_says_so(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(PROFILE(PARTIES FACTS), REGISTER(HELD POLICY), "2026-03-02", NULL);
    assert_false(pdoc_plan_is_feasible(plan));
    assert_says(pdoc_plan_obstacle(plan), "states no steps");
    pdoc_plan_unref(plan);
    plan = plan_with(ALL, REGISTER(HELD "<document id=\"d1\"><title>T</title></document>"), "2026-03-02", NULL);
    assert_says(pdoc_plan_obstacle(plan), "There is no deadline");
    assert_step(plan, "papers", "", PDOC_STEP_OPEN);
    pdoc_plan_unref(plan);
}

/* A sub group looks at it before its papers go to the deciding body. */
#define TWO_BODIES                                                                                                     \
    "<plan><step id=\"sign-off\" kind=\"sign-off\" body=\"executive\"/>"                                              \
    "<step id=\"papers\" kind=\"papers\" anchor=\"sign-off\" offset=\"-P14D\"/>"                                      \
    "<step id=\"scrutiny\" kind=\"scrutiny\" body=\"sub-group\" anchor=\"papers\"/>"                                  \
    "<step id=\"scrutiny-papers\" kind=\"papers\" anchor=\"scrutiny\" offset=\"-P7D\"/></plan>"
#define SUB_GROUP                                                                                                      \
    "<party code=\"sub-group\" kind=\"sub-group\"><name>Policy Sub Group</name>"                                      \
    "<meets rule=\"FREQ=MONTHLY;BYDAY=1MO\" start=\"2025-01-06\"/></party>"

static void a_lower_body_meets_before_the_papers_of_the_higher_one(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(PROFILE(PARTIES FACTS TWO_BODIES), REGISTER(HELD SUB_GROUP POLICY), "2026-03-02", NULL);
    assert_step(plan, "sign-off", "2026-06-16", PDOC_STEP_TO_DO);
    assert_step(plan, "scrutiny", "2026-06-01", PDOC_STEP_TO_DO);
    assert_step(plan, "scrutiny-papers", "2026-05-25", PDOC_STEP_TO_DO);
    pdoc_plan_unref(plan);
    /* the next meeting that fits must leave time for the sub group, too */
    plan = plan_with(PROFILE(PARTIES FACTS TWO_BODIES), REGISTER(HELD SUB_GROUP POLICY), "2026-06-09", NULL);
    assert_says(pdoc_plan_obstacle(plan), "for which all can still be in time is on Tuesday 21 July 2026");
    pdoc_plan_unref(plan);
}

static void a_step_of_another_type_is_left_out_with_all_that_is_counted_from_it(void **state)
{
    (void)state;
    static const char profile[] =
        PROFILE("<types><type id=\"policy\" base=\"policy\"/><type id=\"strategy\" base=\"strategy\"/></types>" PARTIES FACTS
                "<plan><step id=\"board\" kind=\"sign-off\" body=\"executive\"><when><equals of=\"type\""
                              " value=\"strategy\"/></when></step>"
                              "<step id=\"group\" kind=\"sign-off\" body=\"sub-group\"><when><equals of=\"type\""
                              " value=\"policy\"/></when></step>"
                              "<step id=\"papers\" kind=\"papers\" anchor=\"board group\" offset=\"-P14D\"/>"
                              "<step id=\"notice\" kind=\"notice\" anchor=\"board\"/></plan>");
    pdoc_plan *plan = plan_with(profile, REGISTER(HELD SUB_GROUP POLICY), "2026-03-02", NULL);
    assert_int_equal(pdoc_plan_step_count(plan), 2);
    assert_step(plan, "group", "2026-07-06", PDOC_STEP_TO_DO);
    assert_step(plan, "papers", "2026-06-22", PDOC_STEP_TO_DO);
    pdoc_plan_unref(plan);
}

static void bad_questions_are_refused(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(ALL, NULL);
    pdoc_register *reg = read_register(REGISTER(HELD POLICY));
    const pdoc_document *doc = pdoc_register_document(reg, 0);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2026-03-02"), .profile = profile};
    const pdoc_plan_options options[] = {
        {.size = 1},
        {.size = sizeof options[0], .drafting = "soon"},
        {.size = sizeof options[0], .consultation = "-P3W"},
        {.size = sizeof options[0], .deadline = {2026, 13, 1}},
    };
    pdoc_error *error = NULL;
    assert_null(pdoc_document_plan(NULL, &basis, NULL, NULL));
    assert_null(pdoc_document_plan(doc, NULL, NULL, NULL));
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        assert_null(pdoc_document_plan(doc, &basis, &options[i], &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
        pdoc_error_free(error);
        error = NULL;
    }
    pdoc_plan *plan = pdoc_document_plan(doc, &basis, NULL, NULL);
    assert_says(pdoc_plan_warning(plan, pdoc_plan_warning_count(plan) - 1), "No calendar");
    pdoc_plan_unref(pdoc_plan_ref(plan));
    pdoc_plan_unref(plan);
    pdoc_plan_unref(NULL);
    assert_int_equal(pdoc_plan_step_count(NULL), 0);
    assert_null(pdoc_plan_step_id(NULL, 0));
    assert_int_equal(pdoc_plan_step_state(NULL, 0), PDOC_STEP_OPEN);
    assert_false(pdoc_plan_is_feasible(NULL));
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
}

struct asked {
    const pdoc_document *doc;
    const pdoc_basis *basis;
};

static bool plan_it(void *context, pdoc_error **error)
{
    const struct asked *asked = context;
    pdoc_plan *plan = pdoc_document_plan(asked->doc, asked->basis, NULL, error);
    if (plan)
        assert_int_equal(pdoc_plan_step_count(plan), 6);
    pdoc_plan_unref(plan);
    return plan != NULL;
}

static void memory_that_runs_out_is_an_error(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(ALL, NULL);
    pdoc_register *reg = read_register(REGISTER(HELD POLICY));
    pdoc_calendar *calendar = weekdays();
    const pdoc_basis basis = {
        .size = sizeof basis, .as_of = day_of("2026-06-09"), .profile = profile, .calendar = calendar};
    struct asked asked = {pdoc_register_document(reg, 0), &basis};
    assert_true(fail_every_allocation(plan_it, &asked, false) > 10);
    assert_true(fail_every_allocation(plan_it, &asked, true) > 10);
    pdoc_calendar_unref(calendar);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_are_counted_back_from_the_last_meeting_before_the_deadline),
        cmocka_unit_test(two_leads_that_leave_no_time_between_them_warn),
        cmocka_unit_test(work_that_needs_more_than_there_is_warns),
        cmocka_unit_test(what_is_done_keeps_its_day),
        cmocka_unit_test(what_was_done_in_an_earlier_cycle_does_not_count),
        cmocka_unit_test(papers_that_are_too_late_name_the_next_meeting),
        cmocka_unit_test(no_meeting_before_the_deadline_names_those_around_it),
        cmocka_unit_test(an_overdue_document_gets_the_earliest_meeting_that_can_be_prepared),
        cmocka_unit_test(a_body_of_which_nothing_is_recorded_leaves_the_step_open),
        cmocka_unit_test(a_body_that_the_register_does_not_have_leaves_the_step_open),
        cmocka_unit_test(the_forward_plan_goes_before_the_proposal),
        cmocka_unit_test(a_place_on_the_forward_plan_after_the_deadline_stands_in_the_way),
        cmocka_unit_test(drafting_begins_the_time_that_was_asked_for_before),
        cmocka_unit_test(what_is_asked_for_makes_a_plan_without_any_row),
        cmocka_unit_test(without_steps_or_deadline_the_plan_says_so),
        cmocka_unit_test(a_lower_body_meets_before_the_papers_of_the_higher_one),
        cmocka_unit_test(a_step_of_another_type_is_left_out_with_all_that_is_counted_from_it),
        cmocka_unit_test(bad_questions_are_refused),
        cmocka_unit_test(memory_that_runs_out_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
