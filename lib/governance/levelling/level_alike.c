/* SPDX-License-Identifier: MIT */
/* Jobs that all have the same effort: levelled exactly, and re-planned with the fewest moves. Knows nothing of weights. */
#include "governance/levelling/level_work.h"

static uint32_t effort_of_all(const struct pdoc__level *level)
{
    for (size_t i = 0; i < level->count; i++)
        if (level->jobs[i].month >= 0)
            return level->jobs[i].effort;
    return 1;
}

/* Every unit where its job was: in its month before, else in the month that it has now. */
static void put_home(struct pdoc__level_net *net, const struct pdoc__level *level)
{
    for (uint32_t i = 0; i < net->group_count; i++) {
        const struct pdoc__level_group *group = &net->groups[i];
        for (uint32_t k = 0; k < group->count; k++) {
            const struct pdoc__job *job = &level->jobs[net->order[group->first + k]];
            const uint32_t month = (uint32_t)(group->previous >= 0 ? group->previous : job->month);
            net->flow[(size_t)month * net->group_count + i]++;
        }
    }
}

static bool move_few(struct pdoc__level *level, struct pdoc__net_options *options, uint32_t peak, pdoc_error **error)
{
    struct pdoc__level_net net;
    options->with_previous = true;
    if (!pdoc__net_begin(&net, level, options, error))
        return false;
    put_home(&net, level);
    pdoc__net_take_up(&net);
    net.peak_limit = peak;
    level->moved_is_least = pdoc__net_settle(&net);
    if (level->moved_is_least) {
        pdoc__net_delay(&net);
        pdoc__net_hand_out(&net, level);
    }
    pdoc__net_end(&net);
    return true;
}

bool pdoc__level_alike(struct pdoc__level *level, pdoc_error **error)
{
    struct pdoc__net_options options = {
        .units = PDOC__UNITS_OF_JOBS, .effort = effort_of_all(level), .step_limit = level->effort_limit};
    struct pdoc__level_net net;
    if (!pdoc__net_begin(&net, level, &options, error))
        return false;
    if (pdoc__net_place(&net) > 0)
        level->is_feasible = false;
    pdoc__net_balance(&net);
    uint32_t peak = 0;
    for (uint32_t month = 0; month < net.month_count; month++)
        peak = net.load[month] > peak ? net.load[month] : peak;
    const bool is_known = !pdoc__net_is_exhausted(&net);
    if (is_known)
        pdoc__level_note_bound(level, &net, options.effort);
    pdoc__net_delay(&net);
    pdoc__net_hand_out(&net, level);
    pdoc__net_end(&net);
    if (!is_known)
        return pdoc__level_bound_without_capacities(level, error);
    return !level->keep || move_few(level, &options, peak, error);
}
