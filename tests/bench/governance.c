/* SPDX-License-Identifier: MIT */
/* Measures a full profile, all tables of governance, on a register: for each document and rule against the profile of
   thirty rules, and against a load. Usage: policydoc_bench_governance THIRTY.xml FULL.xml REGISTER, the register one
   that policydoc_bench_generate made. */
#include <stdio.h>
#include <stdlib.h>

#include <policydoc/policydoc.h>

#include "measure.h"

#define RUNS 3

struct subject {
    const char *path;
    const pdoc_register *reg;
    pdoc_basis basis;
    size_t results;  /* of an audit: one for each rule and document */
    size_t findings; /* and those that are told */
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

static void audit(void *context)
{
    struct subject *subject = context;
    pdoc_error *error = NULL;
    pdoc_report *report = pdoc_audit(subject->reg, &subject->basis, &error);
    (void)or_stop(report, error);
    subject->results = pdoc_report_result_count(report);
    subject->findings = pdoc_report_finding_count(report);
    pdoc_report_unref(report);
}

static void next(void *context)
{
    const struct subject *subject = context;
    pdoc_error *error = NULL;
    pdoc_next_steps *steps = pdoc_register_next_steps(subject->reg, &subject->basis, &error);
    pdoc_next_steps_unref(or_stop(steps, error));
}

static void consultations(void *context)
{
    const struct subject *subject = context;
    pdoc_error *error = NULL;
    pdoc_consultations *all = pdoc_register_consultations(subject->reg, &subject->basis, &error);
    pdoc_consultations_unref(or_stop(all, error));
}

static pdoc_profile *read_profile(const char *path)
{
    pdoc_error *error = NULL;
    pdoc_profile *profile = pdoc_profile_read_file(path, NULL, &error);
    return or_stop(profile, error);
}

static double for_each(double seconds, const struct subject *subject)
{
    return seconds / (double)(subject->results > 0 ? subject->results : 1);
}

static void print(const char *what, double ratio)
{
    printf("%-66s %8.2f\n", what, ratio);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: policydoc_bench_governance THIRTY.xml FULL.xml REGISTER\n");
        return 2;
    }
    pdoc_profile *profiles[] = {read_profile(argv[1]), read_profile(argv[2])};
    struct subject thirty = {.path = argv[3]};
    thirty.basis = (pdoc_basis){.size = sizeof thirty.basis, .as_of = {2026, 11, 22}, .profile = profiles[0]};
    const double loading = bench_best(load, &thirty, RUNS);
    pdoc_register *reg = read_register(argv[3]);
    thirty.reg = reg;
    struct subject full = thirty;
    full.basis.profile = profiles[1];
    const double few = bench_best(audit, &thirty, RUNS);
    const double many = bench_best(audit, &full, RUNS);
    const double documents = (double)pdoc_register_document_count(reg);
    printf("%.0f documents, judged by %.1f rules each (%s, %.1f findings each) and by %.1f (%s)\n", documents,
           (double)full.results / documents, pdoc_profile_id(profiles[1]), (double)full.findings / documents,
           (double)thirty.results / documents, pdoc_profile_id(profiles[0]));
    print("audit by the full profile, part of a load", many / loading);
    print("for each document and rule, against the thirty rules", for_each(many, &full) / for_each(few, &thirty));
    print("next steps of all documents, part of a load", bench_best(next, &full, RUNS) / loading);
    print("consultations of all documents, part of a load", bench_best(consultations, &full, RUNS) / loading);
    printf("(%.0f ns for each document and rule, %.0f by the thirty, on this machine)\n", for_each(many, &full) * 1e9,
           for_each(few, &thirty) * 1e9);
    pdoc_register_unref(reg);
    for (size_t i = 0; i < 2; i++)
        pdoc_profile_unref(profiles[i]);
    return 0;
}
