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

/* The value of an operand, in the order that leaves no gaps: they are copied often. Several items only where a fact
   picks each, or a field, relation or reference repeats. */
struct pdoc__value {
    uint8_t state;                /* enum pdoc__value_state */
    uint8_t type;                 /* enum pdoc__value_type */
    bool printed;                 /* it is the printed cell that serves: "as printed, no decision recorded" */
    bool countable;               /* nothing recorded is an answer: a selection from history or relations */
    uint32_t count;               /* items */
    int64_t number;               /* of a count */
    const char *text;             /* the first item; NULL for a date or a number */
    const char **items;           /* count > 1: all of them, in the judge's scratch; NULL for dates */
    struct pdoc__interval *dates; /* count > 1 dates: all of them, in the judge's scratch */
    struct pdoc__interval date;
    const pdoc_event *event; /* that the first item came from, or NULL */
    pdoc_date as_recorded;   /* the date with its precision */
    int row;                 /* of the front sheet that it came from, or -1 */
};

/* How the review of a document stands: the row of a schedule. */
struct pdoc__due {
    struct pdoc__interval printed; /* PDOC__NO_DAY: none */
    struct pdoc__interval derived;
    int32_t due;           /* last day in time, of the one that governs; PDOC__NO_DAY: none */
    uint32_t document;     /* index in the register */
    int16_t rule;          /* row in the schedule table of its profile; -1: none */
    uint16_t profile;      /* index in the judge's profiles; UINT16_MAX: none */
    uint8_t state;         /* pdoc_review_state */
    uint8_t governs;       /* pdoc_governs */
    bool printed_fallback; /* the derived date counts from a printed cell, not a recorded event */
    bool inferred;
    /* The promise of the sheet governs no more: a review was completed after it was made, or more time was given. */
    bool printed_is_spent;
    bool is_extended; /* the derived date is the end of the time that was given, as a rule allows */
};

struct pdoc__phase {
    uint8_t phase;                           /* pdoc_phase */
    bool printed;                            /* from the front sheet: no event decides */
    bool no_effective_day;                   /* in force from its decision, since no effective day is recorded */
    bool unknown_event;                      /* undetermined because of an event that this library does not know */
    int16_t row;                             /* of the front sheet, where that decides; else -1 */
    const pdoc_event *event;                 /* that decided, or NULL */
    const struct pdoc_version *by_version;   /* superseded by this one, or NULL */
    const struct pdoc__due_rule *expired_by; /* withdrawn by an expiry rule, or NULL */
    int32_t since;                           /* first day in that phase, or PDOC__NO_DAY */
};

/* An event that another declares void. */
struct pdoc__void {
    const char *id;
    uint32_t at;  /* where it stands in its history; UINT32_MAX: in another one */
    bool is_void; /* by an event that stands behind it, and is not void itself */
};

/* What happened in one history, as far as it was known on the day and is not voided, in order of the days. */
struct pdoc__past {
    const pdoc_event **events; /* first the `count` that count, then those that were still to come on the day */
    struct pdoc__void *voided; /* those of which that is said, each where its hash says, in the judge's scratch */
    uint32_t count;
    uint32_t known;                                 /* with those to come */
    uint32_t voided_room;                           /* a power of two, or 0: of none it is said */
    bool has_unknown;                               /* it holds an event of a kind that this library does not know */
    uint64_t kinds;                                 /* one bit for each kind among those that count */
    uint64_t coming;                                /* one bit for each kind among those to come */
    uint64_t several;                               /* one bit for each kind that several of those that count have */
    const pdoc_event *last[PDOC__EVENT_KIND_COUNT]; /* the last that counts of each kind; valid where `kinds` has it */
};

_Static_assert(PDOC__EVENT_KIND_COUNT <= 64, "the kinds of event fit into one word of bits");

_Static_assert(PDOC__FIELD_COUNT <= 64, "the fields of a sheet fit into one word of bits");

struct pdoc__crosswalk; /* relations/crosswalk.h */
struct pdoc__graph;     /* the relations of the register from both ends: relations/graph.h */
struct pdoc__fact_plan;
struct pdoc__flow;
/* The place of what is judged as if it had happened. */
#define PDOC__SUPPOSED_PLACE "the step asked for"

struct pdoc__profile_memory; /* what the judge remembers for a profile: resolved parties, types, kinds of rows */

