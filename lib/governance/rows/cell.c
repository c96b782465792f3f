/* SPDX-License-Identifier: MIT */
/* One cell of the sign-off matrix on the document at hand: does it belong to it, by the edition of that day? */
#include "governance/rows/cell.h"

#include <string.h>

#include "governance/explain/explain.h"
#include "governance/rows/rows.h"
#include "time/interval.h"

static pdoc__cell_judge *const kinds[] = {
    [PDOC__DUTY_DRAFTING] = pdoc__judge_drafting, [PDOC__DUTY_NOMINATION] = pdoc__judge_nomination,
    [PDOC__DUTY_SUPPORT] = pdoc__judge_support,   [PDOC__DUTY_CONSULTATION] = pdoc__judge_consultation,
    [PDOC__DUTY_SCRUTINY] = pdoc__judge_scrutiny, [PDOC__DUTY_SIGN_OFF] = pdoc__judge_sign_off,
    [PDOC__DUTY_DENIAL] = pdoc__judge_denial,     [PDOC__DUTY_REFERRAL] = pdoc__judge_referral,
    [PDOC__DUTY_URGENT] = pdoc__judge_urgent,     [PDOC__DUTY_INFORMING] = pdoc__judge_informing,
    [PDOC__DUTY_READING] = pdoc__judge_reading,
};

pdoc_outcome pdoc__cell_outcome(pdoc_truth truth)
{
    if (truth == PDOC_UNKNOWN)
        return PDOC_OUTCOME_UNDETERMINED;
    return truth == PDOC_TRUE ? PDOC_OUTCOME_MET : PDOC_OUTCOME_NOT_MET;
}

pdoc_outcome pdoc__cell_or_pending(const struct pdoc__matrix_cell *cell, pdoc_outcome outcome)
{
    return cell->way.is_decided ? outcome : PDOC_OUTCOME_PENDING;
}

void pdoc__cell_say(struct pdoc__matrix_cell *cell, pdoc_outcome outcome, const pdoc_event *event, const char *message)
{
    cell->out->outcome = outcome;
    cell->out->place = event ? pdoc__phrase_event(cell->judge, event) : "history";
    cell->out->message = message;
}

void pdoc__cell_tell(struct pdoc__matrix_cell *cell)
{
    pdoc__row_tell(cell->judge, cell->all, cell->out);
    *cell->out = (struct pdoc__row_answer){
        .outcome = PDOC_OUTCOME_NOT_APPLICABLE, .modality = cell->out->modality, .expected = cell->out->expected};
}

const char *pdoc__cell_actor(struct pdoc__matrix_cell *cell, const pdoc_event *event)
{
    const char *role = pdoc__event_says(event, PDOC__ATTRIBUTE_ROLE);
    const char *by = event->by ? event->by : pdoc__event_says(event, PDOC__ATTRIBUTE_BODY);
    const char *words = by ? pdoc__party_words(cell->judge, by) : "nobody named";
    return role ? PDOC__PHRASE(cell->judge, words, " as ", pdoc__party_words(cell->judge, role)) : words;
}

/* "signed-off", as the event says of itself, in words; else the word of the organisation. */
const char *pdoc__cell_act(struct pdoc__matrix_cell *cell, const pdoc_event *event)
{
    const char *code = pdoc__event_says(event, PDOC__ATTRIBUTE_ACT);
    const char *act = cell->judge->profile->act;
    if (!code)
        return act ? act : "decided";
    const size_t length = strlen(code);
    char *words = pdoc__arena_alloc(&cell->judge->scratch, length + 1, NULL);
    cell->judge->out_of_memory |= words == NULL;
    for (size_t i = 0; words && i <= length; i++)
        words[i] = (char)(code[i] == '-' ? ' ' : code[i]);
    return words ? words : code;
}

/* A draft is sent to each of those that are named, unless any is enough; word of a decision is always. */
static bool means_each(const struct pdoc__route_duty *duty)
{
    return duty->each || (pdoc__is_same_kind(duty, PDOC__DUTY_CONSULTATION) && !duty->any_is_enough) ||
           pdoc__is_same_kind(duty, PDOC__DUTY_INFORMING) || pdoc__is_same_kind(duty, PDOC__DUTY_READING);
}

const char *pdoc__cell_parties(struct pdoc__matrix_cell *cell)
{
    return pdoc__phrase_parties(cell->judge, &cell->duty->parties, means_each(cell->duty) ? " and " : " or ");
}

const char *pdoc__cell_party_words(struct pdoc__matrix_cell *cell, size_t index)
{
    const struct pdoc__parties *all = &cell->duty->parties;
    const struct pdoc__parties one = {.names = {&all->names.items[index], 1}, .who = &all->who[index]};
    return pdoc__phrase_parties(cell->judge, &one, "");
}

const char *pdoc__phrase_offset(struct pdoc__judge *judge, pdoc_offset offset)
{
    static const char *const units[] = {[PDOC_UNIT_DAY] = "day",
                                        [PDOC_UNIT_WORKING_DAY] = "working day",
                                        [PDOC_UNIT_CLEAR_WORKING_DAY] = "clear working day",
                                        [PDOC_UNIT_HOUR] = "hour"};
    const char *months = "", *count = "";
    if (offset.months != 0)
        months =
            PDOC__PHRASE(judge, pdoc__phrase_number(judge, offset.months), offset.months == 1 ? " month" : " months");
    if (offset.count != 0)
        count = PDOC__PHRASE(judge, pdoc__phrase_number(judge, offset.count), " ", units[offset.unit],
                             offset.count == 1 ? "" : "s");
    return PDOC__PHRASE(judge, months, *months && *count ? " and " : "", count);
}

/* The day on which it was decided chooses the edition, with all that led to it; while nothing is, the day judged. A
   printed approval without a day leaves open which edition it was, if there is more than one. */
static pdoc_truth holds(struct pdoc__matrix_cell *cell)
{
    const struct pdoc__rule *rule = &cell->duty->rule;
    const bool has_editions = pdoc_date_is_recorded(rule->from) || pdoc_date_is_recorded(rule->to);
    const pdoc_truth truth = pdoc__cell_holds(cell->judge, cell->duty, cell->way.day);
    const bool is_open = cell->way.is_decided && !pdoc__interval_is_recorded(cell->way.day) && has_editions;
    return is_open ? pdoc__and(truth, PDOC_UNKNOWN) : truth;
}

void pdoc__judge_cell(struct pdoc__judge *judge, size_t row, struct pdoc__row_answer *out)
{
    struct pdoc__row_answer said = *out;
    struct pdoc__matrix_cell cell = {
        .judge = judge, .duty = &judge->profile->route_duties[row], .out = &said, .all = out};
    const int kind = pdoc__duty_kind(cell.duty->kind);
    pdoc__way_find(judge, &cell.way);
    const pdoc_truth truth = holds(&cell);
    if (truth == PDOC_FALSE || kind < 0)
        return;
    said.expected = pdoc__cell_parties(&cell);
    if (truth == PDOC_UNKNOWN) {
        const struct pdoc__rule *rule = &cell.duty->rule;
        pdoc__cell_say(&cell, PDOC_OUTCOME_UNDETERMINED, NULL,
                       PDOC__PHRASE(judge,
                                    "whether this line of the sign-off matrix is for the document cannot be told: ",
                                    rule->label ? rule->label : rule->id));
        said.remedy = "Record what tells which line of the sign-off matrix is for it, and the day of its decision.";
    } else
        kinds[kind](&cell);
    pdoc__cell_tell(&cell);
}
