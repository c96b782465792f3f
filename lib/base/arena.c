/* SPDX-License-Identifier: MIT */
/* Blocks of memory that are freed together, and strings stored once. Knows nothing of what is stored. */
#include "base/arena.h"

#include <string.h>

#include "base/text.h"

#define FIRST_BLOCK ((size_t)64 * 1024)
#define LARGEST_BLOCK ((size_t)1024 * 1024)
#define ALIGNMENT 8u

struct pdoc__block {
    struct pdoc__block *next;
    size_t size;
};

struct pdoc__pool_slot {
    const char *text;
    uint32_t hash;
    uint32_t size;
};

static char *block_start(struct pdoc__block *block)
{
    return (char *)block + sizeof *block;
}

static bool add_block(struct pdoc__arena *arena, size_t needed, pdoc_error **error)
{
    size_t size = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
    size = size > LARGEST_BLOCK ? LARGEST_BLOCK : size;
    if (needed > SIZE_MAX - 64) {
        (void)pdoc__alloc_zero(SIZE_MAX, 2, error);
        return false;
    }
    size = size < needed + sizeof(struct pdoc__block) ? needed + sizeof(struct pdoc__block) : size;
    struct pdoc__block *block = pdoc__alloc(size, error);
    if (!block)
        return false;
    *block = (struct pdoc__block){arena->blocks, size};
    arena->blocks = block;
    arena->front = block_start(block);
    arena->end = (char *)block + size;
    arena->bytes += size;
    return true;
}

void *pdoc__arena_alloc(struct pdoc__arena *arena, size_t size, pdoc_error **error)
{
    if (size > SIZE_MAX - ALIGNMENT)
        return pdoc__alloc_zero(SIZE_MAX, 2, error);
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (size > (size_t)(arena->end - arena->front) && !add_block(arena, size, error))
        return NULL;
    void *memory = arena->front;
    arena->front += size;
    return memory;
}

void *pdoc__arena_zero(struct pdoc__arena *arena, size_t size, pdoc_error **error)
{
    void *memory = pdoc__arena_alloc(arena, size, error);
    if (memory)
        memset(memory, 0, size);
    return memory;
}

void *pdoc__arena_copy(struct pdoc__arena *arena, const void *data, size_t size, pdoc_error **error)
{
    void *memory = pdoc__arena_alloc(arena, size, error);
    if (memory && size > 0)
        memcpy(memory, data, size);
    return memory;
}

char *pdoc__arena_space(struct pdoc__arena *arena, size_t size, pdoc_error **error)
{
    if (size > (size_t)(arena->end - arena->front) && !add_block(arena, size, error))
        return NULL;
    /* Objects stay aligned: only the end moves. */
    arena->end -= size;
    return arena->end;
}

char *pdoc__arena_text(struct pdoc__arena *arena, const char *text, size_t size, pdoc_error **error)
{
    char *copy = pdoc__arena_space(arena, size + 1, error);
    if (!copy)
        return NULL;
    if (size > 0)
        memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}

void pdoc__arena_reset(struct pdoc__arena *arena)
{
    struct pdoc__block *kept = arena->blocks;
    if (!kept)
        return;
    for (struct pdoc__block *block = kept->next; block;) {
        struct pdoc__block *next = block->next;
        arena->bytes -= block->size;
        pdoc__free(block);
        block = next;
    }
    kept->next = NULL;
    arena->front = block_start(kept);
    arena->end = (char *)kept + kept->size;
}

void pdoc__arena_free(struct pdoc__arena *arena)
{
    for (struct pdoc__block *block = arena->blocks; block;) {
        struct pdoc__block *next = block->next;
        pdoc__free(block);
        block = next;
    }
    *arena = (struct pdoc__arena){0};
}

static struct pdoc__pool_slot *slot_for(const struct pdoc__pool *pool, const char *text, size_t size, uint32_t hash)
{
    size_t at = hash & (pool->capacity - 1);
    for (;; at = (at + 1) & (pool->capacity - 1)) {
        struct pdoc__pool_slot *slot = &pool->slots[at];
        if (!slot->text ||
            (slot->hash == hash && slot->size == (uint32_t)size && memcmp(slot->text, text, size) == 0))
            return slot;
    }
}

static bool grow_pool(struct pdoc__pool *pool, pdoc_error **error)
{
    struct pdoc__pool larger = {.capacity = pool->capacity > 0 ? pool->capacity * 2 : 256};
    larger.slots = pdoc__alloc_zero(larger.capacity, sizeof *larger.slots, error);
    if (!larger.slots)
        return false;
    for (size_t i = 0; i < pool->capacity; i++) {
        const struct pdoc__pool_slot *old = &pool->slots[i];
        if (old->text)
            *slot_for(&larger, old->text, old->size, old->hash) = *old;
    }
    larger.count = pool->count;
    pdoc__free(pool->slots);
    *pool = larger;
    return true;
}

const char *pdoc__pool_add(struct pdoc__pool *pool, struct pdoc__arena *arena, const char *text, size_t size,
                           pdoc_error **error)
{
    if (pool->count * 4 >= pool->capacity * 3 && !grow_pool(pool, error))
        return NULL;
    uint32_t hash = (uint32_t)pdoc__text_hash(text, size);
    struct pdoc__pool_slot *slot = slot_for(pool, text, size, hash);
    if (slot->text)
        return slot->text;
    const char *copy = pdoc__arena_text(arena, text, size, error);
    if (!copy)
        return NULL;
    *slot = (struct pdoc__pool_slot){copy, hash, (uint32_t)size};
    pool->count++;
    return copy;
}

const char *pdoc__pool_find(const struct pdoc__pool *pool, const char *text, size_t size)
{
    if (pool->capacity == 0)
        return NULL;
    return slot_for(pool, text, size, (uint32_t)pdoc__text_hash(text, size))->text;
}

void pdoc__pool_free(struct pdoc__pool *pool)
{
    pdoc__free(pool->slots);
    *pool = (struct pdoc__pool){0};
}
