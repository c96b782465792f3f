/* SPDX-License-Identifier: MIT */
/* Mistakes in histories: declared void by a later event and told anew; texts removed for good, with a tombstone. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "keeping/change.h"
#include "policydoc/keeper.h"

#define NAME_MOST 64

static pdoc_event *event_of(const pdoc_change *change, const char *id, pdoc_error **error)
{
    pdoc_event *event = change && !change->is_over && id ? pdoc_register_find_event(change->work, id) : NULL;
    if (!event)
        pdoc__fail(error, PDOC_ERR_ARGUMENT,
                   "a change under way and the id of an event are needed; no history has \"%s\"", id ? id : "(none)");
    return event;
}

/* On the day of the basis, in the history of another event. */
static pdoc_event *record_beside(const pdoc_change *change, const pdoc_event *event, const char *kind, pdoc_date on,
                                 uint32_t version, pdoc_error **error)
{
    const pdoc_date day = change->basis.as_of;
    return event->history->doc ? pdoc_document_record(event->history->doc, kind, on, day, version, NULL, error)
                               : pdoc_register_record(change->work, kind, on, day, NULL, error);
}

static bool complete(pdoc_event *event, enum pdoc__event_attribute attribute, const char *text, pdoc_error **error)
{
    return pdoc_event_complete(event, pdoc_table_code(PDOC_TABLE_EVENT_ATTRIBUTE, attribute), text, error) == PDOC_OK;
}

/* ---- corrections ---- */

static size_t index_of(const struct pdoc__history *history, const char *id)
{
    size_t i = 0;
    while (i < history->count && strcmp(history->events[i]->id, id) != 0)
        i++;
    return i;
}

/* Later events are looked at first: what voids an event may itself be void. False: memory ran out. */
static bool find_voiding(const struct pdoc__history *history, const char *id, const pdoc_event **out,
                         pdoc_error **error)
{
    bool *is_void = pdoc__alloc_zero(history->count + (size_t)1, sizeof *is_void, error);
    *out = NULL;
    for (size_t i = is_void ? history->count : 0; i-- > 0 && !*out;) {
        const struct pdoc__event_value *voids = pdoc__event_value(history->events[i], PDOC__ATTRIBUTE_VOIDS);
        if (!voids || is_void[i])
            continue;
        const size_t voided = index_of(history, voids->text);
        if (voided >= i)
            continue; /* itself, or one behind it: that voids nothing */
        is_void[voided] = true;
        if (strcmp(voids->text, id) == 0)
            *out = history->events[i];
    }
    const bool is_well = is_void != NULL;
    pdoc__free(is_void);
    return is_well;
}

struct setting {
    char name[NAME_MOST];
    const char *value; /* NULL: it is taken out */
};

static bool read_setting(const char *text, struct setting *out, pdoc_error **error)
{
    const size_t size = text ? strcspn(text, "=") : 0;
    if (size == 0 || text[size] != '=' || size >= sizeof out->name) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "\"%s\" is not of the form NAME=VALUE, such as on=2026-03-31",
                   text ? text : "(none)");
        return false;
    }
    memcpy(out->name, text, size);
    out->name[size] = '\0';
    out->value = text[size + 1] ? text + size + 1 : NULL;
    return true;
}

/* What an event says of itself beside its attributes. */
struct head {
    pdoc_date on;
    uint32_t version;
    const char *by;
};

static bool take_number(const char *text, uint32_t *out, pdoc_error **error)
{
    char *end = NULL;
    const unsigned long number = text ? strtoul(text, &end, 10) : 0;
    if (text && (*end || number == 0 || number > UINT16_MAX)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "version takes the number of a version, from 1; \"%s\" is none", text);
        return false;
    }
    *out = (uint32_t)number;
    return true;
}

static bool take_head(const struct setting *setting, struct head *head, bool *is_taken, pdoc_error **error)
{
    *is_taken = true;
    if (strcmp(setting->name, "by") == 0) {
        head->by = setting->value;
        return true;
    }
    if (strcmp(setting->name, "version") == 0)
        return take_number(setting->value, &head->version, error);
    if (strcmp(setting->name, "on") == 0 && setting->value)
        return pdoc_date_parse(setting->value, &head->on, error) == PDOC_OK;
    *is_taken = false;
    return true;
}

static bool names_attribute(const char *setting, const char *name)
{
    const size_t size = strlen(name);
    return strncmp(setting, name, size) == 0 && setting[size] == '=';
}

static bool is_set_anew(const char *const *settings, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (names_attribute(settings[i], name))
            return true;
    return false;
}

/* Who entered it and why belongs to the entry, not to what happened. */
static bool is_of_the_entry(uint16_t attribute)
{
    return attribute == PDOC__ATTRIBUTE_RECORDER || attribute == PDOC__ATTRIBUTE_WHY;
}

static bool copy_attributes(const pdoc_event *from, pdoc_event *to, const char *const *settings, size_t count,
                            pdoc_error **error)
{
    for (size_t i = 0; i < from->value_count; i++) {
        const struct pdoc__event_value *value = &from->values[i];
        const char *name = pdoc_table_code(PDOC_TABLE_EVENT_ATTRIBUTE, value->attribute);
        if (is_of_the_entry(value->attribute) || is_set_anew(settings, count, name))
            continue;
        if (!complete(to, (enum pdoc__event_attribute)value->attribute, value->text, error))
            return false;
    }
    return true;
}

