/* SPDX-License-Identifier: MIT */
/* Was each of those that the matrix names sent the draft in time, and was the draft looked at before the decision? */
#include "governance/rows/sending.h"

/* ---- consultation ---- */

/* How the sending to one party stands. */
struct sent {
    const pdoc_event *event; /* NULL: nothing was sent to it */
    pdoc_truth is_good;
    bool is_unsure; /* something was sent to somebody, who may be this one */
    const char *why;
};

static pdoc_truth was_sent_to(struct pdoc__matrix_cell *cell, const pdoc_event *event, size_t party)
{
    const char *const *names;
    pdoc_truth is = PDOC_FALSE;
    const size_t count = pdoc__sending_names(cell->judge, event, &names);
    for (size_t i = 0; i < count; i++)
        is = pdoc__or(is, pdoc__is_who(cell->judge, names[i], &cell->duty->parties.who[party]));
    return count > 0 ? is : PDOC_UNKNOWN;
}

/* Of several sendings the best one counts. */
static struct sent find_sent(struct pdoc__matrix_cell *cell, size_t party)
{
    struct pdoc__judge *judge = cell->judge;
    struct sent found = {.is_good = PDOC_FALSE,
                         .is_unsure = pdoc__names_nobody(judge, &cell->duty->parties.who[party])};
    const pdoc_event *event;
    for (size_t at = cell->way.first;
         (event = pdoc__way_next(judge, &cell->way, PDOC__EVENT_CONSULTATION_OPENED, &at)) != NULL;) {
        const pdoc_truth is_to = was_sent_to(cell, event, party);
        struct pdoc__sending sending;
        const char *late, *reply;
        found.is_unsure |= is_to == PDOC_UNKNOWN;
        if (is_to != PDOC_TRUE)
            continue;
        pdoc__sending_read(judge, event, cell->duty, &sending);
        const pdoc_truth in_time = pdoc__sent_in_time(judge, &sending, &late);
        const pdoc_truth fits = pdoc__reply_day_fits(judge, &sending, &reply);
        const pdoc_truth good = pdoc__and(in_time, fits);
        if (found.event && (found.is_good == PDOC_TRUE || good == PDOC_FALSE))
            continue;
        found.event = event;
        found.is_good = good;
        found.why = in_time == good ? late : reply;
    }
    return found;
}

static void say_not_sent(struct pdoc__matrix_cell *cell, const struct sent *sent, const char *party)
{
    struct pdoc__judge *judge = cell->judge;
    const pdoc_outcome outcome = sent->is_unsure ? PDOC_OUTCOME_UNDETERMINED : PDOC_OUTCOME_NOT_MET;
    pdoc__cell_say(cell, pdoc__cell_or_pending(cell, outcome), NULL,
                   PDOC__PHRASE(judge, "no sending of the draft to ", party, " is recorded",
                                sent->is_unsure ? ", and whether somebody else is meant cannot be told" : ""));
    cell->out->found = "nothing recorded";
    cell->out->remedy =
        PDOC__PHRASE(judge, "Send the draft to ", party, ", and record it (event \"consultation-opened\").");
}

/* Before a decision what was sent late is only late for that meeting. */
static void say_sent(struct pdoc__matrix_cell *cell, const struct sent *sent, const char *party)
{
    struct pdoc__judge *judge = cell->judge;
    const pdoc_outcome outcome = pdoc__cell_outcome(sent->is_good);
    const char *why = sent->why ? sent->why : "";
    pdoc__cell_say(cell, sent->is_good == PDOC_TRUE ? PDOC_OUTCOME_MET : pdoc__cell_or_pending(cell, outcome),
                   sent->event, PDOC__PHRASE(judge, "consultation of ", party, ": ", why));
    cell->out->found = why;
    cell->out->remedy = cell->way.is_decided
                            ? "Take the document to a later meeting, with the draft sent in time for it."
                            : "Send the draft in time, or take the document to a later meeting.";
}

/* The best of the sendings to one of them. False: nothing was sent to any, for certain to none unless it is unsure. */
static bool find_any(struct pdoc__matrix_cell *cell, struct sent *best, size_t *party)
{
    bool is_sent = false;
    *best = (struct sent){.is_good = PDOC_FALSE};
    for (size_t i = 0; i < cell->duty->parties.names.count; i++) {
        struct sent one = find_sent(cell, i);
        const bool is_better = one.event && (!is_sent || pdoc__or(best->is_good, one.is_good) != best->is_good);
        one.is_unsure |= best->is_unsure;
        if (is_better) {
            *best = one;
            *party = i;
        }
        best->is_unsure = one.is_unsure;
        is_sent |= one.event != NULL;
    }
    return is_sent;
}

/* Any of the parties is enough: the best sending tells, and one that is not clear may have been a good one. */
static void judge_any(struct pdoc__matrix_cell *cell)
{
    struct sent best;
    size_t party = 0;
    if (!find_any(cell, &best, &party)) {
        say_not_sent(cell, &best, cell->out->expected);
        return;
    }
    if (best.is_unsure && best.is_good == PDOC_FALSE)
        best.is_good = PDOC_UNKNOWN;
    say_sent(cell, &best, pdoc__cell_party_words(cell, party));
}

