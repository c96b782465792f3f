/* SPDX-License-Identifier: MIT */
/* Which documents govern a step of a case: by relations, tracks, sections and keywords of what is in force. */
#include "policydoc/governing.h"

#include <stdatomic.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/attesting/readings.h"
#include "governance/change/ledger.h"
#include "governance/relations/graph.h"
#include "governance/rows/judged_rows.h"

struct entry {
    const char *id; /* in the arena; or NULL, like the others */
    const char *reference;
    const char *title;
    const char *label;
    const char *reason;
    const char *clause;
    const char *section;
    const char *section_title;
    const char *note;
    const char *place;
    const char *sha256;
    pdoc_date since;
    uint32_t version;
    uint8_t by; /* pdoc_governs_by */
};

struct pdoc_governing {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_date as_of;
    const char *step;
    struct entry *entries;
    size_t count;
    size_t capacity;
};

/* A judge at work on an answer. */
struct work {
    struct pdoc__judge judge;
    pdoc_governing *answer;
    const char *step;
};

/* Why, before it is kept. */
struct finding {
    pdoc_governs_by by;
    const pdoc_relation *relation;       /* NULL: none says so */
    const struct pdoc__section *section; /* NULL: none is about it */
    const char *reason;
};

/* ---- names of steps ---- */

/* What follows the last sign that parts a name from where it stands. */
static const char *last_part(const char *name)
{
    const char *part = name;
    for (const char *at = name; *at; at++)
        if (strchr(":#/", *at) && at[1])
            part = at + 1;
    return part;
}

static bool is_step(const char *name, const char *step)
{
    return name && (pdoc__text_same(name, step) || pdoc__text_same(last_part(name), step));
}

static bool is_document(const pdoc_document *doc, const char *step)
{
    for (size_t i = 0; i < doc->reference_count; i++)
        if (pdoc__text_same(doc->references[i], step))
            return true;
    return pdoc__text_same(doc->id, step) || pdoc__text_same(pdoc_document_title(doc), step);
}

/* The track of the profile to which a stage of that name belongs; NULL: there is none. */
static const char *track_of(const struct pdoc__judge *judge, const char *step)
{
    const pdoc_profile *profile = judge->profile;
    for (size_t i = 0; profile && i < profile->counts[PDOC_PROFILE_STAGES]; i++)
        if (pdoc__text_same(profile->stages[i].rule.id, step) || pdoc__text_same(profile->stages[i].rule.label, step))
            return profile->stages[i].track;
    return NULL;
}

/* ---- why ---- */

static bool names_step(const pdoc_relation *relation, const char *step)
{
    const pdoc_document *target = pdoc_relation_document(relation);
    return target ? is_document(target, step) : is_step(relation->target, step);
}

static bool governs_itself(const struct work *work, const pdoc_document *doc, const char *step, pdoc_governs_by by,
                           struct finding *out)
{
    (void)work;
    for (size_t i = 0; i < doc->relation_count; i++) {
        const pdoc_relation *relation = doc->relations[i];
        if (strcmp(relation->kind, "governs-step") != 0 || !names_step(relation, step))
            continue;
        out->by = by;
        out->relation = relation;
        return true;
    }
    return false;
}

/* The process itself says which document governs it. */
static bool is_named_by_process(struct work *work, const pdoc_document *doc, struct finding *out)
{
    const struct pdoc__graph *graph = pdoc__judge_graph(&work->judge);
    for (uint32_t i = graph ? graph->first[doc->index] : 0; graph && i < graph->first[doc->index + 1]; i++) {
        const pdoc_relation *relation = graph->incoming[i];
        if (strcmp(relation->kind, "step-governed-by") != 0 || !is_document(relation->doc, work->step))
            continue;
        out->by = PDOC_GOVERNS_BY_RELATION;
        out->relation = relation;
        return true;
    }
    return false;
}

static bool has_keyword(const struct pdoc_version *version, const char *step)
{
    for (size_t i = 0; i < version->row_count; i++) {
        const struct pdoc__row *row = &version->rows[i];
        const bool is_it = row->known == PDOC__FIELD_KEYWORDS && row->state == PDOC_CELL_GIVEN && row->text;
        for (const char *at = is_it ? row->text : ""; *at;) {
            char word[200];
            const size_t size = strcspn(at, ";,\n");
            if (size < sizeof word) {
                memcpy(word, at, size);
                word[size] = '\0';
                if (pdoc__text_same(word, step))
                    return true;
            }
            at += size + (at[size] != '\0');
        }
    }
    return false;
}

