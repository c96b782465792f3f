/* SPDX-License-Identifier: MIT */
/* The questions of the benchmark of time, and who else is asked them. Every answer is a sum of day numbers, so that it
   can be seen that all did the same. */
#ifndef PDOC_BENCH_MEASURE_TIME_H
#define PDOC_BENCH_MEASURE_TIME_H

#include <policydoc/policydoc.h>

/* Rules of monthly meetings, each with its first day; each is read anew, and then so many days of it are taken. */
#define BENCH_RULES       3
#define BENCH_OCCURRENCES 120
#define BENCH_REPEATS     200
struct bench_rule {
    const char *rule;
    pdoc_date start;
};
extern const struct bench_rule bench_rules[BENCH_RULES];

/* Every day of ten years, so many working days on or back. */
#define BENCH_START_FIRST 16436 /* 2015-01-01 */
#define BENCH_STARTS      3653
#define BENCH_COUNTS      12
extern const int32_t bench_counts[BENCH_COUNTS];

/* Documents, approved on one day after the other, over and over again. */
#define BENCH_PLANS          10000
#define BENCH_APPROVED_FIRST 19052 /* 2022-03-01 */
#define BENCH_APPROVED_DAYS  1000
#define BENCH_MEETING_RULE   "FREQ=MONTHLY;BYDAY=3TU"
#define BENCH_MEETING_START                                                                                            \
    {                                                                                                                  \
        2020, 1, 21                                                                                                    \
    }

/* Holidays as day numbers, in order; what the references are told. */
struct bench_holidays {
    int32_t *days;
    size_t count;
};

struct bench_answer {
    double seconds;   /* of processor time, the best of several runs */
    long long sum;    /* of day numbers */
    char absent[128]; /* why it could not be asked; else empty */
};

/* One day after the other: is it a weekend, is it among the holidays? */
long long reference_day_by_day(const struct bench_holidays *holidays);
/* libical: reads the rule, and takes its days. False: it is not there. */
bool reference_libical(long long *sum);
/* A program in Python is asked "recurrence" (dateutil), "working-days" (numpy) or "plans" (dateutil). */
struct bench_answer reference_python(const char *question, const struct bench_holidays *holidays);

#endif
