/* SPDX-License-Identifier: MIT */
/* The elements and attributes of a profile, as tables: one row here adds one. Holds no code that reads. */
#include "xml/profile_forms.h"

static const char *const alone[] = {"mandatory", "advisory", "flexible", "mixed", NULL};
static const char *const bindings[] = {"mandatory", "advisory", "flexible", "mixed", "by-container", NULL};
static const char *const latest_earliest[] = {"latest", "earliest", NULL};
static const char *const roundings[] = {"none", "end-of-month", NULL};
static const char *const section_bindings[] = {"mandatory", "advisory", "flexible", "mixed", NULL};
static const char *const picks[] = {"last", "first", "each", "count", "any", NULL};
static const char *const versions[] = {"judged", "all", NULL};
static const char *const ends[] = {"own", "both", NULL};
static const char *const rolls[] = {"none", "preceding", "following", "modified-following", "modified-preceding", NULL};
static const char *const route_times[] = {"lead", "reply", "period", NULL};
static const char *const subjects[] = {"document", "version", "register", NULL};

const struct pdoc__member pdoc__rule_members[] = {
    ATTRIBUTE("id", PDOC__FORM_TEXT, struct pdoc__rule, id),
    ATTRIBUTE("clause", PDOC__FORM_TEXT, struct pdoc__rule, clause),
    ATTRIBUTE("from", PDOC__FORM_DATE, struct pdoc__rule, from),
    ATTRIBUTE("to", PDOC__FORM_DATE, struct pdoc__rule, to),
    LOOK_UP("modality", PDOC__FORM_TABLE_NUMBER, struct pdoc__rule, modality, PDOC_TABLE_MODALITY),
    CHOOSE("inferred", PDOC__FORM_FLAG, struct pdoc__rule, inferred, pdoc__no_yes),
    LATER("withdrawn"),
    END,
};

const struct pdoc__member pdoc__profile_members[] = {
    ATTRIBUTE("id", PDOC__FORM_TEXT, struct pdoc_profile, id),
    ATTRIBUTE("extends", PDOC__FORM_TEXT, struct pdoc_profile, extends),
    ATTRIBUTE("act", PDOC__FORM_TEXT, struct pdoc_profile, act),
    ATTRIBUTE("review-by", PDOC__FORM_TEXT, struct pdoc_profile, review_by),
    ATTRIBUTE("body-field", PDOC__FORM_TEXT, struct pdoc_profile, body_field),
    ATTRIBUTE("due-soon", PDOC__FORM_OFFSET, struct pdoc_profile, due_soon),
    ELEMENT("title", PDOC__FORM_TEXT, struct pdoc_profile, title),
    ELEMENT("source", PDOC__FORM_TEXT, struct pdoc_profile, source_title),
    LATER("schema-version"),
    LATER("must-understand"),
    END,
};

static const struct pdoc__member type_members[] = {
    LOOK_UP("base", PDOC__FORM_TABLE_CODE, struct pdoc__type, base, PDOC_TABLE_BASE_TYPE),
    ATTRIBUTE("kind-of", PDOC__FORM_TEXT, struct pdoc__type, kind_of),
    CHOOSE("binding", PDOC__FORM_CHOICE, struct pdoc__type, binding, bindings),
    CHOOSE("alone", PDOC__FORM_CHOICE, struct pdoc__type, alone, alone),
    ATTRIBUTE("orientation", PDOC__FORM_TEXT, struct pdoc__type, orientation),
    ATTRIBUTE("answers", PDOC__FORM_TEXT, struct pdoc__type, answers),
    ATTRIBUTE("parents", PDOC__FORM_WORDS, struct pdoc__type, parents),
    ELEMENT("definition", PDOC__FORM_TEXT, struct pdoc__type, definition),
    ELEMENT("note", PDOC__FORM_TEXT, struct pdoc__type, note),
    ELEMENT("alias", PDOC__FORM_TEXTS, struct pdoc__type, aliases),
    ELEMENT("example", PDOC__FORM_TEXTS, struct pdoc__type, examples),
    END,
};

static const struct pdoc__member party_members[] = {
    ATTRIBUTE("kind", PDOC__FORM_TEXT, struct pdoc__profile_party, kind),
    ATTRIBUTE("part-of", PDOC__FORM_TEXT, struct pdoc__profile_party, part_of),
    ATTRIBUTE("members", PDOC__FORM_WORDS, struct pdoc__profile_party, members),
    ELEMENT("note", PDOC__FORM_TEXT, struct pdoc__profile_party, note),
    ELEMENT("alias", PDOC__FORM_TEXTS, struct pdoc__profile_party, aliases),
    END,
};

