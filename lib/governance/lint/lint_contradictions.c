/* SPDX-License-Identifier: MIT */
/* Lint of rows against one another, by what can be told without any document: only plain contradictions are found. */
#include <string.h>

#include "base/text.h"
#include "governance/comparison.h"
#include "governance/lint/lint.h"
#include "time/interval.h"

/* ---- equality ---------------------------------------------------------------------------------------------- */

static bool texts_equal(const struct pdoc__texts *left, const struct pdoc__texts *right)
{
    if (left->count != right->count)
        return false;
    for (size_t i = 0; i < left->count; i++) {
        if (strcmp(left->items[i], right->items[i]) != 0)
            return false;
    }
    return true;
}

static bool offsets_equal(pdoc_offset left, pdoc_offset right)
{
    return left.months == right.months && left.count == right.count && left.unit == right.unit;
}

static bool operands_equal(const struct pdoc__operand *left, const struct pdoc__operand *right)
{
    return left->kind == right->kind && left->index == right->index && pdoc__text_equal(left->key, right->key);
}

/* All but the operator. */
static bool sides_equal(const struct pdoc__predicate *left, const struct pdoc__predicate *right)
{
    return operands_equal(&left->left, &right->left) && left->has_other == right->has_other &&
           (!left->has_other || operands_equal(&left->other, &right->other)) &&
           offsets_equal(left->offset, right->offset) && texts_equal(&left->values, &right->values) &&
           left->minimum == right->minimum && left->maximum == right->maximum;
}

static bool predicate_equal(const struct pdoc__predicate *left, const struct pdoc__predicate *right, unsigned depth)
{
    if (!left || !right || depth == 0)
        return left == right;
    if (left->operator!= right->operator|| left->child_count != right->child_count)
        return false;
    if (left->operator> PDOC__NOT)
        return sides_equal(left, right);
    for (size_t i = 0; i < left->child_count; i++) {
        if (!predicate_equal(&left->children[i], &right->children[i], depth - 1))
            return false;
    }
    return true;
}

bool pdoc__predicate_equal(const struct pdoc__predicate *left, const struct pdoc__predicate *right)
{
    return predicate_equal(left, right, PDOC__PREDICATE_DEPTH + 2);
}

/* ---- what must hold together ------------------------------------------------------------------------------- */

/* Comparisons that all hold, `negated` ones not. What does not fit is left out: then less is found, never more. */
struct literal {
    const struct pdoc__predicate *predicate;
    bool negated;
};
struct literals {
    struct literal items[16];
    size_t count;
};

static void collect(struct literals *out, const struct pdoc__predicate *predicate, bool negated, unsigned depth)
{
    if (!predicate || depth == 0 || out->count == sizeof out->items / sizeof *out->items)
        return;
    /* not (a or b) is: not a, and not b. */
    bool spreads = predicate->operator==(negated ? PDOC__ANY : PDOC__ALL) || predicate->child_count == 1;
    bool turns = predicate->operator== PDOC__NOT;
    if (predicate->operator<= PDOC__NOT && spreads) {
        for (size_t i = 0; i < predicate->child_count; i++)
            collect(out, &predicate->children[i], negated != turns, depth - 1);
        return;
    }
    out->items[out->count++] = (struct literal){.predicate = predicate, .negated = negated};
}

/* Has the operand never more than one value, so that it cannot be two things at once? */
static bool is_single(const struct pdoc__operand *operand)
{
    return operand->kind == PDOC__OPERAND_DOCUMENT && operand->index != PDOC__OF_REFERENCE &&
           operand->index != PDOC__OF_VERSION_CONTENT && operand->index != PDOC__OF_ROUTE;
}

static bool names_values(const struct pdoc__predicate *predicate)
{
    return (predicate->operator== PDOC__EQUALS || predicate->operator== PDOC__IN) && !predicate->has_other;
}

static bool holds(const struct pdoc__texts *texts, const char *value)
{
    for (size_t i = 0; i < texts->count; i++) {
        if (pdoc__text_same(texts->items[i], value))
            return true;
    }
    return false;
}

/* Number of values of one list that are in the other. */
static size_t shared(const struct pdoc__texts *left, const struct pdoc__texts *right)
{
    size_t count = 0;
    for (size_t i = 0; i < left->count; i++)
        count += holds(right, left->items[i]);
    return count;
}

bool pdoc__texts_meet(const struct pdoc__texts *left, const struct pdoc__texts *right)
{
    return shared(left, right) > 0;
}

/* The value must be in one list and, being one value only, cannot be in the other, or must not be. */
static bool values_clash(const struct literal *left, const struct literal *right)
{
    if (!names_values(left->predicate) || !names_values(right->predicate) ||
        !operands_equal(&left->predicate->left, &right->predicate->left) || !is_single(&left->predicate->left) ||
        (left->negated && right->negated))
        return false;
    const struct literal *given = left->negated ? right : left;
    const struct literal *other = given == left ? right : left;
    size_t both = shared(&given->predicate->values, &other->predicate->values);
    return other->negated ? both == given->predicate->values.count : both == 0;
}

