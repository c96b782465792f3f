/* SPDX-License-Identifier: MIT */
/* The first half of an explanation: what the document is, and where its versions stand. Decides nothing itself. */
#include "base/text.h"
#include "governance/explain/explain.h"
#include "governance/explain/words.h"
#include "governance/named.h"
#include "governance/relations/binding.h"
#include "model/build.h"

static void explain_profile(struct pdoc__explainer *explainer)
{
    const struct pdoc__judge *judge = explainer->judge;
    const char *why = judge->override       ? "as was asked for"
                      : judge->doc->profile ? "which the document names"
                                            : "which the register names for this day";
    if (judge->profile)
        pdoc__buffer_format(&explainer->line, "judged by the profile %s, %s", judge->profile->id, why);
    else if (judge->profile_ref)
        pdoc__buffer_format(&explainer->line, "its profile %s is not known, so no rule can be judged",
                            judge->profile_ref);
    else
        pdoc__buffer_text(&explainer->line, "no profile is assigned to it on this day, so no rule can be judged");
    pdoc__step(explainer, 1, NULL);
}

static void explain_type(struct pdoc__explainer *explainer)
{
    const struct pdoc__judge *judge = explainer->judge;
    const struct pdoc__type *type = judge->type;
    if (!judge->doc->type) {
        pdoc__step_format(explainer, 1, NULL, "no type is recorded");
        return;
    }
    if (!type) {
        pdoc__buffer_format(&explainer->line, "\"%s\" is not a type of the profile", judge->doc->type);
        pdoc__step(explainer, 1, NULL);
        return;
    }
    pdoc__buffer_format(&explainer->line, "type %s", type->rule.label ? type->rule.label : type->rule.id);
    if (!pdoc__text_same(judge->doc->type, type->rule.label))
        pdoc__buffer_format(&explainer->line, ", recorded as \"%s\"", judge->doc->type);
    pdoc__step(explainer, 1, &type->rule);
    if (type->definition) {
        pdoc__buffer_text(&explainer->line, type->definition);
        pdoc__step(explainer, 2, &type->rule);
    }
    if (type->base)
        pdoc__step_format(explainer, 2, &type->rule, "base class %.60s%s%.60s", type->base,
                          type->binding ? ", binding: " : "", type->binding ? type->binding : "");
    const struct pdoc__binding binding = pdoc__binding(explainer->judge);
    if (!binding.rule)
        return;
    pdoc__buffer_format(&explainer->line, "%s: %s", binding.code ? binding.code : "how it binds cannot be told",
                        binding.reason);
    pdoc__step(explainer, 2, binding.rule);
}

void pdoc__explain_classification(struct pdoc__explainer *explainer)
{
    const pdoc_document *doc = explainer->judge->doc;
    pdoc__step_format(explainer, 0, NULL, "Classification");
    explain_profile(explainer);
    explain_type(explainer);
    if (doc->category) {
        pdoc__buffer_format(&explainer->line, "category \"%s\"", doc->category);
        pdoc__step(explainer, 1, NULL);
    }
    if (doc->scope) {
        pdoc__buffer_format(&explainer->line, "scope \"%s\"", doc->scope);
        pdoc__step(explainer, 1, NULL);
    }
}

static const char *act_of(const struct pdoc__judge *judge, const pdoc_event *event)
{
    const struct pdoc__event_value *act = pdoc__event_value(event, PDOC__ATTRIBUTE_ACT);
    if (act && act->text)
        return act->text;
    return judge->profile && judge->profile->act ? judge->profile->act : "approved";
}

const char *pdoc__party_words(const struct pdoc__judge *judge, const char *code)
{
    const struct pdoc__profile_party *party = judge->profile ? pdoc__profile_party(judge->profile, code) : NULL;
    return party && party->rule.label ? party->rule.label : pdoc__party_label(judge, code);
}

