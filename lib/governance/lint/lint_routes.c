/* SPDX-License-Identifier: MIT */
/* Lint of the sign-off matrix against itself: lines without duties, deciders that exclude each other, times that cannot
   be kept, and classes of amendment that take such lines. Knows nothing of judging. */
#include <string.h>

#include "base/text.h"
#include "governance/lint/lint.h"
#include "governance/rows/judged_rows.h"

static bool belongs(const struct pdoc__route_duty *duty, const struct pdoc__route *route)
{
    return duty->routes.count == 0 || pdoc__texts_hold(&duty->routes, route->rule.id);
}

static bool is_kind(const struct pdoc__route_duty *duty, enum pdoc__route_duty_kind kind)
{
    return pdoc_table_find(PDOC_TABLE_ROUTE_DUTY, duty->kind) == (int)kind;
}

/* Number of duties of a line, of one kind or (-1) of any. */
static size_t count_duties(const pdoc_profile *profile, const struct pdoc__route *route, int kind)
{
    size_t count = 0;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_ROUTE_DUTIES]; i++) {
        const struct pdoc__route_duty *duty = &profile->route_duties[i];
        count += belongs(duty, route) && (kind < 0 || is_kind(duty, (enum pdoc__route_duty_kind)kind));
    }
    return count;
}

/* ---- one duty ---------------------------------------------------------------------------------------------- */

/* Would replies be due before the draft was sent, or in less time than the consultation must take? */
static bool is_reply_too_early(const struct pdoc__route_duty *duty)
{
    const pdoc_offset lead = duty->lead;
    const bool is_alike = lead.unit == duty->period.unit && lead.unit == duty->reply.unit && lead.months == 0 &&
                          duty->period.months == 0 && duty->reply.months == 0;
    return pdoc__offset_is_longer(duty->reply, lead) || pdoc__offset_is_longer(duty->period, lead) ||
           (is_alike && lead.count > 0 && duty->period.count > lead.count - duty->reply.count);
}

static bool is_anybody_left(const struct pdoc__route_duty *duty)
{
    for (size_t i = 0; i < duty->parties.names.count; i++)
        if (!pdoc__texts_hold(&duty->apart.names, duty->parties.names.items[i]))
            return true;
    return duty->parties.names.count == 0;
}

static void lint_duty_effects(struct pdoc__lint_run *run, const struct pdoc__route_duty *duty)
{
    const bool is_sent = is_kind(duty, PDOC__DUTY_CONSULTATION);
    const bool is_sign_off = is_kind(duty, PDOC__DUTY_SIGN_OFF);
    const bool is_urgent = is_kind(duty, PDOC__DUTY_URGENT);
    const bool is_after = is_urgent || is_kind(duty, PDOC__DUTY_INFORMING) || is_kind(duty, PDOC__DUTY_READING);
    const bool is_decided = is_sign_off || is_kind(duty, PDOC__DUTY_SCRUTINY);
    const struct pdoc__lint_effect effects[] = {
        {"lead", "only a consultation is sent so long before", !pdoc__offset_is_zero(duty->lead), is_sent},
        {"reply", "only a consultation asks for replies", !pdoc__offset_is_zero(duty->reply), is_sent},
        {"period", "only a consultation asks for replies", !pdoc__offset_is_zero(duty->period), is_sent},
        {"consulted", "only a consultation is sent to any of them", duty->any_is_enough, is_sent},
        {"silence", "only a consultation asks for replies", duty->silence_agrees, is_sent},
        {"quorum", "only a sign-off has one", duty->quorum > 0, is_sign_off},
        {"delegable", "only a sign-off can be delegated", duty->may_delegate, is_sign_off},
        {"decide", "only a scrutiny or a sign-off asks for each", duty->each, is_decided},
        {"reported-to", "only an urgent decision is reported", duty->to.names.count > 0, is_urgent},
        {"within", "only informing and reporting come after the decision", !pdoc__offset_is_zero(duty->within),
         is_after},
    };
    pdoc__lint_effects(run, &duty->rule, effects, sizeof effects / sizeof *effects);
}

static void lint_duty(struct pdoc__lint_run *run, const struct pdoc__route_duty *duty)
{
    lint_duty_effects(run, duty);
    if (is_reply_too_early(duty))
        pdoc__lint_add(run, PDOC__LINT_REPLY_TOO_EARLY, &duty->rule,
                       "by '%.60s' the draft is not sent soon enough for the replies that it asks for", duty->rule.id);
    if (!is_anybody_left(duty))
        pdoc__lint_add(run, PDOC__LINT_NOBODY_LEFT, &duty->rule,
                       "all whom '%.60s' names must stand apart: nobody is left to do it", duty->rule.id);
}

/* ---- two duties -------------------------------------------------------------------------------------------- */

/* Do both lines hold for every document of some type, or always together? */
static bool hold_together(const struct pdoc__lint_run *run, const struct pdoc__route *left,
                          const struct pdoc__route *right)
{
    if (left == right || pdoc__predicate_equal(left->when, right->when))
        return true;
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_TYPES]; i++) {
        const struct pdoc__type *type = &run->profile->types[i];
        if (pdoc__lint_judge_type(run, type, left->when) == PDOC_TRUE &&
            pdoc__lint_judge_type(run, type, right->when) == PDOC_TRUE)
            return true;
    }
    return false;
}