struct pdoc__judge {
    const pdoc_register *reg;
    pdoc_date as_of;
    int32_t day;       /* as_of; of a month or year its last day */
    int32_t known_day; /* INT32_MAX: all that is known */
    uint32_t day_key;  /* the same two days as numbers that sort like dates */
    uint32_t known_key;
    const pdoc_profile *override;
    const pdoc_profile_set *set;
    const pdoc_calendar *calendar;        /* NULL: what needs working days cannot be told */
    const pdoc_profile *register_profile; /* of the register's assignment on the day, or NULL */
    const char *register_ref;
    const pdoc_profile **profiles;       /* met so far; the basis keeps them alive */
    struct pdoc__profile_memory *memory; /* beside each of them */
    size_t profile_count;
    size_t profile_capacity;
    size_t memory_capacity;
    struct pdoc__arena scratch; /* for one document; emptied by pdoc__judge_take */
    struct pdoc__arena names;   /* parts of printed names that were split; kept over the whole register */
    struct pdoc__pool name_pool;
    /* what is asked: set before a document is taken */
    const pdoc_event *supposed;        /* judged as if it had happened; no register holds it. NULL: nothing */
    const pdoc_event *without;         /* judged as if it had not happened; NULL: nothing */
    const struct pdoc_version *wanted; /* judged, whichever is in force; NULL: it is chosen */
    struct pdoc__judge *then;          /* turned to other days, for what had to hold then; NULL: not needed so far */
    /* the document at hand; NULL: the register itself */
    const pdoc_document *doc;
    const struct pdoc_version *version; /* the one in force, else the newest; NULL: it has none */
    const pdoc_profile *profile;        /* NULL: its profile is not known */
    const char *profile_ref;            /* what was asked for; NULL: nothing */
    uint16_t profile_index;
    const struct pdoc__type *type; /* NULL: none recorded, or not of the profile */
    struct pdoc__value type_value; /* what rules that ask for the type are given; valid for a document */
    struct pdoc__phase phase;      /* of `version` */
    bool due_is_known;
    bool due_is_under_way;             /* being worked out: rules that ask for it meanwhile get no answer */
    uint8_t inside;                    /* enum pdoc__source of the item under `where` */
    uint8_t depth;                     /* of facts that ask for facts */
    uint8_t nesting;                   /* of judges that were asked by a judge */
    struct pdoc__interval looking_on;  /* the day on which the other end of a relation is looked at */
    struct pdoc__judge *outer;         /* that asks this one; NULL: nobody */
    struct pdoc__judge *other;         /* that this one asks of other documents; NULL: not made yet */
    struct pdoc__graph *graph;         /* NULL: not made yet, or the outermost one has it */
    struct pdoc__crosswalk *crosswalk; /* likewise: works outside the register by their names */
    struct pdoc__due due;
    uint16_t cells[PDOC__FIELD_COUNT]; /* first row of each field on the sheet of `version`, plus 1; 0: none */
    uint64_t repeated;                 /* one bit for each field that has several cells */
    struct pdoc__past past;
    size_t past_capacity;
    const struct pdoc__fact_plan *fact_plans; /* of the profile at hand */
    pdoc_truth *lines;         /* of each line of the sign-off matrix: does it hold? In the scratch (rows/matrix.c) */
    uint8_t lines_state;       /* 0: they are not worked out yet */
    bool cells_under_way;      /* whom the cells name is being worked out: who asks meanwhile gets no answer */
    struct pdoc__value *facts; /* one for each fact of the profile; valid where fact_known */
    uint8_t *fact_known;
    size_t fact_capacity;
    const struct pdoc__flow *flows[2]; /* where its versions stand in the flow (flow/flow.c); NULL: not asked for */
    bool out_of_memory;                /* sticky: every answer after it is PDOC_UNKNOWN; the caller fails with NOMEM */
};

/* Prepares a judge. ARGUMENT or JUDGE if the basis cannot be used. The basis is copied. */
bool pdoc__judge_begin(struct pdoc__judge *judge, const pdoc_register *reg, const pdoc_basis *basis,
                       pdoc_error **error);
/* Prepares one that `outer` asks, of the same basis but for the day judged. */
void pdoc__judge_begin_again(struct pdoc__judge *judge, struct pdoc__judge *outer, int32_t day);
void pdoc__judge_end(struct pdoc__judge *judge);
/* The newest version of a document; NULL: it has none. */
const struct pdoc_version *pdoc__newest_version(const pdoc_document *doc);
/* The document at hand as it stood on another day, by the same profile, without an event that is judged as if it had
   not happened (NULL: with all). Valid until the next such question; NULL when memory runs out. */
struct pdoc__judge *pdoc__judge_then(struct pdoc__judge *judge, const struct pdoc_version *version, int32_t day,
                                     const pdoc_event *without);
/* Turns to a document: chooses its profile, folds its phases, chooses the version. NULL: the register itself, whose own
   history facts then select from. False only when memory runs out. */
bool pdoc__judge_take(struct pdoc__judge *judge, const pdoc_document *doc, pdoc_error **error);

/* Follows another profile (NULL: none) for what it has turned to; the next pdoc__judge_take chooses again. False only
   when memory runs out. */