/* Each of the parties by itself. */
void pdoc__judge_consultation(struct pdoc__matrix_cell *cell)
{
    if (cell->duty->any_is_enough) {
        judge_any(cell);
        return;
    }
    for (size_t i = 0; i < cell->duty->parties.names.count; i++) {
        const struct sent sent = find_sent(cell, i);
        const char *party = pdoc__cell_party_words(cell, i);
        if (sent.event)
            say_sent(cell, &sent, party);
        else
            say_not_sent(cell, &sent, party);
        pdoc__cell_tell(cell);
    }
}

/* ---- scrutiny ---- */

/* Who looked at it in time, and who afterwards. */
struct looks {
    const pdoc_event *good;
    const pdoc_event *late;
};

static pdoc_truth looked(struct pdoc__matrix_cell *cell, const pdoc_event *event, const struct pdoc__parties *as)
{
    struct pdoc__judge *judge = cell->judge;
    pdoc_truth is = pdoc__acted_as(judge, event, as);
    if (is != PDOC_TRUE)
        is = pdoc__or(is, pdoc__event_names(judge, event, PDOC__ATTRIBUTE_BODY, &as->who[0]));
    if (cell->duty->apart.names.count > 0)
        is = pdoc__and(is, pdoc__not(pdoc__acted_as(judge, event, &cell->duty->apart)));
    return is;
}

/* Did one party look at it, and before the decision? */
static pdoc_truth was_scrutinised(struct pdoc__matrix_cell *cell, size_t party, struct looks *looks)
{
    struct pdoc__judge *judge = cell->judge;
    const struct pdoc__parties one = {.names = {&cell->duty->parties.names.items[party], 1},
                                      .who = &cell->duty->parties.who[party]};
    struct pdoc__way all = cell->way;
    const pdoc_event *event;
    pdoc_truth truth = pdoc__names_nobody(judge, one.who) ? PDOC_UNKNOWN : PDOC_FALSE;
    all.end = judge->past.count; /* those that come too late, too */
    for (size_t at = all.first; (event = pdoc__way_next(judge, &all, PDOC__EVENT_SCRUTINISED, &at)) != NULL;) {
        pdoc_truth is = looked(cell, event, &one);
        if (pdoc__interval_is_recorded(cell->way.day)) {
            const pdoc_truth is_late = pdoc__interval_is_before(cell->way.day, pdoc__interval_of(event->on));
            if (is == PDOC_TRUE && is_late == PDOC_TRUE)
                looks->late = event;
            is = pdoc__and(is, pdoc__not(is_late));
        }
        if (is == PDOC_TRUE)
            looks->good = event;
        truth = pdoc__or(truth, is);
    }
    return truth;
}

static const char *words_of_day(struct pdoc__matrix_cell *cell)
{
    return pdoc__interval_is_recorded(cell->way.day)
               ? pdoc__phrase_date(cell->judge, pdoc__interval_date(cell->way.day))
               : "an unknown day";
}

/* What was found of these: too late, in time, nothing, or not clear. */
static void say_looks(struct pdoc__matrix_cell *cell, pdoc_truth truth, const struct looks *looks, const char *whose)
{
    struct pdoc__judge *judge = cell->judge;
    const pdoc_outcome outcome = pdoc__cell_outcome(truth);
    const pdoc_event *told = truth == PDOC_TRUE ? looks->good : looks->late;
    const char *message =
        told
            ? PDOC__PHRASE(judge, "scrutinised by ", pdoc__cell_actor(cell, told), " on ",
                           pdoc__phrase_date(judge, told->on), told == looks->late ? ", after" : ", before",
                           " the decision of ", words_of_day(cell))
            : PDOC__PHRASE(judge,
                           truth == PDOC_FALSE ? "no scrutiny by " : "it cannot be told whether there was scrutiny by ",
                           whose, cell->way.is_decided ? " before the decision is recorded" : " is recorded yet");
    pdoc__cell_say(cell, truth == PDOC_TRUE ? outcome : pdoc__cell_or_pending(cell, outcome), told, message);
    cell->out->found =
        told ? PDOC__PHRASE(judge, pdoc__cell_actor(cell, told), " on ", pdoc__phrase_date(judge, told->on))
        : truth == PDOC_FALSE ? "nothing recorded"
                              : "not clear";
    cell->out->remedy =
        PDOC__PHRASE(judge, "Put it to ", whose, " before it is decided on, and record it (event \"scrutinised\").");
}

/* Where each of them is to look at it, each is told by itself. */
void pdoc__judge_scrutiny(struct pdoc__matrix_cell *cell)
{
    struct looks looks = {NULL, NULL};
    const bool each = cell->duty->each;
    pdoc_truth any = PDOC_FALSE;
    for (size_t i = 0; i < cell->duty->parties.names.count; i++) {
        any = pdoc__or(any, was_scrutinised(cell, i, &looks));
        if (!each)
            continue;
        say_looks(cell, any, &looks, pdoc__cell_party_words(cell, i));
        pdoc__cell_tell(cell);
        looks = (struct looks){NULL, NULL};
        any = PDOC_FALSE;
    }
    if (!each)
        say_looks(cell, any, &looks, cell->out->expected);
}
