/* SPDX-License-Identifier: MIT */
/* Memory that is freed all at once, and strings that are stored once. Knows nothing of what is stored. */
#ifndef PDOC_BASE_ARENA_H
#define PDOC_BASE_ARENA_H

#include "base/alloc.h"

/* Objects grow from the front of a block, texts from its end, so that neither wastes room on alignment. */
struct pdoc__arena {
    struct pdoc__block *blocks;
    char *front;
    char *end;
    size_t bytes; /* taken from the system */
};

void *pdoc__arena_alloc(struct pdoc__arena *arena, size_t size, pdoc_error **error); /* aligned, not cleared */
void *pdoc__arena_zero(struct pdoc__arena *arena, size_t size, pdoc_error **error);
void *pdoc__arena_copy(struct pdoc__arena *arena, const void *data, size_t size, pdoc_error **error);
char *pdoc__arena_text(struct pdoc__arena *arena, const char *text, size_t size, pdoc_error **error); /* adds a NUL */
char *pdoc__arena_space(struct pdoc__arena *arena, size_t size, pdoc_error **error); /* room for a text, not aligned */
/* Makes room for about so many bytes at once, if they are many: a guess, which need not come true and cannot fail. */
void pdoc__arena_reserve(struct pdoc__arena *arena, size_t size);
/* Empties it and keeps its last block, so that scratch memory that is used again and again costs nothing. */
void pdoc__arena_reset(struct pdoc__arena *arena);
void pdoc__arena_free(struct pdoc__arena *arena);

enum { PDOC__POOL_RECENT = 128 }; /* a power of two */

/* Strings stored once: equal strings have equal addresses. The texts live in the arena. */
struct pdoc__pool {
    struct {
        const char *text;
        size_t size;
    } recent[PDOC__POOL_RECENT]; /* found last, by size and some letters: most come again soon */
    struct pdoc__pool_slot *slots;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

const char *pdoc__pool_add(struct pdoc__pool *pool, struct pdoc__arena *arena, const char *text, size_t size,
                           pdoc_error **error);
const char *pdoc__pool_find(const struct pdoc__pool *pool, const char *text, size_t size); /* NULL if it is not there */
void pdoc__pool_free(struct pdoc__pool *pool);

#endif
