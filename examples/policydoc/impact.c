/* SPDX-License-Identifier: MIT */
/* policydoc impact: what a change of a law, of guidance or of a document touches, and why. */
#include "command.h"

enum outcome run_impact(const struct options *options)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_error *error = NULL;
    pdoc_register *reg = load_register(path, &outcome);
    pdoc_impact *impact = NULL;
    if (reg && judging_fits(&judging, reg, path, &outcome)) {
        impact = pdoc_register_impact(reg, &judging.basis, options->operands[1], &error);
        if (!impact && pdoc_error_status(error) == PDOC_ERR_ARGUMENT) { /* nothing has this name */
            say("%s: %s", path, pdoc_error_message(error));
            pdoc_error_free(error);
            outcome = OUTCOME_NO;
        } else if (!impact)
            outcome = fail_asking(error);
    }
    if (impact) {
        const pdoc_publish_options publish = publishing(options);
        pdoc_text *text = pdoc_impact_publish(impact, &publish, &error);
        outcome = print_text(options, text, error);
    }
    pdoc_impact_unref(impact);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
