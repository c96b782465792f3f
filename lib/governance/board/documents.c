/* SPDX-License-Identifier: MIT */
/* What one document adds to the paper for a board on the last day of the period: its state of review, by type, body and
   who is responsible. Judges nothing itself. */
#include "base/text.h"
#include "governance/board/paper.h"
#include "governance/named.h"

static bool is_overdue(enum pdoc__board_state state)
{
    return state == PDOC__BOARD_OVERDUE || state == PDOC__BOARD_UNDER_WAY || state == PDOC__BOARD_EXTENDED;
}

/* One document in a table of states: its state, all overdue where it is, and the sum. */
static void add_state(struct pdoc__board_count *count, enum pdoc__board_section section, const char *name,
                      enum pdoc__board_state state)
{
    struct pdoc__board_row *row = pdoc__board_row(count, section, name, NULL);
    pdoc__board_add(count, section, row, state, 1);
    if (is_overdue(state))
        pdoc__board_add(count, section, row, PDOC__BOARD_ALL_OVERDUE, 1);
    pdoc__board_add(count, section, row, PDOC__BOARD_ALL, 1);
}

static void add_fixed(struct pdoc__board_count *count, enum pdoc__board_section section, size_t row)
{
    pdoc__board_add(count, section, count->paper->sections[section].items[row], 0, 1);
}

static void add_states(struct pdoc__board_count *count, enum pdoc__board_state state)
{
    add_fixed(count, PDOC__BOARD_STATES, state);
    if (is_overdue(state))
        add_fixed(count, PDOC__BOARD_STATES, PDOC__BOARD_ALL_OVERDUE);
    add_fixed(count, PDOC__BOARD_STATES, PDOC__BOARD_ALL);
}

static void add_age(struct pdoc__board_count *count, int32_t days)
{
    static const int32_t longest[] = {[PDOC__BOARD_TO_30] = 30,
                                      [PDOC__BOARD_TO_90] = 90,
                                      [PDOC__BOARD_TO_365] = 365,
                                      [PDOC__BOARD_OVER_365] = INT32_MAX};
    size_t row = 0;
    while (days > longest[row])
        row++;
    add_fixed(count, PDOC__BOARD_AGE, row);
}

static bool is_in_past(const struct pdoc__board_count *count, enum pdoc__event_kind kind)
{
    const struct pdoc__past *past = &count->judge->past;
    if (!(past->kinds >> kind & 1))
        return false;
    for (size_t i = 0; i < past->count; i++)
        if (past->events[i]->kind == kind && pdoc__board_has(count, past->events[i]->on))
            return true;
    return false;
}

static void add_reviews(struct pdoc__board_count *count, const struct pdoc__due *due)
{
    if (due->due != PDOC__NO_DAY && due->due >= count->first && due->due <= count->last)
        add_fixed(count, PDOC__BOARD_REVIEWS, PDOC__BOARD_FELL_DUE);
    if (due->due != PDOC__NO_DAY && due->due > count->last && due->due <= count->next_last)
        add_fixed(count, PDOC__BOARD_REVIEWS, PDOC__BOARD_DUE_NEXT);
    if (is_in_past(count, PDOC__EVENT_REVIEWED))
        add_fixed(count, PDOC__BOARD_REVIEWS, PDOC__BOARD_REVIEWED);
    if (is_in_past(count, PDOC__EVENT_REVIEW_STARTED))
        add_fixed(count, PDOC__BOARD_REVIEWS, PDOC__BOARD_STARTED);
}

/* A blank name is none. */
static const char *name_of(const char *name)
{
    return name && *name ? name : NULL;
}

static void take_line(struct pdoc__board_count *count, struct pdoc__board_line *line, const struct pdoc__due *due)
{
    const pdoc_document *doc = count->judge->doc;
    *line = (struct pdoc__board_line){.id = pdoc__board_keep(count, doc->id),
                                      .title = pdoc__board_keep(count, pdoc_document_title(doc)),
                                      .reference = pdoc__board_keep(count, pdoc_document_reference(doc, 0)),
                                      .type = pdoc__board_keep(count, line->type),
                                      .body = pdoc__board_keep(count, line->body),
                                      .responsible = pdoc__board_keep(count, line->responsible),
                                      .due = pdoc__day_date(due->due),
                                      .days_overdue = due->due == PDOC__NO_DAY ? 0 : count->judge->day - due->due,
                                      .state = due->state};
}

void pdoc__board_count_document(struct pdoc__board_count *count)
{
    struct pdoc__judge *judge = count->judge;
    const struct pdoc__due *due = pdoc__due(judge);
    const enum pdoc__board_state state = pdoc__board_state_of((pdoc_review_state)due->state);
    struct pdoc__board_line line = {.type = name_of(pdoc__type_label(judge)),
                                    .body = name_of(pdoc__approving_body(judge)),
                                    .responsible = name_of(pdoc__responsible(judge))};
    add_states(count, state);
    add_reviews(count, due);
    if (is_overdue(state))
        add_age(count, judge->day - due->due);
    add_state(count, PDOC__BOARD_TYPES, line.type, state);
    add_state(count, PDOC__BOARD_BODIES, line.body, state);
    add_state(count, PDOC__BOARD_RESPONSIBLE, line.responsible, state);
    if (count->period != PDOC__BOARD_NOW)
        return;
    take_line(count, &line, due);
    count->paper->documents[count->document] = line;
}
