/* SPDX-License-Identifier: MIT */
/* policydoc remind: whom to remind of which review on which day of a period. Sends nothing. */
#include "command.h"

/* A reminder comes after one day and not after another: here the day before --from, and --to. Before the first day of
   all there is none: no bound, then. */
static void choose_period(const struct options *options, pdoc_date as_of, pdoc_date *after, pdoc_date *until)
{
    const pdoc_offset day = {.count = 1};
    const pdoc_date from = options->given & OPTION_FROM ? options->from : as_of;
    *after = (pdoc_date){0, 0, 0};
    *until = options->given & OPTION_TO ? options->to : from;
    if (pdoc_date_subtract(pdoc_date_first(from), day, after, NULL) != PDOC_OK)
        *after = (pdoc_date){0, 0, 0};
}

static bool is_backwards(pdoc_date after, pdoc_date until, const struct options *options)
{
    if (!(options->given & OPTION_TO) || pdoc_date_compare(pdoc_date_last(until), after) > 0)
        return false;
    say("--to lies before --from; give the first day with --from, the last one with --to");
    return true;
}

static enum outcome remind(const struct options *options, const struct judging *judging, const pdoc_register *reg)
{
    pdoc_error *error = NULL;
    pdoc_date after, until;
    choose_period(options, judging->basis.as_of, &after, &until);
    if (is_backwards(after, until, options))
        return OUTCOME_USAGE;
    pdoc_reminders *reminders = pdoc_reminders_new(reg, &judging->basis, options->offsets, after, until, &error);
    if (!reminders)
        return fail_asking(error);
    const pdoc_publish_options publish = publishing(options);
    pdoc_text *text = pdoc_reminders_publish(reminders, reg, &publish, &error);
    pdoc_reminders_unref(reminders);
    return print_text(options, text, error);
}

enum outcome run_remind(const struct options *options)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(path, &outcome);
    if (reg && judging_fits(&judging, reg, path, &outcome))
        outcome = remind(options, &judging, reg);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
