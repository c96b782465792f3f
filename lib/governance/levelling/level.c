/* SPDX-License-Identifier: MIT */
/* Levelling: which way fits the jobs at hand, and what came out. Knows nothing of documents. */
#include "governance/levelling/level_work.h"

#define DEFAULT_STEPS (UINT64_C(1) << 25)

uint32_t pdoc__level_peak(const struct pdoc__level *level)
{
    uint32_t loads[PDOC__LEVEL_MONTHS] = {0};
    uint32_t peak = 0;
    for (size_t i = 0; i < level->count; i++) {
        const struct pdoc__job *job = &level->jobs[i];
        if (job->month < 0)
            continue;
        loads[job->month] += job->effort;
        peak = loads[job->month] > peak ? loads[job->month] : peak;
    }
    return peak;
}

void pdoc__level_note_bound(struct pdoc__level *level, struct pdoc__level_net *net, uint32_t effort)
{
    uint32_t row = 0;
    struct pdoc__months tight = {{0}};
    pdoc__net_bottleneck(net, &tight, &row);
    level->tight = tight;
    level->tight_months = pdoc__months_count(&tight);
    level->tight_effort = 0;
    for (uint32_t month = 0; month < net->month_count; month++)
        if (pdoc__months_has(&tight, month))
            level->tight_effort += net->load[month] * effort;
    level->tight_owner = row > 0 ? level->jobs[net->order[net->groups[net->row_begin[row]].first]].owner : UINT32_MAX;
    if (level->tight_months > 0) {
        const uint32_t units = level->tight_effort / effort;
        level->lower_bound = (units + level->tight_months - 1) / level->tight_months * effort;
    }
}

bool pdoc__level_bound_without_capacities(struct pdoc__level *level, pdoc_error **error)
{
    struct pdoc__level unbound = *level;
    const struct pdoc__net_options options = {.units = PDOC__UNITS_OF_EFFORT, .step_limit = level->effort_limit};
    struct pdoc__level_net net;
    unbound.owner_count = 0;
    if (!pdoc__net_begin(&net, &unbound, &options, error))
        return false;
    pdoc__net_place(&net);
    pdoc__net_balance(&net);
    if (!pdoc__net_is_exhausted(&net))
        pdoc__level_note_bound(level, &net, 1);
    pdoc__net_end(&net);
    return true;
}

static void note_span(struct pdoc__level *level)
{
    level->tight_first = level->tight_last = pdoc__months_next(&level->tight, 0);
    for (uint32_t month = level->tight_first; month < level->month_count;
         month = pdoc__months_next(&level->tight, month + 1))
        level->tight_last = month;
}

static bool can_be_placed(const struct pdoc__level *level, const struct pdoc__job *job)
{
    return pdoc__months_next(&job->months, 0) < level->month_count && job->effort <= pdoc__level_capacity(level, job);
}

/* Jobs that no month can take are left out; have those that are left the same effort? */
static bool prepare(struct pdoc__level *level)
{
    uint32_t effort = 0;
    bool are_alike = true;
    for (size_t i = 0; i < level->count; i++) {
        struct pdoc__job *job = &level->jobs[i];
        job->month = can_be_placed(level, job) ? 0 : -1;
        if (job->month < 0) {
            level->is_feasible = false;
            continue;
        }
        if (effort == 0)
            effort = job->effort;
        are_alike = are_alike && job->effort == effort;
    }
    return are_alike;
}

static uint32_t effort_of_each(const struct pdoc__level *level)
{
    for (size_t i = 1; i < level->count; i++)
        if (level->jobs[i].effort != level->jobs[0].effort)
            return 1;
    return level->jobs[0].effort;
}

/* Where capacities left some out, others could have been left out instead: of those plans it is only known that as much
   effort must fall into the months that are open to any. */
static void bound_what_is_placed(struct pdoc__level *level)
{
    struct pdoc__months open = {{0}};
    uint32_t effort = 0;
    for (size_t i = 0; i < level->count; i++) {
        const struct pdoc__job *job = &level->jobs[i];
        for (size_t word = 0; can_be_placed(level, job) && word < PDOC__LEVEL_MONTHS / 64; word++)
            open.words[word] |= job->months.words[word];
        effort += job->month >= 0 ? job->effort : 0;
    }
    const uint32_t months = pdoc__months_count(&open);
    const uint32_t each = effort_of_each(level);
    level->lower_bound = (effort / each + months - 1) / months * each;
    level->tight = open;
    level->tight_months = months;
    level->tight_effort = effort;
    level->tight_owner = UINT32_MAX;
}

static void note_result(struct pdoc__level *level)
{
    level->peak = pdoc__level_peak(level);
    level->moved = level->left_out = 0;
    for (size_t i = 0; i < level->count; i++) {
        const struct pdoc__job *job = &level->jobs[i];
        level->moved += job->previous >= 0 && job->previous != job->month;
        level->left_out += job->month < 0 && can_be_placed(level, job);
    }
    if (level->left_out > 0)
        bound_what_is_placed(level);
    level->is_optimal = level->lower_bound == level->peak;
    note_span(level);
}

bool pdoc__level(struct pdoc__level *level, pdoc_error **error)
{
    level->is_feasible = true;
    level->moved_is_least = false;
    level->lower_bound = level->tight_effort = level->tight_months = 0;
    level->tight = (struct pdoc__months){{0}};
    level->tight_owner = UINT32_MAX;
    if (level->effort_limit == 0)
        level->effort_limit = DEFAULT_STEPS;
    const bool are_alike = prepare(level);
    if (!(are_alike ? pdoc__level_alike(level, error) : pdoc__level_weights(level, error)))
        return false;
    note_result(level);
    return true;
}
