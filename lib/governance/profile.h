/* SPDX-License-Identifier: MIT */
/*
 * A profile in memory: the tables of an organisation's rules. Made by xml/profile_reader.c, read by everything in
 * governance. All of it lies in the profile's arena; names are resolved to addresses and numbers at load, so that judging
 * compares numbers.
 *
 * Operands. A comparison asks an operand: a fact of the profile by its id, or a built-in one:
 *   type category scope title reference uri phase state due   of the document (state: of its review; due: a date)
 *   version.label version.content                            of the version judged
 *   field.CODE          the cell of that field on the version's sheet (several cells: all of them)
 *   property.NAME       a property of the document
 *   relation.KIND       targets of the document's relations of that kind
 *   section.CODE        the text of a section of the version
 *   route               the lines of the sign-off matrix that hold
 *   route.DUTY          whom the cells of that kind in those lines name
 * and inside the `where` of a fact, of the event or relation that it selects:
 *   on recorded by version kind NAME-OF-AN-ATTRIBUTE         (events)      kind target edition checked (relations)
 *   target.OPERAND      the same of the document at the other end of the relation; also target.outside, .in-force, .profile
 *
 * The value of an operand is: nothing recorded; one or several texts or dates; or unknown (recorded, but it cannot be
 * told: an unresolved name, an unreadable date, an event of an unknown kind in the way).
 *   present      recorded and not blank: true or false; unknown stays unknown
 *   comparisons  with nothing recorded: unknown (except has-* and count on events and relations: there nothing is 0)
 *   dates        compared as intervals; what depends on the day is unknown
 *   parties      compared as parties: names are resolved by the register, then by the profile; two that resolve to one
 *                code are equal; a name that nothing resolves is equal to itself and unknown against any other
 */
#ifndef PDOC_GOVERNANCE_PROFILE_H
#define PDOC_GOVERNANCE_PROFILE_H

#include <stdatomic.h>

#include "base/arena.h"
#include "base/map.h"
#include "governance/cue.h"
#include "governance/flow.h"
#include "governance/reference.h"
#include "governance/route.h"
#include "governance/track.h"
#include "model/model.h"
#include "policydoc/profile.h"

struct pdoc__type {
    struct pdoc__rule rule; /* id is the code of the type */
    const char *base;       /* code of PDOC_TABLE_BASE_TYPE */
    const char *kind_of;    /* code of another type, or NULL */
    const char *binding;    /* mandatory, advisory, flexible, mixed, by-container; NULL: not stated */
    const char *alone; /* by-container: how it binds where nothing holds it; NULL: not stated */
    const char *orientation;
    const char *answers; /* why, how, what; NULL: not stated */
    const char *definition;
    const char *note;
    struct pdoc__texts aliases;
    struct pdoc__texts parents;  /* codes of types that it may derive from */
    struct pdoc__texts examples; /* titles, for people and the classifier */
};

struct pdoc__profile_party {
    struct pdoc__rule rule; /* id is the code */
    const char *kind;
    const char *part_of;
    const char *note;
    struct pdoc__texts aliases; /* the name itself is rule.label */
    struct pdoc__texts members;
};

/* A cell that the profile asks for. The library judges it: see governance/checks.def (field-missing, field-blank). */
struct pdoc__profile_field {
    struct pdoc__rule rule; /* id is the code of the field */
    int16_t known;          /* enum pdoc__field, or -1 */
    uint8_t type;           /* enum pdoc__value_type; from the library's table where it is known */
    uint8_t block;          /* 1: the front sheet, 2: a second block that repeats some of it */
    bool required;          /* the cell must be there; modality says how strongly */
    bool blank_allowed;     /* it may be there and empty */
    bool na_allowed;        /* "NA" is an answer */
    struct pdoc__texts gates; /* purposes for which it must be filled in first */
    const struct pdoc__predicate *when;
};

struct pdoc__profile_section {
    struct pdoc__rule rule; /* id is the code */
    bool required;
    const struct pdoc__predicate *when;
    struct pdoc__texts prompts;
    struct pdoc__texts gates; /* purposes for which it must be there first */
    const char *binding;      /* how what it says binds: mandatory, advisory, flexible, mixed; NULL: as the document */
};

