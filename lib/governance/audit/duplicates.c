/* SPDX-License-Identifier: MIT */
/* References and titles that several documents have: one pass over the register when every document has been judged. */
#include "base/error.h"
#include "base/text.h"
#include "governance/audit/audit.h"

#define NONE UINT32_MAX
#define MOST_TRIES 64u /* documents of one key that are compared; the time must not grow with their square */

/* One of the two questions. */
struct question {
    enum pdoc__check check;
    uint16_t rule; /* number of the check among the report's rules */
    bool (*takes)(const pdoc_document *doc, uint8_t phase);
    size_t (*count)(const pdoc_document *doc);
    const char *(*key)(const pdoc_document *doc, size_t index);
    bool with_type; /* equal keys count only where the types are equal too */
};

/* One bit for each hash that was met, and one for each that was met again. Of nearly all keys these few bits tell that
   no other document has them. */
struct marks {
    uint64_t *met;
    uint64_t *again;
    size_t mask; /* of the number of a bit */
};
#define BITS_FOR_KEY 16u

/* Other keys by their hash, and for each document another one that has the same. */
struct table {
    const struct pdoc__key *keys;
    uint32_t *slots; /* number of the key + 1; 0: free */
    size_t mask;
    uint32_t *other;
};

static bool is_over(uint8_t phase)
{
    return phase == PDOC_PHASE_SUPERSEDED || phase == PDOC_PHASE_WITHDRAWN || phase == PDOC_PHASE_ARCHIVED;
}

static bool takes_reference(const pdoc_document *doc, uint8_t phase)
{
    return doc->reference_count > 0 && !is_over(phase);
}

static bool takes_title(const pdoc_document *doc, uint8_t phase)
{
    return doc->title_count > 0 && phase == PDOC_PHASE_IN_FORCE;
}

static size_t reference_count(const pdoc_document *doc)
{
    return doc->reference_count;
}

static const char *reference_at(const pdoc_document *doc, size_t index)
{
    return doc->references[index];
}

static size_t title_count(const pdoc_document *doc)
{
    return doc->title_count > 0;
}

static const char *title_at(const pdoc_document *doc, size_t index)
{
    return doc->titles[index].text;
}

static const struct question questions[PDOC__KEY_COUNT] = {
    [PDOC__KEY_REFERENCE] = {PDOC__CHECK_REFERENCE_DUPLICATE, PDOC__CHECK_REFERENCE_DUPLICATE, takes_reference, reference_count, reference_at, false},
    [PDOC__KEY_TITLE] = {PDOC__CHECK_TITLE_DUPLICATE, PDOC__CHECK_TITLE_DUPLICATE, takes_title, title_count, title_at, true},
};

/* ---- saying it ---- */

static bool types_are_same(const pdoc_document *left, const pdoc_document *right)
{
    return left->type && right->type && pdoc__text_same(left->type, right->type);
}

/* Who issued it: a property, or the cell of the newest sheet. */
static const char *issuer_of(const pdoc_document *doc)
{
    const char *issuer = pdoc_document_property(doc, "organisation");
    if (issuer || doc->version_count == 0)
        return issuer;
    return pdoc_version_field(doc->versions[doc->version_count - 1], "organisation");
}

/* Two organisations, or two sets of rules, may well use one title or reference. */
static bool have_one_issuer(const pdoc_document *left, const pdoc_document *right)
{
    const char *issuer = issuer_of(left);
    const char *other = issuer_of(right);
    if (left->profile && right->profile && !pdoc__text_equal(left->profile, right->profile))
        return false;
    return !issuer || !other || pdoc__text_same(issuer, other);
}

static bool may_be_same(const struct question *question, const pdoc_document *left, const pdoc_document *right)
{
    return (!question->with_type || types_are_same(left, right)) && have_one_issuer(left, right);
}

/* The key that both documents have; NULL if there is none. */
static const char *common_key(const struct question *question, const pdoc_document *doc, const pdoc_document *other)
{
    if (!may_be_same(question, doc, other))
        return NULL;
    for (size_t i = 0; i < question->count(doc); i++)
        for (size_t j = 0; j < question->count(other); j++)
            if (pdoc__text_same(question->key(doc, i), question->key(other, j)))
                return question->key(doc, i);
    return NULL;
}

