/* SPDX-License-Identifier: MIT */
/* Reminders of a period, by day or by those who are to be reminded. Works out no days. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "governance/plans/reminders.h"
#include "governance/explain/words.h"
#include "publish/view.h"
#include "time/calendar_data.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"on",     "key",         "id",        "reference", "title",
                                          "due",    "offset",      "when",      "recipient", "rule",
                                          "clause", "provisional", "moved-from"};

enum grouping { BY_NOTHING, BY_DAY, BY_RECIPIENT };
static const char *const groupings[] = {[BY_DAY] = "day", [BY_RECIPIENT] = "recipient"};

struct reminding {
    const pdoc_reminders *reminders;
    const pdoc_register *reg;
    const pdoc_publish_options *options;
    struct pdoc__tree tree;
    enum grouping grouping;
    size_t *order;
};

/* ---- text ---- */

static enum pdoc__style when_style(const struct pdoc__node *row)
{
    return pdoc__member_flag(row, "after-due") ? PDOC__RED : PDOC__PLAIN;
}

static const struct pdoc__page_column columns_of_day[] = {
    {"reference", "id", "Reference", false, 1, NULL, NULL, false},
    {"title", NULL, "Title", false, 3, NULL, NULL, false},
    {"due", NULL, "Due", false, 0, NULL, NULL, false},
    {"when", NULL, "Reminder", false, 0, when_style, NULL, false},
    {"recipient", NULL, "To", false, 2, NULL, NULL, false},
    {"note", NULL, "Note", false, 2, NULL, NULL, false},
};

static const struct pdoc__page_column columns_of_recipient[] = {
    {"weekday", NULL, "", false, 0, NULL, NULL, false},
    {"on", NULL, "Day", false, 0, NULL, NULL, false},
    {"reference", "id", "Reference", false, 1, NULL, NULL, false},
    {"title", NULL, "Title", false, 3, NULL, NULL, false},
    {"due", NULL, "Due", false, 0, NULL, NULL, false},
    {"when", NULL, "Reminder", false, 0, when_style, NULL, false},
    {"note", NULL, "Note", false, 2, NULL, NULL, false},
};

static const struct pdoc__node *reminders_of(const struct pdoc__node *object)
{
    return pdoc__node_member(object, "reminders");
}

static void write_head(struct pdoc__page *page, const struct pdoc__node *root)
{
    char from[PDOC__NODE_TEXT];
    char to[PDOC__NODE_TEXT];
    char day[PDOC__NODE_TEXT];
    char title[200];
    const char *first = pdoc__node_text(pdoc__node_member(root, "from"), from);
    const char *last = pdoc__node_text(pdoc__node_member(root, "to"), to);
    snprintf(title, sizeof title, "Reminders%s%s%s%s, as things stand on %s", *first ? " from " : "", first,
             *last ? " to " : "", last, pdoc__node_text(pdoc__node_member(root, "as-of"), day));
    pdoc__page_words(page, PDOC__BOLD, title);
    const int64_t total = pdoc__member_number(root, "total");
    pdoc__buffer_format(page->out, ": %lld", (long long)total);
    pdoc__page_end(page);
    const int64_t without = pdoc__member_number(root, "without-reminders");
    if (without == 0)
        return;
    snprintf(title, sizeof title,
             "%lld %s with a due day %s a profile that states no reminders: say which are wanted (--offsets).",
             (long long)without, without == 1 ? "document" : "documents", without == 1 ? "follows" : "follow");
    pdoc__page_styled(page, PDOC__YELLOW, 0, title);
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    struct pdoc__page_table table;
    const struct pdoc__node *groups = pdoc__node_member(root, "groups");
    const bool is_by_recipient = pdoc__text_equal(pdoc__member_text(root, "by"), groupings[BY_RECIPIENT]);
    write_head(page, root);
    if (is_by_recipient)
        pdoc__table_begin(&table, columns_of_recipient, sizeof columns_of_recipient / sizeof *columns_of_recipient, 2);
    else
        pdoc__table_begin(&table, columns_of_day, sizeof columns_of_day / sizeof *columns_of_day, 2);
    for (const struct pdoc__node *group = groups ? groups->first : NULL; group; group = group->next)
        pdoc__table_measure(&table, reminders_of(group));
    pdoc__table_fit(&table, pdoc__page_width(page));
    for (const struct pdoc__node *group = groups ? groups->first : NULL; group; group = group->next) {
        const char *name = pdoc__member_text(group, "name");
        pdoc__page_end(page);
        pdoc__page_styled(page, PDOC__BOLD, 0, *name ? name : "Nobody is named");
        pdoc__table_print(page, &table, reminders_of(group));
    }
}

/* ---- the tree ---- */

