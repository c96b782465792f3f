/* SPDX-License-Identifier: MIT */
/* Values of dates, texts, cells and members of events and relations. Knows nothing of facts, rules or due dates. */
#include <string.h>

#include "governance/judge.h"
#include "model/build.h"

static const struct pdoc__value nothing = {.row = -1, .date = {PDOC__NO_DAY, PDOC__NO_DAY}};
static const struct pdoc__value cannot_tell = {
    .state = PDOC__CANNOT_TELL, .row = -1, .date = {PDOC__NO_DAY, PDOC__NO_DAY}};

struct pdoc__value pdoc__date_value(pdoc_date date)
{
    struct pdoc__value value = nothing;
    value.type = PDOC__DATE;
    if (date.year == 0)
        return value;
    value.state = PDOC__GIVEN;
    value.count = 1;
    value.as_recorded = date;
    value.date = pdoc__interval_of(date);
    return value;
}

static struct pdoc__value plain_text(const char *text, uint8_t type)
{
    struct pdoc__value value = nothing;
    value.type = type;
    if (!text || *text == '\0')
        return value;
    value.state = PDOC__GIVEN;
    value.count = 1;
    value.text = text;
    return value;
}

static const char *next_part(const char *text, const char **begin, size_t *length)
{
    const char *end = strchr(text, ';');
    size_t size = end ? (size_t)(end - text) : strlen(text);
    while (size > 0 && (*text == ' ' || *text == '\n' || *text == '\t')) {
        text++;
        size--;
    }
    while (size > 0 && (text[size - 1] == ' ' || text[size - 1] == '\n' || text[size - 1] == '\t'))
        size--;
    *begin = text;
    *length = size;
    return end ? end + 1 : NULL;
}

/* Parts are kept for the whole register, once each: the resolved parties are remembered by their addresses. */
static struct pdoc__value split_text(struct pdoc__judge *judge, const char *text, uint8_t type)
{
    size_t most = 1;
    for (const char *letter = text; *letter; letter++)
        most += *letter == ';';
    struct pdoc__value value = nothing;
    value.type = type;
    value.items = pdoc__arena_alloc(&judge->scratch, most * sizeof *value.items, NULL);
    judge->out_of_memory |= value.items == NULL;
    for (const char *rest = text; rest && value.items;) {
        const char *part;
        size_t length;
        rest = next_part(rest, &part, &length);
        if (length == 0)
            continue;
        value.items[value.count] = pdoc__pool_add(&judge->name_pool, &judge->names, part, length, NULL);
        judge->out_of_memory |= value.items[value.count] == NULL;
        if (judge->out_of_memory)
            return cannot_tell;
        value.count++;
    }
    if (value.count == 0)
        return nothing;
    value.state = PDOC__GIVEN;
    value.text = value.items[0];
    return value;
}

struct pdoc__value pdoc__text_value(struct pdoc__judge *judge, const char *text, uint8_t type)
{
    bool may_be_several = type == PDOC__PARTY || type == PDOC__LIST;
    if (may_be_several && text && strchr(text, ';'))
        return split_text(judge, text, type);
    return plain_text(text, type);
}

struct pdoc__value pdoc__cell_value(struct pdoc__judge *judge, const struct pdoc_version *version, size_t row,
                                    uint8_t type)
{
    const struct pdoc__row *cell = &version->rows[row];
    struct pdoc__value value = nothing;
    value.type = type;
    value.row = (int)row;
    if (cell->state == PDOC_CELL_UNKNOWN)
        value.state = PDOC__CANNOT_TELL;
    if (cell->state == PDOC_CELL_UNKNOWN || cell->state == PDOC_CELL_BLANK)
        return value;
    bool is_given = cell->state == PDOC_CELL_GIVEN;
    if (type == PDOC__DATE) {
        value = pdoc__date_value(cell->date);
        if (value.state == PDOC__NOTHING && is_given && cell->text && *cell->text)
            value.state = PDOC__CANNOT_TELL; /* something is printed, and it is no date */
    } else {
        const char *text = (cell->flags & PDOC__ROW_HAS_VALUE) ? pdoc__row_value(cell) : cell->text;
        value = pdoc__text_value(judge, is_given || text ? text : "NA", type);
    }
    value.row = (int)row;
    return value;
}

