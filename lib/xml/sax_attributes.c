/* SPDX-License-Identifier: MIT */
/* Names and values of a start tag, out of the parser's arrays. Knows nothing of what they mean. */
#include <string.h>

#include "xml/sax.h"

/* What the parser, told to replace no entities, gives for an ampersand, however that was written. */
#define AMPERSAND "&#38;"

static const char *text_of(const unsigned char *text)
{
    return (const char *)text;
}

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

void pdoc__sax_attributes_decode(const unsigned char **raw, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const unsigned char **value = raw + i * 5 + 3;
        if (!memchr(value[0], '&', (size_t)(value[1] - value[0])))
            continue;
        unsigned char *writable; /* a value that held an entity is the parser's own copy, never its input */
        memcpy(&writable, value, sizeof writable);
        value[1] = decode(writable, value[1]);
    }
}

const char *pdoc__sax_attribute_name(const struct pdoc__sax_attributes *attributes, size_t index)
{
    return text_of(attributes->raw[index * 5]);
}

const char *pdoc__sax_attribute_prefix(const struct pdoc__sax_attributes *attributes, size_t index)
{
    return text_of(attributes->raw[index * 5 + 1]);
}

const char *pdoc__sax_attribute_uri(const struct pdoc__sax_attributes *attributes, size_t index)
{
    return text_of(attributes->raw[index * 5 + 2]);
}

const char *pdoc__sax_attribute_value(const struct pdoc__sax_attributes *attributes, size_t index, size_t *size)
{
    const unsigned char *value = attributes->raw[index * 5 + 3];
    *size = (size_t)(attributes->raw[index * 5 + 4] - value);
    return text_of(value);
}

const char *pdoc__sax_namespace_prefix(const struct pdoc__sax_namespaces *namespaces, size_t index)
{
    return text_of(namespaces->raw[index * 2]);
}

const char *pdoc__sax_namespace_uri(const struct pdoc__sax_namespaces *namespaces, size_t index)
{
    return text_of(namespaces->raw[index * 2 + 1]);
}
