/* SPDX-License-Identifier: MIT */
/* Tables of what rules come to, each beside a register of small documents: reads them, judges them, and sees which
   rules of the profile have no line. */
#ifndef PDOC_TESTS_RULE_CASES_H
#define PDOC_TESTS_RULE_CASES_H

#include "profiles.h"

#include <stdlib.h>

#include "governance/judge.h"

#define MOST_LINES 1000

/* One line: what a rule comes to for a document on a day. */
struct line {
    char text[200]; /* the columns point into it */
    const char *rule;
    const char *document; /* "-": the register itself */
    const char *outcome;
    pdoc_date as_of;
    unsigned number;
};

struct cases {
    const char *path; /* of the table */
    pdoc_profile *profile;
    pdoc_register *reg;
    pdoc_calendar *calendar; /* of the register; NULL: none */
    struct line lines[MOST_LINES];
    size_t count;
    unsigned failed;
};

#define FAILED(cases, line, ...)                                                                                       \
    do {                                                                                                               \
        print_error("%s:%u: %s of %s: ", (cases)->path, (line)->number, (line)->rule, (line)->document);               \
        print_error(__VA_ARGS__);                                                                                      \
        (cases)->failed++;                                                                                             \
    } while (0)

/* ---- reading ----------------------------------------------------------------------------------------------- */

static void split_line(struct line *line)
{
    const char **columns[] = {&line->rule, &line->document, NULL, &line->outcome};
    char *rest = line->text;
    rest[strcspn(rest, "\r\n")] = '\0';
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        char *column = rest;
        size_t length = strcspn(rest, "\t");
        rest += length + (column[length] == '\t');
        column[length] = '\0';
        if (columns[i])
            *columns[i] = column;
        else
            assert_int_equal(pdoc_date_parse(column, &line->as_of, NULL), PDOC_OK);
    }
    assert_string_not_equal(line->outcome, "");
}

static void read_lines(struct cases *cases)
{
    char text[sizeof cases->lines->text];
    FILE *file = fopen(cases->path, "r");
    assert_non_null(file);
    for (unsigned number = 1; fgets(text, sizeof text, file); number++) {
        if (number == 1 || text[0] == '\n')
            continue; /* the names of the columns */
        assert_true(cases->count < MOST_LINES);
        struct line *line = &cases->lines[cases->count++];
        memcpy(line->text, text, sizeof text);
        line->number = number;
        split_line(line);
    }
    fclose(file);
}

static void show_errors(const pdoc_error *error)
{
    for (; error; error = pdoc_error_next(error))
        print_error("line %u: %s\n", (unsigned)pdoc_error_line(error), pdoc_error_message(error));
}

/* The profile and the path are borrowed. */
static struct cases *open_cases(pdoc_profile *profile, const char *register_path, const char *table_path)
{
    pdoc_error *error = NULL;
    struct cases *cases = calloc(1, sizeof *cases);
    assert_non_null(cases);
    cases->path = table_path;
    cases->profile = profile;
    cases->reg = pdoc_register_read_file(register_path, NULL, &error);
    show_errors(error);
    assert_non_null(cases->reg);
    for (size_t i = 0; i < pdoc_register_notice_count(cases->reg); i++)
        print_error("%s: a notice\n", register_path);
    assert_int_equal(pdoc_register_notice_count(cases->reg), 0);
    cases->calendar = pdoc_register_make_calendar(cases->reg, NULL, NULL);
    read_lines(cases);
    return cases;
}

static void close_cases(struct cases *cases)
{
    pdoc_calendar_unref(cases->calendar);
    pdoc_register_unref(cases->reg);
    free(cases);
}

/* ---- what a rule comes to ---------------------------------------------------------------------------------- */

static pdoc_basis basis_of(const struct cases *cases, const struct line *line)
{
    return (pdoc_basis){
        .size = sizeof(pdoc_basis), .as_of = line->as_of, .profile = cases->profile, .calendar = cases->calendar};
}

static pdoc_document *document_of(const struct cases *cases, const struct line *line)
{
    for (size_t i = 0; i < pdoc_register_document_count(cases->reg); i++) {
        pdoc_document *doc = pdoc_register_document(cases->reg, i);
        if (strcmp(pdoc_document_id(doc), line->document) == 0)
            return doc;
    }
    return NULL;
}

