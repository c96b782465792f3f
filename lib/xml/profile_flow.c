/* SPDX-License-Identifier: MIT */
/* What routes, transitions, amendments, references and tracks name: one another, states, events, purposes, types. */
#include <string.h>

#include "base/text.h"
#include "governance/classifying/phrases.h"
#include "xml/profile_reading.h"

/* Row of a table by its id, or -1. */
static int find_row(const struct pdoc__reading *reading, pdoc_profile_table table, const char *id)
{
    for (size_t i = 0; id && i < reading->profile->counts[table]; i++) {
        const struct pdoc__rule *rule = pdoc__reading_row(reading->profile, table, i);
        if (strcmp(rule->id, id) == 0)
            return (int)i;
    }
    return -1;
}

/* The row that holds a name, for its errors. */
struct naming {
    struct pdoc__reading *reading;
    pdoc_profile_table table;
    size_t row;
};

static const struct pdoc__rule *rule_of(const struct naming *naming)
{
    return pdoc__reading_row(naming->reading->profile, naming->table, naming->row);
}

static const struct pdoc__element *node_of(const struct naming *naming)
{
    return naming->reading->sources[naming->table][naming->row].node;
}

static int need_row(const struct naming *naming, const char *attribute, pdoc_profile_table table, const char *id)
{
    const int row = find_row(naming->reading, table, id);
    if (id && row < 0)
        pdoc__reading_fail(naming->reading, node_of(naming),
                           "'%.60s' names '%.60s' as its %s, and there is no such row", rule_of(naming)->id, id,
                           attribute);
    return row;
}

static void need_rows(const struct naming *naming, const char *attribute, pdoc_profile_table table,
                      const struct pdoc__texts *ids)
{
    for (size_t i = 0; i < ids->count; i++)
        need_row(naming, attribute, table, ids->items[i]);
}

static int need_word(const struct naming *naming, const char *attribute, pdoc_table table, const char *word)
{
    const int row = word ? pdoc_table_find(table, word) : -1;
    if (word && row < 0)
        pdoc__reading_fail(naming->reading, node_of(naming), "%s is '%.60s'; the nearest word is '%s'", attribute, word,
                           pdoc__nearest_word(table, word));
    return row;
}

static void need_words(const struct naming *naming, const char *attribute, pdoc_table table,
                       const struct pdoc__texts *words)
{
    for (size_t i = 0; i < words->count; i++)
        need_word(naming, attribute, table, words->items[i]);
}

static void need_attribute(const struct naming *naming, const char *attribute, const char *example, bool is_there)
{
    if (!is_there)
        pdoc__reading_fail(naming->reading, node_of(naming), "'%.60s' needs %s, such as %s", rule_of(naming)->id,
                           attribute, example);
}

/* ---- one row of each table -------------------------------------------------------------------------------- */

static bool resolve_field(const struct naming *naming)
{
    need_words(naming, "gate", PDOC_TABLE_PURPOSE, &naming->reading->profile->fields[naming->row].gates);
    return true;
}

static bool resolve_section(const struct naming *naming)
{
    need_words(naming, "gate", PDOC_TABLE_PURPOSE, &naming->reading->profile->sections[naming->row].gates);
    return true;
}

static bool resolve_requirement(const struct naming *naming)
{
    need_words(naming, "gate", PDOC_TABLE_PURPOSE, &naming->reading->profile->requirements[naming->row].gates);
    return true;
}

static bool resolve_question(const struct naming *naming)
{
    need_words(naming, "gate", PDOC_TABLE_PURPOSE, &naming->reading->profile->questions[naming->row].gates);
    return true;
}

static bool resolve_statement(const struct naming *naming)
{
    const struct pdoc__statement *statement = &naming->reading->profile->statements[naming->row];
    need_words(naming, "gate", PDOC_TABLE_PURPOSE, &statement->gates);
    need_rows(naming, "section", PDOC_PROFILE_SECTIONS, &statement->sections);
    need_attribute(naming, "a pattern", "<says>*guidance only*</says>", statement->patterns.count > 0);
    return true;
}

static bool resolve_duty(const struct naming *naming)
{
    struct pdoc__route_duty *duty = &naming->reading->profile->route_duties[naming->row];
    need_attribute(naming, "a kind", "sign-off", duty->kind != NULL);
    need_attribute(naming, "parties", "executive", duty->parties.names.count > 0);
    need_rows(naming, "route", PDOC_PROFILE_ROUTES, &duty->routes);
    need_words(naming, "gate", PDOC_TABLE_PURPOSE, &duty->gates);
    duty->area_operand = (struct pdoc__operand){0};
    if (duty->area && !pdoc__operand_resolve(naming->reading->profile, duty->area, -1, &duty->area_operand))
        pdoc__reading_fail(naming->reading, node_of(naming), "the area of '%.60s' is '%.60s', which is not an operand",
                           duty->rule.id, duty->area);
    return true;
}

