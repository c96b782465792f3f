/* SPDX-License-Identifier: MIT */
/* Ids of a file: each once, and each reference to one that is there. Files that we wrote number them in rising order;
   then that order is the proof, and no table of ids is needed. */
#include "xml/register_reader.h"

static void take_id(struct pdoc__reader *reader, uint32_t number, uint32_t *last, uint32_t *next)
{
    if (number <= *last)
        reader->ids_jump = true;
    else
        *last = number;
    if (number >= *next && number < UINT32_MAX)
        *next = number + 1;
}

void pdoc__reader_document_id(struct pdoc__reader *reader, const char *id)
{
    take_id(reader, pdoc__id_number(id, 'd'), &reader->last_document, &reader->reg->next_document);
}

void pdoc__reader_event_id(struct pdoc__reader *reader, const char *id)
{
    take_id(reader, pdoc__id_number(id, 'e'), &reader->last_event, &reader->reg->next_event);
}

static void fail_at_line(struct pdoc__reader *reader, uint32_t line, const char *id, const char *what)
{
    pdoc_error *error = NULL;
    struct pdoc__place place = {.file = pdoc__sax_file(reader->sax), .line = line};
    pdoc__fail_at(&error, PDOC_ERR_INVALID, &place, "%s \"%s\"", what, id);
    pdoc__sax_add_error(reader->sax, error);
}

void pdoc__reader_check_history(struct pdoc__reader *reader, const struct pdoc__history *history)
{
    for (size_t i = 0; i < history->count; i++) {
        const pdoc_event *event = history->events[i];
        if (event->version != 0 && history->doc && !pdoc_document_find_version(history->doc, event->version))
            fail_at_line(reader, event->line, event->id ? event->id : "", "no version has the n that is given in event");
        for (size_t v = 0; v < event->value_count; v++) {
            const struct pdoc__word *word = pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, event->values[v].attribute);
            if (word->type != PDOC__EVENT || pdoc__history_find(history, event->values[v].text))
                continue;
            struct pdoc__reference reference = {event, event->values[v].text, word->code};
            pdoc__list_push(reader, &reader->dangling, &reference, sizeof reference);
        }
    }
}

static bool add_id(struct pdoc__reader *reader, struct pdoc__map *ids, const char *id, uint32_t line)
{
    bool added = true;
    if (!id)
        return true;
    if (!pdoc__map_add(ids, id, (void *)(uintptr_t)(line + 1), &added, NULL)) {
        pdoc__reader_memory(reader);
        return false;
    }
    if (!added)
        fail_at_line(reader, line, id, "two elements of the file have the id");
    return true;
}

static bool add_history(struct pdoc__reader *reader, struct pdoc__map *ids, const struct pdoc__history *history)
{
    for (size_t i = 0; i < history->count; i++)
        if (!add_id(reader, ids, history->events[i]->id, history->events[i]->line))
            return false;
    return true;
}

static bool add_all(struct pdoc__reader *reader, struct pdoc__map *ids)
{
    const pdoc_register *reg = reader->reg;
    for (size_t i = 0; i < reg->document_count; i++)
        if (!add_id(reader, ids, reg->documents[i]->id, reg->documents[i]->line) ||
            !add_history(reader, ids, &reg->documents[i]->history))
            return false;
    return add_history(reader, ids, &reg->history);
}

void pdoc__reader_check_ids(struct pdoc__reader *reader)
{
    if (!reader->ids_jump && reader->dangling.count == 0)
        return;
    struct pdoc__map ids = {0};
    const struct pdoc__reference *references = (const void *)reader->dangling.items;
    if (add_all(reader, &ids))
        for (size_t i = 0; i < reader->dangling.count; i++)
            if (!pdoc__map_find(&ids, references[i].target))
                fail_at_line(reader, references[i].event->line, references[i].target,
                             "no event of the file has the id that is referred to:");
    pdoc__map_free(&ids);
}
