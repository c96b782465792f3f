/* SPDX-License-Identifier: MIT */
/* Says which word of a table is nearest to one that is not in it. Knows nothing of what the words mean. */
#include <string.h>

#include "xml/profile_reading.h"

#define LONGEST 60u

static size_t least_of(size_t a, size_t b, size_t c)
{
    const size_t less = a < b ? a : b;
    return less < c ? less : c;
}

/* Letters to add, drop or change to make one word of the other; both are at most LONGEST. */
static size_t distance(const char *left, const char *right)
{
    size_t row[LONGEST + 1];
    const size_t width = strlen(right);
    for (size_t i = 0; i <= width; i++)
        row[i] = i;
    for (size_t i = 0; left[i]; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < width; j++) {
            const size_t change = diagonal + (left[i] != right[j]);
            diagonal = row[j + 1];
            row[j + 1] = least_of(row[j + 1] + 1, row[j] + 1, change);
        }
    }
    return row[width];
}

const char *pdoc__nearest_word(pdoc_table table, const char *written)
{
    const char *nearest = pdoc_table_code(table, 0);
    size_t best = SIZE_MAX;
    for (size_t i = 0; strlen(written) <= LONGEST && i < pdoc_table_count(table); i++) {
        const char *word = pdoc_table_code(table, i);
        const size_t away = strlen(word) <= LONGEST ? distance(written, word) : SIZE_MAX;
        if (away >= best)
            continue;
        best = away;
        nearest = word;
    }
    return nearest;
}
