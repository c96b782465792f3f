/* SPDX-License-Identifier: MIT */
/* What must be done by when: to acknowledge, to meet, to end a stage, to tell somebody. */
#include <string.h>

#include "governance/escalating/ladder.h"

static void judge_late(struct pdoc__ladder *ladder, const struct pdoc__visit *visit, const struct pdoc__limit *limit,
                       const struct pdoc_issue_step *done, const char *what)
{
    const pdoc_truth is_late = pdoc__limit_is_passed(ladder, limit, done);
    if (is_late == PDOC_FALSE)
        return;
    struct pdoc__judge *judge = ladder->judge;
    pdoc__flaw_add(ladder,
                   (struct pdoc__flaw){.check = PDOC__CHECK_ISSUE_LATE,
                                       .outcome = is_late == PDOC_TRUE ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED,
                                       .modality = visit->stage->rule.modality,
                                       .rule = &visit->stage->rule,
                                       .step = done ? done->id : NULL,
                                       .message = PDOC__PHRASE(judge, what, " (", pdoc__stage_name(visit->stage), ") ",
                                                               is_late == PDOC_TRUE ? "is late: the limit is "
                                                                                    : "may be late: the limit is ",
                                                               limit->words)});
}

static void ask(struct pdoc__ladder *ladder, const struct pdoc__visit *visit, enum pdoc__issue_step_kind kind,
                const char *words, const char *who, struct pdoc__limit limit)
{
    pdoc__next_add(ladder, (struct pdoc__next){.kind = kind,
                                               .stage = visit->stage->rule.id,
                                               .words = words,
                                               .who = who,
                                               .rule = &visit->stage->rule,
                                               .modality = visit->stage->rule.modality,
                                               .limit = limit});
}

static const char *both_sides(struct pdoc__ladder *ladder, const struct pdoc__stage *stage)
{
    struct pdoc__judge *judge = ladder->judge;
    const struct pdoc__parties *ours = &stage->ours;
    const struct pdoc__parties *theirs = &stage->theirs;
    if (ours->names.count == 0 && theirs->names.count == 0)
        return stage->each.names.count > 0
                   ? PDOC__PHRASE(judge, pdoc__phrase_parties(judge, &stage->each, " and "), " of each organisation")
                   : NULL;
    const char *who = ours->names.count > 0 ? pdoc__phrase_parties(judge, ours, " or ") : "the one who raised it";
    if (theirs->names.count > 0)
        who = PDOC__PHRASE(judge, who, ", with ", pdoc__phrase_parties(judge, theirs, " or "), " of the other side");
    if (pdoc__stage_is_widened(ladder, stage))
        who = PDOC__PHRASE(judge, pdoc__phrase_parties(judge, &stage->widened, " or "), " in any combination");
    return who;
}

static void judge_acknowledged(struct pdoc__ladder *ladder, const struct pdoc__visit *visit)
{
    const struct pdoc__stage *stage = visit->stage;
    const struct pdoc__limit limit = pdoc__limit_after(ladder, pdoc__visit_since(ladder, visit), stage->acknowledge,
                                                       "when the stage was reached");
    if (!limit.is_stated || (!visit->acknowledged && visit->is_left))
        return;
    judge_late(ladder, visit, &limit, visit->acknowledged, "the acknowledgement");
    if (!visit->acknowledged)
        ask(ladder, visit, PDOC__STEPPED_ACKNOWLEDGED, "Acknowledge it",
            stage->theirs.names.count > 0 ? pdoc__phrase_parties(ladder->judge, &stage->theirs, " or ") : NULL, limit);
}

static void judge_stage_limit(struct pdoc__ladder *ladder, const struct pdoc__visit *visit)
{
    const struct pdoc__stage *stage = visit->stage;
    const struct pdoc__limit limit = pdoc__stage_limit(ladder, visit);
    if (visit->agreed && !stage->as_agreed)
        pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = PDOC__CHECK_ISSUE_LIMIT,
                                                   .outcome = PDOC_OUTCOME_NOT_MET,
                                                   .modality = stage->rule.modality,
                                                   .rule = &stage->rule,
                                                   .step = visit->agreed->id,
                                                   .message = PDOC__PHRASE(ladder->judge, "the protocol lets nobody agree a "
                                                                                          "limit of their own for ",
                                                                           pdoc__stage_name(stage))});
    if (visit->concluded || !visit->is_left)
        judge_late(ladder, visit, &limit, visit->concluded, "the end of the stage");
    if (visit->is_left)
        return;
    if (!visit->discussed)
        ask(ladder, visit, PDOC__STEPPED_DISCUSSED, "Discuss it", both_sides(ladder, stage), limit);
    else if (!pdoc__stage_resolves(stage))
        return;
    else if (!visit->concluded || visit->satisfied == PDOC_UNKNOWN)
        ask(ladder, visit, PDOC__STEPPED_CONCLUDED,
            PDOC__PHRASE(ladder->judge, "Say how ", pdoc__stage_name(stage), " ended, and whether that has resolved it"),
            stage->satisfies ? "the one who raised it" : NULL, limit);
}

