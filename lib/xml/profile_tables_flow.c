/* SPDX-License-Identifier: MIT */
/* The elements and attributes of routes, flow and checklists, as tables: one row here adds one. */
#include "xml/profile_forms.h"

static const char *const any_each[] = {"any", "each", NULL};
static const char *const each_any[] = {"each", "any", NULL};
static const char *const silences[] = {"no-response", "agreement", NULL};
static const char *const clocks[] = {"runs", "restarts", NULL};
static const char *const steps[] = {"major", "minor", "revision", "none", NULL};
static const char *const numbering[] = {"any-time", "sign-off", NULL};

const struct pdoc__member pdoc__route_members[] = {
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__route, when),
    END,
};

const struct pdoc__member pdoc__route_duty_members[] = {
    LOOK_UP("kind", PDOC__FORM_TABLE_CODE, struct pdoc__route_duty, kind, PDOC_TABLE_ROUTE_DUTY),
    ATTRIBUTE("routes", PDOC__FORM_WORDS, struct pdoc__route_duty, routes),
    ATTRIBUTE("parties", PDOC__FORM_PARTIES, struct pdoc__route_duty, parties),
    ATTRIBUTE("apart", PDOC__FORM_PARTIES, struct pdoc__route_duty, apart),
    ATTRIBUTE("reported-to", PDOC__FORM_PARTIES, struct pdoc__route_duty, to),
    ATTRIBUTE("area", PDOC__FORM_TEXT, struct pdoc__route_duty, area),
    ATTRIBUTE("lead", PDOC__FORM_OFFSET, struct pdoc__route_duty, lead),
    ATTRIBUTE("reply", PDOC__FORM_OFFSET, struct pdoc__route_duty, reply),
    ATTRIBUTE("period", PDOC__FORM_OFFSET, struct pdoc__route_duty, period),
    ATTRIBUTE("within", PDOC__FORM_OFFSET, struct pdoc__route_duty, within),
    ATTRIBUTE("gate", PDOC__FORM_WORDS, struct pdoc__route_duty, gates),
    ATTRIBUTE("quorum", PDOC__FORM_BYTE, struct pdoc__route_duty, quorum),
    CHOOSE("decide", PDOC__FORM_FLAG, struct pdoc__route_duty, each, any_each),
    CHOOSE("consulted", PDOC__FORM_FLAG, struct pdoc__route_duty, any_is_enough, each_any),
    CHOOSE("silence", PDOC__FORM_FLAG, struct pdoc__route_duty, silence_agrees, silences),
    CHOOSE("delegable", PDOC__FORM_FLAG, struct pdoc__route_duty, may_delegate, pdoc__no_yes),
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__route_duty, when),
    END,
};

const struct pdoc__member pdoc__state_members[] = {
    LOOK_UP("phase", PDOC__FORM_TABLE_NUMBER, struct pdoc__state, phase, PDOC_TABLE_PHASE),
    END,
};

const struct pdoc__member pdoc__transition_members[] = {
    ATTRIBUTE("from-states", PDOC__FORM_WORDS, struct pdoc__transition, from),
    ATTRIBUTE("to-state", PDOC__FORM_TEXT, struct pdoc__transition, to),
    ATTRIBUTE("event", PDOC__FORM_TEXT, struct pdoc__transition, event),
    LOOK_UP("purpose", PDOC__FORM_TABLE_CODE, struct pdoc__transition, purpose, PDOC_TABLE_PURPOSE),
    ATTRIBUTE("by", PDOC__FORM_PARTIES, struct pdoc__transition, by),
    ATTRIBUTE("item", PDOC__FORM_TEXT, struct pdoc__transition, item),
    ATTRIBUTE("outcomes", PDOC__FORM_WORDS, struct pdoc__transition, outcomes),
    CHOOSE("delegable", PDOC__FORM_FLAG, struct pdoc__transition, may_delegate, pdoc__no_yes),
    ATTRIBUTE("within", PDOC__FORM_OFFSET, struct pdoc__transition, within),
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__transition, when),
    ELEMENT("must", PDOC__FORM_PREDICATE, struct pdoc__transition, must),
    ELEMENT("message", PDOC__FORM_TEXT, struct pdoc__transition, message),
    ELEMENT("remedy", PDOC__FORM_TEXT, struct pdoc__transition, remedy),
    END,
};

