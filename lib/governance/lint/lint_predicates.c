/* SPDX-License-Identifier: MIT */
/* Lint of comparisons: what they compare exists, and what is defined is used. */
#include <string.h>

#include "base/text.h"
#include "governance/comparison.h"
#include "governance/judge.h"
#include "governance/lint/lint.h"

static void use_fact(struct pdoc__lint_run *run, int index)
{
    if (index >= 0)
        run->fact_used[index] = true;
}

static void use_operand(struct pdoc__lint_run *run, const struct pdoc__operand *operand)
{
    if (operand->kind == PDOC__OPERAND_FACT)
        use_fact(run, operand->index);
}

static void use_set(struct pdoc__lint_run *run, const char *id)
{
    for (size_t i = 0; id && i < run->profile->counts[PDOC_PROFILE_SETS]; i++) {
        if (strcmp(run->profile->sets[i].rule.id, id) == 0)
            run->set_used[i] = true;
    }
}

static bool compares_values(uint8_t operator)
{
    return operator>= PDOC__EQUALS && operator<= PDOC__HAS_NONE;
}

static void lint_values(struct pdoc__lint_run *run, const struct pdoc__rule *rule,
                        const struct pdoc__predicate *predicate)
{
    bool is_type = predicate->left.kind == PDOC__OPERAND_DOCUMENT && predicate->left.index == PDOC__OF_TYPE;
    for (size_t i = 0; compares_values(predicate->operator) && i < predicate->values.count; i++) {
        const char *value = predicate->values.items[i];
        if (predicate->left.type == PDOC__PARTY && !pdoc__profile_party(run->profile, value))
            pdoc__lint_add(run, PDOC__LINT_UNKNOWN_PARTY, rule,
                           "'%.80s' compares %.60s with '%.80s', which no row of parties defines", rule->id,
                           predicate->left.name, value);
        if (is_type && !pdoc__profile_type(run->profile, value))
            pdoc__lint_add(run, PDOC__LINT_UNKNOWN_TYPE, rule,
                           "'%.80s' compares the type with '%.80s', which is not a type of the profile", rule->id,
                           value);
        pdoc_date date;
        if (predicate->left.type == PDOC__DATE && pdoc_date_parse(value, &date, NULL) != PDOC_OK)
            pdoc__lint_add(run, PDOC__LINT_DATE_AS_TEXT, rule, "'%.80s' compares the date %.60s with '%.60s'", rule->id,
                           predicate->left.name, value);
    }
    if (predicate->operator== PDOC__MATCHES && predicate->left.type == PDOC__DATE)
        pdoc__lint_add(run, PDOC__LINT_DATE_AS_TEXT, rule, "'%.80s' matches the date %.60s against a pattern", rule->id,
                       predicate->left.name);
}

static void lint_dates(struct pdoc__lint_run *run, const struct pdoc__rule *rule,
                       const struct pdoc__predicate *predicate)
{
    if (!pdoc__operator_compares_dates(predicate->operator))
        return;
    const struct pdoc__operand *operands[] = {&predicate->left, predicate->has_other ? &predicate->other : NULL};
    for (size_t i = 0; i < 2; i++) {
        if (operands[i] && operands[i]->type != PDOC__DATE)
            pdoc__lint_add(run, PDOC__LINT_NOT_A_DATE, rule, "'%.80s' compares %.60s as a date, which it is not",
                           rule->id, operands[i]->name);
    }
}

static void lint_predicate(struct pdoc__lint_run *run, const struct pdoc__rule *rule,
                           const struct pdoc__predicate *predicate, unsigned depth)
{
    if (!predicate || depth == 0)
        return;
    if (predicate->operator> PDOC__NOT) {
        use_operand(run, &predicate->left);
        if (predicate->has_other)
            use_operand(run, &predicate->other);
        use_set(run, predicate->set);
        lint_values(run, rule, predicate);
        lint_dates(run, rule, predicate);
        return;
    }
    for (size_t i = 0; i < predicate->child_count; i++)
        lint_predicate(run, rule, &predicate->children[i], depth - 1);
}

static bool counts_working_days(const struct pdoc__predicate *predicate, unsigned depth)
{
    bool counts =
        predicate->operator> PDOC__NOT && predicate->has_offset && pdoc__is_in_working_days(predicate->offset);
    for (size_t i = 0; !counts && predicate->operator<= PDOC__NOT && depth> 0 && i<predicate->child_count; i++)
        counts = counts_working_days(&predicate->children[i], depth - 1);
    return counts;
}

