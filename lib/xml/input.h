/* SPDX-License-Identifier: MIT */
/* Bytes of a file, of memory or from a function, inflated if they are gzip, within limits. Knows nothing of XML. */
#ifndef PDOC_XML_INPUT_H
#define PDOC_XML_INPUT_H

#include <zlib.h>

#include "base/system.h"
#include "policydoc/register.h"

/* The options with every default filled in. */
struct pdoc__limits {
    uint32_t depth;
    uint32_t attributes;
    uint32_t names;
    uint32_t ratio;
    uint64_t elements;
    uint64_t bytes;
    uint64_t inflated;
    bool is_strict;
};

struct pdoc__input {
    const char *name; /* for errors; borrowed */
    struct pdoc__limits limits;
    int file; /* -1: not a file */
    const char *memory;
    size_t memory_left;
    pdoc_read_function function;
    void *context;
    bool is_gzip;
    bool member_ended; /* of a gzip file: between two members, or behind the last */
    bool ended;
    bool failed; /* what went wrong is in `error` */
    uint64_t stored;   /* bytes taken from the source */
    uint64_t inflated; /* bytes handed out, or kept in `head` */
    z_stream stream;
    unsigned char *chunk; /* what was read and not yet handed out or inflated */
    size_t chunk_start;
    size_t chunk_end;
    unsigned char head[256]; /* first bytes that were looked at and not yet taken */
    size_t head_start;
    size_t head_end;
    struct stat status; /* of a file */
    pdoc_error *error;
};

/* ARGUMENT if the options have a size that this library does not know; else the defaults and presets are filled in. */
bool pdoc__limits_fill(const pdoc_read_options *options, struct pdoc__limits *out, pdoc_error **error);
/* READ if it cannot be opened, or is no regular file or pipe (a folder is named as such). */
bool pdoc__input_open_file(struct pdoc__input *input, const char *path, const struct pdoc__limits *limits,
                           pdoc_error **error);
bool pdoc__input_open_memory(struct pdoc__input *input, const void *data, size_t size, const char *name,
                             const struct pdoc__limits *limits, pdoc_error **error);
bool pdoc__input_open_function(struct pdoc__input *input, pdoc_read_function function, void *context,
                               const char *name, const struct pdoc__limits *limits, pdoc_error **error);
/* How many bytes will come, as far as that can be known; 0: it cannot. */
uint64_t pdoc__input_expected(const struct pdoc__input *input);
/* Next bytes, at most `size`; 0 at the end; -1 when it failed, and then always. A gzip file may have several members;
   bytes that follow the last one and are no gzip are an error, and so is an end in the middle. */
int64_t pdoc__input_read(struct pdoc__input *input, void *buffer, size_t size);
/* First bytes without taking them, at least 256 where there are that many (for encoding checks). -1 when it failed. */
int64_t pdoc__input_peek(struct pdoc__input *input, const unsigned char **bytes);
void pdoc__input_close(struct pdoc__input *input);

#endif
