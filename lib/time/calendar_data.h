/* SPDX-License-Identifier: MIT */
/* What a working-day calendar consists of, for those who make, ask and print it. Knows no files. */
#ifndef PDOC_TIME_CALENDAR_DATA_H
#define PDOC_TIME_CALENDAR_DATA_H

#include <stdatomic.h>

#include "base/arena.h"
#include "time/calendar.h"

#define PDOC__FIRST_DAY (-719162)    /* 0001-01-01 */
#define PDOC__LAST_DAY 2932896       /* 9999-12-31 */
#define PDOC__CALENDAR_SEARCH 400    /* days within which a working day must be found */
#define PDOC__CALENDAR_ENTRY_DAYS 400 /* days of one entry at most */

/* A day or range of days, both ends included. */
struct pdoc__calendar_entry {
    int32_t first;
    int32_t last;
    const char *name; /* NULL: none */
    bool is_working;
};

/* What is told of a calendar; what it is made from. */
struct pdoc__calendar_facts {
    const char *id;
    const char *name;    /* NULL: the id serves */
    const char *version; /* of the file; NULL: none */
    const char *source;
    pdoc_date as_of;
    int32_t from;
    int32_t to;
    uint8_t weekend; /* bit 0 Monday to bit 6 Sunday */
    struct pdoc__calendar_entry *entries;
    size_t entry_count;
};

/* The working days of a week, which repeat before and after all entries. Weeks begin on Monday, and 1969-12-29 was one. */
struct pdoc__week {
    int32_t count;     /* working days */
    int32_t before[7]; /* working days from Monday to the day before */
    int32_t nth[7];    /* days from Monday to the n-th working day */
};

/* The days from the first to the last entry, counted out: what is asked for is one look into a table. */
struct pdoc__counted_days {
    int32_t start;
    int32_t count;   /* days */
    int32_t working; /* of them */
    int32_t *before; /* count + 1: working days from the start to the day before */
    int32_t *days;   /* the working days */
};

struct pdoc_calendar {
    atomic_size_t references;
    struct pdoc__arena arena;
    struct pdoc__calendar_facts facts; /* entries by first day; those of one day as they were added */
    struct pdoc__week week;
    struct pdoc__counted_days counted;
};

/* Day of the week, 0 Monday to 6 Sunday. */
static inline int32_t pdoc__weekday(int32_t day)
{
    const int32_t rest = (day + 3) % 7;
    return rest < 0 ? rest + 7 : rest;
}

/* Is a day of the week, by pdoc__weekday, one of a weekend? */
static inline bool pdoc__in_weekend(uint8_t weekend, int32_t weekday)
{
    return ((uint32_t)weekend >> weekday & 1u) != 0;
}

/* By pdoc__weekday: "monday" as a calendar file has it, "Monday" for people. */
extern const char *const pdoc__weekday_words[7];
extern const char *const pdoc__weekday_names[7];
/* Writes a weekend as a calendar file has it, "saturday sunday". Returns `buffer`. */
#define PDOC__WEEKEND_TEXT 64
char *pdoc__weekend_write(uint8_t weekend, char *buffer);

/* The version of a calendar's file; as pdoc_calendar_builder_set_name. */
pdoc_status pdoc__calendar_builder_set_version(pdoc_calendar_builder *builder, const char *version, pdoc_error **error);
/* Another id for a calendar that is made from others. */
pdoc_status pdoc__calendar_builder_set_id(pdoc_calendar_builder *builder, const char *id, pdoc_error **error);
/* Letters, digits and hyphens? */
bool pdoc__calendar_is_id(const char *id);
/* Fills `week` and `counted` from the facts; false when memory runs out. */
bool pdoc__calendar_count_days(pdoc_calendar *calendar, pdoc_error **error);

#endif
