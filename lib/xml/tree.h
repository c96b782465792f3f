/* SPDX-License-Identifier: MIT */
/* A small file as a tree of elements, for readers that must know the whole before they can judge a part (profiles refer
   forward). Holds names, attributes and text; comments and processing instructions are not kept. */
#ifndef PDOC_XML_TREE_H
#define PDOC_XML_TREE_H

#include "base/arena.h"
#include "base/buffer.h"

struct pdoc__tree_attribute {
    const char *name;
    const char *value;
    bool foreign; /* of a namespace */
};

struct pdoc__node {
    const char *name;
    const char *text; /* all text directly inside it, white space at the ends and in runs removed; "" if none */
    struct pdoc__tree_attribute *attributes;
    size_t attribute_count;
    struct pdoc__node *parent;
    struct pdoc__node *child; /* the first */
    struct pdoc__node *last;
    struct pdoc__node *next;
    uint32_t line;
    uint32_t column;
    bool foreign; /* of another namespace than the root's */
    bool used;    /* the reader took it */
};

struct pdoc__tree {
    struct pdoc__arena arena;
    struct pdoc__buffer text; /* of the node at hand, not yet given to it */
    struct pdoc__node *root;
    struct pdoc__node *open; /* the element that has begun and not ended */
};

/* What a parser reports, in order. False only when memory runs out. Texts are copied. */
struct pdoc__node *pdoc__tree_begin(struct pdoc__tree *tree, const char *name, uint32_t line, pdoc_error **error);
bool pdoc__tree_text(struct pdoc__tree *tree, const char *text, size_t size, pdoc_error **error);
bool pdoc__tree_end(struct pdoc__tree *tree, pdoc_error **error);
void pdoc__tree_free(struct pdoc__tree *tree);

/* Value of an attribute without a namespace, or NULL. */
const char *pdoc__node_attribute(const struct pdoc__node *node, const char *name);
/* First child of a name (our namespace only) after `after`, or the first of all where that is NULL. */
struct pdoc__node *pdoc__node_child(const struct pdoc__node *node, const char *name, const struct pdoc__node *after);
/* "profile/facts/fact" into `out`, cut where it does not fit. */
void pdoc__node_path(const struct pdoc__node *node, char *out, size_t size);

#endif
