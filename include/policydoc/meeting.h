/* SPDX-License-Identifier: MIT */
/* When bodies meet, by pattern and as recorded; who attended; and what is on the forward plan for which meeting. */
#ifndef POLICYDOC_MEETING_H
#define POLICYDOC_MEETING_H

#include <policydoc/calendar.h>
#include <policydoc/party.h>

PDOC_BEGIN

/** How sure a meeting is. Closed. */
typedef enum pdoc_meeting_state {
    PDOC_MEETING_EXPECTED = 0, /**< by the pattern of its body; nothing is recorded */
    PDOC_MEETING_PLANNED = 1,
    PDOC_MEETING_HELD = 2,
    PDOC_MEETING_CANCELLED = 3
} pdoc_meeting_state;

/* ---- patterns ---- */

/** Number of patterns of a body: by each of them it meets on its days. @since 0.1 */
PDOC_API size_t pdoc_party_pattern_count(const pdoc_party *party);
/** Rule of a pattern, see pdoc_recurrence_parse; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_party_pattern_rule(const pdoc_party *party, size_t pattern);
/** First day of the rule. @since 0.1 */
PDOC_API pdoc_date pdoc_party_pattern_start(const pdoc_party *party, size_t pattern);
/** Last day on which the body meets by it; not recorded = until further notice. @since 0.1 */
PDOC_API pdoc_date pdoc_party_pattern_to(const pdoc_party *party, size_t pattern);
/** Where a meeting goes that falls on a non-working day: "none", "preceding", "following", "modified-following",
    "modified-preceding" or "skip" (it is not held). Borrowed. @since 0.1 */
PDOC_API const char *pdoc_party_pattern_on_holiday(const pdoc_party *party, size_t pattern);
/**
 * Adds a pattern.
 * @param on_holiday  One of the words above; NULL = "none".
 * @return PDOC_OK; ARGUMENT; INVALID if the rule cannot be understood; LIMIT; NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_party_add_pattern(pdoc_party *party, const char *rule, pdoc_date start,
                                                           pdoc_date to, const char *on_holiday, pdoc_error **error);

/* ---- meetings as recorded ---- */

/** Number of meetings that are recorded for a body. @since 0.1 */
PDOC_API size_t pdoc_party_meeting_count(const pdoc_party *party);
/** Day of a recorded meeting. @since 0.1 */
PDOC_API pdoc_date pdoc_party_meeting_on(const pdoc_party *party, size_t meeting);
/** State of a recorded meeting: planned, held or cancelled. @since 0.1 */
PDOC_API pdoc_meeting_state pdoc_party_meeting_state(const pdoc_party *party, size_t meeting);
/** Note, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_party_meeting_note(const pdoc_party *party, size_t meeting);
/** Records a meeting on a whole day, or changes the state of the one recorded for that day; a note of NULL leaves its note
    as it is. A cancelled one takes the day out of the pattern. @return PDOC_OK, ARGUMENT, LIMIT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_party_set_meeting(pdoc_party *party, pdoc_date on, pdoc_meeting_state state,
                                                           const char *note, pdoc_error **error);
/** Number of those whose attendance is recorded. @since 0.1 */
PDOC_API size_t pdoc_party_attendee_count(const pdoc_party *party, size_t meeting);
/** Post of an attendee: a code or printed title; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_party_attendee_post(const pdoc_party *party, size_t meeting, size_t attendee);
/** How it was represented: "present", "deputy", "apologies" or "absent". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_party_attendee_as(const pdoc_party *party, size_t meeting, size_t attendee);
/** Adds an attendee, by post. @param as  One of the words above; NULL = "present". @return PDOC_OK, ARGUMENT, LIMIT or
    NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_party_add_attendee(pdoc_party *party, size_t meeting, const char *post,
                                                            const char *as, pdoc_error **error);

/* ---- the forward plan: a planner proposes, a person places ---- */

/** Something that a person has put on the forward plan of a body. Part of a register. */
typedef struct pdoc_forward_item pdoc_forward_item;

