/* SPDX-License-Identifier: MIT */
/* The paper for a board as a tree of values, from which every form is printed. Counts nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "publish/board_view.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"section", "row-kind", "row", "label", "figure", "unit", "number", "before"};

#define SHOWN_MOST 40 /* overdue documents on a page; the due list has all of them */

struct making {
    struct pdoc__tree *tree;
    const pdoc_board_paper *paper;
    pdoc_format format;
    bool lists_documents; /* behind each figure */
};

static const char *kind_code(pdoc_board_row_kind kind)
{
    static const char *const codes[] = {
        [PDOC_BOARD_ROW_NAMED] = "named", [PDOC_BOARD_ROW_ALL] = "all", [PDOC_BOARD_ROW_NOT_RECORDED] = "not-recorded"};
    return codes[kind];
}

/* ---- a figure ---- */

static void put_behind(const struct making *making, struct pdoc__node *list, const uint32_t *documents, size_t count)
{
    for (size_t i = 0; i < count; i++)
        pdoc__tree_code(making->tree, pdoc__tree_item(making->tree, list), "id",
                        pdoc_board_paper_document_id(making->paper, documents[i]));
}

/* A heading of a narrow column: in lines of a few letters. */
static const char *in_lines(const struct making *making, const char *label)
{
    enum { LETTERS = 8 };
    const size_t size = strlen(label);
    char *lines = pdoc__arena_text(&making->tree->arena, label, size, NULL);
    size_t start = 0;
    making->tree->failed |= !lines;
    for (size_t i = 0; lines && i < size; i++) {
        const size_t word = strcspn(label + i + 1, " ");
        if (label[i] != ' ' || i + 1 + word - start <= LETTERS)
            continue;
        lines[i] = '\n';
        start = i + 1;
    }
    return lines;
}

static void put_figure(const struct making *making, struct pdoc__node *list, size_t section, size_t row, size_t figure)
{
    const pdoc_board_paper *paper = making->paper;
    struct pdoc__tree *tree = making->tree;
    struct pdoc__node *item = pdoc__tree_item(tree, list);
    size_t count = 0;
    pdoc__tree_code(tree, item, "code", pdoc_board_paper_figure_code(paper, section, figure));
    const char *label = pdoc_board_paper_figure_label(paper, section, figure);
    pdoc__tree_code(tree, item, "label", making->format == PDOC_FORMAT_TEXT ? in_lines(making, label) : label);
    pdoc__tree_code(tree, item, "unit", pdoc_board_paper_figure_unit(paper, section, figure));
    pdoc__tree_number(tree, item, "number", pdoc_board_paper_number(paper, section, row, figure));
    pdoc__tree_number(tree, item, "before", pdoc_board_paper_number_before(paper, section, row, figure));
    if (!making->lists_documents)
        return;
    const uint32_t *now = pdoc_board_paper_behind(paper, section, row, figure, &count);
    put_behind(making, pdoc__tree_list(tree, item, "documents", "document"), now, count);
    const uint32_t *before = pdoc_board_paper_behind_before(paper, section, row, figure, &count);
    put_behind(making, pdoc__tree_list(tree, item, "documents-before", "document-before"), before, count);
}

/* "12 (9)": now, and a year before; nothing where both are 0 and others stand beside them. */
static const char *cell_words(const struct making *making, int64_t number, int64_t before, bool is_single)
{
    char words[64];
    if (number == 0 && before == 0 && !is_single)
        return NULL;
    snprintf(words, sizeof words, "%lld (%lld)", (long long)number, (long long)before);
    return pdoc__tree_copy(making->tree, words, strlen(words));
}

static void put_row(const struct making *making, struct pdoc__node *list, size_t section, size_t row)
{
    const pdoc_board_paper *paper = making->paper;
    struct pdoc__tree *tree = making->tree;
    struct pdoc__node *item = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, item, "kind", kind_code(pdoc_board_paper_row_kind(paper, section, row)));
    pdoc__tree_code(tree, item, "code", pdoc_board_paper_row_code(paper, section, row));
    pdoc__tree_prose(tree, item, "label", pdoc_board_paper_row_label(paper, section, row));
    struct pdoc__node *figures = pdoc__tree_list(tree, item, "figures", "figure");
    for (size_t i = 0; i < pdoc_board_paper_figure_count(paper, section); i++)
        put_figure(making, figures, section, row, i);
    for (size_t i = 0; making->format == PDOC_FORMAT_TEXT && i < pdoc_board_paper_figure_count(paper, section); i++)
        pdoc__tree_prose(tree, item, pdoc_board_paper_figure_code(paper, section, i),
                         cell_words(making, pdoc_board_paper_number(paper, section, row, i),
                                    pdoc_board_paper_number_before(paper, section, row, i),
                                    pdoc_board_paper_figure_count(paper, section) == 1));
}

