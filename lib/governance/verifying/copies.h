/* SPDX-License-Identifier: MIT */
/* Copies: names and hashes of files, as they are held against the register. */
#ifndef PDOC_GOVERNANCE_COPIES_H
#define PDOC_GOVERNANCE_COPIES_H

#include "base/arena.h"
#include "policydoc/verification.h"

#define PDOC__COPIES_MOST 1000000u

struct pdoc__copy {
    const char *name;    /* in the arena */
    const char *base;    /* what follows the last slash of it */
    const char *problem; /* why there is no hash; NULL: there is one */
    char hash[PDOC_SHA256_TEXT];
};

struct pdoc_copies {
    struct pdoc__arena arena;
    struct pdoc__copy *items;
    size_t count;
    size_t capacity;
};

/* What follows the last slash. */
const char *pdoc__base_name(const char *path);

#endif