const struct pdoc__member pdoc__amendment_members[] = {
    ELEMENT("alias", PDOC__FORM_TEXTS, struct pdoc__amendment, aliases),
    ELEMENT("definition", PDOC__FORM_TEXT, struct pdoc__amendment, definition),
    CHOOSE("step", PDOC__FORM_CHOICE, struct pdoc__amendment, step, steps),
    ATTRIBUTE("route", PDOC__FORM_TEXT, struct pdoc__amendment, route),
    ATTRIBUTE("reasons", PDOC__FORM_WORDS, struct pdoc__amendment, reasons),
    ATTRIBUTE("by", PDOC__FORM_PARTIES, struct pdoc__amendment, by),
    CHOOSE("clock", PDOC__FORM_FLAG, struct pdoc__amendment, restarts_clock, clocks),
    CHOOSE("consultation", PDOC__FORM_FLAG, struct pdoc__amendment, needs_consultation, pdoc__no_yes),
    END,
};

const struct pdoc__member pdoc__scheme_members[] = {
    LOOK_UP("form", PDOC__FORM_TABLE_CODE, struct pdoc__scheme, form, PDOC_TABLE_SCHEME),
    ATTRIBUTE("pattern", PDOC__FORM_TEXT, struct pdoc__scheme, pattern),
    CHOOSE("numbered", PDOC__FORM_FLAG, struct pdoc__scheme, at_sign_off, numbering),
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__scheme, when),
    END,
};

const struct pdoc__member pdoc__extension_members[] = {
    ATTRIBUTE("by", PDOC__FORM_PARTIES, struct pdoc__extension_rule, by),
    ATTRIBUTE("reasons", PDOC__FORM_WORDS, struct pdoc__extension_rule, reasons),
    ATTRIBUTE("most-each", PDOC__FORM_OFFSET, struct pdoc__extension_rule, most_each),
    ATTRIBUTE("most-total", PDOC__FORM_OFFSET, struct pdoc__extension_rule, most_total),
    ATTRIBUTE("most-count", PDOC__FORM_BYTE, struct pdoc__extension_rule, most_count),
    CHOOSE("forbidden", PDOC__FORM_FLAG, struct pdoc__extension_rule, is_forbidden, pdoc__no_yes),
    CHOOSE("moves-date", PDOC__FORM_FLAG, struct pdoc__extension_rule, moves_date, pdoc__no_yes),
    CHOOSE("reason", PDOC__FORM_FLAG, struct pdoc__extension_rule, needs_reason, pdoc__no_yes),
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__extension_rule, when),
    END,
};

const struct pdoc__member pdoc__freeze_members[] = {
    ATTRIBUTE("fields", PDOC__FORM_WORDS, struct pdoc__freeze, fields),
    ATTRIBUTE("allowed", PDOC__FORM_WORDS, struct pdoc__freeze, allowed),
    CHOOSE("hash", PDOC__FORM_FLAG, struct pdoc__freeze, needs_hash, pdoc__no_yes),
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__freeze, when),
    END,
};

const struct pdoc__member pdoc__statement_members[] = {
    ATTRIBUTE("sections", PDOC__FORM_WORDS, struct pdoc__statement, sections),
    ATTRIBUTE("gate", PDOC__FORM_WORDS, struct pdoc__statement, gates),
    CHOOSE("forbidden", PDOC__FORM_FLAG, struct pdoc__statement, is_forbidden, pdoc__no_yes),
    ELEMENT("says", PDOC__FORM_TEXTS, struct pdoc__statement, patterns),
    ELEMENT("remedy", PDOC__FORM_TEXT, struct pdoc__statement, remedy),
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__statement, when),
    END,
};

const struct pdoc__member pdoc__question_members[] = {
    ATTRIBUTE("list", PDOC__FORM_TEXT, struct pdoc__question, list),
    ATTRIBUTE("item", PDOC__FORM_TEXT, struct pdoc__question, item),
    ATTRIBUTE("by", PDOC__FORM_PARTIES, struct pdoc__question, by),
    ATTRIBUTE("answers", PDOC__FORM_WORDS, struct pdoc__question, answers),
    ATTRIBUTE("expected", PDOC__FORM_WORDS, struct pdoc__question, expected),
    ATTRIBUTE("gate", PDOC__FORM_WORDS, struct pdoc__question, gates),
    ELEMENT("remedy", PDOC__FORM_TEXT, struct pdoc__question, remedy),
    ELEMENT("when", PDOC__FORM_PREDICATE, struct pdoc__question, when),
    END,
};
