/* SPDX-License-Identifier: MIT */
/*
 * Jobs of different effort: local search. What is too much in a month, or for a capacity, moves away, alone or by pushing
 * out another; where nothing helps, the limits that are passed weigh more from then on. The same steps on every machine.
 */
#include "governance/level_work.h"

enum { SAMPLE = 40, PUSHES = 6, NONE = -1 };

/* A bin is what has a limit: a capacity in a month, or, after those, a month. */
struct search {
    struct pdoc__level *level;
    struct pdoc__job *jobs;
    uint32_t month_count;
    uint32_t list_count;
    uint32_t bin_count;
    uint32_t first_month_bin;
    uint32_t *loads;
    uint32_t *limits;
    uint32_t *weights;
    uint32_t *over; /* bins whose limit is passed */
    uint32_t *over_place;
    uint32_t over_count;
    int32_t *heads; /* ring of jobs for each list (owner, or none) and month */
    int32_t *next;
    int32_t *before;
    uint64_t excess; /* over all bins */
    uint64_t steps;
    uint64_t step_limit;
    uint64_t state; /* of the numbers that look random */
};

struct move {
    int32_t job;
    uint32_t to;
    int64_t cost;
};

static uint32_t next_number(struct search *search, uint32_t below)
{
    search->state ^= search->state << 13;
    search->state ^= search->state >> 7;
    search->state ^= search->state << 17;
    return (uint32_t)((search->state >> 33) % below);
}

static uint32_t list_of(const struct search *search, const struct pdoc__job *job)
{
    return pdoc__level_capacity(search->level, job) == PDOC__NO_LIMIT ? search->list_count - 1 : job->owner;
}

static uint32_t bin_of(const struct search *search, uint32_t list, uint32_t month)
{
    return list * search->month_count + month;
}

static uint64_t excess_in(const struct search *search, uint32_t bin)
{
    return search->loads[bin] > search->limits[bin] ? search->loads[bin] - search->limits[bin] : 0;
}

static int64_t cost_of_adding(const struct search *search, uint32_t bin, uint32_t effort)
{
    const uint64_t load = (uint64_t)search->loads[bin] + effort;
    const uint64_t limit = search->limits[bin];
    const uint64_t excess = load > limit ? load - limit : 0;
    return (int64_t)search->weights[bin] * (int64_t)(excess - excess_in(search, bin));
}

static int64_t gain_of_taking(const struct search *search, uint32_t bin, uint32_t effort)
{
    const uint64_t load = search->loads[bin] - effort;
    const uint64_t limit = search->limits[bin];
    const uint64_t excess = load > limit ? load - limit : 0;
    return (int64_t)search->weights[bin] * (int64_t)(excess_in(search, bin) - excess);
}

static int64_t cost_of_move(struct search *search, const struct pdoc__job *job, uint32_t to)
{
    const uint32_t list = list_of(search, job);
    const uint32_t from = (uint32_t)job->month;
    search->steps++;
    int64_t cost = cost_of_adding(search, search->first_month_bin + to, job->effort) -
                   gain_of_taking(search, search->first_month_bin + from, job->effort);
    if (list + 1 < search->list_count)
        cost += cost_of_adding(search, bin_of(search, list, to), job->effort) -
                gain_of_taking(search, bin_of(search, list, from), job->effort);
    return cost;
}

static void note_over(struct search *search, uint32_t bin)
{
    const bool is_over = search->loads[bin] > search->limits[bin];
    const uint32_t place = search->over_place[bin];
    if (is_over == (place > 0))
        return;
    if (is_over) {
        search->over[search->over_count++] = bin;
        search->over_place[bin] = search->over_count;
        return;
    }
    const uint32_t last = search->over[--search->over_count];
    search->over[place - 1] = last;
    search->over_place[last] = place;
    search->over_place[bin] = 0;
}

static void change_load(struct search *search, uint32_t bin, int64_t by)
{
    search->excess -= excess_in(search, bin);
    search->loads[bin] = (uint32_t)(search->loads[bin] + by);
    search->excess += excess_in(search, bin);
    note_over(search, bin);
}

static void change_loads(struct search *search, const struct pdoc__job *job, int64_t by)
{
    const uint32_t list = list_of(search, job);
    change_load(search, search->first_month_bin + (uint32_t)job->month, by);
    if (list + 1 < search->list_count)
        change_load(search, bin_of(search, list, (uint32_t)job->month), by);
}