/** Takes a reference to the register that holds the item. @return `item`. @since 0.1 */
PDOC_API pdoc_forward_item *pdoc_forward_item_ref(pdoc_forward_item *item);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_forward_item_unref(pdoc_forward_item *item);
/** Number of items on the forward plans of all bodies. @since 0.1 */
PDOC_API size_t pdoc_register_forward_item_count(const pdoc_register *reg);
/** An item, in the order of the file; NULL past the end. Borrowed. @since 0.1 */
PDOC_API pdoc_forward_item *pdoc_register_forward_item(const pdoc_register *reg, size_t index);
/**
 * Puts a document on the forward plan of a body.
 * @param document  Id of a document of this register. @param version  Ordinal, or 0. @param body  Code or name; NULL: none
 *                  (a month of a programme). @param meeting  Day of the meeting, or the month of a review.
 * @param purpose   Such as "sign-off", "consultation", "scrutiny", "review", "information".
 * @param arranged_by  Post or team; may be NULL.
 * @return The item, borrowed; NULL on ARGUMENT, LIMIT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_forward_item *pdoc_register_add_forward_item(pdoc_register *reg, const char *document,
                                                                          uint32_t version, const char *body,
                                                                          pdoc_date meeting, const char *purpose,
                                                                          const char *arranged_by, pdoc_error **error);
/** Takes an item off the forward plan; what was borrowed of it stays readable. @return PDOC_OK or ARGUMENT. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_register_remove_forward_item(pdoc_register *reg, size_t index,
                                                                      pdoc_error **error);
/** Id of the document. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_forward_item_document(const pdoc_forward_item *item);
/** Ordinal of the version; 0 for the document as a whole. @since 0.1 */
PDOC_API uint32_t pdoc_forward_item_version(const pdoc_forward_item *item);
/** Body: a code or printed name; NULL if none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_forward_item_body(const pdoc_forward_item *item);
/** Day of the meeting, or month of the review, for which it was placed. @since 0.1 */
PDOC_API pdoc_date pdoc_forward_item_meeting(const pdoc_forward_item *item);
/** What it is there for; NULL if not recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_forward_item_purpose(const pdoc_forward_item *item);
/** Who arranged it; NULL if not recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_forward_item_arranged_by(const pdoc_forward_item *item);
/** Meeting to which it was deferred; not recorded if it was not. @since 0.1 */
PDOC_API pdoc_date pdoc_forward_item_deferred_to(const pdoc_forward_item *item);
/** Defers an item, to a day or month that is not before its meeting; a second time too: the last day counts. @return
    PDOC_OK or ARGUMENT. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_forward_item_defer(pdoc_forward_item *item, pdoc_date to, pdoc_error **error);
/** Note, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_forward_item_note(const pdoc_forward_item *item);
/** Sets the note; NULL removes it. @return PDOC_OK, ARGUMENT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_forward_item_set_note(pdoc_forward_item *item, const char *note,
                                                               pdoc_error **error);

/* ---- calendars that a register uses ---- */

/** Number of calendars that the register uses. @since 0.1 */
PDOC_API size_t pdoc_register_calendar_count(const pdoc_register *reg);
/** Id of a calendar; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_register_calendar_ref(const pdoc_register *reg, size_t index);
/** Where its days were taken from, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_register_calendar_source(const pdoc_register *reg, size_t index);
/** Day as of which they were taken. @since 0.1 */
PDOC_API pdoc_date pdoc_register_calendar_as_of(const pdoc_register *reg, size_t index);
/** Says that the register uses a calendar. @param source  May be NULL. @return PDOC_OK, ARGUMENT (also where it uses it
    already), LIMIT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_register_add_calendar(pdoc_register *reg, const char *ref, const char *source,
                                                               pdoc_date as_of, pdoc_error **error);
/** Number of days and ranges that the register adds to a calendar or takes from it: those on which nobody works come first.
    @since 0.1 */
