/* SPDX-License-Identifier: MIT */
/* When the review of the document at hand is due: as printed, as derived, which governs. Knows nothing of other duties.
 */
#include <string.h>

#include "governance/change/ledger.h"
#include "governance/memory.h"
#include "model/build.h"
#include "time/calendar.h"

#define BIT(kind) (UINT64_C(1) << PDOC__EVENT_##kind)

static const struct pdoc__interval no_interval = {PDOC__NO_DAY, PDOC__NO_DAY};

static bool is_set(pdoc_offset offset)
{
    return offset.months != 0 || offset.count != 0;
}

/* ---- one row of the schedule table ---- */

/* The fact that a row counts from: of those with a value the latest or earliest. -1 if none, or if one cannot be told,
   since that one might be it. */
static int choose_anchor(struct pdoc__judge *judge, const struct pdoc__due_rule *rule)
{
    int chosen = -1;
    struct pdoc__interval best = no_interval;
    for (size_t i = 0; i < rule->anchor_count; i++) {
        const struct pdoc__value *value = pdoc__fact(judge, (size_t)rule->anchors[i]);
        if (value->state == PDOC__CANNOT_TELL)
            return -1;
        if (value->state != PDOC__GIVEN || value->type != PDOC__DATE)
            continue;
        bool better = rule->earliest ? value->date.last < best.last : value->date.last > best.last;
        if (chosen >= 0 && !better)
            continue;
        chosen = rule->anchors[i];
        best = value->date;
    }
    return chosen;
}

bool pdoc__due_needs_calendar(const struct pdoc__due_rule *rule)
{
    return pdoc__is_in_working_days(rule->offset) || pdoc__is_in_working_days(rule->cap) ||
           rule->roll != PDOC_ROLL_NONE;
}

/* The last permitted day (cap) counts from the first anchor that has a value. */
static struct pdoc__interval cap_of(struct pdoc__judge *judge, const struct pdoc__due_rule *rule, bool *provisional)
{
    struct pdoc__interval cap = no_interval;
    for (size_t i = 0; is_set(rule->cap) && i < rule->anchor_count; i++) {
        const struct pdoc__value *value = pdoc__fact(judge, (size_t)rule->anchors[i]);
        if (value->state != PDOC__GIVEN || value->type != PDOC__DATE)
            continue;
        return pdoc__reckon(judge, value->date, rule->cap, &cap, provisional) ? cap : no_interval;
    }
    return cap;
}

static int32_t end_of_month(int32_t day)
{
    pdoc_date date = pdoc__day_date(day);
    date.day = 0;
    return pdoc__interval_of(date).last;
}

static void limit(struct pdoc__interval *interval, struct pdoc__interval cap)
{
    if (!pdoc__interval_is_recorded(cap))
        return;
    interval->last = interval->last < cap.last ? interval->last : cap.last;
    interval->first = interval->first < interval->last ? interval->first : interval->last;
}

/* To the end of the month, then to a working day. False where there is none. */
static bool round_interval(const struct pdoc__judge *judge, const struct pdoc__due_rule *rule,
                           struct pdoc__interval *interval, bool *provisional)
{
    if (rule->end_of_month)
        *interval = (struct pdoc__interval){end_of_month(interval->first), end_of_month(interval->last)};
    if (rule->roll == PDOC_ROLL_NONE)
        return true;
    interval->first = pdoc__roll_day(judge->calendar, interval->first, (pdoc_roll)rule->roll, provisional);
    interval->last = pdoc__roll_day(judge->calendar, interval->last, (pdoc_roll)rule->roll, provisional);
    return interval->first != PDOC__NO_DAY && interval->last != PDOC__NO_DAY;
}

