/* SPDX-License-Identifier: MIT */
/* When bodies meet, as recorded: patterns, meetings, attendance. Computes no meeting. */
#include "policydoc/meeting.h"

#include <string.h>

#include "base/error.h"
#include "model/build.h"

const struct pdoc__choice pdoc__on_holiday_choice = {
    {"none", "preceding", "following", "modified-following", "modified-preceding", "skip"},
    "none, preceding, following, modified-following, modified-preceding or skip"};
const struct pdoc__choice pdoc__attendance_choice = {{"present", "deputy", "apologies", "absent"},
                                                     "present, deputy, apologies or absent"};

int pdoc__choice_index(const struct pdoc__choice *choice, const char *word)
{
    for (int i = 0; choice->words[i]; i++)
        if (strcmp(choice->words[i], word) == 0)
            return i;
    return -1;
}

static bool is_chosen(const struct pdoc__choice *choice, const char *word, const char *what, pdoc_error **error)
{
    if (!word || pdoc__choice_index(choice, word) >= 0)
        return true;
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s: expected %s", what, choice->expected);
    return false;
}

static bool days_are_right(pdoc_date start, pdoc_date to, pdoc_error **error)
{
    if (!pdoc__is_whole_day(start) || (pdoc_date_is_recorded(to) && !pdoc__is_whole_day(to))) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the first and the last day of a pattern: expected whole days that exist");
        return false;
    }
    if (pdoc_date_is_recorded(to) && pdoc_date_compare(to, start) < 0) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the pattern ends before it begins");
        return false;
    }
    return true;
}

static const struct pdoc__pattern *pattern_at(const pdoc_party *party, size_t index)
{
    return party && index < party->pattern_count ? &party->patterns[index] : NULL;
}

static const struct pdoc__meeting *meeting_at(const pdoc_party *party, size_t index)
{
    return party && index < party->meeting_count ? &party->meetings[index] : NULL;
}

static const struct pdoc__attendee *attendee_at(const pdoc_party *party, size_t meeting, size_t index)
{
    const struct pdoc__meeting *held = meeting_at(party, meeting);
    return held && index < held->attendee_count ? &held->attendees[index] : NULL;
}

size_t pdoc_party_pattern_count(const pdoc_party *party)
{
    return party ? party->pattern_count : 0;
}

const char *pdoc_party_pattern_rule(const pdoc_party *party, size_t pattern)
{
    const struct pdoc__pattern *found = pattern_at(party, pattern);
    return found ? found->rule : NULL;
}

