/* SPDX-License-Identifier: MIT */
/* Rules for giving more time: each extension since the last completed review, the latest first. */
#include "governance/change/ledger.h"
#include "governance/rows/rows.h"

struct extension_cell {
    struct pdoc__judge *judge;
    const struct pdoc__extension_rule *rule;
    pdoc_truth applies;
    struct pdoc__row_answer *out;
};

static void tell_problems(struct extension_cell *cell, const struct pdoc__extended *extended)
{
    struct pdoc__extension_problem problems[PDOC__EXTENSION_QUESTIONS];
    const size_t count = pdoc__extension_problems(cell->judge, cell->rule, extended, problems);
    for (size_t i = 0; i < count; i++) {
        const bool is_certain = !problems[i].cannot_tell && cell->applies == PDOC_TRUE;
        pdoc__row_tell(
            cell->judge, cell->out,
            &(struct pdoc__row_answer){.outcome = is_certain ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED,
                                       .modality = cell->out->modality,
                                       .place = pdoc__phrase_event(cell->judge, extended->event),
                                       .expected = problems[i].expected,
                                       .found = problems[i].found,
                                       .message = problems[i].words,
                                       .remedy = cell->rule->is_forbidden
                                                     ? "Review it; void the extension if it was recorded by mistake."
                                                     : "Complete the review, or record what is missing."});
    }
}

/* What is still allowed, and until when time was given. */
static void say_met(struct extension_cell *cell, const struct pdoc__extended *last)
{
    const char *left = pdoc__extension_left(cell->judge, cell->rule, NULL);
    cell->out->outcome = PDOC_OUTCOME_MET;
    cell->out->place = pdoc__phrase_event(cell->judge, last->event);
    cell->out->expected = *left ? left : "as the rule says";
    cell->out->found = last->until == PDOC__NO_DAY
                           ? "until a day that is not recorded"
                           : PDOC__PHRASE(cell->judge, "until ", pdoc__phrase_day(cell->judge, last->until));
}

void pdoc__judge_extension(struct pdoc__judge *judge, size_t row, struct pdoc__row_answer *out)
{
    struct extension_cell cell = {.judge = judge, .rule = &judge->profile->extensions[row], .out = out};
    size_t count;
    const struct pdoc__extended *list = pdoc__extensions_of(judge, &count);
    if (count == 0 || !list[count - 1].is_of_this_cycle)
        return;
    cell.applies = pdoc__predicate(judge, cell.rule->when, NULL, NULL);
    if (cell.applies == PDOC_FALSE)
        return;
    say_met(&cell, &list[count - 1]);
    for (size_t i = count; i > 0 && list[i - 1].is_of_this_cycle; i--)
        tell_problems(&cell, &list[i - 1]);
}
