/* SPDX-License-Identifier: MIT */
/* What differs between two schedules: numbers by kind first, then document by document. Judges nothing. */
#include <stdio.h>

#include "base/text.h"
#include "governance/plans/changes.h"
#include "publish/view.h"
#include "time/interval.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {
    "change",       "id",          "reference",   "title",      "due-before",     "due-after",    "days-moved",
    "state-before", "state-after", "rule-before", "rule-after", "profile-before", "profile-after"};

/* ---- the tree ---- */

static const char *state_code(pdoc_review_state state)
{
    return pdoc_table_code(PDOC_TABLE_REVIEW_STATE, state);
}

/* Without one of the two days nothing was moved. */
static void put_days_moved(struct pdoc__tree *tree, struct pdoc__node *row, const struct pdoc__change *change)
{
    if (!pdoc_date_is_recorded(change->before.due) || !pdoc_date_is_recorded(change->after.due))
        pdoc__tree_code(tree, row, "days-moved", NULL);
    else
        pdoc__tree_number(tree, row, "days-moved",
                          (int64_t)pdoc__day_number(change->after.due) - pdoc__day_number(change->before.due));
}

/* For people both sides stand in one cell; what is the same on both is told once. */
static const char *both(struct pdoc__tree *tree, const char *before, const char *after)
{
    struct pdoc__buffer words = {0};
    if (pdoc__text_equal(before, after))
        return before;
    pdoc__buffer_format(&words, "%s -> %s", before && *before ? before : "none", after && *after ? after : "none");
    tree->failed = tree->failed || words.failed;
    const char *copy = tree->failed ? NULL : pdoc__tree_copy(tree, words.data, words.size);
    pdoc__buffer_free(&words);
    return copy;
}

static void put_both(struct pdoc__tree *tree, struct pdoc__node *row, const struct pdoc__change *change)
{
    const char *old_state = pdoc__label_of(PDOC_TABLE_REVIEW_STATE, state_code(change->before.state));
    const char *new_state = pdoc__label_of(PDOC_TABLE_REVIEW_STATE, state_code(change->after.state));
    pdoc__tree_code(tree, row, "state", both(tree, old_state, new_state));
    pdoc__tree_code(tree, row, "rule", both(tree, change->before.rule, change->after.rule));
}

static void put_change(struct pdoc__tree *tree, struct pdoc__node *list, const struct pdoc__change *change,
                       const pdoc_document *doc, bool for_text)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "change", pdoc_table_code(PDOC_TABLE_CHANGE_KIND, change->kind));
    pdoc__tree_code(tree, row, "id", pdoc_document_id(doc));
    pdoc__tree_code(tree, row, "reference", pdoc_document_reference(doc, 0));
    pdoc__tree_date(tree, row, "due-before", change->before.due);
    pdoc__tree_date(tree, row, "due-after", change->after.due);
    put_days_moved(tree, row, change);
    pdoc__tree_code(tree, row, "state-before", state_code(change->before.state));
    pdoc__tree_code(tree, row, "state-after", state_code(change->after.state));
    pdoc__tree_code(tree, row, "rule-before", change->before.rule);
    pdoc__tree_code(tree, row, "rule-after", change->after.rule);
    pdoc__tree_code(tree, row, "profile-before", change->before.profile);
    pdoc__tree_code(tree, row, "profile-after", change->after.profile);
    pdoc__tree_prose(tree, row, "title", pdoc_document_title(doc));
    if (for_text)
        put_both(tree, row, change);
}

