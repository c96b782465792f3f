/* SPDX-License-Identifier: MIT */
/* Bytes of a file, of memory or from a function, inflated if they are gzip, within limits. Knows nothing of XML. */
#include "xml/input.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"

#define CHUNK ((size_t)32 * 1024)
#define MEBIBYTE ((uint64_t)1024 * 1024)
#define GIBIBYTE (1024 * MEBIBYTE)
#define INTERRUPTIONS 100 /* of one read, before it counts as failed */
#define PIECE ((size_t)1 << 30) /* zlib counts in unsigned int */
#define GZIP_FIRST 0x1f
#define GZIP_SECOND 0x8b

static const struct pdoc__limits usual = {.depth = 128, .attributes = 256, .names = 4000, .ratio = 200,
                                          .elements = 1000000000, .bytes = 64 * GIBIBYTE, .inflated = 64 * GIBIBYTE};
static const struct pdoc__limits strict = {.depth = 64, .attributes = 64, .names = 4000, .ratio = 200,
                                           .elements = 1000000, .bytes = 16 * MEBIBYTE, .inflated = 64 * MEBIBYTE,
                                           .is_strict = true};

static struct pdoc__place place_of(const struct pdoc__input *input)
{
    return (struct pdoc__place){.file = input->name};
}

/* Keeps the error for whoever reads: from now on every read fails. */
static int64_t refuse(struct pdoc__input *input, pdoc_status status, const char *sentence)
{
    struct pdoc__place place = place_of(input);
    pdoc__fail_at(&input->error, status, &place, "%s", sentence);
    input->failed = true;
    return -1;
}

static int64_t refuse_size(struct pdoc__input *input, const char *what, uint64_t limit)
{
    struct pdoc__place place = place_of(input);
    pdoc__fail_at(&input->error, PDOC_ERR_LIMIT, &place, "%s more than %" PRIu64 ", the limit of this read", what, limit);
    input->failed = true;
    return -1;
}

static int64_t read_file(struct pdoc__input *input, void *buffer, size_t size)
{
    for (int tries = 0; tries < INTERRUPTIONS; tries++) {
        ssize_t got = pdoc__system.read(input->file, buffer, size);
        if (got >= 0)
            return got;
        if (errno != EINTR)
            break;
    }
    struct pdoc__place place = place_of(input);
    pdoc__fail_at(&input->error, PDOC_ERR_READ, &place, "the file cannot be read: %s", pdoc__system_reason(errno));
    input->failed = true;
    return -1;
}

static int64_t read_memory(struct pdoc__input *input, void *buffer, size_t size)
{
    size_t take = size < input->memory_left ? size : input->memory_left;
    if (take > 0)
        memcpy(buffer, input->memory, take);
    input->memory = take > 0 ? input->memory + take : input->memory;
    input->memory_left -= take;
    return (int64_t)take;
}

static int64_t read_function(struct pdoc__input *input, void *buffer, size_t size)
{
    int64_t got = input->function(input->context, buffer, size);
    if (got < 0)
        return refuse(input, PDOC_ERR_READ, "the bytes cannot be read: the read function said so");
    if ((uint64_t)got > size)
        return refuse(input, PDOC_ERR_READ, "the read function gave more bytes than it was asked for");
    return got;
}

/* Bytes as they are stored. */
static int64_t take_stored(struct pdoc__input *input, void *buffer, size_t size)
{
    int64_t got = input->file >= 0    ? read_file(input, buffer, size)
                  : input->function   ? read_function(input, buffer, size)
                                      : read_memory(input, buffer, size);
    if (got <= 0)
        return got;
    input->stored += (uint64_t)got;
    return input->stored > input->limits.bytes ? refuse_size(input, "the bytes stored are", input->limits.bytes) : got;
}

/* Reads behind what the chunk still holds. */
static int64_t fill_chunk(struct pdoc__input *input)
{
    if (input->chunk_start == input->chunk_end)
        input->chunk_start = input->chunk_end = 0;
    int64_t got = take_stored(input, input->chunk + input->chunk_end, CHUNK - input->chunk_end);
    input->chunk_end += got > 0 ? (size_t)got : 0;
    return got;
}

static int64_t take_plain(struct pdoc__input *input, void *buffer, size_t size)
{
    size_t held = input->chunk_end - input->chunk_start;
    if (held == 0 && size >= CHUNK)
        return take_stored(input, buffer, size);
    if (held == 0) {
        int64_t got = fill_chunk(input);
        if (got <= 0)
            return got;
        held = input->chunk_end;
    }
    size_t take = size < held ? size : held;
    memcpy(buffer, input->chunk + input->chunk_start, take);
    input->chunk_start += take;
    return (int64_t)take;
}

