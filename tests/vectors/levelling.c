/* SPDX-License-Identifier: MIT */
/* Vectors of levelling: small cases with their optimum, and portfolios with a bound. Checks every plan by itself. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "governance/levelling/level.h"
#include "json.h"
#include "vectors.h"

enum { MOST_OWNERS = 256, NAME_SIZE = 64 };

struct instance {
    struct pdoc__level level;
    struct pdoc__job *jobs;
    size_t room;
    char owners[MOST_OWNERS][NAME_SIZE];
    uint32_t capacities[MOST_OWNERS];
    size_t owner_count;
};

static struct pdoc__job *add_job(struct instance *instance)
{
    if (instance->level.count == instance->room) {
        const size_t room = instance->room ? instance->room * 2 : 64;
        struct pdoc__job *larger = realloc(instance->jobs, room * sizeof *larger);
        if (!larger)
            return NULL;
        instance->jobs = larger;
        instance->room = room;
    }
    struct pdoc__job *job = &instance->jobs[instance->level.count++];
    *job = (struct pdoc__job){.effort = 1, .owner = UINT32_MAX, .previous = -1};
    return job;
}

static uint32_t owner_of(const struct instance *instance, const char *name)
{
    for (size_t i = 0; i < instance->owner_count; i++)
        if (strcmp(instance->owners[i], name) == 0)
            return (uint32_t)i;
    return UINT32_MAX;
}

/* Only owners with a capacity are told apart. */
static void take_capacities(struct instance *instance, const char *capacities)
{
    for (const char *name = capacities ? json_first(capacities) : NULL; name; name = json_next(name)) {
        const bool is_name = instance->owner_count < MOST_OWNERS &&
                             json_text(name, instance->owners[instance->owner_count], NAME_SIZE);
        name = json_next(name);
        if (!name)
            return;
        if (is_name)
            instance->capacities[instance->owner_count++] = (uint32_t)json_number(name, 0);
    }
}

static void take_months(struct pdoc__job *job, const char *list)
{
    for (const char *month = list ? json_first(list) : NULL; month; month = json_next(month))
        if (json_number(month, PDOC__LEVEL_MONTHS) < (long)PDOC__LEVEL_MONTHS)
            pdoc__months_add(&job->months, (uint32_t)json_number(month, 0));
}

static bool solve(struct instance *instance)
{
    instance->level.jobs = instance->jobs;
    instance->level.capacities = instance->capacities;
    instance->level.owner_count = instance->owner_count;
    return pdoc__level(&instance->level, NULL);
}

/* NULL: every job is in one of its months, no capacity is passed, and the peak is what is said. */
static const char *fault_of(const struct instance *instance)
{
    static uint32_t owned[MOST_OWNERS][PDOC__LEVEL_MONTHS];
    uint32_t loads[PDOC__LEVEL_MONTHS] = {0};
    uint32_t peak = 0;
    memset(owned, 0, sizeof owned);
    for (size_t i = 0; i < instance->level.count; i++) {
        const struct pdoc__job *job = &instance->jobs[i];
        if (job->month < 0)
            continue;
        if (!pdoc__months_has(&job->months, (uint32_t)job->month))
            return "a document is in a month that is not open to it";
        loads[job->month] += job->effort;
        peak = loads[job->month] > peak ? loads[job->month] : peak;
        if (job->owner >= instance->owner_count)
            continue;
        owned[job->owner][job->month] += job->effort;
        if (owned[job->owner][job->month] > instance->capacities[job->owner])
            return "a capacity is passed";
    }
    if (peak != instance->level.peak)
        return "the peak is not the one that is said";
    return instance->level.lower_bound > peak ? "the lower bound is above the peak" : NULL;
}

static bool take_small(struct instance *instance, const char *object)
{
    const char *docs = json_member(object, "docs");
    take_capacities(instance, json_member(object, "owner_cap"));
    instance->level.month_count = (uint32_t)json_number(json_member(object, "months"), 0);
    instance->level.keep = json_member(object, "min_moves_at_optimal_peak") != NULL;
    for (const char *doc = docs ? json_first(docs) : NULL; doc; doc = json_next(doc)) {
        char owner[NAME_SIZE] = "";
        struct pdoc__job *job = add_job(instance);
        if (!job)
            return false;
        json_text(json_member(doc, "owner"), owner, sizeof owner);
        job->owner = owner_of(instance, owner);
        job->effort = (uint32_t)json_number(json_member(doc, "effort"), 1);
        job->previous = (int32_t)json_number(json_member(doc, "previous_month"), -1);
        take_months(job, json_member(doc, "months"));
    }
    return instance->level.count > 0 && instance->level.month_count > 0 &&
           instance->level.month_count <= PDOC__LEVEL_MONTHS;
}

static int32_t sum_of_squares(const struct instance *instance)
{
    int32_t loads[PDOC__LEVEL_MONTHS] = {0};
    int32_t sum = 0;
    for (size_t i = 0; i < instance->level.count; i++)
        loads[instance->jobs[i].month] += (int32_t)instance->jobs[i].effort;
    for (size_t month = 0; month < PDOC__LEVEL_MONTHS; month++)
        sum += loads[month] * loads[month];
    return sum;
}

