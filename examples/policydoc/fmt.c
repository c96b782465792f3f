/* SPDX-License-Identifier: MIT */
/* policydoc fmt: a register in canonical form. */
#include "command.h"

#include <string.h>

static enum outcome save(pdoc_register *reg, const char *path)
{
    pdoc_error *error = NULL;
    if (pdoc_register_write_file(reg, path, NULL, &error) == PDOC_OK)
        return OUTCOME_WELL;
    return fail_asking(error);
}

enum outcome run_fmt(const struct options *options)
{
    const char *path = options->operands[0];
    const bool in_place = (options->given & OPTION_WRITE) != 0;
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    if (in_place && (options->output || strcmp(path, "-") == 0)) {
        say("--write needs a file to write to, and no --output");
        return OUTCOME_USAGE;
    }
    pdoc_register *reg = in_place ? pdoc_register_read_file(path, NULL, &error) : load_register(path, &outcome);
    if (!reg)
        return in_place ? fail_loading(error, path) : outcome;
    if (in_place)
        outcome = save(reg, path);
    else if (options->output && strcmp(options->output, "-") != 0 && output_is_ordinary(options->output))
        outcome = save(reg, options->output);
    else {
        pdoc_text *text = pdoc_register_write_memory(reg, NULL, &error); /* first: `error` is read after it was set */
        outcome = print_text(options, text, error);
    }
    pdoc_register_unref(reg);
    return outcome;
}
