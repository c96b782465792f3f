/* SPDX-License-Identifier: MIT */
/* What the views have in common: options, the choice of the form, and what a board counts as overdue. */
#ifndef PDOC_PUBLISH_VIEW_H
#define PDOC_PUBLISH_VIEW_H

#include "policydoc/publish.h"
#include "publish/page.h"

struct pdoc__view {
    const char *what;                                                       /* for messages: "an audit" */
    void (*text)(struct pdoc__page *page, const struct pdoc__node *root); /* from the tree alone; NULL: a table only */
    void (*svg)(struct pdoc__buffer *out, const struct pdoc__node *root); /* NULL: there is no picture of it */
    void (*html)(struct pdoc__buffer *out, const struct pdoc__node *root); /* NULL: there is no HTML form */
    const char *list;           /* member of the root that CSV prints; NULL: there is no CSV form */
    const char *const *columns; /* of the CSV form */
    size_t column_count;
    const struct pdoc__page_column *table; /* of the text form, where it is a table only */
};

/* The options with the defaults filled in; ARGUMENT if they cannot be used for the view. */
bool pdoc__publish_options(const pdoc_publish_options *options, const struct pdoc__view *view,
                           pdoc_publish_options *out, pdoc_error **error);
/* Prints the tree in the form asked for, and frees it. NULL and NOMEM when memory ran out on the way. */
pdoc_text *pdoc__publish(struct pdoc__tree *tree, const struct pdoc__view *view, const pdoc_publish_options *options,
                         pdoc_error **error);

/* Gives the rows of a tree whose reference another one has, too, a member reference-and-id; for the text form only. */
void pdoc__tell_apart(struct pdoc__tree *tree);

bool pdoc__is_overdue(pdoc_review_state state); /* all three kinds */
/* Review states in the order in which people are told of them: overdue first. */
#define PDOC__STATE_COUNT 9
extern const pdoc_review_state pdoc__state_order[PDOC__STATE_COUNT];
enum pdoc__style pdoc__state_style(const char *code);
/* How the codes of a column are called on a page: states of review and phases by their labels; NULL: as they are. */
const char *(*pdoc__words_of_column(const char *name))(const struct pdoc__node *row, const char *text, char *buffer);
const char *pdoc__state_words(const struct pdoc__node *row, const char *text, char *buffer);
/* The label of a code; the code itself where it has none. */
const char *pdoc__label_of(pdoc_table table, const char *code);

#endif
