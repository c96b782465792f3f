/* SPDX-License-Identifier: MIT */
/* A change that is being prepared, as the files of this layer see it. */
#ifndef PDOC_KEEPING_CHANGE_H
#define PDOC_KEEPING_CHANGE_H

#include "keeping/differences.h"
#include "model/build.h"

/* How a document stands; all nothing where it is not there or could not be judged. */
struct pdoc__stand_of {
    pdoc_phase phase;
    pdoc_review_state state;
    pdoc_date due;
};

/* A document that the change touches. */
struct pdoc__touched {
    const pdoc_document *before; /* NULL: it is new */
    const pdoc_document *after;  /* NULL: it is gone */
    struct pdoc__stand_of stands[2];
};

struct pdoc__objection {
    const char *document; /* id; NULL: the register */
    const char *rule;
    const char *clause;
    const char *place;
    const char *message;
    const char *remedy;
    bool is_final; /* no reason overrides it */
};

struct pdoc__objections {
    struct pdoc__objection *items;
    size_t count;
    size_t capacity;
};

struct pdoc_change {
    pdoc_register *before;
    pdoc_register *work;
    pdoc_basis basis; /* profile, profiles and calendar are held */
    char *recorder;
    char *reason;
    char *override_because;
    struct pdoc__arena arena; /* of what was examined last */
    pdoc_differences *differences;
    struct pdoc__touched *touched;
    size_t touched_count;
    size_t touched_capacity;
    struct pdoc__objections objections[PDOC_OBJECTION_NEXT + 1]; /* by pdoc_objection */
    struct pdoc__arena own_arena;   /* of what is objected to by what the change itself does */
    struct pdoc__objections own[2]; /* refusals, warnings */
    bool is_over;                   /* it was finished, or could not be finished half way */
};

/* The document of this id before the change, or NULL. */
const pdoc_document *pdoc__change_document_before(const pdoc_change *change, const char *id);
pdoc_document *pdoc__change_document_after(const pdoc_change *change, const char *id);
/* Number of events that a history had before: those from there on are recorded by the change. `doc` may be NULL: the
   register's own. */
size_t pdoc__change_old_events(const pdoc_change *change, const pdoc_document *doc);

/* Keeps an objection that examining finds again: a refusal or a warning. */
bool pdoc__change_object(pdoc_change *change, pdoc_objection kind, const struct pdoc__objection *said,
                         pdoc_error **error);
/* The two documents of what is touched, judged: how they stand, and what the rules say to the change. */
bool pdoc__change_judge(pdoc_change *change, pdoc_error **error);
/* Takes down a copy of what examining it finds, until it is examined again. */
bool pdoc__change_say(pdoc_change *change, pdoc_objection kind, const struct pdoc__objection *said, pdoc_error **error);
/* change_issues.c: what is said to the practice issues that it opens. */
bool pdoc__change_judge_issues(pdoc_change *change, pdoc_error **error);
/* Records what the edits are as events where the version that they change was decided on already. */
bool pdoc__change_record_corrections(pdoc_change *change, bool *has_recorded, pdoc_error **error);
/* Remarks for what no event tells, and what is overridden; then recorder and reason on every new event. */
bool pdoc__change_record_makers(pdoc_change *change, pdoc_error **error);

#endif
