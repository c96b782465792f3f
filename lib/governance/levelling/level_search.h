/* SPDX-License-Identifier: MIT */
/* The state of the local search of levelling: where each job is, what each limit bears. */
#ifndef PDOC_GOVERNANCE_LEVEL_SEARCH_H
#define PDOC_GOVERNANCE_LEVEL_SEARCH_H

#include "governance/levelling/level_work.h"

#define PDOC__NO_JOB (-1)

/* A bin is what has a limit: a capacity in a month, or, after those, a month. */
struct pdoc__search {
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

/* The list of jobs without a capacity has no limit of its own; its bins stand for the months. */
bool pdoc__search_begin(struct pdoc__search *search, const struct pdoc__level_problem *problem, pdoc_error **error);
void pdoc__search_end(struct pdoc__search *search);
uint32_t pdoc__search_number(struct pdoc__search *search, uint32_t below); /* looks random, and never differs */
uint32_t pdoc__search_list(const struct pdoc__search *search, const struct pdoc__job *job);
void pdoc__search_move(struct pdoc__search *search, int32_t index, uint32_t to);
/* What a move would cost: by how much more, or less, limits would be passed, by their weights. */
int64_t pdoc__search_move_cost(struct pdoc__search *search, const struct pdoc__job *job, uint32_t to);
int64_t pdoc__search_cost(const struct pdoc__search *search, uint32_t bin, uint32_t effort); /* of adding */

static inline uint32_t pdoc__search_bin(const struct pdoc__search *search, uint32_t list, uint32_t month)
{
    return list * search->month_count + month;
}

static inline uint64_t pdoc__search_excess(const struct pdoc__search *search, uint32_t bin)
{
    return search->loads[bin] > search->limits[bin] ? search->loads[bin] - search->limits[bin] : 0;
}

#endif
