/* SPDX-License-Identifier: MIT */
/* On which day a body meets last before, or first after, some day: by its patterns, its holidays, and what is recorded. */
#ifndef PDOC_GOVERNANCE_MEETINGS_H
#define PDOC_GOVERNANCE_MEETINGS_H

#include "base/buffer.h"
#include "model/model.h"
#include "time/calendar.h"

/* A meeting that falls on a holiday goes no further than so many days; if it would have to, it is not held. */
#define PDOC__MEETING_MOVES 40
#define PDOC__MEETINGS_MOST 100000 /* of one question */

struct pdoc__meeting_day {
    int32_t day;
    int32_t moved_from;  /* day that the pattern gave; the day itself if it was not moved */
    const char *note;    /* of a meeting that is recorded, or NULL; the register's */
    uint8_t state;       /* pdoc_meeting_state */
    bool is_by_pattern;  /* false: it is recorded, and no pattern gives it */
    bool is_extra;       /* likewise, though the body has patterns */
    bool is_recorded;
    bool is_provisional; /* a holiday that the calendar does not cover may yet move it */
};

enum pdoc__meeting_search {
    PDOC__MEETING_FOUND,
    PDOC__MEETING_NONE,      /* the body meets, but not in the range */
    PDOC__MEETING_NOT_KNOWN, /* neither a pattern nor a meeting is recorded for it */
    PDOC__MEETING_FAILED     /* *error is set: INVALID (a pattern), LIMIT or NOMEM */
};

struct pdoc__meeting_days {
    struct pdoc__meeting_day *items;
    size_t count;
    size_t capacity;
    bool goes_on;           /* past a pattern that cannot be worked with: set by whoever asks */
    pdoc_error *left_aside; /* why such patterns were left aside, one after the other; for whoever asked, to be freed */
};

/* All meetings of a body in a range, both ends included, in order of their days, cancelled ones included; a day has one.
   The list is begun with zeros, and freed by pdoc__free(items), also on failure: INVALID (a pattern), LIMIT or NOMEM. */
bool pdoc__meetings_collect(const pdoc_party *body, const pdoc_calendar *calendar, struct pdoc__interval range,
                            struct pdoc__meeting_days *days, pdoc_error **error);
/* The latest meeting in a range, both ends included, that is not cancelled. `*out` is set if one is found. The calendar may
   be NULL: then no meeting is moved. */
enum pdoc__meeting_search pdoc__meeting_before(const pdoc_party *body, const pdoc_calendar *calendar,
                                               struct pdoc__interval range, struct pdoc__meeting_day *out,
                                               pdoc_error **error);
/* The earliest, likewise. */
enum pdoc__meeting_search pdoc__meeting_after(const pdoc_party *body, const pdoc_calendar *calendar,
                                              struct pdoc__interval range, struct pdoc__meeting_day *out,
                                              pdoc_error **error);
/* Why a meeting is where it is, in words such as "moved from Monday 5 May 2025: Early May bank holiday"; adds nothing for
   one that its pattern gives as it stands. */
void pdoc__meeting_reason(struct pdoc__buffer *buffer, const pdoc_calendar *calendar,
                          const struct pdoc__meeting_day *meeting);

#endif
