/* SPDX-License-Identifier: MIT */
/* What follows a decision: an urgent one is reported, those concerned are told. */
#include "governance/explain/explain.h"
#include "governance/rows/cell.h"

/* ---- what must follow, and by when ---- */

struct following {
    enum pdoc__event_kind kind;
    const struct pdoc__parties *to; /* each of them */
    const char *did;                /* "reported to" */
    const char *remedy;
};

/* Was one of them told after the decision, as the event says of itself? */
static pdoc_truth names(struct pdoc__matrix_cell *cell, const pdoc_event *event, const struct pdoc__who *who)
{
    const pdoc_truth body = pdoc__event_names(cell->judge, event, PDOC__ATTRIBUTE_BODY, who);
    return pdoc__or(body, pdoc__event_names(cell->judge, event, PDOC__ATTRIBUTE_GROUP, who));
}

struct told {
    const pdoc_event *event; /* the first one to them; NULL: none */
    bool is_unsure;
};

static struct told find_told(struct pdoc__matrix_cell *cell, const struct following *following, size_t index)
{
    struct pdoc__judge *judge = cell->judge;
    struct pdoc__way after = {.first = cell->way.end > 0 ? cell->way.end - 1 : 0, .end = judge->past.count};
    const pdoc_event *event;
    struct told told = {.is_unsure = pdoc__names_nobody(judge, &following->to->who[index])};
    for (size_t at = after.first;
         !told.event && (event = pdoc__way_next(judge, &after, following->kind, &at)) != NULL;) {
        const pdoc_truth is = names(cell, event, &following->to->who[index]);
        told.is_unsure |= is == PDOC_UNKNOWN;
        if (is == PDOC_TRUE)
            told.event = event;
    }
    return told;
}

/* By when; PDOC__NO_DAY: no time is stated, or it cannot be told. */
static int32_t last_day(struct pdoc__matrix_cell *cell)
{
    struct pdoc__interval last = {PDOC__NO_DAY, PDOC__NO_DAY};
    if (!pdoc__is_set(cell->duty->within) || !pdoc__reckon(cell->judge, cell->way.day, cell->duty->within, &last, NULL))
        return PDOC__NO_DAY;
    return last.last;
}

/* Where no time is stated, the day of the decision itself is still time enough. */
static void judge_told(struct pdoc__matrix_cell *cell, const struct following *following, size_t index,
                       const struct told *told)
{
    struct pdoc__judge *judge = cell->judge;
    const struct pdoc__parties one = {.names = {&following->to->names.items[index], 1},
                                      .who = &following->to->who[index]};
    const char *party = pdoc__phrase_parties(judge, &one, "");
    const int32_t last = last_day(cell);
    const bool has_limit = pdoc__is_set(cell->duty->within);
    const char *by = last != PDOC__NO_DAY ? PDOC__PHRASE(judge, " by ", pdoc__phrase_day(judge, last))
                     : has_limit ? PDOC__PHRASE(judge, " within ", pdoc__phrase_offset(judge, cell->duty->within),
                                                ", of which the last day cannot be told")
                                 : "";
    const char *decided = pdoc__phrase_date(judge, pdoc__interval_date(cell->way.day));
    if (told->event) {
        const struct pdoc__interval on = pdoc__interval_of(told->event->on);
        const bool cannot_tell = has_limit && last == PDOC__NO_DAY;
        const pdoc_truth late =
            !has_limit ? PDOC_FALSE : pdoc__interval_is_before((struct pdoc__interval){last, last}, on);
        pdoc__cell_say(cell, pdoc__cell_outcome(cannot_tell ? PDOC_UNKNOWN : pdoc__not(late)), told->event,
                       PDOC__PHRASE(judge, following->did, " ", party, " on ",
                                    pdoc__phrase_date(judge, told->event->on), "; it was decided on ", decided,
                                    ", and that is to be done", by));
        cell->out->found = pdoc__phrase_date(judge, told->event->on);
        return;
    }
    const int32_t end = last != PDOC__NO_DAY ? last : cell->way.day.last;
    const bool is_time = judge->day <= end;
    pdoc__cell_say(cell,
                   is_time                                                  ? PDOC_OUTCOME_PENDING
                   : told->is_unsure || (has_limit && last == PDOC__NO_DAY) ? PDOC_OUTCOME_UNDETERMINED
                                                                            : PDOC_OUTCOME_NOT_MET,
                   NULL,
                   PDOC__PHRASE(judge, "it was decided on ", decided, ", and nothing shows that it was ",
                                following->did, " ", party, by));
    cell->out->found = "nothing recorded";
    if (cell->out->outcome == PDOC_OUTCOME_NOT_MET && end != PDOC__NO_DAY)
        cell->out->late_since = pdoc__day_date(end + 1);
}

static void judge_following(struct pdoc__matrix_cell *cell, const struct following *following)
{
    for (size_t i = 0; i < following->to->names.count; i++) {
        const struct told told = find_told(cell, following, i);
        cell->out->late_since = (pdoc_date){0, 0, 0};
        judge_told(cell, following, i, &told);
        cell->out->remedy = told.event ? "It was done late; nothing is left to be done." : following->remedy;
        pdoc__cell_tell(cell);
    }
}

/* Of a decision that is only printed nobody expects to be told. */
void pdoc__judge_informing(struct pdoc__matrix_cell *cell)
{
    const struct following informing = {PDOC__EVENT_NOTIFIED, &cell->duty->parties, "shared with",
                                        "Tell them, and record it (event \"notified\", with the body)."};
    if (cell->way.decision)
        judge_following(cell, &informing);
}

/* Only where one of these decided. */
void pdoc__judge_urgent(struct pdoc__matrix_cell *cell)
{
    const struct following report = {PDOC__EVENT_REPORTED, &cell->duty->to, "reported to",
                                     "Report the urgent decision, and record it (event \"reported\", with the body)."};
    const pdoc_truth is =
        cell->way.decision ? pdoc__acted_as(cell->judge, cell->way.decision, &cell->duty->parties) : PDOC_FALSE;
    if (is == PDOC_FALSE)
        return;
    if (is == PDOC_UNKNOWN || cell->duty->to.names.count == 0) {
        pdoc__cell_say(cell, is == PDOC_UNKNOWN ? PDOC_OUTCOME_UNDETERMINED : PDOC_OUTCOME_MET, cell->way.decision,
                       "whether this was an urgent decision cannot be told, since who decided is not known");
        return;
    }
    cell->out->expected =
        PDOC__PHRASE(cell->judge, "a report to ", pdoc__phrase_parties(cell->judge, &cell->duty->to, " and "));
    judge_following(cell, &report);
}
