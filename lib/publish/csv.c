/* SPDX-License-Identifier: MIT */
/* A list of objects as CSV (RFC 4180). Knows nothing of documents. */
#include <string.h>

#include "publish/forms.h"

/* -5 or 12.50: no spreadsheet reckons with it otherwise than it stands there. */
static bool is_number(const char *text)
{
    const char *digits = text + (*text == '-');
    const size_t whole = strspn(digits, "0123456789");
    const char *rest = digits + whole;
    const size_t part = *rest == '.' ? strspn(rest + 1, "0123456789") : 0;
    return whole > 0 && rest[part > 0 ? part + 1 : 0] == '\0';
}

/* A spreadsheet takes a cell that begins so for a formula; one apostrophe more makes it text. Reading a table takes it
   off again (keeping/csv.c), so that apostrophes that were there already get one, too. */
static bool is_formula(const char *text)
{
    const char *start = text + strspn(text, "'");
    return *start && strchr("=+-@\t\r", *start) && !is_number(text);
}

void pdoc__csv_cell(struct pdoc__buffer *out, const char *text)
{
    const char *mark = is_formula(text) ? "'" : "";
    if (!text[strcspn(text, "\",\r\n")]) {
        pdoc__buffer_text(out, mark);
        pdoc__buffer_text(out, text);
        return;
    }
    pdoc__buffer_byte(out, '"');
    pdoc__buffer_text(out, mark);
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
            pdoc__csv_cell(out, pdoc__node_text(pdoc__node_member(row, columns[i]), buffer));
        }
        pdoc__buffer_text(out, "\r\n");
    }
}
