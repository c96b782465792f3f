/* SPDX-License-Identifier: MIT */
/*
 * Jobs of different effort: a bound from the network in which effort may be split, a plan rounded from it, and then search
 * at one limit after the other. Knows nothing of how each of them works.
 */
#include "governance/levelling/level_work.h"

#define MOST_FOR_ALL 40u /* jobs for which all that could be is tried */

/* Great jobs first, each into the month that has most of the effort of its group left to take. */
static void round_group(const struct pdoc__level_net *net, uint32_t index, struct pdoc__level *level)
{
    const struct pdoc__level_group *group = &net->groups[index];
    int64_t left[PDOC__LEVEL_MONTHS];
    for (uint32_t month = 0; month < net->month_count; month++)
        left[month] = net->flow[(size_t)month * net->group_count + index];
    for (uint32_t k = 0; k < group->count; k++) {
        struct pdoc__job *job = &level->jobs[net->order[group->first + k]];
        uint32_t best = pdoc__months_next(&group->months, 0);
        for (uint32_t month = best; month < net->month_count; month = pdoc__months_next(&group->months, month + 1))
            best = left[month] > left[best] ? month : best;
        left[best] -= job->effort;
        job->month = (int32_t)best;
    }
}

/* Which jobs are too much for a capacity that is passed? The great ones: so the fewest are left out. */
static bool leave_out(struct pdoc__level *level, pdoc_error **error)
{
    uint64_t *loads = pdoc__alloc_zero(level->owner_count + 1, level->month_count * sizeof *loads, error);
    if (!loads)
        return false;
    for (size_t i = 0; i < level->count; i++) {
        const struct pdoc__job *job = &level->jobs[i];
        if (job->month >= 0 && pdoc__level_capacity(level, job) != PDOC__NO_LIMIT)
            loads[(size_t)job->owner * level->month_count + (uint32_t)job->month] += job->effort;
    }
    for (uint32_t effort = UINT32_MAX; effort > 0;) {
        uint32_t next = 0;
        for (size_t i = 0; i < level->count; i++) {
            struct pdoc__job *job = &level->jobs[i];
            const uint32_t capacity = pdoc__level_capacity(level, job);
            if (job->month < 0 || capacity == PDOC__NO_LIMIT)
                continue;
            uint64_t *load = &loads[(size_t)job->owner * level->month_count + (uint32_t)job->month];
            if (job->effort < effort && job->effort > next)
                next = job->effort;
            if (job->effort != effort || *load <= capacity)
                continue;
            *load -= effort;
            job->month = -1;
            level->is_feasible = false;
        }
        effort = next;
    }
    pdoc__free(loads);
    return true;
}

static size_t count_placed(const struct pdoc__level *level)
{
    size_t count = 0;
    for (size_t i = 0; i < level->count; i++)
        count += level->jobs[i].month >= 0;
    return count;
}

/* Local search; where the jobs are few, all that could be. */
static enum pdoc__found find(struct pdoc__level_problem *problem, pdoc_error **error)
{
    const uint64_t steps = problem->steps;
    const bool are_few = count_placed(problem->level) <= MOST_FOR_ALL;
    if (are_few)
        problem->steps = steps / 64;
    enum pdoc__found found = pdoc__level_repair(problem, error);
    problem->steps = steps;
    if (found == PDOC__NOT_FOUND && are_few)
        found = pdoc__level_try_all(problem, UINT32_MAX, error);
    return found;
}

/* The bound, and a plan near it that keeps to the capacities; what cannot be placed is left out. */
static bool bound_and_round(struct pdoc__level *level, pdoc_error **error)
{
    const struct pdoc__net_options options = {.units = PDOC__UNITS_OF_EFFORT, .step_limit = level->effort_limit};
    for (;;) {
        struct pdoc__level_net net;
        if (!pdoc__net_begin(&net, level, &options, error))
            return false;
        const bool fits = pdoc__net_place(&net) == 0;
        pdoc__net_balance(&net);
        for (uint32_t i = 0; i < net.group_count; i++)
            round_group(&net, i, level);
        const bool is_known = !pdoc__net_is_exhausted(&net);
        if (fits && is_known)
            pdoc__level_note_bound(level, &net, 1);
        pdoc__net_end(&net);
        if (!is_known)
            return pdoc__level_bound_without_capacities(level, error);
        if (fits)
            return true;
        struct pdoc__level_problem problem = {level, PDOC__NO_LIMIT, level->effort_limit / 16};
        if (find(&problem, error) == PDOC__NO_MEMORY || !leave_out(level, error))
            return false;
    }
}

