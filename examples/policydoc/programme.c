/* SPDX-License-Identifier: MIT */
/* policydoc programme: the reviews of a register spread over months, so that no month is fuller than it must be. */
#include "programme_place.h"

#include <string.h>

static enum outcome publish(const struct options *options, const pdoc_programme *programme, const pdoc_register *reg)
{
    pdoc_error *error = NULL;
    pdoc_publish_options publish = publishing(options);
    if (options->given & OPTION_SVG)
        publish.format = PDOC_FORMAT_SVG;
    pdoc_text *text = pdoc_programme_publish(programme, reg, &publish, &error);
    return print_text(options, text, error);
}

/* Is there a review that no month can take? */
static bool is_complete(const pdoc_programme *programme)
{
    for (size_t i = 0; i < pdoc_programme_count(programme); i++)
        if (pdoc_programme_entry_obstacle(programme, i))
            return false;
    return true;
}

static enum outcome level(const struct options *options, const struct judging *judging, pdoc_register *reg)
{
    pdoc_error *error = NULL;
    const pdoc_programme_options asked = {
        .size = sizeof asked,
        .from = options->from,
        .to = options->to,
        .earlier = options->earlier,
        .catch_up = options->catch_up,
        .months = options->months,
        .blocked = options->blocked,
        .capacities = options->capacity,
        .keep = options->given & OPTION_KEEP ? 1 : 0,
    };
    pdoc_programme *programme = pdoc_programme_new(reg, &judging->basis, &asked, &error);
    if (!programme)
        return fail_asking(error);
    enum outcome outcome = publish(options, programme, reg);
    if (outcome == OUTCOME_WELL && !is_complete(programme))
        outcome = OUTCOME_NO;
    if (options->given & OPTION_PLACE && outcome <= OUTCOME_NO) {
        const enum outcome placed = programme_place(programme, reg, options);
        outcome = placed == OUTCOME_WELL ? outcome : placed;
    }
    pdoc_programme_unref(programme);
    return outcome;
}

enum outcome run_programme(const struct options *options)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (options->given & OPTION_SVG && options->given & OPTION_FORMAT) {
        say("--svg is a form of its own; leave --format out");
        return OUTCOME_USAGE;
    }
    if (options->given & OPTION_PLACE && strcmp(path, "-") == 0) {
        say("--place needs a file that it can be saved to");
        return OUTCOME_USAGE;
    }
    if (options->given & OPTION_PLACE && !options_have_whole_day("programme --place", options))
        return OUTCOME_USAGE;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(path, &outcome);
    if (reg && judging_fits(&judging, reg, path, &outcome))
        outcome = level(options, &judging, reg);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
