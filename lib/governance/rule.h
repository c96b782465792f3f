/* SPDX-License-Identifier: MIT */
/* What the rows of all tables of a profile are made of: the rule itself, lists of words, operands, parties. */
#ifndef PDOC_GOVERNANCE_RULE_H
#define PDOC_GOVERNANCE_RULE_H

#include "base/arena.h"
#include "policydoc/date.h"

struct pdoc__predicate;

/* What every row of every table has. */
struct pdoc__rule {
    const char *id;
    const char *clause;  /* in the source, such as "s10 L131"; NULL: none */
    const char *label;   /* for people */
    const char *profile; /* id of the profile that the row was written in */
    pdoc_date from;      /* first day of this edition; not recorded: since ever */
    pdoc_date to;        /* last day */
    uint32_t line;       /* in that profile's file */
    uint32_t column;
    uint8_t modality; /* pdoc_modality */
    bool inferred;
};

struct pdoc__texts {
    const char **items;
    size_t count;
};

struct pdoc__operand {
    uint8_t kind; /* enum pdoc__operand_kind */
    uint8_t type; /* enum pdoc__value_type of its value */
    int16_t index;
    const char *name; /* as written in the profile, for messages */
    const char *key;  /* what follows the dot: code of a field, name of a property, kind of a relation */
};

/* Somebody whom a rule names: a party by its code, or an operand whose value names one. */
struct pdoc__who {
    const char *code; /* NULL: `operand` asks */
    struct pdoc__operand operand;
};

/* Several of them, written with spaces between. */
struct pdoc__parties {
    struct pdoc__texts names; /* as written */
    struct pdoc__who *who;    /* one for each name */
};

#endif
