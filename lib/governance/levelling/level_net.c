/* SPDX-License-Identifier: MIT */
/* The network of levelling: equal jobs as one group, rooms for the capacities, months. Knows nothing of how it is searched. */
#include <stdlib.h>

#include "governance/levelling/level_work.h"

/* What a job is sorted by. */
struct key {
    struct pdoc__months months;
    uint32_t row;
    int32_t previous;
    bool is_late;
    uint32_t effort;
    uint32_t job;
};

static int compare_numbers(uint64_t left, uint64_t right)
{
    return left < right ? -1 : left > right;
}

static int compare_groups(const struct key *a, const struct key *b)
{
    int order = compare_numbers(a->row, b->row);
    for (size_t word = 0; order == 0 && word < PDOC__LEVEL_MONTHS / 64; word++)
        order = compare_numbers(a->months.words[word], b->months.words[word]);
    if (order == 0)
        order = compare_numbers(a->is_late, b->is_late);
    return order != 0 ? order : (a->previous > b->previous) - (a->previous < b->previous);
}

/* In a group the great ones first, then as they came. */
static int compare_keys(const void *left, const void *right)
{
    const struct key *a = left;
    const struct key *b = right;
    int order = compare_groups(a, b);
    if (order == 0)
        order = compare_numbers(b->effort, a->effort);
    return order != 0 ? order : compare_numbers(a->job, b->job);
}

static uint32_t take_keys(struct key *keys, const struct pdoc__level *level, const struct pdoc__net_options *options)
{
    uint32_t count = 0;
    for (size_t i = 0; i < level->count; i++) {
        const struct pdoc__job *job = &level->jobs[i];
        if (job->month < 0)
            continue;
        const bool is_bound = pdoc__level_capacity(level, job) != PDOC__NO_LIMIT;
        keys[count++] = (struct key){.months = job->months,
                                     .row = is_bound ? job->owner + 1 : 0,
                                     .previous = options->with_previous ? pdoc__level_home(level, job) : -1,
                                     .is_late = job->is_late,
                                     .effort = job->effort,
                                     .job = (uint32_t)i};
    }
    qsort(keys, count, sizeof *keys, compare_keys);
    return count;
}

/* Owners without a job have no row, or their rooms would be searched for nothing. */
static uint32_t number_rows(struct key *keys, uint32_t count)
{
    uint32_t row = 0;
    uint32_t owner = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (keys[i].row != owner) {
            owner = keys[i].row;
            row++;
        }
        keys[i].row = row;
    }
    return row + 1;
}

static uint32_t count_groups(const struct key *keys, uint32_t count)
{
    uint32_t groups = 0;
    for (uint32_t i = 0; i < count; i++)
        groups += i == 0 || compare_groups(&keys[i - 1], &keys[i]) != 0;
    return groups;
}

static void make_groups(struct pdoc__level_net *net, const struct key *keys, uint32_t count,
                        const struct pdoc__level *level, const struct pdoc__net_options *options)
{
    struct pdoc__level_group *group = net->groups - 1; /* before the first; the first key makes that one */
    for (uint32_t i = 0; i < count; i++) {
        const struct pdoc__job *job = &level->jobs[keys[i].job];
        if (i == 0 || compare_groups(&keys[i - 1], &keys[i]) != 0) {
            group = i == 0 ? net->groups : group + 1;
            *group = (struct pdoc__level_group){
                .months = keys[i].months, .previous = keys[i].previous, .is_late = keys[i].is_late,
                .row = keys[i].row, .first = i};
        }
        const uint32_t capacity = pdoc__level_capacity(level, job);
        if (keys[i].row > 0)
            net->capacities[keys[i].row] =
                options->units == PDOC__UNITS_OF_JOBS ? capacity / options->effort : capacity;
        group->count++;
        group->units += options->units == PDOC__UNITS_OF_JOBS ? 1 : job->effort;
        net->order[i] = keys[i].job;
    }
    for (uint32_t i = 0; i < net->group_count; i++)
        net->row_begin[net->groups[i].row + 1]++;
    for (uint32_t row = 0; row < net->row_count; row++)
        net->row_begin[row + 1] += net->row_begin[row];
}

