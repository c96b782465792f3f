/* SPDX-License-Identifier: MIT */
/* What a rule asks for, in words: the part of a predicate that decided. Judges nothing itself. */
#include <string.h>

#include "governance/audit.h"

#define DEEPEST 40u   /* as deep as predicates are judged */
#define MOST_ITEMS 8u /* of a set; a longer one is named, not listed */

static const struct {
    const char *asked;  /* between the two sides */
    const char *denied; /* the same under `not` */
} verbs[PDOC__OPERATOR_COUNT] = {
    [PDOC__PRESENT] = {" is recorded", " is not recorded"},
    [PDOC__EQUALS] = {" is ", " is not "},
    [PDOC__IN] = {" is one of ", " is none of "},
    [PDOC__HAS_ALL] = {" names all of ", " does not name all of "},
    [PDOC__HAS_ANY] = {" names one of ", " names none of "},
    [PDOC__HAS_NONE] = {" names none of ", " names one of "},
    [PDOC__COUNT] = {" is there ", " is not there "},
    [PDOC__BEFORE] = {" is before ", " is not before "},
    [PDOC__NOT_BEFORE] = {" is not before ", " is before "},
    [PDOC__AFTER] = {" is after ", " is not after "},
    [PDOC__NOT_AFTER] = {" is not after ", " is after "},
    [PDOC__MATCHES] = {" has the form ", " has not the form "},
};

static void add_operand(struct pdoc__buffer *out, const struct pdoc__operand *operand)
{
    static const char *const leads[] = {
        [PDOC__OPERAND_FIELD] = "",
        [PDOC__OPERAND_PROPERTY] = "the property ",
        [PDOC__OPERAND_RELATION] = "a relation ",
        [PDOC__OPERAND_SECTION] = "the section ",
    };
    const char *lead = operand->kind < sizeof leads / sizeof *leads ? leads[operand->kind] : NULL;
    if (lead && operand->key) {
        pdoc__buffer_text(out, lead);
        pdoc__buffer_text(out, operand->key);
    } else
        pdoc__buffer_text(out, operand->name);
}

const char *pdoc__operand_words(struct pdoc__audit *audit, const struct pdoc__operand *operand)
{
    struct pdoc__buffer words = {0};
    add_operand(&words, operand);
    const char *text = PDOC__SAY(audit, words.data ? words.data : "");
    audit->failed |= words.failed;
    pdoc__buffer_free(&words);
    return text;
}

static void add_offset(struct pdoc__buffer *out, const struct pdoc__predicate *rule)
{
    char text[PDOC_OFFSET_TEXT];
    if (!rule->has_offset)
        return;
    pdoc_offset_format(rule->offset, text);
    pdoc__buffer_text(out, text[0] == '-' ? " - " : " + ");
    pdoc__buffer_text(out, text[0] == '-' ? text + 1 : text);
}

static void add_count(struct pdoc__buffer *out, const struct pdoc__predicate *rule)
{
    if (rule->maximum == rule->minimum)
        pdoc__buffer_text(out, "exactly ");
    else if (rule->maximum >= 0 && rule->minimum <= 0)
        pdoc__buffer_text(out, "at most ");
    else
        pdoc__buffer_text(out, "at least ");
    pdoc__buffer_number(out, rule->maximum >= 0 && rule->minimum <= 0 ? rule->maximum : rule->minimum);
    if (rule->maximum > rule->minimum && rule->minimum > 0) {
        pdoc__buffer_text(out, " and at most ");
        pdoc__buffer_number(out, rule->maximum);
    }
    pdoc__buffer_text(out, rule->maximum == 1 || (rule->maximum < 0 && rule->minimum == 1) ? " time" : " times");
}

static void add_values(struct pdoc__buffer *out, const struct pdoc__predicate *rule)
{
    if (rule->set && rule->values.count > MOST_ITEMS) {
        pdoc__buffer_text(out, "the set ");
        pdoc__buffer_text(out, rule->set);
        return;
    }
    for (size_t i = 0; i < rule->values.count; i++) {
        pdoc__buffer_text(out, i > 0 ? ", " : "");
        pdoc__buffer_text(out, rule->values.items[i]);
    }
}

static bool compares_with_day(const struct pdoc__predicate *rule)
{
    return rule->operator >= PDOC__BEFORE && rule->operator <= PDOC__AFTER;
}

static void add_comparison(struct pdoc__buffer *out, const struct pdoc__predicate *rule, bool denied)
{
    add_operand(out, &rule->left);
    pdoc__buffer_text(out, denied ? verbs[rule->operator].denied : verbs[rule->operator].asked);
    if (rule->operator == PDOC__PRESENT)
        return;
    if (rule->has_other) {
        add_operand(out, &rule->other);
        add_offset(out, rule);
    } else if (rule->operator == PDOC__COUNT)
        add_count(out, rule);
    else if (compares_with_day(rule))
        pdoc__buffer_date(out, rule->date);
    else
        add_values(out, rule);
}

static bool holds_leaf(const struct pdoc__predicate *rule, const struct pdoc__predicate *leaf, unsigned depth)
{
    if (rule == leaf)
        return true;
    for (size_t i = 0; depth > 0 && i < rule->child_count; i++)
        if (holds_leaf(&rule->children[i], leaf, depth - 1))
            return true;
    return false;
}

/* Every child is needed: then the one that decided says it all. Of alternatives all are named. */
static bool needs_every_child(const struct pdoc__predicate *rule, bool denied)
{
    return (rule->operator == PDOC__ALL && !denied) || (rule->operator == PDOC__ANY && denied) ||
           (rule->operator == PDOC__NOT && !denied);
}

static void add_expected(struct pdoc__buffer *out, const struct pdoc__predicate *rule,
                         const struct pdoc__predicate *leaf, bool denied, unsigned depth)
{
    if (rule->operator > PDOC__NOT) {
        add_comparison(out, rule, denied);
        return;
    }
    const bool below = denied != (rule->operator == PDOC__NOT);
    const bool one = needs_every_child(rule, denied) && leaf && holds_leaf(rule, leaf, depth);
    const char *between = needs_every_child(rule, denied) ? " and " : " or ";
    size_t met = 0;
    for (size_t i = 0; depth > 0 && i < rule->child_count; i++) {
        if (one && !holds_leaf(&rule->children[i], leaf, depth - 1))
            continue;
        pdoc__buffer_text(out, met++ > 0 ? between : "");
        add_expected(out, &rule->children[i], leaf, below, depth - 1);
    }
}

const char *pdoc__say_expected(struct pdoc__audit *audit, const struct pdoc__predicate *predicate,
                               const struct pdoc__predicate *leaf)
{
    struct pdoc__buffer words = {0};
    if (predicate)
        add_expected(&words, predicate, leaf, false, DEEPEST);
    const char *text = PDOC__SAY(audit, words.data ? words.data : "");
    audit->failed |= words.failed;
    pdoc__buffer_free(&words);
    return text;
}
