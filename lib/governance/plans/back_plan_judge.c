/* SPDX-License-Identifier: MIT */
/* How the steps of a plan stand: states, slack, what warns, what stands in the way. Moves no day. */
#include "governance/plans/back_plan.h"

int32_t pdoc__planned_slack(const struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    if (step->day == PDOC__NO_DAY || step->limit == PDOC__NO_DAY)
        return 0;
    const bool waits = step->done == PDOC__NO_DAY && step->day < planning->judge->day;
    return step->limit - (waits ? planning->judge->day : step->day);
}

static void write_label(struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    pdoc__buffer_format(out, "\"%s\"", pdoc__planned_label(step));
}

/* Without its decision a plan leads nowhere, however strongly the rule binds. */
static bool is_binding(const struct pdoc__planned *step)
{
    return pdoc__planned_modality(step) == PDOC_MODALITY_MUST || strcmp(step->kind, "sign-off") == 0;
}

static bool is_done(const struct pdoc__planned *step)
{
    return step->done != PDOC__NO_DAY || step->is_on_plan || step->is_by_itself;
}

/* What was passed over, and what follows something done without a time of its own, has no day: none is late. */
static void leave_open(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    const bool follows_done =
        step->part == PDOC__PART_FOLLOWS && step->anchor && step->anchor->done != PDOC__NO_DAY && !is_done(step);
    const bool is_passed_over = pdoc__step_is_passed_over(step);
    if (is_passed_over)
        step->trouble = PDOC__TROUBLE_PASSED_OVER;
    else if (follows_done && step->trouble == PDOC__TROUBLE_NONE)
        step->trouble = PDOC__TROUBLE_NO_TIME_STATED;
    else
        return;
    step->day = PDOC__NO_DAY;
    planning->plan->passed_over += is_passed_over;
}

static uint8_t state_of(const struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    if (is_done(step))
        return PDOC_STEP_DONE;
    if (step->day == PDOC__NO_DAY)
        return PDOC_STEP_OPEN;
    return step->day < planning->judge->day ? PDOC_STEP_LATE : PDOC_STEP_TO_DO;
}

static bool is_late(const struct pdoc__planned *step)
{
    const bool has_last_day = step->limit != PDOC__NO_DAY;
    return step->state == PDOC_STEP_LATE || (step->state == PDOC_STEP_TO_DO && has_last_day && step->day > step->limit);
}

static void judge_states(struct pdoc__planning *planning)
{
    for (size_t i = 0; i < planning->count; i++)
        planning->steps[i].is_by_itself = !is_done(&planning->steps[i]) &&
                                          pdoc__step_passes(planning, &planning->steps[i]) &&
                                          !pdoc__step_is_passed_over(&planning->steps[i]);
    for (size_t i = 0; i < planning->count; i++) {
        struct pdoc__planned *step = &planning->steps[i];
        leave_open(planning, step);
        step->state = state_of(planning, step);
        planning->plan->late += is_late(step);
    }
}

/* ---- obstacles ---- */

static void end_sentence(struct pdoc__planning *planning, struct pdoc__buffer *sentence)
{
    pdoc__buffer_text(&planning->obstacle, planning->obstacle.size > 0 ? " " : "");
    pdoc__buffer_text(&planning->obstacle, sentence->data);
    pdoc__buffer_text(&planning->obstacle, ".");
    planning->failed = planning->failed || sentence->failed;
    sentence->size = 0;
}

/* The nearest meeting to the day that it was placed on, or else to the last day for it. */
static int32_t nearest_of(const struct pdoc__planned *step)
{
    const int32_t day = step->trouble == PDOC__TROUBLE_CANCELLED ? step->day : step->limit;
    const bool is_next =
        step->before == PDOC__NO_DAY || (step->next != PDOC__NO_DAY && step->next - day < day - step->before);
    return is_next ? step->next : step->before;
}

static void take_nearest(struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    if (pdoc_date_is_recorded(planning->plan->nearest))
        return;
    planning->plan->nearest = pdoc__day_date(nearest_of(step));
}

