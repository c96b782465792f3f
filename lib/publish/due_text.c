/* SPDX-License-Identifier: MIT */
/* The due list as text for people, from its tree. Knows nothing of schedules or registers. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "publish/due_view.h"

#define MARK "*" /* behind the date that governs */

static bool has_both_dates(const struct pdoc__node *row)
{
    return !pdoc__node_is_empty(pdoc__node_member(row, "due-printed")) &&
           !pdoc__node_is_empty(pdoc__node_member(row, "due-derived"));
}

static enum pdoc__style style_of_state(const struct pdoc__node *row)
{
    return pdoc__state_style(pdoc__member_text(row, "state"));
}

/* Of two dates the one that governs bears a mark. */
static const char *mark_date(const struct pdoc__node *row, const char *text, char *buffer, const char *governs)
{
    if (!has_both_dates(row) || !pdoc__text_equal(pdoc__member_text(row, "governs"), governs))
        return text;
    if (text != buffer)
        snprintf(buffer, PDOC__NODE_TEXT, "%s", text);
    const size_t size = strlen(buffer);
    if (size + 2 <= PDOC__NODE_TEXT)
        memcpy(buffer + size, MARK, 2);
    return buffer;
}

static const char *printed_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    return mark_date(row, text, buffer, "printed");
}

static const char *derived_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    return mark_date(row, text, buffer, "derived");
}

/* With the id where others have the reference, too. */
static const char *reference_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    const char *both = pdoc__member_text(row, "reference-and-id");
    (void)buffer;
    return *both && pdoc__text_equal(text, pdoc__member_text(row, "reference")) ? both : text;
}

/* Days that are still to come are no news for a list of what is overdue. */
static const char *days_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)buffer;
    return pdoc__member_number(row, "days-overdue") > 0 ? text : "";
}

static const struct pdoc__page_column page_columns[] = {
    {"reference", "id", "Reference", false, 1, NULL, reference_words, false},
    {"title", NULL, "Title", false, 3, NULL, NULL, false},
    {"type", NULL, "Type", false, 1, NULL, NULL, false},
    {"responsible", NULL, "Responsible", false, 1, NULL, NULL, false},
    {"due-printed", NULL, "Due as\nprinted", false, 0, NULL, printed_words, false},
    {"due-derived", NULL, "Due by\nthe rules", false, 0, NULL, derived_words, false},
    {"days-overdue", NULL, "Days\noverdue", true, 0, NULL, days_words, false},
    {"state", NULL, "State", false, 1, style_of_state, pdoc__state_words, false},
};
#define PAGE_COLUMN_COUNT (sizeof page_columns / sizeof *page_columns)

static void write_total(struct pdoc__page *page, enum pdoc__style style, const struct pdoc__node *node,
                        const char *what)
{
    const int64_t total = pdoc__member_number(node, "total");
    pdoc__page_words(page, style, what);
    pdoc__buffer_format(page->out, ": %lld %s, ", (long long)total, total == 1 ? "document" : "documents");
    const int64_t overdue = pdoc__member_number(node, "overdue");
    char text[64];
    snprintf(text, sizeof text, "%lld overdue", (long long)overdue);
    pdoc__page_words(page, overdue > 0 ? PDOC__RED : PDOC__PLAIN, text);
    pdoc__page_end(page);
}

static const struct pdoc__node *documents_of(const struct pdoc__node *object)
{
    return pdoc__node_member(object, "documents");
}

static bool has_marks(const struct pdoc__node *list)
{
    for (const struct pdoc__node *row = list ? list->first : NULL; row; row = row->next)
        if (has_both_dates(row))
            return true;
    return false;
}

static void write_head(struct pdoc__page *page, const struct pdoc__node *root, bool is_marked)
{
    char day[PDOC__NODE_TEXT];
    char known[PDOC__NODE_TEXT];
    char title[200];
    const char *within = pdoc__member_text(root, "within");
    const char *known_on = pdoc__node_text(pdoc__node_member(root, "known-on"), known);
    snprintf(title, sizeof title, "Reviews as they stand on %s%s%s%s%.60s",
             pdoc__node_text(pdoc__node_member(root, "as-of"), day), *known_on ? ", known by " : "", known_on,
             *within ? ", overdue or due within " : "", within);
    write_total(page, PDOC__BOLD, root, title);
    if (is_marked)
        pdoc__page_styled(page, PDOC__PLAIN, 0, "The date with a " MARK " governs: the one that ends earlier.");
}

/* All groups in the same columns, so that the eye finds them again. */
void pdoc__due_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    struct pdoc__page_table table;
    const struct pdoc__node *documents = documents_of(root);
    const struct pdoc__node *groups = pdoc__node_member(root, "groups");
    bool is_marked = has_marks(documents);
    pdoc__table_begin(&table, page_columns, PAGE_COLUMN_COUNT, groups ? 2 : 0);
    pdoc__table_measure(&table, documents);
    for (const struct pdoc__node *group = groups ? groups->first : NULL; group; group = group->next) {
        pdoc__table_measure(&table, documents_of(group));
        is_marked = is_marked || has_marks(documents_of(group));
    }
    pdoc__table_fit(&table, pdoc__page_width(page));
    write_head(page, root, is_marked);
    if (documents && documents->first) {
        pdoc__page_end(page);
        pdoc__table_print(page, &table, documents);
    }
    for (const struct pdoc__node *group = groups ? groups->first : NULL; group; group = group->next) {
        const char *name = pdoc__member_text(group, "name");
        pdoc__page_end(page);
        write_total(page, PDOC__BOLD, group, *name ? name : "Not recorded");
        pdoc__table_print(page, &table, documents_of(group));
    }
}
