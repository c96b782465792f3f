/* SPDX-License-Identifier: MIT */
/* Which documents changed since a revision of the register, and how they stand. */
#include "policydoc/updates.h"

#include <stdatomic.h>
#include <string.h>

#include "base/error.h"
#include "governance/attesting/readings.h"
#include "governance/change/ledger.h"

struct entry {
    const char *id; /* in the arena; or NULL, like the others */
    const char *reference;
    const char *title;
    const char *label;
    const char *sha256;
    uint32_t changed_in;
    uint32_t version;
    uint8_t kind;  /* pdoc_update_kind */
    uint8_t phase; /* pdoc_phase */
};

struct pdoc_updates {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_date as_of;
    uint32_t since;
    uint32_t revision;
    struct entry *entries;
    size_t count;
    size_t capacity;
};

struct work {
    struct pdoc__judge judge;
    pdoc_updates *answer;
    uint32_t first_known; /* all changes from this revision on are recorded with the documents */
};

uint32_t pdoc_document_revision(const pdoc_document *doc)
{
    return doc ? doc->revision : 0;
}

uint32_t pdoc_document_added(const pdoc_document *doc)
{
    return doc ? doc->added : 0;
}

static const char *keep(struct work *work, const char *text, bool *is_well)
{
    const char *copy = text ? pdoc__arena_text(&work->answer->arena, text, strlen(text), NULL) : NULL;
    *is_well = *is_well && (copy || !text);
    return copy;
}

/* A document without a revision was not changed since they are recorded. */
static bool has_changed(const struct work *work, const pdoc_document *doc, pdoc_update_kind *kind)
{
    const uint32_t since = work->answer->since;
    *kind = doc->added > since ? PDOC_UPDATE_ADDED : doc->revision > 0 ? PDOC_UPDATE_CHANGED : PDOC_UPDATE_UNSURE;
    if (doc->revision > 0 || doc->added > 0)
        return doc->revision > since || doc->added > since;
    return since < work->answer->revision && since + 1 < work->first_known;
}

static bool take(struct work *work, const pdoc_document *doc)
{
    pdoc_updates *answer = work->answer;
    struct pdoc__judge *judge = &work->judge;
    pdoc_update_kind kind;
    if (!has_changed(work, doc, &kind))
        return true;
    if (!pdoc__judge_take(judge, doc, NULL))
        return false;
    bool is_well = pdoc__grow(&answer->entries, &answer->capacity, answer->count, sizeof *answer->entries, NULL);
    const bool is_in_force = judge->phase.phase == PDOC_PHASE_IN_FORCE && judge->version;
    struct entry entry = {.kind = (uint8_t)kind, .phase = judge->phase.phase, .changed_in = doc->revision};
    entry.id = keep(work, doc->id, &is_well);
    entry.reference = keep(work, pdoc_document_reference(doc, 0), &is_well);
    entry.title = keep(work, pdoc_document_title(doc), &is_well);
    if (is_in_force) {
        entry.version = judge->version->ordinal;
        entry.label = keep(work, pdoc__label_of_version(judge->version), &is_well);
        entry.sha256 = keep(work, pdoc__hash_of_version(judge, judge->version), &is_well);
    }
    if (is_well)
        answer->entries[answer->count++] = entry;
    return is_well;
}

/* The lowest revision that a document has; UINT32_MAX: none has one. */
static uint32_t lowest_revision(const pdoc_register *reg)
{
    uint32_t lowest = UINT32_MAX;
    for (size_t i = 0; i < reg->document_count; i++)
        if (reg->documents[i]->revision > 0 && reg->documents[i]->revision < lowest)
            lowest = reg->documents[i]->revision;
    return lowest;
}

