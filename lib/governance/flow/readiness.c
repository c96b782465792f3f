/* SPDX-License-Identifier: MIT */
/* Readiness: can a document go to a body for a purpose? Which step that is; what stands in its way is asked elsewhere.
 */
#include <string.h>

#include "base/error.h"
#include "governance/flow/next_steps.h"

void pdoc__readiness_free(pdoc_readiness *readiness)
{
    pdoc__free(readiness->obstacles.items);
    pdoc__texts_kept_free(&readiness->texts);
    pdoc__free(readiness);
}

/* The event that a step for a purpose is, unless the flow says otherwise. */
static const struct {
    const char *purpose;
    uint8_t kind;
} usual_kinds[] = {
    {"consultation", PDOC__EVENT_CONSULTATION_OPENED},
    {"scrutiny", PDOC__EVENT_SCRUTINISED},
    {"sign-off", PDOC__EVENT_DECIDED},
    {"release", PDOC__EVENT_RELEASED},
};

static uint8_t usual_kind(const char *purpose)
{
    for (size_t i = 0; i < sizeof usual_kinds / sizeof *usual_kinds; i++)
        if (strcmp(usual_kinds[i].purpose, purpose) == 0)
            return usual_kinds[i].kind;
    return PDOC__EVENT_SUBMITTED;
}

const char *pdoc__usual_purpose(uint8_t kind)
{
    for (size_t i = 0; i < sizeof usual_kinds / sizeof *usual_kinds; i++)
        if (usual_kinds[i].kind == kind)
            return usual_kinds[i].purpose;
    return NULL;
}

static unsigned worth(struct pdoc__judge *judge, const struct pdoc__transition *transition, int16_t state,
                      const char *body)
{
    const bool is_usual = transition->event_kind == usual_kind(transition->purpose);
    const bool names_body = body && pdoc__is_one_of(judge, body, &transition->by) == PDOC_TRUE;
    return 1u + 4u * pdoc__leads_from(transition, state) + 2u * is_usual + names_body;
}

/* The step for that purpose: best one that leads on from where it stands, and that is for the body. NULL: the flow has
   none. */
static const struct pdoc__transition *choose_step(struct pdoc__judge *judge, const struct pdoc__flow *flow,
                                                  const char *purpose, const char *body)
{
    const struct pdoc__transition *best = NULL;
    unsigned best_worth = 0;
    for (size_t i = 0; judge->profile && i < judge->profile->counts[PDOC_PROFILE_TRANSITIONS]; i++) {
        const struct pdoc__transition *transition = &judge->profile->transitions[i];
        if (!transition->purpose || strcmp(transition->purpose, purpose) != 0 ||
            !pdoc__rule_applies(judge, &transition->rule) ||
            pdoc__predicate(judge, transition->when, NULL, NULL) == PDOC_FALSE)
            continue;
        const unsigned found = worth(judge, transition, flow->state, body);
        if (found <= best_worth)
            continue;
        best = transition;
        best_worth = found;
    }
    return best;
}

static const char *note_of(struct pdoc__judge *judge, const struct pdoc__transition *transition, const char *purpose,
                           const char *body)
{
    if (!judge->profile)
        return "its profile is not known, so that no rule of it can be asked";
    const bool has_gate = pdoc__has_gate(judge->profile, purpose);
    if (!has_gate && !transition)
        return PDOC__PHRASE(judge, "the profile ", judge->profile->id, " has no rule that stands before ", purpose);
    if (!transition)
        return PDOC__PHRASE(judge, "the profile ", judge->profile->id, " has no step for ", purpose,
                            ": only the rules before it were asked");
    return body ? NULL : "no body was named: whether it may was not asked";
}

