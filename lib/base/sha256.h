/* SPDX-License-Identifier: MIT */
/* SHA-256 (FIPS 180-4) of bytes that come piece by piece. Knows nothing of files. */
#ifndef PDOC_BASE_SHA256_H
#define PDOC_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

#define PDOC__SHA256_TEXT 65 /* room for the hash in hexadecimal, with its NUL */

struct pdoc__sha256 {
    uint32_t state[8];
    uint64_t size;          /* bytes so far */
    unsigned char rest[64]; /* those that do not fill a block yet */
};

void pdoc__sha256_begin(struct pdoc__sha256 *hash);
void pdoc__sha256_add(struct pdoc__sha256 *hash, const void *data, size_t size);
/* In small hexadecimal digits. Nothing can be added after it. */
void pdoc__sha256_end(struct pdoc__sha256 *hash, char text[PDOC__SHA256_TEXT]);

#endif
