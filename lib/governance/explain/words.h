/* SPDX-License-Identifier: MIT */
/*
 * How operands, values and comparisons are called where people read of them: a fact by its label, a cell by its name, a
 * code by its label. Judges nothing. Findings and explanations share these words.
 */
#ifndef PDOC_GOVERNANCE_WORDS_H
#define PDOC_GOVERNANCE_WORDS_H

#include "base/buffer.h"
#include "governance/judge.h"

struct pdoc__audit;

/* "the cell "Author"", "the review date", "Last report of the register to the Board"; the name of a fact without label. */
void pdoc__write_operand(struct pdoc__buffer *out, const pdoc_profile *profile, const struct pdoc__operand *operand);
/* Of a cell: its name alone. */
const char *pdoc__field_name(const pdoc_profile *profile, const struct pdoc__operand *operand);
/* Is the operand a fact that its profile gives a label? What is asked of it then follows a colon or question mark. */
bool pdoc__operand_has_label(const pdoc_profile *profile, const struct pdoc__operand *operand);
/* "3 years", "2 years and 9 months", "14 days", without a sign. */
void pdoc__write_offset(struct pdoc__buffer *out, pdoc_offset offset);
/* What a code that the operand gives is called: a type, a phase, a state, a party by its label; else the code itself. */
void pdoc__write_code(struct pdoc__buffer *out, const pdoc_profile *profile, const struct pdoc__operand *operand,
                      const char *code);
/* What was found where nothing is: "no report is recorded", "no such decision is recorded or printed", "nothing
   recorded". */
void pdoc__write_nothing(struct pdoc__buffer *out, const pdoc_profile *profile, const struct pdoc__operand *operand);
/* The label of a row, as it stands within a sentence: "in force". */
void pdoc__write_label(struct pdoc__buffer *out, pdoc_table table, int row);

/* What a predicate asks for, as far as it decided; `leaf` may be NULL. */
void pdoc__write_expected(struct pdoc__buffer *out, struct pdoc__judge *judge, const struct pdoc__predicate *predicate,
                          const struct pdoc__predicate *leaf);
/* What an operand was found to be, for a finding. */
const char *pdoc__say_found(struct pdoc__audit *audit, const struct pdoc__operand *operand,
                            const struct pdoc__value *value);

#endif
