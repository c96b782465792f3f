/* SPDX-License-Identifier: MIT */
/* How an explanation is put together: steps, each a sentence, one depth, perhaps the rule that it follows. */
#ifndef PDOC_GOVERNANCE_EXPLAIN_H
#define PDOC_GOVERNANCE_EXPLAIN_H

#include "base/buffer.h"
#include "governance/judge.h"
#include "policydoc/audit.h"

struct pdoc__explainer {
    struct pdoc__judge *judge;
    pdoc_explanation *out;
    struct pdoc__buffer line; /* the sentence that is being written */
    int outcome;              /* pdoc_outcome of the rule that it tells of; PDOC__NO_OUTCOME: of none */
    bool failed;
};

#define PDOC__NO_OUTCOME (-1)

/* What was explained, for the head of a page. Texts that are not known are NULL. */
struct pdoc__explained {
    const char *id;
    const char *reference;
    const char *title;
    const char *profile; /* its id */
    const char *profile_title;
    const char *profile_hash;
    pdoc_date as_of;
    pdoc_date known_on;
};
const struct pdoc__explained *pdoc__explanation_head(const pdoc_explanation *explanation);
/* Outcome of the rule that a step tells of; PDOC__NO_OUTCOME: it tells of none. */
int pdoc__explanation_outcome(const pdoc_explanation *explanation, size_t step);

/* Ends the sentence in `line` and makes it a step. The rule (NULL: none) must be a row of the profile at hand. */
void pdoc__step(struct pdoc__explainer *explainer, uint32_t depth, const struct pdoc__rule *rule);
/* A whole step at once. */
void pdoc__step_format(struct pdoc__explainer *explainer, uint32_t depth, const struct pdoc__rule *rule,
                       const char *format, ...) PDOC__PRINTF(4, 5);

/* Writes into the sentence: a value, an interval of days. */
void pdoc__write_value(struct pdoc__buffer *line, const struct pdoc__value *value);
void pdoc__write_interval(struct pdoc__buffer *line, struct pdoc__interval interval);
void pdoc__write_day(struct pdoc__buffer *line, int32_t day);
/* What a rule says: its label, else "rule review". Its id and clause are fields of the step. */
void pdoc__write_rule(struct pdoc__buffer *line, const struct pdoc__rule *rule);
/* "(decided, e3)" or "(as printed in "Date approved", no decision recorded)". */
void pdoc__write_source(struct pdoc__buffer *line, const struct pdoc__judge *judge, const struct pdoc__value *value);
/* "asked: the type is Policy; found: Procedure": the part of a predicate that decided. */
void pdoc__write_comparison(struct pdoc__explainer *explainer, const struct pdoc__predicate *predicate,
                            const struct pdoc__predicate *leaf);
/* What an operand was found to be, and where it came from. */
void pdoc__write_found(struct pdoc__explainer *explainer, const struct pdoc__operand *operand,
                       const struct pdoc__value *value);

/* The parts. */
void pdoc__explain_classification(struct pdoc__explainer *explainer);
void pdoc__explain_phase(struct pdoc__explainer *explainer);
void pdoc__explain_dates(struct pdoc__explainer *explainer);
void pdoc__explain_state(struct pdoc__explainer *explainer);
void pdoc__explain_findings(struct pdoc__explainer *explainer, const pdoc_report *report);
void pdoc__explain_rules(struct pdoc__explainer *explainer);

/* What the profile calls a party, else its code. */
const char *pdoc__party_words(const struct pdoc__judge *judge, const char *code);

#endif
