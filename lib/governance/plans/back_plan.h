/* SPDX-License-Identifier: MIT */
/*
 * The plan of one document while it is made, and when it is there. Steps lie in the order in which they are worked out:
 * what a step is counted from stands before it. Deadline, choice of steps, days, judgement, words are a file each.
 */
#ifndef PDOC_GOVERNANCE_BACK_PLAN_H
#define PDOC_GOVERNANCE_BACK_PLAN_H

#include <stdatomic.h>

#include "base/buffer.h"
#include "governance/judge.h"
#include "governance/plans/meetings.h"
#include "policydoc/plan.h"

/* How far around a deadline meetings are looked for, in days. */
#define PDOC__PLAN_SEARCH 731

/* A step as it is read from a plan. */
struct pdoc__plan_entry {
    const char *id;
    const char *kind;
    const char *label;
    const char *who;
    const char *rule;
    const char *clause;
    const char *reason;
    pdoc_date on;
    int32_t slack;
    uint8_t state;    /* pdoc_step_state */
    uint8_t modality; /* pdoc_modality */
    bool inferred;
    bool provisional;
    bool by_itself;     /* done: its day has passed, which is all that it needed */
    int32_t settled_on; /* day on which its day came to be what it is, the register unchanged: that of the plan where it
                           moves with that; that on which what it hangs on was done; PDOC__NO_DAY: neither */
};

struct pdoc_plan {
    atomic_size_t references;
    struct pdoc__arena arena;
    const char *id;
    const char *title;
    const char *reference;
    const char *deadline_reason;
    const char *obstacle; /* NULL: none */
    pdoc_date as_of;
    pdoc_date deadline;
    pdoc_date nearest;
    struct pdoc__plan_entry *entries;
    const char **warnings;
    size_t count;
    size_t warning_count;
    size_t warning_room;
    size_t late;        /* steps that are late, or whose day is after the last one for them */
    size_t passed_over; /* steps that nothing shows as done, before one that is */
};

enum pdoc__step_part {
    PDOC__PART_DAY,     /* a day counted from another */
    PDOC__PART_MEETING, /* a meeting of a body */
    PDOC__PART_END,     /* the end of what takes time */
    PDOC__PART_START,   /* its beginning: counted from its end */
    PDOC__PART_WORK,    /* what must fit between two others */
    PDOC__PART_FOLLOWS  /* what comes after that from which it is counted: a notice, a publication */
};

/* Why no day, or no good one, can be given. */
enum pdoc__step_trouble {
    PDOC__TROUBLE_NONE,
    PDOC__TROUBLE_NO_DEADLINE,
    PDOC__TROUBLE_UNSURE,        /* it cannot be told whether it belongs to the plan */
    PDOC__TROUBLE_NO_BODY,       /* the body is not recorded */
    PDOC__TROUBLE_BODY_UNKNOWN,  /* nothing is recorded of its meetings */
    PDOC__TROUBLE_NO_MEETING,    /* none between the day of the plan and the last day permitted */
    PDOC__TROUBLE_CANCELLED,     /* it was placed on a meeting that is cancelled */
    PDOC__TROUBLE_OUT_OF_CALENDAR, /* past the years that dates have */
    PDOC__TROUBLE_PASSED_OVER,     /* nothing shows that it was done, but what it leads up to was */
    PDOC__TROUBLE_NO_TIME_STATED   /* what it follows was done, and no time is stated for it */
};

struct pdoc__planned {
    const struct pdoc__plan_step *row; /* NULL: asked for */
    const char *id;
    const char *kind;
    const char *label;
    const struct pdoc__planned *anchor; /* NULL: the deadline */
    const struct pdoc__planned *after;  /* of work; NULL: unknown */
    const pdoc_party *body;
    const char *body_name; /* as printed; NULL: not recorded */
    const char *who;
    const struct pdoc__rule *done_by;    /* the fact that shows that it was done; NULL: that its end was */
    const pdoc_forward_item *placed;     /* on the forward plan, where a person put it */
    const pdoc_forward_item *placed_too; /* and where else; NULL: nowhere */
    const struct pdoc__predicate *leaf;  /* comparison that leaves open whether it belongs to the plan */
    struct pdoc__meeting_day meeting;
    pdoc_offset offset;
    int32_t limit;   /* last day that what it is counted from leaves it; PDOC__NO_DAY: unknown */
    int32_t unmoved; /* the same, before it was moved to a working day */
    int32_t day;     /* PDOC__NO_DAY: none can be given */
    int32_t done;    /* PDOC__NO_DAY: nothing shows that it was done */
    int32_t before;  /* where no meeting fits: the last one before; PDOC__NO_DAY: none */
    int32_t next;    /* and the next one after; also the next for which all that leads up to it can be in time */
    uint32_t depth;  /* steps that follow it, one upon the other, up to the deadline */
    uint8_t part;    /* enum pdoc__step_part */
    uint8_t roll;    /* pdoc_roll */
    uint8_t state;   /* pdoc_step_state */
    uint8_t trouble; /* enum pdoc__step_trouble */
    bool has_offset;
    bool is_provisional;
    bool is_on_plan; /* kind forward-plan: a person placed it; on which day is not recorded */
    bool is_by_itself;     /* done: its day has passed, which is all that it needed */
    bool was_placed;       /* on a day of the forward plan that has passed since */
    bool place_is_cancelled;     /* the meeting that it was placed on */
    bool too_is_cancelled; /* the meeting of placed_too */
};

