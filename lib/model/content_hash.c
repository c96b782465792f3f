/* SPDX-License-Identifier: MIT */
/* Hashes of contents, in memory or in a file. Knows nothing of documents. */
#include "model/content_hash.h"

#include <errno.h>
#include <fcntl.h>

#include "base/error.h"
#include "base/sha256.h"
#include "base/system.h"

#define PIECE 16384 /* bytes read at a time */

const char *pdoc__hash_file(int file, char out[PDOC_SHA256_TEXT])
{
    unsigned char piece[PIECE];
    struct pdoc__sha256 hash;
    struct stat status;
    if (pdoc__system.fstat(file, &status) != 0)
        return pdoc__system_reason(errno);
    if (!S_ISREG(status.st_mode))
        return S_ISDIR(status.st_mode) ? "it is a folder" : "it is no regular file";
    pdoc__sha256_begin(&hash);
    for (;;) {
        const ssize_t got = pdoc__system.read(file, piece, sizeof piece);
        if (got == 0)
            break;
        if (got > 0)
            pdoc__sha256_add(&hash, piece, (size_t)got);
        else if (errno != EINTR)
            return pdoc__system_reason(errno);
    }
    pdoc__sha256_end(&hash, out);
    return NULL;
}

const char *pdoc__hash_path(const char *path, int flags, char out[PDOC_SHA256_TEXT])
{
    const int file = pdoc__system.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | flags, 0);
    if (file < 0)
        return pdoc__system_reason(errno);
    const char *reason = pdoc__hash_file(file, out);
    pdoc__system.close(file);
    return reason;
}

pdoc_status pdoc_content_hash(const void *data, size_t size, char *out, pdoc_error **error)
{
    struct pdoc__sha256 hash;
    if (!out || (!data && size > 0))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "bytes to hash, and room for the hash, are needed");
    pdoc__sha256_begin(&hash);
    pdoc__sha256_add(&hash, data, size);
    pdoc__sha256_end(&hash, out);
    return PDOC_OK;
}

pdoc_status pdoc_content_hash_file(const char *path, char *out, pdoc_error **error)
{
    char text[PDOC_SHA256_TEXT];
    if (!path || !out)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the path of a file, and room for its hash, are needed");
    const char *reason = pdoc__hash_path(path, 0, text);
    const struct pdoc__place place = {.file = path};
    if (reason)
        return pdoc__fail_at(error, PDOC_ERR_READ, &place, "the content cannot be read: %s", reason);
    for (size_t i = 0; i < sizeof text; i++)
        out[i] = text[i];
    return PDOC_OK;
}
