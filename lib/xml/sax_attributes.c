/* SPDX-License-Identifier: MIT */
/* Values of a start tag as the parser gives them, turned into what was written. Knows nothing of what they mean. */
#include <string.h>

#include "xml/sax.h"

/* What the parser, told to replace no entities, gives for an ampersand, however that was written. */
#define AMPERSAND "&#38;"

/* In place; gives the end of what is left. */
static unsigned char *decode(unsigned char *value, const unsigned char *end)
{
    const size_t size = sizeof AMPERSAND - 1;
    unsigned char *to = value;
    for (const unsigned char *from = value; from < end; from++) {
        *to++ = *from;
        if ((size_t)(end - from) >= size && memcmp(from, AMPERSAND, size) == 0)
            from += size - 1;
    }
    return to;
}

void pdoc__sax_attributes_decode(const unsigned char **raw, size_t count, const unsigned char *input,
                                 const unsigned char *input_end)
{
    const size_t input_size = (size_t)(input_end - input);
    const unsigned char **end = raw + count * 5;
    for (const unsigned char **value = raw + 3; value < end; value += 5) {
        if ((uintptr_t)value[0] - (uintptr_t)input <= input_size) /* given as it stands there: without an entity */
            continue;
        if (!memchr(value[0], '&', (size_t)(value[1] - value[0])))
            continue;
        unsigned char *writable; /* a value that held an entity is the parser's own copy, never its input */
        memcpy(&writable, value, sizeof writable);
        value[1] = decode(writable, value[1]);
    }
}
