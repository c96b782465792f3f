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
    const bool counts = value->state == PDOC__GIVEN && value->type == PDOC__DATE && value->date.first > planning->cycle;
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

int32_t pdoc__day_of_item(const pdoc_forward_item *item)
{
    const pdoc_date day = pdoc_date_is_recorded(item->deferred_to) ? item->deferred_to : item->meeting;
    return day.day == 0 ? PDOC__NO_DAY : pdoc__day_number(day);
}

static bool is_cancelled(struct pdoc__planning *planning, const pdoc_party *body, int32_t day)
{
    const struct pdoc__interval only = {day, day};
    struct pdoc__meeting_days days = {0};
    if (!planning->failed && !pdoc__meetings_collect(body, planning->calendar, only, &days, &planning->error))
        planning->failed = true;
    const bool answer = !planning->failed && days.count > 0 && days.items[0].state == PDOC_MEETING_CANCELLED;
    pdoc__free(days.items);
    return answer;
}

/* The one placed later counts, unless its meeting is cancelled and that of the other is not. */
static void take_place(struct pdoc__planning *planning, struct pdoc__planned *step, const pdoc_forward_item *item)
{
    const bool is_off = is_cancelled(planning, step->body, pdoc__day_of_item(item));
    if (step->placed && is_off && !step->place_is_cancelled) {
        step->placed_too = item;
        step->too_is_cancelled = true;
        return;
    }
    step->placed_too = step->placed;
    step->too_is_cancelled = step->place_is_cancelled;
    step->placed = item;
    step->place_is_cancelled = is_off;
    step->was_placed = false;
}

/* What is still to come counts. */
static void find_placed(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    const pdoc_register *reg = planning->judge->reg;
    for (size_t i = 0; step->body && i < reg->forward_item_count; i++) {
        const pdoc_forward_item *item = reg->forward_items[i];
        const int32_t day = pdoc__day_of_item(item);
        if (!item->body || day == PDOC__NO_DAY || !is_for(item, step) ||
            strcmp(item->document, planning->judge->doc->id) != 0 ||
            pdoc__plan_party(planning, item->body) != step->body)
            continue;
        if (day >= planning->judge->day)
            take_place(planning, step, item);
        else
            step->was_placed = day > planning->cycle; /* not of a cycle before */
    }
}

/* ---- what was passed over ---- */

bool pdoc__step_is_behind(const struct pdoc__planned *step)
{
    const bool follows = step->part == PDOC__PART_FOLLOWS; /* that comes after its anchor, not before it */
    const struct pdoc__planned *above = follows && step->anchor ? step->anchor->anchor : step->anchor;
    for (; above; above = above->part == PDOC__PART_FOLLOWS ? NULL : above->anchor)
        if (above->done != PDOC__NO_DAY)
            return true;
    return false;
}

bool pdoc__step_is_passed_over(const struct pdoc__planned *step)
{
    const bool is_open = step->done == PDOC__NO_DAY && !step->is_on_plan && step->trouble != PDOC__TROUBLE_UNSURE;
    return is_open && pdoc__step_is_behind(step);
}

bool pdoc__step_passes(const struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    static const char *const sendings[] = {"papers", "consultation"};
    bool is_awaited = false;
    if (strcmp(step->kind, "responses") != 0 || step->day == PDOC__NO_DAY || step->day >= planning->judge->day)
        return false;
    for (size_t i = 0; i < planning->count; i++)
        for (size_t k = 0; k < sizeof sendings / sizeof *sendings; k++) {
            const bool is_sending = strcmp(planning->steps[i].kind, sendings[k]) == 0;
            if (is_sending && planning->steps[i].done != PDOC__NO_DAY)
                return true;
            is_awaited = is_awaited || is_sending;
        }
    return !is_awaited;
}

void pdoc__plan_find_done(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    find_done(planning, step);
    find_placed(planning, step);
}
