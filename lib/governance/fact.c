/* SPDX-License-Identifier: MIT */
/* Facts: what a profile selects from history, relations and cells. Knows nothing of what rules make of them. */
#include <string.h>

#include "governance/memory.h"
#include "governance/relations/target.h"

#define DEEPEST 24u /* facts that ask for facts */

/* What a selection has come to so far. */
struct selection {
    const struct pdoc__fact *fact;
    const void *item;   /* the one that is picked, an event or a relation */
    const void **items; /* for each: all; in scratch */
    size_t room;
    uint32_t count;
    bool unsure; /* an item may belong to the selection that would change the answer */
};

static bool has_room(struct pdoc__judge *judge, struct selection *selection, size_t room)
{
    if (selection->fact->pick != PDOC__PICK_EACH || room <= selection->room)
        return true;
    const void **items = pdoc__arena_alloc(&judge->scratch, room * sizeof *items, NULL);
    if (!items) {
        judge->out_of_memory = true;
        return false;
    }
    if (selection->count > 0)
        memcpy(items, selection->items, selection->count * sizeof *items);
    selection->items = items;
    selection->room = room;
    return true;
}

/* An event of several documents (via) may be older than one that is there already. */
static bool is_preferred(const struct selection *selection, const void *item)
{
    if (!selection->item)
        return true;
    if (selection->fact->source != PDOC__SOURCE_EVENT)
        return selection->fact->pick != PDOC__PICK_FIRST;
    const pdoc_event *old = selection->item;
    const pdoc_event *new = item;
    int order = pdoc_date_compare(new->on, old->on);
    return selection->fact->pick == PDOC__PICK_FIRST ? order < 0 : order >= 0;
}

static void offer(struct pdoc__judge *judge, struct selection *selection, const void *item)
{
    const struct pdoc__fact *fact = selection->fact;
    pdoc_truth belongs = fact->where ? pdoc__predicate(judge, fact->where, item, NULL) : PDOC_TRUE;
    bool first_is_found = fact->pick == PDOC__PICK_FIRST && selection->item && !fact->via;
    if (belongs == PDOC_UNKNOWN && !first_is_found)
        selection->unsure = true;
    if (belongs != PDOC_TRUE)
        return;
    if (fact->pick == PDOC__PICK_LAST && !fact->via)
        selection->unsure = false; /* what came before it does not matter */
    if (is_preferred(selection, item))
        selection->item = item;
    if (fact->pick == PDOC__PICK_EACH)
        selection->items[selection->count] = item;
    selection->count++;
}

static void select_from_past(struct pdoc__judge *judge, struct selection *selection, const struct pdoc__past *past,
                             bool any_version)
{
    uint64_t kinds = selection->fact->kinds;
    if ((past->kinds & kinds) == 0 || !has_room(judge, selection, selection->count + (size_t)past->count))
        return;
    for (size_t i = 0; i < past->count; i++) {
        const pdoc_event *event = past->events[i];
        if (((kinds >> event->kind) & 1) == 0)
            continue;
        if (any_version || pdoc__event_concerns(event, judge->version))
            offer(judge, selection, event);
    }
}

/* Returns whether an event of an unknown kind may be what is not found. */
static bool select_events(struct pdoc__judge *judge, struct selection *selection)
{
    const struct pdoc__fact *fact = selection->fact;
    if (!fact->via) {
        select_from_past(judge, selection, &judge->past, fact->whole_document || !judge->version);
        return judge->past.has_unknown;
    }
    bool has_unknown = false;
    size_t count;
    const pdoc_relation **relations = pdoc__relations_of(judge, fact->via, fact->both_ends, &count);
    for (size_t i = 0; i < count; i++) {
        const pdoc_document *target = pdoc__other_end(judge, relations[i]);
        const struct pdoc__past *past = target ? pdoc__past_of(judge, &target->history) : NULL;
        if (!past)
            continue;
        has_unknown |= past->has_unknown;
        select_from_past(judge, selection, past, true);
    }
    return has_unknown;
}

static bool select_relations(struct pdoc__judge *judge, struct selection *selection)
{
    size_t count;
    const struct pdoc__fact *fact = selection->fact;
    const pdoc_relation **relations = pdoc__relations_of(judge, fact->relation, fact->both_ends, &count);
    for (size_t i = 0; has_room(judge, selection, count) && i < count; i++)
        offer(judge, selection, relations[i]);
    return false;
}

static void member(struct pdoc__judge *judge, const struct pdoc__fact *fact, const void *item, struct pdoc__value *out)
{
    if (fact->source == PDOC__SOURCE_RELATION && fact->target.name)
        pdoc__target_ask(judge, &fact->target, item, out);
    else if (fact->source == PDOC__SOURCE_RELATION)
        pdoc__relation_member(judge, item, fact->give, out);
    else
        pdoc__event_member(judge, item, fact->give, out);
}

