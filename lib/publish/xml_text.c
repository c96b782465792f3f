/* SPDX-License-Identifier: MIT */
/* A tree of values as XML. Knows nothing of documents, and shares nothing with the reader and writer of registers. */
#include "publish/forms.h"

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define XML_NAMESPACE "urn:policydoc:1"
#define XML_SCHEMA_VERSION "1.0"

struct escape {
    char byte;
    bool in_attributes_only; /* white space is normalised in attributes (XML 1.0, 3.3.3), so it is written as a number */
    const char *text;
};

static const struct escape escapes[] = {
    {'&', false, "&amp;"}, {'<', false, "&lt;"},  {'>', false, "&gt;"},  {'\r', false, "&#13;"},
    {'"', true, "&quot;"}, {'\n', true, "&#10;"}, {'\t', true, "&#9;"},
};

static const char *escape_of(char byte, bool in_attribute)
{
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (escapes[i].byte == byte && (in_attribute || !escapes[i].in_attributes_only))
            return escapes[i].text;
    return NULL;
}

void pdoc__xml_escape(struct pdoc__buffer *out, const char *text, bool in_attribute)
{
    for (; *text; text++) {
        const char *escape = escape_of(*text, in_attribute);
        if (escape)
            pdoc__buffer_text(out, escape);
        else
            pdoc__buffer_byte(out, *text);
    }
}

static void indent(struct pdoc__buffer *out, size_t depth)
{
    for (size_t i = 0; i < depth; i++)
        pdoc__buffer_text(out, "  ");
}

static bool is_attribute(const struct pdoc__node *node)
{
    return node->kind != PDOC__NODE_OBJECT && node->kind != PDOC__NODE_LIST && node->kind != PDOC__NODE_PROSE;
}

static void write_attributes(struct pdoc__buffer *out, const struct pdoc__node *object)
{
    for (const struct pdoc__node *member = object->first; member; member = member->next) {
        char buffer[PDOC__NODE_TEXT];
        if (!is_attribute(member) || pdoc__node_is_empty(member))
            continue;
        pdoc__buffer_byte(out, ' ');
        pdoc__buffer_text(out, member->name);
        pdoc__buffer_text(out, "=\"");
        if (member->kind == PDOC__NODE_FLAG)
            pdoc__buffer_text(out, member->flag ? "true" : "false");
        else
            pdoc__xml_escape(out, pdoc__node_text(member, buffer), true);
        pdoc__buffer_byte(out, '"');
    }
}

static void write_prose(struct pdoc__buffer *out, const struct pdoc__node *node, size_t depth)
{
    if (!node->text)
        return;
    indent(out, depth);
    pdoc__buffer_byte(out, '<');
    pdoc__buffer_text(out, node->name);
    pdoc__buffer_byte(out, '>');
    pdoc__xml_escape(out, node->text, false);
    pdoc__buffer_text(out, "</");
    pdoc__buffer_text(out, node->name);
    pdoc__buffer_text(out, ">\n");
}

static bool has_elements(const struct pdoc__node *object)
{
    for (const struct pdoc__node *member = object->first; member; member = member->next) {
        const bool is_filled_list = member->kind == PDOC__NODE_LIST && member->first;
        if (is_filled_list || member->kind == PDOC__NODE_OBJECT || (member->kind == PDOC__NODE_PROSE && member->text))
            return true;
    }
    return false;
}

static void write_object(struct pdoc__buffer *out, const struct pdoc__node *object, size_t depth);

/* A list has no element of its own: its items repeat, as in a register. */
static void write_elements(struct pdoc__buffer *out, const struct pdoc__node *parent, size_t depth)
{
    for (const struct pdoc__node *child = parent->first; child && depth < PDOC__TREE_DEPTH; child = child->next) {
        if (child->kind == PDOC__NODE_OBJECT)
            write_object(out, child, depth);
        else if (child->kind == PDOC__NODE_LIST)
            write_elements(out, child, depth);
        else if (child->kind == PDOC__NODE_PROSE)
            write_prose(out, child, depth);
    }
}

static void write_object(struct pdoc__buffer *out, const struct pdoc__node *object, size_t depth)
{
    indent(out, depth);
    pdoc__buffer_byte(out, '<');
    pdoc__buffer_text(out, object->name);
    if (depth == 0)
        pdoc__buffer_text(out, " xmlns=\"" XML_NAMESPACE "\" schema-version=\"" XML_SCHEMA_VERSION "\"");
    write_attributes(out, object);
    if (!has_elements(object)) {
        pdoc__buffer_text(out, "/>\n");
        return;
    }
    pdoc__buffer_text(out, ">\n");
    write_elements(out, object, depth + 1);
    indent(out, depth);
    pdoc__buffer_text(out, "</");
    pdoc__buffer_text(out, object->name);
    pdoc__buffer_text(out, ">\n");
}

void pdoc__xml_print(struct pdoc__buffer *out, const struct pdoc__node *root)
{
    pdoc__buffer_text(out, XML_HEAD);
    write_object(out, root, 0);
}
