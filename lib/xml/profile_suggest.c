/* SPDX-License-Identifier: MIT */
/* Says which word of a table is nearest to one that is not in it. Knows nothing of what the words mean. */
#include <string.h>

#include "base/text.h"
#include "xml/profile_reading.h"

const char *pdoc__nearest_word(pdoc_table table, const char *written)
{
    const char *nearest = pdoc_table_code(table, 0);
    size_t best = SIZE_MAX;
    for (size_t i = 0; strlen(written) <= PDOC__LONGEST_COMPARED && i < pdoc_table_count(table); i++) {
        const char *word = pdoc_table_code(table, i);
        const size_t away = strlen(word) <= PDOC__LONGEST_COMPARED ? pdoc__text_distance(written, word) : SIZE_MAX;
        if (away >= best)
            continue;
        best = away;
        nearest = word;
    }
    return nearest;
}
