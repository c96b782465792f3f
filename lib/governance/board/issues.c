/* SPDX-License-Identifier: MIT */
/* What the practice issues raised in the period add to the paper for a board. Counts no issue itself. */
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "governance/board/paper.h"
#include "governance/escalating/figures.h"

/* Which figure of the tracks a measure is. */
static const struct {
    const char *measure;
    const char *key; /* NULL: of all */
} measured[] = {
    {"raised", NULL},          {"state", "open"},      {"state", "resolved"},         {"state", "closed"},
    {"state", "undetermined"}, {"exceptional", NULL},  {"days-to-resolve", "median"}, {"days-to-resolve", "most"},
    {"records-owed", NULL},    {"records-made", NULL},
};

/* Measures whose keys are rows of a section of their own. */
static const struct {
    const char *measure;
    enum pdoc__board_section section;
} listed[] = {
    {"stage-reached", PDOC__BOARD_STAGES},
    {"outcome", PDOC__BOARD_OUTCOMES},
    {"learning", PDOC__BOARD_LEARNING},
};

/* The name that a profile of the basis gives to a row; NULL: none does. */
static const char *label_in(const struct pdoc__judge *judge, pdoc_profile_table table, const char *id)
{
    const pdoc_profile *profile = judge->override ? judge->override : judge->register_profile;
    for (size_t i = 0; profile && i < pdoc_profile_row_count(profile, table); i++)
        if (pdoc__text_equal(pdoc_profile_row_id(profile, table, i), id))
            return pdoc_profile_row_label(profile, table, i);
    return NULL;
}

static void add_to_track(struct pdoc__board_count *count, const struct pdoc__figure *figure, size_t place)
{
    const char *label = label_in(count->judge, PDOC_PROFILE_TRACKS, figure->track);
    struct pdoc__board_row *row = pdoc__board_row(count, PDOC__BOARD_ISSUES, figure->track,
                                                  label ? label : pdoc__board_words(count, figure->track));
    pdoc__board_add(count, PDOC__BOARD_ISSUES, row, place, figure->number);
}

/* A stage belongs to its track; an outcome or a lesson means the same on all of them. */
static void add_to_list(struct pdoc__board_count *count, const struct pdoc__figure *figure,
                        enum pdoc__board_section section)
{
    struct pdoc__buffer code = {0};
    const char *label = section == PDOC__BOARD_STAGES ? label_in(count->judge, PDOC_PROFILE_STAGES, figure->key) : NULL;
    if (section == PDOC__BOARD_STAGES)
        pdoc__buffer_format(&code, "%s/", figure->track);
    pdoc__buffer_text(&code, figure->key);
    count->failed |= code.failed;
    struct pdoc__board_row *row =
        code.failed ? NULL
                    : pdoc__board_row(count, section, code.data, label ? label : pdoc__board_words(count, figure->key));
    pdoc__board_add(count, section, row, 0, figure->number);
    pdoc__buffer_free(&code);
}

static void add_figure(struct pdoc__board_count *count, const struct pdoc__figure *figure)
{
    for (size_t i = 0; i < sizeof measured / sizeof *measured; i++)
        if (strcmp(measured[i].measure, figure->measure) == 0 && pdoc__text_equal(measured[i].key, figure->key))
            add_to_track(count, figure, i);
    for (size_t i = 0; figure->key && i < sizeof listed / sizeof *listed; i++)
        if (strcmp(listed[i].measure, figure->measure) == 0)
            add_to_list(count, figure, listed[i].section);
}

bool pdoc__board_count_issues(struct pdoc__board_count *count, const pdoc_basis *basis, pdoc_error **error)
{
    pdoc_issue_figures *figures = pdoc_register_issue_figures(count->judge->reg, basis, pdoc__day_date(count->first),
                                                              pdoc__day_date(count->last), error);
    count->document = UINT32_MAX;
    for (size_t i = 0; i < pdoc_issue_figures_count(figures); i++)
        add_figure(count, &figures->items[i]);
    pdoc_issue_figures_unref(figures);
    return figures != NULL;
}
