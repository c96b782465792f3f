/* SPDX-License-Identifier: MIT */
/* Sentences for errors, made fit to be shown: whole letters, no bytes of the input. Knows nothing of parsers. */
#include "xml/sax_message.h"

#include <string.h>

#include "base/text.h"

/* A long sentence may have been cut inside a letter: take the rest of that letter away. */
void pdoc__sax_cut(char *text)
{
    size_t size = strlen(text);
    while (size > 0 && ((unsigned char)text[size - 1] & 0xc0u) == 0x80u)
        size--;
    if (size > 0 && !pdoc__utf8_is_valid(text + size - 1, strlen(text + size - 1)))
        text[size - 1] = '\0';
}

/* The parser's sentence may carry bytes of the input: keep what is plain. */
void pdoc__sax_clean(const char *from, char *to, size_t size)
{
    size_t used = 0;
    for (; from && *from && used + 1 < size; from++) {
        unsigned char byte = (unsigned char)*from;
        bool is_plain = byte >= 0x20 && byte < 0x7f;
        if (is_plain || (byte == '\n' && from[1]))
            to[used++] = is_plain ? *from : ' ';
    }
    to[used] = '\0';
}
