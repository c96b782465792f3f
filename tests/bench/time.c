/* SPDX-License-Identifier: MIT */
/* Measures recurrence rules, working days and plans against references in one run and prints a table of ratios; a
   reference that is not there is left out with a word. Usage: policydoc_bench_time PROFILE */
#include <stdio.h>
#include <stdlib.h>

#include "measure.h"
#include "measure_time.h"

#define RUNS 9

struct subject {
    pdoc_calendar *calendar;
    pdoc_profile *profile;
    pdoc_register *reg;
    struct bench_holidays holidays;
    pdoc_date starts[BENCH_STARTS];
    long long sum; /* of the last question */
};

static bool all_agree = true;

static void *or_stop(void *result, pdoc_error *error)
{
    if (result)
        return result;
    fprintf(stderr, "bench: %s: %s\n", pdoc_status_name(pdoc_error_status(error)), pdoc_error_message(error));
    exit(1);
}

static void or_stop_status(pdoc_status status, pdoc_error *error)
{
    or_stop(status == PDOC_OK ? &all_agree : NULL, error);
}

static int32_t number_of(pdoc_date day)
{
    return pdoc_date_days_between((pdoc_date){1970, 1, 1}, day);
}

static pdoc_date day_of(int32_t number)
{
    pdoc_date day = {1970, 1, 1};
    (void)!pdoc_date_add(day, (pdoc_offset){.count = number}, &day, NULL);
    return day;
}

/* ---- ours ---- */

static long long sum_of_rule(const struct bench_rule *rule)
{
    pdoc_error *error = NULL;
    pdoc_date day = {0, 0, 0};
    long long sum = 0;
    pdoc_recurrence *recurrence = or_stop(pdoc_recurrence_parse(rule->rule, rule->start, &error), error);
    for (int i = 0; i < BENCH_OCCURRENCES; i++) {
        or_stop_status(pdoc_recurrence_next(recurrence, day, &day, &error), error);
        sum += number_of(day);
    }
    pdoc_recurrence_unref(recurrence);
    return sum;
}

static void recurrence(void *context)
{
    struct subject *subject = context;
    subject->sum = 0;
    for (int i = 0; i < BENCH_REPEATS; i++)
        for (size_t rule = 0; rule < BENCH_RULES; rule++)
            subject->sum += sum_of_rule(&bench_rules[rule]);
}

static void working_days(void *context)
{
    struct subject *subject = context;
    subject->sum = 0;
    for (size_t start = 0; start < BENCH_STARTS; start++)
        for (size_t i = 0; i < BENCH_COUNTS; i++) {
            const pdoc_offset offset = {.count = bench_counts[i], .unit = PDOC_UNIT_WORKING_DAY};
            pdoc_date day = {0, 0, 0};
            or_stop_status(
                pdoc_calendar_add(subject->calendar, subject->starts[start], offset, PDOC_ROLL_NONE, &day, NULL, NULL),
                NULL);
            subject->sum += number_of(day);
        }
}

static void plans(void *context)
{
    struct subject *subject = context;
    const pdoc_basis basis = {
        .size = sizeof basis, .as_of = {2024, 12, 31}, .profile = subject->profile, .calendar = subject->calendar};
    subject->sum = 0;
    for (size_t i = 0; i < BENCH_PLANS; i++) {
        pdoc_error *error = NULL;
        pdoc_plan *plan =
            or_stop(pdoc_document_plan(pdoc_register_document(subject->reg, i), &basis, NULL, &error), error);
        for (size_t step = 0; step < pdoc_plan_step_count(plan); step++)
            subject->sum += number_of(pdoc_plan_step_on(plan, step));
        pdoc_plan_unref(plan);
    }
}

/* ---- references ---- */

static void day_by_day(void *context)
{
    struct subject *subject = context;
    subject->sum = reference_day_by_day(&subject->holidays);
}

static void libical(void *context)
{
    struct subject *subject = context;
    reference_libical(&subject->sum);
}

/* A reference that finds other days did something else, and its ratio says nothing. */
static void line(const char *what, double ratio, bool agrees)
{
    all_agree = all_agree && agrees;
    printf("%-58s %8.1f   %s\n", what, ratio, agrees ? "the same days" : "other days");
}

static void skip(const char *what, const char *why)
{
    printf("%-58s %8s   skipped: %s\n", what, "-", why);
}

