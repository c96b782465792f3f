/* SPDX-License-Identifier: MIT */
/* Answers what an operand of a rule asks of the document at hand. Knows nothing of what the rule makes of it. */
#include <string.h>

#include "governance/judge.h"

static const struct pdoc__value nothing = {.row = -1, .date = {PDOC__NO_DAY, PDOC__NO_DAY}};

static struct pdoc__value given_text(struct pdoc__judge *judge, const char *text, const struct pdoc__operand *operand)
{
    return pdoc__text_value(judge, text, operand->type);
}

static struct pdoc__value given_number(int64_t number)
{
    struct pdoc__value value = nothing;
    value.state = PDOC__GIVEN;
    value.type = PDOC__NUMBER;
    value.count = 1;
    value.number = number;
    return value;
}

static struct pdoc__value of_type(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    (void)operand;
    return judge->type_value;
}

static struct pdoc__value of_category(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    return given_text(judge, judge->doc->category, operand);
}

static struct pdoc__value of_scope(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    return given_text(judge, judge->doc->scope, operand);
}

static struct pdoc__value of_title(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    const char *title = judge->doc ? pdoc_document_title(judge->doc) : judge->reg->title;
    return given_text(judge, title, operand);
}

/* Joins texts that are already in a list. */
static struct pdoc__value of_texts(const char **texts, size_t count, const struct pdoc__operand *operand)
{
    struct pdoc__value value = nothing;
    value.type = operand->type;
    if (count == 0)
        return value;
    value.state = PDOC__GIVEN;
    value.count = (uint32_t)count;
    value.items = texts;
    value.text = texts[0];
    return value;
}

static struct pdoc__value of_reference(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    return of_texts(judge->doc->references, judge->doc->reference_count, operand);
}

static struct pdoc__value of_uri(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    return given_text(judge, judge->doc->uri, operand);
}

static struct pdoc__value of_phase(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    struct pdoc__value value = given_text(judge, pdoc_table_code(PDOC_TABLE_PHASE, judge->phase.phase), operand);
    if (judge->phase.phase == PDOC_PHASE_UNDETERMINED)
        value.state = PDOC__CANNOT_TELL;
    value.printed = judge->phase.printed;
    value.event = judge->phase.event;
    return value;
}

static struct pdoc__value of_state(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    struct pdoc__value value = nothing;
    if (judge->due_is_under_way) {
        value.state = PDOC__CANNOT_TELL;
        return value;
    }
    return given_text(judge, pdoc_table_code(PDOC_TABLE_REVIEW_STATE, pdoc__due(judge)->state), operand);
}

static struct pdoc__value of_due(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    struct pdoc__value value = nothing;
    value.type = operand->type;
    if (judge->due_is_under_way) {
        value.state = PDOC__CANNOT_TELL;
        return value;
    }
    return pdoc__date_value(pdoc__day_date(pdoc__due(judge)->due));
}

static struct pdoc__value of_version_label(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    return given_text(judge, judge->version ? judge->version->label : NULL, operand);
}

static struct pdoc__value of_version_content(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    size_t count = judge->version ? judge->version->content_count : 0;
    if (count <= 1)
        return given_text(judge, count == 1 ? judge->version->contents[0].href : NULL, operand);
    const char **hrefs = pdoc__arena_alloc(&judge->scratch, count * sizeof *hrefs, NULL);
    judge->out_of_memory |= hrefs == NULL;
    for (size_t i = 0; hrefs && i < count; i++)
        hrefs[i] = judge->version->contents[i].href;
    return of_texts(hrefs, hrefs ? count : 0, operand);
}

static struct pdoc__value of_as_of(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    (void)operand;
    return pdoc__date_value(judge->as_of);
}

static struct pdoc__value of_version_count(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    (void)operand;
    return given_number(judge->doc->version_count);
}

static const struct {
    struct pdoc__value (*ask)(struct pdoc__judge *judge, const struct pdoc__operand *operand);
    bool also_of_register;
} document_operands[] = {
    [PDOC__OF_TYPE] = {of_type, false},
    [PDOC__OF_CATEGORY] = {of_category, false},
    [PDOC__OF_SCOPE] = {of_scope, false},
    [PDOC__OF_TITLE] = {of_title, true},
    [PDOC__OF_REFERENCE] = {of_reference, false},
    [PDOC__OF_URI] = {of_uri, false},
    [PDOC__OF_PHASE] = {of_phase, false},
    [PDOC__OF_STATE] = {of_state, false},
    [PDOC__OF_DUE] = {of_due, false},
    [PDOC__OF_VERSION_LABEL] = {of_version_label, false},
    [PDOC__OF_VERSION_CONTENT] = {of_version_content, false},
    [PDOC__OF_AS_OF] = {of_as_of, true},
    [PDOC__OF_VERSION_COUNT] = {of_version_count, false},
};

