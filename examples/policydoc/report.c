/* SPDX-License-Identifier: MIT */
/* policydoc report, policydoc trend: what a board reads of a register, for a period and over time. */
#include "command.h"

#include <string.h>

static const struct {
    const char *name;
    pdoc_format format;
} forms[] = {
    {"text", PDOC_FORMAT_TEXT}, {"html", PDOC_FORMAT_HTML}, {"csv", PDOC_FORMAT_CSV},
    {"json", PDOC_FORMAT_JSON}, {"xml", PDOC_FORMAT_XML},
};
#define FORM_COUNT (sizeof forms / sizeof *forms)

static const char *form_at(const void *list, size_t index)
{
    (void)list;
    return forms[index].name;
}

static bool take_form(const char *name, pdoc_format *out)
{
    for (size_t i = 0; name && i < FORM_COUNT; i++)
        if (strcmp(forms[i].name, name) == 0) {
            *out = forms[i].format;
            return true;
        }
    if (!name)
        return true;
    const char *meant = nearest(name, form_at, NULL, FORM_COUNT);
    say("there is no format \"%s\"%s%s%s text, html, csv, json and xml", name, meant ? "; did you mean " : "",
        meant ? meant : "", meant ? "? There are" : "; there are");
    return false;
}

/* The options with --until as the day to judge for, and the form. False, and said, if one of them is none. */
static bool take(const struct options *options, struct options *out)
{
    *out = *options;
    if (!take_form(options->own.format, &out->publish.format))
        return false;
    if (!options->own.until)
        return true;
    out->given |= OPTION_ON;
    return option_read_date("until", options->own.until, &out->on);
}

static enum outcome publish_paper(const struct options *options, pdoc_board_paper *paper, pdoc_error *error)
{
    const pdoc_publish_options publish = publishing(options);
    if (!paper)
        return fail_asking(error);
    pdoc_text *text = pdoc_board_paper_publish(paper, &publish, &error);
    pdoc_board_paper_unref(paper);
    return print_text(options, text, error);
}

static enum outcome report(const struct options *options, const pdoc_register *reg, const pdoc_basis *basis)
{
    pdoc_error *error = NULL;
    pdoc_board_paper *paper = pdoc_board_paper_new(reg, basis, options->own.whom, options->from, &error);
    return publish_paper(options, paper, error);
}

static enum outcome publish_trend(const struct options *options, pdoc_trend *trend, pdoc_error *error)
{
    const pdoc_publish_options publish = publishing(options);
    if (!trend)
        return fail_asking(error);
    pdoc_text *text = pdoc_trend_publish(trend, &publish, &error);
    pdoc_trend_unref(trend);
    return print_text(options, text, error);
}

static enum outcome trend(const struct options *options, const pdoc_register *reg, const pdoc_basis *basis)
{
    pdoc_error *error = NULL;
    pdoc_offset every = {0, 0, 0, 0};
    if (pdoc_offset_parse(options->own.every, &every, &error) != PDOC_OK)
        return fail_asking(error);
    pdoc_trend *made = pdoc_trend_new(reg, basis, every, options->from, &error);
    return publish_trend(options, made, error);
}

static enum outcome run(const struct options *given,
                        enum outcome (*ask)(const struct options *, const pdoc_register *, const pdoc_basis *))
{
    struct options options;
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    const char *path = given->operands[0];
    if (!take(given, &options))
        return OUTCOME_USAGE;
    if (!judging_prepare(&options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(path, &outcome);
    if (reg && judging_fits(&judging, reg, path, &outcome))
        outcome = ask(&options, reg, &judging.basis);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}

enum outcome run_report(const struct options *options)
{
    return run(options, report);
}

enum outcome run_trend(const struct options *options)
{
    if (options->own.every)
        return run(options, trend);
    say("trend needs the step from day to day: --every P3M; see policydoc trend --help");
    return OUTCOME_USAGE;
}
