/* SPDX-License-Identifier: MIT */
/* What an issue must say of itself: facts that must be recorded, matters that it is not for. */
#include <string.h>

#include "governance/escalating/ladder.h"

static void judge_excluded(struct pdoc__ladder *ladder)
{
    const struct pdoc__texts *excluded = &ladder->track->excluded;
    for (size_t i = 0; i < excluded->count; i++)
        if (pdoc__issue_has(ladder, PDOC__ISSUE_FACTS, PDOC__STEP_FACTS, excluded->items[i],
                            strlen(excluded->items[i])))
            pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = PDOC__CHECK_ISSUE_EXCLUDED,
                                                       .outcome = PDOC_OUTCOME_NOT_MET,
                                                       .modality = ladder->track->rule.modality,
                                                       .rule = &ladder->track->rule,
                                                       .message = PDOC__PHRASE(
                                                           ladder->judge, "the track is not for what is recorded as ",
                                                           excluded->items[i])});
}

/* A fact that is asked for: by when it must be there. */
static void judge_fact(struct pdoc__ladder *ladder, const char *fact, const struct pdoc__rule *rule, const char *stage,
                       const struct pdoc_issue_step *needed_by, bool is_needed)
{
    if (pdoc__issue_has(ladder, PDOC__ISSUE_FACTS, PDOC__STEP_FACTS, fact, strlen(fact)))
        return;
    pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = PDOC__CHECK_ISSUE_FACT,
                                               .outcome = is_needed ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_PENDING,
                                               .modality = rule->modality,
                                               .rule = rule,
                                               .step = needed_by ? needed_by->id : NULL,
                                               .message = PDOC__PHRASE(ladder->judge, "nothing records ", fact)});
    pdoc__next_add(ladder,
                   (struct pdoc__next){.kind = PDOC__STEPPED_NOTED,
                                       .stage = stage,
                                       .rule = rule,
                                       .modality = rule->modality,
                                       .limit = pdoc__no_limit,
                                       .words = PDOC__PHRASE(ladder->judge, "Record ", fact, ", if that is so")});
}

/* The first visit to a stage on which those concerned try to resolve it. */
static const struct pdoc__visit *first_stage(const struct pdoc__ladder *ladder)
{
    for (size_t i = 0; i < ladder->visit_count; i++)
        if (ladder->visits[i].is_reached && pdoc__stage_resolves(ladder->visits[i].stage))
            return &ladder->visits[i];
    return NULL;
}

static void judge_facts(struct pdoc__ladder *ladder)
{
    const struct pdoc__visit *first = first_stage(ladder);
    const struct pdoc__texts *required = &ladder->track->required;
    const bool never_began = !first && ladder->state != PDOC_ISSUE_OPEN;
    for (size_t i = 0; !never_began && i < required->count; i++)
        judge_fact(ladder, required->items[i], &ladder->track->rule, NULL, first ? first->reached : NULL,
                   first != NULL);
    for (size_t i = 0; i < ladder->visit_count; i++) {
        const struct pdoc__visit *visit = &ladder->visits[i];
        for (size_t f = 0; visit->is_reached && f < visit->stage->required.count; f++)
            judge_fact(ladder, visit->stage->required.items[f], &visit->stage->rule, visit->stage->rule.id,
                       visit->concluded, visit->concluded || visit->is_left);
    }
}

void pdoc__judge_entering(struct pdoc__ladder *ladder)
{
    judge_excluded(ladder);
    judge_facts(ladder);
}
