/* SPDX-License-Identifier: MIT */
/* Parts of next steps: where a document stands, the general steps where its profile has no flow, what is open beside.
 */
#include <string.h>

#include "base/error.h"
#include "governance/audit/audit.h"
#include "governance/flow/next_steps.h"

/* ---- where it stands ---- */

static const char *label_of(const struct pdoc__rule *rule)
{
    return rule->label ? rule->label : rule->id;
}

static const char *note_of(struct pdoc__judge *judge, const struct pdoc__flow *flow)
{
    const char *phase = pdoc_table_label(PDOC_TABLE_PHASE, flow->phase.phase);
    const bool has_state = flow->state >= 0;
    const uint8_t of_state = has_state ? judge->profile->states[flow->state].phase : flow->phase.phase;
    if (!judge->profile)
        return "its profile is not known, so that no step of it can be told";
    if (judge->past.has_unknown)
        return "its history holds an event of a kind that this library does not know, so that where it stands cannot "
               "be told";
    if (judge->profile->counts[PDOC_PROFILE_STATES] == 0)
        return PDOC__PHRASE(
            judge, "the profile ", judge->profile->id,
            " has no flow: the steps are the general ones from phase to phase, and no rule stands behind "
            "their order");
    if (!has_state)
        return PDOC__PHRASE(judge, "the flow has no state for its phase, \"", phase, "\"");
    if (flow->is_by_phase)
        return PDOC__PHRASE(judge, "no event led there: it is there by its phase, \"", phase, "\"",
                            flow->phase.printed ? ", as printed" : "");
    if (of_state == flow->phase.phase || flow->move_count == 0)
        return NULL;
    return PDOC__PHRASE(judge, "its phase says otherwise: \"", phase, "\"",
                        flow->phase.no_effective_day && flow->phase.phase == PDOC_PHASE_IN_FORCE
                            ? ", since no day in force is recorded with the decision"
                            : "");
}

static void put_state(struct pdoc__next_asking *asking, const struct pdoc__flow *flow, struct pdoc__standing *out)
{
    const struct pdoc__judge *judge = &asking->judge;
    struct pdoc__texts_kept *texts = &asking->next->texts;
    if (flow->state >= 0) {
        const struct pdoc__rule *state = &judge->profile->states[flow->state].rule;
        out->state = pdoc__hold_text(texts, state->id);
        out->state_label = pdoc__hold_text(texts, label_of(state));
        out->since = flow->event ? flow->event->on : pdoc__day_date(flow->since);
        out->event = flow->event ? pdoc__hold_text(texts, flow->event->id) : NULL;
        return;
    }
    if (!out->is_general)
        return;
    out->state = pdoc__hold_text(texts, pdoc_table_code(PDOC_TABLE_PHASE, flow->phase.phase));
    out->state_label = pdoc__hold_text(texts, pdoc_table_label(PDOC_TABLE_PHASE, flow->phase.phase));
    out->since = pdoc__day_date(flow->phase.since);
    out->event = flow->phase.event ? pdoc__hold_text(texts, flow->phase.event->id) : NULL;
}

bool pdoc__next_standing(struct pdoc__next_asking *asking, const struct pdoc__flow *flow)
{
    struct pdoc__judge *judge = &asking->judge;
    struct pdoc__texts_kept *texts = &asking->next->texts;
    struct pdoc__standing *out = &asking->next->documents[asking->next->document_count++];
    const struct pdoc_version *version = judge->version;
    const pdoc_document *doc = judge->doc;
    out->index = doc->index;
    out->id = pdoc__hold_text(texts, doc->id);
    out->title = pdoc__hold_text(texts, pdoc_document_title(doc));
    out->reference = pdoc__hold_text(texts, pdoc_document_reference(doc, 0));
    out->profile = pdoc__hold_text(texts, judge->profile ? judge->profile->id : judge->profile_ref);
    out->version = version ? version->ordinal : 0;
    out->version_label = pdoc__hold_text(texts, version ? version->label : NULL);
    out->phase = flow->phase.phase;
    out->is_general = judge->profile && judge->profile->counts[PDOC_PROFILE_STATES] == 0;
    put_state(asking, flow, out);
    out->note = pdoc__hold_text(texts, note_of(judge, flow));
    return !texts->failed;
}

/* ---- general steps ---- */

/* What leads from one phase to another under any profile; no rule stands behind it. */
static const struct {
    uint8_t phase;
    uint8_t kind;
    const char *purpose; /* NULL: none */
} general_moves[] = {
    {PDOC_PHASE_DRAFT, PDOC__EVENT_CONSULTATION_OPENED, "consultation"},
    {PDOC_PHASE_DRAFT, PDOC__EVENT_DECIDED, "sign-off"},
    {PDOC_PHASE_CONSULTING, PDOC__EVENT_DECIDED, "sign-off"},
    {PDOC_PHASE_APPROVED, PDOC__EVENT_EFFECTIVE, NULL},
    {PDOC_PHASE_APPROVED, PDOC__EVENT_RELEASED, "release"},
    {PDOC_PHASE_IN_FORCE, PDOC__EVENT_REVIEWED, NULL},
    {PDOC_PHASE_IN_FORCE, PDOC__EVENT_SUPERSEDED, NULL},
    {PDOC_PHASE_IN_FORCE, PDOC__EVENT_WITHDRAWN, NULL},
    {PDOC_PHASE_SUPERSEDED, PDOC__EVENT_ARCHIVED, NULL},
    {PDOC_PHASE_WITHDRAWN, PDOC__EVENT_ARCHIVED, NULL},
};

