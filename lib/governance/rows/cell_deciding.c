/* SPDX-License-Identifier: MIT */
/* Who decided: one of the parties or each, with a delegation, for the area, apart from the author, with a quorum; and
   who may not. */
#include <string.h>

#include "governance/explain/explain.h"
#include "governance/rows/cell.h"

/* ---- denial ---- */

/* Does a denial that belongs to the document name the one who decided? */
static pdoc_truth is_denied(struct pdoc__matrix_cell *cell, const pdoc_event *event)
{
    const pdoc_profile *profile = cell->judge->profile;
    pdoc_truth denied = PDOC_FALSE;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_ROUTE_DUTIES]; i++) {
        const struct pdoc__route_duty *duty = &profile->route_duties[i];
        if (pdoc__is_same_kind(duty, PDOC__DUTY_DENIAL) &&
            pdoc__cell_holds(cell->judge, duty, cell->way.day) == PDOC_TRUE)
            denied = pdoc__or(denied, pdoc__acted_as(cell->judge, event, &duty->parties));
    }
    return denied;
}

/* ---- delegation ---- */

/* "delegated" in a history: one of the parties gave the power to the one who decided, and it still held. */
static pdoc_truth was_given(struct pdoc__matrix_cell *cell, const struct pdoc__history *history,
                            const pdoc_event *decision)
{
    struct pdoc__judge *judge = cell->judge;
    const struct pdoc__past *past = pdoc__past_of(judge, history);
    const struct pdoc__interval day = pdoc__interval_of(decision->on);
    pdoc_truth given = PDOC_FALSE;
    for (size_t i = 0; past && i < past->count && decision->by; i++) {
        const pdoc_event *event = past->events[i];
        const struct pdoc__event_value *until = pdoc__event_value(event, PDOC__ATTRIBUTE_UNTIL);
        const char *to = pdoc__event_says(event, PDOC__ATTRIBUTE_BODY);
        if (event->kind != PDOC__EVENT_DELEGATED || !to)
            continue;
        pdoc_truth holds =
            pdoc__and(pdoc__acted_as(judge, event, &cell->duty->parties), pdoc__party_equals(judge, decision->by, to));
        holds = pdoc__and(holds, pdoc__not(pdoc__interval_is_before(day, pdoc__interval_of(event->on))));
        if (until && pdoc_date_is_recorded(until->date))
            holds = pdoc__and(holds, pdoc__not(pdoc__interval_is_before(pdoc__interval_of(until->date), day)));
        given = pdoc__or(given, holds);
    }
    return given;
}

static pdoc_truth was_delegated(struct pdoc__matrix_cell *cell, const pdoc_event *event)
{
    struct pdoc__judge *judge = cell->judge;
    const char *giver = pdoc__event_says(event, PDOC__ATTRIBUTE_DELEGATED_BY);
    pdoc_truth delegated = PDOC_FALSE;
    if (!cell->duty->may_delegate)
        return PDOC_FALSE;
    if (giver)
        delegated = pdoc__is_one_of(judge, giver, &cell->duty->parties);
    if (delegated != PDOC_TRUE)
        delegated = pdoc__or(delegated, was_given(cell, &judge->doc->history, event));
    if (delegated != PDOC_TRUE)
        delegated = pdoc__or(delegated, was_given(cell, &judge->reg->history, event));
    return delegated == PDOC_FALSE ? PDOC_FALSE : pdoc__and(delegated, pdoc__not(is_denied(cell, event)));
}

/* ---- who may ---- */

/* An urgent decision by one who may take it is a decision. */
static pdoc_truth may_urgently(struct pdoc__matrix_cell *cell, const pdoc_event *event)
{
    const pdoc_profile *profile = cell->judge->profile;
    pdoc_truth may = PDOC_FALSE;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_ROUTE_DUTIES]; i++) {
        const struct pdoc__route_duty *duty = &profile->route_duties[i];
        if (pdoc__is_same_kind(duty, PDOC__DUTY_URGENT) &&
            pdoc__cell_holds(cell->judge, duty, cell->way.day) == PDOC_TRUE)
            may = pdoc__or(may, pdoc__acted_as(cell->judge, event, &duty->parties));
    }
    return may;
}

/* Attendance of the meeting of that body on that day. */
static pdoc_truth has_quorum(struct pdoc__matrix_cell *cell, const pdoc_event *event)
{
    const pdoc_party *body = event->by ? pdoc_register_find_party(cell->judge->reg, event->by) : NULL;
    const struct pdoc__event_value *named = pdoc__event_value(event, PDOC__ATTRIBUTE_MEETING);
    const pdoc_date day = named && pdoc_date_is_recorded(named->date) ? named->date : event->on;
    for (size_t i = 0; body && i < body->meeting_count; i++) {
        size_t present = 0;
        if (pdoc_date_compare(body->meetings[i].on, day) != 0 || body->meetings[i].attendee_count == 0)
            continue;
        for (size_t j = 0; j < body->meetings[i].attendee_count; j++) {
            const char *as = pdoc_party_attendee_as(body, i, j);
            present += strcmp(as, "present") == 0 || strcmp(as, "deputy") == 0;
        }
        return present >= cell->duty->quorum ? PDOC_TRUE : PDOC_FALSE;
    }
    return PDOC_UNKNOWN;
}

