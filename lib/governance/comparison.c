/* SPDX-License-Identifier: MIT */
/* Makes comparisons that were written down into predicates. Knows neither XML nor the one-line form. */
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "governance/comparison.h"

enum { VALUE = 1, LIST = 2, OTHER = 4, OFFSET = 8, BOUNDS = 16, DATES = 32 };

/* What each operator takes on its right side. */
static const uint8_t takes[PDOC__OPERATOR_COUNT] = {
    [PDOC__EQUALS] = VALUE | OTHER,
    [PDOC__IN] = LIST,
    [PDOC__HAS_ALL] = LIST,
    [PDOC__HAS_ANY] = LIST,
    [PDOC__HAS_NONE] = LIST,
    [PDOC__COUNT] = BOUNDS,
    [PDOC__BEFORE] = VALUE | OTHER | OFFSET | DATES,
    [PDOC__NOT_BEFORE] = VALUE | OTHER | OFFSET | DATES,
    [PDOC__NOT_AFTER] = VALUE | OTHER | OFFSET | DATES,
    [PDOC__AFTER] = VALUE | OTHER | OFFSET | DATES,
    [PDOC__MATCHES] = VALUE,
};

bool pdoc__operator_compares_dates(uint8_t operator)
{
    return (takes[operator] & DATES) != 0;
}

int pdoc__operator_find(const char *name)
{
    for (int i = 0; i < PDOC__OPERATOR_COUNT; i++) {
        if (strcmp(pdoc__operator_names[i], name) == 0)
            return i;
    }
    return -1;
}

bool pdoc__texts_copy(struct pdoc__arena *arena, const struct pdoc__texts *source, struct pdoc__texts *out,
                      pdoc_error **error)
{
    *out = (struct pdoc__texts){0};
    if (source->count == 0)
        return true;
    const char **items = pdoc__arena_alloc(arena, source->count * sizeof *items, error);
    if (!items)
        return false;
    for (size_t i = 0; i < source->count; i++) {
        items[i] = pdoc__arena_text(arena, source->items[i], strlen(source->items[i]), error);
        if (!items[i])
            return false;
    }
    *out = (struct pdoc__texts){.items = items, .count = source->count};
    return true;
}

/* The next word of a text; NULL at its end. */
static const char *next_word(const char *text, size_t *length)
{
    while (*text && pdoc__text_is_space(text, 1))
        text++;
    *length = 0;
    while (text[*length] && !pdoc__text_is_space(text + *length, 1))
        (*length)++;
    return *length > 0 ? text : NULL;
}

bool pdoc__texts_split(struct pdoc__arena *arena, const char *text, struct pdoc__texts *out, pdoc_error **error)
{
    *out = (struct pdoc__texts){0};
    size_t count = 0;
    size_t length = 0;
    for (const char *word = text; (word = next_word(word, &length)) != NULL; word += length)
        count++;
    if (count == 0)
        return true;
    const char **items = pdoc__arena_alloc(arena, count * sizeof *items, error);
    if (!items)
        return false;
    count = 0;
    for (const char *word = text; (word = next_word(word, &length)) != NULL; word += length) {
        items[count] = pdoc__arena_text(arena, word, length, error);
        if (!items[count++])
            return false;
    }
    *out = (struct pdoc__texts){.items = items, .count = count};
    return true;
}

#define FAIL(maker, error, ...) (pdoc__fail_at(error, PDOC_ERR_INVALID, &(maker)->place, __VA_ARGS__), false)

static bool resolve(const struct pdoc__maker *maker, const char *name, struct pdoc__operand *out, pdoc_error **error)
{
    const char *kept = pdoc__arena_text(maker->arena, name, strlen(name), error);
    if (!kept)
        return false;
    if (pdoc__operand_resolve(maker->profile, kept, maker->inside, out))
        return true;
    return FAIL(maker, error, "'%.80s' is neither a fact of the profile nor one of the library's operands", name);
}

/* A number from 0 to 999999. */
static bool read_bound(const struct pdoc__maker *maker, const char *text, int32_t *out, pdoc_error **error)
{
    int32_t number = 0;
    size_t length = strlen(text);
    bool good = length > 0 && length <= 6;
    for (size_t i = 0; good && i < length; i++) {
        good = pdoc__is_digit(text[i]);
        number = number * 10 + (text[i] - '0');
    }
    if (!good)
        return FAIL(maker, error, "'%.40s' is not a number", text);
    *out = number;
    return true;
}

static bool make_bounds(const struct pdoc__maker *maker, const struct pdoc__written *written,
                        struct pdoc__predicate *out, pdoc_error **error)
{
    out->maximum = -1;
    if (!written->minimum && !written->maximum)
        return FAIL(maker, error, "count needs min, max or both");
    if (written->minimum && !read_bound(maker, written->minimum, &out->minimum, error))
        return false;
    return !written->maximum || read_bound(maker, written->maximum, &out->maximum, error);
}

