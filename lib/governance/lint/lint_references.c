/* SPDX-License-Identifier: MIT */
/* Lint of editions of references, of names that stand for two rows, of cues, questions and statements. Knows nothing of
   texts and answers. */
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "governance/classifying/classifier.h"
#include "governance/lint/lint.h"
#include "governance/rows/judged_rows.h"

/* ---- editions ---------------------------------------------------------------------------------------------- */

static const struct pdoc__reference *successor(const pdoc_profile *profile, const struct pdoc__reference *reference)
{
    const char *id = reference->replaced_by;
    for (size_t i = 0; id && i < profile->counts[PDOC_PROFILE_REFERENCES]; i++)
        if (strcmp(profile->references_known[i].rule.id, id) == 0)
            return &profile->references_known[i];
    return NULL;
}

/* Does the chain come back here, and is this the first row of the circle? */
static bool begins_circle(const pdoc_profile *profile, const struct pdoc__reference *reference)
{
    const struct pdoc__reference *at = successor(profile, reference);
    for (size_t step = 0; at && at > reference && step < profile->counts[PDOC_PROFILE_REFERENCES]; step++)
        at = successor(profile, at);
    return at == reference;
}

static void lint_editions(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_REFERENCES]; i++) {
        const struct pdoc__reference *reference = &run->profile->references_known[i];
        const struct pdoc__reference *next = successor(run->profile, reference);
        if (begins_circle(run->profile, reference))
            pdoc__lint_add(run, PDOC__LINT_REPLACED_IN_CIRCLE, &reference->rule,
                           "the chain of what replaced '%.60s' comes back to it", reference->rule.id);
        if (next && next != reference && pdoc_date_is_before(next->rule.from, reference->rule.from) == PDOC_TRUE)
            pdoc__lint_add(run, PDOC__LINT_REPLACED_TOO_EARLY, &reference->rule,
                           "'%.60s' is replaced by '%.60s', which was in force before it", reference->rule.id,
                           next->rule.id);
    }
}

/* ---- names ------------------------------------------------------------------------------------------------- */

/* Tables whose rows are found by their id, label and aliases. */
static const struct {
    pdoc_profile_table table;
    size_t aliases;
    bool has_editions; /* rows of one name may be editions of one work */
} named[] = {
    {PDOC_PROFILE_TYPES, offsetof(struct pdoc__type, aliases), false},
    {PDOC_PROFILE_PARTIES, offsetof(struct pdoc__profile_party, aliases), false},
    {PDOC_PROFILE_AMENDMENTS, offsetof(struct pdoc__amendment, aliases), false},
    {PDOC_PROFILE_REFERENCES, offsetof(struct pdoc__reference, aliases), true},
};

static const struct pdoc__texts *aliases_of(const struct pdoc__rule *rule, size_t at)
{
    return (const struct pdoc__texts *)(const void *)((const char *)rule + at);
}

static bool is_name_of(const struct pdoc__rule *rule, size_t at, const char *name)
{
    const struct pdoc__texts *aliases = aliases_of(rule, at);
    bool is_name = pdoc__text_same(rule->id, name) || (rule->label && pdoc__text_same(rule->label, name));
    for (size_t i = 0; !is_name && i < aliases->count; i++)
        is_name = pdoc__text_same(aliases->items[i], name);
    return is_name;
}

/* A name of `right` that `left` has, too; NULL: none. */
static const char *common_name(const struct pdoc__rule *left, const struct pdoc__rule *right, size_t at)
{
    const struct pdoc__texts *aliases = aliases_of(right, at);
    if (is_name_of(left, at, right->id))
        return right->id;
    if (right->label && is_name_of(left, at, right->label))
        return right->label;
    for (size_t i = 0; i < aliases->count; i++)
        if (is_name_of(left, at, aliases->items[i]))
            return aliases->items[i];
    return NULL;
}

static bool are_of_one_work(const struct pdoc__rule *left, const struct pdoc__rule *right)
{
    const char *works[] = {((const struct pdoc__reference *)left)->work, ((const struct pdoc__reference *)right)->work};
    return works[0] && works[1] && strcmp(works[0], works[1]) == 0;
}

static void lint_names(struct pdoc__lint_run *run, size_t which)
{
    const pdoc_profile_table table = named[which].table;
    for (size_t i = 1; i < run->profile->counts[table]; i++) {
        const struct pdoc__rule *right = pdoc__profile_rule(run->profile, table, i);
        for (size_t j = 0; j < i && pdoc__lint_goes_on(run, 1); j++) {
            const struct pdoc__rule *left = pdoc__profile_rule(run->profile, table, j);
            const bool is_edition =
                strcmp(left->id, right->id) == 0 || (named[which].has_editions && are_of_one_work(left, right));
            const char *name = is_edition ? NULL : common_name(left, right, named[which].aliases);
            if (name)
                pdoc__lint_add(run, PDOC__LINT_SAME_NAME, right, "'%.60s' stands for '%.60s' and for '%.60s'", name,
                               left->id, right->id);
        }
    }
}

