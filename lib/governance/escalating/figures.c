/* SPDX-License-Identifier: MIT */
/* Counts practice issues for the annual report: by track, stage reached, state, outcome, days to resolution, records. */
#include "governance/escalating/figures.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/escalating/ladder.h"

/* In the order in which they are told. */
enum measure { RAISED, STATE, STAGE_REACHED, EXCEPTIONAL, OUTCOME, CONDITION, DAYS, RECORDS_OWED, RECORDS_MADE, LEARNING };
static const char *const measures[] = {
    [RAISED] = "raised",         [STATE] = "state",       [STAGE_REACHED] = "stage-reached",
    [EXCEPTIONAL] = "exceptional", [OUTCOME] = "outcome", [CONDITION] = "condition",
    [DAYS] = "days-to-resolve",  [RECORDS_OWED] = "records-owed", [RECORDS_MADE] = "records-made",
    [LEARNING] = "learning",
};

/* Days to resolution of one issue, kept until all are there. */
struct duration {
    const char *track;
    int64_t days;
};

struct counting {
    pdoc_issue_figures *figures;
    struct duration *durations;
    size_t duration_count, duration_capacity;
    pdoc_error **error;
    bool failed;
};

static const char *copy(struct counting *counting, const char *text, size_t size)
{
    const char *kept = pdoc__arena_text(&counting->figures->arena, text, size, NULL);
    counting->failed |= !kept;
    return kept;
}

static bool is_key(const struct pdoc__figure *figure, const char *key, size_t size)
{
    return !key || !figure->key ? !key && !figure->key
                                : strncmp(figure->key, key, size) == 0 && figure->key[size] == '\0';
}

static struct pdoc__figure *figure_of(struct counting *counting, const char *track, enum measure measure, const char *key,
                                      size_t size)
{
    pdoc_issue_figures *figures = counting->figures;
    for (size_t i = 0; i < figures->count; i++)
        if (figures->items[i].rank == (uint32_t)measure && strcmp(figures->items[i].track, track) == 0 &&
            is_key(&figures->items[i], key, size))
            return &figures->items[i];
    if (!pdoc__grow(&figures->items, &figures->capacity, figures->count, sizeof *figures->items, NULL)) {
        counting->failed = true;
        return NULL;
    }
    struct pdoc__figure *figure = &figures->items[figures->count];
    *figure = (struct pdoc__figure){.track = copy(counting, track, strlen(track)),
                                    .measure = measures[measure],
                                    .key = key ? copy(counting, key, size) : NULL,
                                    .rank = (uint32_t)measure,
                                    .order = (uint32_t)figures->count};
    if (counting->failed)
        return NULL;
    figures->count++;
    return figure;
}

static void add(struct counting *counting, const char *track, enum measure measure, const char *key, int64_t number)
{
    struct pdoc__figure *figure = figure_of(counting, track, measure, key, key ? strlen(key) : 0);
    if (figure)
        figure->number += number;
}

static void add_codes(struct counting *counting, const char *track, enum measure measure, const char *codes)
{
    const char *code;
    size_t size;
    while (pdoc__code_next(&codes, &code, &size)) {
        struct pdoc__figure *figure = figure_of(counting, track, measure, code, size);
        if (figure)
            figure->number++;
    }
}

/* Each condition counts once for an issue, however often it was noted. */
static void add_conditions(struct counting *counting, const struct pdoc__ladder *ladder, const char *track)
{
    const struct pdoc__texts *conditions = &ladder->track->conditions;
    for (size_t i = 0; i < conditions->count; i++)
        if (pdoc__issue_has(ladder, PDOC__ISSUE_CONDITIONS, PDOC__STEP_CONDITIONS, conditions->items[i],
                            strlen(conditions->items[i])))
            add(counting, track, CONDITION, conditions->items[i], 1);
}

