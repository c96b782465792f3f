/* SPDX-License-Identifier: MIT */
/* Several parties that each decide, on a day of its own: who did, who rejected it, who is still to. */
#include "governance/rows/deciding.h"

#define BIT(kind) (UINT64_C(1) << PDOC__EVENT_##kind)

/* One of the parties. */
struct part {
    struct pdoc__deciders deciders;
    struct pdoc__decision made;
    const pdoc_event *rejection;
};

static struct part part_of(struct pdoc__matrix_cell *cell, const struct pdoc__parties *parties)
{
    struct part part = {.deciders = pdoc__deciders_of(cell, parties)};
    part.made = pdoc__decision_by(cell, &part.deciders);
    part.rejection = pdoc__rejection_by(cell, &part.deciders, &part.made);
    return part;
}

/* A party that is made up of members has decided when it has, or when all of them have; that one of them rejected it
   counts until the party has decided. */
static struct part part_with_members(struct pdoc__matrix_cell *cell, size_t index)
{
    const struct pdoc__parties one = {.names = {&cell->duty->parties.names.items[index], 1},
                                      .who = &cell->duty->parties.who[index]};
    struct part part = part_of(cell, &one);
    const char *code = one.who->code;
    const struct pdoc__profile_party *party = code ? pdoc__profile_party(cell->judge->profile, code) : NULL;
    const size_t members = party && !part.deciders.referral ? party->members.count : 0;
    size_t decided = 0;
    struct part last = part;
    for (size_t i = 0; part.made.truth != PDOC_TRUE && i < members; i++) {
        struct pdoc__who who = {.code = party->members.items[i]};
        const struct pdoc__parties member = {.names = {&party->members.items[i], 1}, .who = &who};
        const struct part its = part_of(cell, &member);
        part.rejection = part.rejection ? part.rejection : its.rejection;
        decided += its.made.truth == PDOC_TRUE;
        last = its;
    }
    const bool is_by_all = members > 0 && decided == members && !part.rejection;
    part.made = is_by_all ? last.made : part.made;
    return part;
}

static bool is_given_out(const struct pdoc__judge *judge)
{
    const uint64_t kinds = BIT(RELEASED) | BIT(PUBLISHED) | BIT(EFFECTIVE);
    return (judge->past.kinds & kinds) != 0;
}

/* Was it drafted anew, or put to the same body again, after it was rejected? */
static bool is_put_again(struct pdoc__matrix_cell *cell, const pdoc_event *rejection)
{
    const struct pdoc__past *past = &cell->judge->past;
    bool is_after = false;
    for (size_t i = cell->way.first; i < cell->way.end; i++) {
        const pdoc_event *event = past->events[i];
        const char *to = pdoc__event_says(event, PDOC__ATTRIBUTE_BODY);
        const bool is_to_another =
            to && rejection->by && pdoc__party_equals(cell->judge, rejection->by, to) != PDOC_TRUE;
        if (is_after && pdoc__event_concerns(event, cell->judge->version) &&
            (event->kind == PDOC__EVENT_DRAFTED || (event->kind == PDOC__EVENT_SUBMITTED && !is_to_another)))
            return true;
        is_after |= event == rejection;
    }
    return false;
}

static void tell_rejected(struct pdoc__matrix_cell *cell, const pdoc_event *rejection)
{
    const bool may_still = !is_given_out(cell->judge) && is_put_again(cell, rejection);
    pdoc__tell_rejection(cell, rejection, may_still ? PDOC_OUTCOME_PENDING : PDOC_OUTCOME_NOT_MET);
}

/* As long as the document is not given out, those that are missing may still decide. */
static void tell_missing(struct pdoc__matrix_cell *cell, const char *missing)
{
    struct pdoc__judge *judge = cell->judge;
    pdoc__cell_say(
        cell, is_given_out(judge) ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_PENDING, NULL,
        PDOC__PHRASE(judge, "no decision of ", missing, " is recorded; each of ", cell->out->expected, " decides"));
    cell->out->found = PDOC__PHRASE(judge, "nothing by ", missing);
    cell->out->remedy = PDOC__PHRASE(judge, "Put the document to ", missing, ", and record the decision.");
    pdoc__cell_tell(cell);
}

/* "Council (to which Board referred it)" */
static const char *words_of_part(struct pdoc__matrix_cell *cell, const struct part *part, size_t index)
{
    const char *party = pdoc__cell_party_words(cell, index);
    if (!part->deciders.referral)
        return party;
    return PDOC__PHRASE(cell->judge, pdoc__phrase_parties(cell->judge, part->deciders.parties, " or "), " (to which ",
                        pdoc__cell_actor(cell, part->deciders.referral), " referred it)");
}

/* A decision of somebody else says nothing of this party, unless its power to decide for it had lapsed. */
static bool says_something(const struct pdoc__decision *made)
{
    return made->event && (made->by != PDOC_FALSE || made->doubts[0].why);
}

/* Who decides after the last approval, too, until something new begins. */
static void reach_to_the_end(struct pdoc__matrix_cell *cell)
{
    const uint64_t anew = BIT(REQUESTED) | BIT(REVIEW_STARTED) | BIT(REVIEWED);
    const struct pdoc__past *past = &cell->judge->past;
    while (cell->way.end < past->count && ((anew >> past->events[cell->way.end]->kind) & 1) == 0)
        cell->way.end++;
}

/* Did one of them reject it, or hand it on? */
static bool is_begun(struct pdoc__matrix_cell *cell)
{
    for (size_t i = 0; i < cell->duty->parties.names.count; i++) {
        const struct part part = part_with_members(cell, i);
        if (part.rejection || part.deciders.referral)
            return true;
    }
    return false;
}

bool pdoc__judge_each(struct pdoc__matrix_cell *cell)
{
    struct pdoc__judge *judge = cell->judge;
    const char *missing = NULL;
    if (!cell->way.decision && !is_begun(cell))
        return false;
    reach_to_the_end(cell);
    for (size_t i = 0; i < cell->duty->parties.names.count; i++) {
        const struct part part = part_with_members(cell, i);
        if (part.rejection)
            tell_rejected(cell, part.rejection);
        else if (says_something(&part.made))
            pdoc__tell_decision(cell, &part.deciders, &part.made);
        else {
            const char *words = words_of_part(cell, &part, i);
            missing = missing ? PDOC__PHRASE(judge, missing, ", ", words) : words;
        }
    }
    if (missing)
        tell_missing(cell, missing);
    return true;
}
