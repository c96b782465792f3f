/* SPDX-License-Identifier: MIT */
/* Which stage may follow which: nothing is skipped but where the profile says so, nothing goes on that is resolved, and what
   is not resolved goes on. */
#include <string.h>

#include "governance/escalating/ladder.h"

static void flaw_at(struct pdoc__ladder *ladder, enum pdoc__check check, pdoc_outcome outcome,
                    const struct pdoc__stage *stage, const struct pdoc_issue_step *step, const char *message)
{
    pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = check,
                                               .outcome = outcome,
                                               .modality = stage->rule.modality,
                                               .rule = &stage->rule,
                                               .step = step ? step->id : NULL,
                                               .message = message});
}

static bool may_be_left_out(const struct pdoc__ladder *ladder, const struct pdoc__stage *stage)
{
    return strcmp(stage->kind, "identification") == 0 || stage->rule.modality == PDOC_MODALITY_MAY ||
           stage->is_any_time || pdoc__condition_holds(ladder, &stage->skipped_when);
}

static void judge_skipped(struct pdoc__ladder *ladder, const struct pdoc_issue_step *step, size_t from, size_t to)
{
    const char *reached = pdoc__stage_name(ladder->visits[to].stage);
    for (size_t i = from; i < to; i++) {
        const struct pdoc__stage *stage = ladder->visits[i].stage;
        if (!may_be_left_out(ladder, stage))
            flaw_at(ladder, PDOC__CHECK_ISSUE_OUT_OF_TURN, PDOC_OUTCOME_NOT_MET, stage, step,
                    PDOC__PHRASE(ladder->judge, reached, " was reached, and ", pdoc__stage_name(stage),
                                 stage->rule.modality == PDOC_MODALITY_MUST
                                     ? " was left out, which the protocol does not allow"
                                     : " was left out, though the protocol expects it"));
    }
}

/* May it go on from a stage on which those concerned tried to resolve it? `until`: the steps before this one count. */
static void judge_left(struct pdoc__ladder *ladder, const struct pdoc_issue_step *concluded,
                       const struct pdoc__stage *stage, const struct pdoc_issue_step *step)
{
    const char *name = pdoc__stage_name(stage);
    const char *satisfied = concluded ? concluded->values[PDOC__STEP_SATISFIED] : NULL;
    if (!pdoc__stage_resolves(stage) || (!concluded && pdoc__condition_holds(ladder, &stage->skipped_when)))
        return;
    if (!concluded)
        flaw_at(ladder, PDOC__CHECK_ISSUE_OUT_OF_TURN, PDOC_OUTCOME_NOT_MET, stage, step,
                PDOC__PHRASE(ladder->judge, "it went on from ", name, ", and nothing says how that ended"));
    else if (!satisfied)
        flaw_at(ladder, PDOC__CHECK_ISSUE_OUT_OF_TURN, PDOC_OUTCOME_UNDETERMINED, stage, step,
                PDOC__PHRASE(ladder->judge, "it went on from ", name, ", and nothing says whether that had resolved it"));
    else if (strcmp(satisfied, "yes") == 0)
        flaw_at(ladder, PDOC__CHECK_ISSUE_RESOLVED_BEFORE, PDOC_OUTCOME_NOT_MET, stage, step,
                PDOC__PHRASE(ladder->judge, "it went on from ", name, ", though that had resolved it"));
}

/* The stages that were reached up to a step, and how they had ended by then. */
struct walk {
    size_t at; /* SIZE_MAX: none */
    const struct pdoc_issue_step *concluded;
};

static void judge_move(struct pdoc__ladder *ladder, const struct walk *walk, const struct pdoc_issue_step *step, size_t to)
{
    const struct pdoc__stage *target = ladder->visits[to].stage;
    const size_t from = walk->at == SIZE_MAX ? 0 : walk->at + 1;
    if (walk->at != SIZE_MAX && to < walk->at) {
        flaw_at(ladder, PDOC__CHECK_ISSUE_OUT_OF_TURN, PDOC_OUTCOME_NOT_MET, target, step,
                PDOC__PHRASE(ladder->judge, pdoc__stage_name(target), " lies behind: the issue was at ",
                             pdoc__stage_name(ladder->visits[walk->at].stage), " by then"));
        return;
    }
    judge_skipped(ladder, step, from, to);
    if (walk->at != SIZE_MAX)
        judge_left(ladder, walk->concluded, ladder->visits[walk->at].stage, step);
}

static bool moves(const struct pdoc_issue_step *step)
{
    return step->kind == PDOC__STEPPED_ESCALATED || step->kind == PDOC__STEPPED_DISCUSSED ||
           step->kind == PDOC__STEPPED_ADVISED || step->kind == PDOC__STEPPED_CONCLUDED ||
           step->kind == PDOC__STEPPED_ACKNOWLEDGED;
}

