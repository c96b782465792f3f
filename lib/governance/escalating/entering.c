/* SPDX-License-Identifier: MIT */
/* What an issue must say of itself: codes that the track knows, facts that must be recorded, matters that it is not for. */
#include <string.h>

#include "governance/escalating/ladder.h"

static const char *text_of(struct pdoc__ladder *ladder, const char *code, size_t size)
{
    char copy[PDOC__CODE_MOST + 1];
    memcpy(copy, code, size < PDOC__CODE_MOST ? size : PDOC__CODE_MOST);
    copy[size < PDOC__CODE_MOST ? size : PDOC__CODE_MOST] = '\0';
    return PDOC__PHRASE(ladder->judge, copy);
}

static void judge_code(struct pdoc__ladder *ladder, const char *what, const char *code, size_t size, const char *step)
{
    pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = PDOC__CHECK_ISSUE_WORD,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .modality = ladder->track->rule.modality,
                                               .rule = &ladder->track->rule,
                                               .step = step,
                                               .message = PDOC__PHRASE(ladder->judge, "\"", text_of(ladder, code, size),
                                                                       "\" is no ", what, " of the track")});
}

static void judge_codes(struct pdoc__ladder *ladder, const char *what, const char *codes, const struct pdoc__texts *known,
                        const char *step)
{
    const char *code;
    size_t size;
    while (pdoc__code_next(&codes, &code, &size))
        if (known->count > 0 && !pdoc__texts_have(known, code, size))
            judge_code(ladder, what, code, size, step);
}

/* A condition changes what is allowed, so that one that no track knows must not pass in silence. */
static void judge_conditions(struct pdoc__ladder *ladder, const char *codes, const char *step)
{
    const char *code;
    size_t size;
    while (pdoc__code_next(&codes, &code, &size))
        if (!pdoc__texts_have(&ladder->track->conditions, code, size))
            judge_code(ladder, "condition", code, size, step);
}

static void judge_excluded(struct pdoc__ladder *ladder)
{
    const struct pdoc__texts *excluded = &ladder->track->excluded;
    for (size_t i = 0; i < excluded->count; i++)
        if (pdoc__issue_has(ladder, PDOC__ISSUE_FACTS, PDOC__STEP_FACTS, excluded->items[i], strlen(excluded->items[i])))
            pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = PDOC__CHECK_ISSUE_EXCLUDED,
                                                       .outcome = PDOC_OUTCOME_NOT_MET,
                                                       .modality = ladder->track->rule.modality,
                                                       .rule = &ladder->track->rule,
                                                       .message = PDOC__PHRASE(ladder->judge,
                                                                               "the track is not for what is recorded as ",
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
    pdoc__next_add(ladder, (struct pdoc__next){.kind = PDOC__STEPPED_NOTED,
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
        judge_fact(ladder, required->items[i], &ladder->track->rule, NULL, first ? first->reached : NULL, first != NULL);
    for (size_t i = 0; i < ladder->visit_count; i++) {
        const struct pdoc__visit *visit = &ladder->visits[i];
        for (size_t f = 0; visit->is_reached && f < visit->stage->required.count; f++)
            judge_fact(ladder, visit->stage->required.items[f], &visit->stage->rule, visit->stage->rule.id,
                       visit->concluded, visit->concluded || visit->is_left);
    }
}

void pdoc__judge_words(struct pdoc__ladder *ladder)
{
    const char *const *values = ladder->issue->values;
    judge_codes(ladder, "source", values[PDOC__ISSUE_SOURCES], &ladder->track->sources, NULL);
    judge_conditions(ladder, values[PDOC__ISSUE_CONDITIONS], NULL);
    for (size_t i = 0; i < ladder->step_count; i++)
        judge_conditions(ladder, ladder->steps[i]->values[PDOC__STEP_CONDITIONS], ladder->steps[i]->id);
    judge_excluded(ladder);
    judge_facts(ladder);
}
