/* SPDX-License-Identifier: MIT */
/* What was in force on a day, one document a row; of one document as sentences. Judges nothing. */
#include <stdio.h>

#include "base/error.h"
#include "policydoc/in_force.h"
#include "policydoc/vocabulary.h"
#include "publish/view.h"

#define LEAD 12 /* columns of the words in front */

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"id",       "reference",  "title",     "version",      "label",
                                          "phase",    "since",      "approved",  "approved-by",  "minute",
                                          "decision", "as-printed", "published", "published-at", "sha256"};

static const char *phase_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    (void)buffer;
    return pdoc__label_of(PDOC_TABLE_PHASE, text);
}

static const struct pdoc__page_column page_columns[] = {
    {"reference", "id", "Reference", false, 1, NULL, NULL, false},
    {"title", NULL, "Title", false, 3, NULL, NULL, false},
    {"label", "version", "Version", false, 0, NULL, NULL, false},
    {"phase", NULL, "Phase", false, 0, NULL, phase_words, false},
    {"since", NULL, "Since", false, 0, NULL, NULL, false},
    {"approved", NULL, "Approved", false, 0, NULL, NULL, false},
    {"approved-by", NULL, "Approved by", false, 2, NULL, NULL, false},
    {"minute", NULL, "Minute", false, 1, NULL, NULL, false},
    {"published", NULL, "Published", false, 0, NULL, NULL, false},
};

static void write_one(struct pdoc__page *page, const struct pdoc__node *row)
{
    static const struct {
        const char *member;
        const char *lead;
    } lines[] = {{"id", "Id"},         {"reference", "Reference"}, {"version", "Version"},     {"label", "Label"},
                 {"phase", "Phase"},   {"since", "Since"},         {"approved", "Approved"},   {"approved-by", "By"},
                 {"minute", "Minute"}, {"decision", "Event"},      {"published", "Published"}, {"published-at", "At"},
                 {"sha256", "SHA-256"}};
    const char *title = pdoc__member_text(row, "title");
    char buffer[PDOC__NODE_TEXT];
    pdoc__page_styled(page, PDOC__BOLD, 0, *title ? title : "Document without a title");
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const struct pdoc__node *member = pdoc__node_member(row, lines[i].member);
        const bool is_phase = member == pdoc__node_member(row, "phase");
        if (pdoc__node_is_empty(member))
            continue;
        const char *text = pdoc__node_text(member, buffer);
        pdoc__page_block(page, lines[i].lead, LEAD, is_phase ? pdoc__label_of(PDOC_TABLE_PHASE, text) : text);
    }
    if (pdoc__member_flag(row, "as-printed"))
        pdoc__page_block(page, "Note", LEAD, "the approval is as the sheet prints it; no decision is recorded");
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "documents");
    const struct pdoc__node *known = pdoc__node_member(root, "known");
    char day[PDOC__NODE_TEXT];
    char line[120];
    const long long in_force = (long long)pdoc__member_number(root, "in-force");
    const long long count = (long long)pdoc__member_number(root, "count");
    snprintf(line, sizeof line, "In force on %s: %lld of %lld %s",
             pdoc__node_text(pdoc__node_member(root, "as-of"), day), in_force, count,
             count == 1 ? "document" : "documents");
    pdoc__page_styled(page, PDOC__BOLD, 0, line);
    if (!pdoc__node_is_empty(known)) {
        snprintf(line, sizeof line, "By what was recorded on %s", pdoc__node_text(known, day));
        pdoc__page_styled(page, PDOC__PLAIN, 0, line);
    }
    if (!list || !list->first)
        return;
    pdoc__page_end(page);
    if (pdoc__member_flag(root, "one"))
        write_one(page, list->first);
    else
        pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, list, 0);
}

static void put_entry(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_in_force *answer, size_t index)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "id", pdoc_in_force_document_id(answer, index));
    pdoc__tree_code(tree, row, "reference", pdoc_in_force_document_reference(answer, index));
    if (pdoc_in_force_version(answer, index) > 0)
        pdoc__tree_number(tree, row, "version", pdoc_in_force_version(answer, index));
    else
        pdoc__tree_code(tree, row, "version", NULL);
    pdoc__tree_code(tree, row, "label", pdoc_in_force_label(answer, index));
    pdoc__tree_code(tree, row, "phase", pdoc_table_code(PDOC_TABLE_PHASE, pdoc_in_force_phase(answer, index)));
    pdoc__tree_date(tree, row, "since", pdoc_in_force_since(answer, index));
    pdoc__tree_date(tree, row, "approved", pdoc_in_force_approved(answer, index));
    pdoc__tree_code(tree, row, "approved-by", pdoc_in_force_approved_by(answer, index));
    pdoc__tree_code(tree, row, "minute", pdoc_in_force_minute(answer, index));
    pdoc__tree_code(tree, row, "decision", pdoc_in_force_decision(answer, index));
    pdoc__tree_flag(tree, row, "as-printed", pdoc_in_force_is_printed(answer, index));
    pdoc__tree_date(tree, row, "published", pdoc_in_force_published(answer, index));
    pdoc__tree_code(tree, row, "published-at", pdoc_in_force_published_at(answer, index));
    pdoc__tree_code(tree, row, "sha256", pdoc_in_force_sha256(answer, index));
    pdoc__tree_prose(tree, row, "title", pdoc_in_force_document_title(answer, index));
}

static int64_t count_in_force(const pdoc_in_force *answer)
{
    int64_t count = 0;
    for (size_t i = 0; i < pdoc_in_force_count(answer); i++)
        count += pdoc_in_force_version(answer, i) > 0;
    return count;
}

pdoc_text *pdoc_in_force_publish(const pdoc_in_force *answer, const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "what was in force",
        .text = write_text,
        .list = "documents",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!answer) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no answer to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "in-force");
    pdoc__tree_date(&tree, tree.root, "as-of", pdoc_in_force_as_of(answer));
    pdoc__tree_date(&tree, tree.root, "known", pdoc_in_force_known(answer));
    pdoc__tree_number(&tree, tree.root, "count", (int64_t)pdoc_in_force_count(answer));
    pdoc__tree_number(&tree, tree.root, "in-force", count_in_force(answer));
    if (chosen.format == PDOC_FORMAT_TEXT)
        pdoc__tree_flag(&tree, tree.root, "one", pdoc_in_force_count(answer) == 1);
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "documents", "document");
    for (size_t i = 0; i < pdoc_in_force_count(answer); i++)
        put_entry(&tree, list, answer, i);
    return pdoc__publish(&tree, &view, &chosen, error);
}
