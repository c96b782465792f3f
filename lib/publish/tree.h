/* SPDX-License-Identifier: MIT */
/* A tree of values from which every form of output is printed. Knows nothing of documents or forms. */
#ifndef PDOC_PUBLISH_TREE_H
#define PDOC_PUBLISH_TREE_H

#include "base/arena.h"
#include "policydoc/date.h"

enum pdoc__node_kind {
    PDOC__NODE_OBJECT,
    PDOC__NODE_LIST,
    PDOC__NODE_PROSE, /* words: an element in XML */
    PDOC__NODE_CODE,  /* a code, reference or label: an attribute in XML */
    PDOC__NODE_NUMBER,
    PDOC__NODE_DATE,
    PDOC__NODE_FLAG
};

struct pdoc__node {
    uint8_t kind; /* enum pdoc__node_kind */
    bool flag;
    pdoc_date date;    /* not recorded: an empty value */
    int64_t number;    /* of a list or object: how many it holds */
    const char *name;  /* lower case with hyphens; borrowed, as every text */
    const char *item;  /* of a list: what one of it is called */
    const char *text;  /* NULL: an empty value */
    struct pdoc__node *first;
    struct pdoc__node *last;
    struct pdoc__node *next;
};

/* One sticky failure: every call accepts a parent of NULL, so that it is checked once, at the end. */
struct pdoc__tree {
    struct pdoc__arena arena;
    struct pdoc__node *root; /* an object */
    bool failed;
};

void pdoc__tree_begin(struct pdoc__tree *tree, const char *name);
void pdoc__tree_free(struct pdoc__tree *tree);
struct pdoc__node *pdoc__tree_object(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name);
struct pdoc__node *pdoc__tree_list(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name,
                                   const char *item);
/* An object in a list. */
struct pdoc__node *pdoc__tree_item(struct pdoc__tree *tree, struct pdoc__node *list);
void pdoc__tree_prose(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name, const char *text);
void pdoc__tree_code(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name, const char *text);
void pdoc__tree_number(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name, int64_t number);
void pdoc__tree_date(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name, pdoc_date date);
void pdoc__tree_flag(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name, bool flag);
/* A copy that lives as long as the tree; NULL when memory ran out. */
const char *pdoc__tree_copy(struct pdoc__tree *tree, const char *text, size_t size);

/* Bytes that any number, date or flag needs as text. */
#define PDOC__NODE_TEXT 24
const struct pdoc__node *pdoc__node_member(const struct pdoc__node *object, const char *name);
/* A value as text: its own, or written into `buffer` of PDOC__NODE_TEXT bytes; "" for an empty value or NULL. */
const char *pdoc__node_text(const struct pdoc__node *node, char *buffer);
/* Text of a member; "" if it has none. For texts only. */
const char *pdoc__member_text(const struct pdoc__node *object, const char *name);
int64_t pdoc__member_number(const struct pdoc__node *object, const char *name);
bool pdoc__member_flag(const struct pdoc__node *object, const char *name);
bool pdoc__node_is_empty(const struct pdoc__node *node);

#endif
