/* SPDX-License-Identifier: MIT */
/* Where written bytes go: into memory, into a file, or through gzip into one of these. Knows nothing of XML. */
#ifndef PDOC_XML_SINK_H
#define PDOC_XML_SINK_H

#include <zlib.h>

#include "base/buffer.h"

/* Takes bytes; false and the error when it cannot. */
struct pdoc__sink {
    bool (*take)(void *context, const char *data, size_t size, pdoc_error **error);
    void *context;
};

struct pdoc__sink pdoc__sink_memory(struct pdoc__buffer *buffer);

struct pdoc__sink_file {
    int file;
    const char *name; /* for errors; borrowed */
};
struct pdoc__sink pdoc__sink_file(struct pdoc__sink_file *file);

struct pdoc__sink_gzip {
    struct pdoc__sink inner;
    z_stream stream;
    unsigned char *out;
};
/* The header holds no name and no time: equal bytes go in, equal bytes come out. Level 1 to 9. */
bool pdoc__sink_gzip_start(struct pdoc__sink_gzip *gzip, struct pdoc__sink inner, int level, pdoc_error **error);
struct pdoc__sink pdoc__sink_gzip(struct pdoc__sink_gzip *gzip);
/* Writes what is left, the check sum included. */
bool pdoc__sink_gzip_finish(struct pdoc__sink_gzip *gzip, pdoc_error **error);
void pdoc__sink_gzip_free(struct pdoc__sink_gzip *gzip);

#endif
