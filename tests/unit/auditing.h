/* SPDX-License-Identifier: MIT */
/* What tests of the audit share: a register and a profile from their XML, a report, and questions to it. */
#ifndef PDOC_TESTS_AUDITING_H
#define PDOC_TESTS_AUDITING_H

#include "profiles.h"

#define REGISTER_START "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\"><title>Test</title>\n"
#define REGISTER(content) REGISTER_START "<profile ref=\"p\"/>\n" content "\n</register>\n"

static inline pdoc_register *read_register(const char *text)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_memory(text, strlen(text), "test-register.xml", NULL, &error);
    for (const pdoc_error *each = error; each; each = pdoc_error_next(each))
        print_error("line %u: %s\n", (unsigned)pdoc_error_line(each), pdoc_error_message(each));
    assert_non_null(reg);
    return reg;
}

static inline pdoc_date day_of(const char *text)
{
    pdoc_date day = {0, 0, 0};
    assert_int_equal(pdoc_date_parse(text, &day, NULL), PDOC_OK);
    return day;
}

/* The report of a register under the profile, by itself: register and profile are gone when it is read. */
static inline pdoc_report *audit_texts(const char *profile_text, const char *register_text, const char *day)
{
    pdoc_error *error = NULL;
    pdoc_profile_set *set = pdoc_profile_set_new(NULL);
    pdoc_profile *profile = read_good(profile_text, NULL);
    pdoc_register *reg = read_register(register_text);
    assert_int_equal(pdoc_profile_set_add(set, profile, NULL), PDOC_OK);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of(day), .profiles = set};
    pdoc_report *report = pdoc_audit(reg, &basis, &error);
    if (!report)
        print_error("%s\n", pdoc_error_message(error));
    assert_non_null(report);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
    pdoc_profile_set_unref(set);
    return report;
}

/* First finding of a rule or code, SIZE_MAX if there is none. */
static inline size_t finding_of_rule(const pdoc_report *report, const char *rule)
{
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++)
        if (strcmp(pdoc_report_finding_rule(report, i), rule) == 0)
            return i;
    return SIZE_MAX;
}

/* Outcome of a rule on a document; -1 if it has no result there. */
static inline int outcome_on(const pdoc_report *report, const char *rule, size_t document)
{
    int outcome = -1;
    for (size_t i = 0; i < pdoc_report_result_count(report); i++) {
        if (strcmp(pdoc_report_result_rule(report, i), rule) != 0 || pdoc_report_result_document(report, i) != document)
            continue;
        assert_int_equal(outcome, -1); /* one result for each rule and subject */
        outcome = (int)pdoc_report_result_outcome(report, i);
    }
    return outcome;
}

static inline void show_findings(const pdoc_report *report)
{
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++)
        print_error("  %s at %s: %s\n", pdoc_report_finding_rule(report, i), pdoc_report_finding_place(report, i),
                    pdoc_report_finding_message(report, i));
}

static inline void assert_contains(const char *text, const char *words)
{
    if (text && strstr(text, words))
        return;
    print_error("\"%s\" does not hold \"%s\"\n", text ? text : "(nothing)", words);
    fail();
}

#endif