struct pdoc__due_step pdoc__due_step(struct pdoc__judge *judge, const struct pdoc__due_rule *rule)
{
    struct pdoc__due_step step = {.anchor = -1, .derived = no_interval, .cap = no_interval};
    step.applies = rule->when ? pdoc__predicate(judge, rule->when, NULL, NULL) : PDOC_TRUE;
    if (step.applies == PDOC_FALSE || rule->nothing)
        return step;
    step.anchor = choose_anchor(judge, rule);
    if (step.anchor < 0)
        return step;
    const bool lacks_calendar = !judge->calendar && pdoc__due_needs_calendar(rule);
    const struct pdoc__interval from = pdoc__fact(judge, (size_t)step.anchor)->date;
    if (lacks_calendar || !pdoc__reckon(judge, from, rule->offset, &step.derived, &step.provisional) ||
        !round_interval(judge, rule, &step.derived, &step.provisional)) {
        step.derived = no_interval; /* working days without a calendar, or past the year 9999 */
        return step;
    }
    step.cap = cap_of(judge, rule, &step.provisional);
    limit(&step.derived, step.cap);
    return step;
}

/* ---- all rows together ---- */

/* What the rows have come to so far. */
struct answer {
    struct pdoc__due_step steps[2]; /* the one that ends earliest: of reviews, of first reviews */
    int rules[2];                   /* their rows, or -1 */
    int nothing;                    /* row that says that nothing is due, or -1 */
    int printed;                    /* row that names the field of the promise, or -1 */
    bool may_apply;                 /* a row applies, or may apply, and gives no date */
};

static void take_row(struct pdoc__judge *judge, struct answer *answer, size_t row)
{
    const struct pdoc__due_rule *rule = &judge->profile->schedule[row];
    struct pdoc__due_step step = pdoc__due_step(judge, rule);
    if (step.applies == PDOC_FALSE)
        return;
    if (rule->printed && answer->printed < 0)
        answer->printed = (int)row;
    if (step.applies == PDOC_TRUE && rule->nothing)
        answer->nothing = (int)row;
    else if (step.applies == PDOC_UNKNOWN || !pdoc__interval_is_recorded(step.derived))
        answer->may_apply = true;
    else {
        size_t kind = pdoc__schedule_row_use(judge, row) == PDOC__ROW_REVIEW ? 0 : 1;
        if (answer->rules[kind] >= 0 && answer->steps[kind].derived.last <= step.derived.last)
            return;
        answer->rules[kind] = (int)row;
        answer->steps[kind] = step;
    }
}

static struct answer ask_rows(struct pdoc__judge *judge)
{
    struct answer answer = {.rules = {-1, -1}, .nothing = -1, .printed = -1};
    size_t count = judge->profile ? judge->profile->counts[PDOC_PROFILE_SCHEDULE] : 0;
    for (size_t i = 0; i < count; i++) {
        uint8_t use = pdoc__schedule_row_use(judge, i);
        bool is_review = use == PDOC__ROW_REVIEW || use == PDOC__ROW_FIRST_REVIEW;
        if (is_review && pdoc__rule_applies(judge, &judge->profile->schedule[i].rule))
            take_row(judge, &answer, i);
    }
    return answer;
}

/* A row that says that nothing is due beats all others. The first review counts only as long as no row of the later
   ones gives a date. */
static void take_derived(struct pdoc__judge *judge, const struct answer *answer)
{
    size_t kind = answer->rules[0] >= 0 ? 0 : 1;
    if (answer->nothing >= 0 || answer->rules[kind] < 0) {
        judge->due.rule = (int16_t)answer->nothing;
        return;
    }
    const struct pdoc__due_step *step = &answer->steps[kind];
    judge->due.rule = (int16_t)answer->rules[kind];
    judge->due.derived = step->derived;
    judge->due.printed_fallback = pdoc__fact(judge, (size_t)step->anchor)->printed;
    judge->due.inferred = judge->profile->schedule[answer->rules[kind]].rule.inferred;
}

/* ---- the sheet ---- */

static const struct pdoc__row *dated_cell(const struct pdoc__judge *judge, int known, const char *field)
{
    const struct pdoc_version *version = judge->version;
    if (known >= 0 && judge->cells[known] == 0)
        return NULL;
    for (size_t i = known >= 0 ? judge->cells[known] - 1u : 0; version && i < version->row_count; i++) {
        const struct pdoc__row *row = &version->rows[i];
        bool is_field = known >= 0 ? row->known == known : row->field && strcmp(row->field, field) == 0;
        if (is_field && row->state == PDOC_CELL_GIVEN && pdoc_date_is_recorded(row->date))
            return row;
    }
    return NULL;
}

