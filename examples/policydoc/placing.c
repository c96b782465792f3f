/* SPDX-License-Identifier: MIT */
/* Is it odd to place a document for this meeting? Says so, and places nothing. */
#include "placing.h"

#include <string.h>

#define YEAR_BEFORE_AND_AFTER 12

static const char *const purposes[] = {"sign-off", "consultation", "scrutiny", "review", "information"};
#define PURPOSE_COUNT (sizeof purposes / sizeof *purposes)

static const char *purpose_at(const void *list, size_t index)
{
    const char *const *words = list;
    return words[index];
}

static void warn_of_purpose(const char *purpose)
{
    for (size_t i = 0; i < PURPOSE_COUNT; i++)
        if (strcmp(purposes[i], purpose) == 0)
            return;
    const char *meant = nearest(purpose, purpose_at, purposes, PURPOSE_COUNT);
    say("warning: the purpose \"%s\" is none of sign-off, consultation, scrutiny, review and information%s%s%s", purpose,
        meant ? "; did you mean " : "", meant ? meant : "", meant ? "?" : "");
}

static int compare_days(pdoc_date left, pdoc_date right)
{
    if (left.year != right.year)
        return left.year < right.year ? -1 : 1;
    if (left.month != right.month)
        return left.month < right.month ? -1 : 1;
    return (left.day > right.day) - (left.day < right.day);
}

static void warn_of_past(const struct options *options)
{
    const pdoc_date now = options->given & OPTION_ON ? options->on : today();
    char day[PDOC_DATE_TEXT];
    if (compare_days(pdoc_date_last(options->meeting), now) < 0)
        say("warning: %s has passed", pdoc_date_format(options->meeting, day));
}

/* Those of a year before and after; NULL: not known. */
static pdoc_meetings *meetings_around(const pdoc_register *reg, const pdoc_party *party, pdoc_date day)
{
    static const pdoc_offset year = {.months = YEAR_BEFORE_AND_AFTER};
    pdoc_error *error = NULL;
    pdoc_date first, last;
    pdoc_meetings *meetings = NULL;
    pdoc_calendar *calendar = pdoc_register_make_calendar(reg, NULL, &error);
    if (!error && pdoc_date_subtract(day, year, &first, &error) == PDOC_OK &&
        pdoc_date_add(day, year, &last, &error) == PDOC_OK)
        meetings = pdoc_register_meetings(reg, pdoc_party_code(party), calendar, first, last, &error);
    pdoc_calendar_unref(calendar);
    pdoc_error_free(error);
    return meetings;
}

/* "the nearest are 2027-04-20 and 2027-05-18" */
#define NEAREST_SIZE 80
static const char *words_of_nearest(const pdoc_meetings *meetings, pdoc_date day, char *buffer)
{
    char before[PDOC_DATE_TEXT] = "";
    char after[PDOC_DATE_TEXT] = "";
    for (size_t i = 0; i < pdoc_meetings_count(meetings) && !after[0]; i++) {
        const pdoc_date on = pdoc_meetings_on(meetings, i);
        if (pdoc_meetings_state(meetings, i) == PDOC_MEETING_CANCELLED)
            continue;
        pdoc_date_format(on, compare_days(on, day) < 0 ? before : after);
    }
    const bool are_two = before[0] && after[0];
    snprintf(buffer, NEAREST_SIZE, "%s%s%s%s", are_two ? "; the nearest are " : before[0] || after[0] ? "; the nearest is " : "",
             before, are_two ? " and " : "", after);
    return buffer;
}

static void warn_of_meeting(const pdoc_meetings *meetings, const pdoc_party *party, pdoc_date day)
{
    const char *name = pdoc_party_name(party) ? pdoc_party_name(party) : pdoc_party_code(party);
    char text[PDOC_DATE_TEXT];
    char near[NEAREST_SIZE];
    bool is_cancelled = false;
    for (size_t i = 0; i < pdoc_meetings_count(meetings); i++) {
        if (compare_days(pdoc_meetings_on(meetings, i), day) != 0)
            continue;
        is_cancelled = pdoc_meetings_state(meetings, i) == PDOC_MEETING_CANCELLED;
        if (!is_cancelled)
            return;
    }
    pdoc_date_format(day, text);
    words_of_nearest(meetings, day, near);
    if (is_cancelled)
        say("warning: the meeting of %s on %s is cancelled%s", name, text, near);
    else if (pdoc_meetings_count(meetings) > 0)
        say("warning: %s does not meet on %s%s", name, text, near);
}

void placing_warn(const struct options *options, const pdoc_register *reg, const pdoc_party *party)
{
    warn_of_purpose(options->purpose);
    warn_of_past(options);
    if (!party || options->meeting.day == 0)
        return;
    pdoc_meetings *meetings = meetings_around(reg, party, options->meeting);
    if (meetings)
        warn_of_meeting(meetings, party, options->meeting);
    pdoc_meetings_unref(meetings);
}
