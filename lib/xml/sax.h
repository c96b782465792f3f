/* SPDX-License-Identifier: MIT */
/*
 * Events of an XML file, read safely: no DOCTYPE, no entities, no other file, within limits. The only file that touches
 * libxml2's parser. Knows nothing of registers or profiles.
 *
 * Handlers get names as addresses: equal names have equal addresses within one parse, and pdoc__sax_bind tells the
 * address of a name before it starts. After the first error of the parser itself no handler is called any more.
 */
#ifndef PDOC_XML_SAX_H
#define PDOC_XML_SAX_H

#include "base/error.h"
#include "xml/input.h"

struct pdoc__sax;

/* Attributes of a start tag, as the parser gives them: five addresses each. */
struct pdoc__sax_attributes {
    const unsigned char **raw;
    size_t count;
};
/* Namespace declarations of a start tag: two addresses each. */
struct pdoc__sax_namespaces {
    const unsigned char **raw;
    size_t count;
};

/* Turns the parser's "&#38;" in values into "&", once, before anybody looks at them. Values that lie in the parser's input
   hold none: they are passed over. */
void pdoc__sax_attributes_decode(const unsigned char **raw, size_t count, const unsigned char *input,
                                 const unsigned char *input_end);

/* The border's one cast: the parser's bytes are our text. */
static inline const char *pdoc__sax_text(const unsigned char *text)
{
    return (const char *)text;
}

static inline const char *pdoc__sax_attribute_name(const struct pdoc__sax_attributes *attributes, size_t index)
{
    return pdoc__sax_text(attributes->raw[index * 5]);
}

static inline const char *pdoc__sax_attribute_prefix(const struct pdoc__sax_attributes *attributes, size_t index)
{
    return pdoc__sax_text(attributes->raw[index * 5 + 1]);
}

static inline const char *pdoc__sax_attribute_uri(const struct pdoc__sax_attributes *attributes, size_t index)
{
    return pdoc__sax_text(attributes->raw[index * 5 + 2]);
}

/* Not NUL-terminated. */
static inline const char *pdoc__sax_attribute_value(const struct pdoc__sax_attributes *attributes, size_t index,
                                                    size_t *size)
{
    const unsigned char *value = attributes->raw[index * 5 + 3];
    *size = (size_t)(attributes->raw[index * 5 + 4] - value);
    return pdoc__sax_text(value);
}

static inline const char *pdoc__sax_namespace_prefix(const struct pdoc__sax_namespaces *namespaces, size_t index)
{
    return pdoc__sax_text(namespaces->raw[index * 2]);
}

static inline const char *pdoc__sax_namespace_uri(const struct pdoc__sax_namespaces *namespaces, size_t index)
{
    return pdoc__sax_text(namespaces->raw[index * 2 + 1]);
}

struct pdoc__sax_element {
    const char *name;
    const char *prefix; /* NULL: none */
    const char *uri;    /* NULL: in no namespace */
    struct pdoc__sax_attributes attributes;
    struct pdoc__sax_namespaces namespaces;
};

struct pdoc__sax_handlers {
    bool (*begin)(void *context, struct pdoc__sax *sax); /* bind names here; false: memory ran out */
    void (*start)(void *context, const struct pdoc__sax_element *element);
    void (*end)(void *context);
    void (*text)(void *context, const char *text, size_t size); /* in pieces */
    void (*comment)(void *context, const char *text);
    void (*instruction)(void *context, const char *target, const char *data);
};

/* Reads all of an input. False on any error, the handlers' own included; `error` gets them all, in their order. */
bool pdoc__sax_parse(struct pdoc__input *input, const struct pdoc__sax_handlers *handlers, void *context,
                     pdoc_error **error);

/* Address that a name will have, or NULL when memory runs out. */
const char *pdoc__sax_bind(struct pdoc__sax *sax, const char *name);
uint32_t pdoc__sax_line(const struct pdoc__sax *sax);
uint32_t pdoc__sax_column(const struct pdoc__sax *sax);
/* Records an error of the handlers' own at the present place; reading goes on, so that the next one is found too, but not
   without end: after 20 it stops. */
void pdoc__sax_fail(struct pdoc__sax *sax, pdoc_status status, const char *format, ...)
    PDOC__PRINTF(3, 4) PDOC__COLD;
/* As pdoc__sax_fail, for an error that another call has made; takes it over and adds the place. NOMEM stops at once. */
void pdoc__sax_take_error(struct pdoc__sax *sax, pdoc_error *error);
/* As pdoc__sax_take_error, with the place that the error has already. */
void pdoc__sax_add_error(struct pdoc__sax *sax, pdoc_error *error);
const char *pdoc__sax_file(const struct pdoc__sax *sax); /* what errors call it; NULL: nothing */
/* No more handlers, once the one at work has returned; what was recorded is the result. */
void pdoc__sax_stop(struct pdoc__sax *sax);

#endif
