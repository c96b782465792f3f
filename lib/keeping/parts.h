/* SPDX-License-Identifier: MIT */
/*
 * A register as a list of parts that can be compared: each with its place, what it is called, and its value in words.
 * One row of a table lists one sort of thing. Knows nothing of the other register.
 */
#ifndef PDOC_KEEPING_PARTS_H
#define PDOC_KEEPING_PARTS_H

#include "model/build.h"

/* How people are told of a part. */
enum pdoc__part_sort {
    PDOC__PART_VALUE, /* something that has a value */
    PDOC__PART_WHOLE, /* something that is there or is not: the value only names it */
    PDOC__PART_EVENT, /* it never changes */
    PDOC__PART_SORTS
};

struct pdoc__part {
    const char *place; /* told apart from its equals: the second is PLACE#2 */
    const char *what;  /* "the type" */
    const char *value;
    uint32_t mark;    /* what differs though the words are the same: how a value is written */
    uint32_t repeats; /* how often the place occurred so far, in the first of them */
    uint8_t sort;
};

/* The parts of one document, party or register. One sticky failure. */
struct pdoc__parts {
    struct pdoc__arena *arena; /* of all texts */
    const struct pdoc__extras *extras;
    struct pdoc__part *items;
    size_t count;
    size_t capacity;
    bool failed;
};

/* Pieces of text one behind the other; "" when memory ran out. */
const char *pdoc__parts_join(struct pdoc__parts *parts, const char *const *pieces);
#define PDOC__JOIN(parts, ...) pdoc__parts_join((parts), (const char *const[]){__VA_ARGS__, NULL})
const char *pdoc__parts_number(struct pdoc__parts *parts, uint64_t number);
const char *pdoc__parts_date(struct pdoc__parts *parts, pdoc_date date); /* NULL if it is not recorded */
/* `words`, then `lead` and `text` where there is a text. */
const char *pdoc__parts_with(struct pdoc__parts *parts, const char *words, const char *lead, const char *text);

/* Adds a part (a value of NULL is none), and what is unknown about its owner and its text; both may be NULL. */
void pdoc__parts_add(struct pdoc__parts *parts, const struct pdoc__part *part, const void *owner, const char *text);
/* The commonest: a value. */
void pdoc__parts_value(struct pdoc__parts *parts, const char *place, const char *what, const char *value);

/* A member that is a text or a date; the table is walked. */
struct pdoc__member {
    const char *name;
    const char *what;
    size_t at;
    bool is_date;
};
void pdoc__parts_members(struct pdoc__parts *parts, const char *lead, const void *object,
                         const struct pdoc__member *members, size_t count);
/* A list of texts, told apart by their number: LEAD/1, LEAD/2. */
void pdoc__parts_texts(struct pdoc__parts *parts, const char *lead, const char *what, const char *const *texts,
                       size_t count);
void pdoc__parts_of_issues(struct pdoc__parts *parts, const pdoc_register *reg);
void pdoc__parts_history(struct pdoc__parts *parts, const struct pdoc__history *history);

/* Every part under a place of its own: those that are told apart by a number get it. */
bool pdoc__parts_index(struct pdoc__parts *parts, struct pdoc__map *map, pdoc_error **error);

/* What is compared of each: all but the history of a register stands beside its documents and parties. */
void pdoc__parts_of_register(struct pdoc__parts *parts, const pdoc_register *reg);
void pdoc__parts_of_party(struct pdoc__parts *parts, const pdoc_party *party);
void pdoc__parts_of_document(struct pdoc__parts *parts, const pdoc_document *doc);

#endif
