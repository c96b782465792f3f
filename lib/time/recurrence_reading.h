/* SPDX-License-Identifier: MIT */
/* A recurrence rule while it is read: which parts are given, and where. Shared by what reads parts and what joins them. */
#ifndef PDOC_TIME_RECURRENCE_READING_H
#define PDOC_TIME_RECURRENCE_READING_H

#include "time/recurrence_rule.h"

enum pdoc__rule_part {
    PDOC__FREQ,
    PDOC__INTERVAL,
    PDOC__COUNT,
    PDOC__UNTIL,
    PDOC__BYMONTH,
    PDOC__BYMONTHDAY,
    PDOC__BYDAY,
    PDOC__BYSETPOS,
    PDOC__WKST,
    PDOC__RSCALE,
    PDOC__SKIP,
    PDOC__RULE_PARTS
};

/* Some letters of the rule. */
struct pdoc__span {
    const char *text;
    size_t size;
};

struct pdoc__rule_reading {
    pdoc_recurrence *rule; /* with its text; the rest is filled in */
    pdoc_error **error;
    struct pdoc__span parts[PDOC__RULE_PARTS]; /* as given, name included; text NULL: not given */
};

/* Says of some letters why they are refused (INVALID, with the column); returns false. */
bool pdoc__rule_refuse(const struct pdoc__rule_reading *reading, struct pdoc__span at, const char *why);
/* Reads every part for itself; what parts mean together is not looked at. */
bool pdoc__rule_read(struct pdoc__rule_reading *reading);

#endif
