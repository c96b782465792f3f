/* SPDX-License-Identifier: MIT */
/* Next steps: of each document the transitions that lead on from where it stands, and what stands in their way. */
#include "governance/flow/next_steps.h"

#include "base/error.h"
#include "governance/audit/audit.h"

void pdoc__next_steps_free(pdoc_next_steps *next)
{
    pdoc__free(next->documents);
    pdoc__free(next->steps);
    pdoc__free(next->obstacles.items);
    pdoc__free(next->duties.items);
    pdoc__texts_kept_free(&next->texts);
    pdoc__free(next);
}

struct pdoc__next_step *pdoc__next_step_add(pdoc_next_steps *next, pdoc_error **error)
{
    if (!pdoc__grow(&next->steps, &next->step_capacity, next->step_count, sizeof *next->steps, error))
        return NULL;
    struct pdoc__next_step *step = &next->steps[next->step_count++];
    *step = (struct pdoc__next_step){.document = (uint32_t)(next->document_count - 1),
                                     .first_obstacle = next->obstacles.count};
    return step;
}

bool pdoc__next_step_ask(struct pdoc__next_asking *asking, struct pdoc__gate *gate, pdoc_error **error)
{
    pdoc_next_steps *next = asking->next;
    struct pdoc__next_step *step = &next->steps[next->step_count - 1];
    gate->judge = &asking->judge;
    gate->basis = asking->basis;
    if (!pdoc__gate_ask(gate, &next->obstacles, &next->texts, error))
        return false;
    step->obstacle_count = next->obstacles.count - step->first_obstacle;
    step->can = (uint8_t)pdoc__obstacles_allow(&next->obstacles, step->first_obstacle);
    return !next->texts.failed || (pdoc__fail_memory(error), false);
}

static const char *label_of(const struct pdoc__rule *rule)
{
    return rule->label ? rule->label : rule->id;
}

static bool add_step(struct pdoc__next_asking *asking, const struct pdoc__transition *transition,
                     const struct pdoc__flow *flow, pdoc_error **error)
{
    struct pdoc__judge *judge = &asking->judge;
    struct pdoc__texts_kept *texts = &asking->next->texts;
    struct pdoc__next_step *step = pdoc__next_step_add(asking->next, error);
    if (!step)
        return false;
    const struct pdoc__rule *rule = &transition->rule;
    const bool moves = transition->to_state >= 0 && transition->to_state != flow->state;
    const int32_t deadline = pdoc__move_deadline(judge, transition, flow->since);
    step->rule = pdoc__hold_text(texts, rule->id);
    step->label = pdoc__hold_text(texts, label_of(rule));
    step->event = pdoc__hold_text(texts, transition->event);
    step->purpose = pdoc__hold_text(texts, transition->purpose);
    step->to = moves ? pdoc__hold_text(texts, label_of(&judge->profile->states[transition->to_state].rule)) : NULL;
    step->by = transition->by.names.count > 0
                   ? pdoc__hold_text(texts, pdoc__phrase_parties(judge, &transition->by, " or "))
                   : NULL;
    step->clause = pdoc__hold_text(texts, rule->clause);
    step->modality = rule->modality;
    step->inferred = rule->inferred;
    step->deadline = pdoc__day_date(deadline);
    step->late_since = pdoc__day_date(deadline != PDOC__NO_DAY && judge->day > deadline ? deadline + 1 : PDOC__NO_DAY);
    struct pdoc__gate gate = {.transition = transition,
                              .purpose = transition->purpose,
                              .body = pdoc__only_body(transition),
                              .kind = (uint8_t)transition->event_kind};
    return pdoc__next_step_ask(asking, &gate, error);
}

static bool add_steps(struct pdoc__next_asking *asking, const struct pdoc__flow *flow, pdoc_error **error)
{
    struct pdoc__judge *judge = &asking->judge;
    for (size_t i = 0; flow->state >= 0 && i < judge->profile->counts[PDOC_PROFILE_TRANSITIONS]; i++) {
        const struct pdoc__transition *transition = &judge->profile->transitions[i];
        if (pdoc__leads_from(transition, flow->state) && pdoc__rule_applies(judge, &transition->rule) &&
            pdoc__predicate(judge, transition->when, NULL, NULL) != PDOC_FALSE &&
            !add_step(asking, transition, flow, error))
            return false;
    }
    return true;
}

static bool take_document(struct pdoc__next_asking *asking, const pdoc_document *doc, pdoc_error **error)
{
    struct pdoc__judge *judge = &asking->judge;
    if (!pdoc__take_under_way(judge, doc, error))
        return false;
    const struct pdoc__flow *flow = pdoc__flow_of(judge, judge->version);
    if (!flow || !pdoc__next_standing(asking, flow))
        return (pdoc__fail_memory(error), false);
    const bool is_well = asking->next->documents[asking->next->document_count - 1].is_general
                             ? pdoc__next_general(asking, error)
                             : !judge->profile || add_steps(asking, flow, error);
    return is_well && pdoc__next_duties(asking, error) && (!judge->out_of_memory || (pdoc__fail_memory(error), false));
}

static bool fill(struct pdoc__next_asking *asking, const pdoc_register *reg, const pdoc_document *only,
                 pdoc_error **error)
{
    pdoc_next_steps *next = asking->next;
    const size_t count = only ? 1 : reg->document_count;
    next->as_of = asking->judge.as_of;
    next->documents = pdoc__alloc_zero(count + 1, sizeof *next->documents, error);
    for (size_t i = 0; next->documents && i < count; i++)
        if (!take_document(asking, only ? only : reg->documents[i], error))
            return false;
    return next->documents != NULL;
}

static pdoc_next_steps *make_next_steps(const pdoc_register *reg, const pdoc_document *only, const pdoc_basis *basis,
                                        pdoc_error **error)
{
    pdoc_report *report = only ? pdoc_document_audit(only, basis, error) : pdoc_audit(reg, basis, error);
    if (!report)
        return NULL;
    struct pdoc__next_asking asking = {.basis = basis, .report = report};
    bool is_well = pdoc__judge_begin(&asking.judge, reg, basis, error);
    asking.next = is_well ? pdoc__alloc_zero(1, sizeof *asking.next, error) : NULL;
    if (asking.next) {
        atomic_init(&asking.next->references, 1);
        is_well = fill(&asking, reg, only, error);
    }
    pdoc__judge_end(&asking.judge);
    pdoc_report_unref(report);
    if (is_well || !asking.next)
        return asking.next;
    pdoc__next_steps_free(asking.next);
    return NULL;
}

pdoc_next_steps *pdoc_document_next_steps(const pdoc_document *doc, const pdoc_basis *basis, pdoc_error **error)
{
    if (!doc) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document is needed to say what comes next");
        return NULL;
    }
    return make_next_steps(doc->reg, doc, basis, error);
}

pdoc_next_steps *pdoc_register_next_steps(const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    return make_next_steps(reg, NULL, basis, error);
}
