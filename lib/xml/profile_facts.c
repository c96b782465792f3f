/* SPDX-License-Identifier: MIT */
/* What the facts of a profile select and give, and that none of them rests on itself. */
#include <string.h>

#include "governance/relations/target.h"
#include "xml/profile_reading.h"

/* A fact that rests on a fact that rests on a fact ... */
#define MOST_DEPTH 32

static struct pdoc__fact *fact_at(const struct pdoc__reading *reading, size_t index)
{
    return &reading->profile->facts[index];
}

static int find_fact(const struct pdoc__reading *reading, const char *id)
{
    for (size_t i = 0; i < reading->profile->counts[PDOC_PROFILE_FACTS]; i++) {
        if (strcmp(fact_at(reading, i)->rule.id, id) == 0)
            return (int)i;
    }
    return -1;
}

/* Kinds of event, as one bit each. */
static bool read_kinds(struct pdoc__reading *reading, const struct pdoc__element *node, struct pdoc__fact *fact)
{
    struct pdoc__texts kinds;
    const char *written = pdoc__element_attribute(node, "event");
    if (!pdoc__texts_split(&reading->profile->arena, written, &kinds, NULL)) {
        reading->out_of_memory = true;
        return false;
    }
    for (size_t i = 0; i < kinds.count; i++) {
        int kind = pdoc_table_find(PDOC_TABLE_EVENT_KIND, kinds.items[i]);
        if (kind < 0)
            pdoc__reading_fail(reading, node, "'%.60s' is not a kind of event; the nearest is '%s'", kinds.items[i],
                               pdoc__nearest_word(PDOC_TABLE_EVENT_KIND, kinds.items[i]));
        else
            fact->kinds |= UINT64_C(1) << kind;
    }
    if (kinds.count == 0)
        pdoc__reading_fail(reading, node, "the fact '%.60s' names no kind of event", fact->rule.id);
    return true;
}

/* What a selection gives where nothing is said: the day of an event, the target of a relation. */
static void read_give(struct pdoc__reading *reading, const struct pdoc__element *node, struct pdoc__fact *fact)
{
    const char *give = fact->gives;
    bool is_event = fact->source == PDOC__SOURCE_EVENT;
    struct pdoc__operand member = {0};
    if (!give)
        give = is_event ? "on" : "target";
    const bool is_known = pdoc__operand_resolve(NULL, give, fact->source, &member);
    if (!is_known || (member.kind != PDOC__OPERAND_ITEM && member.kind != PDOC__OPERAND_TARGET)) {
        pdoc__reading_fail(reading, node, "'%.60s' is not something that %s has; the nearest is '%s'", give,
                           is_event ? "an event" : "a relation",
                           is_event ? pdoc__nearest_word(PDOC_TABLE_EVENT_ATTRIBUTE, give) : "target");
        return;
    }
    fact->give = member.kind == PDOC__OPERAND_TARGET ? (int16_t)PDOC__GIVE_TARGET : member.index;
    fact->type = member.type;
}

static bool read_source(struct pdoc__reading *reading, const struct pdoc__element *node, struct pdoc__fact *fact)
{
    bool has_event = pdoc__element_attribute(node, "event") != NULL;
    int sources = has_event + (fact->relation != NULL) + (fact->facts.count > 0) + (fact->meetings != NULL);
    if (sources > 1 || (sources == 0 && fact->fallback.count == 0)) {
        pdoc__reading_fail(reading, node,
                           "the fact '%.60s' needs one of event, relation, facts, meetings or fallback to select from",
                           fact->rule.id);
        return true;
    }
    fact->source = has_event           ? PDOC__SOURCE_EVENT
                   : fact->relation    ? PDOC__SOURCE_RELATION
                   : fact->facts.count ? PDOC__SOURCE_FACT
                   : fact->meetings    ? PDOC__SOURCE_MEETING
                                       : PDOC__SOURCE_FIELD;
    if (has_event && !read_kinds(reading, node, fact))
        return false;
    if (fact->source <= PDOC__SOURCE_RELATION)
        read_give(reading, node, fact);
    else if (fact->gives)
        pdoc__reading_fail(reading, node, "give belongs to facts that select events or relations");
    return true;
}