static void put(struct pdoc__audit *audit, const struct question *question, pdoc_outcome outcome)
{
    pdoc__results_put(&audit->report->results, pdoc__verdict(outcome, pdoc__check_words[question->check].modality));
}

/* Results of the question for so many documents from `document` on. */
static bool begin(struct pdoc__audit *audit, const struct question *question, uint32_t document, size_t count,
                  pdoc_error **error)
{
    const struct pdoc__segment segment = {.rules = &question->rule, .document = document, .width = 1};
    return pdoc__results_begin(&audit->report->results, segment, count, 0, error);
}

static void report(struct pdoc__audit *audit, const struct question *question, const pdoc_document *doc,
                   const pdoc_document *other)
{
    const char *key = common_key(question, doc, other);
    const char *title = pdoc_document_title(other);
    const char *reference = pdoc_document_reference(other, 0);
    const char *name = question->with_type || !title
                           ? PDOC__SAY(audit, "the document ", reference ? reference : "", reference ? ", id " : "", other->id)
                           : PDOC__SAY(audit, "\"", title, "\" (", other->id, ")");
    audit->document = doc->index;
    pdoc__find(audit, &(struct pdoc__evidence){.check = question->check,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = question->with_type ? "document/title" : "document/reference",
                                               .expected = question->with_type ? "a title of its own" : "a reference of its own",
                                               .found = key,
                                               .arguments = {{"other", name}}});
    put(audit, question, PDOC_OUTCOME_NOT_MET);
}

/* ---- the whole register ---- */

/* Most documents have one key: room for that is taken once. */
static bool make_room(struct pdoc__keys *keys, size_t documents, pdoc_error **error)
{
    if (keys->capacity > 0)
        return pdoc__grow(&keys->items, &keys->capacity, keys->count, sizeof *keys->items, error);
    keys->items = pdoc__realloc(NULL, documents, sizeof *keys->items, error);
    keys->capacity = keys->items ? documents : 0;
    return keys->items != NULL;
}

bool pdoc__note_keys(struct pdoc__audit *audit, const pdoc_document *doc, pdoc_error **error)
{
    struct pdoc__judged *judged = &audit->report->documents[doc->index];
    for (size_t i = 0; i < PDOC__KEY_COUNT; i++) {
        const struct question *question = &questions[i];
        struct pdoc__keys *keys = &audit->keys[i];
        if (!question->takes(doc, judged->phase))
            continue;
        judged->keys = (uint8_t)(judged->keys | 1u << i);
        for (uint32_t key = 0; key < question->count(doc); key++) {
            if (!make_room(keys, audit->judge.reg->document_count, error))
                return false;
            const uint32_t hash = (uint32_t)pdoc__text_hash_folded(question->key(doc, key));
            keys->items[keys->count++] = (struct pdoc__key){.hash = hash, .document = doc->index, .key = key};
        }
    }
    return true;
}

static void mark(const struct marks *marks, uint32_t hash)
{
    const size_t at = hash & marks->mask;
    const uint64_t bit = UINT64_C(1) << at % 64;
    marks->again[at / 64] |= marks->met[at / 64] & bit;
    marks->met[at / 64] |= bit;
}

static bool is_marked_again(const struct marks *marks, uint32_t hash)
{
    const size_t at = hash & marks->mask;
    return (marks->again[at / 64] >> at % 64 & 1) != 0;
}

/* Compares a key with those before it that have its hash. */
static void meet(const struct question *question, const pdoc_register *reg, struct table *table,
                 const struct pdoc__key *key)
{
    size_t at = key->hash & table->mask;
    unsigned tries = MOST_TRIES;
    for (; table->slots[at] != 0; at = (at + 1) & table->mask) {
        const struct pdoc__key *slot = &table->keys[table->slots[at] - 1];
        const uint32_t other = slot->document;
        if (slot->hash != key->hash)
            continue;
        if (other == key->document || --tries == 0)
            return; /* its own key once more, or one that very many others share and may share */
        const pdoc_document *doc = reg->documents[key->document];
        const pdoc_document *first = reg->documents[other];
        if (!pdoc__text_same(question->key(first, slot->key), question->key(doc, key->key)) ||
            !may_be_same(question, doc, first))
            continue;
        table->other[key->document] = other;
        if (table->other[other] == NONE)
            table->other[other] = key->document;
        return; /* the first one stands for all */
    }
    table->slots[at] = (uint32_t)(key - table->keys) + 1;
}

