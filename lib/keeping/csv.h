/* SPDX-License-Identifier: MIT */
/* Tables of text as spreadsheets write them: RFC 4180, and what is met besides. Knows nothing of documents. */
#ifndef PDOC_KEEPING_CSV_H
#define PDOC_KEEPING_CSV_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"

/* How the bytes are letters; told by a byte order mark, or by what they can be. Same order as pdoc__encodings. */
enum pdoc__encoding {
    PDOC__UTF8,
    PDOC__UTF16_LE,
    PDOC__UTF16_BE,
    PDOC__WINDOWS_1252, /* never certain: taken where the bytes are no UTF-8 */
    PDOC__ENCODING_COUNT
};
extern const char *const pdoc__encodings[];

/* Stands for what XML has no letter for: control characters, and bytes that are in no alphabet. U+FFFD. */
#define PDOC__NO_LETTER "\xEF\xBF\xBD"

/* Adds the text as UTF-8 to `out`, without its byte order mark; FORMAT, with the line, where UTF-16 breaks off. */
bool pdoc__csv_decode(struct pdoc__buffer *out, const void *data, size_t size, const char *name,
                      enum pdoc__encoding *encoding, pdoc_error **error);

enum { PDOC__CSV_MOST_ROWS = 65535, PDOC__CSV_MOST_COLUMNS = 1000, PDOC__CSV_LONGEST_CELL = 1 << 20 };

struct pdoc__csv_row {
    const char **cells; /* as printed; "" where there is nothing */
    uint32_t count;
    uint32_t line; /* on which it begins; a cell may hold several lines */
};

struct pdoc__csv {
    struct pdoc__arena arena;
    struct pdoc__csv_row *rows;
    size_t count;
    size_t capacity;
    enum pdoc__encoding encoding;
    char delimiter;
};

/* Empties `csv` and fills it. SYNTAX for quotes that do not end or end too soon, LIMIT, FORMAT or NOMEM, with line and
   column, which is the number of the cell; nothing is held then. */
bool pdoc__csv_read(struct pdoc__csv *csv, const void *data, size_t size, const char *name, pdoc_error **error);
/* The cell of a row; "" past its end. */
const char *pdoc__csv_cell_at(const struct pdoc__csv *csv, size_t row, size_t column);
void pdoc__csv_free(struct pdoc__csv *csv);

#endif
