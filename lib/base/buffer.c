/* SPDX-License-Identifier: MIT */
/* A growing text that remembers its first failure, and the text that it becomes. Knows nothing of what it says. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/system.h"

enum { FIRST_CAPACITY = 128, LARGE = 1024 * 1024 };

struct pdoc_text {
    char *data;
    size_t size;
};

/* Room for so many more bytes and the final NUL; false once anything has failed. */
static bool make_room(struct pdoc__buffer *buffer, size_t more)
{
    if (buffer->failed)
        return false;
    if (more < buffer->capacity - buffer->size) /* one is left for the NUL */
        return true;
    if (more >= SIZE_MAX / 2 - buffer->size) {
        buffer->failed = true;
        return false;
    }
    const size_t needed = buffer->size + more + 1;
    size_t capacity = buffer->capacity ? buffer->capacity * 2 : FIRST_CAPACITY;
    if (capacity < needed)
        capacity = needed;
    char *data = pdoc__realloc(buffer->data, capacity, 1, NULL);
    if (!data) {
        buffer->failed = true;
        return false;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

void pdoc__buffer_add(struct pdoc__buffer *buffer, const char *data, size_t size)
{
    if (!make_room(buffer, size))
        return;
    if (size)
        memcpy(buffer->data + buffer->size, data, size);
    buffer->size += size;
    buffer->data[buffer->size] = '\0';
}

void pdoc__buffer_reserve(struct pdoc__buffer *buffer, size_t size)
{
    char *data = size > LARGE && !buffer->data ? pdoc__alloc(size, NULL) : NULL;
    if (!data)
        return;
    pdoc__system_large_pages(data, size);
    data[0] = '\0';
    buffer->data = data;
    buffer->capacity = size;
}

void pdoc__buffer_text(struct pdoc__buffer *buffer, const char *text)
{
    if (text)
        pdoc__buffer_add(buffer, text, strlen(text));
}

void pdoc__buffer_byte(struct pdoc__buffer *buffer, char byte)
{
    if (!make_room(buffer, 1))
        return;
    buffer->data[buffer->size++] = byte;
    buffer->data[buffer->size] = '\0';
}

void pdoc__buffer_number(struct pdoc__buffer *buffer, int64_t number)
{
    char digits[20];
    size_t first = sizeof digits;
    uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[--first] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (number < 0)
        digits[--first] = '-';
    pdoc__buffer_add(buffer, digits + first, sizeof digits - first);
}

void pdoc__buffer_date(struct pdoc__buffer *buffer, pdoc_date date)
{
    char text[PDOC_DATE_TEXT];
    pdoc__buffer_text(buffer, pdoc_date_format(date, text));
}

void pdoc__buffer_format(struct pdoc__buffer *buffer, const char *format, ...)
{
    if (buffer->failed)
        return;
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        buffer->failed = true;
    else if (make_room(buffer, (size_t)length)) {
        vsnprintf(buffer->data + buffer->size, (size_t)length + 1, format, again);
        buffer->size += (size_t)length;
    }
    va_end(again);
}

void pdoc__buffer_free(struct pdoc__buffer *buffer)
{
    pdoc__free(buffer->data);
    *buffer = (struct pdoc__buffer){.data = NULL};
}

pdoc_text *pdoc__buffer_take(struct pdoc__buffer *buffer, pdoc_error **error)
{
    pdoc__buffer_add(buffer, "", 0); /* even an empty text is NUL-terminated */
    pdoc_text *text = buffer->failed ? NULL : pdoc__alloc(sizeof *text, NULL);
    if (!text) {
        pdoc__buffer_free(buffer);
        pdoc__fail_memory(error);
        return NULL;
    }
    *text = (pdoc_text){.data = buffer->data, .size = buffer->size};
    *buffer = (struct pdoc__buffer){.data = NULL};
    return text;
}

const char *pdoc_text_data(const pdoc_text *text)
{
    return text ? text->data : "";
}

size_t pdoc_text_size(const pdoc_text *text)
{
    return text ? text->size : 0;
}

void pdoc_text_free(pdoc_text *text)
{
    if (!text)
        return;
    pdoc__free(text->data);
    pdoc__free(text);
}
