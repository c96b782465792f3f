/* SPDX-License-Identifier: MIT */
/* Which version was in force on a day, who approved it, when it was published: an answer for one document or all. */
#include "policydoc/in_force.h"

#include <stdatomic.h>
#include <string.h>

#include "base/error.h"
#include "governance/change/ledger.h"
#include "governance/rows/rows.h"
#include "model/build.h"

struct entry {
    uint32_t version; /* 0: none was in force */
    uint8_t phase;    /* pdoc_phase */
    bool is_printed;
    pdoc_date since;
    pdoc_date approved;
    pdoc_date published;
    const char *id; /* in the arena; or NULL, like the others */
    const char *reference;
    const char *title;
    const char *label;
    const char *decision;
    const char *approved_by;
    const char *minute;
    const char *published_at;
    const char *sha256;
};

struct pdoc_in_force {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_date as_of;
    pdoc_date known;
    struct entry *entries;
    size_t count;
};

/* A judge at work on an answer. */
struct work {
    struct pdoc__judge judge;
    pdoc_in_force *answer;
    pdoc_error **error;
};

static bool keep(struct work *work, const char *text, const char **out)
{
    *out = text ? pdoc__arena_text(&work->answer->arena, text, strlen(text), work->error) : NULL;
    return *out || !text;
}

/* ---- one document ---- */

static const struct pdoc__row *cell_of(const struct pdoc_version *version, int16_t field)
{
    for (size_t i = 0; i < version->row_count; i++)
        if (version->rows[i].known == field && version->rows[i].state == PDOC_CELL_GIVEN)
            return &version->rows[i];
    return NULL;
}

/* The first of two fields whose cell is filled in. */
static const struct pdoc__row *either_cell(const struct pdoc_version *version, int16_t field, int16_t other)
{
    const struct pdoc__row *cell = cell_of(version, field);
    return cell ? cell : cell_of(version, other);
}

static bool take_approval(struct work *work, const struct pdoc_version *version, struct entry *entry)
{
    const pdoc_event *decided = pdoc__approval_of(&work->judge, version);
    if (decided) {
        entry->approved = decided->on;
        return keep(work, decided->id, &entry->decision) && keep(work, decided->by, &entry->approved_by) &&
               keep(work, pdoc__event_says(decided, PDOC__ATTRIBUTE_MINUTE), &entry->minute);
    }
    const struct pdoc__row *day = either_cell(version, PDOC__FIELD_DATE_APPROVED, PDOC__FIELD_DATE_RATIFIED);
    const struct pdoc__row *body = either_cell(version, PDOC__FIELD_APPROVED_BY, PDOC__FIELD_RATIFIED_BY);
    entry->is_printed = day || body;
    if (day)
        entry->approved = day->date;
    return keep(work, body ? body->text : NULL, &entry->approved_by);
}

/* The first time, be it after the day asked for: what comes later is another place, or the same again. */
static bool take_publication(struct work *work, const struct pdoc_version *version, struct entry *entry)
{
    const struct pdoc__past *past = &work->judge.past;
    for (size_t i = 0; i < past->known; i++) {
        const pdoc_event *event = past->events[i];
        if (event->kind != PDOC__EVENT_PUBLISHED || !pdoc__event_moves(event, version))
            continue;
        const char *place = pdoc__event_says(event, PDOC__ATTRIBUTE_HREF);
        entry->published = event->on;
        return keep(work, place ? place : pdoc__event_says(event, PDOC__ATTRIBUTE_CHANNEL), &entry->published_at);
    }
    const struct pdoc__row *day = cell_of(version, PDOC__FIELD_DATE_PUBLISHED);
    if (day)
        entry->published = day->date;
    return true;
}

static bool take_version(struct work *work, const struct pdoc_version *version, struct entry *entry)
{
    const char *hash = NULL;
    entry->version = version->ordinal;
    for (size_t i = 0; !hash && i < version->content_count; i++)
        hash = version->contents[i].sha256;
    return keep(work, pdoc__label_of_version(version), &entry->label) && keep(work, hash, &entry->sha256) &&
           take_approval(work, version, entry) && take_publication(work, version, entry);
}

