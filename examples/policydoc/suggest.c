/* SPDX-License-Identifier: MIT */
/* Finds what somebody probably meant to type. */
#include "command.h"

#include <string.h>

#define LONGEST 160

static size_t least_of(size_t a, size_t b, size_t c)
{
    const size_t less = a < b ? a : b;
    return less < c ? less : c;
}

/* Letters to add, drop or change to make one word of the other (Levenshtein); LONGEST for long words. */
static size_t distance(const char *left, const char *right)
{
    size_t row[LONGEST + 1];
    const size_t width = strlen(right);
    if (width > LONGEST || strlen(left) > LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= width; j++)
        row[j] = j;
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

const char *nearest(const char *typed, const char *(*name_at)(const void *list, size_t index), const void *list,
                    size_t count)
{
    const size_t length = strlen(typed);
    size_t best = length < 4 ? 2 : length < 15 ? 3 : length / 5; /* this far away is no longer near */
    const char *found = NULL;
    for (size_t i = 0; i < count; i++) {
        const char *name = name_at(list, i);
        const size_t away = name ? distance(typed, name) : LONGEST;
        if (away >= best)
            continue;
        best = away;
        found = name;
    }
    return found;
}
