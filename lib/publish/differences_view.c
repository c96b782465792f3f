/* SPDX-License-Identifier: MIT */
/* What differs between two registers: document by document, in sentences. Compares nothing. */
#include <stdio.h>

#include "base/text.h"
#include "policydoc/keeping.h"
#include "publish/view.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"change", "id", "reference", "title", "place", "before", "after", "words"};

static const char *const kinds[] = {
    [PDOC_DIFFERENCE_ADDED] = "added", [PDOC_DIFFERENCE_REMOVED] = "removed", [PDOC_DIFFERENCE_CHANGED] = "changed"};

static void put_difference(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_differences *differences,
                           size_t index)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "change", kinds[pdoc_differences_kind(differences, index)]);
    pdoc__tree_code(tree, row, "id", pdoc_differences_document(differences, index));
    pdoc__tree_code(tree, row, "reference", pdoc_differences_reference(differences, index));
    pdoc__tree_code(tree, row, "place", pdoc_differences_place(differences, index));
    pdoc__tree_prose(tree, row, "title", pdoc_differences_title(differences, index));
    pdoc__tree_prose(tree, row, "before", pdoc_differences_before(differences, index));
    pdoc__tree_prose(tree, row, "after", pdoc_differences_after(differences, index));
    pdoc__tree_prose(tree, row, "words", pdoc_differences_words(differences, index));
}

/* ---- text ---- */

static enum pdoc__style style_of(const char *change)
{
    static const enum pdoc__style styles[] = {[PDOC_DIFFERENCE_ADDED] = PDOC__GREEN,
                                              [PDOC_DIFFERENCE_REMOVED] = PDOC__RED,
                                              [PDOC_DIFFERENCE_CHANGED] = PDOC__PLAIN};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (pdoc__text_equal(kinds[i], change))
            return styles[i];
    return PDOC__PLAIN;
}

static void write_heading(struct pdoc__page *page, const struct pdoc__node *row)
{
    const char *reference = pdoc__member_text(row, "reference");
    const char *id = pdoc__member_text(row, "id");
    pdoc__page_end(page);
    pdoc__page_words(page, PDOC__BOLD, !*id ? "The register" : *reference ? reference : id);
    if (*reference)
        pdoc__buffer_format(page->out, " (%s)", id);
    pdoc__page_end(page);
    if (*pdoc__member_text(row, "title"))
        pdoc__page_block(page, "", 2, pdoc__member_text(row, "title"));
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "differences");
    const long long count = (long long)pdoc__member_number(root, "count");
    const char *last = NULL;
    char line[80];
    snprintf(line, sizeof line, "%lld %s", count, count == 1 ? "difference" : "differences");
    pdoc__page_words(page, PDOC__BOLD, count > 0 ? line : "No differences");
    pdoc__page_end(page);
    for (const struct pdoc__node *row = list ? list->first : NULL; row; row = row->next) {
        const char *id = pdoc__member_text(row, "id");
        if (!last || !pdoc__text_equal(last, id))
            write_heading(page, row);
        last = id;
        pdoc__page_styled(page, style_of(pdoc__member_text(row, "change")), 2, pdoc__member_text(row, "words"));
    }
}

pdoc_text *pdoc_differences_publish(const pdoc_differences *differences, const pdoc_publish_options *options,
                                    pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a comparison of registers",
        .text = write_text,
        .list = "differences",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!differences) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "differences are needed to publish them");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "differences");
    pdoc__tree_number(&tree, tree.root, "count", (int64_t)pdoc_differences_count(differences));
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "differences", "difference");
    for (size_t i = 0; i < pdoc_differences_count(differences); i++)
        put_difference(&tree, list, differences, i);
    return pdoc__publish(&tree, &view, &chosen, error);
}