/* A line without a condition that a class of amendment takes is for such amendments only. */
static bool is_for_amendments(const pdoc_profile *profile, const struct pdoc__route *route)
{
    for (size_t i = 0; !route->when && i < profile->counts[PDOC_PROFILE_AMENDMENTS]; i++)
        if (pdoc__text_equal(profile->amendments[i].route, route->rule.id))
            return true;
    return false;
}

/* Two lines, and the duty of each that is looked at: the first is a sign-off. */
struct pair {
    const struct pdoc__route *lines[2];
    const struct pdoc__route_duty *duties[2];
};

static void lint_pair(struct pdoc__lint_run *run, const struct pair *pair)
{
    const struct pdoc__route_duty *left = pair->duties[0];
    const struct pdoc__route_duty *right = pair->duties[1];
    const bool is_one_line = pair->lines[0] == pair->lines[1];
    if (!pdoc__predicate_equal(left->when, right->when) || !pdoc__editions_overlap(&left->rule, &right->rule))
        return;
    const bool is_shared = pdoc__texts_meet(&left->parties.names, &right->parties.names);
    if (is_kind(right, PDOC__DUTY_DENIAL) && is_one_line && is_shared)
        pdoc__lint_add(run, PDOC__LINT_DECIDER_DENIED, &right->rule,
                       "'%.60s' forbids the decision that '%.60s' asks for", right->rule.id, left->rule.id);
    if (is_kind(right, PDOC__DUTY_SIGN_OFF) && !is_one_line && !is_shared &&
        left->rule.modality == PDOC_MODALITY_MUST && right->rule.modality == PDOC_MODALITY_MUST)
        pdoc__lint_add(run, PDOC__LINT_TWO_DECIDERS, &pair->lines[1]->rule,
                       "'%.60s' and '%.60s' hold for the same documents, and name different bodies that decide",
                       pair->lines[0]->rule.id, pair->lines[1]->rule.id);
}

/* Sign-offs of the one line against the duties of the other; of one line with itself, too. */
static void lint_lines(struct pdoc__lint_run *run, struct pair *pair)
{
    const pdoc_profile *profile = run->profile;
    const size_t count = profile->counts[PDOC_PROFILE_ROUTE_DUTIES];
    for (size_t i = 0; i < count && pdoc__lint_goes_on(run, 1); i++) {
        pair->duties[0] = &profile->route_duties[i];
        /* A duty of both lines is no second one. */
        const bool is_common = pair->lines[0] != pair->lines[1] && belongs(pair->duties[0], pair->lines[1]);
        if (is_common || !is_kind(pair->duties[0], PDOC__DUTY_SIGN_OFF) || !belongs(pair->duties[0], pair->lines[0]))
            continue;
        for (size_t j = 0; j < count && pdoc__lint_goes_on(run, 1); j++) {
            pair->duties[1] = &profile->route_duties[j];
            if (i != j && belongs(pair->duties[1], pair->lines[1]))
                lint_pair(run, pair);
        }
    }
}

/* ---- lines ------------------------------------------------------------------------------------------------- */

static void lint_route(struct pdoc__lint_run *run, const struct pdoc__route *route)
{
    if (count_duties(run->profile, route, -1) == 0)
        pdoc__lint_add(run, PDOC__LINT_ROUTE_WITHOUT_DUTIES, &route->rule, "no duty belongs to the line '%.60s'",
                       route->rule.id);
    else if (count_duties(run->profile, route, PDOC__DUTY_SIGN_OFF) == 0)
        pdoc__lint_add(run, PDOC__LINT_ROUTE_WITHOUT_SIGN_OFF, &route->rule,
                       "the line '%.60s' does not say who signs off", route->rule.id);
}

static void lint_amendments(struct pdoc__lint_run *run)
{
    const pdoc_profile *profile = run->profile;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_AMENDMENTS]; i++) {
        const struct pdoc__amendment *amendment = &profile->amendments[i];
        for (size_t j = 0; j < profile->counts[PDOC_PROFILE_ROUTES]; j++) {
            const struct pdoc__route *route = &profile->routes[j];
            if (pdoc__text_equal(amendment->route, route->rule.id) && count_duties(profile, route, -1) == 0)
                pdoc__lint_add(run, PDOC__LINT_AMENDMENT_WITHOUT_DUTIES, &amendment->rule,
                               "'%.60s' takes the line '%.60s', to which no duty belongs", amendment->rule.id,
                               route->rule.id);
        }
    }
}

static void lint_line(struct pdoc__lint_run *run, size_t at)
{
    const pdoc_profile *profile = run->profile;
    const struct pdoc__route *route = &profile->routes[at];
    if (!is_for_amendments(profile, route) || count_duties(profile, route, -1) > 0)
        lint_route(run, route);
    for (size_t j = 0; j <= at && pdoc__lint_goes_on(run, 1); j++) {
        struct pair pair = {.lines = {&profile->routes[j], route}};
        const bool is_apart =
            j != at && (is_for_amendments(profile, route) || is_for_amendments(profile, pair.lines[0]));
        if (!is_apart && pdoc__editions_overlap(&pair.lines[0]->rule, &route->rule) &&
            !pdoc__cannot_hold(pair.lines[0]->when, route->when) && hold_together(run, pair.lines[0], route))
            lint_lines(run, &pair);
    }
}

void pdoc__lint_routes(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_ROUTE_DUTIES]; i++)
        lint_duty(run, &run->profile->route_duties[i]);
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_ROUTES]; i++)
        lint_line(run, i);
    lint_amendments(run);
}