/* People read the sum below the rows that it is of. */
static void put_section(const struct making *making, struct pdoc__node *list, size_t section)
{
    const pdoc_board_paper *paper = making->paper;
    struct pdoc__node *item = pdoc__tree_item(making->tree, list);
    const bool is_page = making->format == PDOC_FORMAT_TEXT || making->format == PDOC_FORMAT_HTML;
    pdoc__tree_code(making->tree, item, "code", pdoc_board_paper_section_code(paper, section));
    pdoc__tree_code(making->tree, item, "row-label", pdoc_board_paper_section_row_label(paper, section));
    pdoc__tree_flag(making->tree, item, "of-period", pdoc_board_paper_section_is_of_period(paper, section));
    pdoc__tree_prose(making->tree, item, "label", pdoc_board_paper_section_label(paper, section));
    struct pdoc__node *rows = pdoc__tree_list(making->tree, item, "rows", "row");
    const bool has_total = pdoc_board_paper_row_kind(paper, section, 0) == PDOC_BOARD_ROW_ALL;
    for (size_t row = is_page && has_total ? 1 : 0; row < pdoc_board_paper_row_count(paper, section); row++)
        put_row(making, rows, section, row);
    if (is_page && has_total)
        put_row(making, rows, section, 0);
}

/* ---- overdue documents ---- */

struct overdue {
    int32_t days;
    uint32_t document;
};

/* The longest overdue first. */
static int compare_overdue(const void *left, const void *right)
{
    const struct overdue *a = left;
    const struct overdue *b = right;
    if (a->days != b->days)
        return a->days > b->days ? -1 : 1;
    return a->document < b->document ? -1 : a->document > b->document;
}

static void put_document(const struct making *making, struct pdoc__node *list, size_t document)
{
    const pdoc_board_paper *paper = making->paper;
    struct pdoc__tree *tree = making->tree;
    struct pdoc__node *item = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, item, "id", pdoc_board_paper_document_id(paper, document));
    pdoc__tree_code(tree, item, "reference", pdoc_board_paper_document_reference(paper, document));
    pdoc__tree_date(tree, item, "due", pdoc_board_paper_document_due(paper, document));
    pdoc__tree_number(tree, item, "days-overdue", pdoc_board_paper_document_days_overdue(paper, document));
    pdoc__tree_code(tree, item, "state",
                    pdoc_table_code(PDOC_TABLE_REVIEW_STATE, pdoc_board_paper_document_state(paper, document)));
    pdoc__tree_prose(tree, item, "title", pdoc_board_paper_document_title(paper, document));
    pdoc__tree_prose(tree, item, "type", pdoc_board_paper_document_type(paper, document));
    pdoc__tree_prose(tree, item, "body", pdoc_board_paper_document_body(paper, document));
    pdoc__tree_prose(tree, item, "responsible", pdoc_board_paper_document_responsible(paper, document));
}

static bool put_overdue(const struct making *making, pdoc_error **error)
{
    const pdoc_board_paper *paper = making->paper;
    const size_t documents = pdoc_board_paper_document_count(paper);
    struct pdoc__node *list =
        pdoc__tree_list(making->tree, making->tree->root, "overdue-documents", "overdue-document");
    struct overdue *found = pdoc__alloc_zero(documents + 1, sizeof *found, error);
    size_t count = 0;
    if (!found)
        return false;
    for (size_t i = 0; i < documents; i++)
        if (pdoc__is_overdue(pdoc_board_paper_document_state(paper, i)))
            found[count++] = (struct overdue){pdoc_board_paper_document_days_overdue(paper, i), (uint32_t)i};
    if (count > 1)
        qsort(found, count, sizeof *found, compare_overdue);
    const bool is_page = making->format == PDOC_FORMAT_TEXT || making->format == PDOC_FORMAT_HTML;
    pdoc__tree_number(making->tree, making->tree->root, "overdue", (int64_t)count);
    for (size_t i = 0; i < count && !(is_page && i == SHOWN_MOST); i++)
        put_document(making, list, found[i].document);
    pdoc__free(found);
    return true;
}