static enum answer judge_small(struct row *row, const struct instance *instance, const char *object)
{
    const struct pdoc__level *level = &instance->level;
    const char *fault = fault_of(instance);
    const char *squares = json_member(object, "min_sum_squares");
    if (fault)
        return because(row, FAILED, fault, "");
    if (json_is(json_member(object, "feasible"), "false"))
        return level->is_feasible ? because(row, FAILED, "there is no plan, and one was made", "") : PASSED;
    if (!level->is_feasible)
        return because(row, FAILED, "there is a plan, and none was found", "");
    if (same_number(row, "peak", (int32_t)json_number(json_member(object, "optimal_peak"), INT32_MIN),
                    (int32_t)level->peak) != PASSED)
        return FAILED;
    if (!level->is_optimal)
        return because(row, FAILED, "it is not known that the peak is the lowest", "");
    if (squares && same_number(row, "sum of squares", (int32_t)json_number(squares, INT32_MIN),
                               sum_of_squares(instance)) != PASSED)
        return FAILED;
    if (!level->keep)
        return PASSED;
    if (!level->moved_is_least)
        return because(row, FAILED, "it is not known that the moves are the fewest", "");
    return same_number(row, "moves", (int32_t)json_number(json_member(object, "min_moves_at_optimal_peak"), INT32_MIN),
                       (int32_t)level->moved);
}

enum answer ask_levelling(struct row *row)
{
    const char *object = cell(row, "object");
    struct instance *instance = calloc(1, sizeof *instance);
    enum answer answer = FAILED;
    if (!instance || !take_small(instance, object))
        because(row, FAILED, "the case cannot be read", "");
    else if (!solve(instance))
        because(row, FAILED, "memory ran out", "");
    else
        answer = judge_small(row, instance, object);
    if (instance)
        free(instance->jobs);
    free(instance);
    return answer;
}

static bool is_blocked(const char *blocked, long month)
{
    for (const char *value = blocked ? json_first(blocked) : NULL; value; value = json_next(value))
        if (json_number(value, -1) == month)
            return true;
    return false;
}

/* Either a list of months, or the earliest and the latest of them less those that are blocked. */
static bool take_row(struct instance *instance, struct row *row, const char *object)
{
    struct pdoc__job *job = add_job(instance);
    if (!job)
        return false;
    job->owner = owner_of(instance, cell(row, "owner"));
    job->effort = (uint32_t)number(row, "effort");
    const char *blocked = json_member(object, "blocked");
    bool has_list = false;
    for (size_t i = 0; i < row->head_count; i++)
        has_list = has_list || strcmp(row->heads[i], "months") == 0;
    if (!has_list) {
        const int32_t latest = number(row, "latest");
        for (int32_t month = number(row, "earliest"); month >= 0 && month <= latest && month < 120; month++)
            if (!is_blocked(blocked, month))
                pdoc__months_add(&job->months, (uint32_t)month);
        return true;
    }
    for (const char *text = cell(row, "months"); *text; text += strcspn(text, " "), text += strspn(text, " "))
        pdoc__months_add(&job->months, (uint32_t)strtol(text, NULL, 10) % PDOC__LEVEL_MONTHS);
    return true;
}

static bool take_portfolio(struct instance *instance, const char *object, char *text)
{
    const char *heads[MOST_CELLS];
    struct row row = {.heads = heads};
    size_t line = 1;
    take_capacities(instance, json_member(object, "owner_effort_cap"));
    instance->level.month_count = (uint32_t)json_number(json_member(object, "months"), 0);
    text = next_row(text, heads, &row.head_count, &line);
    for (text = text ? next_row(text, row.cells, &row.cell_count, &line) : NULL; text;
         text = next_row(text, row.cells, &row.cell_count, &line))
        if (!take_row(instance, &row, object))
            return false;
    return (long)instance->level.count == json_number(json_member(object, "n"), -1) &&
           instance->level.month_count > 0 && instance->level.month_count <= PDOC__LEVEL_MONTHS;
}

static enum answer judge_portfolio(struct row *row, const struct instance *instance, const char *object)
{
    const struct pdoc__level *level = &instance->level;
    const char *fault = fault_of(instance);
    const long best = json_number(json_member(object, "best_known_peak"), -1);
    if (fault)
        return because(row, FAILED, fault, "");
    if (!level->is_feasible)
        return because(row, FAILED, "there is a plan, and none was found", "");
    if (json_is(json_member(object, "proved_optimal"), "true"))
        return same_number(row, "peak", (int32_t)best, (int32_t)level->peak);
    return (long)level->peak <= best ? PASSED : same_number(row, "peak", (int32_t)best, (int32_t)level->peak);
}

enum answer ask_portfolio(struct row *row)
{
    const char *object = cell(row, "object");
    char name[NAME_SIZE], path[4096];
    struct instance *instance = calloc(1, sizeof *instance);
    enum answer answer = FAILED;
    char *text = NULL;
    if (json_text(json_member(object, "file"), name, sizeof name)) {
        snprintf(path, sizeof path, "%s/%s", cell(row, "folder"), name);
        text = content_of(path);
    }
    if (!instance || !text || !take_portfolio(instance, object, text))
        because(row, FAILED, "the portfolio cannot be read", text ? "" : "its file is not there");
    else if (!solve(instance))
        because(row, FAILED, "memory ran out", "");
    else
        answer = judge_portfolio(row, instance, object);
    if (instance)
        free(instance->jobs);
    free(instance);
    free(text);
    return answer;
}
