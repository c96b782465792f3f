/* SPDX-License-Identifier: MIT */
/* Events of documents for a calendar file: reviews on their due days, and the steps of a plan. Works out no days. */
#include <stdio.h>

#include "base/error.h"
#include "governance/named.h"
#include "governance/plans/back_plan.h"
#include "publish/icalendar.h"

/* ---- what a history says of an event ---- */

static struct pdoc__interval recorded_on(const pdoc_event *event)
{
    return pdoc__interval_of(pdoc_date_is_recorded(event->recorded) ? event->recorded : event->on);
}

struct pdoc__icalendar_past pdoc__icalendar_past_of(const struct pdoc__icalendar *calendar,
                                                    const struct pdoc__history *history)
{
    struct pdoc__icalendar_past past = {0};
    const bool is_judged = pdoc_date_is_recorded(calendar->as_of);
    const int32_t day = is_judged ? pdoc__interval_of(calendar->as_of).last : INT32_MAX;
    const int32_t known =
        pdoc_date_is_recorded(calendar->known_on) ? pdoc__interval_of(calendar->known_on).last : INT32_MAX;
    int32_t last = PDOC__NO_DAY;
    for (size_t i = 0; i < history->count; i++) {
        const struct pdoc__interval on = recorded_on(history->events[i]);
        if (on.first > known)
            continue;
        past.count++;
        if (on.last <= day && on.last > last)
            last = on.last;
    }
    past.last = pdoc__day_date(last);
    return past;
}

/* Reviews that were completed by the day judged, and the one that is to come: with it a new event begins. */
static void add_cycle(struct pdoc__icalendar *calendar, const struct pdoc__judge *judge)
{
    char number[16];
    unsigned long cycle = 1;
    for (size_t i = 0; i < judge->past.count; i++)
        cycle += judge->past.events[i]->kind == PDOC__EVENT_REVIEWED;
    snprintf(number, sizeof number, "%lu", cycle);
    pdoc__icalendar_uid(calendar, number);
}

/* A judge without profiles of its own: what is judged was judged before. */
static bool judge_begin(struct pdoc__judge *judge, const struct pdoc__icalendar *calendar, pdoc_date as_of,
                        pdoc_date known_on, pdoc_profile_set *none, pdoc_error **error)
{
    const pdoc_basis basis = {.size = sizeof basis, .as_of = as_of, .known_on = known_on, .profiles = none};
    return pdoc__judge_begin(judge, calendar->reg, &basis, error);
}

static bool take(struct pdoc__judge *judge, const pdoc_document *doc, pdoc_error **error)
{
    if (!pdoc__judge_take(judge, doc, error))
        return false;
    if (judge->out_of_memory)
        pdoc__fail_memory(error);
    return !judge->out_of_memory;
}

static void say_rule(struct pdoc__icalendar *calendar, const char *rule, const char *clause)
{
    pdoc__icalendar_say(calendar, "Rule", rule);
    pdoc__icalendar_say(calendar, "Clause", clause);
}

/* ---- reviews ---- */

static void describe_review(struct pdoc__icalendar *calendar, struct pdoc__judge *judge, size_t entry)
{
    const pdoc_schedule *schedule = calendar->options->schedule;
    const struct pdoc__interval printed = {pdoc__day_number(pdoc_schedule_printed_first(schedule, entry)),
                                           pdoc__day_number(pdoc_schedule_printed_last(schedule, entry))};
    pdoc__icalendar_say(calendar, "Responsible", pdoc__responsible(judge));
    pdoc__icalendar_say_day(calendar, "Review date as printed", pdoc__interval_date(printed));
    pdoc__icalendar_say_day(calendar, "Review date by the rules", pdoc_schedule_derived_last(schedule, entry));
    say_rule(calendar, pdoc_schedule_rule(schedule, entry), pdoc_schedule_clause(schedule, entry));
    if (pdoc_schedule_is_inferred(schedule, entry))
        pdoc__icalendar_say(calendar, "Note", "the rule rests on a reading that its source does not settle");
}

static void put_review(struct pdoc__icalendar *calendar, struct pdoc__judge *judge, size_t entry)
{
    const pdoc_document *doc = judge->doc;
    struct pdoc__icalendar_event event = {
        .days = pdoc__interval_of(pdoc_schedule_due(calendar->options->schedule, entry)),
        .revision = pdoc__icalendar_past_of(calendar, &doc->history).count,
        .category = "Review",
        .alarm_days = calendar->options->alarm_days,
    };
    pdoc__icalendar_begin(calendar, "review");
    event.mark = pdoc__icalendar_uid_of(calendar, doc, doc->id);
    add_cycle(calendar, judge);
    pdoc__buffer_text(&calendar->summary, "Review due: ");
    pdoc__icalendar_title(calendar, doc, doc->id);
    describe_review(calendar, judge, entry);
    pdoc__icalendar_put(calendar, &event);
}

static bool put_reviews(struct pdoc__icalendar *calendar, struct pdoc__judge *judge, pdoc_error **error)
{
    const pdoc_schedule *schedule = calendar->options->schedule;
    size_t begin = 0, end = 0;
    pdoc_schedule_window(schedule, calendar->options->first, calendar->options->last, &begin, &end);
    for (size_t entry = begin; entry < end; entry++) {
        const pdoc_document *doc = pdoc_register_document(calendar->reg, pdoc_schedule_document_index(schedule, entry));
        if (!doc) {
            pdoc__fail(error, PDOC_ERR_ARGUMENT, "the schedule was made from another register");
            return false;
        }
        judge->override = pdoc_schedule_profile(schedule, entry);
        if (!take(judge, doc, error))
            return false;
        put_review(calendar, judge, entry);
    }
    return true;
}

