/* SPDX-License-Identifier: MIT */
/* policydoc consultation: who was sent which draft, who replied, and what silence came to. */
#include "command.h"

static enum outcome publish(const struct options *options, const pdoc_register *reg, const pdoc_document *doc,
                            const pdoc_basis *basis)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    pdoc_consultations *all = doc ? pdoc_document_consultations(doc, basis, &error)
                                  : pdoc_register_consultations(reg, basis, &error);
    if (!all)
        return fail_asking(error);
    pdoc_text *text = pdoc_consultations_publish(all, &publish, &error);
    pdoc_consultations_unref(all);
    return print_text(options, text, error);
}

enum outcome run_consultation(const struct options *options)
{
    const char *path = options->operands[0];
    const bool is_of_one = options->operand_count > 1;
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(path, &outcome);
    const pdoc_document *doc = reg && is_of_one ? find_document(reg, path, options->operands[1]) : NULL;
    if (reg && is_of_one && !doc)
        outcome = OUTCOME_NO;
    else if (reg && (doc ? judging_fits_document(&judging, doc, path, &outcome)
                         : judging_fits(&judging, reg, path, &outcome)))
        outcome = publish(options, reg, doc, &judging.basis);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
