/* SPDX-License-Identifier: MIT */
/* A list of objects as CSV (RFC 4180). Knows nothing of documents. */
#include <string.h>

#include "publish/forms.h"

static void write_cell(struct pdoc__buffer *out, const char *text)
{
    if (!text[strcspn(text, "\",\r\n")]) {
        pdoc__buffer_text(out, text);
        return;
    }
    pdoc__buffer_byte(out, '"');
    for (; *text; text++) {
        if (*text == '"')
            pdoc__buffer_byte(out, '"');
        pdoc__buffer_byte(out, *text);
    }
    pdoc__buffer_byte(out, '"');
}

static void write_name(struct pdoc__buffer *out, const char *name)
{
    for (; *name; name++)
        pdoc__buffer_byte(out, *name == '-' ? '_' : *name);
}

void pdoc__csv_print(struct pdoc__buffer *out, const struct pdoc__node *list, const char *const *columns,
                     size_t column_count)
{
    for (size_t i = 0; i < column_count; i++) {
        if (i > 0)
            pdoc__buffer_byte(out, ',');
        write_name(out, columns[i]);
    }
    pdoc__buffer_text(out, "\r\n");
    for (const struct pdoc__node *row = list ? list->first : NULL; row; row = row->next) {
        for (size_t i = 0; i < column_count; i++) {
            char buffer[PDOC__NODE_TEXT];
            if (i > 0)
                pdoc__buffer_byte(out, ',');
            write_cell(out, pdoc__node_text(pdoc__node_member(row, columns[i]), buffer));
        }
        pdoc__buffer_text(out, "\r\n");
    }
}
