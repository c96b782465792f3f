/* SPDX-License-Identifier: MIT */
/* The steps of a plan as people read them: labels, days, how each was reached. Works nothing out. */
#include <stdlib.h>

#include "base/text.h"
#include "governance/plans/back_plan.h"
#include "governance/explain/words.h"

/* ---- days and numbers ---- */

void pdoc__write_long_day(struct pdoc__buffer *out, int32_t day)
{
    static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    const pdoc_date date = pdoc__day_date(day);
    if (date.month == 0)
        return;
    const int32_t weekday = ((day + 3) % 7 + 7) % 7; /* day 0, 1970-01-01, was a Thursday */
    pdoc__buffer_format(out, "%s %d %s %d", weekdays[weekday], date.day, months[date.month - 1], date.year);
}

void pdoc__write_days(struct pdoc__buffer *out, int64_t count)
{
    pdoc__buffer_number(out, count);
    pdoc__buffer_text(out, count == 1 ? " day" : " days");
}

const char *pdoc__planned_label(const struct pdoc__planned *step)
{
    const int row = step->label ? -1 : pdoc_table_find(PDOC_TABLE_STEP_KIND, step->kind);
    return row >= 0 ? pdoc_table_label(PDOC_TABLE_STEP_KIND, (size_t)row) : step->label;
}

/* ---- texts of the plan ---- */

const char *pdoc__plan_keep(struct pdoc__planning *planning, const char *text)
{
    if (!text)
        return NULL;
    const char *kept = pdoc__arena_text(&planning->plan->arena, text, strlen(text), NULL);
    planning->failed = planning->failed || !kept;
    return kept;
}

const char *pdoc__plan_take(struct pdoc__planning *planning, struct pdoc__buffer *buffer)
{
    const char *kept = buffer->failed ? NULL : pdoc__plan_keep(planning, buffer->data ? buffer->data : "");
    planning->failed = planning->failed || buffer->failed;
    pdoc__buffer_free(buffer);
    return kept;
}

void pdoc__plan_warn(struct pdoc__planning *planning)
{
    pdoc_plan *plan = planning->plan;
    if (planning->line.size > 0 && planning->line.data[0] >= 'a' && planning->line.data[0] <= 'z')
        planning->line.data[0] = (char)(planning->line.data[0] - 'a' + 'A');
    const char *text = pdoc__plan_take(planning, &planning->line);
    if (!text || !pdoc__grow(&plan->warnings, &plan->warning_room, plan->warning_count, sizeof *plan->warnings, NULL))
        planning->failed = true;
    else
        plan->warnings[plan->warning_count++] = text;
}

/* ---- reasons ---- */

static void write_day_before(struct pdoc__planning *planning, struct pdoc__buffer *out,
                             const struct pdoc__planned *step)
{
    const struct pdoc__planned *anchor = step->anchor;
    if (anchor)
        pdoc__buffer_format(out, "\"%s\", ", pdoc__planned_label(anchor));
    else
        pdoc__buffer_text(out, "the deadline, ");
    pdoc__write_long_day(out, anchor ? pdoc__planned_day(anchor) : planning->deadline);
    if (anchor && anchor->day == PDOC__NO_DAY)
        pdoc__buffer_text(out, ", the last day that it could be on, since its day is not known");
}

static void write_roll(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    if (step->unmoved == step->limit)
        return;
    pdoc__buffer_text(out, "; moved from ");
    pdoc__write_long_day(out, step->unmoved);
    const int32_t weekday = ((step->unmoved + 3) % 7 + 7) % 7 + 1;
    const pdoc_calendar *calendar = planning->calendar;
    const char *why = calendar ? pdoc_calendar_reason(calendar, pdoc__day_date(step->unmoved)) : NULL;
    if (why && !pdoc_calendar_is_weekend(calendar, weekday)) /* of a weekend the day itself tells */
        pdoc__buffer_format(out, " (%s)", why);
}

static bool is_set(pdoc_offset offset)
{
    return offset.months != 0 || offset.count != 0;
}

