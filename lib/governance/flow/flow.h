/* SPDX-License-Identifier: MIT */
/*
 * How far a version has come in the flow of its profile: a fold over what happened, as its phase is one. The states are
 * the profile's, and each has a phase; the phase of the library stays what it is, and where the two differ that is
 * told.
 *
 * An event is taken for the transition of its kind (and purpose, and outcome) that leads on from the state it met. If
 * none does, it happened all the same: it is out of order, and the version goes on from where the event leads. Where
 * nothing before it moved the version, the record begins with it, and what went before cannot be told.
 */
#ifndef PDOC_GOVERNANCE_FLOW_FOLD_H
#define PDOC_GOVERNANCE_FLOW_FOLD_H

#include "governance/rows/judged_rows.h"

#define PDOC__NO_STATE (-1)

/* An event that moved the version, or should not have. */
struct pdoc__move {
    const pdoc_event *event;
    int32_t since;      /* last day on which the state that it met may have been reached; PDOC__NO_DAY: not known */
    int16_t transition; /* row of the one that it makes, or would make */
    int16_t from;       /* row of the state that it met */
    int16_t to;         /* row of the state after it */
    bool is_in_order;   /* the transition leads on from that state */
    bool is_first;      /* nothing before it moved the version */
};

struct pdoc__flow {
    const struct pdoc_version *version; /* NULL: the document has none */
    struct pdoc__move *moves;           /* in the judge's scratch, in order */
    size_t move_count;
    const pdoc_event *event; /* that led to the state; NULL: it began there, or is there by its phase */
    struct pdoc__phase phase;
    int32_t since;    /* last day on which it may have come there; PDOC__NO_DAY: not known */
    int16_t state;    /* row of the states; PDOC__NO_STATE: cannot be told, or the profile has none */
    bool is_by_phase; /* no event moved it; it is there because of its phase */
};

/* Where a version stands on the day judged; once worked out for the version at hand and the newest. NULL when memory
   runs out. */
const struct pdoc__flow *pdoc__flow_of(struct pdoc__judge *judge, const struct pdoc_version *version);
/* The version that is under way: the newest, unless that is over and another one is not. */
const struct pdoc_version *pdoc__version_under_way(struct pdoc__judge *judge);
/* May a transition start from a state? */
bool pdoc__leads_from(const struct pdoc__transition *transition, int16_t state);
/* Do state and phase say different things of one version, and not only of one and the same event? */
bool pdoc__flow_differs(const struct pdoc__judge *judge, const struct pdoc__flow *flow);
/* Is the one who acted one of those who may? By a delegation where the transition allows it. */
pdoc_truth pdoc__may_move(struct pdoc__judge *judge, const struct pdoc__transition *transition,
                          const pdoc_event *event);

/* What events of a kind are for, unless the flow says otherwise: a code of PDOC_TABLE_PURPOSE, or NULL. */
const char *pdoc__usual_purpose(uint8_t kind);

/* Is it a cell of the sign-off matrix that is done before the decision, or with it? */
bool pdoc__is_before_decision(const pdoc_profile *profile, const struct pdoc__rule *row);

/* What is asked of a move (rows/transition.c): may the one who made it, did it come in order, did what has to hold
   before hold, was it in time? The more serious answer stays in `out`. */
enum pdoc__move_part { PDOC__MOVE_WHO, PDOC__MOVE_ORDER, PDOC__MOVE_GUARD, PDOC__MOVE_TIME, PDOC__MOVE_PARTS };
void pdoc__judge_move(struct pdoc__judge *judge, const struct pdoc__flow *flow, const struct pdoc__move *move,
                      enum pdoc__move_part part, struct pdoc__row_answer *out);
/* Last day for a transition from the state that was reached on `since`; PDOC__NO_DAY: no time is set, or it cannot be
   told. */
int32_t pdoc__move_deadline(struct pdoc__judge *judge, const struct pdoc__transition *transition, int32_t since);

#endif