static void judge_stage_named(struct pdoc__ladder *ladder, const struct pdoc_issue_step *step)
{
    struct pdoc__judge *judge = ladder->judge;
    const char *stage = step->values[PDOC__STEP_STAGE];
    const char *message =
        stage ? PDOC__PHRASE(judge, "the track ", ladder->track->rule.id, " has no stage \"", stage, "\"")
              : PDOC__PHRASE(judge, "the step is ", pdoc_table_code(PDOC_TABLE_ISSUE_STEP, step->kind),
                             ", and names no stage");
    pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = PDOC__CHECK_ISSUE_STAGE,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .modality = PDOC_MODALITY_MUST,
                                               .rule = &ladder->track->rule,
                                               .step = step->id,
                                               .message = message});
}

static void walk_on(struct pdoc__ladder *ladder, struct walk *walk, const struct pdoc_issue_step *step)
{
    const struct pdoc__visit *visit = pdoc__ladder_visit(ladder, step->values[PDOC__STEP_STAGE]);
    if (!visit && (moves(step) || step->values[PDOC__STEP_STAGE]))
        judge_stage_named(ladder, step);
    if (!visit || !moves(step) || visit->stage->is_any_time)
        return;
    const size_t to = (size_t)(visit - ladder->visits);
    if (to != walk->at)
        judge_move(ladder, walk, step, to);
    if (walk->at == SIZE_MAX || to > walk->at) {
        walk->at = to;
        walk->concluded = NULL;
    }
    if (to == walk->at && step->kind == PDOC__STEPPED_CONCLUDED)
        walk->concluded = step;
}

static void judge_after_end(struct pdoc__ladder *ladder, const struct pdoc_issue_step *step)
{
    if (moves(step))
        pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = PDOC__CHECK_ISSUE_AFTER_END,
                                                   .outcome = PDOC_OUTCOME_NOT_MET,
                                                   .modality = PDOC_MODALITY_MUST,
                                                   .rule = &ladder->track->rule,
                                                   .step = step->id,
                                                   .message = "a step was taken after the issue had been closed"});
}

/* ---- what must come next ---- */

/* The next stage, and how strongly it asks to be reached. */
static const struct pdoc__visit *stage_ahead(const struct pdoc__ladder *ladder, uint8_t *modality)
{
    const struct pdoc__visit *current = &ladder->visits[ladder->current];
    const struct pdoc__visit *next = pdoc__ladder_after(ladder, current);
    if (next)
        *modality = current->stage->is_optional ? (uint8_t)PDOC_MODALITY_MAY : next->stage->rule.modality;
    return next;
}

static void ask_to_escalate(struct pdoc__ladder *ladder, const struct pdoc__visit *current)
{
    uint8_t modality = PDOC_MODALITY_MUST;
    struct pdoc__judge *judge = ladder->judge;
    const struct pdoc__visit *next = stage_ahead(ladder, &modality);
    const struct pdoc__parties *arbiter = &ladder->track->arbiter;
    if (next) {
        const struct pdoc__limit limit = pdoc__limit_after(ladder, pdoc__step_span(current->concluded),
                                                           next->stage->reach_within, "the end of the stage before");
        pdoc__next_add(
            ladder,
            (struct pdoc__next){.kind = PDOC__STEPPED_ESCALATED,
                                .stage = next->stage->rule.id,
                                .who = next->stage->ours.names.count > 0
                                           ? pdoc__phrase_parties(judge, &next->stage->ours, " or ")
                                           : NULL,
                                .rule = &next->stage->rule,
                                .modality = modality,
                                .limit = limit,
                                .words = PDOC__PHRASE(judge, modality == PDOC_MODALITY_MAY ? "It may be taken" : "Take it",
                                                      " to ", pdoc__stage_name(next->stage))});
    } else if (arbiter->names.count > 0) {
        pdoc__next_add(ladder, (struct pdoc__next){.kind = PDOC__STEPPED_CONCLUDED,
                                                   .stage = current->stage->rule.id,
                                                   .who = pdoc__phrase_parties(judge, arbiter, " or "),
                                                   .rule = &ladder->track->rule,
                                                   .modality = ladder->track->rule.modality,
                                                   .limit = pdoc__no_limit,
                                                   .words = "Decide on it at last"});
    }
    if (next && modality != PDOC_MODALITY_MAY && ladder->state == PDOC_ISSUE_OPEN)
        pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = PDOC__CHECK_ISSUE_NOT_ESCALATED,
                                                   .outcome = PDOC_OUTCOME_PENDING,
                                                   .modality = modality,
                                                   .rule = &next->stage->rule,
                                                   .step = current->concluded->id,
                                                   .message = PDOC__PHRASE(judge, pdoc__stage_name(current->stage),
                                                                           " has not resolved it, and it is not at ",
                                                                           pdoc__stage_name(next->stage), " yet")});
}

