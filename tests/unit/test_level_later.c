/* SPDX-License-Identifier: MIT */
/* Levelling: of plans that are equally level, none is later than the one that is given. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "governance/levelling/level.h"

enum { MOST = 7, MONTHS = 5, OWNERS = 2 };

static uint64_t random_state = 20261125;

static uint32_t pick(uint32_t below)
{
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(random_state >> 33) % below;
}

static struct pdoc__months months_of(uint32_t first, uint32_t last)
{
    struct pdoc__months months = {{0}};
    for (uint32_t month = first; month <= last; month++)
        pdoc__months_add(&months, month);
    return months;
}

/* What a plan is judged by, in this order: the squares of its loads, then how late it is. */
struct worth {
    uint32_t peak, moved, squares, months;
};

struct every {
    const struct pdoc__level *level;
    int32_t month[MOST];
    struct worth best;
    bool is_found;
};

static struct worth worth_of(const struct pdoc__level *level, const int32_t *months)
{
    uint32_t loads[MONTHS] = {0};
    struct worth worth = {0};
    for (size_t i = 0; i < level->count; i++) {
        loads[months[i]] += level->jobs[i].effort;
        worth.months += (uint32_t)months[i];
        worth.moved += level->keep && level->jobs[i].previous >= 0 && level->jobs[i].previous != months[i];
    }
    for (size_t month = 0; month < MONTHS; month++) {
        worth.squares += loads[month] * loads[month];
        worth.peak = loads[month] > worth.peak ? loads[month] : worth.peak;
    }
    return worth;
}

static bool fits(const struct every *every, size_t index)
{
    const struct pdoc__job *job = &every->level->jobs[index];
    uint32_t owned = 0;
    for (size_t i = 0; i <= index; i++)
        if (every->level->jobs[i].owner == job->owner && every->month[i] == every->month[index])
            owned += every->level->jobs[i].effort;
    return pdoc__months_has(&job->months, (uint32_t)every->month[index]) && owned <= every->level->capacities[job->owner];
}

static bool is_better(const struct worth *left, const struct worth *right)
{
    if (left->peak != right->peak)
        return left->peak < right->peak;
    if (left->moved != right->moved)
        return left->moved < right->moved;
    return left->squares != right->squares ? left->squares < right->squares : left->months > right->months;
}

static void try_every(struct every *every, size_t index)
{
    if (index == every->level->count) {
        const struct worth worth = worth_of(every->level, every->month);
        if (!every->is_found || is_better(&worth, &every->best))
            every->best = worth;
        every->is_found = true;
        return;
    }
    for (every->month[index] = 0; every->month[index] < MONTHS; every->month[index]++)
        if (fits(every, index))
            try_every(every, index + 1);
}

static void fill(struct pdoc__level *level, uint32_t *capacities, uint32_t efforts)
{
    level->count = 1 + pick(MOST);
    for (size_t i = 0; i < level->count; i++) {
        const uint32_t first = pick(MONTHS);
        level->jobs[i] = (struct pdoc__job){.months = months_of(first, first + pick(MONTHS - first)),
                                            .effort = 1 + pick(efforts),
                                            .owner = pick(OWNERS),
                                            .previous = level->keep ? (int32_t)pick(MONTHS) : -1};
    }
    for (size_t i = 0; i < OWNERS; i++)
        capacities[i] = pick(2) == 0 ? UINT32_MAX : efforts + pick(3);
}

static void of_equal_jobs_no_plan_as_level_is_later(void **state)
{
    struct pdoc__job jobs[MOST];
    uint32_t capacities[OWNERS];
    (void)state;
    print_message("seed %llu\n", (unsigned long long)random_state);
    for (unsigned turn = 0; turn < 600; turn++) {
        struct pdoc__level level = {
            .jobs = jobs, .month_count = MONTHS, .capacities = capacities, .owner_count = OWNERS, .keep = turn % 3 == 0};
        struct every every = {.level = &level};
        int32_t months[MOST];
        fill(&level, capacities, 1);
        try_every(&every, 0);
        assert_true(pdoc__level(&level, NULL));
        assert_int_equal(level.is_feasible, every.is_found);
        if (!every.is_found)
            continue;
        for (size_t i = 0; i < level.count; i++)
            months[i] = jobs[i].month;
        const struct worth worth = worth_of(&level, months);
        assert_int_equal(worth.peak, every.best.peak);
        assert_int_equal(worth.moved, every.best.moved);
        if (level.keep)
            continue;
        assert_int_equal(worth.squares, every.best.squares);
        assert_int_equal(worth.months, every.best.months);
    }
}

/* No single job could be later without more squares, more moves or a capacity that is passed. */
static void no_job_alone_could_be_later(void **state)
{
    struct pdoc__job jobs[MOST];
    uint32_t capacities[OWNERS];
    (void)state;
    for (unsigned turn = 0; turn < 600; turn++) {
        struct pdoc__level level = {
            .jobs = jobs, .month_count = MONTHS, .capacities = capacities, .owner_count = OWNERS, .keep = turn % 2 == 0};
        struct every every = {.level = &level};
        fill(&level, capacities, 3);
        assert_true(pdoc__level(&level, NULL));
        if (!level.is_feasible)
            continue;
        for (size_t i = 0; i < level.count; i++)
            every.month[i] = jobs[i].month;
        const struct worth worth = worth_of(&level, every.month);
        for (size_t i = 0; i < level.count; i++) {
            for (every.month[i] = jobs[i].month + 1; every.month[i] < MONTHS; every.month[i]++) {
                bool is_plan = true;
                for (size_t k = 0; k < level.count; k++)
                    is_plan = is_plan && fits(&every, k);
                const struct worth other = worth_of(&level, every.month);
                assert_false(is_plan && other.squares <= worth.squares && other.moved <= worth.moved);
            }
            every.month[i] = jobs[i].month;
        }
    }
}

static void what_is_late_is_done_soon(void **state)
{
    (void)state;
    for (uint32_t effort = 1; effort <= 2; effort++) {
        struct pdoc__job jobs[] = {
            {.months = months_of(0, 4), .effort = effort, .owner = UINT32_MAX, .previous = -1, .is_late = true},
            {.months = months_of(0, 4), .effort = 1, .owner = UINT32_MAX, .previous = -1},
        };
        struct pdoc__level level = {.jobs = jobs, .count = 2, .month_count = 5};
        assert_true(pdoc__level(&level, NULL));
        assert_int_equal(jobs[0].month, 0);
        assert_int_equal(jobs[1].month, 4);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_equal_jobs_no_plan_as_level_is_later),
        cmocka_unit_test(no_job_alone_could_be_later),
        cmocka_unit_test(what_is_late_is_done_soon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