static void enter_ring(struct search *search, int32_t index)
{
    const struct pdoc__job *job = &search->jobs[index];
    int32_t *head = &search->heads[bin_of(search, list_of(search, job), (uint32_t)job->month)];
    if (*head == NONE) {
        *head = search->next[index] = search->before[index] = index;
        return;
    }
    const int32_t last = search->before[*head];
    search->next[last] = index;
    search->before[index] = last;
    search->next[index] = *head;
    search->before[*head] = index;
}

static void leave_ring(struct search *search, int32_t index)
{
    const struct pdoc__job *job = &search->jobs[index];
    int32_t *head = &search->heads[bin_of(search, list_of(search, job), (uint32_t)job->month)];
    if (search->next[index] == index) {
        *head = NONE;
        return;
    }
    if (*head == index)
        *head = search->next[index];
    search->next[search->before[index]] = search->next[index];
    search->before[search->next[index]] = search->before[index];
}

static void make_move(struct search *search, int32_t index, uint32_t to)
{
    struct pdoc__job *job = &search->jobs[index];
    leave_ring(search, index);
    change_loads(search, job, -(int64_t)job->effort);
    job->month = (int32_t)to;
    change_loads(search, job, job->effort);
    enter_ring(search, index);
}

static void consider_moves(struct search *search, int32_t index, struct move *best, uint32_t *ties)
{
    const struct pdoc__job *job = &search->jobs[index];
    for (uint32_t to = pdoc__months_next(&job->months, 0); to < search->month_count;
         to = pdoc__months_next(&job->months, to + 1)) {
        if ((int32_t)to == job->month)
            continue;
        const int64_t cost = cost_of_move(search, job, to);
        if (best->job != NONE && cost > best->cost)
            continue;
        *ties = best->job != NONE && cost == best->cost ? *ties + 1 : 1;
        if (*ties == 1 || next_number(search, *ties) == 0)
            *best = (struct move){index, to, cost};
    }
}

/* The best moves of single jobs, one a job, the best first; at most PUSHES. */
static void keep_move(struct move *moves, uint32_t *count, struct move move)
{
    uint32_t place = *count < PUSHES ? (*count)++ : PUSHES - 1;
    if (place == PUSHES - 1 && moves[place].job != NONE && moves[place].cost <= move.cost)
        return;
    for (; place > 0 && moves[place - 1].cost > move.cost; place--)
        moves[place] = moves[place - 1];
    moves[place] = move;
}

/* Looks at some jobs of a ring; the next time at those behind them. */
static void scan_ring(struct search *search, uint32_t ring, uint32_t *left, struct move *moves, uint32_t *count)
{
    const int32_t first = search->heads[ring];
    for (int32_t index = first; index != NONE && *left > 0; (*left)--) {
        struct move best = {.job = NONE};
        uint32_t ties = 0;
        consider_moves(search, index, &best, &ties);
        if (best.job != NONE)
            keep_move(moves, count, best);
        index = search->next[index];
        search->heads[ring] = index;
        if (index == first)
            return;
    }
}

static void scan_bin(struct search *search, uint32_t bin, struct move *moves, uint32_t *count)
{
    uint32_t left = SAMPLE;
    if (bin < search->first_month_bin) {
        scan_ring(search, bin, &left, moves, count);
        return;
    }
    const uint32_t start = next_number(search, search->list_count);
    search->steps += search->list_count / 2;
    for (uint32_t i = 0; i < search->list_count && left > 0; i++) {
        const uint32_t list = start + i < search->list_count ? start + i : start + i - search->list_count;
        scan_ring(search, bin_of(search, list, bin - search->first_month_bin), &left, moves, count);
    }
}

/* A job has moved for the cost of `first`: which job of its month is best pushed out in turn? */
static struct move best_push(struct search *search, const struct move *first)
{
    const struct pdoc__job *job = &search->jobs[first->job];
    const uint32_t list = list_of(search, job);
    const uint32_t own = bin_of(search, list, first->to);
    struct move moves[PUSHES];
    uint32_t count = 0;
    uint32_t left = SAMPLE;
    for (uint32_t i = 0; i < PUSHES; i++)
        moves[i].job = NONE;
    if (list + 1 < search->list_count && search->loads[own] > search->limits[own])
        scan_ring(search, own, &left, moves, &count);
    else
        scan_bin(search, search->first_month_bin + first->to, moves, &count);
    return count > 0 && moves[0].job != first->job ? moves[0] : count > 1 ? moves[1] : (struct move){.job = NONE};
}

