/* SPDX-License-Identifier: MIT */
/*
 * A practice issue on its ladder: the stages of its track as they were on the day on which it was raised, what happened
 * at each, and what the rules say of it. Each rule tells both what is wrong (a flaw) and what is to be done (a next
 * step), so that the two never part. All of it lies in the judge's scratch.
 */
#ifndef PDOC_GOVERNANCE_ESCALATING_LADDER_H
#define PDOC_GOVERNANCE_ESCALATING_LADDER_H

#include "governance/audit/audit.h"
#include "governance/rows/judged_rows.h"
#include "model/issue.h"

/* Minutes since the first of January 1970, local time: the first and the last that it may be. */
struct pdoc__span {
    int64_t first;
    int64_t last;
};
#define PDOC__NO_MINUTE   INT64_MIN
#define PDOC__DAY_MINUTES 1440

/* A limit, worked out. */
struct pdoc__limit {
    const char *words;    /* where it comes from */
    struct pdoc__span by; /* PDOC__NO_MINUTE: no limit, or it cannot be told */
    bool is_stated;
};

struct pdoc__visit {
    const struct pdoc__stage *stage;
    const struct pdoc_issue_step *reached;      /* by this step; NULL: not, or by opening the issue */
    const struct pdoc_issue_step *acknowledged; /* the first; NULL: none. So also the next ones */
    const struct pdoc_issue_step *discussed;
    const struct pdoc_issue_step *advised;
    const struct pdoc_issue_step *agreed;    /* the last limit that was agreed */
    const struct pdoc_issue_step *concluded; /* the last */
    pdoc_truth satisfied;                    /* as that says */
    bool is_reached;
    bool is_left; /* a later one was reached, or the issue has ended */
};

struct pdoc__participant {
    const char *role;         /* lives as long as the judge */
    const char *organisation; /* NULL: not recorded */
};

struct pdoc__owed {
    const struct pdoc_issue_step *step;
    const struct pdoc__visit *visit;
    struct pdoc__participant by;
    bool is_made;
    pdoc_truth is_apart;
};

struct pdoc__flaw {
    enum pdoc__check check;
    pdoc_outcome outcome;
    uint8_t modality;
    const struct pdoc__rule *rule; /* NULL: the library's own */
    const char *step;              /* id; NULL: the issue as a whole */
    const char *message;
};

struct pdoc__next {
    const char *words;
    const char *who; /* NULL: nobody is named */
    const struct pdoc__rule *rule;
    const char *stage;
    struct pdoc__limit limit;
    enum pdoc__issue_step_kind kind;
    uint8_t modality;
};

struct pdoc__ladder {
    struct pdoc__judge *judge;
    const pdoc_issue *issue;
    const struct pdoc__track *track; /* NULL: not known */
    struct pdoc__visit *visits;      /* stages of the track, then those of the tracks that it leads to */
    size_t visit_count;
    const struct pdoc_issue_step **steps; /* those that count, in order of their days and times */
    size_t step_count;
    size_t current; /* index of the furthest visit; SIZE_MAX: none */
    const struct pdoc_issue_step *closed;
    pdoc_issue_state state;
    const char *outcome;
    struct pdoc__owed *owed;
    size_t owed_count, owed_room;
    struct pdoc__flaw *flaws;
    size_t flaw_count, flaw_room;
    struct pdoc__next *nexts;
    size_t next_count, next_room;
};

/* Puts an issue on its ladder and asks all rules. The judge is turned to the register. False only when memory runs out.
 */
bool pdoc__ladder_climb(struct pdoc__ladder *ladder, struct pdoc__judge *judge, const pdoc_issue *issue,
                        pdoc_error **error);

/* ---- ladder.c ---- */
const char *pdoc__stage_name(const struct pdoc__stage *stage);
struct pdoc__visit *pdoc__ladder_visit(const struct pdoc__ladder *ladder, const char *stage); /* NULL: no such stage */
/* The next stage of the same track that must or may be reached after that one; NULL: there is none. */
struct pdoc__visit *pdoc__ladder_after(const struct pdoc__ladder *ladder, const struct pdoc__visit *visit);
static inline bool pdoc__stage_resolves(const struct pdoc__stage *stage)
{
    return strcmp(stage->kind, "stage") == 0 || strcmp(stage->kind, "panel") == 0;
}
static inline bool pdoc__is_offset(pdoc_offset offset)
{
    return offset.months != 0 || offset.count != 0 || offset.unit != PDOC_UNIT_DAY;
}
void pdoc__flaw_add(struct pdoc__ladder *ladder, struct pdoc__flaw flaw);
void pdoc__next_add(struct pdoc__ladder *ladder, struct pdoc__next next);
/* Room for one more in a list of the scratch; NULL when memory runs out, and the judge knows. */
void *pdoc__ladder_room(struct pdoc__ladder *ladder, void *items, size_t count, size_t *room, size_t size);

