/* SPDX-License-Identifier: MIT */
/*
 * The relations of a register seen from both ends: who leads to whom, and what a kind of relation means. Made once for
 * a judge, in time linear in the register. Knows nothing of rules.
 */
#ifndef PDOC_GOVERNANCE_GRAPH_H
#define PDOC_GOVERNANCE_GRAPH_H

#include "governance/judge.h"

struct pdoc__graph {
    const pdoc_register *reg;
    uint32_t *first;                /* of each document: where its part of `incoming` begins; one more for the end */
    const pdoc_relation **incoming; /* relations of any documents that lead to it, in their order in the register */
    uint32_t *marks;                /* of each document, for one question at a time */
    uint32_t mark;                  /* of the question at hand */
};

bool pdoc__graph_make(struct pdoc__graph *graph, const pdoc_register *reg, pdoc_error **error);
void pdoc__graph_free(struct pdoc__graph *graph);
/* The graph of the judge's register, made when it is first asked for; NULL when memory runs out, and the judge knows.
 */
struct pdoc__graph *pdoc__judge_graph(struct pdoc__judge *judge);

/* What a kind means. A name that only stands as the inverse of a kind is that kind seen from the other end. */
struct pdoc__relation_sort {
    const struct pdoc__word *word; /* NULL: a kind of the register's own */
    bool is_inverse;
};
struct pdoc__relation_sort pdoc__relation_sort(const char *kind);
const char *pdoc__relation_inverse(const char *kind); /* the kind seen from the other end; NULL: it has no name */
enum pdoc__travel pdoc__relation_travels(const char *kind);
/* Does the one that says so come behind the other (a child behind its parent)? Within the order of the kind. */
struct pdoc__relation_place {
    uint8_t order;  /* enum pdoc__order */
    bool is_parent; /* the one that says so comes first */
};
struct pdoc__relation_place pdoc__relation_place(const char *kind);

#endif