static bool make_list(const struct pdoc__maker *maker, const struct pdoc__written *written, struct pdoc__predicate *out,
                      pdoc_error **error)
{
    if (written->items)
        return pdoc__texts_copy(maker->arena, written->items, &out->values, error);
    if (!written->set && !written->values)
        return FAIL(maker, error, "%s needs a set or values", pdoc__operator_names[out->operator]);
    if (written->set && written->values)
        return FAIL(maker, error, "%s takes a set or values, not both", pdoc__operator_names[out->operator]);
    if (!written->set)
        return pdoc__texts_split(maker->arena, written->values, &out->values, error);
    const struct pdoc__set *set = pdoc__profile_set_named(maker->profile, written->set);
    if (!set)
        return FAIL(maker, error, "the profile has no set '%.80s'", written->set);
    out->set = set->rule.id;
    return pdoc__texts_copy(maker->arena, &set->items, &out->values, error);
}

static bool make_value(const struct pdoc__maker *maker, const char *value, struct pdoc__predicate *out,
                       pdoc_error **error)
{
    const struct pdoc__texts one = {.items = &value, .count = 1};
    bool is_date = pdoc_date_parse(value, &out->date, NULL) == PDOC_OK;
    if (!is_date && pdoc__operator_compares_dates(out->operator))
        return FAIL(maker, error, "'%.40s' is not a date such as 2020-07-07, 2020-07 or 2020", value);
    return pdoc__texts_copy(maker->arena, &one, &out->values, error);
}

static bool make_offset(const struct pdoc__maker *maker, const char *offset, struct pdoc__predicate *out,
                        pdoc_error **error)
{
    if (pdoc_offset_parse(offset, &out->offset, NULL) != PDOC_OK)
        return FAIL(maker, error, "'%.40s' is not an offset such as P3Y, -P14D or 3 working-days", offset);
    out->has_offset = true;
    return true;
}

static bool make_single(const struct pdoc__maker *maker, const struct pdoc__written *written,
                        struct pdoc__predicate *out, pdoc_error **error)
{
    const char *name = pdoc__operator_names[out->operator];
    bool takes_other = (takes[out->operator] & OTHER) != 0;
    if (written->value && written->other)
        return FAIL(maker, error, "%s takes a value or another operand, not both", name);
    if (written->value)
        return make_value(maker, written->value, out, error);
    if (!written->other || !takes_other)
        return FAIL(maker, error, takes_other ? "%s needs a value or another operand" : "%s needs a value", name);
    out->has_other = true;
    if (!resolve(maker, written->other, &out->other, error))
        return false;
    return !written->offset || make_offset(maker, written->offset, out, error);
}

/* Names a part that the operator has no use for, or NULL. */
static const char *superfluous(const struct pdoc__written *written)
{
    const struct {
        const char *name;
        bool written;
        unsigned needs;
    } parts[] = {
        {"value", written->value != NULL, VALUE},
        {"other", written->other != NULL, OTHER},
        {"offset", written->offset != NULL, OFFSET},
        {"set", written->set != NULL, LIST},
        {"values", written->values || written->items, LIST},
        {"min", written->minimum != NULL, BOUNDS},
        {"max", written->maximum != NULL, BOUNDS},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].written && (takes[written->operator] & parts[i].needs) == 0)
            return parts[i].name;
    }
    return written->offset && written->value ? "offset" : NULL;
}

static bool predicate_copy(const struct pdoc__maker *maker, const struct pdoc__predicate *source,
                           struct pdoc__predicate *out, unsigned depth, pdoc_error **error)
{
    *out = *source;
    if (depth == 0)
        return FAIL(maker, error, "a rule lies more than %d deep", PDOC__PREDICATE_DEPTH);
    if (source->operator> PDOC__NOT) {
        const struct pdoc__set *set = source->set ? pdoc__profile_set_named(maker->profile, source->set) : NULL;
        if (source->set && !set)
            return FAIL(maker, error, "the profile has no set '%.80s', which a rule that it inherits needs",
                        source->set);
        out->set = set ? set->rule.id : NULL;
        return resolve(maker, source->left.name, &out->left, error) &&
               (!source->has_other || resolve(maker, source->other.name, &out->other, error)) &&
               pdoc__texts_copy(maker->arena, set ? &set->items : &source->values, &out->values, error);
    }
    struct pdoc__predicate *children =
        pdoc__arena_zero(maker->arena, (source->child_count + (size_t)1) * sizeof *children, error);
    if (!children)
        return false;
    for (size_t i = 0; i < source->child_count; i++) {
        if (!predicate_copy(maker, &source->children[i], &children[i], depth - 1, error))
            return false;
    }
    out->children = children;
    return true;
}

bool pdoc__predicate_copy(const struct pdoc__maker *maker, const struct pdoc__predicate *source,
                          struct pdoc__predicate *out, pdoc_error **error)
{
    return predicate_copy(maker, source, out, PDOC__PREDICATE_DEPTH + 1, error);
}

