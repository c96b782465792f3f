/* SPDX-License-Identifier: MIT */
/* What each party records in its own case system, whether that was done, and what must come of a stage. */
#include <string.h>

#include "governance/escalating/ladder.h"

static pdoc_truth flag(const char *value)
{
    return !value ? PDOC_UNKNOWN : strcmp(value, "yes") == 0 ? PDOC_TRUE : PDOC_FALSE;
}

/* Is this the record of a participant of a discussion: of that step, or of the stage since then? */
static bool is_record_of(struct pdoc__ladder *ladder, const struct pdoc_issue_step *record, const struct pdoc__owed *owed)
{
    size_t count;
    const char *of = record->values[PDOC__STEP_OF];
    if (record->kind != PDOC__STEPPED_RECORDED || !record->values[PDOC__STEP_BY])
        return false;
    const bool is_of_step = of ? strcmp(of, owed->step->id) == 0
                               : pdoc__ladder_visit(ladder, record->values[PDOC__STEP_STAGE]) == owed->visit &&
                                     pdoc_date_compare(record->on, owed->step->on) >= 0;
    if (!is_of_step)
        return false;
    const struct pdoc__participant *list = pdoc__participants(ladder, record, &count);
    return list && count > 0 && pdoc__is_same_participant(ladder, &list[0], &owed->by);
}

/* Of several records of one discussion one that keeps fact and opinion apart is enough. */
static void look_for_record(struct pdoc__ladder *ladder, struct pdoc__owed *owed)
{
    for (size_t i = 0; i < ladder->step_count; i++) {
        if (!is_record_of(ladder, ladder->steps[i], owed))
            continue;
        const pdoc_truth apart = flag(ladder->steps[i]->values[PDOC__STEP_FACT_AND_OPINION]);
        owed->is_apart = !owed->is_made || apart == PDOC_TRUE ? apart : owed->is_apart;
        owed->is_made = true;
    }
}

static void flaw_of(struct pdoc__ladder *ladder, enum pdoc__check check, pdoc_outcome outcome, uint8_t modality,
                    const struct pdoc__visit *visit, const struct pdoc_issue_step *step, const char *message)
{
    pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = check,
                                               .outcome = outcome,
                                               .modality = modality,
                                               .rule = &visit->stage->rule,
                                               .step = step ? step->id : NULL,
                                               .message = message});
}

static void judge_record(struct pdoc__ladder *ladder, const struct pdoc__owed *owed)
{
    const struct pdoc__stage *stage = owed->visit->stage;
    struct pdoc__judge *judge = ladder->judge;
    const char *who = pdoc__participant_words(ladder, &owed->by);
    if (!owed->is_made) {
        const bool is_over = owed->visit->concluded || owed->visit->is_left;
        flaw_of(ladder, PDOC__CHECK_ISSUE_RECORD, is_over ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_PENDING,
                stage->record_modality, owed->visit, owed->step,
                PDOC__PHRASE(judge, "nothing shows that ", who, " has recorded it"));
        pdoc__next_add(ladder, (struct pdoc__next){.kind = PDOC__STEPPED_RECORDED,
                                                   .stage = stage->rule.id,
                                                   .who = who,
                                                   .rule = &stage->rule,
                                                   .modality = stage->record_modality,
                                                   .limit = pdoc__no_limit,
                                                   .words = PDOC__PHRASE(judge, "Record step ", owed->step->id,
                                                                         " in the case system")});
        return;
    }
    if (stage->fact_and_opinion && owed->is_apart != PDOC_TRUE)
        flaw_of(ladder, PDOC__CHECK_ISSUE_FACT_OPINION,
                owed->is_apart == PDOC_FALSE ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED, stage->record_modality,
                owed->visit, owed->step,
                PDOC__PHRASE(judge, owed->is_apart == PDOC_FALSE ? "fact and opinion are not kept apart in the record of "
                                                                 : "nothing says whether fact and opinion are kept apart in the "
                                                                   "record of ",
                             who));
}

