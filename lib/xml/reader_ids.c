/* SPDX-License-Identifier: MIT */
/* Ids of a file: each once, and each reference to one that is there. Files that we wrote number them in rising order;
   then that order is the proof, and no table of ids is needed. */
#include <stdio.h>
#include <string.h>

#include "xml/register_reader.h"

/* References within a short history are looked up at once, those of others in the table of all. */
#define SHORT_HISTORY 64

static void rises(struct pdoc__reader *reader, uint32_t number, uint32_t *last)
{
    if (number <= *last)
        reader->ids_jump = true;
    else
        *last = number;
}

/* What is added later must not get an id that is there: documents and events share one set of ids. */
static void keep_free(uint32_t number, uint32_t *next)
{
    if (number >= *next)
        *next = number + 1;
}

void pdoc__reader_document_id(struct pdoc__reader *reader, const char *id)
{
    uint32_t number = pdoc__id_number(id, 'd');
    rises(reader, number, &reader->last_document);
    keep_free(number ? number : pdoc__id_number(id, 'e'),
              number ? &reader->reg->next_document : &reader->reg->next_event);
}

void pdoc__reader_event_id(struct pdoc__reader *reader, const char *id)
{
    uint32_t number = pdoc__id_number(id, 'e');
    rises(reader, number, &reader->last_event);
    keep_free(number ? number : pdoc__id_number(id, 'd'),
              number ? &reader->reg->next_event : &reader->reg->next_document);
}

static const char *id_of(const struct pdoc__sax_element *element, size_t *size)
{
    for (size_t i = 0; i < element->attributes.count; i++)
        if (!pdoc__sax_attribute_uri(&element->attributes, i) &&
            strcmp(pdoc__sax_attribute_name(&element->attributes, i), "id") == 0)
            return pdoc__sax_attribute_value(&element->attributes, i, size);
    return NULL;
}

void pdoc__reader_unknown_event(struct pdoc__reader *reader, const struct pdoc__sax_element *element)
{
    size_t size;
    const char *id = id_of(element, &size);
    reader->history->has_unknown = true;
    if (!id)
        return;
    struct pdoc__unknown_id unknown = {pdoc__arena_text(&reader->reg->arena, id, size, NULL),
                                       pdoc__sax_line(reader->sax)};
    if (!unknown.id) {
        pdoc__reader_memory(reader);
        return;
    }
    pdoc__reader_event_id(reader, unknown.id);
    pdoc__list_push(reader, &reader->unknown_ids, &unknown, sizeof unknown);
}

void pdoc__reader_fail_at(struct pdoc__reader *reader, uint32_t line, const char *path, const char *message)
{
    pdoc_error *error = NULL;
    struct pdoc__place place = {.file = pdoc__sax_file(reader->sax), .line = line, .path = path};
    pdoc__fail_at(&error, PDOC_ERR_INVALID, &place, "%s", message);
    pdoc__sax_add_error(reader->sax, error);
}

static void fail_at_event(struct pdoc__reader *reader, const pdoc_event *event, const char *message)
{
    char path[128];
    snprintf(path, sizeof path, "register/%shistory/%s", event->history->doc ? "document/" : "",
             pdoc_event_kind(event));
    pdoc__reader_fail_at(reader, event->line, path, message);
}

static bool has_version(const struct pdoc__reader *reader, uint32_t ordinal)
{
    unsigned bits = reader->ordinals[ordinal / 8];
    return (bits >> ordinal % 8 & 1u) != 0;
}

bool pdoc__reader_ordinal_is_new(struct pdoc__reader *reader, uint32_t ordinal)
{
    unsigned bits = reader->ordinals[ordinal / 8];
    bool is_new = !has_version(reader, ordinal);
    reader->ordinals[ordinal / 8] = (uint8_t)(bits | 1u << ordinal % 8);
    return is_new || ordinal == 0; /* 0 is what a wrong one was read as */
}

void pdoc__reader_check_document(struct pdoc__reader *reader, const pdoc_document *doc)
{
    const struct pdoc__history *history = &doc->history;
    for (size_t i = 0; i < history->count; i++) {
        uint16_t ordinal = history->events[i]->version;
        char message[100];
        if (ordinal == 0 || has_version(reader, ordinal))
            continue;
        snprintf(message, sizeof message, "version=\"%u\": no version of the document has this n", (unsigned)ordinal);
        fail_at_event(reader, history->events[i], message);
    }
    for (size_t i = 0; i < doc->version_count; i++)
        reader->ordinals[doc->versions[i]->ordinal / 8] = 0;
    pdoc__reader_check_history(reader, history);
}

