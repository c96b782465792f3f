/* SPDX-License-Identifier: MIT */
/* policydoc diff: what differs between two registers, in words. */
#include "command.h"

#include <string.h>

static enum outcome print_differences(const struct options *options, const pdoc_register *before,
                                      const pdoc_register *after)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    pdoc_differences *differences = pdoc_register_compare(before, after, &error);
    if (!differences)
        return fail_asking(error);
    pdoc_text *text = pdoc_differences_publish(differences, &publish, &error);
    const enum outcome outcome = print_text(options, text, error);
    const bool are_same = pdoc_differences_count(differences) == 0;
    pdoc_differences_unref(differences);
    return outcome == OUTCOME_WELL && !are_same ? OUTCOME_NO : outcome;
}

enum outcome run_diff(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    if (strcmp(options->operands[0], "-") == 0 && strcmp(options->operands[1], "-") == 0) {
        say("standard input can be one of the two registers only");
        return OUTCOME_USAGE;
    }
    pdoc_register *before = load_register(options->operands[0], &outcome);
    pdoc_register *after = before ? load_register(options->operands[1], &outcome) : NULL;
    if (after)
        outcome = print_differences(options, before, after);
    pdoc_register_unref(before);
    pdoc_register_unref(after);
    return outcome;
}
