/* SPDX-License-Identifier: MIT */
/* What differs between two schedules, for who compares them and who publishes it. */
#ifndef PDOC_GOVERNANCE_CHANGES_H
#define PDOC_GOVERNANCE_CHANGES_H

#include <stdatomic.h>

#include "base/arena.h"
#include "policydoc/plan.h"

#define PDOC__CHANGE_KINDS 7u

/* How one document stands in one of the schedules. */
struct pdoc__stand {
    pdoc_date due; /* not recorded: nothing is due */
    const char *rule;
    const char *profile; /* its id; NULL: not known */
    pdoc_review_state state;
};

struct pdoc__change {
    struct pdoc__stand before;
    struct pdoc__stand after;
    uint32_t document; /* index in the register */
    uint8_t kind;      /* pdoc_change_kind */
};

/* What one of the schedules was made by. */
struct pdoc__side {
    pdoc_date as_of;
    const char *profile;  /* id; NULL: each document by its own */
    const char *calendar; /* id; NULL: none */
    pdoc_date calendar_as_of;
};

struct pdoc_changes {
    atomic_size_t references;
    struct pdoc__arena arena; /* of all texts */
    struct pdoc__pool pool;
    struct pdoc__side before;
    struct pdoc__side after;
    struct pdoc__change *items;
    size_t count;
    size_t same;
    size_t kinds[PDOC__CHANGE_KINDS];
    size_t overdue_before; /* of all documents */
    size_t overdue_after;
};

#endif
