/* SPDX-License-Identifier: MIT */
/* Expiry: the last day in force that a rule gives, and what it makes of the phase. Overdue is not expired. */
#include <string.h>

#include "governance/memory.h"
#include "model/build.h"

/* Last day in force that an expiry row gives: from its anchors, or from the cell that it names. */
static struct pdoc__expiry expiry_by(struct pdoc__judge *judge, const struct pdoc__due_rule *rule)
{
    const struct pdoc__due_step step = pdoc__due_step(judge, rule);
    struct pdoc__expiry expiry = {.rule = rule, .last = PDOC__NO_DAY, .anchor = step.anchor};
    if (step.applies != PDOC_TRUE)
        return expiry;
    expiry.last = step.derived.last;
    const uint8_t phase = judge->phase.phase;
    const bool is_draft =
        phase == PDOC_PHASE_DRAFT || phase == PDOC_PHASE_CONSULTING; /* its sheet is of a time to come */
    const bool is_asked = rule->printed && judge->version && !is_draft;
    const int row = is_asked ? pdoc__find_given_cell(judge->version, rule->printed_known) : -1;
    const int32_t printed = row >= 0 ? pdoc__interval_of(judge->version->rows[row].date).last : PDOC__NO_DAY;
    expiry.is_printed = printed != PDOC__NO_DAY && (expiry.last == PDOC__NO_DAY || printed < expiry.last);
    expiry.last = expiry.is_printed ? printed : expiry.last;
    return expiry;
}

struct pdoc__expiry pdoc__expiry(struct pdoc__judge *judge)
{
    struct pdoc__expiry first = {.last = PDOC__NO_DAY, .anchor = -1};
    for (size_t i = 0; judge->profile && i < judge->profile->counts[PDOC_PROFILE_SCHEDULE]; i++) {
        const struct pdoc__due_rule *rule = &judge->profile->schedule[i];
        if (pdoc__schedule_row_use(judge, i) != PDOC__ROW_EXPIRY || !pdoc__rule_applies(judge, &rule->rule))
            continue;
        const struct pdoc__expiry expiry = expiry_by(judge, rule);
        if (expiry.last != PDOC__NO_DAY && (!first.rule || expiry.last < first.last))
            first = expiry;
    }
    return first;
}

void pdoc__phase_expire(struct pdoc__judge *judge)
{
    if (!judge->profile || judge->phase.phase != PDOC_PHASE_IN_FORCE || !judge->memory[judge->profile_index].has_expiry)
        return;
    const struct pdoc__expiry expiry = pdoc__expiry(judge);
    if (!expiry.rule || expiry.last >= judge->day)
        return;
    judge->phase = (struct pdoc__phase){.row = -1, .since = PDOC__NO_DAY};
    judge->phase.phase = PDOC_PHASE_WITHDRAWN;
    judge->phase.expired_by = expiry.rule;
    judge->phase.since = expiry.last + 1;
    memset(judge->fact_known, 0, judge->profile->counts[PDOC_PROFILE_FACTS]);
}