static const char *outcome_code(pdoc_outcome outcome)
{
    return pdoc_table_code(PDOC_TABLE_OUTCOME, (size_t)outcome);
}

/* Outcome of a requirement; NULL if there is no result of that rule. */
static const char *requirement_outcome(const pdoc_report *report, const char *rule, bool of_register)
{
    for (size_t i = 0; i < pdoc_report_result_count(report); i++) {
        bool is_register = pdoc_report_result_document(report, i) == SIZE_MAX;
        if (is_register == of_register && strcmp(pdoc_report_result_rule(report, i), rule) == 0)
            return outcome_code(pdoc_report_result_outcome(report, i));
    }
    return NULL;
}

/* Outcome of a cell or section: that of the finding at its place; met where there is none and it is really there. */
static const char *place_outcome(const pdoc_report *report, const char *place, bool is_there)
{
    static const char *const codes[] = {"field-missing", "field-blank", "section-missing"};
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++) {
        if (strcmp(pdoc_report_finding_place(report, i), place) != 0)
            continue;
        for (size_t j = 0; j < sizeof codes / sizeof *codes; j++)
            if (strcmp(pdoc_report_finding_rule(report, i), codes[j]) == 0)
                return outcome_code(pdoc_report_finding_outcome(report, i));
    }
    return is_there ? "met" : "not there, and no finding";
}

static bool has_section(const struct pdoc_version *version, const char *code)
{
    for (size_t i = 0; i < pdoc_version_section_count(version); i++)
        if (strcmp(pdoc_version_section_code(version, i), code) == 0)
            return true;
    return false;
}

static const char *found_outcome(const struct line *line, const pdoc_document *doc, const pdoc_report *report)
{
    char place[200];
    const char *code = strchr(line->rule, ':');
    if (!code)
        return requirement_outcome(report, line->rule, !doc);
    const struct pdoc_version *version = doc ? pdoc_document_version(doc, 0) : NULL;
    if (!version)
        return "no version";
    bool is_field = strncmp(line->rule, "field:", 6) == 0;
    snprintf(place, sizeof place, "%s/%s", is_field ? "front-sheet" : "section", code + 1);
    bool is_there = is_field ? pdoc_version_find_row(version, code + 1) >= 0 : has_section(version, code + 1);
    return place_outcome(report, place, is_there);
}

static void judge_rule(struct cases *cases, const struct line *line, const pdoc_document *doc)
{
    const pdoc_basis basis = basis_of(cases, line);
    pdoc_error *error = NULL;
    pdoc_report *report = doc ? pdoc_document_audit(doc, &basis, &error) : pdoc_audit(cases->reg, &basis, &error);
    show_errors(error);
    assert_non_null(report);
    const char *found = found_outcome(line, doc, report);
    if (!found)
        FAILED(cases, line, "there is no such rule\n");
    else if (strcmp(found, line->outcome) != 0)
        FAILED(cases, line, "found %s, expected %s\n", found, line->outcome);
    pdoc_report_unref(report);
}

/* ---- when reviews are due ---------------------------------------------------------------------------------- */

static void judge_no_rule(struct cases *cases, const struct line *line, const pdoc_schedule *schedule, size_t entry,
                          const pdoc_document *doc)
{
    const char *type = line->rule + strlen("type:");
    if (strncmp(line->rule, "type:", 5) != 0 || !pdoc_document_type(doc) || strcmp(pdoc_document_type(doc), type) != 0)
        FAILED(cases, line, "\"no-rule\" is said of a type, by a document of that type\n");
    if (pdoc_schedule_state(schedule, entry) != PDOC_REVIEW_NO_RULE)
        FAILED(cases, line, "found the state %s, expected no-rule\n",
               pdoc_table_code(PDOC_TABLE_REVIEW_STATE, (size_t)pdoc_schedule_state(schedule, entry)));
}