struct pdoc__planning {
    struct pdoc__judge *judge;
    const pdoc_calendar *calendar;
    const pdoc_plan_options *options;
    pdoc_plan *plan;
    struct pdoc__planned *steps;
    size_t count;
    size_t room;
    int8_t *included;  /* of each row of the table: 0 not asked yet, 1 part of the plan, -1 not */
    size_t *step_of;   /* its step */
    pdoc_offset drafting; /* asked for; all 0: not */
    pdoc_offset consultation;
    int32_t deadline; /* PDOC__NO_DAY: none */
    int32_t cycle;    /* what was done by this day belongs to the cycle before; PDOC__NO_DAY: there was none */
    struct pdoc__buffer line;
    struct pdoc__buffer obstacle;
    bool is_trying; /* days are tried out: no meeting is looked for beyond what is permitted */
    bool failed;    /* memory ran out, or *error is set */
    pdoc_error *error;
};

/* back_plan_deadline.c: the deadline, its reason, and where the cycle at hand begins. */
void pdoc__plan_deadline(struct pdoc__planning *planning);
/* back_plan_steps.c: which steps there are, from what they count, who does them, which are done. */
void pdoc__plan_choose(struct pdoc__planning *planning);
/* The party of the register that a name stands for, by itself or by the code that the profile has for it; NULL: none. */
const pdoc_party *pdoc__plan_party(struct pdoc__planning *planning, const char *name);
/* back_plan_done.c: when it was done, and where a person placed it. */
void pdoc__plan_find_done(struct pdoc__planning *planning, struct pdoc__planned *step);
/* Was what a step leads up to done? Then it does no harm that nothing shows that it was, too: it was passed over. */
bool pdoc__step_is_behind(const struct pdoc__planned *step);
bool pdoc__step_is_passed_over(const struct pdoc__planned *step);
/* The last day for replies passes by itself, once the draft is out. */
bool pdoc__step_passes(const struct pdoc__planning *planning, const struct pdoc__planned *step);
/* The meeting of an item of the forward plan, or that to which it was deferred; PDOC__NO_DAY: a month. */
int32_t pdoc__day_of_item(const pdoc_forward_item *item);
/* back_plan_days.c: the day of every step. */
void pdoc__plan_days(struct pdoc__planning *planning);
/* back_plan_judge.c: states, slack, warnings, obstacles. */
void pdoc__plan_judge(struct pdoc__planning *planning);
/* back_plan_steps.c: a notice or publication without an offset follows its anchor; all other steps come before theirs. */
bool pdoc__step_follows(const struct pdoc__plan_step *row);

/* back_plan_words.c: the steps as they are read. */
void pdoc__plan_put(struct pdoc__planning *planning);

/* Day that other steps are counted from: its own, else the last one that it may have. */
static inline int32_t pdoc__planned_day(const struct pdoc__planned *step)
{
    return step->day != PDOC__NO_DAY ? step->day : step->limit;
}
static inline uint8_t pdoc__planned_modality(const struct pdoc__planned *step)
{
    return step->row ? step->row->rule.modality : (uint8_t)PDOC_MODALITY_MUST; /* a person asked for it */
}
/* Slack as plan.h says; 0 where no day can be given. */
int32_t pdoc__planned_slack(const struct pdoc__planning *planning, const struct pdoc__planned *step);

/* A copy in the plan; NULL, and failed, when memory runs out. NULL gives NULL. */
const char *pdoc__plan_keep(struct pdoc__planning *planning, const char *text);
/* What was written into a buffer, as a text of the plan; the buffer is empty then. */
const char *pdoc__plan_take(struct pdoc__planning *planning, struct pdoc__buffer *buffer);
/* Ends the sentence in `line` and makes it a warning. */
void pdoc__plan_warn(struct pdoc__planning *planning);

/* "Tuesday 16 June 2026"; "1 day"; the label of a step. */
void pdoc__write_long_day(struct pdoc__buffer *out, int32_t day);
void pdoc__write_days(struct pdoc__buffer *out, int64_t count);
const char *pdoc__planned_label(const struct pdoc__planned *step);
/* Why a step has no day, and what to do. */
void pdoc__write_trouble(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step);

#endif