/* What speaks against a decision, or leaves it open: the first of the conditions that is not true. */
struct verdict {
    pdoc_truth truth;
    const char *why; /* NULL: by whom it was decided */
};

static void need(struct verdict *verdict, pdoc_truth truth, const char *when_false, const char *when_unknown)
{
    if (truth != PDOC_TRUE && (verdict->truth == PDOC_TRUE || (verdict->truth == PDOC_UNKNOWN && truth == PDOC_FALSE)))
        verdict->why = truth == PDOC_FALSE ? when_false : when_unknown;
    verdict->truth = pdoc__and(verdict->truth, truth);
}

static const char area_is_open[] = "for which area it answers, or to which the document belongs, is not recorded";

/* One decision, by these of the parties. */
static struct verdict judge_decision(struct pdoc__matrix_cell *cell, const pdoc_event *event,
                                     const struct pdoc__parties *parties)
{
    struct pdoc__judge *judge = cell->judge;
    pdoc_truth by = pdoc__acted_as(judge, event, parties);
    if (by != PDOC_TRUE)
        by = pdoc__or(by, was_delegated(cell, event));
    if (by != PDOC_TRUE)
        by = pdoc__or(by, may_urgently(cell, event));
    struct verdict verdict = {.truth = by};
    if (by == PDOC_FALSE)
        return verdict;
    need(&verdict, pdoc__not(is_denied(cell, event)), "by a rule that no delegation sets aside it may not decide",
         "whether it may decide at all cannot be told");
    need(&verdict, pdoc__answers_for_area(judge, event, cell->duty), "it does not answer for the area of the document",
         area_is_open);
    if (cell->duty->apart.names.count > 0)
        need(&verdict, pdoc__not(pdoc__acted_as(judge, event, &cell->duty->apart)),
             PDOC__PHRASE(judge, "it is for another than ", pdoc__phrase_parties(judge, &cell->duty->apart, " or ")),
             PDOC__PHRASE(judge, "whether that is another than ",
                          pdoc__phrase_parties(judge, &cell->duty->apart, " or "), " cannot be told"));
    if (cell->duty->quorum > 0)
        need(
            &verdict, has_quorum(cell, event),
            PDOC__PHRASE(judge, "fewer than ", pdoc__phrase_number(judge, cell->duty->quorum), " attended the meeting"),
            PDOC__PHRASE(judge, "who attended the meeting is not recorded; ",
                         pdoc__phrase_number(judge, cell->duty->quorum), " are needed"));
    return verdict;
}

/* ---- one of them ---- */

struct decisions {
    const pdoc_event *event; /* that tells; NULL: nobody decided */
    struct verdict verdict;
};

/* Of the decisions of the way: one that is as it should be, else one that may be, else the last. */
static struct decisions find_decision(struct pdoc__matrix_cell *cell, const struct pdoc__parties *parties)
{
    struct decisions found = {.verdict = {.truth = PDOC_FALSE}};
    const pdoc_event *event;
    for (size_t at = cell->way.first;
         (event = pdoc__way_next(cell->judge, &cell->way, PDOC__EVENT_DECIDED, &at)) != NULL;) {
        if (!pdoc__event_approves(event))
            continue;
        const struct verdict one = judge_decision(cell, event, parties);
        const bool is_worse = (found.verdict.truth == PDOC_TRUE && one.truth != PDOC_TRUE) ||
                              (found.verdict.truth == PDOC_UNKNOWN && one.truth == PDOC_FALSE);
        const bool says_less = found.event && one.truth == PDOC_FALSE && found.verdict.why && !one.why;
        if (!is_worse && !says_less)
            found = (struct decisions){event, one};
    }
    return found;
}

static bool names_nobody(const pdoc_event *event)
{
    return !event->by && !pdoc__event_says(event, PDOC__ATTRIBUTE_ROLE) &&
           !pdoc__event_says(event, PDOC__ATTRIBUTE_BODY);
}