static bool may_have_inflated(struct pdoc__input *input)
{
    if (input->inflated > input->limits.inflated)
        return refuse_size(input, "the bytes inflated are", input->limits.inflated) >= 0;
    uint64_t used = input->stored - (input->chunk_end - input->chunk_start);
    if (input->inflated > MEBIBYTE && input->inflated / input->limits.ratio > used)
        return refuse_size(input, "the bytes inflated for each byte stored are", input->limits.ratio) >= 0;
    return true;
}

/* The chunk is empty: reads the next one. False at the end, which may be too early. */
static bool next_chunk(struct pdoc__input *input)
{
    int64_t got = fill_chunk(input);
    if (got > 0)
        return true;
    if (got == 0 && !input->member_ended)
        refuse(input, PDOC_ERR_SYNTAX, "the gzip data end in the middle; the file was cut short, get a whole copy");
    input->ended = true;
    return false;
}

static bool next_member(struct pdoc__input *input)
{
    if (input->chunk[input->chunk_start] != GZIP_FIRST || inflateReset(&input->stream) != Z_OK) {
        refuse(input, PDOC_ERR_SYNTAX, "bytes that are no gzip follow the gzip data; remove them or get a whole copy");
        return false;
    }
    input->member_ended = false;
    return true;
}

/* One call of zlib. False at the end or when it failed. */
static bool inflate_some(struct pdoc__input *input)
{
    if (input->chunk_start == input->chunk_end && !next_chunk(input))
        return false;
    if (input->member_ended && !next_member(input))
        return false;
    input->stream.next_in = input->chunk + input->chunk_start;
    input->stream.avail_in = (uInt)(input->chunk_end - input->chunk_start);
    int result = inflate(&input->stream, Z_NO_FLUSH);
    input->chunk_start = input->chunk_end - input->stream.avail_in;
    input->member_ended = result == Z_STREAM_END;
    if (result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR)
        return true;
    if (result == Z_MEM_ERROR) {
        pdoc__fail_memory(&input->error);
        input->failed = true;
    } else {
        refuse(input, PDOC_ERR_SYNTAX, "the gzip data are damaged; get a whole copy of the file");
    }
    return false;
}

static int64_t take_inflated(struct pdoc__input *input, void *buffer, size_t size)
{
    size_t room = size < PIECE ? size : PIECE;
    input->stream.next_out = buffer;
    input->stream.avail_out = (uInt)room;
    while (input->stream.avail_out == room && !input->ended)
        if (!inflate_some(input))
            break;
    if (input->failed)
        return -1;
    size_t got = room - input->stream.avail_out;
    input->inflated += got;
    return may_have_inflated(input) ? (int64_t)got : -1;
}

static int64_t take(struct pdoc__input *input, void *buffer, size_t size)
{
    if (input->failed)
        return -1;
    if (size == 0 || input->ended)
        return 0;
    if (input->is_gzip)
        return take_inflated(input, buffer, size);
    int64_t got = take_plain(input, buffer, size);
    input->inflated += got > 0 ? (uint64_t)got : 0;
    input->ended = got == 0;
    return got;
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

static bool start_inflating(struct pdoc__input *input)
{
    input->stream = (z_stream){.zalloc = zlib_allocate, .zfree = zlib_release};
    input->is_gzip = inflateInit2(&input->stream, 15 + 16) == Z_OK;
    if (input->is_gzip)
        return true;
    pdoc__fail_memory(&input->error);
    input->failed = true;
    return false;
}

/* Common end of the open functions: looks at the first two bytes. */
static bool start(struct pdoc__input *input, pdoc_error **error)
{
    input->chunk = pdoc__alloc(CHUNK, &input->error);
    input->failed = !input->chunk;
    int64_t got = input->failed ? -1 : 1;
    while (got > 0 && input->chunk_end < 2)
        got = fill_chunk(input);
    if (got >= 0 && input->chunk_end >= 2 && input->chunk[0] == GZIP_FIRST && input->chunk[1] == GZIP_SECOND)
        start_inflating(input);
    if (!input->failed)
        return true;
    if (error)
        *error = input->error;
    else
        pdoc_error_free(input->error);
    input->error = NULL;
    pdoc__input_close(input);
    return false;
}

static bool file_can_be_read(struct pdoc__input *input, pdoc_error **error)
{
    struct pdoc__place place = place_of(input);
    if (pdoc__system.fstat(input->file, &input->status) != 0) {
        pdoc__fail_at(error, PDOC_ERR_READ, &place, "the file cannot be read: %s", pdoc__system_reason(errno));
        return false;
    }
    if (S_ISREG(input->status.st_mode) || S_ISFIFO(input->status.st_mode))
        return true;
    pdoc__fail_at(error, PDOC_ERR_READ, &place, "this is %s; name a file",
                  S_ISDIR(input->status.st_mode) ? "a folder" : "no regular file");
    return false;
}

bool pdoc__limits_fill(const pdoc_read_options *options, struct pdoc__limits *out, pdoc_error **error)
{
    if (!options) {
        *out = usual;
        return true;
    }
    if (options->size != sizeof *options || options->reserved != 0) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "read options: size must be sizeof(pdoc_read_options), reserved 0");
        return false;
    }
    struct pdoc__limits limits = options->strict ? strict : usual;
    limits.depth = options->max_depth ? options->max_depth : limits.depth;
    limits.attributes = options->max_attributes ? options->max_attributes : limits.attributes;
    limits.names = options->max_names ? options->max_names : limits.names;
    limits.ratio = options->max_ratio ? options->max_ratio : limits.ratio;
    limits.elements = options->max_elements ? options->max_elements : limits.elements;
    limits.bytes = options->max_bytes ? options->max_bytes : limits.bytes;
    limits.inflated = options->max_inflated_bytes ? options->max_inflated_bytes : limits.inflated;
    *out = limits;
    return true;
}

