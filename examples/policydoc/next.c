/* SPDX-License-Identifier: MIT */
/* policydoc next: where documents stand, what may come next and what stands in the way, what is late. */
#include "command.h"

static enum outcome print_next(const struct options *options, pdoc_next_steps *next, pdoc_error *error)
{
    if (!next)
        return fail_asking(error);
    pdoc_publish_options publish = publishing(options);
    publish.late = (options->given & OPTION_LATE) != 0;
    pdoc_text *text = pdoc_next_steps_publish(next, &publish, &error);
    pdoc_next_steps_unref(next);
    return print_text(options, text, error);
}

static enum outcome of_document(const struct options *options, struct judging *judging, const pdoc_document *doc)
{
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    if (!judging_fits_document(judging, doc, options->operands[0], &outcome))
        return outcome;
    pdoc_next_steps *next = pdoc_document_next_steps(doc, &judging->basis, &error);
    return print_next(options, next, error);
}

static enum outcome of_register(const struct options *options, struct judging *judging, const pdoc_register *reg)
{
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    if (!judging_fits(judging, reg, options->operands[0], &outcome))
        return outcome;
    pdoc_next_steps *next = pdoc_register_next_steps(reg, &judging->basis, &error);
    return print_next(options, next, error);
}

enum outcome run_next(const struct options *options)
{
    const char *path = options->operands[0];
    const bool is_of_one = options->operand_count > 1;
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(path, &outcome);
    const pdoc_document *doc = reg && is_of_one ? find_document(reg, path, options->operands[1]) : NULL;
    if (reg && is_of_one)
        outcome = doc ? of_document(options, &judging, doc) : OUTCOME_NO;
    else if (reg)
        outcome = of_register(options, &judging, reg);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
