/* SPDX-License-Identifier: MIT */
/*
 * What a title says it is, told from what it says it is about: in "Guidance on the writing of a policy" the first name
 * of a type heads the title, and what stands behind "on" says nothing of the type. Which words lead to what it is about
 * are cues (where="title-about"). A title with a colon or a dash has parts, each with a head of its own.
 */
#ifndef PDOC_GOVERNANCE_CLASSIFYING_HEADING_H
#define PDOC_GOVERNANCE_CLASSIFYING_HEADING_H

#include "governance/classifying/phrases.h"

/* A word, or a few, behind which comes what a title is about. */
struct pdoc__about {
    uint32_t from;
    uint32_t to;
    uint32_t line;
    uint32_t owner; /* of its phrase */
};

struct pdoc__heading {
    const char *title;
    struct pdoc__about *abouts; /* in order */
    size_t about_room;
    size_t about_count;
    size_t next;   /* the first of them that does not end before the last name of a type does */
    uint32_t seen; /* up to where parts have been looked for */
    bool has_head; /* the part at hand has named a type */
    bool failed;
    const struct pdoc__phrases *phrases;
    pdoc_error **error;
};

/* Finds these words in a title; false when memory runs out. To be ended in any case. */
bool pdoc__heading_begin(struct pdoc__heading *heading, const struct pdoc__phrases *phrases, const char *title,
                         size_t size, pdoc_error **error);
void pdoc__heading_end(struct pdoc__heading *heading);

/* Takes the next name of a type, in order: NULL if it says what the title is, else what leads to it. */
const struct pdoc__about *pdoc__heading_take(struct pdoc__heading *heading, const struct pdoc__match *match);

#endif
