/* SPDX-License-Identifier: MIT */
/* A growing text with one sticky failure, and the texts that calls hand out. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct pdoc_text {
    char *data;
    size_t size;
};

static bool make_room(struct pdoc__buffer *buffer, size_t size)
{
    if (buffer->failed)
        return false;
    if (size < buffer->capacity - buffer->size)
        return true;
    size_t capacity = buffer->capacity > 0 ? buffer->capacity : 64;
    while (capacity - buffer->size <= size) {
        if (capacity > SIZE_MAX / 2) {
            buffer->failed = true;
            return false;
        }
        capacity *= 2;
    }
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
    if (size >= SIZE_MAX / 2)
        buffer->failed = true;
    if (!make_room(buffer, size))
        return;
    if (size > 0)
        memcpy(buffer->data + buffer->size, data, size);
    buffer->size += size;
    buffer->data[buffer->size] = '\0';
}

void pdoc__buffer_text(struct pdoc__buffer *buffer, const char *text)
{
    if (text)
        pdoc__buffer_add(buffer, text, strlen(text));
}

void pdoc__buffer_byte(struct pdoc__buffer *buffer, char byte)
{
    pdoc__buffer_add(buffer, &byte, 1);
}

void pdoc__buffer_number(struct pdoc__buffer *buffer, int64_t number)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? UINT64_C(0) - (uint64_t)number : (uint64_t)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0)
        digits[--at] = '-';
    pdoc__buffer_add(buffer, digits + at, sizeof digits - at);
}

void pdoc__buffer_date(struct pdoc__buffer *buffer, pdoc_date date)
{
    char text[PDOC_DATE_TEXT];
    pdoc__buffer_text(buffer, pdoc_date_format(date, text));
}

void pdoc__buffer_format(struct pdoc__buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    if (size < 0)
        buffer->failed = true;
    if (size >= 0 && make_room(buffer, (size_t)size)) {
        vsnprintf(buffer->data + buffer->size, (size_t)size + 1, format, again);
        buffer->size += (size_t)size;
    }
    va_end(again);
    va_end(arguments);
}

void pdoc__buffer_free(struct pdoc__buffer *buffer)
{
    pdoc__free(buffer->data);
    *buffer = (struct pdoc__buffer){0};
}

pdoc_text *pdoc__buffer_take(struct pdoc__buffer *buffer, pdoc_error **error)
{
    pdoc__buffer_add(buffer, "", 0);
    pdoc_text *text = buffer->failed ? NULL : pdoc__alloc(sizeof *text, NULL);
    if (!text) {
        pdoc__buffer_free(buffer);
        pdoc__fail_memory(error);
        return NULL;
    }
    *text = (pdoc_text){buffer->data, buffer->size};
    *buffer = (struct pdoc__buffer){0};
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
