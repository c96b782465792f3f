/* SPDX-License-Identifier: MIT */
/* A feed in every form of output: exactly its cells. Knows nothing of registers. */
#include "base/error.h"
#include "publish/feed.h"
#include "publish/view.h"

static void put_rows(struct pdoc__tree *tree, const pdoc_feed *feed)
{
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "documents", "document");
    for (size_t i = 0; i < feed->count; i++) {
        struct pdoc__node *row = pdoc__tree_item(tree, list);
        for (size_t column = 0; column < feed->column_count; column++)
            pdoc__tree_prose(tree, row, feed->columns[column]->name, pdoc_feed_cell(feed, i, column));
    }
}

pdoc_text *pdoc_feed_publish(const pdoc_feed *feed, const pdoc_publish_options *options, pdoc_error **error)
{
    struct pdoc__page_column layout[PDOC__FEED_COLUMNS_MOST] = {{0}};
    const char *names[PDOC__FEED_COLUMNS_MOST];
    struct pdoc__view view = {.what = "a feed", .list = "documents", .columns = names, .table = layout};
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!feed) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no feed to publish");
        return NULL;
    }
    for (size_t i = 0; i < feed->column_count; i++) {
        const struct pdoc__feed_column *column = feed->columns[i];
        names[i] = column->name;
        layout[i] = (struct pdoc__page_column){.name = column->name, .label = column->label, .share = column->share};
    }
    view.column_count = feed->column_count;
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "feed");
    pdoc__tree_date(&tree, tree.root, "as-of", feed->as_of);
    pdoc__tree_code(&tree, tree.root, "view", feed->view);
    pdoc__tree_code(&tree, tree.root, "visibility", feed->visibility);
    pdoc__tree_number(&tree, tree.root, "total", (int64_t)feed->count);
    put_rows(&tree, feed);
    return pdoc__publish(&tree, &view, &chosen, error);
}
