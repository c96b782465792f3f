/* SPDX-License-Identifier: MIT */
/* Saves a register that was changed, as one more revision of it. Changes nothing else. */
#include "command.h"

enum outcome keep_changes(pdoc_register *reg, const char *path, const struct options *options)
{
    pdoc_error *error = NULL;
    const pdoc_date day = options->given & OPTION_ON ? options->on : today();
    if (pdoc_register_revise(reg, day, &error) == PDOC_OK &&
        pdoc_register_write_file(reg, path, NULL, &error) == PDOC_OK)
        return OUTCOME_WELL;
    return fail_asking(error);
}
