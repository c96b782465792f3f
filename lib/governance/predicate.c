/* SPDX-License-Identifier: MIT */
/* Judges predicates: three-valued, with the comparison that decided. Knows nothing of rules or outcomes. */
#include <string.h>

#include "base/text.h"
#include "governance/memory.h"
#include "governance/shortcut.h"

#define DEEPEST 40u /* one more than any reader of predicates allows */

/* ---- one item against another ---- */

static pdoc_truth same_day(struct pdoc__interval left, struct pdoc__interval right)
{
    if (!pdoc__interval_is_recorded(left) || !pdoc__interval_is_recorded(right))
        return PDOC_UNKNOWN;
    if (left.last < right.first || right.last < left.first)
        return PDOC_FALSE;
    bool both_are_days = left.first == left.last && right.first == right.last;
    return both_are_days ? PDOC_TRUE : PDOC_UNKNOWN;
}

static pdoc_truth same_date_text(struct pdoc__interval left, const char *right)
{
    pdoc_date date;
    if (pdoc_date_parse(right, &date, NULL) != PDOC_OK)
        return PDOC_FALSE;
    return same_day(left, pdoc__interval_of(date));
}

static bool same_number(int64_t number, const char *text)
{
    int64_t read = 0;
    size_t length = 0;
    for (; pdoc__is_digit(text[length]) && length < 18; length++)
        read = read * 10 + (text[length] - '0');
    return length > 0 && text[length] == '\0' && read == number;
}

/* Prose, addresses and labels are compared as they are; codes and names whatever their letter case. */
static bool is_exact(uint8_t type)
{
    return type == PDOC__TEXT || type == PDOC__URI || type == PDOC__EVENT;
}

static pdoc_truth same_text(struct pdoc__judge *judge, uint8_t type, const char *left, const char *right)
{
    if (left == right)
        return PDOC_TRUE;
    if (!left || !right)
        return PDOC_UNKNOWN;
    if (strcmp(left, right) == 0)
        return PDOC_TRUE;
    if (type == PDOC__PARTY)
        return pdoc__party_equals(judge, left, right);
    return !is_exact(type) && pdoc__text_same(left, right) ? PDOC_TRUE : PDOC_FALSE;
}

static const char *text_at(const struct pdoc__value *value, size_t index)
{
    return value->count > 1 ? value->items[index] : value->text;
}

static struct pdoc__interval date_at(const struct pdoc__value *value, size_t index)
{
    return value->count > 1 ? value->dates[index] : value->date;
}

/* An item of a value against a text of the rule. */
static pdoc_truth item_is(struct pdoc__judge *judge, const struct pdoc__value *value, size_t index, const char *text)
{
    if (value->type == PDOC__DATE)
        return same_date_text(date_at(value, index), text);
    if (value->type == PDOC__NUMBER && !value->text)
        return same_number(value->number, text) ? PDOC_TRUE : PDOC_FALSE;
    return same_text(judge, value->type, text_at(value, index), text);
}

/* An item of one value against an item of another. */
static pdoc_truth items_are_same(struct pdoc__judge *judge, const struct pdoc__value *left, size_t left_index,
                                 const struct pdoc__value *right, size_t right_index)
{
    if (left->type == PDOC__DATE && right->type == PDOC__DATE)
        return same_day(date_at(left, left_index), date_at(right, right_index));
    if (left->type == PDOC__NUMBER && right->type == PDOC__NUMBER && !left->text && !right->text)
        return left->number == right->number ? PDOC_TRUE : PDOC_FALSE;
    if (right->type == PDOC__DATE || (right->type == PDOC__NUMBER && !right->text))
        return left->type == PDOC__NUMBER || left->type == PDOC__DATE
                   ? PDOC_FALSE
                   : items_are_same(judge, right, right_index, left, left_index);
    uint8_t type = right->type == PDOC__PARTY ? right->type : left->type;
    struct pdoc__value typed = *left;
    typed.type = type;
    return item_is(judge, &typed, left_index, text_at(right, right_index));
}

