/* SPDX-License-Identifier: MIT */
/* What a rule can ask of the document at the other end of a relation, on the day judged or another one. */
#ifndef PDOC_GOVERNANCE_TARGET_H
#define PDOC_GOVERNANCE_TARGET_H

#include "governance/judge.h"

#define PDOC__TARGET_PREFIX "target."

/* An operand "target.NAME"; `inside` as in pdoc__operand_resolve. False if there is no such operand. */
bool pdoc__target_resolve(const char *name, struct pdoc__operand *out);
/* The document at the other end: of a relation of the document at hand its target, of one that leads to it, the one
   that says so. NULL: it is outside of the register, or missing. */
const pdoc_document *pdoc__other_end(const struct pdoc__judge *judge, const pdoc_relation *relation);
void pdoc__target_ask(struct pdoc__judge *judge, const struct pdoc__operand *operand, const pdoc_relation *relation,
                      struct pdoc__value *out);
/* Another judge of the same basis on that day, turned to the document; NULL: it stands too far off, or memory ran out.
 */
struct pdoc__judge *pdoc__judge_other(struct pdoc__judge *judge, const pdoc_document *doc, int32_t day);
/* Relations of the document at hand of that kind; with `both_ends` also those by which others say so of it, each pair
   of documents once. In the judge's scratch; the count is set. */
const pdoc_relation **pdoc__relations_of(struct pdoc__judge *judge, const char *kind, bool both_ends, size_t *count);

#endif
