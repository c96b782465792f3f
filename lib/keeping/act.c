/* SPDX-License-Identifier: MIT */
/* Which of the rules that a change breaks concern what it records, and which ask only for what comes next. */
#include "keeping/act.h"

#include <string.h>

#include "governance/flow/flow.h"
#include "governance/rows/matrix.h"

/* ---- events ---- */

/* A correction or a remark does nothing: what it comes with is judged as the edit that it is. */
static bool is_act(const pdoc_event *event)
{
    return event->kind != PDOC__EVENT_CORRECTED && event->kind != PDOC__EVENT_REMARKED &&
           event->kind != PDOC__EVENT_OVERRIDDEN;
}

bool pdoc__change_acts(const pdoc_change *change, const struct pdoc__history *history)
{
    for (size_t i = pdoc__change_old_events(change, history->doc); i < history->count; i++)
        if (is_act(history->events[i]))
            return true;
    return false;
}

bool pdoc__change_mends(const pdoc_change *change, const struct pdoc__history *history)
{
    for (size_t i = pdoc__change_old_events(change, history->doc); i < history->count; i++)
        if (pdoc__event_says(history->events[i], PDOC__ATTRIBUTE_VOIDS))
            return true;
    return false;
}

bool pdoc__change_is_at_event(const pdoc_change *change, const struct pdoc__history *history, const char *place)
{
    static const char lead[] = "history/";
    if (!place || strncmp(place, lead, sizeof lead - 1) != 0)
        return false;
    const char *id = place + sizeof lead - 1;
    for (size_t i = pdoc__change_old_events(change, history->doc); i < history->count; i++) {
        const char *event = history->events[i]->id;
        const size_t size = strlen(event);
        if (strncmp(event, id, size) == 0 && (id[size] == '\0' || id[size] == '/'))
            return true;
    }
    return false;
}

/* ---- gates ---- */

/* A body that says no, or hands it on, goes through no gate. */
static bool goes_on(const pdoc_event *event)
{
    return event->kind != PDOC__EVENT_DECIDED || pdoc__event_approves(event) ||
           pdoc__event_decision(event) == PDOC_DECISION_NONE;
}

/* What an event is for: as it says itself, as its kind always is, or as the flow has it. */
static bool is_for(const pdoc_report *report, const pdoc_event *event, const struct pdoc__texts *gates)
{
    const char *purpose = pdoc__event_says(event, PDOC__ATTRIBUTE_PURPOSE);
    if (!purpose)
        purpose = pdoc__usual_purpose(event->kind);
    if (purpose)
        return pdoc__texts_hold(gates, purpose);
    for (size_t i = 0; i < report->profile_count; i++) {
        const pdoc_profile *profile = report->profiles[i];
        for (size_t row = 0; row < profile->counts[PDOC_PROFILE_TRANSITIONS]; row++) {
            const struct pdoc__transition *transition = &profile->transitions[row];
            if (transition->event_kind == event->kind && pdoc__texts_hold(gates, transition->purpose))
                return true;
        }
    }
    return false;
}

/* A decision is made with all that the matrix asks for before it. */
static bool is_of_decision(const pdoc_report *report, const pdoc_event *event, const struct pdoc__finding *finding)
{
    for (size_t i = 0; event->kind == PDOC__EVENT_DECIDED && i < report->profile_count; i++)
        if (pdoc__is_before_decision(report->profiles[i], finding->row))
            return true;
    return false;
}

/* A draft that is sent to one more group went through the gate with the first of them: what was wrong then is not wrong
   with this sending. */
static bool is_one_more(const pdoc_change *change, const struct pdoc__history *history, const pdoc_event *event)
{
    const size_t old = pdoc__change_old_events(change, history->doc);
    for (size_t i = 0; event->kind == PDOC__EVENT_CONSULTATION_OPENED && i < old; i++) {
        const pdoc_event *earlier = history->events[i];
        if (earlier->kind == event->kind && earlier->version == event->version)
            return true;
    }
    return false;
}

bool pdoc__change_meets_gate(const pdoc_change *change, const struct pdoc__history *history, const pdoc_report *report,
                             const struct pdoc__finding *finding)
{
    for (size_t i = pdoc__change_old_events(change, history->doc); i < history->count; i++) {
        const pdoc_event *event = history->events[i];
        if (goes_on(event) && !is_one_more(change, history, event) &&
            (is_of_decision(report, event, finding) || (finding->gates && is_for(report, event, finding->gates))))
            return true;
    }
    return false;
}

/* ---- rows ---- */

static bool is_row_of(const pdoc_profile *profile, const struct pdoc__rule *rule)
{
    static const pdoc_profile_table tables[] = {PDOC_PROFILE_ROUTE_DUTIES, PDOC_PROFILE_TRANSITIONS,
                                                PDOC_PROFILE_FREEZES,      PDOC_PROFILE_EXTENSIONS,
                                                PDOC_PROFILE_SCHEMES,      PDOC_PROFILE_AMENDMENTS};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        for (size_t row = 0; row < profile->counts[tables[i]]; row++)
            if (pdoc__profile_rule(profile, tables[i], row) == rule)
                return tables[i] != PDOC_PROFILE_ROUTE_DUTIES || pdoc__is_before_decision(profile, rule);
    return false;
}

bool pdoc__finding_is_of_acts(const pdoc_report *report, const struct pdoc__finding *finding)
{
    for (size_t i = 0; finding->row && i < report->profile_count; i++)
        if (is_row_of(report->profiles[i], finding->row))
            return true;
    return false;
}
