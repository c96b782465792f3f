/* SPDX-License-Identifier: MIT */
/* The time given for reviews as an object: one entry an extension, of one document or of all. */
#include <stdatomic.h>
#include <string.h>

#include "base/error.h"
#include "governance/change/ledger.h"
#include "policydoc/change.h"

struct entry {
    const char *document_id; /* in the arena; or NULL, like the others */
    const char *document_title;
    const char *document_reference;
    const char *event;
    const char *by;
    const char *reason;
    const char *rule;
    const char *clause;
    const char *problem;
    const char *left;
    pdoc_date on;
    pdoc_date from;
    pdoc_date until;
    int32_t delay;
    int32_t total_delay;
    uint32_t number;
    bool is_inferred;
    bool is_certain;
    bool is_open;
    bool moves_date;
};

struct pdoc_extensions {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_date as_of;
    struct entry *entries;
    size_t count;
    size_t capacity;
};

static bool keep(struct pdoc__arena *arena, const char *text, const char **out, pdoc_error **error)
{
    *out = text ? pdoc__arena_text(arena, text, strlen(text), error) : NULL;
    return *out || !text;
}

static bool take_rule(pdoc_extensions *extensions, struct pdoc__judge *judge, const struct pdoc__extended *extended,
                      struct entry *entry, pdoc_error **error)
{
    const struct pdoc__extension_rule *rule = pdoc__extension_rule(judge);
    bool cannot_tell = false;
    entry->is_certain = true;
    if (!rule)
        return true;
    const char *problem = pdoc__extension_problem(judge, rule, extended, &cannot_tell);
    const char *left = pdoc__extension_left(judge, rule, extended);
    entry->is_certain = !cannot_tell;
    entry->is_inferred = rule->rule.inferred;
    entry->moves_date = rule->moves_date && !problem;
    return keep(&extensions->arena, rule->rule.id, &entry->rule, error) &&
           keep(&extensions->arena, rule->rule.clause, &entry->clause, error) &&
           keep(&extensions->arena, problem, &entry->problem, error) &&
           keep(&extensions->arena, *left ? left : NULL, &entry->left, error);
}

static bool take_extension(pdoc_extensions *extensions, struct pdoc__judge *judge,
                           const struct pdoc__extended *extended, struct entry *entry, pdoc_error **error)
{
    const pdoc_event *event = extended->event;
    const pdoc_document *doc = judge->doc;
    struct pdoc__arena *arena = &extensions->arena;
    *entry = (struct entry){.on = event->on,
                            .from = pdoc__day_date(extended->from),
                            .until = pdoc__day_date(extended->until),
                            .delay = pdoc__delay(extended->from, extended->until),
                            .total_delay = pdoc__delay(extended->first_due, extended->until),
                            .number = extended->number,
                            .is_open = extended->is_of_this_cycle};
    return keep(arena, doc->id, &entry->document_id, error) &&
           keep(arena, pdoc_document_title(doc), &entry->document_title, error) &&
           keep(arena, pdoc_document_reference(doc, 0), &entry->document_reference, error) &&
           keep(arena, event->id, &entry->event, error) && keep(arena, event->by, &entry->by, error) &&
           keep(arena, extended->reason, &entry->reason, error) && take_rule(extensions, judge, extended, entry, error);
}

static bool make_room(pdoc_extensions *extensions, size_t more, pdoc_error **error)
{
    if (extensions->capacity - extensions->count >= more)
        return true;
    const size_t capacity = extensions->count + more + extensions->capacity;
    struct entry *entries = pdoc__realloc(extensions->entries, capacity, sizeof *entries, error);
    if (!entries)
        return false;
    extensions->entries = entries;
    extensions->capacity = capacity;
    return true;
}

static bool take_document(pdoc_extensions *extensions, struct pdoc__judge *judge, const pdoc_document *doc,
                          pdoc_error **error)
{
    size_t count;
    if (!pdoc__judge_take(judge, doc, error))
        return false;
    const struct pdoc__extended *list = pdoc__extensions_of(judge, &count);
    if (!make_room(extensions, count, error))
        return false;
    for (size_t i = 0; i < count; i++, extensions->count++)
        if (!take_extension(extensions, judge, &list[i], &extensions->entries[extensions->count], error))
            return false;
    return !judge->out_of_memory || (pdoc__fail_memory(error), false);
}