/* Operators that cannot both hold of the same two sides. */
static bool are_opposite(uint8_t left, uint8_t right)
{
    static const uint8_t pairs[][2] = {{PDOC__BEFORE, PDOC__NOT_BEFORE},
                                       {PDOC__AFTER, PDOC__NOT_AFTER},
                                       {PDOC__BEFORE, PDOC__AFTER},
                                       {PDOC__HAS_ANY, PDOC__HAS_NONE},
                                       {PDOC__HAS_ALL, PDOC__HAS_NONE}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if ((pairs[i][0] == left && pairs[i][1] == right) || (pairs[i][0] == right && pairs[i][1] == left))
            return true;
    }
    return false;
}

static bool clash(const struct literal *left, const struct literal *right)
{
    if (left->negated != right->negated && pdoc__predicate_equal(left->predicate, right->predicate))
        return true;
    if (!left->negated && !right->negated && are_opposite(left->predicate->operator, right->predicate->operator) &&
        sides_equal(left->predicate, right->predicate))
        return true;
    return values_clash(left, right);
}

static bool contradict(const struct literals *literals)
{
    for (size_t i = 0; i < literals->count; i++) {
        for (size_t j = i + 1; j < literals->count; j++) {
            if (clash(&literals->items[i], &literals->items[j]))
                return true;
        }
    }
    return false;
}

bool pdoc__cannot_hold(const struct pdoc__predicate *first, const struct pdoc__predicate *second)
{
    struct literals literals = {.count = 0};
    collect(&literals, first, false, PDOC__PREDICATE_DEPTH + 2);
    collect(&literals, second, false, PDOC__PREDICATE_DEPTH + 2);
    return contradict(&literals);
}

/* ---- conditions -------------------------------------------------------------------------------------------- */

void pdoc__lint_condition(struct pdoc__lint_run *run, const struct pdoc__rule *rule, const struct pdoc__predicate *when)
{
    if (pdoc__cannot_hold(when, NULL))
        pdoc__lint_add(run, PDOC__LINT_NEVER_APPLIES, rule, "the condition of '%.80s' contradicts itself", rule->id);
}

static void lint_conditions(struct pdoc__lint_run *run)
{
    const pdoc_profile *profile = run->profile;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_FIELDS]; i++)
        pdoc__lint_condition(run, &profile->fields[i].rule, profile->fields[i].when);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_SECTIONS]; i++)
        pdoc__lint_condition(run, &profile->sections[i].rule, profile->sections[i].when);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_SCHEDULE]; i++)
        pdoc__lint_condition(run, &profile->schedule[i].rule, profile->schedule[i].when);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_REQUIREMENTS]; i++) {
        const struct pdoc__requirement *duty = &profile->requirements[i];
        pdoc__lint_condition(run, &duty->rule, duty->when);
        if (!pdoc__cannot_hold(duty->when, NULL) && pdoc__cannot_hold(duty->when, duty->must))
            pdoc__lint_add(run, PDOC__LINT_NEVER_MET, &duty->rule, "where '%.80s' applies, what it asks for cannot be",
                           duty->rule.id);
    }
}

/* ---- pairs ------------------------------------------------------------------------------------------------- */

/* Can what one of them asks for not hold beside what the other asks for, though each alone can? */
static bool are_opposed(const struct pdoc__predicate *left, const struct pdoc__predicate *right)
{
    struct literals both[2] = {{.count = 0}, {.count = 0}};
    collect(&both[0], left, false, PDOC__PREDICATE_DEPTH + 2);
    collect(&both[1], right, false, PDOC__PREDICATE_DEPTH + 2);
    bool clashes = false;
    for (size_t i = 0; !clashes && i < both[0].count; i++) {
        for (size_t j = 0; !clashes && j < both[1].count; j++)
            clashes = clash(&both[0].items[i], &both[1].items[j]);
    }
    return clashes && !contradict(&both[0]) && !contradict(&both[1]);
}

static void lint_duties(struct pdoc__lint_run *run, const struct pdoc__requirement *left,
                        const struct pdoc__requirement *right)
{
    if (left->rule.modality != right->rule.modality || !pdoc__text_equal(left->of, right->of) ||
        !pdoc__predicate_equal(left->when, right->when) || !pdoc__editions_overlap(&left->rule, &right->rule))
        return;
    if (are_opposed(left->must, right->must))
        pdoc__lint_add(run, PDOC__LINT_CONTRADICTION, &right->rule,
                       "'%.80s' and '%.80s' apply together and ask for opposite things", left->rule.id, right->rule.id);
}

static void lint_dues(struct pdoc__lint_run *run, const struct pdoc__due_rule *left, const struct pdoc__due_rule *right)
{
    if (left->rule.modality != right->rule.modality || strcmp(left->kind, right->kind) != 0 ||
        !pdoc__predicate_equal(left->when, right->when) || !pdoc__editions_overlap(&left->rule, &right->rule))
        return;
    if (left->nothing != right->nothing)
        pdoc__lint_add(run, PDOC__LINT_CONTRADICTION, &right->rule,
                       "'%.80s' and '%.80s' apply together: one gives a date, the other says that nothing is due",
                       left->rule.id, right->rule.id);
    else if (!left->nothing && !offsets_equal(left->offset, right->offset))
        pdoc__lint_add(run, PDOC__LINT_TWO_OFFSETS, &right->rule,
                       "'%.80s' and '%.80s' apply together and give different dates", left->rule.id, right->rule.id);
}

