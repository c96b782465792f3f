/* SPDX-License-Identifier: MIT */
/* What a change itself writes into histories: corrections, remarks, what was overridden, who recorded it and why. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"
#include "keeping/change.h"

static bool complete(pdoc_event *event, enum pdoc__event_attribute attribute, const char *text, pdoc_error **error)
{
    const char *name = pdoc_table_code(PDOC_TABLE_EVENT_ATTRIBUTE, attribute);
    return !text || pdoc__event_value(event, attribute) || pdoc_event_complete(event, name, text, error) == PDOC_OK;
}

/* On the day of the basis; `doc` may be NULL: of the register itself. */
static pdoc_event *record(pdoc_change *change, pdoc_document *doc, enum pdoc__event_kind kind, uint32_t version,
                          pdoc_error **error)
{
    const char *code = pdoc_table_code(PDOC_TABLE_EVENT_KIND, kind);
    const pdoc_date day = change->basis.as_of;
    return doc ? pdoc_document_record(doc, code, day, day, version, NULL, error)
               : pdoc_register_record(change->work, code, day, day, NULL, error);
}

/* ---- corrections ---- */

/* What a difference is an edit of: a cell of a version, or what the document says of itself. */
struct edit {
    uint32_t version; /* 0: of the document as a whole */
    char field[64];
};

static bool read_edit(const char *place, struct edit *out)
{
    static const char *const of_document[] = {"type", "title/1", "category", "scope"};
    unsigned long version = 0;
    char *end = NULL;
    *out = (struct edit){0};
    for (size_t i = 0; i < sizeof of_document / sizeof *of_document; i++)
        if (strcmp(place, of_document[i]) == 0)
            memcpy(out->field, place, strcspn(place, "/"));
    if (strncmp(place, "version/", 8) != 0)
        return out->field[0] != '\0';
    version = strtoul(place + 8, &end, 10);
    static const char sheet[] = "/front-sheet/";
    if (strncmp(end, sheet, sizeof sheet - 1) != 0)
        return false;
    const char *field = end + sizeof sheet - 1;
    const size_t size = strcspn(field, "#/");
    if (size == 0 || size >= sizeof out->field || field[size] == '/')
        return false;
    memcpy(out->field, field, size);
    out->version = (uint32_t)version;
    return pdoc_table_find(PDOC_TABLE_FIELD, out->field) >= 0;
}

/* Was it decided on already: is it approved or in force? Without a basis that cannot be told, and nothing is recorded.
 */
static bool is_settled(const pdoc_change *change, const struct pdoc_version *version, bool *out, pdoc_error **error)
{
    pdoc_phase phase = PDOC_PHASE_UNDETERMINED;
    pdoc_error *reason = NULL;
    *out = false;
    const pdoc_status status = pdoc_version_phase(version, &change->basis, &phase, &reason);
    *out = status == PDOC_OK && (phase == PDOC_PHASE_APPROVED || phase == PDOC_PHASE_IN_FORCE);
    const bool is_memory = status == PDOC_ERR_NOMEM;
    if (is_memory)
        pdoc__fail_memory(error);
    pdoc_error_free(reason);
    return !is_memory;
}

/* Does an event of the change tell of the edit already? */
static bool is_told(const pdoc_change *change, const pdoc_document *doc, const struct edit *edit)
{
    for (size_t i = pdoc__change_old_events(change, doc); i < doc->history.count; i++) {
        const pdoc_event *event = doc->history.events[i];
        const struct pdoc__event_value *field = pdoc__event_value(event, PDOC__ATTRIBUTE_FIELD);
        if (event->kind == PDOC__EVENT_AMENDED || (field && strcmp(field->text, edit->field) == 0))
            return true;
    }
    return false;
}

/* The version of before whose sheet was changed: that of the edit, or the last. */
static const struct pdoc_version *version_of(const pdoc_document *before, const struct edit *edit)
{
    if (edit->version > 0)
        return pdoc_document_find_version(before, edit->version);
    return before->version_count > 0 ? before->versions[before->version_count - 1] : NULL;
}

static bool correct(pdoc_change *change, size_t difference, bool *has_recorded, pdoc_error **error)
{
    const pdoc_differences *differences = change->differences;
    const char *id = pdoc_differences_document(differences, difference);
    const pdoc_document *before = pdoc__change_document_before(change, id);
    pdoc_document *after = pdoc__change_document_after(change, id);
    struct edit edit;
    bool is_late = false;
    if (!before || !after || !read_edit(pdoc_differences_place(differences, difference), &edit))
        return true;
    const struct pdoc_version *version = version_of(before, &edit);
    if (!version || is_told(change, after, &edit))
        return true;
    if (!is_settled(change, version, &is_late, error))
        return false;
    if (!is_late)
        return true;
    pdoc_event *event = record(change, after, PDOC__EVENT_CORRECTED, version->ordinal, error);
    *has_recorded = true;
    return event && complete(event, PDOC__ATTRIBUTE_FIELD, edit.field, error) &&
           complete(event, PDOC__ATTRIBUTE_NOTE, pdoc_differences_words(differences, difference), error);
}

