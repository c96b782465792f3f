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

/* A person ended it, by an event: no rule says by when anything of it is to be done. */
static bool was_ended(const struct pdoc__judge *judge)
{
    const uint8_t phase = judge->phase.phase;
    const bool is_over =
        phase == PDOC_PHASE_WITHDRAWN || phase == PDOC_PHASE_SUPERSEDED || phase == PDOC_PHASE_ARCHIVED;
    return is_over && !judge->phase.expired_by;
}

/* The day that a fact gives; PDOC__NO_DAY: no fact. */
static int32_t day_of_anchor(struct pdoc__judge *judge, int fact)
{
    return fact >= 0 ? pdoc__fact(judge, (size_t)fact)->date.last : PDOC__NO_DAY;
}

/* A cycle begins after the last decision or review: the day that the due date, or else the end of its force, counts
   from; where no rule gives one, the day since which it stands as it does. */
static int32_t begin_of_cycle(struct pdoc__judge *judge, const struct pdoc__due *due, const struct pdoc__expiry *expiry)
{
    const int32_t reviewed = last_of(judge, PDOC__EVENT_REVIEWED);
    if (due->rule >= 0) {
        const struct pdoc__due_step step = pdoc__due_step(judge, &judge->profile->schedule[due->rule]);
        if (step.anchor >= 0)
            return day_of_anchor(judge, step.anchor);
    }
    const bool stands = judge->phase.phase == PDOC_PHASE_IN_FORCE || was_ended(judge);
    int32_t begin = stands ? judge->phase.since : PDOC__NO_DAY;
    if (judge->phase.expired_by)
        begin = day_of_anchor(judge, expiry->anchor);
    return begin > reviewed ? begin : reviewed;
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

static void take_expiry(struct pdoc__planning *planning, const struct pdoc__expiry *expiry)
{
    const struct pdoc__rule *rule = &expiry->rule->rule;
    planning->deadline = expiry->last;
    pdoc__buffer_text(&planning->line, "it expires then: ");
    if (expiry->is_printed) {
        pdoc__buffer_text(&planning->line, "the sheet says ");
        pdoc__write_day(&planning->line, expiry->last);
        pdoc__buffer_text(&planning->line, ", by ");
    }
    pdoc__write_rule(&planning->line, rule);
    if (rule->clause)
        pdoc__buffer_format(&planning->line, " [%s]", rule->clause);
    take_reason(planning);
}

/* What a plan means for a document that is over. */
static void warn_of_end(struct pdoc__planning *planning)
{
    const struct pdoc__phase *phase = &planning->judge->phase;
    if (!was_ended(planning->judge))
        return;
    pdoc__buffer_format(&planning->line, "the document is %s", pdoc_table_code(PDOC_TABLE_PHASE, phase->phase));
    if (phase->since != PDOC__NO_DAY) {
        pdoc__buffer_text(&planning->line, ", since ");
        pdoc__write_long_day(&planning->line, phase->since);
    }
    pdoc__buffer_text(&planning->line,
                      ": a plan for it is one to bring it back, and what was done before does not count");
    pdoc__plan_warn(planning);
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
    struct pdoc__judge *judge = planning->judge;
    const struct pdoc__due *due = pdoc__due(judge);
    const struct pdoc__expiry none = {.last = PDOC__NO_DAY, .anchor = -1};
    const struct pdoc__expiry expiry = was_ended(judge) ? none : pdoc__expiry(judge);
    const bool has_due = due->due != PDOC__NO_DAY;
    planning->deadline = PDOC__NO_DAY;
    planning->cycle = begin_of_cycle(judge, due, &expiry);
    warn_of_end(planning);
    if (pdoc_date_is_recorded(planning->options->deadline))
        take_asked(planning);
    else if (has_due && (!expiry.rule || due->due <= expiry.last))
        take_due(planning, due);
    else if (expiry.rule)
        take_expiry(planning, &expiry);
    else
        take_none(planning, due);
    planning->plan->deadline = pdoc__day_date(planning->deadline);
}
