/* SPDX-License-Identifier: MIT */
/* Civil dates with day, month or year precision, and offsets between them. Knows nothing of documents or clocks. */
#ifndef POLICYDOC_DATE_H
#define POLICYDOC_DATE_H

#include <policydoc/error.h>

PDOC_BEGIN

/**
 * A day, a month or a year, in the proleptic Gregorian calendar; 0 in a member means "not known".
 *
 * {2023, 6, 0} is June 2023: the interval from its first to its last day. {0, 0, 0} is "not recorded". Years run from 1
 * to 9999. The layout never changes.
 */
typedef struct pdoc_date {
    int16_t year;
    uint8_t month;
    uint8_t day;
} pdoc_date;

/** What the count of an offset counts. */
typedef enum pdoc_unit {
    PDOC_UNIT_DAY = 0,
    PDOC_UNIT_WORKING_DAY = 1,
    PDOC_UNIT_CLEAR_WORKING_DAY = 2,
    PDOC_UNIT_HOUR = 3
} pdoc_unit;

/**
 * A distance in time: months first, clamped to the end of the month, then the count.
 *
 * Text grammar, the same everywhere: `P3Y`, `P2Y9M`, `P6W`, `-P14D`, `PT48H`, `-3 working-days`, `5 clear-working-days`.
 * The layout never changes; `unit` holds a pdoc_unit, `reserved` is 0.
 */
typedef struct pdoc_offset {
    int32_t months;
    int32_t count;
    int32_t unit;
    int32_t reserved;
} pdoc_offset;

/** Three-valued truth (Kleene): what is not known stays not known. */
typedef enum pdoc_truth { PDOC_FALSE = 0, PDOC_TRUE = 1, PDOC_UNKNOWN = 2 } pdoc_truth;

/** Bytes that any date needs as text, the final NUL included. */
#define PDOC_DATE_TEXT 11
/** Bytes that any offset needs as text, the final NUL included. */
#define PDOC_OFFSET_TEXT 48

/**
 * Reads `2023-06-30`, `2023-06` or `2023`, exactly: no spaces, zones or signs (ISO 8601-1:2019, 5.2.2).
 * @param text   Text to read, NUL-terminated.
 * @param out    Set on success only.
 * @return PDOC_OK; PDOC_ERR_INVALID if it is no such date, 2023-02-30 included; PDOC_ERR_ARGUMENT for NULL.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_date_parse(const char *text, pdoc_date *out, pdoc_error **error);

/**
 * Reads a date as people print it: "7 July 2020", "June 2023", "1st April 2024", "30/01/14", "08.02.2010", "Sept 2005".
 *
 * Day before month; two-digit years are 2000 to 2069 and 1970 to 1999. Words around the date are refused, not guessed.
 * @return PDOC_OK; PDOC_ERR_INVALID if no date can be read without guessing; PDOC_ERR_ARGUMENT for NULL.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_date_parse_printed(const char *text, pdoc_date *out, pdoc_error **error);

/**
 * Writes a date as `2023-06-30`, `2023-06`, `2023`, or nothing for "not recorded".
 * @param buffer  At least PDOC_DATE_TEXT bytes.
 * @return `buffer`.
 * @since 0.1
 */
PDOC_API char *pdoc_date_format(pdoc_date date, char *buffer);

/** Is it a date that exists (any precision), between the years 1 and 9999? "Not recorded" is none. @since 0.1 */
PDOC_API bool pdoc_date_is_valid(pdoc_date date);

/** Is anything recorded? @since 0.1 */
PDOC_API bool pdoc_date_is_recorded(pdoc_date date);

/** First day of the month or year; the day itself for a full date. "Not recorded" stays. @since 0.1 */
PDOC_API pdoc_date pdoc_date_first(pdoc_date date);

/** Last day of the month or year; the day itself for a full date. "Not recorded" stays. @since 0.1 */
PDOC_API pdoc_date pdoc_date_last(pdoc_date date);

/**
 * Order for sorting: by first day, then by last day; "not recorded" comes last.
 * @return Less than, equal to or greater than 0.
 * @since 0.1
 */
PDOC_API int pdoc_date_compare(pdoc_date left, pdoc_date right);

/**
 * Is every day that `left` may mean before every day that `right` may mean?
 * @return PDOC_UNKNOWN where it depends on the day, or where one is not recorded.
 * @since 0.1
 */
PDOC_API pdoc_truth pdoc_date_is_before(pdoc_date left, pdoc_date right);

/**
 * Days from one day to the other; negative if `to` is earlier. Of a partial date the first day counts.
 * @return 0 if one is not recorded.
 * @since 0.1
 */
PDOC_API int32_t pdoc_date_days_between(pdoc_date from, pdoc_date to);

/**
 * Whole months from one day to the other: the largest k with from + k months not after to (of negative ones the smallest).
 * @since 0.1
 */
PDOC_API int32_t pdoc_date_months_between(pdoc_date from, pdoc_date to);

/**
 * Adds an offset: months first, clamped to the end of the month (31 January and one month is 28 or 29 February; a later
 * month is always counted from the same anchor, never chained; *Dodds v Walker* [1981] 1 WLR 1027), then the count.
 *
 * A month moved by months stays a month, a year moved by whole years stays a year; a count of days needs a full date.
 * @return PDOC_OK; PDOC_ERR_ARGUMENT for a date or unit that cannot be added (working days need a calendar);
 *         PDOC_ERR_LIMIT outside the years 1 to 9999.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_date_add(pdoc_date date, pdoc_offset offset, pdoc_date *out, pdoc_error **error);

/** Adds the opposite of an offset; as pdoc_date_add otherwise. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_date_subtract(pdoc_date date, pdoc_offset offset, pdoc_date *out,
                                                       pdoc_error **error);

/**
 * Reads an offset in the one text grammar (see pdoc_offset).
 * @return PDOC_OK; PDOC_ERR_INVALID with the reason; PDOC_ERR_ARGUMENT for NULL.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_offset_parse(const char *text, pdoc_offset *out, pdoc_error **error);

/**
 * Writes an offset in canonical form: `P3Y`, `P2Y9M`, `-P14D`, `-3 working-days`.
 *
 * What the grammar has no form for (months and working days, two signs) is written as two parts, `P3M 5 working-days`,
 * which pdoc_offset_parse refuses.
 * @param buffer  At least PDOC_OFFSET_TEXT bytes.
 * @return `buffer`.
 * @since 0.1
 */
PDOC_API char *pdoc_offset_format(pdoc_offset offset, char *buffer);

PDOC_END
#endif
