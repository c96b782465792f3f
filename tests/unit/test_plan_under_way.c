/* SPDX-License-Identifier: MIT */
/* Plans of which something has begun or was done already, and what leads up to the beginning of a consultation. */
#include "planning.h"

#define CLOSED "<fact id=\"closed\" event=\"consultation-closed\"/>"
#define STEPS_TO_CONSULT(offset)                                                                                       \
    "<plan><step id=\"sign-off\" kind=\"sign-off\" body=\"executive\" done=\"decided\"/>"                             \
    "<step id=\"consultation\" kind=\"consultation\" anchor=\"sign-off\" begun=\"shared\" done=\"closed\"" offset      \
    "><label>Consultation</label></step>"                                                                             \
    "<step id=\"drafting\" kind=\"drafting\" anchor=\"consultation\"><label>Draft</label></step></plan>"
#define CONSULTING PROFILE(PARTIES FACTS_WITH_END STEPS_TO_CONSULT(""))
#define CONSULTING_FOUR_WEEKS PROFILE(PARTIES FACTS_WITH_END STEPS_TO_CONSULT(" offset=\"-P4W\""))
#define FACTS_WITH_END                                                                                                 \
    "<facts><fact id=\"approved\" event=\"decided\" pick=\"first\" versions=\"all\"/>"                                \
    "<fact id=\"shared\" event=\"consultation-opened\" pick=\"first\"><label>Draft shared</label></fact>"             \
    "<fact id=\"decided\" event=\"decided\"/>" CLOSED "</facts>"                                                      \
    "<schedule><due id=\"review\" kind=\"review\" anchors=\"approved\" offset=\"P36M\"/></schedule>"
#define HELD EXECUTIVE(EVERY_MONTH)
#define OPENED "<consultation-opened id=\"e2\" on=\"2026-05-19\" version=\"1\"/>"

static const pdoc_plan_options asked = {.size = sizeof asked, .drafting = "P6W", .consultation = "P4W"};

static void drafting_ends_when_the_consultation_begins(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(CONSULTING, REGISTER(HELD POLICY), "2026-03-02", &asked);
    assert_step(plan, "consultation", "2026-06-16", PDOC_STEP_TO_DO);
    assert_step(plan, "consultation-begins", "2026-05-19", PDOC_STEP_TO_DO);
    assert_step(plan, "drafting", "2026-05-19", PDOC_STEP_TO_DO);
    assert_step(plan, "drafting-begins", "2026-04-07", PDOC_STEP_TO_DO);
    pdoc_plan_unref(plan);
    plan = plan_with(CONSULTING_FOUR_WEEKS, REGISTER(HELD POLICY), "2026-03-02", NULL);
    assert_step(plan, "drafting", "2026-05-19", PDOC_STEP_TO_DO);
    pdoc_plan_unref(plan);
    plan = plan_with(CONSULTING, REGISTER(HELD POLICY), "2026-03-02", NULL); /* when it begins is not known */
    assert_step(plan, "drafting", "2026-06-16", PDOC_STEP_TO_DO);
    pdoc_plan_unref(plan);
}

static void a_consultation_that_has_begun_is_not_done(void **state)
{
    static const char *const profiles[] = {CONSULTING, CONSULTING_FOUR_WEEKS};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        pdoc_plan *plan =
            plan_with(profiles[i / 2], REGISTER(HELD POLICY_WITH(OPENED)), "2026-05-29", i % 2 ? &asked : NULL);
        assert_step(plan, "consultation-begins", "2026-05-19", PDOC_STEP_DONE);
        assert_step(plan, "consultation", "2026-06-16", PDOC_STEP_TO_DO);
        assert_says(pdoc_plan_step_reason(plan, step_of(plan, "consultation-begins")), "begun on Tuesday 19 May 2026");
        assert_says(pdoc_plan_step_reason(plan, step_of(plan, "consultation")), "it has begun");
        assert_true(pdoc_plan_is_feasible(plan));
        pdoc_plan_unref(plan);
    }
}

static void what_is_done_has_begun(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(CONSULTING_FOUR_WEEKS,
                                REGISTER(HELD POLICY_WITH("<consultation-closed id=\"e2\" on=\"2026-06-05\"/>")),
                                "2026-06-09", NULL);
    assert_step(plan, "consultation", "2026-06-05", PDOC_STEP_DONE);
    assert_step(plan, "consultation-begins", "2026-06-05", PDOC_STEP_DONE);
    assert_says(pdoc_plan_step_reason(plan, step_of(plan, "consultation-begins")), "begun by then: \"Consultation\" was done");
    pdoc_plan_unref(plan);
}

#define ADVISED PROFILE(PARTIES FACTS "<plan><step id=\"s\" kind=\"sign-off\" body=\"executive\" modality=\"should\"/>"       \
    "<step id=\"papers\" kind=\"papers\" anchor=\"s\" offset=\"-P14D\" modality=\"should\"/></plan>")

