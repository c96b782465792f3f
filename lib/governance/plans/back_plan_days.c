/* SPDX-License-Identifier: MIT */
/* The day of every step of a plan, back from the deadline; meetings are looked for. Judges nothing. */
#include "governance/plans/back_plan.h"

/* Meetings after the deadline that are tried, until all that leads up to one can be in time. */
#define MOST_TRIES 60

static bool is_counted_from(const struct pdoc__planned *step, const struct pdoc__planned *from)
{
    for (const struct pdoc__planned *above = step->anchor; above; above = above->anchor)
        if (above == from)
            return true;
    return false;
}

static void place(struct pdoc__planning *planning, struct pdoc__planned *step);

static void place_what_follows(struct pdoc__planning *planning, const struct pdoc__planned *from)
{
    for (size_t i = (size_t)(from - planning->steps) + 1; i < planning->count; i++)
        if (is_counted_from(&planning->steps[i], from))
            place(planning, &planning->steps[i]);
}

static bool has_time(const struct pdoc__planning *planning, const struct pdoc__planned *step)
{
    const bool is_left =
        step->done == PDOC__NO_DAY && !pdoc__step_is_passed_over(step) && !pdoc__step_passes(planning, step);
    const bool counts =
        is_left && pdoc__planned_modality(step) == PDOC_MODALITY_MUST && step->trouble != PDOC__TROUBLE_UNSURE;
    if (counts && step->trouble == PDOC__TROUBLE_NO_MEETING)
        return false;
    return !counts || step->day == PDOC__NO_DAY || (step->day >= planning->judge->day && step->day <= step->limit);
}

/* Can all that must lead up to a meeting still be in time? */
static bool leads_fit(const struct pdoc__planning *planning, const struct pdoc__planned *meeting)
{
    for (size_t i = (size_t)(meeting - planning->steps) + 1; i < planning->count; i++)
        if (is_counted_from(&planning->steps[i], meeting) && !has_time(planning, &planning->steps[i]))
            return false;
    return true;
}

static bool search_failed(struct pdoc__planning *planning, enum pdoc__meeting_search search)
{
    planning->failed = planning->failed || search == PDOC__MEETING_FAILED;
    return planning->failed;
}

static enum pdoc__meeting_search look_after(struct pdoc__planning *planning, const struct pdoc__planned *step,
                                            int32_t day, struct pdoc__meeting_day *out)
{
    const struct pdoc__interval range = {day, day + PDOC__PLAN_SEARCH};
    return pdoc__meeting_after(step->body, planning->calendar, range, out, planning->failed ? NULL : &planning->error);
}

static void set_meeting(struct pdoc__planned *step, const struct pdoc__meeting_day *meeting)
{
    step->meeting = *meeting;
    step->day = meeting->day;
    step->is_provisional = meeting->is_provisional;
}

/* The first meeting from a day on that all that leads up to it can be in time for; the step and those counted from it
   are left as they were tried last. False: none was found. */
static bool try_meetings(struct pdoc__planning *planning, struct pdoc__planned *step, int32_t from)
{
    const bool was_trying = planning->is_trying;
    bool fits = false;
    planning->is_trying = true;
    for (unsigned tries = 0; !fits && tries < MOST_TRIES; tries++) {
        struct pdoc__meeting_day meeting;
        enum pdoc__meeting_search search = look_after(planning, step, from, &meeting);
        if (search_failed(planning, search) || search != PDOC__MEETING_FOUND)
            break;
        set_meeting(step, &meeting);
        place_what_follows(planning, step);
        fits = leads_fit(planning, step);
        from = meeting.day + 1;
    }
    planning->is_trying = was_trying;
    return fits;
}

/* No meeting is left before the deadline: tells those around it, and takes the next one that can still be prepared,
   else the very next. */
static void take_a_later_one(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    const int32_t today = planning->judge->day;
    const int32_t last = step->limit < today ? step->limit : today - 1;
    const int32_t first = step->limit < today ? today : step->limit + 1;
    struct pdoc__meeting_day meeting;
    const struct pdoc__interval before = {last - PDOC__PLAN_SEARCH, last};
    enum pdoc__meeting_search search =
        pdoc__meeting_before(step->body, planning->calendar, before, &meeting, &planning->error);
    if (search_failed(planning, search))
        return;
    step->before = search == PDOC__MEETING_FOUND ? meeting.day : PDOC__NO_DAY;
    search = look_after(planning, step, first, &meeting);
    if (search_failed(planning, search) || search != PDOC__MEETING_FOUND)
        return;
    step->next = meeting.day;
    if (!planning->is_trying && !try_meetings(planning, step, first))
        set_meeting(step, &meeting);
}

