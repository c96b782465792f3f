/* SPDX-License-Identifier: MIT */
/* Copies held against the contents in force: by hash, whatever they are called, and by name. */
#include "governance/verifying/verification.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

/* Both sides, and which copies have been told of. */
struct verifying {
    pdoc_verification *answer;
    struct pdoc__contents contents;
    const pdoc_copies *copies;
    const struct pdoc__copy **by_hash; /* those that have one */
    const struct pdoc__copy **by_base;
    const struct pdoc__copy **by_name;
    bool *is_told;
    size_t hash_count;
    pdoc_error **error;
};

/* ---- entries ---- */

static const char *keep(struct verifying *work, const char *text, bool *is_well)
{
    const char *copy = text ? pdoc__arena_text(&work->answer->arena, text, strlen(text), work->error) : NULL;
    *is_well = *is_well && (copy || !text);
    return copy;
}

static const char *say(struct verifying *work, const struct pdoc__verified *entry, const char *problem, bool *is_well)
{
    struct pdoc__buffer words = {0};
    switch ((pdoc_copy_state)entry->state) {
    case PDOC_COPY_SAME:
        pdoc__buffer_format(&words, "the content of version %u, which is in force", (unsigned)entry->version);
        break;
    case PDOC_COPY_DIFFERS:
        pdoc__buffer_format(&words, "not the content of version %u, which is in force, nor of another version",
                            (unsigned)entry->version);
        break;
    case PDOC_COPY_OTHER_VERSION:
        pdoc__buffer_format(&words, "the content of version %u", (unsigned)entry->found_version);
        if (entry->version > 0)
            pdoc__buffer_format(&words, "; version %u is in force", (unsigned)entry->version);
        else
            pdoc__buffer_text(&words, "; no version is in force");
        break;
    case PDOC_COPY_MISSING:
        pdoc__buffer_format(&words, "no file is the content of version %u, which is in force",
                            (unsigned)entry->version);
        break;
    case PDOC_COPY_NO_HASH:
        pdoc__buffer_format(&words, "no hash of the content of version %u is recorded, so that it cannot be told",
                            (unsigned)entry->version);
        break;
    case PDOC_COPY_UNKNOWN:
        pdoc__buffer_text(&words, "no content of the register");
        break;
    case PDOC_COPY_UNREADABLE:
        pdoc__buffer_format(&words, "it could not be read: %s", problem);
        break;
    }
    const char *kept = keep(work, words.data, is_well);
    if (words.failed)
        pdoc__fail_memory(work->error);
    *is_well = *is_well && !words.failed;
    pdoc__buffer_free(&words);
    return kept;
}

/* A document, content or copy may be none. */
static bool tell(struct verifying *work, pdoc_copy_state state, const struct pdoc__recorded *recorded,
                 const struct pdoc__copy *copy, uint32_t found_version)
{
    pdoc_verification *answer = work->answer;
    const pdoc_document *doc = recorded ? recorded->doc : NULL;
    bool is_well = pdoc__grow(&answer->items, &answer->capacity, answer->count, sizeof *answer->items, work->error);
    struct pdoc__verified entry = {.state = (uint8_t)state, .found_version = found_version};
    entry.id = keep(work, doc ? doc->id : NULL, &is_well);
    entry.reference = keep(work, doc ? pdoc_document_reference(doc, 0) : NULL, &is_well);
    entry.title = keep(work, doc ? pdoc_document_title(doc) : NULL, &is_well);
    entry.version = recorded ? recorded->in_force : 0;
    entry.content = keep(work, recorded ? recorded->href : NULL, &is_well);
    entry.recorded = keep(work, recorded ? recorded->hash : NULL, &is_well);
    entry.file = keep(work, copy ? copy->name : NULL, &is_well);
    entry.found = keep(work, copy && !copy->problem ? copy->hash : NULL, &is_well);
    entry.message = say(work, &entry, copy ? copy->problem : NULL, &is_well);
    if (!is_well)
        return false;
    answer->items[answer->count++] = entry;
    answer->totals[state]++;
    if (copy)
        work->is_told[copy - work->copies->items] = true;
    return true;
}

/* ---- copies by hash and by name ---- */

static int compare_hash(const void *left, const void *right)
{
    const struct pdoc__copy *one = *(const struct pdoc__copy *const *)left;
    const struct pdoc__copy *other = *(const struct pdoc__copy *const *)right;
    const int by_hash = strcmp(one->hash, other->hash);
    return by_hash != 0 ? by_hash : strcmp(one->name, other->name);
}

static int compare_base(const void *left, const void *right)
{
    const struct pdoc__copy *one = *(const struct pdoc__copy *const *)left;
    const struct pdoc__copy *other = *(const struct pdoc__copy *const *)right;
    const int by_base = strcmp(one->base, other->base);
    return by_base != 0 ? by_base : strcmp(one->name, other->name);
}

static int compare_name(const void *left, const void *right)
{
    const struct pdoc__copy *one = *(const struct pdoc__copy *const *)left;
    const struct pdoc__copy *other = *(const struct pdoc__copy *const *)right;
    const int by_name = strcmp(one->name, other->name);
    return by_name != 0 ? by_name : one < other ? -1 : one > other;
}

