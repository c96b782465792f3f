/* SPDX-License-Identifier: MIT */
/*
 * What a change does, as far as its events say. A rule that it breaks forbids it only where the rule is about the act
 * itself: how it is done (a row of the matrix, of the flow, of labels or amendments), what has to be done before it (a
 * gate of its purpose), or its event. All else that is not met from then on is what the act asks for next.
 */
#ifndef PDOC_KEEPING_ACT_H
#define PDOC_KEEPING_ACT_H

#include "governance/audit/audit.h"
#include "keeping/change.h"

/* Does the change record that something was done, beside corrections and remarks? */
bool pdoc__change_acts(const pdoc_change *change, const struct pdoc__history *history);
/* Does it declare something void, so that an act of it may be an old one told anew? */
bool pdoc__change_mends(const pdoc_change *change, const struct pdoc__history *history);
/* Is the place one of an event that the change records? */
bool pdoc__change_is_at_event(const pdoc_change *change, const struct pdoc__history *history, const char *place);
/* Does the finding stand behind the gate of a purpose that a new event is for? */
bool pdoc__change_meets_gate(const pdoc_change *change, const struct pdoc__history *history, const pdoc_report *report,
                             const struct pdoc__finding *finding);
/* Is it of a row that says how an act is done? */
bool pdoc__finding_is_of_acts(const pdoc_report *report, const struct pdoc__finding *finding);

#endif
