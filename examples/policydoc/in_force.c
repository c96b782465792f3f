/* SPDX-License-Identifier: MIT */
/* policydoc in-force: which version was in force on a day, who approved it, when it was published. */
#include "command.h"

static enum outcome print_in_force(const struct options *options, pdoc_in_force *answer, pdoc_error *error)
{
    const pdoc_publish_options publish = publishing(options);
    if (!answer)
        return fail_asking(error);
    const bool is_none = options->operand_count > 1 && pdoc_in_force_version(answer, 0) == 0;
    pdoc_text *text = pdoc_in_force_publish(answer, &publish, &error);
    pdoc_in_force_unref(answer);
    const enum outcome outcome = print_text(options, text, error);
    return outcome == OUTCOME_WELL && is_none ? OUTCOME_NO : outcome;
}

static enum outcome answer(const struct options *options, const pdoc_register *reg, struct judging *judging)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    if (options->operand_count < 2) {
        if (!judging_fits(judging, reg, path, &outcome))
            return outcome;
        pdoc_in_force *all = pdoc_register_ask_in_force(reg, &judging->basis, &error);
        return print_in_force(options, all, error);
    }
    const pdoc_document *doc = find_document(reg, path, options->operands[1]);
    if (!doc)
        return OUTCOME_NO;
    if (!judging_fits_document(judging, doc, path, &outcome))
        return outcome;
    pdoc_in_force *one = pdoc_document_ask_in_force(doc, &judging->basis, &error);
    return print_in_force(options, one, error);
}

enum outcome run_in_force(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(options->operands[0], &outcome);
    if (reg)
        outcome = answer(options, reg, &judging);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
