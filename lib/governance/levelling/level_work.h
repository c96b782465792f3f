/* SPDX-License-Identifier: MIT */
/* What the files of levelling share: groups of equal jobs, the network of their months, searches. Pure numbers. */
#ifndef PDOC_GOVERNANCE_LEVEL_WORK_H
#define PDOC_GOVERNANCE_LEVEL_WORK_H

#include <string.h>

#include "base/alloc.h"
#include "governance/levelling/level.h"

#define PDOC__NO_LIMIT UINT32_MAX

static inline bool pdoc__months_are_equal(const struct pdoc__months *left, const struct pdoc__months *right)
{
    return memcmp(left, right, sizeof *left) == 0;
}

/* Lowest month from `month` on; PDOC__LEVEL_MONTHS if there is none. */
static inline uint32_t pdoc__months_next(const struct pdoc__months *months, uint32_t month)
{
    for (uint32_t word = month / 64; month < PDOC__LEVEL_MONTHS; word++, month = word * 64) {
        uint64_t bits = months->words[word] >> (month % 64);
        for (; bits; bits >>= 1, month++)
            if (bits & 1u)
                return month;
    }
    return PDOC__LEVEL_MONTHS;
}

static inline uint32_t pdoc__months_count(const struct pdoc__months *months)
{
    uint32_t count = 0;
    for (uint32_t i = pdoc__months_next(months, 0); i < PDOC__LEVEL_MONTHS; i = pdoc__months_next(months, i + 1))
        count++;
    return count;
}

static inline uint32_t pdoc__level_capacity(const struct pdoc__level *level, const struct pdoc__job *job)
{
    return job->owner < level->owner_count ? level->capacities[job->owner] : PDOC__NO_LIMIT;
}

/* The month before, where the job may still be there; else -1. */
static inline int32_t pdoc__level_home(const struct pdoc__level *level, const struct pdoc__job *job)
{
    const bool is_home = job->previous >= 0 && (uint32_t)job->previous < level->month_count &&
                         pdoc__months_has(&job->months, (uint32_t)job->previous);
    return is_home ? job->previous : -1;
}

/* Jobs that are alike: the same months, capacity and, for a re-plan, month before. */
struct pdoc__level_group {
    struct pdoc__months months;
    int32_t previous; /* -1: none, or none that counts */
    bool is_late;
    uint32_t row;     /* 0: no capacity binds it; else that of one owner */
    uint32_t first;   /* in `order` */
    uint32_t count;   /* jobs */
    uint32_t units;   /* what flows: jobs, or effort */
};

/* Whose units may move: those of every group, or of those that are late or not. */
enum pdoc__movers { PDOC__ALL_MOVE, PDOC__ONLY_LATE, PDOC__NONE_LATE };

/* The network: groups flow into rooms (one for each row and month), rooms into months, months into the end. */
struct pdoc__level_net {
    uint32_t month_count;
    uint32_t row_count;
    uint32_t group_count;
    uint32_t node_count;
    struct pdoc__level_group *groups; /* by row */
    uint32_t *order;                  /* jobs, group by group */
    uint32_t *row_begin;              /* groups of a row: from row_begin[row] up to row_begin[row + 1] */
    uint32_t *capacities;             /* of a row, in units; PDOC__NO_LIMIT: none */
    uint32_t *flow;                   /* units of a group in a month: [month][group] */
    uint32_t *held;                   /* units in a room */
    uint32_t *carried;                /* of those, what flows on to the month */
    struct pdoc__months *reach;       /* of a room, three: months its units can move to at cost -1, 0, 1 */
    uint32_t load[PDOC__LEVEL_MONTHS];
    uint32_t peak_limit; /* for pdoc__net_settle */
    enum pdoc__movers movers;
    /* the search at hand */
    int32_t *distance;
    uint32_t *parent;
    uint32_t *queue;
    uint8_t *is_queued;
    uint32_t head;
    uint32_t waiting;
    uint64_t steps;
    uint64_t step_limit;
};

/* A room is a node, and a month is, after the rooms. */
static inline uint32_t pdoc__net_room(const struct pdoc__level_net *net, uint32_t row, uint32_t month)
{
    return row * net->month_count + month;
}

static inline uint32_t pdoc__net_month(const struct pdoc__level_net *net, uint32_t month)
{
    return net->row_count * net->month_count + month;
}

static inline bool pdoc__net_may_move(const struct pdoc__level_net *net, const struct pdoc__level_group *group)
{
    return net->movers == PDOC__ALL_MOVE || group->is_late == (net->movers == PDOC__ONLY_LATE);
}

