/* SPDX-License-Identifier: MIT */
/* What tests of plans share: a profile with steps, a register with meetings, a plan of its first document. */
#ifndef PDOC_TESTS_PLANNING_H
#define PDOC_TESTS_PLANNING_H

#include "auditing.h"

#define FACTS                                                                                                          \
    "<facts><fact id=\"approved\" event=\"decided\" pick=\"first\" versions=\"all\"/>"                                \
    "<fact id=\"last-review\" event=\"reviewed\" versions=\"all\"/>"                                                  \
    "<fact id=\"shared\" event=\"consultation-opened\" pick=\"first\"><label>Draft shared</label></fact>"             \
    "<fact id=\"decided\" event=\"decided\"><label>Decision</label></fact></facts>"                                   \
    "<schedule><due id=\"review\" kind=\"review\" clause=\"s10\" anchors=\"approved last-review\" offset=\"P36M\"/>"   \
    "</schedule>"
#define PARTIES                                                                                                        \
    "<parties><party id=\"executive\" kind=\"executive\"><name>Executive</name></party>"                              \
    "<party id=\"sub-group\" kind=\"sub-group\"><name>Policy Sub Group</name></party>"                                \
    "<party id=\"hub\" kind=\"team\"><name>Policy Hub</name></party></parties>"
#define STEPS                                                                                                          \
    "<plan><step id=\"papers\" kind=\"papers\" anchor=\"sign-off\" offset=\"-P14D\" who=\"hub\" done=\"shared\""      \
    " clause=\"L60\" inferred=\"true\"><label>Draft shared</label></step>"                                            \
    "<step id=\"sign-off\" kind=\"sign-off\" body=\"executive\" done=\"decided\"><label>Decision</label></step>"      \
    "<step id=\"responses\" kind=\"responses\" anchor=\"sign-off\" offset=\"-P3D\"><label>Replies</label></step>"     \
    "<step id=\"agenda\" kind=\"agenda\" anchor=\"sign-off\" offset=\"-1 working-days\" modality=\"should\">"         \
    "<label>Agenda</label></step>"                                                                                    \
    "<step id=\"second-draft\" kind=\"work\" after=\"responses\" anchor=\"agenda\"><label>Second draft</label></step>" \
    "<step id=\"drafting\" kind=\"drafting\" anchor=\"papers\"><label>Drafting</label></step></plan>"
#define EXECUTIVE(content) "<party code=\"executive\" kind=\"executive\"><name>Executive</name>" content "</party>"
#define EVERY_MONTH "<meets rule=\"FREQ=MONTHLY;BYDAY=3TU\" start=\"2025-01-21\" on-holiday=\"following\"/>"
/* Approved on 7 July 2023: to be reviewed by 7 July 2026. */
#define POLICY_WITH(events)                                                                                            \
    "<document id=\"d1\" type=\"policy\"><title>Safer sleeping</title><reference>PO 1</reference>"                    \
    "<version n=\"1\" label=\"V1\"/><history><decided id=\"e1\" on=\"2023-07-07\" version=\"1\" by=\"executive\""      \
    " outcome=\"approved\"/>" events "</history></document>"
#define POLICY POLICY_WITH("")

static inline pdoc_calendar *weekdays(void)
{
    pdoc_calendar_builder *builder =
        pdoc_calendar_builder_new("weekdays", (pdoc_date){2020, 1, 1}, (pdoc_date){2040, 12, 31}, NULL);
    pdoc_calendar *calendar = pdoc_calendar_builder_finish(builder, NULL);
    pdoc_calendar_builder_free(builder);
    assert_non_null(calendar);
    return calendar;
}

static inline pdoc_plan *plan_with(const char *profile_text, const char *register_text, const char *day,
                                   const pdoc_plan_options *options)
{
    pdoc_error *error = NULL;
    pdoc_profile *profile = read_good(profile_text, NULL);
    pdoc_register *reg = read_register(register_text);
    pdoc_calendar *calendar = weekdays();
    const pdoc_basis basis = {
        .size = sizeof basis, .as_of = day_of(day), .profile = profile, .calendar = calendar};
    pdoc_plan *plan = pdoc_document_plan(pdoc_register_document(reg, 0), &basis, options, &error);
    if (!plan)
        print_error("%s\n", pdoc_error_message(error));
    assert_non_null(plan);
    pdoc_calendar_unref(calendar);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
    return plan;
}

static inline size_t step_of(const pdoc_plan *plan, const char *id)
{
    for (size_t i = 0; i < pdoc_plan_step_count(plan); i++)
        if (strcmp(pdoc_plan_step_id(plan, i), id) == 0)
            return i;
    print_error("there is no step %s\n", id);
    fail();
    return SIZE_MAX;
}

static inline void assert_step(const pdoc_plan *plan, const char *id, const char *day, pdoc_step_state state)
{
    const size_t step = step_of(plan, id);
    char text[PDOC_DATE_TEXT] = "";
    if (pdoc_date_is_recorded(pdoc_plan_step_on(plan, step)))
        pdoc_date_format(pdoc_plan_step_on(plan, step), text);
    assert_string_equal(text, day);
    assert_int_equal(pdoc_plan_step_state(plan, step), state);
}

static inline void assert_says(const char *text, const char *words)
{
    if (text && strstr(text, words))
        return;
    print_error("\"%s\" does not say \"%s\"\n", text ? text : "(nothing)", words);
    fail();
}

#endif