static void judge_due(struct cases *cases, const struct line *line, const pdoc_schedule *schedule, size_t entry)
{
    pdoc_date expected;
    assert_int_equal(pdoc_date_parse(line->outcome + strlen("due="), &expected, NULL), PDOC_OK);
    pdoc_date found = pdoc_schedule_derived_last(schedule, entry);
    const char *rule = pdoc_schedule_rule(schedule, entry);
    if (!rule || strcmp(rule, line->rule) != 0)
        FAILED(cases, line, "the date comes from %s\n", rule ? rule : "no rule");
    if (pdoc_date_compare(found, expected) != 0)
        FAILED(cases, line, "found %04d-%02d-%02d, expected %s\n", found.year, found.month, found.day,
               line->outcome + strlen("due="));
    bool is_over = pdoc_date_is_before(expected, line->as_of) == PDOC_TRUE;
    if (is_over != (pdoc_schedule_state(schedule, entry) >= PDOC_REVIEW_OVERDUE))
        FAILED(cases, line, "the state is %s\n",
               pdoc_table_code(PDOC_TABLE_REVIEW_STATE, (size_t)pdoc_schedule_state(schedule, entry)));
}

/* A row says that nothing is due. */
static void judge_nothing(struct cases *cases, const struct line *line, const pdoc_schedule *schedule, size_t entry)
{
    const char *rule = pdoc_schedule_rule(schedule, entry);
    if (!rule || strcmp(rule, line->rule) != 0 || pdoc_schedule_state(schedule, entry) != PDOC_REVIEW_NONE)
        FAILED(cases, line, "%s says that something is due, or nothing\n", rule ? rule : "no rule");
}

static bool is_of_schedule(const struct line *line)
{
    return strcmp(line->outcome, "nothing-due") == 0 || strncmp(line->outcome, "due=", 4) == 0 ||
           strcmp(line->outcome, "no-rule") == 0;
}

static void judge_schedule(struct cases *cases, const struct line *line, const pdoc_document *doc)
{
    const pdoc_basis basis = basis_of(cases, line);
    pdoc_schedule *schedule = pdoc_schedule_new(cases->reg, &basis, NULL);
    assert_non_null(schedule);
    for (size_t i = 0; i < pdoc_register_document_count(cases->reg); i++) {
        if (pdoc_register_document(cases->reg, i) != doc)
            continue;
        size_t entry = pdoc_schedule_find(schedule, i);
        if (strcmp(line->outcome, "no-rule") == 0)
            judge_no_rule(cases, line, schedule, entry, doc);
        else if (strcmp(line->outcome, "nothing-due") == 0)
            judge_nothing(cases, line, schedule, entry);
        else
            judge_due(cases, line, schedule, entry);
    }
    pdoc_schedule_unref(schedule);
}

/* "phase=in-force" of a row that says when a document ends: it is there, and where it has ended, by that row. */
static void judge_phase(struct cases *cases, const struct line *line, const pdoc_document *doc)
{
    const pdoc_basis basis = basis_of(cases, line);
    struct pdoc__judge judge;
    assert_true(pdoc__judge_begin(&judge, cases->reg, &basis, NULL));
    assert_true(pdoc__judge_take(&judge, doc, NULL));
    const char *found = pdoc_table_code(PDOC_TABLE_PHASE, judge.phase.phase);
    const struct pdoc__due_rule *by = judge.phase.expired_by;
    if (strcmp(found, line->outcome + strlen("phase=")) != 0)
        FAILED(cases, line, "found the phase %s, expected %s\n", found, line->outcome + strlen("phase="));
    if (by ? strcmp(by->rule.id, line->rule) != 0 : strcmp(found, "withdrawn") == 0)
        FAILED(cases, line, "it ended by %s\n", by ? by->rule.id : "no row");
    pdoc__judge_end(&judge);
}

static void judge_line(struct cases *cases, const struct line *line)
{
    const pdoc_document *doc = document_of(cases, line);
    if (!doc && strcmp(line->document, "-") != 0)
        FAILED(cases, line, "the register holds no such document\n");
    else if (doc && strncmp(line->outcome, "phase=", 6) == 0)
        judge_phase(cases, line, doc);
    else if (doc && is_of_schedule(line))
        judge_schedule(cases, line, doc);
    else
        judge_rule(cases, line, doc);
}