static bool sort_copies(struct verifying *work)
{
    const size_t count = work->copies->count;
    work->by_hash = pdoc__alloc_zero(count + 1, sizeof(struct pdoc__copy *), work->error);
    work->by_base = work->by_hash ? pdoc__alloc_zero(count + 1, sizeof(struct pdoc__copy *), work->error) : NULL;
    work->by_name = work->by_base ? pdoc__alloc_zero(count + 1, sizeof(struct pdoc__copy *), work->error) : NULL;
    work->is_told = work->by_name ? pdoc__alloc_zero(count + 1, sizeof *work->is_told, work->error) : NULL;
    if (!work->is_told)
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct pdoc__copy *copy = &work->copies->items[i];
        work->by_base[i] = work->by_name[i] = copy;
        if (!copy->problem)
            work->by_hash[work->hash_count++] = copy;
    }
    qsort(work->by_hash, work->hash_count, sizeof *work->by_hash, compare_hash);
    qsort(work->by_base, count, sizeof *work->by_base, compare_base);
    qsort(work->by_name, count, sizeof *work->by_name, compare_name);
    return true;
}

/* The first of the sorted copies whose hash, or base name, is not before a text. */
static size_t first_not_before(const struct pdoc__copy *const *sorted, size_t count, bool by_hash, const char *text)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strcmp(by_hash ? sorted[middle]->hash : sorted[middle]->base, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- contents in force ---- */

static bool tell_same(struct verifying *work, const struct pdoc__recorded *recorded)
{
    char hash[PDOC_SHA256_TEXT] = "";
    for (size_t i = 0; recorded->hash && recorded->hash[i] && i + 1 < sizeof hash; i++)
        hash[i] = pdoc__lower(recorded->hash[i]);
    if (!recorded->hash)
        return true;
    for (size_t i = first_not_before(work->by_hash, work->hash_count, true, hash);
         i < work->hash_count && strcmp(work->by_hash[i]->hash, hash) == 0; i++)
        if (!tell(work, PDOC_COPY_SAME, recorded, work->by_hash[i], recorded->version))
            return false;
    return true;
}

/* A file that has the name. Where it is a content of another document, or another content in force, it is told there.
 */
static bool tell_named(struct verifying *work, const struct pdoc__recorded *recorded, const struct pdoc__copy *copy)
{
    if (copy->problem)
        return tell(work, PDOC_COPY_UNREADABLE, recorded, copy, 0);
    const struct pdoc__recorded *own = pdoc__content_of_hash(&work->contents, copy->hash, recorded->doc);
    if (own && own->version == own->in_force)
        return true;
    if (own)
        return tell(work, PDOC_COPY_OTHER_VERSION, recorded, copy, own->version);
    if (pdoc__content_of_hash(&work->contents, copy->hash, NULL))
        return true;
    return tell(work, recorded->hash ? PDOC_COPY_DIFFERS : PDOC_COPY_NO_HASH, recorded, copy, 0);
}

/* The name of the file in a place: without what an address has behind it. */
static bool base_of_place(struct verifying *work, const char *href, const char **out)
{
    const char *base = href ? pdoc__base_name(href) : "";
    const size_t size = strcspn(base, "?#");
    *out = pdoc__arena_text(&work->answer->arena, base, size, work->error);
    return *out != NULL;
}

static bool tell_content(struct verifying *work, const struct pdoc__recorded *recorded)
{
    const size_t before = work->answer->count;
    const size_t count = work->copies->count;
    const char *base;
    if (!tell_same(work, recorded) || !base_of_place(work, recorded->href, &base))
        return false;
    for (size_t i = first_not_before(work->by_base, count, false, base);
         *base && i < count && strcmp(work->by_base[i]->base, base) == 0; i++)
        if (!tell_named(work, recorded, work->by_base[i]))
            return false;
    if (work->answer->count > before)
        return true;
    const bool cannot_be_told = !recorded->hash && !*base;
    return tell(work, cannot_be_told ? PDOC_COPY_NO_HASH : PDOC_COPY_MISSING, recorded, NULL, 0);
}

/* ---- all of it ---- */

/* What no content in force claims. */
static bool tell_rest(struct verifying *work)
{
    for (size_t i = 0; i < work->copies->count; i++) {
        const struct pdoc__copy *copy = work->by_name[i];
        if (work->is_told[copy - work->copies->items])
            continue;
        const struct pdoc__recorded *own =
            copy->problem ? NULL : pdoc__content_of_hash(&work->contents, copy->hash, NULL);
        const pdoc_copy_state state = copy->problem ? PDOC_COPY_UNREADABLE
                                      : own         ? PDOC_COPY_OTHER_VERSION
                                                    : PDOC_COPY_UNKNOWN;
        if (!tell(work, state, own, copy, own ? own->version : 0))
            return false;
    }
    return true;
}

static bool verify(struct verifying *work)
{
    if (!sort_copies(work))
        return false;
    for (size_t i = 0; i < work->contents.count; i++) {
        const struct pdoc__recorded *recorded = &work->contents.items[i];
        if (recorded->version == recorded->in_force && !tell_content(work, recorded))
            return false;
    }
    return tell_rest(work);
}

pdoc_verification *pdoc_register_verify(const pdoc_register *reg, const pdoc_basis *basis, const pdoc_copies *copies,
                                        pdoc_error **error)
{
    struct verifying work = {.copies = copies, .error = error};
    if (!reg || !copies) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a register and copies are needed to verify them");
        return NULL;
    }
    bool is_well = pdoc__contents_take(&work.contents, reg, basis, error);
    work.answer = is_well ? pdoc__alloc_zero(1, sizeof *work.answer, error) : NULL;
    if (work.answer) {
        atomic_init(&work.answer->references, 1);
        work.answer->as_of = basis->as_of;
        is_well = verify(&work);
    }
    pdoc__free(work.by_hash);
    pdoc__free(work.by_base);
    pdoc__free(work.by_name);
    pdoc__free(work.is_told);
    pdoc__contents_free(&work.contents);
    if (is_well)
        return work.answer;
    pdoc_verification_unref(work.answer);
    return NULL;
}
