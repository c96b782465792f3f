/* SPDX-License-Identifier: MIT */
/* policydoc list: the documents that match a question, in columns. */
#include "command.h"

enum outcome run_list(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(options->operands[0], &outcome);
    if (reg) {
        pdoc_text *text = pdoc_register_publish(reg, &judging.basis, &publish, &error);
        (void)judging_fits(&judging, reg, options->operands[0], &outcome); /* what cannot be judged is listed too */
        outcome = text ? print_text(options, text, NULL) : fail_expression(error, "where", publish.where);
    }
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
