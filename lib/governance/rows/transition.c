/* SPDX-License-Identifier: MIT */
/* Transitions of the flow: was each made in order, by one who may, when what had to hold did hold, and in time? */
#include "governance/explain/template.h"
#include "governance/explain/words.h"
#include "governance/flow/flow.h"
#include "governance/rows/rows.h"

static const char *name_of(const struct pdoc__rule *rule)
{
    return rule->label ? rule->label : rule->id;
}

static const char *state_words(const struct pdoc__judge *judge, int16_t state)
{
    return state >= 0 ? name_of(&judge->profile->states[state].rule) : "no state that can be told";
}

static const char *event_words(const pdoc_event *event)
{
    return pdoc__word(PDOC_TABLE_EVENT_KIND, event->kind)->label;
}

/* ---- who ---- */

/* "is for A or B, and was made by C"; of what is only supposed, "and C is not one of them". */
static const char *who_words(struct pdoc__judge *judge, const char *name, const char *who, const char *by,
                             pdoc_truth may, bool is_supposed)
{
    const char *lead = PDOC__PHRASE(judge, "\"", name, "\" is for ", who);
    if (may == PDOC_UNKNOWN)
        return PDOC__PHRASE(judge, lead, "; whether ", by, " is one of them cannot be told");
    if (is_supposed)
        return PDOC__PHRASE(judge, lead, "; it is not for ", by);
    return PDOC__PHRASE(judge, lead, ", and was made by ", by);
}

static void judge_who(struct pdoc__judge *judge, const struct pdoc__flow *flow, const struct pdoc__move *move,
                      struct pdoc__row_answer *out)
{
    (void)flow;
    const struct pdoc__transition *transition = &judge->profile->transitions[move->transition];
    const pdoc_truth may = pdoc__may_move(judge, transition, move->event);
    if (may == PDOC_TRUE)
        return;
    const bool is_supposed = move->event == judge->supposed;
    const char *who = pdoc__phrase_parties(judge, &transition->by, " or ");
    const char *by = move->event->by ? move->event->by : "nobody named";
    const char *remedy = is_supposed
                             ? PDOC__PHRASE(judge, "Put it to ", who, ".")
                             : PDOC__PHRASE(judge, "Put it to ", who, ", and void what was recorded by mistake.");
    pdoc__row_tell(
        judge, out,
        &(struct pdoc__row_answer){
            .outcome = may == PDOC_FALSE ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED,
            .modality = out->modality,
            .place = pdoc__phrase_event(judge, move->event),
            .expected = who,
            .found = by,
            .message = who_words(judge, name_of(&transition->rule), who, by, may, is_supposed),
            .remedy = may == PDOC_FALSE ? remedy : "Name who acts by a party of the register or the profile."});
}

/* ---- order ---- */

static const char *states_words(struct pdoc__judge *judge, const struct pdoc__transition *transition)
{
    const char *words = "";
    for (size_t i = 0; i < transition->from.count; i++)
        words = PDOC__PHRASE(judge, words,
                             i == 0                           ? ""
                             : i + 1 < transition->from.count ? ", "
                                                              : " or ",
                             "\"", state_words(judge, transition->from_states[i]), "\"");
    return words;
}

/* Where the record begins with the event, nobody can say what went before: that is worth less than a fault. */
static void judge_order(struct pdoc__judge *judge, const struct pdoc__flow *flow, const struct pdoc__move *move,
                        struct pdoc__row_answer *out)
{
    (void)flow;
    const struct pdoc__transition *transition = &judge->profile->transitions[move->transition];
    if (move->is_in_order)
        return;
    const bool is_supposed = move->event == judge->supposed;
    const char *expected = states_words(judge, transition);
    const char *what = PDOC__PHRASE(judge, "\"", name_of(&transition->rule), "\" (", event_words(move->event), ")");
    const char *state = PDOC__PHRASE(judge, "\"", state_words(judge, move->from), "\"");
    struct pdoc__row_answer answer = {.outcome = PDOC_OUTCOME_NOT_MET,
                                      .modality = out->modality,
                                      .place = pdoc__phrase_event(judge, move->event),
                                      .expected = PDOC__PHRASE(judge, "the state ", expected),
                                      .found = PDOC__PHRASE(judge, "the state ", state),
                                      .remedy = "Record the steps between, or void the event that is wrong."};
    if (is_supposed && move->is_first) {
        answer.outcome = PDOC_OUTCOME_UNDETERMINED;
        answer.message = PDOC__PHRASE(judge, what, " would be the first step on record; it follows ", expected,
                                      ", and whether the document came that far cannot be told");
        answer.remedy = "Record the steps that went before, or take them first.";
    } else if (is_supposed) {
        answer.message = PDOC__PHRASE(judge, what, " would be out of order: it follows ", expected,
                                      ", and the document stands at ", state);
        answer.remedy = "Take the steps between first, or record them.";
    } else if (move->is_first) {
        answer.outcome = PDOC_OUTCOME_UNDETERMINED;
        answer.modality = PDOC_MODALITY_MAY;
        answer.found = "nothing recorded of what went before";
        answer.message = PDOC__PHRASE(judge, what, " is the first step on record; it follows ", expected,
                                      ", and what went before cannot be told");
    } else
        answer.message =
            PDOC__PHRASE(judge, what, " is out of order: it follows ", expected, ", and the document stood at ", state);
    pdoc__row_tell(judge, out, &answer);
}