void pdoc__reader_check_history(struct pdoc__reader *reader, const struct pdoc__history *history)
{
    for (size_t i = 0; i < history->count; i++) {
        const pdoc_event *event = history->events[i];
        for (size_t v = 0; v < event->value_count; v++) {
            const struct pdoc__word *word = pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, event->values[v].attribute);
            if (word->type != PDOC__EVENT ||
                (history->count <= SHORT_HISTORY && pdoc__history_find(history, event->values[v].text)))
                continue;
            struct pdoc__reference reference = {event, event->values[v].text, word->code};
            pdoc__list_push(reader, &reader->dangling, &reference, sizeof reference);
        }
    }
}

/* The table tells an event from a document, and the line of the first with an id: twice the line, and one for events.
 */
static bool add_id(struct pdoc__reader *reader, struct pdoc__map *ids, const char *id, uintptr_t line_and_sort,
                   bool *added)
{
    if (pdoc__map_add(ids, id, (void *)line_and_sort, added, NULL))
        return true;
    pdoc__reader_memory(reader);
    return false;
}

static void two_have(const struct pdoc__map *ids, const char *id, char *message, size_t size)
{
    snprintf(message, size, "two elements of the file have the id \"%.200s\"; the other is in line %lu", id,
             (unsigned long)((uintptr_t)pdoc__map_find(ids, id) / 2));
}

static bool add_history(struct pdoc__reader *reader, struct pdoc__map *ids, const struct pdoc__history *history)
{
    char message[300];
    for (size_t i = 0; i < history->count; i++) {
        const pdoc_event *event = history->events[i];
        bool added = true;
        if (event->id[0] && !add_id(reader, ids, event->id, (uintptr_t)event->line * 2 + 1, &added))
            return false;
        if (added)
            continue;
        two_have(ids, event->id, message, sizeof message);
        fail_at_event(reader, event, message);
    }
    return true;
}

static bool add_document(struct pdoc__reader *reader, struct pdoc__map *ids, const pdoc_document *doc)
{
    char message[300];
    bool added = true;
    if (doc->id && !add_id(reader, ids, doc->id, (uintptr_t)doc->line * 2, &added))
        return false;
    if (!added) {
        two_have(ids, doc->id, message, sizeof message);
        pdoc__reader_fail_at(reader, doc->line, "register/document", message);
    }
    return add_history(reader, ids, &doc->history);
}

static bool add_unknown(struct pdoc__reader *reader, struct pdoc__map *ids)
{
    char message[300];
    const struct pdoc__unknown_id *unknown = (const void *)reader->unknown_ids.items;
    for (size_t i = 0; i < reader->unknown_ids.count; i++) {
        bool added;
        if (!add_id(reader, ids, unknown[i].id, (uintptr_t)unknown[i].line * 2 + 1, &added))
            return false;
        if (added)
            continue;
        two_have(ids, unknown[i].id, message, sizeof message);
        pdoc__reader_fail_at(reader, unknown[i].line, NULL, message);
    }
    return true;
}

static bool add_all(struct pdoc__reader *reader, struct pdoc__map *ids)
{
    const pdoc_register *reg = reader->reg;
    pdoc_document *const *refused = (const void *)reader->refused.items;
    for (size_t i = 0; i < reg->document_count; i++)
        if (!add_document(reader, ids, reg->documents[i]))
            return false;
    for (size_t i = 0; i < reader->refused.count; i++)
        if (!add_document(reader, ids, refused[i]))
            return false;
    return add_history(reader, ids, &reg->history) && add_unknown(reader, ids);
}

static void check_reference(struct pdoc__reader *reader, const struct pdoc__map *ids,
                            const struct pdoc__reference *reference)
{
    char message[300];
    uintptr_t found = (uintptr_t)pdoc__map_find(ids, reference->target);
    if (found & 1u)
        return;
    snprintf(message, sizeof message, "%s=\"%.200s\": %s", reference->name, reference->target,
             found ? "this is a document; expected the id of an event" : "no event of the file has this id");
    fail_at_event(reader, reference->event, message);
}

void pdoc__reader_check_ids(struct pdoc__reader *reader)
{
    if (!reader->ids_jump && reader->dangling.count == 0 && reader->refused.count == 0)
        return;
    struct pdoc__map ids = {0};
    const struct pdoc__reference *references = (const void *)reader->dangling.items;
    bool done = add_all(reader, &ids);
    for (size_t i = 0; done && i < reader->dangling.count; i++)
        check_reference(reader, &ids, &references[i]);
    pdoc__map_free(&ids);
}
