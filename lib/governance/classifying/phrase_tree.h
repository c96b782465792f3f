/* SPDX-License-Identifier: MIT */
/* The inside of the tree of phrases, for the two files that grow and walk it. */
#ifndef PDOC_GOVERNANCE_CLASSIFYING_PHRASE_TREE_H
#define PDOC_GOVERNANCE_CLASSIFYING_PHRASE_TREE_H

#include "governance/classifying/phrases.h"
#include "governance/classifying/words.h"

struct pdoc__phrase_word {
    const char *text; /* in lower case */
    uint64_t shape;
    size_t size;
    uint32_t number; /* from 1; 0: a free slot */
    uint32_t first;  /* node of the phrases that begin with it; 0: none does */
};

struct pdoc__phrase_edge {
    uint32_t from;
    uint32_t word;
    uint32_t to; /* 0: a free slot */
};

struct pdoc__phrase_node {
    uint32_t ends; /* of phrases: index plus 1; 0: none ends here */
    uint32_t any;  /* the node that any word leads to; 0: none */
    bool has_more; /* phrases go on from here */
};

#define PDOC__ANY_WORD UINT32_MAX

/* The word at hand; NULL: no phrase has it. */
const struct pdoc__phrase_word *pdoc__phrase_word_find(const struct pdoc__phrases *phrases,
                                                       const struct pdoc__words *at);
/* The node that a word leads to; 0: none. */
uint32_t pdoc__phrase_step(const struct pdoc__phrases *phrases, uint32_t from, uint32_t word);

/* Is that shape among these of words? */
static inline bool pdoc__has_shape(const uint64_t *shapes, uint64_t shape)
{
    return (shapes[shape >> 58] >> (shape >> 52 & 63) & 1) != 0;
}

#endif