/* No month is emptier than the greatest job. */
static void bound_by_greatest(struct pdoc__level *level)
{
    for (size_t i = 0; i < level->count; i++) {
        const struct pdoc__job *job = &level->jobs[i];
        if (job->month < 0 || job->effort <= level->lower_bound)
            continue;
        level->lower_bound = level->tight_effort = job->effort;
        level->tight = job->months;
        level->tight_months = 1;
        level->tight_owner = UINT32_MAX;
    }
}

/* Can all capacities be kept at all? What they leave no room for is left out. `months`: a plan that keeps to them. */
static bool keep_capacities(struct pdoc__level *level, int32_t *months, pdoc_error **error)
{
    struct pdoc__level_problem problem = {level, PDOC__NO_LIMIT, level->effort_limit / 4};
    const enum pdoc__found found = find(&problem, error);
    if (found == PDOC__NO_MEMORY || (found != PDOC__FOUND && !leave_out(level, error)))
        return false;
    for (size_t i = 0; i < level->count; i++)
        months[i] = level->jobs[i].month;
    return found == PDOC__FOUND || bound_and_round(level, error);
}

static void start_from_before(struct pdoc__level *level)
{
    for (size_t i = 0; i < level->count; i++) {
        struct pdoc__job *job = &level->jobs[i];
        if (job->month >= 0 && pdoc__level_home(level, job) >= 0)
            job->month = job->previous;
    }
}

/* One limit after the other from the bound on, in growing strides; each failure has half the steps of the one before. */
static enum pdoc__found search_limits(struct pdoc__level *level, pdoc_error **error)
{
    uint64_t steps = level->effort_limit / 2;
    uint32_t stride = 1;
    uint32_t limit = level->lower_bound;
    for (uint32_t tries = 0; tries < 40; tries++) {
        struct pdoc__level_problem problem = {level, limit, steps};
        const enum pdoc__found found = find(&problem, error);
        if (found == PDOC__NO_MEMORY || found == PDOC__FOUND)
            return found;
        if (found == PDOC__THERE_IS_NONE && limit == level->lower_bound)
            level->lower_bound++;
        else
            stride = tries > 3 ? stride * 2 : 1;
        limit += stride;
        steps = steps > (1u << 16) ? steps / 2 : steps;
    }
    return PDOC__NOT_FOUND;
}

/* Where the search for a low peak ends without a plan, the one that keeps to the capacities stands. */
static bool find_plan(struct pdoc__level *level, pdoc_error **error)
{
    int32_t *months = pdoc__alloc_zero(level->count + 1, sizeof *months, error);
    enum pdoc__found found = PDOC__NO_MEMORY;
    if (months && keep_capacities(level, months, error)) {
        bound_by_greatest(level);
        if (level->keep)
            start_from_before(level);
        found = search_limits(level, error);
    }
    for (size_t i = 0; found == PDOC__NOT_FOUND && i < level->count; i++)
        level->jobs[i].month = months[i];
    pdoc__free(months);
    return found != PDOC__NO_MEMORY;
}

static uint32_t count_moved(const struct pdoc__level *level)
{
    uint32_t count = 0;
    for (size_t i = 0; i < level->count; i++) {
        const struct pdoc__job *job = &level->jobs[i];
        const int32_t home = pdoc__level_home(level, job);
        count += job->month >= 0 && home >= 0 && home != job->month;
    }
    return count;
}

/* Where the jobs are few: is there a plan with one move fewer, and one fewer than that? */
static bool move_fewer(struct pdoc__level_problem *problem, pdoc_error **error)
{
    struct pdoc__level *level = problem->level;
    while (count_placed(level) <= MOST_FOR_ALL && count_moved(level) > 0) {
        const enum pdoc__found found = pdoc__level_try_all(problem, count_moved(level) - 1, error);
        if (found == PDOC__NO_MEMORY)
            return false;
        if (found != PDOC__FOUND) {
            level->moved_is_least = found == PDOC__THERE_IS_NONE;
            return true;
        }
    }
    level->moved_is_least = count_moved(level) == 0;
    return true;
}

bool pdoc__level_weights(struct pdoc__level *level, pdoc_error **error)
{
    if (!bound_and_round(level, error) || !find_plan(level, error))
        return false;
    const uint32_t peak = pdoc__level_peak(level);
    struct pdoc__level_problem problem = {level, peak, level->effort_limit / 4};
    if (pdoc__level_return(&problem, error) == PDOC__NO_MEMORY)
        return false;
    return (!level->keep || move_fewer(&problem, error)) && pdoc__level_delay(level, error);
}
