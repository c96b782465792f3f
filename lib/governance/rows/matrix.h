/* SPDX-License-Identifier: MIT */
/*
 * The sign-off matrix for the document at hand: which of its lines hold, which cells belong to them, and what happened
 * on the way to the decision. Lines and cells are told in three values: a line whose condition cannot be told is no
 * line and not none.
 */
#ifndef PDOC_GOVERNANCE_MATRIX_H
#define PDOC_GOVERNANCE_MATRIX_H

#include "governance/judge.h"
#include "model/build.h"

/* The events of one way from draft to decision: those of the version at hand, and of the document as a whole, that come
   after the decision before. `decision` is the last that approves, and is one of them. */
struct pdoc__way {
    size_t first;               /* in judge->past.events */
    size_t end;                 /* behind the decision, or behind all that counts */
    const pdoc_event *decision; /* NULL: none approves */
    const pdoc_event *unclear;  /* a decision of which it is not recorded what came of it, where none approves */
    struct pdoc__interval
        day;         /* of the decision, recorded or as printed; PDOC__NO_DAY: nothing is decided, or no day */
    bool is_decided; /* by an event, or by the phase that the sheet gives */
};

/* What was decided, and what led to it. */
void pdoc__way_find(struct pdoc__judge *judge, struct pdoc__way *way);
/* The next event of a kind on the way, from *at on, which moves behind it; NULL: there is none. */
const pdoc_event *pdoc__way_next(const struct pdoc__judge *judge, const struct pdoc__way *way,
                                 enum pdoc__event_kind kind, size_t *at);
/* Does the event approve the document? */
bool pdoc__event_approves(const pdoc_event *event);

/* Does a line hold, whatever the day? The last amendment on the way may choose the line instead. */
pdoc_truth pdoc__line_holds(struct pdoc__judge *judge, size_t route);
/* Does one of them hold by the edition of the day judged? */
pdoc_truth pdoc__some_line_holds(struct pdoc__judge *judge);
/* Does a cell belong to the document, by the editions of those days (PDOC__NO_DAY: the day judged)? */
pdoc_truth pdoc__cell_holds(struct pdoc__judge *judge, const struct pdoc__route_duty *cell, struct pdoc__interval day);
/* A kind of duty by its code: enum pdoc__route_duty_kind, or -1. */
int pdoc__duty_kind(const char *code);
/* The lines that hold, and whom the cells of a kind name: values that rules can ask for. */
void pdoc__lines_value(struct pdoc__judge *judge, struct pdoc__value *out);
void pdoc__cells_value(struct pdoc__judge *judge, int kind, struct pdoc__value *out);
/* What a cell of consultation says of time: NULL where none that holds says so. Which of its times is `at`, an offset
   in struct pdoc__route_duty. */
const struct pdoc__route_duty *pdoc__cell_with_time(struct pdoc__judge *judge, size_t at);

/* ---- who acted ---- */

/* Did the one who acted do so as one of these? `role` counts beside `by`; of what names nobody, `body`. */
pdoc_truth pdoc__acted_as(struct pdoc__judge *judge, const pdoc_event *event, const struct pdoc__parties *parties);
/* Does the one who acted answer for the area that the cell asks for? True where it asks for none. */
pdoc_truth pdoc__answers_for_area(struct pdoc__judge *judge, const pdoc_event *event,
                                  const struct pdoc__route_duty *cell);
/* Is a party among those that an attribute (a party, or a group) of the event names? */
pdoc_truth pdoc__event_names(struct pdoc__judge *judge, const pdoc_event *event, enum pdoc__event_attribute attribute,
                             const struct pdoc__who *who);

#endif
