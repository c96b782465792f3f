/* SPDX-License-Identifier: MIT */
/* What a register says of how a document changed: time given for its reviews, labels, hashes of its contents. */
#ifndef PDOC_GOVERNANCE_LEDGER_H
#define PDOC_GOVERNANCE_LEDGER_H

#include "governance/judge.h"
#include "governance/change/scheme.h"

/* Time that was given for a review. Those that no completed review lies between belong to one cycle. */
struct pdoc__extended {
    const pdoc_event *event;
    const char *reason; /* a code; NULL: none recorded */
    int32_t first_due;  /* the day on which the review of the cycle was due at first; PDOC__NO_DAY: it cannot be told */
    int32_t from;       /* the day from which time was given: the due day, or the end of the time given before */
    int32_t until;      /* PDOC__NO_DAY: not recorded, or it cannot be told */
    uint32_t number;    /* in its cycle, from 1 */
    bool is_of_this_cycle; /* no review was completed after it */
};

/* Of the document at hand, in order, in the judge's scratch. NULL with *count 0: none; or memory ran out, and the judge
   knows. */
const struct pdoc__extended *pdoc__extensions_of(struct pdoc__judge *judge, size_t *count);

/* Days from one day to another; 0 where one cannot be told. */
static inline int32_t pdoc__delay(int32_t from, int32_t until)
{
    return from == PDOC__NO_DAY || until == PDOC__NO_DAY ? 0 : until - from;
}

/* The rule for extensions that holds for the document at hand, or NULL. With several the first. */
const struct pdoc__extension_rule *pdoc__extension_rule(struct pdoc__judge *judge);
/* How many more may be given under a rule, and up to which day, as words in the judge's scratch; "" where the rule sets
   no limit. `extended`: the last one of the cycle at hand, or NULL. */
const char *pdoc__extension_left(struct pdoc__judge *judge, const struct pdoc__extension_rule *rule,
                                 const struct pdoc__extended *extended);
/* What is wrong with one under a rule: sentences in the judge's scratch, at most one for each question. */
#define PDOC__EXTENSION_QUESTIONS 7u
struct pdoc__extension_problem {
    const char *words;
    const char *expected;
    const char *found;
    bool cannot_tell; /* it rests on what is not recorded */
};
size_t pdoc__extension_problems(struct pdoc__judge *judge, const struct pdoc__extension_rule *rule,
                                const struct pdoc__extended *extended, struct pdoc__extension_problem *out);
/* All of them as one sentence; NULL: nothing is wrong. `*cannot_tell`: none of them is certain. */
const char *pdoc__extension_problem(struct pdoc__judge *judge, const struct pdoc__extension_rule *rule,
                                    const struct pdoc__extended *extended, bool *cannot_tell);

/* The last extension of the cycle at hand that moves the day on which the review is due, and the rule that lets it;
   NULL: none does. What the rule does not allow moves nothing. */
const pdoc_event *pdoc__moving_extension(struct pdoc__judge *judge, const struct pdoc__extension_rule **rule);

/* The way of numbering that holds for the document at hand, or NULL. */
const struct pdoc__scheme *pdoc__scheme_of(struct pdoc__judge *judge);
/* The label that follows the one before, by the step of the amendment that led to the version; NULL: it cannot be told
   (rows/scheme.c). In the judge's scratch. */
const char *pdoc__label_proposed(struct pdoc__judge *judge, const struct pdoc__scheme *scheme,
                                 const struct pdoc_version *version, bool is_draft);
/* The label of a version, else the version as printed; NULL: it has none. */
const char *pdoc__label_of_version(const struct pdoc_version *version);
/* The last version with a label below that ordinal, or NULL. */
const struct pdoc_version *pdoc__labelled_before(const pdoc_document *doc, uint32_t ordinal);
/* The last event that led to a version being changed: of that version, or of the one with a label before it. */
const pdoc_event *pdoc__amended_into(const struct pdoc__judge *judge, const struct pdoc_version *version);
/* The last event by which a version was decided on, with approval; NULL: none. */
const pdoc_event *pdoc__approval_of(const struct pdoc__judge *judge, const struct pdoc_version *version);

/* Two hashes of one content that differ, though the version was decided on before the later of them was taken down. */
struct pdoc__hash_change {
    const char *before;
    const char *after;
    const pdoc_event *event;   /* that took the later one down */
    const pdoc_event *earlier; /* that took the other down; NULL: it is that which the version records */
};
/* False: none found. `*is_attested` (may be NULL) tells whether a hash was taken down at or after the decision. */
bool pdoc__content_changed(const struct pdoc__judge *judge, const struct pdoc_version *version,
                           struct pdoc__hash_change *out, bool *is_attested);

#endif
