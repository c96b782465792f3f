/* SPDX-License-Identifier: MIT */
/* Levelling: against every plan that there is, and what holds of every plan of random jobs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "governance/levelling/level.h"

enum { MOST = 400, OWNERS = 6 };

static uint64_t random_state;

static uint32_t pick(uint32_t below)
{
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(random_state >> 33) % below;
}

struct sample {
    struct pdoc__job jobs[MOST];
    uint32_t capacities[OWNERS];
    struct pdoc__level level;
};

struct kind {
    const char *name;
    uint32_t jobs, months, weights;
    bool has_sets, has_capacities, keeps;
};

static const uint32_t efforts[] = {1, 2, 3, 5, 8};

static void fill(struct sample *sample, const struct kind *kind)
{
    memset(sample, 0, sizeof *sample);
    const uint32_t count = 1 + pick(kind->jobs);
    for (uint32_t i = 0; i < count; i++) {
        struct pdoc__job *job = &sample->jobs[i];
        *job = (struct pdoc__job){.effort = efforts[pick(kind->weights)], .owner = pick(OWNERS), .previous = -1};
        const uint32_t first = pick(kind->months);
        for (uint32_t k = 0; k <= pick(4); k++)
            if (kind->has_sets || first + k < kind->months)
                pdoc__months_add(&job->months, kind->has_sets ? pick(kind->months) : first + k);
        if (kind->keeps && pick(5) > 0)
            job->previous = (int32_t)pick(kind->months);
    }
    for (uint32_t i = 0; i < OWNERS; i++)
        sample->capacities[i] = kind->has_capacities ? efforts[kind->weights - 1] + pick(3) : UINT32_MAX;
    sample->level = (struct pdoc__level){.jobs = sample->jobs,
                                         .count = count,
                                         .month_count = kind->months,
                                         .capacities = sample->capacities,
                                         .owner_count = OWNERS,
                                         .keep = kind->keeps,
                                         .effort_limit = 1u << 20};
}

/* What must hold of any plan. */
static void check(const struct sample *sample)
{
    const struct pdoc__level *level = &sample->level;
    static uint32_t owned[OWNERS][PDOC__LEVEL_MONTHS];
    uint32_t loads[PDOC__LEVEL_MONTHS] = {0};
    uint32_t peak = 0, moved = 0;
    bool is_feasible = true;
    memset(owned, 0, sizeof owned);
    for (size_t i = 0; i < level->count; i++) {
        const struct pdoc__job *job = &sample->jobs[i];
        moved += job->previous >= 0 && job->previous != job->month;
        is_feasible = is_feasible && job->month >= 0;
        if (job->month < 0)
            continue;
        assert_true((uint32_t)job->month < level->month_count);
        assert_true(pdoc__months_has(&job->months, (uint32_t)job->month));
        loads[job->month] += job->effort;
        owned[job->owner][job->month] += job->effort;
        assert_true(owned[job->owner][job->month] <= sample->capacities[job->owner]);
        peak = loads[job->month] > peak ? loads[job->month] : peak;
    }
    assert_int_equal(level->peak, peak);
    assert_int_equal(level->moved, moved);
    assert_int_equal(level->is_feasible, is_feasible);
    assert_true(level->lower_bound <= peak);
    assert_true(!level->is_optimal || level->lower_bound == peak);
    if (!is_feasible || level->tight_months == 0)
        return;
    assert_true(level->tight_first <= level->tight_last && level->tight_last < level->month_count);
    for (uint32_t month = 0; month < level->month_count; month++)
        if (pdoc__months_has(&level->tight, month))
            assert_true(month >= level->tight_first && month <= level->tight_last);
}

/* Every plan that there is, one job after the other. */
struct every {
    const struct sample *sample;
    uint32_t loads[16];
    uint32_t owned[OWNERS][16];
    uint32_t peak;  /* the lowest */
    uint32_t moved; /* the fewest at that peak */
};

static void try_every(struct every *every, size_t index, uint32_t peak, uint32_t moved)
{
    const struct pdoc__level *level = &every->sample->level;
    if (peak > every->peak)
        return;
    if (index == level->count) {
        every->moved = peak < every->peak || moved < every->moved ? moved : every->moved;
        every->peak = peak;
        return;
    }
    const struct pdoc__job *job = &every->sample->jobs[index];
    for (uint32_t month = 0; month < level->month_count; month++) {
        if (!pdoc__months_has(&job->months, month) ||
            every->owned[job->owner][month] + job->effort > every->sample->capacities[job->owner])
            continue;
        every->loads[month] += job->effort;
        every->owned[job->owner][month] += job->effort;
        try_every(every, index + 1, every->loads[month] > peak ? every->loads[month] : peak,
                  moved + (job->previous >= 0 && job->previous != (int32_t)month));
        every->loads[month] -= job->effort;
        every->owned[job->owner][month] -= job->effort;
    }
}

