/* SPDX-License-Identifier: MIT */
/* What the rooms of the profile lint share: the codes, the walk at hand, how a finding is made. */
#ifndef PDOC_GOVERNANCE_LINT_H
#define PDOC_GOVERNANCE_LINT_H

#include "base/error.h"
#include "governance/profile.h"

#define PDOC__LINT(id, code, mistake, meaning, remedy) PDOC__LINT_##id,
enum pdoc__lint_code {
#include "governance/lint/lint_codes.def"
    PDOC__LINT_COUNT
};
#undef PDOC__LINT

struct pdoc__lint_word {
    const char *code;
    bool is_mistake;
    const char *meaning;
    const char *remedy;
};
extern const struct pdoc__lint_word pdoc__lint_words[PDOC__LINT_COUNT];

struct pdoc__lint_run {
    const pdoc_profile *profile;
    pdoc_lint *out;
    bool *set_used;  /* of each set of the profile */
    bool *fact_used; /* of each fact */
    size_t compared; /* pairs of rows of routes, flow, references and cues */
    bool out_of_memory;
};

/* `rule` may be NULL: then the finding speaks of the profile itself. */
void pdoc__lint_add(struct pdoc__lint_run *run, enum pdoc__lint_code code, const struct pdoc__rule *rule,
                    const char *format, ...) PDOC__PRINTF(4, 5);

void pdoc__lint_rows(struct pdoc__lint_run *run);       /* lint_rows.c: each row by itself */
void pdoc__lint_predicates(struct pdoc__lint_run *run); /* lint_predicates.c: comparisons; marks what is used */
void pdoc__lint_plan(struct pdoc__lint_run *run);       /* lint_plan.c: steps of a plan and reminders; marks, too */
void pdoc__lint_flow(struct pdoc__lint_run *run);       /* lint_flow.c: routes, flow, checklists, tracks; marks, too */
void pdoc__lint_routes(struct pdoc__lint_run *run);     /* lint_routes.c: the sign-off matrix against itself */
void pdoc__lint_states(struct pdoc__lint_run *run);     /* lint_states.c: ways through the flow */
void pdoc__lint_tracks(struct pdoc__lint_run *run);     /* lint_tracks.c: ladders and their stages */
void pdoc__lint_references(struct pdoc__lint_run *run); /* lint_references.c: editions, cues, statements, questions */
void pdoc__lint_changes(struct pdoc__lint_run *run);    /* lint_change.c: classes of amendment, extensions */
void pdoc__lint_when(struct pdoc__lint_run *run, const struct pdoc__rule *rule,
                     const struct pdoc__predicate *predicate); /* one predicate; marks what it uses */
void pdoc__lint_contradictions(struct pdoc__lint_run *run);    /* lint_contradictions.c: rows against one another */

/* Somebody who is named: a party of the profile, or an operand; marks the fact that it uses (lint_plan.c). */
void pdoc__lint_party(struct pdoc__lint_run *run, const struct pdoc__rule *rule, const char *code,
                      const struct pdoc__operand *operand);
/* Does it compare with a day so many working days off? NULL: no. */
bool pdoc__predicate_needs_calendar(const struct pdoc__predicate *predicate);
/* Says that a row needs a calendar, if it does. */
void pdoc__lint_calendar(struct pdoc__lint_run *run, const struct pdoc__rule *rule, bool is_needed);

/* Can both not hold at once, by what can be told without a document? NULL: always true. */
bool pdoc__cannot_hold(const struct pdoc__predicate *first, const struct pdoc__predicate *second);
/* What a condition comes to when only the type of a document is known. */
pdoc_truth pdoc__lint_judge_type(const struct pdoc__lint_run *run, const struct pdoc__type *type,
                                 const struct pdoc__predicate *when);
/* Every condition in the tables of routes, flow and checklists contradicts itself or not (lint_flow.c). */
void pdoc__lint_conditions_of_flow(struct pdoc__lint_run *run);
void pdoc__lint_condition(struct pdoc__lint_run *run, const struct pdoc__rule *rule,
                          const struct pdoc__predicate *when); /* one of them */
/* Do two lists have a word in common? */
bool pdoc__texts_meet(const struct pdoc__texts *left, const struct pdoc__texts *right);
/* May one more pair of rows be compared, or so many? A profile of the largest size would ask for more than is worth it.
 */
bool pdoc__lint_goes_on(struct pdoc__lint_run *run, size_t more);
/* Is nothing stated? */
bool pdoc__offset_is_zero(pdoc_offset offset);
/* Is the first longer than the second? Only what is counted in one unit is compared. */
bool pdoc__offset_is_longer(pdoc_offset left, pdoc_offset right);
/* Says of an attribute that it has no effect there, if it is given and does not count. */
struct pdoc__lint_effect {
    const char *attribute;
    const char *reason;
    bool is_given;
    bool counts;
};
void pdoc__lint_effects(struct pdoc__lint_run *run, const struct pdoc__rule *rule,
                        const struct pdoc__lint_effect *effects, size_t count);

/* Are two predicates the same, word for word? NULL is always true, and so the same as NULL only. */
bool pdoc__predicate_equal(const struct pdoc__predicate *left, const struct pdoc__predicate *right);
/* Do the days of two rows have one in common? */
bool pdoc__editions_overlap(const struct pdoc__rule *left, const struct pdoc__rule *right);

#endif