enum pdoc__units { PDOC__UNITS_OF_JOBS, PDOC__UNITS_OF_EFFORT };

struct pdoc__net_options {
    enum pdoc__units units;
    uint32_t effort;     /* of every job where the units are jobs: capacities are counted in it */
    bool with_previous;  /* groups are told apart by their month before */
    uint64_t step_limit; /* searches end after so many steps, and nothing is known then */
};

/* level_net.c: the groups of the jobs with `month` not -1. */
bool pdoc__net_begin(struct pdoc__level_net *net, const struct pdoc__level *level,
                     const struct pdoc__net_options *options, pdoc_error **error);
void pdoc__net_end(struct pdoc__level_net *net);
/* Takes up what was put into `flow`: held, carried up to the capacities, and loads up to no limit. */
void pdoc__net_take_up(struct pdoc__level_net *net);
bool pdoc__net_is_exhausted(const struct pdoc__level_net *net);
/* Gives each job the month that its group has units for; a job without one gets -1. */
void pdoc__net_hand_out(const struct pdoc__level_net *net, struct pdoc__level *level);

/* level_path.c: pdoc__path_begin, pdoc__path_from for each source, pdoc__path_search; then `distance` and `parent` hold for
   every node that can be reached (others: INT32_MAX). */
void pdoc__path_begin(struct pdoc__level_net *net);
void pdoc__path_from(struct pdoc__level_net *net, uint32_t node);
void pdoc__path_search(struct pdoc__level_net *net);
/* Moves as many units as fit, `most` at most, along the path to a node; the number. */
uint32_t pdoc__path_push(struct pdoc__level_net *net, uint32_t node, uint32_t most);
/* What the units of a room can reach: more, when units of a group come in; anew, when the last of one has left. */
void pdoc__reach_add(struct pdoc__level_net *net, uint32_t index, uint32_t month);
void pdoc__reach_update(struct pdoc__level_net *net, uint32_t room);

/* level_flow.c */
/* Places all units; how many found no place. Then the loads are levelled: no unit can move so that the squares of the
   loads add up to less, and so the peak cannot be lower either. */
uint32_t pdoc__net_place(struct pdoc__level_net *net);
void pdoc__net_balance(struct pdoc__level_net *net);
/* The months that must take more than peak - 1 between them, and the capacity that keeps the effort there. */
void pdoc__net_bottleneck(struct pdoc__level_net *net, struct pdoc__months *months, uint32_t *row);
/* With every unit in its month before: moves as few as can be until no capacity and no month's limit is passed. */
bool pdoc__net_settle(struct pdoc__level_net *net);

/* level_later.c: units move to later months (of jobs that are late, to sooner ones) as far as neither the squares of the
   loads nor the number of those that left their month before grow; then the same for jobs of different effort. */
void pdoc__net_delay(struct pdoc__level_net *net);
bool pdoc__level_delay(struct pdoc__level *level, pdoc_error **error);

/* level_repair.c, level_exact.c, level_return.c: jobs of different effort. */
struct pdoc__level_problem {
    struct pdoc__level *level; /* month of a job: where it is; -1: left out */
    uint32_t limit;            /* of every month */
    uint64_t steps;            /* that may be taken */
};
enum pdoc__found { PDOC__FOUND, PDOC__NOT_FOUND, PDOC__THERE_IS_NONE, PDOC__NO_MEMORY };
/* Moves jobs until no limit is passed. PDOC__NOT_FOUND: the months are the best that were seen. */
enum pdoc__found pdoc__level_repair(struct pdoc__level_problem *problem, pdoc_error **error);
/* Tries all that could be; `most_moved`: jobs that may leave their month before. */
enum pdoc__found pdoc__level_try_all(struct pdoc__level_problem *problem, uint32_t most_moved, pdoc_error **error);
/* Moves jobs back to their month before, and levels what is left, without passing a limit. */
enum pdoc__found pdoc__level_return(struct pdoc__level_problem *problem, pdoc_error **error);

/* level_weights.c, level_alike.c: both level the jobs whose month is not -1. */
bool pdoc__level_weights(struct pdoc__level *level, pdoc_error **error);
bool pdoc__level_alike(struct pdoc__level *level, pdoc_error **error);
/* What the bound rests on, from a network that is levelled. */
void pdoc__level_note_bound(struct pdoc__level *level, struct pdoc__level_net *net, uint32_t effort);
/* Where the network with capacities is too large to search: a bound that they do not enter. */
bool pdoc__level_bound_without_capacities(struct pdoc__level *level, pdoc_error **error);
uint32_t pdoc__level_peak(const struct pdoc__level *level);

#endif
