/* SPDX-License-Identifier: MIT */
/*
 * Pages of HTML that ask for nothing else: one file, no script, styles and drawings in it, A4 when printed. What is
 * written is also well-formed XML. Knows nothing of documents.
 */
#ifndef PDOC_PUBLISH_HTML_H
#define PDOC_PUBLISH_HTML_H

#include "base/buffer.h"
#include "publish/tree.h"

/* The style, line by line up to NULL, and its hash as a content security policy writes it (html_style.c). */
extern const char *const pdoc__html_style[];
extern const char pdoc__html_style_hash[];

void pdoc__html_begin(struct pdoc__buffer *out, const char *title);
void pdoc__html_end(struct pdoc__buffer *out);
/* A text, escaped. */
void pdoc__html_text(struct pdoc__buffer *out, const char *text);
/* An element with a text: `open` is what stands between < and >, such as "td class=\"n\"". */
void pdoc__html_element(struct pdoc__buffer *out, const char *open, const char *text);
/* The same for a text that somebody typed: it may run in another direction, and in the language of the register. */
void pdoc__html_typed(struct pdoc__buffer *out, const char *name, const char *text, const char *language);
void pdoc__html_number(struct pdoc__buffer *out, const char *open, int64_t number);

/* ---- charts: each says in words what it shows; the table beside it has the numbers ---- */

struct pdoc__chart {
    struct pdoc__buffer *out;
    const char *id; /* of the drawing, unique on the page */
    const char *title;
    const char *description;
};

/* One bar for each of two days, of the same parts: a colour is a class of the style ("s0" ...). */
struct pdoc__chart_part {
    const char *label;
    const char *colour;
    int64_t numbers[2];
};
void pdoc__chart_stack(const struct pdoc__chart *chart, const char *const *days, const struct pdoc__chart_part *parts,
                       size_t count);

/* A bar for each name. */
struct pdoc__chart_bar {
    const char *label;
    int64_t number;
    int64_t before;
};
void pdoc__chart_bars(const struct pdoc__chart *chart, const struct pdoc__chart_bar *bars, size_t count);

/* A line for each, over days that stand at equal distances. */
struct pdoc__chart_line {
    const char *label;
    const char *colour;
    const int64_t *numbers;
};
void pdoc__chart_lines(const struct pdoc__chart *chart, const struct pdoc__node *days, size_t day_count,
                       const struct pdoc__chart_line *lines, size_t count);

#endif