static const char *copy_buffer(struct pdoc__tree *tree, struct pdoc__buffer *words)
{
    tree->failed = tree->failed || words->failed;
    const char *copy = tree->failed ? NULL : pdoc__tree_copy(tree, words->data, words->size);
    pdoc__buffer_free(words);
    return copy;
}

/* "3 months before", "on the day", "7 days overdue". */
static const char *when_of(struct pdoc__tree *tree, const struct pdoc__reminding *item)
{
    struct pdoc__buffer words = {0};
    if (item->offset.months == 0 && item->offset.count == 0)
        return "on the day";
    pdoc__write_offset(&words, item->offset);
    pdoc__buffer_text(&words, item->counted > item->due ? " overdue" : " before");
    return copy_buffer(tree, &words);
}

static const char *weekday_of(int32_t day)
{
    return pdoc__weekday_names[pdoc__weekday(day)];
}

static const char *offset_of(struct pdoc__tree *tree, pdoc_offset offset)
{
    char text[PDOC_OFFSET_TEXT];
    pdoc_offset_format(offset, text);
    return pdoc__tree_copy(tree, text, strlen(text));
}

/* Where a calendar ends, holidays may yet move the day. */
static const char *note_of(struct pdoc__tree *tree, const struct pdoc__reminding *item)
{
    struct pdoc__buffer words = {0};
    if (item->on == item->counted && !item->is_provisional)
        return NULL;
    if (item->on != item->counted) {
        pdoc__buffer_format(&words, "moved from %s ", weekday_of(item->counted));
        pdoc__buffer_date(&words, pdoc__day_date(item->counted));
    }
    if (item->is_provisional)
        pdoc__buffer_format(&words, "%sholidays not known yet", words.size > 0 ? "; " : "");
    return copy_buffer(tree, &words);
}

static void put_reminder(struct reminding *reminding, struct pdoc__node *list, const struct pdoc__reminding *item)
{
    struct pdoc__tree *tree = &reminding->tree;
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    const pdoc_document *doc = pdoc_register_document(reminding->reg, item->document);
    pdoc__tree_date(tree, row, "on", pdoc__day_date(item->on));
    pdoc__tree_code(tree, row, "key", item->key);
    pdoc__tree_code(tree, row, "id", pdoc_document_id(doc));
    pdoc__tree_code(tree, row, "reference", pdoc_document_reference(doc, 0));
    pdoc__tree_date(tree, row, "due", pdoc__day_date(item->due));
    pdoc__tree_code(tree, row, "offset", offset_of(tree, item->offset));
    pdoc__tree_code(tree, row, "rule", item->rule);
    pdoc__tree_code(tree, row, "clause", item->clause);
    pdoc__tree_flag(tree, row, "provisional", item->is_provisional);
    pdoc__tree_date(tree, row, "moved-from", pdoc__day_date(item->on != item->counted ? item->counted : PDOC__NO_DAY));
    pdoc__tree_prose(tree, row, "title", pdoc_document_title(doc));
    pdoc__tree_prose(tree, row, "when", when_of(tree, item));
    pdoc__tree_prose(tree, row, "recipient", item->recipient);
    if (reminding->options->format != PDOC_FORMAT_TEXT)
        return;
    pdoc__tree_flag(tree, row, "after-due", item->counted > item->due);
    pdoc__tree_code(tree, row, "weekday", weekday_of(item->on));
    pdoc__tree_code(tree, row, "note", note_of(tree, item));
}

static const struct pdoc__reminding *item_at(const struct reminding *reminding, size_t place)
{
    return &reminding->reminders->items[reminding->order[place]];
}

static bool is_same_group(const struct reminding *reminding, const struct pdoc__reminding *left,
                          const struct pdoc__reminding *right)
{
    if (reminding->grouping == BY_DAY)
        return left->on == right->on;
    return left->recipient == right->recipient; /* equal ones have equal addresses */
}

static const char *name_of_group(struct reminding *reminding, const struct pdoc__reminding *item)
{
    struct pdoc__buffer words = {0};
    if (reminding->grouping == BY_RECIPIENT)
        return item->recipient;
    pdoc__buffer_format(&words, "%s ", weekday_of(item->on));
    pdoc__buffer_date(&words, pdoc__day_date(item->on));
    return copy_buffer(&reminding->tree, &words);
}

static void put_groups(struct reminding *reminding)
{
    struct pdoc__tree *tree = &reminding->tree;
    struct pdoc__node *groups = pdoc__tree_list(tree, tree->root, "groups", "group");
    for (size_t begin = 0, end = 0; begin < reminding->reminders->count; begin = end) {
        const struct pdoc__reminding *first = item_at(reminding, begin);
        while (end < reminding->reminders->count && is_same_group(reminding, first, item_at(reminding, end)))
            end++;
        struct pdoc__node *group = pdoc__tree_item(tree, groups);
        pdoc__tree_prose(tree, group, "name", name_of_group(reminding, first));
        pdoc__tree_number(tree, group, "total", (int64_t)(end - begin));
        struct pdoc__node *list = pdoc__tree_list(tree, group, "reminders", "reminder");
        for (size_t i = begin; i < end; i++)
            put_reminder(reminding, list, item_at(reminding, i));
    }
}

