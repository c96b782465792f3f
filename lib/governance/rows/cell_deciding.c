/* SPDX-License-Identifier: MIT */
/* Who decided: one of the parties, with a delegation, for the area, apart from the author, with a quorum; and who may
   not. */
#include <string.h>

#include "governance/explain/explain.h"
#include "governance/rows/deciding.h"

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

static void doubt(struct pdoc__decision *made, pdoc_truth truth, const char *why)
{
    made->doubts[made->doubt_count++] = (struct pdoc__doubt){truth, why};
    made->truth = pdoc__and(made->truth, truth);
}

/* What rests on who decided is not asked anew where that cannot be told. */
static void need(struct pdoc__decision *made, pdoc_truth truth, const char *when_false, const char *when_unknown)
{
    if (truth == PDOC_FALSE)
        doubt(made, truth, when_false);
    else if (truth == PDOC_UNKNOWN && made->by == PDOC_TRUE)
        doubt(made, truth, when_unknown);
}

static pdoc_truth decided_for(struct pdoc__matrix_cell *cell, const pdoc_event *event,
                              const struct pdoc__parties *parties)
{
    pdoc_truth by = pdoc__acted_as(cell->judge, event, parties);
    const pdoc_truth given = by == PDOC_TRUE ? PDOC_FALSE : pdoc__was_delegated(cell, event, parties);
    if (given != PDOC_FALSE)
        by = pdoc__or(by, pdoc__and(given, pdoc__not(is_denied(cell, event))));
    return by == PDOC_TRUE ? by : pdoc__or(by, may_urgently(cell, event));
}

static const char area_is_open[] = "for which area it answers, or to which the document belongs, is not recorded";

/* What the matrix asks of the parties that it names, and not of a body to which they handed it on. */
static void ask_of_parties(struct pdoc__matrix_cell *cell, struct pdoc__decision *made)
{
    need(made, pdoc__answers_for_area(cell->judge, made->event, cell->duty),
         "it does not answer for the area of the document", area_is_open);
    if (cell->duty->quorum > 0) {
        const char *least = pdoc__phrase_number(cell->judge, cell->duty->quorum);
        need(made, has_quorum(cell, made->event),
             PDOC__PHRASE(cell->judge, "fewer than ", least, " attended the meeting"),
             PDOC__PHRASE(cell->judge, "who attended the meeting is not recorded; ", least, " are needed"));
    }
}

static struct pdoc__decision judge_decision(struct pdoc__matrix_cell *cell, const pdoc_event *event,
                                            const struct pdoc__deciders *deciders)
{
    struct pdoc__judge *judge = cell->judge;
    struct pdoc__decision made = {
        .event = event, .by = decided_for(cell, event, deciders->parties), .truth = PDOC_TRUE};
    if (made.by != PDOC_TRUE)
        doubt(&made, made.by, made.by == PDOC_FALSE ? pdoc__power_lapsed(cell, event, deciders->parties) : NULL);
    if (made.by == PDOC_FALSE)
        return made;
    need(&made, pdoc__not(is_denied(cell, event)), "by a rule that no delegation sets aside it may not decide",
         "whether it may decide at all cannot be told");
    if (cell->duty->apart.names.count > 0) {
        const char *others = pdoc__phrase_parties(judge, &cell->duty->apart, " or ");
        need(&made, pdoc__not(pdoc__acted_as(judge, event, &cell->duty->apart)),
             PDOC__PHRASE(judge, "it is for another than ", others),
             PDOC__PHRASE(judge, "whether that is another than ", others, " cannot be told"));
    }
    if (!deciders->referral)
        ask_of_parties(cell, &made);
    return made;
}

/* ---- one of them ---- */

/* How much a decision that is not as it should be says: of the right body before of one whose power lapsed. */
static unsigned weight(const struct pdoc__decision *made)
{
    return made->by != PDOC_FALSE ? 2 : made->doubt_count > 0 && made->doubts[0].why ? 1 : 0;
}

struct pdoc__decision pdoc__decision_by(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders)
{
    struct pdoc__decision found = {.by = PDOC_FALSE, .truth = PDOC_FALSE};
    const pdoc_event *event;
    for (size_t at = deciders->first;
         (event = pdoc__way_next(cell->judge, &cell->way, PDOC__EVENT_DECIDED, &at)) != NULL;) {
        if (!pdoc__event_approves(event))
            continue;
        struct pdoc__decision one = judge_decision(cell, event, deciders);
        one.end = at;
        const bool is_worse = (found.truth == PDOC_TRUE && one.truth != PDOC_TRUE) ||
                              (found.truth == PDOC_UNKNOWN && one.truth == PDOC_FALSE);
        const bool says_less = found.event && one.truth == PDOC_FALSE && weight(&found) > weight(&one);
        if (!is_worse && !says_less)
            found = one;
    }
    return found;
}

