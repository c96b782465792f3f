/* SPDX-License-Identifier: MIT */
/* What the rooms of the profile lint share: the codes, the walk at hand, how a finding is made. */
#ifndef PDOC_GOVERNANCE_LINT_H
#define PDOC_GOVERNANCE_LINT_H

#include "base/error.h"
#include "governance/profile.h"

/* One row adds one code: id, code, is it a mistake, what it means. */
#define PDOC__LINT_CODES(ROW)                                                                                          \
    ROW(UNKNOWN_ELEMENT, "unknown-element", true,                                                                      \
        "an element that profiles do not have, or out of place; it is ignored")                                        \
    ROW(UNKNOWN_ATTRIBUTE, "unknown-attribute", true, "an attribute that the element does not have; it is ignored")    \
    ROW(WITHDRAWS_NOTHING, "withdraws-nothing", true, "a row withdraws what is not inherited")                         \
    ROW(FIELD_WITHOUT_TYPE, "field-without-type", true, "a field of the profile's own does not say what it holds")     \
    ROW(UNKNOWN_FIELD, "unknown-field", true, "a name that should be a field is none")                                 \
    ROW(UNKNOWN_PARTY, "unknown-party", true, "a body or post is named that no row of parties defines")                \
    ROW(UNKNOWN_TYPE, "unknown-type", true, "a type is named that no row of types defines")                            \
    ROW(UNKNOWN_RELATION, "unknown-relation", false, "a kind of relation that is not the library's")                   \
    ROW(UNKNOWN_IN_MESSAGE, "unknown-in-message", true, "a message names an operand in braces that does not exist")    \
    ROW(UNUSED_SET, "unused-set", false, "no rule uses the set")                                                       \
    ROW(EMPTY_SET, "empty-set", true, "the set has no items")                                                          \
    ROW(UNUSED_FACT, "unused-fact", false, "no rule and no other fact uses the fact")                                  \
    ROW(ZERO_OFFSET, "zero-offset", false, "a due date that is the day of its anchor")                                 \
    ROW(NEEDS_CALENDAR, "needs-calendar", false, "the row counts working days: registers need a calendar")              \
    ROW(EDITION_ENDS_FIRST, "edition-ends-first", true, "the last day of the row is before its first")                 \
    ROW(DATE_AS_TEXT, "date-as-text", true, "a date is compared with what is no date")                                 \
    ROW(NOT_A_DATE, "not-a-date", true, "what is no date is compared as one")                                          \
    ROW(NEVER_APPLIES, "never-applies", true, "the condition of the row contradicts itself")                           \
    ROW(NEVER_MET, "never-met", true, "where the condition holds the duty cannot be met")                              \
    ROW(CONTRADICTION, "contradiction", true, "two rows of one strength ask for opposite things")                      \
    ROW(TWO_OFFSETS, "two-offsets", true, "two rows of one condition give different due dates")                        \
    ROW(TYPE_WITHOUT_SCHEDULE, "type-without-schedule", false, "no row says when documents of the type are reviewed")  \
    ROW(TYPE_WITHOUT_ROUTE, "type-without-route", false, "no line of the sign-off matrix is for documents of the type")\
    ROW(TYPE_WITHOUT_DEFINITION, "type-without-definition", false, "the type has no definition")                          \
    ROW(STEP_WITHOUT_LABEL, "step-without-label", false, "a step of a plan does not say what is to be done")           \
    ROW(MEETING_WITHOUT_BODY, "meeting-without-body", true, "a sign-off or meeting names neither a body nor a post")     \
    ROW(WORK_WITHOUT_BEGIN, "work-without-begin", true, "work between two steps does not say which comes before it")   \
    ROW(CLOCK_WITHOUT_FACT, "clock-without-fact", true,                                                                \
        "a class of amendment restarts the review clock, and no fact asks for it")                                     \
    ROW(FORBIDDEN_WITH_LIMIT, "forbidden-with-limit", true, "a row forbids extensions and sets limits for them")        \
    ROW(PLACEHOLDER, "placeholder", true, "a text holds a placeholder that was never filled in")

#define PDOC__LINT_ID(id, code, mistake, meaning) PDOC__LINT_##id,
enum pdoc__lint_code { PDOC__LINT_CODES(PDOC__LINT_ID) PDOC__LINT_COUNT };
#undef PDOC__LINT_ID

struct pdoc__lint_word {
    const char *code;
    bool is_mistake;
    const char *meaning;
};
extern const struct pdoc__lint_word pdoc__lint_words[PDOC__LINT_COUNT];

struct pdoc__lint_run {
    const pdoc_profile *profile;
    pdoc_lint *out;
    bool *set_used;  /* of each set of the profile */
    bool *fact_used; /* of each fact */
    bool out_of_memory;
};

/* `rule` may be NULL: then the finding speaks of the profile itself. */
void pdoc__lint_add(struct pdoc__lint_run *run, enum pdoc__lint_code code, const struct pdoc__rule *rule,
                    const char *format, ...) PDOC__PRINTF(4, 5);

void pdoc__lint_rows(struct pdoc__lint_run *run);           /* lint_rows.c: each row by itself */
void pdoc__lint_predicates(struct pdoc__lint_run *run);     /* lint_predicates.c: comparisons; marks what is used */
void pdoc__lint_plan(struct pdoc__lint_run *run);           /* lint_plan.c: steps of a plan and reminders; marks, too */
void pdoc__lint_flow(struct pdoc__lint_run *run);           /* lint_flow.c: routes, flow, checklists, tracks; marks, too */
void pdoc__lint_changes(struct pdoc__lint_run *run);        /* lint_change.c: classes of amendment, extensions */
void pdoc__lint_when(struct pdoc__lint_run *run, const struct pdoc__rule *rule,
                     const struct pdoc__predicate *predicate); /* one predicate; marks what it uses */
void pdoc__lint_contradictions(struct pdoc__lint_run *run); /* lint_contradictions.c: rows against one another */

/* Somebody who is named: a party of the profile, or an operand; marks the fact that it uses (lint_plan.c). */
void pdoc__lint_party(struct pdoc__lint_run *run, const struct pdoc__rule *rule, const char *code,
                      const struct pdoc__operand *operand);
/* Does it compare with a day so many working days off? NULL: no. */
bool pdoc__predicate_needs_calendar(const struct pdoc__predicate *predicate);
/* Says that a row needs a calendar, if it does. */
void pdoc__lint_calendar(struct pdoc__lint_run *run, const struct pdoc__rule *rule, bool is_needed);

/* Are two predicates the same, word for word? NULL is always true, and so the same as NULL only. */
bool pdoc__predicate_equal(const struct pdoc__predicate *left, const struct pdoc__predicate *right);
/* Do the days of two rows have one in common? */
bool pdoc__editions_overlap(const struct pdoc__rule *left, const struct pdoc__rule *right);

#endif