bool pdoc__next_general(struct pdoc__next_asking *asking, pdoc_error **error)
{
    struct pdoc__texts_kept *texts = &asking->next->texts;
    for (size_t i = 0; i < sizeof general_moves / sizeof *general_moves; i++) {
        const uint8_t kind = general_moves[i].kind;
        if (general_moves[i].phase != asking->judge.phase.phase)
            continue;
        struct pdoc__next_step *step = pdoc__next_step_add(asking->next, error);
        if (!step)
            return false;
        step->label = pdoc__hold_text(texts, pdoc_table_label(PDOC_TABLE_EVENT_KIND, kind));
        step->event = pdoc__hold_text(texts, pdoc_table_code(PDOC_TABLE_EVENT_KIND, kind));
        step->purpose = pdoc__hold_text(texts, general_moves[i].purpose);
        step->modality = PDOC_MODALITY_MAY;
        struct pdoc__gate gate = {.purpose = general_moves[i].purpose, .kind = kind};
        if (!pdoc__next_step_ask(asking, &gate, error))
            return false;
    }
    return true;
}

/* ---- what is open beside ---- */

static bool is_duty_kind(const struct pdoc__route_duty *duty)
{
    static const char *const kinds[] = {"urgent", "informing", "reading"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i], duty->kind) == 0)
            return true;
    return false;
}

/* Rows that ask for something after a decision, or by a day. */
static bool is_open_row(const pdoc_profile *profile, const struct pdoc__rule *row)
{
    for (size_t i = 0; row && i < profile->counts[PDOC_PROFILE_ROUTE_DUTIES]; i++)
        if (&profile->route_duties[i].rule == row)
            return is_duty_kind(&profile->route_duties[i]);
    for (size_t i = 0; row && i < profile->counts[PDOC_PROFILE_REQUIREMENTS]; i++)
        if (&profile->requirements[i].rule == row)
            return profile->requirements[i].by >= 0;
    return false;
}

/* Reported, or told, though too late: the audit says so, and nothing is left to be done. */
static bool was_done_late(const pdoc_profile *profile, const struct pdoc__finding *finding)
{
    static const char lead[] = "history/";
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_ROUTE_DUTIES]; i++)
        if (&profile->route_duties[i].rule == finding->row)
            return finding->outcome == PDOC_OUTCOME_NOT_MET && strncmp(finding->place, lead, sizeof lead - 1) == 0;
    return false;
}

static bool is_duty(const struct pdoc__next_asking *asking, const struct pdoc__finding *finding)
{
    static const uint16_t checks[] = {PDOC__CHECK_REVIEW_OVERDUE, PDOC__CHECK_ACTION_OVERDUE,
                                      PDOC__CHECK_CHALLENGE_UNANSWERED, PDOC__CHECK_RELATION_SUSPECT};
    if (finding->outcome < PDOC_OUTCOME_PENDING)
        return false;
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (finding->rule == checks[i])
            return true;
    return finding->rule >= PDOC__CHECK_COUNT && asking->judge.profile &&
           is_open_row(asking->judge.profile, finding->row) && !was_done_late(asking->judge.profile, finding);
}

/* What a document rests on has changed: that calls for a review of it. */
static const char *duty_words(struct pdoc__next_asking *asking, const struct pdoc__finding *finding)
{
    if (finding->rule != PDOC__CHECK_RELATION_SUSPECT)
        return finding->message;
    return PDOC__PHRASE(&asking->judge, "its review is called for: ", finding->message);
}

/* The findings of the report come document by document, in the order of the register. */
bool pdoc__next_duties(struct pdoc__next_asking *asking, pdoc_error **error)
{
    const pdoc_report *report = asking->report;
    pdoc_next_steps *next = asking->next;
    const uint32_t index = asking->judge.doc->index;
    while (asking->finding < report->finding_count &&
           (report->findings[asking->finding].document == PDOC__THE_REGISTER ||
            report->findings[asking->finding].document < index))
        asking->finding++;
    for (; asking->finding < report->finding_count && report->findings[asking->finding].document == index;
         asking->finding++) {
        const struct pdoc__finding *finding = &report->findings[asking->finding];
        if (!is_duty(asking, finding))
            continue;
        const struct pdoc__obstacle duty = {.message = duty_words(asking, finding),
                                            .rule = report->rules[finding->rule],
                                            .clause = finding->clause,
                                            .place = finding->place,
                                            .remedy = finding->remedy,
                                            .late_since = finding->late_since,
                                            .document = (uint32_t)(next->document_count - 1),
                                            .outcome = finding->outcome,
                                            .modality = finding->modality,
                                            .inferred = finding->inferred};
        if (!pdoc__obstacle_add(&next->duties, &next->texts, &duty, error))
            return false;
    }
    return true;
}
