/* SPDX-License-Identifier: MIT */
/* Shortest paths in the network of levelling, and units that move along them. Knows nothing of what they are for. */
#include "governance/levelling/level_work.h"

/* One unit that leaves a room for a month costs 1 if it leaves its month before, -1 if it comes back to it, else 0. */
void pdoc__reach_add(struct pdoc__level_net *net, uint32_t index, uint32_t month)
{
    const struct pdoc__level_group *group = &net->groups[index];
    struct pdoc__months *reach = net->reach + (size_t)pdoc__net_room(net, group->row, month) * 3;
    if (!pdoc__net_may_move(net, group))
        return;
    struct pdoc__months *to = &reach[group->previous == (int32_t)month ? 2 : 1];
    for (size_t word = 0; word < PDOC__LEVEL_MONTHS / 64; word++)
        to->words[word] |= group->months.words[word];
    if (group->previous >= 0 && group->previous != (int32_t)month)
        pdoc__months_add(&reach[0], (uint32_t)group->previous);
}

/* All that the units of a room can reach, anew: a group has left it. */
void pdoc__reach_update(struct pdoc__level_net *net, uint32_t room)
{
    struct pdoc__months *reach = net->reach + (size_t)room * 3;
    const uint32_t month = room % net->month_count;
    const uint32_t row = room / net->month_count;
    const uint32_t *flow = net->flow + (size_t)month * net->group_count;
    memset(reach, 0, 3 * sizeof *reach);
    for (uint32_t i = net->row_begin[row]; i < net->row_begin[row + 1]; i++) {
        if (flow[i] > 0)
            pdoc__reach_add(net, i, month);
    }
    net->steps += (net->row_begin[row + 1] - net->row_begin[row]) / 8 + 1;
}

void pdoc__path_begin(struct pdoc__level_net *net)
{
    for (uint32_t i = 0; i < net->node_count; i++)
        net->distance[i] = INT32_MAX;
    net->head = net->waiting = 0;
}

/* The queue is a ring: a node waits in it once. */
static void wait_for(struct pdoc__level_net *net, uint32_t node)
{
    const uint32_t place = net->head + net->waiting++;
    net->is_queued[node] = 1;
    net->queue[place < net->node_count ? place : place - net->node_count] = node;
}

void pdoc__path_from(struct pdoc__level_net *net, uint32_t node)
{
    if (net->distance[node] == 0)
        return;
    net->distance[node] = 0;
    net->parent[node] = node;
    wait_for(net, node);
}

static void reach_node(struct pdoc__level_net *net, uint32_t from, uint32_t node, int32_t cost)
{
    const int32_t distance = net->distance[from] + cost;
    if (distance >= net->distance[node])
        return;
    net->distance[node] = distance;
    net->parent[node] = from;
    if (!net->is_queued[node])
        wait_for(net, node);
}

static void leave_room(struct pdoc__level_net *net, uint32_t room)
{
    const uint32_t row = room / net->month_count;
    const uint32_t month = room % net->month_count;
    if (net->carried[room] < net->capacities[row])
        reach_node(net, room, pdoc__net_month(net, month), 0);
    for (int32_t cost = -1; cost <= 1; cost++) {
        const struct pdoc__months *reach = &net->reach[(size_t)room * 3 + (size_t)(cost + 1)];
        for (uint32_t to = pdoc__months_next(reach, 0); to < net->month_count; to = pdoc__months_next(reach, to + 1))
            reach_node(net, room, pdoc__net_room(net, row, to), cost);
    }
    net->steps += 16;
}

static void leave_month(struct pdoc__level_net *net, uint32_t month)
{
    for (uint32_t row = 0; row < net->row_count; row++)
        if (net->carried[pdoc__net_room(net, row, month)] > 0)
            reach_node(net, pdoc__net_month(net, month), pdoc__net_room(net, row, month), 0);
    net->steps += net->row_count;
}

void pdoc__path_search(struct pdoc__level_net *net)
{
    const uint32_t rooms = net->row_count * net->month_count;
    while (net->waiting > 0) {
        const uint32_t node = net->queue[net->head];
        net->head = net->head + 1 < net->node_count ? net->head + 1 : 0;
        net->waiting--;
        net->is_queued[node] = 0;
        if (node < rooms)
            leave_room(net, node);
        else
            leave_month(net, node - rooms);
    }
}

/* The group that moves from a room to another at the cost of the path; of several the one with most units. */
static uint32_t mover(const struct pdoc__level_net *net, uint32_t from, uint32_t to)
{
    const uint32_t row = from / net->month_count;
    const int32_t from_month = (int32_t)(from % net->month_count);
    const uint32_t to_month = to % net->month_count;
    const uint32_t *flow = net->flow + (size_t)from_month * net->group_count;
    uint32_t best = UINT32_MAX;
    int32_t best_cost = 2;
    for (uint32_t i = net->row_begin[row]; i < net->row_begin[row + 1]; i++) {
        const struct pdoc__level_group *group = &net->groups[i];
        if (flow[i] == 0 || !pdoc__months_has(&group->months, to_month) || !pdoc__net_may_move(net, group))
            continue;
        const int32_t cost = group->previous == from_month ? 1 : group->previous == (int32_t)to_month ? -1 : 0;
        if (cost < best_cost || (cost == best_cost && flow[i] > flow[best])) {
            best = i;
            best_cost = cost;
        }
    }
    return best;
}

/* How many units fit through one step of a path. */
static uint32_t room_for(const struct pdoc__level_net *net, uint32_t from, uint32_t to)
{
    const uint32_t rooms = net->row_count * net->month_count;
    if (from >= rooms)
        return net->carried[to];
    if (to >= rooms)
        return net->capacities[from / net->month_count] - net->carried[from];
    return net->flow[(size_t)(from % net->month_count) * net->group_count + mover(net, from, to)];
}

static void move_units(struct pdoc__level_net *net, uint32_t from, uint32_t to, uint32_t units)
{
    const uint32_t rooms = net->row_count * net->month_count;
    const uint32_t from_month = from % net->month_count;
    const uint32_t to_month = to % net->month_count;
    if (from >= rooms) {
        net->carried[to] -= units;
        net->load[from - rooms] -= units;
        return;
    }
    if (to >= rooms) {
        net->carried[from] += units;
        net->load[to - rooms] += units;
        return;
    }
    const uint32_t group = mover(net, from, to);
    net->flow[(size_t)from_month * net->group_count + group] -= units;
    net->flow[(size_t)to_month * net->group_count + group] += units;
    net->held[from] -= units;
    net->held[to] += units;
    pdoc__reach_add(net, group, to_month);
    if (net->flow[(size_t)from_month * net->group_count + group] == 0)
        pdoc__reach_update(net, from);
    net->steps += (net->row_begin[from / net->month_count + 1] - net->row_begin[from / net->month_count]) / 8;
}

uint32_t pdoc__path_push(struct pdoc__level_net *net, uint32_t node, uint32_t most)
{
    for (uint32_t to = node; net->parent[to] != to; to = net->parent[to]) {
        const uint32_t room = room_for(net, net->parent[to], to);
        most = room < most ? room : most;
    }
    for (uint32_t to = node; net->parent[to] != to; to = net->parent[to])
        move_units(net, net->parent[to], to, most);
    return most;
}
