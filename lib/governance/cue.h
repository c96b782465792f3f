/* SPDX-License-Identifier: MIT */
/* Words that speak for or against a type of document (table "cues"). */
#ifndef PDOC_GOVERNANCE_CUE_H
#define PDOC_GOVERNANCE_CUE_H

#include "governance/rule.h"

struct pdoc__cue {
    struct pdoc__rule rule;
    struct pdoc__texts
        types; /* codes of types, or "base:" and a base class; none: the phrases only hide what lies in them */
    struct pdoc__texts phrases; /* any of them; "*" stands for one word */
    const char *question;       /* of the assistant: yes speaks for it as the phrases do; NULL: none */
    int16_t weight;             /* -100 to 100; what it speaks for or against */
    uint8_t where;              /* PDOC__CUE_ANYWHERE ... of classifying/classifier.h: where its phrases count */
};

#endif
