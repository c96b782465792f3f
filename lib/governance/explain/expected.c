/* SPDX-License-Identifier: MIT */
/* What a rule asks for and what was found, in words: the part of a predicate that decided. Judges nothing itself. */
#include <string.h>

#include "base/text.h"
#include "governance/audit/audit.h"
#include "governance/explain/words.h"

#define DEEPEST 40u   /* as deep as predicates are judged */
#define MOST_ITEMS 8u /* of a set; a longer one is named, not listed */

/* A predicate on its way into words. */
struct asking {
    struct pdoc__buffer *out;
    struct pdoc__judge *judge;
    const struct pdoc__predicate *leaf; /* the comparison that decided, or NULL */
};

/* Between the two sides of a comparison: as a sentence, "the type is policy", or behind a label, "Who ratified it:
   executive". */
static const struct {
    const char *asked;
    const char *denied; /* the same under `not` */
    const char *asked_of_label;
    const char *denied_of_label;
} verbs[PDOC__OPERATOR_COUNT] = {
    [PDOC__PRESENT] = {" is recorded", " is not recorded", "recorded", "not recorded"},
    [PDOC__EQUALS] = {" is ", " is not ", "", "not "},
    [PDOC__IN] = {" is one of ", " is none of ", "one of ", "none of "},
    [PDOC__HAS_ALL] = {" names all of ", " does not name all of ", "all of ", "not all of "},
    [PDOC__HAS_ANY] = {" names one of ", " names none of ", "at least one of ", "none of "},
    [PDOC__HAS_NONE] = {" names none of ", " names one of ", "none of ", "at least one of "},
    [PDOC__COUNT] = {" is there ", " is not there ", "", "not "},
    [PDOC__BEFORE] = {" is before ", " is not before ", "before ", "not before "},
    [PDOC__NOT_BEFORE] = {" is not before ", " is before ", "not before ", "before "},
    [PDOC__AFTER] = {" is after ", " is not after ", "after ", "not after "},
    [PDOC__NOT_AFTER] = {" is not after ", " is after ", "not after ", "after "},
    [PDOC__MATCHES] = {" has the form ", " has not the form ", "of the form ", "not of the form "},
};

/* What it means for a part of a document to be there. */
static const struct presence {
    const char *asked;
    const char *denied;
} presences[] = {
    [PDOC__OPERAND_FIELD] = {" is filled in", " is not filled in"},
    [PDOC__OPERAND_RELATION] = {" is there", " is not there"},
    [PDOC__OPERAND_SECTION] = {" is there", " is not there"},
};
#define PRESENCE_COUNT (sizeof presences / sizeof *presences)

static bool ends_with(const char *text, char byte)
{
    const size_t size = text ? strlen(text) : 0;
    return size > 0 && text[size - 1] == byte;
}

static bool is_of_kind(const struct pdoc__predicate *rule)
{
    const struct pdoc__operand *left = &rule->left;
    return rule->operator == PDOC__EQUALS && left->kind == PDOC__OPERAND_FACT;
}

/* A fact that gives the kind of what it selects is there or is not; its code says no more. */
static bool asks_for_presence(const struct asking *asking, const struct pdoc__predicate *rule)
{
    if (rule->operator == PDOC__PRESENT)
        return true;
    return is_of_kind(rule) && !rule->has_other && asking->judge->profile &&
           asking->judge->profile->facts[rule->left.index].give == PDOC__GIVE_KIND;
}

static void add_verb(const struct asking *asking, const struct pdoc__predicate *rule, bool denied)
{
    struct pdoc__buffer *out = asking->out;
    const uint8_t operator = asks_for_presence(asking, rule) ? PDOC__PRESENT : rule->operator;
    if (!pdoc__operand_has_label(asking->judge->profile, &rule->left)) {
        const char *verb = denied ? verbs[operator].denied : verbs[operator].asked;
        const struct presence *own = rule->left.kind < PRESENCE_COUNT ? &presences[rule->left.kind] : NULL;
        if (own && own->asked && operator == PDOC__PRESENT)
            verb = denied ? own->denied : own->asked;
        pdoc__buffer_text(out, verb);
        return;
    }
    const char *label = asking->judge->profile->facts[rule->left.index].rule.label;
    const bool says_it = operator == PDOC__PRESENT && !denied && pdoc__text_contains(label, "recorded");
    if (says_it) /* "A recorded ratification" */
        return;
    pdoc__buffer_text(out, ends_with(label, '?') ? " " : ": ");
    pdoc__buffer_text(out, denied ? verbs[operator].denied_of_label : verbs[operator].asked_of_label);
}

