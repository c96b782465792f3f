/* SPDX-License-Identifier: MIT */
/* Who has to read what is in force, and who did: an answer for one document or all. */
#include "policydoc/attestation.h"

#include <stdatomic.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/attesting/readings.h"
#include "governance/named.h"
#include "governance/rows/cell.h"

struct entry {
    const char *id; /* in the arena; or NULL, like the others */
    const char *reference;
    const char *title;
    const char *reader;
    const char *event;
    const char *sha256;
    const char *rule;
    const char *clause;
    const char *reason;
    pdoc_date due;
    pdoc_date on;
    uint32_t version;
    uint32_t read_version;
    uint32_t people;
    uint8_t state; /* pdoc_reading_state */
    bool is_required;
};

struct pdoc_attestations {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_date as_of;
    struct entry *entries;
    size_t count;
    size_t capacity;
};

/* A judge at work on the readers of one document after the other. */
struct work {
    struct pdoc__judge judge;
    pdoc_attestations *answer;
    size_t first; /* entry of the document at hand */
};

/* A reader before it is held against the history. */
struct reader {
    const char *name;
    const struct pdoc__who *who; /* NULL: by the name */
    const struct pdoc__rule *rule;
    const char *reason;
    pdoc_date due;
    bool is_required;
};

static const char *keep(struct work *work, const char *text, bool *is_well)
{
    const char *copy = text ? pdoc__arena_text(&work->answer->arena, text, strlen(text), NULL) : NULL;
    *is_well = *is_well && (copy || !text);
    return copy;
}

static bool is_listed(struct work *work, const char *name)
{
    for (size_t i = work->first; i < work->answer->count; i++)
        if (pdoc__text_same(work->answer->entries[i].reader, name))
            return true;
    return false;
}

static bool list(struct work *work, const struct reader *reader)
{
    pdoc_attestations *answer = work->answer;
    const struct pdoc_version *version = work->judge.version;
    const struct pdoc__readings readings = pdoc__readings_of(&work->judge, version, reader->who, reader->name);
    const pdoc_event *event = readings.of_content ? readings.of_content : readings.last;
    struct entry entry = {.due = reader->due,
                          .version = version->ordinal,
                          .people = readings.people,
                          .is_required = reader->is_required,
                          .state = readings.of_content ? PDOC_READING_DONE
                                   : readings.last     ? PDOC_READING_AGAIN
                                                       : PDOC_READING_OUTSTANDING};
    if (!reader->name || !*reader->name || is_listed(work, reader->name))
        return true;
    bool is_well = pdoc__grow(&answer->entries, &answer->capacity, answer->count, sizeof entry, NULL);
    entry.id = keep(work, version->doc->id, &is_well);
    entry.reference = keep(work, pdoc_document_reference(version->doc, 0), &is_well);
    entry.title = keep(work, pdoc_document_title(version->doc), &is_well);
    entry.reader = keep(work, reader->name, &is_well);
    entry.event = keep(work, event ? event->id : NULL, &is_well);
    entry.sha256 = keep(work, pdoc__hash_of_version(&work->judge, version), &is_well);
    entry.rule = keep(work, reader->rule ? reader->rule->id : NULL, &is_well);
    entry.clause = keep(work, reader->rule ? reader->rule->clause : NULL, &is_well);
    entry.reason = keep(work, reader->reason, &is_well);
    if (event) {
        entry.on = event->on;
        entry.read_version = event->version;
    }
    if (is_well)
        answer->entries[answer->count++] = entry;
    return is_well;
}

/* ---- who must ---- */

/* Up to which day, counted from the first day in force. */
static pdoc_date due_of(struct pdoc__judge *judge, const struct pdoc__route_duty *duty)
{
    const struct pdoc__interval force = {judge->phase.since, judge->phase.since};
    struct pdoc__interval last;
    if (judge->phase.since == PDOC__NO_DAY || !pdoc__is_set(duty->within) ||
        !pdoc__reckon(judge, force, duty->within, &last, NULL))
        return (pdoc_date){0, 0, 0};
    return pdoc__day_date(last.last);
}

