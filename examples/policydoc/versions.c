/* SPDX-License-Identifier: MIT */
/* policydoc versions: the versions of one document, how they are numbered, and what comes next. */
#include "command.h"

static enum outcome print_versions(const struct options *options, const pdoc_document *doc, const pdoc_basis *basis)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    pdoc_versions *versions = pdoc_document_versions(doc, basis, &error);
    if (!versions)
        return fail_asking(error);
    pdoc_text *text = pdoc_versions_publish(versions, &publish, &error);
    pdoc_versions_unref(versions);
    return print_text(options, text, error);
}

enum outcome run_versions(const struct options *options)
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
        outcome = print_versions(options, doc, &judging.basis);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