/* How soon a stage was reached after the one before had ended; that is counted from the last end before it. */
static void judge_reached(struct pdoc__ladder *ladder, size_t index)
{
    const struct pdoc__visit *visit = &ladder->visits[index];
    const struct pdoc__visit *before = NULL;
    for (size_t i = index; !before && i > 0; i--)
        if (ladder->visits[i - 1].concluded)
            before = &ladder->visits[i - 1];
    if (!before || before->satisfied == PDOC_TRUE || (!visit->reached && ladder->state != PDOC_ISSUE_OPEN) ||
        pdoc__ladder_after(ladder, before) != visit)
        return;
    const struct pdoc__limit limit = pdoc__limit_after(ladder, pdoc__step_span(before->concluded),
                                                       visit->stage->reach_within, "the end of the stage before");
    judge_late(ladder, visit, &limit, visit->reached, "taking it on");
}

static const struct pdoc_issue_step *notified(struct pdoc__ladder *ladder, const struct pdoc__visit *visit,
                                              const struct pdoc__who *who)
{
    for (size_t i = 0; i < ladder->step_count; i++) {
        const struct pdoc_issue_step *step = ladder->steps[i];
        size_t count;
        if (step->kind != PDOC__STEPPED_NOTIFIED || pdoc__ladder_visit(ladder, step->values[PDOC__STEP_STAGE]) != visit)
            continue;
        const struct pdoc__participant *list = pdoc__participants(ladder, step, &count);
        for (size_t p = 0; p < count; p++)
            if (pdoc__is_who(ladder->judge, list[p].role, who) == PDOC_TRUE)
                return step;
    }
    return NULL;
}

static void judge_notified(struct pdoc__ladder *ladder, const struct pdoc__visit *visit)
{
    const struct pdoc__parties *notify = &visit->stage->notify;
    struct pdoc__judge *judge = ladder->judge;
    const struct pdoc__limit limit = pdoc__limit_after(ladder, pdoc__visit_since(ladder, visit), visit->stage->notify_within,
                                                       "when the stage was reached");
    for (size_t i = 0; i < notify->names.count; i++) {
        const struct pdoc__parties one = {.names = {&notify->names.items[i], 1}, .who = &notify->who[i]};
        const char *who = pdoc__phrase_parties(judge, &one, " or ");
        const struct pdoc_issue_step *step = notified(ladder, visit, &notify->who[i]);
        judge_late(ladder, visit, &limit, step, PDOC__PHRASE(judge, "telling ", who));
        if (step)
            continue;
        if (visit->concluded || visit->is_left)
            pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = PDOC__CHECK_ISSUE_NOTIFY,
                                                       .outcome = PDOC_OUTCOME_NOT_MET,
                                                       .modality = visit->stage->rule.modality,
                                                       .rule = &visit->stage->rule,
                                                       .step = visit->concluded ? visit->concluded->id : NULL,
                                                       .message = PDOC__PHRASE(judge, "nothing shows that ", who,
                                                                               " was told of it")});
        ask(ladder, visit, PDOC__STEPPED_NOTIFIED, PDOC__PHRASE(judge, "Tell ", who), NULL, limit);
    }
}

void pdoc__judge_limits(struct pdoc__ladder *ladder)
{
    for (size_t i = 0; i < ladder->visit_count; i++) {
        const struct pdoc__visit *visit = &ladder->visits[i];
        judge_reached(ladder, i);
        if (!visit->is_reached || strcmp(visit->stage->kind, "identification") == 0)
            continue;
        judge_acknowledged(ladder, visit);
        judge_stage_limit(ladder, visit);
        judge_notified(ladder, visit);
    }
}