static void owe(struct pdoc__ladder *ladder, const struct pdoc_issue_step *step, const struct pdoc__visit *visit,
                struct pdoc__participant by)
{
    struct pdoc__owed owed = {.step = step, .visit = visit, .by = by, .is_apart = PDOC_UNKNOWN};
    struct pdoc__owed *list = pdoc__ladder_room(ladder, ladder->owed, ladder->owed_count, &ladder->owed_room, sizeof owed);
    if (!list)
        return;
    look_for_record(ladder, &owed);
    ladder->owed = list;
    list[ladder->owed_count++] = owed;
    judge_record(ladder, &owed);
}

/* Bodies that come in besides keep no case record. */
static void judge_step(struct pdoc__ladder *ladder, const struct pdoc_issue_step *step)
{
    size_t count;
    const struct pdoc__visit *visit = pdoc__ladder_visit(ladder, step->values[PDOC__STEP_STAGE]);
    if (!visit || visit->stage->records == 0 ||
        (step->kind != PDOC__STEPPED_DISCUSSED && step->kind != PDOC__STEPPED_ADVISED))
        return;
    const struct pdoc__participant *list = pdoc__participants(ladder, step, &count);
    for (size_t i = 0; i < count; i++)
        if (pdoc__is_one_of(ladder->judge, list[i].role, &visit->stage->also) != PDOC_TRUE)
            owe(ladder, step, visit, list[i]);
}

static void judge_outcome(struct pdoc__ladder *ladder, const struct pdoc__visit *visit)
{
    if (visit->stage->needs_outcome && visit->concluded && !visit->concluded->values[PDOC__STEP_OUTCOME])
        flaw_of(ladder, PDOC__CHECK_ISSUE_OUTCOME, PDOC_OUTCOME_NOT_MET, visit->stage->record_modality, visit,
                visit->concluded,
                PDOC__PHRASE(ladder->judge, "no outcome of ", pdoc__stage_name(visit->stage), " is recorded"));
}

/* Lessons may be told in codes of their own, "none" among them. */
static bool came_of(const struct pdoc__ladder *ladder, const struct pdoc__visit *visit, const char *output)
{
    const bool is_learning = strcmp(output, "lessons") == 0;
    for (size_t i = 0; i < ladder->step_count; i++) {
        const struct pdoc_issue_step *step = ladder->steps[i];
        if (pdoc__ladder_visit(ladder, step->values[PDOC__STEP_STAGE]) == visit &&
            (pdoc__codes_have(step->values[PDOC__STEP_OUTPUTS], output, strlen(output)) ||
             (is_learning && step->values[PDOC__STEP_LEARNING])))
            return true;
    }
    return false;
}

static void judge_outputs(struct pdoc__ladder *ladder, const struct pdoc__visit *visit)
{
    const struct pdoc__stage *stage = visit->stage;
    for (size_t i = 0; i < stage->outputs.count; i++) {
        const char *output = stage->outputs.items[i];
        const bool is_over = visit->concluded || visit->is_left;
        if (came_of(ladder, visit, output))
            continue;
        if (is_over)
            flaw_of(ladder, PDOC__CHECK_ISSUE_OUTPUT, PDOC_OUTCOME_NOT_MET, stage->output_modality, visit, visit->concluded,
                    PDOC__PHRASE(ladder->judge, pdoc__stage_name(stage), " has ended, and nothing records ", output));
        pdoc__next_add(ladder,
                       (struct pdoc__next){.kind = strcmp(output, "lessons") == 0 ? PDOC__STEPPED_LEARNED
                                                                                  : PDOC__STEPPED_CONCLUDED,
                                           .stage = stage->rule.id,
                                           .rule = &stage->rule,
                                           .modality = stage->output_modality,
                                           .limit = pdoc__no_limit,
                                           .words = PDOC__PHRASE(ladder->judge, "Record what came of it: ", output)});
    }
}

void pdoc__judge_records(struct pdoc__ladder *ladder)
{
    for (size_t i = 0; i < ladder->step_count; i++)
        judge_step(ladder, ladder->steps[i]);
    for (size_t i = 0; i < ladder->visit_count; i++) {
        if (!ladder->visits[i].is_reached)
            continue;
        judge_outcome(ladder, &ladder->visits[i]);
        judge_outputs(ladder, &ladder->visits[i]);
    }
}