static void no_plan_is_better(const struct kind *kind, unsigned turns)
{
    for (unsigned turn = 0; turn < turns; turn++) {
        struct sample sample;
        struct every every = {.sample = &sample, .peak = UINT32_MAX, .moved = UINT32_MAX};
        fill(&sample, kind);
        assert_true(pdoc__level(&sample.level, NULL));
        check(&sample);
        try_every(&every, 0, 0, 0);
        assert_int_equal(sample.level.is_feasible, every.peak != UINT32_MAX);
        if (!sample.level.is_feasible)
            continue;
        assert_int_equal(sample.level.peak, every.peak);
        assert_true(sample.level.is_optimal);
        if (kind->keeps)
            assert_int_equal(sample.level.moved, every.moved);
    }
}

static void small_cases_have_the_lowest_peak_and_the_fewest_moves(void **state)
{
    static const struct kind kinds[] = {
        {"unit", 8, 5, 1, false, false, false},        {"unit sets", 8, 5, 1, true, false, false},
        {"unit capacities", 8, 4, 1, true, true, false}, {"unit re-plan", 8, 4, 1, false, false, true},
        {"unit capacities re-plan", 8, 4, 1, true, true, true},
        {"weights", 8, 5, 5, false, false, false},     {"weights sets", 8, 5, 5, true, false, false},
        {"weights capacities", 8, 4, 4, true, true, false}, {"weights re-plan", 7, 4, 4, true, false, true},
    };
    (void)state;
    random_state = 20261124;
    print_message("seed %llu\n", (unsigned long long)random_state);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        no_plan_is_better(&kinds[i], 150);
}

static void every_plan_keeps_to_months_and_capacities(void **state)
{
    static const struct kind kinds[] = {
        {"unit", MOST - 1, 36, 1, false, false, false}, {"sets", MOST - 1, 36, 1, true, true, true},
        {"weights", MOST - 1, 36, 5, true, false, true}, {"capacities", MOST - 1, 24, 5, true, true, false},
        {"long", MOST - 1, 120, 5, false, true, true},
    };
    (void)state;
    random_state = 7;
    print_message("seed %llu\n", (unsigned long long)random_state);
    for (unsigned turn = 0; turn < 200; turn++) {
        struct sample sample;
        fill(&sample, &kinds[turn % (sizeof kinds / sizeof *kinds)]);
        assert_true(pdoc__level(&sample.level, NULL));
        check(&sample);
    }
}

static void the_same_jobs_give_the_same_plan(void **state)
{
    static const struct kind kind = {"capacities", MOST - 1, 24, 5, true, true, true};
    (void)state;
    random_state = 11;
    for (unsigned turn = 0; turn < 20; turn++) {
        struct sample first, second;
        fill(&first, &kind);
        second = first;
        second.level.jobs = second.jobs;
        second.level.capacities = second.capacities;
        assert_true(pdoc__level(&first.level, NULL));
        assert_true(pdoc__level(&second.level, NULL));
        assert_memory_equal(first.jobs, second.jobs, sizeof first.jobs);
    }
}

static void few_steps_still_give_a_plan_that_claims_nothing(void **state)
{
    static const struct kind kind = {"capacities", MOST - 1, 36, 5, true, true, true};
    (void)state;
    random_state = 3;
    for (unsigned turn = 0; turn < 50; turn++) {
        struct sample sample;
        fill(&sample, &kind);
        sample.level.effort_limit = 1 + pick(2000);
        assert_true(pdoc__level(&sample.level, NULL));
        check(&sample);
    }
}

static struct pdoc__months months_of(uint32_t first, uint32_t last)
{
    struct pdoc__months months = {{0}};
    for (uint32_t month = first; month <= last; month++)
        pdoc__months_add(&months, month);
    return months;
}

