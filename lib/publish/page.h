/* SPDX-License-Identifier: MIT */
/* Plain text for people: wrapped paragraphs, aligned tables, colours where asked for. Knows nothing of documents. */
#ifndef PDOC_PUBLISH_PAGE_H
#define PDOC_PUBLISH_PAGE_H

#include "base/buffer.h"
#include "publish/tree.h"

#define PDOC__PAGE_WIDTH 100 /* where nothing else is asked for */
#define PDOC__PAGE_NARROWEST 80
#define PDOC__PAGE_WIDEST 400

enum pdoc__style { PDOC__PLAIN, PDOC__BOLD, PDOC__DIM, PDOC__RED, PDOC__YELLOW, PDOC__GREEN };

struct pdoc__page {
    struct pdoc__buffer *out;
    size_t width; /* 0: PDOC__PAGE_WIDTH */
    bool colour;
};

/* Columns that a text takes on a terminal: combining marks none, East Asian wide characters two. */
size_t pdoc__text_width(const char *text, size_t size);
/* Length in bytes of the longest start of `text` that fits into `width` columns, broken at a space where there is one;
   never 0 for a text that is not empty. */
size_t pdoc__text_fit(const char *text, size_t width);
/* The same, but a word that is wider than the line is kept whole: an address that is broken is no address. */
size_t pdoc__text_wrap(const char *text, size_t width);
/* Length in bytes of a text as it is shown to people: all of it, or its start where it is longer than that; the rest
   gives way to dots, and the data forms have it. `is_cut` tells. */
#define PDOC__LONGEST_SHOWN 300
size_t pdoc__text_shown(const char *text, bool *is_cut);
size_t pdoc__page_width(const struct pdoc__page *page);

/* A text on the line, without a line end: control characters and line breaks become spaces. */
void pdoc__page_words(struct pdoc__page *page, enum pdoc__style style, const char *text);
void pdoc__page_end(struct pdoc__page *page); /* of a line */
/* `lead` in a field that is `indent` columns wide, then the text, wrapped and indented. */
void pdoc__page_block(struct pdoc__page *page, const char *lead, size_t indent, const char *text);
/* As pdoc__page_block, with a text that is shortened where it is long. */
void pdoc__page_shown(struct pdoc__page *page, const char *lead, size_t indent, const char *text);
/* As pdoc__page_block, in a style. */
void pdoc__page_styled(struct pdoc__page *page, enum pdoc__style style, size_t indent, const char *text);

struct pdoc__page_column {
    const char *name;     /* of the member */
    const char *fallback; /* of the member that serves where that is empty or only repeats the title; or NULL */
    const char *label; /* may hold line ends */
    bool is_right;     /* numbers */
    uint8_t share;     /* how much room it claims where there is not enough, and its cells wrap; 0: it is never narrowed */
    enum pdoc__style (*style)(const struct pdoc__node *row); /* NULL: plain */
    /* What is printed for a text, its own or written into `buffer` of PDOC__NODE_TEXT bytes; NULL: the text itself. */
    const char *(*words)(const struct pdoc__node *row, const char *text, char *buffer);
    bool is_kept; /* printed even if it is empty throughout */
};

#define PDOC__PAGE_COLUMNS 64

/* A table on its way to the page. Several lists that are measured together stand under each other in the same columns.
   Columns that are empty throughout are left out. */
struct pdoc__page_table {
    const struct pdoc__page_column *columns;
    size_t column_count;
    size_t indent;
    size_t widths[PDOC__PAGE_COLUMNS]; /* 0: empty */
    size_t words[PDOC__PAGE_COLUMNS];  /* width of the longest word */
};
void pdoc__table_begin(struct pdoc__page_table *table, const struct pdoc__page_column *columns, size_t column_count,
                       size_t indent);
void pdoc__table_measure(struct pdoc__page_table *table, const struct pdoc__node *list);
void pdoc__table_print(struct pdoc__page *page, const struct pdoc__page_table *table, const struct pdoc__node *list);
/* Narrows the columns until a line fits the page. */
void pdoc__table_fit(struct pdoc__page_table *table, size_t width);
/* All of it at once: the objects of a list, one under the other; at most PDOC__PAGE_COLUMNS columns. */
void pdoc__page_table(struct pdoc__page *page, const struct pdoc__page_column *columns, size_t column_count,
                      const struct pdoc__node *list, size_t indent);

#endif