bool pdoc__icalendar_reviews(struct pdoc__icalendar *calendar, pdoc_error **error)
{
    struct pdoc__judge judge;
    const pdoc_schedule *schedule = calendar->options->schedule;
    if (!schedule)
        return true;
    pdoc_profile_set *none = pdoc_profile_set_new(error);
    if (!none)
        return false;
    bool is_done = false;
    if (judge_begin(&judge, calendar, pdoc_schedule_as_of(schedule), pdoc_schedule_known_on(schedule), none, error)) {
        is_done = put_reviews(calendar, &judge, error);
        pdoc__judge_end(&judge);
    }
    pdoc_profile_set_unref(none);
    return is_done;
}

/* ---- the steps of a plan ---- */

/* A day that has passed is no change of the register. */
static bool is_shown_as_done(const pdoc_plan *plan, size_t step)
{
    return pdoc_plan_step_state(plan, step) == PDOC_STEP_DONE && !plan->entries[step].by_itself;
}

/* See icalendar.h. */
static uint32_t days_of_plan(const struct pdoc__icalendar *calendar, size_t step)
{
    const int32_t settled = calendar->options->plan->entries[step].settled_on;
    const pdoc_date revised = calendar->reg->revised;
    const pdoc_date begin = pdoc_date_is_recorded(revised) ? revised : (pdoc_date){2020, 1, 1};
    const int32_t from = pdoc__interval_of(begin).last;
    return settled != PDOC__NO_DAY && settled > from ? (uint32_t)(settled - from) : 0;
}

static void describe_step(struct pdoc__icalendar *calendar, const pdoc_plan *plan, size_t step)
{
    if (is_shown_as_done(plan, step)) /* no other state lasts */
        pdoc__icalendar_say(calendar, "State", pdoc_table_label(PDOC_TABLE_STEP_STATE, PDOC_STEP_DONE));
    pdoc__icalendar_say(calendar, "Who", pdoc_plan_step_who(plan, step));
    pdoc__icalendar_say(calendar, "Why on this day", pdoc_plan_step_reason(plan, step));
    pdoc__icalendar_say_day(calendar, "Deadline of the plan", pdoc_plan_deadline(plan));
    say_rule(calendar, pdoc_plan_step_rule(plan, step), pdoc_plan_step_clause(plan, step));
    if (pdoc_plan_step_is_inferred(plan, step))
        pdoc__icalendar_say(calendar, "Note", "the rule rests on a reading that its source does not settle");
    if (pdoc_plan_step_is_provisional(plan, step))
        pdoc__icalendar_say(calendar, "Note", "no holidays are known there: the day may yet move");
}

static void put_step(struct pdoc__icalendar *calendar, const struct pdoc__judge *judge, size_t step)
{
    const pdoc_plan *plan = calendar->options->plan;
    struct pdoc__icalendar_event event = {
        .days = pdoc__interval_of(pdoc_plan_step_on(plan, step)),
        .revision = pdoc__icalendar_past_of(calendar, &judge->doc->history).count,
        .days_of_plan = days_of_plan(calendar, step),
        .category = "Plan",
        .status = pdoc_plan_step_is_provisional(plan, step) ? "TENTATIVE" : NULL,
        .alarm_days = is_shown_as_done(plan, step) ? 0 : calendar->options->alarm_days,
    };
    if (!pdoc__icalendar_has(calendar, event.days))
        return; /* a step that no day can be given is in no calendar */
    pdoc__icalendar_begin(calendar, "step");
    event.mark = pdoc__icalendar_uid_of(calendar, judge->doc, judge->doc->id);
    pdoc__icalendar_uid(calendar, pdoc_plan_step_id(plan, step));
    add_cycle(calendar, judge);
    const char *label = pdoc_plan_step_label(plan, step);
    pdoc__buffer_format(&calendar->summary, "%s: ", label ? label : pdoc_plan_step_id(plan, step));
    pdoc__icalendar_title(calendar, judge->doc, judge->doc->id);
    describe_step(calendar, plan, step);
    pdoc__icalendar_put(calendar, &event);
}

static bool put_steps(struct pdoc__icalendar *calendar, struct pdoc__judge *judge, const pdoc_document *doc,
                      pdoc_error **error)
{
    if (!take(judge, doc, error))
        return false;
    for (size_t step = 0; step < pdoc_plan_step_count(calendar->options->plan); step++)
        put_step(calendar, judge, step);
    return true;
}

bool pdoc__icalendar_steps(struct pdoc__icalendar *calendar, pdoc_error **error)
{
    struct pdoc__judge judge;
    const pdoc_plan *plan = calendar->options->plan;
    if (!plan)
        return true;
    const pdoc_document *doc = pdoc__map_find(&calendar->reg->document_ids, pdoc_plan_document_id(plan));
    if (!doc) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the plan was made from another register");
        return false;
    }
    pdoc_profile_set *none = pdoc_profile_set_new(error);
    if (!none)
        return false;
    bool is_done = false;
    if (judge_begin(&judge, calendar, pdoc_plan_as_of(plan), calendar->known_on, none, error)) {
        is_done = put_steps(calendar, &judge, doc, error);
        pdoc__judge_end(&judge);
    }
    pdoc_profile_set_unref(none);
    return is_done;
}
