/* SPDX-License-Identifier: MIT */
/* Walking the occurrences of a recurrence rule within bounds, and what is public of it. Does not read rules. */
#include "base/alloc.h"
#include "base/error.h"
#include "time/recurrence_rule.h"

#define LAST_YEAR 9999

/* The civil calendar repeats itself after 400 years, weekdays included: a rule that is idle for so many of its periods is
   idle for ever. */
static const uint32_t idle_most[] = {
    [PDOC__DAILY] = 146097,
    [PDOC__WEEKLY] = 20871,
    [PDOC__MONTHLY] = 4800,
    [PDOC__YEARLY] = 400,
};

/* Is the period still (wholly) within the years that dates can have? */
static bool is_within_years(const pdoc_recurrence *rule, int32_t period)
{
    static const int32_t days[] = {[PDOC__DAILY] = 1, [PDOC__WEEKLY] = 7};
    const pdoc_date start = pdoc__day_date(rule->start);
    if (rule->frequency == PDOC__YEARLY)
        return start.year + period <= LAST_YEAR;
    if (rule->frequency == PDOC__MONTHLY)
        return start.year * 12 + start.month - 1 + period < (LAST_YEAR + 1) * 12;
    const int32_t end = pdoc__day_number((pdoc_date){LAST_YEAR, 12, 31});
    return rule->start + (int64_t)period * days[rule->frequency] <= end;
}

void pdoc__recurrence_begin(struct pdoc__recurrence_walk *walk, const pdoc_recurrence *recurrence)
{
    walk->recurrence = recurrence;
    walk->period = 0;
    walk->not_before = recurrence->start;
    walk->empty = 0;
    walk->set_count = 0;
    walk->set_next = 0;
}

void pdoc__recurrence_seek(struct pdoc__recurrence_walk *walk, int32_t day)
{
    const pdoc_recurrence *rule = walk->recurrence;
    if (day <= walk->not_before)
        return;
    walk->not_before = day;
    if (day > rule->last)
        return; /* the next step sees that it has ended */
    /* SKIP=FORWARD gives a day that lies in the month after. */
    const int32_t period = pdoc__recurrence_period_of(rule, day) - (rule->skip == PDOC__SKIP_FORWARD);
    const int32_t aligned = period - period % rule->interval;
    if (aligned <= walk->period)
        return;
    walk->period = aligned;
    walk->set_count = 0;
    walk->set_next = 0;
    walk->empty = 0;
}

enum pdoc__recurrence_step pdoc__recurrence_step(struct pdoc__recurrence_walk *walk, int32_t *day)
{
    const pdoc_recurrence *rule = walk->recurrence;
    for (;;) {
        while (walk->set_next < walk->set_count && walk->set[walk->set_next] < walk->not_before)
            walk->set_next++;
        if (walk->set_next < walk->set_count) {
            const int32_t found = walk->set[walk->set_next];
            if (found > rule->last)
                return PDOC__RECURRENCE_END;
            walk->set_next++;
            walk->not_before = found + 1;
            walk->empty = 0;
            *day = found;
            return PDOC__RECURRENCE_DAY;
        }
        if (walk->not_before > rule->last || !is_within_years(rule, walk->period))
            return PDOC__RECURRENCE_END;
        if (walk->empty++ > idle_most[rule->frequency])
            return PDOC__RECURRENCE_LIMIT;
        walk->set_count = pdoc__recurrence_set(rule, walk->period, walk->set);
        walk->set_next = 0;
        walk->period += rule->interval;
    }
}

/* ---- the shapes on which all calendar programs agree ---- */

/* Sets of a rule that are given, as bits. */
enum {
    MONTHS = 1,
    DAYS_FRONT = 2,
    DAYS_BACK = 4,
    WEEKDAYS = 8,
    NTH = 16,
    POSITION = 32
};

