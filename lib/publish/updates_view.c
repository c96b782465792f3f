/* SPDX-License-Identifier: MIT */
/* Documents that changed since a revision, one a row. Judges nothing. */
#include <stdio.h>

#include "base/error.h"
#include "policydoc/updates.h"
#include "policydoc/vocabulary.h"
#include "publish/view.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"kind",  "id",      "reference", "title", "changed-in",
                                          "phase", "version", "label",     "sha256"};

static const char *phase_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    (void)buffer;
    return pdoc__label_of(PDOC_TABLE_PHASE, text);
}

static const struct pdoc__page_column page_columns[] = {
    {"kind", NULL, "Change", false, 0, NULL, NULL, false},
    {"reference", "id", "Document", false, 1, NULL, NULL, false},
    {"title", NULL, "Title", false, 3, NULL, NULL, false},
    {"changed-in", NULL, "Revision", true, 0, NULL, NULL, false},
    {"phase", NULL, "Phase", false, 0, NULL, phase_words, false},
    {"label", "version", "Version", false, 0, NULL, NULL, false},
};

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "documents");
    const long long count = (long long)pdoc__member_number(root, "count");
    char line[120];
    snprintf(line, sizeof line, "Since revision %lld, up to revision %lld: %lld %s",
             (long long)pdoc__member_number(root, "since"), (long long)pdoc__member_number(root, "revision"), count,
             count == 1 ? "document" : "documents");
    pdoc__page_styled(page, PDOC__BOLD, 0, line);
    if (list && list->first)
        pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, list, 0);
}

static void put_number(struct pdoc__tree *tree, struct pdoc__node *row, const char *name, uint32_t number)
{
    if (number > 0)
        pdoc__tree_number(tree, row, name, number);
    else
        pdoc__tree_code(tree, row, name, NULL);
}

static void put_entry(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_updates *updates, size_t index)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "kind", pdoc_update_kind_code(pdoc_updates_kind(updates, index)));
    pdoc__tree_code(tree, row, "id", pdoc_updates_document_id(updates, index));
    pdoc__tree_code(tree, row, "reference", pdoc_updates_document_reference(updates, index));
    put_number(tree, row, "changed-in", pdoc_updates_changed_in(updates, index));
    pdoc__tree_code(tree, row, "phase", pdoc_table_code(PDOC_TABLE_PHASE, pdoc_updates_phase(updates, index)));
    put_number(tree, row, "version", pdoc_updates_version(updates, index));
    pdoc__tree_code(tree, row, "label", pdoc_updates_label(updates, index));
    pdoc__tree_code(tree, row, "sha256", pdoc_updates_sha256(updates, index));
    pdoc__tree_prose(tree, row, "title", pdoc_updates_document_title(updates, index));
}

pdoc_text *pdoc_updates_publish(const pdoc_updates *updates, const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "what changed",
        .text = write_text,
        .list = "documents",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!updates) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "updates are needed to publish them");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "updates");
    pdoc__tree_date(&tree, tree.root, "as-of", pdoc_updates_as_of(updates));
    pdoc__tree_number(&tree, tree.root, "since", pdoc_updates_since(updates));
    pdoc__tree_number(&tree, tree.root, "revision", pdoc_updates_revision(updates));
    pdoc__tree_number(&tree, tree.root, "count", (int64_t)pdoc_updates_count(updates));
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "documents", "document");
    for (size_t i = 0; i < pdoc_updates_count(updates); i++)
        put_entry(&tree, list, updates, i);
    return pdoc__publish(&tree, &view, &chosen, error);
}
