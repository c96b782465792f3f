/* SPDX-License-Identifier: MIT */
/* XML into a buffer with one sticky failure: check it once, at the end. Knows nothing of registers. */
#ifndef PDOC_XML_WRITER_H
#define PDOC_XML_WRITER_H

#include <string.h>

#include "policydoc/date.h"
#include "xml/sink.h"

#define PDOC__WRITER_BUFFER ((size_t)64 * 1024)

struct pdoc__writer {
    char *buffer;
    size_t used;
    struct pdoc__sink sink;
    pdoc_error *error; /* the first failure; all that follows is ignored */
    bool failed;
};

bool pdoc__writer_start(struct pdoc__writer *writer, struct pdoc__sink sink, pdoc_error **error);
/* Hands the rest to the sink and frees the buffer. False if anything failed since the start. */
bool pdoc__writer_finish(struct pdoc__writer *writer, pdoc_error **error);

void pdoc__writer_flush(struct pdoc__writer *writer); /* the buffer is empty afterwards, whatever the sink says */
/* Where at least `size` bytes may be written, for pdoc__writer_take to take; less than half of the buffer. */
static inline char *pdoc__writer_room(struct pdoc__writer *writer, size_t size)
{
    if (size > PDOC__WRITER_BUFFER - writer->used)
        pdoc__writer_flush(writer);
    return writer->buffer + writer->used;
}
static inline void pdoc__writer_take(struct pdoc__writer *writer, const char *end)
{
    writer->used = (size_t)(end - writer->buffer);
}

/* Copies a word and gives its end. Words are short: two moves that overlap are faster than a call. */
static inline char *pdoc__put_word(char *to, const char *word, size_t size)
{
    if (size > 16) {
        memcpy(to, word, size);
    } else if (size >= 8) {
        memcpy(to, word, 8);
        memcpy(to + size - 8, word + size - 8, 8);
    } else if (size >= 4) {
        memcpy(to, word, 4);
        memcpy(to + size - 4, word + size - 4, 4);
    } else {
        for (size_t i = 0; i < size; i++)
            to[i] = word[i];
    }
    return to + size;
}

/* A new line, and two spaces for each level; writes PDOC__LINE_ROOM bytes, and gives the end of those that count. */
#define PDOC__LINE_ROOM 32
static inline char *pdoc__put_line(char *to, uint32_t depth)
{
    memcpy(to, "\n                               ", PDOC__LINE_ROOM);
    return to + 1 + 2 * (size_t)(depth < 15 ? depth : 15);
}

void pdoc__write_across(struct pdoc__writer *writer, const char *data, size_t size); /* where the buffer fills up */
/* As it is. Inline, so that a literal is a few moves. */
static inline void pdoc__write_raw(struct pdoc__writer *writer, const char *data, size_t size)
{
    if (size >= PDOC__WRITER_BUFFER - writer->used) {
        pdoc__write_across(writer, data, size);
        return;
    }
    memcpy(writer->buffer + writer->used, data, size);
    writer->used += size;
}
#define PDOC__WRITE(writer, literal) pdoc__write_raw((writer), "" literal, sizeof(literal) - 1)
/* Escaped as the content of an element: white space is kept, and survives a reader's normalisation of line ends. */
void pdoc__write_text(struct pdoc__writer *writer, const char *text, size_t size);
/* ` name="value"`, escaped; nothing for a value of NULL. */
void pdoc__write_attribute(struct pdoc__writer *writer, const char *name, const char *value);
void pdoc__write_date(struct pdoc__writer *writer, const char *name, pdoc_date date); /* nothing if not recorded */
void pdoc__write_number(struct pdoc__writer *writer, const char *name, uint32_t number);
/* A new line, and two spaces for each level. */
void pdoc__write_line(struct pdoc__writer *writer, uint32_t depth);

#endif