pdoc_updates *pdoc_register_updates(const pdoc_register *reg, uint32_t since, const pdoc_basis *basis,
                                    pdoc_error **error)
{
    struct work work = {.first_known = UINT32_MAX};
    if (!reg || since > reg->revision) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT,
                   "a register and one of its revisions are needed; it is at revision %u, and %u is none of them",
                   reg ? (unsigned)reg->revision : 0, (unsigned)since);
        return NULL;
    }
    if (!pdoc__judge_begin(&work.judge, reg, basis, error))
        return NULL;
    work.first_known = lowest_revision(reg);
    work.answer = pdoc__alloc_zero(1, sizeof *work.answer, NULL);
    bool is_well = work.answer != NULL;
    if (is_well) {
        atomic_init(&work.answer->references, 1);
        work.answer->as_of = basis->as_of;
        work.answer->since = since;
        work.answer->revision = reg->revision;
    }
    for (size_t i = 0; is_well && i < reg->document_count; i++)
        is_well = take(&work, reg->documents[i]);
    is_well = is_well && !work.judge.out_of_memory;
    pdoc__judge_end(&work.judge);
    if (is_well)
        return work.answer;
    pdoc__fail_memory(error);
    pdoc_updates_unref(work.answer);
    return NULL;
}

/* ---- the answer ---- */

const char *pdoc_update_kind_code(pdoc_update_kind kind)
{
    static const char *const codes[] = {"added", "changed", "unsure"};
    return (unsigned)kind < sizeof codes / sizeof *codes ? codes[kind] : NULL;
}

pdoc_updates *pdoc_updates_ref(pdoc_updates *updates)
{
    if (updates)
        atomic_fetch_add_explicit(&updates->references, 1, memory_order_relaxed);
    return updates;
}

void pdoc_updates_unref(pdoc_updates *updates)
{
    if (!updates || atomic_fetch_sub_explicit(&updates->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__arena_free(&updates->arena);
    pdoc__free(updates->entries);
    pdoc__free(updates);
}

pdoc_date pdoc_updates_as_of(const pdoc_updates *updates)
{
    return updates ? updates->as_of : (pdoc_date){0, 0, 0};
}

uint32_t pdoc_updates_since(const pdoc_updates *updates)
{
    return updates ? updates->since : 0;
}

uint32_t pdoc_updates_revision(const pdoc_updates *updates)
{
    return updates ? updates->revision : 0;
}

size_t pdoc_updates_count(const pdoc_updates *updates)
{
    return updates ? updates->count : 0;
}

static const struct entry *entry_at(const pdoc_updates *updates, size_t index)
{
    static const struct entry nothing = {.phase = PDOC_PHASE_UNDETERMINED};
    return index < pdoc_updates_count(updates) ? &updates->entries[index] : &nothing;
}

pdoc_update_kind pdoc_updates_kind(const pdoc_updates *updates, size_t index)
{
    return (pdoc_update_kind)entry_at(updates, index)->kind;
}

const char *pdoc_updates_document_id(const pdoc_updates *updates, size_t index)
{
    return entry_at(updates, index)->id;
}

const char *pdoc_updates_document_reference(const pdoc_updates *updates, size_t index)
{
    return entry_at(updates, index)->reference;
}

const char *pdoc_updates_document_title(const pdoc_updates *updates, size_t index)
{
    return entry_at(updates, index)->title;
}

uint32_t pdoc_updates_changed_in(const pdoc_updates *updates, size_t index)
{
    return entry_at(updates, index)->changed_in;
}

pdoc_phase pdoc_updates_phase(const pdoc_updates *updates, size_t index)
{
    return (pdoc_phase)entry_at(updates, index)->phase;
}

uint32_t pdoc_updates_version(const pdoc_updates *updates, size_t index)
{
    return entry_at(updates, index)->version;
}

const char *pdoc_updates_label(const pdoc_updates *updates, size_t index)
{
    return entry_at(updates, index)->label;
}

const char *pdoc_updates_sha256(const pdoc_updates *updates, size_t index)
{
    return entry_at(updates, index)->sha256;
}