static void take_printed(struct pdoc__judge *judge, const struct answer *answer)
{
    const struct pdoc__due_rule *rule = answer->printed < 0 ? NULL : &judge->profile->schedule[answer->printed];
    int known = rule ? rule->printed_known : PDOC__FIELD_DATE_REVIEW;
    const struct pdoc__row *cell = dated_cell(judge, known, rule ? rule->printed : NULL);
    if (cell)
        judge->due.printed = pdoc__interval_of(cell->date);
}

static const pdoc_event *last_event(const struct pdoc__judge *judge, uint64_t kind)
{
    if ((judge->past.kinds & kind) == 0)
        return NULL;
    for (size_t i = judge->past.count; i-- > 0;) {
        const pdoc_event *event = judge->past.events[i];
        if (((kind >> event->kind) & 1) != 0 && pdoc__event_concerns(event, judge->version))
            return event;
    }
    return NULL;
}

/* The last day that a sheet knows of: in force since, revised, or reviewed as it says itself. */
static int32_t day_of_sheet(const struct pdoc__judge *judge)
{
    static const int16_t fields[] = {PDOC__FIELD_DATE_LAST_REVIEWED, PDOC__FIELD_DATE_REVISED, PDOC__FIELD_DATE_ISSUED};
    int32_t day = judge->phase.since;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct pdoc__row *cell = dated_cell(judge, fields[i], NULL);
        int32_t last = cell ? pdoc__interval_of(cell->date).last : PDOC__NO_DAY;
        day = last > day ? last : day;
    }
    return day;
}

/* A promise to review by a day is kept by a review that was completed after the sheet was made. */
static bool promise_is_kept(const struct pdoc__judge *judge)
{
    const pdoc_event *reviewed = last_event(judge, BIT(REVIEWED));
    int32_t day = reviewed ? day_of_sheet(judge) : PDOC__NO_DAY;
    return reviewed && day != PDOC__NO_DAY && pdoc__interval_of(reviewed->on).first > day;
}

/* ---- the state ---- */

static bool review_is_under_way(const struct pdoc__judge *judge)
{
    const pdoc_event *last = last_event(judge, BIT(REVIEW_STARTED) | BIT(REVIEWED));
    return last && last->kind == PDOC__EVENT_REVIEW_STARTED;
}

const pdoc_event *pdoc__extension(const struct pdoc__judge *judge)
{
    const pdoc_event *last = last_event(judge, BIT(EXTENDED) | BIT(REVIEWED));
    return last && last->kind == PDOC__EVENT_EXTENDED ? last : NULL;
}

static bool time_was_given(const struct pdoc__judge *judge)
{
    const pdoc_event *last = pdoc__extension(judge);
    const struct pdoc__event_value *until = last ? pdoc__event_value(last, PDOC__ATTRIBUTE_UNTIL) : NULL;
    return until && pdoc_date_is_recorded(until->date) && pdoc__interval_of(until->date).last >= judge->day;
}

static bool is_soon(const struct pdoc__judge *judge)
{
    if (!judge->profile || !is_set(judge->profile->due_soon))
        return false;
    const struct pdoc__interval due = {judge->due.due, judge->due.due};
    pdoc_offset back = judge->profile->due_soon; /* what was read has no INT32_MIN, and can be turned round */
    back.months = -back.months;
    back.count = -back.count;
    struct pdoc__interval from;
    return pdoc__reckon(judge, due, back, &from, NULL) && from.first <= judge->day;
}

static bool is_within_period(const struct pdoc__judge *judge, struct pdoc__interval period)
{
    return period.first < period.last && period.first <= judge->day && judge->day <= period.last;
}

