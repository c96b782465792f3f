/* SPDX-License-Identifier: MIT */
/* The only way to memory. One table, so that tests can make any allocation fail. Knows nothing of what is stored. */
#ifndef PDOC_BASE_ALLOC_H
#define PDOC_BASE_ALLOC_H

#include "policydoc/error.h"

/* Asks for memory that is about to be read, so that it is at hand by then; any address may be given. */
#if defined(__GNUC__)
#define PDOC__FETCH(address) __builtin_prefetch(address)
#else
#define PDOC__FETCH(address) ((void)(address))
#endif

/* Tests put their own functions here before they call the library; nothing else writes to it. */
struct pdoc__allocator {
    void *(*allocate)(size_t size);
    void *(*reallocate)(void *memory, size_t size);
    void (*release)(void *memory);
};
extern struct pdoc__allocator pdoc__allocator;

/* All return NULL and set the error to PDOC_ERR_NOMEM when memory runs out or a size overflows. */
void *pdoc__alloc(size_t size, pdoc_error **error);
void *pdoc__alloc_zero(size_t count, size_t size, pdoc_error **error);
void *pdoc__realloc(void *memory, size_t count, size_t size, pdoc_error **error);
void pdoc__free(void *memory);

/* Makes room for one more item in a growing array; false when memory runs out, and then nothing has changed. */
bool pdoc__grow(void *items, size_t *capacity, size_t count, size_t item_size, pdoc_error **error);

#endif
