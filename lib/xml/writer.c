/* SPDX-License-Identifier: MIT */
/* XML into a buffer with one sticky failure: check it once, at the end. Knows nothing of registers. */
#include "xml/writer.h"

#include <string.h>

#include "base/alloc.h"
#include "base/error.h"

#define BUFFER PDOC__WRITER_BUFFER
#define WORST (sizeof replacements[0].text - 1) /* bytes that stand for one */
#define PART ((size_t)4096)                    /* of a text that is escaped at once */
#define NAME_ROOM ((size_t)3)                  /* for what stands around the name of an attribute */

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

void pdoc__writer_flush(struct pdoc__writer *writer)
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
            pdoc__writer_flush(writer);
    }
}

static char *escape_each(char *to, const char *text, const char *end, const uint8_t *table)
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

/* Is there one among eight letters that a table has, or another control character? '<' and '>' differ in one bit, and so
   do '"' and '&'. */
static bool may_be_special(uint64_t letters)
{
    const uint64_t each = UINT64_C(0x0101010101010101);
    const uint64_t angle = (letters | each * 0x02) ^ each * '>';
    const uint64_t quote = (letters | each * 0x04) ^ each * '&';
    const uint64_t found =
        ((angle - each) & ~angle) | ((quote - each) & ~quote) | ((letters - each * 0x20) & ~letters);
    return (found & each * 0x80) != 0;
}

/* From four to eight letters. */
static char *escape_short(char *to, const char *text, size_t size, const uint8_t *table)
{
    uint32_t first;
    uint32_t last;
    memcpy(&first, text, sizeof first);
    memcpy(&last, text + size - sizeof last, sizeof last);
    if (may_be_special((uint64_t)first << 32 | last))
        return escape_each(to, text, text + size, table);
    memcpy(to, &first, sizeof first);
    memcpy(to + size - sizeof last, &last, sizeof last);
    return to + size;
}

/* The last letters of a text of eight or more: with those before them they are eight, which are looked at once more. */
static char *escape_rest(char *to, const char *text, size_t size, const uint8_t *table)
{
    uint64_t letters;
    const char *end = text + size;
    memcpy(&letters, end - sizeof letters, sizeof letters);
    if (may_be_special(letters))
        return escape_each(to, text, end, table);
    memcpy(to + size - sizeof letters, &letters, sizeof letters);
    return to + size;
}

/* Copies and escapes in one go, eight letters at a time; the caller has seen that there is room for the worst case. */
static char *escape_into(char *to, const char *text, size_t size, const uint8_t *table)
{
    if (size < 4)
        return escape_each(to, text, text + size, table);
    if (size < 8)
        return escape_short(to, text, size, table);
    for (; size >= 8; text += 8, size -= 8) {
        uint64_t letters;
        memcpy(&letters, text, sizeof letters);
        memcpy(to, &letters, sizeof letters);
        to = may_be_special(letters) ? escape_each(to, text, text + 8, table) : to + 8;
    }
    return size > 0 ? escape_rest(to, text, size, table) : to;
}

static void write_escaped(struct pdoc__writer *writer, const char *text, size_t size, const uint8_t *table)
{
    while (size > 0) {
        size_t part = size < PART ? size : PART;
        char *to = pdoc__writer_room(writer, part * WORST);
        pdoc__writer_take(writer, escape_into(to, text, part, table));
        text += part;
        size -= part;
    }
}

bool pdoc__writer_start(struct pdoc__writer *writer, struct pdoc__sink sink, pdoc_error **error)
{
    *writer = (struct pdoc__writer){.sink = sink, .buffer = pdoc__alloc(BUFFER, error)};
    return writer->buffer != NULL;
}

bool pdoc__writer_finish(struct pdoc__writer *writer, pdoc_error **error)
{
    pdoc__writer_flush(writer);
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

void pdoc__write_text(struct pdoc__writer *writer, const char *text, size_t size)
{
    write_escaped(writer, text, size, in_text);
}

static char *put_name(char *to, const char *name, size_t size)
{
    *to++ = ' ';
    to = pdoc__put_word(to, name, size);
    *to++ = '=';
    *to++ = '"';
    return to;
}

static void write_long_value(struct pdoc__writer *writer, const char *name, const char *value, size_t size)
{
    const size_t name_size = strlen(name);
    pdoc__writer_take(writer, put_name(pdoc__writer_room(writer, name_size + NAME_ROOM), name, name_size));
    write_escaped(writer, value, size, in_attribute);
    PDOC__WRITE(writer, "\"");
}

void pdoc__write_attribute(struct pdoc__writer *writer, const char *name, const char *value)
{
    const size_t size = value ? strlen(value) : 0;
    if (!value)
        return;
    if (size > PART) {
        write_long_value(writer, name, value, size);
        return;
    }
    const size_t name_size = strlen(name);
    char *to = pdoc__writer_room(writer, name_size + NAME_ROOM + size * WORST + 1);
    to = escape_into(put_name(to, name, name_size), value, size, in_attribute);
    *to++ = '"';
    pdoc__writer_take(writer, to);
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
    char *to = pdoc__writer_room(writer, PDOC__LINE_ROOM);
    pdoc__writer_take(writer, pdoc__put_line(to, depth));
}