/* The library's table of the operand's values; -1: none. */
static int closed_table(const struct pdoc__operand *operand)
{
    if (operand->kind == PDOC__OPERAND_TARGET)
        return strcmp(operand->key, "phase") == 0   ? (int)PDOC_TABLE_PHASE
               : strcmp(operand->key, "state") == 0 ? (int)PDOC_TABLE_REVIEW_STATE
                                                    : -1;
    if (operand->kind != PDOC__OPERAND_DOCUMENT)
        return -1;
    return operand->index == PDOC__OF_PHASE   ? (int)PDOC_TABLE_PHASE
           : operand->index == PDOC__OF_STATE ? (int)PDOC_TABLE_REVIEW_STATE
                                              : -1;
}

/* The words of the list one after the other; NULL behind the last. */
static const char *closed_code(const pdoc_profile *profile, int table, size_t row)
{
    if (table >= 0)
        return pdoc_table_code((pdoc_table)table, row);
    return row < profile->counts[PDOC_PROFILE_TYPES] ? profile->types[row].rule.id : NULL;
}

static const char *find_closed(const pdoc_profile *profile, int table, const char *word)
{
    if (table < 0) {
        const struct pdoc__type *type = pdoc__profile_type(profile, word);
        return type ? type->rule.id : NULL;
    }
    for (size_t row = 0; pdoc_table_code((pdoc_table)table, row); row++)
        if (pdoc__text_same(pdoc_table_code((pdoc_table)table, row), word) ||
            pdoc__text_same(pdoc_table_label((pdoc_table)table, row), word))
            return pdoc_table_code((pdoc_table)table, row);
    return NULL;
}

bool pdoc__operand_is_closed(const pdoc_profile *profile, const struct pdoc__operand *operand)
{
    const bool is_type = operand->kind == PDOC__OPERAND_DOCUMENT && operand->index == PDOC__OF_TYPE;
    return closed_table(operand) >= 0 || (is_type && profile && profile->counts[PDOC_PROFILE_TYPES] > 0);
}

const char *pdoc__closed_word(const struct pdoc__maker *maker, const struct pdoc__operand *operand, const char *word,
                              pdoc_error **error)
{
    const int table = closed_table(operand);
    const char *found = find_closed(maker->profile, table, word);
    if (found)
        return found;
    struct pdoc__buffer known = {0};
    for (size_t row = 0; closed_code(maker->profile, table, row); row++)
        pdoc__buffer_format(&known, "%s%s", row > 0 ? ", " : "", closed_code(maker->profile, table, row));
    if (known.failed)
        pdoc__fail_memory(error);
    else
        pdoc__fail_at(error, PDOC_ERR_INVALID, &maker->place, "there is no %s '%.80s'; there are %s", operand->name,
                      word, known.data);
    pdoc__buffer_free(&known);
    return NULL;
}

bool pdoc__mean_all_overdue(struct pdoc__arena *arena, struct pdoc__predicate *comparison, pdoc_error **error)
{
    const char *overdue = pdoc_table_code(PDOC_TABLE_REVIEW_STATE, PDOC_REVIEW_OVERDUE);
    const size_t count = comparison->values.count;
    bool is_asked = false;
    if (closed_table(&comparison->left) != (int)PDOC_TABLE_REVIEW_STATE || comparison->operator== PDOC__HAS_ALL ||
        comparison->operator== PDOC__MATCHES)
        return true;
    for (size_t i = 0; i < count; i++)
        is_asked = is_asked || strcmp(comparison->values.items[i], overdue) == 0;
    if (!is_asked)
        return true;
    const char **items = pdoc__arena_alloc(arena, (count + 2) * sizeof *items, error);
    if (!items)
        return false;
    memcpy(items, comparison->values.items, count * sizeof *items);
    items[count] = pdoc_table_code(PDOC_TABLE_REVIEW_STATE, PDOC_REVIEW_OVERDUE_UNDER_WAY);
    items[count + 1] = pdoc_table_code(PDOC_TABLE_REVIEW_STATE, PDOC_REVIEW_OVERDUE_EXTENDED);
    comparison->values = (struct pdoc__texts){.items = items, .count = count + 2};
    return true;
}

bool pdoc__comparison_make(const struct pdoc__maker *maker, const struct pdoc__written *written,
                           struct pdoc__predicate *out, pdoc_error **error)
{
    const char *name = pdoc__operator_names[written->operator];
    *out = (struct pdoc__predicate){.operator= written->operator, .line = maker->place.line };
    if (!written->of)
        return FAIL(maker, error, "%s needs an operand", name);
    const char *extra = superfluous(written);
    if (extra)
        return FAIL(maker, error, "%s does not take %s%s", name, extra, written->value ? " beside its value" : "");
    if (!resolve(maker, written->of, &out->left, error))
        return false;
    unsigned needs = takes[written->operator];
    if (needs & BOUNDS)
        return make_bounds(maker, written, out, error);
    if (needs & LIST)
        return make_list(maker, written, out, error);
    return needs == 0 || make_single(maker, written, out, error);
}
