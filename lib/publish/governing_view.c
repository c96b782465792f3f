/* SPDX-License-Identifier: MIT */
/* The documents that govern a step, one a row. Judges nothing. */
#include <stdio.h>

#include "base/buffer.h"
#include "base/error.h"
#include "policydoc/governing.h"
#include "publish/view.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"id",    "reference", "title",  "version", "label",         "since",
                                          "by",    "reason",    "clause", "section", "section-title", "note",
                                          "place", "sha256"};

static const struct pdoc__page_column page_columns[] = {
    {"reference", "id", "Document", false, 1, NULL, NULL, false},
    {"title", NULL, "Title", false, 2, NULL, NULL, false},
    {"label", "version", "Version", false, 0, NULL, NULL, false},
    {"since", NULL, "Since", false, 0, NULL, NULL, false},
    {"reason", NULL, "Why", false, 2, NULL, NULL, false},
    {"section-title", "clause", "Section", false, 2, NULL, NULL, false},
    {"place", NULL, "Where", false, 3, NULL, NULL, false},
};

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "documents");
    const long long count = (long long)pdoc__member_number(root, "count");
    struct pdoc__buffer line = {0};
    char day[PDOC__NODE_TEXT];
    pdoc__buffer_format(
        &line, count == 0 ? "No document in force on %s governs \"%s\"" : "In force on %s, and governing \"%s\"",
        pdoc__node_text(pdoc__node_member(root, "as-of"), day), pdoc__member_text(root, "step"));
    pdoc__page_styled(page, PDOC__BOLD, 0, line.data ? line.data : "");
    page->out->failed = page->out->failed || line.failed;
    pdoc__buffer_free(&line);
    if (list && list->first)
        pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, list, 0);
}

static void put_entry(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_governing *all, size_t index)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "id", pdoc_governing_document_id(all, index));
    pdoc__tree_code(tree, row, "reference", pdoc_governing_document_reference(all, index));
    pdoc__tree_number(tree, row, "version", pdoc_governing_version(all, index));
    pdoc__tree_code(tree, row, "label", pdoc_governing_label(all, index));
    pdoc__tree_date(tree, row, "since", pdoc_governing_since(all, index));
    pdoc__tree_code(tree, row, "by", pdoc_governs_by_code(pdoc_governing_by(all, index)));
    pdoc__tree_code(tree, row, "clause", pdoc_governing_clause(all, index));
    pdoc__tree_code(tree, row, "section", pdoc_governing_section(all, index));
    pdoc__tree_code(tree, row, "place", pdoc_governing_place(all, index));
    pdoc__tree_code(tree, row, "sha256", pdoc_governing_sha256(all, index));
    pdoc__tree_prose(tree, row, "title", pdoc_governing_document_title(all, index));
    pdoc__tree_prose(tree, row, "reason", pdoc_governing_reason(all, index));
    pdoc__tree_prose(tree, row, "section-title", pdoc_governing_section_title(all, index));
    pdoc__tree_prose(tree, row, "note", pdoc_governing_note(all, index));
}

pdoc_text *pdoc_governing_publish(const pdoc_governing *governing, const pdoc_publish_options *options,
                                  pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "what governs a step",
        .text = write_text,
        .list = "documents",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!governing) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "an answer is needed to publish what governs a step");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "governing");
    pdoc__tree_code(&tree, tree.root, "step", pdoc_governing_step(governing));
    pdoc__tree_date(&tree, tree.root, "as-of", pdoc_governing_as_of(governing));
    pdoc__tree_number(&tree, tree.root, "count", (int64_t)pdoc_governing_count(governing));
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "documents", "document");
    for (size_t i = 0; i < pdoc_governing_count(governing); i++)
        put_entry(&tree, list, governing, i);
    return pdoc__publish(&tree, &view, &chosen, error);
}
