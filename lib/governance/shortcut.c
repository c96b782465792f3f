/* SPDX-License-Identifier: MIT */
/* The commonest comparisons, answered from what lies at hand without making a value of it. Whatever is not as simple is
   left to predicate.c, which gives the same answers to everything. */
#include <string.h>

#include "base/text.h"
#include "governance/memory.h"
#include "governance/shortcut.h"
#include "model/build.h"

/* ---- a value that lies at hand: a fact, or the type of the document ---- */

static inline const struct pdoc__value *value_of(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    if (operand->kind == PDOC__OPERAND_FACT)
        return judge->profile ? pdoc__fact(judge, (size_t)operand->index) : NULL;
    const bool is_type = operand->kind == PDOC__OPERAND_DOCUMENT && operand->index == PDOC__OF_TYPE;
    return is_type && judge->doc ? &judge->type_value : NULL;
}

static int value_is_present(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    (void)item;
    static const uint8_t truths[] = {
        [PDOC__NOTHING] = PDOC_FALSE, [PDOC__GIVEN] = PDOC_TRUE, [PDOC__CANNOT_TELL] = PDOC_UNKNOWN};
    const struct pdoc__value *value = value_of(judge, &rule->left);
    return value ? truths[value->state] : PDOC__NO_SHORTCUT;
}

static int equals_one_of(uint8_t type, const char *text, const struct pdoc__texts *texts)
{
    const bool is_exact = type == PDOC__TEXT || type == PDOC__URI || type == PDOC__EVENT;
    for (size_t i = 0; i < texts->count; i++)
        if (strcmp(text, texts->items[i]) == 0)
            return PDOC_TRUE;
    return is_exact ? PDOC_FALSE : PDOC__NO_SHORTCUT;
}

/* Is the text one of those of the rule? Of codes and names the answer is there if that was asked before. */
static int is_one_of(const struct pdoc__judge *judge, uint8_t type, const char *text, const struct pdoc__texts *texts)
{
    if (type == PDOC__DATE || type == PDOC__NUMBER)
        return PDOC__NO_SHORTCUT;
    if (type != PDOC__CODE && type != PDOC__PARTY)
        return equals_one_of(type, text, texts);
    const struct pdoc__remembered *kept = pdoc__memory_answer(judge, text, texts->items);
    const bool is_known = kept && kept->text == text && kept->list == texts->items && kept->type == type;
    return is_known ? (int)kept->truth : PDOC__NO_SHORTCUT;
}

static int value_is_one_of(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    (void)item;
    const struct pdoc__value *value = value_of(judge, &rule->left);
    if (!value || rule->has_other)
        return PDOC__NO_SHORTCUT;
    if (value->state != PDOC__GIVEN)
        return PDOC_UNKNOWN;
    return value->count == 1 && value->text ? is_one_of(judge, value->type, value->text, &rule->values)
                                            : PDOC__NO_SHORTCUT;
}

/* One value that must be one text; where it is that text to the letter, it is in every way of comparing. */
static int value_has_all(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    (void)item;
    const struct pdoc__value *value = value_of(judge, &rule->left);
    if (!value || value->state != PDOC__GIVEN || value->count != 1 || !value->text || rule->values.count != 1)
        return PDOC__NO_SHORTCUT;
    const bool is_text = value->type != PDOC__DATE && value->type != PDOC__NUMBER;
    if (is_text && strcmp(value->text, rule->values.items[0]) == 0)
        return PDOC_TRUE;
    return is_one_of(judge, value->type, value->text, &rule->values);
}

static int value_counts(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    (void)item;
    const struct pdoc__value *value = value_of(judge, &rule->left);
    if (!value || value->state != PDOC__GIVEN)
        return PDOC__NO_SHORTCUT;
    const int64_t number = value->type == PDOC__NUMBER && !value->text ? value->number : (int64_t)value->count;
    return number >= rule->minimum && (rule->maximum < 0 || number <= rule->maximum) ? PDOC_TRUE : PDOC_FALSE;
}

/* ---- a single text ---- */

static const char *text_of_document(const struct pdoc__judge *judge, const struct pdoc__operand *operand, bool *is_plain)
{
    const pdoc_document *doc = judge->doc;
    const struct pdoc_version *version = judge->version;
    *is_plain = true;
    switch (doc ? operand->index : -1) {
    case PDOC__OF_CATEGORY:
        return doc->category;
    case PDOC__OF_SCOPE:
        return doc->scope;
    case PDOC__OF_TITLE:
        return pdoc_document_title(doc);
    case PDOC__OF_REFERENCE:
        *is_plain = doc->reference_count == 1 && *doc->references[0];
        return *is_plain ? doc->references[0] : NULL;
    case PDOC__OF_VERSION_LABEL:
        return version ? version->label : NULL;
    case PDOC__OF_VERSION_CONTENT:
        *is_plain = version && version->content_count == 1;
        return *is_plain ? version->contents[0].href : NULL;
    default:
        *is_plain = false;
        return NULL;
    }
}

