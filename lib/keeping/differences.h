/* SPDX-License-Identifier: MIT */
/* What differs between two registers, as it is collected. Knows nothing of the parts of a register. */
#ifndef PDOC_KEEPING_DIFFERENCES_H
#define PDOC_KEEPING_DIFFERENCES_H

#include <stdatomic.h>

#include "keeping/parts.h"
#include "policydoc/keeping.h"

struct pdoc__difference {
    const char *document; /* id; NULL: of the register */
    const char *reference;
    const char *title;
    const char *place;
    const char *before; /* NULL: it was not there */
    const char *after;  /* NULL: it is not there */
    const char *words;
    uint8_t kind; /* pdoc_difference_kind */
};

struct pdoc_differences {
    atomic_size_t references;
    struct pdoc__arena arena; /* of all texts */
    struct pdoc__difference *items;
    size_t count;
    size_t capacity;
};

/* What the differences that come next are of. Its texts live as long as the differences. */
struct pdoc__compared {
    const char *document; /* id; NULL: the register */
    const char *reference;
    const char *title;
    const char *place; /* before every place: "party/executive/"; else "" */
    const char *lead;  /* before all words: "party executive: "; else "" */
};

/* Adds a difference; one of the two is NULL where the part was, or is, not there. */
bool pdoc__differences_add(pdoc_differences *differences, const struct pdoc__compared *subject,
                           const struct pdoc__part *before, const struct pdoc__part *after, pdoc_error **error);

#endif
