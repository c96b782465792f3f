/* SPDX-License-Identifier: MIT */
/* What a change touches: the answer in memory, and the search that fills it. */
#ifndef PDOC_GOVERNANCE_IMPACT_H
#define PDOC_GOVERNANCE_IMPACT_H

#include <stdatomic.h>

#include "governance/relations/crosswalk.h"
#include "governance/relations/graph.h"
#include "policydoc/impact.h"

struct pdoc__touched {
    const char *id;
    const char *title;
    const char *reference;
    const char *type;
    const char *relation;
    const char *path;
    const char *owner;
    const char *author;
    pdoc_date due;
    uint32_t distance;
    uint8_t phase; /* pdoc_phase */
};

struct pdoc__touched_rule {
    const char *profile;
    const char *rule; /* NULL: the whole profile */
    const char *clause;
};

struct pdoc_impact {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_date as_of;
    const char *work;
    const char *clause;
    const char *meaning;
    struct pdoc__touched *documents;
    size_t count;
    struct pdoc__touched_rule *rules;
    size_t rule_count;
    size_t rule_capacity;
};

#define PDOC__ASKED_ROWS 32u

/* What was asked for, and how far the search has come. */
struct pdoc__impact_search {
    struct pdoc__judge judge;
    pdoc_impact *out;
    struct pdoc__graph *graph;
    const struct pdoc__reference *rows[PDOC__ASKED_ROWS]; /* that the name stands for */
    size_t row_count;
    bool is_document; /* it stands for documents of the register */
    bool is_address;  /* relations name it though no table does */
    const char *work; /* as asked, without the clause */
    struct pdoc__reached {
        const pdoc_relation *by; /* NULL: asked for itself */
        uint32_t from;           /* document before it; UINT32_MAX: the work itself */
        uint32_t distance;
        uint8_t ways; /* PDOC__REACHED_... */
    } * reached;      /* of each document */
    uint32_t *queue;
    size_t queued;
};
#define PDOC__REACHED       1u /* by content: what it rests on or holds has changed */
#define PDOC__REACHED_PART  2u /* only a part of it has: its other parts have not */
#define PDOC__REACHED_ASKED 4u

/* Finds what the text stands for; fills work, clause, meaning. False: nothing, and the error is set. */
bool pdoc__impact_resolve(struct pdoc__impact_search *search, const char *reference, pdoc_error **error);
/* Is this relation one that names the work outside? */
bool pdoc__impact_names(struct pdoc__impact_search *search, const pdoc_relation *relation);
/* Does a relation that names a clause speak of the one that was asked for? */
bool pdoc__impact_concerns(const struct pdoc__impact_search *search, const pdoc_relation *relation);
/* Rules of the profiles that name the work. */
bool pdoc__impact_rules(struct pdoc__impact_search *search, pdoc_error **error);

#endif
