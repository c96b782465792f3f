/* SPDX-License-Identifier: MIT */
/* What stands in the way of a step: the rules behind the gate of its purpose, judged as if it were taken, and what its
   transition asks for. */
#include <string.h>

#include "base/error.h"
#include "governance/audit/audit.h"
#include "governance/flow/next_steps.h"
#include "governance/rows/matrix.h"

/* ---- lists ---- */

const char *pdoc__hold_text(struct pdoc__texts_kept *kept, const char *text)
{
    const char *copy = text ? pdoc__pool_add(&kept->pool, &kept->arena, text, strlen(text), NULL) : NULL;
    kept->failed |= text && !copy;
    return copy;
}

void pdoc__texts_kept_free(struct pdoc__texts_kept *kept)
{
    pdoc__pool_free(&kept->pool);
    pdoc__arena_free(&kept->arena);
}

bool pdoc__obstacle_add(struct pdoc__obstacles *list, struct pdoc__texts_kept *kept,
                        const struct pdoc__obstacle *obstacle, pdoc_error **error)
{
    if (!pdoc__grow(&list->items, &list->capacity, list->count, sizeof *list->items, error))
        return false;
    struct pdoc__obstacle *added = &list->items[list->count++];
    *added = *obstacle;
    added->message = pdoc__hold_text(kept, obstacle->message);
    added->rule = pdoc__hold_text(kept, obstacle->rule);
    added->clause = pdoc__hold_text(kept, obstacle->clause);
    added->place = pdoc__hold_text(kept, obstacle->place);
    added->remedy = pdoc__hold_text(kept, obstacle->remedy);
    return !kept->failed || (pdoc__fail_memory(error), false);
}

/* What must be right before what should be, what is known before what cannot be told. */
static unsigned rank(const struct pdoc__obstacle *obstacle)
{
    return obstacle->modality * 2u + (obstacle->outcome == PDOC_OUTCOME_UNDETERMINED);
}

void pdoc__obstacles_sort(struct pdoc__obstacles *list, size_t first)
{
    for (size_t i = first + 1; i < list->count; i++) {
        const struct pdoc__obstacle moved = list->items[i];
        size_t at = i;
        for (; at > first && rank(&list->items[at - 1]) > rank(&moved); at--)
            list->items[at] = list->items[at - 1];
        list->items[at] = moved;
    }
}

pdoc_truth pdoc__obstacles_allow(const struct pdoc__obstacles *list, size_t first)
{
    pdoc_truth allowed = PDOC_TRUE;
    for (size_t i = first; i < list->count && allowed != PDOC_FALSE; i++) {
        const struct pdoc__obstacle *obstacle = &list->items[i];
        if (obstacle->modality == PDOC_MODALITY_MUST)
            allowed = obstacle->outcome == PDOC_OUTCOME_UNDETERMINED ? PDOC_UNKNOWN : PDOC_FALSE;
    }
    return allowed;
}

/* ---- gates ---- */

static bool has_word(const struct pdoc__texts *words, const char *word)
{
    for (size_t i = 0; words && word && i < words->count; i++)
        if (strcmp(words->items[i], word) == 0)
            return true;
    return false;
}

static bool row_has_gate(const pdoc_profile *profile, const char *purpose)
{
    for (size_t i = 0; i < pdoc__judged_table_count; i++) {
        const struct pdoc__judged_table *table = &pdoc__judged_tables[i];
        for (size_t row = 0; table->gates && row < profile->counts[table->table]; row++)
            if (has_word(table->gates(profile, row), purpose))
                return true;
    }
    return false;
}

bool pdoc__has_gate(const pdoc_profile *profile, const char *purpose)
{
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_REQUIREMENTS]; i++)
        if (has_word(&profile->requirements[i].gates, purpose))
            return true;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_FIELDS]; i++)
        if (has_word(&profile->fields[i].gates, purpose))
            return true;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_SECTIONS]; i++)
        if (has_word(&profile->sections[i].gates, purpose))
            return true;
    return row_has_gate(profile, purpose);
}

/* Cells of the sign-off matrix that say whether a body may: they need no gate to be asked. */
static bool says_who_may(const pdoc_profile *profile, const struct pdoc__rule *row, const char *purpose)
{
    static const struct {
        const char *purpose;
        const char *kind;
    } deciding[] = {{"sign-off", "sign-off"}, {"sign-off", "denial"}, {"scrutiny", "scrutiny"}};
    const char *kind = NULL;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_ROUTE_DUTIES] && !kind; i++)
        if (&profile->route_duties[i].rule == row)
            kind = profile->route_duties[i].kind;
    for (size_t i = 0; kind && i < sizeof deciding / sizeof *deciding; i++)
        if (strcmp(deciding[i].purpose, purpose) == 0 && strcmp(deciding[i].kind, kind) == 0)
            return true;
    return false;
}

