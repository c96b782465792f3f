/* SPDX-License-Identifier: MIT */
/* How the review stands: overdue, without data, promised too late. The dates themselves are worked out in due.c. */
#include "governance/audit/audit.h"

static const struct pdoc__due_rule *row_of(const struct pdoc__audit *audit, int row)
{
    return row >= 0 && audit->judge.profile ? &audit->judge.profile->schedule[row] : NULL;
}

static bool is_overdue(uint8_t state)
{
    return state == PDOC_REVIEW_OVERDUE || state == PDOC_REVIEW_OVERDUE_UNDER_WAY ||
           state == PDOC_REVIEW_OVERDUE_EXTENDED;
}

/* The printed promise, as printed. */
static const char *promise(struct pdoc__audit *audit, const struct pdoc__due *due)
{
    return pdoc__say_date(audit, pdoc__interval_date(due->printed));
}

/* "since ... by the sheet, and since ... by the rule": of each only if its day has passed. */
static const char *since(struct pdoc__audit *audit, const struct pdoc__due *due)
{
    const int32_t day = audit->judge.day;
    bool printed = pdoc__interval_is_recorded(due->printed) && !due->printed_is_spent && due->printed.last < day;
    bool has_rule = pdoc__interval_is_recorded(due->derived);
    bool derived = has_rule && due->derived.last < day;
    const char *after_sheet = printed ? pdoc__say_day(audit, due->printed.last + 1) : "";
    const char *after_rule = derived ? pdoc__say_day(audit, due->derived.last + 1) : "";
    const char *permitted = has_rule ? pdoc__say_day(audit, due->derived.last) : "";
    if (printed && derived)
        return PDOC__SAY(audit, "since ", after_sheet, " by the sheet (", promise(audit, due), "), and since ",
                         after_rule, " by the rule (last permitted day ", permitted, ")");
    if (derived)
        return PDOC__SAY(audit, "since ", after_rule, " by the rule (last permitted day ", permitted, ")");
    return PDOC__SAY(audit, "since ", after_sheet, " by the sheet (", promise(audit, due), ")",
                     has_rule ? "; by the rule the last permitted day is " : "", permitted);
}

static void check_overdue(struct pdoc__audit *audit, const struct pdoc__due *due)
{
    if (!is_overdue(due->state)) {
        if (due->governs != PDOC_GOVERNS_NOTHING)
            pdoc__check_met(audit, PDOC__CHECK_REVIEW_OVERDUE);
        return;
    }
    const int64_t late = (int64_t)audit->judge.day - due->due;
    const char *label = pdoc_table_label(PDOC_TABLE_REVIEW_STATE, due->state);
    const struct pdoc__due_rule *row = row_of(audit, due->rule);
    pdoc__find(audit, &(struct pdoc__evidence){
                          .check = PDOC__CHECK_REVIEW_OVERDUE,
                          .outcome = PDOC_OUTCOME_NOT_MET,
                          .rule = row ? &row->rule : NULL,
                          .place = due->governs == PDOC_GOVERNS_PRINTED ? "front-sheet/date-review" : "schedule",
                          .expected = PDOC__SAY(audit, "reviewed by ", pdoc__say_day(audit, due->due)),
                          .late_since = pdoc__day_date(due->due + 1),
                          .found = PDOC__SAY(audit, label, ": ", pdoc__say_number(audit, late), late == 1 ? " day" : " days"),
                          .arguments = {{"since", since(audit, due)}}});
}

/* The row that applies, or may apply, and gives no date. */
static const struct pdoc__due_rule *row_without_date(struct pdoc__audit *audit, pdoc_truth *applies)
{
    const pdoc_profile *profile = audit->judge.profile;
    for (size_t i = 0; profile && i < profile->counts[PDOC_PROFILE_SCHEDULE]; i++) {
        const struct pdoc__due_rule *row = &profile->schedule[i];
        uint8_t use = pdoc__schedule_row_use(&audit->judge, i);
        bool is_review = use == PDOC__ROW_REVIEW || use == PDOC__ROW_FIRST_REVIEW;
        if (!is_review || row->nothing || !pdoc__rule_applies(&audit->judge, &row->rule))
            continue;
        *applies = pdoc__predicate(&audit->judge, row->when, NULL, NULL);
        if (*applies != PDOC_FALSE)
            return row;
    }
    return NULL;
}

/* Names of the facts that a row counts from: "Approved or Last review". */
static const char *anchors_of(struct pdoc__audit *audit, const struct pdoc__due_rule *row)
{
    const char *names = "";
    for (size_t i = 0; i < row->anchor_count; i++) {
        const struct pdoc__rule *fact = &audit->judge.profile->facts[row->anchors[i]].rule;
        names = PDOC__SAY(audit, names, i > 0 ? " or " : "", fact->label ? fact->label : fact->id);
    }
    return names;
}

static void check_data(struct pdoc__audit *audit, const struct pdoc__due *due)
{
    if (due->state != PDOC_REVIEW_NO_DATA) {
        if (due->governs != PDOC_GOVERNS_NOTHING)
            pdoc__check_met(audit, PDOC__CHECK_REVIEW_NO_DATA);
        return;
    }
    pdoc_truth applies = PDOC_UNKNOWN;
    const struct pdoc__due_rule *row = row_without_date(audit, &applies);
    if (!row)
        return; /* the profile is not known, and that is said already */
    const char *anchors = anchors_of(audit, row);
    const char *reason = applies == PDOC_UNKNOWN ? "whether the rule for it applies cannot be told"
                                                 : PDOC__SAY(audit, "no day can be told for ", anchors);
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_REVIEW_NO_DATA,
                                               .outcome = PDOC_OUTCOME_UNDETERMINED,
                                               .rule = &row->rule,
                                               .place = "schedule",
                                               .expected = anchors,
                                               .found = "nothing that can be told for certain",
                                               .arguments = {{"reason", reason}}});
}

/* A month may hold the last permitted day: then it depends on the day that is meant. Two months that end together agree. */
static void check_promise(struct pdoc__audit *audit, const struct pdoc__due *due)
{
    bool can_be_compared = pdoc__interval_is_recorded(due->printed) && pdoc__interval_is_recorded(due->derived) &&
                           !due->printed_is_spent;
    if (!can_be_compared)
        return;
    if (due->printed.last <= due->derived.last) {
        pdoc__check_met(audit, PDOC__CHECK_PRINTED_AFTER_DERIVED);
        return;
    }
    bool is_certain = due->printed.first > due->derived.last;
    const struct pdoc__due_rule *row = row_of(audit, due->rule);
    pdoc__find(audit, &(struct pdoc__evidence){
                          .check = PDOC__CHECK_PRINTED_AFTER_DERIVED,
                          .outcome = is_certain ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED,
                          .rule = row ? &row->rule : NULL,
                          .place = "front-sheet/date-review",
                          .expected = pdoc__say_day(audit, due->derived.last),
                          .found = promise(audit, due),
                          .arguments = {{"relation", is_certain ? "lies after" : "may lie after"}}});
}

void pdoc__check_review(struct pdoc__audit *audit)
{
    const struct pdoc__due *due = pdoc__due(&audit->judge);
    check_overdue(audit, due);
    check_data(audit, due);
    check_promise(audit, due);
}