static const char *words_of_decision(struct pdoc__matrix_cell *cell, const struct decisions *made)
{
    struct pdoc__judge *judge = cell->judge;
    const char *day = pdoc__phrase_date(judge, made->event->on);
    const char *why = made->verdict.why;
    if (names_nobody(made->event))
        return PDOC__PHRASE(judge, "who decided on ", day, " is not recorded; it is for ", cell->out->expected,
                            " to decide");
    if (!why)
        why = made->verdict.truth == PDOC_FALSE
                  ? PDOC__PHRASE(judge, "it is for ", cell->out->expected, " to decide")
                  : PDOC__PHRASE(judge, "whether that is ", cell->out->expected, " cannot be told");
    const bool is_supposed = made->event == judge->supposed;
    return PDOC__PHRASE(judge, is_supposed ? "it would be " : "", pdoc__cell_act(cell, made->event), " by ",
                        pdoc__cell_actor(cell, made->event), " on ", day, "; ", why);
}

static const char *remedy_of_decision(struct pdoc__matrix_cell *cell, const struct decisions *made)
{
    struct pdoc__judge *judge = cell->judge;
    const char *role = pdoc__event_says(made->event, PDOC__ATTRIBUTE_ROLE);
    const bool may_act_as = cell->duty->area && !role && made->verdict.truth == PDOC_FALSE && !made->verdict.why;
    if (made->verdict.truth == PDOC_UNKNOWN && !made->verdict.why)
        return PDOC__PHRASE(judge, "Record who decided, as a party of the register; it is for ", cell->out->expected,
                            " to decide.");
    if (made->verdict.why == area_is_open)
        return "Record what the one who decides is part of, and the area of the document.";
    return PDOC__PHRASE(judge, "Put the document to ", cell->out->expected, ", and record the decision",
                        may_act_as ? "; a post that acts as such names it as its role." : ".");
}

static void say_decision(struct pdoc__matrix_cell *cell, const struct decisions *made)
{
    pdoc__cell_say(cell, pdoc__cell_outcome(made->verdict.truth), made->event, words_of_decision(cell, made));
    cell->out->found = pdoc__cell_actor(cell, made->event);
    cell->out->remedy = remedy_of_decision(cell, made);
}

/* ---- as printed, or not at all ---- */

static struct pdoc__value printed_body(struct pdoc__judge *judge)
{
    const char *name = judge->profile->body_field ? judge->profile->body_field : "approved-by";
    const int field = pdoc_table_find(PDOC_TABLE_FIELD, name);
    struct pdoc__value value = pdoc__nothing;
    if (field >= 0 && judge->version && judge->cells[field] > 0)
        pdoc__cell_value(judge, judge->cells[field] - 1u, PDOC__PARTY, &value);
    return value;
}

static void say_nothing_decided(struct pdoc__matrix_cell *cell)
{
    struct pdoc__judge *judge = cell->judge;
    const struct pdoc__value body = printed_body(judge);
    const bool is_printed = cell->way.is_decided && body.state == PDOC__GIVEN;
    pdoc_truth truth = PDOC_FALSE;
    for (size_t i = 0; is_printed && i < body.count; i++)
        truth =
            pdoc__or(truth, pdoc__is_one_of(judge, body.count > 1 ? body.items[i] : body.text, &cell->duty->parties));
    cell->out->remedy = PDOC__PHRASE(judge, "Put the document to ", cell->out->expected, ", and record the decision.");
    if (is_printed) {
        pdoc__cell_say(cell, pdoc__cell_outcome(truth), NULL,
                       PDOC__PHRASE(judge, "the sheet names ", body.text, " as the body that approved it; it is for ",
                                    cell->out->expected, " to decide"));
        cell->out->place = PDOC__PHRASE(judge, "front-sheet/",
                                        judge->profile->body_field ? judge->profile->body_field : "approved-by");
        cell->out->found = PDOC__PHRASE(judge, body.text, " (as printed)");
        return;
    }
    const bool is_unclear = cell->way.is_decided || cell->way.unclear;
    pdoc__cell_say(cell, is_unclear ? PDOC_OUTCOME_UNDETERMINED : PDOC_OUTCOME_PENDING, cell->way.unclear,
                   cell->way.unclear ? "a decision is recorded, and not what came of it"
                   : is_unclear
                       ? PDOC__PHRASE(judge, "who decided is not recorded; it is for ", cell->out->expected)
                       : PDOC__PHRASE(judge, "nothing is decided yet; it is for ", cell->out->expected, " to decide"));
    cell->out->found = "nothing recorded";
}

/* ---- each of them ---- */

