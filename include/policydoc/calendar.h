/* SPDX-License-Identifier: MIT */
/* Working-day calendars, arithmetic on them, and recurrence: on which days something happens again and again. */
#ifndef POLICYDOC_CALENDAR_H
#define POLICYDOC_CALENDAR_H

#include <policydoc/register.h>

PDOC_BEGIN

/** Which way a day that is no working day is moved. "Modified": not out of its month; then the other way. Closed. */
typedef enum pdoc_roll {
    PDOC_ROLL_NONE = 0,
    PDOC_ROLL_PRECEDING = 1, /**< deadlines: a day "no later than" never moves on */
    PDOC_ROLL_FOLLOWING = 2,
    PDOC_ROLL_MODIFIED_FOLLOWING = 3,
    PDOC_ROLL_MODIFIED_PRECEDING = 4
} pdoc_roll;

/**
 * Working days of one division: its weekend, its non-working days, for the years that it covers. Counted, immutable.
 *
 * Outside its coverage only the weekend, and what was added to it, is known: every answer from there is flagged
 * provisional.
 */
typedef struct pdoc_calendar pdoc_calendar;
/** What a calendar is made from in code. Belongs to one thread. */
typedef struct pdoc_calendar_builder pdoc_calendar_builder;

/**
 * Begins a calendar without non-working days, with Saturday and Sunday as weekend.
 * @param id    A word with hyphens, such as "england-and-wales".
 * @param from  First day that it covers. @param to  Last day that it covers.
 * @return A builder for pdoc_calendar_builder_free; NULL on ARGUMENT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_calendar_builder *pdoc_calendar_builder_new(const char *id, pdoc_date from, pdoc_date to,
                                                                         pdoc_error **error);
/** Begins with all that a calendar holds. @return A builder; NULL on ARGUMENT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_calendar_builder *pdoc_calendar_builder_from(const pdoc_calendar *calendar,
                                                                          pdoc_error **error);
/** Frees a builder; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_calendar_builder_free(pdoc_calendar_builder *builder);
/** Sets the name for people. @return PDOC_OK, ARGUMENT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_calendar_builder_set_name(pdoc_calendar_builder *builder, const char *name,
                                                                   pdoc_error **error);
/** Sets the weekend: names of days with spaces between, such as "saturday sunday"; "" for none. @return PDOC_OK, ARGUMENT,
    INVALID (no such day). @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_calendar_builder_set_weekend(pdoc_calendar_builder *builder, const char *days,
                                                                      pdoc_error **error);
/** Says where the days come from, and as of which day. @return PDOC_OK, ARGUMENT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_calendar_builder_set_source(pdoc_calendar_builder *builder, const char *source,
                                                                     pdoc_date as_of, pdoc_error **error);
/**
 * Adds days on which nobody works: a bank holiday, a local one, the days between Christmas and New Year.
 * @param first  First day. @param last  Last day, or {0, 0, 0} for one day. @param name  Such as "Good Friday"; may be NULL.
 * @return PDOC_OK; ARGUMENT for a day that is none, a range that ends before it begins or is longer than 400 days; NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_calendar_builder_add_non_working(pdoc_calendar_builder *builder,
                                                                          pdoc_date first, pdoc_date last,
                                                                          const char *name, pdoc_error **error);
/** Adds a day on which people work although it is a weekend or a non-working day. As above. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_calendar_builder_add_working(pdoc_calendar_builder *builder, pdoc_date first,
                                                                      pdoc_date last, const char *name,
                                                                      pdoc_error **error);
/** Makes the calendar; the builder stays as it is. @return A reference; NULL on ARGUMENT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_calendar *pdoc_calendar_builder_finish(const pdoc_calendar_builder *builder,
                                                                    pdoc_error **error);

/** Reads a calendar file (see lib/calendars/README.md). @return A reference; NULL as pdoc_register_read_file. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_calendar *pdoc_calendar_read_file(const char *path, pdoc_error **error);
/** As pdoc_calendar_read_file, from memory. @param name  What errors call it; may be NULL. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_calendar *pdoc_calendar_read_memory(const void *data, size_t size, const char *name,
                                                                 pdoc_error **error);
/** Number of calendars that the library ships. @since 0.1 */
PDOC_API size_t pdoc_calendar_shipped_count(void);
/** Id of a calendar that the library ships; NULL past the end. Lives as long as the library. @since 0.1 */
PDOC_API const char *pdoc_calendar_shipped_id(size_t index);
/** A calendar that the library ships. @return A reference; NULL on ARGUMENT (no such id) or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_calendar *pdoc_calendar_shipped(const char *id, pdoc_error **error);
/**
 * The working days of a register: the calendars that it uses, with the days that it adds and takes away. Of several a day
 * is a working day if it is one in each.
 * @param own  Found before the shipped ones where its id is asked for; may be NULL.
 * @return A reference; NULL on ARGUMENT, JUDGE (a calendar that is not known) or NOMEM; NULL without an error if the register
 *         uses none.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_calendar *pdoc_register_make_calendar(const pdoc_register *reg, const pdoc_calendar *own,
                                                                   pdoc_error **error);

/** Takes one more reference. @return `calendar`. @since 0.1 */
PDOC_API pdoc_calendar *pdoc_calendar_ref(pdoc_calendar *calendar);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_calendar_unref(pdoc_calendar *calendar);
/** Id. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_calendar_id(const pdoc_calendar *calendar);
/** Name for people; the id if none was given. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_calendar_name(const pdoc_calendar *calendar);
/** Where its days come from, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_calendar_source(const pdoc_calendar *calendar);
/** Day as of which its source was read. @since 0.1 */
PDOC_API pdoc_date pdoc_calendar_as_of(const pdoc_calendar *calendar);
/** First day that it covers. @since 0.1 */
PDOC_API pdoc_date pdoc_calendar_from(const pdoc_calendar *calendar);
/** Last day that it covers. @since 0.1 */
PDOC_API pdoc_date pdoc_calendar_to(const pdoc_calendar *calendar);
/** Is a day of the week (1 Monday to 7 Sunday) part of the weekend? @since 0.1 */
PDOC_API bool pdoc_calendar_is_weekend(const pdoc_calendar *calendar, int weekday);
/** Number of entries: days and ranges, in order of their first days. @since 0.1 */
PDOC_API size_t pdoc_calendar_entry_count(const pdoc_calendar *calendar);
/** First day of an entry. @since 0.1 */
PDOC_API pdoc_date pdoc_calendar_entry_first(const pdoc_calendar *calendar, size_t entry);
/** Last day of an entry. @since 0.1 */
PDOC_API pdoc_date pdoc_calendar_entry_last(const pdoc_calendar *calendar, size_t entry);
/** Name of an entry, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_calendar_entry_name(const pdoc_calendar *calendar, size_t entry);
/** Does an entry make its days working days (true), or takes it them away (false)? @since 0.1 */
PDOC_API bool pdoc_calendar_entry_is_working(const pdoc_calendar *calendar, size_t entry);

