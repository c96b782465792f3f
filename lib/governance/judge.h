/* SPDX-License-Identifier: MIT */
/*
 * The judge: one basis, one register, one document at a time. It answers facts, predicates, phases and due dates; the
 * schedule, the audit and the explanation ask it. It changes nothing but itself, and belongs to one thread.
 */
#ifndef PDOC_GOVERNANCE_JUDGE_H
#define PDOC_GOVERNANCE_JUDGE_H

#include "governance/profile.h"
#include "policydoc/schedule.h"
#include "time/interval.h"

enum pdoc__value_state { PDOC__NOTHING, PDOC__GIVEN, PDOC__CANNOT_TELL };

/* The value of an operand. Several items only where a fact picks each, or a field, relation or reference repeats. */
struct pdoc__value {
    uint8_t state;     /* enum pdoc__value_state */
    uint8_t type;      /* enum pdoc__value_type */
    bool printed;      /* it is the printed cell that serves: "as printed, no decision recorded" */
    bool countable;    /* nothing recorded is an answer: a selection from history or relations */
    uint32_t count;    /* items */
    int64_t number;    /* of a count */
    const char *text;  /* the first item; NULL for a date */
    const char **items; /* count > 1: all of them, in the judge's scratch */
    struct pdoc__interval date;
    pdoc_date as_recorded;   /* the date with its precision */
    const pdoc_event *event; /* that the first item came from, or NULL */
    int row;                 /* of the front sheet that it came from, or -1 */
};

/* How the review of a document stands: 40 bytes, the row of a schedule. */
struct pdoc__due {
    struct pdoc__interval printed; /* PDOC__NO_DAY: none */
    struct pdoc__interval derived;
    int32_t due;      /* last day in time, of the one that governs; PDOC__NO_DAY: none */
    uint32_t document; /* index in the register */
    int16_t rule;     /* row in the schedule table of its profile; -1: none */
    uint16_t profile; /* index in the judge's profiles; UINT16_MAX: none */
    uint8_t state;    /* pdoc_review_state */
    uint8_t governs;  /* pdoc_governs */
    bool printed_fallback; /* the derived date counts from a printed cell, not a recorded event */
    bool inferred;
};

struct pdoc__phase {
    uint8_t phase;           /* pdoc_phase */
    bool printed;            /* from the front sheet: no event decides */
    bool no_effective_day;   /* in force from its decision, since no effective day is recorded */
    bool unknown_event;      /* undetermined because of an event that this library does not know */
    const pdoc_event *event; /* that decided, or NULL */
    int32_t since;           /* first day in that phase, or PDOC__NO_DAY */
};

struct pdoc__judge {
    const pdoc_register *reg;
    pdoc_date as_of;
    int32_t day;       /* as_of; of a month or year its last day */
    int32_t known_day; /* INT32_MAX: all that is known */
    const pdoc_profile *override;
    const pdoc_profile_set *set;
    const pdoc_profile *profiles[16]; /* met so far; owned references */
    size_t profile_count;
    struct pdoc__arena scratch; /* for one document; emptied by pdoc__judge_take */
    struct pdoc__map parties;   /* name as interned -> resolved party, kept over the whole register */
    /* the document at hand */
    const pdoc_document *doc;
    const struct pdoc_version *version; /* the one in force, else the newest; NULL: it has none */
    const pdoc_profile *profile;        /* NULL: its profile is not known */
    uint16_t profile_index;
    const struct pdoc__type *type;      /* NULL: none recorded, or not of the profile */
    struct pdoc__phase phase;           /* of `version` */
    bool due_is_known;
    struct pdoc__due due;
    const char **voided;                /* ids of voided events of this document (NULL-terminated; NULL: none) */
    struct pdoc__value *facts;          /* one for each fact of the profile; valid where fact_known */
    uint8_t *fact_known;
    bool out_of_memory;                 /* sticky: every answer after it is PDOC_UNKNOWN; the caller fails with NOMEM */
};

/* Prepares a judge. ARGUMENT or JUDGE if the basis cannot be used. The basis is copied. */
bool pdoc__judge_begin(struct pdoc__judge *judge, const pdoc_register *reg, const pdoc_basis *basis,
                       pdoc_error **error);
void pdoc__judge_end(struct pdoc__judge *judge);
/* Turns to a document: chooses its profile, folds its phases, chooses the version. False only when memory runs out. */
bool pdoc__judge_take(struct pdoc__judge *judge, const pdoc_document *doc, pdoc_error **error);

/* Profile that a document follows on the day: the override, its own, or the register's assignment. `*ref` is what was
   asked for (NULL: nothing), so that an unknown one can be named. */
const pdoc_profile *pdoc__judge_profile(const struct pdoc__judge *judge, const pdoc_document *doc, const char **ref);

/* Does this event count: known on the day, not after the day judged, not voided? */
bool pdoc__event_counts(const struct pdoc__judge *judge, const pdoc_event *event);

struct pdoc__phase pdoc__phase_of(struct pdoc__judge *judge, const struct pdoc_version *version); /* phase.c */
const struct pdoc_version *pdoc__version_in_force(struct pdoc__judge *judge, const pdoc_document *doc);

const struct pdoc__value *pdoc__fact(struct pdoc__judge *judge, size_t index); /* fact.c; cached for the document */
struct pdoc__value pdoc__operand_value(struct pdoc__judge *judge, const struct pdoc__operand *operand,
                                       const void *item); /* item: the pdoc_event or pdoc_relation under `where`, or NULL */

/* Judges a predicate. *leaf (if not NULL) is set to the comparison that decided a false or unknown answer. NULL
   predicates are true. */
pdoc_truth pdoc__predicate(struct pdoc__judge *judge, const struct pdoc__predicate *predicate, const void *item,
                           const struct pdoc__predicate **leaf);

/* The party that a name stands for: its code, or NULL if nothing resolves it (party.c of governance). */
const char *pdoc__party_code(struct pdoc__judge *judge, const char *name);

/* Is the row valid on the day judged? */
bool pdoc__rule_applies(const struct pdoc__judge *judge, const struct pdoc__rule *rule);

/* How the review of the document at hand stands (due.c); also kept in judge->due. */
const struct pdoc__due *pdoc__due(struct pdoc__judge *judge);
/* Work of one row of the schedule table, for the explanation: does it apply, from what does it count? */
struct pdoc__due_step {
    pdoc_truth applies;
    int anchor; /* index of the fact that served, or -1 */
    struct pdoc__interval derived;
    struct pdoc__interval cap;
};
struct pdoc__due_step pdoc__due_step(struct pdoc__judge *judge, const struct pdoc__due_rule *rule);

#endif
