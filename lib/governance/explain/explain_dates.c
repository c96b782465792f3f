/* SPDX-License-Identifier: MIT */
/* The second half of an explanation: dates as printed and as derived, the state, every rule. Decides nothing itself. */
#include <string.h>

#include "governance/audit/duty.h"
#include "governance/change/ledger.h"
#include "governance/explain/explain.h"
#include "governance/explain/words.h"
#include "model/build.h"

/* ---- dates ---- */

static void explain_printed(struct pdoc__explainer *explainer, const struct pdoc__due *due)
{
    if (!pdoc__interval_is_recorded(due->printed)) {
        pdoc__step_format(explainer, 1, NULL, "no review date is printed that can be read");
        return;
    }
    pdoc__buffer_text(&explainer->line, "review due as printed: ");
    pdoc__write_interval(&explainer->line, due->printed);
    if (due->printed.first != due->printed.last) {
        pdoc__buffer_text(&explainer->line, ", that is from ");
        pdoc__write_day(&explainer->line, due->printed.first);
        pdoc__buffer_text(&explainer->line, " to ");
        pdoc__write_day(&explainer->line, due->printed.last);
    }
    pdoc__step(explainer, 1, NULL);
    if (due->printed_is_spent)
        pdoc__step_format(explainer, 2, NULL, "%s, so it governs no more",
                          due->is_extended ? "more time was given" : "a review was completed after the sheet was made");
}

static const char *const roll_words[] = {
    [PDOC_ROLL_NONE] = "",
    [PDOC_ROLL_PRECEDING] = ", back to a working day",
    [PDOC_ROLL_FOLLOWING] = ", on to a working day",
    [PDOC_ROLL_MODIFIED_FOLLOWING] = ", on to a working day, within its month",
    [PDOC_ROLL_MODIFIED_PRECEDING] = ", back to a working day, within its month",
};

/* "3 years after 2020-07-07 (decided, e3)" */
static void write_reckoning(struct pdoc__explainer *explainer, const struct pdoc__due_rule *rule, int anchor)
{
    struct pdoc__buffer *line = &explainer->line;
    const struct pdoc__value *from = pdoc__fact(explainer->judge, (size_t)anchor);
    if (rule->offset.months != 0 || rule->offset.count != 0) {
        pdoc__write_offset(line, rule->offset);
        pdoc__buffer_text(line, rule->offset.months < 0 || rule->offset.count < 0 ? " before " : " after ");
    }
    pdoc__write_value(line, from);
    pdoc__write_source(line, explainer->judge, from);
    if (rule->end_of_month)
        pdoc__buffer_text(line, ", to the end of the month");
    pdoc__buffer_text(line, roll_words[rule->roll]);
}

static void explain_anchors(struct pdoc__explainer *explainer, const struct pdoc__due_rule *rule)
{
    for (size_t i = 0; i < rule->anchor_count; i++) {
        size_t index = (size_t)rule->anchors[i];
        const struct pdoc__value *value = pdoc__fact(explainer->judge, index);
        const struct pdoc__rule *fact = &explainer->judge->profile->facts[index].rule;
        const struct pdoc__operand operand = {
            .kind = PDOC__OPERAND_FACT, .type = value->type, .index = rule->anchors[i], .name = fact->id};
        pdoc__write_operand(&explainer->line, explainer->judge->profile, &operand);
        pdoc__buffer_text(&explainer->line, ": ");
        pdoc__write_found(explainer, &operand, value);
        pdoc__step(explainer, 3, fact);
    }
}

