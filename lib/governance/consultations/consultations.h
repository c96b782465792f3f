/* SPDX-License-Identifier: MIT */
/* Consultations of a document while they are gathered, and when they are there. */
#ifndef PDOC_GOVERNANCE_CONSULTATIONS_H
#define PDOC_GOVERNANCE_CONSULTATIONS_H

#include <stdatomic.h>

#include "governance/rows/sending.h"
#include "policydoc/consultation.h"

struct pdoc__comment {
    const char *text;
    const char *disposition;
};

struct pdoc__consultee {
    const char *document;
    const char *title;
    const char *thread;
    const char *consultee;
    const char *sent_by;
    const char *channel;
    const char *reason;
    const char *rule;
    const char *clause;
    struct pdoc__comment *comments;
    size_t comment_count;
    size_t document_index;
    uint32_t version;
    pdoc_date sent;
    pdoc_date deadline;
    pdoc_date meeting;
    pdoc_date replied;
    uint8_t state; /* pdoc_reply_state */
    bool is_late;
    bool is_open;
    bool inferred;
};

struct pdoc__engagement {
    const char *who;
    pdoc_date on;
};

struct pdoc_consultations {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_date as_of;
    struct pdoc__consultee *items;
    size_t count;
    size_t capacity;
    struct pdoc__engagement *engaged;
    size_t engaged_count;
    size_t engaged_capacity;
};

/* Adds those of the document that the judge has at hand. False when memory runs out (gather.c). */
bool pdoc__consultations_gather(struct pdoc__judge *judge, bool only_open, pdoc_consultations *out, pdoc_error **error);

#endif
