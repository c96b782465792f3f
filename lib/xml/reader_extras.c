/* SPDX-License-Identifier: MIT */
/* Unknown content: written down again as it came, and put beside the part that held it. Knows no element by name. */
#include <string.h>

#include "base/text.h"
#include "xml/register_reader.h"

static struct pdoc__pending *pending_at(const struct pdoc__reader *reader, size_t index)
{
    return (struct pdoc__pending *)(void *)reader->pending.items + index;
}

static void escape(struct pdoc__buffer *out, const char *text, size_t size, bool is_attribute)
{
    static const struct {
        char letter;
        bool everywhere;
        const char *reference;
    } references[] = {{'&', true, "&amp;"},   {'<', true, "&lt;"},   {'>', true, "&gt;"}, {'\r', true, "&#13;"},
                      {'"', false, "&quot;"}, {'\n', false, "&#10;"}, {'\t', false, "&#9;"}};
    for (size_t i = 0; i < size; i++) {
        const char *reference = NULL;
        for (size_t r = 0; r < sizeof references / sizeof references[0]; r++)
            if (references[r].letter == text[i] && (references[r].everywhere || is_attribute))
                reference = references[r].reference;
        if (reference)
            pdoc__buffer_text(out, reference);
        else
            pdoc__buffer_byte(out, text[i]);
    }
}

static void write_name(struct pdoc__buffer *out, const char *prefix, const char *name)
{
    pdoc__buffer_text(out, prefix);
    if (prefix)
        pdoc__buffer_byte(out, ':');
    pdoc__buffer_text(out, name);
}

static void write_namespace(struct pdoc__buffer *out, const char *prefix, const char *uri)
{
    pdoc__buffer_text(out, prefix ? " xmlns:" : " xmlns");
    pdoc__buffer_text(out, prefix);
    pdoc__buffer_text(out, "=\"");
    const char *ampersand;
    for (; uri && (ampersand = strstr(uri, "&#38;")) != NULL; uri = ampersand + 5) {
        escape(out, uri, (size_t)(ampersand - uri), true);
        pdoc__buffer_text(out, "&amp;");
    }
    if (uri)
        escape(out, uri, strlen(uri), true);
    pdoc__buffer_byte(out, '"');
}

static void write_attribute(struct pdoc__buffer *out, const struct pdoc__sax_attributes *attributes, size_t index)
{
    size_t size;
    const char *value = pdoc__sax_attribute_value(attributes, index, &size);
    pdoc__buffer_byte(out, ' ');
    write_name(out, pdoc__sax_attribute_prefix(attributes, index), pdoc__sax_attribute_name(attributes, index));
    pdoc__buffer_text(out, "=\"");
    escape(out, value, size, true);
    pdoc__buffer_byte(out, '"');
}

/* Keeps the bytes of `pieces` from `start` on as one piece of the innermost open element. */
static void keep(struct pdoc__reader *reader, size_t start, uint16_t kind)
{
    if (reader->pieces.failed) {
        pdoc__reader_memory(reader);
        return;
    }
    uint8_t form = reader->frame_count > 0 ? reader->frames[reader->frame_count - 1].form : (uint8_t)PDOC__FORM_COUNT;
    struct pdoc__pending piece = {.form = form, .kind = kind, .text = start, .size = reader->pieces.size - start};
    if (kind != PDOC__EXTRA_NODE) {
        piece.slot = PDOC__SLOT_END;
        piece.is_placed = true;
    } else if (form < PDOC__FORM_COUNT && pdoc__forms[form].sort == PDOC__FORM_TEXT) {
        piece.slot = PDOC__SLOT_TEXT;
        piece.index = (uint32_t)reader->text.size;
        piece.is_placed = true;
    }
    pdoc__list_push(reader, &reader->pending, &piece, sizeof piece);
}

void pdoc__reader_notice(struct pdoc__reader *reader, const struct pdoc__buffer *text)
{
    pdoc_register *reg = reader->reg;
    if (text->failed ||
        !pdoc__grow(&reg->notices, &reg->notice_capacity, reg->notice_count, sizeof *reg->notices, NULL)) {
        pdoc__reader_memory(reader);
        return;
    }
    struct pdoc__notice *added = &reg->notices[reg->notice_count];
    added->line = pdoc__sax_line(reader->sax);
    if (pdoc__keep(reg, text->data, &added->text, NULL))
        reg->notice_count++;
    else
        pdoc__reader_memory(reader);
}

/* A notice for each name that was kept and not understood. */
static void notice(struct pdoc__reader *reader, const char *what, const char *name)
{
    const struct pdoc__noticed *before = (const void *)reader->noticed.items;
    struct pdoc__noticed noticed = {what, name};
    struct pdoc__buffer text = {0};
    for (size_t i = 0; i < reader->noticed.count; i++)
        if (before[i].name == name && before[i].what == what)
            return;
    if (!pdoc__list_push(reader, &reader->noticed, &noticed, sizeof noticed))
        return;
    pdoc__buffer_format(&text, "%s \"%s\" is not known to this release; it is kept and written again", what, name);
    pdoc__reader_notice(reader, &text);
    pdoc__buffer_free(&text);
}

