/* SPDX-License-Identifier: MIT */
/* policydoc calendar: the calendars of working days that are shipped, one of them, or one made of a list of holidays. */
#include "bank_holidays.h"

#include <stdlib.h>
#include <string.h>

static enum outcome publish_list(const struct options *options, pdoc_calendar *const *calendars, size_t count)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    pdoc_text *text = pdoc_calendars_publish((const pdoc_calendar *const *)calendars, count, &publish, &error);
    return print_text(options, text, error);
}

static enum outcome list_shipped(const struct options *options)
{
    pdoc_error *error = NULL;
    const size_t count = pdoc_calendar_shipped_count();
    pdoc_calendar **calendars = calloc(count + 1, sizeof *calendars);
    if (!calendars) {
        say("memory ran out");
        return OUTCOME_INTERNAL;
    }
    for (size_t i = 0; i < count && !error; i++)
        calendars[i] = pdoc_calendar_shipped(pdoc_calendar_shipped_id(i), &error);
    const enum outcome outcome = error ? fail_asking(error) : publish_list(options, calendars, count);
    for (size_t i = 0; i < count; i++)
        pdoc_calendar_unref(calendars[i]);
    free(calendars);
    return outcome;
}

static enum outcome print(const struct options *options, pdoc_calendar *calendar, pdoc_publish_options publish)
{
    pdoc_error *error = NULL;
    pdoc_text *text = pdoc_calendar_publish(calendar, &publish, &error);
    pdoc_calendar_unref(calendar);
    return print_text(options, text, error);
}

/* What comes of it is a calendar file, unless another form is asked for. */
static enum outcome import(const struct options *options, const char *path)
{
    enum outcome outcome = OUTCOME_WELL;
    const char *division = options->division ? options->division : "england-and-wales";
    const pdoc_date as_of = options->given & OPTION_AS_OF ? options->as_of : today();
    if (as_of.day == 0) {
        say("--as-of needs a whole day, such as 2026-11-24");
        return OUTCOME_USAGE;
    }
    pdoc_calendar *calendar = bank_holidays_read(path, division, as_of, &outcome);
    if (!calendar)
        return outcome;
    pdoc_publish_options publish = publishing(options);
    if ((options->given & OPTION_FORMAT) == 0)
        publish.format = PDOC_FORMAT_XML;
    return print(options, calendar, publish);
}

enum outcome run_calendar(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    const bool is_import = options->operand_count > 0 && strcmp(options->operands[0], "import") == 0;
    if (is_import && options->operand_count < 2) {
        say("usage: policydoc calendar import FILE: FILE is missing; see policydoc calendar --help");
        return OUTCOME_USAGE;
    }
    if (options->operand_count == 2 && !is_import) {
        say("\"%s\" is nothing that can be done to a calendar; expected ID, FILE, or import FILE", options->operands[0]);
        return OUTCOME_USAGE;
    }
    if (!is_import && (options->given & (OPTION_DIVISION | OPTION_AS_OF)) != 0) {
        say("--division and --as-of go with import");
        return OUTCOME_USAGE;
    }
    if (options->operand_count == 0)
        return list_shipped(options);
    if (is_import)
        return import(options, options->operands[1]);
    pdoc_calendar *calendar = load_calendar(options->operands[0], &outcome);
    return calendar ? print(options, calendar, publishing(options)) : outcome;
}
