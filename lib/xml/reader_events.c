/* SPDX-License-Identifier: MIT */
/* Tags and texts as they come from the parser: what the form knows becomes parts, the rest is kept as unknown content. This
   is what every byte of a file costs, so it looks at each thing once. Knows no element by its meaning. */
#include <string.h>

#include "base/text.h"
#include "xml/register_reader.h"

static bool is_history(int form)
{
    return form == PDOC__FORM_HISTORY || form == PDOC__FORM_REGISTER_HISTORY;
}

/* An attribute that the element's own list does not have: an event may record it, else nobody knows it. */
static void note_other(struct pdoc__reader *reader, int form, const struct pdoc__bound *bound,
                       const unsigned char **attribute, uint32_t index)
{
    bool is_recorded = form == PDOC__FORM_EVENT && !attribute[2] && bound->event_attribute >= 0 && !bound->is_element;
    struct pdoc__other other = {.index = index, .event_attribute = is_recorded ? bound->event_attribute : -1};
    pdoc__list_push(reader, &reader->others, &other, sizeof other);
}

static void read_attributes(struct pdoc__reader *reader, int form, const unsigned char **attributes, uint32_t count)
{
    const uint64_t allowed = pdoc__forms[form].attributes;
    for (uint32_t i = 0; i < count; i++, attributes += 5) {
        const struct pdoc__bound *bound = pdoc__reader_name(reader, pdoc__sax_text(attributes[0]));
        const char *uri = bound->attribute == A_LANG ? reader->xml_namespace : NULL;
        pdoc__sax_attribute_prepare(attributes);
        if (!(allowed >> bound->attribute & 1u) || pdoc__sax_text(attributes[2]) != uri) {
            note_other(reader, form, bound, attributes, i);
            continue;
        }
        reader->values[bound->attribute] =
            (struct pdoc__slice){pdoc__sax_text(attributes[3]), (size_t)(attributes[4] - attributes[3])};
        reader->given |= UINT64_C(1) << bound->attribute;
    }
}

/* Once the element has become a part: what an event records, and what nobody knows. */
static void take_others(struct pdoc__reader *reader, const unsigned char **attributes, size_t count)
{
    const struct pdoc__sax_attributes given = {attributes, count};
    const struct pdoc__other *others = (const void *)reader->others.items;
    for (size_t i = 0; i < reader->others.count; i++) {
        struct pdoc__slice value;
        value.text = pdoc__sax_attribute_value(&given, others[i].index, &value.size);
        if (pdoc__reader_is_in_issue(reader))
            pdoc__reader_issue_attribute(reader, &given, others[i].index);
        else if (others[i].event_attribute >= 0)
            pdoc__reader_event_attribute(reader, others[i].event_attribute, value);
        else
            pdoc__reader_unknown_attribute(reader, &given, others[i].index);
    }
    reader->others.count = 0;
}

static PDOC__COLD void take_namespaces(struct pdoc__reader *reader, const unsigned char **namespaces, size_t count)
{
    const struct pdoc__sax_namespaces declared = {namespaces, count};
    pdoc__reader_namespaces(reader, &declared);
}

/* Most have one or two sorts of children. */
static void reset_children(struct pdoc__reader *reader, int form)
{
    const size_t first = reader->children[form].first;
    const size_t end = reader->children[form].end;
    reader->counts[first] = 0;
    if (end > first + 1)
        reader->counts[end - 1] = 0;
    if (end > first + 2)
        memset(&reader->counts[first], 0, (end - first) * sizeof reader->counts[0]);
}

static void open_part(struct pdoc__reader *reader, int form, const struct pdoc__bound *bound)
{
    const struct pdoc__form_row *row = &pdoc__forms[form];
    if (reader->pending.count > 0 && reader->frame_count > 0)
        pdoc__reader_place_pending(reader, form);
    if (++reader->counts[form] > 1 && row->is_single)
        pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "a second <%s>; there may be one", bound->name);
    reader->frames[reader->frame_count++] = (struct pdoc__frame){(uint8_t)form, (uint32_t)reader->pending.count};
    reader->form = (uint8_t)form;
    reader->bound_at_hand = bound;
    reader->takes_text = row->sort == PDOC__FORM_TEXT;
    reader->given = 0;
    reader->text.size = 0;
    if (row->sort == PDOC__FORM_HOLDS)
        reset_children(reader, form);
}

/* A tag that the form does not know, at least not there. */
static PDOC__COLD void start_unknown(struct pdoc__sax *sax, const unsigned char *name, const unsigned char *prefix,
                                     const unsigned char *uri, int namespace_count, const unsigned char **namespaces,
                                     int attribute_count, const unsigned char **attributes)
{
    struct pdoc__reader *reader = sax->context;
    struct pdoc__sax_element element = {.name = pdoc__sax_text(name),
                                        .prefix = pdoc__sax_text(prefix),
                                        .uri = pdoc__sax_text(uri),
                                        .attributes = {attributes, (size_t)attribute_count},
                                        .namespaces = {namespaces, (size_t)namespace_count}};
    for (size_t i = 0; i < element.attributes.count; i++)
        pdoc__sax_attribute_prepare(attributes + i * 5);
    if (reader->fragment_depth == 0 && reader->form == PDOC__FORM_ROOT) {
        pdoc__reader_refuse_root(reader, &element);
        return;
    }
    if (reader->fragment_depth == 0 && element.uri == reader->namespace && is_history(reader->form))
        pdoc__reader_unknown_event(reader, &element);
    reader->takes_text = false;
    pdoc__reader_unknown_start(reader, &element);
}

