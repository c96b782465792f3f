/* SPDX-License-Identifier: MIT */
/* Lint of rows by themselves: names, days, texts left unfinished. Knows nothing of predicates. */
#include <string.h>

#include "base/text.h"
#include "governance/judge.h"
#include "governance/lint/lint.h"

/* ---- placeholders ------------------------------------------------------------------------------------------ */

static bool is_letter_or_digit(char letter)
{
    char low = pdoc__lower(letter);
    return (low >= 'a' && low <= 'z') || pdoc__is_digit(letter) || (unsigned char)letter >= 0x80;
}

/* "TBC", "TODO" as words in capitals; "xx" and longer runs of x; "[insert ...". */
static bool is_placeholder(const char *word, size_t length)
{
    static const char *const words[] = {"TBC", "TBA", "TBD", "TODO", "FIXME"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (length == strlen(words[i]) && memcmp(word, words[i], length) == 0)
            return true;
    }
    size_t run = 0;
    while (run < length && pdoc__lower(word[run]) == 'x')
        run++;
    /* XX is also a Roman number; three of them, or small ones, are nothing else. */
    return run == length && length >= 2 && (length > 2 || word[0] == 'x');
}

static bool holds_placeholder(const char *text)
{
    for (const char *at = text; at && *at;) {
        size_t length = 0;
        while (is_letter_or_digit(at[length]) && at[length])
            length++;
        if (length > 0 && is_placeholder(at, length))
            return true;
        at += length ? length : 1;
    }
    return text && pdoc__text_contains(text, "[insert");
}

static void lint_text(struct pdoc__lint_run *run, const struct pdoc__rule *rule, const char *text)
{
    if (holds_placeholder(text))
        pdoc__lint_add(run, PDOC__LINT_PLACEHOLDER, rule, "'%.80s' holds a placeholder", text);
}

static void lint_texts(struct pdoc__lint_run *run, const struct pdoc__rule *rule, const struct pdoc__texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        lint_text(run, rule, texts->items[i]);
}

/* ---- rows -------------------------------------------------------------------------------------------------- */

static void lint_rule(struct pdoc__lint_run *run, const struct pdoc__rule *rule)
{
    lint_text(run, rule, rule->label);
    lint_text(run, rule, rule->clause);
    if (pdoc_date_is_before(rule->to, rule->from) == PDOC_TRUE)
        pdoc__lint_add(run, PDOC__LINT_EDITION_ENDS_FIRST, rule, "'%.80s' ends before it begins", rule->id);
}

static void need_type(struct pdoc__lint_run *run, const struct pdoc__rule *rule, const char *name, const char *how)
{
    if (name && *name && !pdoc__profile_type(run->profile, name))
        pdoc__lint_add(run, PDOC__LINT_UNKNOWN_TYPE, rule, "'%.80s' %s '%.80s', which is not a type of the profile",
                       rule->id, how, name);
}

static void lint_types(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_TYPES]; i++) {
        const struct pdoc__type *type = &run->profile->types[i];
        lint_text(run, &type->rule, type->definition);
        lint_text(run, &type->rule, type->note);
        need_type(run, &type->rule, type->kind_of, "is a kind of");
        for (size_t j = 0; j < type->parents.count; j++)
            need_type(run, &type->rule, type->parents.items[j], "may derive from");
        if (!type->definition)
            pdoc__lint_add(run, PDOC__LINT_TYPE_WITHOUT_DEFINITION, &type->rule, "the type '%.80s' has no definition",
                           type->rule.id);
    }
}

static void need_party(struct pdoc__lint_run *run, const struct pdoc__rule *rule, const char *name, const char *how)
{
    if (name && *name && !pdoc__profile_party(run->profile, name))
        pdoc__lint_add(run, PDOC__LINT_UNKNOWN_PARTY, rule, "'%.80s' %s '%.80s', which no row of parties defines",
                       rule->id, how, name);
}

static void lint_parties(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_PARTIES]; i++) {
        const struct pdoc__profile_party *party = &run->profile->parties[i];
        lint_text(run, &party->rule, party->note);
        need_party(run, &party->rule, party->part_of, "is part of");
        for (size_t j = 0; j < party->members.count; j++)
            need_party(run, &party->rule, party->members.items[j], "has the member");
    }
}

