/* SPDX-License-Identifier: MIT */
/* Lint of classes of amendment and extensions: what a row says must have an effect. Knows nothing of judging. */
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

void pdoc__lint_changes(struct pdoc__lint_run *run)
{
    const pdoc_profile *profile = run->profile;
    const bool is_used = is_clock_used(profile);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_AMENDMENTS]; i++) {
        const struct pdoc__amendment *amendment = &profile->amendments[i];
        if (amendment->restarts_clock && !is_used)
            pdoc__lint_add(run, PDOC__LINT_CLOCK_WITHOUT_FACT, &amendment->rule,
                           "'%.60s' restarts the review clock, and no fact asks for class.clock: nothing counts from it",
                           amendment->rule.id);
    }
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_EXTENSIONS]; i++) {
        const struct pdoc__extension_rule *rule = &profile->extensions[i];
        if (rule->is_forbidden && has_limit(rule))
            pdoc__lint_add(run, PDOC__LINT_FORBIDDEN_WITH_LIMIT, &rule->rule,
                           "'%.60s' forbids extensions and says how far they may go", rule->rule.id);
    }
}