static void extensions_free(pdoc_extensions *extensions)
{
    pdoc__free(extensions->entries);
    pdoc__arena_free(&extensions->arena);
    pdoc__free(extensions);
}

/* Of one document, or of all (NULL). */
static pdoc_extensions *make(const pdoc_register *reg, const pdoc_document *only, const pdoc_basis *basis,
                             pdoc_error **error)
{
    struct pdoc__judge judge;
    if (!pdoc__judge_begin(&judge, reg, basis, error))
        return NULL;
    pdoc_extensions *extensions = pdoc__alloc_zero(1, sizeof *extensions, error);
    bool is_well = extensions != NULL;
    if (is_well) {
        atomic_init(&extensions->references, 1);
        extensions->as_of = basis->as_of;
    }
    const size_t count = only ? 1 : reg->document_count;
    for (size_t i = 0; is_well && i < count; i++)
        is_well = take_document(extensions, &judge, only ? only : reg->documents[i], error);
    pdoc__judge_end(&judge);
    if (!is_well && extensions)
        extensions_free(extensions);
    return is_well ? extensions : NULL;
}

pdoc_extensions *pdoc_document_extensions(const pdoc_document *doc, const pdoc_basis *basis, pdoc_error **error)
{
    if (doc)
        return make(doc->reg, doc, basis, error);
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document is needed");
    return NULL;
}

pdoc_extensions *pdoc_register_extensions(const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    return make(reg, NULL, basis, error);
}

pdoc_extensions *pdoc_extensions_ref(pdoc_extensions *extensions)
{
    if (extensions)
        atomic_fetch_add_explicit(&extensions->references, 1, memory_order_relaxed);
    return extensions;
}

void pdoc_extensions_unref(pdoc_extensions *extensions)
{
    if (extensions && atomic_fetch_sub_explicit(&extensions->references, 1, memory_order_acq_rel) == 1)
        extensions_free(extensions);
}

pdoc_date pdoc_extensions_as_of(const pdoc_extensions *extensions)
{
    return extensions ? extensions->as_of : (pdoc_date){0, 0, 0};
}

size_t pdoc_extensions_count(const pdoc_extensions *extensions)
{
    return extensions ? extensions->count : 0;
}

static const struct entry *entry_at(const pdoc_extensions *extensions, size_t index)
{
    return index < pdoc_extensions_count(extensions) ? &extensions->entries[index] : NULL;
}

const char *pdoc_extensions_document_id(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->document_id : NULL;
}

const char *pdoc_extensions_document_title(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->document_title : NULL;
}

const char *pdoc_extensions_document_reference(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->document_reference : NULL;
}

const char *pdoc_extensions_event(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->event : NULL;
}

pdoc_date pdoc_extensions_on(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->on : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_extensions_from(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->from : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_extensions_until(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->until : (pdoc_date){0, 0, 0};
}

int32_t pdoc_extensions_delay(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->delay : 0;
}

uint32_t pdoc_extensions_number(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->number : 0;
}

int32_t pdoc_extensions_total_delay(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->total_delay : 0;
}

const char *pdoc_extensions_by(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->by : NULL;
}

const char *pdoc_extensions_reason(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->reason : NULL;
}

const char *pdoc_extensions_rule(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->rule : NULL;
}

const char *pdoc_extensions_clause(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->clause : NULL;
}

const char *pdoc_extensions_problem(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->problem : NULL;
}

const char *pdoc_extensions_left(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->left : NULL;
}

bool pdoc_extensions_is_inferred(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->is_inferred : false;
}

bool pdoc_extensions_is_certain(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->is_certain : true;
}

bool pdoc_extensions_is_open(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->is_open : false;
}

bool pdoc_extensions_moves_date(const pdoc_extensions *extensions, size_t extension)
{
    const struct entry *entry = entry_at(extensions, extension);
    return entry ? entry->moves_date : false;
}
