/* SPDX-License-Identifier: MIT */
/* Working days of the shipped calendars: the files c_workday_add, c_workday_between, c_clear_days, c_legal_examples,
   d_day_roll and d_advance_roll. */
#include "vectors.h"

#include <string.h>

#include "policydoc/calendar.h"

/* Each division is read once; the program ends soon after, and then frees them with everything else. */
static pdoc_calendar *calendar_of(const char *division)
{
    enum { MOST = 8 };
    static pdoc_calendar *read[MOST];
    size_t i = 0;
    while (i < MOST && read[i] && strcmp(pdoc_calendar_id(read[i]), division) != 0)
        i++;
    if (i < MOST && !read[i])
        read[i] = pdoc_calendar_shipped(division, NULL);
    return i < MOST ? read[i] : NULL;
}

static enum answer no_calendar(struct row *row)
{
    return because(row, FAILED, "there is no such calendar", cell(row, "division"));
}

/* The sum in the calendar of the row, which must not be provisional: the shipped years cover all rows. */
static enum answer same_sum(struct row *row, pdoc_date from, pdoc_offset offset, pdoc_roll roll, const char *expected)
{
    const pdoc_calendar *calendar = calendar_of(cell(row, "division"));
    pdoc_date found = {0, 0, 0};
    bool provisional = false;
    if (!calendar)
        return no_calendar(row);
    if (pdoc_calendar_add(calendar, from, offset, roll, &found, &provisional, NULL) != PDOC_OK)
        return because(row, FAILED, "there was no result for", cell(row, "id"));
    if (provisional)
        return because(row, FAILED, "the result is provisional for", cell(row, "id"));
    return same_date(row, "day", date(row, expected), found);
}

enum answer ask_workday_add(struct row *row)
{
    const pdoc_offset offset = {0, number(row, "n"), PDOC_UNIT_WORKING_DAY, 0};
    return same_sum(row, date(row, "start"), offset, PDOC_ROLL_NONE, "expected");
}

enum answer ask_workday_between(struct row *row)
{
    const pdoc_calendar *calendar = calendar_of(cell(row, "division"));
    int32_t found = -1;
    if (!calendar)
        return no_calendar(row);
    if (pdoc_calendar_days_between(calendar, date(row, "from_inclusive"), date(row, "to_exclusive"), &found, NULL,
                                   NULL) != PDOC_OK)
        return because(row, FAILED, "there was no number for", cell(row, "id"));
    return same_number(row, "working days", number(row, "working_days"), found);
}

enum answer ask_clear_days(struct row *row)
{
    const pdoc_offset offset = {0, -number(row, "clear_working_days"), PDOC_UNIT_CLEAR_WORKING_DAY, 0};
    return same_sum(row, date(row, "meeting"), offset, PDOC_ROLL_NONE, "latest_dispatch");
}

/* ---- rolls ---- */

static const struct {
    const char *name;
    pdoc_roll roll;
} conventions[] = {
    {"Unadjusted", PDOC_ROLL_NONE},
    {"Preceding", PDOC_ROLL_PRECEDING},
    {"Following", PDOC_ROLL_FOLLOWING},
    {"ModifiedFollowing", PDOC_ROLL_MODIFIED_FOLLOWING},
    {"ModifiedPreceding", PDOC_ROLL_MODIFIED_PRECEDING},
};

/* Two conventions of payments that nobody plans meetings or deadlines by. */
static const char *const not_taken[] = {"Nearest", "HalfMonthModifiedFollowing"};

static enum answer roll_of(struct row *row, pdoc_roll *out)
{
    const char *name = cell(row, "convention");
    for (size_t i = 0; i < sizeof conventions / sizeof *conventions; i++) {
        if (strcmp(conventions[i].name, name) != 0)
            continue;
        *out = conventions[i].roll;
        return PASSED;
    }
    for (size_t i = 0; i < sizeof not_taken / sizeof *not_taken; i++)
        if (strcmp(not_taken[i], name) == 0)
            return because(row, SKIPPED, "no convention of the library", name);
    return because(row, FAILED, "an unknown convention", name);
}

enum answer ask_day_roll(struct row *row)
{
    pdoc_roll roll = PDOC_ROLL_NONE;
    const enum answer answer = roll_of(row, &roll);
    if (answer != PASSED)
        return answer;
    return same_sum(row, date(row, "date"), (pdoc_offset){0, 0, PDOC_UNIT_DAY, 0}, roll, "expected");
}

enum answer ask_advance_roll(struct row *row)
{
    pdoc_roll roll = PDOC_ROLL_NONE;
    pdoc_offset offset = {0, 0, 0, 0};
    enum answer answer = roll_of(row, &roll);
    if (answer != PASSED)
        return answer;
    if (pdoc_offset_parse(cell(row, "interval"), &offset, NULL) != PDOC_OK)
        return because(row, FAILED, "the interval was not read", cell(row, "interval"));
    answer = same_sum(row, date(row, "date"), offset, PDOC_ROLL_NONE, "unadjusted");
    return answer == PASSED ? same_sum(row, date(row, "date"), offset, roll, "expected") : answer;
}

/* ---- published examples ---- */

/* How each rule counts, in the units of offsets. Clear days leave out both ends; in a period of five days or less only
   working days are counted (Civil Procedure Rules 2.8). */
static enum answer legal_offset(struct row *row, pdoc_offset *out)
{
    static const struct {
        const char *rule;
        int32_t unit;
        int32_t more;
    } rules[] = {
        {"clear-days-short", PDOC_UNIT_CLEAR_WORKING_DAY, 0},
        {"clear-days", PDOC_UNIT_DAY, 1},
        {"within-days", PDOC_UNIT_DAY, 0},
    };
    const char *rule = cell(row, "rule");
    if (strcmp(rule, "corresponding-date") == 0)
        return pdoc_offset_parse(cell(row, "n"), out, NULL) == PDOC_OK
                   ? PASSED
                   : because(row, FAILED, "the period was not read", cell(row, "n"));
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (strcmp(rules[i].rule, rule) != 0)
            continue;
        *out = (pdoc_offset){0, number(row, "n") + rules[i].more, rules[i].unit, 0};
        return PASSED;
    }
    return because(row, FAILED, "an unknown rule", rule);
}

enum answer ask_legal_examples(struct row *row)
{
    const pdoc_calendar *calendar = calendar_of("england-and-wales");
    const bool is_back = strcmp(cell(row, "direction"), "before") == 0;
    pdoc_offset offset = {0, 0, 0, 0};
    pdoc_date found = {0, 0, 0};
    const enum answer answer = legal_offset(row, &offset);
    if (answer != PASSED)
        return answer;
    if (is_back) {
        offset.months = -offset.months;
        offset.count = -offset.count;
    }
    if (!calendar ||
        pdoc_calendar_add(calendar, date(row, "date"), offset, PDOC_ROLL_NONE, &found, NULL, NULL) != PDOC_OK)
        return because(row, FAILED, "there was no result for", cell(row, "id"));
    return same_date(row, "day", date(row, "expected"), found);
}