static void against_python(struct subject *subject, const char *question, const char *what, double ours)
{
    const long long sum = subject->sum;
    const struct bench_answer answer = reference_python(question, &subject->holidays);
    if (answer.absent[0])
        skip(what, answer.absent);
    else
        line(what, answer.seconds / ours, answer.sum == sum);
}

/* ---- the table ---- */

static void measure_recurrence(struct subject *subject)
{
    static const char against_libical[] = "120 monthly occurrences, against libical";
    long long sum = 0;
    const double ours = bench_best(recurrence, subject, RUNS);
    sum = subject->sum;
    if (reference_libical(&subject->sum))
        line(against_libical, bench_best(libical, subject, RUNS) / ours, subject->sum == sum);
    else
        skip(against_libical, "libical is not there (Debian package libical-dev)");
    subject->sum = sum;
    against_python(subject, "recurrence", "the same, against python-dateutil", ours);
}

static void measure_working_days(struct subject *subject)
{
    const double ours = bench_best(working_days, subject, RUNS);
    const long long sum = subject->sum;
    const double loop = bench_best(day_by_day, subject, RUNS);
    line("working days on and back, against a loop over days", loop / ours, subject->sum == sum);
    subject->sum = sum;
    /* numpy takes all starts at once, and has no call for each */
    against_python(subject, "working-days", "the same, against numpy, all starts in one call", ours);
}

static void measure_plans(struct subject *subject)
{
    const double ours = bench_best(plans, subject, 3);
    against_python(subject, "plans", "plans of 10,000 documents, against python-dateutil", ours);
    printf("  ours: %.1f microseconds a plan, with the words of each step\n", ours * 1e6 / BENCH_PLANS);
}

/* ---- what is measured with ---- */

static void take_holidays(struct subject *subject)
{
    const size_t count = pdoc_calendar_entry_count(subject->calendar);
    subject->holidays.days = or_stop(calloc(count + 1, sizeof *subject->holidays.days), NULL);
    for (size_t i = 0; i < count; i++) /* each is a day by itself */
        subject->holidays.days[subject->holidays.count++] = number_of(pdoc_calendar_entry_first(subject->calendar, i));
    for (int32_t i = 0; i < BENCH_STARTS; i++)
        subject->starts[i] = day_of(BENCH_START_FIRST + i);
}

static void make_register(struct subject *subject)
{
    pdoc_error *error = NULL;
    const pdoc_date none = {0, 0, 0};
    subject->reg = or_stop(pdoc_register_new(&error), error);
    pdoc_party *body =
        or_stop(pdoc_register_add_party(subject->reg, "executive", "executive", "Executive", &error), error);
    or_stop_status(
        pdoc_party_add_pattern(body, BENCH_MEETING_RULE, (pdoc_date)BENCH_MEETING_START, none, "following", &error),
        error);
    for (int32_t i = 0; i < BENCH_PLANS; i++) {
        const pdoc_date approved = day_of(BENCH_APPROVED_FIRST + i % BENCH_APPROVED_DAYS);
        pdoc_document *doc = or_stop(pdoc_register_add_document(subject->reg, "policy", "Policy", &error), error);
        or_stop(pdoc_document_add_version(doc, "V1", &error), error);
        pdoc_event *event =
            or_stop(pdoc_document_record(doc, "decided", approved, none, 1, "executive", &error), error);
        or_stop_status(pdoc_event_complete(event, "outcome", "approved", &error), error);
    }
}

int main(int argc, char **argv)
{
    static struct subject subject;
    pdoc_error *error = NULL;
    if (argc != 2) {
        fprintf(stderr, "usage: policydoc_bench_time PROFILE\n");
        return 2;
    }
    subject.calendar = or_stop(pdoc_calendar_shipped("england-and-wales", &error), error);
    subject.profile = or_stop(pdoc_profile_read_file(argv[1], NULL, &error), error);
    take_holidays(&subject);
    make_register(&subject);
    printf("%-58s %8s   %s\n", "time", "ratio", "found");
    measure_recurrence(&subject);
    measure_working_days(&subject);
    measure_plans(&subject);
    pdoc_register_unref(subject.reg);
    pdoc_profile_unref(subject.profile);
    pdoc_calendar_unref(subject.calendar);
    free(subject.holidays.days);
    if (!all_agree)
        fprintf(stderr, "bench: a reference finds other days\n");
    return all_agree ? 0 : 1;
}