/* "working days of England and Wales, as of 2026-11-24" */
static void explain_calendar(struct pdoc__explainer *explainer, const struct pdoc__due_step *step,
                             const struct pdoc__due_rule *rule)
{
    struct pdoc__buffer *line = &explainer->line;
    const pdoc_calendar *calendar = explainer->judge->calendar;
    pdoc__buffer_format(line, "working days of %s", pdoc_calendar_name(calendar));
    if (pdoc_date_is_recorded(pdoc_calendar_as_of(calendar))) {
        pdoc__buffer_text(line, ", as of ");
        pdoc__buffer_date(line, pdoc_calendar_as_of(calendar));
    }
    if (step->provisional) {
        pdoc__buffer_text(line, "; provisional, since the calendar covers ");
        pdoc__buffer_date(line, pdoc_calendar_from(calendar));
        pdoc__buffer_text(line, " to ");
        pdoc__buffer_date(line, pdoc_calendar_to(calendar));
        pdoc__buffer_text(line, " only");
    }
    pdoc__step(explainer, 3, &rule->rule);
}

static void explain_row(struct pdoc__explainer *explainer, const struct pdoc__due_rule *rule)
{
    struct pdoc__judge *judge = explainer->judge;
    struct pdoc__due_step step = pdoc__due_step(judge, rule);
    const struct pdoc__predicate *leaf = NULL;
    (void)pdoc__predicate(judge, rule->when, NULL, &leaf);
    pdoc__write_rule(&explainer->line, &rule->rule);
    if (step.applies == PDOC_FALSE || step.applies == PDOC_UNKNOWN) {
        pdoc__buffer_text(&explainer->line, step.applies == PDOC_FALSE ? ": does not apply" : ": may apply");
        pdoc__step(explainer, 2, &rule->rule);
        if (!leaf)
            return;
        pdoc__write_comparison(explainer, rule->when, leaf);
        pdoc__step(explainer, 3, &rule->rule);
        return;
    }
    if (rule->nothing)
        pdoc__buffer_text(&explainer->line, ": nothing is due");
    else if (step.anchor >= 0 && !judge->calendar && pdoc__due_needs_calendar(rule))
        pdoc__buffer_text(&explainer->line, ": applies, but needs a working-day calendar, and none is given");
    else if (!pdoc__interval_is_recorded(step.derived))
        pdoc__buffer_text(&explainer->line, ": applies, but what it counts from is not recorded");
    else {
        pdoc__buffer_text(&explainer->line, ": ");
        pdoc__write_interval(&explainer->line, step.derived);
    }
    if (pdoc__interval_is_recorded(step.cap)) {
        pdoc__buffer_text(&explainer->line, ", never later than ");
        pdoc__write_interval(&explainer->line, step.cap);
    }
    pdoc__step(explainer, 2, &rule->rule);
    explain_anchors(explainer, rule);
    if (judge->calendar && step.anchor >= 0 && pdoc__due_needs_calendar(rule))
        explain_calendar(explainer, &step, rule);
}

static void explain_derived(struct pdoc__explainer *explainer, const struct pdoc__due *due)
{
    struct pdoc__judge *judge = explainer->judge;
    if (pdoc__interval_is_recorded(due->derived)) {
        const struct pdoc__due_rule *rule = &judge->profile->schedule[due->rule];
        const struct pdoc__due_step step = pdoc__due_step(judge, rule);
        pdoc__buffer_text(&explainer->line, "review due by the rules: ");
        pdoc__write_interval(&explainer->line, due->is_extended ? step.derived : due->derived);
        pdoc__buffer_text(&explainer->line, ", ");
        write_reckoning(explainer, rule, step.anchor);
        pdoc__step(explainer, 1, &rule->rule);
    } else {
        pdoc__step_format(explainer, 1, NULL, "no rule gives a review date");
    }
    size_t count = judge->profile ? judge->profile->counts[PDOC_PROFILE_SCHEDULE] : 0;
    for (size_t i = 0; i < count; i++) {
        uint8_t use = pdoc__schedule_row_use(judge, i);
        bool is_review = use == PDOC__ROW_REVIEW || use == PDOC__ROW_FIRST_REVIEW;
        if (is_review && pdoc__rule_applies(judge, &judge->profile->schedule[i].rule))
            explain_row(explainer, &judge->profile->schedule[i]);
    }
}

