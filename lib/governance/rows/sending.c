/* SPDX-License-Identifier: MIT */
/* A draft that was sent to a consultee: its days, and whether they were early enough. Knows nothing of replies. */
#include "governance/rows/sending.h"

#include <string.h>

#include "time/calendar.h"

static const struct pdoc__interval no_day = {PDOC__NO_DAY, PDOC__NO_DAY};

/* ---- the meeting ---- */

static struct pdoc__interval day_of(const pdoc_event *event, enum pdoc__event_attribute attribute)
{
    const struct pdoc__event_value *value = pdoc__event_value(event, attribute);
    return value && pdoc_date_is_recorded(value->date) ? pdoc__interval_of(value->date) : no_day;
}

static bool is_of_one_version(const pdoc_event *left, const pdoc_event *right)
{
    return left->version == 0 || right->version == 0 || left->version == right->version;
}

/* The first decision after the sending, also one that hands it on. */
static const pdoc_event *decision_after(const struct pdoc__judge *judge, const pdoc_event *sent)
{
    bool is_after = false;
    for (size_t i = 0; i < judge->past.count; i++) {
        const pdoc_event *event = judge->past.events[i];
        is_after |= event == sent;
        if (!is_after || event->kind != PDOC__EVENT_DECIDED || !is_of_one_version(event, sent))
            continue;
        if (pdoc__event_approves(event) || pdoc__event_decision(event) == PDOC_DECISION_REFERRED_UP)
            return event;
    }
    return NULL;
}

/* The first meeting on or after a day for which a person placed the document. */
static struct pdoc__interval placed_after(const struct pdoc__judge *judge, struct pdoc__interval day)
{
    struct pdoc__interval found = no_day;
    for (size_t i = 0; i < pdoc_register_forward_item_count(judge->reg); i++) {
        const pdoc_forward_item *item = pdoc_register_forward_item(judge->reg, i);
        const pdoc_date moved = pdoc_forward_item_deferred_to(item);
        const struct pdoc__interval on =
            pdoc__interval_of(pdoc_date_is_recorded(moved) ? moved : pdoc_forward_item_meeting(item));
        if (!pdoc_forward_item_body(item) || strcmp(pdoc_forward_item_document(item), judge->doc->id) != 0 ||
            on.first < day.first)
            continue;
        if (!pdoc__interval_is_recorded(found) || on.first < found.first)
            found = on;
    }
    return found;
}

static struct pdoc__interval meeting_of(const struct pdoc__judge *judge, const pdoc_event *event)
{
    const pdoc_event *decision = decision_after(judge, event);
    struct pdoc__interval day = decision ? day_of(decision, PDOC__ATTRIBUTE_MEETING) : no_day;
    if (!pdoc__interval_is_recorded(day))
        day = day_of(event, PDOC__ATTRIBUTE_MEETING);
    if (!pdoc__interval_is_recorded(day))
        day = decision ? pdoc__interval_of(decision->on) : placed_after(judge, pdoc__interval_of(event->on));
    return day;
}

/* ---- days ---- */

static bool back_from(struct pdoc__judge *judge, struct pdoc__interval from, pdoc_offset time,
                      struct pdoc__interval *out)
{
    *out = no_day;
    return pdoc__interval_is_recorded(from) && pdoc__reckon(judge, from, pdoc__back(time), out, NULL);
}

/* Replies are counted from the meeting that the consultees were told of. */
static struct pdoc__interval announced(const struct pdoc__sending *sending)
{
    const struct pdoc__interval told = day_of(sending->event, PDOC__ATTRIBUTE_MEETING);
    return pdoc__interval_is_recorded(told) ? told : sending->meeting;
}

void pdoc__sending_read(struct pdoc__judge *judge, const pdoc_event *event, const struct pdoc__route_duty *duty,
                        struct pdoc__sending *out)
{
    *out = (struct pdoc__sending){.event = event, .duty = duty, .sent = pdoc__interval_of(event->on)};
    out->meeting = meeting_of(judge, event);
    out->deadline = day_of(event, PDOC__ATTRIBUTE_DEADLINE);
    if (pdoc__interval_is_recorded(out->deadline) || !duty || !pdoc__is_set(duty->reply))
        return;
    out->is_derived = back_from(judge, announced(out), duty->reply, &out->deadline);
}

static const char *words_of(struct pdoc__judge *judge, struct pdoc__interval day)
{
    return pdoc__interval_is_recorded(day) ? pdoc__phrase_date(judge, pdoc__interval_date(day)) : "an unknown day";
}

