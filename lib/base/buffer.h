/* SPDX-License-Identifier: MIT */
/* A growing text with one sticky failure: check it once, at the end. */
#ifndef PDOC_BASE_BUFFER_H
#define PDOC_BASE_BUFFER_H

#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "policydoc/date.h"
#include "policydoc/register.h"

struct pdoc__buffer {
    char *data; /* NUL-terminated once anything was added */
    size_t size;
    size_t capacity;
    bool failed; /* memory ran out: all that follows is ignored */
};

void pdoc__buffer_add(struct pdoc__buffer *buffer, const char *data, size_t size);
/* The same, for what adds very often. */
static inline void pdoc__buffer_append(struct pdoc__buffer *buffer, const char *data, size_t size)
{
    if (size >= buffer->capacity - buffer->size || buffer->failed) { /* one is left for the NUL */
        pdoc__buffer_add(buffer, data, size);
        return;
    }
    memcpy(buffer->data + buffer->size, data, size);
    buffer->size += size;
    buffer->data[buffer->size] = '\0';
}
/* Makes room for about so many bytes at once, if they are many: a guess, which need not come true and cannot fail. */
void pdoc__buffer_reserve(struct pdoc__buffer *buffer, size_t size);
void pdoc__buffer_text(struct pdoc__buffer *buffer, const char *text); /* NULL adds nothing */
void pdoc__buffer_byte(struct pdoc__buffer *buffer, char byte);
void pdoc__buffer_number(struct pdoc__buffer *buffer, int64_t number);
void pdoc__buffer_date(struct pdoc__buffer *buffer, pdoc_date date);
void pdoc__buffer_format(struct pdoc__buffer *buffer, const char *format, ...) PDOC__PRINTF(2, 3);
void pdoc__buffer_free(struct pdoc__buffer *buffer);
/* Turns the buffer into a text for the caller and empties it; NULL and NOMEM if anything failed. */
pdoc_text *pdoc__buffer_take(struct pdoc__buffer *buffer, pdoc_error **error);

#endif