static void write_counted(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    if (is_set(step->offset)) {
        pdoc__write_offset(out, step->offset);
        pdoc__buffer_text(out, " before ");
    } else {
        pdoc__buffer_text(out, "no later than ");
    }
    write_day_before(planning, out, step);
    write_roll(planning, out, step);
    if (strcmp(step->kind, "responses") ==
        0) /* said whether it has passed or not: a calendar file shall not change by it */
        pdoc__buffer_text(out, "; once the draft is out, the day passes by itself");
}

static void write_begin(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    write_counted(planning, out, step);
    if (!step->row)
        pdoc__buffer_text(out, "; the time that was asked for");
}

static void write_end(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    pdoc__buffer_text(out, "must be finished by ");
    write_day_before(planning, out, step);
    const bool begins = step + 1 < planning->steps + planning->count && step[1].part == PDOC__PART_START;
    if (begins && step[1].done != PDOC__NO_DAY)
        pdoc__buffer_text(out, "; it has begun");
    else if (!begins)
        pdoc__buffer_text(out, "; the source states no time for it, and none was asked for");
}

static void write_work(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    if (step->after) {
        pdoc__buffer_format(out, "between \"%s\"", pdoc__planned_label(step->after));
        if (step->after->day != PDOC__NO_DAY) {
            pdoc__buffer_text(out, ", ");
            pdoc__write_long_day(out, step->after->day);
        }
        pdoc__buffer_text(out, ", and ");
    } else {
        pdoc__buffer_text(out, "no later than ");
    }
    write_day_before(planning, out, step);
}

static void write_follows(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    pdoc__buffer_text(out, "follows ");
    write_day_before(planning, out, step);
    pdoc__buffer_text(out, "; the source states no time for it");
}

static void write_placed(struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    const pdoc_forward_item *item = step->placed;
    pdoc__buffer_text(out, "placed on the forward plan");
    const pdoc_party *by = item->arranged_by ? pdoc_register_find_party(item->reg, item->arranged_by) : NULL;
    if (item->arranged_by)
        pdoc__buffer_format(out, " by %s", by ? pdoc_party_name(by) : item->arranged_by);
    if (pdoc_date_is_recorded(item->deferred_to)) {
        pdoc__buffer_text(out, ", deferred from ");
        pdoc__write_long_day(out, pdoc__day_number(item->meeting));
    }
}

static void write_meeting(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    if (step->placed) {
        write_placed(out, step);
        return;
    }
    if (step->day <= step->limit) {
        pdoc__buffer_format(out, "the last meeting of %s on or before ", step->body_name);
        pdoc__write_long_day(out, step->limit);
    } else {
        pdoc__buffer_format(out, "as soon as possible: the last day for it is ");
        pdoc__write_long_day(out, step->limit);
        pdoc__buffer_format(out, ", and no meeting of %s is left before it", step->body_name);
    }
    pdoc__buffer_text(out, step->meeting.is_by_pattern && step->meeting.state == PDOC_MEETING_EXPECTED
                               ? "; expected by its pattern"
                               : "; recorded in the register");
    struct pdoc__buffer moved = {0};
    pdoc__meeting_reason(&moved, planning->calendar, &step->meeting);
    if (moved.size > 0)
        pdoc__buffer_format(out, " (%s)", moved.data);
    out->failed = out->failed || moved.failed;
    pdoc__buffer_free(&moved);
}

static void write_on_plan(struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    const pdoc_forward_item *item = step->placed;
    pdoc__buffer_text(out, "done: the forward plan has it for ");
    pdoc__write_long_day(out, pdoc__day_of_item(item));
}

static void write_done(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    (void)planning;
    if (step->is_on_plan) {
        write_on_plan(out, step);
        return;
    }
    if (!step->done_by) {
        pdoc__buffer_format(out, "begun by then: \"%s\" was done on ", pdoc__planned_label(step->anchor));
        pdoc__write_long_day(out, step->done);
        return;
    }
    pdoc__buffer_text(out, step->part == PDOC__PART_START ? "begun on " : "done on ");
    pdoc__write_long_day(out, step->done);
    pdoc__buffer_format(out, " (%s)", step->done_by->label ? step->done_by->label : step->done_by->id);
    if (step->limit == PDOC__NO_DAY)
        return;
    pdoc__buffer_text(out, "; the last day for it ");
    pdoc__buffer_text(out, step->limit < step->done ? "was " : "is ");
    pdoc__write_long_day(out, step->limit);
}

