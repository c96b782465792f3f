/* SPDX-License-Identifier: MIT */
/* Values as people read them, and messages of a profile filled in with them: for the audit, for rows that are judged.
 */
#ifndef PDOC_GOVERNANCE_TEMPLATE_H
#define PDOC_GOVERNANCE_TEMPLATE_H

#include "base/buffer.h"
#include "governance/judge.h"

struct pdoc__argument {
    const char *name; /* as in {name} */
    const char *text;
};

/* A value as recorded: "7 July 2020", "a, b", "nothing recorded". */
void pdoc__write_recorded(struct pdoc__buffer *out, const struct pdoc__judge *judge, const struct pdoc__value *value);
/* Fills in a template: {name} by an argument, else by the value of an operand, else left as it is. The arguments end
   with one that has no name; NULL: none. */
void pdoc__write_template(struct pdoc__buffer *out, struct pdoc__judge *judge, const char *template,
                          const struct pdoc__argument *arguments);

#endif