static void close_tag(struct pdoc__reader *reader)
{
    if (reader->tag_is_open)
        pdoc__buffer_byte(&reader->pieces, '>');
    reader->tag_is_open = false;
}

static bool declares_default(const struct pdoc__sax_namespaces *namespaces)
{
    for (size_t i = 0; i < namespaces->count; i++)
        if (!pdoc__sax_namespace_prefix(namespaces, i))
            return true;
    return false;
}

void pdoc__reader_unknown_start(struct pdoc__reader *reader, const struct pdoc__sax_element *element)
{
    struct pdoc__buffer *out = &reader->pieces;
    if (pdoc__reader_is_in_issue(reader))
        pdoc__reader_refuse_in_issue(reader, "an unknown element");
    if (reader->fragment_depth == 0) {
        reader->fragment_start = out->size;
        notice(reader, "the element", element->name);
    }
    close_tag(reader);
    const char *outer =
        reader->fragment_depth > 0 ? reader->fragment[reader->fragment_depth - 1].default_uri : reader->namespace;
    struct pdoc__fragment_level *level = &reader->fragment[reader->fragment_depth++]; /* the parser bounds the depth */
    *level = (struct pdoc__fragment_level){element->prefix, element->name, element->prefix ? outer : element->uri};
    pdoc__buffer_byte(out, '<');
    write_name(out, element->prefix, element->name);
    for (size_t i = 0; i < element->namespaces.count; i++) {
        const char *prefix = pdoc__sax_namespace_prefix(&element->namespaces, i);
        write_namespace(out, prefix, pdoc__sax_namespace_uri(&element->namespaces, i));
        if (!prefix)
            level->default_uri = pdoc__sax_namespace_uri(&element->namespaces, i);
    }
    if (level->default_uri != outer && !declares_default(&element->namespaces))
        write_namespace(out, NULL, level->default_uri);
    for (size_t i = 0; i < element->attributes.count; i++)
        write_attribute(out, &element->attributes, i);
    reader->tag_is_open = true;
}

void pdoc__reader_unknown_end(struct pdoc__reader *reader)
{
    struct pdoc__buffer *out = &reader->pieces;
    struct pdoc__fragment_level *level = &reader->fragment[--reader->fragment_depth];
    if (reader->tag_is_open) {
        pdoc__buffer_text(out, "/>");
    } else {
        pdoc__buffer_text(out, "</");
        write_name(out, level->prefix, level->name);
        pdoc__buffer_byte(out, '>');
    }
    reader->tag_is_open = false;
    if (reader->fragment_depth == 0)
        keep(reader, reader->fragment_start, PDOC__EXTRA_NODE);
}

/* Text between elements comes in pieces; the last one kept, if this one goes on from it. */
static struct pdoc__pending *text_at_hand(const struct pdoc__reader *reader)
{
    if (!pdoc__reader_has_pending(reader))
        return NULL;
    struct pdoc__pending *last = pending_at(reader, reader->pending.count - 1);
    bool is_text = !last->is_placed && reader->pieces.data[last->text] != '<';
    return is_text && last->text + last->size == reader->pieces.size ? last : NULL;
}

static void stray_text(struct pdoc__reader *reader, const char *text, size_t size)
{
    struct pdoc__pending *last = text_at_hand(reader);
    size_t start = reader->pieces.size;
    if (!last && pdoc__text_is_space(text, size)) /* layout */
        return;
    if (pdoc__reader_is_in_issue(reader)) {
        pdoc__reader_refuse_in_issue(reader, "text");
        return;
    }
    escape(&reader->pieces, text, size, false);
    if (last) {
        last->size += reader->pieces.size - start;
        if (reader->pieces.failed)
            pdoc__reader_memory(reader);
        return;
    }
    const char *element = pdoc__forms[reader->frames[reader->frame_count - 1].form].name;
    notice(reader, "the text inside", element ? element : "event");
    keep(reader, start, PDOC__EXTRA_NODE);
}

void pdoc__reader_unknown_text(struct pdoc__reader *reader, const char *text, size_t size)
{
    if (reader->fragment_depth == 0) {
        stray_text(reader, text, size);
        return;
    }
    close_tag(reader);
    escape(&reader->pieces, text, size, false);
}

void pdoc__reader_unknown_comment(struct pdoc__reader *reader, const char *text)
{
    size_t start = reader->pieces.size;
    if (pdoc__reader_is_in_issue(reader))
        pdoc__reader_refuse_in_issue(reader, "a comment");
    close_tag(reader);
    pdoc__buffer_text(&reader->pieces, "<!--");
    pdoc__buffer_text(&reader->pieces, text);
    pdoc__buffer_text(&reader->pieces, "-->");
    if (reader->fragment_depth == 0)
        keep(reader, start, PDOC__EXTRA_NODE);
}

