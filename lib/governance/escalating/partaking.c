/* SPDX-License-Identifier: MIT */
/* Who takes part at each stage, on either side; who advises; whose satisfaction ends it. */
#include <string.h>

#include "governance/escalating/ladder.h"

bool pdoc__stage_is_widened(const struct pdoc__ladder *ladder, const struct pdoc__stage *stage)
{
    return stage->widened.names.count > 0 && pdoc__condition_holds(ladder, &stage->widened_when);
}

static pdoc_truth either(pdoc_truth left, pdoc_truth right)
{
    if (left == PDOC_TRUE || right == PDOC_TRUE)
        return PDOC_TRUE;
    return left == PDOC_UNKNOWN || right == PDOC_UNKNOWN ? PDOC_UNKNOWN : PDOC_FALSE;
}

enum side { OURS, THEIRS, EITHER };

static enum side side_of(const struct pdoc__ladder *ladder, const struct pdoc__participant *participant)
{
    const char *own = ladder->issue->values[PDOC__ISSUE_ORGANISATION];
    if (!own || !participant->organisation)
        return EITHER;
    return strcmp(own, participant->organisation) == 0 ? OURS : THEIRS;
}

pdoc_truth pdoc__may_take_part(struct pdoc__ladder *ladder, const struct pdoc__stage *stage,
                               const struct pdoc__participant *participant)
{
    const bool is_widened = pdoc__stage_is_widened(ladder, stage);
    const enum side side = is_widened ? EITHER : side_of(ladder, participant);
    const struct {
        const struct pdoc__parties *parties;
        bool is_asked;
    } lists[] = {{&stage->ours, side != THEIRS}, {&stage->theirs, side != OURS},      {&stage->each, true},
                 {&stage->also, true},           {&stage->advisers, side != THEIRS}, {&stage->widened, is_widened}};
    if ((side != THEIRS && stage->ours.names.count == 0) || (side != OURS && stage->theirs.names.count == 0) ||
        pdoc__is_raiser(ladder, participant))
        return PDOC_TRUE;
    pdoc_truth may = PDOC_FALSE;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (lists[i].is_asked)
            may = either(may, pdoc__is_one_of(ladder->judge, participant->role, lists[i].parties));
    return may;
}

static void flaw_of(struct pdoc__ladder *ladder, enum pdoc__check check, pdoc_truth truth, uint8_t modality,
                    const struct pdoc__visit *visit, const struct pdoc_issue_step *step, const char *message)
{
    pdoc__flaw_add(ladder, (struct pdoc__flaw){.check = check,
                                               .outcome = truth == PDOC_FALSE ? PDOC_OUTCOME_NOT_MET
                                                                              : PDOC_OUTCOME_UNDETERMINED,
                                               .modality = modality,
                                               .rule = &visit->stage->rule,
                                               .step = step ? step->id : NULL,
                                               .message = message});
}

static void judge_participants(struct pdoc__ladder *ladder, const struct pdoc__visit *visit,
                               const struct pdoc_issue_step *step)
{
    size_t count;
    const struct pdoc__participant *list = pdoc__participants(ladder, step, &count);
    for (size_t i = 0; i < count; i++) {
        const pdoc_truth may = pdoc__may_take_part(ladder, visit->stage, &list[i]);
        if (may != PDOC_TRUE)
            flaw_of(ladder, PDOC__CHECK_ISSUE_PARTY, may, visit->stage->party_modality, visit, step,
                    PDOC__PHRASE(ladder->judge, pdoc__participant_words(ladder, &list[i]),
                                 may == PDOC_FALSE ? " is none of those who take part in "
                                                   : " is known neither to the profile nor to the register; who takes part in ",
                                 pdoc__stage_name(visit->stage), may == PDOC_FALSE ? "" : " is stated"));
    }
}

