/* SPDX-License-Identifier: MIT */
/* Texts that are stored once, found by hash. Knows nothing of what they say. */
#include "base/arena.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

enum { FIRST_SLOTS = 64 };

/* Half of the hash is kept, so that other texts are told apart, and tables grown, without looking at any text. */
struct pdoc__pool_slot {
    const char *text; /* NULL: free */
    uint32_t hash;
    uint32_t size;
};

static struct pdoc__pool_slot *slot_for(const struct pdoc__pool *pool, const char *text, size_t size, uint32_t hash)
{
    const size_t mask = pool->capacity - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        struct pdoc__pool_slot *slot = &pool->slots[i];
        if (!slot->text)
            return slot;
        if (slot->hash == hash && slot->size == size && (size == 0 || memcmp(slot->text, text, size) == 0))
            return slot;
    }
}

/* Where a text that came lately would be remembered. */
static size_t recent_place(const char *text, size_t size)
{
    const unsigned char *letters = (const unsigned char *)text;
    if (size == 0)
        return 0;
    return (size * 7 + letters[0] * 29u + letters[size / 2] * 5u + letters[size - 1] * 61u) % PDOC__POOL_RECENT;
}

static bool make_room(struct pdoc__pool *pool, pdoc_error **error)
{
    if (pool->count < pool->capacity / 4 * 3)
        return true;
    if (pool->capacity > UINT32_MAX / 2) { /* half a hash cannot tell more slots apart */
        pdoc__fail(error, PDOC_ERR_LIMIT, "more than %zu different texts", pool->count);
        return false;
    }
    const size_t capacity = pool->capacity ? pool->capacity * 2 : FIRST_SLOTS;
    struct pdoc__pool_slot *slots = pdoc__alloc_zero(capacity, sizeof *slots, error);
    if (!slots)
        return false;
    for (size_t i = 0; i < pool->capacity; i++) {
        const struct pdoc__pool_slot *old = &pool->slots[i];
        if (!old->text)
            continue;
        size_t at = old->hash & (capacity - 1);
        while (slots[at].text)
            at = (at + 1) & (capacity - 1);
        slots[at] = *old;
    }
    pdoc__free(pool->slots);
    pool->slots = slots;
    pool->capacity = capacity;
    return true;
}

static const char *add(struct pdoc__pool *pool, struct pdoc__arena *arena, const char *text, size_t size,
                       pdoc_error **error)
{
    if (!make_room(pool, error))
        return NULL;
    const uint32_t hash = (uint32_t)pdoc__text_hash(text, size);
    struct pdoc__pool_slot *slot = slot_for(pool, text, size, hash);
    if (!slot->text) {
        const char *copy = pdoc__arena_text(arena, text, size, error);
        if (!copy)
            return NULL;
        *slot = (struct pdoc__pool_slot){.text = copy, .hash = hash, .size = (uint32_t)size};
        pool->count++;
    }
    return slot->text;
}

const char *pdoc__pool_add(struct pdoc__pool *pool, struct pdoc__arena *arena, const char *text, size_t size,
                           pdoc_error **error)
{
    if (size >= UINT32_MAX) {
        pdoc__fail(error, PDOC_ERR_LIMIT, "a text of %zu bytes is too long", size);
        return NULL;
    }
    const size_t place = recent_place(text, size);
    const char *known = pool->recent[place].text;
    if (known && pool->recent[place].size == size && (size == 0 || memcmp(known, text, size) == 0))
        return known;
    const char *added = add(pool, arena, text, size, error);
    if (added) {
        pool->recent[place].text = added;
        pool->recent[place].size = size;
    }
    return added;
}

const char *pdoc__pool_find(const struct pdoc__pool *pool, const char *text, size_t size)
{
    if (pool->capacity == 0 || size >= UINT32_MAX)
        return NULL;
    return slot_for(pool, text, size, (uint32_t)pdoc__text_hash(text, size))->text;
}

void pdoc__pool_free(struct pdoc__pool *pool)
{
    pdoc__free(pool->slots);
    *pool = (struct pdoc__pool){.slots = NULL};
}