static bool list_duty(struct work *work, const struct pdoc__route_duty *duty)
{
    struct pdoc__judge *judge = &work->judge;
    struct pdoc__way way;
    if (pdoc__duty_kind(duty->kind) != PDOC__DUTY_READING)
        return true;
    pdoc__way_find(judge, &way);
    if (pdoc__cell_holds(judge, duty, way.day) != PDOC_TRUE)
        return true;
    for (size_t i = 0; i < duty->parties.names.count; i++) {
        const struct pdoc__parties one = {.names = {&duty->parties.names.items[i], 1}, .who = &duty->parties.who[i]};
        const struct reader reader = {.name = pdoc__phrase_parties(judge, &one, " and "),
                                      .who = &duty->parties.who[i],
                                      .rule = &duty->rule,
                                      .reason = "the profile says that they read it",
                                      .due = due_of(judge, duty),
                                      .is_required = true};
        if (!list(work, &reader))
            return false;
    }
    return true;
}

/* One of those whom the cell names; what is no party stays as it is printed. */
static bool list_printed(struct work *work, const char *text, size_t size)
{
    struct pdoc__judge *judge = &work->judge;
    while (size > 0 && pdoc__text_is_space(text, 1)) {
        text++;
        size--;
    }
    while (size > 0 && pdoc__text_is_space(text + size - 1, 1))
        size--;
    if (size == 0)
        return true;
    const char *name = pdoc__arena_text(&judge->names, text, size, NULL); /* names outlive the document at hand */
    const char *code = name ? pdoc__party_code(judge, name) : NULL;
    const struct reader reader = {.name = code ? pdoc__party_label(judge, code) : name,
                                  .reason = "the front sheet says that it is for them",
                                  .is_required = true};
    return name && list(work, &reader);
}

static bool list_audience(struct work *work)
{
    const struct pdoc_version *version = work->judge.version;
    for (size_t i = 0; i < version->row_count; i++) {
        const struct pdoc__row *row = &version->rows[i];
        const bool is_it = row->known == PDOC__FIELD_AUDIENCE && row->state == PDOC_CELL_GIVEN && row->text;
        for (const char *at = is_it ? row->text : ""; *at;) {
            const size_t size = strcspn(at, ";\n");
            if (!list_printed(work, at, size))
                return false;
            at += size + (at[size] != '\0');
        }
    }
    return true;
}

/* ---- who did ---- */

static bool list_others(struct work *work)
{
    struct pdoc__judge *judge = &work->judge;
    for (size_t i = 0; i < judge->past.count; i++) {
        const pdoc_event *event = judge->past.events[i];
        const char *group = pdoc__event_says(event, PDOC__ATTRIBUTE_GROUP);
        const char *name = event->by ? event->by : group;
        const char *code = name ? pdoc__party_code(judge, name) : NULL;
        const struct reader reader = {.name = code ? pdoc__party_label(judge, code) : name,
                                      .reason = "they read it, though nothing says that they must"};
        if (event->kind == PDOC__EVENT_READ && !list(work, &reader))
            return false;
    }
    return true;
}

/* ---- all of it ---- */

static bool take(struct work *work, const pdoc_document *doc)
{
    struct pdoc__judge *judge = &work->judge;
    work->first = work->answer->count;
    if (!pdoc__judge_take(judge, doc, NULL))
        return false;
    const pdoc_profile *profile = judge->profile;
    if (judge->phase.phase != PDOC_PHASE_IN_FORCE || !judge->version)
        return true;
    for (size_t i = 0; profile && i < profile->counts[PDOC_PROFILE_ROUTE_DUTIES]; i++)
        if (!list_duty(work, &profile->route_duties[i]))
            return false;
    return list_audience(work) && list_others(work);
}