const pdoc_event *pdoc__rejection_by(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders,
                                     const struct pdoc__decision *made)
{
    const pdoc_event *event, *found = NULL;
    for (size_t at = made->by != PDOC_FALSE ? made->end : deciders->first;
         (event = pdoc__way_next(cell->judge, &cell->way, PDOC__EVENT_DECIDED, &at)) != NULL;)
        if (pdoc__event_decision(event) == PDOC_DECISION_REJECTED &&
            pdoc__acted_as(cell->judge, event, deciders->parties) == PDOC_TRUE)
            found = event;
    return found;
}

/* ---- in words ---- */

static bool names_nobody(const pdoc_event *event)
{
    return !event->by && !pdoc__event_says(event, PDOC__ATTRIBUTE_ROLE) &&
           !pdoc__event_says(event, PDOC__ATTRIBUTE_BODY);
}

/* "decided by Board on 24 March 2026", and before it how it came to them. */
static const char *words_of_act(struct pdoc__matrix_cell *cell, const pdoc_event *event)
{
    const bool is_supposed = event == cell->judge->supposed;
    return PDOC__PHRASE(cell->judge, is_supposed ? "it would be " : "", pdoc__cell_act(cell, event), " by ",
                        pdoc__cell_actor(cell, event), " on ", pdoc__phrase_date(cell->judge, event->on));
}

static const char *words_of_referral(struct pdoc__matrix_cell *cell, const pdoc_event *referral)
{
    return PDOC__PHRASE(cell->judge, "referred by ", pdoc__cell_actor(cell, referral), " on ",
                        pdoc__phrase_date(cell->judge, referral->on));
}

static const char *whose(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders)
{
    return deciders->referral ? pdoc__phrase_parties(cell->judge, deciders->parties, " or ") : cell->out->expected;
}

/* Whose decision it is, and why it is not theirs any more whom the matrix names. */
static const char *words_of_deciders(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders)
{
    const char *for_whom = PDOC__PHRASE(cell->judge, "it is for ", whose(cell, deciders), " to decide");
    if (!deciders->referral)
        return for_whom;
    return PDOC__PHRASE(cell->judge, "it was ", words_of_referral(cell, deciders->referral), ", and ", for_whom);
}

static const char *words_of_doubt(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders,
                                  const struct pdoc__decision *made, const struct pdoc__doubt *one)
{
    struct pdoc__judge *judge = cell->judge;
    const char *why = one->why;
    if (made->by == PDOC_UNKNOWN && !why && names_nobody(made->event))
        return PDOC__PHRASE(judge, "who decided on ", pdoc__phrase_date(judge, made->event->on), " is not recorded; ",
                            words_of_deciders(cell, deciders));
    if (made->by == PDOC_FALSE)
        why = why ? PDOC__PHRASE(judge, why, ", and ", words_of_deciders(cell, deciders))
                  : words_of_deciders(cell, deciders);
    else if (!why)
        why = PDOC__PHRASE(judge, "whether that is ", whose(cell, deciders), " cannot be told");
    return PDOC__PHRASE(judge, words_of_act(cell, made->event), "; ", why);
}

/* What a cell of the sheet that names nobody is to be filled in with, or the register. */
static const char *remedy_for_who(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders,
                                  const pdoc_event *decision)
{
    for (size_t i = 0; !names_nobody(decision) && i < deciders->parties->names.count; i++)
        if (pdoc__names_nobody(cell->judge, &deciders->parties->who[i])) {
            const struct pdoc__parties one = {.names = {&deciders->parties->names.items[i], 1},
                                              .who = &deciders->parties->who[i]};
            return PDOC__PHRASE(cell->judge, "Record who is to decide: ", pdoc__phrase_parties(cell->judge, &one, ""),
                                " names nobody.");
        }
    return PDOC__PHRASE(cell->judge, "Record who decided, as a party of the register; it is for ",
                        whose(cell, deciders), " to decide.");
}

static const char *remedy_of_doubt(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders,
                                   const struct pdoc__decision *made, const struct pdoc__doubt *one)
{
    const char *role = pdoc__event_says(made->event, PDOC__ATTRIBUTE_ROLE);
    const bool may_act_as = cell->duty->area && !role && made->by == PDOC_FALSE && !one->why;
    if (one->truth == PDOC_UNKNOWN && !one->why)
        return remedy_for_who(cell, deciders, made->event);
    if (one->why == area_is_open)
        return "Record what the one who decides is part of, and the area of the document.";
    return PDOC__PHRASE(cell->judge, "Put the document to ", whose(cell, deciders), ", and record the decision",
                        may_act_as ? "; a post that acts as such names it as its role." : ".");
}

static void tell_as_it_should_be(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders,
                                 const struct pdoc__decision *made)
{
    const char *act = words_of_act(cell, made->event);
    const char *message =
        !deciders->referral ? act : PDOC__PHRASE(cell->judge, words_of_referral(cell, deciders->referral), ", ", act);
    pdoc__cell_say(cell, PDOC_OUTCOME_MET, made->event, message);
    cell->out->found = deciders->referral ? message : pdoc__cell_actor(cell, made->event);
    pdoc__cell_tell(cell);
}