static void describe(struct pdoc__judge *judge, pdoc_readiness *out, const struct pdoc__gate *gate)
{
    const pdoc_document *doc = judge->doc;
    struct pdoc__texts_kept *texts = &out->texts;
    out->as_of = judge->as_of;
    out->id = pdoc__hold_text(texts, doc->id);
    out->title = pdoc__hold_text(texts, pdoc_document_title(doc));
    out->reference = pdoc__hold_text(texts, pdoc_document_reference(doc, 0));
    out->purpose = pdoc__hold_text(texts, gate->purpose);
    out->body = pdoc__hold_text(texts, gate->body);
    out->role = pdoc__hold_text(texts, gate->role);
    out->rule = pdoc__hold_text(texts, gate->transition ? gate->transition->rule.id : NULL);
    out->clause = pdoc__hold_text(texts, gate->transition ? gate->transition->rule.clause : NULL);
    out->version = judge->version ? judge->version->ordinal : 0;
    out->note = pdoc__hold_text(texts, note_of(judge, gate->transition, gate->purpose, gate->body));
}

/* Under a profile that is not known, or with an event that cannot be read, nothing can be told. */
static bool fill(struct pdoc__judge *judge, pdoc_readiness *out, struct pdoc__gate *gate, pdoc_error **error)
{
    const struct pdoc__flow *flow = pdoc__flow_of(judge, judge->version);
    if (!flow)
        return (pdoc__fail_memory(error), false);
    gate->judge = judge;
    gate->transition = choose_step(judge, flow, gate->purpose, gate->body);
    gate->kind = gate->transition ? (uint8_t)gate->transition->event_kind : usual_kind(gate->purpose);
    gate->body = gate->body ? gate->body : pdoc__only_body(gate->transition);
    gate->asks_order = flow->state >= 0;
    describe(judge, out, gate);
    out->answer = PDOC_UNKNOWN;
    if (judge->profile && !pdoc__gate_ask(gate, &out->obstacles, &out->texts, error))
        return false;
    if (judge->profile && !judge->past.has_unknown)
        out->answer = (uint8_t)pdoc__obstacles_allow(&out->obstacles, 0);
    return !out->texts.failed || (pdoc__fail_memory(error), false);
}

static bool is_usable(const pdoc_document *doc, const pdoc_readiness_question *question, pdoc_error **error)
{
    if (!doc || !question || (question->size == sizeof *question && !question->purpose))
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document and a purpose are needed to ask whether it is ready");
    else if (question->size != sizeof *question)
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the question needs its size set to sizeof(pdoc_readiness_question)");
    else if (pdoc_table_find(PDOC_TABLE_PURPOSE, question->purpose) < 0)
        pdoc__fail(
            error, PDOC_ERR_ARGUMENT,
            "\"%.60s\" is not a purpose that a document can be ready for; they are consultation, scrutiny, sign-off "
            "and release",
            question->purpose);
    else if (question->role && !question->body)
        pdoc__fail(error, PDOC_ERR_ARGUMENT,
                   "a role says as what a body acts; name the body that acts as \"%.60s\" with it", question->role);
    else
        return true;
    return false;
}

pdoc_readiness *pdoc_document_ask_readiness(const pdoc_document *doc, const pdoc_basis *basis,
                                            const pdoc_readiness_question *question, pdoc_error **error)
{
    struct pdoc__judge judge;
    if (!is_usable(doc, question, error) || !pdoc__judge_begin(&judge, doc->reg, basis, error))
        return NULL;
    pdoc_readiness *readiness = pdoc__alloc_zero(1, sizeof *readiness, error);
    struct pdoc__gate gate = {
        .basis = basis, .purpose = question->purpose, .body = question->body, .role = question->role};
    bool is_well = readiness != NULL;
    if (is_well) {
        atomic_init(&readiness->references, 1);
        is_well = pdoc__take_under_way(&judge, doc, error) && fill(&judge, readiness, &gate, error);
    }
    pdoc__judge_end(&judge);
    if (is_well || !readiness)
        return readiness;
    pdoc__readiness_free(readiness);
    return NULL;
}

pdoc_readiness *pdoc_document_readiness(const pdoc_document *doc, const pdoc_basis *basis, const char *purpose,
                                        const char *body, pdoc_error **error)
{
    const pdoc_readiness_question question = {.size = sizeof question, .purpose = purpose, .body = body};
    return pdoc_document_ask_readiness(doc, basis, &question, error);
}
