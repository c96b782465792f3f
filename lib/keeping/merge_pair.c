/* SPDX-License-Identifier: MIT */
/* Which parties and documents of two registers are the same. What only looks alike stays apart, and that is told. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "keeping/merge.h"

/* ---- parties ---- */

/* A party of `into` that one of the names stands for; NULL: none, or several do. */
static pdoc_party *named_like(const struct pdoc__merging *merging, const pdoc_party *party)
{
    pdoc_party *found = NULL;
    for (size_t kind = 0; kind < 3; kind++)
        for (size_t i = 0; i < party->name_count[kind]; i++) {
            pdoc_party *other = pdoc_register_find_party(merging->into, party->names[kind][i]);
            if (other && found && other != found)
                return NULL;
            found = other ? other : found;
        }
    return found;
}

static bool is_of_another_kind(const pdoc_party *one, const pdoc_party *other)
{
    return one->kind && other->kind && strcmp(one->kind, other->kind) != 0;
}

static bool has_code(const struct pdoc__merging *merging, const char *code)
{
    return pdoc__map_find(&merging->into->party_codes, code) || pdoc__map_find(&merging->from->party_codes, code);
}

/* "lead-2": a code that neither register has. */
static const char *free_code(struct pdoc__merging *merging, const char *code)
{
    struct pdoc__parts words = {.arena = &merging->scratch};
    for (uint64_t number = 2; !words.failed; number++) {
        const char *made = PDOC__JOIN(&words, code, "-", pdoc__parts_number(&words, number));
        if (!words.failed && !has_code(merging, made))
            return made;
    }
    pdoc__fail_memory(merging->error);
    return NULL;
}

static bool give_code(struct pdoc__merging *merging, const pdoc_party *party, const char *code)
{
    bool added;
    if (strcmp(code, party->code) == 0)
        return true;
    const struct pdoc__merge_row row = {
        .kind = PDOC_MERGE_RENAMED, .place = "party/code", .second = party->code, .kept = code};
    return pdoc__map_add(&merging->codes, party->code, (void *)(uintptr_t)code, &added, merging->error) &&
           pdoc__merge_tell(merging, &row);
}

static bool is_taken_twin(const struct pdoc__merging *merging, const pdoc_party *twin, size_t before)
{
    for (size_t i = 0; i < before; i++)
        if (merging->party_twins[i] == twin)
            return true;
    return false;
}

static bool pair_party(struct pdoc__merging *merging, size_t index)
{
    const pdoc_party *party = merging->from->parties[index];
    pdoc_party *coded = pdoc__map_find(&merging->into->party_codes, party->code);
    pdoc_party *twin = named_like(merging, party);
    if (coded && (coded == twin || !is_of_another_kind(coded, party)))
        twin = coded;
    if (twin && is_taken_twin(merging, twin, index))
        twin = NULL;
    merging->party_twins[index] = twin;
    if (twin)
        return give_code(merging, party, twin->code);
    const char *code = coded ? free_code(merging, party->code) : party->code;
    return code && give_code(merging, party, code);
}

bool pdoc__merge_pair_parties(struct pdoc__merging *merging)
{
    for (size_t i = 0; i < merging->from->party_count; i++)
        if (!pair_party(merging, i))
            return false;
    return true;
}

/* ---- documents ---- */

static bool same_title(const pdoc_document *one, const pdoc_document *other)
{
    const char *left = pdoc_document_title(one);
    const char *right = pdoc_document_title(other);
    return left && right ? pdoc__text_same(left, right) : left == right;
}

static const char *shared_reference(const pdoc_document *one, const pdoc_document *other)
{
    for (size_t i = 0; i < one->reference_count; i++)
        for (size_t k = 0; k < other->reference_count; k++)
            if (strcmp(one->references[i], other->references[k]) == 0)
                return one->references[i];
    return NULL;
}

enum likeness { STRANGERS, ONLY_REFERENCE, SAME };

static enum likeness compare(const pdoc_document *one, const pdoc_document *other)
{
    if (one->uri && other->uri)
        return strcmp(one->uri, other->uri) == 0 ? SAME : shared_reference(one, other) ? ONLY_REFERENCE : STRANGERS;
    if (shared_reference(one, other))
        return same_title(one, other) ? SAME : ONLY_REFERENCE;
    const bool has_references = one->reference_count > 0 || other->reference_count > 0;
    return !has_references && strcmp(one->id, other->id) == 0 && same_title(one, other) ? SAME : STRANGERS;
}

