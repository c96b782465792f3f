/* SPDX-License-Identifier: MIT */
/* A feed as it is made: its columns, and the texts in them. */
#ifndef PDOC_PUBLISH_FEED_H
#define PDOC_PUBLISH_FEED_H

#include <stdatomic.h>

#include "policydoc/feed.h"
#include "publish/columns.h"

/* Who may see something. Whoever comes later in the list sees also what those before see. */
enum pdoc__audience {
    PDOC__AUDIENCE_PUBLIC,
    PDOC__AUDIENCE_INTERNAL,
    PDOC__AUDIENCE_NOBODY /* whatever is marked otherwise, or not at all */
};
/* Of a mark, or of a marking as a sheet prints it; NULL: nobody. */
enum pdoc__audience pdoc__audience_of(const char *mark);

/* A feed at work. */
struct pdoc__feed_work {
    struct pdoc__listed listed; /* its judge is turned to the document at hand */
    struct pdoc__judge judge;
    pdoc_feed *feed;
    const pdoc_in_force *answer; /* of the whole register */
    const bool *leaves;          /* by the index of a document in the register */
    enum pdoc__audience audience;
    size_t index; /* of the document at hand */
    pdoc_error **error;
};

/* The text of one column for the document at hand, in `out` where it is not NULL; false when memory runs out. */
struct pdoc__feed_column {
    const char *name;
    const char *label;
    enum pdoc__audience audience; /* who may see it at all */
    uint8_t share;                /* of the width of a page */
    bool (*put)(struct pdoc__feed_work *work, const char *field, const char **out);
    const char *field; /* NULL: none */
};
/* The columns for an audience, in their order; the next one at or after `index`, or NULL. */
const struct pdoc__feed_column *pdoc__feed_column_next(enum pdoc__audience audience, size_t *index);
#define PDOC__FEED_COLUMNS_MOST 40

struct pdoc_feed {
    atomic_size_t references;
    struct pdoc__arena arena;
    const char *view; /* of a table: for ever */
    const char *visibility;
    pdoc_date as_of;
    const struct pdoc__feed_column *columns[PDOC__FEED_COLUMNS_MOST];
    size_t column_count;
    const char **ids;
    const char **cells; /* row after row */
    size_t count;
    const char **withheld;
    const char **reasons;
    size_t withheld_count;
};

#endif
