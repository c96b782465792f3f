/* SPDX-License-Identifier: MIT */
/* The audit: every document in turn, then the register as a whole. What is judged, and how, stands in other files. */
#include "governance/audit/audit.h"

#include <string.h>

#include "base/error.h"

static bool is_over(uint8_t phase)
{
    return phase == PDOC_PHASE_SUPERSEDED || phase == PDOC_PHASE_WITHDRAWN || phase == PDOC_PHASE_ARCHIVED;
}

static bool begin_results(struct pdoc__audit *audit, pdoc_error **error)
{
    const struct pdoc__judge *judge = &audit->judge;
    const size_t sort = judge->doc ? PDOC__LAYOUT_DOCUMENT : PDOC__LAYOUT_REGISTER;
    audit->layout = audit->plan ? &audit->plan->layouts[sort] : &audit->no_rules;
    const struct pdoc__segment segment = {
        .rules = audit->layout->rules, .document = audit->document, .width = (uint32_t)audit->layout->count};
    const size_t followers = judge->doc && !audit->only ? audit->report->document_count - judge->doc->index - 1 : 0;
    return pdoc__results_begin(&audit->report->results, segment, audit->layout->count, followers, error);
}

/* Turns to a document, or to the register itself (NULL). */
static bool take(struct pdoc__audit *audit, const pdoc_document *doc, pdoc_error **error)
{
    struct pdoc__judge *judge = &audit->judge;
    if (!pdoc__judge_take(judge, doc, error))
        return false;
    while (audit->plan_count < judge->profile_count)
        if (!pdoc__plan_make(audit, judge->profiles[audit->plan_count], error))
            return false;
    audit->plan = judge->profile ? &audit->plans[judge->profile_index] : NULL;
    audit->document = doc ? doc->index : PDOC__THE_REGISTER;
    audit->first_finding = audit->report->finding_count;
    audit->is_over = doc && is_over(judge->phase.phase);
    audit->is_draft = judge->phase.phase == PDOC_PHASE_DRAFT || judge->phase.phase == PDOC_PHASE_CONSULTING;
    if (audit->texts.blocks)
        pdoc__arena_reset(&audit->texts);
    return begin_results(audit, error);
}

static bool judge_subject(struct pdoc__audit *audit, const pdoc_document *doc, pdoc_error **error)
{
    if (!take(audit, doc, error))
        return false;
    pdoc__require(audit);
    pdoc__check_subject(audit);
    return (!audit->failed && !audit->judge.out_of_memory) || (pdoc__fail_memory(error), false);
}

static const char *copy(struct pdoc__audit *audit, const char *text, pdoc_error **error)
{
    const char *kept = text ? pdoc__arena_text(&audit->report->arena, text, strlen(text), error) : NULL;
    audit->failed |= text && !kept;
    return kept;
}

/* Puts a text into its place, and returns the place behind it. */
static char *put_text(char *place, const char *text, size_t size)
{
    memcpy(place, text, size);
    return place + size;
}

/* The texts that tell a document, one behind the other. */
static bool copy_texts(struct pdoc__audit *audit, const pdoc_document *doc, struct pdoc__judged *out,
                       pdoc_error **error)
{
    const char *title = pdoc_document_title(doc);
    const char *reference = pdoc_document_reference(doc, 0);
    const size_t id_size = strlen(doc->id) + 1;
    const size_t title_size = title ? strlen(title) + 1 : 0;
    const size_t reference_size = reference ? strlen(reference) + 1 : 0;
    char *place = pdoc__arena_space(&audit->report->arena, id_size + title_size + reference_size, error);
    if (!place)
        return false;
    *out = (struct pdoc__judged){.texts = place, .has_title = title != NULL, .has_reference = reference != NULL};
    place = put_text(place, doc->id, id_size);
    if (title)
        place = put_text(place, title, title_size);
    if (reference)
        put_text(place, reference, reference_size);
    return true;
}

/* What the report tells of a document. */
static bool describe(struct pdoc__audit *audit, const pdoc_document *doc, struct pdoc__judged *out, pdoc_error **error)
{
    const struct pdoc__type *type = audit->judge.type;
    if (!copy_texts(audit, doc, out, error))
        return false;
    out->type = type ? type->rule.id : copy(audit, doc->type, error);
    out->phase = audit->judge.phase.phase;
    audit->report->phase_counts[out->phase]++;
    return !audit->failed;
}

static bool judge_document(struct pdoc__audit *audit, const pdoc_document *doc, struct pdoc__due *row,
                           pdoc_error **error)
{
    pdoc_report *report = audit->report;
    if (!judge_subject(audit, doc, error) ||
        !describe(audit, doc, &report->documents[doc->index - report->first_document], error))
        return false;
    if (!audit->only && !pdoc__note_keys(audit, doc, error))
        return false;
    *row = *pdoc__due(&audit->judge);
    return !audit->judge.out_of_memory || (pdoc__fail_memory(error), false);
}

#define LINE        64u         /* bytes that memory hands over together */
#define MOST_AHEAD  (4u * 1024) /* bytes of the objects of one document; those of its texts are fewer */
#define TEXTS_AHEAD 512u
enum { FETCH_PLACES = 2, FETCH_TEXTS, FETCH_OBJECTS, FETCH_END }; /* documents ahead, for each step */

static const char *first_target(const pdoc_document *doc)
{
    return doc->relation_count > 0 ? doc->relations[0]->target : NULL;
}

/* What was read lies one behind the other, document by document: objects upwards, texts downwards from that of the id.
   The judge looks at it in jumps, and would wait for the memory at nearly every one. Documents that others name lie
   anywhere: where an id has its place is fetched first, then the id that is there. `hash` is that of the id whose place
   was fetched last. */