/* ---- codes.c ---- */
/* The next of several codes with spaces between: false behind the last. */
bool pdoc__code_next(const char **at, const char **code, size_t *size);
bool pdoc__codes_have(const char *codes, const char *code, size_t size);
bool pdoc__texts_have(const struct pdoc__texts *texts, const char *code, size_t size);
/* Does the issue have it, from the beginning or by a step up to the day? */
bool pdoc__issue_has(const struct pdoc__ladder *ladder, enum pdoc__issue_attribute from_start,
                     enum pdoc__issue_step_attribute by_step, const char *code, size_t size);
bool pdoc__condition_holds(const struct pdoc__ladder *ladder, const struct pdoc__texts *conditions); /* any of them */
/* Organisations concerned, each once, with that of the one who raised it; NULL when there is none. */
const char **pdoc__organisations(struct pdoc__ladder *ladder, size_t *count);
/* Those who took part in a step: the one who did it, then the others. */
struct pdoc__participant *pdoc__participants(struct pdoc__ladder *ladder, const struct pdoc_issue_step *step,
                                             size_t *count);
const char *pdoc__participant_words(struct pdoc__ladder *ladder, const struct pdoc__participant *participant);
bool pdoc__is_raiser(struct pdoc__ladder *ladder, const struct pdoc__participant *participant);
bool pdoc__is_same_participant(struct pdoc__ladder *ladder, const struct pdoc__participant *left,
                               const struct pdoc__participant *right);

/* ---- clock.c ---- */
struct pdoc__span pdoc__step_span(const struct pdoc_issue_step *step);
struct pdoc__span pdoc__issue_span(const pdoc_issue *issue);
/* The limit of a stage, of an acknowledgement, of a notification, of reaching a stage after another one. */
struct pdoc__limit pdoc__stage_limit(struct pdoc__ladder *ladder, const struct pdoc__visit *visit);
struct pdoc__limit pdoc__limit_after(struct pdoc__ladder *ladder, struct pdoc__span from, pdoc_offset offset,
                                     const char *what);
extern const struct pdoc__limit pdoc__no_limit;
/* Was it done too late (`done` may be NULL: not yet)? */
pdoc_truth pdoc__limit_is_passed(const struct pdoc__ladder *ladder, const struct pdoc__limit *limit,
                                 const struct pdoc_issue_step *done);
/* When a visit began. */
struct pdoc__span pdoc__visit_since(const struct pdoc__ladder *ladder, const struct pdoc__visit *visit);

/* ---- twice.c ---- */
/* Was it raised, and recorded, by the days that are judged? */
bool pdoc__issue_is_known(const struct pdoc__judge *judge, const pdoc_issue *issue);
/* An issue of the same case that stands before it in the register and is open: *out, or NULL. Turns the judge to the
   register. False only when memory runs out. */
bool pdoc__issue_open_before(struct pdoc__judge *judge, const pdoc_issue *issue, const pdoc_issue **out,
                             pdoc_error **error);

/* ---- the rules ---- */
void pdoc__judge_codes(struct pdoc__ladder *ladder);    /* knowing.c: codes that nobody knows */
void pdoc__judge_entering(struct pdoc__ladder *ladder); /* entering.c: facts that must be there */
void pdoc__judge_turns(struct pdoc__ladder *ladder);    /* climbing.c: which stage may follow which */
void pdoc__judge_parties(struct pdoc__ladder *ladder);  /* partaking.c */
void pdoc__judge_records(struct pdoc__ladder *ladder);  /* recording.c */
void pdoc__judge_limits(struct pdoc__ladder *ladder);   /* timing.c: limits, acknowledgement, notification */
pdoc_truth pdoc__may_take_part(struct pdoc__ladder *ladder, const struct pdoc__stage *stage,
                               const struct pdoc__participant *participant); /* partaking.c */
bool pdoc__stage_is_widened(const struct pdoc__ladder *ladder, const struct pdoc__stage *stage);

#endif
