/* SPDX-License-Identifier: MIT */
/* The versions of a document, one a row, and the labels that may come next. Judges nothing. */
#include <string.h>

#include "base/error.h"
#include "policydoc/change.h"
#include "policydoc/vocabulary.h"
#include "publish/view.h"

#define LEAD 12 /* columns of the words in front */

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"ordinal", "label", "phase",      "since",  "decided", "decided-by",
                                          "amended", "class", "amended-by", "reason", "sha256",  "problem"};

static const char *const steps[] = {"major", "minor", "revision", "draft", "final"};

static const char *phase_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    (void)buffer;
    return pdoc__label_of(PDOC_TABLE_PHASE, text);
}

static const struct pdoc__page_column page_columns[] = {
    {"ordinal", NULL, "No.", true, 0, NULL, NULL, false},
    {"label", NULL, "Label", false, 0, NULL, NULL, false},
    {"phase", NULL, "Phase", false, 0, NULL, phase_words, false},
    {"decided", NULL, "Decided", false, 0, NULL, NULL, false},
    {"decided-by", NULL, "Decided by", false, 2, NULL, NULL, false},
    {"amended", NULL, "Amended", false, 0, NULL, NULL, false},
    {"class", NULL, "Class", false, 1, NULL, NULL, false},
    {"amended-by", NULL, "Amended by", false, 2, NULL, NULL, false},
    {"reason", NULL, "Reason", false, 1, NULL, NULL, false},
    {"short-hash", NULL, "Hash", false, 0, NULL, NULL, false},
};

static void write_member(struct pdoc__page *page, const struct pdoc__node *root, const char *name, const char *lead)
{
    char buffer[PDOC__NODE_TEXT];
    const struct pdoc__node *member = pdoc__node_member(root, name);
    if (!pdoc__node_is_empty(member))
        pdoc__page_block(page, lead, LEAD, pdoc__node_text(member, buffer));
}

static void write_scheme(struct pdoc__page *page, const struct pdoc__node *root)
{
    struct pdoc__buffer words = {0};
    const char *clause = pdoc__member_text(root, "clause");
    const char *scheme = pdoc__member_text(root, "scheme");
    pdoc__buffer_text(&words, *scheme ? pdoc__label_of(PDOC_TABLE_SCHEME, scheme) : "the profile does not say");
    if (*clause)
        pdoc__buffer_format(&words, " [%s]", clause);
    pdoc__page_block(page, "Numbered", LEAD, words.data ? words.data : "");
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
}

/* "after a minor change V1.1, after a major one V2.0" */
static void write_next(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "next");
    struct pdoc__buffer words = {0};
    for (const struct pdoc__node *each = list ? list->first : NULL; each; each = each->next)
        pdoc__buffer_format(&words, "%s%s: %s", each == list->first ? "" : ", ", pdoc__member_text(each, "step"),
                            pdoc__member_text(each, "label"));
    if (words.size > 0)
        pdoc__page_block(page, "Next", LEAD, words.data);
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
}

static void write_problems(struct pdoc__page *page, const struct pdoc__node *list)
{
    char buffer[PDOC__NODE_TEXT];
    for (const struct pdoc__node *each = list ? list->first : NULL; each; each = each->next) {
        const char *problem = pdoc__member_text(each, "problem");
        struct pdoc__buffer lead = {0};
        if (!*problem)
            continue;
        pdoc__buffer_format(&lead, "No. %s", pdoc__node_text(pdoc__node_member(each, "ordinal"), buffer));
        pdoc__page_end(page);
        pdoc__page_block(page, lead.data ? lead.data : "", LEAD, problem);
        page->out->failed = page->out->failed || lead.failed;
        pdoc__buffer_free(&lead);
    }
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "versions");
    const char *title = pdoc__member_text(root, "title");
    pdoc__page_styled(page, PDOC__BOLD, 0, *title ? title : "Document without a title");
    write_member(page, root, "id", "Id");
    write_member(page, root, "reference", "Reference");
    write_member(page, root, "as-of", "As of");
    write_scheme(page, root);
    write_next(page, root);
    pdoc__page_end(page);
    if (!list || !list->first) {
        pdoc__page_block(page, "", 0, "No version is recorded.");
        return;
    }
    pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, list, 0);
    write_problems(page, list);
}

static void put_version(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_versions *versions, size_t index,
                        bool for_text)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    const char *hash = pdoc_versions_sha256(versions, index);
    pdoc__tree_number(tree, row, "ordinal", pdoc_versions_ordinal(versions, index));
    pdoc__tree_code(tree, row, "label", pdoc_versions_label(versions, index));
    pdoc__tree_code(tree, row, "phase", pdoc_table_code(PDOC_TABLE_PHASE, pdoc_versions_phase(versions, index)));
    pdoc__tree_date(tree, row, "since", pdoc_versions_since(versions, index));
    pdoc__tree_date(tree, row, "decided", pdoc_versions_decided(versions, index));
    pdoc__tree_code(tree, row, "decided-by", pdoc_versions_decided_by(versions, index));
    pdoc__tree_date(tree, row, "amended", pdoc_versions_amended(versions, index));
    pdoc__tree_code(tree, row, "class", pdoc_versions_amendment_class(versions, index));
    pdoc__tree_code(tree, row, "amended-by", pdoc_versions_amended_by(versions, index));
    pdoc__tree_code(tree, row, "reason", pdoc_versions_reason(versions, index));
    pdoc__tree_code(tree, row, "sha256", hash);
    pdoc__tree_prose(tree, row, "problem", pdoc_versions_problem(versions, index));
    if (for_text && hash)
        pdoc__tree_prose(tree, row, "short-hash", pdoc__tree_copy(tree, hash, strlen(hash) < 8 ? strlen(hash) : 8));
}

static void put_document(struct pdoc__tree *tree, const pdoc_versions *versions)
{
    pdoc__tree_code(tree, tree->root, "kind", "versions");
    pdoc__tree_date(tree, tree->root, "as-of", pdoc_versions_as_of(versions));
    pdoc__tree_code(tree, tree->root, "id", pdoc_versions_document_id(versions));
    pdoc__tree_code(tree, tree->root, "reference", pdoc_versions_document_reference(versions));
    pdoc__tree_code(tree, tree->root, "scheme", pdoc_versions_scheme(versions));
    pdoc__tree_code(tree, tree->root, "rule", pdoc_versions_rule(versions));
    pdoc__tree_code(tree, tree->root, "clause", pdoc_versions_clause(versions));
    pdoc__tree_prose(tree, tree->root, "title", pdoc_versions_document_title(versions));
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "next", "proposal");
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        const char *label = pdoc_versions_next(versions, steps[i]);
        if (!label)
            continue;
        struct pdoc__node *row = pdoc__tree_item(tree, list);
        pdoc__tree_code(tree, row, "step", steps[i]);
        pdoc__tree_code(tree, row, "label", label);
    }
}

pdoc_text *pdoc_versions_publish(const pdoc_versions *versions, const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a list of versions",
        .text = write_text,
        .list = "versions",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!versions) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there are no versions to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    put_document(&tree, versions);
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "versions", "version");
    for (size_t i = 0; i < pdoc_versions_count(versions); i++)
        put_version(&tree, list, versions, i, chosen.format == PDOC_FORMAT_TEXT);
    return pdoc__publish(&tree, &view, &chosen, error);
}
