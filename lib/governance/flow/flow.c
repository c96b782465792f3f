/* SPDX-License-Identifier: MIT */
/* Where a version stands in the flow of its profile, by which events. Judges none of them. */
#include "governance/flow/flow.h"

#include <string.h>

static const struct pdoc__transition *transition_at(const struct pdoc__judge *judge, size_t row)
{
    return &judge->profile->transitions[row];
}

bool pdoc__leads_from(const struct pdoc__transition *transition, int16_t state)
{
    for (size_t i = 0; i < transition->from.count; i++)
        if (transition->from_states[i] == state)
            return true;
    return transition->from.count == 0;
}

pdoc_truth pdoc__may_move(struct pdoc__judge *judge, const struct pdoc__transition *transition, const pdoc_event *event)
{
    if (transition->by.names.count == 0)
        return PDOC_TRUE;
    const pdoc_truth may = pdoc__is_one_of(judge, event->by, &transition->by);
    const char *power = pdoc__event_says(event, PDOC__ATTRIBUTE_DELEGATED_BY);
    if (may == PDOC_TRUE || !transition->may_delegate || !power)
        return may;
    return pdoc__is_one_of(judge, power, &transition->by);
}

/* ---- which transition an event makes ---- */

static bool is_among(const struct pdoc__texts *words, const char *word)
{
    for (size_t i = 0; word && i < words->count; i++)
        if (strcmp(words->items[i], word) == 0)
            return true;
    return words->count == 0;
}

/* What an event was made for counts only of those that are made for something. */
static bool has_purpose(const struct pdoc__transition *transition, const pdoc_event *event)
{
    const bool is_sending = event->kind == PDOC__EVENT_SUBMITTED || event->kind == PDOC__EVENT_CONSULTATION_OPENED;
    const char *purpose = is_sending ? pdoc__event_says(event, PDOC__ATTRIBUTE_PURPOSE) : NULL;
    return !purpose || !transition->purpose || strcmp(purpose, transition->purpose) == 0;
}

static bool has_item(const struct pdoc__transition *transition, const pdoc_event *event)
{
    const char *item = transition->item ? pdoc__event_says(event, PDOC__ATTRIBUTE_ITEM) : NULL;
    return !transition->item || (item && strcmp(item, transition->item) == 0);
}

static bool may_be_made_by(struct pdoc__judge *judge, const struct pdoc__transition *transition,
                           const pdoc_event *event)
{
    return transition->event_kind == event->kind && has_purpose(transition, event) && has_item(transition, event) &&
           is_among(&transition->outcomes, pdoc__event_says(event, PDOC__ATTRIBUTE_OUTCOME)) &&
           pdoc__rule_applies_on(&transition->rule, pdoc__interval_of(event->on).last) &&
           pdoc__predicate(judge, transition->when, NULL, NULL) != PDOC_FALSE;
}

/* Of several the one that leads on from the state, then the one that is for whoever acted. -1: the flow knows nothing
   of such an event. */
static int choose_transition(struct pdoc__judge *judge, const pdoc_event *event, int16_t state)
{
    int best = -1;
    unsigned best_worth = 0;
    for (size_t i = 0; i < judge->profile->counts[PDOC_PROFILE_TRANSITIONS]; i++) {
        const struct pdoc__transition *transition = transition_at(judge, i);
        if (!may_be_made_by(judge, transition, event))
            continue;
        const pdoc_truth may = pdoc__may_move(judge, transition, event);
        const unsigned worth =
            1u + 4u * pdoc__leads_from(transition, state) + 2u * (may == PDOC_TRUE) + (may == PDOC_UNKNOWN);
        if (worth <= best_worth)
            continue;
        best = (int)i;
        best_worth = worth;
    }
    return best;
}

/* ---- the fold ---- */

/* The first state of that phase. */
static int16_t state_of_phase(const struct pdoc__judge *judge, uint8_t phase)
{
    for (size_t i = 0; i < judge->profile->counts[PDOC_PROFILE_STATES]; i++)
        if (judge->profile->states[i].phase == phase && pdoc__rule_applies(judge, &judge->profile->states[i].rule))
            return (int16_t)i;
    return PDOC__NO_STATE;
}

static void take_event(struct pdoc__judge *judge, struct pdoc__flow *flow, const pdoc_event *event)
{
    const int row = choose_transition(judge, event, flow->state);
    if (row < 0)
        return;
    const struct pdoc__transition *transition = transition_at(judge, (size_t)row);
    struct pdoc__move *move = &flow->moves[flow->move_count++];
    *move = (struct pdoc__move){.event = event,
                                .since = flow->since,
                                .transition = (int16_t)row,
                                .from = flow->state,
                                .to = transition->to_state >= 0 ? transition->to_state : flow->state,
                                .is_in_order = pdoc__leads_from(transition, flow->state),
                                .is_first = flow->move_count == 1};
    if (transition->to_state < 0)
        return;
    flow->state = transition->to_state;
    flow->event = event;
    flow->since = pdoc__interval_of(event->on).last;
}

