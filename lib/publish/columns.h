/* SPDX-License-Identifier: MIT */
/* The columns of lists of documents: one row of one table adds a column. */
#ifndef PDOC_PUBLISH_COLUMNS_H
#define PDOC_PUBLISH_COLUMNS_H

#include "governance/named.h"
#include "publish/view.h"

/* How the review of a document stands, wherever the answer came from. */
struct pdoc__standing {
    pdoc_date printed;
    pdoc_date derived;
    pdoc_date due;
    pdoc_governs governs;
    pdoc_review_state state;
    int32_t days_overdue;
    bool is_due; /* a due day is known */
    bool inferred;
    bool as_printed;
    const char *rule;
    const char *clause;
};

/* One document, as the judge sees it. Made from a schedule, or from the judge's own answer where `schedule` is NULL. */
struct pdoc__listed {
    struct pdoc__tree *tree;
    struct pdoc__judge *judge; /* turned to the document */
    const pdoc_document *doc;
    struct pdoc__standing standing;
};

struct pdoc__column {
    const char *name;
    const char *label;
    bool is_right;
    uint8_t share; /* of the width of a page, see pdoc__page_column */
    void (*put)(const struct pdoc__column *column, const struct pdoc__listed *listed, struct pdoc__node *row);
};

/* Turns the judge to a document and takes down how it stands. False when memory ran out, the error is set. */
bool pdoc__list_take(struct pdoc__listed *listed, const pdoc_document *doc, pdoc_error **error);
struct pdoc__standing pdoc__standing_of_entry(const pdoc_schedule *schedule, size_t entry);

/* The columns that are asked for. */
struct pdoc__columns {
    struct pdoc__column items[PDOC__PAGE_COLUMNS];
    const char *names[PDOC__PAGE_COLUMNS];
    size_t count;
};

/* Names with commas between; a name is one of the table, the code of a field of the front sheet, "field.CODE" or
   "property.NAME". ARGUMENT for any other, with those that there are. Names are copied into the tree. */
bool pdoc__columns_choose(struct pdoc__tree *tree, const char *names, struct pdoc__columns *out, pdoc_error **error);
struct pdoc__node *pdoc__columns_put(const struct pdoc__columns *columns, const struct pdoc__listed *listed,
                                     struct pdoc__node *list);

#endif
