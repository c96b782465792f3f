/* SPDX-License-Identifier: MIT */
/* Any bytes behind the first bytes of a gzip stream: refused or taken alike in one piece and in small ones.
   A file with two faults may fail by either of them: how far it is inflated before the parser looks depends on the pieces. */
#include "fuzz.h"

static const pdoc_read_options strict = {.size = sizeof strict, .strict = 1};
static const uint8_t magic[] = {0x1f, 0x8b, 8};

struct pieces {
    const uint8_t *data;
    size_t left;
    size_t piece;
};

static int64_t next_piece(void *context, void *buffer, size_t size)
{
    struct pieces *pieces = context;
    size_t taken = pieces->piece < size ? pieces->piece : size;
    if (taken > pieces->left)
        taken = pieces->left;
    memcpy(buffer, pieces->data, taken);
    pieces->data += taken;
    pieces->left -= taken;
    return (int64_t)taken;
}

static bool taken_in_pieces(const uint8_t *data, size_t size, size_t piece)
{
    struct pieces pieces = {data, size, piece};
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_stream(next_piece, &pieces, "pieces", &strict, &error);
    bool taken = reg != NULL;
    must(taken == (error == NULL), "an error exactly on failure");
    pdoc_register_unref(reg);
    pdoc_error_free(error);
    return taken;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t *stream = malloc(size + sizeof magic);
    if (!stream)
        return 0;
    bool is_gzip = size > 1 && data[0] == magic[0] && data[1] == magic[1];
    size_t head = is_gzip ? 0 : sizeof magic;
    memcpy(stream, magic, head);
    if (size > 0)
        memcpy(stream + head, data, size);
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_memory(stream, size + head, "input", &strict, &error);
    bool taken = reg != NULL;
    must(taken == (error == NULL), "an error exactly on failure");
    must(taken == taken_in_pieces(stream, size + head, 1), "one byte at a time ends the same way");
    must(taken == taken_in_pieces(stream, size + head, 7), "seven bytes at a time end the same way");
    pdoc_register_unref(reg);
    pdoc_error_free(error);
    free(stream);
    return 0;
}
