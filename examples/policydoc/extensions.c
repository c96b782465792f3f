/* SPDX-License-Identifier: MIT */
/* policydoc extensions: the time that was given for reviews, of one document or of all. */
#include "command.h"

static enum outcome print_extensions(const struct options *options, pdoc_extensions *extensions, pdoc_error *error)
{
    const pdoc_publish_options publish = publishing(options);
    if (!extensions)
        return fail_asking(error);
    pdoc_text *text = pdoc_extensions_publish(extensions, &publish, &error);
    pdoc_extensions_unref(extensions);
    return print_text(options, text, error);
}

static enum outcome of_one(const struct options *options, struct judging *judging, const pdoc_register *reg)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_NO;
    pdoc_error *error = NULL;
    const pdoc_document *doc = find_document(reg, path, options->operands[1]);
    if (!doc || !judging_fits_document(judging, doc, path, &outcome))
        return outcome;
    pdoc_extensions *extensions = pdoc_document_extensions(doc, &judging->basis, &error);
    return print_extensions(options, extensions, error);
}

static enum outcome of_all(const struct options *options, struct judging *judging, const pdoc_register *reg)
{
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    if (!judging_fits(judging, reg, options->operands[0], &outcome))
        return outcome;
    pdoc_extensions *extensions = pdoc_register_extensions(reg, &judging->basis, &error);
    return print_extensions(options, extensions, error);
}

enum outcome run_extensions(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(options->operands[0], &outcome);
    if (reg)
        outcome = options->operand_count > 1 ? of_one(options, &judging, reg) : of_all(options, &judging, reg);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
