/* SPDX-License-Identifier: MIT */
/* The forms that a tree of values is printed in. They know nothing of documents. */
#ifndef PDOC_PUBLISH_FORMS_H
#define PDOC_PUBLISH_FORMS_H

#include "base/buffer.h"
#include "publish/tree.h"

/* Deeper trees than this are not made; the printers stop there. */
#define PDOC__TREE_DEPTH 12

/* RFC 8259, indented by two spaces; names with underscores; an empty value is null. */
void pdoc__json_print(struct pdoc__buffer *out, const struct pdoc__node *root);
/* XML 1.0 in the library's namespace; codes, dates, numbers and flags are attributes, the rest elements. */
void pdoc__xml_print(struct pdoc__buffer *out, const struct pdoc__node *root);
void pdoc__xml_escape(struct pdoc__buffer *out, const char *text, bool in_attribute);
/* One cell: in quotes where it must be; one that a spreadsheet would take for a formula gets an apostrophe before it. */
void pdoc__csv_cell(struct pdoc__buffer *out, const char *text);
/* RFC 4180: a header line, then one line for each object of the list; lines end with CR LF. */
void pdoc__csv_print(struct pdoc__buffer *out, const struct pdoc__node *list, const char *const *columns,
                     size_t column_count);

#endif
