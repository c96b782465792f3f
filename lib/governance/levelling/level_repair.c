/* SPDX-License-Identifier: MIT */
/*
 * Jobs of different effort: local search. What is too much in a month, or for a capacity, moves away, alone or by pushing
 * out another; where nothing helps, the limits that are passed weigh more from then on. The same steps on every machine.
 */
#include "governance/levelling/level_search.h"

enum { SAMPLE = 40, PUSHES = 6 };

struct move {
    int32_t job;
    uint32_t to;
    int64_t cost;
};

static void consider_moves(struct pdoc__search *search, int32_t index, struct move *best, uint32_t *ties)
{
    const struct pdoc__job *job = &search->jobs[index];
    for (uint32_t to = pdoc__months_next(&job->months, 0); to < search->month_count;
         to = pdoc__months_next(&job->months, to + 1)) {
        if ((int32_t)to == job->month)
            continue;
        const int64_t cost = pdoc__search_move_cost(search, job, to);
        if (best->job != PDOC__NO_JOB && cost > best->cost)
            continue;
        *ties = best->job != PDOC__NO_JOB && cost == best->cost ? *ties + 1 : 1;
        if (*ties == 1 || pdoc__search_number(search, *ties) == 0)
            *best = (struct move){index, to, cost};
    }
}

/* The best moves of single jobs, one a job, the best first; at most PUSHES. */
static void keep_move(struct move *moves, uint32_t *count, struct move move)
{
    uint32_t place = *count < PUSHES ? (*count)++ : PUSHES - 1;
    if (place == PUSHES - 1 && moves[place].job != PDOC__NO_JOB && moves[place].cost <= move.cost)
        return;
    for (; place > 0 && moves[place - 1].cost > move.cost; place--)
        moves[place] = moves[place - 1];
    moves[place] = move;
}

/* Looks at some jobs of a ring; the next time at those behind them. */
static void scan_ring(struct pdoc__search *search, uint32_t ring, uint32_t *left, struct move *moves, uint32_t *count)
{
    const int32_t first = search->heads[ring];
    for (int32_t index = first; index != PDOC__NO_JOB && *left > 0; (*left)--) {
        struct move best = {.job = PDOC__NO_JOB};
        uint32_t ties = 0;
        consider_moves(search, index, &best, &ties);
        if (best.job != PDOC__NO_JOB)
            keep_move(moves, count, best);
        index = search->next[index];
        search->heads[ring] = index;
        if (index == first)
            return;
    }
}

static void scan_bin(struct pdoc__search *search, uint32_t bin, struct move *moves, uint32_t *count)
{
    uint32_t left = SAMPLE;
    if (bin < search->first_month_bin) {
        scan_ring(search, bin, &left, moves, count);
        return;
    }
    const uint32_t start = pdoc__search_number(search, search->list_count);
    search->steps += search->list_count / 2;
    for (uint32_t i = 0; i < search->list_count && left > 0; i++) {
        const uint32_t list = start + i < search->list_count ? start + i : start + i - search->list_count;
        scan_ring(search, pdoc__search_bin(search, list, bin - search->first_month_bin), &left, moves, count);
    }
}

/* A job has moved for the cost of `first`: which job of its month is best pushed out in turn? */
static struct move best_push(struct pdoc__search *search, const struct move *first)
{
    const struct pdoc__job *job = &search->jobs[first->job];
    const uint32_t list = pdoc__search_list(search, job);
    const uint32_t own = pdoc__search_bin(search, list, first->to);
    struct move moves[PUSHES];
    uint32_t count = 0;
    uint32_t left = SAMPLE;
    for (uint32_t i = 0; i < PUSHES; i++)
        moves[i].job = PDOC__NO_JOB;
    if (list + 1 < search->list_count && search->loads[own] > search->limits[own])
        scan_ring(search, own, &left, moves, &count);
    else
        scan_bin(search, search->first_month_bin + first->to, moves, &count);
    return count > 0 && moves[0].job != first->job ? moves[0] : count > 1 ? moves[1] : (struct move){.job = PDOC__NO_JOB};
}

/* One move, or a move and a push, that makes it better; false if none was found. */
static bool improve(struct pdoc__search *search, struct move *moves, uint32_t count)
{
    if (count > 0 && moves[0].cost < 0) {
        pdoc__search_move(search, moves[0].job, moves[0].to);
        return true;
    }
    struct move best_first = {.job = PDOC__NO_JOB};
    struct move best_second = {.job = PDOC__NO_JOB};
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t from = (uint32_t)search->jobs[moves[i].job].month;
        pdoc__search_move(search, moves[i].job, moves[i].to);
        const struct move push = best_push(search, &moves[i]);
        pdoc__search_move(search, moves[i].job, from);
        if (push.job == PDOC__NO_JOB || moves[i].cost + push.cost >= 0)
            continue;
        if (best_first.job != PDOC__NO_JOB && moves[i].cost + push.cost >= best_first.cost + best_second.cost)
            continue;
        best_first = moves[i];
        best_second = push;
    }
    if (best_first.job == PDOC__NO_JOB)
        return false;
    pdoc__search_move(search, best_first.job, best_first.to);
    pdoc__search_move(search, best_second.job, best_second.to);
    return true;
}

static void step(struct pdoc__search *search)
{
    struct move moves[PUSHES];
    uint32_t count = 0;
    for (uint32_t i = 0; i < PUSHES; i++)
        moves[i].job = PDOC__NO_JOB;
    scan_bin(search, search->over[pdoc__search_number(search, search->over_count)], moves, &count);
    search->steps += SAMPLE;
    if (improve(search, moves, count))
        return;
    for (uint32_t i = 0; i < search->over_count; i++)
        if (search->weights[search->over[i]] < UINT32_MAX / 2)
            search->weights[search->over[i]]++;
    if (count > 0 && pdoc__search_number(search, 4) == 0) {
        const uint32_t any = pdoc__search_number(search, count);
        pdoc__search_move(search, moves[any].job, moves[any].to);
    }
}

static void remember(const struct pdoc__search *search, int32_t *months)
{
    for (size_t i = 0; i < search->level->count; i++)
        months[i] = search->jobs[i].month;
}

enum pdoc__found pdoc__level_repair(struct pdoc__level_problem *problem, pdoc_error **error)
{
    struct pdoc__search search;
    if (!pdoc__search_begin(&search, problem, error))
        return PDOC__NO_MEMORY;
    int32_t *best = pdoc__alloc_zero(search.level->count + 1, sizeof *best, error);
    if (!best) {
        pdoc__search_end(&search);
        return PDOC__NO_MEMORY;
    }
    uint64_t least = search.excess;
    remember(&search, best);
    while (search.over_count > 0 && search.steps < search.step_limit) {
        step(&search);
        if (search.excess >= least)
            continue;
        least = search.excess;
        search.steps += search.level->count / 8;
        remember(&search, best);
    }
    for (size_t i = 0; i < search.level->count; i++)
        search.jobs[i].month = best[i];
    pdoc__free(best);
    pdoc__search_end(&search);
    return least == 0 ? PDOC__FOUND : PDOC__NOT_FOUND;
}
