/* SPDX-License-Identifier: MIT */
/* Rules for giving more time: each extension since the last completed review, the latest first. */
#include "governance/change/ledger.h"
#include "governance/rows/rows.h"

static void say(struct pdoc__judge *judge, const struct pdoc__extension_rule *rule,
                const struct pdoc__extended *extended, struct pdoc__row_answer *out)
{
    out->place = pdoc__phrase_event(judge, extended->event);
    out->found = extended->until == PDOC__NO_DAY
                     ? "until a day that is not recorded"
                     : PDOC__PHRASE(judge, "until ", pdoc__phrase_day(judge, extended->until));
    out->remedy = rule->is_forbidden ? "Review it; void the extension if it was recorded by mistake."
                                     : "Complete the review, or record what is missing.";
}

void pdoc__judge_extension(struct pdoc__judge *judge, size_t row, struct pdoc__row_answer *out)
{
    const struct pdoc__extension_rule *rule = &judge->profile->extensions[row];
    size_t count;
    const struct pdoc__extended *list = pdoc__extensions_of(judge, &count);
    if (count == 0 || !list[count - 1].is_of_this_cycle)
        return;
    const pdoc_truth applies = pdoc__predicate(judge, rule->when, NULL, NULL);
    if (applies == PDOC_FALSE)
        return;
    const char *left = pdoc__extension_left(judge, rule, NULL);
    out->expected = *left ? left : "as the rule says";
    out->outcome = PDOC_OUTCOME_MET;
    say(judge, rule, &list[count - 1], out);
    for (size_t i = count; i > 0 && list[i - 1].is_of_this_cycle && out->outcome != PDOC_OUTCOME_NOT_MET; i--) {
        bool cannot_tell;
        const char *problem = pdoc__extension_problem(judge, rule, &list[i - 1], &cannot_tell);
        const bool is_certain = !cannot_tell && applies == PDOC_TRUE;
        if (!problem || (!is_certain && out->outcome != PDOC_OUTCOME_MET))
            continue;
        out->outcome = is_certain ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED;
        out->message = problem;
        say(judge, rule, &list[i - 1], out);
    }
}
