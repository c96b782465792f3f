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

static enum outcome publish(const struct options *options, const pdoc_register *reg, const pdoc_calendar *calendar,
                            pdoc_date as_of)
{
    const char *body = options->operand_count > 1 ? options->operands[1] : NULL;
    pdoc_date first = {0, 0, 0}, last = {0, 0, 0};
    pdoc_error *error = NULL;
    pdoc_meetings *meetings = NULL;
    if (choose_days(options, as_of, &first, &last, &error))
        meetings = pdoc_register_meetings(reg, body, calendar, first, last, &error);
    if (!meetings)
        return fail_asking(error);
    const pdoc_publish_options publish = publishing(options);
    pdoc_text *text = pdoc_meetings_publish(meetings, &publish, &error);
    pdoc_meetings_unref(meetings);
    return print_text(options, text, error);
}

/* Meetings need the days on which nobody works, but no profile. */
static enum outcome publish_by_calendar(const struct options *options, const pdoc_register *reg,
                                        const struct judging *judging)
{
    pdoc_error *error = NULL;
    pdoc_calendar *calendar = judging->calendar ? pdoc_calendar_ref(judging->calendar)
                                                : pdoc_register_make_calendar(reg, NULL, &error);
    const enum outcome outcome = error ? fail_asking(error) : publish(options, reg, calendar, judging->basis.as_of);
    pdoc_calendar_unref(calendar);
    return outcome;
}

enum outcome run_meetings(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(options->operands[0], &outcome);
    if (reg)
        outcome = publish_by_calendar(options, reg, &judging);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
