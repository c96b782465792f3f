/* SPDX-License-Identifier: MIT */
/* A few jobs of different effort: all that could be is tried, within a bound. Knows nothing of how limits are chosen. */
#include "governance/levelling/level_work.h"

#define MOST_JOBS 64u

struct trial {
    struct pdoc__level *level;
    struct pdoc__job *jobs[MOST_JOBS]; /* those that are to be placed */
    int32_t month[MOST_JOBS];
    uint32_t fitting[MOST_JOBS]; /* months in which it would fit now */
    uint32_t twin[MOST_JOBS];    /* one before it that is equal, or MOST_JOBS */
    uint32_t last_month[MOST_JOBS];
    struct pdoc__months open; /* to one of them at least */
    uint32_t count;
    uint32_t limit;
    uint32_t moves_left;
    uint32_t loads[PDOC__LEVEL_MONTHS];
    uint32_t *capacity_loads; /* by owner and month */
    uint64_t steps;
    uint64_t step_limit;
};

/* It would leave a month before in which it could stay. */
static bool is_a_move(const struct trial *trial, const struct pdoc__job *job, uint32_t month)
{
    const int32_t home = pdoc__level_home(trial->level, job);
    return home >= 0 && home != (int32_t)month;
}

static uint32_t *capacity_load(const struct trial *trial, const struct pdoc__job *job, uint32_t month)
{
    if (pdoc__level_capacity(trial->level, job) == PDOC__NO_LIMIT)
        return NULL;
    return &trial->capacity_loads[(size_t)job->owner * trial->level->month_count + month];
}

static bool fits(const struct trial *trial, const struct pdoc__job *job, uint32_t month)
{
    const uint32_t *load = capacity_load(trial, job, month);
    if ((uint64_t)trial->loads[month] + job->effort > trial->limit)
        return false;
    if (load && (uint64_t)*load + job->effort > pdoc__level_capacity(trial->level, job))
        return false;
    return trial->moves_left > 0 || !is_a_move(trial, job, month);
}

/* Equal jobs are placed in order, so that one plan is not tried again with the two exchanged. */
static uint32_t first_month(const struct trial *trial, uint32_t index)
{
    const uint32_t twin = trial->twin[index];
    return twin < MOST_JOBS && trial->month[twin] >= 0 ? (uint32_t)trial->month[twin] : 0;
}

static uint32_t count_fitting(struct trial *trial, uint32_t index)
{
    const struct pdoc__job *job = trial->jobs[index];
    uint32_t count = 0;
    for (uint32_t month = pdoc__months_next(&job->months, first_month(trial, index)); month < trial->level->month_count;
         month = pdoc__months_next(&job->months, month + 1))
        count += fits(trial, job, month);
    trial->steps += 4;
    return count;
}

/* The one that has the fewest months left, of those the greatest; MOST_JOBS if all are placed. *is_hopeless: one has none. */
static uint32_t choose(struct trial *trial, bool *is_hopeless)
{
    uint32_t best = MOST_JOBS;
    for (uint32_t i = 0; i < trial->count; i++) {
        const uint32_t twin = trial->twin[i];
        if (trial->month[i] >= 0 || (twin < MOST_JOBS && trial->month[twin] < 0))
            continue;
        trial->fitting[i] = count_fitting(trial, i);
        if (trial->fitting[i] == 0) {
            *is_hopeless = true;
            return i;
        }
        if (best == MOST_JOBS || trial->fitting[i] < trial->fitting[best] ||
            (trial->fitting[i] == trial->fitting[best] && trial->jobs[i]->effort > trial->jobs[best]->effort))
            best = i;
    }
    return best;
}

/* What must still fall into a range of months must fit into what is left of them. */
static bool ranges_suffice(struct trial *trial)
{
    const uint32_t months = trial->level->month_count;
    for (uint32_t first = 0; first < months; first++) {
        uint64_t needed[PDOC__LEVEL_MONTHS] = {0};
        for (uint32_t i = 0; i < trial->count; i++) {
            if (trial->month[i] >= 0 || pdoc__months_next(&trial->jobs[i]->months, 0) < first)
                continue;
            needed[trial->last_month[i]] += trial->jobs[i]->effort;
        }
        uint64_t all = 0;
        uint64_t room = 0;
        for (uint32_t last = first; last < months; last++) {
            all += needed[last];
            room += pdoc__months_has(&trial->open, last) ? trial->limit - trial->loads[last] : 0;
            if (all > room)
                return false;
        }
    }
    trial->steps += (uint64_t)months * (trial->count + months) / 4;
    return true;
}

