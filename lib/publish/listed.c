/* SPDX-License-Identifier: MIT */
/* One document of a list: how it stands. Knows nothing of columns or forms. */
#include "publish/columns.h"

struct pdoc__standing pdoc__standing_of_entry(const pdoc_schedule *schedule, size_t entry)
{
    const pdoc_date due = pdoc_schedule_due(schedule, entry);
    return (struct pdoc__standing){
        .printed = pdoc__interval_date((struct pdoc__interval){
            .first = pdoc__day_number(pdoc_schedule_printed_first(schedule, entry)),
            .last = pdoc__day_number(pdoc_schedule_printed_last(schedule, entry)),
        }),
        .derived = pdoc__interval_date((struct pdoc__interval){
            .first = pdoc__day_number(pdoc_schedule_derived_first(schedule, entry)),
            .last = pdoc__day_number(pdoc_schedule_derived_last(schedule, entry)),
        }),
        .due = due,
        .governs = pdoc_schedule_governs(schedule, entry),
        .state = pdoc_schedule_state(schedule, entry),
        .days_overdue = pdoc_schedule_days_overdue(schedule, entry),
        .is_due = pdoc_date_is_recorded(due),
        .inferred = pdoc_schedule_is_inferred(schedule, entry),
        .as_printed = pdoc_schedule_is_as_printed(schedule, entry),
        .rule = pdoc_schedule_rule(schedule, entry),
        .clause = pdoc_schedule_clause(schedule, entry),
    };
}

static struct pdoc__standing standing_of_judge(struct pdoc__judge *judge)
{
    const struct pdoc__due *due = pdoc__due(judge);
    struct pdoc__standing standing = {
        .printed = pdoc__interval_date(due->printed),
        .derived = pdoc__interval_date(due->derived),
        .due = pdoc__day_date(due->due),
        .governs = (pdoc_governs)due->governs,
        .state = (pdoc_review_state)due->state,
        .is_due = due->due != PDOC__NO_DAY,
        .inferred = due->inferred,
        .as_printed = due->printed_fallback,
    };
    if (standing.is_due)
        standing.days_overdue = judge->day - due->due;
    if (due->rule >= 0 && judge->profile) {
        standing.rule = judge->profile->schedule[due->rule].rule.id;
        standing.clause = judge->profile->schedule[due->rule].rule.clause;
    }
    return standing;
}

bool pdoc__list_take(struct pdoc__listed *listed, const pdoc_document *doc, pdoc_error **error)
{
    listed->doc = doc;
    if (!pdoc__judge_take(listed->judge, doc, error))
        return false;
    listed->standing = standing_of_judge(listed->judge);
    if (!listed->judge->out_of_memory)
        return true;
    pdoc__fail_memory(error);
    return false;
}
