/* SPDX-License-Identifier: MIT */
/* Measures the library against references in one run and prints a table of ratios. Usage: policydoc_bench PROFILE
   REGISTER [LARGER REGISTER], registers made by policydoc_bench_generate, the larger one ten or more times as large. */
#include <policydoc/policydoc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"

#define RUNS 9

struct subject {
    const char *path;
    pdoc_register *reg;
    pdoc_basis basis;
    pdoc_schedule *schedule;
    int32_t gzip_level;
};

static void *or_stop(void *result, pdoc_error *error)
{
    if (result)
        return result;
    fprintf(stderr, "bench: %s: %s\n", pdoc_status_name(pdoc_error_status(error)), pdoc_error_message(error));
    exit(1);
}

static pdoc_register *read_register(const char *path)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_file(path, NULL, &error);
    return or_stop(reg, error);
}

static void load(void *context)
{
    const struct subject *subject = context;
    pdoc_register_unref(read_register(subject->path));
}

static void save(void *context)
{
    const struct subject *subject = context;
    pdoc_error *error = NULL;
    pdoc_write_options options = {.size = sizeof options, .gzip_level = subject->gzip_level};
    pdoc_text_free(or_stop(pdoc_register_write_memory(subject->reg, &options, &error), error));
}

static void audit(void *context)
{
    const struct subject *subject = context;
    pdoc_error *error = NULL;
    pdoc_report_unref(or_stop(pdoc_audit(subject->reg, &subject->basis, &error), error));
}

static pdoc_date day_of(int32_t day)
{
    pdoc_date date = {1970, 1, 1};
    pdoc_offset offset = {.count = day, .unit = PDOC_UNIT_DAY};
    (void)!pdoc_date_add(date, offset, &date, NULL);
    return date;
}

static void window(void *context)
{
    const struct subject *subject = context;
    static pdoc_date days[BENCH_WINDOWS + BENCH_WINDOW_DAYS + 1];
    if (days[0].year == 0)
        for (int32_t i = 0; i <= BENCH_WINDOWS + BENCH_WINDOW_DAYS; i++)
            days[i] = day_of(BENCH_WINDOW_FIRST + i);
    volatile int64_t sink = 0; /* as in reference_sqlite.c: the sum of the documents of each window */
    const uint32_t *documents = pdoc_schedule_documents(subject->schedule, NULL);
    for (int i = 0; i < BENCH_WINDOWS; i++) {
        size_t begin;
        size_t end;
        int64_t sum = 0;
        pdoc_schedule_window(subject->schedule, days[i], days[i + BENCH_WINDOW_DAYS], &begin, &end);
        for (size_t entry = begin; entry < end; entry++)
            sum += documents[entry];
        sink += sum;
    }
    (void)sink;
}

static void months(void *unused)
{
    (void)unused;
    pdoc_offset offset = {.months = 36};
    volatile int32_t sink = 0;
    static pdoc_date days[40000];
    if (days[0].year == 0)
        for (int32_t day = 0; day < 40000; day++)
            days[day] = day_of(day);
    for (int32_t day = 0; day < 1000000; day++) {
        pdoc_date date;
        (void)!pdoc_date_add(days[day % 40000], offset, &date, NULL);
        sink += date.day;
    }
    (void)sink;
}

static void line(const char *what, double ratio, const char *target, bool reached)
{
    printf("%-58s %8.2f   %-14s %s\n", what, ratio, target, reached ? "reached" : "not reached");
}

static size_t file_size(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        fprintf(stderr, "bench: %s cannot be read\n", path);
        exit(1);
    }
    long size = ftell(file);
    fclose(file);
    return (size_t)size;
}

static void dues(struct subject *subject)
{
    pdoc_error *error = NULL;
    subject->schedule = or_stop(pdoc_schedule_new(subject->reg, &subject->basis, &error), error);
    size_t count = pdoc_schedule_count(subject->schedule);
    int32_t *days = malloc((count + 1) * sizeof *days);
    for (size_t i = 0; days && i < count; i++)
        days[i] = pdoc_date_days_between((pdoc_date){1970, 1, 1}, pdoc_schedule_due(subject->schedule, i));
    struct bench_sqlite *sqlite = reference_sqlite(days, count);
    double ours = bench_best(window, subject, RUNS);
    double theirs = bench_best(reference_sqlite_window, sqlite, RUNS);
    line("due in thirty days, against SQLite's index in memory", theirs / ours, ">= 50", theirs / ours >= 50);
    reference_sqlite_free(sqlite);
    free(days);
    pdoc_schedule_unref(subject->schedule);
}

static void measure(struct subject *subject, const char *larger)
{
    char path[4096];
    snprintf(path, sizeof path, "%s", subject->path);
    double sax = bench_best(reference_sax, path, RUNS);
    double loading = bench_best(load, subject, RUNS);
    line("load, against libxml2's SAX2 parse with empty handlers", sax / loading, ">= 0.65", sax / loading >= 0.65);

    size_t before = bench_memory();
    subject->reg = read_register(subject->path);
    double kept = (double)(bench_memory() - before) / (double)file_size(subject->path);
    line("memory kept, bytes for a byte of XML", kept, "<= 0.70", kept <= 0.70);

    struct bench_tape *tape = reference_tape(path);
    double writing = bench_best(save, subject, RUNS);
    double writer = bench_best(reference_text_writer, tape, RUNS);
    reference_tape_free(tape);
    line("save into memory, against xmlTextWriter", writer / writing, ">= 3", writer / writing >= 3);

    subject->gzip_level = 0;
    pdoc_text *text = pdoc_register_write_memory(subject->reg, NULL, NULL);
    struct bench_bytes bytes = {(const unsigned char *)pdoc_text_data(text), pdoc_text_size(text)};
    double deflating = bench_best(reference_deflate, &bytes, 3);
    subject->gzip_level = 6;
    double zipping = bench_best(save, subject, 3);
    subject->gzip_level = 0;
    pdoc_text_free(text);
    line("gzip save, time for that of deflate alone (level 6)", zipping / deflating, "<= 1.15", zipping / deflating <= 1.15);

    double judging = bench_best(audit, subject, RUNS);
    line("audit by thirty rules and the library's own, part of a load", judging / loading, "<= 0.10", judging / loading <= 0.10);
    dues(subject);
    double adding = bench_best(months, NULL, RUNS) / bench_best(reference_months, NULL, RUNS);
    line("three years on, against gmtime_r and timegm", adding, "<= 0.25", adding <= 0.25);
    pdoc_register_unref(subject->reg);

    if (!larger)
        return;
    struct subject big = {.path = larger};
    double flat = bench_best(load, &big, 3) / (double)file_size(larger) / (loading / (double)file_size(subject->path));
    line("cost of a byte in the larger register", flat, "<= 1.25", flat <= 1.25);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: policydoc_bench PROFILE REGISTER [LARGER]\n");
        return 2;
    }
    pdoc_error *error = NULL;
    pdoc_profile *profile = or_stop(pdoc_profile_read_file(argv[1], NULL, &error), error);
    struct subject subject = {.path = argv[2]};
    subject.basis = (pdoc_basis){.size = sizeof subject.basis, .as_of = {2026, 11, 22}, .profile = profile};
    printf("%-58s %8s   %-14s\n", argv[2], "ratio", "target");
    measure(&subject, argc > 3 ? argv[3] : NULL);
    pdoc_profile_unref(profile);
    return 0;
}