void pdoc__reader_unknown_instruction(struct pdoc__reader *reader, const char *target, const char *data)
{
    size_t start = reader->pieces.size;
    if (pdoc__reader_is_in_issue(reader))
        pdoc__reader_refuse_in_issue(reader, "a processing instruction");
    close_tag(reader);
    pdoc__buffer_text(&reader->pieces, "<?");
    pdoc__buffer_text(&reader->pieces, target);
    if (data)
        pdoc__buffer_byte(&reader->pieces, ' ');
    pdoc__buffer_text(&reader->pieces, data);
    pdoc__buffer_text(&reader->pieces, "?>");
    if (reader->fragment_depth == 0)
        keep(reader, start, PDOC__EXTRA_NODE);
}

void pdoc__reader_unknown_attribute(struct pdoc__reader *reader, const struct pdoc__sax_attributes *attributes,
                                    size_t index)
{
    size_t start = reader->pieces.size;
    write_attribute(&reader->pieces, attributes, index);
    notice(reader, "the attribute", pdoc__sax_attribute_name(attributes, index));
    keep(reader, start, PDOC__EXTRA_ATTRIBUTE);
}

void pdoc__reader_namespaces(struct pdoc__reader *reader, const struct pdoc__sax_namespaces *namespaces)
{
    for (size_t i = 0; i < namespaces->count; i++) {
        const char *prefix = pdoc__sax_namespace_prefix(namespaces, i);
        size_t start = reader->pieces.size;
        if (!prefix)
            continue; /* the writer's own */
        if (pdoc__reader_is_in_issue(reader))
            pdoc__reader_refuse_in_issue(reader, "a namespace");
        write_namespace(&reader->pieces, prefix, pdoc__sax_namespace_uri(namespaces, i));
        keep(reader, start, PDOC__EXTRA_NAMESPACE);
    }
}

void pdoc__reader_place_pending(struct pdoc__reader *reader, int form)
{
    size_t first = reader->frames[reader->frame_count - 1].first_pending;
    for (size_t i = reader->pending.count; i > first; i--) { /* those without a place are the last */
        struct pdoc__pending *piece = pending_at(reader, i - 1);
        if (piece->is_placed)
            return;
        piece->slot = (uint16_t)form;
        piece->index = reader->counts[form];
        piece->is_placed = true;
    }
}

static void give(struct pdoc__reader *reader, const struct pdoc__pending *piece, const void *owner)
{
    struct pdoc__extra extra = {.owner = owner,
                                .text = reader->pieces.data + piece->text,
                                .slot = piece->slot,
                                .index = piece->index,
                                .kind = piece->kind};
    if (owner && !pdoc__extras_add(&reader->reg->extras, &reader->reg->arena, &extra, piece->size, NULL))
        pdoc__reader_memory(reader);
}

/* Takes away the pieces from `first` on that are given, and the bytes when none is left. */
static void forget(struct pdoc__reader *reader, size_t first)
{
    size_t kept = first;
    for (size_t i = first; i < reader->pending.count; i++)
        if (pending_at(reader, i)->form != PDOC__FORM_COUNT + 1)
            *pending_at(reader, kept++) = *pending_at(reader, i);
    reader->pending.count = kept;
    if (kept == 0 && reader->fragment_depth == 0)
        reader->pieces.size = 0;
}

void pdoc__reader_give_pending(struct pdoc__reader *reader, const void *owner, uint32_t owner_index)
{
    size_t first = reader->frames[reader->frame_count - 1].first_pending;
    if (reader->pending.count == first)
        return;
    for (size_t i = first; i < reader->pending.count; i++) {
        struct pdoc__pending *piece = pending_at(reader, i);
        if (piece->waits)
            continue;
        if (!piece->is_placed)
            piece->slot = PDOC__SLOT_END;
        piece->is_placed = true;
        piece->waits = owner == NULL;
        piece->owner_index = owner_index;
        if (!owner)
            continue;
        give(reader, piece, owner);
        piece->form = PDOC__FORM_COUNT + 1;
    }
    forget(reader, first);
}

void pdoc__reader_settle_pending(struct pdoc__reader *reader, int form, const void *base, size_t item_size)
{
    size_t first = reader->frames[reader->frame_count - 1].first_pending;
    if (reader->pending.count == first)
        return;
    for (size_t i = first; i < reader->pending.count; i++) {
        struct pdoc__pending *piece = pending_at(reader, i);
        if (!piece->waits || piece->form != form)
            continue;
        give(reader, piece, base ? (const char *)base + piece->owner_index * item_size : NULL);
        piece->form = PDOC__FORM_COUNT + 1;
    }
    forget(reader, first);
}

void pdoc__reader_outside_root(struct pdoc__reader *reader)
{
    if (reader->pending.count == 0)
        return;
    struct pdoc__pending *piece = pending_at(reader, reader->pending.count - 1);
    piece->slot = reader->is_done ? PDOC__SLOT_AFTER_ROOT : PDOC__SLOT_BEFORE_ROOT;
    give(reader, piece, reader->reg);
    piece->form = PDOC__FORM_COUNT + 1;
    forget(reader, 0);
}