pdoc_date pdoc_party_pattern_start(const pdoc_party *party, size_t pattern)
{
    const struct pdoc__pattern *found = pattern_at(party, pattern);
    return found ? found->start : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_party_pattern_to(const pdoc_party *party, size_t pattern)
{
    const struct pdoc__pattern *found = pattern_at(party, pattern);
    return found ? found->to : (pdoc_date){0, 0, 0};
}

const char *pdoc_party_pattern_on_holiday(const pdoc_party *party, size_t pattern)
{
    const struct pdoc__pattern *found = pattern_at(party, pattern);
    if (!found)
        return NULL;
    return found->on_holiday ? found->on_holiday : pdoc__on_holiday_choice.words[0];
}

pdoc_status pdoc_party_add_pattern(pdoc_party *party, const char *rule, pdoc_date start, pdoc_date to,
                                   const char *on_holiday, pdoc_error **error)
{
    if (!party || !rule)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a pattern needs a body and a rule");
    if (!days_are_right(start, to, error) || !is_chosen(&pdoc__on_holiday_choice, on_holiday, "on a holiday", error))
        return PDOC_ERR_ARGUMENT;
    pdoc_error *why = NULL;
    pdoc_recurrence *recurrence = pdoc_recurrence_parse(rule, start, &why);
    if (!recurrence) {
        const pdoc_status status = pdoc_error_status(why);
        if (error)
            *error = why;
        else
            pdoc_error_free(why);
        return status;
    }
    pdoc_recurrence_unref(recurrence);
    if (!pdoc__list_may_grow(party->pattern_count, UINT16_MAX, "patterns of a body", error))
        return PDOC_ERR_LIMIT;
    struct pdoc__pattern pattern = {.start = start, .to = to};
    if (!pdoc__keep(party->reg, rule, &pattern.rule, error) ||
        !pdoc__intern(party->reg, on_holiday, &pattern.on_holiday, error))
        return PDOC_ERR_NOMEM;
    struct pdoc__pattern *list =
        pdoc__list_add(party->reg, party->patterns, party->pattern_count, sizeof pattern, &pattern, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    party->patterns = list;
    party->pattern_count++;
    return PDOC_OK;
}

size_t pdoc_party_meeting_count(const pdoc_party *party)
{
    return party ? party->meeting_count : 0;
}

pdoc_date pdoc_party_meeting_on(const pdoc_party *party, size_t meeting)
{
    const struct pdoc__meeting *found = meeting_at(party, meeting);
    return found ? found->on : (pdoc_date){0, 0, 0};
}

pdoc_meeting_state pdoc_party_meeting_state(const pdoc_party *party, size_t meeting)
{
    const struct pdoc__meeting *found = meeting_at(party, meeting);
    return found ? (pdoc_meeting_state)found->state : PDOC_MEETING_EXPECTED;
}

const char *pdoc_party_meeting_note(const pdoc_party *party, size_t meeting)
{
    const struct pdoc__meeting *found = meeting_at(party, meeting);
    return found ? found->note : NULL;
}

/* The one that is recorded for a day: of several the first. */
static struct pdoc__meeting *meeting_on(const pdoc_party *party, pdoc_date on)
{
    for (size_t i = 0; i < party->meeting_count; i++)
        if (pdoc_date_compare(party->meetings[i].on, on) == 0)
            return &party->meetings[i];
    return NULL;
}

static pdoc_status add_meeting(pdoc_party *party, const struct pdoc__meeting *meeting, pdoc_error **error)
{
    if (!pdoc__list_may_grow(party->meeting_count, UINT16_MAX, "meetings of a body", error))
        return PDOC_ERR_LIMIT;
    struct pdoc__meeting *list =
        pdoc__list_add(party->reg, party->meetings, party->meeting_count, sizeof *meeting, meeting, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    party->meetings = list;
    party->meeting_count++;
    return PDOC_OK;
}

pdoc_status pdoc_party_set_meeting(pdoc_party *party, pdoc_date on, pdoc_meeting_state state, const char *note,
                                   pdoc_error **error)
{
    if (!party || !pdoc__is_whole_day(on))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a meeting needs a body and a whole day that exists");
    if (state < PDOC_MEETING_PLANNED || state > PDOC_MEETING_CANCELLED)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "state of a meeting: expected planned, held or cancelled");
    if (!pdoc__is_text(note, "note", error))
        return PDOC_ERR_ARGUMENT;
    struct pdoc__meeting *known = meeting_on(party, on);
    struct pdoc__meeting meeting = {.on = on, .state = (uint8_t)state};
    if (!pdoc__keep(party->reg, note, &meeting.note, error))
        return PDOC_ERR_NOMEM;
    if (!known)
        return add_meeting(party, &meeting, error);
    if (note && !pdoc__text_replace(party->reg, known->note, meeting.note, error))
        return PDOC_ERR_NOMEM;
    known->state = (uint8_t)state;
    known->note = note ? meeting.note : known->note;
    return PDOC_OK;
}

size_t pdoc_party_attendee_count(const pdoc_party *party, size_t meeting)
{
    const struct pdoc__meeting *found = meeting_at(party, meeting);
    return found ? found->attendee_count : 0;
}

const char *pdoc_party_attendee_post(const pdoc_party *party, size_t meeting, size_t attendee)
{
    const struct pdoc__attendee *found = attendee_at(party, meeting, attendee);
    return found ? found->post : NULL;
}

const char *pdoc_party_attendee_as(const pdoc_party *party, size_t meeting, size_t attendee)
{
    const struct pdoc__attendee *found = attendee_at(party, meeting, attendee);
    if (!found)
        return NULL;
    return found->as ? found->as : pdoc__attendance_choice.words[0];
}

pdoc_status pdoc_party_add_attendee(pdoc_party *party, size_t meeting, const char *post, const char *as,
                                    pdoc_error **error)
{
    if (!meeting_at(party, meeting) || !post || !post[0])
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "an attendee needs a recorded meeting and a post");
    if (!pdoc__is_text(post, "post", error) || !is_chosen(&pdoc__attendance_choice, as, "attendance", error))
        return PDOC_ERR_ARGUMENT;
    struct pdoc__meeting *held = &party->meetings[meeting];
    if (!pdoc__list_may_grow(held->attendee_count, UINT16_MAX, "attendees of a meeting", error))
        return PDOC_ERR_LIMIT;
    struct pdoc__attendee attendee;
    if (!pdoc__intern(party->reg, post, &attendee.post, error) || !pdoc__intern(party->reg, as, &attendee.as, error))
        return PDOC_ERR_NOMEM;
    struct pdoc__attendee *list =
        pdoc__list_add(party->reg, held->attendees, held->attendee_count, sizeof attendee, &attendee, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    held->attendees = list;
    held->attendee_count++;
    return PDOC_OK;
}
