/* SPDX-License-Identifier: MIT */
/* Builds the tree of a small file from what a parser reports. Knows no element by name. */
#include <string.h>

#include "base/text.h"
#include "xml/elements.h"

struct pdoc__element *pdoc__elements_begin(struct pdoc__elements *tree, const char *name, uint32_t line,
                                           uint32_t column, pdoc_error **error)
{
    struct pdoc__element *node = pdoc__arena_zero(&tree->arena, sizeof *node, error);
    if (!node)
        return NULL;
    node->name = pdoc__arena_text(&tree->arena, name, strlen(name), error);
    node->text = "";
    node->line = line;
    node->column = column;
    node->parent = tree->open;
    if (!node->name)
        return NULL;
    tree->text.size = 0; /* what stands before a child is layout */
    if (!tree->root)
        tree->root = node;
    if (node->parent && node->parent->last)
        node->parent->last->next = node;
    else if (node->parent)
        node->parent->child = node;
    if (node->parent)
        node->parent->last = node;
    tree->open = node;
    return node;
}

/* Runs of white space become one space; none at the ends. Works in place. */
static size_t squeeze(char *text, size_t size)
{
    size_t out = 0;
    for (size_t i = 0; i < size; i++) {
        bool space = pdoc__text_is_space(text + i, 1);
        if (!space)
            text[out++] = text[i];
        else if (out > 0 && text[out - 1] != ' ')
            text[out++] = ' ';
    }
    return out > 0 && text[out - 1] == ' ' ? out - 1 : out;
}

bool pdoc__elements_text(struct pdoc__elements *tree, const char *text, size_t size, pdoc_error **error)
{
    /* Text between the children of a table would be thrown away in the end: only leaves collect it. */
    if (!tree->open || tree->open->child)
        return true;
    pdoc__buffer_add(&tree->text, text, size);
    if (!tree->text.failed)
        return true;
    pdoc__fail_memory(error);
    return false;
}

bool pdoc__elements_end(struct pdoc__elements *tree, pdoc_error **error)
{
    struct pdoc__element *node = tree->open;
    if (!node)
        return true;
    if (!node->child && tree->text.size > 0) {
        size_t size = squeeze(tree->text.data, tree->text.size);
        node->text = pdoc__arena_text(&tree->arena, tree->text.data, size, error);
        if (!node->text)
            return false;
    }
    tree->text.size = 0;
    tree->open = node->parent;
    return true;
}

void pdoc__elements_free(struct pdoc__elements *tree)
{
    pdoc__buffer_free(&tree->text);
    pdoc__arena_free(&tree->arena);
    *tree = (struct pdoc__elements){0};
}

const char *pdoc__element_attribute(const struct pdoc__element *node, const char *name)
{
    for (size_t i = 0; i < node->attribute_count; i++) {
        const struct pdoc__written_attribute *attribute = &node->attributes[i];
        if (!attribute->foreign && strcmp(attribute->name, name) == 0)
            return attribute->value;
    }
    return NULL;
}

struct pdoc__element *pdoc__element_child(const struct pdoc__element *node, const char *name,
                                          const struct pdoc__element *after)
{
    for (struct pdoc__element *child = after ? after->next : node->child; child; child = child->next) {
        if (!child->foreign && strcmp(child->name, name) == 0)
            return child;
    }
    return NULL;
}

void pdoc__element_path(const struct pdoc__element *node, char *out, size_t size)
{
    const struct pdoc__element *chain[16];
    size_t depth = 0;
    for (; node && depth < sizeof chain / sizeof *chain; node = node->parent)
        chain[depth++] = node;
    size_t used = 0;
    out[0] = '\0';
    while (depth-- > 0) {
        size_t length = strlen(chain[depth]->name);
        if (used + length + 2 > size)
            return;
        if (used > 0)
            out[used++] = '/';
        memcpy(out + used, chain[depth]->name, length + 1);
        used += length;
    }
}