PDOC_API size_t pdoc_register_calendar_day_count(const pdoc_register *reg, size_t index);
/** First day of such a range. @since 0.1 */
PDOC_API pdoc_date pdoc_register_calendar_day_first(const pdoc_register *reg, size_t index, size_t day);
/** Last day of such a range. @since 0.1 */
PDOC_API pdoc_date pdoc_register_calendar_day_last(const pdoc_register *reg, size_t index, size_t day);
/** Its name, such as "Christmas closure", or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_register_calendar_day_name(const pdoc_register *reg, size_t index, size_t day);
/** Are these working days (true), or days on which nobody works (false)? @since 0.1 */
PDOC_API bool pdoc_register_calendar_day_is_working(const pdoc_register *reg, size_t index, size_t day);
/** Adds a day or range to a calendar of the register. @param last  {0, 0, 0} for one day. @return PDOC_OK; ARGUMENT for a day
    that is none, a range that ends before it begins or is longer than 400 days; LIMIT; NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_register_add_calendar_day(pdoc_register *reg, size_t index, pdoc_date first,
                                                                   pdoc_date last, bool is_working, const char *name,
                                                                   pdoc_error **error);

/* ---- the meetings of a period ---- */

/** Meetings of one or all bodies in a period, in order. Counted, immutable; never points into a register. */
typedef struct pdoc_meetings pdoc_meetings;

/**
 * Works out the meetings of a period: patterns, moved where a day is no working day, with what is recorded on top.
 *
 * A rule that cannot be worked with fails the question for its body; asked for all bodies, it is left aside with a
 * notice.
 * @param body      Code or name of one body; NULL for all. @param calendar  May be NULL: then no day is moved.
 * @return A reference; NULL on ARGUMENT (no such body, no days), INVALID (a rule), LIMIT (more than 100,000) or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_meetings *pdoc_register_meetings(const pdoc_register *reg, const char *body,
                                                              const pdoc_calendar *calendar, pdoc_date first,
                                                              pdoc_date last, pdoc_error **error);
/** Takes one more reference. @return `meetings`. @since 0.1 */
PDOC_API pdoc_meetings *pdoc_meetings_ref(pdoc_meetings *meetings);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_meetings_unref(pdoc_meetings *meetings);
/** Number of meetings, cancelled ones included. @since 0.1 */
PDOC_API size_t pdoc_meetings_count(const pdoc_meetings *meetings);
/** Day of a meeting. @since 0.1 */
PDOC_API pdoc_date pdoc_meetings_on(const pdoc_meetings *meetings, size_t index);
/** Day that the pattern gave, where it was moved from; else the day itself. @since 0.1 */
PDOC_API pdoc_date pdoc_meetings_moved_from(const pdoc_meetings *meetings, size_t index);
/** State of a meeting. @since 0.1 */
PDOC_API pdoc_meeting_state pdoc_meetings_state(const pdoc_meetings *meetings, size_t index);
/** Code of its body; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_meetings_body(const pdoc_meetings *meetings, size_t index);
/** Name of its body. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_meetings_body_name(const pdoc_meetings *meetings, size_t index);
/** Why it was moved, cancelled or added, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_meetings_reason(const pdoc_meetings *meetings, size_t index);
/** Who came, by post, such as "Chief Executive; Director of Practice (deputy)"; NULL if nothing is recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_meetings_attendance(const pdoc_meetings *meetings, size_t index);
/** Does its day lie outside what the calendar covers? @since 0.1 */
PDOC_API bool pdoc_meetings_is_provisional(const pdoc_meetings *meetings, size_t index);
/** Number of rules that were left aside. @since 0.1 */
PDOC_API size_t pdoc_meetings_notice_count(const pdoc_meetings *meetings);
/** Whose rule it is and why it was left aside, as a sentence; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_meetings_notice(const pdoc_meetings *meetings, size_t index);
/** Code of the body whose rule it is; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_meetings_notice_body(const pdoc_meetings *meetings, size_t index);
/** Line of the rule in the register's file; 0: not read from one. @since 0.1 */
PDOC_API uint32_t pdoc_meetings_notice_line(const pdoc_meetings *meetings, size_t index);

PDOC_END
#endif