static bool make_room(struct pdoc__level_net *net, uint32_t job_count, pdoc_error **error)
{
    const size_t rooms = (size_t)net->row_count * net->month_count;
    net->node_count = (uint32_t)(rooms + net->month_count);
    net->groups = pdoc__alloc_zero(net->group_count + 1, sizeof *net->groups, error);
    net->order = net->groups ? pdoc__alloc_zero(job_count + 1, sizeof *net->order, error) : NULL;
    net->row_begin = net->order ? pdoc__alloc_zero((size_t)net->row_count + 1, sizeof *net->row_begin, error) : NULL;
    net->capacities = net->row_begin ? pdoc__alloc_zero(net->row_count, sizeof *net->capacities, error) : NULL;
    net->flow = net->capacities
                    ? pdoc__alloc_zero(net->month_count, (net->group_count + 1) * sizeof *net->flow, error)
                    : NULL;
    net->held = net->flow ? pdoc__alloc_zero(rooms, sizeof *net->held, error) : NULL;
    net->carried = net->held ? pdoc__alloc_zero(rooms, sizeof *net->carried, error) : NULL;
    net->reach = net->carried ? pdoc__alloc_zero(rooms, 3 * sizeof *net->reach, error) : NULL;
    net->distance = net->reach ? pdoc__alloc_zero(net->node_count, sizeof *net->distance, error) : NULL;
    net->parent = net->distance ? pdoc__alloc_zero(net->node_count, sizeof *net->parent, error) : NULL;
    net->queue = net->parent ? pdoc__alloc_zero((size_t)net->node_count + 1, sizeof *net->queue, error) : NULL;
    net->is_queued = net->queue ? pdoc__alloc_zero(net->node_count, sizeof *net->is_queued, error) : NULL;
    return net->is_queued != NULL;
}

bool pdoc__net_begin(struct pdoc__level_net *net, const struct pdoc__level *level,
                     const struct pdoc__net_options *options, pdoc_error **error)
{
    *net = (struct pdoc__level_net){
        .month_count = level->month_count, .peak_limit = PDOC__NO_LIMIT, .step_limit = options->step_limit};
    struct key *keys = pdoc__alloc_zero(level->count + 1, sizeof *keys, error);
    if (!keys)
        return false;
    const uint32_t count = take_keys(keys, level, options);
    net->row_count = number_rows(keys, count);
    net->group_count = count_groups(keys, count);
    const bool is_good = make_room(net, count, error);
    if (is_good) {
        net->capacities[0] = PDOC__NO_LIMIT;
        make_groups(net, keys, count, level, options);
    } else {
        pdoc__net_end(net);
    }
    pdoc__free(keys);
    return is_good;
}

void pdoc__net_end(struct pdoc__level_net *net)
{
    pdoc__free(net->groups);
    pdoc__free(net->order);
    pdoc__free(net->row_begin);
    pdoc__free(net->capacities);
    pdoc__free(net->flow);
    pdoc__free(net->held);
    pdoc__free(net->carried);
    pdoc__free(net->reach);
    pdoc__free(net->distance);
    pdoc__free(net->parent);
    pdoc__free(net->queue);
    pdoc__free(net->is_queued);
    *net = (struct pdoc__level_net){0};
}

void pdoc__net_take_up(struct pdoc__level_net *net)
{
    memset(net->load, 0, sizeof net->load);
    for (uint32_t row = 0; row < net->row_count; row++) {
        for (uint32_t month = 0; month < net->month_count; month++) {
            const uint32_t room = pdoc__net_room(net, row, month);
            const uint32_t *flow = net->flow + (size_t)month * net->group_count;
            net->held[room] = 0;
            for (uint32_t group = net->row_begin[row]; group < net->row_begin[row + 1]; group++)
                net->held[room] += flow[group];
            const uint32_t capacity = net->capacities[row];
            net->carried[room] = net->held[room] < capacity ? net->held[room] : capacity;
            net->load[month] += net->carried[room];
            pdoc__reach_update(net, room);
        }
    }
}

bool pdoc__net_is_exhausted(const struct pdoc__level_net *net)
{
    return net->steps > net->step_limit;
}

void pdoc__net_hand_out(const struct pdoc__level_net *net, struct pdoc__level *level)
{
    for (uint32_t i = 0; i < net->group_count; i++) {
        const struct pdoc__level_group *group = &net->groups[i];
        uint32_t given = 0;
        for (uint32_t month = 0; month < net->month_count; month++) {
            uint32_t units = net->flow[(size_t)month * net->group_count + i];
            for (; units > 0 && given < group->count; units--, given++)
                level->jobs[net->order[group->first + given]].month = (int32_t)month;
        }
        for (; given < group->count; given++)
            level->jobs[net->order[group->first + given]].month = -1;
    }
}