static void write_cancelled(struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    const int32_t nearest = nearest_of(step);
    pdoc__buffer_format(out, "The forward plan has \"%s\" on ", pdoc__planned_label(step));
    pdoc__write_long_day(out, step->day);
    pdoc__buffer_format(out, ", but that meeting of %s is cancelled; ", step->body_name);
    pdoc__buffer_text(out, nearest != PDOC__NO_DAY ? "the nearest one is on " : "no other one is known");
    pdoc__write_long_day(out, nearest);
}

static void write_no_meeting(struct pdoc__planning *planning, struct pdoc__buffer *out,
                             const struct pdoc__planned *step)
{
    const int32_t today = planning->judge->day;
    pdoc__buffer_format(out, "There is no meeting of %s ", step->body_name);
    if (step->limit < today) {
        pdoc__buffer_text(out, "left: the last day for it was ");
        pdoc__write_long_day(out, step->limit);
        pdoc__buffer_text(out, "; ");
    } else {
        pdoc__buffer_text(out, "between ");
        pdoc__write_long_day(out, today);
        pdoc__buffer_text(out, " and ");
        pdoc__write_long_day(out, step->limit);
        pdoc__buffer_text(out, ": ");
    }
    if (step->before != PDOC__NO_DAY) {
        pdoc__buffer_text(out, "the last one before was on ");
        pdoc__write_long_day(out, step->before);
    } else {
        pdoc__buffer_text(out, "none was held in the two years before");
    }
    if (step->next != PDOC__NO_DAY) {
        pdoc__buffer_text(out,
                          step->limit < today ? "; the next one from today on is on " : "; the next one after is on ");
        pdoc__write_long_day(out, step->next);
    } else {
        pdoc__buffer_text(out, "; none is known for the two years after");
    }
    if (step->day != PDOC__NO_DAY && step->day != step->next) {
        pdoc__buffer_text(out, "; the first for which all can still be in time is on ");
        pdoc__write_long_day(out, step->day);
    }
}

static void write_too_late(struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    write_label(out, step);
    pdoc__buffer_text(out, step->done != PDOC__NO_DAY ? " was done on " : " is on ");
    pdoc__write_long_day(out, step->day);
    pdoc__buffer_text(out, ", ");
    pdoc__write_days(out, (int64_t)step->day - step->limit);
    pdoc__buffer_text(out, " after the last day for it");
    if (step->placed)
        pdoc__buffer_text(out, ": so the forward plan has it");
}

static void write_late(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    write_label(out, step);
    pdoc__buffer_text(out, " was to be done by ");
    pdoc__write_long_day(out, step->day);
    pdoc__buffer_text(out, ", ");
    pdoc__write_days(out, (int64_t)planning->judge->day - step->day);
    pdoc__buffer_text(out, " ago, and nothing shows that it was");
}

/* The sentence on a step that cannot be kept; nothing for one that can. */
static void write_obstacle(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    if (step->state == PDOC_STEP_OPEN && step->trouble == PDOC__TROUBLE_NO_MEETING)
        write_no_meeting(planning, out, step);
    else if (step->state == PDOC_STEP_OPEN) {
        write_label(out, step);
        pdoc__buffer_text(out, " has no day: ");
        pdoc__write_trouble(planning, out, step);
    } else if (step->trouble == PDOC__TROUBLE_CANCELLED)
        write_cancelled(out, step);
    else if (step->trouble == PDOC__TROUBLE_NO_MEETING)
        write_no_meeting(planning, out, step);
    else if (step->limit != PDOC__NO_DAY && step->day > step->limit)
        write_too_late(out, step);
    else if (step->state == PDOC_STEP_LATE)
        write_late(planning, out, step);
}

/* After a step that is too late: the next meeting that could be prepared in time. */
static void write_next(struct pdoc__planning *planning, struct pdoc__buffer *out, const struct pdoc__planned *step)
{
    if (step->trouble != PDOC__TROUBLE_NONE || step->next == PDOC__NO_DAY)
        return;
    pdoc__buffer_format(out, "The next meeting of %s for which all can still be in time is on ", step->body_name);
    pdoc__write_long_day(out, step->next);
    if (planning->deadline != PDOC__NO_DAY && step->next > planning->deadline) {
        pdoc__buffer_text(out, ", ");
        pdoc__write_days(out, (int64_t)step->next - planning->deadline);
        pdoc__buffer_text(out, " after the deadline");
    }
}