static void look_ahead(const pdoc_register *reg, size_t current, uint64_t *hash)
{
    pdoc_document *const *from = reg->documents + current;
    if (reg->document_count - current <= FETCH_END)
        return;
    const uintptr_t objects = (uintptr_t)from[FETCH_OBJECTS];
    const uintptr_t room = (uintptr_t)from[FETCH_END] - objects;
    const uintptr_t texts = (uintptr_t)from[FETCH_TEXTS]->id;
    for (uintptr_t i = 0; i < room && i < MOST_AHEAD; i += LINE)
        PDOC__FETCH((const void *)(objects + i));
    for (uintptr_t i = 0; i < TEXTS_AHEAD; i += LINE)
        PDOC__FETCH((const void *)(texts - i));
    pdoc__map_fetch_key(&reg->document_ids, *hash);
    if (!first_target(from[FETCH_PLACES]))
        return;
    *hash = pdoc__map_hash(first_target(from[FETCH_PLACES]));
    pdoc__map_fetch_place(&reg->document_ids, *hash);
}

static bool judge_all(struct pdoc__audit *audit, struct pdoc__due *rows, pdoc_error **error)
{
    const pdoc_register *reg = audit->judge.reg;
    if (audit->only)
        return judge_document(audit, audit->only, rows, error);
    if (!judge_subject(audit, NULL, error))
        return false;
    uint64_t hash = 0;
    for (size_t i = 0; i < reg->document_count; i++) {
        look_ahead(reg, i, &hash);
        if (!judge_document(audit, reg->documents[i], &rows[i], error))
            return false;
    }
    return true;
}

/* The schedule of the same basis, and the profiles, which the report holds from now on. */
static bool finish(struct pdoc__audit *audit, struct pdoc__due *rows, pdoc_error **error)
{
    pdoc_report *report = audit->report;
    const struct pdoc__judge *judge = &audit->judge;
    /* First, since what it needed is free then. It asks all other documents, and has no gate: a supposition needs it not. */
    if (!audit->judge.supposed && !pdoc__check_duplicates(audit, error)) {
        pdoc__free(rows);
        return false;
    }
    report->schedule = pdoc__schedule_make(judge, rows, report->document_count, error);
    if (!report->schedule || !pdoc__results_finish(report, error))
        return false;
    if (audit->failed || judge->out_of_memory)
        return (pdoc__fail_memory(error), false);
    report->profiles = pdoc__alloc_zero(judge->profile_count + 1, sizeof(pdoc_profile *), error);
    if (!report->profiles)
        return false;
    for (size_t i = 0; i < judge->profile_count; i++)
        report->profiles[report->profile_count++] = pdoc__profile_hold(judge->profiles[i]);
    pdoc__report_sort(report);
    return true;
}

static bool begin(struct pdoc__audit *audit, pdoc_error **error)
{
    const pdoc_register *reg = audit->judge.reg;
    audit->report = pdoc__report_new(error);
    if (!audit->report)
        return false;
    pdoc_report *report = audit->report;
    report->as_of = audit->judge.as_of;
    report->first_document = audit->only ? audit->only->index : 0;
    report->document_count = audit->only ? 1 : reg->document_count;
    report->title = copy(audit, reg->title, error);
    report->documents = pdoc__realloc(NULL, report->document_count + 1, sizeof *report->documents, error);
    return report->documents && (report->title || !reg->title) &&
           pdoc__layout_make(audit, NULL, PDOC__SUBJECT_OTHER, &audit->no_rules, error);
}

static void end(struct pdoc__audit *audit)
{
    for (size_t i = 0; i < audit->plan_count; i++)
        pdoc__plan_free(&audit->plans[i]);
    pdoc__free(audit->plans);
    for (size_t i = 0; i < PDOC__KEY_COUNT; i++)
        pdoc__free(audit->keys[i].items);
    pdoc__buffer_free(&audit->words);
    pdoc__arena_free(&audit->scratch);
    pdoc__arena_free(&audit->texts);
    pdoc__rings_free(&audit->rings);
    pdoc__judge_end(&audit->judge);
}

/* `supposed` is judged as if it had happened; NULL: nothing is. */
static pdoc_report *make_report(const pdoc_register *reg, const pdoc_document *only, const pdoc_basis *basis,
                                const pdoc_event *supposed, pdoc_error **error)
{
    struct pdoc__audit audit = {.only = only, .has_ended = -1};
    struct pdoc__due *rows = NULL;
    bool done = false;
    if (!pdoc__judge_begin(&audit.judge, reg, basis, error))
        return NULL;
    audit.judge.supposed = supposed;
    audit.judge.wanted = supposed ? pdoc_document_find_version(only, supposed->version) : NULL;
    if (begin(&audit, error)) {
        rows = pdoc__realloc(NULL, audit.report->document_count + 1, sizeof *rows, error);
        bool judged = rows && judge_all(&audit, rows, error);
        if (judged)
            done = finish(&audit, rows, error); /* takes the rows over, also when it fails */
        else
            pdoc__free(rows);
    }
    pdoc_report *report = audit.report;
    end(&audit);
    if (done)
        return report;
    pdoc_report_unref(report);
    return NULL;
}

pdoc_report *pdoc_audit(const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    return make_report(reg, NULL, basis, NULL, error);
}

pdoc_report *pdoc_document_audit(const pdoc_document *doc, const pdoc_basis *basis, pdoc_error **error)
{
    if (!doc) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document to judge is needed");
        return NULL;
    }
    return make_report(doc->reg, doc, basis, NULL, error);
}

pdoc_report *pdoc__audit_supposing(const pdoc_document *doc, const pdoc_basis *basis, const pdoc_event *supposed,
                                   pdoc_error **error)
{
    return make_report(doc->reg, doc, basis, supposed, error);
}