static void the_months_that_must_take_too_much_are_named(void **state)
{
    struct pdoc__job jobs[7];
    uint32_t capacities[] = {1};
    (void)state;
    for (size_t i = 0; i < 7; i++)
        jobs[i] = (struct pdoc__job){.months = months_of(2, 4), .effort = 1, .owner = UINT32_MAX, .previous = -1};
    struct pdoc__level level = {.jobs = jobs, .count = 7, .month_count = 12};
    assert_true(pdoc__level(&level, NULL));
    assert_int_equal(level.peak, 3);
    assert_true(level.is_optimal);
    assert_int_equal(level.tight_first, 2);
    assert_int_equal(level.tight_last, 4);
    assert_int_equal(level.tight_months, 3);
    assert_int_equal(level.tight_effort, 7);
    assert_int_equal(level.tight_owner, UINT32_MAX);
    /* two of one owner, who can do one a month: both months are needed, and one of them is full already */
    jobs[0] = jobs[1] = (struct pdoc__job){.months = months_of(0, 1), .effort = 1, .owner = 0, .previous = -1};
    jobs[2] = (struct pdoc__job){.months = months_of(0, 0), .effort = 1, .owner = UINT32_MAX, .previous = -1};
    level = (struct pdoc__level){.jobs = jobs, .count = 3, .month_count = 2, .capacities = capacities, .owner_count = 1};
    assert_true(pdoc__level(&level, NULL));
    assert_int_equal(level.peak, 2);
    assert_true(level.is_optimal);
    assert_int_equal(level.tight_owner, 0);
    assert_int_equal(level.tight_months, 1);
    assert_int_equal(level.tight_effort, 2);
}

static void a_job_without_a_month_is_left_out(void **state)
{
    struct pdoc__job jobs[3] = {
        {.months = {{0}}, .effort = 1, .owner = UINT32_MAX, .previous = -1},
        {.months = months_of(0, 3), .effort = 9, .owner = 0, .previous = 2},
        {.months = months_of(1, 1), .effort = 2, .owner = 0, .previous = 1},
    };
    uint32_t capacities[] = {8};
    (void)state;
    struct pdoc__level level = {
        .jobs = jobs, .count = 3, .month_count = 4, .capacities = capacities, .owner_count = 1, .keep = true};
    assert_true(pdoc__level(&level, NULL));
    assert_false(level.is_feasible);
    assert_int_equal(jobs[0].month, -1);
    assert_int_equal(jobs[1].month, -1); /* more than its owner can do in any month */
    assert_int_equal(jobs[2].month, 1);
    assert_int_equal(level.moved, 1);
    assert_int_equal(level.peak, 2);
    level = (struct pdoc__level){.jobs = jobs, .count = 0, .month_count = 4};
    assert_true(pdoc__level(&level, NULL));
    assert_true(level.is_feasible);
    assert_int_equal(level.peak, 0);
}

/* Each allocation fails in turn, until none does. */
static void fail_in_turn(const struct kind *kind)
{
    for (long allocations = 0;; allocations++) {
        struct sample sample;
        pdoc_error *error = NULL;
        random_state = 99;
        fill(&sample, kind);
        const long held = memory_held;
        memory_fails_after(allocations);
        const bool is_done = pdoc__level(&sample.level, &error);
        memory_fails_after(-1);
        assert_int_equal(memory_held, held);
        assert_int_equal(is_done, error == NULL);
        if (!is_done)
            assert_int_equal(pdoc_error_status(error), PDOC_ERR_NOMEM);
        pdoc_error_free(error);
        if (is_done)
            return;
        assert_true(allocations < 500);
    }
}

static void memory_that_runs_out_is_told(void **state)
{
    static const struct kind kinds[] = {
        {"unit", 30, 12, 1, false, true, true}, {"weights", 30, 12, 5, true, true, true},
        {"few", 8, 4, 4, true, true, true},     {"many", MOST - 1, 24, 5, true, true, false},
    };
    (void)state;
    memory_fails_after(-1);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        fail_in_turn(&kinds[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_cases_have_the_lowest_peak_and_the_fewest_moves),
        cmocka_unit_test(every_plan_keeps_to_months_and_capacities),
        cmocka_unit_test(the_same_jobs_give_the_same_plan),
        cmocka_unit_test(few_steps_still_give_a_plan_that_claims_nothing),
        cmocka_unit_test(the_months_that_must_take_too_much_are_named),
        cmocka_unit_test(a_job_without_a_month_is_left_out),
        cmocka_unit_test(memory_that_runs_out_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
