/* SPDX-License-Identifier: MIT */
/* Events in a history: reading them, and adding one at the end. Nothing here edits the past. Knows nothing of rules. */
#include "policydoc/history.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "model/build.h"

size_t pdoc_document_event_count(const pdoc_document *doc)
{
    return doc ? doc->history.count : 0;
}

pdoc_event *pdoc_document_event(const pdoc_document *doc, size_t index)
{
    return index < pdoc_document_event_count(doc) ? doc->history.events[index] : NULL;
}

pdoc_event *pdoc__history_find(const struct pdoc__history *history, const char *id)
{
    for (size_t i = 0; i < history->count; i++)
        if (strcmp(history->events[i]->id, id) == 0)
            return history->events[i];
    return NULL;
}

pdoc_event *pdoc_register_find_event(const pdoc_register *reg, const char *id)
{
    if (!reg || !id)
        return NULL;
    pdoc_event *found = pdoc__history_find(&reg->history, id);
    for (size_t i = 0; !found && i < reg->document_count; i++)
        found = pdoc__history_find(&reg->documents[i]->history, id);
    return found;
}

pdoc_event *pdoc_event_ref(pdoc_event *event)
{
    if (event)
        (void)pdoc_register_ref(event->history->reg);
    return event;
}

void pdoc_event_unref(pdoc_event *event)
{
    if (event)
        pdoc_register_unref(event->history->reg);
}

const char *pdoc_event_id(const pdoc_event *event)
{
    return event ? event->id : NULL;
}

const char *pdoc_event_kind(const pdoc_event *event)
{
    return event ? pdoc_table_code(PDOC_TABLE_EVENT_KIND, event->kind) : NULL;
}

pdoc_date pdoc_event_on(const pdoc_event *event)
{
    return event ? event->on : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_event_recorded(const pdoc_event *event)
{
    return event ? event->recorded : (pdoc_date){0, 0, 0};
}

uint32_t pdoc_event_version(const pdoc_event *event)
{
    return event ? event->version : 0;
}

const char *pdoc_event_by(const pdoc_event *event)
{
    return event ? event->by : NULL;
}

static const struct pdoc__event_value *value_named(const pdoc_event *event, const char *name)
{
    int attribute = pdoc_table_find(PDOC_TABLE_EVENT_ATTRIBUTE, name);
    return event && attribute >= 0 ? pdoc__event_value(event, (enum pdoc__event_attribute)attribute) : NULL;
}

const char *pdoc_event_attribute(const pdoc_event *event, const char *name)
{
    const struct pdoc__event_value *value = value_named(event, name);
    return value ? value->text : NULL;
}

pdoc_date pdoc_event_attribute_date(const pdoc_event *event, const char *name)
{
    const struct pdoc__event_value *value = value_named(event, name);
    return value ? value->date : (pdoc_date){0, 0, 0};
}

static bool event_can_be_recorded(const char *kind, pdoc_date on, pdoc_date recorded, const char *by,
                                  pdoc_error **error)
{
    if (pdoc_table_find(PDOC_TABLE_EVENT_KIND, kind) < 0) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "\"%s\" is no kind of event; the kinds are those of PDOC_TABLE_EVENT_KIND",
                   kind ? kind : "(none)");
        return false;
    }
    if (!pdoc_date_is_valid(on)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "an event needs the day, month or year on which it happened");
        return false;
    }
    if (pdoc_date_is_recorded(recorded) && !pdoc_date_is_valid(recorded)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the day of recording is no date");
        return false;
    }
    return pdoc__is_text(by, "by", error);
}

static pdoc_event *record(struct pdoc__history *history, const pdoc_event *what, const char *by, pdoc_error **error)
{
    pdoc_register *reg = history->reg;
    if (!pdoc__list_may_grow(history->count, UINT32_MAX, "events of a history", error))
        return NULL;
    pdoc_event *event = pdoc__arena_copy(&reg->arena, what, sizeof *what, error);
    if (!event || !pdoc__next_id(reg, 'e', &event->id, error) || !pdoc__intern(reg, by, &event->by, error))
        return NULL;
    pdoc_event **list =
        pdoc__list_add(reg, history->events, history->count, sizeof event, &event, error);
    if (!list)
        return NULL;
    pdoc__use_id(reg, 'e');
    event->history = history;
    history->events = list;
    history->count++;
    return event;
}