bool pdoc__judge_follow(struct pdoc__judge *judge, const pdoc_profile *profile, pdoc_error **error);

/* Profile that a document (NULL: the register) follows on the day: the override, its own, or the register's assignment.
   `*ref` is what was asked for (NULL: nothing), so that an unknown one can be named. */
const pdoc_profile *pdoc__judge_profile(const struct pdoc__judge *judge, const pdoc_document *doc, const char **ref);

/* Dates as numbers of the same order: a month sorts as its first day. */
static inline uint32_t pdoc__date_key(pdoc_date date)
{
    return ((uint32_t)(uint16_t)date.year << 9) | ((uint32_t)date.month << 5) | date.day;
}

/* The past of what the judge has turned to; false when memory runs out (past.c, as the next two). */
bool pdoc__past_take(struct pdoc__judge *judge, pdoc_error **error);
/* Does this event count: known on the day, not after the day judged, not voided? */
bool pdoc__event_counts(struct pdoc__judge *judge, const pdoc_event *event);
/* The past of any history of the register; that of the document at hand is kept. NULL when memory runs out. */
const struct pdoc__past *pdoc__past_of(struct pdoc__judge *judge, const struct pdoc__history *history);

/* Does the event concern the version (NULL: the document as a whole)? */
static inline bool pdoc__event_concerns(const pdoc_event *event, const struct pdoc_version *version)
{
    return event->version == 0 || (version && event->version == version->ordinal);
}
/* Does it concern the version as one that moves on? What concerns the document as a whole ends every version, but moves
   only the newest (phase.c). */
bool pdoc__event_moves(const pdoc_event *event, const struct pdoc_version *version);
pdoc_decision pdoc__event_decision(const pdoc_event *event); /* PDOC_DECISION_NONE: no outcome is recorded */

struct pdoc__phase pdoc__phase_of(struct pdoc__judge *judge, const struct pdoc_version *version); /* phase.c */
const struct pdoc_version *pdoc__version_in_force(struct pdoc__judge *judge, const pdoc_document *doc);
/* Row of the sheet that gives this field: a day that can be read, or a name; -1: none. */
int pdoc__find_given_cell(const struct pdoc_version *version, int16_t field);
/* When its force ends by the expiry rows of the profile: by the one that ends it first. Of what a row derives and the
   cell that it names the earlier day counts. */
struct pdoc__expiry {
    const struct pdoc__due_rule *rule; /* NULL: no row gives a day */
    int32_t last;                      /* last day in force */
    int anchor;                        /* fact that the row counts from, or -1 */
    bool is_printed;                   /* the cell gives it */
};
struct pdoc__expiry pdoc__expiry(struct pdoc__judge *judge);
/* The phase of the version at hand; ends its force where an expiry rule says so. */
void pdoc__phase_expire(struct pdoc__judge *judge);

/* A fact of the profile at hand (ask.c); worked out once for the document. */
enum { PDOC__FACT_NOT_KNOWN, PDOC__FACT_UNDER_WAY, PDOC__FACT_KNOWN };
const struct pdoc__value *pdoc__fact_work_out(struct pdoc__judge *judge, size_t index);
/* The longer ways to it (fact.c): from an event, where that is known to be the only one that can be meant; by looking
   through all that may belong to it. */
const struct pdoc__value *pdoc__fact_find(struct pdoc__judge *judge, size_t index, const pdoc_event *event);
void pdoc__fact_select(struct pdoc__judge *judge, const struct pdoc__fact *fact, struct pdoc__value *out);
static inline const struct pdoc__value *pdoc__fact(struct pdoc__judge *judge, size_t index)
{
    return judge->fact_known[index] == PDOC__FACT_KNOWN ? &judge->facts[index] : pdoc__fact_work_out(judge, index);
}
/* The value of an operand, where it lies or else in `room`. item: the pdoc_event or pdoc_relation under `where`, or
   NULL (ask.c). */
const struct pdoc__value *pdoc__ask(struct pdoc__judge *judge, const struct pdoc__operand *operand, const void *item,
                                    struct pdoc__value *room);
struct pdoc__value pdoc__operand_value(struct pdoc__judge *judge, const struct pdoc__operand *operand,
                                       const void *item); /* a copy */
/* What a rule that asks for the type of the document at hand is given. */
void pdoc__type_value(struct pdoc__judge *judge, struct pdoc__value *out);

/* Nothing recorded; recorded, but it cannot be told. */
extern const struct pdoc__value pdoc__nothing;
extern const struct pdoc__value pdoc__cannot_tell;
/* Values of a date, of a text (parties and lists are split at ";"), of the cells of a field, of one member of an event
   or relation (value.c). */
