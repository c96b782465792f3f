/* SPDX-License-Identifier: MIT */
/* The time that was given for reviews, one extension a row. Judges nothing. */
#include "base/error.h"
#include "policydoc/change.h"
#include "publish/view.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"id",      "reference", "title",       "event", "on",     "from", "until",
                                          "delay",   "number",    "total-delay", "by",    "reason", "rule", "clause",
                                          "certain", "open",      "moves-date",  "left",  "problem"};

static enum pdoc__style problem_style(const struct pdoc__node *row)
{
    return pdoc__member_flag(row, "certain") ? PDOC__RED : PDOC__YELLOW;
}

static const struct pdoc__page_column page_columns[] = {
    {"reference", "id", "Reference", false, 0, NULL, NULL, false},
    {"on", NULL, "Given on", false, 0, NULL, NULL, false},
    {"from", NULL, "Due", false, 0, NULL, NULL, false},
    {"until", NULL, "Until", false, 0, NULL, NULL, false},
    {"delay", NULL, "Days", true, 0, NULL, NULL, false},
    {"number", NULL, "No.", true, 0, NULL, NULL, false},
    {"total-delay", NULL, "Days\nin all", true, 0, NULL, NULL, false},
    {"by", NULL, "By", false, 2, NULL, NULL, false},
    {"reason", NULL, "Reason", false, 1, NULL, NULL, false},
    {"event", NULL, "Event", false, 0, NULL, NULL, false},
};

/* What is wrong with an extension, and of the last one of a document what is still permitted. */
static void write_words(struct pdoc__page *page, const struct pdoc__node *list)
{
    for (const struct pdoc__node *each = list->first; each; each = each->next) {
        const char *problem = pdoc__member_text(each, "problem-words");
        const char *left = pdoc__member_text(each, "left-words");
        if (!*problem && !*left)
            continue;
        pdoc__page_end(page);
        pdoc__page_words(page, PDOC__BOLD, pdoc__member_text(each, "event"));
        pdoc__page_end(page);
        if (*problem)
            pdoc__page_styled(page, problem_style(each), 2, problem);
        if (*left)
            pdoc__page_styled(page, PDOC__PLAIN, 2, left);
    }
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "extensions");
    if (list && list->first) {
        pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, list, 0);
        write_words(page, list);
        return;
    }
    pdoc__page_words(page, PDOC__PLAIN, "No more time was given for any review.");
    pdoc__page_end(page);
}

/* The text form tells the clause, and what is not certain, in words. */
static void put_words(struct pdoc__tree *tree, struct pdoc__node *row, const pdoc_extensions *extensions, size_t index)
{
    const char *problem = pdoc_extensions_problem(extensions, index);
    const char *clause = pdoc_extensions_clause(extensions, index);
    struct pdoc__buffer words = {0};
    if (!problem)
        return;
    pdoc__buffer_text(&words, problem);
    if (clause)
        pdoc__buffer_format(&words, " [%s]", clause);
    if (pdoc_extensions_is_inferred(extensions, index))
        pdoc__buffer_text(&words, " (inferred)");
    if (!pdoc_extensions_is_certain(extensions, index))
        pdoc__buffer_text(&words, " (cannot be told)");
    pdoc__tree_prose(tree, row, "problem-words", pdoc__tree_copy(tree, words.data ? words.data : "", words.size));
    tree->failed |= words.failed;
    pdoc__buffer_free(&words);
}

static void put_extension(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_extensions *extensions,
                          size_t index, bool for_text)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "id", pdoc_extensions_document_id(extensions, index));
    pdoc__tree_code(tree, row, "reference", pdoc_extensions_document_reference(extensions, index));
    pdoc__tree_code(tree, row, "event", pdoc_extensions_event(extensions, index));
    pdoc__tree_date(tree, row, "on", pdoc_extensions_on(extensions, index));
    pdoc__tree_date(tree, row, "from", pdoc_extensions_from(extensions, index));
    pdoc__tree_date(tree, row, "until", pdoc_extensions_until(extensions, index));
    pdoc__tree_number(tree, row, "delay", pdoc_extensions_delay(extensions, index));
    pdoc__tree_number(tree, row, "number", pdoc_extensions_number(extensions, index));
    pdoc__tree_number(tree, row, "total-delay", pdoc_extensions_total_delay(extensions, index));
    pdoc__tree_code(tree, row, "by", pdoc_extensions_by(extensions, index));
    pdoc__tree_code(tree, row, "reason", pdoc_extensions_reason(extensions, index));
    pdoc__tree_code(tree, row, "rule", pdoc_extensions_rule(extensions, index));
    pdoc__tree_code(tree, row, "clause", pdoc_extensions_clause(extensions, index));
    pdoc__tree_flag(tree, row, "inferred", pdoc_extensions_is_inferred(extensions, index));
    pdoc__tree_flag(tree, row, "certain", pdoc_extensions_is_certain(extensions, index));
    pdoc__tree_flag(tree, row, "open", pdoc_extensions_is_open(extensions, index));
    pdoc__tree_flag(tree, row, "moves-date", pdoc_extensions_moves_date(extensions, index));
    pdoc__tree_prose(tree, row, "title", pdoc_extensions_document_title(extensions, index));
    pdoc__tree_prose(tree, row, "left", pdoc_extensions_left(extensions, index));
    pdoc__tree_prose(tree, row, "problem", pdoc_extensions_problem(extensions, index));
    if (!for_text)
        return;
    put_words(tree, row, extensions, index);
    const bool is_last =
        pdoc_extensions_is_open(extensions, index) &&
        (index + 1 == pdoc_extensions_count(extensions) || pdoc_extensions_number(extensions, index + 1) == 1);
    const char *left = is_last ? pdoc_extensions_left(extensions, index) : NULL;
    struct pdoc__buffer words = {0};
    if (!left)
        return;
    pdoc__buffer_format(&words, "left: %s", left);
    pdoc__tree_prose(tree, row, "left-words", pdoc__tree_copy(tree, words.data ? words.data : "", words.size));
    tree->failed |= words.failed;
    pdoc__buffer_free(&words);
}

pdoc_text *pdoc_extensions_publish(const pdoc_extensions *extensions, const pdoc_publish_options *options,
                                   pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a list of extensions",
        .text = write_text,
        .list = "extensions",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!extensions) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there are no extensions to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "extensions");
    pdoc__tree_date(&tree, tree.root, "as-of", pdoc_extensions_as_of(extensions));
    pdoc__tree_number(&tree, tree.root, "total", (int64_t)pdoc_extensions_count(extensions));
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "extensions", "extension");
    for (size_t i = 0; i < pdoc_extensions_count(extensions); i++)
        put_extension(&tree, list, extensions, i, chosen.format == PDOC_FORMAT_TEXT);
    return pdoc__publish(&tree, &view, &chosen, error);
}
