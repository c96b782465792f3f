/* SPDX-License-Identifier: MIT */
/* Memory that fails on request and counts what is held. Knows nothing of what is tested. */
#ifndef TESTS_UNIT_FAILING_MEMORY_H
#define TESTS_UNIT_FAILING_MEMORY_H

#include <stdlib.h>

#include "base/alloc.h"

static long memory_until_failure = -1; /* allocations that still succeed; -1: all */
static long memory_held;               /* pieces that were not freed */

static inline bool memory_fails(void)
{
    if (memory_until_failure < 0)
        return false;
    if (memory_until_failure == 0)
        return true;
    memory_until_failure--;
    return false;
}

static inline void *failing_allocate(size_t size)
{
    void *memory = memory_fails() ? NULL : malloc(size);
    memory_held += memory != NULL;
    return memory;
}

static inline void *failing_reallocate(void *memory, size_t size)
{
    void *moved = memory_fails() ? NULL : realloc(memory, size);
    memory_held += !memory && moved;
    return moved;
}

static inline void failing_release(void *memory)
{
    memory_held -= memory != NULL;
    free(memory);
}

/* From now on the library's memory is counted, and fails after so many allocations (-1: never). */
static inline void memory_fails_after(long allocations)
{
    pdoc__allocator = (struct pdoc__allocator){failing_allocate, failing_reallocate, failing_release};
    memory_until_failure = allocations;
}

#endif
