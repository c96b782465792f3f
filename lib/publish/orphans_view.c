/* SPDX-License-Identifier: MIT */
/* Documents whose owner, author, manager or sponsor is a post that nobody fills, out of an audit. Judges nothing. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "policydoc/audit.h"
#include "publish/view.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"id", "reference", "title", "role", "found", "expected", "code", "message"};

/* The findings of the library about those who answer for a document. */
static const char *const codes[] = {"party-vacant", "party-without-successor", "party-succeeded"};

static const struct pdoc__page_column page_columns[] = {
    {"reference", "id", "Reference", false, 1, NULL, NULL, false},
    {"title", NULL, "Title", false, 3, NULL, NULL, false},
    {"role", NULL, "Role", false, 0, NULL, NULL, false},
    {"found", NULL, "Names", false, 2, NULL, NULL, false},
    {"message", NULL, "What is the matter", false, 4, NULL, NULL, false},
};

static bool is_about_posts(const char *code)
{
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(codes[i], code) == 0)
            return true;
    return false;
}

/* The field of "version/2/front-sheet/author". */
static const char *role_of(const char *place)
{
    const char *slash = place ? strrchr(place, '/') : NULL;
    return slash ? slash + 1 : place;
}

static size_t put_findings(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_report *report)
{
    size_t count = 0;
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++) {
        const char *code = pdoc_report_finding_rule(report, i);
        const size_t doc = pdoc_report_finding_document(report, i);
        if (!is_about_posts(code) || doc == SIZE_MAX)
            continue;
        struct pdoc__node *row = pdoc__tree_item(tree, list);
        pdoc__tree_code(tree, row, "id", pdoc_report_document_id(report, doc));
        pdoc__tree_code(tree, row, "reference", pdoc_report_document_reference(report, doc));
        pdoc__tree_code(tree, row, "role", role_of(pdoc_report_finding_place(report, i)));
        pdoc__tree_code(tree, row, "code", code);
        pdoc__tree_prose(tree, row, "title", pdoc_report_document_title(report, doc));
        pdoc__tree_prose(tree, row, "found", pdoc_report_finding_found(report, i));
        pdoc__tree_prose(tree, row, "expected", pdoc_report_finding_expected(report, i));
        pdoc__tree_prose(tree, row, "message", pdoc_report_finding_message(report, i));
        count++;
    }
    return count;
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "orphans");
    const long long count = (long long)pdoc__member_number(root, "count");
    char line[80];
    snprintf(line, sizeof line, "%lld %s of a post that nobody fills", count, count == 1 ? "cell" : "cells");
    pdoc__page_styled(page, PDOC__BOLD, 0, count > 0 ? line : "Every post that is named is filled");
    if (list && list->first)
        pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, list, 0);
}

pdoc_text *pdoc_report_publish_orphans(const pdoc_report *report, const pdoc_publish_options *options,
                                       pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a list of orphans",
        .text = write_text,
        .list = "orphans",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!report) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a report is needed to publish its orphans");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "orphans");
    pdoc__tree_date(&tree, tree.root, "as-of", pdoc_report_as_of(report));
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "orphans", "orphan");
    pdoc__tree_number(&tree, tree.root, "count", (int64_t)put_findings(&tree, list, report));
    return pdoc__publish(&tree, &view, &chosen, error);
}