bool pdoc__is_before_decision(const pdoc_profile *profile, const struct pdoc__rule *row)
{
    for (size_t i = 0; row && i < profile->counts[PDOC_PROFILE_ROUTE_DUTIES]; i++) {
        const int kind = pdoc__duty_kind(profile->route_duties[i].kind);
        if (&profile->route_duties[i].rule == row)
            return kind != PDOC__DUTY_URGENT && kind != PDOC__DUTY_INFORMING && kind != PDOC__DUTY_READING;
    }
    return false;
}

static bool stands_in_the_way(const struct pdoc__gate *gate, const struct pdoc__finding *finding)
{
    if (finding->outcome < PDOC_OUTCOME_PENDING)
        return false;
    if (has_word(finding->gates, gate->purpose))
        return true;
    if (gate->kind == PDOC__EVENT_DECIDED && finding->outcome == PDOC_OUTCOME_NOT_MET &&
        pdoc__is_before_decision(gate->judge->profile, finding->row))
        return true; /* it would be decided with what the matrix asks for before left undone */
    return gate->body && finding->row && finding->outcome != PDOC_OUTCOME_PENDING &&
           says_who_may(gate->judge->profile, finding->row, gate->purpose);
}

/* ---- the step as an event ---- */

/* No register holds it; it lasts as long as the question. */
struct supposed {
    pdoc_event event;
    struct pdoc__event_value values[5];
};

static void add_value(struct supposed *supposed, enum pdoc__event_attribute attribute, const char *text)
{
    if (text)
        supposed->values[supposed->event.value_count++] =
            (struct pdoc__event_value){.attribute = (uint16_t)attribute, .text = text};
}

/* A decision approves; what is sent somewhere is sent to the body, and everything else done by it. */
static void suppose(const struct pdoc__gate *gate, struct supposed *out)
{
    const struct pdoc__judge *judge = gate->judge;
    const pdoc_document *doc = judge->doc;
    const bool is_sending = gate->kind == PDOC__EVENT_SUBMITTED || gate->kind == PDOC__EVENT_CONSULTATION_OPENED;
    const bool has_outcome = gate->transition && gate->transition->outcomes.count > 0;
    *out = (struct supposed){.event = {.history = &judge->reg->documents[doc->index]->history,
                                       .id = "",
                                       .by = is_sending ? NULL : gate->body,
                                       .on = pdoc__day_date(judge->day),
                                       .version = judge->version ? (uint16_t)judge->version->ordinal : 0,
                                       .kind = gate->kind}};
    out->event.values = out->values;
    if (gate->kind == PDOC__EVENT_DECIDED)
        add_value(out, PDOC__ATTRIBUTE_OUTCOME, has_outcome ? gate->transition->outcomes.items[0] : "approved");
    add_value(out, PDOC__ATTRIBUTE_BODY, is_sending ? gate->body : NULL);
    add_value(out, PDOC__ATTRIBUTE_ROLE, is_sending ? NULL : gate->role);
    add_value(out, PDOC__ATTRIBUTE_PURPOSE, is_sending ? gate->purpose : NULL);
    add_value(out, PDOC__ATTRIBUTE_ITEM, gate->transition ? gate->transition->item : NULL);
}

/* ---- what is asked ---- */

static bool ask_rules(const struct pdoc__gate *gate, const struct supposed *supposed, struct pdoc__obstacles *out,
                      struct pdoc__texts_kept *kept, pdoc_error **error)
{
    pdoc_report *report = pdoc__audit_supposing(gate->judge->doc, gate->basis, &supposed->event, error);
    bool is_well = report != NULL;
    for (size_t i = 0; is_well && i < report->finding_count; i++) {
        const struct pdoc__finding *finding = &report->findings[i];
        if (stands_in_the_way(gate, finding))
            is_well = pdoc__obstacle_add(out, kept,
                                         &(struct pdoc__obstacle){.message = finding->message,
                                                                  .rule = report->rules[finding->rule],
                                                                  .clause = finding->clause,
                                                                  .place = finding->place,
                                                                  .remedy = finding->remedy,
                                                                  .outcome = finding->outcome,
                                                                  .modality = finding->modality,
                                                                  .inferred = finding->inferred},
                                         error);
    }
    pdoc_report_unref(report);
    return is_well;
}

