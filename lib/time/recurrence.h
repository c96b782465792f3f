/* SPDX-License-Identifier: MIT */
/* Walking the occurrences of a recurrence rule, in order, within bounds. */
#ifndef PDOC_TIME_RECURRENCE_H
#define PDOC_TIME_RECURRENCE_H

#include "policydoc/calendar.h"
#include "time/interval.h"

/* Where a walk stands. Begin it with pdoc__recurrence_begin; it allocates nothing. The members are recurrence.c's. */
struct pdoc__recurrence_walk {
    const pdoc_recurrence *recurrence;
    int32_t period;     /* of the next set: years, months, weeks or days, counted from the start's */
    int32_t not_before; /* days before this one have been given, or are skipped */
    uint32_t empty;     /* periods without any since the last occurrence */
    uint32_t set_count; /* of the period at hand */
    uint32_t set_next;
    int32_t set[366];
};

enum pdoc__recurrence_step { PDOC__RECURRENCE_DAY, PDOC__RECURRENCE_END, PDOC__RECURRENCE_LIMIT };

void pdoc__recurrence_begin(struct pdoc__recurrence_walk *walk, const pdoc_recurrence *recurrence);
/* Skips to the first occurrence on or after a day without walking all before it. Never goes back. */
void pdoc__recurrence_seek(struct pdoc__recurrence_walk *walk, int32_t day);
/* The next day of the rule. LIMIT: the search was given up within its bounds. */
enum pdoc__recurrence_step pdoc__recurrence_step(struct pdoc__recurrence_walk *walk, int32_t *day);
/* Is the rule written in one of the shapes on which all calendar programs agree (so that it may be exported as a rule)? */
bool pdoc__recurrence_is_portable(const pdoc_recurrence *recurrence);

#endif
