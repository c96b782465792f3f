/* SPDX-License-Identifier: MIT */
/* Where a practice issue stands, as an object of its own: every text is a copy. */
#ifndef PDOC_GOVERNANCE_ESCALATING_STANDING_H
#define PDOC_GOVERNANCE_ESCALATING_STANDING_H

#include <stdatomic.h>

#include "base/arena.h"
#include "policydoc/escalation.h"

/* What both a finding and a next step rest on. */
struct pdoc__standing_rule {
    const char *id; /* NULL: the library's own */
    const char *clause;
    uint8_t modality;
    bool inferred;
};

struct pdoc__standing_next {
    struct pdoc__standing_rule rule;
    const char *kind;
    const char *stage;
    const char *words;
    const char *who;
    const char *limit;
    pdoc_date by;
    uint8_t is_late; /* pdoc_truth */
};

struct pdoc__standing_side {
    const char *side;
    const char *who;
    bool is_widened;
};

struct pdoc__standing_record {
    const char *step;
    const char *stage;
    const char *role;
    const char *organisation;
    bool is_made;
    uint8_t is_apart; /* pdoc_truth */
};

struct pdoc__standing_finding {
    struct pdoc__standing_rule rule;
    const char *code;
    const char *step;
    const char *message;
    const char *remedy;
    uint8_t outcome;
    bool forbids;
};

struct pdoc_standing {
    atomic_size_t references;
    struct pdoc__arena arena;
    const char *issue;
    const char *case_reference;
    const char *track;
    const char *track_label;
    const char *outcome;
    const char *stage;
    const char *stage_label;
    pdoc_date as_of;
    pdoc_date since;
    pdoc_issue_state state;
    struct pdoc__standing_next *nexts;
    struct pdoc__standing_side *sides;
    struct pdoc__standing_record *records;
    struct pdoc__standing_finding *findings;
    size_t next_count, side_count, record_count, finding_count;
};

#endif