/* Fields whose printed cells serve. */
static bool resolve_fallback(struct pdoc__reading *reading, const struct pdoc__element *node, struct pdoc__fact *fact)
{
    fact->fallback_known = pdoc__reading_alloc(reading, fact->fallback.count, sizeof *fact->fallback_known);
    if (!fact->fallback_known)
        return false;
    for (size_t i = 0; i < fact->fallback.count; i++) {
        int field = pdoc_table_find(PDOC_TABLE_FIELD, fact->fallback.items[i]);
        fact->fallback_known[i] = (int16_t)field;
        if (field < 0)
            pdoc__reading_fail(reading, node, "'%.60s' is not a field of the library; the nearest is '%s'",
                               fact->fallback.items[i], pdoc__nearest_word(PDOC_TABLE_FIELD, fact->fallback.items[i]));
        else if (fact->source == PDOC__SOURCE_FIELD && i == 0)
            fact->type = pdoc__word(PDOC_TABLE_FIELD, (size_t)field)->type;
    }
    return true;
}

/* Whose meetings: those of a party, or of the body that a cell or property names. What facts give comes too late. */
static void resolve_meetings(struct pdoc__reading *reading, const struct pdoc__element *node, struct pdoc__fact *fact)
{
    fact->body = (struct pdoc__operand){0};
    if (fact->source != PDOC__SOURCE_MEETING)
        return;
    fact->type = PDOC__DATE;
    if (pdoc__operand_resolve(NULL, fact->meetings, -1, &fact->body) && fact->body.kind == PDOC__OPERAND_DOCUMENT)
        pdoc__reading_fail(reading, node, "'%.60s' names no body; expected a party, a field or a property", fact->meetings);
    if (fact->pick == PDOC__PICK_EACH)
        pdoc__reading_fail(reading, node, "of meetings a fact picks the last, the first, their count or any");
}

static bool resolve_list(struct pdoc__reading *reading, const struct pdoc__element *node, struct pdoc__fact *fact)
{
    fact->fact_index = pdoc__reading_alloc(reading, fact->facts.count, sizeof *fact->fact_index);
    if (!fact->fact_index)
        return false;
    for (size_t i = 0; i < fact->facts.count; i++) {
        fact->fact_index[i] = (int16_t)find_fact(reading, fact->facts.items[i]);
        if (fact->fact_index[i] < 0)
            pdoc__reading_fail(reading, node, "the fact '%.60s' rests on '%.60s', which is not a fact", fact->rule.id,
                               fact->facts.items[i]);
    }
    return true;
}

/* What is asked of the other end of a relation, and the fact on whose day; that of an inherited row is looked up anew. */
static void resolve_day(struct pdoc__reading *reading, const struct pdoc__element *node, struct pdoc__fact *fact)
{
    fact->target = (struct pdoc__operand){0};
    if (fact->source == PDOC__SOURCE_RELATION && fact->gives)
        (void)pdoc__target_resolve(fact->gives, &fact->target);
    fact->at_index = fact->at ? (int16_t)find_fact(reading, fact->at) : -1;
    if (fact->at && fact->at_index < 0)
        pdoc__reading_fail(reading, node, "the fact '%.60s' looks at the day of '%.60s', which is not a fact",
                           fact->rule.id, fact->at);
    if (fact->at && fact->source != PDOC__SOURCE_RELATION)
        pdoc__reading_fail(reading, node, "at belongs to facts that select relations");
    if (fact->both_ends && fact->source != PDOC__SOURCE_RELATION && !fact->via)
        pdoc__reading_fail(reading, node, "ends belongs to facts that select relations, or events via a relation");
}

/* The kind of value of a fact that rests on others: that of the first of them that selects. */
static uint8_t type_of(const struct pdoc__reading *reading, const struct pdoc__fact *fact)
{
    for (unsigned depth = 0; depth < MOST_DEPTH && fact->source == PDOC__SOURCE_FACT; depth++) {
        if (fact->facts.count == 0 || fact->fact_index[0] < 0)
            return PDOC__TEXT;
        fact = fact_at(reading, (size_t)fact->fact_index[0]);
    }
    return fact->type;
}