static void write_body_unknown(struct pdoc__planning *planning, struct pdoc__buffer *out,
                               const struct pdoc__planned *step)
{
    (void)planning;
    pdoc__buffer_format(out,
                        "nothing is recorded of when %s meets; record how it meets, or its meetings, in the register",
                        step->body_name);
}

static void write_no_body(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    pdoc__buffer_text(out, "the body is not recorded");
    if (step->row && step->row->body.name && !step->row->body_code) {
        pdoc__buffer_text(out, ": nothing can be told from ");
        pdoc__write_operand(out, planning->judge->profile, &step->row->body);
    }
    pdoc__buffer_text(out, "; record it, or ask for a body");
}

static void write_unsure(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    pdoc__buffer_text(out, "it cannot be told whether this step is needed; it is where ");
    pdoc__write_expected(out, planning->judge, step->row->when, step->leaf);
}

static void write_passed_over(struct pdoc__planning *planning, struct pdoc__buffer *out,
                              const struct pdoc__planned *step)
{
    const struct pdoc__planned *above = step->anchor;
    (void)planning;
    while (above->done == PDOC__NO_DAY)
        above = above->anchor;
    pdoc__buffer_format(out, "not shown as done, and passed over: \"%s\" was done on ", pdoc__planned_label(above));
    pdoc__write_long_day(out, above->done);
}

static void write_no_time_stated(struct pdoc__planning *planning, struct pdoc__buffer *out,
                                 const struct pdoc__planned *step)
{
    (void)planning;
    pdoc__buffer_format(out, "to be done now: it follows \"%s\", done on ", pdoc__planned_label(step->anchor));
    pdoc__write_long_day(out, step->anchor->done);
    pdoc__buffer_text(out, "; the source states no time for it");
}

void pdoc__write_trouble(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    static void (*const writers[])(struct pdoc__planning * planning, struct pdoc__buffer * out,
                                   const struct pdoc__planned *step) = {
        [PDOC__TROUBLE_UNSURE] = write_unsure,
        [PDOC__TROUBLE_NO_BODY] = write_no_body,
        [PDOC__TROUBLE_BODY_UNKNOWN] = write_body_unknown,
        [PDOC__TROUBLE_PASSED_OVER] = write_passed_over,
        [PDOC__TROUBLE_NO_TIME_STATED] = write_no_time_stated,
    };
    static const char *const sentences[] = {
        [PDOC__TROUBLE_NO_DEADLINE] = "there is no deadline to count back from",
        [PDOC__TROUBLE_NO_MEETING] = "no meeting is known in the two years after the deadline",
        [PDOC__TROUBLE_OUT_OF_CALENDAR] = "its day would lie outside the years 1 to 9999",
    };
    if (step->trouble < sizeof writers / sizeof *writers && writers[step->trouble])
        writers[step->trouble](planning, out, step);
    else
        pdoc__buffer_text(out, sentences[step->trouble]);
}

static const char *reason_of(struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    static void (*const writers[])(struct pdoc__planning * planning, struct pdoc__buffer * out,
                                   const struct pdoc__planned *step) = {
        [PDOC__PART_DAY] = write_counted, [PDOC__PART_MEETING] = write_meeting, [PDOC__PART_END] = write_end,
        [PDOC__PART_START] = write_begin, [PDOC__PART_WORK] = write_work,       [PDOC__PART_FOLLOWS] = write_follows,
    };
    if (step->state == PDOC_STEP_DONE && !step->is_by_itself)
        write_done(planning, &planning->line, step);
    else if (step->state == PDOC_STEP_OPEN)
        pdoc__write_trouble(planning, &planning->line, step);
    else
        writers[step->part](planning, &planning->line, step);
    return pdoc__plan_take(planning, &planning->line);
}

/* ---- steps ---- */

