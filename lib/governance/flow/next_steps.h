/* SPDX-License-Identifier: MIT */
/* Next steps and readiness, for who makes them and who gives them out: what stands in the way of a step that is judged
   as if it were taken on the day. */
#ifndef PDOC_GOVERNANCE_NEXT_STEPS_H
#define PDOC_GOVERNANCE_NEXT_STEPS_H

#include <stdatomic.h>

#include "governance/flow/flow.h"
#include "policydoc/flow.h"

/* All texts of a result, each once; a failure stays. */
struct pdoc__texts_kept {
    struct pdoc__arena arena;
    struct pdoc__pool pool;
    bool failed;
};
/* A copy, NULL of NULL. */
const char *pdoc__hold_text(struct pdoc__texts_kept *kept, const char *text);
void pdoc__texts_kept_free(struct pdoc__texts_kept *kept);

struct pdoc__obstacle {
    const char *message;
    const char *rule; /* id, or code of a finding */
    const char *clause;
    const char *place;
    const char *remedy;
    pdoc_date late_since;
    uint32_t document; /* of a duty: which of the documents */
    uint8_t outcome;   /* pdoc_outcome */
    uint8_t modality;  /* pdoc_modality */
    bool inferred;
};

struct pdoc__obstacles {
    struct pdoc__obstacle *items;
    size_t count;
    size_t capacity;
};
/* Takes it in, its texts copied; false when memory runs out. */
bool pdoc__obstacle_add(struct pdoc__obstacles *list, struct pdoc__texts_kept *kept,
                        const struct pdoc__obstacle *obstacle, pdoc_error **error);
/* The most serious first, from one place on. */
void pdoc__obstacles_sort(struct pdoc__obstacles *list, size_t first);
/* Does nothing that must be right first stand in the way, from one place on? */
pdoc_truth pdoc__obstacles_allow(const struct pdoc__obstacles *list, size_t first);

/* A step that is judged as if it were taken on the day. */
struct pdoc__gate {
    struct pdoc__judge *judge; /* turned to the document, and to the version that is under way */
    const pdoc_basis *basis;
    const struct pdoc__transition *transition; /* NULL: the profile has none */
    const char *purpose;                       /* NULL: behind no gate */
    const char *body;                          /* NULL: who acts is not asked */
    const char *role;                          /* NULL: the body acts as itself */
    uint8_t kind;                              /* enum pdoc__event_kind of the event that the step is */
    bool asks_order;                           /* does the flow lead there? */
};
/* The one body that may take a step, where the flow names one only; else NULL. */
const char *pdoc__only_body(const struct pdoc__transition *transition);
/* Adds what stands in its way. */
bool pdoc__gate_ask(const struct pdoc__gate *gate, struct pdoc__obstacles *out, struct pdoc__texts_kept *kept,
                    pdoc_error **error);
/* Turns to a document, and to its version that is under way. */
bool pdoc__take_under_way(struct pdoc__judge *judge, const pdoc_document *doc, pdoc_error **error);
/* Has any row of the profile a gate for that purpose? */
bool pdoc__has_gate(const pdoc_profile *profile, const char *purpose);

struct pdoc__standing {
    const char *id;
    const char *title;
    const char *reference;
    const char *profile;
    const char *version_label;
    const char *state;
    const char *state_label;
    const char *event;
    const char *note;
    pdoc_date since;
    uint32_t index; /* in the register */
    uint32_t version;
    uint8_t phase; /* pdoc_phase */
    bool is_general;
};

struct pdoc__next_step {
    const char *rule;
    const char *label;
    const char *event;
    const char *purpose;
    const char *to;
    const char *by;
    const char *clause;
    pdoc_date deadline;
    pdoc_date late_since;
    size_t first_obstacle;
    size_t obstacle_count;
    uint32_t document;
    uint8_t modality;
    uint8_t can; /* pdoc_truth */
    bool inferred;
};

struct pdoc_next_steps {
    atomic_size_t references;
    struct pdoc__texts_kept texts;
    pdoc_date as_of;
    struct pdoc__standing *documents;
    size_t document_count;
    struct pdoc__next_step *steps;
    size_t step_count;
    size_t step_capacity;
    struct pdoc__obstacles obstacles; /* of all steps */
    struct pdoc__obstacles duties;
};
void pdoc__next_steps_free(pdoc_next_steps *next);

struct pdoc__next_asking {
    pdoc_next_steps *next;
    struct pdoc__judge judge;
    const pdoc_basis *basis;
    const pdoc_report *report; /* of the same documents */
    size_t finding;            /* the next one of it */
};
/* The parts of the answer for the document that the judge is turned to, the last of `next->documents`
   (next_steps_parts.c). */
bool pdoc__next_standing(struct pdoc__next_asking *asking, const struct pdoc__flow *flow);
bool pdoc__next_general(struct pdoc__next_asking *asking, pdoc_error **error);
bool pdoc__next_duties(struct pdoc__next_asking *asking, pdoc_error **error);
/* Room for one more step of that document; NULL when memory runs out. */
struct pdoc__next_step *pdoc__next_step_add(pdoc_next_steps *next, pdoc_error **error);
/* Asks what stands in the way of the last step, and settles whether it can be taken. */
bool pdoc__next_step_ask(struct pdoc__next_asking *asking, struct pdoc__gate *gate, pdoc_error **error);

struct pdoc_readiness {
    atomic_size_t references;
    struct pdoc__texts_kept texts;
    pdoc_date as_of;
    const char *id;
    const char *title;
    const char *reference;
    const char *purpose;
    const char *body;
    const char *role;
    const char *rule;
    const char *clause;
    const char *note;
    struct pdoc__obstacles obstacles;
    uint32_t version;
    uint8_t answer; /* pdoc_truth */
};
void pdoc__readiness_free(pdoc_readiness *readiness);

#endif
