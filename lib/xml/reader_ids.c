/* SPDX-License-Identifier: MIT */
/* Ids of a file: each once, and each reference to one that is there. Files that we wrote number them in rising order;
   then that order is the proof, and no table of ids is needed. */
#include <stdio.h>
#include <string.h>

#include "xml/register_reader.h"

/* References within a short history are looked up at once, those of others in the table of all. */
#define SHORT_HISTORY 64

enum { ID_OF_DOCUMENT = -1, ID_OF_UNKNOWN_EVENT = -2 }; /* of a jump: instead of the kind of event */

static void rises(struct pdoc__reader *reader, uint32_t number, uint32_t *last, struct pdoc__jump here)
{
    if (number > *last) {
        *last = number;
        return;
    }
    here.line = pdoc__sax_line(reader->sax);
    here.column = pdoc__sax_column(reader->sax);
    pdoc__list_push(reader, &reader->jumps, &here, sizeof here);
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
    rises(reader, number, &reader->last_document, (struct pdoc__jump){.id = id, .event_kind = ID_OF_DOCUMENT});
    keep_free(number ? number : pdoc__id_number(id, 'e'),
              number ? &reader->reg->next_document : &reader->reg->next_event);
}

void pdoc__reader_event_id(struct pdoc__reader *reader, const char *id, int event_kind)
{
    uint32_t number = pdoc__id_number(id, 'e');
    struct pdoc__jump here = {.id = id, .event_kind = (int16_t)event_kind, .is_in_document = reader->doc != NULL};
    rises(reader, number, &reader->last_event, here);
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
    pdoc__reader_event_id(reader, unknown.id, ID_OF_UNKNOWN_EVENT);
    pdoc__list_push(reader, &reader->unknown_ids, &unknown, sizeof unknown);
}

void pdoc__reader_fail_at(struct pdoc__reader *reader, const struct pdoc__place *place, const char *message)
{
    pdoc_error *error = NULL;
    struct pdoc__place in_file = *place;
    in_file.file = pdoc__sax_file(reader->sax);
    pdoc__fail_at(&error, PDOC_ERR_INVALID, &in_file, "%s", message);
    pdoc__sax_add_error(reader->sax, error);
}

static void fail_at_event(struct pdoc__reader *reader, const pdoc_event *event, uint32_t column, const char *message)
{
    char path[128];
    snprintf(path, sizeof path, "register/%shistory/%s", event->history->doc ? "document/" : "",
             pdoc_event_kind(event));
    pdoc__reader_fail_at(reader, &(struct pdoc__place){.line = event->line, .column = column, .path = path}, message);
}

/* Column of the tag of the index-th event of the history that was read last. */
static uint32_t column_of_event(const struct pdoc__reader *reader, size_t index)
{
    const uint32_t *columns = (const void *)reader->event_columns.items;
    return index < reader->event_columns.count ? columns[index] : 0;
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
        fail_at_event(reader, history->events[i], column_of_event(reader, i), message);
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
            const uint16_t attribute = event->values[v].attribute;
            if (pdoc__attribute_types[attribute] != PDOC__EVENT ||
                (history->count <= SHORT_HISTORY && pdoc__history_find(history, event->values[v].text)))
                continue;
            struct pdoc__reference reference = {.event = event,
                                                .target = event->values[v].text,
                                                .name = pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, attribute)->code,
                                                .column = column_of_event(reader, i)};
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

/* The jump of a part: by the very text of its id, or (NULL) by an equal one in that line. */
static const struct pdoc__jump *jump_of(const struct pdoc__reader *reader, const char *text, const char *id, uint32_t line)
{
    const struct pdoc__jump *jumps = (const void *)reader->jumps.items;
    for (size_t i = reader->jumps.count; i > 0; i--)
        if (text ? jumps[i - 1].id == text : jumps[i - 1].line == line && strcmp(jumps[i - 1].id, id) == 0)
            return &jumps[i - 1];
    return NULL;
}

static void path_of(const struct pdoc__jump *jump, char *path, size_t size)
{
    if (jump->event_kind == ID_OF_DOCUMENT)
        snprintf(path, size, "register/document");
    else
        snprintf(path, size, "register/%shistory%s%s", jump->is_in_document ? "document/" : "",
                 jump->event_kind >= 0 ? "/" : "",
                 jump->event_kind >= 0 ? pdoc__word(PDOC_TABLE_EVENT_KIND, (size_t)jump->event_kind)->code : "");
}

/* Told at the one of the two that does not continue the order, which as a rule is the second in the file. */
static void two_have(struct pdoc__reader *reader, const struct pdoc__map *ids, const char *id, uint32_t line)
{
    char message[300];
    char path[128];
    const uint32_t first_line = (uint32_t)((uintptr_t)pdoc__map_find(ids, id) / 2);
    const struct pdoc__jump *jump = jump_of(reader, id, id, line);
    uint32_t other_line = first_line;
    if (!jump) {
        jump = jump_of(reader, NULL, id, first_line);
        other_line = line;
    }
    if (!jump) /* cannot be: two that continue the order differ */
        return;
    snprintf(message, sizeof message, "two elements of the file have the id \"%.200s\"; the other is in line %lu", id,
             (unsigned long)other_line);
    path_of(jump, path, sizeof path);
    pdoc__reader_fail_at(reader, &(struct pdoc__place){.line = jump->line, .column = jump->column, .path = path}, message);
}

/* False when no more is to be looked at: memory ran out, or there are errors enough. */
static bool add_part(struct pdoc__reader *reader, struct pdoc__map *ids, const char *id, uint32_t line, bool is_event)
{
    bool added;
    if (!id || !id[0])
        return true;
    if (!add_id(reader, ids, id, (uintptr_t)line * 2 + is_event, &added))
        return false;
    if (!added)
        two_have(reader, ids, id, line);
    return !reader->sax->stopped;
}

static bool add_history(struct pdoc__reader *reader, struct pdoc__map *ids, const struct pdoc__history *history)
{
    for (size_t i = 0; i < history->count; i++)
        if (!add_part(reader, ids, history->events[i]->id, history->events[i]->line, true))
            return false;
    return true;
}

static bool add_document(struct pdoc__reader *reader, struct pdoc__map *ids, const pdoc_document *doc)
{
    return add_part(reader, ids, doc->id, doc->line, false) && add_history(reader, ids, &doc->history);
}

static bool add_unknown(struct pdoc__reader *reader, struct pdoc__map *ids)
{
    const struct pdoc__unknown_id *unknown = (const void *)reader->unknown_ids.items;
    for (size_t i = 0; i < reader->unknown_ids.count; i++)
        if (!add_part(reader, ids, unknown[i].id, unknown[i].line, true))
            return false;
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
    fail_at_event(reader, reference->event, reference->column, message);
}

void pdoc__reader_check_ids(struct pdoc__reader *reader)
{
    if (reader->jumps.count == 0 && reader->dangling.count == 0 && reader->refused.count == 0)
        return;
    struct pdoc__map ids = {0};
    const struct pdoc__reference *references = (const void *)reader->dangling.items;
    bool done = add_all(reader, &ids);
    for (size_t i = 0; done && i < reader->dangling.count; i++)
        check_reference(reader, &ids, &references[i]);
    pdoc__map_free(&ids);
}