/* The event as it should have been told, recorded now. */
static const pdoc_event *tell_anew(const pdoc_change *change, const pdoc_event *wrong, const char *const *settings,
                                   size_t count, pdoc_error **error)
{
    struct head head = {.on = wrong->on, .version = wrong->version, .by = wrong->by};
    struct setting setting;
    bool is_taken;
    for (size_t i = 0; i < count; i++)
        if (!read_setting(settings[i], &setting, error) || !take_head(&setting, &head, &is_taken, error))
            return NULL;
    const char *kind = pdoc_table_code(PDOC_TABLE_EVENT_KIND, wrong->kind);
    pdoc_event *event = record_beside(change, wrong, kind, head.on, head.version, error);
    if (!event || !pdoc__is_text(head.by, "by", error) || !pdoc__intern(change->work, head.by, &event->by, error) ||
        !copy_attributes(wrong, event, settings, count, error))
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (!read_setting(settings[i], &setting, error) || !take_head(&setting, &head, &is_taken, error))
            return NULL;
        if (!is_taken && setting.value && pdoc_event_complete(event, setting.name, setting.value, error) != PDOC_OK)
            return NULL;
    }
    return event;
}

pdoc_event *pdoc_change_correct(pdoc_change *change, const char *event, const char *const *settings, size_t count,
                                pdoc_error **error)
{
    pdoc_event *wrong = event_of(change, event, error);
    const pdoc_event *voiding = NULL;
    if (count > 0 && !settings) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "settings are needed where they are counted");
        return NULL;
    }
    if (!wrong || !find_voiding(wrong->history, event, &voiding, error))
        return NULL;
    if (voiding) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s was declared void by %s already; correct what took its place", event,
                   voiding->id);
        return NULL;
    }
    /* What takes its place comes first: what brings another event about is no later than that. */
    const pdoc_event *anew = count > 0 ? tell_anew(change, wrong, settings, count, error) : NULL;
    if (count > 0 && !anew)
        return NULL;
    pdoc_event *corrected = record_beside(change, wrong, pdoc_table_code(PDOC_TABLE_EVENT_KIND, PDOC__EVENT_CORRECTED),
                                          change->basis.as_of, wrong->version, error);
    const bool is_well = corrected && complete(corrected, PDOC__ATTRIBUTE_VOIDS, event, error) &&
                         (!anew || complete(corrected, PDOC__ATTRIBUTE_CAUSE, anew->id, error));
    return is_well ? corrected : NULL;
}

/* ---- redactions ---- */

/* What else an event records decides how a document stands: that is corrected, never taken away. */
static bool is_plain_text(size_t attribute)
{
    const uint8_t type = pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, attribute)->type;
    return type == PDOC__TEXT || type == PDOC__PARTY || type == PDOC__URI;
}

static void recount_attributes(struct pdoc__history *history)
{
    history->attributes = 0;
    for (size_t i = 0; i < history->count; i++)
        for (size_t j = 0; j < history->events[i]->value_count; j++)
            history->attributes |= UINT64_C(1) << history->events[i]->values[j].attribute;
}

static void remove_value(pdoc_event *event, uint16_t attribute)
{
    uint8_t kept = 0;
    for (size_t i = 0; i < event->value_count; i++)
        if (event->values[i].attribute != attribute)
            event->values[kept++] = event->values[i];
    event->value_count = kept;
    recount_attributes(event->history);
}

static bool can_be_redacted(const pdoc_event *event, const char *name, int attribute, pdoc_error **error)
{
    const bool is_by = attribute < 0 && pdoc__text_equal(name, "by");
    if (!is_by && attribute < 0)
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "\"%s\" is nothing that an event records", name ? name : "(none)");
    else if (!is_by && !is_plain_text((size_t)attribute))
        pdoc__fail(error, PDOC_ERR_ARGUMENT,
                   "%s is no text that could be removed: what depends on it would change; correct the event", name);
    else if (is_by ? !event->by : !pdoc__event_value(event, (enum pdoc__event_attribute)attribute))
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s records no %s", event->id, name);
    else
        return true;
    return false;
}

pdoc_event *pdoc_change_redact(pdoc_change *change, const char *event, const char *name, pdoc_error **error)
{
    pdoc_event *found = event_of(change, event, error);
    const int attribute = name ? pdoc_table_find(PDOC_TABLE_EVENT_ATTRIBUTE, name) : -1;
    if (!found || !can_be_redacted(found, name, attribute, error))
        return NULL;
    const char *kind = pdoc_table_code(PDOC_TABLE_EVENT_KIND, PDOC__EVENT_REDACTED);
    pdoc_event *stone = record_beside(change, found, kind, change->basis.as_of, found->version, error);
    if (!stone || !complete(stone, PDOC__ATTRIBUTE_CAUSE, event, error) ||
        !complete(stone, PDOC__ATTRIBUTE_FIELD, name, error))
        return NULL;
    if (attribute < 0)
        found->by = NULL;
    else
        remove_value(found, (uint16_t)attribute);
    return stone;
}
