/* SPDX-License-Identifier: MIT */
/* Levelling: jobs with months in which each may be done, so that the fullest month is as empty as can be. Pure numbers. */
#ifndef PDOC_GOVERNANCE_LEVEL_H
#define PDOC_GOVERNANCE_LEVEL_H

#include "policydoc/error.h"

#define PDOC__LEVEL_MONTHS 128u /* months of a programme at most */

/* Months as bits. */
struct pdoc__months {
    uint64_t words[PDOC__LEVEL_MONTHS / 64];
};
static inline bool pdoc__months_has(const struct pdoc__months *months, uint32_t month)
{
    return (months->words[month / 64] >> (month % 64) & 1u) != 0;
}
static inline void pdoc__months_add(struct pdoc__months *months, uint32_t month)
{
    months->words[month / 64] |= UINT64_C(1) << (month % 64);
}

struct pdoc__job {
    struct pdoc__months months; /* in which it may be done; a pinned one has one month */
    uint32_t effort;            /* from 1 */
    uint32_t owner;             /* index of a capacity; UINT32_MAX: no one's */
    int32_t previous;           /* month of the plan before, or -1 */
    bool is_late;               /* overdue: the sooner the better; others as late as they may be */
    int32_t month;              /* out: the month chosen; -1: it could not be placed */
};

struct pdoc__level {
    struct pdoc__job *jobs;
    size_t count;
    uint32_t month_count;
    const uint32_t *capacities; /* most effort in one month, by owner; UINT32_MAX: no limit */
    size_t owner_count;
    bool keep; /* at the best peak found, as many as can be stay in their previous month */
    uint64_t effort_limit; /* bound of the work of the local search, in steps; 0: the default */
    /* out */
    uint32_t peak;
    uint32_t lower_bound;
    bool is_optimal;        /* it is known that no plan that places as much has a lower peak */
    uint32_t left_out;      /* jobs that a month could take, but for want of capacity none does */
    bool is_feasible;       /* every job was placed */
    uint32_t moved;         /* jobs with a previous month that are in another */
    bool moved_is_least;    /* it is known that fewer moves cannot reach this peak */
    uint32_t tight_first;   /* the bottleneck: months first..last among which `tight_effort` must fall ... */
    uint32_t tight_last;
    uint32_t tight_months;  /* ... into so many open months (those of tight_first..tight_last that some job may use) */
    uint32_t tight_effort;
    struct pdoc__months tight; /* those open months */
    uint32_t tight_owner;   /* the owner whose capacity binds; UINT32_MAX: none does */
};

/* Levels. False on NOMEM only; what cannot be placed has month -1 and makes is_feasible false. */
bool pdoc__level(struct pdoc__level *level, pdoc_error **error);

#endif
