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

/* Every name has a number of its own in a byte. */
_Static_assert(PDOC__FORM_COUNT + A_COUNT + PDOC__EVENT_KIND_COUNT + PDOC__ATTRIBUTE_COUNT <= PDOC__BOUND_MOST,
               "too many names for the table of bound ones");
_Static_assert(A_COUNT <= PDOC__NO_ATTRIBUTE, "too many attributes for the bits of a form");

static const struct pdoc__bound nothing = {.attribute = PDOC__NO_ATTRIBUTE,
                                           .event_kind = -1,
                                           .event_attribute = -1,
                                           .forms = {PDOC__FORM_COUNT, PDOC__FORM_COUNT, PDOC__FORM_COUNT, PDOC__FORM_COUNT}};

static struct pdoc__bound *entry(struct pdoc__reader *reader, const char *word)
{
    const char *name = pdoc__sax_bind(reader->sax, word);
    if (!name)
        return NULL;
    uint32_t slot = pdoc__bound_slot(name);
    while (reader->slots[slot] != 0 && reader->bound[reader->slots[slot]].name != name)
        slot = (slot + 1) % PDOC__BOUND_SLOTS;
    if (reader->slots[slot] != 0)
        return &reader->bound[reader->slots[slot]];
    reader->slots[slot] = ++reader->bound_count;
    struct pdoc__bound *bound = &reader->bound[reader->bound_count];
    *bound = nothing;
    bound->name = name;
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
        bound->is_element = bound->is_element || (table == PDOC_TABLE_EVENT_ATTRIBUTE && rows[i].extra != 0);
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

/* False: a name has more meanings than there is room for. Then nothing can be read, so that no test can miss it. */
static bool add_form(struct pdoc__bound *bound, uint8_t form)
{
    for (size_t place = 0; place < sizeof bound->forms; place++) {
        if (bound->forms[place] != PDOC__FORM_COUNT)
            continue;
        bound->forms[place] = form;
        return true;
    }
    return false;
}

bool pdoc__reader_bind(struct pdoc__reader *reader)
{
    reader->bound[0] = nothing;
    for (size_t i = 0; i < PDOC__FORM_COUNT; i++) {
        struct pdoc__bound *bound = pdoc__forms[i].name ? entry(reader, pdoc__forms[i].name) : NULL;
        if (pdoc__forms[i].name && !bound)
            return false;
        if (bound && !add_form(bound, (uint8_t)i))
            return false;
        note_child(reader, (uint8_t)i);
    }
    for (size_t i = 0; i < A_COUNT; i++) {
        struct pdoc__bound *bound = entry(reader, attribute_names[i]);
        if (!bound)
            return false;
        bound->attribute = (uint8_t)i;
    }
    reader->children[PDOC__FORM_REGISTER_HISTORY] = reader->children[PDOC__FORM_HISTORY];
    reader->namespace = pdoc__sax_bind(reader->sax, PDOC__NAMESPACE);
    reader->xml_namespace = pdoc__sax_bind(reader->sax, "http://www.w3.org/XML/1998/namespace");
    return reader->namespace && reader->xml_namespace &&
           bind_words(reader, PDOC_TABLE_EVENT_KIND, offsetof(struct pdoc__bound, event_kind)) &&
           bind_words(reader, PDOC_TABLE_EVENT_ATTRIBUTE, offsetof(struct pdoc__bound, event_attribute));
}
