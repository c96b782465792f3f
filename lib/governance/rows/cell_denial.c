/* SPDX-License-Identifier: MIT */
/* Who may not decide, whatever was delegated: each approving decision is asked. */
#include "governance/explain/explain.h"
#include "governance/rows/deciding.h"

static void say_denied(struct pdoc__matrix_cell *cell, pdoc_truth denied, const pdoc_event *event, const char *by)
{
    struct pdoc__judge *judge = cell->judge;
    const bool is_open = denied == PDOC_UNKNOWN;
    const char *act = event ? pdoc__cell_act(cell, event) : "decided";
    pdoc__cell_say(cell, pdoc__cell_outcome(pdoc__not(denied)), event,
                   is_open ? PDOC__PHRASE(judge, "whether one who may not decided cannot be told: ", by)
                           : PDOC__PHRASE(judge, event && event == judge->supposed ? "it would be " : "", act, " by ",
                                          by, ", who may not decide on it; no delegation allows that"));
    cell->out->found = by;
    cell->out->remedy = is_open ? "Record who decided, as a party of the register."
                                : "Put the document to the body that decides on it, and void this decision.";
    pdoc__cell_tell(cell);
}

/* A decision that is only printed. */
static void judge_printed_denial(struct pdoc__matrix_cell *cell)
{
    const struct pdoc__value body = pdoc__printed_body(cell->judge);
    pdoc_truth denied = PDOC_FALSE;
    if (!cell->way.is_decided || body.state != PDOC__GIVEN)
        return; /* nobody is known to have decided */
    for (size_t i = 0; i < body.count; i++)
        denied = pdoc__or(
            denied, pdoc__is_one_of(cell->judge, body.count > 1 ? body.items[i] : body.text, &cell->duty->parties));
    say_denied(cell, denied, NULL, body.text);
}

/* A delegation changes nothing: whoever is named here may not decide. */
void pdoc__judge_denial(struct pdoc__matrix_cell *cell)
{
    struct pdoc__judge *judge = cell->judge;
    const pdoc_event *event;
    bool is_decided = false;
    cell->out->expected = PDOC__PHRASE(judge, "anybody but ", cell->out->expected);
    for (size_t at = cell->way.first; (event = pdoc__way_next(judge, &cell->way, PDOC__EVENT_DECIDED, &at)) != NULL;)
        if (pdoc__event_approves(event)) {
            is_decided = true;
            say_denied(cell, pdoc__acted_as(judge, event, &cell->duty->parties), event, pdoc__cell_actor(cell, event));
        }
    if (!is_decided)
        judge_printed_denial(cell);
}
