/* SPDX-License-Identifier: MIT */
/* Makes a recurrence of a rule and its start: what its parts mean together, and whether the rule holds for its start. */
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "time/recurrence_reading.h"

#define LAST_DAY 2932896 /* 9999-12-31 */

static bool is_given(const struct pdoc__rule_reading *reading, enum pdoc__rule_part part)
{
    return reading->parts[part].text != NULL;
}

/* ---- what parts mean together ---- */

static bool has_two_ends(const struct pdoc__rule_reading *reading)
{
    return is_given(reading, PDOC__COUNT);
}

static bool is_by_week_or_day(const struct pdoc__rule_reading *reading)
{
    return reading->rule->frequency == PDOC__DAILY || reading->rule->frequency == PDOC__WEEKLY;
}

static bool is_weekly(const struct pdoc__rule_reading *reading)
{
    return reading->rule->frequency == PDOC__WEEKLY;
}

static bool has_no_month(const struct pdoc__rule_reading *reading)
{
    return reading->rule->frequency == PDOC__YEARLY && !is_given(reading, PDOC__BYMONTH);
}

static bool counts_in_a_week(const struct pdoc__rule_reading *reading)
{
    return reading->rule->has_nth && is_by_week_or_day(reading);
}

static bool counts_beyond_a_month(const struct pdoc__rule_reading *reading)
{
    const uint64_t beyond = ~((UINT64_C(1) << (PDOC__NTH_OF_MONTH_MOST + 1)) - 1);
    uint64_t ordinals = 0;
    for (size_t weekday = 1; weekday <= 7; weekday++)
        ordinals |= reading->rule->nth[0][weekday] | reading->rule->nth[1][weekday];
    return !has_no_month(reading) && (ordinals & beyond) != 0;
}

static bool counts_among_numbered_days(const struct pdoc__rule_reading *reading)
{
    return reading->rule->has_nth && is_given(reading, PDOC__BYMONTHDAY);
}

static bool picks_among_nothing(const struct pdoc__rule_reading *reading)
{
    return !is_given(reading, PDOC__BYMONTH) && !is_given(reading, PDOC__BYMONTHDAY) && !is_given(reading, PDOC__BYDAY);
}

static bool has_no_scale(const struct pdoc__rule_reading *reading)
{
    return !is_given(reading, PDOC__RSCALE);
}

static bool moves_days(const struct pdoc__rule_reading *reading)
{
    return reading->rule->skip != PDOC__SKIP_OMIT;
}

static bool skips_by_week_or_day(const struct pdoc__rule_reading *reading)
{
    return moves_days(reading) && is_by_week_or_day(reading);
}

static bool skips_from_the_back(const struct pdoc__rule_reading *reading)
{
    return reading->rule->month_days[1] != 0;
}

static bool skips_weekdays(const struct pdoc__rule_reading *reading)
{
    return moves_days(reading) && is_given(reading, PDOC__BYDAY);
}

/* What is refused, if the part is given. */
static const struct {
    enum pdoc__rule_part part;
    bool (*is_refused)(const struct pdoc__rule_reading *reading);
    const char *why;
} refusals[] = {
    {PDOC__UNTIL, has_two_ends, "COUNT and UNTIL both say where the rule ends; keep one of them"},
    {PDOC__BYMONTHDAY, is_weekly, "a week has no numbered days; use BYDAY, or FREQ=MONTHLY"},
    {PDOC__BYMONTHDAY, has_no_month,
     "calendar programs disagree on which months of the year are meant; name them with BYMONTH"},
    {PDOC__BYDAY, counts_in_a_week, "weekdays are counted in months and years only; leave the numbers out"},
    {PDOC__BYDAY, counts_beyond_a_month, "a month has no weekday more than five times"},
    {PDOC__BYDAY, counts_among_numbered_days,
     "calendar programs disagree on counted weekdays together with BYMONTHDAY; leave the numbers or BYMONTHDAY out"},
    {PDOC__BYSETPOS, is_by_week_or_day,
     "calendar programs disagree on it in days and weeks; it is taken with FREQ=MONTHLY and FREQ=YEARLY"},
    {PDOC__BYSETPOS, picks_among_nothing, "it picks among the days that BYDAY or BYMONTHDAY give, and neither is there"},
    {PDOC__SKIP, has_no_scale, "SKIP needs RSCALE=GREGORIAN beside it"},
    {PDOC__SKIP, skips_by_week_or_day, "days and weeks lack no day that could be skipped; leave SKIP out"},
    {PDOC__SKIP, skips_from_the_back, "days counted from the end of the month cannot be combined with SKIP"},
    {PDOC__SKIP, skips_weekdays, "weekdays cannot be combined with SKIP; leave it out"},
};

