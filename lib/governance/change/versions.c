/* SPDX-License-Identifier: MIT */
/* The versions of a document as an object: label, phase, decision, amendment, hash, and what comes next. */
#include <stdatomic.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/change/ledger.h"
#include "governance/rows/rows.h"
#include "policydoc/change.h"

struct entry {
    uint32_t ordinal;
    uint8_t phase; /* pdoc_phase */
    pdoc_date since;
    pdoc_date decided;
    pdoc_date amended;
    const char *label; /* in the arena; or NULL, like the others */
    const char *decided_by;
    const char *amendment_class;
    const char *amended_by;
    const char *reason;
    const char *sha256;
    const char *problem;
};

/* The label after the last one. */
struct proposal {
    const char *step; /* its name, or the id of a class */
    const char *label;
};

struct pdoc_versions {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_date as_of;
    const char *id;
    const char *title;
    const char *reference;
    const char *scheme;
    const char *rule;
    const char *clause;
    struct entry *entries;
    size_t count;
    struct proposal *proposals;
    size_t proposal_count;
};

struct work {
    struct pdoc__judge judge;
    pdoc_versions *versions;
    const struct pdoc__scheme *scheme; /* NULL: the profile has none */
    pdoc_error **error;
};

static bool keep(struct pdoc__arena *arena, const char *text, const char **out, pdoc_error **error)
{
    *out = text ? pdoc__arena_text(arena, text, strlen(text), error) : NULL;
    return *out || !text;
}

/* ---- one version ---- */

static const pdoc_event *last_of_version(const struct pdoc__judge *judge, const struct pdoc_version *version,
                                         enum pdoc__event_kind kind)
{
    for (size_t i = judge->past.count; i > 0; i--) {
        const pdoc_event *event = judge->past.events[i - 1];
        if (event->kind == kind && pdoc__event_concerns(event, version))
            return event;
    }
    return NULL;
}

static const char *hash_of(const struct pdoc__judge *judge, const struct pdoc_version *version)
{
    const pdoc_event *attested = last_of_version(judge, version, PDOC__EVENT_ATTESTED);
    const char *hash = attested ? pdoc__event_says(attested, PDOC__ATTRIBUTE_SHA256) : NULL;
    for (size_t i = 0; !hash && i < version->content_count; i++)
        hash = version->contents[i].sha256;
    return hash;
}

static bool take_amendment(struct work *work, const pdoc_event *amended, struct entry *entry)
{
    struct pdoc__arena *arena = &work->versions->arena;
    const struct pdoc__amendment *class = pdoc__amendment_of(&work->judge, amended);
    entry->amended = amended->on;
    return keep(arena, class ? class->rule.id : pdoc__event_says(amended, PDOC__ATTRIBUTE_CLASS),
                &entry->amendment_class, work->error) &&
           keep(arena, amended->by, &entry->amended_by, work->error) &&
           keep(arena, pdoc__event_says(amended, PDOC__ATTRIBUTE_REASON), &entry->reason, work->error);
}

/* What the rule for numbers says of it. */
static const char *problem_of(struct work *work, const struct pdoc_version *version)
{
    struct pdoc__row_answer answer = {.outcome = PDOC_OUTCOME_NOT_APPLICABLE};
    if (!work->scheme)
        return NULL;
    pdoc__judge_scheme(&work->judge, (size_t)(work->scheme - work->judge.profile->schemes), &answer);
    const char *place =
        PDOC__PHRASE(&work->judge, "version/", pdoc__phrase_number(&work->judge, (int64_t)version->ordinal));
    const char *problem = NULL;
    for (const struct pdoc__row_answer *told = &answer; told; told = told->next)
        if (told->outcome == PDOC_OUTCOME_NOT_MET && strcmp(told->place, place) == 0)
            problem = problem ? PDOC__PHRASE(&work->judge, problem, "; ", told->message) : told->message;
    return problem;
}

static bool take_version(struct work *work, const struct pdoc_version *version, struct entry *entry)
{
    struct pdoc__arena *arena = &work->versions->arena;
    struct pdoc__judge *judge = &work->judge;
    const struct pdoc__phase phase = version == judge->version ? judge->phase : pdoc__phase_of(judge, version);
    const pdoc_event *decided = pdoc__approval_of(judge, version);
    const pdoc_event *amended = last_of_version(judge, version, PDOC__EVENT_AMENDED);
    *entry = (struct entry){.ordinal = version->ordinal, .phase = phase.phase, .since = pdoc__day_date(phase.since)};
    if (decided)
        entry->decided = decided->on;
    return keep(arena, pdoc__label_of_version(version), &entry->label, work->error) &&
           keep(arena, decided ? decided->by : NULL, &entry->decided_by, work->error) &&
           keep(arena, hash_of(judge, version), &entry->sha256, work->error) &&
           keep(arena, problem_of(work, version), &entry->problem, work->error) &&
           (!amended || take_amendment(work, amended, entry));
}

