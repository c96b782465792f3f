/* SPDX-License-Identifier: MIT */
/* What was not understood of a sheet, cell by cell, and what its columns were taken for. Understands nothing itself. */
#include <stdio.h>

#include "policydoc/sheet.h"
#include "publish/view.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"row", "line", "column", "label", "text", "problem", "nearest", "words"};

static void put_columns(struct pdoc__tree *tree, const pdoc_sheet *sheet)
{
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "columns", "column");
    for (size_t i = 0; i < pdoc_sheet_column_count(sheet); i++) {
        struct pdoc__node *row = pdoc__tree_item(tree, list);
        pdoc__tree_number(tree, row, "number", (int64_t)i + 1);
        pdoc__tree_code(tree, row, "field", pdoc_sheet_column_field(sheet, i));
        pdoc__tree_prose(tree, row, "label", pdoc_sheet_column_label(sheet, i));
    }
}

static void put_problem(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_sheet *sheet, size_t index)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_number(tree, row, "row", pdoc_sheet_problem_row(sheet, index));
    pdoc__tree_number(tree, row, "line", pdoc_sheet_problem_line(sheet, index));
    if (pdoc_sheet_problem_column(sheet, index) > 0)
        pdoc__tree_number(tree, row, "column", pdoc_sheet_problem_column(sheet, index));
    pdoc__tree_code(tree, row, "problem", pdoc_sheet_problem_code(sheet, index));
    pdoc__tree_prose(tree, row, "label", pdoc_sheet_problem_label(sheet, index));
    pdoc__tree_prose(tree, row, "text", pdoc_sheet_problem_text(sheet, index));
    pdoc__tree_prose(tree, row, "nearest", pdoc_sheet_problem_nearest(sheet, index));
    pdoc__tree_prose(tree, row, "words", pdoc_sheet_problem_message(sheet, index));
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "problems");
    for (const struct pdoc__node *row = list ? list->first : NULL; row; row = row->next) {
        char place[60];
        const long long column = (long long)pdoc__member_number(row, "column");
        const int size = snprintf(place, sizeof place, "row %lld", (long long)pdoc__member_number(row, "row"));
        if (column > 0)
            snprintf(place + size, sizeof place - (size_t)size, ", column %lld", column);
        pdoc__page_words(page, PDOC__BOLD, place);
        pdoc__page_end(page);
        if (*pdoc__member_text(row, "label"))
            pdoc__page_block(page, "  label:", 2, pdoc__member_text(row, "label"));
        if (*pdoc__member_text(row, "text"))
            pdoc__page_block(page, "  text:", 2, pdoc__member_text(row, "text"));
        pdoc__page_styled(page, PDOC__PLAIN, 2, pdoc__member_text(row, "words"));
    }
}

pdoc_text *pdoc_sheet_publish(const pdoc_sheet *sheet, const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "the problems of a sheet",
        .text = write_text,
        .list = "problems",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!sheet) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a sheet is needed to publish it");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    const char delimiter[] = {pdoc_sheet_delimiter(sheet), '\0'};
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "sheet");
    pdoc__tree_code(&tree, tree.root, "encoding", pdoc_sheet_encoding(sheet));
    pdoc__tree_code(&tree, tree.root, "delimiter",
                    *delimiter == '\t'  ? "tab"
                    : *delimiter == ';' ? "semicolon"
                                        : "comma");
    pdoc__tree_number(&tree, tree.root, "documents", (int64_t)pdoc_register_document_count(pdoc_sheet_register(sheet)));
    pdoc__tree_number(&tree, tree.root, "count", (int64_t)pdoc_sheet_problem_count(sheet));
    put_columns(&tree, sheet);
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "problems", "problem");
    for (size_t i = 0; i < pdoc_sheet_problem_count(sheet); i++)
        put_problem(&tree, list, sheet, i);
    return pdoc__publish(&tree, &view, &chosen, error);
}