/* A party that is made up of members has decided when it has, or when all of them have. */
static struct decisions decision_of(struct pdoc__matrix_cell *cell, size_t index)
{
    const struct pdoc__parties one = {.names = {&cell->duty->parties.names.items[index], 1},
                                      .who = &cell->duty->parties.who[index]};
    struct decisions made = find_decision(cell, &one);
    const char *code = cell->duty->parties.who[index].code;
    const struct pdoc__profile_party *party = code ? pdoc__profile_party(cell->judge->profile, code) : NULL;
    const size_t members = party ? party->members.count : 0;
    for (size_t i = 0; made.verdict.truth != PDOC_TRUE && i < members; i++) {
        struct pdoc__who who = {.code = party->members.items[i]};
        const struct pdoc__parties member = {.names = {&party->members.items[i], 1}, .who = &who};
        const struct decisions its = find_decision(cell, &member);
        if (its.verdict.truth != PDOC_TRUE)
            return made;
        if (i + 1 == members)
            return its;
    }
    return made;
}

static bool is_given_out(const struct pdoc__judge *judge)
{
    const uint64_t kinds = UINT64_C(1) << PDOC__EVENT_RELEASED | UINT64_C(1) << PDOC__EVENT_PUBLISHED |
                           UINT64_C(1) << PDOC__EVENT_EFFECTIVE;
    return (judge->past.kinds & kinds) != 0;
}

/* Each has a day of its own: as long as the document is not given out, those that are missing may still decide. */
static void judge_each(struct pdoc__matrix_cell *cell)
{
    struct pdoc__judge *judge = cell->judge;
    const char *missing = NULL;
    struct decisions last = {.verdict = {.truth = PDOC_TRUE}};
    for (size_t i = 0; i < cell->duty->parties.names.count; i++) {
        const struct decisions made = decision_of(cell, i);
        if (made.verdict.truth == PDOC_FALSE && !made.verdict.why) {
            const char *party = pdoc__cell_party_words(cell, i);
            missing = missing ? PDOC__PHRASE(judge, missing, ", ", party) : party;
        } else if (made.event && last.verdict.truth != PDOC_FALSE &&
                   (made.verdict.truth != PDOC_TRUE || last.verdict.truth == PDOC_TRUE))
            last = made;
    }
    if (last.event)
        say_decision(cell, &last);
    if (!missing || last.verdict.truth == PDOC_FALSE)
        return;
    pdoc__cell_say(
        cell, is_given_out(judge) ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_PENDING, NULL,
        PDOC__PHRASE(judge, "no decision of ", missing, " is recorded; each of ", cell->out->expected, " decides"));
    cell->out->found = PDOC__PHRASE(judge, "nothing by ", missing);
    cell->out->remedy = PDOC__PHRASE(judge, "Put the document to ", missing, ", and record the decision.");
}

void pdoc__judge_sign_off(struct pdoc__matrix_cell *cell)
{
    if (!cell->way.decision) {
        say_nothing_decided(cell);
    } else if (cell->duty->each) {
        judge_each(cell);
    } else {
        const struct decisions made = find_decision(cell, &cell->duty->parties);
        say_decision(cell, &made);
    }
}

/* A delegation changes nothing: whoever is named here may not decide. */
void pdoc__judge_denial(struct pdoc__matrix_cell *cell)
{
    struct pdoc__judge *judge = cell->judge;
    const pdoc_event *event, *told = NULL;
    pdoc_truth denied = PDOC_FALSE;
    for (size_t at = cell->way.first; (event = pdoc__way_next(judge, &cell->way, PDOC__EVENT_DECIDED, &at)) != NULL;) {
        if (!pdoc__event_approves(event))
            continue;
        const pdoc_truth one = pdoc__acted_as(judge, event, &cell->duty->parties);
        told = !told || (one != PDOC_FALSE && denied != PDOC_TRUE) ? event : told;
        denied = pdoc__or(denied, one);
    }
    const char *act = told ? pdoc__cell_act(cell, told) : "decided";
    cell->out->expected = PDOC__PHRASE(judge, "anybody but ", cell->out->expected);
    if (!told) {
        const struct pdoc__value body = printed_body(judge);
        if (!cell->way.is_decided || body.state != PDOC__GIVEN)
            return; /* nobody is known to have decided */
        for (size_t i = 0; i < body.count; i++)
            denied = pdoc__or(denied,
                              pdoc__is_one_of(judge, body.count > 1 ? body.items[i] : body.text, &cell->duty->parties));
        cell->out->found = body.text;
    } else
        cell->out->found = pdoc__cell_actor(cell, told);
    const bool is_open = denied == PDOC_UNKNOWN;
    pdoc__cell_say(cell, pdoc__cell_outcome(pdoc__not(denied)), told,
                   is_open ? PDOC__PHRASE(judge, "whether one who may not decided cannot be told: ", cell->out->found)
                           : PDOC__PHRASE(judge, told && told == judge->supposed ? "it would be " : "", act, " by ",
                                          cell->out->found, ", who may not decide on it; no delegation allows that"));
    cell->out->remedy = is_open ? "Record who decided, as a party of the register."
                                : "Put the document to the body that decides on it, and void this decision.";
}
