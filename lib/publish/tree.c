/* SPDX-License-Identifier: MIT */
/* A tree of values from which every form of output is printed. Knows nothing of documents or forms. */
#include "publish/tree.h"

#include <string.h>

#include "base/text.h"

static struct pdoc__node *node_add(struct pdoc__tree *tree, struct pdoc__node *parent, enum pdoc__node_kind kind,
                                   const char *name)
{
    struct pdoc__node *node = tree->failed ? NULL : pdoc__arena_zero(&tree->arena, sizeof *node, NULL);
    if (!node) {
        tree->failed = true;
        return NULL;
    }
    node->kind = (uint8_t)kind;
    node->name = name;
    if (!parent)
        return node;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    parent->number++;
    return node;
}

static void write_number(int64_t number, char *buffer)
{
    char digits[PDOC__NODE_TEXT];
    size_t count = 0;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[count++] = (char)('0' + (int)(rest % 10));
        rest /= 10;
    } while (rest > 0);
    if (number < 0)
        digits[count++] = '-';
    for (size_t i = 0; i < count; i++)
        buffer[i] = digits[count - 1 - i];
    buffer[count] = '\0';
}

void pdoc__tree_begin(struct pdoc__tree *tree, const char *name)
{
    memset(tree, 0, sizeof *tree);
    tree->root = node_add(tree, NULL, PDOC__NODE_OBJECT, name);
}

void pdoc__tree_free(struct pdoc__tree *tree)
{
    pdoc__arena_free(&tree->arena);
    tree->root = NULL;
}

struct pdoc__node *pdoc__tree_object(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name)
{
    return node_add(tree, parent, PDOC__NODE_OBJECT, name);
}

struct pdoc__node *pdoc__tree_list(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name,
                                   const char *item)
{
    struct pdoc__node *list = node_add(tree, parent, PDOC__NODE_LIST, name);
    if (list)
        list->item = item;
    return list;
}

struct pdoc__node *pdoc__tree_item(struct pdoc__tree *tree, struct pdoc__node *list)
{
    return node_add(tree, list, PDOC__NODE_OBJECT, list ? list->item : NULL);
}

void pdoc__tree_prose(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name, const char *text)
{
    struct pdoc__node *node = node_add(tree, parent, PDOC__NODE_PROSE, name);
    if (node)
        node->text = text;
}

void pdoc__tree_code(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name, const char *text)
{
    struct pdoc__node *node = node_add(tree, parent, PDOC__NODE_CODE, name);
    if (node)
        node->text = text;
}

void pdoc__tree_number(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name, int64_t number)
{
    struct pdoc__node *node = node_add(tree, parent, PDOC__NODE_NUMBER, name);
    if (node)
        node->number = number;
}

void pdoc__tree_date(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name, pdoc_date date)
{
    struct pdoc__node *node = node_add(tree, parent, PDOC__NODE_DATE, name);
    if (node)
        node->date = date;
}

void pdoc__tree_flag(struct pdoc__tree *tree, struct pdoc__node *parent, const char *name, bool flag)
{
    struct pdoc__node *node = node_add(tree, parent, PDOC__NODE_FLAG, name);
    if (node)
        node->flag = flag;
}

const char *pdoc__tree_copy(struct pdoc__tree *tree, const char *text, size_t size)
{
    const char *copy = tree->failed ? NULL : pdoc__arena_text(&tree->arena, text, size, NULL);
    if (!copy)
        tree->failed = true;
    return copy;
}

const struct pdoc__node *pdoc__node_member(const struct pdoc__node *object, const char *name)
{
    for (const struct pdoc__node *member = object ? object->first : NULL; member; member = member->next)
        if (pdoc__text_equal(member->name, name))
            return member;
    return NULL;
}

const char *pdoc__node_text(const struct pdoc__node *node, char *buffer)
{
    if (!node)
        return "";
    if (node->kind == PDOC__NODE_DATE)
        return pdoc_date_format(node->date, buffer);
    if (node->kind == PDOC__NODE_FLAG)
        return node->flag ? "yes" : "no";
    if (node->kind == PDOC__NODE_NUMBER) {
        write_number(node->number, buffer);
        return buffer;
    }
    return node->text ? node->text : "";
}

const char *pdoc__member_text(const struct pdoc__node *object, const char *name)
{
    const struct pdoc__node *member = pdoc__node_member(object, name);
    return member && member->text ? member->text : "";
}

int64_t pdoc__member_number(const struct pdoc__node *object, const char *name)
{
    const struct pdoc__node *member = pdoc__node_member(object, name);
    return member ? member->number : 0;
}

bool pdoc__member_flag(const struct pdoc__node *object, const char *name)
{
    const struct pdoc__node *member = pdoc__node_member(object, name);
    return member && member->flag;
}

bool pdoc__node_is_empty(const struct pdoc__node *node)
{
    if (!node)
        return true;
    if (node->kind == PDOC__NODE_DATE)
        return !pdoc_date_is_recorded(node->date);
    return (node->kind == PDOC__NODE_PROSE || node->kind == PDOC__NODE_CODE) && !node->text;
}
