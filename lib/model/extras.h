/* SPDX-License-Identifier: MIT */
/* What a file held and the library does not know: kept in place, written again. Side table, so that it costs nothing. */
#ifndef PDOC_MODEL_EXTRAS_H
#define PDOC_MODEL_EXTRAS_H

#include "base/arena.h"
#include "base/map.h"

enum pdoc__extra_kind {
    PDOC__EXTRA_NAMESPACE, /* xmlns declaration of a known element, as written: xmlns:a="..." */
    PDOC__EXTRA_ATTRIBUTE, /* unknown attribute, as written: a:b="..." */
    PDOC__EXTRA_NODE       /* comment, processing instruction, unknown element or stray text, serialised */
};

/* One piece. It stands before the `index`th child (from 0) of the kind `slot` of its owner, or at the end
   (PDOC__SLOT_END). `owner` is the address of the object whose element held it. */
struct pdoc__extra {
    const void *owner;
    const char *text;
    uint32_t next; /* index + 1 of the owner's next piece; 0: none */
    uint32_t index;
    uint16_t slot;
    uint16_t kind;
};
#define PDOC__SLOT_END UINT16_MAX

struct pdoc__extras {
    struct pdoc__extra *items; /* from the allocator, not the arena */
    size_t count;
    size_t capacity;
    struct pdoc__map owners; /* owner -> index + 1 of its last piece, through whose ring the first is found */
};

/* The text is copied into the arena. */
bool pdoc__extras_add(struct pdoc__extras *extras, struct pdoc__arena *arena, const struct pdoc__extra *extra,
                      size_t text_size, pdoc_error **error);
/* First piece of an owner, in the order of the file; NULL if it has none. Cheap where a register has none at all. */
const struct pdoc__extra *pdoc__extras_first(const struct pdoc__extras *extras, const void *owner);
const struct pdoc__extra *pdoc__extras_next(const struct pdoc__extras *extras, const struct pdoc__extra *extra);
/* An owner goes to another address, in two steps, so that a failure of the first leaves all as it was: its pieces are
   found under both; then they belong to the second. */
bool pdoc__extras_share(struct pdoc__extras *extras, const void *from, const void *to, pdoc_error **error);
void pdoc__extras_settle(struct pdoc__extras *extras, const void *to);
/* The pieces that stood in a text stand behind it: the text is another, and must not be cut inside a letter. */
void pdoc__extras_to_end(struct pdoc__extras *extras, const void *owner);
void pdoc__extras_free(struct pdoc__extras *extras);

#endif
