/* SPDX-License-Identifier: MIT */
/* policydoc list: the documents that match a question, in columns. */
#include "command.h"

enum outcome run_list(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    pdoc_publish_options publish = options->publish;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    publish.colour = colour_is_wanted(options);
    pdoc_register *reg = load_register(options->operands[0], &outcome);
    if (reg) {
        pdoc_text *text = pdoc_register_publish(reg, &judging.basis, &publish, &error);
        outcome = print_text(options, text, error);
    }
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