/* What the text of a section must state: one of these patterns is found in it. */
struct pdoc__statement {
    struct pdoc__rule rule;
    struct pdoc__texts sections; /* codes of those that may state it; none: any */
    struct pdoc__texts patterns; /* as of `matches`, but letter case and runs of spaces do not matter */
    const struct pdoc__predicate *when;
    struct pdoc__texts gates; /* purposes for which it must be stated first */
    const char *remedy;
    bool is_forbidden; /* none of the patterns may be found */
};

struct pdoc__set {
    struct pdoc__rule rule;
    struct pdoc__texts items;
};

enum pdoc__source {
    PDOC__SOURCE_EVENT, PDOC__SOURCE_RELATION, PDOC__SOURCE_FIELD, PDOC__SOURCE_FACT, PDOC__SOURCE_MEETING
};
enum pdoc__pick { PDOC__PICK_LAST, PDOC__PICK_FIRST, PDOC__PICK_EACH, PDOC__PICK_COUNT, PDOC__PICK_ANY };

enum pdoc__operand_kind {
    PDOC__OPERAND_FACT,     /* index: in the profile's facts */
    PDOC__OPERAND_FIELD,    /* index: enum pdoc__field, or -1 and name is the code */
    PDOC__OPERAND_PROPERTY, /* name */
    PDOC__OPERAND_RELATION, /* name: kind */
    PDOC__OPERAND_SECTION,  /* name: code */
    PDOC__OPERAND_DOCUMENT, /* index: enum pdoc__document_operand */
    PDOC__OPERAND_ROUTE,    /* index: enum pdoc__route_duty_kind */
    PDOC__OPERAND_ITEM,     /* index: as pdoc__fact.give, of the event or relation under `where` */
    PDOC__OPERAND_TARGET,   /* key: what is asked of the document at the other end of the relation under `where` */
    PDOC__OPERAND_KIND_COUNT
};

enum pdoc__document_operand {
    PDOC__OF_TYPE, PDOC__OF_CATEGORY, PDOC__OF_SCOPE, PDOC__OF_TITLE, PDOC__OF_REFERENCE, PDOC__OF_URI, PDOC__OF_PHASE,
    PDOC__OF_STATE, PDOC__OF_DUE, PDOC__OF_VERSION_LABEL, PDOC__OF_VERSION_CONTENT, PDOC__OF_AS_OF, PDOC__OF_VERSION_COUNT,
    PDOC__OF_BINDING, PDOC__OF_ROUTE
};

/* A selector: of events of these kinds (not voided, known on the day, not after the day judged) or relations or cells,
   those that `where` holds for, pick one or all, give a member. */
struct pdoc__fact {
    struct pdoc__rule rule;
    uint8_t source; /* enum pdoc__source */
    uint8_t pick;   /* enum pdoc__pick; any: is there one? gives "yes" or "no" */
    uint8_t type;   /* enum pdoc__value_type of what it gives */
    int16_t give;   /* events: enum pdoc__event_attribute, or one of PDOC__GIVE_... ; relations: PDOC__GIVE_... */
    uint64_t kinds; /* events: one bit for each enum pdoc__event_kind */
    const char *relation; /* relations: the kind */
    bool both_ends;       /* also those by which other documents say so of this one, under the inverse kind */
    const char *gives;    /* as written; NULL: as the source says */
    struct pdoc__operand target; /* relations: what is given of the document at the other end; name NULL: `give` says */
    const char *at;       /* id of the fact on whose day the other end is looked at; NULL: the day judged */
    int16_t at_index;     /* of that fact; -1: none */
    const char *meetings; /* meetings: a party by its code, or an operand that names the body; held ones give their days */
    struct pdoc__operand body; /* the same, as an operand; name NULL: a party by its code */
    const char *via;      /* relation kind of one hop: the events are those of its target; NULL: own ones */
    const struct pdoc__predicate *where;
    struct pdoc__texts fallback; /* codes of fields whose printed cell serves where nothing is recorded, in order */
    struct pdoc__texts facts;    /* source fact: ids of the facts to choose from, in order of preference */
    int16_t *fallback_known;     /* enum pdoc__field of each fallback */
    int16_t *fact_index;         /* index in the profile's facts of each of `facts` */
    bool whole_document;         /* events of any version; false: of the version judged and of the document as a whole */
};
enum { PDOC__GIVE_ON = -1, PDOC__GIVE_BY = -2, PDOC__GIVE_TARGET = -3, PDOC__GIVE_CHECKED = -4, PDOC__GIVE_EDITION = -5,
       PDOC__GIVE_KIND = -6, PDOC__GIVE_RECORDED = -7, PDOC__GIVE_VERSION = -8, PDOC__GIVE_SUSPECT_SINCE = -9,
       PDOC__GIVE_CLAUSE = -10, PDOC__GIVE_FINGERPRINT = -11, PDOC__GIVE_CLASS_ID = -12, PDOC__GIVE_CLASS_STEP = -13,
       PDOC__GIVE_CLASS_CLOCK = -14 };

