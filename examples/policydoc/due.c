/* SPDX-License-Identifier: MIT */
/* policydoc due: what must be reviewed, by when and by whom. */
#include "command.h"

static enum outcome publish(const struct options *options, const pdoc_schedule *schedule, const pdoc_register *reg)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    pdoc_text *text = pdoc_schedule_publish(schedule, reg, &publish, &error);
    return print_text(options, text, error);
}

enum outcome run_due(const struct options *options)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(path, &outcome);
    if (reg && judging_fits(&judging, reg, path, &outcome)) {
        pdoc_schedule *schedule = pdoc_schedule_new(reg, &judging.basis, &error);
        outcome = schedule ? publish(options, schedule, reg) : fail_asking(error);
        pdoc_schedule_unref(schedule);
    }
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