static void put(struct trial *trial, uint32_t index, uint32_t month, bool is_put)
{
    const struct pdoc__job *job = trial->jobs[index];
    uint32_t *load = capacity_load(trial, job, month);
    const uint32_t by = is_put ? job->effort : 0u - job->effort;
    trial->loads[month] += by;
    if (load)
        *load += by;
    if (is_a_move(trial, job, month))
        trial->moves_left += is_put ? UINT32_MAX : 1u;
    trial->month[index] = is_put ? (int32_t)month : -1;
}

static enum pdoc__found try_rest(struct trial *trial, uint32_t depth);

/* The month before first, then as they come. */
static enum pdoc__found try_job(struct trial *trial, uint32_t index, uint32_t depth)
{
    const struct pdoc__job *job = trial->jobs[index];
    const uint32_t first = first_month(trial, index);
    const int32_t before = pdoc__level_home(trial->level, job);
    const uint32_t home = before >= 0 ? (uint32_t)before : PDOC__LEVEL_MONTHS;
    enum pdoc__found found = PDOC__THERE_IS_NONE;
    for (uint32_t turn = 0, month = home; found == PDOC__THERE_IS_NONE; turn++) {
        if (turn > 0)
            month = pdoc__months_next(&job->months, turn == 1 ? first : month + 1);
        if (turn > 0 && month >= trial->level->month_count)
            break;
        if (month < first || month >= trial->level->month_count || (turn > 0 && month == home) ||
            !fits(trial, job, month))
            continue;
        put(trial, index, month, true);
        found = try_rest(trial, depth + 1);
        if (found != PDOC__FOUND)
            put(trial, index, month, false);
    }
    return found;
}

static enum pdoc__found try_rest(struct trial *trial, uint32_t depth)
{
    bool is_hopeless = false;
    if (depth > MOST_JOBS || trial->steps > trial->step_limit)
        return PDOC__NOT_FOUND;
    const uint32_t index = choose(trial, &is_hopeless);
    if (is_hopeless || (index < MOST_JOBS && !ranges_suffice(trial)))
        return PDOC__THERE_IS_NONE;
    return index == MOST_JOBS ? PDOC__FOUND : try_job(trial, index, depth);
}

static bool are_twins(const struct pdoc__level *level, const struct pdoc__job *left, const struct pdoc__job *right)
{
    const bool are_bound = pdoc__level_capacity(level, left) != PDOC__NO_LIMIT ||
                           pdoc__level_capacity(level, right) != PDOC__NO_LIMIT;
    return left->effort == right->effort && pdoc__level_home(level, left) == pdoc__level_home(level, right) &&
           (!are_bound || left->owner == right->owner) && pdoc__months_are_equal(&left->months, &right->months);
}

static bool take_jobs(struct trial *trial)
{
    struct pdoc__level *level = trial->level;
    for (size_t i = 0; i < level->count; i++) {
        struct pdoc__job *job = &level->jobs[i];
        if (job->month < 0)
            continue;
        if (trial->count == MOST_JOBS)
            return false;
        const uint32_t index = trial->count++;
        trial->jobs[index] = job;
        trial->month[index] = -1;
        trial->twin[index] = MOST_JOBS;
        for (uint32_t other = 0; other < index; other++)
            if (are_twins(level, trial->jobs[other], job))
                trial->twin[index] = other;
        for (uint32_t month = pdoc__months_next(&job->months, 0); month < level->month_count;
             month = pdoc__months_next(&job->months, month + 1)) {
            trial->last_month[index] = month;
            pdoc__months_add(&trial->open, month);
        }
    }
    return true;
}

enum pdoc__found pdoc__level_try_all(struct pdoc__level_problem *problem, uint32_t most_moved, pdoc_error **error)
{
    struct pdoc__level *level = problem->level;
    struct trial *trial = pdoc__alloc_zero(1, sizeof *trial, error);
    if (!trial)
        return PDOC__NO_MEMORY;
    trial->level = level;
    trial->limit = problem->limit;
    trial->moves_left = most_moved;
    trial->step_limit = problem->steps;
    trial->capacity_loads =
        pdoc__alloc_zero(level->owner_count + 1, level->month_count * sizeof *trial->capacity_loads, error);
    enum pdoc__found found = trial->capacity_loads ? PDOC__NOT_FOUND : PDOC__NO_MEMORY;
    if (found != PDOC__NO_MEMORY && take_jobs(trial))
        found = try_rest(trial, 0);
    for (uint32_t i = 0; found == PDOC__FOUND && i < trial->count; i++)
        trial->jobs[i]->month = trial->month[i];
    pdoc__free(trial->capacity_loads);
    pdoc__free(trial);
    return found;
}
