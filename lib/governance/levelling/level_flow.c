/* SPDX-License-Identifier: MIT */
/* Levelling of units that are all alike: exact, by moving units along paths. Knows nothing of jobs. */
#include "governance/levelling/level_work.h"

static void add_units(struct pdoc__level_net *net, uint32_t group, uint32_t month, uint32_t units)
{
    const uint32_t row = net->groups[group].row;
    const uint32_t room = pdoc__net_room(net, row, month);
    const uint32_t carried = net->carried[room];
    net->flow[(size_t)month * net->group_count + group] += units;
    net->held[room] += units;
    net->carried[room] = net->held[room] < net->capacities[row] ? net->held[room] : net->capacities[row];
    net->load[month] += net->carried[room] - carried;
    pdoc__reach_add(net, group, month);
}

/* The emptiest of the months whose room for the group is not full, and by how much the next one is fuller. */
static uint32_t emptiest_month(const struct pdoc__level_net *net, const struct pdoc__level_group *group, uint32_t *step)
{
    uint32_t best = PDOC__LEVEL_MONTHS;
    uint32_t second = UINT32_MAX;
    for (uint32_t month = pdoc__months_next(&group->months, 0); month < net->month_count;
         month = pdoc__months_next(&group->months, month + 1)) {
        if (net->carried[pdoc__net_room(net, group->row, month)] >= net->capacities[group->row])
            continue;
        if (best == PDOC__LEVEL_MONTHS || net->load[month] < net->load[best]) {
            second = best == PDOC__LEVEL_MONTHS ? UINT32_MAX : net->load[best];
            best = month;
        } else if (net->load[month] < second) {
            second = net->load[month];
        }
    }
    *step = best < PDOC__LEVEL_MONTHS && second > net->load[best] ? second - net->load[best] : 1;
    return best;
}

/* Of the months that the search reached: the nearest, and of those the emptiest. */
static uint32_t nearest_month(const struct pdoc__level_net *net, uint32_t limit)
{
    uint32_t best = PDOC__LEVEL_MONTHS;
    int32_t distance = INT32_MAX;
    for (uint32_t month = 0; month < net->month_count; month++) {
        const int32_t other = net->distance[pdoc__net_month(net, month)];
        if (other == INT32_MAX || net->load[month] >= limit)
            continue;
        if (other < distance || (other == distance && net->load[month] < net->load[best])) {
            best = month;
            distance = other;
        }
    }
    return best;
}

/* Where all rooms are full: units of others make way. How many could be placed. */
static uint32_t place_by_moving(struct pdoc__level_net *net, uint32_t index, uint32_t units)
{
    const struct pdoc__level_group *group = &net->groups[index];
    pdoc__path_begin(net);
    for (uint32_t month = pdoc__months_next(&group->months, 0); month < net->month_count;
         month = pdoc__months_next(&group->months, month + 1))
        if (net->capacities[group->row] > 0)
            pdoc__path_from(net, pdoc__net_room(net, group->row, month));
    pdoc__path_search(net);
    const uint32_t month = nearest_month(net, PDOC__NO_LIMIT);
    if (month == PDOC__LEVEL_MONTHS)
        return 0;
    uint32_t node = pdoc__net_month(net, month);
    const uint32_t moved = pdoc__path_push(net, node, units);
    while (net->parent[node] != node)
        node = net->parent[node];
    add_units(net, index, node % net->month_count, moved);
    return moved;
}

static uint32_t place_group(struct pdoc__level_net *net, uint32_t index)
{
    const struct pdoc__level_group *group = &net->groups[index];
    uint32_t left = group->units;
    while (left > 0) {
        uint32_t units = 0;
        const uint32_t month = emptiest_month(net, group, &units);
        if (month < PDOC__LEVEL_MONTHS) {
            const uint32_t room = pdoc__net_room(net, group->row, month);
            const uint32_t free_units = net->capacities[group->row] - net->carried[room];
            units = units < left ? units : left;
            units = units < free_units ? units : free_units;
            add_units(net, index, month, units);
        } else {
            units = pdoc__net_is_exhausted(net) ? 0 : place_by_moving(net, index, left);
            if (units == 0)
                return left;
        }
        left -= units;
    }
    return left;
}

uint32_t pdoc__net_place(struct pdoc__level_net *net)
{
    uint32_t left = 0;
    for (uint32_t i = 0; i < net->group_count; i++)
        left += place_group(net, i);
    return left;
}

static void search_from_month(struct pdoc__level_net *net, uint32_t month)
{
    pdoc__path_begin(net);
    pdoc__path_from(net, pdoc__net_month(net, month));
    pdoc__path_search(net);
}