static void what_was_asked_for_and_cannot_be_kept_stands_in_the_way(void **state)
{
    (void)state;
    const pdoc_plan_options drafting = {.size = sizeof drafting, .drafting = "P40Y"};
    pdoc_plan *plan = plan_with(ADVISED, REGISTER(HELD POLICY), "2026-03-02", &drafting);
    assert_false(pdoc_plan_is_feasible(plan));
    assert_says(pdoc_plan_obstacle(plan), "Drafting begins");
    pdoc_plan_unref(plan);
}

static void a_passed_deadline_or_a_decision_without_a_day_is_not_feasible(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ADVISED, REGISTER(EXECUTIVE("") POLICY), "2026-03-02", NULL);
    assert_false(pdoc_plan_is_feasible(plan)); /* of when it meets nothing is recorded */
    pdoc_plan_unref(plan);
    plan = plan_with(PROFILE(PARTIES FACTS "<plan><step id=\"p\" kind=\"papers\" modality=\"should\"/></plan>"),
                     REGISTER(HELD POLICY), "2026-07-10", NULL);
    assert_says(pdoc_plan_obstacle(plan), "The deadline, Tuesday 7 July 2026, passed 3 days ago.");
    pdoc_plan_unref(plan);
}

static void what_should_be_done_and_is_late_is_in_the_headline(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ADVISED, REGISTER(HELD POLICY), "2026-06-09", NULL);
    assert_true(pdoc_plan_is_feasible(plan));
    const pdoc_publish_options options = {.size = sizeof options, .format = PDOC_FORMAT_TEXT, .width = 120};
    pdoc_text *text = pdoc_plan_publish(plan, &options, NULL);
    assert_non_null(text);
    assert_says(pdoc_text_data(text), "every step that must be done can still be done in time; 1 that should be is late");
    pdoc_text_free(text);
    pdoc_plan_unref(plan);
}

static void a_place_on_a_cancelled_meeting_stands_in_the_way(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(ADVISED,
                                REGISTER(EXECUTIVE(EVERY_MONTH "<meeting on=\"2026-05-19\" state=\"cancelled\"/>")
                                             POLICY "<forward-plan-item document=\"d1\" body=\"executive\""
                                                    " meeting=\"2026-05-19\"/>"),
                                "2026-03-02", NULL);
    assert_false(pdoc_plan_is_feasible(plan));
    assert_says(pdoc_plan_obstacle(plan), "on Tuesday 19 May 2026, but that meeting of Executive is cancelled; "
                                          "the nearest one is on Tuesday 21 April 2026");
    assert_int_equal(pdoc_date_compare(pdoc_plan_nearest_meeting(plan), day_of("2026-04-21")), 0);
    pdoc_plan_unref(plan);
}

static void the_next_meeting_that_is_named_is_the_nearest(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(PROFILE(PARTIES FACTS STEPS), REGISTER(HELD POLICY), "2026-06-09", NULL);
    assert_int_equal(pdoc_date_compare(pdoc_plan_nearest_meeting(plan), day_of("2026-07-21")), 0);
    pdoc_plan_unref(plan);
}

#define PLACING PROFILE(PARTIES FACTS "<plan><step id=\"s\" kind=\"sign-off\" body=\"executive\"/>"                          \
    "<step id=\"placed\" kind=\"forward-plan\" anchor=\"s\" offset=\"-P14D\"/></plan>")

static void what_the_forward_plan_has_was_placed_on_it(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(PLACING, REGISTER(HELD POLICY), "2026-03-02", NULL);
    assert_step(plan, "placed", "2026-06-02", PDOC_STEP_TO_DO);
    pdoc_plan_unref(plan);
    plan = plan_with(PLACING,
                     REGISTER(HELD POLICY "<forward-plan-item document=\"d1\" body=\"executive\""
                                          " meeting=\"2026-06-16\"/>"),
                     "2026-06-09", NULL);
    assert_step(plan, "placed", "", PDOC_STEP_DONE);
    assert_says(pdoc_plan_step_reason(plan, step_of(plan, "placed")), "the forward plan has it for Tuesday 16 June 2026");
    assert_true(pdoc_plan_is_feasible(plan));
    pdoc_plan_unref(plan);
}

