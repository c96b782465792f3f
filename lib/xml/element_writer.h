/* SPDX-License-Identifier: MIT */
/* One element being written, with what was kept of it though it is not understood. Knows no element by name. */
#ifndef PDOC_XML_ELEMENT_WRITER_H
#define PDOC_XML_ELEMENT_WRITER_H

#include "xml/form.h"
#include "xml/writer.h"

/* What all elements of a file share. */
struct pdoc__output {
    struct pdoc__writer *writer;
    const struct pdoc__extras *extras;
};

struct pdoc__open_element {
    const struct pdoc__output *output;
    const char *name;
    size_t name_size;
    const struct pdoc__extra *extras; /* the first of its owner; NULL: none */
    uint32_t depth;
    bool has_children;                 /* the start tag is closed */
    uint32_t counts[PDOC__FORM_COUNT]; /* children written, by form; set only where there are extras */
};

void pdoc__out_root(struct pdoc__open_element *root, const struct pdoc__output *output, enum pdoc__form form,
                    const void *owner);
/* Begins a child; its attributes are written next, then pdoc__out_attributes_end. `name`: NULL for that of the form. */
void pdoc__out_child(struct pdoc__open_element *parent, enum pdoc__form form, const char *name, const void *owner,
                     struct pdoc__open_element *child);
/* Writes the attributes that are not understood. The start tag stays open until the first child. */
void pdoc__out_attributes_end(const struct pdoc__open_element *element);
/* Writes what stands at the end, then the end tag. */
void pdoc__out_end(struct pdoc__open_element *element);
/* Instead of these two: the text of an element that holds text, with the pieces that stand in it, then its end tag. */
void pdoc__out_text_end(const struct pdoc__open_element *element, const char *text);
/* A whole child that holds text and has no attributes of ours; nothing for NULL. */
void pdoc__out_text(struct pdoc__open_element *parent, enum pdoc__form form, const char *name, const char *text);
/* Pieces outside the root: slot PDOC__SLOT_BEFORE_ROOT or PDOC__SLOT_AFTER_ROOT. Each has a line of its own. */
void pdoc__out_outside(const struct pdoc__output *output, const void *owner, uint16_t slot);

#endif