static void add_duration(struct counting *counting, const struct pdoc__ladder *ladder, const char *track)
{
    if (ladder->state != PDOC_ISSUE_RESOLVED)
        return;
    const pdoc_date end = ladder->visits[ladder->current].concluded->on;
    if (!pdoc__grow(&counting->durations, &counting->duration_capacity, counting->duration_count,
                    sizeof *counting->durations, NULL)) {
        counting->failed = true;
        return;
    }
    counting->durations[counting->duration_count++] = (struct duration){
        .track = track, .days = (int64_t)pdoc__day_number(end) - pdoc__day_number(ladder->issue->on)};
}

static void add_ladder(struct counting *counting, const struct pdoc__ladder *ladder)
{
    const char *track = ladder->issue->values[PDOC__ISSUE_TRACK];
    size_t made = 0;
    for (size_t i = 0; i < ladder->owed_count; i++)
        made += ladder->owed[i].is_made;
    add(counting, track, RAISED, NULL, 1);
    add(counting, track, STATE, pdoc_table_code(PDOC_TABLE_ISSUE_STATE, ladder->state), 1);
    bool is_exceptional = false;
    for (size_t i = 0; i < ladder->visit_count; i++)
        is_exceptional |= ladder->visits[i].is_reached && ladder->visits[i].stage->is_exceptional;
    if (ladder->current != SIZE_MAX)
        add(counting, track, STAGE_REACHED, ladder->visits[ladder->current].stage->rule.id, 1);
    add(counting, track, EXCEPTIONAL, NULL, is_exceptional);
    if (ladder->outcome)
        add(counting, track, OUTCOME, ladder->outcome, 1);
    if (ladder->track)
        add_conditions(counting, ladder, track);
    add_duration(counting, ladder, track);
    add(counting, track, RECORDS_OWED, NULL, (int64_t)ladder->owed_count);
    add(counting, track, RECORDS_MADE, NULL, (int64_t)made);
    for (size_t i = 0; i < ladder->step_count; i++)
        add_codes(counting, track, LEARNING, ladder->steps[i]->values[PDOC__STEP_LEARNING]);
}

static int compare_durations(const void *left, const void *right)
{
    const struct duration *a = left;
    const struct duration *b = right;
    const int by_track = strcmp(a->track, b->track);
    if (by_track != 0)
        return by_track;
    return a->days < b->days ? -1 : a->days > b->days;
}

/* Of an even number the lower one of the two in the middle: it is one that occurred. */
static void add_durations(struct counting *counting)
{
    struct duration *list = counting->durations;
    const size_t count = counting->duration_count;
    if (count > 1)
        qsort(list, count, sizeof *list, compare_durations);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && strcmp(list[end].track, list[first].track) == 0;)
            end++;
        add(counting, list[first].track, DAYS, "least", list[first].days);
        add(counting, list[first].track, DAYS, "median", list[first + (end - first - 1) / 2].days);
        add(counting, list[first].track, DAYS, "most", list[end - 1].days);
    }
}

