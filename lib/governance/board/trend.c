/* SPDX-License-Identifier: MIT */
/* How many documents were in each state of review on a row of days, as known on each of them. Judges nothing itself. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/board/paper.h"
#include "policydoc/trend.h"

#define STEPS_MOST 120 /* of a line that people can still read; each judges the whole register */

struct point {
    pdoc_date day;
    pdoc_date known;
    int64_t numbers[PDOC__BOARD_STATE_COUNT];
};

struct pdoc_trend {
    atomic_size_t references;
    struct pdoc__arena arena;
    const char *title;
    struct point *points;
    size_t count;
    size_t capacity;
};

static void trend_free(pdoc_trend *trend)
{
    pdoc__free(trend->points);
    pdoc__arena_free(&trend->arena);
    pdoc__free(trend);
}

static bool step_is_right(pdoc_offset every, pdoc_error **error)
{
    const bool is_forward = every.months >= 0 && every.count >= 0 && (every.months > 0 || every.count > 0);
    if (is_forward && every.unit == PDOC_UNIT_DAY)
        return true;
    char text[PDOC_OFFSET_TEXT];
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "a trend goes by days, weeks, months or years, such as P3M, not by %s",
               pdoc_offset_format(every, text));
    return false;
}

/* The last day, and back from it by the step to the first day of the period: the last day first. */
static bool take_days(pdoc_trend *trend, pdoc_date last, pdoc_offset every, pdoc_date from, pdoc_error **error)
{
    for (int32_t i = 0; i <= STEPS_MOST; i++) {
        pdoc_date day;
        if (pdoc__board_back(last, every, i, &day, error) != PDOC_OK)
            return false;
        if (pdoc_date_compare(day, from) < 0)
            break;
        if (i == STEPS_MOST) {
            pdoc__fail(error, PDOC_ERR_LIMIT,
                       "that would be more than %d days to judge; take a longer step, or a shorter "
                       "period",
                       STEPS_MOST);
            return false;
        }
        if (!pdoc__grow(&trend->points, &trend->capacity, trend->count, sizeof *trend->points, error))
            return false;
        trend->points[trend->count++] = (struct point){.day = day};
    }
    if (trend->count > 1)
        return true;
    pdoc__fail(error, PDOC_ERR_ARGUMENT,
               "the step is longer than the period, so there is one day only; take a shorter step, or "
               "an earlier first day");
    return false;
}

static bool count_point(const pdoc_register *reg, const pdoc_basis *basis, struct point *point, pdoc_error **error)
{
    static const pdoc_review_state overdue[] = {PDOC_REVIEW_OVERDUE, PDOC_REVIEW_OVERDUE_UNDER_WAY,
                                                PDOC_REVIEW_OVERDUE_EXTENDED};
    pdoc_basis then = *basis;
    const bool was_known_before =
        pdoc_date_is_recorded(basis->known_on) && pdoc_date_compare(pdoc_date_last(basis->known_on), point->day) < 0;
    point->known = was_known_before ? pdoc_date_last(basis->known_on) : point->day;
    then.as_of = point->day;
    then.known_on = point->known;
    pdoc_schedule *schedule = pdoc_schedule_new(reg, &then, error);
    if (!schedule)
        return false;
    for (int state = 0; state <= PDOC_REVIEW_OVERDUE_EXTENDED; state++)
        point->numbers[pdoc__board_state_of((pdoc_review_state)state)] =
            (int64_t)pdoc_schedule_state_count(schedule, (pdoc_review_state)state);
    for (size_t i = 0; i < sizeof overdue / sizeof *overdue; i++)
        point->numbers[PDOC__BOARD_ALL_OVERDUE] += (int64_t)pdoc_schedule_state_count(schedule, overdue[i]);
    point->numbers[PDOC__BOARD_ALL] = (int64_t)pdoc_schedule_count(schedule);
    pdoc_schedule_unref(schedule);
    return true;
}

static void turn_round(pdoc_trend *trend)
{
    for (size_t i = 0; i < trend->count / 2; i++) {
        const struct point kept = trend->points[i];
        trend->points[i] = trend->points[trend->count - 1 - i];
        trend->points[trend->count - 1 - i] = kept;
    }
}

static bool make(pdoc_trend *trend, const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    if (reg->title && !(trend->title = pdoc__arena_text(&trend->arena, reg->title, strlen(reg->title), error)))
        return false;
    for (size_t i = 0; i < trend->count; i++)
        if (!count_point(reg, basis, &trend->points[i], error))
            return false;
    turn_round(trend);
    return true;
}

pdoc_trend *pdoc_trend_new(const pdoc_register *reg, const pdoc_basis *basis, pdoc_offset every, pdoc_date from,
                           pdoc_error **error)
{
    struct pdoc__judge judge;
    if (!step_is_right(every, error) || !pdoc__judge_begin(&judge, reg, basis, error))
        return NULL;
    const pdoc_date last = pdoc__day_date(judge.day);
    pdoc__judge_end(&judge);
    pdoc_trend *trend = pdoc__alloc_zero(1, sizeof *trend, error);
    if (!trend)
        return NULL;
    atomic_init(&trend->references, 1);
    pdoc_date first = pdoc_date_first(from);
    const pdoc_offset two_years = {.months = 24};
    const bool has_first =
        pdoc_date_is_recorded(from) || pdoc__board_back(last, two_years, 1, &first, error) == PDOC_OK;
    if (has_first && take_days(trend, last, every, first, error) && make(trend, reg, basis, error))
        return trend;
    trend_free(trend);
    return NULL;
}

pdoc_trend *pdoc_trend_ref(pdoc_trend *trend)
{
    if (trend)
        atomic_fetch_add_explicit(&trend->references, 1, memory_order_relaxed);
    return trend;
}

void pdoc_trend_unref(pdoc_trend *trend)
{
    if (trend && atomic_fetch_sub_explicit(&trend->references, 1, memory_order_acq_rel) == 1)
        trend_free(trend);
}

const char *pdoc_trend_title(const pdoc_trend *trend)
{
    return trend ? trend->title : NULL;
}

size_t pdoc_trend_count(const pdoc_trend *trend)
{
    return trend ? trend->count : 0;
}

pdoc_date pdoc_trend_day(const pdoc_trend *trend, size_t point)
{
    return point < pdoc_trend_count(trend) ? trend->points[point].day : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_trend_known(const pdoc_trend *trend, size_t point)
{
    return point < pdoc_trend_count(trend) ? trend->points[point].known : (pdoc_date){0, 0, 0};
}

size_t pdoc_trend_figure_count(const pdoc_trend *trend)
{
    return trend ? PDOC__BOARD_STATE_COUNT : 0;
}

const char *pdoc_trend_figure_code(const pdoc_trend *trend, size_t figure)
{
    return figure < pdoc_trend_figure_count(trend) ? pdoc__board_forms[PDOC__BOARD_TYPES].figures[figure].code : NULL;
}

const char *pdoc_trend_figure_label(const pdoc_trend *trend, size_t figure)
{
    return figure < pdoc_trend_figure_count(trend) ? pdoc__board_forms[PDOC__BOARD_TYPES].figures[figure].label : NULL;
}

int64_t pdoc_trend_number(const pdoc_trend *trend, size_t point, size_t figure)
{
    return point < pdoc_trend_count(trend) && figure < pdoc_trend_figure_count(trend)
               ? trend->points[point].numbers[figure]
               : 0;
}
