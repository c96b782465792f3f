/* SPDX-License-Identifier: MIT */
/* policydoc whatif: what another profile, calendar or day would change in the due dates of a register. */
#include "command.h"

static enum outcome publish(const struct options *options, const pdoc_schedule *before, const pdoc_schedule *after,
                            const pdoc_register *reg)
{
    pdoc_error *error = NULL;
    pdoc_changes *changes = pdoc_schedule_compare(before, after, &error);
    if (!changes)
        return fail_asking(error);
    const pdoc_publish_options publish = publishing(options);
    pdoc_text *text = pdoc_changes_publish(changes, reg, &publish, &error);
    pdoc_changes_unref(changes);
    return print_text(options, text, error);
}

static enum outcome compare(const struct options *options, const pdoc_basis *before, const pdoc_basis *after,
                            const pdoc_register *reg)
{
    pdoc_error *error = NULL;
    pdoc_schedule *first = pdoc_schedule_new(reg, before, &error);
    pdoc_schedule *second = first ? pdoc_schedule_new(reg, after, &error) : NULL;
    const enum outcome outcome = second ? publish(options, first, second, reg) : fail_asking(error);
    pdoc_schedule_unref(second);
    pdoc_schedule_unref(first);
    return outcome;
}

/* As it is: each document by its own profile, the calendar of the register. As asked for: all else likewise. */
static enum outcome compare_bases(const struct options *options, struct judging *judging, const pdoc_register *reg)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    struct judging own = {.basis = judging->basis, .profiles = judging->profiles};
    own.basis.profile = NULL;
    own.basis.calendar = NULL;
    if (judging_fits(&own, reg, path, &outcome)) {
        if (judging->calendar)
            judging_take_calendar(judging, reg, path);
        pdoc_basis asked = judging->basis;
        if (!asked.calendar)
            asked.calendar = own.basis.calendar;
        if (options->given & OPTION_THEN)
            asked.as_of = pdoc_date_last(options->then);
        outcome = compare(options, &own.basis, &asked, reg);
    }
    pdoc_calendar_unref(own.calendar);
    return outcome;
}

enum outcome run_whatif(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!(options->given & (OPTION_PROFILE | OPTION_CALENDAR | OPTION_THEN))) {
        say("say what would be different: --profile ID|FILE, --calendar ID|FILE, or another day with --then DATE");
        return OUTCOME_USAGE;
    }
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(options->operands[0], &outcome);
    if (reg)
        outcome = compare_bases(options, &judging, reg);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
