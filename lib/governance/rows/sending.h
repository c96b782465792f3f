/* SPDX-License-Identifier: MIT */
/*
 * A draft that was sent to a consultee: for the cell of the matrix that asks for it, and for the thread of a
 * consultation. The lead counts before the meeting that decided, else the one that was announced, else the one on the
 * forward plan.
 */
#ifndef PDOC_GOVERNANCE_SENDING_H
#define PDOC_GOVERNANCE_SENDING_H

#include "governance/rows/cell.h"

struct pdoc__sending {
    const pdoc_event *event;             /* "consultation-opened" */
    const struct pdoc__route_duty *duty; /* the cell that asks for it; NULL: none does */
    struct pdoc__interval sent;
    struct pdoc__interval deadline; /* PDOC__NO_DAY: none; so also the next */
    struct pdoc__interval meeting;
    bool is_derived; /* the deadline is not recorded, but follows from the cell and the meeting */
};

/* What it says of itself; `duty` may be NULL. */
void pdoc__sending_read(struct pdoc__judge *judge, const pdoc_event *event, const struct pdoc__route_duty *duty,
                        struct pdoc__sending *out);
/* Was it sent early enough before the meeting, and with enough time to reply? True where nothing is asked. `*why`: what
   decides where it is not true. */
pdoc_truth pdoc__sent_in_time(struct pdoc__judge *judge, const struct pdoc__sending *sending, const char **why);
/* Is the last day for replies the one that the cell asks for, or that day moved back to a working day? */
pdoc_truth pdoc__reply_day_fits(struct pdoc__judge *judge, const struct pdoc__sending *sending, const char **why);
/* Those whom it names as having been sent it: bodies, else groups, else `by`. The list lies in the scratch. */
size_t pdoc__sending_names(struct pdoc__judge *judge, const pdoc_event *event, const char *const **out);

#endif
