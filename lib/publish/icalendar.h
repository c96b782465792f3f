/* SPDX-License-Identifier: MIT */
/* A calendar file in the making, for the files that put events into it. */
#ifndef PDOC_PUBLISH_ICALENDAR_H
#define PDOC_PUBLISH_ICALENDAR_H

#include "base/arena.h"
#include "base/buffer.h"
#include "governance/judge.h"
#include "policydoc/publish.h"

/*
 * UIDs. A calendar program takes events with the same UID for one event: a day that moves must not change it, and no
 * two events may share one, not even those of two registers that somebody puts into one calendar.
 *
 *   review.d1.2@MARK.policydoc              id of the document, number of the cycle (completed reviews, and one)
 *   step.d1.papers.2@MARK.policydoc         id of the document, step of its plan, number of the cycle
 *   meeting.exec.20260616@MARK.policydoc    code of the body, day that its pattern gave
 *   forward.d1.exec.sign-off.20260616@MARK.policydoc    document, body, purpose, meeting for which it was first placed
 *
 * Ids such as d1 occur in every register. What sets registers apart is MARK, a hash of the register's title, or of its
 * first document's title where it has none. A document that has a URI is the same in all registers: there MARK is a
 * hash of the URI, and the id is left out, so that a review keeps its UID when the document moves to another register.
 * Copies of one register share their UIDs, as they should: they tell of the same events.
 */
/*
 * DTSTAMP and SEQUENCE come from the register: each change counts as a revision of it, with its day. An event is
 * stamped with the day of the last revision; where none is recorded, with the newest day of the histories (so far as it
 * was judged: what is still to come stamps nothing). Its SEQUENCE is
 *
 *   10,000 x (revision of the register + revisions of the event that the data tell of) + days of a plan, 9,999 at most
 *
 * so that it rises with every revision, whatever was changed, and, in a register whose revisions nobody counts, still
 * with what is recorded (events of the document, the state of a meeting, a deferral).
 *
 * The day on which a file is made is in none of it, nor in the texts: no state such as overdue, which the calendar
 * shows by itself. A register that has not changed gives the same bytes tomorrow, but for the steps of a plan that move
 * with the day judged, since the plan cannot be kept: where no meeting is left before the last day, or the day that the
 * forward plan had has passed, or the document has expired. These, and what is counted from them, have days of a plan:
 * from the last revision (1 January 2020 where its day is not recorded) to the day judged. A step that was done, and
 * what is counted from it, has the days to that on which it was done, so that it is not older than it was before.
 *
 * What moves by a holiday of another calendar keeps its SEQUENCE. Who files a newer calendar revises.
 */
#define PDOC__ICALENDAR_REVISION 10000

struct pdoc__icalendar {
    struct pdoc__buffer out;  /* the file; its failure is that of all */
    struct pdoc__buffer line; /* the line at hand */
    struct pdoc__buffer uid;  /* and texts of the event at hand */
    struct pdoc__buffer summary;
    struct pdoc__buffer description;
    struct pdoc__arena arena;
    struct pdoc__map uids; /* -> how many events there are of each */
    const pdoc_register *reg;
    const pdoc_icalendar_options *options;
    struct pdoc__interval period; /* only what is in it */
    pdoc_date as_of;              /* day that was judged; not recorded: none was */
    pdoc_date known_on;
    pdoc_date stamp; /* of all events */
    uint64_t mark;   /* of the register */
};

/* An event; its UID, its summary and its description stand in the buffers. */
struct pdoc__icalendar_event {
    struct pdoc__interval days;
    uint64_t mark;
    size_t revision; /* of its day; never falls as more is recorded */
    uint32_t days_of_plan;
    const char *category;
    const char *status;  /* NULL: none is told */
    uint32_t alarm_days; /* 0: no alarm */
};

/* Empties the three buffers, and begins the UID: "review". */
void pdoc__icalendar_begin(struct pdoc__icalendar *calendar, const char *kind);
/* Adds a part to the UID: ".d1". */
void pdoc__icalendar_uid(struct pdoc__icalendar *calendar, const char *part);
/* A document's part and its mark. `doc` may be NULL: then `id` alone tells. */
uint64_t pdoc__icalendar_uid_of(struct pdoc__icalendar *calendar, const pdoc_document *doc, const char *id);
void pdoc__icalendar_uid_day(struct pdoc__icalendar *calendar, pdoc_date day);
/* "Safer sleeping (PO 1)" at the end of the summary. */
void pdoc__icalendar_title(struct pdoc__icalendar *calendar, const pdoc_document *doc, const char *id);
/* A line of the description, "State: Overdue"; nothing where the text is NULL or empty. */
void pdoc__icalendar_say(struct pdoc__icalendar *calendar, const char *label, const char *text);
void pdoc__icalendar_say_day(struct pdoc__icalendar *calendar, const char *label, pdoc_date day);
/* Is any of these days in the period? */
bool pdoc__icalendar_has(const struct pdoc__icalendar *calendar, struct pdoc__interval days);
void pdoc__icalendar_put(struct pdoc__icalendar *calendar, const struct pdoc__icalendar_event *event);
/* One line: name, then the value as it stands; or as text. */
void pdoc__icalendar_line(struct pdoc__icalendar *calendar, const char *name, const char *value);
void pdoc__icalendar_text_line(struct pdoc__icalendar *calendar, const char *name, const char *text);

/* What of a history was known: how many events, and the last day on which one happened or was recorded, not after the
   day that was judged. Whatever is recorded adds to the number, a voiding event too, so it never falls. */
struct pdoc__icalendar_past {
    size_t count;
    pdoc_date last; /* not recorded: none */
};
struct pdoc__icalendar_past pdoc__icalendar_past_of(const struct pdoc__icalendar *calendar,
                                                    const struct pdoc__history *history);

/* The events of each part of the options, in order. False: *error is set. */
bool pdoc__icalendar_reviews(struct pdoc__icalendar *calendar, pdoc_error **error);
bool pdoc__icalendar_steps(struct pdoc__icalendar *calendar, pdoc_error **error);
void pdoc__icalendar_meetings(struct pdoc__icalendar *calendar);
void pdoc__icalendar_forward_plan(struct pdoc__icalendar *calendar);

#endif
