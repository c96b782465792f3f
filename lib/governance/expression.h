/* SPDX-License-Identifier: MIT */
/*
 * Predicates on one line, such as `type = policy and not (field.author present or reference matches "CO*")`.
 *
 *   expression   any of: term or term ...          term     all of: factor and factor ...
 *   factor       not factor, ( expression ), or a comparison
 *   comparison   OPERAND present                    OPERAND = VALUE, OPERAND != VALUE
 *                OPERAND in LIST                    OPERAND has-all LIST, has-any, has-none
 *                OPERAND count = N, >= N, <= N      OPERAND matches PATTERN
 *                OPERAND before DATE, or before OPERAND + OFFSET; also not-before, after, not-after
 *   LIST         ( VALUE, VALUE ... ) or the id of a set
 *
 * A value with spaces or signs stands in quotes, double or single. The values of phase and state, and of type where the
 * profile has types, are words of a list, by code or label; `state = overdue` means all three kinds of it. On the right of = a word without quotes is a value, unless it
 * is the id of a fact or has a prefix such as field.; in quotes it is always a value.
 */
#ifndef PDOC_GOVERNANCE_EXPRESSION_H
#define PDOC_GOVERNANCE_EXPRESSION_H

#include "governance/comparison.h"

/* Bytes that an expression may have. */
#define PDOC__EXPRESSION_LENGTH 4096

/* The predicate, in the arena; NULL on INVALID (with the column), LIMIT or NOMEM. `profile` may be NULL: then only the
   library's own operands are known. `any_type`: a type that the profile has not is no mistake, since another has it. */
const struct pdoc__predicate *pdoc__expression_parse(const char *text, const pdoc_profile *profile, bool any_type,
                                                     struct pdoc__arena *arena, pdoc_error **error);

#endif