static const struct pdoc__member field_members[] = {
    LOOK_UP("type", PDOC__FORM_TABLE_NUMBER, struct pdoc__profile_field, type, PDOC_TABLE_FIELD_TYPE),
    ATTRIBUTE("block", PDOC__FORM_BYTE, struct pdoc__profile_field, block),
    CHOOSE("required", PDOC__FORM_FLAG, struct pdoc__profile_field, required, pdoc__no_yes),
    CHOOSE("blank", PDOC__FORM_FLAG, struct pdoc__profile_field, blank_allowed, pdoc__no_yes),
    CHOOSE("na", PDOC__FORM_FLAG, struct pdoc__profile_field, na_allowed, pdoc__no_yes),
    ATTRIBUTE("gate", PDOC__FORM_WORDS, struct pdoc__profile_field, gates),
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__profile_field, when),
    END,
};

static const struct pdoc__member section_members[] = {
    CHOOSE("required", PDOC__FORM_FLAG, struct pdoc__profile_section, required, pdoc__no_yes),
    CHOOSE("binding", PDOC__FORM_CHOICE, struct pdoc__profile_section, binding, section_bindings),
    ATTRIBUTE("gate", PDOC__FORM_WORDS, struct pdoc__profile_section, gates),
    ELEMENT("prompt", PDOC__FORM_TEXTS, struct pdoc__profile_section, prompts),
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__profile_section, when),
    END,
};

static const struct pdoc__member set_members[] = {
    ATTRIBUTE("items", PDOC__FORM_WORDS, struct pdoc__set, items),
    ELEMENT("item", PDOC__FORM_TEXTS, struct pdoc__set, items),
    END,
};

static const struct pdoc__member fact_members[] = {
    LATER("event"),
    ATTRIBUTE("give", PDOC__FORM_TEXT, struct pdoc__fact, gives),
    ATTRIBUTE("relation", PDOC__FORM_TEXT, struct pdoc__fact, relation),
    ATTRIBUTE("facts", PDOC__FORM_WORDS, struct pdoc__fact, facts),
    ATTRIBUTE("meetings", PDOC__FORM_TEXT, struct pdoc__fact, meetings),
    ATTRIBUTE("via", PDOC__FORM_TEXT, struct pdoc__fact, via),
    CHOOSE("ends", PDOC__FORM_FLAG, struct pdoc__fact, both_ends, ends),
    ATTRIBUTE("at", PDOC__FORM_TEXT, struct pdoc__fact, at),
    CHOOSE("pick", PDOC__FORM_NUMBERED, struct pdoc__fact, pick, picks),
    CHOOSE("versions", PDOC__FORM_FLAG, struct pdoc__fact, whole_document, versions),
    ATTRIBUTE("fallback", PDOC__FORM_WORDS, struct pdoc__fact, fallback),
    ELEMENT("where", PDOC__FORM_PREDICATE, struct pdoc__fact, where),
    END,
};

static const struct pdoc__member due_members[] = {
    LATER("anchors"),
    LOOK_UP("kind", PDOC__FORM_TABLE_CODE, struct pdoc__due_rule, kind, PDOC_TABLE_SCHEDULE_KIND),
    CHOOSE("pick", PDOC__FORM_FLAG, struct pdoc__due_rule, earliest, latest_earliest),
    CHOOSE("nothing", PDOC__FORM_FLAG, struct pdoc__due_rule, nothing, pdoc__no_yes),
    CHOOSE("rounding", PDOC__FORM_FLAG, struct pdoc__due_rule, end_of_month, roundings),
    CHOOSE("roll", PDOC__FORM_NUMBERED, struct pdoc__due_rule, roll, rolls),
    ATTRIBUTE("offset", PDOC__FORM_OFFSET, struct pdoc__due_rule, offset),
    ATTRIBUTE("cap", PDOC__FORM_OFFSET, struct pdoc__due_rule, cap),
    ATTRIBUTE("printed", PDOC__FORM_TEXT, struct pdoc__due_rule, printed),
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__due_rule, when),
    END,
};

static const struct pdoc__member requirement_members[] = {
    CHOOSE("of", PDOC__FORM_CHOICE, struct pdoc__requirement, of, subjects),
    ATTRIBUTE("past-act", PDOC__FORM_TEXT, struct pdoc__requirement, past_act),
    ATTRIBUTE("gate", PDOC__FORM_WORDS, struct pdoc__requirement, gates),
    LATER_ELEMENT("by"),
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__requirement, when),
    ELEMENT("must", PDOC__FORM_PREDICATE, struct pdoc__requirement, must),
    ELEMENT("waived", PDOC__FORM_PREDICATE, struct pdoc__requirement, waived),
    ELEMENT("message", PDOC__FORM_TEXT, struct pdoc__requirement, message),
    ELEMENT("remedy", PDOC__FORM_TEXT, struct pdoc__requirement, remedy),
    END,
};

