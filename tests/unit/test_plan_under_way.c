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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drafting_ends_when_the_consultation_begins),
        cmocka_unit_test(a_consultation_that_has_begun_is_not_done),
        cmocka_unit_test(what_is_done_has_begun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
