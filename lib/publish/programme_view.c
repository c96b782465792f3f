/* SPDX-License-Identifier: MIT */
/* A rolling programme as a tree: its load month by month, and its reviews. Knows nothing of forms. */
#include "governance/levelling/programme.h"
#include "publish/programme_view.h"
#include "publish/view.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"month",  "id",       "reference", "title",  "responsible", "effort",
                                          "first",  "due",      "previous",  "pinned", "late",        "obstacle",
                                          "due-before"};

static void put_months(struct pdoc__tree *tree, const pdoc_programme *programme)
{
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "months", "month");
    size_t entry = 0;
    for (size_t i = 0; i < programme->month_count; i++) {
        struct pdoc__node *item = pdoc__tree_item(tree, list);
        const size_t begin = entry;
        while (entry < programme->count && programme->entries[entry].month == programme->first + (int32_t)i)
            entry++;
        pdoc__tree_date(tree, item, "month", pdoc_programme_month(programme, i));
        pdoc__tree_number(tree, item, "reviews", (int64_t)(entry - begin));
        pdoc__tree_number(tree, item, "load", programme->loads[i]);
        pdoc__tree_number(tree, item, "load-at-deadline", programme->loads_at_deadline[i]);
        pdoc__tree_flag(tree, item, "blocked", programme->blocked[i]);
    }
}

static bool put_entry(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_programme *programme, size_t entry,
                      const pdoc_register *reg)
{
    const struct pdoc__programme_entry *from = &programme->entries[entry];
    const pdoc_document *doc = pdoc_register_document(reg, from->document);
    if (!doc)
        return false;
    struct pdoc__node *item = pdoc__tree_item(tree, list);
    pdoc__tree_date(tree, item, "month", pdoc_programme_entry_month(programme, entry));
    pdoc__tree_code(tree, item, "id", pdoc_document_id(doc));
    pdoc__tree_code(tree, item, "reference", pdoc_document_reference(doc, 0));
    pdoc__tree_prose(tree, item, "title", pdoc_document_title(doc));
    pdoc__tree_prose(tree, item, "responsible", from->who);
    pdoc__tree_number(tree, item, "effort", from->effort);
    pdoc__tree_date(tree, item, "first", pdoc_programme_entry_first(programme, entry));
    pdoc__tree_date(tree, item, "due", from->due);
    pdoc__tree_date(tree, item, "previous", pdoc_programme_entry_previous(programme, entry));
    pdoc__tree_flag(tree, item, "pinned", from->is_pinned);
    pdoc__tree_flag(tree, item, "late", from->is_late);
    pdoc__tree_prose(tree, item, "obstacle", from->obstacle);
    pdoc__tree_flag(tree, item, "due-before", from->is_before);
    return true;
}

static int64_t count_placed(const pdoc_programme *programme)
{
    int64_t count = 0;
    for (size_t i = 0; i < programme->count; i++)
        count += programme->entries[i].month != PDOC__NO_MONTH;
    return count;
}

static int64_t count_late(const pdoc_programme *programme)
{
    int64_t count = 0;
    for (size_t i = 0; i < programme->count; i++)
        count += programme->entries[i].is_late;
    return count;
}

static int64_t count_before(const pdoc_programme *programme)
{
    int64_t count = 0;
    for (size_t i = 0; i < programme->count; i++)
        count += programme->entries[i].is_before;
    return count;
}

static int64_t peak_at_deadline(const pdoc_programme *programme)
{
    uint32_t peak = 0;
    for (size_t i = 0; i < programme->month_count; i++)
        peak = programme->loads_at_deadline[i] > peak ? programme->loads_at_deadline[i] : peak;
    return peak;
}

static void put_summary(struct pdoc__tree *tree, const pdoc_programme *programme)
{
    struct pdoc__node *root = tree->root;
    const int64_t placed = count_placed(programme);
    pdoc__tree_code(tree, root, "kind", "programme");
    pdoc__tree_date(tree, root, "as-of", programme->as_of);
    pdoc__tree_date(tree, root, "from", pdoc_programme_month(programme, 0));
    pdoc__tree_date(tree, root, "to", pdoc_programme_month(programme, programme->month_count - 1));
    pdoc__tree_number(tree, root, "reviews", (int64_t)programme->count);
    pdoc__tree_number(tree, root, "placed", placed);
    pdoc__tree_number(tree, root, "not-placed", (int64_t)programme->count - placed);
    pdoc__tree_number(tree, root, "late", count_late(programme));
    pdoc__tree_number(tree, root, "without-capacity", (int64_t)programme->left_out);
    pdoc__tree_number(tree, root, "due-before", count_before(programme));
    pdoc__tree_number(tree, root, "due-later", (int64_t)programme->later);
    pdoc__tree_number(tree, root, "without-date", (int64_t)programme->undated);
    pdoc__tree_number(tree, root, "peak", programme->peak);
    pdoc__tree_number(tree, root, "lower-bound", programme->lower_bound);
    pdoc__tree_flag(tree, root, "optimal", programme->is_optimal);
    pdoc__tree_number(tree, root, "peak-at-deadline", peak_at_deadline(programme));
    pdoc__tree_number(tree, root, "moved", (int64_t)programme->moved);
    pdoc__tree_number(tree, root, "lost", (int64_t)programme->lost);
    pdoc__tree_flag(tree, root, "re-plan", programme->is_replan);
    pdoc__tree_flag(tree, root, "moved-is-least", programme->moved_is_least);
    pdoc__tree_prose(tree, root, "bottleneck", programme->bottleneck);
}

pdoc_text *pdoc_programme_publish(const pdoc_programme *programme, const pdoc_register *reg,
                                  const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a programme",
        .text = pdoc__programme_text_view,
        .svg = pdoc__programme_svg,
        .list = "documents",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    if (!programme || !reg) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a programme and the register that it was made from are needed");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    struct pdoc__tree tree;
    pdoc__tree_begin(&tree, "report");
    put_summary(&tree, programme);
    put_months(&tree, programme);
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "documents", "document");
    for (size_t i = 0; i < programme->count; i++) {
        if (put_entry(&tree, list, programme, i, reg))
            continue;
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the programme was made from another register");
        pdoc__tree_free(&tree);
        return NULL;
    }
    return pdoc__publish(&tree, &view, &chosen, error);
}
