/* SPDX-License-Identifier: MIT */
/* Tasks of distribution while they are found: places, copies, partners, documents that rest on this one. */
#ifndef PDOC_GOVERNANCE_DISTRIBUTION_H
#define PDOC_GOVERNANCE_DISTRIBUTION_H

#include <stdatomic.h>

#include "governance/judge.h"
#include "policydoc/distribution.h"

struct pdoc__task {
    const char *id; /* of the document; in the arena of the answer, as all texts that are kept */
    const char *reference;
    const char *title;
    const char *channel;
    const char *place;
    const char *partner;
    const char *who;
    const char *rule;
    const char *clause;
    const char *reason;
    const char *done_by;
    pdoc_date due;
    pdoc_date done_on;
    uint32_t version;
    uint8_t action; /* pdoc_distribution_action */
    bool is_done;
};

struct pdoc_distribution {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_date as_of;
    struct pdoc__task *tasks;
    size_t count;
    size_t capacity;
};

/* A judge at work on the tasks of one document after the other. */
struct pdoc__distributing {
    struct pdoc__judge judge;
    pdoc_distribution *answer;
    const struct pdoc_version *version; /* that is distributed */
    int32_t since;                      /* day of its release, else first day in force; PDOC__NO_DAY: not known */
    size_t first;                       /* of its tasks */
    pdoc_error **error;
};

/* Takes a copy of a task of the document at hand; false when memory ran out. */
bool pdoc__task_add(struct pdoc__distributing *work, const struct pdoc__task *task);
/* The row of the flow, or of the plan, that says who makes an event of the kind: its rule and who, in words. */
void pdoc__task_row(struct pdoc__distributing *work, enum pdoc__event_kind kind, struct pdoc__task *task);

/* places.c: where it is to be put, and which copies are to be taken away. */
bool pdoc__distribute_places(struct pdoc__distributing *work);
/* partners.c: who is to be told, and what is to be compared or taken out of use. */
bool pdoc__distribute_partners(struct pdoc__distributing *work);
bool pdoc__distribute_relations(struct pdoc__distributing *work);

#endif
