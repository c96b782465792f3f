/* SPDX-License-Identifier: MIT */
/* Reads tables of text: cells between commas, semicolons or tabs, in quotes or not, row by row. Evaluates nothing. */
#include "keeping/csv.h"

#include <string.h>

#define LARGEST ((size_t)64 << 20)

struct reading {
    struct pdoc__csv *csv;
    const char *at;
    const char *name;
    uint32_t line;
    const char *cells[PDOC__CSV_MOST_COLUMNS]; /* of the row at hand */
    uint32_t count;
    struct pdoc__buffer cell; /* one in quotes, without them */
    pdoc_error **error;
};

static bool fail(const struct reading *reading, pdoc_status status, const char *what)
{
    const struct pdoc__place place = {.file = reading->name, .line = reading->line, .column = reading->count + 1};
    pdoc__fail_at(reading->error, status, &place, "row %zu, cell %u: %s", reading->csv->count + 1,
                  (unsigned)reading->count + 1, what);
    return false;
}

static bool is_line_end(char letter)
{
    return letter == '\n' || letter == '\r' || letter == '\0';
}

static void pass_line_end(struct reading *reading)
{
    if (*reading->at == '\0')
        return;
    reading->at += reading->at[0] == '\r' && reading->at[1] == '\n' ? 2 : 1;
    reading->line++;
}

/* ---- cells ---- */

static bool has_escape(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && text[at] == '\'')
        at++;
    return at > 0 && at < size && strchr("=+-@\t\r", text[at]);
}

/* An apostrophe before what a spreadsheet would take for a formula is no part of the text: see publish/csv.c. */
static bool keep_cell(struct reading *reading, const char *text, size_t size)
{
    const size_t skipped = has_escape(text, size) ? 1 : 0;
    if (reading->count == PDOC__CSV_MOST_COLUMNS)
        return fail(reading, PDOC_ERR_LIMIT, "a row has more than 1,000 cells; is another delimiter meant?");
    if (size > PDOC__CSV_LONGEST_CELL)
        return fail(reading, PDOC_ERR_LIMIT, "the cell is longer than 1 MiB; look for a quote that does not end");
    const char *kept =
        size == skipped ? "" : pdoc__arena_text(&reading->csv->arena, text + skipped, size - skipped, reading->error);
    if (kept)
        reading->cells[reading->count++] = kept;
    return kept != NULL;
}

/* Up to the quote that ends it; two stand for one. */
static bool read_quoted(struct reading *reading)
{
    const uint32_t first = reading->line;
    reading->cell.size = 0;
    for (reading->at++;; reading->at++) {
        if (reading->at[0] == '\0') {
            reading->line = first;
            return fail(reading, PDOC_ERR_SYNTAX, "the quote that begins here has no end; close it with \"");
        }
        if (reading->at[0] == '"' && *++reading->at != '"')
            break;
        reading->line += reading->at[0] == '\n' || (reading->at[0] == '\r' && reading->at[1] != '\n');
        pdoc__buffer_byte(&reading->cell, *reading->at);
    }
    while (*reading->at == ' ')
        reading->at++;
    if (!is_line_end(*reading->at) && *reading->at != reading->csv->delimiter)
        return fail(reading, PDOC_ERR_SYNTAX,
                    "text follows the quote that ends the cell; a quote inside a cell is written twice");
    if (reading->cell.failed)
        return pdoc__fail_memory(reading->error), false;
    return keep_cell(reading, reading->cell.size > 0 ? reading->cell.data : "", reading->cell.size);
}

static bool read_cell(struct reading *reading)
{
    if (*reading->at == '"')
        return read_quoted(reading);
    const char *start = reading->at;
    while (!is_line_end(*reading->at) && *reading->at != reading->csv->delimiter)
        reading->at++;
    return keep_cell(reading, start, (size_t)(reading->at - start));
}

/* ---- rows ---- */