/* One move, or a move and a push, that makes it better; false if none was found. */
static bool improve(struct search *search, struct move *moves, uint32_t count)
{
    if (count > 0 && moves[0].cost < 0) {
        make_move(search, moves[0].job, moves[0].to);
        return true;
    }
    struct move best_first = {.job = NONE};
    struct move best_second = {.job = NONE};
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t from = (uint32_t)search->jobs[moves[i].job].month;
        make_move(search, moves[i].job, moves[i].to);
        const struct move push = best_push(search, &moves[i]);
        make_move(search, moves[i].job, from);
        if (push.job == NONE || moves[i].cost + push.cost >= 0)
            continue;
        if (best_first.job != NONE && moves[i].cost + push.cost >= best_first.cost + best_second.cost)
            continue;
        best_first = moves[i];
        best_second = push;
    }
    if (best_first.job == NONE)
        return false;
    make_move(search, best_first.job, best_first.to);
    make_move(search, best_second.job, best_second.to);
    return true;
}

static void step(struct search *search)
{
    struct move moves[PUSHES];
    uint32_t count = 0;
    for (uint32_t i = 0; i < PUSHES; i++)
        moves[i].job = NONE;
    scan_bin(search, search->over[next_number(search, search->over_count)], moves, &count);
    search->steps += SAMPLE;
    if (improve(search, moves, count))
        return;
    for (uint32_t i = 0; i < search->over_count; i++)
        if (search->weights[search->over[i]] < UINT32_MAX / 2)
            search->weights[search->over[i]]++;
    if (count > 0 && next_number(search, 4) == 0) {
        const uint32_t any = next_number(search, count);
        make_move(search, moves[any].job, moves[any].to);
    }
}

static bool make_room(struct search *search, pdoc_error **error)
{
    const size_t bins = search->bin_count;
    const size_t jobs = search->level->count + 1;
    search->loads = pdoc__alloc_zero(bins, sizeof *search->loads, error);
    search->limits = search->loads ? pdoc__alloc_zero(bins, sizeof *search->limits, error) : NULL;
    search->weights = search->limits ? pdoc__alloc_zero(bins, sizeof *search->weights, error) : NULL;
    search->over = search->weights ? pdoc__alloc_zero(bins, sizeof *search->over, error) : NULL;
    search->over_place = search->over ? pdoc__alloc_zero(bins, sizeof *search->over_place, error) : NULL;
    search->heads = search->over_place ? pdoc__alloc_zero(bins, sizeof *search->heads, error) : NULL;
    search->next = search->heads ? pdoc__alloc_zero(jobs, sizeof *search->next, error) : NULL;
    search->before = search->next ? pdoc__alloc_zero(jobs, sizeof *search->before, error) : NULL;
    return search->before != NULL;
}

static void search_end(struct search *search)
{
    pdoc__free(search->loads);
    pdoc__free(search->limits);
    pdoc__free(search->weights);
    pdoc__free(search->over);
    pdoc__free(search->over_place);
    pdoc__free(search->heads);
    pdoc__free(search->next);
    pdoc__free(search->before);
}

/* The list of jobs without a capacity has no limit of its own; its bins stand for the months. */
static bool search_begin(struct search *search, const struct pdoc__level_problem *problem, pdoc_error **error)
{
    struct pdoc__level *level = problem->level;
    *search = (struct search){.level = level,
                              .jobs = level->jobs,
                              .month_count = level->month_count,
                              .list_count = (uint32_t)level->owner_count + 1,
                              .step_limit = problem->steps,
                              .state = UINT64_C(0x9E3779B97F4A7C15)};
    search->first_month_bin = (uint32_t)level->owner_count * level->month_count;
    search->bin_count = search->first_month_bin + level->month_count;
    if (!make_room(search, error)) {
        search_end(search);
        return false;
    }
    for (uint32_t bin = 0; bin < search->bin_count; bin++) {
        const uint32_t owner = bin / level->month_count;
        search->limits[bin] = bin < search->first_month_bin ? level->capacities[owner] : problem->limit;
        search->weights[bin] = 1;
        search->heads[bin] = NONE;
    }
    for (size_t i = 0; i < level->count; i++) {
        if (level->jobs[i].month < 0)
            continue;
        enter_ring(search, (int32_t)i);
        change_loads(search, &level->jobs[i], level->jobs[i].effort);
    }
    return true;
}

static void remember(const struct search *search, int32_t *months)
{
    for (size_t i = 0; i < search->level->count; i++)
        months[i] = search->jobs[i].month;
}