static void lint_pairs(struct pdoc__lint_run *run)
{
    const pdoc_profile *profile = run->profile;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_REQUIREMENTS]; i++) {
        for (size_t j = i + 1; j < profile->counts[PDOC_PROFILE_REQUIREMENTS]; j++)
            lint_duties(run, &profile->requirements[i], &profile->requirements[j]);
    }
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_SCHEDULE]; i++) {
        for (size_t j = i + 1; j < profile->counts[PDOC_PROFILE_SCHEDULE]; j++)
            lint_dues(run, &profile->schedule[i], &profile->schedule[j]);
    }
}

/* ---- types that no row speaks of ------------------------------------------------------------------------------ */

/* Is the type one of the values, or a kind of one? */
static bool is_one_of(const struct pdoc__lint_run *run, const struct pdoc__type *type, const struct pdoc__texts *values)
{
    for (unsigned depth = 0; type && depth < 16; depth++) {
        for (size_t i = 0; i < values->count; i++) {
            if (pdoc__profile_type(run->profile, values->items[i]) == type)
                return true;
        }
        type = pdoc__profile_type(run->profile, type->kind_of);
    }
    return false;
}

/* What a condition comes to when only the type is known. */
static pdoc_truth judge_type(const struct pdoc__lint_run *run, const struct pdoc__type *type,
                             const struct pdoc__predicate *when, unsigned depth)
{
    if (!when)
        return PDOC_TRUE;
    bool is_type = when->operator> PDOC__NOT && when->left.kind == PDOC__OPERAND_DOCUMENT &&
                   when->left.index == PDOC__OF_TYPE && names_values(when);
    if (is_type)
        return is_one_of(run, type, &when->values) ? PDOC_TRUE : PDOC_FALSE;
    if (when->operator> PDOC__NOT || depth == 0)
        return PDOC_UNKNOWN;
    pdoc_truth truth = when->operator== PDOC__ANY ? PDOC_FALSE : PDOC_TRUE;
    for (size_t i = 0; i < when->child_count; i++) {
        pdoc_truth child = judge_type(run, type, &when->children[i], depth - 1);
        truth = when->operator== PDOC__ANY ? pdoc__or(truth, child) : pdoc__and(truth, child);
    }
    return when->operator== PDOC__NOT ? pdoc__not(truth) : truth;
}

pdoc_truth pdoc__lint_judge_type(const struct pdoc__lint_run *run, const struct pdoc__type *type,
                                 const struct pdoc__predicate *when)
{
    return judge_type(run, type, when, PDOC__PREDICATE_DEPTH + 1);
}

static bool has_schedule(const struct pdoc__lint_run *run, const struct pdoc__type *type)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_SCHEDULE]; i++) {
        const struct pdoc__due_rule *due = &run->profile->schedule[i];
        bool is_review = strcmp(due->kind, "review") == 0 || strcmp(due->kind, "first-review") == 0;
        if (is_review && judge_type(run, type, due->when, PDOC__PREDICATE_DEPTH + 1) != PDOC_FALSE)
            return true;
    }
    return false;
}

/* Which line the type stands in may hang on more than the type; that some line may be for it is enough. */
static bool has_route(const struct pdoc__lint_run *run, const struct pdoc__type *type)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_ROUTES]; i++)
        if (judge_type(run, type, run->profile->routes[i].when, PDOC__PREDICATE_DEPTH + 1) != PDOC_FALSE)
            return true;
    return false;
}

static void lint_coverage(struct pdoc__lint_run *run)
{
    for (size_t i = 0; i < run->profile->counts[PDOC_PROFILE_TYPES]; i++) {
        const struct pdoc__type *type = &run->profile->types[i];
        if (!has_schedule(run, type))
            pdoc__lint_add(run, PDOC__LINT_TYPE_WITHOUT_SCHEDULE, &type->rule,
                           "no row of the schedule speaks of the type '%.80s'", type->rule.id);
        if (run->profile->counts[PDOC_PROFILE_ROUTES] > 0 && !has_route(run, type))
            pdoc__lint_add(run, PDOC__LINT_TYPE_WITHOUT_ROUTE, &type->rule,
                           "no line of the sign-off matrix is for the type '%.80s': who signs it off is stated nowhere",
                           type->rule.id);
    }
}

void pdoc__lint_contradictions(struct pdoc__lint_run *run)
{
    lint_conditions(run);
    pdoc__lint_conditions_of_flow(run);
    lint_pairs(run);
    lint_coverage(run);
    pdoc__lint_routes(run);
    pdoc__lint_states(run);
    pdoc__lint_tracks(run);
    pdoc__lint_references(run);
}