void pdoc__date_value(pdoc_date date, struct pdoc__value *out);
void pdoc__number_value(int64_t number, struct pdoc__value *out);
void pdoc__text_value(struct pdoc__judge *judge, const char *text, uint8_t type, struct pdoc__value *out);
void pdoc__cell_value(struct pdoc__judge *judge, size_t row, uint8_t type, struct pdoc__value *out);
void pdoc__event_member(struct pdoc__judge *judge, const pdoc_event *event, int give, struct pdoc__value *out);
void pdoc__relation_member(struct pdoc__judge *judge, const pdoc_relation *relation, int give, struct pdoc__value *out);
/* The first day on which the target of a relation changed after it was checked (relations/change.c). */
void pdoc__suspect_since(struct pdoc__judge *judge, const pdoc_relation *relation, struct pdoc__value *out);
/* Joins several values into one with all their items. */
void pdoc__values_join(struct pdoc__judge *judge, const struct pdoc__value *values, size_t count,
                       struct pdoc__value *out);

/* Judges a predicate. *leaf (if not NULL) is set to the comparison that decided a false or unknown answer. NULL
   predicates are true. */
pdoc_truth pdoc__predicate(struct pdoc__judge *judge, const struct pdoc__predicate *predicate, const void *item,
                           const struct pdoc__predicate **leaf);

/* The party that a name stands for: its code (that of the profile where both know it), or NULL if nothing resolves it
   (party.c). The name must live as long as the judge does. */
const char *pdoc__party_code(struct pdoc__judge *judge, const char *name);
pdoc_truth pdoc__party_equals(struct pdoc__judge *judge, const char *left, const char *right);

/* Is the row valid on the day judged, on any day? */
bool pdoc__rule_applies(const struct pdoc__judge *judge, const struct pdoc__rule *rule);
bool pdoc__rule_applies_on(const struct pdoc__rule *rule, int32_t day);

/* What a row of the schedule table is for. */
enum pdoc__row_use { PDOC__ROW_OTHER, PDOC__ROW_REVIEW, PDOC__ROW_FIRST_REVIEW, PDOC__ROW_EXPIRY };
uint8_t pdoc__schedule_row_use(const struct pdoc__judge *judge, size_t row);

/* How the review of the document at hand stands (due.c); also kept in judge->due. */
const struct pdoc__due *pdoc__due(struct pdoc__judge *judge);
/* Work of one row of the schedule table, for the explanation: does it apply, from what does it count? */
struct pdoc__due_step {
    pdoc_truth applies;
    int anchor; /* index of the fact that served, or -1 */
    struct pdoc__interval derived;
    struct pdoc__interval cap;
    bool provisional; /* a day was asked for that the calendar does not cover */
};
struct pdoc__due_step pdoc__due_step(struct pdoc__judge *judge, const struct pdoc__due_rule *rule);
/* Does a row count working days, or move its day to one? */
bool pdoc__due_needs_calendar(const struct pdoc__due_rule *rule);
/* Is it in working days? */
bool pdoc__is_in_working_days(pdoc_offset offset);
/* Moves both ends of what is not in plain days and months. False where that needs a calendar and there is none, or
   leads out of the years 1 to 9999. `provisional` may be NULL; it is only ever set. */
bool pdoc__reckon_working(const struct pdoc__judge *judge, struct pdoc__interval from, pdoc_offset offset,
                          struct pdoc__interval *out, bool *provisional);
/* Moves both ends by any offset. */
static inline bool pdoc__reckon(const struct pdoc__judge *judge, struct pdoc__interval from, pdoc_offset offset,
                                struct pdoc__interval *out, bool *provisional)
{
    return offset.unit == PDOC_UNIT_DAY ? pdoc__interval_add(from, offset, out, NULL) == PDOC_OK
                                        : pdoc__reckon_working(judge, from, offset, out, provisional);
}
/* The class of amendment that an event names, by id or alias; NULL: it names none, or none of the profile
   (change/past_changes.c). */
const struct pdoc__amendment *pdoc__amendment_of(const struct pdoc__judge *judge, const pdoc_event *event);
/* The last time that was given for the review that is to come; NULL: none. */
const pdoc_event *pdoc__extension(const struct pdoc__judge *judge);

/* A schedule of rows that were worked out already; takes `rows` (from the allocator) over, also when it fails. */
pdoc_schedule *pdoc__schedule_make(const struct pdoc__judge *judge, struct pdoc__due *rows, size_t count,
                                   pdoc_error **error);
/* The profile by which all documents of a schedule were judged (NULL: each by its own), and its calendar (NULL: none).
 */
const pdoc_profile *pdoc__schedule_asked(const pdoc_schedule *schedule);
const pdoc_calendar *pdoc__schedule_calendar(const pdoc_schedule *schedule);

#endif