/* That there is no deadline is said once, and what was passed over in the headline. */
static bool says_nothing(const struct pdoc__planned *step)
{
    static const uint8_t silent[] = {PDOC__TROUBLE_NO_DEADLINE, PDOC__TROUBLE_PASSED_OVER,
                                     PDOC__TROUBLE_NO_TIME_STATED};
    for (size_t i = 0; i < sizeof silent; i++)
        if (step->state == PDOC_STEP_OPEN && step->trouble == silent[i])
            return true;
    return step->is_on_plan || step->is_by_itself;
}

static void judge_step(struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    struct pdoc__buffer sentence = {0};
    if (says_nothing(step))
        return;
    write_obstacle(planning, &sentence, step);
    const bool is_obstacle = is_binding(step) && !pdoc__step_is_behind(step);
    if (sentence.size > 0 && is_obstacle)
        end_sentence(planning, &sentence);
    else if (sentence.size > 0) {
        pdoc__buffer_text(&planning->line, sentence.data);
        pdoc__plan_warn(planning);
    }
    if ((step->trouble == PDOC__TROUBLE_NO_MEETING || step->trouble == PDOC__TROUBLE_CANCELLED) && is_obstacle)
        take_nearest(planning, step);
    planning->failed = planning->failed || sentence.failed;
    pdoc__buffer_free(&sentence);
}

static void judge_next(struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    struct pdoc__buffer sentence = {0};
    write_next(planning, &sentence, step);
    if (sentence.size > 0) {
        if (!pdoc_date_is_recorded(planning->plan->nearest))
            planning->plan->nearest = pdoc__day_date(step->next);
        end_sentence(planning, &sentence);
    }
    planning->failed = planning->failed || sentence.failed;
    pdoc__buffer_free(&sentence);
}

static void judge_deadline(struct pdoc__planning *planning)
{
    struct pdoc__buffer sentence = {0};
    if (planning->deadline == PDOC__NO_DAY)
        pdoc__buffer_text(&sentence, "There is no deadline to count back from");
    else if (planning->count == 0)
        pdoc__buffer_format(&sentence, "The profile \"%s\" states no steps that lead up to a review of this document",
                            planning->judge->profile->id);
    if (sentence.size > 0)
        end_sentence(planning, &sentence);
    pdoc__buffer_free(&sentence);
}

/* Nothing can be done in time any more for a deadline that has passed, unless the decision was taken. */
static void judge_passed(struct pdoc__planning *planning)
{
    struct pdoc__buffer sentence = {0};
    for (size_t i = 0; i < planning->count; i++)
        if (planning->steps[i].done != PDOC__NO_DAY && strcmp(planning->steps[i].kind, "sign-off") == 0)
            return;
    if (planning->deadline == PDOC__NO_DAY || planning->deadline >= planning->judge->day || planning->obstacle.size > 0)
        return;
    pdoc__buffer_text(&sentence, "The deadline, ");
    pdoc__write_long_day(&sentence, planning->deadline);
    pdoc__buffer_text(&sentence, ", passed ");
    pdoc__write_days(&sentence, (int64_t)planning->judge->day - planning->deadline);
    pdoc__buffer_text(&sentence, " ago");
    end_sentence(planning, &sentence);
    pdoc__buffer_free(&sentence);
}

/* ---- warnings ---- */

static bool is_set(pdoc_offset offset)
{
    return offset.months != 0 || offset.count != 0;
}

static void write_what_is_left(struct pdoc__buffer *line, int32_t days, const char *label)
{
    if (days > 0)
        pdoc__buffer_format(line, ": that leaves %d working day%s for \"%s\"", (int)days, days == 1 ? "" : "s", label);
    else
        pdoc__buffer_format(line, ": that leaves no working day for \"%s\"", label);
}

