/* SPDX-License-Identifier: MIT */
/* One element being written, with what was kept of it though it is not understood. Knows no element by name. */
#include "xml/element_writer.h"

#include <string.h>

#include "base/text.h"

#define PDOC_ELEMENT(id, parent, name, sort, number, attributes) [PDOC__FORM_##id] = (name),
static const char *const names[] = {
#include "xml/elements.def"
};

static const struct pdoc__extra *next_of(const struct pdoc__output *output, const struct pdoc__extra *extra)
{
    return pdoc__extras_next(output->extras, extra);
}

/* Text that stands between elements, where none is expected. */
static bool is_stray_text(const struct pdoc__extra *extra)
{
    return extra->kind == PDOC__EXTRA_NODE && extra->text[0] != '<';
}

static bool continues(const struct pdoc__extra *text, const struct pdoc__extra *next)
{
    return text && next && is_stray_text(text) && is_stray_text(next) && text->slot == next->slot &&
           text->index == next->index;
}

/* A piece between elements gets a line of its own. Of stray text, which may come in several pieces, the white space at
   both ends is layout: kept, it would grow with every save. */
static void write_node(const struct pdoc__open_element *element, const struct pdoc__extra *before,
                       const struct pdoc__extra *node)
{
    struct pdoc__writer *writer = element->output->writer;
    const char *text = node->text;
    size_t size = strlen(text);
    bool goes_on = continues(before, node);
    if (is_stray_text(node)) {
        while (!goes_on && size > 0 && pdoc__text_is_space(text, 1))
            text++, size--;
        bool is_last = !continues(node, next_of(element->output, node));
        while (is_last && size > 0 && pdoc__text_is_space(text + size - 1, 1))
            size--;
    }
    if (!goes_on && size > 0)
        pdoc__write_line(writer, element->depth + 1);
    pdoc__write_raw(writer, text, size);
}

static void close_start_tag(struct pdoc__open_element *element)
{
    if (!element->has_children)
        PDOC__WRITE(element->output->writer, ">");
    element->has_children = true;
}

/* Those nodes that stand before the index-th child of a form. */
static void write_nodes_before(struct pdoc__open_element *element, enum pdoc__form form)
{
    uint32_t index = element->counts[form]++;
    const struct pdoc__extra *before = NULL;
    for (const struct pdoc__extra *extra = element->extras; extra; extra = next_of(element->output, extra)) {
        if (extra->kind == PDOC__EXTRA_NODE && extra->slot == (uint16_t)form && extra->index == index)
            write_node(element, before, extra);
        before = extra;
    }
}

/* All nodes that no child came after: those of the end, and those whose child is there no more. */
static void write_nodes_left(struct pdoc__open_element *element)
{
    const struct pdoc__extra *before = NULL;
    for (const struct pdoc__extra *extra = element->extras; extra; extra = next_of(element->output, extra)) {
        bool is_here = extra->kind == PDOC__EXTRA_NODE &&
                       (extra->slot == PDOC__SLOT_END ||
                        (extra->slot < PDOC__FORM_COUNT && extra->index >= element->counts[extra->slot]));
        if (is_here) {
            close_start_tag(element);
            write_node(element, before, extra);
        }
        before = extra;
    }
}

static void begin(struct pdoc__open_element *element, const struct pdoc__output *output, const char *name,
                  const void *owner, uint32_t depth)
{
    element->output = output;
    element->name = name;
    element->name_size = strlen(name);
    element->depth = depth;
    element->has_children = false;
    element->extras = owner ? pdoc__extras_first(output->extras, owner) : NULL;
    if (element->extras)
        memset(element->counts, 0, sizeof element->counts);
}

static char *put_start(char *to, const struct pdoc__open_element *element)
{
    *to++ = '<';
    return pdoc__put_word(to, element->name, element->name_size);
}

static char *put_end(char *to, const struct pdoc__open_element *element)
{
    *to++ = '<';
    *to++ = '/';
    to = pdoc__put_word(to, element->name, element->name_size);
    *to++ = '>';
    return to;
}

static void write_end_tag(const struct pdoc__open_element *element)
{
    char *to = pdoc__writer_room(element->output->writer, element->name_size + 3);
    pdoc__writer_take(element->output->writer, put_end(to, element));
}

