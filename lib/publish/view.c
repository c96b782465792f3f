/* SPDX-License-Identifier: MIT */
/* What the views have in common: options, the choice of the form, and what a board counts as overdue. */
#include "publish/view.h"

#include <string.h>

#include "publish/forms.h"

const pdoc_review_state pdoc__state_order[PDOC__STATE_COUNT] = {
    PDOC_REVIEW_OVERDUE,  PDOC_REVIEW_OVERDUE_UNDER_WAY, PDOC_REVIEW_OVERDUE_EXTENDED,
    PDOC_REVIEW_DUE_IN_PERIOD, PDOC_REVIEW_DUE_SOON,     PDOC_REVIEW_NO_DATA,
    PDOC_REVIEW_NO_RULE,  PDOC_REVIEW_IN_DATE,           PDOC_REVIEW_NONE,
};

static const enum pdoc__style state_styles[PDOC__STATE_COUNT] = {
    [PDOC_REVIEW_NO_RULE] = PDOC__YELLOW,           [PDOC_REVIEW_NO_DATA] = PDOC__YELLOW,
    [PDOC_REVIEW_IN_DATE] = PDOC__GREEN,            [PDOC_REVIEW_DUE_SOON] = PDOC__YELLOW,
    [PDOC_REVIEW_DUE_IN_PERIOD] = PDOC__YELLOW,     [PDOC_REVIEW_OVERDUE] = PDOC__RED,
    [PDOC_REVIEW_OVERDUE_UNDER_WAY] = PDOC__RED,    [PDOC_REVIEW_OVERDUE_EXTENDED] = PDOC__RED,
};

enum pdoc__style pdoc__state_style(const char *code)
{
    const int row = pdoc_table_find(PDOC_TABLE_REVIEW_STATE, code);
    return row >= 0 && row < PDOC__STATE_COUNT ? state_styles[row] : PDOC__PLAIN;
}

const char *pdoc__label_of(pdoc_table table, const char *code)
{
    const int row = pdoc_table_find(table, code);
    return row >= 0 ? pdoc_table_label(table, (size_t)row) : code;
}

const char *pdoc__state_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    (void)buffer;
    return pdoc__label_of(PDOC_TABLE_REVIEW_STATE, text);
}

static const char *phase_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    (void)buffer;
    return pdoc__label_of(PDOC_TABLE_PHASE, text);
}

const char *(*pdoc__words_of_column(const char *name))(const struct pdoc__node *row, const char *text, char *buffer)
{
    if (strcmp(name, "state") == 0)
        return pdoc__state_words;
    return strcmp(name, "phase") == 0 ? phase_words : NULL;
}

bool pdoc__is_overdue(pdoc_review_state state)
{
    return state >= PDOC_REVIEW_OVERDUE;
}

bool pdoc__publish_options(const pdoc_publish_options *options, const struct pdoc__view *view,
                           pdoc_publish_options *out, pdoc_error **error)
{
    memset(out, 0, sizeof *out);
    out->size = sizeof *out;
    if (!options)
        return true;
    if (options->size != sizeof *options) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the options need their size set to sizeof(pdoc_publish_options)");
        return false;
    }
    if ((unsigned)options->format > PDOC_FORMAT_HTML) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no format %d", (int)options->format);
        return false;
    }
    if (options->width != 0 && (options->width < PDOC__PAGE_NARROWEST || options->width > PDOC__PAGE_WIDEST)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a page can be %d to %d columns wide, not %lu", PDOC__PAGE_NARROWEST,
                   PDOC__PAGE_WIDEST, (unsigned long)options->width);
        return false;
    }
    if (options->format == PDOC_FORMAT_CSV && !view->list) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s has no CSV form, since it is no list; use text, json or xml",
                   view->what);
        return false;
    }
    if (options->format == PDOC_FORMAT_SVG && !view->svg) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s has no SVG form; a programme has one", view->what);
        return false;
    }
    if (options->format == PDOC_FORMAT_HTML && !view->html) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s has no HTML form; a paper for a board and a trend have one", view->what);
        return false;
    }
    *out = *options;
    return true;
}

pdoc_text *pdoc__publish(struct pdoc__tree *tree, const struct pdoc__view *view, const pdoc_publish_options *options,
                         pdoc_error **error)
{
    struct pdoc__buffer out = {0};
    struct pdoc__page page = {.out = &out, .width = options->width, .colour = options->colour != 0};
    if (options->format == PDOC_FORMAT_TEXT && !tree->failed)
        pdoc__tell_apart(tree);
    if (tree->failed)
        out.failed = true;
    else if (options->format == PDOC_FORMAT_JSON)
        pdoc__json_print(&out, tree->root);
    else if (options->format == PDOC_FORMAT_XML)
        pdoc__xml_print(&out, tree->root);
    else if (options->format == PDOC_FORMAT_SVG)
        view->svg(&out, tree->root);
    else if (options->format == PDOC_FORMAT_HTML)
        view->html(&out, tree->root);
    else if (options->format == PDOC_FORMAT_CSV)
        pdoc__csv_print(&out, pdoc__node_member(tree->root, view->list), view->columns, view->column_count);
    else if (view->text)
        view->text(&page, tree->root);
    else
        pdoc__page_table(&page, view->table, view->column_count, pdoc__node_member(tree->root, view->list), 0);
    pdoc__tree_free(tree);
    return pdoc__buffer_take(&out, error);
}