static void all_members(struct pdoc__judge *judge, const struct selection *selection, struct pdoc__value *out)
{
    if (selection->count <= 1) {
        member(judge, selection->fact, selection->item, out);
        return;
    }
    struct pdoc__value *values = pdoc__arena_alloc(&judge->scratch, selection->count * sizeof *values, NULL);
    if (!values) {
        judge->out_of_memory = true;
        *out = pdoc__cannot_tell;
        return;
    }
    for (size_t i = 0; i < selection->count; i++)
        member(judge, selection->fact, selection->items[i], &values[i]);
    pdoc__values_join(judge, values, selection->count, out);
}

static void flag_value(bool yes, struct pdoc__value *out)
{
    *out = pdoc__nothing;
    out->state = PDOC__GIVEN;
    out->type = PDOC__FLAG;
    out->text = yes ? "yes" : "no";
    out->count = 1;
}

/* What a selection gives; NOTHING leaves the answer to the printed cells. */
static void picked(struct pdoc__judge *judge, const struct selection *selection, struct pdoc__value *out)
{
    uint8_t pick = selection->fact->pick;
    if (selection->unsure && !(pick == PDOC__PICK_ANY && selection->count > 0)) {
        *out = pdoc__cannot_tell;
        return;
    }
    if (!selection->item) {
        *out = pdoc__nothing;
        return;
    }
    if (pick == PDOC__PICK_COUNT)
        pdoc__number_value(selection->count, out);
    else if (pick == PDOC__PICK_ANY)
        flag_value(true, out);
    else if (pick == PDOC__PICK_EACH)
        all_members(judge, selection, out);
    else
        member(judge, selection->fact, selection->item, out);
    if (selection->fact->source == PDOC__SOURCE_EVENT)
        out->event = selection->item;
}

/* A cell is read as what the fact gives; what is only counted is read as what the field holds. */
static uint8_t cell_type(const struct pdoc__fact *fact, size_t fallback)
{
    bool is_counted = fact->pick == PDOC__PICK_COUNT || fact->pick == PDOC__PICK_ANY;
    if (!is_counted)
        return fact->type;
    int16_t field = fact->fallback_known[fallback];
    return field >= 0 ? pdoc__field_types[field] : (uint8_t)PDOC__TEXT;
}

/* The first cell of a field that holds something of the type of the fact. `doubtful` is set where something is
   printed that cannot be read. */
static bool first_cell(struct pdoc__judge *judge, const struct pdoc__fact *fact, size_t fallback, bool *doubtful,
                       struct pdoc__value *out)
{
    const struct pdoc_version *version = judge->version;
    for (size_t i = 0; i < version->row_count; i++) {
        const struct pdoc__row *row = &version->rows[i];
        bool is_field = fact->fallback_known[fallback] >= 0
                            ? row->known == fact->fallback_known[fallback]
                            : row->field && strcmp(row->field, fact->fallback.items[fallback]) == 0;
        if (!is_field || row->state == PDOC_CELL_NOT_APPLICABLE || row->state == PDOC_CELL_BLANK)
            continue;
        pdoc__cell_value(judge, i, cell_type(fact, fallback), out);
        if (out->state == PDOC__GIVEN)
            return true;
        *doubtful |= out->state == PDOC__CANNOT_TELL;
    }
    return false;
}

static void as_printed(struct pdoc__judge *judge, const struct pdoc__fact *fact, struct pdoc__value *out)
{
    bool doubtful = false;
    for (size_t i = 0; judge->version && i < fact->fallback.count; i++) {
        if (!first_cell(judge, fact, i, &doubtful, out))
            continue;
        int row = out->row;
        if (fact->pick == PDOC__PICK_COUNT)
            pdoc__number_value(out->count, out);
        if (fact->pick == PDOC__PICK_ANY)
            flag_value(true, out);
        out->row = row;
        out->printed = true;
        return;
    }
    *out = doubtful ? pdoc__cannot_tell : pdoc__nothing;
}

static void first_of_facts(struct pdoc__judge *judge, const struct pdoc__fact *fact, struct pdoc__value *out)
{
    bool countable = fact->facts.count > 0;
    for (size_t i = 0; i < fact->facts.count; i++) {
        const struct pdoc__value *value = pdoc__fact(judge, (size_t)fact->fact_index[i]);
        *out = *value;
        if (value->state != PDOC__NOTHING)
            return;
        countable = countable && value->countable;
    }
    out->countable = countable;
}

/* The body whose meetings a fact is about; NULL: it is not recorded, or not in the register. */
static const pdoc_party *body_of(struct pdoc__judge *judge, const struct pdoc__fact *fact)
{
    if (!fact->body.name)
        return pdoc_register_find_party(judge->reg, fact->meetings);
    const struct pdoc__value name = pdoc__operand_value(judge, &fact->body, NULL);
    return name.state == PDOC__NOTHING ? NULL : pdoc_register_find_party(judge->reg, name.text);
}

