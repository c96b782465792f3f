/* SPDX-License-Identifier: MIT */
/* A tree of values as JSON (RFC 8259). Knows nothing of documents. */
#include "publish/forms.h"

/* RFC 8259, 7: what must be escaped, and the short forms. */
static void write_string(struct pdoc__buffer *out, const char *text)
{
    static const char hex[] = "0123456789abcdef";
    static const char shorts[] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    pdoc__buffer_byte(out, '"');
    for (; *text; text++) {
        const unsigned char byte = (unsigned char)*text;
        if (byte == '"' || byte == '\\') {
            pdoc__buffer_byte(out, '\\');
            pdoc__buffer_byte(out, *text);
        } else if (byte >= 0x20) {
            pdoc__buffer_byte(out, *text);
        } else if (byte < sizeof shorts && shorts[byte]) {
            pdoc__buffer_byte(out, '\\');
            pdoc__buffer_byte(out, shorts[byte]);
        } else {
            pdoc__buffer_text(out, "\\u00");
            pdoc__buffer_byte(out, hex[byte >> 4]);
            pdoc__buffer_byte(out, hex[byte & 15]);
        }
    }
    pdoc__buffer_byte(out, '"');
}

static void write_name(struct pdoc__buffer *out, const char *name)
{
    pdoc__buffer_byte(out, '"');
    for (; *name; name++)
        pdoc__buffer_byte(out, *name == '-' ? '_' : *name);
    pdoc__buffer_text(out, "\": ");
}

static void indent(struct pdoc__buffer *out, size_t depth)
{
    pdoc__buffer_byte(out, '\n');
    for (size_t i = 0; i < depth; i++)
        pdoc__buffer_text(out, "  ");
}

static void write_scalar(struct pdoc__buffer *out, const struct pdoc__node *node)
{
    char buffer[PDOC__NODE_TEXT];
    if (pdoc__node_is_empty(node))
        pdoc__buffer_text(out, "null");
    else if (node->kind == PDOC__NODE_FLAG)
        pdoc__buffer_text(out, node->flag ? "true" : "false");
    else if (node->kind == PDOC__NODE_NUMBER)
        pdoc__buffer_number(out, node->number);
    else
        write_string(out, pdoc__node_text(node, buffer));
}

static void write_node(struct pdoc__buffer *out, const struct pdoc__node *node, size_t depth)
{
    const bool is_object = node->kind == PDOC__NODE_OBJECT;
    if (!is_object && node->kind != PDOC__NODE_LIST) {
        write_scalar(out, node);
        return;
    }
    pdoc__buffer_byte(out, is_object ? '{' : '[');
    for (const struct pdoc__node *child = depth < PDOC__TREE_DEPTH ? node->first : NULL; child; child = child->next) {
        indent(out, depth + 1);
        if (is_object)
            write_name(out, child->name);
        write_node(out, child, depth + 1);
        if (child->next)
            pdoc__buffer_byte(out, ',');
    }
    if (node->first)
        indent(out, depth);
    pdoc__buffer_byte(out, is_object ? '}' : ']');
}

void pdoc__json_print(struct pdoc__buffer *out, const struct pdoc__node *root)
{
    write_node(out, root, 0);
    pdoc__buffer_byte(out, '\n');
}