static bool resolve_state(const struct naming *naming)
{
    const bool has_phase = naming->reading->profile->states[naming->row].phase != PDOC_PHASE_UNDETERMINED;
    need_attribute(naming, "a phase", "draft", has_phase);
    return true;
}

static bool resolve_transition(const struct naming *naming)
{
    struct pdoc__transition *transition = &naming->reading->profile->transitions[naming->row];
    need_attribute(naming, "an event", "decided", transition->event != NULL);
    transition->event_kind = (int16_t)need_word(naming, "event", PDOC_TABLE_EVENT_KIND, transition->event);
    transition->to_state = (int16_t)need_row(naming, "to-state", PDOC_PROFILE_STATES, transition->to);
    transition->from_states =
        pdoc__reading_alloc(naming->reading, transition->from.count, sizeof *transition->from_states);
    for (size_t i = 0; transition->from_states && i < transition->from.count; i++)
        transition->from_states[i] =
            (int16_t)need_row(naming, "from-states", PDOC_PROFILE_STATES, transition->from.items[i]);
    return transition->from_states != NULL;
}

static bool resolve_amendment(const struct naming *naming)
{
    need_row(naming, "route", PDOC_PROFILE_ROUTES, naming->reading->profile->amendments[naming->row].route);
    return true;
}

static bool resolve_scheme(const struct naming *naming)
{
    const struct pdoc__scheme *scheme = &naming->reading->profile->schemes[naming->row];
    need_attribute(naming, "a form or a pattern", "v-number", scheme->form || scheme->pattern);
    return true;
}

static bool resolve_reference(const struct naming *naming)
{
    need_row(naming, "replaced-by", PDOC_PROFILE_REFERENCES,
             naming->reading->profile->references_known[naming->row].replaced_by);
    return true;
}

static bool resolve_track(const struct naming *naming)
{
    need_row(naming, "leads-to", PDOC_PROFILE_TRACKS, naming->reading->profile->tracks[naming->row].leads_to);
    return true;
}

static bool resolve_stage(const struct naming *naming)
{
    const struct pdoc__stage *stage = &naming->reading->profile->stages[naming->row];
    need_attribute(naming, "a track", "practice-resolution", stage->track != NULL);
    need_attribute(naming, "a kind", "stage", stage->kind != NULL);
    need_row(naming, "track", PDOC_PROFILE_TRACKS, stage->track);
    return true;
}

/* "base:policy" stands for all types of that base class. */
static bool resolve_cue(const struct naming *naming)
{
    static const char base[] = "base:";
    const struct pdoc__cue *cue = &naming->reading->profile->cues[naming->row];
    for (size_t i = 0; i < cue->types.count; i++) {
        const char *type = cue->types.items[i];
        if (strncmp(type, base, sizeof base - 1) == 0)
            need_word(naming, "types", PDOC_TABLE_BASE_TYPE, type + sizeof base - 1);
        else
            need_row(naming, "type", PDOC_PROFILE_TYPES, type);
    }
    need_attribute(naming, "a phrase or a question", "<phrase>this policy</phrase>",
                   cue->phrases.count > 0 || cue->question);
    bool is_usable = true;
    for (size_t i = 0; i < cue->phrases.count; i++)
        is_usable = is_usable && pdoc__phrase_length(cue->phrases.items[i]) > 0;
    need_attribute(naming, "phrases of 1 to 12 words that begin and end with a word", "<phrase>this * policy</phrase>",
                   is_usable);
    return true;
}

bool pdoc__flow_resolve(struct pdoc__reading *reading)
{
    static bool (*const resolve[PDOC__PROFILE_TABLES])(const struct naming *naming) = {
        [PDOC_PROFILE_FIELDS] = resolve_field,
        [PDOC_PROFILE_SECTIONS] = resolve_section,
        [PDOC_PROFILE_REQUIREMENTS] = resolve_requirement,
        [PDOC_PROFILE_ROUTE_DUTIES] = resolve_duty,
        [PDOC_PROFILE_STATES] = resolve_state,
        [PDOC_PROFILE_TRANSITIONS] = resolve_transition,
        [PDOC_PROFILE_AMENDMENTS] = resolve_amendment,
        [PDOC_PROFILE_SCHEMES] = resolve_scheme,
        [PDOC_PROFILE_QUESTIONS] = resolve_question,
        [PDOC_PROFILE_STATEMENTS] = resolve_statement,
        [PDOC_PROFILE_REFERENCES] = resolve_reference,
        [PDOC_PROFILE_TRACKS] = resolve_track,
        [PDOC_PROFILE_STAGES] = resolve_stage,
        [PDOC_PROFILE_CUES] = resolve_cue,
    };
    for (int table = 0; table < PDOC__PROFILE_TABLES; table++) {
        for (size_t i = 0; resolve[table] && i < reading->profile->counts[table]; i++) {
            const struct naming naming = {.reading = reading, .table = (pdoc_profile_table)table, .row = i};
            if (!resolve[table](&naming))
                return false;
        }
    }
    return true;
}