/* "decided 2020-07-07 (e3): ratified by Executive" */
static void explain_event(struct pdoc__explainer *explainer, const pdoc_event *event)
{
    struct pdoc__buffer *line = &explainer->line;
    pdoc__write_label(line, PDOC_TABLE_EVENT_KIND, event->kind);
    pdoc__buffer_byte(line, ' ');
    pdoc__buffer_date(line, event->on);
    pdoc__buffer_format(line, " (%s)", event->id);
    pdoc_decision decision = event->kind == PDOC__EVENT_DECIDED ? pdoc__event_decision(event) : PDOC_DECISION_NONE;
    if (decision == PDOC_DECISION_APPROVED || decision == PDOC_DECISION_WITH_AMENDMENTS)
        pdoc__buffer_format(line, ": %s", act_of(explainer->judge, event));
    else if (event->kind == PDOC__EVENT_DECIDED && decision == PDOC_DECISION_NONE)
        pdoc__buffer_text(line, ": what came of it is not recorded");
    else if (event->kind == PDOC__EVENT_DECIDED) {
        pdoc__buffer_text(line, ": ");
        pdoc__write_label(line, PDOC_TABLE_DECISION, (int)decision);
    }
    if (event->by)
        pdoc__buffer_format(line, " by %s", pdoc__party_words(explainer->judge, event->by));
    const struct pdoc__event_value *effective = pdoc__event_value(event, PDOC__ATTRIBUTE_EFFECTIVE);
    if (event->kind == PDOC__EVENT_RELEASED && effective && pdoc_date_is_recorded(effective->date)) {
        pdoc__buffer_text(line, ", for ");
        pdoc__buffer_date(line, effective->date);
    }
    pdoc__step(explainer, 2, NULL);
}

static void explain_cell(struct pdoc__explainer *explainer, const struct pdoc_version *version, int row)
{
    const struct pdoc__row *cell = &version->rows[row];
    pdoc__buffer_format(&explainer->line, "\"%s\" says \"%s\": as printed, no decision recorded",
                        cell->label ? cell->label : pdoc_table_label(PDOC_TABLE_FIELD, (size_t)cell->known),
                        cell->text ? cell->text : "");
    pdoc__step(explainer, 2, NULL);
}

static void explain_why(struct pdoc__explainer *explainer, const struct pdoc_version *version,
                        const struct pdoc__phase *phase)
{
    if (phase->event)
        explain_event(explainer, phase->event);
    if (phase->printed && phase->row >= 0 && version && !phase->by_version)
        explain_cell(explainer, version, phase->row);
    if (phase->by_version)
        pdoc__step_format(explainer, 2, NULL, "version %u came into force", (unsigned)phase->by_version->ordinal);
    if (phase->expired_by)
        pdoc__step_format(explainer, 2, &phase->expired_by->rule, "its last day in force has passed");
    if (phase->no_effective_day && phase->phase == PDOC_PHASE_IN_FORCE)
        pdoc__step_format(explainer, 2, NULL, "no effective day is recorded: it counts as in force from then on");
    if (phase->unknown_event)
        pdoc__step_format(explainer, 2, NULL, "its history holds an event of a kind that this release does not know");
    else if (phase->phase == PDOC_PHASE_UNDETERMINED && !phase->event)
        pdoc__step_format(explainer, 2, NULL, "neither an event nor the front sheet says where it stands");
}

static void explain_version(struct pdoc__explainer *explainer, const struct pdoc_version *version)
{
    struct pdoc__judge *judge = explainer->judge;
    struct pdoc__phase phase = version == judge->version ? judge->phase : pdoc__phase_of(judge, version);
    if (version && version->label)
        pdoc__buffer_format(&explainer->line, "%s: ", version->label);
    else if (version)
        pdoc__buffer_format(&explainer->line, "version %u: ", (unsigned)version->ordinal);
    pdoc__write_label(&explainer->line, PDOC_TABLE_PHASE, phase.phase);
    if (phase.since != PDOC__NO_DAY) {
        pdoc__buffer_text(&explainer->line, " since ");
        pdoc__write_day(&explainer->line, phase.since);
    }
    if (phase.printed)
        pdoc__buffer_text(&explainer->line, ", as printed, no decision recorded");
    pdoc__step(explainer, 1, NULL);
    explain_why(explainer, version, &phase);
}

void pdoc__explain_phase(struct pdoc__explainer *explainer)
{
    const struct pdoc__judge *judge = explainer->judge;
    const pdoc_document *doc = judge->doc;
    pdoc__step_format(explainer, 0, NULL, "Phase");
    explain_version(explainer, judge->version);
    for (size_t i = 0; i < doc->version_count; i++)
        if (doc->versions[i] != judge->version)
            explain_version(explainer, doc->versions[i]);
}