static void judge_all(struct cases *cases)
{
    assert_true(cases->count > 0);
    for (size_t i = 0; i < cases->count; i++)
        judge_line(cases, &cases->lines[i]);
}

/* ---- does every rule have its cases? ----------------------------------------------------------------------- */

static bool has_outcome(const struct cases *cases, const char *rule, const char *outcome)
{
    for (size_t i = 0; i < cases->count; i++)
        if (strcmp(cases->lines[i].rule, rule) == 0 && strcmp(cases->lines[i].outcome, outcome) == 0)
            return true;
    return false;
}

static void need_outcome(struct cases *cases, const char *rule, const char *outcome)
{
    if (has_outcome(cases, rule, outcome))
        return;
    print_error("%s: %s has no line \"%s\"\n", cases->path, rule, outcome);
    cases->failed++;
}

static void need_both(struct cases *cases, const char *prefix, const struct pdoc__rule *row)
{
    char rule[200];
    snprintf(rule, sizeof rule, "%s%s", prefix, row->id);
    need_outcome(cases, rule, "met");
    need_outcome(cases, rule, "not-met");
}

/* Is there a line with a due date on a day before it has passed, or after? */
static bool has_due(const struct cases *cases, const char *rule, bool is_over)
{
    for (size_t i = 0; i < cases->count; i++) {
        const struct line *line = &cases->lines[i];
        pdoc_date due;
        if (strcmp(line->rule, rule) != 0 || strncmp(line->outcome, "due=", 4) != 0 ||
            pdoc_date_parse(line->outcome + strlen("due="), &due, NULL) != PDOC_OK)
            continue;
        if (is_over == (pdoc_date_is_before(due, line->as_of) == PDOC_TRUE))
            return true;
    }
    return false;
}

/* A type has a document that says no-rule, or that nothing is due, or one that has a due date. */
static void need_type(struct cases *cases, const char *type)
{
    char rule[200];
    snprintf(rule, sizeof rule, "type:%s", type);
    bool has_line = has_outcome(cases, rule, "no-rule");
    for (size_t i = 0; i < cases->count && !has_line; i++) {
        const struct line *line = &cases->lines[i];
        const pdoc_document *doc = document_of(cases, line);
        const char *of = doc && is_of_schedule(line) ? pdoc_document_type(doc) : NULL;
        has_line = of && strcmp(of, type) == 0 && strcmp(line->outcome, "no-rule") != 0;
    }
    if (has_line)
        return;
    print_error("%s: no line says when documents of the type %s are due, or that no rule does\n", cases->path, type);
    cases->failed++;
}

/* Nothing comes of the other kinds of row but what requirements make of them. */
static void need_schedule(struct cases *cases, const struct pdoc__due_rule *row)
{
    if (row->nothing) {
        need_outcome(cases, row->rule.id, "nothing-due");
        return;
    }
    if (strcmp(row->kind, "expiry") == 0) {
        need_outcome(cases, row->rule.id, "phase=in-force");
        need_outcome(cases, row->rule.id, "phase=withdrawn");
    }
    if (strcmp(row->kind, "review") != 0 && strcmp(row->kind, "first-review") != 0)
        return;
    if (has_due(cases, row->rule.id, false) && has_due(cases, row->rule.id, true))
        return;
    print_error("%s: %s has no line in date and one overdue\n", cases->path, row->rule.id);
    cases->failed++;
}

static void need_all(struct cases *cases)
{
    const pdoc_profile *profile = cases->profile;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_FIELDS]; i++)
        if (profile->fields[i].required)
            need_both(cases, "field:", &profile->fields[i].rule);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_SECTIONS]; i++)
        if (profile->sections[i].required)
            need_both(cases, "section:", &profile->sections[i].rule);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_REQUIREMENTS]; i++)
        need_both(cases, "", &profile->requirements[i].rule);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_ROUTE_DUTIES]; i++)
        need_both(cases, "", &profile->route_duties[i].rule);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_TYPES]; i++)
        need_type(cases, profile->types[i].rule.id);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_SCHEDULE]; i++)
        need_schedule(cases, &profile->schedule[i]);
}

#endif
