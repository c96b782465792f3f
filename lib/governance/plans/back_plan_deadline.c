/* SPDX-License-Identifier: MIT */
/* By when all must be done, why, and since when what was done counts. Knows nothing of steps. */
#include "base/text.h"
#include "governance/plans/back_plan.h"
#include "governance/explain/explain.h"

static int32_t last_of(const struct pdoc__judge *judge, enum pdoc__event_kind kind)
{
    const pdoc_event *event = (judge->past.kinds >> kind) & 1 ? judge->past.last[kind] : NULL;
    return event ? pdoc__interval_of(event->on).last : PDOC__NO_DAY;
}

/* The day that the due date counts from; where no rule gives one, the last review or decision. */
static int32_t begin_of_cycle(struct pdoc__judge *judge, const struct pdoc__due *due)
{
    if (due->rule >= 0) {
        const struct pdoc__due_step step = pdoc__due_step(judge, &judge->profile->schedule[due->rule]);
        if (step.anchor >= 0)
            return pdoc__fact(judge, (size_t)step.anchor)->date.last;
    }
    if (judge->phase.phase != PDOC_PHASE_IN_FORCE)
        return last_of(judge, PDOC__EVENT_REVIEWED);
    const int32_t reviewed = last_of(judge, PDOC__EVENT_REVIEWED);
    return judge->phase.since > reviewed ? judge->phase.since : reviewed;
}

static void take_reason(struct pdoc__planning *planning)
{
    planning->plan->deadline_reason = pdoc__plan_take(planning, &planning->line);
}

static void take_asked(struct pdoc__planning *planning)
{
    planning->deadline = pdoc__interval_of(planning->options->deadline).last;
    pdoc__buffer_text(&planning->line, "the day that was asked for");
    take_reason(planning);
}

static void take_due(struct pdoc__planning *planning, const struct pdoc__due *due)
{
    planning->deadline = due->due;
    pdoc__buffer_text(&planning->line, "the review is due by then: ");
    if (due->governs == PDOC_GOVERNS_PRINTED) {
        pdoc__buffer_text(&planning->line, "the sheet promises ");
        pdoc__write_interval(&planning->line, due->printed);
    } else {
        const struct pdoc__rule *rule = &planning->judge->profile->schedule[due->rule].rule;
        pdoc__write_rule(&planning->line, rule);
        if (rule->clause)
            pdoc__buffer_format(&planning->line, " [%s]", rule->clause);
    }
    take_reason(planning);
}

/* Of the rows that say when it ends the one that ends it first. */
static void take_expiry(struct pdoc__planning *planning)
{
    struct pdoc__judge *judge = planning->judge;
    const struct pdoc__due_rule *first = NULL;
    for (size_t i = 0; i < judge->profile->counts[PDOC_PROFILE_SCHEDULE]; i++) {
        const struct pdoc__due_rule *rule = &judge->profile->schedule[i];
        if (pdoc__schedule_row_use(judge, i) != PDOC__ROW_EXPIRY || !pdoc__rule_applies(judge, &rule->rule))
            continue;
        const struct pdoc__due_step step = pdoc__due_step(judge, rule);
        if (step.applies != PDOC_TRUE || !pdoc__interval_is_recorded(step.derived) ||
            (first && step.derived.last >= planning->deadline))
            continue;
        first = rule;
        planning->deadline = step.derived.last;
    }
    if (!first)
        return;
    pdoc__buffer_text(&planning->line, "it expires then: ");
    pdoc__write_rule(&planning->line, &first->rule);
    take_reason(planning);
}

static void take_none(struct pdoc__planning *planning, const struct pdoc__due *due)
{
    pdoc__buffer_text(&planning->line, "nothing is due: ");
    pdoc__buffer_text(&planning->line, pdoc_table_meaning(PDOC_TABLE_REVIEW_STATE, due->state));
    pdoc__buffer_text(&planning->line, "; give a day to plan for");
    take_reason(planning);
}

void pdoc__plan_deadline(struct pdoc__planning *planning)
{
    const struct pdoc__due *due = pdoc__due(planning->judge);
    planning->deadline = PDOC__NO_DAY;
    planning->cycle = begin_of_cycle(planning->judge, due);
    if (pdoc_date_is_recorded(planning->options->deadline))
        take_asked(planning);
    else if (due->due != PDOC__NO_DAY)
        take_due(planning, due);
    else
        take_expiry(planning);
    if (planning->deadline == PDOC__NO_DAY)
        take_none(planning, due);
    planning->plan->deadline = pdoc__day_date(planning->deadline);
}
