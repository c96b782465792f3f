/* SPDX-License-Identifier: MIT */
/* A calendar of working days: what it is, then its days. As XML it is a calendar file again. Counts no days. */
#include <string.h>

#include "publish/forms.h"
#include "publish/view.h"
#include "time/calendar_data.h"

static const char *const csv_columns[] = {"first", "last", "kind", "name"};

static const char *kind_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    (void)buffer;
    return strcmp(text, "working") == 0 ? text : "";
}

static const struct pdoc__page_column page_columns[] = {
    {"first", NULL, "Day", false, 0, NULL, NULL, false},
    {"last-of-range", NULL, "Until", false, 0, NULL, NULL, false},
    {"weekday", NULL, "Weekday", false, 0, NULL, NULL, false},
    {"name", NULL, "Name", false, 1, NULL, NULL, false},
    {"kind", NULL, "Kind", false, 0, NULL, kind_words, false},
};

/* ---- text ---- */

#define LEAD 10

static void write_fact(struct pdoc__page *page, const char *lead, const char *text)
{
    if (*text)
        pdoc__page_block(page, lead, LEAD, text);
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    char day[PDOC__NODE_TEXT];
    const char *weekend = pdoc__member_text(root, "weekend");
    pdoc__page_words(page, PDOC__BOLD, pdoc__member_text(root, "name"));
    pdoc__buffer_format(page->out, " (%s)", pdoc__member_text(root, "id"));
    pdoc__page_end(page);
    write_fact(page, "covers", pdoc__member_text(root, "coverage"));
    write_fact(page, "weekend", *weekend ? weekend : "none");
    write_fact(page, "as of", pdoc__node_text(pdoc__node_member(root, "as-of"), day));
    write_fact(page, "source", pdoc__member_text(root, "source"));
    pdoc__page_end(page);
    pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, pdoc__node_member(root, "days"),
                     0);
}

/* ---- the tree ---- */

static const char *weekend_words(struct pdoc__tree *tree, const pdoc_calendar *calendar)
{
    char words[PDOC__WEEKEND_TEXT];
    pdoc__weekend_write(calendar->facts.weekend, words);
    return pdoc__tree_copy(tree, words, strlen(words));
}

static const char *coverage_words(struct pdoc__tree *tree, const pdoc_calendar *calendar)
{
    char words[2 * PDOC_DATE_TEXT + 4];
    static const char between[] = " to ";
    char *end = words + strlen(pdoc_date_format(pdoc_calendar_from(calendar), words));
    memcpy(end, between, sizeof between);
    pdoc_date_format(pdoc_calendar_to(calendar), end + sizeof between - 1);
    return pdoc__tree_copy(tree, words, strlen(words));
}

/* The text form shows the last day of a range only, and the day of the week; the data forms need neither. */
static void put_entry(struct pdoc__tree *tree, struct pdoc__node *list, const struct pdoc__calendar_entry *entry,
                      bool for_text)
{
    struct pdoc__node *item = pdoc__tree_item(tree, list);
    const pdoc_date none = {0, 0, 0};
    pdoc__tree_date(tree, item, "first", pdoc__day_date(entry->first));
    pdoc__tree_date(tree, item, "last", pdoc__day_date(entry->last));
    pdoc__tree_code(tree, item, "kind", entry->is_working ? "working" : "non-working");
    pdoc__tree_prose(tree, item, "name", entry->name);
    if (!for_text)
        return;
    const bool is_range = entry->last > entry->first;
    pdoc__tree_date(tree, item, "last-of-range", is_range ? pdoc__day_date(entry->last) : none);
    pdoc__tree_code(tree, item, "weekday", is_range ? NULL : pdoc__weekday_names[pdoc__weekday(entry->first)]);
}