/* A version of which no section is recorded may have them all elsewhere: the audit is silent then, a gate is not. */
static bool ask_sections(const struct pdoc__gate *gate, struct pdoc__obstacles *out, struct pdoc__texts_kept *kept,
                         pdoc_error **error)
{
    struct pdoc__judge *judge = gate->judge;
    for (size_t i = 0; i < judge->profile->counts[PDOC_PROFILE_SECTIONS]; i++) {
        const struct pdoc__profile_section *section = &judge->profile->sections[i];
        if (!section->required || !has_word(&section->gates, gate->purpose) ||
            !pdoc__rule_applies(judge, &section->rule) ||
            pdoc__predicate(judge, section->when, NULL, NULL) == PDOC_FALSE)
            continue;
        return pdoc__obstacle_add(
            out, kept,
            &(struct pdoc__obstacle){
                .message =
                    "no section of this version is recorded, so that it cannot be told whether those that are needed "
                    "are there",
                .rule = pdoc__check_words[PDOC__CHECK_SECTION_MISSING].code,
                .clause = section->rule.clause,
                .place = "section",
                .remedy = "Record the sections of this version, be it only by their codes.",
                .outcome = PDOC_OUTCOME_UNDETERMINED,
                .modality = section->rule.modality,
                .inferred = section->rule.inferred},
            error);
    }
    return true;
}

/* The move that the step would be, from where the version stands. */
static struct pdoc__move move_for(const struct pdoc__gate *gate, const struct supposed *supposed,
                                  const struct pdoc__flow *flow)
{
    return (struct pdoc__move){.event = &supposed->event,
                               .since = flow->since,
                               .transition = (int16_t)(gate->transition - gate->judge->profile->transitions),
                               .from = flow->state,
                               .is_in_order = pdoc__leads_from(gate->transition, flow->state),
                               .is_first = flow->move_count == 0};
}

static bool ask_transition(const struct pdoc__gate *gate, const struct supposed *supposed, struct pdoc__obstacles *out,
                           struct pdoc__texts_kept *kept, pdoc_error **error)
{
    struct pdoc__judge *judge = gate->judge;
    const struct pdoc__flow *flow = pdoc__flow_of(judge, judge->version);
    const bool is_asked[PDOC__MOVE_PARTS] = {[PDOC__MOVE_WHO] = supposed->event.by != NULL,
                                             [PDOC__MOVE_ORDER] = gate->asks_order,
                                             [PDOC__MOVE_GUARD] = true};
    bool is_well = flow != NULL;
    if (!is_well)
        return (pdoc__fail_memory(error), false);
    const struct pdoc__move move = move_for(gate, supposed, flow);
    const struct pdoc__rule *rule = &gate->transition->rule;
    judge->supposed = &supposed->event; /* for the words */
    for (unsigned part = 0; is_well && part < PDOC__MOVE_PARTS; part++) {
        struct pdoc__row_answer answer = {.outcome = PDOC_OUTCOME_MET, .modality = rule->modality};
        if (is_asked[part])
            pdoc__judge_move(judge, flow, &move, (enum pdoc__move_part)part, &answer);
        if (answer.outcome > PDOC_OUTCOME_MET)
            is_well = pdoc__obstacle_add(out, kept,
                                         &(struct pdoc__obstacle){.message = answer.message,
                                                                  .rule = rule->id,
                                                                  .clause = rule->clause,
                                                                  .place = answer.place,
                                                                  .remedy = answer.remedy,
                                                                  .outcome = (uint8_t)answer.outcome,
                                                                  .modality = answer.modality,
                                                                  .inferred = rule->inferred},
                                         error);
    }
    judge->supposed = NULL;
    return is_well && (!judge->out_of_memory || (pdoc__fail_memory(error), false));
}

const char *pdoc__only_body(const struct pdoc__transition *transition)
{
    const bool is_one = transition && transition->by.names.count == 1;
    return is_one ? transition->by.who[0].code : NULL;
}

bool pdoc__gate_ask(const struct pdoc__gate *gate, struct pdoc__obstacles *out, struct pdoc__texts_kept *kept,
                    pdoc_error **error)
{
    const struct pdoc_version *version = gate->judge->version;
    const size_t first = out->count;
    struct supposed supposed;
    suppose(gate, &supposed);
    const bool has_gate = gate->purpose && (gate->body || pdoc__has_gate(gate->judge->profile, gate->purpose));
    if (has_gate && !ask_rules(gate, &supposed, out, kept, error))
        return false;
    if (has_gate && version && version->section_count == 0 && !ask_sections(gate, out, kept, error))
        return false;
    if (gate->transition && !ask_transition(gate, &supposed, out, kept, error))
        return false;
    pdoc__obstacles_sort(out, first);
    return true;
}

bool pdoc__take_under_way(struct pdoc__judge *judge, const pdoc_document *doc, pdoc_error **error)
{
    judge->wanted = NULL;
    if (!pdoc__judge_take(judge, doc, error))
        return false;
    const struct pdoc_version *version = pdoc__version_under_way(judge);
    if (version == judge->version)
        return true;
    judge->wanted = version;
    return pdoc__judge_take(judge, doc, error);
}