enum pdoc__found pdoc__level_repair(struct pdoc__level_problem *problem, pdoc_error **error)
{
    struct search search;
    if (!search_begin(&search, problem, error))
        return PDOC__NO_MEMORY;
    int32_t *best = pdoc__alloc_zero(search.level->count + 1, sizeof *best, error);
    if (!best) {
        search_end(&search);
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
    search_end(&search);
    return least == 0 ? PDOC__FOUND : PDOC__NOT_FOUND;
}

static bool fits(struct search *search, const struct pdoc__job *job, uint32_t to)
{
    const uint32_t list = list_of(search, job);
    if (cost_of_adding(search, search->first_month_bin + to, job->effort) > 0)
        return false;
    return list + 1 == search->list_count || cost_of_adding(search, bin_of(search, list, to), job->effort) == 0;
}

/* A month, other than its own, into which a guest fits; PDOC__LEVEL_MONTHS if there is none. */
static uint32_t other_month(struct search *search, const struct pdoc__job *guest)
{
    for (uint32_t to = pdoc__months_next(&guest->months, 0); to < search->month_count;
         to = pdoc__months_next(&guest->months, to + 1)) {
        search->steps++;
        if ((int32_t)to != guest->month && fits(search, guest, to))
            return to;
    }
    return PDOC__LEVEL_MONTHS;
}

/* Of one ring: somebody who is not at home there, and whose leaving is enough. */
static bool send_guest_away(struct search *search, uint32_t ring, int32_t newcomer, uint64_t too_much)
{
    const int32_t first = search->heads[ring];
    for (int32_t index = first; index != NONE;) {
        const struct pdoc__job *guest = &search->jobs[index];
        search->steps++;
        if (index != newcomer && guest->previous != guest->month && guest->effort >= too_much) {
            const uint32_t to = other_month(search, guest);
            if (to < PDOC__LEVEL_MONTHS) {
                make_move(search, index, to);
                return true;
            }
        }
        index = search->next[index] == first ? NONE : search->next[index];
    }
    return false;
}

/* Back to the month before, where it fits or where another that is not at home can make way. */
static bool send_home(struct search *search, int32_t index)
{
    const struct pdoc__job *job = &search->jobs[index];
    const uint32_t home = (uint32_t)job->previous;
    const uint32_t from = (uint32_t)job->month;
    const uint32_t own = list_of(search, job);
    make_move(search, index, home);
    if (search->over_count == 0)
        return true;
    const uint64_t in_month = excess_in(search, search->first_month_bin + home);
    const uint64_t in_own = own + 1 < search->list_count ? excess_in(search, bin_of(search, own, home)) : 0;
    const uint64_t too_much = in_month > in_own ? in_month : in_own;
    for (uint32_t list = 0; list < search->list_count; list++) {
        search->steps++;
        if ((in_own == 0 || list == own) && send_guest_away(search, bin_of(search, list, home), index, too_much))
            return true;
    }
    make_move(search, index, from);
    return false;
}

static bool is_away(const struct search *search, const struct pdoc__job *job)
{
    const int32_t home = pdoc__level_home(search->level, job);
    return job->month >= 0 && home >= 0 && home != job->month;
}

/* A job moves to an emptier month, if both are more alike then. */
static bool even_out(struct search *search, int32_t index)
{
    const struct pdoc__job *job = &search->jobs[index];
    uint32_t best = (uint32_t)job->month;
    const uint32_t *loads = search->loads + search->first_month_bin;
    for (uint32_t to = pdoc__months_next(&job->months, 0); to < search->month_count;
         to = pdoc__months_next(&job->months, to + 1)) {
        search->steps++;
        const uint32_t load = loads[job->month];
        if (loads[to] + job->effort < load && loads[to] < loads[best] && fits(search, job, to))
            best = to;
    }
    if (best == (uint32_t)job->month)
        return false;
    make_move(search, index, best);
    return true;
}

enum pdoc__found pdoc__level_return(struct pdoc__level_problem *problem, pdoc_error **error)
{
    struct search search;
    if (!search_begin(&search, problem, error))
        return PDOC__NO_MEMORY;
    for (bool has_moved = true; has_moved && search.steps < search.step_limit;) {
        has_moved = false;
        for (size_t i = 0; i < search.level->count; i++) {
            if (search.level->keep ? is_away(&search, &search.jobs[i]) && send_home(&search, (int32_t)i)
                                   : search.jobs[i].month >= 0 && even_out(&search, (int32_t)i))
                has_moved = true;
            if (search.steps >= search.step_limit)
                break;
        }
    }
    search_end(&search);
    return PDOC__FOUND;
}