/* The text up to the next piece that stands in it. Returns where it went on to. */
static size_t write_text_with_pieces(const struct pdoc__open_element *element, const char *text, size_t size)
{
    struct pdoc__writer *writer = element->output->writer;
    size_t done = 0;
    for (const struct pdoc__extra *extra = element->extras; extra; extra = next_of(element->output, extra)) {
        if (extra->kind != PDOC__EXTRA_NODE)
            continue;
        size_t at = extra->slot == PDOC__SLOT_TEXT && extra->index < size ? extra->index : size;
        if (at > done)
            pdoc__write_text(writer, text + done, at - done);
        done = at > done ? at : done;
        pdoc__write_raw(writer, extra->text, strlen(extra->text));
    }
    return done;
}

static bool has_nodes(const struct pdoc__open_element *element)
{
    for (const struct pdoc__extra *extra = element->extras; extra; extra = next_of(element->output, extra))
        if (extra->kind == PDOC__EXTRA_NODE)
            return true;
    return false;
}

void pdoc__out_root(struct pdoc__open_element *root, const struct pdoc__output *output, enum pdoc__form form,
                    const void *owner)
{
    begin(root, output, names[form], owner, 0);
    char *to = pdoc__writer_room(output->writer, root->name_size + 1);
    pdoc__writer_take(output->writer, put_start(to, root));
}

void pdoc__out_child(struct pdoc__open_element *parent, enum pdoc__form form, const char *name, const void *owner,
                     struct pdoc__open_element *child)
{
    struct pdoc__writer *writer = parent->output->writer;
    close_start_tag(parent);
    if (parent->extras)
        write_nodes_before(parent, form);
    begin(child, parent->output, name ? name : names[form], owner, parent->depth + 1);
    char *to = pdoc__writer_room(writer, PDOC__LINE_ROOM + child->name_size + 1);
    pdoc__writer_take(writer, put_start(pdoc__put_line(to, child->depth), child));
}

void pdoc__out_attributes_end(const struct pdoc__open_element *element)
{
    for (const struct pdoc__extra *extra = element->extras; extra; extra = next_of(element->output, extra))
        if (extra->kind != PDOC__EXTRA_NODE) /* it begins with its space */
            pdoc__write_raw(element->output->writer, extra->text, strlen(extra->text));
}

void pdoc__out_end(struct pdoc__open_element *element)
{
    if (element->extras)
        write_nodes_left(element);
    if (!element->has_children) {
        PDOC__WRITE(element->output->writer, "/>");
        return;
    }
    char *to = pdoc__writer_room(element->output->writer, PDOC__LINE_ROOM + element->name_size + 3);
    pdoc__writer_take(element->output->writer, put_end(pdoc__put_line(to, element->depth), element));
}

void pdoc__out_text_end(const struct pdoc__open_element *element, const char *text)
{
    struct pdoc__writer *writer = element->output->writer;
    size_t size = text ? strlen(text) : 0;
    pdoc__out_attributes_end(element);
    if (size == 0 && !has_nodes(element)) {
        PDOC__WRITE(writer, "/>");
        return;
    }
    PDOC__WRITE(writer, ">");
    size_t done = element->extras ? write_text_with_pieces(element, text ? text : "", size) : 0;
    if (done < size)
        pdoc__write_text(writer, text + done, size - done);
    write_end_tag(element);
}

void pdoc__out_text(struct pdoc__open_element *parent, enum pdoc__form form, const char *name, const char *text)
{
    if (!text)
        return;
    struct pdoc__open_element child;
    pdoc__out_child(parent, form, name, text, &child);
    pdoc__out_text_end(&child, text);
}

void pdoc__out_outside(const struct pdoc__output *output, const void *owner, uint16_t slot)
{
    const struct pdoc__extra *extra = pdoc__extras_first(output->extras, owner);
    for (; extra; extra = next_of(output, extra)) {
        if (extra->slot != slot || extra->kind != PDOC__EXTRA_NODE)
            continue;
        pdoc__write_raw(output->writer, extra->text, strlen(extra->text));
        PDOC__WRITE(output->writer, "\n");
    }
}