/* What must fit between two steps: is there time for it? */
static void warn_of_work(struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    const struct pdoc__planned *after = step->after;
    if (step->part != PDOC__PART_WORK || step->done != PDOC__NO_DAY || !after || after->day == PDOC__NO_DAY ||
        step->day == PDOC__NO_DAY)
        return;
    bool provisional = false;
    const pdoc_offset needs = step->row ? step->row->needs : (pdoc_offset){0};
    const int32_t days = pdoc__working_days_between(planning->calendar, after->day + 1, step->day + 1, &provisional);
    const int32_t end = pdoc__add_offset(planning->calendar, after->day, needs, PDOC_ROLL_NONE, &provisional);
    if (is_set(needs) ? end != PDOC__NO_DAY && end <= step->day : days > 1)
        return;
    struct pdoc__buffer *line = &planning->line;
    write_label(line, after);
    pdoc__buffer_text(line, " is on ");
    pdoc__write_long_day(line, after->day);
    pdoc__buffer_text(line, after->day > step->day ? ", after " : " and ");
    pdoc__buffer_format(line, "\"%s\"", step->anchor ? pdoc__planned_label(step->anchor) : "the deadline");
    pdoc__buffer_text(line, " on ");
    pdoc__write_long_day(line, step->day);
    write_what_is_left(line, days, pdoc__planned_label(step));
    pdoc__plan_warn(planning);
}

/* Where a person placed the document on a day on which its body is not known to meet. */
static void warn_of_place(struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    if (!step->placed || step->trouble == PDOC__TROUBLE_CANCELLED || step->done != PDOC__NO_DAY || !step->body ||
        step->day == PDOC__NO_DAY)
        return;
    struct pdoc__meeting_day meeting;
    const struct pdoc__interval day = {step->day, step->day};
    const enum pdoc__meeting_search search =
        pdoc__meeting_before(step->body, planning->calendar, day, &meeting, &planning->error);
    planning->failed = planning->failed || search == PDOC__MEETING_FAILED;
    if (search != PDOC__MEETING_NONE)
        return;
    pdoc__buffer_format(&planning->line, "the forward plan has \"%s\" on ", pdoc__planned_label(step));
    pdoc__write_long_day(&planning->line, step->day);
    pdoc__buffer_format(&planning->line, ", a day on which no meeting of %s is known", step->body_name);
    pdoc__plan_warn(planning);
}

/* Where a person placed it on two days for one purpose. */
static void warn_of_two_places(struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    struct pdoc__buffer *line = &planning->line;
    if (!step->placed_too || step->part != PDOC__PART_MEETING || step->done != PDOC__NO_DAY)
        return;
    pdoc__buffer_format(line, "the forward plan has \"%s\" on ", pdoc__planned_label(step));
    pdoc__write_long_day(line, pdoc__day_of_item(step->placed));
    pdoc__buffer_text(line, ", and on ");
    pdoc__write_long_day(line, pdoc__day_of_item(step->placed_too));
    pdoc__buffer_format(line, step->too_is_cancelled ? ", a meeting of %s that is cancelled" : ", too",
                        step->body_name);
    pdoc__buffer_text(line, ": the former counts; remove or defer the other");
    pdoc__plan_warn(planning);
}

static void warn_of_calendar(struct pdoc__planning *planning)
{
    if (planning->calendar)
        return;
    pdoc__buffer_text(&planning->line,
                      "no calendar of working days was given: only Saturdays and Sundays count as days off");
    pdoc__plan_warn(planning);
}

void pdoc__plan_judge(struct pdoc__planning *planning)
{
    judge_deadline(planning);
    judge_states(planning);
    for (size_t i = 0; i < planning->count && !planning->failed; i++)
        judge_step(planning, &planning->steps[i]);
    for (size_t i = 0; i < planning->count && !planning->failed; i++) {
        judge_next(planning, &planning->steps[i]);
        warn_of_work(planning, &planning->steps[i]);
        warn_of_place(planning, &planning->steps[i]);
        warn_of_two_places(planning, &planning->steps[i]);
    }
    judge_passed(planning);
    warn_of_calendar(planning);
    if (planning->obstacle.size > 0)
        planning->plan->obstacle = pdoc__plan_take(planning, &planning->obstacle);
}