static void judge_method(struct pdoc__ladder *ladder, const struct pdoc__visit *visit, const struct pdoc_issue_step *step)
{
    const char *method = step->values[PDOC__STEP_METHOD];
    const struct pdoc__texts *methods = &visit->stage->methods;
    if (method && methods->count > 0 && !pdoc__texts_have(methods, method, strlen(method)))
        flaw_of(ladder, PDOC__CHECK_ISSUE_METHOD, PDOC_FALSE, PDOC_MODALITY_MAY, visit, step,
                PDOC__PHRASE(ladder->judge, "it was held by ", method, ", which the profile does not name"));
}

static void judge_adviser(struct pdoc__ladder *ladder, const struct pdoc__visit *visit, const struct pdoc_issue_step *step)
{
    const struct pdoc__parties *advisers = &visit->stage->advisers;
    if (advisers->names.count == 0)
        return;
    const pdoc_truth is_adviser = pdoc__is_one_of(ladder->judge, step->values[PDOC__STEP_BY], advisers);
    if (is_adviser != PDOC_TRUE)
        flaw_of(ladder, PDOC__CHECK_ISSUE_ADVICE, is_adviser, visit->stage->advice_modality, visit, step,
                PDOC__PHRASE(ladder->judge, "it is for ", pdoc__phrase_parties(ladder->judge, advisers, " or "),
                             " to advise how to go on"));
}

static void judge_satisfied(struct pdoc__ladder *ladder, const struct pdoc__visit *visit, const struct pdoc_issue_step *step)
{
    size_t count;
    if (!visit->stage->satisfies || !step->values[PDOC__STEP_SATISFIED])
        return;
    const struct pdoc__participant *list = pdoc__participants(ladder, step, &count);
    const bool says_who = step->values[PDOC__STEP_BY] != NULL;
    if (list && says_who && pdoc__is_raiser(ladder, &list[0]))
        return;
    flaw_of(ladder, PDOC__CHECK_ISSUE_SATISFACTION, says_who ? PDOC_FALSE : PDOC_UNKNOWN, visit->stage->rule.modality, visit,
            step, "whether it is resolved is for the one who raised it to say");
}

static void judge_step(struct pdoc__ladder *ladder, const struct pdoc_issue_step *step)
{
    const struct pdoc__visit *visit = pdoc__ladder_visit(ladder, step->values[PDOC__STEP_STAGE]);
    if (!visit)
        return;
    if (step->kind == PDOC__STEPPED_DISCUSSED || step->kind == PDOC__STEPPED_ESCALATED)
        judge_participants(ladder, visit, step);
    if (step->kind == PDOC__STEPPED_DISCUSSED)
        judge_method(ladder, visit, step);
    if (step->kind == PDOC__STEPPED_ADVISED)
        judge_adviser(ladder, visit, step);
    if (step->kind == PDOC__STEPPED_CONCLUDED)
        judge_satisfied(ladder, visit, step);
}

/* ---- who must have taken part ---- */

/* Did somebody in that role, of that organisation (NULL: of any), take part in one of the discussions of the stage? */
static pdoc_truth took_part(struct pdoc__ladder *ladder, const struct pdoc__visit *visit, const struct pdoc__who *who,
                            const char *organisation)
{
    pdoc_truth found = PDOC_FALSE;
    for (size_t i = 0; i < ladder->step_count && found != PDOC_TRUE; i++) {
        const struct pdoc_issue_step *step = ladder->steps[i];
        size_t count;
        if (step->kind != PDOC__STEPPED_DISCUSSED ||
            pdoc__ladder_visit(ladder, step->values[PDOC__STEP_STAGE]) != visit)
            continue;
        const struct pdoc__participant *list = pdoc__participants(ladder, step, &count);
        for (size_t p = 0; p < count; p++) {
            const bool is_of = !organisation || list[p].organisation == organisation;
            const pdoc_truth is_who = pdoc__is_who(ladder->judge, list[p].role, who);
            if (is_who == PDOC_TRUE && !is_of && !list[p].organisation)
                found = either(found, PDOC_UNKNOWN);
            else if (is_of)
                found = either(found, is_who);
        }
    }
    return found;
}