bool pdoc__change_record_corrections(pdoc_change *change, bool *has_recorded, pdoc_error **error)
{
    for (size_t i = 0; i < pdoc_differences_count(change->differences); i++)
        if (!correct(change, i, has_recorded, error))
            return false;
    return true;
}

/* ---- remarks, overrides, makers ---- */

/* What was changed of a document, or of the register, in one text. */
static bool remark(pdoc_change *change, const char *id, size_t first, pdoc_error **error)
{
    const pdoc_differences *differences = change->differences;
    pdoc_document *doc = pdoc__change_document_after(change, id);
    struct pdoc__buffer words = {0};
    if (id && !doc)
        return true; /* it is gone, and its history with it */
    for (size_t i = first; i < pdoc_differences_count(differences); i++) {
        if (!pdoc__text_equal(pdoc_differences_document(differences, i), id))
            break;
        if (words.size > 0)
            pdoc__buffer_text(&words, "; ");
        pdoc__buffer_text(&words, pdoc_differences_words(differences, i));
    }
    bool done = !words.failed;
    if (!done)
        pdoc__fail_memory(error);
    pdoc_event *event = done ? record(change, doc, PDOC__EVENT_REMARKED, 0, error) : NULL;
    done = event && complete(event, PDOC__ATTRIBUTE_NOTE, words.data, error);
    pdoc__buffer_free(&words);
    return done;
}

/* Who and why would be lost where nothing but cells was changed. */
static bool record_remarks(pdoc_change *change, pdoc_error **error)
{
    const pdoc_differences *differences = change->differences;
    if (!change->recorder && !change->reason)
        return true;
    for (size_t i = 0; i < pdoc_differences_count(differences); i++) {
        const char *id = pdoc_differences_document(differences, i);
        if (i > 0 && pdoc__text_equal(id, pdoc_differences_document(differences, i - 1)))
            continue;
        const pdoc_document *doc = pdoc__change_document_after(change, id);
        const struct pdoc__history *history = doc ? &doc->history : &change->work->history;
        if (history->count == pdoc__change_old_events(change, doc) && !remark(change, id, i, error))
            return false;
    }
    return true;
}

static bool override(pdoc_change *change, const struct pdoc__objection *refusal, pdoc_error **error)
{
    static const char lead[] = "history/";
    pdoc_document *doc = pdoc__change_document_after(change, refusal->document);
    pdoc_event *event = record(change, doc, PDOC__EVENT_OVERRIDDEN, 0, error);
    if (!event)
        return false;
    const char *cause = strncmp(refusal->place, lead, sizeof lead - 1) == 0 ? refusal->place + sizeof lead - 1 : NULL;
    if (cause && !pdoc_register_find_event(change->work, cause))
        cause = NULL;
    return complete(event, PDOC__ATTRIBUTE_ITEM, refusal->rule, error) &&
           complete(event, PDOC__ATTRIBUTE_CAUSE, cause, error) &&
           complete(event, PDOC__ATTRIBUTE_RATIONALE, change->override_because, error) &&
           complete(event, PDOC__ATTRIBUTE_BASIS, refusal->clause, error) &&
           complete(event, PDOC__ATTRIBUTE_NOTE, refusal->message, error);
}

static bool record_overrides(pdoc_change *change, pdoc_error **error)
{
    const struct pdoc__objections *refusals = &change->objections[PDOC_OBJECTION_REFUSAL];
    for (size_t i = 0; i < refusals->count; i++)
        if (!override(change, &refusals->items[i], error))
            return false;
    return true;
}

static bool complete_history(pdoc_change *change, const struct pdoc__history *history, pdoc_error **error)
{
    for (size_t i = pdoc__change_old_events(change, history->doc); i < history->count; i++)
        if (!complete(history->events[i], PDOC__ATTRIBUTE_RECORDER, change->recorder, error) ||
            !complete(history->events[i], PDOC__ATTRIBUTE_WHY, change->reason, error))
            return false;
    return true;
}

bool pdoc__change_record_makers(pdoc_change *change, pdoc_error **error)
{
    if (!record_remarks(change, error) || !record_overrides(change, error) ||
        !complete_history(change, &change->work->history, error))
        return false;
    for (size_t i = 0; i < change->work->document_count; i++)
        if (!complete_history(change, &change->work->documents[i]->history, error))
            return false;
    return true;
}
