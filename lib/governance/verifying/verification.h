/* SPDX-License-Identifier: MIT */
/* A verification while it is made: contents of the register on one side, copies on the other. */
#ifndef PDOC_GOVERNANCE_VERIFICATION_H
#define PDOC_GOVERNANCE_VERIFICATION_H

#include <stdatomic.h>

#include "governance/judge.h"
#include "governance/verifying/copies.h"

/* One entry of the answer; its texts lie in the arena of the answer. */
struct pdoc__verified {
    const char *id;
    const char *reference;
    const char *title;
    const char *content;
    const char *file;
    const char *recorded;
    const char *found;
    const char *message;
    uint32_t version;
    uint32_t found_version;
    uint8_t state; /* pdoc_copy_state */
};

struct pdoc_verification {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_date as_of;
    struct pdoc__verified *items;
    size_t count;
    size_t capacity;
    size_t totals[PDOC_COPY_STATES];
};

/* A content that the register records; its texts are those of the register. */
struct pdoc__recorded {
    const pdoc_document *doc;
    const char *href; /* NULL: no place */
    const char *hash; /* NULL: none */
    uint32_t version;
    uint32_t in_force; /* the version of the document that is; 0: none */
};

/* The contents of a register, in its order; then by hash. */
struct pdoc__contents {
    struct pdoc__recorded *items;
    struct pdoc__recorded **by_hash; /* those that have one, sorted */
    size_t count;
    size_t capacity;
    size_t hash_count;
};

/* contents.c: false when memory ran out, or nothing can be judged. */
bool pdoc__contents_take(struct pdoc__contents *contents, const pdoc_register *reg, const pdoc_basis *basis,
                         pdoc_error **error);
void pdoc__contents_free(struct pdoc__contents *contents);
/* The content that has this hash: one in force before one that is not. NULL: none. With a document only one of its. */
const struct pdoc__recorded *pdoc__content_of_hash(const struct pdoc__contents *contents, const char *hash,
                                                   const pdoc_document *doc);

#endif