pdoc_event *pdoc_document_record(pdoc_document *doc, const char *kind, pdoc_date on, pdoc_date recorded,
                                 uint32_t version, const char *by, pdoc_error **error)
{
    if (!doc) {
        pdoc__argument(doc, "document", error);
        return NULL;
    }
    if (!event_can_be_recorded(kind, on, recorded, by, error))
        return NULL;
    if (version != 0 && !pdoc_document_find_version(doc, version)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the document has no version with the ordinal %u", (unsigned)version);
        return NULL;
    }
    pdoc_event event = {.on = on, .recorded = recorded, .version = (uint16_t)version};
    event.kind = (uint8_t)pdoc_table_find(PDOC_TABLE_EVENT_KIND, kind);
    return record(&doc->history, &event, by, error);
}

pdoc_event *pdoc_register_record(pdoc_register *reg, const char *kind, pdoc_date on, pdoc_date recorded,
                                 const char *by, pdoc_error **error)
{
    if (!reg) {
        pdoc__argument(reg, "register", error);
        return NULL;
    }
    if (!event_can_be_recorded(kind, on, recorded, by, error))
        return NULL;
    pdoc_event event = {.on = on, .recorded = recorded};
    event.kind = (uint8_t)pdoc_table_find(PDOC_TABLE_EVENT_KIND, kind);
    return record(&reg->history, &event, by, error);
}

/* Has the register the event that is referred to? A file that refers to none could not be read again. */
static bool reference_is_there(const pdoc_event *event, int attribute, const char *id, pdoc_error **error)
{
    if (pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, (size_t)attribute)->type != PDOC__EVENT ||
        pdoc__history_find(event->history, id) || pdoc_register_find_event(event->history->reg, id))
        return true;
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s=\"%s\": no event of the register has this id",
               pdoc_table_code(PDOC_TABLE_EVENT_ATTRIBUTE, (size_t)attribute), id);
    return false;
}

static bool attribute_can_be_set(const pdoc_event *event, const char *name, const char *value, pdoc_error **error)
{
    int attribute = pdoc_table_find(PDOC_TABLE_EVENT_ATTRIBUTE, name);
    if (attribute < 0)
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "\"%s\" is nothing that an event records", name);
    else if (pdoc__event_value(event, (enum pdoc__event_attribute)attribute))
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s is recorded already; a mistake is voided by a later event", name);
    else
        return pdoc__is_text(value, name, error) && reference_is_there(event, attribute, value, error);
    return false;
}

/* A value of the wrong form is the caller's mistake here. */
static pdoc_status say_why(pdoc_error *reason, pdoc_error **error)
{
    pdoc_status status = pdoc_error_status(reason) == PDOC_ERR_INVALID ? PDOC_ERR_ARGUMENT : pdoc_error_status(reason);
    if (status == PDOC_ERR_NOMEM)
        return pdoc__fail_memory(error);
    status = pdoc__fail(error, status, "%s", pdoc_error_message(reason));
    pdoc_error_free(reason);
    return status;
}

pdoc_status pdoc_event_complete(pdoc_event *event, const char *name, const char *value, pdoc_error **error)
{
    if (!event || !name || !value)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "an attribute needs an event, a name and a value");
    if (!attribute_can_be_set(event, name, value, error))
        return PDOC_ERR_ARGUMENT;
    if (!pdoc__list_may_grow(event->value_count, UINT8_MAX, "attributes of an event", error))
        return PDOC_ERR_LIMIT;
    struct pdoc__event_value filled;
    pdoc_error *reason = NULL;
    pdoc_register *reg = event->history->reg;
    int attribute = pdoc_table_find(PDOC_TABLE_EVENT_ATTRIBUTE, name);
    if (!pdoc__event_value_fill(reg, (enum pdoc__event_kind)event->kind, (enum pdoc__event_attribute)attribute, value,
                                &filled, &reason))
        return say_why(reason, error);
    struct pdoc__event_value *list =
        pdoc__list_add(reg, event->values, event->value_count, sizeof filled, &filled, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    event->values = list;
    event->value_count++;
    event->history->attributes |= UINT64_C(1) << attribute;
    return PDOC_OK;
}