static void add_count(const struct asking *asking, const struct pdoc__predicate *rule)
{
    struct pdoc__buffer *out = asking->out;
    const bool is_labelled = pdoc__operand_has_label(asking->judge->profile, &rule->left);
    const bool is_most = rule->maximum >= 0 && rule->minimum <= 0;
    if (is_labelled && rule->maximum == 0) {
        pdoc__buffer_text(out, "none");
        return;
    }
    if (rule->maximum == rule->minimum)
        pdoc__buffer_text(out, "exactly ");
    else
        pdoc__buffer_text(out, is_most ? "at most " : "at least ");
    pdoc__buffer_number(out, is_most ? rule->maximum : rule->minimum);
    if (rule->maximum > rule->minimum && rule->minimum > 0) {
        pdoc__buffer_text(out, " and at most ");
        pdoc__buffer_number(out, rule->maximum);
    }
    if (is_labelled)
        return;
    pdoc__buffer_text(out, rule->maximum == 1 || (rule->maximum < 0 && rule->minimum == 1) ? " time" : " times");
}

static void add_values(const struct asking *asking, const struct pdoc__predicate *rule)
{
    if (rule->set && rule->values.count > MOST_ITEMS) {
        const struct pdoc__set *set = pdoc__profile_set_named(asking->judge->profile, rule->set);
        if (set && set->rule.label)
            pdoc__buffer_format(asking->out, "\"%s\"", set->rule.label);
        else
            pdoc__buffer_format(asking->out, "the set %s", rule->set);
        return;
    }
    for (size_t i = 0; i < rule->values.count; i++) {
        pdoc__buffer_text(asking->out, i > 0 ? ", " : "");
        pdoc__write_code(asking->out, asking->judge->profile, &rule->left, rule->values.items[i]);
    }
}

/* The day that the right side comes to; false if it cannot be told. */
static bool right_day(const struct asking *asking, const struct pdoc__predicate *rule, pdoc_date *day)
{
    if (!asking->judge->reg)
        return false; /* a profile alone is told of: nothing is judged */
    const struct pdoc__value value = pdoc__operand_value(asking->judge, &rule->other, NULL);
    struct pdoc__interval interval = value.date;
    if (value.state != PDOC__GIVEN || value.type != PDOC__DATE || value.count != 1)
        return false;
    if (rule->has_offset && !pdoc__reckon(asking->judge, value.date, rule->offset, &interval, NULL))
        return false;
    *day = rule->has_offset ? pdoc__interval_date(interval) : value.as_recorded;
    return pdoc_date_is_recorded(*day);
}

static void add_name(const struct asking *asking, const struct pdoc__operand *operand)
{
    const bool is_label = pdoc__operand_has_label(asking->judge->profile, operand);
    pdoc__buffer_text(asking->out, is_label ? "\"" : "");
    pdoc__write_operand(asking->out, asking->judge->profile, operand);
    pdoc__buffer_text(asking->out, is_label ? "\"" : "");
}

/* "2020-06-26 (14 days before "Day of the meeting")"; of the day judged only what it comes to. */
static void add_other(const struct asking *asking, const struct pdoc__predicate *rule)
{
    pdoc_date day = {0, 0, 0};
    const bool is_known = right_day(asking, rule, &day);
    const bool is_today = rule->other.kind == PDOC__OPERAND_DOCUMENT && rule->other.index == PDOC__OF_AS_OF;
    if (is_known && (rule->has_offset || is_today))
        pdoc__buffer_date(asking->out, day);
    if (is_known && is_today)
        return;
    if (is_known && rule->has_offset)
        pdoc__buffer_text(asking->out, " (");
    if (rule->has_offset) {
        pdoc__write_offset(asking->out, rule->offset);
        pdoc__buffer_text(asking->out, rule->offset.months < 0 || rule->offset.count < 0 ? " before " : " after ");
    }
    add_name(asking, &rule->other);
    if (is_known && rule->has_offset)
        pdoc__buffer_byte(asking->out, ')');
}

static bool compares_with_day(const struct pdoc__predicate *rule)
{
    return rule->operator >= PDOC__BEFORE && rule->operator <= PDOC__AFTER;
}