/* ---- what comes next ---- */

static bool propose(struct work *work, const char *name, const char *step)
{
    const struct pdoc__scheme_form *form = pdoc__scheme_form(work->scheme->form);
    const struct pdoc_version *last = pdoc__labelled_before(work->judge.doc, UINT32_MAX);
    struct pdoc__label from, next;
    char text[PDOC__LABEL_TEXT];
    if (last && !pdoc__label_read(form, pdoc__label_of_version(last), &from))
        return true;
    const uint32_t year = (uint32_t)work->versions->as_of.year;
    if (!form || !pdoc__label_next(form, last ? &from : NULL, pdoc__step_find(step), year, &next))
        return true;
    struct proposal *proposal = &work->versions->proposals[work->versions->proposal_count++];
    pdoc__label_write(form, &next, text);
    return keep(&work->versions->arena, name, &proposal->step, work->error) &&
           keep(&work->versions->arena, text, &proposal->label, work->error);
}

/* By each step, and by each class of amendment. */
static bool propose_all(struct work *work)
{
    const pdoc_profile *profile = work->judge.profile;
    if (!work->scheme || !work->scheme->form)
        return true;
    const size_t most = PDOC__STEP_COUNT + profile->counts[PDOC_PROFILE_AMENDMENTS];
    pdoc_versions *versions = work->versions;
    versions->proposals = pdoc__arena_zero(&versions->arena, most * sizeof *versions->proposals, work->error);
    if (!versions->proposals)
        return false;
    for (size_t step = PDOC__STEP_MAJOR; step < PDOC__STEP_COUNT; step++)
        if (!propose(work, pdoc__step_names[step], pdoc__step_names[step]))
            return false;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_AMENDMENTS]; i++) {
        const struct pdoc__amendment *class = &profile->amendments[i];
        const bool is_step = pdoc__step_find(class->rule.id) != PDOC__STEP_COUNT;
        if (!is_step && class->step && !propose(work, class->rule.id, class->step))
            return false;
    }
    return true;
}

static bool take_scheme(struct work *work)
{
    pdoc_versions *versions = work->versions;
    const struct pdoc__scheme *scheme = pdoc__scheme_of(&work->judge);
    work->scheme = scheme;
    return !scheme ||
           (keep(&versions->arena, scheme->form ? scheme->form : scheme->pattern, &versions->scheme, work->error) &&
            keep(&versions->arena, scheme->rule.id, &versions->rule, work->error) &&
            keep(&versions->arena, scheme->rule.clause, &versions->clause, work->error));
}

/* ---- all of it ---- */

static bool take_document(struct work *work, const pdoc_document *doc)
{
    pdoc_versions *versions = work->versions;
    versions->entries =
        pdoc__arena_zero(&versions->arena, (doc->version_count + 1u) * sizeof(struct entry), work->error);
    if (!versions->entries || !keep(&versions->arena, doc->id, &versions->id, work->error) ||
        !keep(&versions->arena, pdoc_document_title(doc), &versions->title, work->error) ||
        !keep(&versions->arena, pdoc_document_reference(doc, 0), &versions->reference, work->error) ||
        !take_scheme(work))
        return false;
    for (; versions->count < doc->version_count; versions->count++)
        if (!take_version(work, doc->versions[versions->count], &versions->entries[versions->count]))
            return false;
    return propose_all(work);
}

pdoc_versions *pdoc_document_versions(const pdoc_document *doc, const pdoc_basis *basis, pdoc_error **error)
{
    struct work work = {.error = error};
    if (!doc) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document is needed");
        return NULL;
    }
    if (!pdoc__judge_begin(&work.judge, doc->reg, basis, error))
        return NULL;
    work.versions = pdoc__alloc_zero(1, sizeof *work.versions, error);
    bool is_well = work.versions && pdoc__judge_take(&work.judge, doc, error);
    if (is_well) {
        atomic_init(&work.versions->references, 1);
        work.versions->as_of = basis->as_of;
        is_well = take_document(&work, doc);
        if (is_well && work.judge.out_of_memory) {
            pdoc__fail_memory(error);
            is_well = false;
        }
    }
    pdoc__judge_end(&work.judge);
    if (is_well)
        return work.versions;
    if (work.versions)
        pdoc__arena_free(&work.versions->arena);
    pdoc__free(work.versions);
    return NULL;
}