static uint32_t emptiest_reached(const struct pdoc__level_net *net)
{
    uint32_t best = PDOC__LEVEL_MONTHS;
    for (uint32_t month = 0; month < net->month_count; month++)
        if (net->distance[pdoc__net_month(net, month)] != INT32_MAX &&
            (best == PDOC__LEVEL_MONTHS || net->load[month] < net->load[best]))
            best = month;
    return best;
}

static bool empty_month(struct pdoc__level_net *net, uint32_t month)
{
    bool has_moved = false;
    while (!pdoc__net_is_exhausted(net)) {
        search_from_month(net, month);
        const uint32_t to = emptiest_reached(net);
        if (net->load[to] + 2 > net->load[month])
            return has_moved;
        pdoc__path_push(net, pdoc__net_month(net, to), (net->load[month] - net->load[to]) / 2);
        has_moved = true;
    }
    return false;
}

static uint32_t fullest_month(const struct pdoc__level_net *net, const struct pdoc__months *done)
{
    uint32_t best = PDOC__LEVEL_MONTHS;
    for (uint32_t month = 0; month < net->month_count; month++)
        if (!pdoc__months_has(done, month) &&
            (best == PDOC__LEVEL_MONTHS || net->load[month] > net->load[best]))
            best = month;
    return best;
}

/* A flow with convex costs is the cheapest when no cycle makes it cheaper; here a cycle is a path from a month to one
   with two units less. */
void pdoc__net_balance(struct pdoc__level_net *net)
{
    for (bool has_moved = true; has_moved;) {
        struct pdoc__months done = {{0}};
        has_moved = false;
        for (uint32_t month = fullest_month(net, &done); month < PDOC__LEVEL_MONTHS;
             month = fullest_month(net, &done)) {
            pdoc__months_add(&done, month);
            if (net->load[month] > 1 && empty_month(net, month))
                has_moved = true;
        }
    }
}

/* The row, other than 0, that most of the rooms have whose units cannot go on to their month. */
static uint32_t binding_row(const struct pdoc__level_net *net)
{
    uint32_t best = 0;
    uint32_t most = 0;
    for (uint32_t row = 1; row < net->row_count; row++) {
        uint32_t held_back = 0;
        for (uint32_t month = 0; month < net->month_count; month++)
            held_back += net->distance[pdoc__net_room(net, row, month)] != INT32_MAX &&
                         net->distance[pdoc__net_month(net, month)] == INT32_MAX;
        if (held_back > most) {
            most = held_back;
            best = row;
        }
    }
    return best;
}

void pdoc__net_bottleneck(struct pdoc__level_net *net, struct pdoc__months *months, uint32_t *row)
{
    struct pdoc__months none = {{0}};
    const uint32_t peak = net->load[fullest_month(net, &none)];
    uint32_t least = UINT32_MAX;
    for (uint32_t month = 0; month < net->month_count; month++) {
        if (net->load[month] < peak)
            continue;
        search_from_month(net, month);
        struct pdoc__months reached = {{0}};
        uint32_t count = 0;
        for (uint32_t i = 0; i < net->month_count; i++) {
            if (net->distance[pdoc__net_month(net, i)] == INT32_MAX)
                continue;
            pdoc__months_add(&reached, i);
            count++;
        }
        if (count >= least)
            continue;
        least = count;
        *months = reached;
        *row = binding_row(net);
    }
}

static uint32_t excess_of(const struct pdoc__level_net *net, uint32_t node)
{
    const uint32_t rooms = net->row_count * net->month_count;
    if (node < rooms)
        return net->held[node] - net->carried[node];
    const uint32_t load = net->load[node - rooms];
    return load > net->peak_limit ? load - net->peak_limit : 0;
}

/* Shortest paths one after the other, from what is too much to where there is room: at the end the cheapest flow. */
bool pdoc__net_settle(struct pdoc__level_net *net)
{
    while (!pdoc__net_is_exhausted(net)) {
        bool is_settled = true;
        pdoc__path_begin(net);
        for (uint32_t node = 0; node < net->node_count; node++) {
            if (excess_of(net, node) == 0)
                continue;
            pdoc__path_from(net, node);
            is_settled = false;
        }
        if (is_settled)
            return true;
        pdoc__path_search(net);
        const uint32_t month = nearest_month(net, net->peak_limit);
        if (month == PDOC__LEVEL_MONTHS)
            return false;
        const uint32_t node = pdoc__net_month(net, month);
        uint32_t source = node;
        while (net->parent[source] != source)
            source = net->parent[source];
        const uint32_t excess = excess_of(net, source);
        const uint32_t room = net->peak_limit - net->load[month];
        pdoc__path_push(net, node, excess < room ? excess : room);
    }
    return false;
}
