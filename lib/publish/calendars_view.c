/* SPDX-License-Identifier: MIT */
/* A list of calendars, one a row. Knows none of their days. */
#include "base/error.h"
#include "publish/view.h"

static const char *const csv_columns[] = {"id", "name", "from", "to", "as-of", "days", "source"};

static const struct pdoc__page_column page_columns[] = {
    {"id", NULL, "Id", false, 0, NULL, NULL, false},     {"name", NULL, "Name", false, 1, NULL, NULL, false},
    {"from", NULL, "From", false, 0, NULL, NULL, false}, {"to", NULL, "To", false, 0, NULL, NULL, false},
    {"as-of", NULL, "As of", false, 0, NULL, NULL, false},
};

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns,
                     pdoc__node_member(root, "calendars"), 0);
}

static void put_calendar(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_calendar *calendar)
{
    struct pdoc__node *item = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, item, "id", pdoc_calendar_id(calendar));
    pdoc__tree_prose(tree, item, "name", pdoc_calendar_name(calendar));
    pdoc__tree_date(tree, item, "from", pdoc_calendar_from(calendar));
    pdoc__tree_date(tree, item, "to", pdoc_calendar_to(calendar));
    pdoc__tree_date(tree, item, "as-of", pdoc_calendar_as_of(calendar));
    pdoc__tree_number(tree, item, "days", (int64_t)pdoc_calendar_entry_count(calendar));
    pdoc__tree_prose(tree, item, "source", pdoc_calendar_source(calendar));
}

static bool are_there(const pdoc_calendar *const *calendars, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!calendars || !calendars[i])
            return false;
    return true;
}

pdoc_text *pdoc_calendars_publish(const pdoc_calendar *const *calendars, size_t count,
                                  const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a list of calendars",
        .text = write_text,
        .list = "calendars",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    if (!are_there(calendars, count)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a calendar of the list to publish is missing");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    struct pdoc__tree tree;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "calendars");
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "calendars", "calendar");
    for (size_t i = 0; i < count; i++)
        put_calendar(&tree, list, calendars[i]);
    return pdoc__publish(&tree, &view, &chosen, error);
}
