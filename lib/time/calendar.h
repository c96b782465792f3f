/* SPDX-License-Identifier: MIT */
/* A working-day calendar in memory, and the arithmetic on day numbers that plans and schedules use. Knows no documents. */
#ifndef PDOC_TIME_CALENDAR_H
#define PDOC_TIME_CALENDAR_H

#include "policydoc/calendar.h"
#include "time/interval.h"

/* All of these take NULL as calendar: then only Saturday and Sunday are no working days, and every answer is provisional.
   `*provisional` is only ever set to true, never to false: so that one flag serves a whole computation. */
bool pdoc__is_working_day(const pdoc_calendar *calendar, int32_t day, bool *provisional);
/* PDOC__NO_DAY: no working day within the bound of the search. */
int32_t pdoc__roll_day(const pdoc_calendar *calendar, int32_t day, pdoc_roll roll, bool *provisional);
/* The n-th working day after (before, if n is negative) a day that is never counted itself. */
int32_t pdoc__add_working_days(const pdoc_calendar *calendar, int32_t day, int32_t n, bool *provisional);
/* pdoc_calendar_add on day numbers; PDOC__NO_DAY outside the years 1 to 9999 or without end. */
int32_t pdoc__add_offset(const pdoc_calendar *calendar, int32_t day, pdoc_offset offset, pdoc_roll roll,
                         bool *provisional);
/* Working days in [from, to); negative if to is earlier. */
int32_t pdoc__working_days_between(const pdoc_calendar *calendar, int32_t from, int32_t to, bool *provisional);
/* One more reference to a calendar that is only known as const: counting is not a change that anybody sees. */
pdoc_calendar *pdoc__calendar_hold(const pdoc_calendar *calendar);
/* Word of a roll, such as "modified-following", and back; false for another word. */
const char *pdoc__roll_word(pdoc_roll roll);
bool pdoc__roll_read(const char *word, pdoc_roll *out);

#endif