static void put_all(struct reminding *reminding)
{
    const pdoc_reminders *reminders = reminding->reminders;
    struct pdoc__tree *tree = &reminding->tree;
    struct pdoc__node *root = tree->root;
    pdoc__tree_code(tree, root, "kind", "reminders");
    pdoc__tree_date(tree, root, "as-of", reminders->as_of);
    pdoc__tree_date(tree, root, "from", pdoc__day_date(reminders->first));
    pdoc__tree_date(tree, root, "to", pdoc__day_date(reminders->last == INT32_MAX ? PDOC__NO_DAY : reminders->last));
    pdoc__tree_code(tree, root, "by", reminding->grouping == BY_NOTHING ? NULL : groupings[reminding->grouping]);
    pdoc__tree_number(tree, root, "total", (int64_t)reminders->count);
    pdoc__tree_number(tree, root, "without-reminders", (int64_t)reminders->without_rows);
    if (reminding->grouping != BY_NOTHING && reminding->options->format != PDOC_FORMAT_CSV) {
        put_groups(reminding);
        return;
    }
    struct pdoc__node *list = pdoc__tree_list(tree, root, "reminders", "reminder");
    for (size_t i = 0; i < reminders->count; i++)
        put_reminder(reminding, list, item_at(reminding, i));
}

/* ---- the order ---- */

struct place {
    const char *recipient;
    size_t index;
};

/* By recipient, those without one last; of one recipient in the order of the days. */
static int compare_places(const void *left, const void *right)
{
    const struct place *a = left;
    const struct place *b = right;
    if (!a->recipient != !b->recipient)
        return a->recipient ? -1 : 1;
    const int names = a->recipient ? strcmp(a->recipient, b->recipient) : 0;
    return names != 0 ? names : (a->index > b->index) - (a->index < b->index);
}

static bool put_in_order(struct reminding *reminding, pdoc_error **error)
{
    const size_t count = reminding->reminders->count;
    reminding->order = pdoc__alloc_zero(count + 1, sizeof *reminding->order, error);
    struct place *places = reminding->order ? pdoc__alloc_zero(count + 1, sizeof *places, error) : NULL;
    if (!places)
        return false;
    for (size_t i = 0; i < count; i++)
        places[i] = (struct place){.recipient = reminding->reminders->items[i].recipient, .index = i};
    if (reminding->grouping == BY_RECIPIENT)
        qsort(places, count, sizeof *places, compare_places);
    for (size_t i = 0; i < count; i++)
        reminding->order[i] = places[i].index;
    pdoc__free(places);
    return true;
}

/* A page is always in groups, a list only where it is asked for. */
static bool choose_grouping(struct reminding *reminding, pdoc_error **error)
{
    const char *by = reminding->options->by;
    reminding->grouping = reminding->options->format == PDOC_FORMAT_TEXT ? BY_DAY : BY_NOTHING;
    if (!by)
        return true;
    for (size_t i = BY_DAY; i <= BY_RECIPIENT; i++) {
        if (!pdoc__text_equal(by, groupings[i]))
            continue;
        reminding->grouping = (enum grouping)i;
        return true;
    }
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "reminders cannot be grouped by \"%s\"; they can by day or recipient", by);
    return false;
}

static bool is_of_register(const pdoc_reminders *reminders, const pdoc_register *reg, pdoc_error **error)
{
    for (size_t i = 0; i < reminders->count; i++) {
        if (pdoc_register_document(reg, reminders->items[i].document))
            continue;
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the reminders were made from another register");
        return false;
    }
    return true;
}

pdoc_text *pdoc_reminders_publish(const pdoc_reminders *reminders, const pdoc_register *reg,
                                  const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a list of reminders",
        .text = write_text,
        .list = "reminders",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct reminding reminding = {.reminders = reminders, .reg = reg, .options = &chosen};
    if (!reminders || !reg) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "reminders and the register that they were made from are needed");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error) || !choose_grouping(&reminding, error) ||
        !is_of_register(reminders, reg, error))
        return NULL;
    pdoc_text *text = NULL;
    if (put_in_order(&reminding, error)) {
        pdoc__tree_begin(&reminding.tree, "report");
        put_all(&reminding);
        text = pdoc__publish(&reminding.tree, &view, &chosen, error);
    }
    pdoc__free(reminding.order);
    return text;
}
