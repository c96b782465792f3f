/* SPDX-License-Identifier: MIT */
/* Recurrence rules: the files b_rrule, b_rrule_skip, b_rrule_reject and the one on which their sources disagree. */
#include <stdio.h>
#include <string.h>

#include "time/recurrence.h"
#include "vectors.h"

enum { MOST_DAYS_TEXT = 4096 };

/* The first days of a rule, in one text; as many as the expected text has, and one more if the rule should have ended. */
static bool days_of(const pdoc_recurrence *rule, const char *expected, bool is_complete, char *out)
{
    struct pdoc__recurrence_walk walk;
    int32_t day = PDOC__NO_DAY;
    size_t wanted = 1, size = 0;
    for (const char *at = expected; *at; at++)
        wanted += *at == ' ';
    pdoc__recurrence_begin(&walk, rule);
    for (size_t i = 0; i < wanted + is_complete; i++) {
        if (pdoc__recurrence_step(&walk, &day) != PDOC__RECURRENCE_DAY)
            break;
        char text[PDOC_DATE_TEXT];
        size += (size_t)snprintf(out + size, MOST_DAYS_TEXT - size, "%s%s", size > 0 ? " " : "",
                                 pdoc_date_format(pdoc__day_date(day), text));
        if (size >= MOST_DAYS_TEXT - PDOC_DATE_TEXT)
            return false;
    }
    return true;
}

/* From every day on, and from the day after it, a search finds what a walk finds. */
static enum answer same_by_search(struct row *row, const pdoc_recurrence *rule, const char *days)
{
    pdoc_date after = {0, 0, 0}, found = {0, 0, 0};
    for (const char *at = days; *at; at += at[10] ? 11 : 10) {
        char text[11];
        pdoc_date expected = {0, 0, 0};
        snprintf(text, sizeof text, "%s", at);
        if (pdoc_date_parse(text, &expected, NULL) != PDOC_OK)
            return because(row, FAILED, "no list of days", days);
        if (pdoc_recurrence_next(rule, after, &found, NULL) != PDOC_OK || pdoc_date_compare(found, expected) != 0)
            return same_date(row, "the day found after the one before", expected, found);
        after = expected;
    }
    return PASSED;
}

static enum answer ask_days(struct row *row, bool is_complete)
{
    char days[MOST_DAYS_TEXT] = "";
    pdoc_error *error = NULL;
    const char *expected = cell(row, "expected");
    pdoc_recurrence *rule = pdoc_recurrence_parse(cell(row, "rrule"), date(row, "dtstart"), &error);
    enum answer answer = PASSED;
    if (!rule)
        answer = because(row, FAILED, "the rule is refused", pdoc_error_message(error));
    else if (!days_of(rule, expected, is_complete, days))
        answer = because(row, FAILED, "more days than there is room for", expected);
    else if ((answer = same_text(row, "days", expected, days)) == PASSED)
        answer = same_by_search(row, rule, expected);
    pdoc_recurrence_unref(rule);
    pdoc_error_free(error);
    return answer;
}

/* What is called portable is what all five programs agree on. */
static enum answer ask_portable(struct row *row)
{
    pdoc_recurrence *rule = pdoc_recurrence_parse(cell(row, "rrule"), date(row, "dtstart"), NULL);
    const bool is_portable = rule && pdoc__recurrence_is_portable(rule);
    pdoc_recurrence_unref(rule);
    if (is_portable && number(row, "ical_js_2.2.1_agrees") != 1)
        return because(row, FAILED, "called portable, and a program gives other days", cell(row, "rrule"));
    return PASSED;
}

enum answer ask_rrule(struct row *row)
{
    const enum answer answer = ask_days(row, number(row, "complete") == 1);
    return answer == PASSED ? ask_portable(row) : answer;
}

enum answer ask_rrule_skip(struct row *row)
{
    return ask_days(row, strstr(cell(row, "rrule"), "COUNT=") != NULL);
}

/* The start is one for which a plain rule would hold, so that it is not what the rule is refused for. */
static enum answer ask_refused(struct row *row, const char *text)
{
    pdoc_error *error = NULL;
    pdoc_recurrence *rule = pdoc_recurrence_parse(text, (pdoc_date){2025, 1, 1}, &error);
    enum answer answer = PASSED;
    if (rule)
        answer = because(row, FAILED, "the rule should be refused", text);
    else if (pdoc_error_status(error) != PDOC_ERR_INVALID || pdoc_error_column(error) == 0)
        answer = because(row, FAILED, "refused for another reason than its text", pdoc_error_message(error));
    pdoc_recurrence_unref(rule);
    pdoc_error_free(error);
    return answer;
}

/*
 * b_rrule_reject_disputed holds what some programs refuse and others read each in its own way. All of it is refused here:
 * a rule that is understood in two ways is no help to those who want to know when a body meets.
 *
 *   COUNT=0, COUNT=-1, COUNT=3x                   no number from 1 on; no digits are guessed
 *   INTERVAL=1.5, INTERVAL=99999999999999         the same; beyond 9999 the interval is longer than time
 *   COUNT together with UNTIL                     RFC 5545, 3.3.10: not both
 *   BYMONTHDAY=0, 32, -32; BYMONTH=0, 13, -1      no such days and months
 *   WEEKLY or DAILY with BYDAY=1MO, 2TU           numbers count within months and years
 *   WEEKLY with BYMONTHDAY                        RFC 5545: not in weeks
 *   MONTHLY with BYWEEKNO                         RFC 5545: in years only; and BYWEEKNO is not taken at all
 *   BYSETPOS alone                                RFC 5545: with another BY part only
 *   FREQ or COUNT twice                           RFC 5545: once each
 *   UNTIL=2025-01-31                              a date of iCalendar has no hyphens
 *   ";;" and ";" at the end                       no empty parts
 *   BYEASTER                                      an invention of one program
 */
enum answer ask_rrule_reject(struct row *row)
{
    const char *text = cell(row, "rrule");
    return ask_refused(row, strcmp(text, "(empty)") == 0 ? "" : text);
}
