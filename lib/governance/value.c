/* SPDX-License-Identifier: MIT */
/* Values of dates, texts, cells and members of events and relations. Knows nothing of facts, rules or due dates. */
#include <string.h>

#include "governance/relations/graph.h"
#include "governance/judge.h"
#include "model/build.h"

const struct pdoc__value pdoc__nothing = {.row = -1, .date = {PDOC__NO_DAY, PDOC__NO_DAY}};
const struct pdoc__value pdoc__cannot_tell = {
    .state = PDOC__CANNOT_TELL, .row = -1, .date = {PDOC__NO_DAY, PDOC__NO_DAY}};

/* Starts a value: nothing recorded, of that type. */
static void begin(struct pdoc__value *out, uint8_t type)
{
    *out = pdoc__nothing;
    out->type = type;
}

void pdoc__date_value(pdoc_date date, struct pdoc__value *out)
{
    begin(out, PDOC__DATE);
    if (date.year == 0)
        return;
    out->state = PDOC__GIVEN;
    out->count = 1;
    out->as_recorded = date;
    out->date = pdoc__interval_of(date);
}

void pdoc__number_value(int64_t number, struct pdoc__value *out)
{
    begin(out, PDOC__NUMBER);
    out->state = PDOC__GIVEN;
    out->count = 1;
    out->number = number;
}