static void explain_overdue(struct pdoc__explainer *explainer, struct pdoc__interval due, const char *by,
                            const struct pdoc__rule *rule)
{
    if (!pdoc__interval_is_recorded(due) || due.last >= explainer->judge->day)
        return;
    pdoc__buffer_text(&explainer->line, "overdue since ");
    pdoc__write_day(&explainer->line, due.last + 1);
    pdoc__buffer_format(&explainer->line, " by the %s", by);
    pdoc__step(explainer, 1, rule);
}

/* The last permitted day is then no longer that which the rule of the schedule gives. */
static void explain_move(struct pdoc__explainer *explainer, const struct pdoc__due *due)
{
    if (!due->is_extended)
        return;
    const struct pdoc__extension_rule *rule;
    const pdoc_event *event = pdoc__moving_extension(explainer->judge, &rule);
    if (!event)
        return;
    pdoc__buffer_format(&explainer->line, "more time was given (%s), which moves the date to ", event->id);
    pdoc__write_interval(&explainer->line, due->derived);
    pdoc__step(explainer, 1, &rule->rule);
}

void pdoc__explain_dates(struct pdoc__explainer *explainer)
{
    const struct pdoc__due *due = pdoc__due(explainer->judge);
    pdoc__step_format(explainer, 0, NULL, "Dates");
    explain_printed(explainer, due);
    explain_derived(explainer, due);
    explain_move(explainer, due);
    if (due->governs == PDOC_GOVERNS_NOTHING)
        return;
    bool derived = due->governs == PDOC_GOVERNS_DERIVED;
    const struct pdoc__rule *rule = due->rule >= 0 ? &explainer->judge->profile->schedule[due->rule].rule : NULL;
    bool both =
        pdoc__interval_is_recorded(due->printed) && pdoc__interval_is_recorded(due->derived) && !due->printed_is_spent;
    pdoc__buffer_format(&explainer->line, "the %s date governs%s", derived ? "derived" : "printed",
                        both ? ", since it ends no later than the other" : "");
    pdoc__step(explainer, 1, derived ? rule : NULL);
    if (pdoc__interval_is_recorded(due->derived)) {
        pdoc__buffer_text(&explainer->line, "last permitted day by the rule: ");
        pdoc__write_day(&explainer->line, due->derived.last);
        pdoc__step(explainer, 1, rule);
    }
    if (!due->printed_is_spent)
        explain_overdue(explainer, due->printed, "sheet", NULL);
    explain_overdue(explainer, due->derived, "rule", rule);
}

/* ---- state ---- */

static const char *const state_sentences[] = {
    [PDOC_REVIEW_NONE] = "nothing is due",
    [PDOC_REVIEW_NO_RULE] = "no rule gives a date, and none is printed",
    [PDOC_REVIEW_NO_DATA] = "a rule applies or may apply, but what it needs to know is not recorded",
    [PDOC_REVIEW_IN_DATE] = "in date",
    [PDOC_REVIEW_DUE_SOON] = "due soon: within the notice of the profile",
    [PDOC_REVIEW_DUE_IN_PERIOD] = "due in the printed period, which has begun and not ended",
    [PDOC_REVIEW_OVERDUE] = "overdue",
    [PDOC_REVIEW_OVERDUE_UNDER_WAY] = "overdue, and a review is under way",
    [PDOC_REVIEW_OVERDUE_EXTENDED] = "overdue, and more time was given that has not passed",
};

/* Is it a calendar that is missing, and not a record? */
static bool lacks_calendar(struct pdoc__judge *judge)
{
    const size_t count = judge->profile && !judge->calendar ? judge->profile->counts[PDOC_PROFILE_SCHEDULE] : 0;
    for (size_t i = 0; i < count; i++) {
        const struct pdoc__due_rule *rule = &judge->profile->schedule[i];
        const uint8_t use = pdoc__schedule_row_use(judge, i);
        const bool is_review = use == PDOC__ROW_REVIEW || use == PDOC__ROW_FIRST_REVIEW;
        if (!is_review || !pdoc__due_needs_calendar(rule) || !pdoc__rule_applies(judge, &rule->rule))
            continue;
        const struct pdoc__due_step step = pdoc__due_step(judge, rule);
        if (step.applies == PDOC_TRUE && step.anchor >= 0)
            return true;
    }
    return false;
}

