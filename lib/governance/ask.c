/* SPDX-License-Identifier: MIT */
/* Answers what an operand of a rule asks of the document at hand. Knows nothing of what the rule makes of it. */
#include <string.h>

#include "governance/memory.h"
#include "governance/relations/binding.h"
#include "governance/relations/target.h"
#include "governance/rows/matrix.h"

typedef void asker(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out);

static void of_type(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    (void)operand;
    *out = judge->type_value;
}

static void of_category(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    pdoc__text_value(judge, judge->doc->category, operand->type, out);
}

static void of_scope(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    pdoc__text_value(judge, judge->doc->scope, operand->type, out);
}

static void of_title(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    const char *title = judge->doc ? pdoc_document_title(judge->doc) : judge->reg->title;
    pdoc__text_value(judge, title, operand->type, out);
}

/* Joins texts that are already in a list. */
static void of_texts(const char **texts, size_t count, uint8_t type, struct pdoc__value *out)
{
    *out = pdoc__nothing;
    out->type = type;
    if (count == 0)
        return;
    out->state = PDOC__GIVEN;
    out->count = (uint32_t)count;
    out->items = texts;
    out->text = texts[0];
}

static void of_reference(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    of_texts(judge->doc->references, judge->doc->reference_count, operand->type, out);
}

static void of_uri(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    pdoc__text_value(judge, judge->doc->uri, operand->type, out);
}

static void of_phase(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    pdoc__text_value(judge, pdoc_table_code(PDOC_TABLE_PHASE, judge->phase.phase), operand->type, out);
    if (judge->phase.phase == PDOC_PHASE_UNDETERMINED)
        out->state = PDOC__CANNOT_TELL;
    out->printed = judge->phase.printed;
    out->event = judge->phase.event;
}

static void of_state(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    if (judge->due_is_under_way)
        *out = pdoc__cannot_tell;
    else
        pdoc__text_value(judge, pdoc_table_code(PDOC_TABLE_REVIEW_STATE, pdoc__due(judge)->state), operand->type, out);
}

static void of_due(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    if (!judge->due_is_under_way) {
        pdoc__date_value(pdoc__day_date(pdoc__due(judge)->due), out);
        return;
    }
    *out = pdoc__cannot_tell;
    out->type = operand->type;
}

static void of_version_label(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    pdoc__text_value(judge, judge->version ? judge->version->label : NULL, operand->type, out);
}

static void of_version_content(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    size_t count = judge->version ? judge->version->content_count : 0;
    if (count <= 1) {
        pdoc__text_value(judge, count == 1 ? judge->version->contents[0].href : NULL, operand->type, out);
        return;
    }
    const char **hrefs = pdoc__arena_alloc(&judge->scratch, count * sizeof *hrefs, NULL);
    judge->out_of_memory |= hrefs == NULL;
    for (size_t i = 0; hrefs && i < count; i++)
        hrefs[i] = judge->version->contents[i].href;
    of_texts(hrefs, hrefs ? count : 0, operand->type, out);
}

static void of_as_of(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    (void)operand;
    pdoc__date_value(judge->as_of, out);
}

static void of_version_count(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    (void)operand;
    pdoc__number_value(judge->doc->version_count, out);
}

static void of_binding(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    const struct pdoc__binding binding = pdoc__binding(judge);
    pdoc__text_value(judge, binding.code, operand->type, out);
    if (!binding.code)
        out->state = PDOC__CANNOT_TELL;
}

static void of_route(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    (void)operand;
    pdoc__lines_value(judge, out);
}

static const struct {
    asker *ask;
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
    [PDOC__OF_BINDING] = {of_binding, false},
    [PDOC__OF_ROUTE] = {of_route, false},
};

static void ask_document(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    if (judge->doc || document_operands[operand->index].also_of_register)
        document_operands[operand->index].ask(judge, operand, out);
    else
        *out = pdoc__nothing;
}

