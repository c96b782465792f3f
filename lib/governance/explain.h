/* SPDX-License-Identifier: MIT */
/* How an explanation is put together: steps, each a sentence, one depth, perhaps the rule that it follows. */
#ifndef PDOC_GOVERNANCE_EXPLAIN_H
#define PDOC_GOVERNANCE_EXPLAIN_H

#include "base/buffer.h"
#include "governance/judge.h"

struct pdoc__explainer {
    struct pdoc__judge *judge;
    pdoc_explanation *out;
    struct pdoc__buffer line; /* the sentence that is being written */
    bool failed;
};

/* Ends the sentence in `line` and makes it a step. The rule (NULL: none) must be a row of the profile at hand. */
void pdoc__step(struct pdoc__explainer *explainer, uint32_t depth, const struct pdoc__rule *rule);
/* A whole step at once. */
void pdoc__step_format(struct pdoc__explainer *explainer, uint32_t depth, const struct pdoc__rule *rule,
                       const char *format, ...) PDOC__PRINTF(4, 5);

/* Writes into the sentence: a value, an interval of days, a comparison with what it found. */
void pdoc__write_value(struct pdoc__buffer *line, const struct pdoc__value *value);
void pdoc__write_interval(struct pdoc__buffer *line, struct pdoc__interval interval);
void pdoc__write_day(struct pdoc__buffer *line, int32_t day);
/* ", rule review, s10 L131" and " (inferred)" where it is. */
void pdoc__write_rule(struct pdoc__buffer *line, const struct pdoc__rule *rule);
/* "(decided, e3)" or "(as printed in "Date approved", no decision recorded)". */
void pdoc__write_source(struct pdoc__buffer *line, const struct pdoc__judge *judge, const struct pdoc__value *value);
void pdoc__write_comparison(struct pdoc__explainer *explainer, const struct pdoc__predicate *leaf);

/* The parts. */
void pdoc__explain_classification(struct pdoc__explainer *explainer);
void pdoc__explain_phase(struct pdoc__explainer *explainer);
void pdoc__explain_dates(struct pdoc__explainer *explainer);
void pdoc__explain_state(struct pdoc__explainer *explainer);
void pdoc__explain_rules(struct pdoc__explainer *explainer);

#endif