/* ---- all of it ---- */

static void put_head(const struct making *making)
{
    struct pdoc__tree *tree = making->tree;
    const pdoc_board_paper *paper = making->paper;
    struct pdoc__node *root = tree->root;
    pdoc__tree_code(tree, root, "kind", "board-paper");
    pdoc__tree_date(tree, root, "from", pdoc_board_paper_from(paper, false));
    pdoc__tree_date(tree, root, "until", pdoc_board_paper_until(paper, false));
    pdoc__tree_date(tree, root, "known-on", pdoc_board_paper_known(paper, false));
    pdoc__tree_date(tree, root, "from-before", pdoc_board_paper_from(paper, true));
    pdoc__tree_date(tree, root, "until-before", pdoc_board_paper_until(paper, true));
    pdoc__tree_date(tree, root, "known-on-before", pdoc_board_paper_known(paper, true));
    pdoc__tree_code(tree, root, "language", pdoc_board_paper_language(paper));
    pdoc__tree_number(tree, root, "total", (int64_t)pdoc_board_paper_document_count(paper));
    pdoc__tree_prose(tree, root, "title", pdoc_board_paper_title(paper));
    pdoc__tree_prose(tree, root, "body", pdoc_board_paper_body(paper));
}

/* One line a figure. */
static void put_line(const struct making *making, struct pdoc__node *list, size_t section, size_t row, size_t figure)
{
    const pdoc_board_paper *paper = making->paper;
    struct pdoc__tree *tree = making->tree;
    struct pdoc__node *item = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, item, "section", pdoc_board_paper_section_code(paper, section));
    pdoc__tree_code(tree, item, "row-kind", kind_code(pdoc_board_paper_row_kind(paper, section, row)));
    pdoc__tree_code(tree, item, "row", pdoc_board_paper_row_code(paper, section, row));
    pdoc__tree_prose(tree, item, "label", pdoc_board_paper_row_label(paper, section, row));
    pdoc__tree_code(tree, item, "figure", pdoc_board_paper_figure_code(paper, section, figure));
    pdoc__tree_code(tree, item, "unit", pdoc_board_paper_figure_unit(paper, section, figure));
    pdoc__tree_number(tree, item, "number", pdoc_board_paper_number(paper, section, row, figure));
    pdoc__tree_number(tree, item, "before", pdoc_board_paper_number_before(paper, section, row, figure));
}

static void put_lines(const struct making *making)
{
    struct pdoc__node *list = pdoc__tree_list(making->tree, making->tree->root, "lines", "line");
    for (size_t i = 0; i < pdoc_board_paper_section_count(making->paper); i++)
        for (size_t row = 0; row < pdoc_board_paper_row_count(making->paper, i); row++)
            for (size_t figure = 0; figure < pdoc_board_paper_figure_count(making->paper, i); figure++)
                put_line(making, list, i, row, figure);
}

static bool put_all(const struct making *making, pdoc_error **error)
{
    struct pdoc__tree *tree = making->tree;
    put_head(making);
    if (making->format == PDOC_FORMAT_CSV) {
        put_lines(making);
        return true;
    }
    pdoc__board_summary(tree, pdoc__tree_list(tree, tree->root, "summary", "sentence"), making->paper);
    struct pdoc__node *sections = pdoc__tree_list(tree, tree->root, "sections", "section");
    for (size_t i = 0; i < pdoc_board_paper_section_count(making->paper); i++)
        put_section(making, sections, i);
    return put_overdue(making, error);
}

pdoc_text *pdoc_board_paper_publish(const pdoc_board_paper *paper, const pdoc_publish_options *options,
                                    pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a paper for a board",
        .text = pdoc__board_text,
        .html = pdoc__board_html,
        .list = "lines",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!paper) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no paper for a board to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    const struct making making = {.tree = &tree,
                                  .paper = paper,
                                  .format = chosen.format,
                                  .lists_documents =
                                      chosen.format == PDOC_FORMAT_JSON || chosen.format == PDOC_FORMAT_XML};
    if (put_all(&making, error))
        return pdoc__publish(&tree, &view, &chosen, error);
    pdoc__tree_free(&tree);
    return NULL;
}