/* Is the item one of the texts? Codes and parties recur from document to document, and so do the answers. */
static pdoc_truth item_is_one_of(struct pdoc__judge *judge, const struct pdoc__value *value, size_t index,
                                 const struct pdoc__texts *texts)
{
    const bool recurs = value->type == PDOC__PARTY || value->type == PDOC__CODE;
    const char *text = recurs ? text_at(value, index) : NULL;
    struct pdoc__remembered *kept = text ? pdoc__memory_answer(judge, text, texts->items) : NULL;
    if (kept && kept->text == text && kept->list == texts->items && kept->type == value->type)
        return kept->truth;
    pdoc_truth found = PDOC_FALSE;
    for (size_t i = 0; i < texts->count && found != PDOC_TRUE; i++)
        found = pdoc__or(found, item_is(judge, value, index, texts->items[i]));
    if (kept && texts->count > 0)
        *kept = (struct pdoc__remembered){.text = text, .list = texts->items, .truth = found, .type = value->type};
    return found;
}

/* Is the text one of the items? */
static pdoc_truth holds(struct pdoc__judge *judge, const struct pdoc__value *value, const char *text)
{
    pdoc_truth found = PDOC_FALSE;
    for (size_t i = 0; i < value->count && found != PDOC_TRUE; i++)
        found = pdoc__or(found, item_is(judge, value, i, text));
    return found;
}

/* ---- comparisons: what is asked of a value that is there ---- */

struct question {
    struct pdoc__judge *judge;
    const struct pdoc__predicate *rule;
    const struct pdoc__value *left;
    const void *item;
};

static pdoc_truth every_item_is_one_of(const struct question *question)
{
    const struct pdoc__texts *texts = &question->rule->values;
    if (question->left->count == 1)
        return item_is_one_of(question->judge, question->left, 0, texts);
    pdoc_truth all = PDOC_TRUE;
    for (size_t i = 0; i < question->left->count && all != PDOC_FALSE; i++)
        all = pdoc__and(all, item_is_one_of(question->judge, question->left, i, texts));
    return all;
}

/* Does every item of one value occur in the other? */
static pdoc_truth is_within(struct pdoc__judge *judge, const struct pdoc__value *left, const struct pdoc__value *right)
{
    pdoc_truth all = PDOC_TRUE;
    for (size_t i = 0; i < left->count && all != PDOC_FALSE; i++) {
        pdoc_truth found = PDOC_FALSE;
        for (size_t j = 0; j < right->count && found != PDOC_TRUE; j++)
            found = pdoc__or(found, items_are_same(judge, left, i, right, j));
        all = pdoc__and(all, found);
    }
    return all;
}

static pdoc_truth equals(const struct question *question)
{
    if (!question->rule->has_other)
        return every_item_is_one_of(question);
    struct pdoc__value room;
    const struct pdoc__value *right =
        pdoc__ask(question->judge, &question->rule->other, question->item, &room);
    if (right->state != PDOC__GIVEN)
        return PDOC_UNKNOWN;
    return pdoc__and(is_within(question->judge, question->left, right),
                     is_within(question->judge, right, question->left));
}

static pdoc_truth has_all(const struct question *question)
{
    pdoc_truth all = PDOC_TRUE;
    for (size_t i = 0; i < question->rule->values.count && all != PDOC_FALSE; i++)
        all = pdoc__and(all, holds(question->judge, question->left, question->rule->values.items[i]));
    return all;
}

static pdoc_truth has_any(const struct question *question)
{
    pdoc_truth any = PDOC_FALSE;
    for (size_t i = 0; i < question->rule->values.count && any != PDOC_TRUE; i++)
        any = pdoc__or(any, holds(question->judge, question->left, question->rule->values.items[i]));
    return any;
}

