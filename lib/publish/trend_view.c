/* SPDX-License-Identifier: MIT */
/* A trend as a tree of values: one day a row, one figure a column. Counts nothing. */
#include "base/error.h"
#include "policydoc/trend.h"
#include "publish/board_view.h"

#define FIGURES_MOST 16

static const struct pdoc__page_column page_columns[] = {
    {"day", NULL, "Day", false, 0, NULL, NULL, true},
    {"in-date", NULL, "In date", true, 1, NULL, NULL, true},
    {"due-soon", NULL, "Due\nsoon", true, 1, NULL, NULL, true},
    {"due-in-period", NULL, "Due in\nprinted\nperiod", true, 1, NULL, NULL, true},
    {"overdue", NULL, "Overdue", true, 1, NULL, NULL, true},
    {"overdue-under-way", NULL, "Review\nunder way", true, 1, NULL, NULL, true},
    {"overdue-extended", NULL, "Extended", true, 1, NULL, NULL, true},
    {"all-overdue", NULL, "All\noverdue", true, 1, NULL, NULL, true},
    {"no-data", NULL, "Cannot\nbe told", true, 1, NULL, NULL, true},
    {"no-rule", NULL, "No\nrule", true, 1, NULL, NULL, true},
    {"none", NULL, "Not in\nforce", true, 1, NULL, NULL, true},
    {"all", NULL, "All", true, 1, NULL, NULL, true},
};

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const char *title = pdoc__member_text(root, "title");
    pdoc__page_styled(page, PDOC__BOLD, 0, *title ? title : "Register without a title");
    pdoc__page_styled(page, PDOC__PLAIN, 0, "Documents by state of review, as it was known on each day.");
    pdoc__page_end(page);
    pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, pdoc__node_member(root, "days"),
                     0);
}

static void put_all(struct pdoc__tree *tree, const pdoc_trend *trend)
{
    struct pdoc__node *root = tree->root;
    pdoc__tree_code(tree, root, "kind", "trend");
    pdoc__tree_date(tree, root, "from", pdoc_trend_day(trend, 0));
    pdoc__tree_date(tree, root, "until", pdoc_trend_day(trend, pdoc_trend_count(trend) - 1));
    pdoc__tree_prose(tree, root, "title", pdoc_trend_title(trend));
    struct pdoc__node *days = pdoc__tree_list(tree, root, "days", "point");
    for (size_t i = 0; i < pdoc_trend_count(trend); i++) {
        struct pdoc__node *day = pdoc__tree_item(tree, days);
        pdoc__tree_date(tree, day, "day", pdoc_trend_day(trend, i));
        pdoc__tree_date(tree, day, "known-on", pdoc_trend_known(trend, i));
        for (size_t figure = 0; figure < pdoc_trend_figure_count(trend); figure++)
            pdoc__tree_number(tree, day, pdoc_trend_figure_code(trend, figure), pdoc_trend_number(trend, i, figure));
    }
}

pdoc_text *pdoc_trend_publish(const pdoc_trend *trend, const pdoc_publish_options *options, pdoc_error **error)
{
    const char *columns[FIGURES_MOST + 2] = {"day", "known-on"}; /* stable: new figures come at the end */
    size_t count = 2;
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!trend) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no trend to publish");
        return NULL;
    }
    for (size_t i = 0; i < pdoc_trend_figure_count(trend) && count < sizeof columns / sizeof *columns; i++)
        columns[count++] = pdoc_trend_figure_code(trend, i);
    const struct pdoc__view view = {.what = "a trend",
                                    .text = write_text,
                                    .html = pdoc__trend_html,
                                    .list = "days",
                                    .columns = columns,
                                    .column_count = count};
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    put_all(&tree, trend);
    return pdoc__publish(&tree, &view, &chosen, error);
}
