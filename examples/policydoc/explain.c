/* SPDX-License-Identifier: MIT */
/* policydoc explain: how each date, state and finding of one document was reached. */
#include "command.h"

static enum outcome explain(const struct options *options, const pdoc_document *doc, const pdoc_basis *basis)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    pdoc_explanation *explanation = pdoc_document_explain(doc, basis, &error);
    if (!explanation)
        return fail_asking(error);
    pdoc_text *text = pdoc_explanation_publish(explanation, &publish, &error);
    pdoc_explanation_unref(explanation);
    return print_text(options, text, error);
}

enum outcome run_explain(const struct options *options)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(path, &outcome);
    const pdoc_document *doc = reg ? find_document(reg, path, options->operands[1]) : NULL;
    if (reg && !doc)
        outcome = OUTCOME_NO;
    else if (doc && judging_fits_document(&judging, doc, path, &outcome))
        outcome = explain(options, doc, &judging.basis);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