static const char *text_of_section(const struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    const struct pdoc_version *version = judge->version;
    for (size_t i = 0; version && i < version->section_count; i++) {
        const struct pdoc__section *section = &version->sections[i];
        if (section->code && *section->code == *operand->key && strcmp(section->code, operand->key) == 0)
            return section->text ? section->text : section->title ? section->title : section->code;
    }
    return NULL;
}

static const char *text_of_property(const struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    return judge->doc ? pdoc_document_property(judge->doc, operand->key) : NULL;
}

static inline int is_given(const char *text)
{
    return text && *text ? PDOC_TRUE : PDOC_FALSE;
}

static int text_is_present(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    bool is_plain;
    const char *text = text_of_document(judge, &rule->left, &is_plain);
    return is_plain ? is_given(text) : value_is_present(judge, rule, item);
}

static int section_is_present(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    (void)item;
    return is_given(text_of_section(judge, &rule->left));
}

static int property_is_present(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    (void)item;
    return rule->left.type == PDOC__TEXT ? is_given(text_of_property(judge, &rule->left)) : PDOC__NO_SHORTCUT;
}

static int property_is_one_of(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    (void)item;
    if (rule->has_other || rule->left.type != PDOC__TEXT)
        return PDOC__NO_SHORTCUT;
    const char *text = text_of_property(judge, &rule->left);
    return text && *text ? is_one_of(judge, PDOC__TEXT, text, &rule->values) : PDOC_UNKNOWN;
}

static int text_is_one_of(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    bool is_plain;
    const char *text = text_of_document(judge, &rule->left, &is_plain);
    if (!is_plain || rule->has_other)
        return value_is_one_of(judge, rule, item);
    return text && *text ? is_one_of(judge, rule->left.type, text, &rule->values) : PDOC_UNKNOWN;
}

static int text_matches(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    (void)item;
    bool is_plain;
    const char *text = text_of_document(judge, &rule->left, &is_plain);
    if (!is_plain || rule->values.count != 1)
        return PDOC__NO_SHORTCUT;
    if (!text || *text == '\0')
        return PDOC_UNKNOWN;
    return pdoc__text_matches(text, rule->values.items[0]) ? PDOC_TRUE : PDOC_FALSE;
}

/* A code of the event under `where`. */
static int member_is_one_of(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    const int16_t attribute = rule->left.index;
    const bool is_code = rule->left.type == PDOC__CODE && attribute >= 0;
    if (!item || !is_code || rule->has_other || judge->inside != PDOC__SOURCE_EVENT)
        return PDOC__NO_SHORTCUT;
    const struct pdoc__event_value *found = pdoc__event_value(item, (enum pdoc__event_attribute)attribute);
    return found && found->text && *found->text ? is_one_of(judge, PDOC__CODE, found->text, &rule->values)
                                                : PDOC_UNKNOWN;
}

/* ---- the one cell of a field ---- */

static const struct pdoc__row *cell_of(const struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    const int16_t field = operand->index;
    if (field < 0 || judge->cells[field] == 0 || ((judge->repeated >> field) & 1) != 0)
        return NULL;
    const struct pdoc__row *cell = &judge->version->rows[judge->cells[field] - 1u];
    return cell->state == PDOC_CELL_GIVEN ? cell : NULL;
}

static int cell_is_present(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    (void)item;
    const struct pdoc__row *cell = rule->left.type == PDOC__DATE ? NULL : cell_of(judge, &rule->left);
    if (!cell || (cell->flags & PDOC__ROW_HAS_VALUE) != 0 || !cell->text)
        return PDOC__NO_SHORTCUT;
    const bool may_be_blank = *cell->text == '\0' || *cell->text == ' ' || *cell->text == ';'; /* a list of nothing */
    return may_be_blank ? PDOC__NO_SHORTCUT : PDOC_TRUE;
}

/* ---- two days ---- */

static bool day_of_cell(const struct pdoc__judge *judge, const struct pdoc__operand *operand,
                        struct pdoc__interval *out)
{
    const struct pdoc__row *cell = operand->type == PDOC__DATE ? cell_of(judge, operand) : NULL;
    if (!cell || !pdoc_date_is_recorded(cell->date))
        return false;
    *out = pdoc__interval_of(cell->date);
    return true;
}

