/* SPDX-License-Identifier: MIT */
/* policydoc show: one document with its versions, relations and history. */
#include "command.h"

enum outcome run_show(const struct options *options)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(path, &outcome);
    const pdoc_document *doc = reg ? find_document(reg, path, options->operands[1]) : NULL;
    if (doc) {
        pdoc_text *text = pdoc_document_publish(doc, &judging.basis, &publish, &error);
        outcome = print_text(options, text, error);
    } else if (reg) {
        outcome = OUTCOME_NO;
    }
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