/** Is it a working day? PDOC_UNKNOWN outside the coverage (unless it is a weekend, or the day of an entry) and for what is no
    full date. @since 0.1 */
PDOC_API pdoc_truth pdoc_calendar_is_working(const pdoc_calendar *calendar, pdoc_date date);
/** Why a day is no working day: the name of its entry, or of its day of the week. NULL for a working day. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_calendar_reason(const pdoc_calendar *calendar, pdoc_date date);
/**
 * Moves a day that is no working day.
 * @param out          Set on success only.
 * @param provisional  May be NULL; set to whether a day outside the coverage was asked for. Only set on success.
 * @return PDOC_OK; ARGUMENT for what is no full date; LIMIT if there is no working day within 400 days.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_calendar_roll(const pdoc_calendar *calendar, pdoc_date date, pdoc_roll roll,
                                                       pdoc_date *out, bool *provisional, pdoc_error **error);
/**
 * Adds any offset to a full date: months first, clamped; then the count; then the roll.
 *
 * Working days: the start is never counted, whatever day it is; 0 is the day itself. n clear working days leave n whole
 * working days between the two (n + 1 working days on or back). Hours: whole days of 24 hours, what is left over counts as
 * a day more; the count of a day is in civil days.
 * @return As pdoc_calendar_roll; LIMIT also outside the years 1 to 9999.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_calendar_add(const pdoc_calendar *calendar, pdoc_date date, pdoc_offset offset,
                                                      pdoc_roll roll, pdoc_date *out, bool *provisional,
                                                      pdoc_error **error);
/** Working days from one day on, up to but without another; negative if `to` is earlier. @return As pdoc_calendar_roll. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_calendar_days_between(const pdoc_calendar *calendar, pdoc_date from,
                                                               pdoc_date to, int32_t *out, bool *provisional,
                                                               pdoc_error **error);

/** Days on which something happens again and again, by a rule. Counted, immutable. */
typedef struct pdoc_recurrence pdoc_recurrence;

/**
 * Reads a recurrence rule (RFC 5545, 3.3.10, and RFC 7529): the part of the grammar on which calendar programs agree.
 *
 * FREQ of DAILY, WEEKLY, MONTHLY, YEARLY; INTERVAL; COUNT or UNTIL (a date); BYMONTH; BYMONTHDAY (YEARLY only with BYMONTH);
 * BYDAY, with ordinals for MONTHLY and YEARLY; BYSETPOS for MONTHLY and YEARLY; WKST; RSCALE=GREGORIAN with SKIP. All else is
 * refused with the reason.
 * @param rule   Such as "FREQ=MONTHLY;BYDAY=3TU". @param start  First occurrence; the rule must hold for it.
 * @return A reference; NULL on ARGUMENT, INVALID (with the column), LIMIT (it never fires again) or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_recurrence *pdoc_recurrence_parse(const char *rule, pdoc_date start, pdoc_error **error);
/** Takes one more reference. @return `recurrence`. @since 0.1 */
PDOC_API pdoc_recurrence *pdoc_recurrence_ref(pdoc_recurrence *recurrence);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_recurrence_unref(pdoc_recurrence *recurrence);
/** The rule as it was read. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_recurrence_rule(const pdoc_recurrence *recurrence);
/** The first occurrence. @since 0.1 */
PDOC_API pdoc_date pdoc_recurrence_start(const pdoc_recurrence *recurrence);
/**
 * The first occurrence after a day; `{0, 0, 0}` as day: the first of all. `*out` is not recorded when the rule has ended.
 * @return PDOC_OK; ARGUMENT; LIMIT if none is found within the bounds of the search.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_recurrence_next(const pdoc_recurrence *recurrence, pdoc_date after,
                                                         pdoc_date *out, pdoc_error **error);

PDOC_END
#endif
