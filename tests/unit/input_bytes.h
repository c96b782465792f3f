/* SPDX-License-Identifier: MIT */
/* Bytes for the tests of the input: made, packed, joined, and read to their end. */
#ifndef PDOC_TESTS_INPUT_BYTES_H
#define PDOC_TESTS_INPUT_BYTES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <zlib.h>

#include "xml/input.h"

struct bytes {
    unsigned char *data;
    size_t size;
};

/* One gzip member. */
static inline struct bytes pack(const void *data, size_t size)
{
    struct bytes out = {malloc(size + 1024), 0};
    z_stream stream = {0};
    union {
        const void *in;
        Bytef *out;
    } address = {.in = data};
    assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY), Z_OK);
    stream.next_in = address.out;
    stream.avail_in = (uInt)size;
    stream.next_out = out.data;
    stream.avail_out = (uInt)(size + 1024);
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out.size = stream.total_out;
    deflateEnd(&stream);
    return out;
}

static inline struct bytes join(struct bytes left, struct bytes right)
{
    struct bytes out = {malloc(left.size + right.size + 1), left.size + right.size};
    memcpy(out.data, left.data, left.size);
    memcpy(out.data + left.size, right.data, right.size);
    free(left.data);
    free(right.data);
    return out;
}

/* What came of reading all: the text, or the status of the error. */
struct outcome {
    char *text;
    size_t size;
    pdoc_status status;
    char message[200];
};

static inline void keep_error(struct outcome *outcome, pdoc_error *error)
{
    outcome->status = pdoc_error_status(error);
    snprintf(outcome->message, sizeof outcome->message, "%s", pdoc_error_message(error));
    assert_true(outcome->status != PDOC_OK);
}

static inline struct outcome drain(struct pdoc__input *input, size_t step)
{
    size_t room = step + 1;
    struct outcome outcome = {.text = malloc(room)};
    int64_t got = 1;
    while (got > 0) {
        if (room - outcome.size <= step) { /* by half as much again: a sanitizer copies each time */
            room += room / 2 + step;
            outcome.text = realloc(outcome.text, room);
        }
        got = pdoc__input_read(input, outcome.text + outcome.size, step);
        outcome.size += got > 0 ? (size_t)got : 0;
    }
    assert_int_equal(pdoc__input_read(input, outcome.text, 1), got); /* and so it stays */
    outcome.text[outcome.size] = '\0';
    if (got < 0)
        keep_error(&outcome, input->error);
    pdoc__input_close(input);
    return outcome;
}

static inline struct outcome read_bytes(struct bytes from, const pdoc_read_options *options, size_t step)
{
    struct pdoc__limits limits;
    struct pdoc__input input;
    struct outcome outcome = {0};
    pdoc_error *error = NULL;
    assert_true(pdoc__limits_fill(options, &limits, NULL));
    if (pdoc__input_open_memory(&input, from.data, from.size, "test", &limits, &error))
        return drain(&input, step);
    keep_error(&outcome, error);
    pdoc_error_free(error);
    return outcome;
}

static inline pdoc_status status_of(struct bytes from, const pdoc_read_options *options)
{
    struct outcome outcome = read_bytes(from, options, 4096);
    free(outcome.text);
    return outcome.status;
}

static inline struct bytes long_text(size_t size)
{
    struct bytes text = {malloc(size), size};
    for (size_t i = 0; i < size; i++)
        text.data[i] = (unsigned char)(' ' + (i * 7 + i / 13) % 90);
    return text;
}

#endif
