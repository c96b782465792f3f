/* SPDX-License-Identifier: MIT */
/* How a document binds: as its type states, or as what it is a part of. */
#ifndef PDOC_GOVERNANCE_BINDING_H
#define PDOC_GOVERNANCE_BINDING_H

#include "governance/judge.h"

struct pdoc__binding {
    const char *code;               /* NULL: it cannot be told */
    const char *reason;             /* in the judge's scratch, or as long as the library */
    const struct pdoc__rule *rule;  /* of the type that states it; NULL: none does */
    const pdoc_document *container; /* NULL: it stands by itself */
};

/* Of the document at hand. */
struct pdoc__binding pdoc__binding(struct pdoc__judge *judge);

#endif
