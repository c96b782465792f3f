/* SPDX-License-Identifier: MIT */
/* Powers to decide that one of the parties gave to another: by the decision itself, or by an event of its own, in the
   history of the document or of the register. */
#include "governance/rows/deciding.h"

/* "delegated" to the one who decided, by one of the parties. */
struct power {
    struct pdoc__matrix_cell *cell;
    const pdoc_event *decision;
    const struct pdoc__parties *parties;
    pdoc_truth holds;        /* one of them, on the day of the decision */
    const pdoc_event *ended; /* the last that had ended by then, for certain */
    const pdoc_event *later; /* the first that was given after it, for certain */
};

static void take_power(struct power *power, const pdoc_event *event)
{
    struct pdoc__judge *judge = power->cell->judge;
    const struct pdoc__interval day = pdoc__interval_of(power->decision->on);
    const struct pdoc__event_value *until = pdoc__event_value(event, PDOC__ATTRIBUTE_UNTIL);
    const char *to = pdoc__event_says(event, PDOC__ATTRIBUTE_BODY);
    if (event->kind != PDOC__EVENT_DELEGATED || !to)
        return;
    const pdoc_truth concerns =
        pdoc__and(pdoc__acted_as(judge, event, power->parties), pdoc__party_equals(judge, power->decision->by, to));
    const pdoc_truth is_later = pdoc__interval_is_before(day, pdoc__interval_of(event->on));
    const pdoc_truth has_ended = until && pdoc_date_is_recorded(until->date)
                                     ? pdoc__interval_is_before(pdoc__interval_of(until->date), day)
                                     : PDOC_FALSE;
    const pdoc_truth holds = pdoc__and(concerns, pdoc__and(pdoc__not(is_later), pdoc__not(has_ended)));
    power->holds = pdoc__or(power->holds, holds);
    if (concerns == PDOC_TRUE && has_ended == PDOC_TRUE)
        power->ended = event;
    if (concerns == PDOC_TRUE && is_later == PDOC_TRUE && !power->later)
        power->later = event;
}

static struct power find_power(struct pdoc__matrix_cell *cell, const pdoc_event *decision,
                               const struct pdoc__parties *parties)
{
    struct pdoc__judge *judge = cell->judge;
    const struct pdoc__history *const histories[] = {&judge->doc->history, &judge->reg->history};
    struct power power = {.cell = cell, .decision = decision, .parties = parties, .holds = PDOC_FALSE};
    for (size_t i = 0; decision->by && i < sizeof histories / sizeof *histories; i++) {
        const struct pdoc__past *past = pdoc__past_of(judge, histories[i]);
        for (size_t j = 0; past && j < past->count; j++)
            take_power(&power, past->events[j]);
    }
    return power;
}

/* The decision may say so by itself, unless the power is known to have ended. */
pdoc_truth pdoc__was_delegated(struct pdoc__matrix_cell *cell, const pdoc_event *event,
                               const struct pdoc__parties *parties)
{
    const char *giver = pdoc__event_says(event, PDOC__ATTRIBUTE_DELEGATED_BY);
    if (!cell->duty->may_delegate)
        return PDOC_FALSE;
    const struct power power = find_power(cell, event, parties);
    const bool has_ended = power.ended && power.holds == PDOC_FALSE;
    const pdoc_truth said = giver && !has_ended ? pdoc__is_one_of(cell->judge, giver, parties) : PDOC_FALSE;
    return pdoc__or(said, power.holds);
}

const char *pdoc__power_lapsed(struct pdoc__matrix_cell *cell, const pdoc_event *event,
                               const struct pdoc__parties *parties)
{
    struct pdoc__judge *judge = cell->judge;
    if (!cell->duty->may_delegate)
        return NULL;
    const struct power power = find_power(cell, event, parties);
    if (power.holds != PDOC_FALSE || (!power.ended && !power.later))
        return NULL;
    if (power.ended)
        return PDOC__PHRASE(judge, "the power that ", pdoc__cell_actor(cell, power.ended), " gave it ended on ",
                            pdoc__phrase_date(judge, pdoc__event_value(power.ended, PDOC__ATTRIBUTE_UNTIL)->date));
    return PDOC__PHRASE(judge, pdoc__cell_actor(cell, power.later), " gave it the power to on ",
                        pdoc__phrase_date(judge, power.later->on), " only");
}
