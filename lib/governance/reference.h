/* SPDX-License-Identifier: MIT */
/* Law, statutory guidance and standards outside any register, with editions (table "references"). */
#ifndef PDOC_GOVERNANCE_REFERENCE_H
#define PDOC_GOVERNANCE_REFERENCE_H

#include "governance/rule.h"

struct pdoc__reference {
    struct pdoc__rule rule;     /* label: its title; from, to: days of its force */
    struct pdoc__texts aliases; /* other titles, and addresses by which relations name it */
    struct pdoc__texts clauses; /* that are cited: "s11", "ch2 p45" */
    const char *kind;           /* code of PDOC_TABLE_REFERENCE_KIND */
    const char *edition;
    const char *issuer;
    const char *uri;
    const char *work;        /* what all editions of it share; NULL: the id */
    const char *replaced_by; /* id of the edition that took its place */
};

#endif
