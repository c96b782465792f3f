/* SPDX-License-Identifier: MIT */
/*
 * Phrases that are looked for in one pass over the words of a text: a tree of words, walked from every word on. Knows
 * nothing of cues, types or documents. A word is a run of letters and digits (and of bytes of other scripts); letter
 * case is that of ASCII, and "*" in a phrase stands for one word. No phrase goes over the end of a sentence or an empty
 * line.
 */
#ifndef PDOC_GOVERNANCE_CLASSIFYING_PHRASES_H
#define PDOC_GOVERNANCE_CLASSIFYING_PHRASES_H

#include "base/arena.h"

#define PDOC__PHRASE_WORDS 12u /* of one phrase, at most */

struct pdoc__phrases {
    struct pdoc__arena *arena; /* of who owns it */
    uint64_t shapes[64];       /* one bit for each shape of a word that a phrase has: most words of a text are none */
    uint64_t starts[64];       /* and of one that a phrase begins with */
    struct pdoc__phrase_word *words; /* by hash; a power of two of slots */
    size_t word_room;
    uint32_t word_count;
    struct pdoc__phrase_edge *edges; /* from a node by a word, by hash */
    size_t edge_room;
    size_t edge_count;
    struct pdoc__phrase_node *nodes; /* the first is the root */
    size_t node_room;
    size_t node_count;
    struct pdoc__phrase_end *ends; /* of phrases, in lists that begin at nodes */
    size_t end_room;
    size_t end_count;
};

/* What a phrase is for, where it ends: the number that was given with it, and the next of the same words. */
struct pdoc__phrase_end {
    uint32_t owner;
    uint32_t next; /* index plus 1; 0: none */
};

/* How many words a phrase has. 0: it cannot be used: it has none, too many, or begins or ends with "*". */
size_t pdoc__phrase_length(const char *phrase);

void pdoc__phrases_begin(struct pdoc__phrases *phrases, struct pdoc__arena *arena);
/* Adds a phrase (one that cannot be used is left out); the same twice for one owner counts once. False when memory runs
   out. */
bool pdoc__phrases_add(struct pdoc__phrases *phrases, const char *phrase, uint32_t owner, pdoc_error **error);
void pdoc__phrases_free(struct pdoc__phrases *phrases);

/* A phrase found in a text. */
struct pdoc__match {
    uint32_t first; /* end of the list of phrases: index in `ends`, plus 1 */
    uint32_t from;  /* bytes before it */
    uint32_t to;
    uint32_t line; /* from 1 */
    uint64_t word; /* number of its first word */
};

/* Who looks: which matches count at all (the others hide nothing), and what becomes of those that do. */
struct pdoc__finder {
    bool (*counts)(void *context, const struct pdoc__match *match);
    void (*found)(void *context, const struct pdoc__match *match);
    void *context;
};

/* Finds all phrases, in order of their ends, but those that lie inside a longer one. False when memory runs out. */
bool pdoc__phrases_find(const struct pdoc__phrases *phrases, const char *text, size_t size,
                        const struct pdoc__finder *finder, pdoc_error **error);

/* Does any phrase occur, of an owner that is wanted? Needs no memory, and stops at the first. */
bool pdoc__phrases_any(const struct pdoc__phrases *phrases, const char *text, size_t size,
                       bool (*is_wanted)(const void *context, uint32_t owner), const void *context);

#endif
