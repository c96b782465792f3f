/* SPDX-License-Identifier: MIT */
/* Rows of CSV text, read in place. Knows nothing of what the cells mean. */
#include "vectors.h"

/* Ends a cell in quotes and gives what stands behind it. */
static char *quoted(char *at, size_t *line)
{
    char *to = at++;
    for (; *at; at++) {
        if (*at == '"' && *++at != '"')
            break;
        *line += *at == '\n';
        *to++ = *at;
    }
    *to = '\0'; /* always before the separator: the quotes were left out */
    return at;
}

static char *plain(char *at)
{
    while (*at && *at != ',' && *at != '\n' && *at != '\r')
        at++;
    return at;
}

char *next_row(char *text, const char **cells, size_t *count, size_t *line)
{
    *count = 0;
    if (!*text)
        return NULL;
    for (;;) {
        char *start = text;
        text = *text == '"' ? quoted(text, line) : plain(text);
        if (*count < MOST_CELLS)
            cells[(*count)++] = start;
        const char separator = *text;
        if (separator)
            *text++ = '\0';
        if (separator == ',')
            continue;
        if (separator == '\r' && *text == '\n')
            text++;
        ++*line;
        return text;
    }
}