static void put_summary(struct pdoc__tree *tree, const pdoc_changes *changes)
{
    struct pdoc__node *root = tree->root;
    pdoc__tree_code(tree, root, "kind", "changes");
    pdoc__tree_date(tree, root, "as-of-before", changes->before.as_of);
    pdoc__tree_date(tree, root, "as-of-after", changes->after.as_of);
    pdoc__tree_code(tree, root, "profile-before", changes->before.profile);
    pdoc__tree_code(tree, root, "profile-after", changes->after.profile);
    pdoc__tree_code(tree, root, "calendar-before", changes->before.calendar);
    pdoc__tree_code(tree, root, "calendar-after", changes->after.calendar);
    pdoc__tree_date(tree, root, "calendar-as-of-before", changes->before.calendar_as_of);
    pdoc__tree_date(tree, root, "calendar-as-of-after", changes->after.calendar_as_of);
    pdoc__tree_number(tree, root, "changed", (int64_t)changes->count);
    pdoc__tree_number(tree, root, "same", (int64_t)changes->same);
    pdoc__tree_number(tree, root, "overdue-before", (int64_t)changes->overdue_before);
    pdoc__tree_number(tree, root, "overdue-after", (int64_t)changes->overdue_after);
    struct pdoc__node *kinds = pdoc__tree_list(tree, root, "kinds", "kind");
    for (size_t kind = 0; kind < PDOC__CHANGE_KINDS; kind++) {
        struct pdoc__node *item = pdoc__tree_item(tree, kinds);
        pdoc__tree_code(tree, item, "change", pdoc_table_code(PDOC_TABLE_CHANGE_KIND, kind));
        pdoc__tree_code(tree, item, "label", pdoc_table_label(PDOC_TABLE_CHANGE_KIND, kind));
        pdoc__tree_number(tree, item, "documents", (int64_t)changes->kinds[kind]);
    }
}

/* ---- text ---- */

static const char *change_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    (void)buffer;
    return pdoc__label_of(PDOC_TABLE_CHANGE_KIND, text);
}

static enum pdoc__style change_style(const struct pdoc__node *row)
{
    static const enum pdoc__style styles[PDOC__CHANGE_KINDS] = {[PDOC_CHANGE_BECOMES_OVERDUE] = PDOC__RED,
                                                                [PDOC_CHANGE_NO_LONGER_OVERDUE] = PDOC__GREEN,
                                                                [PDOC_CHANGE_EARLIER] = PDOC__YELLOW,
                                                                [PDOC_CHANGE_DATE_LOST] = PDOC__YELLOW};
    const int kind = pdoc_table_find(PDOC_TABLE_CHANGE_KIND, pdoc__member_text(row, "change"));
    return kind >= 0 && kind < (int)PDOC__CHANGE_KINDS ? styles[kind] : PDOC__PLAIN;
}

/* With the id where others have the reference, too. */
static const char *reference_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    const char *told_apart = pdoc__member_text(row, "reference-and-id");
    (void)buffer;
    return *told_apart && pdoc__text_equal(text, pdoc__member_text(row, "reference")) ? told_apart : text;
}

/* A sign says which way. */
static const char *moved_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    const struct pdoc__node *moved = pdoc__node_member(row, "days-moved");
    if (!moved || moved->kind != PDOC__NODE_NUMBER)
        return "";
    if (moved->number <= 0)
        return moved->number == 0 ? "" : text;
    snprintf(buffer, PDOC__NODE_TEXT, "+%lld", (long long)moved->number);
    return buffer;
}

static const struct pdoc__page_column page_columns[] = {
    {"change", NULL, "Change", false, 1, change_style, change_words, false},
    {"reference", "id", "Reference", false, 1, NULL, reference_words, false},
    {"title", NULL, "Title", false, 3, NULL, NULL, false},
    {"due-before", NULL, "Due\nbefore", false, 0, NULL, NULL, false},
    {"due-after", NULL, "Due\nafter", false, 0, NULL, NULL, false},
    {"days-moved", NULL, "Days\nmoved", true, 0, NULL, moved_words, false},
    {"state", NULL, "State", false, 2, NULL, NULL, false},
    {"rule", NULL, "Rule", false, 2, NULL, NULL, false},
};

