/* SPDX-License-Identifier: MIT */
/* Names of the form bound to the parser's own addresses, so that a tag is known by comparing addresses. */
#include "xml/register_reader.h"

#define NAME_OF(id, name) [A_##id] = (name),
static const char *const attribute_names[] = {PDOC__READER_ATTRIBUTES(NAME_OF)};

#define HAS(id) (UINT64_C(1) << A_##id)
#define NO_ATTRIBUTES 0
enum { ANY, ONE };
#define PDOC_ELEMENT(id, above, word, kind, number, some)                                                              \
    [PDOC__FORM_##id] = {.name = (word),                                                                               \
                         .attributes = (some),                                                                         \
                         .parent = PDOC__FORM_##above,                                                                 \
                         .sort = PDOC__FORM_##kind,                                                                    \
                         .is_single = (number) == ONE},
const struct pdoc__form_row pdoc__forms[PDOC__FORM_COUNT] = {
#include "xml/elements.def"
};

static struct pdoc__bound *entry(struct pdoc__reader *reader, const char *word)
{
    const char *name = pdoc__sax_bind(reader->sax, word);
    if (!name)
        return NULL;
    uint32_t slot = pdoc__bound_slot(name);
    while (reader->bound[slot].name && reader->bound[slot].name != name)
        slot = (slot + 1) % PDOC__BOUND_SLOTS;
    struct pdoc__bound *bound = &reader->bound[slot];
    if (!bound->name)
        *bound = (struct pdoc__bound){.name = name, .attribute = -1, .event_kind = -1, .event_attribute = -1};
    return bound;
}

static bool bind_words(struct pdoc__reader *reader, pdoc_table table, size_t member)
{
    size_t count;
    const struct pdoc__word *rows = pdoc__words(table, &count);
    for (size_t i = 0; i < count; i++) {
        struct pdoc__bound *bound = entry(reader, rows[i].code);
        if (!bound)
            return false;
        *((int8_t *)bound + member) = (int8_t)i;
    }
    return true;
}

/* What lies between two children of one parent is never open when that parent starts, so a range is enough. */
static void note_child(struct pdoc__reader *reader, uint8_t form)
{
    uint8_t parent = pdoc__forms[form].parent;
    if (parent >= PDOC__FORM_COUNT)
        return;
    if (reader->children[parent].end == 0)
        reader->children[parent].first = form;
    reader->children[parent].end = (uint8_t)(form + 1);
}

bool pdoc__reader_bind(struct pdoc__reader *reader)
{
    for (size_t i = 0; i < PDOC__FORM_COUNT; i++) {
        struct pdoc__bound *bound = pdoc__forms[i].name ? entry(reader, pdoc__forms[i].name) : NULL;
        if (pdoc__forms[i].name && !bound)
            return false;
        if (bound)
            bound->forms[bound->form_count++] = (uint8_t)i;
        note_child(reader, (uint8_t)i);
    }
    for (size_t i = 0; i < A_COUNT; i++) {
        struct pdoc__bound *bound = entry(reader, attribute_names[i]);
        if (!bound)
            return false;
        bound->attribute = (int8_t)i;
    }
    reader->children[PDOC__FORM_REGISTER_HISTORY] = reader->children[PDOC__FORM_HISTORY];
    reader->namespace = pdoc__sax_bind(reader->sax, PDOC__NAMESPACE);
    reader->xml_namespace = pdoc__sax_bind(reader->sax, "http://www.w3.org/XML/1998/namespace");
    return reader->namespace && reader->xml_namespace &&
           bind_words(reader, PDOC_TABLE_EVENT_KIND, offsetof(struct pdoc__bound, event_kind)) &&
           bind_words(reader, PDOC_TABLE_EVENT_ATTRIBUTE, offsetof(struct pdoc__bound, event_attribute));
}

static bool is_history(int form)
{
    return form == PDOC__FORM_HISTORY || form == PDOC__FORM_REGISTER_HISTORY;
}

static bool is_element_of_events(int attribute)
{
    return attribute >= 0 && pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, (size_t)attribute)->extra != 0;
}

int pdoc__reader_form(const struct pdoc__bound *bound, int parent)
{
    if (!bound)
        return -1;
    if (is_history(parent))
        return bound->event_kind >= 0 ? PDOC__FORM_EVENT : -1;
    if (parent == PDOC__FORM_EVENT)
        return is_element_of_events(bound->event_attribute) ? PDOC__FORM_VALUE : -1;
    for (size_t i = 0; i < bound->form_count; i++)
        if (pdoc__forms[bound->forms[i]].parent == parent)
            return bound->forms[i];
    return -1;
}
