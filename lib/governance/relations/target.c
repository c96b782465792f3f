/* SPDX-License-Identifier: MIT */
/* The other end of a relation: which relations there are, and what the document there is, asked of a judge of its own.
 */
#include "governance/relations/target.h"

#include <string.h>

#include "base/error.h"
#include "governance/relations/graph.h"

#define MOST_NESTING 3u /* judges that ask a judge that asks a judge: a ring of such questions must end */

enum special { OUTSIDE, IN_FORCE, PROFILE, SUSPECT };

static const struct {
    const char *name; /* behind the prefix */
    uint8_t special;
    uint8_t type;
} specials[] = {
    {"outside", OUTSIDE, PDOC__FLAG},
    {"in-force", IN_FORCE, PDOC__FLAG},
    {"profile", PROFILE, PDOC__CODE},
};

bool pdoc__target_resolve(const char *name, struct pdoc__operand *out)
{
    const size_t length = strlen(PDOC__TARGET_PREFIX);
    if (strncmp(name, PDOC__TARGET_PREFIX, length) != 0)
        return false;
    const char *key = name + length;
    struct pdoc__operand inner = {0};
    int16_t special = -1;
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++) {
        if (strcmp(specials[i].name, key) != 0)
            continue;
        special = (int16_t)i;
        inner.type = specials[i].type;
    }
    if (special < 0 && !pdoc__operand_resolve(NULL, key, -1, &inner))
        return false;
    *out = (struct pdoc__operand){
        .kind = PDOC__OPERAND_TARGET, .type = inner.type, .index = special, .name = name, .key = key};
    return true;
}

const pdoc_document *pdoc__other_end(const struct pdoc__judge *judge, const pdoc_relation *relation)
{
    if (relation->doc != judge->doc)
        return relation->doc;
    return relation->target ? pdoc_relation_document(relation) : NULL;
}

/* ---- another judge ---- */

static struct pdoc__judge *judge_of_day(struct pdoc__judge *judge, int32_t day)
{
    if (judge->other && judge->other->day == day)
        return judge->other;
    if (judge->other)
        pdoc__judge_end(judge->other);
    else
        judge->other = pdoc__alloc_zero(1, sizeof *judge->other, NULL);
    if (judge->other)
        pdoc__judge_begin_again(judge->other, judge, day);
    else
        judge->out_of_memory = true;
    return judge->other;
}

struct pdoc__judge *pdoc__judge_other(struct pdoc__judge *judge, const pdoc_document *doc, int32_t day)
{
    if (judge->nesting >= MOST_NESTING)
        return NULL;
    struct pdoc__judge *other = judge_of_day(judge, day);
    if (!other || other->doc == doc)
        return other;
    if (pdoc__judge_take(other, doc, NULL))
        return other;
    judge->out_of_memory = true;
    return NULL;
}

/* ---- what it answers ---- */

static void text_value(const char *text, uint8_t type, struct pdoc__value *out)
{
    *out = pdoc__nothing;
    out->type = type;
    if (!text)
        return;
    out->state = PDOC__GIVEN;
    out->text = text;
    out->count = 1;
}

static const char *kept_text(struct pdoc__judge *judge, const char *text)
{
    const char *kept = text ? pdoc__arena_text(&judge->scratch, text, strlen(text), NULL) : NULL;
    judge->out_of_memory |= text && !kept;
    return kept;
}

/* The other judge's scratch is emptied when it turns to the next document: what it said is taken along. */
static void keep(struct pdoc__judge *judge, struct pdoc__value *value)
{
    const bool is_dates = value->count > 1 && value->dates;
    const size_t size = is_dates ? sizeof *value->dates : sizeof *value->items;
    void *room = value->count > 1 ? pdoc__arena_alloc(&judge->scratch, value->count * size, NULL) : NULL;
    if (value->count > 1 && !room) {
        judge->out_of_memory = true;
        *value = pdoc__cannot_tell;
        return;
    }
    if (is_dates)
        value->dates = memcpy(room, value->dates, value->count * size);
    const char **items = is_dates ? NULL : room;
    for (size_t i = 0; items && i < value->count; i++)
        items[i] = kept_text(judge, value->items[i]);
    value->items = items ? items : value->items;
    value->text = items ? items[0] : kept_text(judge, value->text);
    value->event = NULL; /* it stands in another history */
    value->row = -1;
}

static void in_force(const struct pdoc__judge *other, struct pdoc__value *out)
{
    const uint8_t phase = other->phase.phase;
    text_value(phase == PDOC_PHASE_IN_FORCE ? "yes" : "no", PDOC__FLAG, out);
    if (phase == PDOC_PHASE_UNDETERMINED)
        out->state = PDOC__CANNOT_TELL;
}

