/* SPDX-License-Identifier: MIT */
/* Figures on practice issues, as an object of its own. */
#ifndef PDOC_GOVERNANCE_ESCALATING_FIGURES_H
#define PDOC_GOVERNANCE_ESCALATING_FIGURES_H

#include <stdatomic.h>

#include "base/arena.h"
#include "policydoc/escalation.h"

struct pdoc__figure {
    const char *track;
    const char *measure; /* lives as long as the library */
    const char *key;     /* NULL: of all */
    int64_t number;
    uint32_t rank; /* of the track, then of the measure, then of the key: the order in which they are told */
    uint32_t order;
};

struct pdoc_issue_figures {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_date as_of;
    pdoc_date first;
    pdoc_date last;
    struct pdoc__figure *items;
    size_t count;
    size_t capacity;
};

#endif