static void lint_sets(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_SETS]; i++) {
        const struct pdoc__set *set = &run->profile->sets[i];
        lint_texts(run, &set->rule, &set->items);
        if (set->items.count == 0)
            pdoc__lint_add(run, PDOC__LINT_EMPTY_SET, &set->rule, "the set '%.80s' has no items", set->rule.id);
    }
}

static void lint_sections(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_SECTIONS]; i++)
        lint_texts(run, &run->profile->sections[i].rule, &run->profile->sections[i].prompts);
}

static void need_relation(struct pdoc__lint_run *run, const struct pdoc__fact *fact, const char *kind)
{
    if (kind && pdoc_table_find(PDOC_TABLE_RELATION_KIND, kind) < 0)
        pdoc__lint_add(run, PDOC__LINT_UNKNOWN_RELATION, &fact->rule,
                       "'%.80s' follows relations of the kind '%.80s', which the library does not have", fact->rule.id,
                       kind);
}

static void lint_facts(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_FACTS]; i++) {
        need_relation(run, &run->profile->facts[i], run->profile->facts[i].relation);
        need_relation(run, &run->profile->facts[i], run->profile->facts[i].via);
    }
}

void pdoc__lint_calendar(struct pdoc__lint_run *run, const struct pdoc__rule *rule, bool is_needed)
{
    if (is_needed)
        pdoc__lint_add(run, PDOC__LINT_NEEDS_CALENDAR, rule,
                       "'%.80s' counts working days: a register that follows it needs a calendar", rule->id);
}

static void lint_schedule(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_SCHEDULE]; i++) {
        const struct pdoc__due_rule *due = &run->profile->schedule[i];
        if (!due->nothing && due->offset.months == 0 && due->offset.count == 0)
            pdoc__lint_add(run, PDOC__LINT_ZERO_OFFSET, &due->rule, "'%.80s' is due on the day that it counts from",
                           due->rule.id);
        pdoc__lint_calendar(run, &due->rule,
                            pdoc__due_needs_calendar(due) || pdoc__predicate_needs_calendar(due->when));
    }
}

static void lint_requirements(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_REQUIREMENTS]; i++) {
        const struct pdoc__requirement *requirement = &run->profile->requirements[i];
        lint_text(run, &requirement->rule, requirement->message);
        lint_text(run, &requirement->rule, requirement->remedy);
        pdoc__lint_calendar(run, &requirement->rule,
                            pdoc__is_in_working_days(requirement->by_offset) ||
                                pdoc__predicate_needs_calendar(requirement->when) ||
                                pdoc__predicate_needs_calendar(requirement->must) ||
                                pdoc__predicate_needs_calendar(requirement->waived));
    }
}

/* ---- the profile itself ------------------------------------------------------------------------------------ */

static void need_field(struct pdoc__lint_run *run, const char *attribute, const char *code)
{
    bool is_known = !code || pdoc_table_find(PDOC_TABLE_FIELD, code) >= 0;
    for (size_t i = 0; !is_known && i < run->profile->counts[PDOC_PROFILE_FIELDS]; i++)
        is_known = strcmp(run->profile->fields[i].rule.id, code) == 0;
    if (!is_known)
        pdoc__lint_add(run, PDOC__LINT_UNKNOWN_FIELD, NULL, "%s is '%.80s', which is not a field", attribute, code);
}

void pdoc__lint_rows(struct pdoc__lint_run *run)
{
    need_field(run, "review-by", run->profile->review_by);
    need_field(run, "body-field", run->profile->body_field);
    lint_text(run, NULL, run->profile->title);
    for (int table = 0; table < PDOC__PROFILE_TABLES; table++) {
        for (size_t i = 0; i < run->profile->counts[table]; i++)
            lint_rule(run, pdoc__profile_rule(run->profile, (pdoc_profile_table)table, i));
    }
    lint_types(run);
    lint_parties(run);
    lint_sections(run);
    lint_sets(run);
    lint_facts(run);
    lint_schedule(run);
    lint_requirements(run);
}
