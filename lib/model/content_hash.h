/* SPDX-License-Identifier: MIT */
/* The hash of an open file. */
#ifndef PDOC_MODEL_CONTENT_HASH_H
#define PDOC_MODEL_CONTENT_HASH_H

#include <stdbool.h>

#include "policydoc/content.h"

/* Why an open file cannot be hashed, in plain words; NULL: it was. It stays open. */
const char *pdoc__hash_file(int file, char out[PDOC_SHA256_TEXT]);
/* Why the file cannot be hashed, in plain words; NULL: it was. Opens it with the flags beside those for reading, never
   waits for a pipe, closes it. */
const char *pdoc__hash_path(const char *path, int flags, char out[PDOC_SHA256_TEXT]);

#endif