static bool keep_row(struct reading *reading, uint32_t line)
{
    struct pdoc__csv *csv = reading->csv;
    if (csv->count == PDOC__CSV_MOST_ROWS) {
        reading->count = 0;
        return fail(reading, PDOC_ERR_LIMIT, "a sheet has 65,535 rows at most; import it in parts");
    }
    const char **cells = pdoc__arena_copy(&csv->arena, reading->cells, reading->count * sizeof *cells, reading->error);
    if (!cells || !pdoc__grow(&csv->rows, &csv->capacity, csv->count, sizeof *csv->rows, reading->error))
        return false;
    csv->rows[csv->count++] = (struct pdoc__csv_row){.cells = cells, .count = reading->count, .line = line};
    return true;
}

static bool read_row(struct reading *reading)
{
    const uint32_t line = reading->line;
    reading->count = 0;
    for (;;) {
        if (!read_cell(reading))
            return false;
        if (*reading->at != reading->csv->delimiter)
            break;
        reading->at++;
    }
    pass_line_end(reading);
    return keep_row(reading, line);
}

/* ---- the delimiter ---- */

/* How often each occurs outside of quotes in the first line that has any; the most frequent is it. */
static char detect_delimiter(const char *text)
{
    static const char candidates[] = ",;\t";
    size_t counts[3] = {0, 0, 0};
    bool is_quoted = false;
    for (; *text; text++) {
        const char *found = *text ? strchr(candidates, *text) : NULL;
        if (*text == '"')
            is_quoted = !is_quoted;
        else if (!is_quoted && found)
            counts[found - candidates]++;
        else if (!is_quoted && is_line_end(*text) && counts[0] + counts[1] + counts[2] > 0)
            break;
    }
    const size_t best = counts[1] > counts[0] ? 1 : 0;
    return candidates[counts[2] > counts[best] ? 2 : best];
}

/* A first line "sep=;" says it, as some spreadsheets write. */
static void find_delimiter(struct reading *reading)
{
    const char *at = reading->at;
    const bool is_said = strncmp(at, "sep=", 4) == 0 && at[4] && strchr(",;\t", at[4]) && is_line_end(at[5]);
    reading->csv->delimiter = is_said ? at[4] : detect_delimiter(at);
    if (is_said) {
        reading->at = at + 5;
        pass_line_end(reading);
    }
}

static bool read_rows(struct reading *reading)
{
    find_delimiter(reading);
    while (*reading->at)
        if (!read_row(reading))
            return false;
    return true;
}

bool pdoc__csv_read(struct pdoc__csv *csv, const void *data, size_t size, const char *name, pdoc_error **error)
{
    struct pdoc__buffer text = {.data = NULL};
    *csv = (struct pdoc__csv){.rows = NULL};
    if (size > LARGEST) {
        const struct pdoc__place place = {.file = name};
        pdoc__fail_at(error, PDOC_ERR_LIMIT, &place, "the sheet has more than 64 MiB; import it in parts");
        return false;
    }
    struct reading *reading = pdoc__alloc_zero(1, sizeof *reading, error);
    bool done = reading && pdoc__csv_decode(&text, data, size, name, &csv->encoding, error);
    if (done) {
        reading->csv = csv;
        reading->at = text.size > 0 ? text.data : "";
        reading->name = name;
        reading->line = 1;
        reading->error = error;
        done = read_rows(reading);
        pdoc__buffer_free(&reading->cell);
    }
    pdoc__free(reading);
    pdoc__buffer_free(&text);
    if (!done)
        pdoc__csv_free(csv);
    return done;
}

const char *pdoc__csv_cell_at(const struct pdoc__csv *csv, size_t row, size_t column)
{
    return row < csv->count && column < csv->rows[row].count ? csv->rows[row].cells[column] : "";
}

void pdoc__csv_free(struct pdoc__csv *csv)
{
    pdoc__free(csv->rows);
    pdoc__arena_free(&csv->arena);
    *csv = (struct pdoc__csv){.rows = NULL};
}
