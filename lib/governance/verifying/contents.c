/* SPDX-License-Identifier: MIT */
/* The contents that a register records, with the hashes that were taken down; found by hash. Knows no files. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/rows/judged_rows.h"
#include "governance/verifying/verification.h"

struct taking {
    struct pdoc__judge judge;
    struct pdoc__contents *contents;
    pdoc_error **error;
};

static bool add(struct taking *taking, const struct pdoc__recorded *recorded)
{
    struct pdoc__contents *contents = taking->contents;
    if (!pdoc__grow(&contents->items, &contents->capacity, contents->count, sizeof *recorded, taking->error))
        return false;
    contents->items[contents->count++] = *recorded;
    return true;
}

/* The last hash that an event took down for a place of the version (NULL: any). */
static const pdoc_event *last_taken(const struct pdoc__judge *judge, const struct pdoc_version *version,
                                    const char *href)
{
    static const uint64_t kinds =
        UINT64_C(1) << PDOC__EVENT_ATTESTED | UINT64_C(1) << PDOC__EVENT_RELEASED | UINT64_C(1) << PDOC__EVENT_DECIDED;
    for (size_t i = judge->past.known; i-- > 0;) {
        const pdoc_event *event = judge->past.events[i];
        const char *place = pdoc__event_says(event, PDOC__ATTRIBUTE_HREF);
        const bool is_there = !href || (place ? strcmp(place, href) == 0 : version->content_count == 1);
        if ((kinds >> event->kind & 1) != 0 && event->version == version->ordinal && is_there &&
            pdoc__event_says(event, PDOC__ATTRIBUTE_SHA256))
            return event;
    }
    return NULL;
}

static bool take_version(struct taking *taking, const struct pdoc_version *version, uint32_t in_force)
{
    struct pdoc__recorded recorded = {.doc = version->doc, .version = version->ordinal, .in_force = in_force};
    for (size_t i = 0; i < version->content_count; i++) {
        const struct pdoc__content *content = &version->contents[i];
        const pdoc_event *taken = content->sha256 ? NULL : last_taken(&taking->judge, version, content->href);
        recorded.href = content->href;
        recorded.hash = taken ? pdoc__event_says(taken, PDOC__ATTRIBUTE_SHA256) : content->sha256;
        if (!add(taking, &recorded))
            return false;
    }
    if (version->content_count > 0)
        return true;
    const pdoc_event *taken = last_taken(&taking->judge, version, NULL);
    recorded.href = taken ? pdoc__event_says(taken, PDOC__ATTRIBUTE_HREF) : NULL;
    recorded.hash = taken ? pdoc__event_says(taken, PDOC__ATTRIBUTE_SHA256) : NULL;
    return (!taken && version->ordinal != in_force) || add(taking, &recorded);
}

static bool take_document(struct taking *taking, const pdoc_document *doc)
{
    struct pdoc__judge *judge = &taking->judge;
    if (!pdoc__judge_take(judge, doc, taking->error))
        return false;
    const bool is_in_force = judge->phase.phase == PDOC_PHASE_IN_FORCE && judge->version;
    for (size_t i = 0; i < doc->version_count; i++)
        if (!take_version(taking, doc->versions[i], is_in_force ? judge->version->ordinal : 0))
            return false;
    return true;
}

/* ---- by hash ---- */

static int compare_hashes(const char *left, const char *right)
{
    while (*left && pdoc__lower(*left) == pdoc__lower(*right)) {
        left++;
        right++;
    }
    return (unsigned char)pdoc__lower(*left) - (unsigned char)pdoc__lower(*right);
}

/* By hash; of one hash those in force first, then in the order of the register. */
static int compare(const void *left, const void *right)
{
    const struct pdoc__recorded *one = *(struct pdoc__recorded *const *)left;
    const struct pdoc__recorded *other = *(struct pdoc__recorded *const *)right;
    const int by_hash = compare_hashes(one->hash, other->hash);
    const bool one_holds = one->version == one->in_force;
    const bool other_holds = other->version == other->in_force;
    if (by_hash != 0)
        return by_hash;
    if (one_holds != other_holds)
        return one_holds ? -1 : 1;
    return one < other ? -1 : one > other;
}

static bool sort_by_hash(struct pdoc__contents *contents, pdoc_error **error)
{
    contents->by_hash = pdoc__alloc_zero(contents->count + 1, sizeof *contents->by_hash, error);
    if (!contents->by_hash)
        return false;
    for (size_t i = 0; i < contents->count; i++)
        if (contents->items[i].hash)
            contents->by_hash[contents->hash_count++] = &contents->items[i];
    qsort(contents->by_hash, contents->hash_count, sizeof *contents->by_hash, compare);
    return true;
}

const struct pdoc__recorded *pdoc__content_of_hash(const struct pdoc__contents *contents, const char *hash,
                                                   const pdoc_document *doc)
{
    size_t low = 0;
    size_t high = contents->hash_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (compare_hashes(contents->by_hash[middle]->hash, hash) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < contents->hash_count && compare_hashes(contents->by_hash[low]->hash, hash) == 0; low++)
        if (!doc || contents->by_hash[low]->doc == doc)
            return contents->by_hash[low];
    return NULL;
}

bool pdoc__contents_take(struct pdoc__contents *contents, const pdoc_register *reg, const pdoc_basis *basis,
                         pdoc_error **error)
{
    struct taking taking = {.contents = contents, .error = error};
    if (!pdoc__judge_begin(&taking.judge, reg, basis, error))
        return false;
    bool is_well = true;
    for (size_t i = 0; is_well && i < reg->document_count; i++)
        is_well = take_document(&taking, reg->documents[i]);
    if (is_well && taking.judge.out_of_memory) {
        pdoc__fail_memory(error);
        is_well = false;
    }
    pdoc__judge_end(&taking.judge);
    return is_well && sort_by_hash(contents, error);
}

void pdoc__contents_free(struct pdoc__contents *contents)
{
    pdoc__free(contents->by_hash);
    pdoc__free(contents->items);
}
