/* SPDX-License-Identifier: MIT */
/* Memory through one table of functions; failures become errors here. Knows nothing of what is stored. */
#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

struct pdoc__allocator pdoc__allocator = {malloc, realloc, free};

void *pdoc__alloc(size_t size, pdoc_error **error)
{
    void *memory = pdoc__allocator.allocate(size > 0 ? size : 1);
    if (!memory)
        pdoc__fail_memory(error);
    return memory;
}

void *pdoc__alloc_zero(size_t count, size_t size, pdoc_error **error)
{
    if (size > 0 && count > SIZE_MAX / size) {
        pdoc__fail_memory(error);
        return NULL;
    }
    void *memory = pdoc__alloc(count * size, error);
    if (memory)
        memset(memory, 0, count * size);
    return memory;
}

void *pdoc__realloc(void *memory, size_t count, size_t size, pdoc_error **error)
{
    if (size > 0 && count > SIZE_MAX / size) {
        pdoc__fail_memory(error);
        return NULL;
    }
    size_t bytes = count * size;
    void *moved = pdoc__allocator.reallocate(memory, bytes > 0 ? bytes : 1);
    if (!moved)
        pdoc__fail_memory(error);
    return moved;
}

void pdoc__free(void *memory)
{
    if (memory)
        pdoc__allocator.release(memory);
}

bool pdoc__grow(void *items, size_t *capacity, size_t count, size_t item_size, pdoc_error **error)
{
    if (count < *capacity)
        return true;
    void *old;
    memcpy(&old, items, sizeof old); /* `items` is the address of a pointer of any type */
    size_t more = *capacity < 8 ? 8 : *capacity * 2;
    void *moved = pdoc__realloc(old, more, item_size, error);
    if (!moved)
        return false;
    memcpy(items, &moved, sizeof moved);
    *capacity = more;
    return true;
}