/* Meetings that were held, up to the day judged. */
static void select_meetings(struct pdoc__judge *judge, const struct pdoc__fact *fact, struct pdoc__value *out)
{
    const pdoc_party *body = body_of(judge, fact);
    const pdoc_date none = {0, 0, 0};
    pdoc_date picked_day = none;
    uint32_t count = 0;
    for (size_t i = 0; body && i < body->meeting_count; i++) {
        const pdoc_date on = body->meetings[i].on;
        if (body->meetings[i].state != PDOC_MEETING_HELD || pdoc__interval_of(on).last > judge->day)
            continue;
        const int order = count++ > 0 ? pdoc_date_compare(on, picked_day) : 0;
        if (count == 1 || (fact->pick == PDOC__PICK_FIRST ? order < 0 : order > 0))
            picked_day = on;
    }
    if (fact->pick == PDOC__PICK_COUNT)
        pdoc__number_value(count, out);
    else if (fact->pick == PDOC__PICK_ANY)
        flag_value(count > 0, out);
    else if (count > 0)
        pdoc__date_value(picked_day, out);
}

/* On the day of the fact the other ends of relations are looked at; not recorded: it is not known. */
static struct pdoc__interval day_to_look_on(struct pdoc__judge *judge, size_t fact)
{
    const struct pdoc__value *day = pdoc__fact(judge, fact);
    const bool is_one_day = day->state == PDOC__GIVEN && day->type == PDOC__DATE && day->count == 1;
    return is_one_day ? day->date : (struct pdoc__interval){PDOC__NO_DAY, PDOC__NO_DAY};
}

/* Returns whether an event of an unknown kind may be what is not found. */
static bool select_items(struct pdoc__judge *judge, const struct pdoc__fact *fact, struct pdoc__value *out)
{
    struct selection selection = {.fact = fact};
    const uint8_t inside = judge->inside;
    const struct pdoc__interval looking_on = judge->looking_on;
    judge->looking_on = fact->source == PDOC__SOURCE_RELATION && fact->at_index >= 0
                            ? day_to_look_on(judge, (size_t)fact->at_index)
                            : (struct pdoc__interval){judge->day, judge->day};
    judge->inside = fact->source;
    bool has_unknown =
        fact->source == PDOC__SOURCE_EVENT ? select_events(judge, &selection) : select_relations(judge, &selection);
    judge->inside = inside;
    picked(judge, &selection, out);
    judge->looking_on = looking_on;
    return has_unknown;
}

/* What serves where nothing was found: the printed cells, or that there is none. */
static void fill_in(struct pdoc__judge *judge, const struct pdoc__fact *fact, bool is_selection, bool has_unknown,
                    struct pdoc__value *out)
{
    as_printed(judge, fact, out);
    if (out->state != PDOC__NOTHING)
        return;
    if (has_unknown)
        *out = pdoc__cannot_tell; /* an event of an unknown kind may be what is missing */
    else if (is_selection && fact->pick == PDOC__PICK_COUNT)
        pdoc__number_value(0, out);
    else if (is_selection && fact->pick == PDOC__PICK_ANY)
        flag_value(false, out);
    else
        out->type = fact->type;
}

void pdoc__fact_select(struct pdoc__judge *judge, const struct pdoc__fact *fact, struct pdoc__value *out)
{
    bool is_selection = fact->source == PDOC__SOURCE_EVENT || fact->source == PDOC__SOURCE_RELATION;
    bool has_unknown = false;
    *out = pdoc__nothing;
    if (is_selection)
        has_unknown = select_items(judge, fact, out);
    else if (fact->source == PDOC__SOURCE_FACT)
        first_of_facts(judge, fact, out);
    else if (fact->source == PDOC__SOURCE_MEETING)
        select_meetings(judge, fact, out);
    bool countable = is_selection || out->countable;
    if (out->state == PDOC__NOTHING)
        fill_in(judge, fact, is_selection, has_unknown, out);
    out->countable = countable;
}

/* Where one event only can be meant, nothing has to be selected. Says whether that gave a value. */
static bool take_only_event(struct pdoc__judge *judge, const struct pdoc__fact *fact, const pdoc_event *event,
                            struct pdoc__value *out)
{
    if (!event || fact->pick == PDOC__PICK_ANY)
        return false;
    const uint8_t inside = judge->inside;
    judge->inside = PDOC__SOURCE_EVENT;
    const bool belongs = !fact->where || pdoc__predicate(judge, fact->where, event, NULL) == PDOC_TRUE;
    judge->inside = inside;
    if (!belongs)
        return false;
    if (fact->pick == PDOC__PICK_COUNT)
        pdoc__number_value(1, out);
    else
        pdoc__event_member(judge, event, fact->give, out);
    out->event = event;
    out->countable = true;
    return out->state != PDOC__NOTHING;
}

const struct pdoc__value *pdoc__fact_find(struct pdoc__judge *judge, size_t index, const pdoc_event *event)
{
    const struct pdoc__fact *fact = judge->fact_plans[index].edition;
    if (judge->fact_known[index] == PDOC__FACT_UNDER_WAY || judge->depth >= DEEPEST)
        return &pdoc__cannot_tell; /* facts that ask for each other in a ring */
    judge->fact_known[index] = PDOC__FACT_UNDER_WAY;
    judge->depth++;
    if (!take_only_event(judge, fact, event, &judge->facts[index]))
        pdoc__fact_select(judge, fact, &judge->facts[index]);
    judge->depth--;
    judge->fact_known[index] = PDOC__FACT_KNOWN;
    return &judge->facts[index];
}