bool pdoc__input_open_file(struct pdoc__input *input, const char *path, const struct pdoc__limits *limits,
                           pdoc_error **error)
{
    *input = (struct pdoc__input){.name = path, .limits = *limits, .file = -1};
    int tries = 0;
    do
        input->file = pdoc__system.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY, 0);
    while (input->file < 0 && errno == EINTR && ++tries < INTERRUPTIONS);
    if (input->file < 0) {
        struct pdoc__place place = place_of(input);
        pdoc__fail_at(error, PDOC_ERR_READ, &place, "the file cannot be opened: %s", pdoc__system_reason(errno));
        return false;
    }
    if (file_can_be_read(input, error))
        return start(input, error);
    pdoc__input_close(input);
    return false;
}

bool pdoc__input_open_memory(struct pdoc__input *input, const void *data, size_t size, const char *name,
                             const struct pdoc__limits *limits, pdoc_error **error)
{
    *input = (struct pdoc__input){.name = name, .limits = *limits, .file = -1, .memory = data, .memory_left = size};
    return start(input, error);
}

bool pdoc__input_open_function(struct pdoc__input *input, pdoc_read_function function, void *context,
                               const char *name, const struct pdoc__limits *limits, pdoc_error **error)
{
    *input = (struct pdoc__input){.name = name, .limits = *limits, .file = -1, .function = function, .context = context};
    return start(input, error);
}

uint64_t pdoc__input_expected(const struct pdoc__input *input)
{
    uint64_t bytes = input->memory_left;
    if (input->is_gzip || input->function)
        return 0;
    if (input->file >= 0)
        bytes = S_ISREG(input->status.st_mode) && input->status.st_size > 0 ? (uint64_t)input->status.st_size : 0;
    return bytes < input->limits.bytes ? bytes : input->limits.bytes;
}

int64_t pdoc__input_peek(struct pdoc__input *input, const unsigned char **bytes)
{
    int64_t got = 1;
    while (got > 0 && input->head_end < sizeof input->head) {
        got = take(input, input->head + input->head_end, sizeof input->head - input->head_end);
        input->head_end += got > 0 ? (size_t)got : 0;
    }
    *bytes = input->head + input->head_start;
    return got < 0 ? -1 : (int64_t)(input->head_end - input->head_start);
}

int64_t pdoc__input_read(struct pdoc__input *input, void *buffer, size_t size)
{
    size_t held = input->head_end - input->head_start;
    if (held == 0 || input->failed)
        return take(input, buffer, size);
    size_t taken = size < held ? size : held;
    memcpy(buffer, input->head + input->head_start, taken);
    input->head_start += taken;
    return (int64_t)taken;
}

void pdoc__input_close(struct pdoc__input *input)
{
    if (input->is_gzip)
        inflateEnd(&input->stream);
    if (input->file >= 0)
        pdoc__system.close(input->file);
    pdoc__free(input->chunk);
    pdoc_error_free(input->error);
    *input = (struct pdoc__input){.file = -1};
}
