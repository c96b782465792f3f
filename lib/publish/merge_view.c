/* SPDX-License-Identifier: MIT */
/* What a merge tells, one line each. Decides nothing. */
#include "base/error.h"
#include "policydoc/merge.h"
#include "publish/view.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"kind", "id", "reference", "field", "first", "second", "kept"};

static const struct pdoc__page_column page_columns[] = {
    {"kind", NULL, "What", false, 0, NULL, NULL, false},
    {"reference", "id", "Reference", false, 1, NULL, NULL, false},
    {"field", NULL, "Where", false, 2, NULL, NULL, false},
    {"first", NULL, "First", false, 2, NULL, NULL, false},
    {"second", NULL, "Second", false, 2, NULL, NULL, false},
    {"kept", NULL, "Kept", false, 2, NULL, NULL, false},
};

static const char *const kinds[] = {
    [PDOC_MERGE_CONFLICT] = "conflict", [PDOC_MERGE_APART] = "apart", [PDOC_MERGE_RENAMED] = "renamed",
    [PDOC_MERGE_ADDED] = "added",       [PDOC_MERGE_TAKEN] = "taken", [PDOC_MERGE_UNMAPPED] = "unmapped"};

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, pdoc__node_member(root, "lines"),
                     0);
}

static int64_t count_kind(const pdoc_merge *merge, pdoc_merge_kind kind)
{
    int64_t count = 0;
    for (size_t i = 0; i < pdoc_merge_count(merge); i++)
        count += pdoc_merge_kind_at(merge, i) == kind;
    return count;
}

pdoc_text *pdoc_merge_publish(const pdoc_merge *merge, const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {.what = "a merge",
                                           .list = "lines",
                                           .columns = csv_columns,
                                           .column_count = sizeof csv_columns / sizeof *csv_columns,
                                           .text = write_text};
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!merge) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no merge to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "merge");
    pdoc__tree_number(&tree, tree.root, "conflicts", count_kind(merge, PDOC_MERGE_CONFLICT));
    pdoc__tree_number(&tree, tree.root, "total", (int64_t)pdoc_merge_count(merge));
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "lines", "line");
    for (size_t i = 0; i < pdoc_merge_count(merge); i++) {
        struct pdoc__node *row = pdoc__tree_item(&tree, list);
        pdoc__tree_code(&tree, row, "kind", kinds[pdoc_merge_kind_at(merge, i)]);
        pdoc__tree_code(&tree, row, "id", pdoc_merge_document(merge, i));
        pdoc__tree_code(&tree, row, "reference", pdoc_merge_reference(merge, i));
        pdoc__tree_code(&tree, row, "field", pdoc_merge_place(merge, i));
        pdoc__tree_prose(&tree, row, "first", pdoc_merge_in_first(merge, i));
        pdoc__tree_prose(&tree, row, "second", pdoc_merge_in_second(merge, i));
        pdoc__tree_prose(&tree, row, "kept", pdoc_merge_kept(merge, i));
    }
    return pdoc__publish(&tree, &view, &chosen, error);
}