/* ---- cues -------------------------------------------------------------------------------------------------- */

static const char *const base_prefix = "base:";

static bool has_base(const pdoc_profile *profile, const char *base)
{
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_TYPES]; i++)
        if (pdoc__text_equal(profile->types[i].base, base))
            return true;
    return false;
}

/* Are all types that it speaks for base classes without a type? What is inherited may be for others. */
static bool is_for_nothing(const pdoc_profile *profile, const struct pdoc__cue *cue)
{
    bool is_own = cue->rule.profile && strcmp(cue->rule.profile, profile->id) == 0;
    for (size_t i = 0; i < cue->types.count; i++) {
        const char *type = cue->types.items[i];
        const bool is_base = strncmp(type, base_prefix, strlen(base_prefix)) == 0;
        if (!is_base || has_base(profile, type + strlen(base_prefix)))
            return false;
    }
    return is_own && cue->types.count > 0;
}

static bool is_one_place(const struct pdoc__cue *left, const struct pdoc__cue *right)
{
    return left->where == right->where;
}

static void lint_cue_pair(struct pdoc__lint_run *run, const struct pdoc__cue *left, const struct pdoc__cue *right)
{
    if ((left->weight > 0) == (right->weight > 0) || left->weight == 0 || right->weight == 0 ||
        !is_one_place(left, right) || !pdoc__texts_meet(&left->types, &right->types) ||
        !pdoc__editions_overlap(&left->rule, &right->rule))
        return;
    if (pdoc__texts_meet(&left->phrases, &right->phrases))
        pdoc__lint_add(run, PDOC__LINT_CUE_FOR_AND_AGAINST, &right->rule,
                       "a phrase of '%.60s' is one of '%.60s', which says the opposite", right->rule.id, left->rule.id);
}

/* Cues that say what others do not count for are of no type. */
static bool is_only_a_sign(const struct pdoc__cue *cue)
{
    return cue->where == PDOC__CUE_TITLE_ABOUT || cue->where == PDOC__CUE_DENIAL;
}

static void lint_sign(struct pdoc__lint_run *run, const struct pdoc__cue *cue)
{
    if (cue->types.count > 0 || cue->question)
        pdoc__lint_add(run, PDOC__LINT_UNREACHED_CUE, &cue->rule,
                       "the cue '%.60s' only takes the force of others: its %s effect", cue->rule.id,
                       cue->types.count > 0 ? "types have no" : "question has no");
}

static void lint_cues(struct pdoc__lint_run *run)
{
    const struct pdoc__cue *cues = run->profile->cues;
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_CUES]; i++) {
        if (is_only_a_sign(&cues[i])) {
            lint_sign(run, &cues[i]);
            continue;
        }
        if (cues[i].weight == 0 && cues[i].types.count > 0)
            pdoc__lint_add(run, PDOC__LINT_UNREACHED_CUE, &cues[i].rule, "the cue '%.60s' weighs nothing",
                           cues[i].rule.id);
        if (is_for_nothing(run->profile, &cues[i]))
            pdoc__lint_add(run, PDOC__LINT_UNREACHED_CUE, &cues[i].rule,
                           "the cue '%.60s' is for classes of which the profile has no type", cues[i].rule.id);
        for (size_t j = 0; j < i && pdoc__lint_goes_on(run, 1); j++)
            lint_cue_pair(run, &cues[j], &cues[i]);
    }
}

/* ---- questions and statements ------------------------------------------------------------------------------ */

static void lint_questions(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_QUESTIONS]; i++) {
        const struct pdoc__question *question = &run->profile->questions[i];
        for (size_t j = 0; question->answers.count > 0 && j < question->expected.count; j++)
            if (!pdoc__texts_hold(&question->answers, question->expected.items[j]))
                pdoc__lint_add(run, PDOC__LINT_EXPECTED_UNANSWERED, &question->rule,
                               "'%.60s' expects '%.60s', which is not among its answers", question->rule.id,
                               question->expected.items[j]);
        if (!question->rule.label)
            pdoc__lint_add(run, PDOC__LINT_QUESTION_WITHOUT_LABEL, &question->rule,
                           "'%.60s' does not say what is asked", question->rule.id);
    }
}

static void lint_statements(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_STATEMENTS]; i++) {
        const struct pdoc__statement *statement = &run->profile->statements[i];
        for (size_t j = 0; j < statement->patterns.count; j++) {
            const char *pattern = statement->patterns.items[j];
            if (pattern[strspn(pattern, "* ?")] == '\0')
                pdoc__lint_add(run, PDOC__LINT_SAYS_ANYTHING, &statement->rule,
                               "the pattern '%.60s' of '%.60s' is found in any text", pattern, statement->rule.id);
        }
    }
}

void pdoc__lint_references(struct pdoc__lint_run *run)
{
    lint_editions(run);
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        lint_names(run, i);
    lint_cues(run);
    lint_questions(run);
    lint_statements(run);
}
