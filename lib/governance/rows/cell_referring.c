/* SPDX-License-Identifier: MIT */
/* Decisions that are handed on to a higher body: does it go to one that the profile names, and who decides then? */
#include "governance/explain/explain.h"
#include "governance/rows/deciding.h"

static bool is_referral(const pdoc_event *event)
{
    return pdoc__event_decision(event) == PDOC_DECISION_REFERRED_UP;
}

/* ---- who decides then ---- */

/* The duty that lets a decision be handed on to that body (NULL: to one that is not named); NULL: none does. */
static const struct pdoc__route_duty *duty_that_allows(struct pdoc__matrix_cell *cell, const char *to)
{
    const pdoc_profile *profile = cell->judge->profile;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_ROUTE_DUTIES]; i++) {
        const struct pdoc__route_duty *duty = &profile->route_duties[i];
        if (pdoc__is_same_kind(duty, PDOC__DUTY_REFERRAL) &&
            pdoc__cell_holds(cell->judge, duty, cell->way.day) == PDOC_TRUE &&
            (!to || pdoc__is_one_of(cell->judge, to, &duty->parties) == PDOC_TRUE))
            return duty;
    }
    return NULL;
}

/* One party by its name, for as long as the document is at hand; NULL when memory runs out. */
static const struct pdoc__parties *parties_of(struct pdoc__judge *judge, const char *name)
{
    struct named {
        struct pdoc__parties parties;
        struct pdoc__who who;
        const char *name;
    } *one = pdoc__arena_alloc(&judge->scratch, sizeof *one, NULL);
    judge->out_of_memory |= one == NULL;
    if (!one)
        return NULL;
    *one = (struct named){.who = {.code = name}, .name = name};
    one->parties = (struct pdoc__parties){.names = {&one->name, 1}, .who = &one->who};
    return &one->parties;
}

/* A body that it was handed on to may hand it on again. What the profile does not allow hands nothing on. */
struct pdoc__deciders pdoc__deciders_of(struct pdoc__matrix_cell *cell, const struct pdoc__parties *parties)
{
    struct pdoc__judge *judge = cell->judge;
    struct pdoc__deciders deciders = {.parties = parties, .first = cell->way.first};
    const pdoc_event *event;
    for (size_t at = cell->way.first; (event = pdoc__way_next(judge, &cell->way, PDOC__EVENT_DECIDED, &at)) != NULL;) {
        if (!is_referral(event) || !event->by ||
            pdoc__or(pdoc__acted_as(judge, event, deciders.parties),
                     pdoc__was_delegated(cell, event, deciders.parties)) != PDOC_TRUE)
            continue;
        const char *to = pdoc__event_says(event, PDOC__ATTRIBUTE_BODY);
        const struct pdoc__route_duty *duty = duty_that_allows(cell, to);
        const struct pdoc__parties *named = duty && to ? parties_of(judge, to) : duty ? &duty->parties : NULL;
        if (named)
            deciders = (struct pdoc__deciders){.parties = named, .first = at, .referral = event};
    }
    return deciders;
}

/* ---- the duty itself ---- */

static const pdoc_event *last_referral(struct pdoc__matrix_cell *cell)
{
    const pdoc_event *event, *found = NULL;
    for (size_t at = cell->way.first;
         (event = pdoc__way_next(cell->judge, &cell->way, PDOC__EVENT_DECIDED, &at)) != NULL;)
        if (is_referral(event))
            found = event;
    return found;
}

/* The body that the referral names, else the one that decided next. */
void pdoc__judge_referral(struct pdoc__matrix_cell *cell)
{
    struct pdoc__judge *judge = cell->judge;
    const pdoc_event *referral = last_referral(cell);
    if (!referral)
        return;
    const char *to = pdoc__event_says(referral, PDOC__ATTRIBUTE_BODY);
    if (!to && cell->way.decision)
        to = cell->way.decision->by;
    const pdoc_truth truth = to ? pdoc__is_one_of(judge, to, &cell->duty->parties) : PDOC_UNKNOWN;
    const char *words = to ? pdoc__party_words(judge, to) : "a body that is not named";
    pdoc__cell_say(cell, pdoc__cell_outcome(truth), referral,
                   PDOC__PHRASE(judge, "handed on to ", words, "; it is for ", cell->out->expected, " to consider it"));
    cell->out->found = words;
    cell->out->remedy = PDOC__PHRASE(judge, "Hand it on to ", cell->out->expected, ", and record it as the body.");
}
