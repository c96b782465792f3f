/* SPDX-License-Identifier: MIT */
/* XML into a buffer with one sticky failure: check it once, at the end. Knows nothing of registers. */
#include "xml/writer.h"

#include <string.h>

#include "base/alloc.h"
#include "base/error.h"

#define BUFFER PDOC__WRITER_BUFFER

/* What stands for a byte: "" for itself. */
struct replacement {
    char text[7];
    uint8_t size;
};

static const struct replacement replacements[] = {
    {"", 0}, {"&amp;", 5}, {"&lt;", 4}, {"&gt;", 4}, {"&quot;", 6}, {"&#13;", 5}, {"&#10;", 5}, {"&#9;", 4}};

/* Rows of the table above. The same characters as libxml2's own writer, so that either writes the same bytes. */
static const uint8_t in_text[256] = {['&'] = 1, ['<'] = 2, ['>'] = 3, ['"'] = 4, ['\r'] = 5};
static const uint8_t in_attribute[256] = {['&'] = 1, ['<'] = 2, ['>'] = 3, ['"'] = 4, ['\r'] = 5, ['\n'] = 6, ['\t'] = 7};

static void flush(struct pdoc__writer *writer)
{
    if (!writer->failed && writer->used > 0)
        writer->failed = !writer->sink.take(writer->sink.context, writer->buffer, writer->used, &writer->error);
    writer->used = 0;
}

void pdoc__write_across(struct pdoc__writer *writer, const char *data, size_t size)
{
    while (size > 0) {
        size_t room = BUFFER - writer->used;
        size_t part = size < room ? size : room;
        memcpy(writer->buffer + writer->used, data, part);
        writer->used += part;
        data += part;
        size -= part;
        if (writer->used == BUFFER)
            flush(writer);
    }
}

/* Copies and escapes in one go; the caller has seen that there is room for the worst case. */
static char *escape_into(char *to, const char *text, const char *end, const uint8_t *table)
{
    for (; text < end; text++) {
        uint8_t special = table[(unsigned char)*text];
        if (special == 0) {
            *to++ = *text;
            continue;
        }
        memcpy(to, replacements[special].text, replacements[special].size);
        to += replacements[special].size;
    }
    return to;
}

static void write_escaped(struct pdoc__writer *writer, const char *text, size_t size, const uint8_t *table)
{
    const char *end = text + size;
    const size_t most = sizeof replacements[0].text - 1;
    while (text < end) {
        size_t part = (size_t)(end - text) < BUFFER / 16 ? (size_t)(end - text) : BUFFER / 16;
        if (part * most >= BUFFER - writer->used)
            flush(writer);
        char *to = writer->buffer + writer->used;
        writer->used += (size_t)(escape_into(to, text, text + part, table) - to);
        text += part;
    }
}

bool pdoc__writer_start(struct pdoc__writer *writer, struct pdoc__sink sink, pdoc_error **error)
{
    *writer = (struct pdoc__writer){.sink = sink, .buffer = pdoc__alloc(BUFFER, error)};
    return writer->buffer != NULL;
}

bool pdoc__writer_finish(struct pdoc__writer *writer, pdoc_error **error)
{
    flush(writer);
    pdoc__free(writer->buffer);
    writer->buffer = NULL;
    if (!writer->failed)
        return true;
    if (error)
        *error = writer->error;
    else
        pdoc_error_free(writer->error);
    writer->error = NULL;
    return false;
}

void pdoc__write_name(struct pdoc__writer *writer, const char *name)
{
    pdoc__write_raw(writer, name, strlen(name));
}

void pdoc__write_text(struct pdoc__writer *writer, const char *text, size_t size)
{
    write_escaped(writer, text, size, in_text);
}

void pdoc__write_attribute(struct pdoc__writer *writer, const char *name, const char *value)
{
    if (!value)
        return;
    PDOC__WRITE(writer, " ");
    pdoc__write_name(writer, name);
    PDOC__WRITE(writer, "=\"");
    write_escaped(writer, value, strlen(value), in_attribute);
    PDOC__WRITE(writer, "\"");
}

void pdoc__write_date(struct pdoc__writer *writer, const char *name, pdoc_date date)
{
    char text[PDOC_DATE_TEXT];
    if (pdoc_date_is_recorded(date))
        pdoc__write_attribute(writer, name, pdoc_date_format(date, text));
}

void pdoc__write_number(struct pdoc__writer *writer, const char *name, uint32_t number)
{
    char digits[11];
    char *first = digits + sizeof digits - 1;
    *first = '\0';
    do
        *--first = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    pdoc__write_attribute(writer, name, first);
}

void pdoc__write_line(struct pdoc__writer *writer, uint32_t depth)
{
    static const char spaces[] = "\n                                ";
    size_t size = 1 + 2 * (size_t)depth;
    pdoc__write_raw(writer, spaces, size < sizeof spaces ? size : sizeof spaces - 1);
}