static bool holds_field(const struct pdoc__row *row, const struct pdoc__operand *operand)
{
    if (operand->index >= 0)
        return row->known == operand->index;
    return row->known < 0 && row->field && strcmp(row->field, operand->key) == 0;
}

/* Room for the values that are joined; they are all joined at once, since each joining copies. */
static struct pdoc__value *room_for(struct pdoc__judge *judge, size_t count)
{
    struct pdoc__value *values = pdoc__arena_alloc(&judge->scratch, (count + 1) * sizeof *values, NULL);
    judge->out_of_memory |= values == NULL;
    return values;
}

/* Several cells of one field give all that they hold. */
static void join_cells(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    const struct pdoc_version *version = judge->version;
    size_t count = 0;
    size_t only = 0;
    for (size_t i = 0; version && i < version->row_count; i++)
        if (holds_field(&version->rows[i], operand) && count++ == 0)
            only = i;
    if (count == 1)
        pdoc__cell_value(judge, only, operand->type, out);
    struct pdoc__value *values = count > 1 ? room_for(judge, count) : NULL;
    if (!values)
        return;
    size_t met = 0;
    for (size_t i = only; i < version->row_count; i++)
        if (holds_field(&version->rows[i], operand))
            pdoc__cell_value(judge, i, operand->type, &values[met++]);
    pdoc__values_join(judge, values, met, out);
}

static void ask_cells(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    int16_t field = operand->index;
    bool may_be_several = field < 0 || ((judge->repeated >> field) & 1) != 0;
    if (!may_be_several && judge->cells[field] > 0) {
        pdoc__cell_value(judge, judge->cells[field] - 1u, operand->type, out);
        return;
    }
    *out = pdoc__nothing;
    out->type = operand->type;
    if (may_be_several)
        join_cells(judge, operand, out);
}

static void ask_property(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    const char *text = judge->doc ? pdoc_document_property(judge->doc, operand->key) : NULL;
    pdoc__text_value(judge, text, operand->type, out);
}

static void ask_relations(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    size_t count = 0;
    struct pdoc__value *values = judge->doc && judge->doc->relation_count > 0
                                     ? room_for(judge, judge->doc->relation_count)
                                     : NULL;
    for (size_t i = 0; values && i < judge->doc->relation_count; i++)
        if (strcmp(judge->doc->relations[i]->kind, operand->key) == 0)
            pdoc__relation_member(judge, judge->doc->relations[i], PDOC__GIVE_TARGET, &values[count++]);
    pdoc__values_join(judge, values, count, out);
    if (count == 0)
        out->type = operand->type;
    out->countable = true;
}

/* A section of which only the heading is recorded is there all the same. */
static void ask_section(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    for (size_t i = 0; judge->version && i < judge->version->section_count; i++) {
        const struct pdoc__section *section = &judge->version->sections[i];
        if (!section->code || strcmp(section->code, operand->key) != 0)
            continue;
        const char *text = section->text ? section->text : section->title;
        pdoc__text_value(judge, text ? text : section->code, operand->type, out);
        return;
    }
    *out = pdoc__nothing;
}

static void ask_cells_of_routes(struct pdoc__judge *judge, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    pdoc__cells_value(judge, operand->index, out);
}

/* ---- facts ---- */

/* The event, where one only can be meant; NULL: none, or several. */
static inline const pdoc_event *only_event(const struct pdoc__judge *judge, const struct pdoc__fact_plan *plan)
{
    const struct pdoc__past *past = &judge->past;
    if ((past->kinds & ~past->several & plan->plain_kind) == 0)
        return NULL;
    const pdoc_event *event = past->last[plan->kind];
    const bool is_of_any = plan->of_any_version || !judge->version;
    return is_of_any || pdoc__event_concerns(event, judge->version) ? event : NULL;
}