static struct pdoc__value version_value(struct pdoc__judge *judge, const pdoc_event *event)
{
    const struct pdoc_version *version = pdoc_document_find_version(event->history->doc, event->version);
    if (!version)
        return nothing;
    char digits[8];
    size_t length = 0;
    for (uint32_t rest = version->ordinal; rest > 0 && length < sizeof digits; rest /= 10)
        digits[sizeof digits - ++length] = (char)('0' + rest % 10);
    const char *label = version->label;
    if (!label)
        label = pdoc__pool_add(&judge->name_pool, &judge->names, digits + sizeof digits - length, length, NULL);
    judge->out_of_memory |= label == NULL;
    struct pdoc__value value = plain_text(label, PDOC__VERSION);
    value.number = version->ordinal;
    return value;
}

static struct pdoc__value attribute_value(struct pdoc__judge *judge, const pdoc_event *event, int attribute)
{
    uint8_t type = pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, (size_t)attribute)->type;
    const struct pdoc__event_value *found = pdoc__event_value(event, (enum pdoc__event_attribute)attribute);
    if (!found || type != PDOC__DATE)
        return pdoc__text_value(judge, found ? found->text : NULL, type);
    struct pdoc__value value = pdoc__date_value(found->date);
    if (value.state == PDOC__NOTHING && found->text)
        value.state = PDOC__CANNOT_TELL;
    return value;
}

struct pdoc__value pdoc__event_member(struct pdoc__judge *judge, const pdoc_event *event, int give)
{
    struct pdoc__value value;
    if (give >= 0)
        value = attribute_value(judge, event, give);
    else if (give == PDOC__GIVE_ON)
        value = pdoc__date_value(event->on);
    else if (give == PDOC__GIVE_RECORDED)
        value = pdoc__date_value(event->recorded);
    else if (give == PDOC__GIVE_BY)
        value = pdoc__text_value(judge, event->by, PDOC__PARTY);
    else if (give == PDOC__GIVE_VERSION)
        value = version_value(judge, event);
    else
        value = plain_text(pdoc_table_code(PDOC_TABLE_EVENT_KIND, event->kind), PDOC__CODE);
    value.event = event;
    return value;
}

struct pdoc__value pdoc__relation_member(const pdoc_relation *relation, int give)
{
    if (give == PDOC__GIVE_CHECKED)
        return pdoc__date_value(relation->checked);
    if (give == PDOC__GIVE_KIND)
        return plain_text(relation->kind, PDOC__CODE);
    return plain_text(give == PDOC__GIVE_EDITION ? relation->edition : relation->target, PDOC__TEXT);
}

static size_t items_in(const struct pdoc__value *values, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += values[i].state == PDOC__GIVEN ? values[i].count : 0;
    return total;
}

/* Writes the items of one value behind those that are there. */
static void append_items(struct pdoc__value *all, const struct pdoc__value *one)
{
    for (uint32_t i = 0; i < one->count; i++) {
        if (one->type == PDOC__DATE)
            all->dates[all->count++] = one->count > 1 ? one->dates[i] : one->date;
        else
            all->items[all->count++] = one->count > 1 ? one->items[i] : one->text;
    }
}

struct pdoc__value pdoc__values_join(struct pdoc__judge *judge, const struct pdoc__value *values, size_t count)
{
    struct pdoc__value all = nothing;
    size_t total = items_in(values, count);
    bool all_can_be_told = true;
    for (size_t i = 0; i < count; i++) {
        all_can_be_told = all_can_be_told && values[i].state != PDOC__CANNOT_TELL;
        if (values[i].state == PDOC__GIVEN && all.state == PDOC__NOTHING)
            all = values[i];
    }
    if (total > 1) {
        all.count = 0;
        size_t size = all.type == PDOC__DATE ? sizeof *all.dates : sizeof *all.items;
        void *room = pdoc__arena_alloc(&judge->scratch, total * size, NULL);
        if (!room) {
            judge->out_of_memory = true;
            return cannot_tell;
        }
        all.items = all.type == PDOC__DATE ? NULL : room;
        all.dates = all.type == PDOC__DATE ? room : NULL;
        for (size_t i = 0; i < count; i++)
            if (values[i].state == PDOC__GIVEN)
                append_items(&all, &values[i]);
    }
    if (!all_can_be_told)
        all.state = PDOC__CANNOT_TELL;
    return all;
}
