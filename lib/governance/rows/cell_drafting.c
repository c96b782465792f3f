/* SPDX-License-Identifier: MIT */
/* Who drafted, who named the one that drafts, who helped: by the events, else by the author on the sheet. */
#include "governance/explain/explain.h"
#include "governance/rows/cell.h"

/* ---- who drafted ---- */

static pdoc_truth may_draft(struct pdoc__matrix_cell *cell, const pdoc_event *event)
{
    const struct pdoc__route_duty *duty = cell->duty;
    pdoc_truth truth = pdoc__acted_as(cell->judge, event, &duty->parties);
    truth = pdoc__and(truth, pdoc__answers_for_area(cell->judge, event, duty));
    if (duty->apart.names.count > 0)
        truth = pdoc__and(truth, pdoc__not(pdoc__acted_as(cell->judge, event, &duty->apart)));
    return truth;
}

/* The names in the cell "author" of the sheet. */
static pdoc_truth judge_author(struct pdoc__matrix_cell *cell, struct pdoc__value *author)
{
    struct pdoc__judge *judge = cell->judge;
    pdoc_truth truth = PDOC_FALSE;
    *author = pdoc__nothing;
    if (judge->version && judge->cells[PDOC__FIELD_AUTHOR] > 0)
        pdoc__cell_value(judge, judge->cells[PDOC__FIELD_AUTHOR] - 1u, PDOC__PARTY, author);
    if (author->state != PDOC__GIVEN)
        return PDOC_UNKNOWN;
    for (size_t i = 0; i < author->count; i++)
        truth = pdoc__or(
            truth, pdoc__is_one_of(judge, author->count > 1 ? author->items[i] : author->text, &cell->duty->parties));
    return truth;
}

static void say_printed_author(struct pdoc__matrix_cell *cell)
{
    struct pdoc__judge *judge = cell->judge;
    struct pdoc__value author;
    const pdoc_truth truth = judge_author(cell, &author);
    if (author.state != PDOC__GIVEN) {
        pdoc__cell_say(
            cell, pdoc__cell_or_pending(cell, PDOC_OUTCOME_UNDETERMINED), NULL,
            PDOC__PHRASE(judge, "who drafted it is neither recorded nor printed; ", cell->out->expected, " should"));
        cell->out->found = "nothing recorded";
        cell->out->remedy = "Record the draft (event \"drafted\"), with who wrote it.";
        return;
    }
    pdoc__cell_say(cell, pdoc__cell_or_pending(cell, pdoc__cell_outcome(truth)), NULL,
                   PDOC__PHRASE(judge, "the sheet names ", author.text, " as the author; ", cell->out->expected,
                                truth == PDOC_FALSE ? " drafts it"
                                                    : " should draft it, and whether that is the same cannot be told"));
    if (truth == PDOC_TRUE)
        cell->out->outcome = PDOC_OUTCOME_MET;
    cell->out->place = "front-sheet/author";
    cell->out->found = PDOC__PHRASE(judge, author.text, " (as printed)");
    cell->out->remedy = "Record the draft (event \"drafted\"), with the post that wrote it.";
}

void pdoc__judge_drafting(struct pdoc__matrix_cell *cell)
{
    const pdoc_event *event, *drafted = NULL;
    pdoc_truth truth = PDOC_FALSE;
    for (size_t at = cell->way.first;
         (event = pdoc__way_next(cell->judge, &cell->way, PDOC__EVENT_DRAFTED, &at)) != NULL && truth != PDOC_TRUE;) {
        const pdoc_truth one = may_draft(cell, event);
        drafted = !drafted || one != PDOC_FALSE ? event : drafted;
        truth = pdoc__or(truth, one);
    }
    if (!drafted) {
        say_printed_author(cell);
        return;
    }
    const char *actor = pdoc__cell_actor(cell, drafted);
    pdoc__cell_say(
        cell, pdoc__cell_outcome(truth), drafted,
        PDOC__PHRASE(cell->judge, "drafted by ", actor, " on ", pdoc__phrase_date(cell->judge, drafted->on), "; ",
                     truth == PDOC_FALSE ? "it is for " : "whether that is as it should be cannot be told: it is for ",
                     cell->out->expected, " to draft it"));
    if (truth == PDOC_FALSE)
        cell->out->outcome = pdoc__cell_or_pending(cell, PDOC_OUTCOME_NOT_MET);
    cell->out->found = actor;
    cell->out->remedy = "Have the draft written, or taken over, by those whom the matrix names, and record it.";
}

/* ---- what the draft says of others ---- */

struct beside {
    enum pdoc__event_attribute attribute;
    const char *who; /* "who named the one that drafts" */
    const char *did; /* "named the one that drafts" */
    const char *remedy;
};

static void judge_beside(struct pdoc__matrix_cell *cell, const struct beside *beside)
{
    struct pdoc__judge *judge = cell->judge;
    const pdoc_event *event, *said = NULL;
    pdoc_truth truth = PDOC_FALSE;
    for (size_t at = cell->way.first; (event = pdoc__way_next(judge, &cell->way, PDOC__EVENT_DRAFTED, &at)) != NULL;) {
        if (!pdoc__event_says(event, beside->attribute))
            continue;
        for (size_t i = 0; i < cell->duty->parties.names.count; i++)
            truth = pdoc__or(truth, pdoc__event_names(judge, event, beside->attribute, &cell->duty->parties.who[i]));
        said = event;
    }
    cell->out->remedy = beside->remedy;
    if (!said) {
        pdoc__cell_say(cell, pdoc__cell_or_pending(cell, PDOC_OUTCOME_UNDETERMINED), NULL,
                       PDOC__PHRASE(judge, beside->who, " is not recorded; it is for ", cell->out->expected));
        cell->out->found = "nothing recorded";
        return;
    }
    const char *found = pdoc__party_words(judge, pdoc__event_says(said, beside->attribute));
    const pdoc_outcome outcome = pdoc__cell_outcome(truth);
    pdoc__cell_say(cell, outcome == PDOC_OUTCOME_NOT_MET ? pdoc__cell_or_pending(cell, outcome) : outcome, said,
                   PDOC__PHRASE(judge, found, " ", beside->did, "; it is for ", cell->out->expected));
    cell->out->found = found;
}

void pdoc__judge_nomination(struct pdoc__matrix_cell *cell)
{
    static const struct beside nomination = {PDOC__ATTRIBUTE_NOMINATED_BY, "who named the one that drafts",
                                             "named the one that drafts",
                                             "Have the one that drafts named by those whom the matrix says, and record "
                                             "it with the draft (\"nominated-by\")."};
    judge_beside(cell, &nomination);
}

void pdoc__judge_support(struct pdoc__matrix_cell *cell)
{
    static const struct beside support = {
        PDOC__ATTRIBUTE_SUPPORTED_BY, "who helped to draft it", "helped to draft it",
        "Have those help whom the matrix names, and record it with the draft (\"supported-by\")."};
    judge_beside(cell, &support);
}
