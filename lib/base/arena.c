/* SPDX-License-Identifier: MIT */
/* Blocks of memory that are freed all at once. Knows nothing of what is stored. */
#include "base/arena.h"

#include <string.h>

#include "base/error.h"
#include "base/system.h"

enum { FIRST_BLOCK = 64 * 1024, LARGE_BLOCK = 1024 * 1024, MOST_RESERVED = 64 * LARGE_BLOCK, ALIGNMENT = 8 };

/* The block that is being filled comes first; the size is that of the bytes behind the head. */
struct pdoc__block {
    struct pdoc__block *next;
    size_t size;
};

static char *start_of(struct pdoc__block *block)
{
    return (char *)(block + 1);
}

/* Doubles what the arena holds until blocks are large, so that a small register stays small; of a very large one they are
   a small part. */
static size_t next_block_size(const struct pdoc__arena *arena)
{
    if (arena->bytes <= FIRST_BLOCK)
        return FIRST_BLOCK - sizeof(struct pdoc__block);
    const size_t large = arena->bytes / 32 > LARGE_BLOCK ? arena->bytes / 32 : LARGE_BLOCK;
    return (arena->bytes < large ? arena->bytes : large) - sizeof(struct pdoc__block);
}

static struct pdoc__block *add_block(struct pdoc__arena *arena, size_t size, pdoc_error **error)
{
    if (size > SIZE_MAX - sizeof(struct pdoc__block)) {
        pdoc__fail_memory(error);
        return NULL;
    }
    struct pdoc__block *block = pdoc__alloc(sizeof *block + size, error);
    if (!block)
        return NULL;
    if (size > LARGE_BLOCK)
        pdoc__system_large_pages(block, sizeof *block + size);
    *block = (struct pdoc__block){.size = size};
    arena->bytes += sizeof *block + size;
    return block;
}

/* Something large gets a block of its own behind the first, which goes on being filled. */
static char *take_own_block(struct pdoc__arena *arena, size_t size, pdoc_error **error)
{
    struct pdoc__block *block = add_block(arena, size, error);
    if (!block)
        return NULL;
    if (arena->blocks) {
        block->next = arena->blocks->next;
        arena->blocks->next = block;
    } else {
        arena->blocks = block;
        arena->front = arena->end = start_of(block) + size;
    }
    return start_of(block);
}

static bool start_block(struct pdoc__arena *arena, size_t size, pdoc_error **error)
{
    struct pdoc__block *block = add_block(arena, size, error);
    if (!block)
        return false;
    block->next = arena->blocks;
    arena->blocks = block;
    arena->front = start_of(block);
    arena->end = arena->front + block->size;
    return true;
}

/* Of an empty arena both ends are NULL, which must not be subtracted as pointers. */
static size_t room(const struct pdoc__arena *arena)
{
    return (size_t)((uintptr_t)arena->end - (uintptr_t)arena->front);
}

void *pdoc__arena_alloc(struct pdoc__arena *arena, size_t size, pdoc_error **error)
{
    if (size > SIZE_MAX - ALIGNMENT) {
        pdoc__fail_memory(error);
        return NULL;
    }
    const size_t rounded = size ? (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
    if (rounded > room(arena)) {
        if (rounded > FIRST_BLOCK / 4)
            return take_own_block(arena, rounded, error);
        if (!start_block(arena, next_block_size(arena), error))
            return NULL;
    }
    char *memory = arena->front;
    arena->front += rounded;
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
    if (memory && size)
        memcpy(memory, data, size);
    return memory;
}

char *pdoc__arena_space(struct pdoc__arena *arena, size_t size, pdoc_error **error)
{
    if (size == 0)
        size = 1;
    if (size > room(arena)) {
        if (size > FIRST_BLOCK / 4)
            return take_own_block(arena, size, error);
        if (!start_block(arena, next_block_size(arena), error))
            return NULL;
    }
    arena->end -= size;
    return arena->end;
}

char *pdoc__arena_text(struct pdoc__arena *arena, const char *text, size_t size, pdoc_error **error)
{
    if (size == SIZE_MAX) {
        pdoc__fail_memory(error);
        return NULL;
    }
    char *copy = pdoc__arena_space(arena, size + 1, error);
    if (!copy)
        return NULL;
    if (size)
        memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}

void pdoc__arena_reserve(struct pdoc__arena *arena, size_t size)
{
    if (size > LARGE_BLOCK)
        start_block(arena, size < MOST_RESERVED ? size : MOST_RESERVED, NULL);
}

static void free_blocks(struct pdoc__block *block)
{
    while (block) {
        struct pdoc__block *next = block->next;
        pdoc__free(block);
        block = next;
    }
}

void pdoc__arena_reset(struct pdoc__arena *arena)
{
    struct pdoc__block *kept = arena->blocks;
    if (!kept)
        return;
    free_blocks(kept->next);
    kept->next = NULL;
    arena->bytes = sizeof *kept + kept->size;
    arena->front = start_of(kept);
    arena->end = arena->front + kept->size;
}

void pdoc__arena_free(struct pdoc__arena *arena)
{
    free_blocks(arena->blocks);
    *arena = (struct pdoc__arena){.blocks = NULL};
}
