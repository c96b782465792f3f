/* SPDX-License-Identifier: MIT */
/* Classes of amendment: was what was amended amended for a reason, by somebody, and in a way that its class knows? */
#include <string.h>

#include "governance/change/ledger.h"
#include "governance/rows/rows.h"

struct question {
    struct pdoc__judge *judge;
    const struct pdoc__amendment *amendment;
    const pdoc_event *event;
    pdoc_outcome outcome; /* where it is not met for certain */
};

static bool has_words(const pdoc_event *event)
{
    return pdoc__event_says(event, PDOC__ATTRIBUTE_NOTE) || pdoc__event_says(event, PDOC__ATTRIBUTE_RATIONALE);
}

/* "other" says nothing by itself. */
static const char *ask_reason(struct question *ask)
{
    const struct pdoc__texts *reasons = &ask->amendment->reasons;
    const char *reason = pdoc__event_says(ask->event, PDOC__ATTRIBUTE_REASON);
    if (reasons->count == 0)
        return NULL;
    if (!reason)
        return "it was amended, and no reason is recorded";
    if (!pdoc__texts_hold(reasons, reason))
        return PDOC__PHRASE(ask->judge, "it was amended for the reason \"", reason,
                            "\", which is none of those for this class of amendment");
    return strcmp(reason, "other") == 0 && !has_words(ask->event)
               ? "it was amended for another reason than those listed, and no words say which"
               : NULL;
}

/* A decision on the version amended, or on a later one, on or after that day. */
static const pdoc_event *decision_after(const struct pdoc__judge *judge, const pdoc_event *amended)
{
    for (size_t i = judge->past.count; i > 0; i--) {
        const pdoc_event *event = judge->past.events[i - 1];
        const pdoc_decision decision =
            event->kind == PDOC__EVENT_DECIDED ? pdoc__event_decision(event) : PDOC_DECISION_NONE;
        const bool approves = decision == PDOC_DECISION_APPROVED || decision == PDOC_DECISION_WITH_AMENDMENTS;
        const bool is_of_it = event->version == 0 || event->version >= amended->version;
        if (approves && is_of_it && pdoc_date_is_before(event->on, amended->on) != PDOC_TRUE)
            return event;
    }
    return NULL;
}

static const pdoc_event *consulted_after(const struct pdoc__judge *judge, const pdoc_event *amended)
{
    const pdoc_event *first = pdoc__event_says(amended, PDOC__ATTRIBUTE_CAUSE) ? amended : NULL;
    const char *cause = first ? pdoc__event_says(amended, PDOC__ATTRIBUTE_CAUSE) : NULL;
    for (size_t i = judge->past.count; i > 0; i--) {
        const pdoc_event *event = judge->past.events[i - 1];
        const bool is_sending = event->kind == PDOC__EVENT_CONSULTATION_OPENED;
        const bool is_of_it = (cause && strcmp(event->id, cause) == 0) || event->version > amended->version ||
                              pdoc_date_is_before(event->on, amended->on) != PDOC_TRUE;
        if (is_sending && is_of_it)
            return event;
    }
    return NULL;
}

/* Does a draft that has not been decided on hold the change? Then there is time. */
static bool is_still_open(const struct pdoc__judge *judge, const pdoc_event *amended)
{
    for (size_t i = 0; i < judge->doc->version_count; i++)
        if (judge->doc->versions[i]->ordinal > amended->version && !pdoc__approval_of(judge, judge->doc->versions[i]))
            return true;
    return false;
}

static const char *ask_decided(struct question *ask)
{
    const struct pdoc__parties *by = &ask->amendment->by;
    const pdoc_truth may = by->names.count > 0 ? pdoc__is_one_of(ask->judge, ask->event->by, by) : PDOC_FALSE;
    if (may == PDOC_TRUE || decision_after(ask->judge, ask->event))
        return NULL;
    ask->outcome = may == PDOC_UNKNOWN                     ? PDOC_OUTCOME_UNDETERMINED
                   : is_still_open(ask->judge, ask->event) ? PDOC_OUTCOME_PENDING
                                                           : PDOC_OUTCOME_NOT_MET;
    const char *name = ask->event->by ? ask->event->by : "nobody named";
    if (by->names.count == 0)
        return PDOC__PHRASE(ask->judge, "it was amended by ", name, ", and no decision on the change is recorded");
    return PDOC__PHRASE(ask->judge, "it was amended by ", name, "; without a decision only ",
                        pdoc__phrase_parties(ask->judge, by, " or "), " may do that, and none is recorded");
}

static const char *ask_consulted(struct question *ask)
{
    if (!ask->amendment->needs_consultation || consulted_after(ask->judge, ask->event))
        return NULL;
    ask->outcome = is_still_open(ask->judge, ask->event) ? PDOC_OUTCOME_PENDING : PDOC_OUTCOME_NOT_MET;
    return "it was amended without a consultation, which this class of amendment needs";
}

static void ask_all(struct pdoc__judge *judge, const struct pdoc__amendment *amendment, const pdoc_event *event,
                    struct pdoc__row_answer *out)
{
    static const char *(*const questions[])(struct question * ask) = {ask_reason, ask_decided, ask_consulted};
    const char *reason = pdoc__event_says(event, PDOC__ATTRIBUTE_REASON);
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        struct question ask = {judge, amendment, event, PDOC_OUTCOME_NOT_MET};
        const char *problem = questions[i](&ask);
        if (problem)
            pdoc__row_tell(
                judge, out,
                &(struct pdoc__row_answer){
                    .outcome = ask.outcome,
                    .modality = out->modality,
                    .place = pdoc__phrase_event(judge, event),
                    .expected = "an amendment as its class allows it",
                    .found = PDOC__PHRASE(judge, event->by ? event->by : "nobody named", ", ",
                                          reason ? reason : "no reason"),
                    .message = problem,
                    .remedy = "Record the reason and the decision, or void the amendment if it was not made."});
    }
}

void pdoc__judge_amendment(struct pdoc__judge *judge, size_t row, struct pdoc__row_answer *out)
{
    const struct pdoc__amendment *amendment = &judge->profile->amendments[row];
    if (!judge->doc || (judge->past.kinds >> PDOC__EVENT_AMENDED & 1) == 0)
        return;
    for (size_t i = judge->past.count; i > 0; i--) {
        const pdoc_event *event = judge->past.events[i - 1];
        if (event->kind != PDOC__EVENT_AMENDED || pdoc__amendment_of(judge, event) != amendment)
            continue;
        if (out->outcome == PDOC_OUTCOME_NOT_APPLICABLE)
            out->outcome = PDOC_OUTCOME_MET;
        ask_all(judge, amendment, event, out);
    }
}