static void make_tree(struct pdoc__tree *tree, const pdoc_calendar *calendar, bool for_text)
{
    const struct pdoc__calendar_facts *facts = &calendar->facts;
    pdoc__tree_begin(tree, "report");
    pdoc__tree_code(tree, tree->root, "kind", "calendar");
    pdoc__tree_code(tree, tree->root, "id", facts->id);
    pdoc__tree_prose(tree, tree->root, "name", pdoc_calendar_name(calendar));
    pdoc__tree_code(tree, tree->root, "version", facts->version);
    pdoc__tree_code(tree, tree->root, "weekend", weekend_words(tree, calendar));
    pdoc__tree_date(tree, tree->root, "from", pdoc__day_date(facts->from));
    pdoc__tree_date(tree, tree->root, "to", pdoc__day_date(facts->to));
    pdoc__tree_date(tree, tree->root, "as-of", facts->as_of);
    pdoc__tree_prose(tree, tree->root, "source", facts->source);
    if (for_text)
        pdoc__tree_code(tree, tree->root, "coverage", coverage_words(tree, calendar));
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "days", "day");
    for (size_t i = 0; i < facts->entry_count; i++)
        put_entry(tree, list, &facts->entries[i], for_text);
}

/* ---- the file ---- */

static void put(struct pdoc__buffer *out, const char *before, const char *name, const char *value)
{
    if (!value)
        return;
    pdoc__buffer_format(out, "%s%s=\"", before, name);
    pdoc__xml_escape(out, value, true);
    pdoc__buffer_byte(out, '"');
}

static void put_day(struct pdoc__buffer *out, const char *name, pdoc_date date)
{
    char text[PDOC_DATE_TEXT];
    if (pdoc_date_is_recorded(date))
        put(out, " ", name, pdoc_date_format(date, text));
}

static void write_entry(struct pdoc__buffer *out, const struct pdoc__calendar_entry *entry)
{
    pdoc__buffer_text(out, entry->is_working ? "  <working" : "  <non-working");
    if (entry->first == entry->last)
        put_day(out, "on", pdoc__day_date(entry->first));
    else {
        put_day(out, "from", pdoc__day_date(entry->first));
        put_day(out, "to", pdoc__day_date(entry->last));
    }
    put(out, " ", "name", entry->name);
    pdoc__buffer_text(out, "/>\n");
}

#define NEW_LINE "\n          " /* below the first attribute */

static pdoc_text *write_file(const pdoc_calendar *calendar, pdoc_error **error)
{
    const struct pdoc__calendar_facts *facts = &calendar->facts;
    struct pdoc__buffer out = {0};
    struct pdoc__tree words;
    pdoc__tree_begin(&words, "words");
    const char *weekend = weekend_words(&words, calendar);
    out.failed = !weekend;
    pdoc__buffer_text(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<calendar xmlns=\"urn:policydoc:1\"");
    put(&out, " ", "id", facts->id);
    put(&out, " ", "name", facts->name);
    put(&out, " ", "version", facts->version);
    put(&out, NEW_LINE, "weekend", weekend);
    put_day(&out, "from", pdoc__day_date(facts->from));
    put_day(&out, "to", pdoc__day_date(facts->to));
    put_day(&out, "as-of", facts->as_of);
    put(&out, NEW_LINE, "source", facts->source);
    pdoc__buffer_text(&out, ">\n");
    for (size_t i = 0; i < facts->entry_count; i++)
        write_entry(&out, &facts->entries[i]);
    pdoc__buffer_text(&out, "</calendar>\n");
    pdoc__tree_free(&words);
    return pdoc__buffer_take(&out, error);
}

pdoc_text *pdoc_calendar_publish(const pdoc_calendar *calendar, const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a calendar",
        .text = write_text,
        .list = "days",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    if (!calendar) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no calendar to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    if (chosen.format == PDOC_FORMAT_XML)
        return write_file(calendar, error);
    struct pdoc__tree tree;
    make_tree(&tree, calendar, chosen.format == PDOC_FORMAT_TEXT);
    return pdoc__publish(&tree, &view, &chosen, error);
}