/* How many values a set may have in a shape; 0: any number. */
static const struct {
    uint8_t frequency;
    uint8_t sets;
    uint8_t most_days; /* values of BYMONTHDAY, likewise below */
    uint8_t most_nth;
    uint8_t most_weekdays;
} shapes[] = {
    {.frequency = PDOC__DAILY},
    {.frequency = PDOC__WEEKLY},
    {.frequency = PDOC__WEEKLY, .sets = WEEKDAYS},
    {.frequency = PDOC__MONTHLY},
    {.frequency = PDOC__MONTHLY, .sets = DAYS_FRONT, .most_days = 1},
    {.frequency = PDOC__MONTHLY, .sets = DAYS_BACK, .most_days = 1},
    {.frequency = PDOC__MONTHLY, .sets = NTH, .most_nth = 2},
    {.frequency = PDOC__MONTHLY, .sets = WEEKDAYS | POSITION},
    {.frequency = PDOC__MONTHLY, .sets = WEEKDAYS | DAYS_FRONT, .most_weekdays = 1},
    {.frequency = PDOC__YEARLY, .sets = MONTHS | WEEKDAYS | POSITION},
};

static uint32_t ones(uint64_t bits)
{
    uint32_t count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

static uint32_t count_of(const uint64_t *bits, size_t words)
{
    uint32_t count = 0;
    for (size_t i = 0; i < words; i++)
        count += ones(bits[i]);
    return count;
}

static uint32_t sets_of(const pdoc_recurrence *rule)
{
    return (rule->months ? MONTHS : 0u) | (rule->month_days[0] ? DAYS_FRONT : 0u) |
           (rule->month_days[1] ? DAYS_BACK : 0u) | (rule->weekdays ? WEEKDAYS : 0u) | (rule->has_nth ? NTH : 0u) |
           (pdoc__recurrence_has_position(rule) ? POSITION : 0u);
}

bool pdoc__recurrence_is_portable(const pdoc_recurrence *rule)
{
    const uint32_t sets = sets_of(rule);
    const uint32_t days = ones(rule->month_days[0]) + ones(rule->month_days[1]);
    const uint32_t nths = count_of(rule->nth[0], 8) + count_of(rule->nth[1], 8);
    const uint32_t positions = count_of(rule->positions[0], 6) + count_of(rule->positions[1], 6);
    if (rule->has_rscale || positions > 1 || ones(rule->months) > 1)
        return false;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (shapes[i].frequency == rule->frequency && shapes[i].sets == sets &&
            (!shapes[i].most_days || days <= shapes[i].most_days) && (!shapes[i].most_nth || nths <= shapes[i].most_nth) &&
            (!shapes[i].most_weekdays || ones(rule->weekdays) <= shapes[i].most_weekdays))
            return true;
    return false;
}

/* ---- public ---- */

pdoc_recurrence *pdoc_recurrence_ref(pdoc_recurrence *recurrence)
{
    if (recurrence)
        atomic_fetch_add_explicit(&recurrence->references, 1, memory_order_relaxed);
    return recurrence;
}

void pdoc_recurrence_unref(pdoc_recurrence *recurrence)
{
    if (recurrence && atomic_fetch_sub_explicit(&recurrence->references, 1, memory_order_acq_rel) == 1)
        pdoc__free(recurrence);
}

const char *pdoc_recurrence_rule(const pdoc_recurrence *recurrence)
{
    return recurrence ? recurrence->rule : NULL;
}

pdoc_date pdoc_recurrence_start(const pdoc_recurrence *recurrence)
{
    return recurrence ? pdoc__day_date(recurrence->start) : (pdoc_date){0, 0, 0};
}

pdoc_status pdoc_recurrence_next(const pdoc_recurrence *recurrence, pdoc_date after, pdoc_date *out,
                                 pdoc_error **error)
{
    struct pdoc__recurrence_walk walk;
    int32_t day = PDOC__NO_DAY;
    const bool is_first = !pdoc_date_is_recorded(after);
    if (!recurrence || !out || (!is_first && (!pdoc_date_is_valid(after) || after.day == 0)))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT,
                          "the next occurrence needs a recurrence, a full date or none, and a place to put it");
    pdoc__recurrence_begin(&walk, recurrence);
    if (!is_first)
        pdoc__recurrence_seek(&walk, pdoc__day_number(after) + 1);
    const enum pdoc__recurrence_step step = pdoc__recurrence_step(&walk, &day);
    if (step == PDOC__RECURRENCE_LIMIT)
        return pdoc__fail(error, PDOC_ERR_LIMIT, "\"%.200s\" gives no day in 400 years", recurrence->rule);
    *out = step == PDOC__RECURRENCE_DAY ? pdoc__day_date(day) : (pdoc_date){0, 0, 0};
    return PDOC_OK;
}
