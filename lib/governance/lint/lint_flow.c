/* SPDX-License-Identifier: MIT */
/* Lint of what the tables beside facts, schedule and requirements name: conditions, parties. Knows nothing of judging.
 */
#include <stddef.h>
#include <string.h>

#include "governance/lint/lint.h"

/* A predicate, or a list of parties, in the rows of a table. */
struct spot {
    pdoc_profile_table table;
    size_t at;
};

static const struct spot predicates[] = {
    {PDOC_PROFILE_ROUTES, offsetof(struct pdoc__route, when)},
    {PDOC_PROFILE_ROUTE_DUTIES, offsetof(struct pdoc__route_duty, when)},
    {PDOC_PROFILE_TRANSITIONS, offsetof(struct pdoc__transition, when)},
    {PDOC_PROFILE_TRANSITIONS, offsetof(struct pdoc__transition, must)},
    {PDOC_PROFILE_SCHEMES, offsetof(struct pdoc__scheme, when)},
    {PDOC_PROFILE_EXTENSIONS, offsetof(struct pdoc__extension_rule, when)},
    {PDOC_PROFILE_FREEZES, offsetof(struct pdoc__freeze, when)},
    {PDOC_PROFILE_QUESTIONS, offsetof(struct pdoc__question, when)},
    {PDOC_PROFILE_STATEMENTS, offsetof(struct pdoc__statement, when)},
};

static const struct spot parties[] = {
    {PDOC_PROFILE_ROUTE_DUTIES, offsetof(struct pdoc__route_duty, parties)},
    {PDOC_PROFILE_ROUTE_DUTIES, offsetof(struct pdoc__route_duty, apart)},
    {PDOC_PROFILE_ROUTE_DUTIES, offsetof(struct pdoc__route_duty, to)},
    {PDOC_PROFILE_TRANSITIONS, offsetof(struct pdoc__transition, by)},
    {PDOC_PROFILE_AMENDMENTS, offsetof(struct pdoc__amendment, by)},
    {PDOC_PROFILE_EXTENSIONS, offsetof(struct pdoc__extension_rule, by)},
    {PDOC_PROFILE_QUESTIONS, offsetof(struct pdoc__question, by)},
    {PDOC_PROFILE_TRACKS, offsetof(struct pdoc__track, arbiter)},
    {PDOC_PROFILE_STAGES, offsetof(struct pdoc__stage, ours)},
    {PDOC_PROFILE_STAGES, offsetof(struct pdoc__stage, theirs)},
    {PDOC_PROFILE_STAGES, offsetof(struct pdoc__stage, each)},
    {PDOC_PROFILE_STAGES, offsetof(struct pdoc__stage, also)},
    {PDOC_PROFILE_STAGES, offsetof(struct pdoc__stage, advisers)},
    {PDOC_PROFILE_STAGES, offsetof(struct pdoc__stage, widened)},
    {PDOC_PROFILE_STAGES, offsetof(struct pdoc__stage, notify)},
};

static void lint_predicate(struct pdoc__lint_run *run, const struct spot *spot, size_t row)
{
    const struct pdoc__rule *rule = pdoc__profile_rule(run->profile, spot->table, row);
    const struct pdoc__predicate *predicate;
    memcpy(&predicate, (const char *)rule + spot->at, sizeof predicate);
    pdoc__lint_when(run, rule, predicate);
}

static void lint_parties(struct pdoc__lint_run *run, const struct spot *spot, size_t row)
{
    const struct pdoc__rule *rule = pdoc__profile_rule(run->profile, spot->table, row);
    struct pdoc__parties named;
    memcpy(&named, (const char *)rule + spot->at, sizeof named);
    for (size_t i = 0; i < named.names.count; i++)
        pdoc__lint_party(run, rule, named.who[i].code, &named.who[i].operand);
}

void pdoc__lint_conditions_of_flow(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < sizeof predicates / sizeof *predicates; i++) {
        for (size_t row = 0; row < run->profile->counts[predicates[i].table]; row++) {
            const struct pdoc__rule *rule = pdoc__profile_rule(run->profile, predicates[i].table, row);
            const struct pdoc__predicate *predicate;
            memcpy(&predicate, (const char *)rule + predicates[i].at, sizeof predicate);
            pdoc__lint_condition(run, rule, predicate);
        }
    }
}

/* ---- what the rooms of these tables share ---- */

#define PAIRS_MOST 20000000u

bool pdoc__lint_goes_on(struct pdoc__lint_run *run, size_t more)
{
    run->compared += more;
    return run->compared <= PAIRS_MOST;
}

bool pdoc__offset_is_zero(pdoc_offset offset)
{
    return offset.months == 0 && offset.count == 0;
}

bool pdoc__offset_is_longer(pdoc_offset left, pdoc_offset right)
{
    if (pdoc__offset_is_zero(left) || pdoc__offset_is_zero(right))
        return false;
    if (left.count == 0 && right.count == 0)
        return left.months > right.months;
    return left.months == right.months && left.unit == right.unit && left.count > right.count;
}

void pdoc__lint_effects(struct pdoc__lint_run *run, const struct pdoc__rule *rule,
                        const struct pdoc__lint_effect *effects, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (effects[i].is_given && !effects[i].counts)
            pdoc__lint_add(run, PDOC__LINT_NO_EFFECT, rule, "%s of '%.80s' has no effect: %s", effects[i].attribute,
                           rule->id, effects[i].reason);
}

void pdoc__lint_flow(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < sizeof predicates / sizeof *predicates; i++) {
        for (size_t row = 0; row < run->profile->counts[predicates[i].table]; row++)
            lint_predicate(run, &predicates[i], row);
    }
    for (size_t i = 0; i < sizeof parties / sizeof *parties; i++) {
        for (size_t row = 0; row < run->profile->counts[parties[i].table]; row++)
            lint_parties(run, &parties[i], row);
    }
}
