/* SPDX-License-Identifier: MIT */
/* Where written bytes go: into memory, into a file, or through gzip into one of these. Knows nothing of XML. */
#include "xml/sink.h"

#include <errno.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/system.h"

#define CHUNK ((size_t)64 * 1024)
#define INTERRUPTIONS 100 /* of one write, before it counts as failed */
#define GZIP_WINDOW (15 + 16)
#define GZIP_MEMORY 8

static bool take_into_memory(void *context, const char *data, size_t size, pdoc_error **error)
{
    struct pdoc__buffer *buffer = context;
    pdoc__buffer_add(buffer, data, size);
    if (!buffer->failed)
        return true;
    pdoc__fail_memory(error);
    return false;
}

static ssize_t write_some(int file, const char *data, size_t size)
{
    ssize_t done = -1;
    for (int tries = 0; done < 0 && tries < INTERRUPTIONS; tries++) {
        done = pdoc__system.write(file, data, size);
        if (done < 0 && errno != EINTR)
            break;
    }
    if (done == 0)
        errno = EIO; /* a regular file that takes nothing and says nothing */
    return done;
}

static bool take_into_file(void *context, const char *data, size_t size, pdoc_error **error)
{
    const struct pdoc__sink_file *sink = context;
    while (size > 0) {
        ssize_t done = write_some(sink->file, data, size);
        if (done <= 0) {
            struct pdoc__place place = {.file = sink->name};
            pdoc__fail_at(error, PDOC_ERR_WRITE, &place, "the file cannot be written: %s", pdoc__system_reason(errno));
            return false;
        }
        data += done;
        size -= (size_t)done;
    }
    return true;
}

/* Runs zlib until it wants no more room; what comes out goes to the inner sink. */
static bool deflate_all(struct pdoc__sink_gzip *gzip, int flush, pdoc_error **error)
{
    int result = Z_OK;
    do {
        gzip->stream.next_out = gzip->out;
        gzip->stream.avail_out = (uInt)CHUNK;
        result = deflate(&gzip->stream, flush);
        size_t made = CHUNK - gzip->stream.avail_out;
        if (made > 0 && !gzip->inner.take(gzip->inner.context, (const char *)gzip->out, made, error))
            return false;
    } while (gzip->stream.avail_out == 0);
    if (flush != Z_FINISH || result == Z_STREAM_END)
        return true;
    pdoc__fail(error, PDOC_ERR_WRITE, "the text cannot be compressed");
    return false;
}

static bool take_into_gzip(void *context, const char *data, size_t size, pdoc_error **error)
{
    struct pdoc__sink_gzip *gzip = context;
    /* zlib never writes through this address; its type is older than that of the callers. */
    union {
        const char *in;
        Bytef *out;
    } address = {.in = data};
    gzip->stream.next_in = address.out;
    gzip->stream.avail_in = (uInt)size;
    return deflate_all(gzip, Z_NO_FLUSH, error);
}

static void *zlib_allocate(void *unused, uInt count, uInt size)
{
    (void)unused;
    return pdoc__alloc_zero(count, size, NULL);
}

static void zlib_release(void *unused, void *memory)
{
    (void)unused;
    pdoc__free(memory);
}

struct pdoc__sink pdoc__sink_memory(struct pdoc__buffer *buffer)
{
    return (struct pdoc__sink){.take = take_into_memory, .context = buffer};
}

struct pdoc__sink pdoc__sink_file(struct pdoc__sink_file *file)
{
    return (struct pdoc__sink){.take = take_into_file, .context = file};
}

bool pdoc__sink_gzip_start(struct pdoc__sink_gzip *gzip, struct pdoc__sink inner, int level, pdoc_error **error)
{
    *gzip = (struct pdoc__sink_gzip){.inner = inner, .stream = {.zalloc = zlib_allocate, .zfree = zlib_release}};
    gzip->out = pdoc__alloc(CHUNK, error);
    if (!gzip->out)
        return false;
    if (deflateInit2(&gzip->stream, level, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY, Z_DEFAULT_STRATEGY) == Z_OK)
        return true;
    pdoc__fail_memory(error);
    pdoc__free(gzip->out);
    gzip->out = NULL;
    return false;
}

struct pdoc__sink pdoc__sink_gzip(struct pdoc__sink_gzip *gzip)
{
    return (struct pdoc__sink){.take = take_into_gzip, .context = gzip};
}

bool pdoc__sink_gzip_finish(struct pdoc__sink_gzip *gzip, pdoc_error **error)
{
    gzip->stream.avail_in = 0;
    return deflate_all(gzip, Z_FINISH, error);
}

void pdoc__sink_gzip_free(struct pdoc__sink_gzip *gzip)
{
    if (gzip->out)
        deflateEnd(&gzip->stream);
    pdoc__free(gzip->out);
    gzip->out = NULL;
}
