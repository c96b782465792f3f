/* SPDX-License-Identifier: MIT */
/* Lint of classes of amendment and extensions: what a row says must have an effect. Knows nothing of judging. */
#include <string.h>

#include "governance/lint/lint.h"

/* Does a predicate ask for what a class of amendment says? */
static bool asks_for_class(const struct pdoc__predicate *predicate, unsigned depth)
{
    if (!predicate || depth > 32)
        return false;
    const struct pdoc__operand *left = &predicate->left;
    if (left->kind == PDOC__OPERAND_ITEM && left->index <= PDOC__GIVE_CLASS_ID && left->index >= PDOC__GIVE_CLASS_CLOCK)
        return true;
    for (size_t i = 0; i < predicate->child_count; i++)
        if (asks_for_class(&predicate->children[i], depth + 1))
            return true;
    return false;
}

static bool is_clock_used(const pdoc_profile *profile)
{
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_FACTS]; i++)
        if (profile->facts[i].source == PDOC__SOURCE_EVENT && asks_for_class(profile->facts[i].where, 0))
            return true;
    return false;
}

static bool has_limit(const struct pdoc__extension_rule *rule)
{
    return rule->moves_date || rule->most_count > 0 || rule->most_each.months != 0 || rule->most_each.count != 0 ||
           rule->most_total.months != 0 || rule->most_total.count != 0;
}

static void lint_extension(struct pdoc__lint_run *run, const struct pdoc__extension_rule *rule)
{
    if (rule->is_forbidden && has_limit(rule))
        pdoc__lint_add(run, PDOC__LINT_FORBIDDEN_WITH_LIMIT, &rule->rule,
                       "'%.60s' forbids extensions and says how far they may go", rule->rule.id);
    if (pdoc__offset_is_longer(rule->most_each, rule->most_total))
        pdoc__lint_add(run, PDOC__LINT_LIMIT_BEYOND_TOTAL, &rule->rule,
                       "by '%.60s' one extension may be longer than all of them together", rule->rule.id);
}

/* One that forbids beside one that allows. */
static void lint_extension_pair(struct pdoc__lint_run *run, const struct pdoc__extension_rule *left,
                                const struct pdoc__extension_rule *right)
{
    if (left->is_forbidden != right->is_forbidden && pdoc__predicate_equal(left->when, right->when) &&
        left->rule.modality == right->rule.modality && pdoc__editions_overlap(&left->rule, &right->rule))
        pdoc__lint_add(run, PDOC__LINT_CONTRADICTION, &right->rule,
                       "'%.60s' and '%.60s' apply together: one forbids extensions, the other allows them",
                       left->rule.id, right->rule.id);
}

static void lint_extensions(struct pdoc__lint_run *run)
{
    const pdoc_profile *profile = run->profile;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_EXTENSIONS]; i++) {
        lint_extension(run, &profile->extensions[i]);
        for (size_t j = 0; j < i; j++)
            lint_extension_pair(run, &profile->extensions[j], &profile->extensions[i]);
    }
}

static void lint_schemes(struct pdoc__lint_run *run)
{
    const struct pdoc__scheme *schemes = run->profile->schemes;
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_SCHEMES]; i++) {
        for (size_t j = 0; j < i; j++)
            if (pdoc__predicate_equal(schemes[j].when, schemes[i].when) &&
                pdoc__editions_overlap(&schemes[j].rule, &schemes[i].rule))
                pdoc__lint_add(run, PDOC__LINT_TWO_SCHEMES, &schemes[i].rule,
                               "'%.60s' and '%.60s' number the versions of the same documents", schemes[j].rule.id,
                               schemes[i].rule.id);
    }
}

/* What a freeze may speak of beside fields: the first five may be frozen, all of them may be allowed. */
static bool is_frozen_part(const pdoc_profile *profile, const char *word, bool is_allowed)
{
    static const char *const parts[] = {"content",      "title",        "type",      "version",
                                        "consultation", "post-holders", "locations", "cross-references"};
    for (size_t i = 0; i < (is_allowed ? sizeof parts / sizeof *parts : 5); i++)
        if (strcmp(parts[i], word) == 0)
            return true;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_FIELDS]; i++)
        if (strcmp(profile->fields[i].rule.id, word) == 0)
            return true;
    return pdoc_table_find(PDOC_TABLE_FIELD, word) >= 0;
}

static void lint_frozen_words(struct pdoc__lint_run *run, const struct pdoc__freeze *freeze, bool is_allowed)
{
    const struct pdoc__texts *words = is_allowed ? &freeze->allowed : &freeze->fields;
    for (size_t i = 0; i < words->count; i++)
        if (!is_frozen_part(run->profile, words->items[i], is_allowed))
            pdoc__lint_add(run, PDOC__LINT_UNKNOWN_FIELD, &freeze->rule,
                           "'%.60s' %s '%.60s', which is neither a field nor a part of a document", freeze->rule.id,
                           is_allowed ? "allows changes of" : "freezes", words->items[i]);
}

static void lint_freezes(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_FREEZES]; i++) {
        const struct pdoc__freeze *freeze = &run->profile->freezes[i];
        lint_frozen_words(run, freeze, false);
        lint_frozen_words(run, freeze, true);
        if (freeze->fields.count == 0 && !freeze->needs_hash)
            pdoc__lint_add(run, PDOC__LINT_FREEZES_NOTHING, &freeze->rule, "'%.60s' does not say what is frozen",
                           freeze->rule.id);
        if (pdoc__texts_meet(&freeze->fields, &freeze->allowed))
            pdoc__lint_add(run, PDOC__LINT_FREEZES_NOTHING, &freeze->rule, "'%.60s' allows what it freezes",
                           freeze->rule.id);
    }
}

void pdoc__lint_changes(struct pdoc__lint_run *run)
{
    lint_extensions(run);
    lint_schemes(run);
    lint_freezes(run);
    const pdoc_profile *profile = run->profile;
    const bool is_used = is_clock_used(profile);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_AMENDMENTS]; i++) {
        const struct pdoc__amendment *amendment = &profile->amendments[i];
        if (amendment->restarts_clock && !is_used)
            pdoc__lint_add(
                run, PDOC__LINT_CLOCK_WITHOUT_FACT, &amendment->rule,
                "'%.60s' restarts the review clock, and no fact asks for class.clock: nothing counts from it",
                amendment->rule.id);
    }
}