enum pdoc__operator {
    PDOC__ALL, PDOC__ANY, PDOC__NOT, PDOC__PRESENT, PDOC__EQUALS, PDOC__IN, PDOC__HAS_ALL, PDOC__HAS_ANY,
    PDOC__HAS_NONE, PDOC__COUNT, PDOC__BEFORE, PDOC__NOT_BEFORE, PDOC__NOT_AFTER, PDOC__AFTER, PDOC__MATCHES,
    PDOC__OPERATOR_COUNT
};

struct pdoc__predicate {
    uint8_t operator; /* enum pdoc__operator */
    bool has_other;   /* the right side is another operand (plus offset), not a value */
    bool has_offset;
    uint16_t child_count;
    uint32_t line;
    const struct pdoc__predicate *children; /* of all, any and not: an array */
    struct pdoc__operand left;
    struct pdoc__operand other;
    pdoc_offset offset;
    struct pdoc__texts values; /* one value, or the items of a set */
    const char *set;           /* id of the set that they came from, or NULL */
    pdoc_date date;            /* the value of a comparison of dates */
    int32_t minimum;           /* of count */
    int32_t maximum;           /* of count; -1: none */
    uint8_t *value_types;      /* equals and in on `type`: not used yet */
};

struct pdoc__due_rule {
    struct pdoc__rule rule;
    const char *kind; /* code of PDOC_TABLE_SCHEDULE_KIND */
    const struct pdoc__predicate *when; /* NULL: always */
    int16_t *anchors;                   /* indexes of facts */
    size_t anchor_count;
    bool earliest;     /* of several anchors the earliest counts; false: the latest */
    bool nothing;      /* says that nothing is due where `when` holds */
    bool end_of_month; /* rounding: to the last day of the month */
    uint8_t roll;      /* pdoc_roll: where that day goes if it is no working day */
    pdoc_offset offset;
    pdoc_offset cap; /* last permitted day, counted from the first anchor; all 0: none */
    const char *printed; /* code of the field that promises this date, or NULL */
    int16_t printed_known;
};

/* A step of a plan: a meeting of a body, or a day counted from another step or from the deadline. Kind "work" has no day
   of its own: it must fit between two steps. */
struct pdoc__plan_step {
    struct pdoc__rule rule;
    const char *kind;     /* code of PDOC_TABLE_STEP_KIND */
    struct pdoc__texts anchors; /* ids of the steps that it is counted from, the first that is part of the plan; none, or
                                   "deadline" among them: the deadline */
    const char *after;    /* kind work: id of the step that comes before it; NULL: none */
    pdoc_offset offset;
    bool has_offset;
    const char *route_time; /* "lead", "reply" or "period": so long as the line of the matrix says; NULL: `offset` alone */
    uint8_t roll;      /* pdoc_roll */
    pdoc_offset needs; /* kind work: how long it takes; all 0: not stated */
    const struct pdoc__predicate *when; /* NULL: always */
    struct pdoc__operand body;          /* the body whose meeting it is; name NULL: no meeting */
    const char *body_code;              /* the same, as a party of the profile; NULL: `body` asks */
    struct pdoc__operand who;           /* who does it; name NULL: nobody is named */
    const char *who_code;
    int16_t done;  /* fact whose day shows that it was done, to its end; -1: none */
    int16_t begun; /* fact whose day shows that it was begun; -1: none */
};

/* A reminder, so long before or after the day on which a review is due. */
struct pdoc__reminder {
    struct pdoc__rule rule;
    pdoc_offset offset;
    const struct pdoc__predicate *when; /* NULL: always */
    struct pdoc__operand to;            /* the cell that names who is reminded; name NULL: the one responsible for review */
};

