/* SPDX-License-Identifier: MIT */
/* Copies held against the register, one a row. Judges nothing. */
#include <stdio.h>

#include "base/error.h"
#include "policydoc/verification.h"
#include "publish/view.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"state", "id",       "reference", "title",         "version", "content",
                                          "file",  "recorded", "found",     "found-version", "message"};

static enum pdoc__style state_style_of(const struct pdoc__node *row)
{
    const char state = *pdoc__member_text(row, "state");
    return state == 's' ? PDOC__GREEN : state == 'n' || state == 'u' ? PDOC__YELLOW : PDOC__RED;
}

static const char *short_hash(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    snprintf(buffer, PDOC__NODE_TEXT, "%.12s", text);
    return buffer;
}

static const struct pdoc__page_column page_columns[] = {
    {"state", NULL, "State", false, 0, state_style_of, NULL, false},
    {"reference", "id", "Document", false, 1, NULL, NULL, false},
    {"version", NULL, "Version", true, 0, NULL, NULL, false},
    {"file", "content", "File", false, 3, NULL, NULL, false},
    {"recorded", NULL, "Recorded", false, 0, NULL, short_hash, false},
    {"found", NULL, "Found", false, 0, NULL, short_hash, false},
    {"message", NULL, "What it is", false, 3, NULL, NULL, false},
};

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "copies");
    char line[120];
    snprintf(line, sizeof line, "%lld same, %lld that %s not, %lld that cannot be told or %s unknown",
             (long long)pdoc__member_number(root, "same"), (long long)pdoc__member_number(root, "not-same"),
             pdoc__member_number(root, "not-same") == 1 ? "is" : "are", (long long)pdoc__member_number(root, "open"),
             pdoc__member_number(root, "open") == 1 ? "is" : "are");
    pdoc__page_styled(page, PDOC__BOLD, 0, line);
    if (list && list->first)
        pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, list, 0);
}

static void put_version(struct pdoc__tree *tree, struct pdoc__node *row, const char *name, uint32_t version)
{
    if (version > 0)
        pdoc__tree_number(tree, row, name, version);
    else
        pdoc__tree_code(tree, row, name, NULL);
}

static void put_entry(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_verification *all, size_t entry)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "state", pdoc_copy_state_code(pdoc_verification_state(all, entry)));
    pdoc__tree_code(tree, row, "id", pdoc_verification_document_id(all, entry));
    pdoc__tree_code(tree, row, "reference", pdoc_verification_document_reference(all, entry));
    put_version(tree, row, "version", pdoc_verification_version(all, entry));
    pdoc__tree_code(tree, row, "content", pdoc_verification_content(all, entry));
    pdoc__tree_code(tree, row, "file", pdoc_verification_file(all, entry));
    pdoc__tree_code(tree, row, "recorded", pdoc_verification_recorded(all, entry));
    pdoc__tree_code(tree, row, "found", pdoc_verification_found(all, entry));
    put_version(tree, row, "found-version", pdoc_verification_found_version(all, entry));
    pdoc__tree_prose(tree, row, "title", pdoc_verification_document_title(all, entry));
    pdoc__tree_prose(tree, row, "message", pdoc_verification_message(all, entry));
}

static int64_t total(const pdoc_verification *all, pdoc_copy_state state)
{
    return (int64_t)pdoc_verification_total(all, state);
}

pdoc_text *pdoc_verification_publish(const pdoc_verification *verification, const pdoc_publish_options *options,
                                     pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a verification",
        .text = write_text,
        .list = "copies",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!verification) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a verification is needed to publish it");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    const int64_t same = total(verification, PDOC_COPY_SAME);
    const int64_t open = total(verification, PDOC_COPY_NO_HASH) + total(verification, PDOC_COPY_UNKNOWN);
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "verification");
    pdoc__tree_date(&tree, tree.root, "as-of", pdoc_verification_as_of(verification));
    pdoc__tree_number(&tree, tree.root, "count", (int64_t)pdoc_verification_count(verification));
    pdoc__tree_number(&tree, tree.root, "same", same);
    pdoc__tree_number(&tree, tree.root, "not-same", (int64_t)pdoc_verification_count(verification) - same - open);
    pdoc__tree_number(&tree, tree.root, "open", open);
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "copies", "copy");
    for (size_t i = 0; i < pdoc_verification_count(verification); i++)
        put_entry(&tree, list, verification, i);
    return pdoc__publish(&tree, &view, &chosen, error);
}