/* False: there is not just one day. A value that cannot be compared gives an interval that is not recorded. */
static inline bool day_of(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__interval *out)
{
    static const struct pdoc__interval no_interval = {PDOC__NO_DAY, PDOC__NO_DAY};
    if (operand->kind == PDOC__OPERAND_FIELD)
        return day_of_cell(judge, operand, out);
    const struct pdoc__value *value = value_of(judge, operand);
    if (!value || value->count > 1)
        return false;
    *out = value->state == PDOC__GIVEN && value->type == PDOC__DATE ? value->date : no_interval;
    return true;
}

static int days_stand(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    (void)item;
    struct pdoc__interval left;
    struct pdoc__interval right;
    if (!rule->has_other || !day_of(judge, &rule->left, &left))
        return PDOC__NO_SHORTCUT;
    if (!pdoc__interval_is_recorded(left))
        return PDOC_UNKNOWN;
    if (!day_of(judge, &rule->other, &right))
        return PDOC__NO_SHORTCUT;
    if (rule->has_offset && pdoc__interval_is_recorded(right) &&
        !pdoc__reckon(judge, right, rule->offset, &right, NULL))
        return PDOC_UNKNOWN;
    const bool is_before = rule->operator== PDOC__BEFORE || rule->operator== PDOC__NOT_BEFORE;
    const pdoc_truth truth = is_before ? pdoc__interval_is_before(left, right) : pdoc__interval_is_before(right, left);
    return (int)(rule->operator== PDOC__BEFORE || rule->operator== PDOC__AFTER ? truth : pdoc__not(truth));
}

const pdoc__shortcut pdoc__shortcuts[PDOC__OPERATOR_COUNT][PDOC__OPERAND_KIND_COUNT] = {
    [PDOC__PRESENT] = {[PDOC__OPERAND_FACT] = value_is_present,
                       [PDOC__OPERAND_FIELD] = cell_is_present,
                       [PDOC__OPERAND_PROPERTY] = property_is_present,
                       [PDOC__OPERAND_SECTION] = section_is_present,
                       [PDOC__OPERAND_DOCUMENT] = text_is_present},
    [PDOC__EQUALS] = {[PDOC__OPERAND_FACT] = value_is_one_of,
                      [PDOC__OPERAND_PROPERTY] = property_is_one_of,
                      [PDOC__OPERAND_DOCUMENT] = text_is_one_of,
                      [PDOC__OPERAND_ITEM] = member_is_one_of},
    [PDOC__IN] = {[PDOC__OPERAND_FACT] = value_is_one_of,
                  [PDOC__OPERAND_PROPERTY] = property_is_one_of,
                  [PDOC__OPERAND_DOCUMENT] = text_is_one_of,
                  [PDOC__OPERAND_ITEM] = member_is_one_of},
    [PDOC__HAS_ALL] = {[PDOC__OPERAND_FACT] = value_has_all},
    [PDOC__COUNT] = {[PDOC__OPERAND_FACT] = value_counts},
    [PDOC__BEFORE] = {[PDOC__OPERAND_FACT] = days_stand, [PDOC__OPERAND_FIELD] = days_stand},
    [PDOC__NOT_BEFORE] = {[PDOC__OPERAND_FACT] = days_stand, [PDOC__OPERAND_FIELD] = days_stand},
    [PDOC__AFTER] = {[PDOC__OPERAND_FACT] = days_stand, [PDOC__OPERAND_FIELD] = days_stand},
    [PDOC__NOT_AFTER] = {[PDOC__OPERAND_FACT] = days_stand, [PDOC__OPERAND_FIELD] = days_stand},
    [PDOC__MATCHES] = {[PDOC__OPERAND_DOCUMENT] = text_matches},
};

/* Nearly always all of them hold; where one does not, the long way says which. */
static int all_hold(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    for (size_t i = 0; i < rule->child_count; i++) {
        const struct pdoc__predicate *child = &rule->children[i];
        const pdoc__shortcut shortcut = pdoc__shortcut_for(child);
        if (!shortcut || shortcut(judge, child, item) != PDOC_TRUE)
            return PDOC__NO_SHORTCUT;
    }
    return PDOC_TRUE;
}

static int the_long_way(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    return (int)pdoc__predicate(judge, rule, item, NULL);
}

pdoc__shortcut pdoc__shortcut_or_long_way(const struct pdoc__predicate *rule)
{
    const pdoc__shortcut shortcut = rule->operator== PDOC__ALL ? all_hold : pdoc__shortcut_for(rule);
    return shortcut ? shortcut : the_long_way;
}
