/* SPDX-License-Identifier: MIT */
/* Which field a printed label stands for: by the user's map, the profile, and the library's own tables, in this order.
 */
#ifndef PDOC_KEEPING_LABELS_H
#define PDOC_KEEPING_LABELS_H

#include "base/arena.h"
#include "base/map.h"
#include "policydoc/profile.h"

/* Where the cells of a column go. */
struct pdoc__target {
    enum { PDOC__TO_FIELD, PDOC__TO_PROPERTY, PDOC__TO_PRINTED } kind;
    const char *name; /* code of the field, or "property.NAME"; NULL: a cell that is only printed */
};

struct pdoc__labels {
    struct pdoc__arena arena;
    struct pdoc__map map; /* folded label -> struct pdoc__target */
};

/* Small letters and figures with single spaces between; apostrophes and "(s)" are left out, "&" is "and". Cut at
 * `room`. */
void pdoc__label_fold(const char *label, char *out, size_t room);
enum { PDOC__LABEL_SIZE = 200 };

/* Fills the table. `map`: lines "label = field", NULL: none; `profile` may be NULL. INVALID, with the line, where the
   map cannot be understood; or NOMEM; nothing is held then. */
bool pdoc__labels_fill(struct pdoc__labels *labels, const char *map, const char *map_name, const pdoc_profile *profile,
                       pdoc_error **error);
/* NULL: no rule knows the label. */
const struct pdoc__target *pdoc__labels_find(const struct pdoc__labels *labels, const char *label);
/* NAME of "property.NAME". */
const char *pdoc__property_name(const struct pdoc__target *target);
void pdoc__labels_free(struct pdoc__labels *labels);

#endif