static pdoc_truth lead_was_kept(struct pdoc__judge *judge, const struct pdoc__sending *sending, const char **why)
{
    struct pdoc__interval latest;
    if (!sending->duty || !pdoc__is_set(sending->duty->lead))
        return PDOC_TRUE;
    const char *asked = pdoc__phrase_offset(judge, sending->duty->lead);
    if (!pdoc__interval_is_recorded(sending->meeting)) {
        *why = PDOC__PHRASE(judge, "the meeting is not recorded, before which it is sent ", asked);
        return PDOC_UNKNOWN;
    }
    if (!back_from(judge, sending->meeting, sending->duty->lead, &latest)) {
        *why = "which day that is before the meeting cannot be told without a calendar of working days";
        return PDOC_UNKNOWN;
    }
    *why = PDOC__PHRASE(judge, "it was sent on ", words_of(judge, sending->sent), " for the meeting on ",
                        words_of(judge, sending->meeting), "; ", asked, " before is ", words_of(judge, latest));
    return pdoc__not(pdoc__interval_is_before(latest, sending->sent));
}

static pdoc_truth period_was_kept(struct pdoc__judge *judge, const struct pdoc__sending *sending, const char **why)
{
    struct pdoc__interval earliest = no_day;
    if (!sending->duty || !pdoc__is_set(sending->duty->period))
        return PDOC_TRUE;
    const char *asked = pdoc__phrase_offset(judge, sending->duty->period);
    if (!pdoc__interval_is_recorded(sending->deadline) ||
        !pdoc__reckon(judge, sending->sent, sending->duty->period, &earliest, NULL)) {
        *why = PDOC__PHRASE(judge, "whether there were ", asked, " to reply cannot be told");
        return PDOC_UNKNOWN;
    }
    *why = PDOC__PHRASE(judge, "it was sent on ", words_of(judge, sending->sent), " with replies by ",
                        words_of(judge, sending->deadline), "; there are to be ", asked, " between");
    return pdoc__not(pdoc__interval_is_before(sending->deadline, earliest));
}

pdoc_truth pdoc__sent_in_time(struct pdoc__judge *judge, const struct pdoc__sending *sending, const char **why)
{
    const char *of_lead = NULL, *of_period = NULL;
    const pdoc_truth lead = lead_was_kept(judge, sending, &of_lead);
    const pdoc_truth period = period_was_kept(judge, sending, &of_period);
    const pdoc_truth both = pdoc__and(lead, period);
    *why = both == PDOC_TRUE ? NULL : lead == both ? of_lead : of_period;
    return both;
}

/* A day that is no working day is planned as the working day before it; without a calendar only the weekend is known.
 */
static int32_t moved_back(const struct pdoc__judge *judge, int32_t day)
{
    if (judge->calendar)
        return pdoc__roll_day(judge->calendar, day, PDOC_ROLL_PRECEDING, NULL);
    const int32_t weekday = ((day + 3) % 7 + 7) % 7; /* 0: Monday; day 0 was a Thursday */
    return weekday > 4 ? day - (weekday - 4) : day;
}

pdoc_truth pdoc__reply_day_fits(struct pdoc__judge *judge, const struct pdoc__sending *sending, const char **why)
{
    struct pdoc__interval wanted;
    const struct pdoc__interval given = sending->deadline;
    *why = NULL;
    if (!sending->duty || !pdoc__is_set(sending->duty->reply) || sending->is_derived)
        return PDOC_TRUE;
    const char *asked = pdoc__phrase_offset(judge, sending->duty->reply);
    if (!pdoc__interval_is_recorded(given) || !back_from(judge, announced(sending), sending->duty->reply, &wanted)) {
        *why = PDOC__PHRASE(judge, "by when replies were asked for, ", asked, " before the meeting, cannot be told");
        return PDOC_UNKNOWN;
    }
    *why =
        PDOC__PHRASE(judge, "replies were asked for by ", words_of(judge, given), "; ", asked,
                     " before the meeting on ", words_of(judge, announced(sending)), " is ", words_of(judge, wanted));
    if (given.first != given.last || wanted.first != wanted.last)
        return given.last < wanted.first || given.first > wanted.last ? PDOC_FALSE : PDOC_UNKNOWN;
    return given.first <= wanted.first && given.first >= moved_back(judge, wanted.first) ? PDOC_TRUE : PDOC_FALSE;
}

size_t pdoc__sending_names(struct pdoc__judge *judge, const pdoc_event *event, const char *const **out)
{
    const char *text = pdoc__event_says(event, PDOC__ATTRIBUTE_BODY);
    struct pdoc__value *value = pdoc__arena_alloc(&judge->scratch, sizeof *value, NULL);
    judge->out_of_memory |= value == NULL;
    text = text ? text : pdoc__event_says(event, PDOC__ATTRIBUTE_GROUP);
    text = text ? text : event->by;
    *out = NULL;
    if (!value || !text)
        return 0;
    pdoc__text_value(judge, text, PDOC__PARTY, value);
    *out = value->count > 1 ? value->items : &value->text;
    return value->state == PDOC__GIVEN ? value->count : 0;
}