/* A power of two. */
static size_t room_for(size_t count)
{
    size_t room = 64;
    while (room < count)
        room *= 2;
    return room;
}

/* Only keys that several documents may have are kept. */
static bool keep_shared(struct pdoc__keys *keys, pdoc_error **error)
{
    const size_t bits = room_for(BITS_FOR_KEY * keys->count);
    struct marks marks = {.met = pdoc__alloc_zero(bits / 64, 2 * sizeof *marks.met, error), .mask = bits - 1};
    if (!marks.met)
        return false;
    marks.again = marks.met + bits / 64;
    for (size_t i = 0; i < keys->count; i++)
        mark(&marks, keys->items[i].hash);
    size_t kept = 0;
    for (size_t i = 0; i < keys->count; i++)
        if (is_marked_again(&marks, keys->items[i].hash))
            keys->items[kept++] = keys->items[i];
    keys->count = kept;
    pdoc__free(marks.met);
    return true;
}

static bool table_init(const struct pdoc__keys *keys, size_t documents, struct table *table, pdoc_error **error)
{
    const size_t room = room_for(2 * keys->count);
    *table = (struct table){.keys = keys->items, .mask = room - 1};
    table->slots = pdoc__alloc_zero(room, sizeof *table->slots, error);
    table->other = table->slots ? pdoc__realloc(NULL, documents + 1, sizeof *table->other, error) : NULL;
    for (size_t i = 0; table->other && i < documents; i++)
        table->other[i] = NONE;
    return table->other != NULL;
}

static bool ask_all(struct pdoc__audit *audit, size_t index, pdoc_error **error)
{
    const struct question *question = &questions[index];
    struct pdoc__keys *keys = &audit->keys[index];
    const pdoc_register *reg = audit->judge.reg;
    const struct pdoc__judged *judged = audit->report->documents;
    struct table table;
    if (!keep_shared(keys, error))
        return false;
    bool done = table_init(keys, reg->document_count, &table, error) &&
                begin(audit, question, 0, reg->document_count, error);
    for (size_t i = 0; done && i < keys->count; i++)
        meet(question, reg, &table, &keys->items[i]);
    for (size_t i = 0; done && i < reg->document_count; i++) {
        if (table.other[i] != NONE)
            report(audit, question, reg->documents[i], reg->documents[table.other[i]]);
        else
            put(audit, question, (judged[i].keys >> index & 1) != 0 ? PDOC_OUTCOME_MET : PDOC_OUTCOME_NOT_APPLICABLE);
    }
    pdoc__free(table.slots);
    pdoc__free(table.other);
    pdoc__free(keys->items);
    *keys = (struct pdoc__keys){0};
    return done;
}

/* ---- one document: the others are judged only where they have the same key ---- */

static bool ask_one(struct pdoc__audit *audit, const struct question *question, pdoc_error **error)
{
    const pdoc_register *reg = audit->judge.reg;
    const pdoc_document *doc = audit->only;
    if (!begin(audit, question, doc->index, 1, error))
        return false;
    if (!question->takes(doc, audit->report->documents[0].phase)) {
        put(audit, question, PDOC_OUTCOME_NOT_APPLICABLE);
        return true;
    }
    for (size_t i = 0; i < reg->document_count; i++) {
        const pdoc_document *other = reg->documents[i];
        if (other == doc || !common_key(question, doc, other))
            continue;
        if (!pdoc__judge_take(&audit->judge, other, error))
            return false;
        if (!question->takes(other, audit->judge.phase.phase))
            continue;
        report(audit, question, doc, other);
        return true;
    }
    put(audit, question, PDOC_OUTCOME_MET);
    return true;
}

bool pdoc__check_duplicates(struct pdoc__audit *audit, pdoc_error **error)
{
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        bool done = audit->only ? ask_one(audit, &questions[i], error) : ask_all(audit, i, error);
        if (!done)
            return false;
    }
    return true;
}
