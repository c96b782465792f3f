/* SPDX-License-Identifier: MIT */
/* The forward plan of one or all bodies, by meeting: what was placed, by whom, and where it was deferred to. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/text.h"
#include "model/model.h"
#include "publish/forward_plan_view.h"
#include "publish/view.h"

static const char *const csv_columns[] = {"meeting", "deferred-to", "body",    "body-name",   "id",  "reference",
                                          "title",   "version",     "purpose", "arranged-by", "arranged-by-name", "note"};

/* Notes would leave no room for titles: the page of a document has them. */
static const struct pdoc__page_column page_columns[] = {
    {"meeting", NULL, "Meeting", false, 0, NULL, NULL, true},
    {"deferred-to", NULL, "Deferred\nto", false, 0, NULL, NULL, false},
    {"body-name", "body", "Body", false, 2, NULL, NULL, false},
    {"reference", "id", "Reference", false, 0, NULL, NULL, true},
    {"title", NULL, "Title", false, 4, NULL, NULL, true},
    {"version", NULL, "Version", true, 0, NULL, NULL, false},
    {"purpose", NULL, "Purpose", false, 0, NULL, NULL, false},
    {"arranged-by-name", "arranged-by", "Arranged by", false, 2, NULL, NULL, false},
};

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "items");
    if (list->number > 0)
        pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, list, 0);
    else
        pdoc__page_styled(page, PDOC__PLAIN, 0, "Nothing is on the forward plan.");
}

/* For which it stands there now. */
static pdoc_date day_of(const pdoc_forward_item *item)
{
    return pdoc_date_is_recorded(item->deferred_to) ? item->deferred_to : item->meeting;
}

struct placed {
    const pdoc_forward_item *item;
    const pdoc_document *doc;
    size_t index;
};

static int compare_placed(const void *left, const void *right)
{
    const struct placed *a = left;
    const struct placed *b = right;
    const int by_day = pdoc_date_compare(day_of(a->item), day_of(b->item));
    if (by_day != 0)
        return by_day;
    const uint32_t documents[] = {a->doc ? a->doc->index : UINT32_MAX, b->doc ? b->doc->index : UINT32_MAX};
    if (documents[0] != documents[1])
        return documents[0] < documents[1] ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* Does a body mean the same as a name that was asked for? `party` is the one that the name stands for, or NULL. */
static bool is_of(const pdoc_register *reg, const pdoc_forward_item *item, const pdoc_party *party, const char *name)
{
    if (!item->body)
        return false;
    const pdoc_party *own = pdoc_register_find_party(reg, item->body);
    return own || party ? own == party : pdoc__text_same(item->body, name);
}

/* Items of the body, or all for NULL, in order; NULL when memory runs out. */
static struct placed *pick(const pdoc_register *reg, const char *body, size_t *count, pdoc_error **error)
{
    const pdoc_party *party = body ? pdoc_register_find_party(reg, body) : NULL;
    struct placed *picked = pdoc__alloc_zero((size_t)reg->forward_item_count + 1, sizeof *picked, error);
    *count = 0;
    for (size_t i = 0; picked && i < reg->forward_item_count; i++) {
        const pdoc_forward_item *item = reg->forward_items[i];
        if (body && !is_of(reg, item, party, body))
            continue;
        picked[(*count)++] = (struct placed){item, pdoc__map_find(&reg->document_ids, item->document), i};
    }
    if (picked && *count > 1)
        qsort(picked, *count, sizeof *picked, compare_placed);
    return picked;
}

/* Name of the party that a code or name stands for, or NULL. */
static const char *name_of(const pdoc_register *reg, const char *name)
{
    const pdoc_party *party = name ? pdoc_register_find_party(reg, name) : NULL;
    return party ? pdoc_party_name(party) : NULL;
}

void pdoc__put_forward_item(struct pdoc__tree *tree, struct pdoc__node *row, const pdoc_forward_item *item)
{
    pdoc__tree_date(tree, row, "meeting", item->meeting);
    pdoc__tree_date(tree, row, "deferred-to", item->deferred_to);
    pdoc__tree_code(tree, row, "body", item->body);
    pdoc__tree_prose(tree, row, "body-name", name_of(item->reg, item->body));
    if (item->version > 0)
        pdoc__tree_number(tree, row, "version", item->version);
    else
        pdoc__tree_code(tree, row, "version", NULL);
    pdoc__tree_code(tree, row, "purpose", item->purpose);
    pdoc__tree_code(tree, row, "arranged-by", item->arranged_by);
    pdoc__tree_prose(tree, row, "arranged-by-name", name_of(item->reg, item->arranged_by));
    pdoc__tree_prose(tree, row, "note", item->note);
}

static void put_placed(struct pdoc__tree *tree, struct pdoc__node *list, const struct placed *placed)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "id", placed->item->document);
    pdoc__tree_code(tree, row, "reference", pdoc_document_reference(placed->doc, 0));
    pdoc__tree_prose(tree, row, "title", pdoc_document_title(placed->doc));
    pdoc__put_forward_item(tree, row, placed->item);
}

/* A body that neither the register nor the plan knows is most likely a slip of the pen. */
static bool is_known(const pdoc_register *reg, const char *body, size_t count, pdoc_error **error)
{
    if (!body || count > 0 || pdoc_register_find_party(reg, body))
        return true;
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "neither the parties nor the forward plan of the register know a body \"%s\"",
               body);
    return false;
}

static pdoc_text *publish(const pdoc_register *reg, const char *body, const struct pdoc__view *view,
                          const pdoc_publish_options *options, pdoc_error **error)
{
    struct pdoc__tree tree;
    size_t count;
    struct placed *picked = pick(reg, body, &count, error);
    if (!picked || !is_known(reg, body, count, error)) {
        pdoc__free(picked);
        return NULL;
    }
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "forward-plan");
    pdoc__tree_code(&tree, tree.root, "body", body);
    pdoc__tree_number(&tree, tree.root, "total", (int64_t)count);
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "items", "item");
    for (size_t i = 0; i < count; i++)
        put_placed(&tree, list, &picked[i]);
    pdoc__free(picked);
    return pdoc__publish(&tree, view, options, error);
}

pdoc_text *pdoc_register_publish_forward_plan(const pdoc_register *reg, const char *body,
                                              const pdoc_publish_options *options, pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a forward plan",
        .text = write_text,
        .list = "items",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    if (!reg) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no register whose forward plan could be published");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    return publish(reg, body, &view, &chosen, error);
}