/* A placed meeting that was cancelled: those around it, from the day of the plan on. */
static void find_around(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    struct pdoc__meeting_day meeting;
    const struct pdoc__interval before = {planning->judge->day, step->day - 1};
    enum pdoc__meeting_search search = PDOC__MEETING_NONE;
    step->trouble = PDOC__TROUBLE_CANCELLED;
    if (before.first <= before.last)
        search = pdoc__meeting_before(step->body, planning->calendar, before, &meeting, &planning->error);
    if (search_failed(planning, search))
        return;
    step->before = search == PDOC__MEETING_FOUND ? meeting.day : PDOC__NO_DAY;
    search = look_after(planning, step, step->day + 1, &meeting);
    if (!search_failed(planning, search) && search == PDOC__MEETING_FOUND)
        step->next = meeting.day;
}

static void place_on_plan(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    const pdoc_forward_item *item = step->placed;
    step->day = pdoc__day_number(pdoc_date_is_recorded(item->deferred_to) ? item->deferred_to : item->meeting);
    if (step->place_is_cancelled)
        find_around(planning, step);
}

static void place_meeting(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    if (step->placed) {
        place_on_plan(planning, step);
        return;
    }
    if (!step->body) {
        step->trouble = step->body_name ? PDOC__TROUBLE_BODY_UNKNOWN : PDOC__TROUBLE_NO_BODY;
        return;
    }
    const struct pdoc__interval range = {planning->judge->day, step->limit};
    struct pdoc__meeting_day meeting;
    enum pdoc__meeting_search search = PDOC__MEETING_NONE;
    if (range.first <= range.last)
        search = pdoc__meeting_before(step->body, planning->calendar, range, &meeting, &planning->error);
    else if (pdoc_party_pattern_count(step->body) == 0 && pdoc_party_meeting_count(step->body) == 0)
        search = PDOC__MEETING_NOT_KNOWN;
    if (search_failed(planning, search))
        return;
    if (search == PDOC__MEETING_FOUND)
        set_meeting(step, &meeting);
    else if (search == PDOC__MEETING_NOT_KNOWN)
        step->trouble = PDOC__TROUBLE_BODY_UNKNOWN;
    else {
        step->trouble = PDOC__TROUBLE_NO_MEETING;
        take_a_later_one(planning, step);
    }
}

/* The last day that what it is counted from leaves it. */
static void find_limit(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    const int32_t base = step->anchor ? pdoc__planned_day(step->anchor) : planning->deadline;
    const bool is_counted = step->has_offset && step->part != PDOC__PART_END && step->part != PDOC__PART_WORK;
    const pdoc_offset offset = is_counted ? step->offset : (pdoc_offset){0};
    step->is_provisional = step->anchor && step->anchor->is_provisional;
    step->limit = step->unmoved = PDOC__NO_DAY;
    if (base == PDOC__NO_DAY) {
        step->trouble = PDOC__TROUBLE_NO_DEADLINE;
        return;
    }
    step->unmoved = pdoc__add_offset(planning->calendar, base, offset, PDOC_ROLL_NONE, &step->is_provisional);
    step->limit = step->unmoved;
    if (step->part != PDOC__PART_MEETING && step->unmoved != PDOC__NO_DAY)
        step->limit = pdoc__roll_day(planning->calendar, step->unmoved, (pdoc_roll)step->roll, &step->is_provisional);
    if (step->limit == PDOC__NO_DAY)
        step->trouble = PDOC__TROUBLE_OUT_OF_CALENDAR;
    else if (step->limit > base)
        step->limit = base; /* no roll carries a step past what it must come before */
}

static void place(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    const uint8_t kept = step->trouble == PDOC__TROUBLE_UNSURE ? step->trouble : PDOC__TROUBLE_NONE;
    step->trouble = kept;
    step->day = step->before = step->next = PDOC__NO_DAY;
    find_limit(planning, step);
    if (step->done != PDOC__NO_DAY || step->is_on_plan) {
        step->day = step->done; /* none, where only that it was placed is known */
        step->trouble = PDOC__TROUBLE_NONE;
        return;
    }
    if (kept != PDOC__TROUBLE_NONE)
        step->trouble = kept;
    if (step->trouble != PDOC__TROUBLE_NONE)
        return;
    if (step->part == PDOC__PART_MEETING)
        place_meeting(planning, step);
    else
        step->day = step->limit;
}

/* A meeting that is in time, but for which something that must lead up to it is too late already: the next one for
   which nothing is. */
static void find_next_that_fits(struct pdoc__planning *planning, struct pdoc__planned *step)
{
    if (step->part != PDOC__PART_MEETING || step->done != PDOC__NO_DAY || !step->body || step->day == PDOC__NO_DAY ||
        step->trouble != PDOC__TROUBLE_NONE || leads_fit(planning, step))
        return;
    const struct pdoc__planned kept = *step;
    const bool found = try_meetings(planning, step, kept.day + 1);
    const int32_t next = step->day;
    *step = kept;
    place_what_follows(planning, step);
    step->next = found ? next : PDOC__NO_DAY;
}

void pdoc__plan_days(struct pdoc__planning *planning)
{
    for (size_t i = 0; i < planning->count && !planning->failed; i++)
        place(planning, &planning->steps[i]);
    for (size_t i = 0; i < planning->count && !planning->failed; i++)
        find_next_that_fits(planning, &planning->steps[i]);
}