struct pdoc__requirement {
    struct pdoc__rule rule;
    const char *of; /* document, version, register, party, relation, or the code of an event kind */
    const struct pdoc__predicate *when; /* NULL: always */
    const struct pdoc__predicate *must;
    const struct pdoc__predicate *waived; /* NULL: never; true: a recorded waiver stands in its place */
    int16_t by;        /* index of a fact that gives the day until which it is pending; -1: none */
    pdoc_offset by_offset;
    const char *past_act; /* id of the fact whose day chooses the edition: a duty on a past act; NULL: as_of chooses */
    int16_t past_fact;
    const char *message; /* template: {operand} is replaced by its value, {title} and {reference} by the document's */
    const char *remedy;  /* template */
    struct pdoc__texts gates; /* purposes for which it must be met first: codes of PDOC_TABLE_PURPOSE */
};

#define PDOC__PROFILE_TABLES 24 /* rows of pdoc_profile_table */

/* What the reader left out, for lint to tell. */
enum pdoc__remark_kind {
    PDOC__REMARK_ELEMENT,      /* an element that is not known, or out of place */
    PDOC__REMARK_ATTRIBUTE,    /* an attribute that is not known there */
    PDOC__REMARK_WITHDRAWS,    /* a row that withdraws what is not inherited */
    PDOC__REMARK_NO_FIELD_TYPE /* a field that neither the library knows nor the row gives a type */
};

struct pdoc__remark {
    const char *name; /* of the element, attribute or row */
    const char *row;  /* id of the row that it stands in, or NULL */
    uint32_t line;
    uint32_t column;
    uint8_t kind; /* enum pdoc__remark_kind */
};

struct pdoc_profile {
    atomic_size_t references;
    struct pdoc__arena arena;
    struct pdoc__pool pool;
    const char *id;
    const char *title;
    const char *extends;
    const char *source_title; /* of the document that the rules come from */
    const char *act;          /* the deciding body's word for approval */
    const char *review_by;    /* field of the one responsible for review, such as "author" */
    const char *body_field;   /* field that names the approving body */
    const char *text;         /* the file as read */
    size_t text_size;
    uint32_t line; /* of its root in that file */
    uint32_t column;
    char hash[17];
    pdoc_offset due_soon; /* notice before a review is due; all 0: none */
    struct pdoc__type *types;
    struct pdoc__profile_party *parties;
    struct pdoc__profile_field *fields;
    struct pdoc__profile_section *sections;
    struct pdoc__statement *statements;
    struct pdoc__set *sets;
    struct pdoc__fact *facts;
    struct pdoc__due_rule *schedule;
    struct pdoc__requirement *requirements;
    struct pdoc__plan_step *plan;
    struct pdoc__reminder *reminders;
    struct pdoc__route *routes;
    struct pdoc__route_duty *route_duties;
    struct pdoc__state *states;
    struct pdoc__transition *transitions;
    struct pdoc__amendment *amendments;
    struct pdoc__scheme *schemes;
    struct pdoc__extension_rule *extensions;
    struct pdoc__freeze *freezes;
    struct pdoc__question *questions;
    struct pdoc__reference *references_known;
    struct pdoc__track *tracks;
    struct pdoc__stage *stages;
    struct pdoc__cue *cues;
    size_t counts[PDOC__PROFILE_TABLES]; /* by pdoc_profile_table */
    struct pdoc__map type_names;  /* folded code, label, alias -> type */
    struct pdoc__map party_names; /* folded code, label, alias -> party */
    struct pdoc__remark *remarks; /* only of its own file, in order */
    size_t remark_count;
};

/* The row that a name stands for, by code, label or alias; NULL if there is none. */
const struct pdoc__type *pdoc__profile_type(const pdoc_profile *profile, const char *name);
const struct pdoc__profile_party *pdoc__profile_party(const pdoc_profile *profile, const char *name);
const struct pdoc__set *pdoc__profile_set_named(const pdoc_profile *profile, const char *id);
const struct pdoc__rule *pdoc__profile_rule(const pdoc_profile *profile, pdoc_profile_table table, size_t row);

/* One more reference to a profile that is only known as const: counting is not a change that anybody sees. */
pdoc_profile *pdoc__profile_hold(const pdoc_profile *profile);

/* Names of operators and built-in operands, in the order of their enums. */
extern const char *const pdoc__operator_names[];
/* Resolves a name as the comment above says; `inside` is PDOC__SOURCE_EVENT or PDOC__SOURCE_RELATION within a `where`,
   or -1. False if there is no such operand. `out->name` and `out->key` point into `name`. */
bool pdoc__operand_resolve(const pdoc_profile *profile, const char *name, int inside, struct pdoc__operand *out);

#endif
