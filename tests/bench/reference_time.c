/* SPDX-License-Identifier: MIT */
/* What the arithmetic of time is compared with: a plain loop over days, libical, and python-dateutil and numpy, which a
   program in Python asks. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef PDOC_BENCH_LIBICAL
#include <libical/ical.h>
#endif

#include "measure_time.h"

const struct bench_rule bench_rules[BENCH_RULES] = {
    {"FREQ=MONTHLY;BYDAY=3TU", {2026, 1, 20}},
    {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", {2026, 1, 30}},
    {"FREQ=MONTHLY;BYMONTHDAY=-1", {2026, 1, 31}},
};

const int32_t bench_counts[BENCH_COUNTS] = {1, 2, 3, 5, 10, 20, 60, -1, -2, -3, -5, -10};

static int compare_days(const void *left, const void *right)
{
    const int32_t a = *(const int32_t *)left;
    const int32_t b = *(const int32_t *)right;
    return a < b ? -1 : a > b;
}

static bool is_working(const struct bench_holidays *holidays, int32_t day)
{
    if ((day + 3) % 7 > 4) /* 1970-01-01 was a Thursday */
        return false;
    return !bsearch(&day, holidays->days, holidays->count, sizeof *holidays->days, compare_days);
}

long long reference_day_by_day(const struct bench_holidays *holidays)
{
    long long sum = 0;
    for (int32_t start = BENCH_START_FIRST; start < BENCH_START_FIRST + BENCH_STARTS; start++)
        for (size_t i = 0; i < BENCH_COUNTS; i++) {
            const int32_t step = bench_counts[i] < 0 ? -1 : 1;
            int32_t day = start;
            for (int32_t left = bench_counts[i] * step; left > 0; left -= is_working(holidays, day))
                day += step;
            sum += day;
        }
    return sum;
}

#ifdef PDOC_BENCH_LIBICAL
static long long sum_of_rule(const struct bench_rule *rule)
{
    char text[16];
    long long sum = 0;
    snprintf(text, sizeof text, "%04d%02u%02u", rule->start.year, (unsigned)rule->start.month,
             (unsigned)rule->start.day);
    icalrecur_iterator *iterator =
        icalrecur_iterator_new(icalrecurrencetype_from_string(rule->rule), icaltime_from_string(text));
    for (int i = 0; i < BENCH_OCCURRENCES; i++) {
        const struct icaltimetype day = icalrecur_iterator_next(iterator);
        const pdoc_date date = {(int16_t)day.year, (uint8_t)day.month, (uint8_t)day.day};
        sum += pdoc_date_days_between((pdoc_date){1970, 1, 1}, date); /* as for ours */
    }
    icalrecur_iterator_free(iterator);
    return sum;
}

bool reference_libical(long long *sum)
{
    *sum = 0;
    for (int i = 0; i < BENCH_REPEATS; i++)
        for (size_t rule = 0; rule < BENCH_RULES; rule++)
            *sum += sum_of_rule(&bench_rules[rule]);
    return true;
}
#else
bool reference_libical(long long *sum)
{
    (void)sum;
    return false;
}
#endif

/* ---- Python ---- */

/* All that it must know, a line each. */
static void write_question(FILE *file, const char *question, const struct bench_holidays *holidays)
{
    fprintf(file, "question %s\nrepeats %d\noccurrences %d\n", question, BENCH_REPEATS, BENCH_OCCURRENCES);
    for (size_t i = 0; i < BENCH_RULES; i++)
        fprintf(file, "rule %04d-%02u-%02u %s\n", bench_rules[i].start.year, (unsigned)bench_rules[i].start.month,
                (unsigned)bench_rules[i].start.day, bench_rules[i].rule);
    fprintf(file, "starts %d %d\nplans %d %d %d\n", BENCH_START_FIRST, BENCH_STARTS, BENCH_PLANS, BENCH_APPROVED_FIRST,
            BENCH_APPROVED_DAYS);
    fprintf(file, "meetings 2020-01-21 %s\ncounts", BENCH_MEETING_RULE);
    for (size_t i = 0; i < BENCH_COUNTS; i++)
        fprintf(file, " %d", (int)bench_counts[i]);
    fprintf(file, "\nholidays");
    for (size_t i = 0; i < holidays->count; i++)
        fprintf(file, " %d", (int)holidays->days[i]);
    fprintf(file, "\n");
}

static void read_answer(FILE *file, struct bench_answer *answer)
{
    char line[256];
    if (!fgets(line, sizeof line, file)) {
        snprintf(answer->absent, sizeof answer->absent, "Python gave no answer");
        return;
    }
    line[strcspn(line, "\n")] = '\0';
    if (sscanf(line, "%lf %lld", &answer->seconds, &answer->sum) != 2)
        snprintf(answer->absent, sizeof answer->absent, "%.120s", line);
}

struct bench_answer reference_python(const char *question, const struct bench_holidays *holidays)
{
    struct bench_answer answer = {0};
    char path[] = "/tmp/policydoc-bench-XXXXXX";
    const int descriptor = mkstemp(path);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    char command[1024];
    if (!file) {
        snprintf(answer.absent, sizeof answer.absent, "no file for its question");
        return answer;
    }
    write_question(file, question, holidays);
    fclose(file);
    snprintf(command, sizeof command, "'%s' '%s' '%s'", PDOC_BENCH_PYTHON, PDOC_BENCH_SCRIPT, path);
    FILE *pipe = popen(command, "r");
    if (pipe)
        read_answer(pipe, &answer);
    else
        snprintf(answer.absent, sizeof answer.absent, "Python is not there");
    if (pipe)
        pclose(pipe);
    unlink(path);
    return answer;
}