void pdoc__tell_decision(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders,
                         const struct pdoc__decision *made)
{
    for (size_t i = 0; i < made->doubt_count; i++) {
        const struct pdoc__doubt *one = &made->doubts[i];
        pdoc__cell_say(cell, pdoc__cell_outcome(one->truth), made->event, words_of_doubt(cell, deciders, made, one));
        cell->out->found = pdoc__cell_actor(cell, made->event);
        cell->out->remedy = remedy_of_doubt(cell, deciders, made, one);
        pdoc__cell_tell(cell);
    }
    if (made->doubt_count == 0)
        tell_as_it_should_be(cell, deciders, made);
}

static const char *words_of_rejection(struct pdoc__matrix_cell *cell, const pdoc_event *rejection)
{
    return PDOC__PHRASE(cell->judge, "rejected by ", pdoc__cell_actor(cell, rejection), " on ",
                        pdoc__phrase_date(cell->judge, rejection->on));
}

void pdoc__tell_rejection(struct pdoc__matrix_cell *cell, const pdoc_event *rejection, pdoc_outcome outcome)
{
    const char *actor = pdoc__cell_actor(cell, rejection);
    pdoc__cell_say(cell, outcome, rejection,
                   PDOC__PHRASE(cell->judge, words_of_rejection(cell, rejection), "; ",
                                cell->duty->each ? "each of " : "it is for ", cell->out->expected,
                                cell->duty->each ? " decides" : " to decide"));
    cell->out->found = PDOC__PHRASE(cell->judge, "rejected by ", actor);
    cell->out->remedy =
        PDOC__PHRASE(cell->judge, "Put the document, changed as it may be, to ", actor, " again, or give it up.");
    pdoc__cell_tell(cell);
}

/* ---- as printed, or not at all ---- */

struct pdoc__value pdoc__printed_body(struct pdoc__judge *judge)
{
    const char *name = judge->profile->body_field ? judge->profile->body_field : "approved-by";
    const int field = pdoc_table_find(PDOC_TABLE_FIELD, name);
    struct pdoc__value value = pdoc__nothing;
    if (field >= 0 && judge->version && judge->cells[field] > 0)
        pdoc__cell_value(judge, judge->cells[field] - 1u, PDOC__PARTY, &value);
    return value;
}

/* No approval is recorded. */
static void say_open(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders)
{
    struct pdoc__judge *judge = cell->judge;
    const struct pdoc__decision none = {.by = PDOC_FALSE};
    const pdoc_event *rejection = pdoc__rejection_by(cell, deciders, &none);
    const char *whose = words_of_deciders(cell, deciders);
    const pdoc_event *place = rejection ? rejection : cell->way.unclear ? cell->way.unclear : deciders->referral;
    const bool is_unclear = cell->way.is_decided || cell->way.unclear;
    const char *message = rejection           ? PDOC__PHRASE(judge, words_of_rejection(cell, rejection), "; ", whose)
                          : cell->way.unclear ? "a decision is recorded, and not what came of it"
                          : is_unclear        ? PDOC__PHRASE(judge, "who decided is not recorded; ", whose)
                                              : PDOC__PHRASE(judge, "nothing is decided yet; ", whose);
    pdoc__cell_say(cell, is_unclear ? PDOC_OUTCOME_UNDETERMINED : PDOC_OUTCOME_PENDING, place, message);
    cell->out->found = rejection            ? PDOC__PHRASE(judge, "rejected by ", pdoc__cell_actor(cell, rejection))
                       : deciders->referral ? words_of_referral(cell, deciders->referral)
                                            : "nothing recorded";
}

static void say_nothing_decided(struct pdoc__matrix_cell *cell, const struct pdoc__deciders *deciders)
{
    struct pdoc__judge *judge = cell->judge;
    const struct pdoc__value body = pdoc__printed_body(judge);
    const bool is_printed = cell->way.is_decided && body.state == PDOC__GIVEN;
    pdoc_truth truth = PDOC_FALSE;
    for (size_t i = 0; is_printed && i < body.count; i++)
        truth = pdoc__or(truth, pdoc__is_one_of(judge, body.count > 1 ? body.items[i] : body.text, deciders->parties));
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
    say_open(cell, deciders);
}

void pdoc__judge_sign_off(struct pdoc__matrix_cell *cell)
{
    struct pdoc__deciders deciders = {.parties = &cell->duty->parties, .first = cell->way.first};
    if (cell->duty->each && pdoc__judge_each(cell))
        return;
    if (!cell->duty->each)
        deciders = pdoc__deciders_of(cell, &cell->duty->parties);
    if (deciders.referral)
        cell->out->expected = pdoc__phrase_parties(cell->judge, deciders.parties, " or ");
    if (!cell->way.decision) {
        say_nothing_decided(cell, &deciders);
        return;
    }
    const struct pdoc__decision made = pdoc__decision_by(cell, &deciders);
    const pdoc_event *rejection = made.by == PDOC_FALSE ? pdoc__rejection_by(cell, &deciders, &made) : NULL;
    pdoc__tell_decision(cell, &deciders, &made);
    if (rejection)
        pdoc__tell_rejection(cell, rejection, PDOC_OUTCOME_NOT_MET);
}