static pdoc_truth has_none(const struct question *question)
{
    return pdoc__not(has_any(question));
}

static pdoc_truth counts(const struct question *question)
{
    const struct pdoc__value *left = question->left;
    int64_t number = left->type == PDOC__NUMBER && !left->text ? left->number : (int64_t)left->count;
    const struct pdoc__predicate *rule = question->rule;
    return number >= rule->minimum && (rule->maximum < 0 || number <= rule->maximum) ? PDOC_TRUE : PDOC_FALSE;
}

static pdoc_truth matches(const struct question *question)
{
    for (size_t i = 0; i < question->left->count; i++) {
        const char *text = text_at(question->left, i);
        if (!text)
            return PDOC_UNKNOWN;
        if (question->rule->values.count == 0 || !pdoc__text_matches(text, question->rule->values.items[0]))
            return PDOC_FALSE;
    }
    return PDOC_TRUE;
}

/* ---- dates ---- */

/* The right side, where it is another operand; NULL where that gives no date. */
static const struct pdoc__value *right_dates(const struct question *question, struct pdoc__value *room)
{
    const struct pdoc__value *right =
        pdoc__ask(question->judge, &question->rule->other, question->item, room);
    return right->state == PDOC__GIVEN && right->type == PDOC__DATE ? right : NULL;
}

static struct pdoc__interval moved(const struct question *question, struct pdoc__interval date)
{
    static const struct pdoc__interval none = {PDOC__NO_DAY, PDOC__NO_DAY};
    if (!question->rule->has_offset)
        return date;
    struct pdoc__interval moved;
    return pdoc__reckon(question->judge, date, question->rule->offset, &moved, NULL) ? moved : none;
}

static pdoc_truth compare_dates(uint8_t operator, struct pdoc__interval left, struct pdoc__interval right)
{
    switch (operator) {
    case PDOC__BEFORE:
        return pdoc__interval_is_before(left, right);
    case PDOC__NOT_BEFORE:
        return pdoc__not(pdoc__interval_is_before(left, right));
    case PDOC__AFTER:
        return pdoc__interval_is_before(right, left);
    default:
        return pdoc__not(pdoc__interval_is_before(right, left));
    }
}

static pdoc_truth every_date_stands(const struct question *question, struct pdoc__interval right)
{
    pdoc_truth all = PDOC_TRUE;
    for (size_t i = 0; i < question->left->count && all != PDOC_FALSE; i++)
        all = pdoc__and(all, compare_dates(question->rule->operator, date_at(question->left, i), right));
    return all;
}

/* Of several dates every one must stand in that order to every one on the right. */
static pdoc_truth in_order(const struct question *question)
{
    const struct pdoc__predicate *rule = question->rule;
    if (question->left->type != PDOC__DATE)
        return PDOC_UNKNOWN;
    if (!rule->has_other)
        return every_date_stands(question, pdoc__interval_of(rule->date));
    struct pdoc__value room;
    const struct pdoc__value *right = right_dates(question, &room);
    if (!right)
        return PDOC_UNKNOWN;
    if (right->count == 1)
        return every_date_stands(question, moved(question, right->date));
    pdoc_truth all = PDOC_TRUE;
    for (size_t i = 0; i < right->count && all != PDOC_FALSE; i++)
        all = pdoc__and(all, every_date_stands(question, moved(question, date_at(right, i))));
    return all;
}

static const struct {
    pdoc_truth (*ask)(const struct question *question);
    bool takes_none; /* of what can be counted, nothing recorded is an answer: no items */
} comparisons[PDOC__OPERATOR_COUNT] = {
    [PDOC__EQUALS] = {equals, false},      [PDOC__IN] = {every_item_is_one_of, false},
    [PDOC__HAS_ALL] = {has_all, true},     [PDOC__HAS_ANY] = {has_any, true},
    [PDOC__HAS_NONE] = {has_none, true},   [PDOC__COUNT] = {counts, true},
    [PDOC__BEFORE] = {in_order, false},    [PDOC__NOT_BEFORE] = {in_order, false},
    [PDOC__NOT_AFTER] = {in_order, false}, [PDOC__AFTER] = {in_order, false},
    [PDOC__MATCHES] = {matches, false},
};