static void judge_needed(struct pdoc__ladder *ladder, const struct pdoc__visit *visit, const struct pdoc__parties *parties,
                         size_t which, const char *organisation)
{
    const struct pdoc__parties one = {.names = {&parties->names.items[which], 1}, .who = &parties->who[which]};
    const pdoc_truth came = took_part(ladder, visit, &parties->who[which], organisation);
    if (came == PDOC_TRUE)
        return;
    struct pdoc__judge *judge = ladder->judge;
    const char *name = pdoc__phrase_parties(judge, &one, " or ");
    const char *words = organisation ? PDOC__PHRASE(judge, name, " of ", organisation) : name;
    if (visit->concluded || visit->is_left)
        flaw_of(ladder, PDOC__CHECK_ISSUE_PARTY_MISSING, came, visit->stage->party_modality, visit, visit->concluded,
                PDOC__PHRASE(judge, words, came == PDOC_FALSE ? " took no part in " : " may not have taken part in ",
                             pdoc__stage_name(visit->stage)));
    else
        pdoc__next_add(ladder, (struct pdoc__next){.kind = PDOC__STEPPED_DISCUSSED,
                                                   .stage = visit->stage->rule.id,
                                                   .who = words,
                                                   .rule = &visit->stage->rule,
                                                   .modality = visit->stage->party_modality,
                                                   .limit = pdoc__stage_limit(ladder, visit),
                                                   .words = PDOC__PHRASE(judge, "Bring ", words, " in")});
}

static void judge_all_needed(struct pdoc__ladder *ladder, const struct pdoc__visit *visit)
{
    size_t count = 0;
    const struct pdoc__stage *stage = visit->stage;
    const char **organisations = stage->each.names.count > 0 ? pdoc__organisations(ladder, &count) : NULL;
    for (size_t i = 0; i < stage->each.names.count; i++)
        for (size_t o = 0; o < count; o++)
            judge_needed(ladder, visit, &stage->each, i, organisations[o]);
    if (stage->each.names.count > 0 && count < 2)
        flaw_of(ladder, PDOC__CHECK_ISSUE_PARTY_MISSING, PDOC_UNKNOWN, stage->party_modality, visit, visit->concluded,
                "fewer than two organisations are recorded as concerned, so that nobody can say whether all took part");
    for (size_t i = 0; i < stage->also.names.count; i++)
        judge_needed(ladder, visit, &stage->also, i, NULL);
}

static void judge_advice(struct pdoc__ladder *ladder, const struct pdoc__visit *visit)
{
    const struct pdoc__parties *advisers = &visit->stage->advisers;
    if (advisers->names.count == 0 || visit->advised)
        return;
    struct pdoc__judge *judge = ladder->judge;
    const char *who = pdoc__phrase_parties(judge, advisers, " or ");
    if (visit->concluded || visit->is_left)
        flaw_of(ladder, PDOC__CHECK_ISSUE_ADVICE, PDOC_FALSE, visit->stage->advice_modality, visit, visit->concluded,
                PDOC__PHRASE(judge, "nothing shows that ", who, " advised how to go on"));
    else
        pdoc__next_add(ladder, (struct pdoc__next){.kind = PDOC__STEPPED_ADVISED,
                                                   .stage = visit->stage->rule.id,
                                                   .who = who,
                                                   .rule = &visit->stage->rule,
                                                   .modality = visit->stage->advice_modality,
                                                   .limit = pdoc__no_limit,
                                                   .words = "Advise how to go on"});
}

void pdoc__judge_parties(struct pdoc__ladder *ladder)
{
    for (size_t i = 0; i < ladder->step_count; i++)
        judge_step(ladder, ladder->steps[i]);
    for (size_t i = 0; i < ladder->visit_count; i++) {
        if (!ladder->visits[i].is_reached)
            continue;
        judge_advice(ladder, &ladder->visits[i]);
        judge_all_needed(ladder, &ladder->visits[i]);
    }
}