static void plain_text(const char *text, uint8_t type, struct pdoc__value *out)
{
    begin(out, type);
    if (!text || *text == '\0')
        return;
    out->state = PDOC__GIVEN;
    out->count = 1;
    out->text = text;
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
static void split_text(struct pdoc__judge *judge, const char *text, uint8_t type, struct pdoc__value *out)
{
    size_t most = 1;
    for (const char *letter = text; *letter; letter++)
        most += *letter == ';';
    begin(out, type);
    out->items = pdoc__arena_alloc(&judge->scratch, most * sizeof *out->items, NULL);
    judge->out_of_memory |= out->items == NULL;
    for (const char *rest = text; rest && out->items;) {
        const char *part;
        size_t length;
        rest = next_part(rest, &part, &length);
        if (length == 0)
            continue;
        out->items[out->count] = pdoc__pool_add(&judge->name_pool, &judge->names, part, length, NULL);
        judge->out_of_memory |= out->items[out->count] == NULL;
        if (judge->out_of_memory) {
            *out = pdoc__cannot_tell;
            return;
        }
        out->count++;
    }
    if (out->count == 0) {
        *out = pdoc__nothing;
        return;
    }
    out->state = PDOC__GIVEN;
    out->text = out->items[0];
}

void pdoc__text_value(struct pdoc__judge *judge, const char *text, uint8_t type, struct pdoc__value *out)
{
    bool may_be_several = type == PDOC__PARTY || type == PDOC__LIST;
    if (may_be_several && text && strchr(text, ';'))
        split_text(judge, text, type, out);
    else
        plain_text(text, type, out);
}

void pdoc__cell_value(struct pdoc__judge *judge, size_t row, uint8_t type, struct pdoc__value *out)
{
    const struct pdoc__row *cell = &judge->version->rows[row];
    const bool is_given = cell->state == PDOC_CELL_GIVEN;
    if (cell->state == PDOC_CELL_UNKNOWN || cell->state == PDOC_CELL_BLANK) {
        begin(out, type);
        out->state = cell->state == PDOC_CELL_UNKNOWN ? PDOC__CANNOT_TELL : PDOC__NOTHING;
    } else if (type == PDOC__DATE) {
        pdoc__date_value(cell->date, out);
        if (out->state == PDOC__NOTHING && is_given && cell->text && *cell->text)
            out->state = PDOC__CANNOT_TELL; /* something is printed, and it is no date */
    } else {
        const char *text = (cell->flags & PDOC__ROW_HAS_VALUE) ? pdoc__row_value(cell) : cell->text;
        pdoc__text_value(judge, is_given || text ? text : "NA", type, out);
    }
    out->row = (int)row;
}

static void version_value(struct pdoc__judge *judge, const pdoc_event *event, struct pdoc__value *out)
{
    const struct pdoc_version *version = pdoc_document_find_version(event->history->doc, event->version);
    if (!version) {
        *out = pdoc__nothing;
        return;
    }
    char digits[8];
    size_t length = 0;
    for (uint32_t rest = version->ordinal; rest > 0 && length < sizeof digits; rest /= 10)
        digits[sizeof digits - ++length] = (char)('0' + rest % 10);
    const char *label = version->label;
    if (!label)
        label = pdoc__pool_add(&judge->name_pool, &judge->names, digits + sizeof digits - length, length, NULL);
    judge->out_of_memory |= label == NULL;
    plain_text(label, PDOC__VERSION, out);
    out->number = version->ordinal;
}

static void attribute_value(struct pdoc__judge *judge, const pdoc_event *event, int attribute, struct pdoc__value *out)
{
    const uint8_t type = pdoc__attribute_types[attribute];
    const struct pdoc__event_value *found = pdoc__event_value(event, (enum pdoc__event_attribute)attribute);
    if (type != PDOC__DATE) {
        pdoc__text_value(judge, found ? found->text : NULL, type, out);
        return;
    }
    pdoc__date_value(found ? found->date : (pdoc_date){0, 0, 0}, out);
    if (out->state == PDOC__NOTHING && found && found->text)
        out->state = PDOC__CANNOT_TELL;
}

/* Of the row that the profile has for the class of an amendment; a class that it does not know tells nothing. */
static void class_value(struct pdoc__judge *judge, const pdoc_event *event, int give, struct pdoc__value *out)
{
    const struct pdoc__amendment *row = pdoc__amendment_of(judge, event);
    const char *clock = row && row->restarts_clock ? "restarts" : "runs";
    if (!row)
        *out = pdoc__event_value(event, PDOC__ATTRIBUTE_CLASS) ? pdoc__cannot_tell : pdoc__nothing;
    else
        pdoc__text_value(judge,
                         give == PDOC__GIVE_CLASS_ID     ? row->rule.id
                         : give == PDOC__GIVE_CLASS_STEP ? row->step
                                                         : clock,
                         PDOC__CODE, out);
}

void pdoc__event_member(struct pdoc__judge *judge, const pdoc_event *event, int give, struct pdoc__value *out)
{
    if (give >= 0)
        attribute_value(judge, event, give, out);
    else if (give == PDOC__GIVE_ON)
        pdoc__date_value(event->on, out);
    else if (give == PDOC__GIVE_RECORDED)
        pdoc__date_value(event->recorded, out);
    else if (give == PDOC__GIVE_BY)
        pdoc__text_value(judge, event->by, PDOC__PARTY, out);
    else if (give == PDOC__GIVE_VERSION)
        version_value(judge, event, out);
    else if (give <= PDOC__GIVE_CLASS_ID)
        class_value(judge, event, give, out);
    else
        plain_text(pdoc_table_code(PDOC_TABLE_EVENT_KIND, event->kind), PDOC__CODE, out);
    out->event = event;
}

/* Seen from the document at hand: of a relation by which another one says so, the inverse. */
static const char *relation_text(const pdoc_relation *relation, int give, bool is_incoming)
{
    if (give == PDOC__GIVE_KIND)
        return is_incoming ? pdoc__relation_inverse(relation->kind) : relation->kind;
    if (give == PDOC__GIVE_EDITION)
        return relation->edition;
    if (give == PDOC__GIVE_CLAUSE)
        return relation->clause;
    if (give == PDOC__GIVE_FINGERPRINT)
        return relation->fingerprint;
    return is_incoming ? relation->doc->id : relation->target;
}

void pdoc__relation_member(struct pdoc__judge *judge, const pdoc_relation *relation, int give, struct pdoc__value *out)
{
    if (give == PDOC__GIVE_CHECKED)
        pdoc__date_value(relation->checked, out);
    else if (give == PDOC__GIVE_SUSPECT_SINCE)
        pdoc__suspect_since(judge, relation, out);
    else
        plain_text(relation_text(relation, give, relation->doc != judge->doc),
                   give == PDOC__GIVE_KIND ? PDOC__CODE : PDOC__TEXT, out);
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

void pdoc__values_join(struct pdoc__judge *judge, const struct pdoc__value *values, size_t count,
                       struct pdoc__value *out)
{
    struct pdoc__value all = pdoc__nothing;
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
            *out = pdoc__cannot_tell;
            return;
        }
        all.items = all.type == PDOC__DATE ? NULL : room;
        all.dates = all.type == PDOC__DATE ? room : NULL;
        for (size_t i = 0; i < count; i++)
            if (values[i].state == PDOC__GIVEN)
                append_items(&all, &values[i]);
    }
    if (!all_can_be_told)
        all.state = PDOC__CANNOT_TELL;
    *out = all;
}