static struct pdoc__value ask_document(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    if (!judge->doc && !document_operands[operand->index].also_of_register)
        return nothing;
    return document_operands[operand->index].ask(judge, operand);
}

static bool holds_field(const struct pdoc__row *row, const struct pdoc__operand *operand)
{
    if (operand->index >= 0)
        return row->known == operand->index;
    return row->known < 0 && row->field && strcmp(row->field, operand->key) == 0;
}

/* Several cells of one field give all that they hold. */
static struct pdoc__value join_cells(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    struct pdoc__value value = nothing;
    const struct pdoc_version *version = judge->version;
    value.type = operand->type;
    size_t met = 0;
    for (size_t i = 0; version && i < version->row_count; i++) {
        if (!holds_field(&version->rows[i], operand))
            continue;
        struct pdoc__value both[2] = {value, pdoc__cell_value(judge, version, i, operand->type)};
        value = met++ == 0 ? both[1] : pdoc__values_join(judge, both, 2);
    }
    return value;
}

static struct pdoc__value ask_cells(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    int16_t field = operand->index;
    if (field < 0 || ((judge->repeated >> field) & 1) != 0)
        return join_cells(judge, operand);
    if (judge->cells[field] > 0)
        return pdoc__cell_value(judge, judge->version, judge->cells[field] - 1u, operand->type);
    struct pdoc__value value = nothing;
    value.type = operand->type;
    return value;
}

static struct pdoc__value ask_property(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    const char *text = judge->doc ? pdoc_document_property(judge->doc, operand->key) : NULL;
    return given_text(judge, text, operand);
}

static struct pdoc__value ask_relations(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    struct pdoc__value value = nothing;
    value.type = operand->type;
    value.countable = true;
    for (size_t i = 0; judge->doc && i < judge->doc->relation_count; i++) {
        const pdoc_relation *relation = judge->doc->relations[i];
        if (strcmp(relation->kind, operand->key) != 0)
            continue;
        struct pdoc__value both[2] = {value, pdoc__relation_member(relation, PDOC__GIVE_TARGET)};
        value = pdoc__values_join(judge, both, 2);
        value.countable = true;
    }
    return value;
}

/* A section of which only the heading is recorded is there all the same. */
static struct pdoc__value ask_section(struct pdoc__judge *judge, const struct pdoc__operand *operand)
{
    for (size_t i = 0; judge->version && i < judge->version->section_count; i++) {
        const struct pdoc__section *section = &judge->version->sections[i];
        if (!section->code || strcmp(section->code, operand->key) != 0)
            continue;
        const char *text = section->text ? section->text : section->title;
        return given_text(judge, text ? text : section->code, operand);
    }
    return nothing;
}

static struct pdoc__value ask_item(struct pdoc__judge *judge, const struct pdoc__operand *operand, const void *item)
{
    if (!item)
        return nothing;
    if (judge->inside == PDOC__SOURCE_RELATION)
        return pdoc__relation_member(item, operand->index);
    return pdoc__event_member(judge, item, operand->index);
}

/* A type that is recorded but not of the profile cannot be compared; its text is kept for messages. */
struct pdoc__value pdoc__type_value(struct pdoc__judge *judge)
{
    if (judge->type)
        return pdoc__text_value(judge, judge->type->rule.id, PDOC__CODE);
    struct pdoc__value value = pdoc__text_value(judge, judge->doc->type, PDOC__CODE);
    if (value.state == PDOC__GIVEN)
        value.state = PDOC__CANNOT_TELL;
    return value;
}

struct pdoc__value pdoc__operand_value(struct pdoc__judge *judge, const struct pdoc__operand *operand, const void *item)
{
    switch (operand->kind) {
    case PDOC__OPERAND_FACT:
        return judge->profile ? *pdoc__fact(judge, (size_t)operand->index) : nothing;
    case PDOC__OPERAND_FIELD:
        return ask_cells(judge, operand);
    case PDOC__OPERAND_PROPERTY:
        return ask_property(judge, operand);
    case PDOC__OPERAND_RELATION:
        return ask_relations(judge, operand);
    case PDOC__OPERAND_SECTION:
        return ask_section(judge, operand);
    case PDOC__OPERAND_DOCUMENT:
        return ask_document(judge, operand);
    default:
        return ask_item(judge, operand, item);
    }
}