static pdoc_attestations *ask(const pdoc_register *reg, const pdoc_document *one, const pdoc_basis *basis,
                              pdoc_error **error)
{
    struct work work = {.first = 0};
    if (!pdoc__judge_begin(&work.judge, reg, basis, error))
        return NULL;
    work.answer = pdoc__alloc_zero(1, sizeof *work.answer, NULL);
    bool is_well = work.answer != NULL;
    if (is_well) {
        atomic_init(&work.answer->references, 1);
        work.answer->as_of = basis->as_of;
    }
    for (size_t i = 0; is_well && i < (one ? 1 : reg->document_count); i++)
        is_well = take(&work, one ? one : reg->documents[i]);
    is_well = is_well && !work.judge.out_of_memory;
    pdoc__judge_end(&work.judge);
    if (is_well)
        return work.answer;
    pdoc__fail_memory(error);
    pdoc_attestations_unref(work.answer);
    return NULL;
}

pdoc_attestations *pdoc_document_attestations(const pdoc_document *doc, const pdoc_basis *basis, pdoc_error **error)
{
    if (!doc) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document is needed to say who reads it");
        return NULL;
    }
    return ask(doc->reg, doc, basis, error);
}

pdoc_attestations *pdoc_register_attestations(const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    if (!reg) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a register is needed to say who reads its documents");
        return NULL;
    }
    return ask(reg, NULL, basis, error);
}

pdoc_attestations *pdoc_attestations_ref(pdoc_attestations *attestations)
{
    if (attestations)
        atomic_fetch_add_explicit(&attestations->references, 1, memory_order_relaxed);
    return attestations;
}

void pdoc_attestations_unref(pdoc_attestations *attestations)
{
    if (!attestations || atomic_fetch_sub_explicit(&attestations->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__arena_free(&attestations->arena);
    pdoc__free(attestations->entries);
    pdoc__free(attestations);
}

const char *pdoc_reading_state_code(pdoc_reading_state state)
{
    static const char *const codes[] = {"done", "again", "outstanding"};
    return (unsigned)state < sizeof codes / sizeof *codes ? codes[state] : NULL;
}

pdoc_date pdoc_attestations_as_of(const pdoc_attestations *attestations)
{
    return attestations ? attestations->as_of : (pdoc_date){0, 0, 0};
}

size_t pdoc_attestations_count(const pdoc_attestations *attestations)
{
    return attestations ? attestations->count : 0;
}

size_t pdoc_attestations_outstanding(const pdoc_attestations *attestations)
{
    size_t count = 0;
    for (size_t i = 0; i < pdoc_attestations_count(attestations); i++)
        count += attestations->entries[i].is_required && attestations->entries[i].state != PDOC_READING_DONE;
    return count;
}

static const struct entry *entry_at(const pdoc_attestations *attestations, size_t index)
{
    static const struct entry nothing = {.id = NULL};
    return index < pdoc_attestations_count(attestations) ? &attestations->entries[index] : &nothing;
}

#define ENTRY(type, name, member)                                                                                      \
    type name(const pdoc_attestations *attestations, size_t entry)                                                     \
    {                                                                                                                  \
        return (type)entry_at(attestations, entry)->member;                                                            \
    }
typedef const char *text;
ENTRY(text, pdoc_attestations_document_id, id)
ENTRY(text, pdoc_attestations_document_reference, reference)
ENTRY(text, pdoc_attestations_document_title, title)
ENTRY(text, pdoc_attestations_reader, reader)
ENTRY(text, pdoc_attestations_event, event)
ENTRY(text, pdoc_attestations_sha256, sha256)
ENTRY(text, pdoc_attestations_rule, rule)
ENTRY(text, pdoc_attestations_clause, clause)
ENTRY(text, pdoc_attestations_reason, reason)
ENTRY(uint32_t, pdoc_attestations_version, version)
ENTRY(uint32_t, pdoc_attestations_read_version, read_version)
ENTRY(uint32_t, pdoc_attestations_people, people)
ENTRY(pdoc_reading_state, pdoc_attestations_state, state)
ENTRY(bool, pdoc_attestations_is_required, is_required)

pdoc_date pdoc_attestations_due(const pdoc_attestations *attestations, size_t entry)
{
    return entry_at(attestations, entry)->due;
}

pdoc_date pdoc_attestations_on(const pdoc_attestations *attestations, size_t entry)
{
    return entry_at(attestations, entry)->on;
}
