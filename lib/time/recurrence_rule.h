/* SPDX-License-Identifier: MIT */
/* A recurrence rule in memory, shared by what reads it and what walks it; nobody else looks inside. */
#ifndef PDOC_TIME_RECURRENCE_RULE_H
#define PDOC_TIME_RECURRENCE_RULE_H

#include <stdatomic.h>

#include "time/recurrence.h"

enum pdoc__frequency { PDOC__DAILY, PDOC__WEEKLY, PDOC__MONTHLY, PDOC__YEARLY };
enum pdoc__skip { PDOC__SKIP_OMIT, PDOC__SKIP_BACKWARD, PDOC__SKIP_FORWARD };

/* Hard limits. A year, and a month, can have so many places as there are days in a leap year. */
#define PDOC__RULE_SIZE 2000
#define PDOC__INTERVAL_MOST 9999
#define PDOC__COUNT_MOST 100000
#define PDOC__POSITION_MOST 366
#define PDOC__NTH_OF_MONTH_MOST 5
#define PDOC__NTH_OF_YEAR_MOST 53

struct pdoc_recurrence {
    atomic_size_t references;
    int32_t start;
    int32_t last; /* no occurrence after this day: by UNTIL, or by COUNT, worked out when the rule is read */
    uint32_t count; /* 0: none given */
    int32_t interval;
    uint8_t frequency;  /* enum pdoc__frequency */
    uint8_t skip;       /* enum pdoc__skip */
    uint8_t week_start; /* 1 Monday to 7 Sunday, like every weekday here */
    bool has_rscale;
    bool has_nth;       /* BYDAY with ordinals */
    uint8_t weekdays;   /* BYDAY without ordinals: bits 1 to 7 */
    uint16_t months;    /* BYMONTH: bits 1 to 12; 0: not given, as with all sets */
    uint32_t month_days[2];   /* BYMONTHDAY: bits 1 to 31, from the first day on; and back from the last */
    uint64_t nth[2][8];       /* BYDAY with ordinals: by weekday, bits 1 to 53, from the front; and from the back */
    uint64_t positions[2][6]; /* BYSETPOS: bits 1 to 366, from the front; and from the back */
    char rule[];
};

static inline bool pdoc__bits_have(const uint64_t *bits, uint32_t bit)
{
    return (bits[bit / 64] >> (bit % 64) & 1u) != 0;
}

bool pdoc__recurrence_has_position(const pdoc_recurrence *rule);
/* Writes the days of one period, in order and without repetition, whatever the start and the end of the rule; returns how
   many. `set` has room for 366. */
uint32_t pdoc__recurrence_set(const pdoc_recurrence *rule, int32_t period, int32_t *set);
/* The period in which a day lies, counted from the start's in years, months, weeks or days; may be negative. */
int32_t pdoc__recurrence_period_of(const pdoc_recurrence *rule, int32_t day);

#endif