static void add_comparison(const struct asking *asking, const struct pdoc__predicate *rule, bool denied)
{
    pdoc__write_operand(asking->out, asking->judge->profile, &rule->left);
    add_verb(asking, rule, denied);
    if (asks_for_presence(asking, rule))
        return;
    if (rule->has_other)
        add_other(asking, rule);
    else if (rule->operator == PDOC__COUNT)
        add_count(asking, rule);
    else if (compares_with_day(rule))
        pdoc__buffer_date(asking->out, rule->date);
    else
        add_values(asking, rule);
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

/* Alternatives that only ask for cells are one list of cells. */
static bool add_cells(const struct asking *asking, const struct pdoc__predicate *rule, bool denied)
{
    bool are_cells = rule->operator == PDOC__ANY && !denied && rule->child_count > 1;
    for (size_t i = 0; are_cells && i < rule->child_count; i++)
        are_cells = rule->children[i].operator == PDOC__PRESENT && rule->children[i].left.kind == PDOC__OPERAND_FIELD;
    if (!are_cells)
        return false;
    pdoc__buffer_text(asking->out, "one of these cells is filled in: ");
    for (size_t i = 0; i < rule->child_count; i++)
        pdoc__buffer_format(asking->out, "%s\"%s\"", i > 0 ? ", " : "",
                            pdoc__field_name(asking->judge->profile, &rule->children[i].left));
    return true;
}

static void add_expected(const struct asking *asking, const struct pdoc__predicate *rule, bool denied, unsigned depth)
{
    if (rule->operator > PDOC__NOT) {
        add_comparison(asking, rule, denied);
        return;
    }
    if (add_cells(asking, rule, denied))
        return;
    const bool below = denied != (rule->operator == PDOC__NOT);
    const bool one = needs_every_child(rule, denied) && asking->leaf && holds_leaf(rule, asking->leaf, depth);
    const char *between = needs_every_child(rule, denied) ? " and " : ", or ";
    size_t met = 0;
    for (size_t i = 0; depth > 0 && i < rule->child_count; i++) {
        if (one && !holds_leaf(&rule->children[i], asking->leaf, depth - 1))
            continue;
        pdoc__buffer_text(asking->out, met++ > 0 ? between : "");
        add_expected(asking, &rule->children[i], below, depth - 1);
    }
}

void pdoc__write_expected(struct pdoc__buffer *out, struct pdoc__judge *judge, const struct pdoc__predicate *predicate,
                          const struct pdoc__predicate *leaf)
{
    const struct asking asking = {.out = out, .judge = judge, .leaf = leaf};
    if (predicate)
        add_expected(&asking, predicate, false, DEEPEST);
}

static const char *say_words(struct pdoc__audit *audit, struct pdoc__buffer *words)
{
    const char *text = PDOC__SAY(audit, words->data ? words->data : "");
    audit->failed |= words->failed;
    pdoc__buffer_free(words);
    return text;
}

const char *pdoc__say_expected(struct pdoc__audit *audit, const struct pdoc__predicate *predicate,
                               const struct pdoc__predicate *leaf)
{
    struct pdoc__buffer words = {0};
    pdoc__write_expected(&words, &audit->judge, predicate, leaf);
    return say_words(audit, &words);
}

const char *pdoc__operand_words(struct pdoc__audit *audit, const struct pdoc__operand *operand)
{
    struct pdoc__buffer words = {0};
    pdoc__write_operand(&words, audit->judge.profile, operand);
    return say_words(audit, &words);
}

const char *pdoc__say_found(struct pdoc__audit *audit, const struct pdoc__operand *operand,
                            const struct pdoc__value *value)
{
    struct pdoc__buffer words = {0};
    const bool is_code = operand->kind == PDOC__OPERAND_DOCUMENT || (value->type == PDOC__PARTY && value->event);
    const bool is_own_word = is_code && value->text && value->count <= 1;
    if (value->state == PDOC__NOTHING)
        pdoc__write_nothing(&words, audit->judge.profile, operand);
    else if (is_own_word && value->state == PDOC__CANNOT_TELL && operand->kind == PDOC__OPERAND_DOCUMENT &&
             operand->index == PDOC__OF_PHASE)
        pdoc__buffer_text(&words, "the phase cannot be told");
    else if (is_own_word && value->state == PDOC__GIVEN)
        pdoc__write_code(&words, audit->judge.profile, operand, value->text);
    else
        return pdoc__say_value(audit, value);
    return say_words(audit, &words);
}
