/* SPDX-License-Identifier: MIT */
/* Of plans that are equally level, the one in which jobs are as late as they may be. Knows nothing of limits and bounds. */
#include "governance/levelling/level_work.h"

/*
 * Loads that are level already: a unit that leaves a month for one with less to do keeps the squares of the loads, and so
 * the peak. All units count alike, so the months of a plan add up to the most when there is no such path to a later month.
 */
static bool shift_month(struct pdoc__level_net *net, uint32_t month, bool is_sooner)
{
    pdoc__path_begin(net);
    pdoc__path_from(net, pdoc__net_month(net, month));
    pdoc__path_search(net);
    for (uint32_t turn = 0; turn + 1 < net->month_count; turn++) {
        const uint32_t to = is_sooner ? turn : net->month_count - 1 - turn;
        if (to == month)
            return false;
        if (net->load[to] >= net->load[month] || net->distance[pdoc__net_month(net, to)] > 0)
            continue;
        pdoc__path_push(net, pdoc__net_month(net, to), 1);
        return true;
    }
    return false;
}

static void shift(struct pdoc__level_net *net, enum pdoc__movers movers)
{
    net->movers = movers;
    for (uint32_t room = 0; room < net->row_count * net->month_count; room++)
        pdoc__reach_update(net, room);
    for (bool has_moved = true; has_moved;) {
        has_moved = false;
        for (uint32_t month = 0; month < net->month_count; month++)
            while (net->load[month] > 0 && !pdoc__net_is_exhausted(net) &&
                   shift_month(net, month, movers == PDOC__ONLY_LATE))
                has_moved = true;
    }
}

void pdoc__net_delay(struct pdoc__level_net *net)
{
    bool is_one_late = false;
    for (uint32_t i = 0; i < net->group_count; i++)
        is_one_late = is_one_late || net->groups[i].is_late;
    net->steps = 0;
    net->step_limit /= 4;
    shift(net, PDOC__NONE_LATE);
    if (is_one_late) {
        shift(net, PDOC__ONLY_LATE); /* into what the others have left */
        shift(net, PDOC__NONE_LATE);
    }
    net->movers = PDOC__ALL_MOVE;
}

struct delay {
    struct pdoc__level *level;
    uint32_t loads[PDOC__LEVEL_MONTHS];
    uint64_t *owned; /* by owner and month */
    uint64_t steps;
};

static uint64_t *owned_in(const struct delay *delay, const struct pdoc__job *job, uint32_t month)
{
    if (pdoc__level_capacity(delay->level, job) == PDOC__NO_LIMIT)
        return NULL;
    return &delay->owned[(size_t)job->owner * delay->level->month_count + month];
}

static void put(struct delay *delay, struct pdoc__job *job, uint32_t month)
{
    uint64_t *owned = owned_in(delay, job, month);
    delay->loads[month] += job->effort;
    if (owned)
        *owned += job->effort;
    job->month = (int32_t)month;
}

static void take(struct delay *delay, const struct pdoc__job *job)
{
    uint64_t *owned = owned_in(delay, job, (uint32_t)job->month);
    delay->loads[job->month] -= job->effort;
    if (owned)
        *owned -= job->effort;
}

/* The squares of the loads do not grow where the other month has no more with the job than its own has now. */
static bool is_better(struct delay *delay, const struct pdoc__job *job, uint32_t to)
{
    const uint64_t *owned = owned_in(delay, job, to);
    delay->steps++;
    return (uint64_t)delay->loads[to] + job->effort <= delay->loads[job->month] &&
           (!owned || *owned + job->effort <= pdoc__level_capacity(delay->level, job));
}

static bool move_one(struct delay *delay, struct pdoc__job *job)
{
    uint32_t best = (uint32_t)job->month;
    if (delay->level->keep && job->month == pdoc__level_home(delay->level, job))
        return false;
    for (uint32_t to = pdoc__months_next(&job->months, 0); to < delay->level->month_count;
         to = pdoc__months_next(&job->months, to + 1))
        if ((job->is_late ? to < best : to > best) && is_better(delay, job, to))
            best = to;
    if ((int32_t)best == job->month)
        return false;
    take(delay, job);
    put(delay, job, best);
    return true;
}

bool pdoc__level_delay(struct pdoc__level *level, pdoc_error **error)
{
    struct delay delay = {.level = level};
    delay.owned = pdoc__alloc_zero((level->owner_count + 1) * level->month_count + 1, sizeof *delay.owned, error);
    if (!delay.owned)
        return false;
    for (size_t i = 0; i < level->count; i++)
        if (level->jobs[i].month >= 0)
            put(&delay, &level->jobs[i], (uint32_t)level->jobs[i].month);
    for (bool has_moved = true; has_moved && delay.steps < level->effort_limit / 4;) {
        has_moved = false;
        for (size_t i = level->count; i-- > 0;)
            if (level->jobs[i].month >= 0 && move_one(&delay, &level->jobs[i]))
                has_moved = true;
    }
    pdoc__free(delay.owned);
    return true;
}
