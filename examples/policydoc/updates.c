/* SPDX-License-Identifier: MIT */
/* policydoc updates: which documents changed since a revision of the register. */
#include "command.h"

#include <stdlib.h>
#include <string.h>

static bool read_since(const struct options *options, uint32_t *out)
{
    const char *text = options->own.since;
    const bool is_number = text && *text && !text[strspn(text, "0123456789")] && strlen(text) < 10;
    *out = is_number ? (uint32_t)strtoul(text, NULL, 10) : 0;
    if (!text)
        say("updates needs --since REVISION, a number; see policydoc updates --help");
    else if (!is_number)
        say("--since takes the number of a revision, such as 7; \"%s\" is none", text);
    return is_number;
}

static enum outcome list(const struct options *options, const pdoc_register *reg, struct judging *judging,
                         uint32_t since)
{
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    if (!judging_fits(judging, reg, options->operands[0], &outcome))
        return outcome;
    pdoc_updates *updates = pdoc_register_updates(reg, since, &judging->basis, &error);
    if (!updates)
        return fail_asking(error);
    pdoc_text *text = pdoc_updates_publish(updates, &publish, &error);
    pdoc_updates_unref(updates);
    return print_text(options, text, error);
}

enum outcome run_updates(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    uint32_t since;
    if (!read_since(options, &since))
        return OUTCOME_USAGE;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(options->operands[0], &outcome);
    if (reg)
        outcome = list(options, reg, &judging, since);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