static void on_start(void *context, const unsigned char *name, const unsigned char *prefix, const unsigned char *uri,
                     int namespace_count, const unsigned char **namespaces, int attribute_count, int defaulted,
                     const unsigned char **attributes)
{
    struct pdoc__sax *sax = context;
    struct pdoc__reader *reader = sax->context;
    (void)defaulted;
    if (!pdoc__sax_begin_element(sax, name, attribute_count, namespace_count))
        return;
    const bool is_ours = pdoc__sax_text(uri) == reader->namespace && reader->fragment_depth == 0;
    const struct pdoc__bound *bound = is_ours ? pdoc__reader_name(reader, pdoc__sax_text(name)) : reader->bound;
    const int parent = reader->form;
    const int form = pdoc__reader_form(bound, parent);
    if (form < 0) {
        start_unknown(sax, name, prefix, uri, namespace_count, namespaces, attribute_count, attributes);
    } else {
        open_part(reader, form, bound);
        if (namespace_count > 0)
            take_namespaces(reader, namespaces, (size_t)namespace_count);
        if (attribute_count > 0)
            read_attributes(reader, form, attributes, (uint32_t)attribute_count);
        if (pdoc__reader_parts[form].start)
            pdoc__reader_parts[form].start(reader);
        if (reader->others.count > 0)
            take_others(reader, attributes, (size_t)attribute_count);
        if (parent == PDOC__FORM_ROOT)
            pdoc__reader_check_claims(reader);
    }
    pdoc__sax_end_event(sax);
}

static PDOC__COLD void end_unknown(struct pdoc__reader *reader)
{
    pdoc__reader_unknown_end(reader);
    reader->takes_text = reader->fragment_depth == 0 && pdoc__forms[reader->form].sort == PDOC__FORM_TEXT;
}

static void end_part(struct pdoc__reader *reader)
{
    const int form = reader->form;
    if (reader->pending.count > 0 && pdoc__forms[form].sort != PDOC__FORM_TEXT)
        pdoc__reader_give_pending(reader, pdoc__reader_owner(reader, form), reader->counts[form] - 1);
    if (pdoc__reader_parts[form].end)
        pdoc__reader_parts[form].end(reader);
    reader->frame_count--;
    reader->form = reader->frame_count > 0 ? reader->frames[reader->frame_count - 1].form : (uint8_t)PDOC__FORM_ROOT;
    reader->takes_text = false;
}

static void on_end(void *context, const unsigned char *name, const unsigned char *prefix, const unsigned char *uri)
{
    struct pdoc__sax *sax = context;
    struct pdoc__reader *reader = sax->context;
    (void)name, (void)prefix, (void)uri;
    if (!pdoc__sax_begin_event(sax))
        return;
    if (reader->fragment_depth > 0)
        end_unknown(reader);
    else
        end_part(reader);
    sax->depth--;
    pdoc__sax_end_event(sax);
}

/* What stands between two tags of a file that is laid out, a line's end and four to sixteen spaces, is seen at one blow. */
static bool is_layout(const char *text, size_t size)
{
    uint64_t first;
    uint64_t last;
    if (size - 5 > 12 || text[0] != '\n')
        return false;
    if (size > 8) {
        memcpy(&first, text + 1, 8);
        memcpy(&last, text + size - 8, 8);
        return (first & last) == PDOC__EIGHT_SPACES && (first | last) == PDOC__EIGHT_SPACES;
    }
    uint32_t four;
    uint32_t end;
    memcpy(&four, text + 1, 4);
    memcpy(&end, text + size - 4, 4);
    return four == (uint32_t)PDOC__EIGHT_SPACES && end == (uint32_t)PDOC__EIGHT_SPACES;
}

static PDOC__COLD void other_text(struct pdoc__reader *reader, const char *text, size_t size)
{
    if (reader->fragment_depth > 0 ||
        (reader->frame_count > 0 && (reader->pending.count > 0 || !pdoc__text_is_space(text, size))))
        pdoc__reader_unknown_text(reader, text, size);
}

static void on_text(void *context, const unsigned char *text, int size)
{
    struct pdoc__sax *sax = context;
    struct pdoc__reader *reader = sax->context;
    if (!pdoc__sax_begin_event(sax))
        return;
    if (reader->takes_text)
        pdoc__buffer_append(&reader->text, pdoc__sax_text(text), (size_t)size);
    else if (!is_layout(pdoc__sax_text(text), (size_t)size) || reader->fragment_depth > 0 || reader->pending.count > 0)
        other_text(reader, pdoc__sax_text(text), (size_t)size);
    pdoc__sax_end_event(sax);
}

const struct pdoc__sax_direct pdoc__reader_direct = {on_start, on_end, on_text};