/* ---- what had to hold ---- */

struct guard {
    pdoc_truth held;
    const struct pdoc__predicate *leaf;
    struct pdoc__judge *then; /* turned to the last day of the event */
};

/* On the day of the event, without it; where only its month or year is known, on the first and the last day of that. */
static struct guard ask_guard(struct pdoc__judge *judge, const struct pdoc__flow *flow, const struct pdoc__move *move,
                              const struct pdoc__predicate *must)
{
    const struct pdoc__interval days = pdoc__interval_of(move->event->on);
    struct guard guard = {.held = PDOC_UNKNOWN};
    pdoc_truth first = PDOC_UNKNOWN;
    struct pdoc__judge *then = pdoc__judge_then(judge, flow->version, days.first, move->event);
    if (then)
        first = pdoc__predicate(then, must, NULL, &guard.leaf);
    guard.held = first;
    if (then && days.last != days.first) {
        then = pdoc__judge_then(judge, flow->version, days.last, move->event);
        guard.held = then ? pdoc__predicate(then, must, NULL, &guard.leaf) : PDOC_UNKNOWN;
    }
    if (first != guard.held)
        guard.held = PDOC_UNKNOWN;
    guard.then = then;
    return guard;
}

static const char *expected_words(struct pdoc__judge *judge, const struct guard *guard,
                                  const struct pdoc__predicate *must)
{
    struct pdoc__buffer line = {0};
    pdoc__write_expected(&line, guard->then, must, guard->leaf);
    const char *words = PDOC__PHRASE(judge, line.data && !line.failed ? line.data : "");
    judge->out_of_memory |= line.failed;
    pdoc__buffer_free(&line);
    return words;
}

static const char *found_words(struct pdoc__judge *judge, const struct guard *guard)
{
    if (!guard->leaf)
        return "nothing that can be told for certain";
    struct pdoc__buffer line = {0};
    const struct pdoc__value value = pdoc__operand_value(guard->then, &guard->leaf->left, NULL);
    pdoc__write_recorded(&line, guard->then, &value);
    const char *words = PDOC__PHRASE(judge, line.data && !line.failed ? line.data : "");
    judge->out_of_memory |= line.failed;
    pdoc__buffer_free(&line);
    return words;
}

static void judge_guard(struct pdoc__judge *judge, const struct pdoc__flow *flow, const struct pdoc__move *move,
                        struct pdoc__row_answer *out)
{
    const struct pdoc__transition *transition = &judge->profile->transitions[move->transition];
    if (!transition->must)
        return;
    const struct guard guard = ask_guard(judge, flow, move, transition->must);
    if (guard.held == PDOC_TRUE || !guard.then)
        return;
    const bool is_known = guard.held == PDOC_FALSE;
    const char *name = name_of(&transition->rule);
    const char *message = is_known && transition->message
                              ? pdoc__phrase_template(judge, guard.then, transition->message)
                              : PDOC__PHRASE(judge,
                                             is_known ? "what has to hold before \""
                                                      : "it cannot be told whether what has to hold before \"",
                                             name, is_known ? "\" did not hold" : "\" did hold");
    pdoc__row_tell(
        judge, out,
        &(struct pdoc__row_answer){
            .outcome = is_known ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED,
            .modality = out->modality,
            .place = pdoc__phrase_event(judge, move->event),
            .expected = expected_words(judge, &guard, transition->must),
            .found = found_words(judge, &guard),
            .message = message,
            .remedy = transition->remedy ? pdoc__phrase_template(judge, guard.then, transition->remedy) : NULL});
}

/* ---- in time ---- */