bool pdoc__predicate_needs_calendar(const struct pdoc__predicate *predicate)
{
    return predicate && counts_working_days(predicate, PDOC__PREDICATE_DEPTH);
}

void pdoc__lint_when(struct pdoc__lint_run *run, const struct pdoc__rule *rule, const struct pdoc__predicate *predicate)
{
    lint_predicate(run, rule, predicate, PDOC__PREDICATE_DEPTH + 1);
}

/* ---- messages ---------------------------------------------------------------------------------------------- */

/* One name in braces. */
static void lint_name(struct pdoc__lint_run *run, const struct pdoc__rule *rule, const char *from, size_t size)
{
    char name[120];
    struct pdoc__operand operand;
    if (size >= sizeof name)
        size = sizeof name - 1;
    memcpy(name, from, size);
    name[size] = '\0';
    if (pdoc__operand_resolve(run->profile, name, -1, &operand))
        use_operand(run, &operand);
    else
        pdoc__lint_add(run, PDOC__LINT_UNKNOWN_IN_MESSAGE, rule,
                       "'%.80s' puts {%.80s} into a text, and there is no such operand", rule->id, name);
}

static void lint_template(struct pdoc__lint_run *run, const struct pdoc__rule *rule, const char *text)
{
    for (const char *open = text ? strchr(text, '{') : NULL; open; open = strchr(open + 1, '{')) {
        const char *shut = strchr(open, '}');
        if (shut)
            lint_name(run, rule, open + 1, (size_t)(shut - open - 1));
    }
}

/* ---- tables ------------------------------------------------------------------------------------------------ */

static void lint_facts(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_FACTS]; i++) {
        const struct pdoc__fact *fact = &run->profile->facts[i];
        pdoc__lint_when(run, &fact->rule, fact->where);
        for (size_t j = 0; j < fact->facts.count; j++)
            use_fact(run, fact->fact_index[j]);
        use_fact(run, fact->at_index);
    }
}

static void lint_sheet(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_FIELDS]; i++)
        pdoc__lint_when(run, &run->profile->fields[i].rule, run->profile->fields[i].when);
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_SECTIONS]; i++)
        pdoc__lint_when(run, &run->profile->sections[i].rule, run->profile->sections[i].when);
}

static void lint_schedule(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_SCHEDULE]; i++) {
        const struct pdoc__due_rule *due = &run->profile->schedule[i];
        pdoc__lint_when(run, &due->rule, due->when);
        for (size_t j = 0; j < due->anchor_count; j++)
            use_fact(run, due->anchors[j]);
    }
}

static void lint_requirements(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_REQUIREMENTS]; i++) {
        const struct pdoc__requirement *requirement = &run->profile->requirements[i];
        pdoc__lint_when(run, &requirement->rule, requirement->when);
        pdoc__lint_when(run, &requirement->rule, requirement->must);
        pdoc__lint_when(run, &requirement->rule, requirement->waived);
        lint_template(run, &requirement->rule, requirement->message);
        lint_template(run, &requirement->rule, requirement->remedy);
        use_fact(run, requirement->by);
        use_fact(run, requirement->past_fact);
    }
}

static void lint_unused(struct pdoc__lint_run *run)
{
    const pdoc_profile *profile = run->profile;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_FACTS]; i++) {
        /* An operand stands for the first edition of a fact; the others are used with it. */
        bool is_used = false;
        for (size_t j = 0; j < profile->counts[PDOC_PROFILE_FACTS]; j++)
            is_used =
                is_used || (run->fact_used[j] && strcmp(profile->facts[i].rule.id, profile->facts[j].rule.id) == 0);
        if (!is_used)
            pdoc__lint_add(run, PDOC__LINT_UNUSED_FACT, &profile->facts[i].rule, "nothing uses the fact '%.80s'",
                           profile->facts[i].rule.id);
    }
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_SETS]; i++) {
        if (!run->set_used[i])
            pdoc__lint_add(run, PDOC__LINT_UNUSED_SET, &profile->sets[i].rule, "nothing uses the set '%.80s'",
                           profile->sets[i].rule.id);
    }
}

void pdoc__lint_predicates(struct pdoc__lint_run *run)
{
    lint_facts(run);
    lint_sheet(run);
    lint_schedule(run);
    lint_requirements(run);
    pdoc__lint_plan(run);
    pdoc__lint_flow(run);
    pdoc__lint_changes(run);
    lint_unused(run);
}
