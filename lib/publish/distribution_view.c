/* SPDX-License-Identifier: MIT */
/* Tasks of distribution, one a row. Judges nothing. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "policydoc/distribution.h"
#include "publish/view.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"id",      "reference", "title",  "action", "version", "channel",
                                          "place",   "partner",   "who",    "due",    "done",    "done-on",
                                          "done-by", "rule",      "clause", "reason"};

static const char *action_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    (void)buffer;
    static const struct {
        const char *code, *words;
    } actions[] = {{"publish", "Publish"}, {"withdraw", "Take away"}, {"tell", "Tell"}, {"compare", "Compare"}};
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strcmp(actions[i].code, text) == 0)
            return actions[i].words;
    return text;
}

static const struct pdoc__page_column page_columns[] = {
    {"reference", "id", "Document", false, 1, NULL, NULL, false},
    {"action", NULL, "To do", false, 0, NULL, action_words, false},
    {"version", NULL, "Version", true, 0, NULL, NULL, false},
    {"where", NULL, "Where, whom", false, 3, NULL, NULL, false},
    {"who", NULL, "Who does it", false, 2, NULL, NULL, false},
    {"due", NULL, "By", false, 0, NULL, NULL, false},
    {"done-on", NULL, "Done", false, 0, NULL, NULL, false},
    {"why", NULL, "Why", false, 3, NULL, NULL, false},
};

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "tasks");
    const long long count = (long long)pdoc__member_number(root, "count");
    char line[100];
    snprintf(line, sizeof line, "%lld of %lld %s of distribution open", (long long)pdoc__member_number(root, "open"),
             count, count == 1 ? "task" : "tasks");
    pdoc__page_styled(page, PDOC__BOLD, 0, count > 0 ? line : "Nothing to distribute");
    if (list && list->first)
        pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, list, 0);
}

/* Two texts with a sign between, for the text form. */
static const char *join(struct pdoc__tree *tree, const char *left, const char *lead, const char *right, const char *end)
{
    struct pdoc__buffer words = {0};
    pdoc__buffer_text(&words, left);
    if (right) {
        pdoc__buffer_text(&words, left ? lead : "");
        pdoc__buffer_text(&words, right);
        pdoc__buffer_text(&words, left ? end : "");
    }
    const char *copy = words.data ? pdoc__tree_copy(tree, words.data, words.size) : NULL;
    tree->failed = tree->failed || words.failed;
    pdoc__buffer_free(&words);
    return copy;
}

/* For people: where or whom in one column, and why with the clause. */
static void put_words(struct pdoc__tree *tree, struct pdoc__node *row, const pdoc_distribution *distribution,
                      size_t task)
{
    const char *partner = pdoc_distribution_partner(distribution, task);
    const bool is_told = pdoc_distribution_task(distribution, task) == PDOC_DISTRIBUTE_TELL;
    pdoc__tree_code(tree, row, "where",
                    partner   ? partner
                    : is_told ? "those concerned"
                              : join(tree, pdoc_distribution_channel(distribution, task), ": ",
                                     pdoc_distribution_place(distribution, task), ""));
    pdoc__tree_code(tree, row, "why",
                    join(tree, pdoc_distribution_reason(distribution, task), " [",
                         pdoc_distribution_clause(distribution, task), "]"));
}

static void put_task(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_distribution *distribution,
                     size_t task, bool is_text)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    const uint32_t version = pdoc_distribution_version(distribution, task);
    pdoc__tree_code(tree, row, "id", pdoc_distribution_document_id(distribution, task));
    pdoc__tree_code(tree, row, "reference", pdoc_distribution_document_reference(distribution, task));
    pdoc__tree_code(tree, row, "action", pdoc_distribution_action_code(pdoc_distribution_task(distribution, task)));
    if (version > 0)
        pdoc__tree_number(tree, row, "version", version);
    else
        pdoc__tree_code(tree, row, "version", NULL);
    pdoc__tree_code(tree, row, "channel", pdoc_distribution_channel(distribution, task));
    pdoc__tree_code(tree, row, "place", pdoc_distribution_place(distribution, task));
    pdoc__tree_code(tree, row, "partner", pdoc_distribution_partner(distribution, task));
    pdoc__tree_code(tree, row, "who", pdoc_distribution_who(distribution, task));
    pdoc__tree_date(tree, row, "due", pdoc_distribution_due(distribution, task));
    pdoc__tree_flag(tree, row, "done", pdoc_distribution_is_done(distribution, task));
    pdoc__tree_date(tree, row, "done-on", pdoc_distribution_done_on(distribution, task));
    pdoc__tree_code(tree, row, "done-by", pdoc_distribution_done_by(distribution, task));
    pdoc__tree_code(tree, row, "rule", pdoc_distribution_rule(distribution, task));
    pdoc__tree_code(tree, row, "clause", pdoc_distribution_clause(distribution, task));
    pdoc__tree_prose(tree, row, "title", pdoc_distribution_document_title(distribution, task));
    pdoc__tree_prose(tree, row, "reason", pdoc_distribution_reason(distribution, task));
    if (is_text)
        put_words(tree, row, distribution, task);
}

pdoc_text *pdoc_distribution_publish(const pdoc_distribution *distribution, const pdoc_publish_options *options,
                                     pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a list of tasks",
        .text = write_text,
        .list = "tasks",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!distribution) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "tasks of distribution are needed to publish them");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "distribution");
    pdoc__tree_date(&tree, tree.root, "as-of", pdoc_distribution_as_of(distribution));
    pdoc__tree_number(&tree, tree.root, "count", (int64_t)pdoc_distribution_count(distribution));
    pdoc__tree_number(&tree, tree.root, "open", (int64_t)pdoc_distribution_open(distribution));
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "tasks", "task");
    const bool only_open = chosen.state != NULL;
    for (size_t i = 0; i < pdoc_distribution_count(distribution); i++)
        if (!only_open || !pdoc_distribution_is_done(distribution, i))
            put_task(&tree, list, distribution, i, chosen.format == PDOC_FORMAT_TEXT);
    return pdoc__publish(&tree, &view, &chosen, error);
}
