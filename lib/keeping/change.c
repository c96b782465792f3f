/* SPDX-License-Identifier: MIT */
/* A change from its beginning to its end: the working copy, its examination, the refusal, the new register. */
#include "keeping/change.h"

#include <string.h>

#include "base/error.h"

/* ---- beginning ---- */

static bool keep_text(const char *text, const char *what, char **out, pdoc_error **error)
{
    if (!text)
        return true;
    if (!pdoc__is_text(text, what, error))
        return false;
    const size_t size = strlen(text) + 1;
    *out = pdoc__alloc(size, error);
    if (*out)
        memcpy(*out, text, size);
    return *out != NULL;
}

static bool can_begin(const pdoc_register *reg, const pdoc_keeping *keeping, pdoc_error **error)
{
    if (reg && keeping && keeping->size == sizeof *keeping && keeping->basis &&
        pdoc_date_is_valid(keeping->basis->as_of))
        return true;
    pdoc__fail(error, PDOC_ERR_ARGUMENT,
               "a change needs a register, and who makes it: size sizeof(pdoc_keeping), and a basis with its day");
    return false;
}

static void hold_basis(pdoc_change *change, const pdoc_basis *basis)
{
    change->basis = *basis;
    change->basis.profile = pdoc_profile_ref((pdoc_profile *)(uintptr_t)basis->profile);
    change->basis.profiles = pdoc_profile_set_ref((pdoc_profile_set *)(uintptr_t)basis->profiles);
    change->basis.calendar = pdoc_calendar_ref((pdoc_calendar *)(uintptr_t)basis->calendar);
}

static void release_basis(const pdoc_basis *basis)
{
    pdoc_profile_unref((pdoc_profile *)(uintptr_t)basis->profile);
    pdoc_profile_set_unref((pdoc_profile_set *)(uintptr_t)basis->profiles);
    pdoc_calendar_unref((pdoc_calendar *)(uintptr_t)basis->calendar);
}

pdoc_change *pdoc_change_begin(pdoc_register *reg, const pdoc_keeping *keeping, pdoc_error **error)
{
    if (!can_begin(reg, keeping, error))
        return NULL;
    pdoc_change *change = pdoc__alloc_zero(1, sizeof *change, error);
    if (!change)
        return NULL;
    hold_basis(change, keeping->basis);
    change->before = pdoc_register_ref(reg);
    if (keep_text(keeping->recorder, "recorder", &change->recorder, error) &&
        keep_text(keeping->reason, "reason", &change->reason, error) &&
        keep_text(keeping->override_because, "override_because", &change->override_because, error))
        change->work = pdoc_register_copy(reg, error);
    if (change->work)
        return change;
    pdoc_change_free(change);
    return NULL;
}

pdoc_register *pdoc_change_register(const pdoc_change *change)
{
    return change ? change->work : NULL;
}

/* ---- examining ---- */

const pdoc_document *pdoc__change_document_before(const pdoc_change *change, const char *id)
{
    return id ? pdoc__map_find(&change->before->document_ids, id) : NULL;
}

pdoc_document *pdoc__change_document_after(const pdoc_change *change, const char *id)
{
    return id ? pdoc__map_find(&change->work->document_ids, id) : NULL;
}

size_t pdoc__change_old_events(const pdoc_change *change, const pdoc_document *doc)
{
    if (!doc)
        return change->before->history.count;
    const pdoc_document *before = pdoc__change_document_before(change, doc->id);
    return before ? before->history.count : 0;
}

static void forget(pdoc_change *change)
{
    pdoc_differences_unref(change->differences);
    change->differences = NULL;
    change->touched_count = 0;
    for (size_t kind = 0; kind < sizeof change->objections / sizeof *change->objections; kind++)
        change->objections[kind].count = 0;
    pdoc__arena_reset(&change->arena);
}

static void stamp_history(const pdoc_change *change, const struct pdoc__history *history)
{
    for (size_t i = pdoc__change_old_events(change, history->doc); i < history->count; i++)
        if (!pdoc_date_is_recorded(history->events[i]->recorded))
            history->events[i]->recorded = change->basis.as_of;
}

/* What is recorded now was recorded on the day of the basis. */
static void stamp_events(const pdoc_change *change)
{
    stamp_history(change, &change->work->history);
    for (size_t i = 0; i < change->work->document_count; i++)
        stamp_history(change, &change->work->documents[i]->history);
}

static bool compare(pdoc_change *change, pdoc_error **error)
{
    stamp_events(change);
    pdoc_differences_unref(change->differences);
    change->differences = pdoc_register_compare(change->before, change->work, error);
    return change->differences != NULL;
}

