/* SPDX-License-Identifier: MIT */
/* The state of the local search of levelling, and moves in it. Knows nothing of which moves are wise. */
#include "governance/levelling/level_search.h"

uint32_t pdoc__search_number(struct pdoc__search *search, uint32_t below)
{
    search->state ^= search->state << 13;
    search->state ^= search->state >> 7;
    search->state ^= search->state << 17;
    return (uint32_t)((search->state >> 33) % below);
}

uint32_t pdoc__search_list(const struct pdoc__search *search, const struct pdoc__job *job)
{
    return pdoc__level_capacity(search->level, job) == PDOC__NO_LIMIT ? search->list_count - 1 : job->owner;
}

int64_t pdoc__search_cost(const struct pdoc__search *search, uint32_t bin, uint32_t effort)
{
    const uint64_t load = (uint64_t)search->loads[bin] + effort;
    const uint64_t limit = search->limits[bin];
    const uint64_t excess = load > limit ? load - limit : 0;
    return (int64_t)search->weights[bin] * (int64_t)(excess - pdoc__search_excess(search, bin));
}

static int64_t gain_of_taking(const struct pdoc__search *search, uint32_t bin, uint32_t effort)
{
    const uint64_t load = search->loads[bin] - effort;
    const uint64_t limit = search->limits[bin];
    const uint64_t excess = load > limit ? load - limit : 0;
    return (int64_t)search->weights[bin] * (int64_t)(pdoc__search_excess(search, bin) - excess);
}

int64_t pdoc__search_move_cost(struct pdoc__search *search, const struct pdoc__job *job, uint32_t to)
{
    const uint32_t list = pdoc__search_list(search, job);
    const uint32_t from = (uint32_t)job->month;
    search->steps++;
    int64_t cost = pdoc__search_cost(search, search->first_month_bin + to, job->effort) -
                   gain_of_taking(search, search->first_month_bin + from, job->effort);
    if (list + 1 < search->list_count)
        cost += pdoc__search_cost(search, pdoc__search_bin(search, list, to), job->effort) -
                gain_of_taking(search, pdoc__search_bin(search, list, from), job->effort);
    return cost;
}

static void note_over(struct pdoc__search *search, uint32_t bin)
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

static void change_load(struct pdoc__search *search, uint32_t bin, int64_t by)
{
    search->excess -= pdoc__search_excess(search, bin);
    search->loads[bin] = (uint32_t)(search->loads[bin] + by);
    search->excess += pdoc__search_excess(search, bin);
    note_over(search, bin);
}

static void change_loads(struct pdoc__search *search, const struct pdoc__job *job, int64_t by)
{
    const uint32_t list = pdoc__search_list(search, job);
    change_load(search, search->first_month_bin + (uint32_t)job->month, by);
    if (list + 1 < search->list_count)
        change_load(search, pdoc__search_bin(search, list, (uint32_t)job->month), by);
}

static void enter_ring(struct pdoc__search *search, int32_t index)
{
    const struct pdoc__job *job = &search->jobs[index];
    int32_t *head = &search->heads[pdoc__search_bin(search, pdoc__search_list(search, job), (uint32_t)job->month)];
    if (*head == PDOC__NO_JOB) {
        *head = search->next[index] = search->before[index] = index;
        return;
    }
    const int32_t last = search->before[*head];
    search->next[last] = index;
    search->before[index] = last;
    search->next[index] = *head;
    search->before[*head] = index;
}

static void leave_ring(struct pdoc__search *search, int32_t index)
{
    const struct pdoc__job *job = &search->jobs[index];
    int32_t *head = &search->heads[pdoc__search_bin(search, pdoc__search_list(search, job), (uint32_t)job->month)];
    if (search->next[index] == index) {
        *head = PDOC__NO_JOB;
        return;
    }
    if (*head == index)
        *head = search->next[index];
    search->next[search->before[index]] = search->next[index];
    search->before[search->next[index]] = search->before[index];
}

void pdoc__search_move(struct pdoc__search *search, int32_t index, uint32_t to)
{
    struct pdoc__job *job = &search->jobs[index];
    leave_ring(search, index);
    change_loads(search, job, -(int64_t)job->effort);
    job->month = (int32_t)to;
    change_loads(search, job, job->effort);
    enter_ring(search, index);
}

static bool make_room(struct pdoc__search *search, pdoc_error **error)
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

void pdoc__search_end(struct pdoc__search *search)
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

bool pdoc__search_begin(struct pdoc__search *search, const struct pdoc__level_problem *problem, pdoc_error **error)
{
    struct pdoc__level *level = problem->level;
    *search = (struct pdoc__search){.level = level,
                              .jobs = level->jobs,
                              .month_count = level->month_count,
                              .list_count = (uint32_t)level->owner_count + 1,
                              .step_limit = problem->steps,
                              .state = UINT64_C(0x9E3779B97F4A7C15)};
    search->first_month_bin = (uint32_t)level->owner_count * level->month_count;
    search->bin_count = search->first_month_bin + level->month_count;
    if (!make_room(search, error)) {
        pdoc__search_end(search);
        return false;
    }
    for (uint32_t bin = 0; bin < search->bin_count; bin++) {
        const uint32_t owner = bin / level->month_count;
        search->limits[bin] = bin < search->first_month_bin ? level->capacities[owner] : problem->limit;
        search->weights[bin] = 1;
        search->heads[bin] = PDOC__NO_JOB;
    }
    for (size_t i = 0; i < level->count; i++) {
        if (level->jobs[i].month < 0)
            continue;
        enter_ring(search, (int32_t)i);
        change_loads(search, &level->jobs[i], level->jobs[i].effort);
    }
    return true;
}