static const struct pdoc__value *day_of_event(struct pdoc__judge *judge, size_t index, const pdoc_event *event)
{
    const int32_t day = pdoc__day_number(event->on);
    judge->facts[index] = (struct pdoc__value){.state = PDOC__GIVEN,
                                               .type = PDOC__DATE,
                                               .countable = true,
                                               .count = 1,
                                               .date = {day, day},
                                               .event = event,
                                               .as_recorded = event->on,
                                               .row = -1};
    judge->fact_known[index] = PDOC__FACT_KNOWN;
    return &judge->facts[index];
}

/* Where the event does not record it, everything else has to be looked through. */
static const struct pdoc__value *member_of_event(struct pdoc__judge *judge, size_t index, const pdoc_event *event)
{
    struct pdoc__value *value = &judge->facts[index];
    pdoc__event_member(judge, event, judge->fact_plans[index].edition->give, value);
    if (value->state == PDOC__NOTHING)
        return pdoc__fact_find(judge, index, NULL);
    value->countable = true;
    judge->fact_known[index] = PDOC__FACT_KNOWN;
    return value;
}

/* The commonest facts by far: the full date of the only event of a kind, or what it records. */
const struct pdoc__value *pdoc__fact_work_out(struct pdoc__judge *judge, size_t index)
{
    const struct pdoc__fact_plan *plan = &judge->fact_plans[index];
    const pdoc_event *event = only_event(judge, plan);
    if (!event || !plan->gives_member)
        return pdoc__fact_find(judge, index, event);
    if (plan->gives_day && event->on.month != 0 && event->on.day != 0 && event->on.year > 0)
        return day_of_event(judge, index, event);
    return member_of_event(judge, index, event);
}

/* ---- any operand ---- */

/* Of the event or relation under `where`. */
static void ask_item(struct pdoc__judge *judge, const struct pdoc__operand *operand, const void *item,
                     struct pdoc__value *out)
{
    if (!item)
        *out = pdoc__nothing;
    else if (operand->kind == PDOC__OPERAND_TARGET)
        pdoc__target_ask(judge, operand, item, out);
    else if (judge->inside == PDOC__SOURCE_RELATION)
        pdoc__relation_member(judge, item, operand->index, out);
    else
        pdoc__event_member(judge, item, operand->index, out);
}

/* A type that is recorded but not of the profile cannot be compared; its text is kept for messages. */
void pdoc__type_value(struct pdoc__judge *judge, struct pdoc__value *out)
{
    pdoc__text_value(judge, judge->type ? judge->type->rule.id : judge->doc->type, PDOC__CODE, out);
    if (!judge->type && out->state == PDOC__GIVEN)
        out->state = PDOC__CANNOT_TELL;
}

/* By enum pdoc__operand_kind; facts and items are asked differently. */
static asker *const askers[] = {
    [PDOC__OPERAND_FIELD] = ask_cells,       [PDOC__OPERAND_PROPERTY] = ask_property,
    [PDOC__OPERAND_RELATION] = ask_relations, [PDOC__OPERAND_SECTION] = ask_section,
    [PDOC__OPERAND_DOCUMENT] = ask_document, [PDOC__OPERAND_ROUTE] = ask_cells_of_routes,
};

const struct pdoc__value *pdoc__ask(struct pdoc__judge *judge, const struct pdoc__operand *operand, const void *item,
                                    struct pdoc__value *room)
{
    if (operand->kind == PDOC__OPERAND_FACT)
        return judge->profile ? pdoc__fact(judge, (size_t)operand->index) : &pdoc__nothing;
    if (operand->kind == PDOC__OPERAND_ITEM || operand->kind == PDOC__OPERAND_TARGET)
        ask_item(judge, operand, item, room);
    else if (operand->kind == PDOC__OPERAND_DOCUMENT && operand->index == PDOC__OF_TYPE && judge->doc)
        return &judge->type_value;
    else
        askers[operand->kind](judge, operand, room);
    return room;
}

struct pdoc__value pdoc__operand_value(struct pdoc__judge *judge, const struct pdoc__operand *operand, const void *item)
{
    struct pdoc__value room;
    return *pdoc__ask(judge, operand, item, &room);
}
