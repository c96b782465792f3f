/* SPDX-License-Identifier: MIT */
/* Did each of those who have to read what is in force attest that they did? */
#include "governance/attesting/readings.h"
#include "governance/rows/cell.h"

/* Up to which day, from the first day in force; PDOC__NO_DAY: no time is stated. */
static int32_t last_day(struct pdoc__matrix_cell *cell)
{
    const int32_t since = cell->judge->phase.since;
    const struct pdoc__interval force = {since, since};
    struct pdoc__interval last;
    if (since == PDOC__NO_DAY || !pdoc__is_set(cell->duty->within) ||
        !pdoc__reckon(cell->judge, force, cell->duty->within, &last, NULL))
        return PDOC__NO_DAY;
    return last.last;
}

static void say_read(struct pdoc__matrix_cell *cell, size_t index, const pdoc_event *event)
{
    struct pdoc__judge *judge = cell->judge;
    pdoc__cell_say(cell, PDOC_OUTCOME_MET, event,
                   PDOC__PHRASE(judge, "read by ", pdoc__cell_party_words(cell, index), " on ",
                                pdoc__phrase_date(judge, event->on)));
    cell->out->found = pdoc__phrase_date(judge, event->on);
}

/* Without a time that is stated it is late at no day: it stays to be done. */
static void say_unread(struct pdoc__matrix_cell *cell, size_t index, const pdoc_event *last)
{
    struct pdoc__judge *judge = cell->judge;
    const int32_t end = last_day(cell);
    const bool is_late = end != PDOC__NO_DAY && judge->day > end;
    const char *by = end == PDOC__NO_DAY ? "" : PDOC__PHRASE(judge, " by ", pdoc__phrase_day(judge, end));
    const char *party = pdoc__cell_party_words(cell, index);
    const char *message =
        last ? PDOC__PHRASE(judge, party, " read another content on ", pdoc__phrase_date(judge, last->on),
                            ", and is to read the one in force", by)
             : PDOC__PHRASE(judge, "nothing shows that it was read by ", party, ", which is to be done", by);
    pdoc__cell_say(cell, is_late ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_PENDING, NULL, message);
    cell->out->found = last ? PDOC__PHRASE(judge, "another content, read on ", pdoc__phrase_date(judge, last->on))
                            : "nothing recorded";
    cell->out->remedy = "Have it read, and record it (event \"read\", with the post and the hash of the content).";
}

void pdoc__judge_reading(struct pdoc__matrix_cell *cell)
{
    struct pdoc__judge *judge = cell->judge;
    struct pdoc__row_answer worst = *cell->out;
    if (judge->phase.phase != PDOC_PHASE_IN_FORCE || !judge->version)
        return;
    for (size_t i = 0; i < cell->duty->parties.names.count; i++) {
        const struct pdoc__readings readings =
            pdoc__readings_of(judge, judge->version, &cell->duty->parties.who[i], NULL);
        if (readings.of_content)
            say_read(cell, i, readings.of_content);
        else
            say_unread(cell, i, readings.last);
        const bool is_worse = (worst.outcome == PDOC_OUTCOME_NOT_APPLICABLE) ||
                              (worst.outcome == PDOC_OUTCOME_MET && !readings.of_content);
        if (i == 0 || is_worse)
            worst = *cell->out;
    }
    *cell->out = worst;
}
