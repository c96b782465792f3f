/* SPDX-License-Identifier: MIT */
/* Who has to read what, one reader a row. Judges nothing. */
#include <stdio.h>

#include "base/error.h"
#include "policydoc/attestation.h"
#include "publish/view.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"id",       "reference", "title",  "version", "reader",       "state",
                                          "required", "due",       "on",     "event",   "read-version", "people",
                                          "sha256",   "rule",      "clause", "reason"};

static enum pdoc__style state_style_of(const struct pdoc__node *row)
{
    const char state = *pdoc__member_text(row, "state");
    return state == 'd' ? PDOC__GREEN : state == 'a' ? PDOC__YELLOW : PDOC__RED;
}

static const struct pdoc__page_column page_columns[] = {
    {"reference", "id", "Document", false, 1, NULL, NULL, false},
    {"title", NULL, "Title", false, 2, NULL, NULL, false},
    {"version", NULL, "Version", true, 0, NULL, NULL, false},
    {"reader", NULL, "Reader", false, 2, NULL, NULL, false},
    {"state", NULL, "State", false, 0, state_style_of, NULL, false},
    {"due", NULL, "By", false, 0, NULL, NULL, false},
    {"on", NULL, "Read", false, 0, NULL, NULL, false},
    {"people", NULL, "People", true, 0, NULL, NULL, false},
    {"clause", NULL, "Clause", false, 0, NULL, NULL, false},
};

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "readers");
    const long long open = (long long)pdoc__member_number(root, "outstanding");
    char line[100];
    snprintf(line, sizeof line, "%lld %s still to read what is in force", open,
             open == 1 ? "reader has" : "readers have");
    pdoc__page_styled(page, PDOC__BOLD, 0, open > 0 ? line : "Nothing shows that anybody has still to read");
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

static void put_entry(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_attestations *all, size_t entry)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "id", pdoc_attestations_document_id(all, entry));
    pdoc__tree_code(tree, row, "reference", pdoc_attestations_document_reference(all, entry));
    put_number(tree, row, "version", pdoc_attestations_version(all, entry));
    pdoc__tree_code(tree, row, "reader", pdoc_attestations_reader(all, entry));
    pdoc__tree_code(tree, row, "state", pdoc_reading_state_code(pdoc_attestations_state(all, entry)));
    pdoc__tree_flag(tree, row, "required", pdoc_attestations_is_required(all, entry));
    pdoc__tree_date(tree, row, "due", pdoc_attestations_due(all, entry));
    pdoc__tree_date(tree, row, "on", pdoc_attestations_on(all, entry));
    pdoc__tree_code(tree, row, "event", pdoc_attestations_event(all, entry));
    put_number(tree, row, "read-version", pdoc_attestations_read_version(all, entry));
    put_number(tree, row, "people", pdoc_attestations_people(all, entry));
    pdoc__tree_code(tree, row, "sha256", pdoc_attestations_sha256(all, entry));
    pdoc__tree_code(tree, row, "rule", pdoc_attestations_rule(all, entry));
    pdoc__tree_code(tree, row, "clause", pdoc_attestations_clause(all, entry));
    pdoc__tree_prose(tree, row, "title", pdoc_attestations_document_title(all, entry));
    pdoc__tree_prose(tree, row, "reason", pdoc_attestations_reason(all, entry));
}

static bool is_outstanding(const pdoc_attestations *all, size_t entry)
{
    return pdoc_attestations_is_required(all, entry) && pdoc_attestations_state(all, entry) != PDOC_READING_DONE;
}

pdoc_text *pdoc_attestations_publish(const pdoc_attestations *attestations, const pdoc_publish_options *options,
                                     pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a list of readers",
        .text = write_text,
        .list = "readers",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!attestations) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "attestations are needed to publish them");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "attestations");
    pdoc__tree_date(&tree, tree.root, "as-of", pdoc_attestations_as_of(attestations));
    pdoc__tree_number(&tree, tree.root, "count", (int64_t)pdoc_attestations_count(attestations));
    pdoc__tree_number(&tree, tree.root, "outstanding", (int64_t)pdoc_attestations_outstanding(attestations));
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "readers", "reader");
    for (size_t i = 0; i < pdoc_attestations_count(attestations); i++)
        if (!chosen.state || is_outstanding(attestations, i))
            put_entry(&tree, list, attestations, i);
    return pdoc__publish(&tree, &view, &chosen, error);
}
