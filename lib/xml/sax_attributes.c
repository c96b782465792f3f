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

void pdoc__sax_attribute_decode(const unsigned char **attribute)
{
    if (!memchr(attribute[3], '&', (size_t)(attribute[4] - attribute[3])))
        return;
    unsigned char *writable; /* it is the parser's own copy, never its input */
    memcpy(&writable, &attribute[3], sizeof writable);
    attribute[4] = decode(writable, attribute[4]);
}
