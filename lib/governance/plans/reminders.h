/* SPDX-License-Identifier: MIT */
/* What a list of reminders holds, for who makes it and who publishes it. */
#ifndef PDOC_GOVERNANCE_REMINDERS_H
#define PDOC_GOVERNANCE_REMINDERS_H

#include <stdatomic.h>

#include "governance/judge.h"
#include "policydoc/plan.h"

struct pdoc__reminding {
    const char *key;
    const char *recipient; /* NULL: nobody is named */
    const char *rule;      /* NULL: it was asked for */
    const char *clause;
    pdoc_offset offset;
    int32_t on;
    int32_t counted; /* the day before it was rolled */
    int32_t due;
    uint32_t document;
    uint32_t row; /* of the profile's table, or of what was asked for */
    bool is_provisional;
};

struct pdoc_reminders {
    atomic_size_t references;
    struct pdoc__arena arena; /* of all texts */
    struct pdoc__pool pool;   /* of those that come again */
    pdoc_date as_of;
    int32_t first; /* days of the period, both included; PDOC__NO_DAY and INT32_MAX: without bound */
    int32_t last;
    struct pdoc__reminding *items;
    size_t count;
    size_t capacity;
    size_t without_rows; /* documents with a due day whose profile states no reminders, where none were asked for */
};

#define PDOC__OFFSETS_MOST 100 /* in one question */

/* reminders_asked.c: offsets with commas, and perhaps spaces, between them; `offsets` has room for PDOC__OFFSETS_MOST.
   INVALID for what is no offset, comes twice, or is too much. */
bool pdoc__reminders_read_offsets(const char *text, pdoc_offset *offsets, size_t *count, pdoc_error **error);
bool pdoc__reminders_is_same_offset(pdoc_offset left, pdoc_offset right);

#endif