/* The judge chooses the version that is in force, where one is: what an expiry rule ended is not. */
static bool take(struct work *work, const pdoc_document *doc)
{
    struct entry *entry = &work->answer->entries[work->answer->count];
    if (!pdoc__judge_take(&work->judge, doc, work->error))
        return false;
    const struct pdoc_version *version = work->judge.version;
    const struct pdoc__phase *phase = &work->judge.phase;
    *entry = (struct entry){.phase = phase->phase, .since = pdoc__day_date(phase->since)};
    work->answer->count++;
    return keep(work, doc->id, &entry->id) && keep(work, pdoc_document_reference(doc, 0), &entry->reference) &&
           keep(work, pdoc_document_title(doc), &entry->title) &&
           (!version || phase->phase != PDOC_PHASE_IN_FORCE || take_version(work, version, entry));
}

/* ---- all of it ---- */

static bool take_all(struct work *work, const pdoc_document *const *docs, size_t count)
{
    pdoc_in_force *answer = work->answer;
    answer->entries = pdoc__arena_zero(&answer->arena, (count + 1) * sizeof *answer->entries, work->error);
    bool is_well = answer->entries != NULL;
    for (size_t i = 0; is_well && i < count; i++)
        is_well = take(work, docs[i]);
    if (is_well && work->judge.out_of_memory) {
        pdoc__fail_memory(work->error);
        is_well = false;
    }
    return is_well;
}

static pdoc_in_force *ask(const pdoc_register *reg, const pdoc_document *const *docs, size_t count,
                          const pdoc_basis *basis, pdoc_error **error)
{
    struct work work = {.error = error};
    if (!pdoc__judge_begin(&work.judge, reg, basis, error))
        return NULL;
    work.answer = pdoc__alloc_zero(1, sizeof *work.answer, error);
    bool is_well = work.answer != NULL;
    if (is_well) {
        atomic_init(&work.answer->references, 1);
        work.answer->as_of = basis->as_of;
        work.answer->known = basis->known_on;
        is_well = take_all(&work, docs, count);
    }
    pdoc__judge_end(&work.judge);
    if (is_well)
        return work.answer;
    pdoc_in_force_unref(work.answer);
    return NULL;
}

pdoc_in_force *pdoc_document_ask_in_force(const pdoc_document *doc, const pdoc_basis *basis, pdoc_error **error)
{
    if (!doc) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document is needed");
        return NULL;
    }
    return ask(doc->reg, &doc, 1, basis, error);
}

pdoc_in_force *pdoc_register_ask_in_force(const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    if (!reg) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a register is needed");
        return NULL;
    }
    return ask(reg, (const pdoc_document *const *)reg->documents, reg->document_count, basis, error);
}

pdoc_in_force *pdoc_in_force_ref(pdoc_in_force *answer)
{
    if (answer)
        atomic_fetch_add_explicit(&answer->references, 1, memory_order_relaxed);
    return answer;
}

void pdoc_in_force_unref(pdoc_in_force *answer)
{
    if (!answer || atomic_fetch_sub_explicit(&answer->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__arena_free(&answer->arena);
    pdoc__free(answer);
}

pdoc_date pdoc_in_force_as_of(const pdoc_in_force *answer)
{
    return answer ? answer->as_of : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_in_force_known(const pdoc_in_force *answer)
{
    return answer ? answer->known : (pdoc_date){0, 0, 0};
}

size_t pdoc_in_force_count(const pdoc_in_force *answer)
{
    return answer ? answer->count : 0;
}

static const struct entry *entry_at(const pdoc_in_force *answer, size_t index)
{
    static const struct entry none = {0};
    return index < pdoc_in_force_count(answer) ? &answer->entries[index] : &none;
}

const char *pdoc_in_force_document_id(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->id;
}

const char *pdoc_in_force_document_reference(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->reference;
}

const char *pdoc_in_force_document_title(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->title;
}

uint32_t pdoc_in_force_version(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->version;
}

const char *pdoc_in_force_label(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->label;
}

pdoc_phase pdoc_in_force_phase(const pdoc_in_force *answer, size_t index)
{
    return (pdoc_phase)entry_at(answer, index)->phase;
}

pdoc_date pdoc_in_force_since(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->since;
}

const char *pdoc_in_force_decision(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->decision;
}

pdoc_date pdoc_in_force_approved(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->approved;
}

const char *pdoc_in_force_approved_by(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->approved_by;
}

const char *pdoc_in_force_minute(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->minute;
}

bool pdoc_in_force_is_printed(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->is_printed;
}

pdoc_date pdoc_in_force_published(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->published;
}

const char *pdoc_in_force_published_at(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->published_at;
}

const char *pdoc_in_force_sha256(const pdoc_in_force *answer, size_t index)
{
    return entry_at(answer, index)->sha256;
}
