/* SPDX-License-Identifier: MIT */
/* The elements and attributes of references, escalation tracks and cues, as tables: one row here adds one. */
#include "xml/profile_forms.h"

static const char *const recorders[] = {"none", "participants", NULL};
static const char *const places[] = {"anywhere", "title", "text", "self", "title-end", "title-about", "denial", NULL};

const struct pdoc__member pdoc__reference_members[] = {
    LOOK_UP("kind", PDOC__FORM_TABLE_CODE, struct pdoc__reference, kind, PDOC_TABLE_REFERENCE_KIND),
    ATTRIBUTE("edition", PDOC__FORM_TEXT, struct pdoc__reference, edition),
    ATTRIBUTE("issuer", PDOC__FORM_TEXT, struct pdoc__reference, issuer),
    ATTRIBUTE("uri", PDOC__FORM_TEXT, struct pdoc__reference, uri),
    ATTRIBUTE("work", PDOC__FORM_TEXT, struct pdoc__reference, work),
    ATTRIBUTE("replaced-by", PDOC__FORM_TEXT, struct pdoc__reference, replaced_by),
    ATTRIBUTE("clauses", PDOC__FORM_WORDS, struct pdoc__reference, clauses),
    ELEMENT("alias", PDOC__FORM_TEXTS, struct pdoc__reference, aliases),
    END,
};

const struct pdoc__member pdoc__track_members[] = {
    ATTRIBUTE("sources", PDOC__FORM_WORDS, struct pdoc__track, sources),
    ATTRIBUTE("exits", PDOC__FORM_WORDS, struct pdoc__track, exits),
    ATTRIBUTE("excluded", PDOC__FORM_WORDS, struct pdoc__track, excluded),
    ATTRIBUTE("conditions", PDOC__FORM_WORDS, struct pdoc__track, conditions),
    ATTRIBUTE("required", PDOC__FORM_WORDS, struct pdoc__track, required),
    ATTRIBUTE("facts", PDOC__FORM_WORDS, struct pdoc__track, facts),
    ATTRIBUTE("outcomes", PDOC__FORM_WORDS, struct pdoc__track, outcomes),
    ATTRIBUTE("learning", PDOC__FORM_WORDS, struct pdoc__track, learning),
    ATTRIBUTE("actions", PDOC__FORM_WORDS, struct pdoc__track, actions),
    ATTRIBUTE("organisations", PDOC__FORM_WORDS, struct pdoc__track, organisations),
    ATTRIBUTE("arbiter", PDOC__FORM_PARTIES, struct pdoc__track, arbiter),
    ATTRIBUTE("leads-to", PDOC__FORM_TEXT, struct pdoc__track, leads_to),
    ELEMENT("note", PDOC__FORM_TEXT, struct pdoc__track, note),
    END,
};

const struct pdoc__member pdoc__stage_members[] = {
    ATTRIBUTE("track", PDOC__FORM_TEXT, struct pdoc__stage, track),
    LOOK_UP("kind", PDOC__FORM_TABLE_CODE, struct pdoc__stage, kind, PDOC_TABLE_STAGE_KIND),
    ATTRIBUTE("ours", PDOC__FORM_PARTIES, struct pdoc__stage, ours),
    ATTRIBUTE("theirs", PDOC__FORM_PARTIES, struct pdoc__stage, theirs),
    ATTRIBUTE("each", PDOC__FORM_PARTIES, struct pdoc__stage, each),
    ATTRIBUTE("also", PDOC__FORM_PARTIES, struct pdoc__stage, also),
    ATTRIBUTE("advisers", PDOC__FORM_PARTIES, struct pdoc__stage, advisers),
    ATTRIBUTE("widened", PDOC__FORM_PARTIES, struct pdoc__stage, widened),
    ATTRIBUTE("widened-when", PDOC__FORM_WORDS, struct pdoc__stage, widened_when),
    ATTRIBUTE("skipped-when", PDOC__FORM_WORDS, struct pdoc__stage, skipped_when),
    ATTRIBUTE("methods", PDOC__FORM_WORDS, struct pdoc__stage, methods),
    ATTRIBUTE("outputs", PDOC__FORM_WORDS, struct pdoc__stage, outputs),
    ATTRIBUTE("required", PDOC__FORM_WORDS, struct pdoc__stage, required),
    ATTRIBUTE("urgent-when", PDOC__FORM_WORDS, struct pdoc__stage, urgent_when),
    ATTRIBUTE("notify", PDOC__FORM_PARTIES, struct pdoc__stage, notify),
    ATTRIBUTE("limit-from", PDOC__FORM_WORDS, struct pdoc__stage, limit_from),
    ATTRIBUTE("limit", PDOC__FORM_OFFSET, struct pdoc__stage, limit),
    ATTRIBUTE("or-limit", PDOC__FORM_OFFSET, struct pdoc__stage, or_limit),
    ATTRIBUTE("acknowledge", PDOC__FORM_OFFSET, struct pdoc__stage, acknowledge),
    ATTRIBUTE("notify-within", PDOC__FORM_OFFSET, struct pdoc__stage, notify_within),
    ATTRIBUTE("reach-within", PDOC__FORM_OFFSET, struct pdoc__stage, reach_within),
    ATTRIBUTE("urgent-limit", PDOC__FORM_OFFSET, struct pdoc__stage, urgent_limit),
    ATTRIBUTE("satisfies", PDOC__FORM_TEXT, struct pdoc__stage, satisfies),
    CHOOSE("records", PDOC__FORM_NUMBERED, struct pdoc__stage, records, recorders),
    LOOK_UP("record-modality", PDOC__FORM_TABLE_NUMBER, struct pdoc__stage, record_modality, PDOC_TABLE_MODALITY),
    LOOK_UP("party-modality", PDOC__FORM_TABLE_NUMBER, struct pdoc__stage, party_modality, PDOC_TABLE_MODALITY),
    LOOK_UP("advice-modality", PDOC__FORM_TABLE_NUMBER, struct pdoc__stage, advice_modality, PDOC_TABLE_MODALITY),
    LOOK_UP("output-modality", PDOC__FORM_TABLE_NUMBER, struct pdoc__stage, output_modality, PDOC_TABLE_MODALITY),
    CHOOSE("as-agreed", PDOC__FORM_FLAG, struct pdoc__stage, as_agreed, pdoc__no_yes),
    CHOOSE("fact-and-opinion", PDOC__FORM_FLAG, struct pdoc__stage, fact_and_opinion, pdoc__no_yes),
    CHOOSE("outcome", PDOC__FORM_FLAG, struct pdoc__stage, needs_outcome, pdoc__no_yes),
    CHOOSE("exceptional", PDOC__FORM_FLAG, struct pdoc__stage, is_exceptional, pdoc__no_yes),
    CHOOSE("optional", PDOC__FORM_FLAG, struct pdoc__stage, is_optional, pdoc__no_yes),
    CHOOSE("any-time", PDOC__FORM_FLAG, struct pdoc__stage, is_any_time, pdoc__no_yes),
    END,
};

const struct pdoc__member pdoc__cue_members[] = {
    ATTRIBUTE("types", PDOC__FORM_WORDS, struct pdoc__cue, types),
    ELEMENT("phrase", PDOC__FORM_TEXTS, struct pdoc__cue, phrases),
    ELEMENT("question", PDOC__FORM_TEXT, struct pdoc__cue, question),
    ATTRIBUTE("weight", PDOC__FORM_SIGNED, struct pdoc__cue, weight),
    CHOOSE("where", PDOC__FORM_NUMBERED, struct pdoc__cue, where, places),
    END,
};