static pdoc_review_state state_with_due(const struct pdoc__judge *judge)
{
    const struct pdoc__due *due = &judge->due;
    if (judge->day > due->due) {
        if (time_was_given(judge))
            return PDOC_REVIEW_OVERDUE_EXTENDED;
        return review_is_under_way(judge) ? PDOC_REVIEW_OVERDUE_UNDER_WAY : PDOC_REVIEW_OVERDUE;
    }
    bool promised_now = !due->printed_is_spent && is_within_period(judge, due->printed);
    bool derived_now = due->governs == PDOC_GOVERNS_DERIVED && is_within_period(judge, due->derived);
    if (promised_now || derived_now)
        return PDOC_REVIEW_DUE_IN_PERIOD;
    return is_soon(judge) ? PDOC_REVIEW_DUE_SOON : PDOC_REVIEW_IN_DATE;
}

static pdoc_review_state state_without_due(const struct pdoc__judge *judge, const struct answer *answer)
{
    if (answer->nothing >= 0)
        return PDOC_REVIEW_NONE;
    bool rules_are_missing = !judge->profile && judge->profile_ref;
    return answer->may_apply || rules_are_missing ? PDOC_REVIEW_NO_DATA : PDOC_REVIEW_NO_RULE;
}

static void choose(struct pdoc__judge *judge)
{
    struct pdoc__due *due = &judge->due;
    bool printed = pdoc__interval_is_recorded(due->printed) && !due->printed_is_spent;
    bool derived = pdoc__interval_is_recorded(due->derived);
    if (derived && (!printed || due->derived.last <= due->printed.last))
        due->governs = PDOC_GOVERNS_DERIVED;
    else if (printed)
        due->governs = PDOC_GOVERNS_PRINTED;
    if (due->governs != PDOC_GOVERNS_NOTHING)
        due->due = due->governs == PDOC_GOVERNS_DERIVED ? due->derived.last : due->printed.last;
}

/* Where a rule says that an extension moves the date, the end of the time given takes the place of what was due before. */
static void move_by_extension(struct pdoc__judge *judge)
{
    struct pdoc__due *due = &judge->due;
    const struct pdoc__extension_rule *rule;
    const pdoc_event *event = pdoc__interval_is_recorded(due->derived) ? pdoc__moving_extension(judge, &rule) : NULL;
    const struct pdoc__event_value *until = event ? pdoc__event_value(event, PDOC__ATTRIBUTE_UNTIL) : NULL;
    const struct pdoc__interval given = until ? pdoc__interval_of(until->date) : no_interval;
    if (!event || given.last <= due->derived.last)
        return;
    due->derived = given;
    due->is_extended = true;
    due->inferred |= rule->rule.inferred;
    due->printed_is_spent |= pdoc__interval_is_recorded(due->printed) && due->printed.last < given.last;
}

static bool may_be_in_force(const struct pdoc__judge *judge)
{
    return judge->phase.phase == PDOC_PHASE_IN_FORCE || judge->phase.phase == PDOC_PHASE_UNDETERMINED;
}

static void work_out(struct pdoc__judge *judge)
{
    struct answer answer = ask_rows(judge);
    take_printed(judge, &answer);
    if (!may_be_in_force(judge))
        return; /* nothing is due; what is printed stays to be shown */
    take_derived(judge, &answer);
    judge->due.printed_is_spent = pdoc__interval_is_recorded(judge->due.printed) && promise_is_kept(judge);
    move_by_extension(judge);
    choose(judge);
    judge->due.state = (uint8_t)(judge->due.governs == PDOC_GOVERNS_NOTHING ? state_without_due(judge, &answer)
                                                                            : state_with_due(judge));
}

const struct pdoc__due *pdoc__due(struct pdoc__judge *judge)
{
    if (judge->due_is_known || judge->due_is_under_way)
        return &judge->due;
    judge->due = (struct pdoc__due){.printed = no_interval,
                                    .derived = no_interval,
                                    .due = PDOC__NO_DAY,
                                    .document = judge->doc ? judge->doc->index : UINT32_MAX,
                                    .rule = -1,
                                    .profile = judge->profile_index,
                                    .state = PDOC_REVIEW_NONE};
    if (judge->doc) {
        judge->due_is_under_way = true;
        work_out(judge);
        judge->due_is_under_way = false;
    }
    judge->due_is_known = true;
    return &judge->due;
}
