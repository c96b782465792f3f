/* SPDX-License-Identifier: MIT */
/* Rings among relations that should never go round: a work that supersedes, derives from or holds itself in the end. */
#ifndef PDOC_GOVERNANCE_RINGS_H
#define PDOC_GOVERNANCE_RINGS_H

#include "governance/relations/graph.h"

struct pdoc__rings {
    uint32_t *ring[PDOC__ORDER_COUNT];  /* of each document the number of its ring, from 1; 0: it is in none */
    uint32_t *sizes[PDOC__ORDER_COUNT]; /* of each ring, by its number */
};

/* Finds the rings of every order, in time and memory linear in the register. */
bool pdoc__rings_make(struct pdoc__rings *rings, struct pdoc__graph *graph, pdoc_error **error);
void pdoc__rings_free(struct pdoc__rings *rings);
/* The shortest way from a document of a ring round to itself, at most `room` documents without the second mention of
   the first; 0: it is longer than can be told. */
size_t pdoc__ring_through(const struct pdoc__rings *rings, struct pdoc__graph *graph, enum pdoc__order order,
                          const pdoc_document *doc, const pdoc_document **out, size_t room);

#endif
