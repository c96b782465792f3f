/* SPDX-License-Identifier: MIT */
/*
 * What a document says that it is not: in "this is not a policy" and "it does not replace this procedure" the names of
 * types are no evidence. Which words deny are cues (where="denial"); they reach over two more words of their sentence.
 */
#ifndef PDOC_GOVERNANCE_CLASSIFYING_DENIAL_H
#define PDOC_GOVERNANCE_CLASSIFYING_DENIAL_H

#include "governance/classifying/phrases.h"

struct pdoc__denial {
    struct pdoc__match match; /* the words that deny */
    uint32_t owner;           /* of them */
    bool is_open;             /* they may still reach what comes next */
};

/* Do the words reach this later match? What comes after one that they do not reach, they do not reach either. */
bool pdoc__denial_reaches(struct pdoc__denial *denial, const char *text, const struct pdoc__match *match);

#endif
