/* SPDX-License-Identifier: MIT */
/*
 * How a document moves (table "flow"): its states, the events that lead from one to the next, classes of amendment, how
 * versions are numbered, what an extension may do, what is frozen after the decision; and the questions that only a
 * person can answer (table "checklists").
 */
#ifndef PDOC_GOVERNANCE_FLOW_H
#define PDOC_GOVERNANCE_FLOW_H

#include "governance/rule.h"

/* The first row is the state in which a version begins. */
struct pdoc__state {
    struct pdoc__rule rule;
    uint8_t phase; /* pdoc_phase */
};

struct pdoc__transition {
    struct pdoc__rule rule;
    struct pdoc__texts from; /* ids of states; none: any */
    const char *to;          /* id of a state; NULL: the state stays */
    const char *event;       /* code of the kind of event that makes the move */
    const char *purpose; /* code of PDOC_TABLE_PURPOSE: what it is for, and which gate it stands behind; NULL: none */
    struct pdoc__parties by;            /* who may make it: any of them; none: anybody */
    const char *item;                   /* of events about an item, such as "eqia": its code; NULL: any */
    struct pdoc__texts outcomes;        /* of decisions: those that make this move; none: all */
    const struct pdoc__predicate *when; /* for which documents; NULL: all */
    const struct pdoc__predicate *must; /* what must hold before; NULL: nothing */
    pdoc_offset within;                 /* after the state was reached; all 0: not stated */
    const char *message;                /* template: why it cannot be made while `must` does not hold */
    const char *remedy;
    bool may_delegate;    /* who was given the power by one of `by` may make it, too */
    int16_t event_kind;   /* enum pdoc__event_kind */
    int16_t to_state;     /* row of the states; -1: none */
    int16_t *from_states; /* rows of the states, as many as `from` */
};

/* A class of amendment; its id is the `class` of an event "amended". */
struct pdoc__amendment {
    struct pdoc__rule rule;
    struct pdoc__texts aliases;
    const char *definition;
    const char *step;  /* what it does to the number of the version: major, minor, revision, none; NULL: not stated */
    const char *route; /* id of the route that it takes; NULL: that of the document */
    struct pdoc__texts reasons; /* that may be given; none: any */
    struct pdoc__parties by;    /* who may make it without the route; none: nobody */
    bool restarts_clock;        /* the next review counts from it */
    bool needs_consultation;
};

/* How versions are numbered. */
struct pdoc__scheme {
    struct pdoc__rule rule;
    const struct pdoc__predicate *when; /* for which documents; NULL: all */
    const char *form;                   /* code of PDOC_TABLE_SCHEME; NULL: `pattern` alone */
    const char *pattern;                /* as of `matches`; NULL: none */
    bool at_sign_off;                   /* the number is given with the decision, not before */
};

/* What giving more time for a review may do. */
struct pdoc__extension_rule {
    struct pdoc__rule rule;
    const struct pdoc__predicate *when;
    struct pdoc__parties by;    /* who may give it: any of them; none: anybody */
    struct pdoc__texts reasons; /* that may be given; none: any */
    pdoc_offset most_each;      /* longest single one; all 0: no limit. So also the next */
    pdoc_offset most_total;     /* longest in all, without a completed review between */
    uint8_t most_count;         /* without a completed review between; 0: no limit */
    bool is_forbidden;
    bool moves_date; /* the last permitted day moves with it */
    bool needs_reason;
};

/* What may not change after the decision without a new version. */
struct pdoc__freeze {
    struct pdoc__rule rule;
    const struct pdoc__predicate *when;
    struct pdoc__texts fields;  /* codes of fields, and "content", "title", "type", "version", "consultation" */
    struct pdoc__texts allowed; /* what may change nevertheless: post-holders, locations, cross-references, fields */
    bool needs_hash; /* a hash of the content must be taken down at or after the decision, so that a change shows */
};

/* A question that only a person can answer; the `item` of an event "answered" is its own, or its id. */
struct pdoc__question {
    struct pdoc__rule rule;
    const struct pdoc__predicate *when;
    const char *list;            /* name of the checklist that it stands in; NULL: none */
    const char *item;            /* NULL: the id */
    struct pdoc__parties by;     /* who answers: any of them; none: anybody */
    struct pdoc__texts answers;  /* that are understood; none: yes, no, not-applicable */
    struct pdoc__texts expected; /* answers with which the duty is met; none: any answer will do */
    struct pdoc__texts gates;    /* purposes for which it must be answered first: codes of PDOC_TABLE_PURPOSE */
    const char *remedy;
};

#endif