bool pdoc__facts_resolve(struct pdoc__reading *reading)
{
    size_t count = reading->profile->counts[PDOC_PROFILE_FACTS];
    for (size_t i = 0; i < count; i++) {
        struct pdoc__fact *fact = fact_at(reading, i);
        const struct pdoc__element *node = reading->sources[PDOC_PROFILE_FACTS][i].node;
        if ((node && !read_source(reading, node, fact)) || !resolve_fallback(reading, node, fact) ||
            !resolve_list(reading, node, fact))
            return false;
        resolve_meetings(reading, node, fact);
        resolve_day(reading, node, fact);
        const bool is_selection = fact->source <= PDOC__SOURCE_RELATION || fact->source == PDOC__SOURCE_MEETING;
        if (is_selection && fact->pick == PDOC__PICK_COUNT)
            fact->type = PDOC__NUMBER;
        if (is_selection && fact->pick == PDOC__PICK_ANY)
            fact->type = PDOC__FLAG;
    }
    for (size_t i = 0; i < count; i++) {
        struct pdoc__fact *fact = fact_at(reading, i);
        if (fact->source == PDOC__SOURCE_FACT)
            fact->type = type_of(reading, fact);
    }
    return true;
}

/* A walk from fact to fact. */
enum { UNSEEN, OPEN, DONE };
struct circles {
    const struct pdoc__reading *reading;
    uint8_t *state; /* of each fact */
};
enum verdict { FINE, CIRCLE, TOO_DEEP, RESTS_ON_DUE };

static enum verdict visit(struct circles *circles, size_t index, unsigned depth);

static enum verdict visit_operand(struct circles *circles, const struct pdoc__operand *operand, unsigned depth)
{
    if (operand->kind == PDOC__OPERAND_FACT)
        return visit(circles, (size_t)operand->index, depth);
    bool is_due =
        operand->kind == PDOC__OPERAND_DOCUMENT && (operand->index == PDOC__OF_DUE || operand->index == PDOC__OF_STATE);
    return is_due ? RESTS_ON_DUE : FINE;
}

static enum verdict visit_predicate(struct circles *circles, const struct pdoc__predicate *predicate, unsigned depth)
{
    if (!predicate)
        return FINE;
    if (depth == 0)
        return TOO_DEEP;
    if (predicate->operator> PDOC__NOT) {
        enum verdict verdict = visit_operand(circles, &predicate->left, depth);
        return verdict == FINE && predicate->has_other ? visit_operand(circles, &predicate->other, depth) : verdict;
    }
    enum verdict verdict = FINE;
    for (size_t i = 0; i < predicate->child_count && verdict == FINE; i++)
        verdict = visit_predicate(circles, &predicate->children[i], depth - 1);
    return verdict;
}

static enum verdict visit(struct circles *circles, size_t index, unsigned depth)
{
    const struct pdoc__fact *fact = fact_at(circles->reading, index);
    if (circles->state[index] == DONE)
        return FINE;
    if (circles->state[index] == OPEN)
        return CIRCLE;
    if (depth == 0)
        return TOO_DEEP;
    circles->state[index] = OPEN;
    enum verdict verdict = visit_predicate(circles, fact->where, depth - 1);
    for (size_t i = 0; i < fact->facts.count && verdict == FINE; i++)
        verdict = visit(circles, (size_t)fact->fact_index[i], depth - 1);
    if (fact->at_index >= 0 && verdict == FINE)
        verdict = visit(circles, (size_t)fact->at_index, depth - 1);
    circles->state[index] = DONE;
    return verdict;
}

bool pdoc__facts_check_circles(struct pdoc__reading *reading)
{
    static const char *const sentences[] = {
        [CIRCLE] = "rests on itself",
        [TOO_DEEP] = "rests on too many others, one behind the other",
        [RESTS_ON_DUE] = "rests on due or state, which rest on facts themselves",
    };
    size_t count = reading->profile->counts[PDOC_PROFILE_FACTS];
    struct circles circles = {.reading = reading, .state = pdoc__reading_alloc(reading, count, 1)};
    if (!circles.state)
        return false;
    for (size_t i = 0; i < count; i++) {
        enum verdict verdict = visit(&circles, i, 2 * MOST_DEPTH);
        if (verdict == FINE)
            continue;
        pdoc__reading_fail(reading, reading->sources[PDOC_PROFILE_FACTS][i].node, "the fact '%.60s' %s",
                           fact_at(reading, i)->rule.id, sentences[verdict]);
    }
    return !reading->out_of_memory;
}