static const struct pdoc__section *section_named(const struct pdoc_version *version, const char *name)
{
    for (size_t i = 0; name && i < version->section_count; i++)
        if (pdoc__text_same(version->sections[i].code, name) || pdoc__text_same(version->sections[i].title, name))
            return &version->sections[i];
    return NULL;
}

/* A section that has the name in its title. */
static const struct pdoc__section *section_about(const struct pdoc_version *version, const char *step)
{
    for (size_t i = 0; i < version->section_count; i++)
        if (version->sections[i].title && pdoc__text_contains(version->sections[i].title, step))
            return &version->sections[i];
    return NULL;
}

static bool find_reason(struct work *work, const pdoc_document *doc, struct finding *out)
{
    struct pdoc__judge *judge = &work->judge;
    const char *track = track_of(judge, work->step);
    if (governs_itself(work, doc, work->step, PDOC_GOVERNS_BY_RELATION, out) || is_named_by_process(work, doc, out)) {
        out->reason = PDOC__PHRASE(judge, "relation \"", out->relation->kind, "\"");
        return true;
    }
    if (track && governs_itself(work, doc, track, PDOC_GOVERNS_BY_TRACK, out)) {
        out->reason = PDOC__PHRASE(judge, "it governs the track \"", track, "\", to which the stage belongs");
        return true;
    }
    out->section = section_named(judge->version, work->step);
    if (out->section) {
        out->by = PDOC_GOVERNS_BY_SECTION;
        out->reason = "a section of it is about the step";
        return true;
    }
    out->by = PDOC_GOVERNS_BY_KEYWORD;
    out->reason = "its front sheet names the step among the keywords";
    return has_keyword(judge->version, work->step);
}

/* ---- where ---- */

static const char *cell_of(const struct pdoc_version *version, int16_t field)
{
    for (size_t i = 0; i < version->row_count; i++)
        if (version->rows[i].known == field && version->rows[i].state == PDOC_CELL_GIVEN)
            return version->rows[i].text;
    return NULL;
}

static const char *place_of(const struct pdoc__judge *judge, const struct pdoc_version *version)
{
    static const int16_t fields[] = {PDOC__FIELD_LOCATION_WEBSITE, PDOC__FIELD_LOCATION_INTRANET};
    for (size_t i = judge->past.count; i-- > 0;) {
        const pdoc_event *event = judge->past.events[i];
        const char *place = pdoc__event_says(event, PDOC__ATTRIBUTE_HREF);
        if (event->kind == PDOC__EVENT_PUBLISHED && event->version == version->ordinal && place)
            return place;
    }
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *cell = cell_of(version, fields[i]);
        if (cell && *cell)
            return cell;
    }
    return version->content_count > 0 ? version->contents[0].href : NULL;
}

/* ---- entries ---- */

static const char *keep(struct work *work, const char *text, bool *is_well)
{
    const char *copy = text ? pdoc__arena_text(&work->answer->arena, text, strlen(text), NULL) : NULL;
    *is_well = *is_well && (copy || !text);
    return copy;
}

/* Of a relation of the process the clause is one of this document; of its own it says which part of it governs. */
static bool list(struct work *work, const pdoc_document *doc, const struct finding *found)
{
    pdoc_governing *answer = work->answer;
    const struct pdoc__judge *judge = &work->judge;
    const struct pdoc_version *version = judge->version;
    const char *clause = found->relation ? found->relation->clause : NULL;
    const struct pdoc__section *section = found->section ? found->section : section_named(version, clause);
    bool is_well = pdoc__grow(&answer->entries, &answer->capacity, answer->count, sizeof *answer->entries, NULL);
    struct entry entry = {.version = version->ordinal, .by = (uint8_t)found->by};
    section = section ? section : section_about(version, work->step);
    entry.since = pdoc__day_date(judge->phase.since);
    entry.id = keep(work, doc->id, &is_well);
    entry.reference = keep(work, pdoc_document_reference(doc, 0), &is_well);
    entry.title = keep(work, pdoc_document_title(doc), &is_well);
    entry.label = keep(work, pdoc__label_of_version(version), &is_well);
    entry.reason = keep(work, found->reason, &is_well);
    entry.clause = keep(work, clause, &is_well);
    entry.section = keep(work, section ? section->code : NULL, &is_well);
    entry.section_title = keep(work, section ? section->title : NULL, &is_well);
    entry.note = keep(work, found->relation ? found->relation->note : NULL, &is_well);
    entry.place = keep(work, place_of(judge, version), &is_well);
    entry.sha256 = keep(work, pdoc__hash_of_version(judge, version), &is_well);
    if (is_well)
        answer->entries[answer->count++] = entry;
    return is_well;
}

