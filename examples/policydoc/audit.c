/* SPDX-License-Identifier: MIT */
/* policydoc audit: judges every document of a register. */
#include "command.h"

static enum outcome publish(const struct options *options, const pdoc_report *report)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    pdoc_text *text = pdoc_report_publish(report, &publish, &error);
    const enum outcome outcome = print_text(options, text, error);
    if (outcome != OUTCOME_WELL)
        return outcome;
    return pdoc_report_is_clean(report) ? OUTCOME_WELL : OUTCOME_NO;
}

enum outcome run_audit(const struct options *options)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(path, &outcome);
    if (reg && judging_fits(&judging, reg, path, &outcome)) {
        pdoc_report *report = pdoc_audit(reg, &judging.basis, &error);
        outcome = report ? publish(options, report) : fail_asking(error);
        pdoc_report_unref(report);
    }
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
