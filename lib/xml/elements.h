/* SPDX-License-Identifier: MIT */
/* A small file as a tree of elements, for readers that must know the whole before they can judge a part (profiles refer
   forward). Holds names, attributes and text; comments and processing instructions are not kept. */
#ifndef PDOC_XML_ELEMENTS_H
#define PDOC_XML_ELEMENTS_H

#include "base/arena.h"
#include "base/buffer.h"

struct pdoc__written_attribute {
    const char *name;
    const char *value;
    bool foreign; /* of a namespace */
};

struct pdoc__element {
    const char *name;
    const char *text; /* all text directly inside it, white space at the ends and in runs removed; "" if none */
    struct pdoc__written_attribute *attributes;
    size_t attribute_count;
    struct pdoc__element *parent;
    struct pdoc__element *child; /* the first */
    struct pdoc__element *last;
    struct pdoc__element *next;
    uint32_t line; /* where its start tag ends, as in errors of the parser */
    uint32_t column;
    bool foreign; /* of another namespace than the root's */
    bool used;    /* the reader took it */
};

struct pdoc__elements {
    struct pdoc__arena arena;
    struct pdoc__buffer text; /* of the node at hand, not yet given to it */
    struct pdoc__element *root;
    struct pdoc__element *open; /* the element that has begun and not ended */
};

/* What a parser reports, in order. False only when memory runs out. Texts are copied. */
struct pdoc__element *pdoc__elements_begin(struct pdoc__elements *tree, const char *name, uint32_t line,
                                           uint32_t column, pdoc_error **error);
bool pdoc__elements_text(struct pdoc__elements *tree, const char *text, size_t size, pdoc_error **error);
bool pdoc__elements_end(struct pdoc__elements *tree, pdoc_error **error);
void pdoc__elements_free(struct pdoc__elements *tree);

/* Value of an attribute without a namespace, or NULL. */
const char *pdoc__element_attribute(const struct pdoc__element *node, const char *name);
/* First child of a name (our namespace only) after `after`, or the first of all where that is NULL. */
struct pdoc__element *pdoc__element_child(const struct pdoc__element *node, const char *name,
                                          const struct pdoc__element *after);
/* "profile/facts/fact" into `out`, cut where it does not fit. */
void pdoc__element_path(const struct pdoc__element *node, char *out, size_t size);

#endif