static const struct pdoc__member step_members[] = {
    LOOK_UP("kind", PDOC__FORM_TABLE_CODE, struct pdoc__plan_step, kind, PDOC_TABLE_STEP_KIND),
    ATTRIBUTE("anchor", PDOC__FORM_WORDS, struct pdoc__plan_step, anchors),
    ATTRIBUTE("after", PDOC__FORM_TEXT, struct pdoc__plan_step, after),
    ATTRIBUTE("offset", PDOC__FORM_OFFSET, struct pdoc__plan_step, offset),
    CHOOSE("route-time", PDOC__FORM_CHOICE, struct pdoc__plan_step, route_time, route_times),
    ATTRIBUTE("needs", PDOC__FORM_OFFSET, struct pdoc__plan_step, needs),
    CHOOSE("roll", PDOC__FORM_NUMBERED, struct pdoc__plan_step, roll, rolls), /* numbered as pdoc_roll is */
    LATER("body"),
    LATER("who"),
    LATER("done"),
    LATER("begun"),
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__plan_step, when),
    END,
};

static const struct pdoc__member reminder_members[] = {
    ATTRIBUTE("offset", PDOC__FORM_OFFSET, struct pdoc__reminder, offset),
    LATER("recipient"), /* "to" is the last day of an edition */
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__reminder, when),
    END,
};

const struct pdoc__row_form pdoc__row_forms[PDOC__PROFILE_TABLES] = {
    [PDOC_PROFILE_TYPES] = TABLE("types", "type", "label", struct pdoc__type, types, type_members),
    [PDOC_PROFILE_PARTIES] = TABLE("parties", "party", "name", struct pdoc__profile_party, parties, party_members),
    [PDOC_PROFILE_FIELDS] = TABLE("fields", "field", "label", struct pdoc__profile_field, fields, field_members),
    [PDOC_PROFILE_SECTIONS] =
        TABLE("sections", "section", "title", struct pdoc__profile_section, sections, section_members),
    [PDOC_PROFILE_SETS] = TABLE("sets", "set", "label", struct pdoc__set, sets, set_members),
    [PDOC_PROFILE_FACTS] = TABLE("facts", "fact", "label", struct pdoc__fact, facts, fact_members),
    [PDOC_PROFILE_SCHEDULE] = TABLE("schedule", "due", "label", struct pdoc__due_rule, schedule, due_members),
    [PDOC_PROFILE_REQUIREMENTS] =
        TABLE("requirements", "requirement", "label", struct pdoc__requirement, requirements, requirement_members),
    [PDOC_PROFILE_PLAN] = TABLE("plan", "step", "label", struct pdoc__plan_step, plan, step_members),
    [PDOC_PROFILE_REMINDERS] =
        TABLE("reminders", "reminder", "label", struct pdoc__reminder, reminders, reminder_members),
    [PDOC_PROFILE_ROUTES] = TABLE("routes", "route", "label", struct pdoc__route, routes, pdoc__route_members),
    [PDOC_PROFILE_ROUTE_DUTIES] =
        TABLE("routes", "duty", "label", struct pdoc__route_duty, route_duties, pdoc__route_duty_members),
    [PDOC_PROFILE_STATES] = TABLE("flow", "state", "label", struct pdoc__state, states, pdoc__state_members),
    [PDOC_PROFILE_TRANSITIONS] =
        TABLE("flow", "transition", "label", struct pdoc__transition, transitions, pdoc__transition_members),
    [PDOC_PROFILE_AMENDMENTS] =
        TABLE("flow", "amendment", "label", struct pdoc__amendment, amendments, pdoc__amendment_members),
    [PDOC_PROFILE_SCHEMES] = TABLE("flow", "scheme", "label", struct pdoc__scheme, schemes, pdoc__scheme_members),
    [PDOC_PROFILE_EXTENSIONS] =
        TABLE("flow", "extension", "label", struct pdoc__extension_rule, extensions, pdoc__extension_members),
    [PDOC_PROFILE_FREEZES] = TABLE("flow", "freeze", "label", struct pdoc__freeze, freezes, pdoc__freeze_members),
    [PDOC_PROFILE_QUESTIONS] =
        TABLE("checklists", "question", "label", struct pdoc__question, questions, pdoc__question_members),
    [PDOC_PROFILE_REFERENCES] =
        TABLE("references", "reference", "label", struct pdoc__reference, references_known, pdoc__reference_members),
    [PDOC_PROFILE_TRACKS] = TABLE("tracks", "track", "label", struct pdoc__track, tracks, pdoc__track_members),
    [PDOC_PROFILE_STAGES] = TABLE("tracks", "stage", "label", struct pdoc__stage, stages, pdoc__stage_members),
    [PDOC_PROFILE_CUES] = TABLE("cues", "cue", "label", struct pdoc__cue, cues, pdoc__cue_members),
    [PDOC_PROFILE_STATEMENTS] =
        TABLE("sections", "statement", "label", struct pdoc__statement, statements, pdoc__statement_members),
};
