/* SPDX-License-Identifier: MIT */
/* Aligned tables as plain text: columns as wide as they need, the flexible ones narrowed until a line fits. */
#include <string.h>

#include "base/text.h"
#include "publish/page.h"

#define GAP 2
#define NARROWEST 10
#define CELL_LINES 3 /* of a cell: what is longer ends in dots; the data forms have all of it */

struct table {
    const struct pdoc__page_column *columns;
    size_t column_count;
    size_t indent;
    size_t widths[PDOC__PAGE_COLUMNS];
};

static const char *cell_text(const struct pdoc__page_column *column, const struct pdoc__node *row, char *buffer)
{
    const char *text = pdoc__node_text(pdoc__node_member(row, column->name), buffer);
    if (column->fallback && (!*text || pdoc__text_same(text, pdoc__member_text(row, "title"))))
        return pdoc__node_text(pdoc__node_member(row, column->fallback), buffer);
    return text;
}

static void measure(struct table *table, const struct pdoc__node *list)
{
    for (size_t i = 0; i < table->column_count; i++)
        table->widths[i] = pdoc__text_width(table->columns[i].label, strlen(table->columns[i].label));
    for (const struct pdoc__node *row = list ? list->first : NULL; row; row = row->next) {
        for (size_t i = 0; i < table->column_count; i++) {
            char buffer[PDOC__NODE_TEXT];
            const char *text = cell_text(&table->columns[i], row, buffer);
            const size_t width = pdoc__text_width(text, strlen(text));
            if (width > table->widths[i])
                table->widths[i] = width;
        }
    }
}

static size_t total_width(const struct table *table)
{
    size_t total = table->indent;
    for (size_t i = 0; i < table->column_count; i++)
        total += table->widths[i] + (i > 0 ? GAP : 0);
    return total;
}

/* Takes from the widest flexible column, one by one, so that they end about equally wide. */
static void narrow_to_page(struct table *table)
{
    for (size_t total = total_width(table); total > PDOC__PAGE_WIDTH; total--) {
        size_t widest = table->column_count;
        for (size_t i = 0; i < table->column_count; i++) {
            const bool can_shrink = table->columns[i].is_flexible && table->widths[i] > NARROWEST;
            if (can_shrink && (widest == table->column_count || table->widths[i] > table->widths[widest]))
                widest = i;
        }
        if (widest == table->column_count)
            return;
        if (table->widths[widest] > PDOC__PAGE_WIDTH) {
            total -= table->widths[widest] - PDOC__PAGE_WIDTH;
            table->widths[widest] = PDOC__PAGE_WIDTH;
        }
        table->widths[widest]--;
    }
}

static void write_spaces(struct pdoc__page *page, size_t count)
{
    for (size_t i = 0; i < count; i++)
        pdoc__buffer_byte(page->out, ' ');
}

static void trim_line(struct pdoc__page *page)
{
    struct pdoc__buffer *out = page->out;
    while (out->size > 0 && out->data[out->size - 1] == ' ')
        out->data[--out->size] = '\0';
}

#define PIECE (PDOC__PAGE_WIDTH * 4 + 8)

/* What of a text fits into a cell's line; on the last line the rest gives way to dots. Returns the bytes taken. */
static size_t take_piece(const char *text, size_t width, bool is_last, char *piece)
{
    size_t size = *text ? pdoc__text_fit(text, width) : 0;
    const bool is_cut = is_last && text[size] && width > 3;
    if (is_cut)
        size = pdoc__text_fit(text, width - 3);
    if (size > PIECE - 8)
        size = PIECE - 8;
    memcpy(piece, text, size);
    memcpy(piece + size, is_cut ? "..." : "", is_cut ? 4 : 1);
    return size;
}

/* One printed line of a row: takes from each cell what fits, and leaves the rest for the next line. */
static bool write_line(struct pdoc__page *page, const struct table *table, const char **rests,
                       const enum pdoc__style *styles, bool is_last)
{
    bool more = false;
    write_spaces(page, table->indent);
    for (size_t i = 0; i < table->column_count; i++) {
        char piece[PIECE];
        const size_t kept = take_piece(rests[i], table->widths[i], is_last, piece);
        const size_t width = pdoc__text_width(piece, strlen(piece));
        const size_t spare = width < table->widths[i] ? table->widths[i] - width : 0;
        write_spaces(page, table->columns[i].is_right ? spare : 0);
        pdoc__page_words(page, kept ? styles[i] : PDOC__PLAIN, piece);
        write_spaces(page, (table->columns[i].is_right ? 0 : spare) + GAP);
        rests[i] += kept;
        while (*rests[i] && (unsigned char)*rests[i] <= 0x20)
            rests[i]++;
        more = more || *rests[i];
    }
    trim_line(page);
    pdoc__page_end(page);
    return more;
}

static void write_row(struct pdoc__page *page, const struct table *table, const struct pdoc__node *row)
{
    char buffers[PDOC__PAGE_COLUMNS][PDOC__NODE_TEXT];
    const char *rests[PDOC__PAGE_COLUMNS];
    enum pdoc__style styles[PDOC__PAGE_COLUMNS];
    for (size_t i = 0; i < table->column_count; i++) {
        const struct pdoc__page_column *column = &table->columns[i];
        rests[i] = cell_text(column, row, buffers[i]);
        styles[i] = column->style ? column->style(row) : PDOC__PLAIN;
    }
    for (size_t line = 1; write_line(page, table, rests, styles, line == CELL_LINES) && line < CELL_LINES;)
        line++;
}

static void write_head(struct pdoc__page *page, const struct table *table)
{
    const char *rests[PDOC__PAGE_COLUMNS];
    enum pdoc__style styles[PDOC__PAGE_COLUMNS];
    for (size_t i = 0; i < table->column_count; i++) {
        rests[i] = table->columns[i].label;
        styles[i] = PDOC__BOLD;
    }
    while (write_line(page, table, rests, styles, false))
        continue;
}

void pdoc__page_table(struct pdoc__page *page, const struct pdoc__page_column *columns, size_t column_count,
                      const struct pdoc__node *list, size_t indent)
{
    struct table table = {.columns = columns, .column_count = column_count, .indent = indent};
    if (column_count > PDOC__PAGE_COLUMNS)
        table.column_count = PDOC__PAGE_COLUMNS;
    measure(&table, list);
    narrow_to_page(&table);
    write_head(page, &table);
    for (const struct pdoc__node *row = list ? list->first : NULL; row; row = row->next)
        write_row(page, &table, row);
}