pdoc_versions *pdoc_versions_ref(pdoc_versions *versions)
{
    if (versions)
        atomic_fetch_add_explicit(&versions->references, 1, memory_order_relaxed);
    return versions;
}

void pdoc_versions_unref(pdoc_versions *versions)
{
    if (!versions || atomic_fetch_sub_explicit(&versions->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__arena_free(&versions->arena);
    pdoc__free(versions);
}

pdoc_date pdoc_versions_as_of(const pdoc_versions *versions)
{
    return versions ? versions->as_of : (pdoc_date){0, 0, 0};
}

const char *pdoc_versions_document_id(const pdoc_versions *versions)
{
    return versions ? versions->id : NULL;
}

const char *pdoc_versions_document_title(const pdoc_versions *versions)
{
    return versions ? versions->title : NULL;
}

const char *pdoc_versions_document_reference(const pdoc_versions *versions)
{
    return versions ? versions->reference : NULL;
}

const char *pdoc_versions_scheme(const pdoc_versions *versions)
{
    return versions ? versions->scheme : NULL;
}

const char *pdoc_versions_rule(const pdoc_versions *versions)
{
    return versions ? versions->rule : NULL;
}

const char *pdoc_versions_clause(const pdoc_versions *versions)
{
    return versions ? versions->clause : NULL;
}

const char *pdoc_versions_next(const pdoc_versions *versions, const char *step)
{
    for (size_t i = 0; versions && i < versions->proposal_count; i++)
        if (pdoc__text_equal(step, versions->proposals[i].step))
            return versions->proposals[i].label;
    return NULL;
}

size_t pdoc_versions_count(const pdoc_versions *versions)
{
    return versions ? versions->count : 0;
}

static const struct entry *entry_at(const pdoc_versions *versions, size_t index)
{
    return index < pdoc_versions_count(versions) ? &versions->entries[index] : NULL;
}

uint32_t pdoc_versions_ordinal(const pdoc_versions *versions, size_t version)
{
    const struct entry *entry = entry_at(versions, version);
    return entry ? entry->ordinal : 0;
}

const char *pdoc_versions_label(const pdoc_versions *versions, size_t version)
{
    const struct entry *entry = entry_at(versions, version);
    return entry ? entry->label : NULL;
}

pdoc_phase pdoc_versions_phase(const pdoc_versions *versions, size_t version)
{
    const struct entry *entry = entry_at(versions, version);
    return entry ? (pdoc_phase)entry->phase : PDOC_PHASE_UNDETERMINED;
}

pdoc_date pdoc_versions_since(const pdoc_versions *versions, size_t version)
{
    const struct entry *entry = entry_at(versions, version);
    return entry ? entry->since : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_versions_decided(const pdoc_versions *versions, size_t version)
{
    const struct entry *entry = entry_at(versions, version);
    return entry ? entry->decided : (pdoc_date){0, 0, 0};
}

const char *pdoc_versions_decided_by(const pdoc_versions *versions, size_t version)
{
    const struct entry *entry = entry_at(versions, version);
    return entry ? entry->decided_by : NULL;
}

pdoc_date pdoc_versions_amended(const pdoc_versions *versions, size_t version)
{
    const struct entry *entry = entry_at(versions, version);
    return entry ? entry->amended : (pdoc_date){0, 0, 0};
}

const char *pdoc_versions_amendment_class(const pdoc_versions *versions, size_t version)
{
    const struct entry *entry = entry_at(versions, version);
    return entry ? entry->amendment_class : NULL;
}

const char *pdoc_versions_amended_by(const pdoc_versions *versions, size_t version)
{
    const struct entry *entry = entry_at(versions, version);
    return entry ? entry->amended_by : NULL;
}

const char *pdoc_versions_reason(const pdoc_versions *versions, size_t version)
{
    const struct entry *entry = entry_at(versions, version);
    return entry ? entry->reason : NULL;
}

const char *pdoc_versions_sha256(const pdoc_versions *versions, size_t version)
{
    const struct entry *entry = entry_at(versions, version);
    return entry ? entry->sha256 : NULL;
}

const char *pdoc_versions_problem(const pdoc_versions *versions, size_t version)
{
    const struct entry *entry = entry_at(versions, version);
    return entry ? entry->problem : NULL;
}
