/* SPDX-License-Identifier: MIT */
/* What the views of the paper for a board and of a trend share. */
#ifndef PDOC_PUBLISH_BOARD_VIEW_H
#define PDOC_PUBLISH_BOARD_VIEW_H

#include "policydoc/board_paper.h"
#include "publish/view.h"

/* What matters, sentence by sentence, the most important first (board_words.c): items of the list `summary`. */
void pdoc__board_summary(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_board_paper *paper);
/* "31 March 2026". */
#define PDOC__LONG_DAY 24
const char *pdoc__long_day(pdoc_date day, char *buffer);

/* From the tree alone. A section is empty where all its figures are 0. */
void pdoc__board_text(struct pdoc__page *page, const struct pdoc__node *root);
void pdoc__board_html(struct pdoc__buffer *out, const struct pdoc__node *root);
void pdoc__trend_html(struct pdoc__buffer *out, const struct pdoc__node *root);
bool pdoc__board_section_is_empty(const struct pdoc__node *section);
/* The heading: "Report to the Executive Committee: 1 April 2025 to 31 March 2026". */
void pdoc__board_heading(struct pdoc__buffer *out, const struct pdoc__node *root);
/* "1 April 2025 to 31 March 2026" */
void pdoc__board_days(struct pdoc__buffer *out, const struct pdoc__node *root);

#endif
