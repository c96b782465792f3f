/* SPDX-License-Identifier: MIT */
/* Plain text for people: wrapped paragraphs, aligned tables, colours where asked for. Knows nothing of documents. */
#ifndef PDOC_PUBLISH_PAGE_H
#define PDOC_PUBLISH_PAGE_H

#include "base/buffer.h"
#include "publish/tree.h"

#define PDOC__PAGE_WIDTH 100

enum pdoc__style { PDOC__PLAIN, PDOC__BOLD, PDOC__DIM, PDOC__RED, PDOC__YELLOW, PDOC__GREEN };

struct pdoc__page {
    struct pdoc__buffer *out;
    bool colour;
};

/* Columns that a text takes on a terminal: combining marks none, East Asian wide characters two. */
size_t pdoc__text_width(const char *text, size_t size);
/* Length in bytes of the longest start of `text` that fits into `width` columns, broken at a space where there is one;
   never 0 for a text that is not empty. */
size_t pdoc__text_fit(const char *text, size_t width);

/* A text on the line, without a line end: control characters and line breaks become spaces. */
void pdoc__page_words(struct pdoc__page *page, enum pdoc__style style, const char *text);
void pdoc__page_end(struct pdoc__page *page); /* of a line */
/* `lead` in a field that is `indent` columns wide, then the text, wrapped and indented. */
void pdoc__page_block(struct pdoc__page *page, const char *lead, size_t indent, const char *text);
/* As pdoc__page_block, in a style. */
void pdoc__page_styled(struct pdoc__page *page, enum pdoc__style style, size_t indent, const char *text);

struct pdoc__page_column {
    const char *name;     /* of the member */
    const char *fallback; /* of the member that serves where that is empty or only repeats the title; or NULL */
    const char *label;
    bool is_right;    /* numbers */
    bool is_flexible; /* may be narrowed: its cells wrap */
    enum pdoc__style (*style)(const struct pdoc__node *row); /* NULL: plain */
};

#define PDOC__PAGE_COLUMNS 64
/* The objects of a list, one under the other; at most PDOC__PAGE_COLUMNS columns. */
void pdoc__page_table(struct pdoc__page *page, const struct pdoc__page_column *columns, size_t column_count,
                      const struct pdoc__node *list, size_t indent);

#endif
