/* SPDX-License-Identifier: MIT */
/* The list of documents that match a question, in the columns asked for. */
#include "base/text.h"
#include "publish/columns.h"

static const char default_columns[] = "reference,title,type,version,phase,due,state";

static enum pdoc__style style_of_state(const struct pdoc__node *row)
{
    return pdoc__state_style(pdoc__member_text(row, "state"));
}

static void lay_out(const struct pdoc__columns *columns, struct pdoc__page_column *out)
{
    for (size_t i = 0; i < columns->count; i++) {
        const struct pdoc__column *column = &columns->items[i];
        out[i] = (struct pdoc__page_column){
            .name = column->name,
            .fallback = pdoc__text_equal(column->name, "reference") ? "id" : NULL,
            .label = column->label,
            .is_right = column->is_right,
            .share = column->share,
            .style = pdoc__text_equal(column->name, "state") ? style_of_state : NULL,
            .words = pdoc__words_of_column(column->name),
            .is_kept = true,
        };
    }
}

static bool put_rows(struct pdoc__listed *listed, const struct pdoc__columns *columns,
                     const pdoc_selection *selection, struct pdoc__node *list, pdoc_error **error)
{
    for (size_t i = 0; i < pdoc_selection_count(selection); i++) {
        const size_t index = pdoc_selection_document_index(selection, i);
        if (!pdoc__list_take(listed, pdoc_register_document(listed->judge->reg, index), error))
            return false;
        struct pdoc__node *row = pdoc__columns_put(columns, listed, list);
        if (!pdoc__node_member(row, "id"))
            pdoc__tree_code(listed->tree, row, "id", pdoc_document_id(listed->doc));
    }
    return true;
}

static bool make_tree(struct pdoc__listed *listed, struct pdoc__columns *columns, const pdoc_selection *selection,
                      const pdoc_publish_options *options, pdoc_error **error)
{
    struct pdoc__tree *tree = listed->tree;
    if (!pdoc__columns_choose(tree, options->columns ? options->columns : default_columns, columns, error))
        return false;
    pdoc__tree_code(tree, tree->root, "kind", "list");
    pdoc__tree_date(tree, tree->root, "as-of", listed->judge->as_of);
    if (listed->judge->known_day != INT32_MAX)
        pdoc__tree_date(tree, tree->root, "known-on", pdoc__day_date(listed->judge->known_day));
    pdoc__tree_prose(tree, tree->root, "where", options->where);
    pdoc__tree_prose(tree, tree->root, "text", options->text);
    pdoc__tree_number(tree, tree->root, "total", (int64_t)pdoc_selection_count(selection));
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "documents", "document");
    return put_rows(listed, columns, selection, list, error);
}

static pdoc_text *publish(struct pdoc__listed *listed, const pdoc_selection *selection, struct pdoc__view *view,
                          const pdoc_publish_options *options, pdoc_error **error)
{
    struct pdoc__columns columns = {.count = 0};
    struct pdoc__page_column layout[PDOC__PAGE_COLUMNS];
    pdoc__tree_begin(listed->tree, "report");
    if (!make_tree(listed, &columns, selection, options, error)) {
        pdoc__tree_free(listed->tree);
        return NULL;
    }
    lay_out(&columns, layout);
    view->table = layout;
    view->columns = columns.names;
    view->column_count = columns.count;
    return pdoc__publish(listed->tree, view, options, error);
}

pdoc_text *pdoc_register_publish(const pdoc_register *reg, const pdoc_basis *basis,
                                 const pdoc_publish_options *options, pdoc_error **error)
{
    struct pdoc__view view = {.what = "a list", .list = "documents"};
    pdoc_publish_options chosen;
    struct pdoc__judge judge;
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    pdoc_selection *selection = pdoc_register_find(reg, basis, chosen.where, chosen.text, error);
    if (!selection)
        return NULL;
    pdoc_text *text = NULL;
    struct pdoc__tree tree;
    struct pdoc__listed listed = {.tree = &tree, .judge = &judge};
    if (pdoc__judge_begin(&judge, reg, basis, error)) {
        text = publish(&listed, selection, &view, &chosen, error);
        pdoc__judge_end(&judge);
    }
    pdoc_selection_free(selection);
    return text;
}