static void ask_for_exit(struct pdoc__ladder *ladder)
{
    const struct pdoc__texts *exits = &ladder->track->exits;
    if (exits->count == 0)
        return;
    const char *words = "Close it, if it comes to";
    for (size_t i = 0; i < exits->count; i++)
        words = PDOC__PHRASE(ladder->judge, words, i == 0 ? " " : i + 1 < exits->count ? ", " : " or ", exits->items[i]);
    pdoc__next_add(ladder, (struct pdoc__next){.kind = PDOC__STEPPED_CLOSED,
                                               .rule = &ladder->track->rule,
                                               .modality = PDOC_MODALITY_MAY,
                                               .limit = pdoc__no_limit,
                                               .words = words});
}

/* Before the first stage of the ladder: on to what comes next. */
static void ask_to_begin(struct pdoc__ladder *ladder)
{
    const struct pdoc__visit *current = ladder->current == SIZE_MAX ? NULL : &ladder->visits[ladder->current];
    for (const struct pdoc__visit *next = pdoc__ladder_after(ladder, current); next;
         next = pdoc__ladder_after(ladder, next)) {
        const bool may_wait = next->stage->rule.modality != PDOC_MODALITY_MUST;
        pdoc__next_add(ladder, (struct pdoc__next){.kind = PDOC__STEPPED_DISCUSSED,
                                                   .stage = next->stage->rule.id,
                                                   .who = next->stage->ours.names.count > 0
                                                              ? pdoc__phrase_parties(ladder->judge, &next->stage->ours, " or ")
                                                              : NULL,
                                                   .rule = &next->stage->rule,
                                                   .modality = next->stage->rule.modality,
                                                   .limit = pdoc__no_limit,
                                                   .words = PDOC__PHRASE(ladder->judge, "Begin ",
                                                                         pdoc__stage_name(next->stage))});
        if (!may_wait)
            break;
    }
    ask_for_exit(ladder);
}

static bool is_before_ladder(const struct pdoc__ladder *ladder)
{
    return ladder->current == SIZE_MAX || !pdoc__stage_resolves(ladder->visits[ladder->current].stage);
}

/* Was it closed where the protocol would have had it go on? */
static void judge_end(struct pdoc__ladder *ladder)
{
    const struct pdoc_issue_step *closed = ladder->closed;
    const char *outcome = closed ? closed->values[PDOC__STEP_OUTCOME] : NULL;
    uint8_t modality = PDOC_MODALITY_MUST;
    const bool is_exit = outcome && pdoc__texts_have(&ladder->track->exits, outcome, strlen(outcome));
    if (!closed || ladder->state == PDOC_ISSUE_RESOLVED || (is_exit && is_before_ladder(ladder)))
        return;
    const struct pdoc__visit *next = ladder->current == SIZE_MAX ? pdoc__ladder_after(ladder, NULL)
                                                                 : stage_ahead(ladder, &modality);
    if (ladder->current == SIZE_MAX && next)
        modality = next->stage->rule.modality;
    if (next && modality != PDOC_MODALITY_MAY)
        pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = PDOC__CHECK_ISSUE_NOT_ESCALATED,
                                                   .outcome = PDOC_OUTCOME_NOT_MET,
                                                   .modality = modality,
                                                   .rule = &next->stage->rule,
                                                   .step = closed->id,
                                                   .message = PDOC__PHRASE(ladder->judge,
                                                                           "it was closed and not resolved, and never came to ",
                                                                           pdoc__stage_name(next->stage))});
}

void pdoc__judge_turns(struct pdoc__ladder *ladder)
{
    struct walk walk = {.at = ladder->visit_count > 0 && strcmp(ladder->visits[0].stage->kind, "identification") == 0
                                  ? 0
                                  : SIZE_MAX};
    bool is_closed = false;
    for (size_t i = 0; i < ladder->step_count; i++) {
        if (is_closed)
            judge_after_end(ladder, ladder->steps[i]);
        walk_on(ladder, &walk, ladder->steps[i]);
        is_closed |= ladder->steps[i]->kind == PDOC__STEPPED_CLOSED;
    }
    judge_end(ladder);
    if (ladder->state != PDOC_ISSUE_OPEN)
        return;
    const struct pdoc__visit *current = ladder->current == SIZE_MAX ? NULL : &ladder->visits[ladder->current];
    if (is_before_ladder(ladder))
        ask_to_begin(ladder);
    else if (current->concluded && current->satisfied == PDOC_FALSE)
        ask_to_escalate(ladder, current);
}