static bool parts_fit(const struct pdoc__rule_reading *reading)
{
    if (!is_given(reading, PDOC__FREQ))
        return pdoc__rule_refuse(reading, (struct pdoc__span){reading->rule->rule, 0},
                                 "FREQ is missing, which says whether it is by day, week, month or year");
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        if (is_given(reading, refusals[i].part) && refusals[i].is_refused(reading))
            return pdoc__rule_refuse(reading, reading->parts[refusals[i].part], refusals[i].why);
    if (reading->rule->last < reading->rule->start)
        return pdoc__rule_refuse(reading, reading->parts[PDOC__UNTIL], "the rule ends before it starts");
    return true;
}

/* ---- the days at both ends ---- */

/* The start must be an occurrence, for programs disagree on whether it counts as one where it is not. */
static bool start_is_first(const pdoc_recurrence *rule, enum pdoc__recurrence_step step, int32_t first,
                           pdoc_error **error)
{
    char start_text[PDOC_DATE_TEXT], first_text[PDOC_DATE_TEXT];
    if (step == PDOC__RECURRENCE_DAY && first == rule->start)
        return true;
    pdoc_date_format(pdoc__day_date(rule->start), start_text);
    if (step == PDOC__RECURRENCE_DAY)
        pdoc__fail(error, PDOC_ERR_INVALID, "\"%.200s\" does not hold for its first day %s; the first day after it for "
                                            "which it does is %s",
                   rule->rule, start_text, pdoc_date_format(pdoc__day_date(first), first_text));
    else
        pdoc__fail(error, PDOC_ERR_INVALID, "\"%.200s\" holds neither for its first day %s nor for any later one",
                   rule->rule, start_text);
    return false;
}

/* Works out the last day of a rule with COUNT, so that nobody has to count later. */
static bool find_ends(pdoc_recurrence *rule, pdoc_error **error)
{
    struct pdoc__recurrence_walk walk;
    int32_t day = PDOC__NO_DAY;
    pdoc__recurrence_begin(&walk, rule);
    enum pdoc__recurrence_step step = pdoc__recurrence_step(&walk, &day);
    if (!start_is_first(rule, step, day, error))
        return false;
    const bool has_until = !rule->count && rule->last != LAST_DAY;
    if (rule->count == 1)
        rule->last = rule->start;
    if (rule->count == 1 || has_until)
        return true;
    for (uint32_t i = 1; i == 1 || i < rule->count; i++) {
        step = pdoc__recurrence_step(&walk, &day);
        if (step == PDOC__RECURRENCE_DAY)
            continue;
        if (step == PDOC__RECURRENCE_END && i > 1)
            return true; /* time ends before the rule does */
        pdoc__fail(error, PDOC_ERR_LIMIT, "\"%.200s\" holds for its first day, and never again", rule->rule);
        return false;
    }
    if (rule->count)
        rule->last = day;
    return true;
}

/* ---- public ---- */

static pdoc_recurrence *make(const char *text, pdoc_date start, pdoc_error **error)
{
    const size_t size = strlen(text) + 1;
    pdoc_recurrence *rule = pdoc__alloc(sizeof *rule + size, error);
    if (!rule)
        return NULL;
    memset(rule, 0, sizeof *rule);
    memcpy(rule->rule, text, size);
    atomic_init(&rule->references, 1);
    rule->start = pdoc__day_number(start);
    rule->last = LAST_DAY;
    rule->interval = 1;
    rule->week_start = 1;
    return rule;
}

pdoc_recurrence *pdoc_recurrence_parse(const char *rule, pdoc_date start, pdoc_error **error)
{
    if (!rule || !pdoc_date_is_valid(start) || start.day == 0) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a recurrence needs a rule and a full date on which it starts");
        return NULL;
    }
    if (strlen(rule) > PDOC__RULE_SIZE) {
        pdoc__fail(error, PDOC_ERR_LIMIT, "a recurrence rule of more than %d letters is not read", PDOC__RULE_SIZE);
        return NULL;
    }
    pdoc_recurrence *recurrence = make(rule, start, error);
    if (!recurrence)
        return NULL;
    struct pdoc__rule_reading reading = {.rule = recurrence, .error = error};
    if (pdoc__rule_read(&reading) && parts_fit(&reading) && find_ends(recurrence, error))
        return recurrence;
    pdoc_recurrence_unref(recurrence);
    return NULL;
}