static bool take(struct work *work, const pdoc_document *doc)
{
    struct finding found = {.relation = NULL};
    if (!pdoc__judge_take(&work->judge, doc, NULL))
        return false;
    if (work->judge.phase.phase != PDOC_PHASE_IN_FORCE || !work->judge.version || !find_reason(work, doc, &found))
        return true;
    return list(work, doc, &found);
}

pdoc_governing *pdoc_register_governing(const pdoc_register *reg, const char *step, const pdoc_basis *basis,
                                        pdoc_error **error)
{
    struct work work = {.step = step};
    if (!reg || !step || !*step) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a register and the name of a step are needed to say what governs it");
        return NULL;
    }
    if (!pdoc__is_text(step, "step", error) || !pdoc__judge_begin(&work.judge, reg, basis, error))
        return NULL;
    work.answer = pdoc__alloc_zero(1, sizeof *work.answer, NULL);
    bool is_well = work.answer != NULL;
    if (is_well) {
        atomic_init(&work.answer->references, 1);
        work.answer->as_of = basis->as_of;
        work.answer->step = keep(&work, step, &is_well);
    }
    for (size_t i = 0; is_well && i < reg->document_count; i++)
        is_well = take(&work, reg->documents[i]);
    is_well = is_well && !work.judge.out_of_memory;
    pdoc__judge_end(&work.judge);
    if (is_well)
        return work.answer;
    pdoc__fail_memory(error);
    pdoc_governing_unref(work.answer);
    return NULL;
}

/* ---- the answer ---- */

pdoc_governing *pdoc_governing_ref(pdoc_governing *governing)
{
    if (governing)
        atomic_fetch_add_explicit(&governing->references, 1, memory_order_relaxed);
    return governing;
}

void pdoc_governing_unref(pdoc_governing *governing)
{
    if (!governing || atomic_fetch_sub_explicit(&governing->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__arena_free(&governing->arena);
    pdoc__free(governing->entries);
    pdoc__free(governing);
}

const char *pdoc_governs_by_code(pdoc_governs_by by)
{
    static const char *const codes[] = {"relation", "track", "section", "keyword"};
    return (unsigned)by < sizeof codes / sizeof *codes ? codes[by] : NULL;
}

pdoc_date pdoc_governing_as_of(const pdoc_governing *governing)
{
    return governing ? governing->as_of : (pdoc_date){0, 0, 0};
}

const char *pdoc_governing_step(const pdoc_governing *governing)
{
    return governing ? governing->step : NULL;
}

size_t pdoc_governing_count(const pdoc_governing *governing)
{
    return governing ? governing->count : 0;
}

static const struct entry *entry_at(const pdoc_governing *governing, size_t index)
{
    static const struct entry nothing = {.id = NULL};
    return index < pdoc_governing_count(governing) ? &governing->entries[index] : &nothing;
}

#define ENTRY(type, name, member)                                                                                      \
    type name(const pdoc_governing *governing, size_t index)                                                           \
    {                                                                                                                  \
        return (type)entry_at(governing, index)->member;                                                               \
    }
typedef const char *text;
ENTRY(text, pdoc_governing_document_id, id)
ENTRY(text, pdoc_governing_document_reference, reference)
ENTRY(text, pdoc_governing_document_title, title)
ENTRY(text, pdoc_governing_label, label)
ENTRY(text, pdoc_governing_reason, reason)
ENTRY(text, pdoc_governing_clause, clause)
ENTRY(text, pdoc_governing_section, section)
ENTRY(text, pdoc_governing_section_title, section_title)
ENTRY(text, pdoc_governing_note, note)
ENTRY(text, pdoc_governing_place, place)
ENTRY(text, pdoc_governing_sha256, sha256)
ENTRY(uint32_t, pdoc_governing_version, version)
ENTRY(pdoc_governs_by, pdoc_governing_by, by)

pdoc_date pdoc_governing_since(const pdoc_governing *governing, size_t index)
{
    return entry_at(governing, index)->since;
}