/* The documents of `into` by each of their references, URIs and ids: the first of each chain, and the next in it. */
struct chains {
    struct pdoc__map first; /* key -> number of a link, from 1 */
    struct chain_link {
        pdoc_document *doc;
        size_t next; /* number of a link; 0: none */
    } * links;
    size_t count;
    size_t capacity;
};

static bool add_link(struct chains *chains, const char *key, pdoc_document *doc, pdoc_error **error)
{
    bool added;
    if (!pdoc__grow(&chains->links, &chains->capacity, chains->count, sizeof *chains->links, error))
        return false;
    chains->links[chains->count++] = (struct chain_link){.doc = doc};
    if (!pdoc__map_add(&chains->first, key, (void *)(uintptr_t)chains->count, &added, error))
        return false;
    if (added)
        return true;
    size_t at = (size_t)(uintptr_t)pdoc__map_find(&chains->first, key);
    while (chains->links[at - 1].next)
        at = chains->links[at - 1].next;
    chains->links[at - 1].next = chains->count;
    return true;
}

static bool link_documents(struct pdoc__merging *merging, struct chains *chains)
{
    for (size_t i = 0; i < merging->into->document_count; i++) {
        pdoc_document *doc = merging->into->documents[i];
        if (!add_link(chains, doc->id, doc, merging->error) ||
            (doc->uri && !add_link(chains, doc->uri, doc, merging->error)))
            return false;
        for (size_t k = 0; k < doc->reference_count; k++)
            if (!add_link(chains, doc->references[k], doc, merging->error))
                return false;
    }
    return true;
}

/* What was found so far for one document of `from`. */
struct found {
    pdoc_document *twin;
    pdoc_document *lookalike;
};

/* The same id decides between several that are the same otherwise. */
static void look(const struct pdoc__merging *merging, const struct chains *chains, const pdoc_document *doc,
                 const char *key, struct found *found)
{
    size_t at = key ? (size_t)(uintptr_t)pdoc__map_find(&chains->first, key) : 0;
    for (; at; at = chains->links[at - 1].next) {
        pdoc_document *other = chains->links[at - 1].doc;
        const enum likeness likeness = compare(other, doc);
        if (pdoc__map_find_address(&merging->known, other))
            continue;
        if (likeness == SAME && (!found->twin || strcmp(other->id, doc->id) == 0))
            found->twin = other;
        else if (likeness == ONLY_REFERENCE && !found->lookalike)
            found->lookalike = other;
    }
}

static bool tell_apart(struct pdoc__merging *merging, const pdoc_document *doc, const pdoc_document *other)
{
    const struct pdoc__merge_row row = {.kind = PDOC_MERGE_APART,
                                        .document = other->id,
                                        .reference = shared_reference(other, doc),
                                        .place = "title/1",
                                        .first = pdoc_document_title(other),
                                        .second = pdoc_document_title(doc),
                                        .kept = "both, as two documents"};
    return pdoc__merge_tell(merging, &row);
}

static bool pair_document(struct pdoc__merging *merging, const struct chains *chains, size_t index)
{
    pdoc_document *doc = merging->from->documents[index];
    struct found found = {.twin = NULL};
    look(merging, chains, doc, doc->uri, &found);
    for (size_t i = 0; i < doc->reference_count; i++)
        look(merging, chains, doc, doc->references[i], &found);
    if (!found.twin && doc->reference_count == 0)
        look(merging, chains, doc, doc->id, &found);
    merging->twins[index] = found.twin;
    if (found.twin)
        return pdoc__map_set_address(&merging->known, found.twin, doc, merging->error);
    return !found.lookalike || tell_apart(merging, doc, found.lookalike);
}

bool pdoc__merge_pair_documents(struct pdoc__merging *merging)
{
    struct chains chains = {.links = NULL};
    bool is_well = link_documents(merging, &chains);
    for (size_t i = 0; is_well && i < merging->from->document_count; i++)
        is_well = pair_document(merging, &chains, i);
    pdoc__map_free(&chains.first);
    pdoc__free(chains.links);
    return is_well;
}