static void judge_time(struct pdoc__judge *judge, const struct pdoc__flow *flow, const struct pdoc__move *move,
                       struct pdoc__row_answer *out)
{
    (void)flow;
    const struct pdoc__transition *transition = &judge->profile->transitions[move->transition];
    const struct pdoc__interval on = pdoc__interval_of(move->event->on);
    const int32_t deadline = move->is_in_order ? pdoc__move_deadline(judge, transition, move->since) : PDOC__NO_DAY;
    if (deadline == PDOC__NO_DAY || on.last <= deadline)
        return;
    const bool is_known = on.first > deadline;
    const char *day = pdoc__phrase_day(judge, deadline);
    pdoc__row_tell(judge, out,
                   &(struct pdoc__row_answer){.outcome = is_known ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED,
                                              .modality = out->modality,
                                              .place = pdoc__phrase_event(judge, move->event),
                                              .expected = PDOC__PHRASE(judge, "by ", day),
                                              .found = pdoc__phrase_date(judge, move->event->on),
                                              .message = PDOC__PHRASE(judge, "\"", name_of(&transition->rule), "\" ",
                                                                      is_known ? "came late" : "may have come late",
                                                                      ": its last day was ", day),
                                              .late_since = pdoc__day_date(deadline + 1)});
}

/* ---- a row ---- */

static void (*const parts[])(struct pdoc__judge *judge, const struct pdoc__flow *flow, const struct pdoc__move *move,
                             struct pdoc__row_answer *out) = {
    [PDOC__MOVE_WHO] = judge_who,
    [PDOC__MOVE_ORDER] = judge_order,
    [PDOC__MOVE_GUARD] = judge_guard,
    [PDOC__MOVE_TIME] = judge_time,
};

void pdoc__judge_move(struct pdoc__judge *judge, const struct pdoc__flow *flow, const struct pdoc__move *move,
                      enum pdoc__move_part part, struct pdoc__row_answer *out)
{
    if (out->outcome == PDOC_OUTCOME_NOT_APPLICABLE)
        out->outcome = PDOC_OUTCOME_MET;
    parts[part](judge, flow, move, out);
}

/* The version stands where it may be made, and it was not made: is there still time? */
static void judge_waiting(struct pdoc__judge *judge, const struct pdoc__flow *flow,
                          const struct pdoc__transition *transition, struct pdoc__row_answer *out)
{
    const bool may_come =
        flow->state >= 0 && pdoc__leads_from(transition, flow->state) && pdoc__rule_applies(judge, &transition->rule);
    const int32_t deadline = may_come ? pdoc__move_deadline(judge, transition, flow->since) : PDOC__NO_DAY;
    if (deadline == PDOC__NO_DAY || pdoc__predicate(judge, transition->when, NULL, NULL) != PDOC_TRUE)
        return;
    const bool is_late = judge->day > deadline;
    const char *day = pdoc__phrase_day(judge, deadline);
    pdoc__row_tell(judge, out,
                   &(struct pdoc__row_answer){
                       .outcome = is_late ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_PENDING,
                       .modality = out->modality,
                       .place = flow->event ? pdoc__phrase_event(judge, flow->event) : "history",
                       .expected = PDOC__PHRASE(judge, "by ", day),
                       .found = "nothing recorded",
                       .late_since = pdoc__day_date(is_late ? deadline + 1 : PDOC__NO_DAY),
                       .message = PDOC__PHRASE(judge, "\"", name_of(&transition->rule), "\" ",
                                               is_late ? "is late: its last day was " : "is still to come, by ", day),
                       .remedy = transition->remedy ? pdoc__phrase_template(judge, judge, transition->remedy) : NULL});
}

static void judge_version(struct pdoc__judge *judge, const struct pdoc_version *version, size_t row,
                          struct pdoc__row_answer *out)
{
    const struct pdoc__flow *flow = pdoc__flow_of(judge, version);
    bool is_made = false;
    for (size_t i = 0; flow && i < flow->move_count; i++) {
        if (flow->moves[i].transition != (int16_t)row)
            continue;
        for (unsigned part = 0; part < PDOC__MOVE_PARTS; part++)
            pdoc__judge_move(judge, flow, &flow->moves[i], (enum pdoc__move_part)part, out);
        is_made = flow->moves[i].from == flow->state && flow->moves[i].since == flow->since;
    }
    if (flow && !is_made)
        judge_waiting(judge, flow, &judge->profile->transitions[row], out);
}

/* Of the version in force, and of the one that is under way beside it. */
void pdoc__judge_transition(struct pdoc__judge *judge, size_t row, struct pdoc__row_answer *out)
{
    const struct pdoc_version *under_way = pdoc__version_under_way(judge);
    judge_version(judge, judge->version, row, out);
    if (under_way != judge->version)
        judge_version(judge, under_way, row, out);
}
