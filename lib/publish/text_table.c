/* SPDX-License-Identifier: MIT */
/* Aligned tables as plain text: columns as wide as they need, the flexible ones narrowed until a line fits. */
#include <string.h>

#include "base/text.h"
#include "publish/page.h"

#define GAP 2
#define NARROWEST 8
#define LONGEST_WORD 24 /* that is kept whole where there is not enough room */
#define CELL_LINES 3    /* of a cell: what is longer ends in dots; the data forms have all of it */

static const char *plain_text(const struct pdoc__page_column *column, const struct pdoc__node *row, char *buffer)
{
    const char *text = pdoc__node_text(pdoc__node_member(row, column->name), buffer);
    if (column->fallback && (!*text || pdoc__text_same(text, pdoc__member_text(row, "title"))))
        return pdoc__node_text(pdoc__node_member(row, column->fallback), buffer);
    return text;
}

static const char *cell_text(const struct pdoc__page_column *column, const struct pdoc__node *row, char *buffer)
{
    const char *text = plain_text(column, row, buffer);
    return column->words && *text ? column->words(row, text, buffer) : text;
}

/* Width of the widest piece of a text between any of these bytes. */
static size_t widest_piece(const char *text, const char *between)
{
    size_t widest = 0;
    while (*text) {
        const size_t size = strcspn(text, between);
        const size_t width = pdoc__text_width(text, size);
        widest = width > widest ? width : widest;
        text += size + (text[size] != '\0');
    }
    return widest;
}

static void take_width(struct pdoc__page_table *table, size_t column, const char *text, size_t width)
{
    const size_t word = widest_piece(text, " \t\n");
    if (width > table->widths[column])
        table->widths[column] = width;
    if (word > table->words[column])
        table->words[column] = word;
}

void pdoc__table_begin(struct pdoc__page_table *table, const struct pdoc__page_column *columns, size_t column_count,
                       size_t indent)
{
    *table = (struct pdoc__page_table){.columns = columns, .column_count = column_count, .indent = indent};
    if (column_count > PDOC__PAGE_COLUMNS)
        table->column_count = PDOC__PAGE_COLUMNS;
}

void pdoc__table_measure(struct pdoc__page_table *table, const struct pdoc__node *list)
{
    for (const struct pdoc__node *row = list ? list->first : NULL; row; row = row->next) {
        for (size_t i = 0; i < table->column_count; i++) {
            char buffer[PDOC__NODE_TEXT];
            const char *text = cell_text(&table->columns[i], row, buffer);
            take_width(table, i, text, pdoc__text_width(text, strlen(text)));
        }
    }
}

static size_t total_width(const struct pdoc__page_table *table)
{
    size_t total = table->indent;
    for (size_t i = 0; i < table->column_count; i++)
        total += table->widths[i] + (i > 0 && table->widths[i] > 0 ? GAP : 0);
    return total;
}

static size_t floor_of(const struct pdoc__page_table *table, size_t column, bool keeps_words)
{
    const size_t word = table->words[column] < LONGEST_WORD ? table->words[column] : LONGEST_WORD;
    return keeps_words && word > NARROWEST ? word : NARROWEST;
}

/* Takes from the flexible column that has most for its share, so that they end up as their shares are. */
static bool narrow_one(struct pdoc__page_table *table, bool keeps_words)
{
    size_t widest = table->column_count;
    for (size_t i = 0; i < table->column_count; i++) {
        const uint8_t share = table->columns[i].share;
        if (share == 0 || table->widths[i] <= floor_of(table, i, keeps_words))
            continue;
        if (widest == table->column_count ||
            table->widths[i] * table->columns[widest].share > table->widths[widest] * share)
            widest = i;
    }
    if (widest == table->column_count)
        return false;
    table->widths[widest]--;
    return true;
}

void pdoc__table_fit(struct pdoc__page_table *table, size_t width)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->widths[i] > 0 || table->columns[i].is_kept)
            take_width(table, i, table->columns[i].label, widest_piece(table->columns[i].label, "\n"));
        if (table->columns[i].share > 0 && table->widths[i] > width)
            table->widths[i] = width;
    }
    for (size_t total = total_width(table); total > width; total--)
        if (!narrow_one(table, true) && !narrow_one(table, false))
            return;
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

#define PIECE (PDOC__PAGE_WIDEST * 4 + 8)

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
static bool write_line(struct pdoc__page *page, const struct pdoc__page_table *table, const char **rests,
                       const enum pdoc__style *styles, bool is_last)
{
    bool more = false;
    write_spaces(page, table->indent);
    for (size_t i = 0; i < table->column_count; i++) {
        char piece[PIECE];
        if (table->widths[i] == 0)
            continue;
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

static void write_row(struct pdoc__page *page, const struct pdoc__page_table *table, const struct pdoc__node *row)
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

static void write_head(struct pdoc__page *page, const struct pdoc__page_table *table)
{
    const char *rests[PDOC__PAGE_COLUMNS];
    enum pdoc__style styles[PDOC__PAGE_COLUMNS];
    for (size_t i = 0; i < table->column_count; i++) {
        rests[i] = table->columns[i].label;
        styles[i] = PDOC__BOLD;
    }
    if (total_width(table) == table->indent)
        return; /* all columns are empty */
    while (write_line(page, table, rests, styles, false))
        continue;
}

void pdoc__table_print(struct pdoc__page *page, const struct pdoc__page_table *table, const struct pdoc__node *list)
{
    write_head(page, table);
    for (const struct pdoc__node *row = list ? list->first : NULL; row; row = row->next)
        write_row(page, table, row);
}

void pdoc__page_table(struct pdoc__page *page, const struct pdoc__page_column *columns, size_t column_count,
                      const struct pdoc__node *list, size_t indent)
{
    struct pdoc__page_table table;
    pdoc__table_begin(&table, columns, column_count, indent);
    pdoc__table_measure(&table, list);
    pdoc__table_fit(&table, pdoc__page_width(page));
    pdoc__table_print(page, &table, list);
}