/* On which day its day came to be what it is, while the register stood unchanged; see back_plan.h. */
static int32_t settled_on(const struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    for (; step; step = step->anchor) {
        if (step->done != PDOC__NO_DAY)
            return step->done;
        const bool has_moved =
            step->part == PDOC__PART_MEETING && (step->trouble == PDOC__TROUBLE_NO_MEETING || step->was_placed);
        if (has_moved)
            return planning->judge->day;
    }
    return planning->judge->phase.expired_by ? planning->judge->day : PDOC__NO_DAY;
}

static void put(struct pdoc__planning *planning, const struct pdoc__planned *step, struct pdoc__plan_entry *out)
{
    const struct pdoc__plan_step *row = step->row;
    *out = (struct pdoc__plan_entry){
        .id = pdoc__plan_keep(planning, step->id),
        .kind = pdoc__plan_keep(planning, step->kind),
        .label = pdoc__plan_keep(planning, pdoc__planned_label(step)),
        .who = pdoc__plan_keep(planning, step->who),
        .rule = row ? pdoc__plan_keep(planning, row->rule.id) : NULL,
        .clause = row ? pdoc__plan_keep(planning, row->rule.clause) : NULL,
        .reason = reason_of(planning, step),
        .on = pdoc__day_date(step->day),
        .slack = pdoc__planned_slack(planning, step),
        .state = step->state,
        .modality = pdoc__planned_modality(step),
        .inferred = row && row->rule.inferred,
        .provisional = step->is_provisional && (step->state != PDOC_STEP_DONE || step->is_by_itself),
        .by_itself = step->is_by_itself,
        .settled_on = settled_on(planning, step),
    };
}

/* Counts what each step leads up to: what it is counted back from, and the work that begins when it is done. */
static void count_depths(struct pdoc__planning *planning)
{
    bool has_changed = true;
    for (size_t turn = 0; has_changed && turn <= planning->count; turn++) {
        has_changed = false;
        for (size_t i = 0; i < planning->count; i++) {
            struct pdoc__planned *step = &planning->steps[i];
            uint32_t depth = step->anchor ? step->anchor->depth + 1 : 0;
            for (size_t k = 0; k < planning->count; k++)
                if (planning->steps[k].after == step && planning->steps[k].depth + 1 > depth)
                    depth = planning->steps[k].depth + 1;
            has_changed = has_changed || depth != step->depth;
            step->depth = depth;
        }
    }
}

/* By day; of one day what leads up to another step comes before it, unless it follows; of two that have nothing to do
   with each other the one that was worked out later. Without a day: at the end. */
static int compare_steps(const void *left, const void *right)
{
    const struct pdoc__planned *one = *(const struct pdoc__planned *const *)left;
    const struct pdoc__planned *other = *(const struct pdoc__planned *const *)right;
    const bool has_day = one->day != PDOC__NO_DAY;
    if (has_day != (other->day != PDOC__NO_DAY))
        return has_day ? -1 : 1;
    if (one->day != other->day)
        return one->day < other->day ? -1 : 1;
    const bool follows = one->part == PDOC__PART_FOLLOWS;
    if (follows != (other->part == PDOC__PART_FOLLOWS))
        return follows ? 1 : -1;
    if (one->depth != other->depth)
        return (one->depth > other->depth) == follows ? 1 : -1;
    return (one > other) == follows ? 1 : -1;
}

void pdoc__plan_put(struct pdoc__planning *planning)
{
    pdoc_plan *plan = planning->plan;
    const struct pdoc__planned **order =
        pdoc__arena_zero(&planning->judge->scratch, (planning->count + 1) * sizeof *order, NULL);
    plan->entries = pdoc__arena_zero(&plan->arena, (planning->count + 1) * sizeof *plan->entries, NULL);
    planning->failed = planning->failed || !order || !plan->entries;
    if (planning->failed)
        return;
    for (size_t i = 0; i < planning->count; i++)
        order[i] = &planning->steps[i];
    count_depths(planning);
    qsort(order, planning->count, sizeof *order, compare_steps);
    for (size_t i = 0; i < planning->count; i++)
        put(planning, order[i], &plan->entries[i]);
    plan->count = planning->count;
}
