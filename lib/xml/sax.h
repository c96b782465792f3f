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

struct pdoc__sax_handlers;

#define PDOC__SAX_DEPTH 256

/* A parse at work. What every event touches comes first, and lies close together. */
struct pdoc__sax {
    void *context; /* the handlers' */
    size_t silent_bytes; /* since the last event */
    uint64_t elements;
    uint64_t most_elements;
    uint32_t depth; /* of the open elements */
    uint32_t most_depth;
    uint32_t most_attributes;
    bool stopped; /* no event counts any more, and the input ends; to set it is all that may be done inside a read, as the
                     parser comes back from there to the very input that xmlStopParser would free */
    bool ended; /* the end of the document was seen */
    bool has_begun; /* the parser asked for bytes */
    bool no_memory; /* it ran out: what else seems to be wrong may only follow from that */
    uint32_t error_count;
    pdoc_error *errors;
    const struct pdoc__sax_handlers *handlers;
    struct pdoc__input *input;
    void *parser; /* libxml2's */
    const unsigned char *path[PDOC__SAX_DEPTH]; /* names of the open elements */
};

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

/* Turns the parser's "&#38;" in the value of one attribute (its five addresses) into "&". */
void pdoc__sax_attribute_decode(const unsigned char **attribute) PDOC__COLD;

/* To be called once for each attribute, before anybody looks at its value. One that is given as it stands in the file
   ends at its quote and holds no entity; one that held an entity is the parser's own copy and ends at a NUL. */
static inline void pdoc__sax_attribute_prepare(const unsigned char **attribute)
{
    if (*attribute[4] == '\0')
        pdoc__sax_attribute_decode(attribute);
}

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

/* The events as the parser gives them, for a reader that must be fast. Each handler calls pdoc__sax_begin_event or
   pdoc__sax_begin_element first, does nothing if that is false, and else calls pdoc__sax_end_event last. */
struct pdoc__sax_direct {
    void (*start)(void *sax, const unsigned char *name, const unsigned char *prefix, const unsigned char *uri,
                  int namespace_count, const unsigned char **namespaces, int attribute_count, int defaulted,
                  const unsigned char **attributes);
    void (*end)(void *sax, const unsigned char *name, const unsigned char *prefix, const unsigned char *uri);
    void (*text)(void *sax, const unsigned char *text, int size);
};
/* Instead of the handlers `start`, `end` and `text`; to be called by `begin`. */
void pdoc__sax_use_direct(struct pdoc__sax *sax, const struct pdoc__sax_direct *direct);
extern const struct pdoc__sax_direct pdoc__sax_plain; /* those that call the handlers */

void pdoc__sax_refuse_element(struct pdoc__sax *sax, uint64_t attributes) PDOC__COLD; /* a limit is passed */
void pdoc__sax_halt(struct pdoc__sax *sax) PDOC__COLD;

/* An event came: the parser is not stuck in one endless tag. */
static inline bool pdoc__sax_begin_event(struct pdoc__sax *sax)
{
    sax->silent_bytes = 0;
    return !sax->stopped;
}

static inline bool pdoc__sax_begin_element(struct pdoc__sax *sax, const unsigned char *name, int attributes,
                                           int namespaces)
{
    if (!pdoc__sax_begin_event(sax))
        return false;
    const uint64_t together = (uint64_t)attributes + (uint64_t)namespaces;
    if (sax->depth >= sax->most_depth || together > sax->most_attributes || sax->elements >= sax->most_elements) {
        pdoc__sax_refuse_element(sax, together);
        return false;
    }
    sax->elements++;
    sax->path[sax->depth++] = name;
    return true;
}

/* The parser itself is stopped when the handler at work has returned: stopping it frees what that still looks at. */
static inline void pdoc__sax_end_event(struct pdoc__sax *sax)
{
    if (sax->stopped)
        pdoc__sax_halt(sax);
}

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
