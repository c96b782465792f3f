/* SPDX-License-Identifier: MIT */
/* policydoc meetings: when a body, or every body, meets. */
#include "command.h"

/* A year from the day on which it is asked, unless other days are asked for. */
static bool choose_days(const struct options *options, pdoc_date as_of, pdoc_date *first, pdoc_date *last,
                        pdoc_error **error)
{
    const pdoc_offset year = {.months = 12};
    *first = options->given & OPTION_FROM ? options->from : as_of;
    *last = options->to;
    return options->given & OPTION_TO || pdoc_date_add(pdoc_date_first(*first), year, last, error) == PDOC_OK;
}

static bool is_backwards(const struct options *options, pdoc_date as_of)
{
    const pdoc_date first = options->given & OPTION_FROM ? options->from : as_of;
    if (!(options->given & OPTION_TO) || pdoc_date_compare(pdoc_date_last(options->to), pdoc_date_first(first)) >= 0)
        return false;
    if (options->given & OPTION_FROM)
        say("--to lies before --from; give the first day with --from, the last one with --to");
    else
        say("--to lies before the day of --on, or today; give the first day with --from, the last one with --to");
    return true;
}

static enum outcome publish(const struct options *options, const pdoc_register *reg, const pdoc_calendar *calendar,
                            pdoc_date as_of)
{
    const char *body = options->operand_count > 1 ? options->operands[1] : NULL;
    pdoc_date first = {0, 0, 0}, last = {0, 0, 0};
    pdoc_error *error = NULL;
    pdoc_meetings *meetings = NULL;
    if (is_backwards(options, as_of))
        return OUTCOME_USAGE;
    if (choose_days(options, as_of, &first, &last, &error))
        meetings = pdoc_register_meetings(reg, body, calendar, first, last, &error);
    if (!meetings)
        return fail_asking(error);
    const pdoc_publish_options publish = publishing(options);
    pdoc_text *text = pdoc_meetings_publish(meetings, &publish, &error);
    pdoc_meetings_unref(meetings);
    return print_text(options, text, error);
}

enum outcome run_meetings(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(options->operands[0], &outcome);
    if (reg) {
        /* A calendar that is not known is said; it goes on without, as plans do. */
        (void)judging_take_calendar(&judging, reg, options->operands[0]);
        outcome = publish(options, reg, judging.calendar, judging.basis.as_of);
    }
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