static pdoc_truth is_present(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    struct pdoc__value room;
    const struct pdoc__value *left = pdoc__ask(judge, &rule->left, item, &room);
    if (left->state == PDOC__CANNOT_TELL || judge->out_of_memory)
        return PDOC_UNKNOWN;
    return left->state == PDOC__GIVEN ? PDOC_TRUE : PDOC_FALSE;
}

static pdoc_truth compare_values(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    if (rule->operator== PDOC__PRESENT)
        return is_present(judge, rule, item);
    struct pdoc__value room;
    const struct pdoc__value *left = pdoc__ask(judge, &rule->left, item, &room);
    if (left->state == PDOC__CANNOT_TELL || judge->out_of_memory)
        return PDOC_UNKNOWN;
    if (left->state == PDOC__NOTHING && !(left->countable && comparisons[rule->operator].takes_none))
        return PDOC_UNKNOWN;
    const struct question question = {.judge = judge, .rule = rule, .left = left, .item = item};
    return comparisons[rule->operator].ask(&question);
}

static pdoc_truth compare(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    const pdoc__shortcut shortcut = pdoc__shortcut_for(rule);
    const int truth = shortcut ? shortcut(judge, rule, item) : PDOC__NO_SHORTCUT;
    return truth == PDOC__NO_SHORTCUT ? compare_values(judge, rule, item) : (pdoc_truth)truth;
}

/* ---- trees ---- */

struct answer {
    pdoc_truth truth;
    const struct pdoc__predicate *leaf; /* the comparison that decided */
};

static struct answer ask(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item,
                         unsigned depth);

/* Some child is `decisive`: so is the whole. Else one that is unknown makes the whole unknown. */
static struct answer ask_children(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item,
                                  unsigned depth)
{
    pdoc_truth decisive = rule->operator== PDOC__ALL ? PDOC_FALSE : PDOC_TRUE;
    struct answer all = {.truth = pdoc__not(decisive)};
    for (size_t i = 0; i < rule->child_count; i++) {
        struct answer one = ask(judge, &rule->children[i], item, depth);
        if (one.truth == decisive)
            return one;
        bool first_unknown = one.truth == PDOC_UNKNOWN && all.truth != PDOC_UNKNOWN;
        if (first_unknown || !all.leaf)
            all.leaf = one.leaf;
        if (first_unknown)
            all.truth = PDOC_UNKNOWN;
    }
    return all;
}

static struct answer ask(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item,
                         unsigned depth)
{
    if (depth == 0)
        return (struct answer){.truth = PDOC_UNKNOWN, .leaf = rule};
    if (rule->operator> PDOC__NOT)
        return (struct answer){.truth = compare(judge, rule, item), .leaf = rule};
    struct answer answer = ask_children(judge, rule, item, depth - 1);
    if (rule->operator== PDOC__NOT)
        answer.truth = pdoc__not(answer.truth); /* no child holds */
    return answer;
}

pdoc_truth pdoc__predicate(struct pdoc__judge *judge, const struct pdoc__predicate *predicate, const void *item,
                           const struct pdoc__predicate **leaf)
{
    struct answer answer = {.truth = PDOC_TRUE};
    if (predicate && predicate->operator> PDOC__NOT)
        answer = (struct answer){.truth = compare(judge, predicate, item), .leaf = predicate};
    else if (predicate)
        answer = ask(judge, predicate, item, DEEPEST);
    if (judge->out_of_memory)
        answer.truth = PDOC_UNKNOWN;
    if (leaf)
        *leaf = answer.truth == PDOC_TRUE ? NULL : answer.leaf;
    return answer.truth;
}