/* ---- what the change itself objects to ---- */

static const char *keep_said(pdoc_change *change, const char *text, bool *done, pdoc_error **error)
{
    const char *copy = text ? pdoc__arena_text(&change->own_arena, text, strlen(text), error) : NULL;
    *done = *done && (copy || !text);
    return copy;
}

bool pdoc__change_object(pdoc_change *change, pdoc_objection kind, const struct pdoc__objection *said,
                         pdoc_error **error)
{
    struct pdoc__objections *list = &change->own[kind];
    bool done = pdoc__grow(&list->items, &list->capacity, list->count, sizeof *said, error);
    const struct pdoc__objection kept = {.document = keep_said(change, said->document, &done, error),
                                         .rule = keep_said(change, said->rule, &done, error),
                                         .clause = keep_said(change, said->clause, &done, error),
                                         .place = keep_said(change, said->place, &done, error),
                                         .message = keep_said(change, said->message, &done, error),
                                         .remedy = keep_said(change, said->remedy, &done, error)};
    if (done)
        list->items[list->count++] = kept;
    return done;
}

static bool object_by_itself(pdoc_change *change, pdoc_error **error)
{
    for (size_t kind = 0; kind < sizeof change->own / sizeof *change->own; kind++) {
        struct pdoc__objections *list = &change->objections[kind];
        for (size_t i = 0; i < change->own[kind].count; i++) {
            if (!pdoc__grow(&list->items, &list->capacity, list->count, sizeof *list->items, error))
                return false;
            list->items[list->count++] = change->own[kind].items[i];
        }
    }
    return true;
}

static bool can_go_on(const pdoc_change *change, pdoc_error **error)
{
    if (change && !change->is_over)
        return true;
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "a change that was begun and is not over is needed; begin another");
    return false;
}

pdoc_status pdoc_change_examine(pdoc_change *change, pdoc_error **error)
{
    pdoc_error *reason = NULL;
    bool has_recorded = false;
    if (!can_go_on(change, error))
        return PDOC_ERR_ARGUMENT;
    forget(change);
    const bool done = compare(change, &reason) && pdoc__change_record_corrections(change, &has_recorded, &reason) &&
                      (!has_recorded || compare(change, &reason)) && object_by_itself(change, &reason) &&
                      pdoc__change_judge(change, &reason);
    if (done)
        return PDOC_OK;
    const pdoc_status status = pdoc_error_status(reason);
    forget(change);
    if (error)
        *error = reason;
    else
        pdoc_error_free(reason);
    return status;
}

const pdoc_differences *pdoc_change_differences(const pdoc_change *change)
{
    return change ? change->differences : NULL;
}

static const struct pdoc__touched *touched_at(const pdoc_change *change, size_t index)
{
    static const struct pdoc__touched nothing = {0};
    return change && index < change->touched_count ? &change->touched[index] : &nothing;
}

static const pdoc_document *document_at(const pdoc_change *change, size_t index)
{
    const struct pdoc__touched *touched = touched_at(change, index);
    return touched->after ? touched->after : touched->before;
}

size_t pdoc_change_document_count(const pdoc_change *change)
{
    return change ? change->touched_count : 0;
}

const char *pdoc_change_document_id(const pdoc_change *change, size_t index)
{
    const pdoc_document *doc = document_at(change, index);
    return doc ? doc->id : NULL;
}

const char *pdoc_change_document_reference(const pdoc_change *change, size_t index)
{
    const pdoc_document *doc = document_at(change, index);
    return doc ? pdoc_document_reference(doc, 0) : NULL;
}

const char *pdoc_change_document_title(const pdoc_change *change, size_t index)
{
    const pdoc_document *doc = document_at(change, index);
    return doc ? pdoc_document_title(doc) : NULL;
}

pdoc_phase pdoc_change_phase_before(const pdoc_change *change, size_t index)
{
    return touched_at(change, index)->stands[0].phase;
}

pdoc_phase pdoc_change_phase_after(const pdoc_change *change, size_t index)
{
    return touched_at(change, index)->stands[1].phase;
}

pdoc_review_state pdoc_change_state_before(const pdoc_change *change, size_t index)
{
    return touched_at(change, index)->stands[0].state;
}

pdoc_review_state pdoc_change_state_after(const pdoc_change *change, size_t index)
{
    return touched_at(change, index)->stands[1].state;
}

pdoc_date pdoc_change_due_before(const pdoc_change *change, size_t index)
{
    return touched_at(change, index)->stands[0].due;
}

pdoc_date pdoc_change_due_after(const pdoc_change *change, size_t index)
{
    return touched_at(change, index)->stands[1].due;
}

