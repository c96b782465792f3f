/* SPDX-License-Identifier: MIT */
/* policydoc governing: which documents govern a step of a case, in force on a day. */
#include "command.h"

static enum outcome ask(const struct options *options, const pdoc_register *reg, struct judging *judging)
{
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    if (!judging_fits(judging, reg, options->operands[0], &outcome))
        return outcome;
    pdoc_governing *answer = pdoc_register_governing(reg, options->operands[1], &judging->basis, &error);
    if (!answer)
        return fail_asking(error);
    const bool is_none = pdoc_governing_count(answer) == 0;
    pdoc_text *text = pdoc_governing_publish(answer, &publish, &error);
    pdoc_governing_unref(answer);
    outcome = print_text(options, text, error);
    return outcome == OUTCOME_WELL && is_none ? OUTCOME_NO : outcome;
}

enum outcome run_governing(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(options->operands[0], &outcome);
    if (reg)
        outcome = ask(options, reg, &judging);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
