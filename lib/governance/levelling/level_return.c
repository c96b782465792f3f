/* SPDX-License-Identifier: MIT */
/* Jobs of different effort, once a plan is found: back to their months before, or more alike. Passes no limit. */
#include "governance/levelling/level_search.h"

static bool fits(struct pdoc__search *search, const struct pdoc__job *job, uint32_t to)
{
    const uint32_t list = pdoc__search_list(search, job);
    if (pdoc__search_cost(search, search->first_month_bin + to, job->effort) > 0)
        return false;
    return list + 1 == search->list_count || pdoc__search_cost(search, pdoc__search_bin(search, list, to), job->effort) == 0;
}

/* A month, other than its own, into which a guest fits; PDOC__LEVEL_MONTHS if there is none. */
static uint32_t other_month(struct pdoc__search *search, const struct pdoc__job *guest)
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
static bool send_guest_away(struct pdoc__search *search, uint32_t ring, int32_t newcomer, uint64_t too_much)
{
    const int32_t first = search->heads[ring];
    for (int32_t index = first; index != PDOC__NO_JOB;) {
        const struct pdoc__job *guest = &search->jobs[index];
        search->steps++;
        if (index != newcomer && guest->previous != guest->month && guest->effort >= too_much) {
            const uint32_t to = other_month(search, guest);
            if (to < PDOC__LEVEL_MONTHS) {
                pdoc__search_move(search, index, to);
                return true;
            }
        }
        index = search->next[index] == first ? PDOC__NO_JOB : search->next[index];
    }
    return false;
}

/* Back to the month before, where it fits or where another that is not at home can make way. */
static bool send_home(struct pdoc__search *search, int32_t index)
{
    const struct pdoc__job *job = &search->jobs[index];
    const uint32_t home = (uint32_t)job->previous;
    const uint32_t from = (uint32_t)job->month;
    const uint32_t own = pdoc__search_list(search, job);
    pdoc__search_move(search, index, home);
    if (search->over_count == 0)
        return true;
    const uint64_t in_month = pdoc__search_excess(search, search->first_month_bin + home);
    const uint64_t in_own = own + 1 < search->list_count ? pdoc__search_excess(search, pdoc__search_bin(search, own, home)) : 0;
    const uint64_t too_much = in_month > in_own ? in_month : in_own;
    for (uint32_t list = 0; list < search->list_count; list++) {
        search->steps++;
        if ((in_own == 0 || list == own) && send_guest_away(search, pdoc__search_bin(search, list, home), index, too_much))
            return true;
    }
    pdoc__search_move(search, index, from);
    return false;
}

static bool is_away(const struct pdoc__search *search, const struct pdoc__job *job)
{
    const int32_t home = pdoc__level_home(search->level, job);
    return job->month >= 0 && home >= 0 && home != job->month;
}

/* A job moves to an emptier month, if both are more alike then. */
static bool even_out(struct pdoc__search *search, int32_t index)
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
    pdoc__search_move(search, index, best);
    return true;
}

enum pdoc__found pdoc__level_return(struct pdoc__level_problem *problem, pdoc_error **error)
{
    struct pdoc__search search;
    if (!pdoc__search_begin(&search, problem, error))
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
    pdoc__search_end(&search);
    return PDOC__FOUND;
}