static void ask_other(struct pdoc__judge *other, const struct pdoc__operand *operand, struct pdoc__value *out)
{
    struct pdoc__operand inner;
    const int special = operand->index >= 0 ? specials[operand->index].special : -1;
    if (special == IN_FORCE)
        in_force(other, out);
    else if (special == PROFILE)
        text_value(other->profile_ref, PDOC__CODE, out);
    else if (pdoc__operand_resolve(NULL, operand->key, -1, &inner))
        *out = pdoc__operand_value(other, &inner, NULL);
}

static void ask_on(struct pdoc__judge *judge, const struct pdoc__operand *operand, const pdoc_document *doc,
                   int32_t day, struct pdoc__value *out)
{
    *out = pdoc__cannot_tell;
    out->type = operand->type;
    struct pdoc__judge *other = pdoc__judge_other(judge, doc, day);
    if (!other)
        return;
    ask_other(other, operand, out);
    judge->out_of_memory |= other->out_of_memory;
    keep(judge, out);
}

static bool is_same(const struct pdoc__value *one, const struct pdoc__value *other)
{
    if (one->state != other->state || one->count != other->count)
        return false;
    if (one->type == PDOC__DATE)
        return one->date.first == other->date.first && one->date.last == other->date.last;
    return one->text == other->text || (one->text && other->text && strcmp(one->text, other->text) == 0);
}

/* Of a work outside nothing is known but its address. */
static void ask_outside(const struct pdoc__operand *operand, const pdoc_relation *relation, struct pdoc__value *out)
{
    *out = pdoc__cannot_tell;
    out->type = operand->type;
    if (strcmp(operand->key, "uri") == 0)
        text_value(relation->target, PDOC__URI, out);
}

void pdoc__target_ask(struct pdoc__judge *judge, const struct pdoc__operand *operand, const pdoc_relation *relation,
                      struct pdoc__value *out)
{
    const pdoc_document *doc = pdoc__other_end(judge, relation);
    const struct pdoc__interval day = judge->looking_on;
    if (operand->index >= 0 && specials[operand->index].special == OUTSIDE) {
        text_value(doc ? "no" : "yes", PDOC__FLAG, out);
        return;
    }
    if (!doc) {
        ask_outside(operand, relation, out);
        return;
    }
    if (!pdoc__interval_is_recorded(day)) { /* the day to look on is not known */
        *out = pdoc__cannot_tell;
        out->type = operand->type;
        return;
    }
    ask_on(judge, operand, doc, day.last, out);
    if (day.first == day.last)
        return;
    struct pdoc__value before;
    ask_on(judge, operand, doc, day.first, &before);
    if (!is_same(&before, out))
        out->state = PDOC__CANNOT_TELL;
}

/* ---- which relations there are ---- */

/* Marks the documents that the one at hand leads to by the kind itself, so that a pair that both sides record counts
 * once. */
static void mark_own(struct pdoc__graph *graph, const pdoc_relation *const *own, size_t count)
{
    graph->mark++;
    for (size_t i = 0; i < count; i++) {
        const pdoc_document *target = own[i]->target ? pdoc_relation_document(own[i]) : NULL;
        if (target)
            graph->marks[target->index] = graph->mark;
    }
}

static size_t add_incoming(struct pdoc__judge *judge, struct pdoc__graph *graph, const char *inverse,
                           const pdoc_relation **out, size_t count)
{
    const uint32_t index = judge->doc->index;
    for (uint32_t i = graph->first[index]; i < graph->first[index + 1]; i++) {
        const pdoc_relation *relation = graph->incoming[i];
        const bool is_new = relation->doc != judge->doc && graph->marks[relation->doc->index] != graph->mark;
        if (!is_new || strcmp(relation->kind, inverse) != 0)
            continue;
        graph->marks[relation->doc->index] = graph->mark;
        out[count++] = relation;
    }
    return count;
}

const pdoc_relation **pdoc__relations_of(struct pdoc__judge *judge, const char *kind, bool both_ends, size_t *count)
{
    const pdoc_document *doc = judge->doc;
    const char *inverse = both_ends && doc ? pdoc__relation_inverse(kind) : NULL;
    struct pdoc__graph *graph = inverse ? pdoc__judge_graph(judge) : NULL;
    const size_t incoming = graph ? graph->first[doc->index + 1] - graph->first[doc->index] : 0;
    const size_t room = (doc ? doc->relation_count : 0) + incoming;
    *count = 0;
    if (room == 0)
        return NULL;
    const pdoc_relation **found = pdoc__arena_alloc(&judge->scratch, room * sizeof *found, NULL);
    if (!found) {
        judge->out_of_memory = true;
        return NULL;
    }
    for (size_t i = 0; i < doc->relation_count; i++)
        if (strcmp(doc->relations[i]->kind, kind) == 0)
            found[(*count)++] = doc->relations[i];
    if (graph) {
        mark_own(graph, found, *count);
        *count = add_incoming(judge, graph, inverse, found, *count);
    }
    return found;
}