/* "Before  each document by its own profile; working days by scotland, as of 2026-11-24" */
static void write_side(struct pdoc__page *page, const struct pdoc__node *root, const char *lead,
                       const char *const names[3])
{
    char day[PDOC__NODE_TEXT];
    struct pdoc__buffer words = {0};
    const char *profile = pdoc__member_text(root, names[0]);
    const char *calendar = pdoc__member_text(root, names[1]);
    const char *as_of = pdoc__node_text(pdoc__node_member(root, names[2]), day);
    pdoc__buffer_format(&words, "%s%s; ", *profile ? "by the profile " : "each document by its own profile", profile);
    pdoc__buffer_format(&words, "%s%s", *calendar ? "working days by " : "no calendar of working days", calendar);
    if (*as_of)
        pdoc__buffer_format(&words, ", as of %s", as_of);
    pdoc__page_block(page, lead, 8, words.data ? words.data : "");
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
}

static void write_sides(struct pdoc__page *page, const struct pdoc__node *root)
{
    static const char *const before[] = {"profile-before", "calendar-before", "calendar-as-of-before"};
    static const char *const after[] = {"profile-after", "calendar-after", "calendar-as-of-after"};
    write_side(page, root, "Before", before);
    write_side(page, root, "After", after);
}

static void write_head(struct pdoc__page *page, const struct pdoc__node *root)
{
    char before[PDOC__NODE_TEXT];
    char after[PDOC__NODE_TEXT];
    char line[200];
    const char *first = pdoc__node_text(pdoc__node_member(root, "as-of-before"), before);
    const char *second = pdoc__node_text(pdoc__node_member(root, "as-of-after"), after);
    const long long changed = (long long)pdoc__member_number(root, "changed");
    if (pdoc__text_equal(first, second))
        snprintf(line, sizeof line, "What would change, as things stand on %s", first);
    else
        snprintf(line, sizeof line, "What would change from %s to %s", first, second);
    pdoc__page_words(page, PDOC__BOLD, line);
    pdoc__buffer_format(page->out, ": %lld %s, %lld stay as they are", changed, changed == 1 ? "document" : "documents",
                        (long long)pdoc__member_number(root, "same"));
    pdoc__page_end(page);
    write_sides(page, root);
    snprintf(line, sizeof line, "Overdue: %lld before, %lld after.",
             (long long)pdoc__member_number(root, "overdue-before"),
             (long long)pdoc__member_number(root, "overdue-after"));
    pdoc__page_styled(page, PDOC__PLAIN, 0, line);
}

static void write_kinds(struct pdoc__page *page, const struct pdoc__node *kinds)
{
    for (const struct pdoc__node *kind = kinds ? kinds->first : NULL; kind; kind = kind->next) {
        const int64_t count = pdoc__member_number(kind, "documents");
        if (count == 0)
            continue;
        pdoc__buffer_format(page->out, "  %6lld  ", (long long)count);
        pdoc__page_words(page, change_style(kind), pdoc__member_text(kind, "label"));
        pdoc__page_end(page);
    }
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *documents = pdoc__node_member(root, "documents");
    write_head(page, root);
    write_kinds(page, pdoc__node_member(root, "kinds"));
    if (!documents || !documents->first)
        return;
    pdoc__page_end(page);
    pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, documents, 0);
}

pdoc_text *pdoc_changes_publish(const pdoc_changes *changes, const pdoc_register *reg,
                                const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a comparison",
        .text = write_text,
        .list = "documents",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!changes || !reg) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "changes and the register that they were made from are needed");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    put_summary(&tree, changes);
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "documents", "document");
    for (size_t i = 0; i < changes->count; i++) {
        const pdoc_document *doc = pdoc_register_document(reg, changes->items[i].document);
        if (!doc) {
            pdoc__fail(error, PDOC_ERR_ARGUMENT, "the changes were made from another register");
            pdoc__tree_free(&tree);
            return NULL;
        }
        put_change(&tree, list, &changes->items[i], doc, chosen.format == PDOC_FORMAT_TEXT);
    }
    return pdoc__publish(&tree, &view, &chosen, error);
}
