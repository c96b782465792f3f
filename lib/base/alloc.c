/* SPDX-License-Identifier: MIT */
/* Memory, through one table and with every size checked. Knows nothing of what is stored. */
#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

struct pdoc__allocator pdoc__allocator = {.allocate = malloc, .reallocate = realloc, .release = free};

/* 0 if the product does not fit; never 0 otherwise, because what malloc(0) returns is not settled. */
static size_t bytes_of(size_t count, size_t size)
{
    if (count == 0 || size == 0)
        return 1;
    return count > SIZE_MAX / size ? 0 : count * size;
}

static void *or_fail(void *memory, pdoc_error **error)
{
    if (!memory)
        pdoc__fail_memory(error);
    return memory;
}

void *pdoc__alloc(size_t size, pdoc_error **error)
{
    return or_fail(pdoc__allocator.allocate(size ? size : 1), error);
}

void *pdoc__alloc_zero(size_t count, size_t size, pdoc_error **error)
{
    const size_t bytes = bytes_of(count, size);
    void *memory = or_fail(bytes ? pdoc__allocator.allocate(bytes) : NULL, error);
    if (memory)
        memset(memory, 0, bytes);
    return memory;
}

void *pdoc__realloc(void *memory, size_t count, size_t size, pdoc_error **error)
{
    const size_t bytes = bytes_of(count, size);
    return or_fail(bytes ? pdoc__allocator.reallocate(memory, bytes) : NULL, error);
}

void pdoc__free(void *memory)
{
    pdoc__allocator.release(memory);
}

bool pdoc__grow(void *items, size_t *capacity, size_t count, size_t item_size, pdoc_error **error)
{
    if (count < *capacity)
        return true;
    if (count > SIZE_MAX / 2) {
        pdoc__fail_memory(error);
        return false;
    }
    const size_t wanted = count < 4 ? 4 : count + count / 2;
    void *memory;
    memcpy(&memory, items, sizeof memory); /* items points to a pointer of any type */
    memory = pdoc__realloc(memory, wanted, item_size, error);
    if (!memory)
        return false;
    memcpy(items, &memory, sizeof memory);
    *capacity = wanted;
    return true;
}
