/* SPDX-License-Identifier: MIT */
/* What of a plan is done, begun, or placed on the forward plan. Chooses no steps and counts no days. */
#include <string.h>

#include "base/text.h"
#include "governance/plans/back_plan.h"

/* ---- what is done ---- */

/* Of the events that the fact is about the one that it picks in the cycle at hand, of whichever version. */
static int32_t done_in_cycle(struct pdoc__planning *planning, const struct pdoc__fact *fact)
{
    struct pdoc__judge *judge = planning->judge;
    int32_t done = PDOC__NO_DAY;
    for (size_t i = 0; i < judge->past.count; i++) {
        const pdoc_event *event = judge->past.events[i];
        if (((fact->kinds >> event->kind) & 1) == 0)
            continue;
        if (fact->where && pdoc__predicate(judge, fact->where, event, NULL) != PDOC_TRUE)
            continue;
        struct pdoc__value day;
        pdoc__event_member(judge, event, fact->give, &day);
        if (day.state != PDOC__GIVEN || day.type != PDOC__DATE || day.date.first <= planning->cycle)
            continue;
        if (done == PDOC__NO_DAY || fact->pick != PDOC__PICK_FIRST)
            done = day.date.last;
    }
    return done;
}

/* The day of a fact in the cycle at hand; PDOC__NO_DAY: none. */
static int32_t day_of_fact(struct pdoc__planning *planning, int16_t index)
{
    const struct pdoc__fact *fact = &planning->judge->profile->facts[index];
    if (fact->source == PDOC__SOURCE_EVENT && !fact->via)
        return done_in_cycle(planning, fact);
    const struct pdoc__value *value = pdoc__fact(planning->judge, (size_t)index);
    const bool counts =
        value->state == PDOC__GIVEN && value->type == PDOC__DATE && value->date.first > planning->cycle;
    return counts ? value->date.last : PDOC__NO_DAY;
}

/* What is done has begun: on its own day, else by the day on which it was done. */
static void find_begun(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    const struct pdoc__planned *end = step->anchor;
    if (end->row && end->row->begun >= 0) {
        step->done_by = &planning->judge->profile->facts[end->row->begun].rule;
        step->done = day_of_fact(planning, end->row->begun);
    }
    if (step->done != PDOC__NO_DAY || end->done == PDOC__NO_DAY)
        return;
    step->done_by = NULL;
    step->done = end->done;
}

static void find_done(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    if (step->part == PDOC__PART_START) {
        find_begun(planning, step);
        return;
    }
    if (strcmp(step->kind, "forward-plan") == 0) {
        const struct pdoc__planned *meeting = step->anchor;
        while (meeting && meeting->part != PDOC__PART_MEETING)
            meeting = meeting->anchor;
        step->is_on_plan = meeting && meeting->placed;
        step->placed = step->is_on_plan ? meeting->placed : NULL;
        return;
    }
    if (!step->row || step->row->done < 0)
        return;
    step->done_by = &planning->judge->profile->facts[step->row->done].rule;
    step->done = day_of_fact(planning, step->row->done);
}

/* ---- the forward plan ---- */

/* Was the item placed for what the step is? An item that does not say what it is there for was. */
static bool is_for(const pdoc_forward_item *item, const struct pdoc__planned *step)
{
    static const char *const of_any_step[] = {"review", "decision"};
    if (!item->purpose || pdoc__text_same(item->purpose, step->kind))
        return true;
    for (size_t i = 0; i < sizeof of_any_step / sizeof *of_any_step; i++)
        if (pdoc__text_same(item->purpose, of_any_step[i]))
            return true;
    return false;
}

static int32_t day_of_item(const pdoc_forward_item *item)
{
    const pdoc_date day = pdoc_date_is_recorded(item->deferred_to) ? item->deferred_to : item->meeting;
    return day.day == 0 ? PDOC__NO_DAY : pdoc__day_number(day);
}

/* What was placed last and is still to come counts. */
static void find_placed(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    const pdoc_register *reg = planning->judge->reg;
    for (size_t i = 0; step->body && i < reg->forward_item_count; i++) {
        const pdoc_forward_item *item = reg->forward_items[i];
        const int32_t day = day_of_item(item);
        if (!item->body || day == PDOC__NO_DAY || day < planning->judge->day || !is_for(item, step) ||
            strcmp(item->document, planning->judge->doc->id) != 0 || pdoc__plan_party(planning, item->body) != step->body)
            continue;
        step->placed = item;
    }
}

void pdoc__plan_find_done(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    find_done(planning, step);
    find_placed(planning, step);
}