static int compare_figures(const void *left, const void *right)
{
    const struct pdoc__figure *a = left;
    const struct pdoc__figure *b = right;
    const int by_track = strcmp(a->track, b->track);
    if (by_track != 0)
        return by_track;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static bool is_in_period(const pdoc_issue *issue, pdoc_date first, pdoc_date last, const struct pdoc__judge *judge)
{
    const int32_t day = pdoc__day_number(issue->on);
    const pdoc_date known = pdoc_date_is_recorded(issue->recorded) ? issue->recorded : issue->on;
    return day <= judge->day && pdoc__day_number(known) <= judge->known_day &&
           (!pdoc_date_is_recorded(first) || day >= pdoc__interval_of(first).first) &&
           (!pdoc_date_is_recorded(last) || day <= pdoc__interval_of(last).last);
}

static bool count_all(struct counting *counting, struct pdoc__judge *judge, pdoc_date first, pdoc_date last,
                      pdoc_error **error)
{
    const pdoc_register *reg = judge->reg;
    for (size_t i = 0; i < reg->issue_count && !counting->failed; i++) {
        struct pdoc__ladder ladder;
        if (!is_in_period(reg->issues[i], first, last, judge))
            continue;
        if (!pdoc__judge_take(judge, NULL, error) || !pdoc__ladder_climb(&ladder, judge, reg->issues[i], error))
            return false;
        add_ladder(counting, &ladder);
    }
    add_durations(counting);
    pdoc_issue_figures *figures = counting->figures;
    if (figures->count > 1)
        qsort(figures->items, figures->count, sizeof *figures->items, compare_figures);
    return !counting->failed || (pdoc__fail_memory(error), false);
}

static bool period_is_right(pdoc_date first, pdoc_date last, pdoc_error **error)
{
    const bool is_right =
        (!pdoc_date_is_recorded(first) || pdoc_date_is_valid(first)) &&
        (!pdoc_date_is_recorded(last) || pdoc_date_is_valid(last)) &&
        (!pdoc_date_is_recorded(first) || !pdoc_date_is_recorded(last) ||
         pdoc_date_compare(pdoc_date_first(first), pdoc_date_last(last)) <= 0);
    if (!is_right)
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the period ends before it begins, or one of its days is no date");
    return is_right;
}

pdoc_issue_figures *pdoc_register_issue_figures(const pdoc_register *reg, const pdoc_basis *basis, pdoc_date first,
                                                pdoc_date last, pdoc_error **error)
{
    struct pdoc__judge judge;
    struct counting counting = {0};
    if (!period_is_right(first, last, error) || !pdoc__judge_begin(&judge, reg, basis, error))
        return NULL;
    counting.figures = pdoc__alloc_zero(1, sizeof *counting.figures, error);
    bool done = false;
    if (counting.figures) {
        atomic_init(&counting.figures->references, 1);
        counting.figures->as_of = judge.as_of;
        counting.figures->first = first;
        counting.figures->last = last;
        done = count_all(&counting, &judge, first, last, error);
    }
    pdoc__free(counting.durations);
    pdoc__judge_end(&judge);
    if (done)
        return counting.figures;
    pdoc_issue_figures_unref(counting.figures);
    return NULL;
}

pdoc_issue_figures *pdoc_issue_figures_ref(pdoc_issue_figures *figures)
{
    if (figures)
        atomic_fetch_add_explicit(&figures->references, 1, memory_order_relaxed);
    return figures;
}

void pdoc_issue_figures_unref(pdoc_issue_figures *figures)
{
    if (!figures || atomic_fetch_sub_explicit(&figures->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__free(figures->items);
    pdoc__arena_free(&figures->arena);
    pdoc__free(figures);
}

static const struct pdoc__figure *figure_at(const pdoc_issue_figures *figures, size_t index)
{
    return figures && index < figures->count ? &figures->items[index] : NULL;
}

size_t pdoc_issue_figures_count(const pdoc_issue_figures *figures)
{
    return figures ? figures->count : 0;
}

const char *pdoc_issue_figures_track(const pdoc_issue_figures *figures, size_t index)
{
    const struct pdoc__figure *figure = figure_at(figures, index);
    return figure ? figure->track : NULL;
}

const char *pdoc_issue_figures_measure(const pdoc_issue_figures *figures, size_t index)
{
    const struct pdoc__figure *figure = figure_at(figures, index);
    return figure ? figure->measure : NULL;
}

const char *pdoc_issue_figures_key(const pdoc_issue_figures *figures, size_t index)
{
    const struct pdoc__figure *figure = figure_at(figures, index);
    return figure ? figure->key : NULL;
}

int64_t pdoc_issue_figures_number(const pdoc_issue_figures *figures, size_t index)
{
    const struct pdoc__figure *figure = figure_at(figures, index);
    return figure ? figure->number : 0;
}