/* A plan under a shipped profile after the first body referred the document up. */
static pdoc_plan *plan_referred(const char *attributes)
{
    char text[2000];
    snprintf(text, sizeof text,
             REGISTER("<party code=\"trust-board\" kind=\"board\"><name>Trust Board</name>" EVERY_MONTH "</party>"
                      "<party code=\"other-board\" kind=\"board\"><name>Other Board</name>" EVERY_MONTH "</party>"
                      "<document id=\"d1\" type=\"policy\" category=\"%s\"><title>T</title><version n=\"1\"/><history>"
                      "<decided id=\"e1\" on=\"2026-05-04\" by=\"executive-team\" outcome=\"referred-up\"%s/></history>"
                      "</document>"),
             *attributes == '!' ? "practice-area" : "overarching", *attributes == '!' ? "" : attributes);
    pdoc_register *reg = read_register(text);
    pdoc_profile_set *shipped = pdoc_profile_set_shipped(NULL);
    pdoc_profile *profile = pdoc_profile_set_find(shipped, "birmingham-trust");
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2026-05-11"), .profile = profile};
    const pdoc_plan_options options = {.size = sizeof options, .deadline = {2026, 7, 7}};
    pdoc_plan *plan = pdoc_document_plan(pdoc_register_document(reg, 0), &basis, &options, NULL);
    assert_non_null(plan);
    pdoc_register_unref(reg);
    pdoc_profile_set_unref(shipped);
    return plan;
}

static void after_a_referral_the_higher_body_meets_before_the_deadline(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_referred("");
    assert_step(plan, "sign-off", "2026-05-04", PDOC_STEP_DONE);
    assert_string_equal(pdoc_plan_step_label(plan, step_of(plan, "sign-off")), "Decision of the Executive Team");
    assert_step(plan, "shared", "", PDOC_STEP_OPEN); /* what it leads up to was done without it */
    assert_says(pdoc_plan_step_reason(plan, step_of(plan, "shared")),
                "passed over: \"Decision of the Executive Team\" was done on Monday 4 May 2026");
    assert_step(plan, "referral-board", "2026-06-16", PDOC_STEP_TO_DO);
    pdoc_plan_unref(plan);
    plan = plan_referred(" body=\"other-board\"");
    assert_step(plan, "referral-named", "2026-06-16", PDOC_STEP_TO_DO);
    assert_string_equal(pdoc_plan_step_who(plan, step_of(plan, "referral-named")), "Other Board");
    pdoc_plan_unref(plan);
    plan = plan_referred("!");
    assert_step(plan, "referral", "", PDOC_STEP_OPEN);
    assert_says(pdoc_plan_step_reason(plan, step_of(plan, "referral")), "the body is not recorded");
    pdoc_plan_unref(plan);
}

static void a_body_that_was_asked_for_is_in_the_label(void **state)
{
    (void)state;
    static const char *const labels[] = {"Decision", "Decision of Policy Sub Group"};
    for (size_t i = 0; i < 2; i++) {
        const pdoc_plan_options options = {.size = sizeof options, .body = i ? "sub-group" : "executive"};
        pdoc_plan *plan = plan_with(PROFILE(PARTIES FACTS STEPS), REGISTER(HELD POLICY), "2026-03-02", &options);
        assert_string_equal(pdoc_plan_step_label(plan, step_of(plan, "sign-off")), labels[i]);
        pdoc_plan_unref(plan);
    }
}

static void time_for_a_consultation_that_the_profile_states_is_left_aside(void **state)
{
    (void)state;
    pdoc_plan *plan = plan_with(PROFILE(PARTIES FACTS STEPS), REGISTER(HELD POLICY), "2026-03-02", &asked);
    assert_says(pdoc_plan_warning(plan, 0), "the profile states it, from \"Draft shared\" to \"Replies\"");
    for (size_t i = 0; i < pdoc_plan_step_count(plan); i++)
        assert_string_not_equal(pdoc_plan_step_kind(plan, i), "consultation");
    pdoc_plan_unref(plan);
}

static void an_unknown_body_is_refused(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(PROFILE(PARTIES FACTS STEPS), NULL);
    pdoc_register *reg = read_register(REGISTER(HELD POLICY));
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2026-03-02"), .profile = profile};
    const pdoc_plan_options options = {.size = sizeof options, .body = "nobody"};
    pdoc_error *error = NULL;
    assert_null(pdoc_document_plan(pdoc_register_document(reg, 0), &basis, &options, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drafting_ends_when_the_consultation_begins),
        cmocka_unit_test(a_consultation_that_has_begun_is_not_done),
        cmocka_unit_test(what_is_done_has_begun),
        cmocka_unit_test(what_was_asked_for_and_cannot_be_kept_stands_in_the_way),
        cmocka_unit_test(a_passed_deadline_or_a_decision_without_a_day_is_not_feasible),
        cmocka_unit_test(what_should_be_done_and_is_late_is_in_the_headline),
        cmocka_unit_test(a_place_on_a_cancelled_meeting_stands_in_the_way),
        cmocka_unit_test(the_next_meeting_that_is_named_is_the_nearest),
        cmocka_unit_test(what_the_forward_plan_has_was_placed_on_it),
        cmocka_unit_test(a_body_that_was_asked_for_is_in_the_label),
        cmocka_unit_test(time_for_a_consultation_that_the_profile_states_is_left_aside),
        cmocka_unit_test(an_unknown_body_is_refused),
        cmocka_unit_test(after_a_referral_the_higher_body_meets_before_the_deadline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
