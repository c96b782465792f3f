/* SPDX-License-Identifier: MIT */
/* Lint of ways through the flow: states that nothing reaches, ways that end before a document is in force. Knows
   nothing of documents: conditions are taken for ones that may hold. */
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "governance/lint/lint.h"
#include "model/build.h"

/* Which states a version may come to, and from which it may come into force; one flag for each row. */
struct ways {
    bool *reached;
    bool *leads_on;
};

static bool starts_from_any(const struct pdoc__transition *transition, const bool *marked)
{
    for (size_t i = 0; i < transition->from.count; i++)
        if (marked[transition->from_states[i]])
            return true;
    return transition->from.count == 0;
}

/* One step on along every transition; true if that reached another state. */
static bool walk_on(const pdoc_profile *profile, bool *reached)
{
    bool is_new = false;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_TRANSITIONS]; i++) {
        const struct pdoc__transition *transition = &profile->transitions[i];
        if (transition->to_state < 0 || reached[transition->to_state] || !starts_from_any(transition, reached))
            continue;
        reached[transition->to_state] = true;
        is_new = true;
    }
    return is_new;
}

/* One step back; what starts from any state starts from all of them. */
static bool walk_back(const pdoc_profile *profile, bool *leads_on)
{
    bool is_new = false;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_TRANSITIONS]; i++) {
        const struct pdoc__transition *transition = &profile->transitions[i];
        const size_t states = profile->counts[PDOC_PROFILE_STATES];
        const size_t count = transition->from.count > 0 ? transition->from.count : states;
        for (size_t j = 0; transition->to_state >= 0 && leads_on[transition->to_state] && j < count; j++) {
            const size_t from = transition->from.count > 0 ? (size_t)transition->from_states[j] : j;
            is_new = is_new || !leads_on[from];
            leads_on[from] = true;
        }
    }
    return is_new;
}

/* Two editions of a state are one. */
static void join_editions(const pdoc_profile *profile, bool *marked)
{
    const size_t count = profile->counts[PDOC_PROFILE_STATES];
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            if (marked[i] && strcmp(profile->states[i].rule.id, profile->states[j].rule.id) == 0)
                marked[j] = true;
}

static void find_ways(const pdoc_profile *profile, struct ways *ways)
{
    ways->reached[0] = true;
    while (walk_on(profile, ways->reached))
        ;
    join_editions(profile, ways->reached);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_STATES]; i++)
        ways->leads_on[i] = ways->reached[i] && profile->states[i].phase == PDOC_PHASE_IN_FORCE;
    while (walk_back(profile, ways->leads_on))
        ;
    join_editions(profile, ways->leads_on);
}

static void lint_states(struct pdoc__lint_run *run, const struct ways *ways)
{
    const pdoc_profile *profile = run->profile;
    bool is_any_in_force = false;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_STATES]; i++)
        is_any_in_force = is_any_in_force || (ways->reached[i] && profile->states[i].phase == PDOC_PHASE_IN_FORCE);
    if (!is_any_in_force)
        pdoc__lint_add(run, PDOC__LINT_NEVER_IN_FORCE, &profile->states[0].rule,
                       "from '%.60s' no way leads to a state in which a document is in force",
                       profile->states[0].rule.id);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_STATES]; i++) {
        const struct pdoc__state *state = &profile->states[i];
        const bool is_before = state->phase < PDOC_PHASE_IN_FORCE;
        if (!ways->reached[i])
            pdoc__lint_add(run, PDOC__LINT_UNREACHED_STATE, &state->rule,
                           "no way leads from '%.60s' to the state '%.60s'", profile->states[0].rule.id,
                           state->rule.id);
        else if (is_any_in_force && is_before && !ways->leads_on[i])
            pdoc__lint_add(run, PDOC__LINT_DEAD_END, &state->rule,
                           "a version in the state '%.60s' cannot come into force any more", state->rule.id);
    }
}

static void lint_transition(struct pdoc__lint_run *run, const struct pdoc__transition *transition, bool is_unreached)
{
    const bool has_outcome =
        transition->event_kind == PDOC__EVENT_DECIDED || transition->event_kind == PDOC__EVENT_REVIEWED;
    const struct pdoc__lint_effect effects[] = {
        {"outcomes", "the event has none", transition->outcomes.count > 0, has_outcome},
        {"delegable", "nobody is named whose power it is", transition->may_delegate, transition->by.names.count > 0},
    };
    pdoc__lint_effects(run, &transition->rule, effects, sizeof effects / sizeof *effects);
    if (is_unreached)
        pdoc__lint_add(run, PDOC__LINT_DEAD_TRANSITION, &transition->rule,
                       "nothing leads to any state that '%.60s' starts from", transition->rule.id);
    for (size_t i = 0; transition->event_kind == PDOC__EVENT_DECIDED && i < transition->outcomes.count; i++)
        if (pdoc_table_find(PDOC_TABLE_DECISION, transition->outcomes.items[i]) < 0)
            pdoc__lint_add(run, PDOC__LINT_UNKNOWN_OUTCOME, &transition->rule,
                           "'%.60s' waits for the outcome '%.60s', which decisions do not have", transition->rule.id,
                           transition->outcomes.items[i]);
}

/* Do both lists name the same, or is one open? */
static bool may_be_one(const struct pdoc__texts *left, const struct pdoc__texts *right)
{
    return left->count == 0 || right->count == 0 || pdoc__texts_meet(left, right);
}

static bool are_two_ways(const struct pdoc__transition *left, const struct pdoc__transition *right)
{
    const bool is_one_event = left->event_kind == right->event_kind && pdoc__text_equal(left->item, right->item) &&
                              may_be_one(&left->outcomes, &right->outcomes) &&
                              may_be_one(&left->by.names, &right->by.names);
    const bool is_one_start =
        (left->from.count == 0) == (right->from.count == 0) && may_be_one(&left->from, &right->from);
    return is_one_event && is_one_start && left->to_state >= 0 && right->to_state >= 0 &&
           left->to_state != right->to_state && pdoc__predicate_equal(left->when, right->when) &&
           pdoc__editions_overlap(&left->rule, &right->rule);
}

static void lint_transitions(struct pdoc__lint_run *run, const struct ways *ways)
{
    const pdoc_profile *profile = run->profile;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_TRANSITIONS]; i++) {
        const struct pdoc__transition *transition = &profile->transitions[i];
        lint_transition(run, transition, !starts_from_any(transition, ways->reached));
        for (size_t j = 0; j < i && pdoc__lint_goes_on(run, 1 + transition->from.count); j++)
            if (are_two_ways(&profile->transitions[j], transition))
                pdoc__lint_add(run, PDOC__LINT_TWO_WAYS, &transition->rule,
                               "'%.60s' and '%.60s' leave one state by the same event for different ones",
                               profile->transitions[j].rule.id, transition->rule.id);
    }
}

void pdoc__lint_states(struct pdoc__lint_run *run)
{
    const size_t count = run->profile->counts[PDOC_PROFILE_STATES];
    if (count == 0 || run->profile->counts[PDOC_PROFILE_TRANSITIONS] == 0)
        return;
    struct ways ways = {.reached = pdoc__alloc_zero(count, sizeof *ways.reached, NULL),
                        .leads_on = pdoc__alloc_zero(count, sizeof *ways.leads_on, NULL)};
    if (ways.reached && ways.leads_on) {
        find_ways(run->profile, &ways);
        lint_states(run, &ways);
        lint_transitions(run, &ways);
    } else {
        run->out_of_memory = true;
    }
    pdoc__free(ways.reached);
    pdoc__free(ways.leads_on);
}