static const struct pdoc__objection *objection_at(const pdoc_change *change, pdoc_objection kind, size_t index)
{
    static const struct pdoc__objection nothing = {0};
    return index < pdoc_change_objection_count(change, kind) ? &change->objections[kind].items[index] : &nothing;
}

size_t pdoc_change_objection_count(const pdoc_change *change, pdoc_objection kind)
{
    return change && (unsigned)kind <= PDOC_OBJECTION_NEXT ? change->objections[kind].count : 0;
}

const char *pdoc_change_objection_message(const pdoc_change *change, pdoc_objection kind, size_t index)
{
    return objection_at(change, kind, index)->message;
}

const char *pdoc_change_objection_rule(const pdoc_change *change, pdoc_objection kind, size_t index)
{
    return objection_at(change, kind, index)->rule;
}

const char *pdoc_change_objection_clause(const pdoc_change *change, pdoc_objection kind, size_t index)
{
    return objection_at(change, kind, index)->clause;
}

const char *pdoc_change_objection_remedy(const pdoc_change *change, pdoc_objection kind, size_t index)
{
    return objection_at(change, kind, index)->remedy;
}

const char *pdoc_change_objection_document(const pdoc_change *change, pdoc_objection kind, size_t index)
{
    return objection_at(change, kind, index)->document;
}

const char *pdoc_change_objection_place(const pdoc_change *change, pdoc_objection kind, size_t index)
{
    return objection_at(change, kind, index)->place;
}

/* ---- finishing ---- */

bool pdoc_change_can_override(const pdoc_change *change)
{
    for (size_t i = 0; i < pdoc_change_objection_count(change, PDOC_OBJECTION_REFUSAL); i++)
        if (change->objections[PDOC_OBJECTION_REFUSAL].items[i].is_final)
            return false;
    return change != NULL;
}

static void refuse(const pdoc_change *change, pdoc_error **error)
{
    const struct pdoc__objections *refusals = &change->objections[PDOC_OBJECTION_REFUSAL];
    pdoc_error *first = NULL;
    for (size_t i = 0; i < refusals->count; i++) {
        const struct pdoc__objection *refusal = &refusals->items[i];
        pdoc_error *next = NULL;
        pdoc__fail(&next, PDOC_ERR_REFUSED, "%s%s%s: %s", refusal->rule, refusal->clause ? ", " : "",
                   refusal->clause ? refusal->clause : "", refusal->message);
        if (first)
            pdoc__error_append(&first, next);
        else
            first = next;
    }
    if (error)
        *error = first;
    else
        pdoc_error_free(first);
}

/* The documents that it touches were changed in the revision that it makes. */
static void mark(const pdoc_change *change)
{
    const uint32_t revision = change->work->revision;
    for (size_t i = 0; i < change->touched_count; i++) {
        pdoc_document *doc =
            change->touched[i].after ? pdoc__change_document_after(change, change->touched[i].after->id) : NULL;
        if (!doc)
            continue;
        doc->revision = revision;
        if (!change->touched[i].before)
            doc->added = revision;
    }
}

pdoc_register *pdoc_change_finish(pdoc_change *change, pdoc_error **error)
{
    if (pdoc_change_examine(change, error) != PDOC_OK)
        return NULL;
    if (change->objections[PDOC_OBJECTION_REFUSAL].count > 0 &&
        !(change->override_because && pdoc_change_can_override(change))) {
        refuse(change, error);
        return NULL;
    }
    change->is_over = true;
    if (change->differences->count == 0)
        return pdoc_register_ref(change->work);
    if (!pdoc__change_record_makers(change, error) ||
        pdoc_register_revise(change->work, pdoc_date_last(change->basis.as_of), error) != PDOC_OK)
        return NULL;
    mark(change);
    return pdoc_register_ref(change->work);
}

void pdoc_change_free(pdoc_change *change)
{
    if (!change)
        return;
    forget(change);
    pdoc_register_unref(change->work);
    pdoc_register_unref(change->before);
    release_basis(&change->basis);
    pdoc__free(change->recorder);
    pdoc__free(change->reason);
    pdoc__free(change->override_because);
    pdoc__free(change->touched);
    for (size_t kind = 0; kind < sizeof change->objections / sizeof *change->objections; kind++)
        pdoc__free(change->objections[kind].items);
    for (size_t kind = 0; kind < sizeof change->own / sizeof *change->own; kind++)
        pdoc__free(change->own[kind].items);
    pdoc__arena_free(&change->own_arena);
    pdoc__arena_free(&change->arena);
    pdoc__free(change);
}