/* "extended 2023-06-20 (e4): until 2023-12-31, by Executive Committee" */
static void explain_extension(struct pdoc__explainer *explainer)
{
    struct pdoc__buffer *line = &explainer->line;
    const pdoc_event *event = pdoc__extension(explainer->judge);
    if (!event)
        return;
    const struct pdoc__event_value *until = pdoc__event_value(event, PDOC__ATTRIBUTE_UNTIL);
    pdoc__buffer_text(line, "more time was given on ");
    pdoc__buffer_date(line, event->on);
    pdoc__buffer_format(line, " (%s): until ", event->id);
    if (until && pdoc_date_is_recorded(until->date))
        pdoc__buffer_date(line, until->date);
    else
        pdoc__buffer_text(line, "a day that is not recorded");
    pdoc__buffer_format(line, ", by %s",
                        event->by ? pdoc__party_words(explainer->judge, event->by) : "whom is not recorded");
    pdoc__step(explainer, 2, NULL);
}

void pdoc__explain_state(struct pdoc__explainer *explainer)
{
    const struct pdoc__due *due = pdoc__due(explainer->judge);
    pdoc__step_format(explainer, 0, NULL, "State");
    if (due->state == PDOC_REVIEW_NO_DATA && lacks_calendar(explainer->judge))
        pdoc__buffer_text(&explainer->line, "a rule applies, but needs a working-day calendar");
    else
        pdoc__buffer_text(&explainer->line, state_sentences[due->state]);
    if (due->state == PDOC_REVIEW_NONE && due->rule < 0) {
        pdoc__buffer_text(&explainer->line, ": the document is ");
        pdoc__write_label(&explainer->line, PDOC_TABLE_PHASE, explainer->judge->phase.phase);
    }
    if (due->state >= PDOC_REVIEW_OVERDUE) {
        pdoc__buffer_text(&explainer->line, ": ");
        pdoc__buffer_number(&explainer->line, explainer->judge->day - due->due);
        pdoc__buffer_text(&explainer->line, " days after ");
        pdoc__write_day(&explainer->line, due->due);
    }
    pdoc__buffer_text(&explainer->line, " (on ");
    pdoc__buffer_date(&explainer->line, explainer->judge->as_of);
    pdoc__buffer_text(&explainer->line, ")");
    pdoc__step(explainer, 1, NULL);
    explain_extension(explainer);
}

/* ---- findings ---- */

static void explain_part(struct pdoc__explainer *explainer, const struct pdoc__rule *code, const char *name,
                         const char *text)
{
    if (!text)
        return;
    pdoc__buffer_format(&explainer->line, "%s: %s", name, text);
    pdoc__step(explainer, 2, code);
}

/* What the library's own checks found. What the profile's rules found is told with those rules. */
void pdoc__explain_findings(struct pdoc__explainer *explainer, const pdoc_report *report)
{
    size_t told = 0;
    pdoc__step_format(explainer, 0, NULL, "Findings");
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++) {
        const struct pdoc__rule code = {.id = pdoc_report_finding_rule(report, i),
                                        .clause = pdoc_report_finding_clause(report, i),
                                        .inferred = pdoc_report_finding_is_inferred(report, i)};
        if (pdoc_table_find(PDOC_TABLE_FINDING, code.id) < 0)
            continue;
        told++;
        pdoc__buffer_text(&explainer->line, pdoc_report_finding_message(report, i));
        pdoc__step(explainer, 1, &code);
        explain_part(explainer, &code, "expected", pdoc_report_finding_expected(report, i));
        explain_part(explainer, &code, "found", pdoc_report_finding_found(report, i));
        explain_part(explainer, &code, "remedy", pdoc_report_finding_remedy(report, i));
    }
    if (told == 0)
        pdoc__step_format(explainer, 1, NULL, "nothing beyond what the rules ask for");
}
