/* SPDX-License-Identifier: MIT */
/* What is open in the life of a document under any profile: state and phase that differ, challenges without a reply,
   actions of its implementation that are not done. */
#include "governance/audit/audit.h"
#include "governance/flow/flow.h"

#define BIT(kind) (UINT64_C(1) << PDOC__EVENT_##kind)

/* ---- state and phase ---- */

static void check_version(struct pdoc__audit *audit, const struct pdoc_version *version)
{
    const struct pdoc__judge *judge = &audit->judge;
    const struct pdoc__flow *flow = pdoc__flow_of(&audit->judge, version);
    if (!flow || flow->state < 0 || flow->move_count == 0)
        return;
    pdoc__check_met(audit, PDOC__CHECK_FLOW_PHASE_DIFFERS);
    if (!pdoc__flow_differs(judge, flow))
        return;
    const struct pdoc__rule *state = &judge->profile->states[flow->state].rule;
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_FLOW_PHASE_DIFFERS,
                                               .is_note = true,
                                               .place = flow->event ? pdoc__event_place(audit, flow->event) : "history",
                                               .expected = pdoc_table_label(PDOC_TABLE_PHASE, flow->phase.phase),
                                               .found = state->label ? state->label : state->id});
}

static void check_state(struct pdoc__audit *audit)
{
    struct pdoc__judge *judge = &audit->judge;
    if (!judge->profile || judge->profile->counts[PDOC_PROFILE_STATES] == 0)
        return;
    const struct pdoc_version *under_way = pdoc__version_under_way(judge);
    check_version(audit, judge->version);
    if (under_way != judge->version)
        check_version(audit, under_way);
}

/* ---- threads ---- */

/* What was replied to, done or agreed on anew: by the ids of the events that it answers, or by the item. */
struct answers {
    struct pdoc__map threads;
    struct pdoc__map items;
};

static bool note(struct pdoc__map *map, const char *key)
{
    bool added;
    return !key || pdoc__map_add(map, key, map, &added, NULL);
}

static void take_answers(struct pdoc__audit *audit, uint64_t kinds, struct answers *out)
{
    const struct pdoc__past *past = &audit->judge.past;
    *out = (struct answers){0};
    for (size_t i = 0; i < past->count; i++) {
        const pdoc_event *event = past->events[i];
        if ((kinds >> event->kind & 1) == 0)
            continue;
        const char *thread = pdoc__event_says(event, PDOC__ATTRIBUTE_THREAD);
        const bool is_of_item = !thread && event->kind == PDOC__EVENT_IMPLEMENTED;
        audit->failed |= !note(&out->threads, thread);
        audit->failed |= is_of_item && !note(&out->items, pdoc__event_says(event, PDOC__ATTRIBUTE_ITEM));
    }
}

static void free_answers(struct answers *answers)
{
    pdoc__map_free(&answers->threads);
    pdoc__map_free(&answers->items);
}

/* What has no answer: is there still time? The last day of a month or year counts. */
static void report_open(struct pdoc__audit *audit, enum pdoc__check check, const pdoc_event *event, const char *verb)
{
    const struct pdoc__event_value *value = pdoc__event_value(event, PDOC__ATTRIBUTE_DEADLINE);
    const int32_t deadline = value ? pdoc__interval_of(value->date).last : PDOC__NO_DAY;
    const bool is_late = deadline != PDOC__NO_DAY && audit->judge.day > deadline;
    const bool is_open = deadline == PDOC__NO_DAY && check == PDOC__CHECK_CHALLENGE_UNANSWERED;
    const char *day = deadline == PDOC__NO_DAY ? NULL : pdoc__say_day(audit, deadline);
    const char *how = !day      ? PDOC__SAY(audit, "is not ", verb, " so far")
                      : is_late ? PDOC__SAY(audit, "is not ", verb, ", and its last day was ", day)
                                : PDOC__SAY(audit, "is not ", verb, " so far, and there is time until ", day);
    const char *body = pdoc__event_says(event, PDOC__ATTRIBUTE_BODY);
    const bool is_action = check == PDOC__CHECK_ACTION_OVERDUE;
    const char *who = is_action && body ? body : event->by ? event->by : "nobody named";
    const char *item = pdoc__event_says(event, PDOC__ATTRIBUTE_ITEM);
    pdoc__find(audit,
               &(struct pdoc__evidence){.check = check,
                                        .outcome = is_late || is_open ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_PENDING,
                                        .place = pdoc__event_place(audit, event),
                                        .expected = day ? PDOC__SAY(audit, verb, " by ", day) : verb,
                                        .found = "nothing recorded",
                                        .late_since = pdoc__day_date(is_late ? deadline + 1 : PDOC__NO_DAY),
                                        .arguments = {{"what", item ? item : event->id},
                                                      {"who", who},
                                                      {"on", pdoc__say_date(audit, event->on)},
                                                      {"how", how}}});
}

static void check_challenges(struct pdoc__audit *audit)
{
    const struct pdoc__past *past = &audit->judge.past;
    struct answers answers;
    if ((past->kinds & BIT(CHALLENGED)) == 0)
        return;
    take_answers(audit, BIT(RESPONDED), &answers);
    for (size_t i = 0; i < past->count; i++) {
        if (past->events[i]->kind != PDOC__EVENT_CHALLENGED)
            continue;
        if (pdoc__map_find(&answers.threads, past->events[i]->id))
            pdoc__check_met(audit, PDOC__CHECK_CHALLENGE_UNANSWERED);
        else
            report_open(audit, PDOC__CHECK_CHALLENGE_UNANSWERED, past->events[i], "answered");
    }
    free_answers(&answers);
}

static bool is_done(const struct answers *answers, const pdoc_event *action)
{
    const char *item = pdoc__event_says(action, PDOC__ATTRIBUTE_ITEM);
    return pdoc__map_find(&answers->threads, action->id) || (item && pdoc__map_find(&answers->items, item));
}

static void check_actions(struct pdoc__audit *audit)
{
    const struct pdoc__past *past = &audit->judge.past;
    struct answers answers;
    if ((past->kinds & BIT(ACTION_AGREED)) == 0)
        return;
    take_answers(audit, BIT(IMPLEMENTED) | BIT(ACTION_AGREED), &answers);
    for (size_t i = 0; i < past->count; i++) {
        if (past->events[i]->kind != PDOC__EVENT_ACTION_AGREED)
            continue;
        if (is_done(&answers, past->events[i]))
            pdoc__check_met(audit, PDOC__CHECK_ACTION_OVERDUE);
        else
            report_open(audit, PDOC__CHECK_ACTION_OVERDUE, past->events[i], "done");
    }
    free_answers(&answers);
}

void pdoc__check_flow(struct pdoc__audit *audit)
{
    check_state(audit);
    check_challenges(audit);
    check_actions(audit);
}