/* No event moved it: it begins where all begin, or stands where its sheet says. */
static void take_phase(struct pdoc__judge *judge, struct pdoc__flow *flow)
{
    const uint8_t phase = flow->phase.phase;
    if (phase == PDOC_PHASE_UNDETERMINED || phase == judge->profile->states[0].phase)
        return;
    flow->state = state_of_phase(judge, phase);
    flow->since = flow->phase.since;
    flow->is_by_phase = true;
}

static const struct pdoc__flow *fold(struct pdoc__judge *judge, const struct pdoc_version *version)
{
    const struct pdoc__past *past = &judge->past;
    struct pdoc__flow *flow = pdoc__arena_zero(&judge->scratch, sizeof *flow, NULL);
    if (flow)
        flow->moves = pdoc__arena_alloc(&judge->scratch, (past->count + (size_t)1) * sizeof *flow->moves, NULL);
    if (!flow || !flow->moves) {
        judge->out_of_memory = true;
        return NULL;
    }
    flow->version = version;
    flow->phase = version == judge->version ? judge->phase : pdoc__phase_of(judge, version);
    flow->since = PDOC__NO_DAY;
    flow->state = PDOC__NO_STATE;
    const bool has_states = judge->profile && judge->profile->counts[PDOC_PROFILE_STATES] > 0;
    if (!has_states || past->has_unknown)
        return flow;
    flow->state = 0;
    for (size_t i = 0; i < past->count; i++)
        if (pdoc__event_moves(past->events[i], version))
            take_event(judge, flow, past->events[i]);
    if (flow->move_count == 0)
        take_phase(judge, flow);
    return flow;
}

const struct pdoc__flow *pdoc__flow_of(struct pdoc__judge *judge, const struct pdoc_version *version)
{
    const size_t place = version == judge->version ? 0 : 1;
    if (!judge->flows[place] || judge->flows[place]->version != version)
        judge->flows[place] = fold(judge, version);
    return judge->flows[place];
}

static bool is_over(uint8_t phase)
{
    return phase == PDOC_PHASE_SUPERSEDED || phase == PDOC_PHASE_WITHDRAWN || phase == PDOC_PHASE_ARCHIVED;
}

const struct pdoc_version *pdoc__version_under_way(struct pdoc__judge *judge)
{
    const struct pdoc_version *newest = pdoc__newest_version(judge->doc);
    if (newest == judge->version || judge->wanted)
        return judge->version;
    return is_over(pdoc__phase_of(judge, newest).phase) ? judge->version : newest;
}

/* Released already, and approved only until the day in force that the release names has come. */
static bool is_released_early(const struct pdoc__judge *judge, const struct pdoc__flow *flow)
{
    const bool is_release = flow->event && flow->event->kind == PDOC__EVENT_RELEASED;
    const struct pdoc__event_value *effective =
        is_release ? pdoc__event_value(flow->event, PDOC__ATTRIBUTE_EFFECTIVE) : NULL;
    return flow->phase.phase == PDOC_PHASE_APPROVED && effective && pdoc_date_is_recorded(effective->date) &&
           pdoc__day_number(effective->date) > judge->day;
}

/* One event may be read in two ways: a decision without an effective day approves, and brings into force. */
bool pdoc__flow_differs(const struct pdoc__judge *judge, const struct pdoc__flow *flow)
{
    const struct pdoc__phase *phase = &flow->phase;
    if (flow->state < 0 || flow->move_count == 0 || phase->phase == PDOC_PHASE_UNDETERMINED)
        return false;
    const uint8_t of_state = judge->profile->states[flow->state].phase;
    const bool is_replaced = phase->by_version || phase->expired_by;
    const bool is_one_event = phase->event && phase->event == flow->event;
    return of_state != phase->phase && !is_replaced && !is_one_event && !is_released_early(judge, flow);
}

int32_t pdoc__move_deadline(struct pdoc__judge *judge, const struct pdoc__transition *transition, int32_t since)
{
    const pdoc_offset within = transition->within;
    struct pdoc__interval day = {since, since};
    if (since == PDOC__NO_DAY || (within.months == 0 && within.count == 0) ||
        !pdoc__reckon(judge, day, within, &day, NULL))
        return PDOC__NO_DAY;
    return day.last;
}
