/* SPDX-License-Identifier: MIT */
/* Looks up the names that the rows of a profile give one another, table by table. */
#include <string.h>

#include "base/text.h"
#include "xml/profile_reading.h"

#define MOST_KINDS_DEEP 16
#define LONGEST_NAME    255

static int find_fact(const struct pdoc__reading *reading, const char *id)
{
    for (size_t i = 0; i < reading->profile->counts[PDOC_PROFILE_FACTS]; i++) {
        if (strcmp(reading->profile->facts[i].rule.id, id) == 0)
            return (int)i;
    }
    return -1;
}

static int known_field(const char *code)
{
    return code ? pdoc_table_find(PDOC_TABLE_FIELD, code) : -1;
}

static struct pdoc__type *find_type(const struct pdoc__reading *reading, const char *code)
{
    for (size_t i = 0; code && i < reading->profile->counts[PDOC_PROFILE_TYPES]; i++) {
        if (strcmp(reading->profile->types[i].rule.id, code) == 0)
            return &reading->profile->types[i];
    }
    return NULL;
}

/* A type without a base of its own has that of the type it is a kind of. */
static bool resolve_type(struct pdoc__reading *reading, const struct pdoc__row_source *source, size_t index)
{
    struct pdoc__type *type = &reading->profile->types[index];
    const struct pdoc__type *above = type;
    for (unsigned depth = 0; !type->base && above && depth < MOST_KINDS_DEEP; depth++) {
        type->base = above->base;
        above = find_type(reading, above->kind_of);
    }
    bool is_refused = source->node && pdoc__element_attribute(source->node, "base"); /* and was told of */
    if (!type->base && !is_refused)
        pdoc__reading_fail(reading, source->node, "the type '%.60s' needs a base, or a kind-of that has one",
                           type->rule.id);
    return true;
}

static bool resolve_field(struct pdoc__reading *reading, const struct pdoc__row_source *source, size_t index)
{
    struct pdoc__profile_field *field = &reading->profile->fields[index];
    field->known = (int16_t)known_field(field->rule.id);
    field->block = field->block ? field->block : 1;
    if (field->known >= 0)
        field->type = pdoc__word(PDOC_TABLE_FIELD, (size_t)field->known)->type;
    if (field->known >= 0 || !source->node || pdoc__element_attribute(source->node, "type"))
        return true;
    return pdoc__reading_remark(reading, PDOC__REMARK_NO_FIELD_TYPE, source->node, field->rule.id);
}

/* Names of the anchors: as written, or of the profile that the row was inherited from. */
static bool name_anchors(struct pdoc__reading *reading, const struct pdoc__row_source *source,
                         struct pdoc__texts *names)
{
    *names = (struct pdoc__texts){0};
    const char *written = source->node ? pdoc__element_attribute(source->node, "anchors") : NULL;
    if (written && !pdoc__texts_split(&reading->profile->arena, written, names, NULL)) {
        reading->out_of_memory = true;
        return false;
    }
    if (source->node)
        return true;
    const struct pdoc__due_rule *inherited = source->inherited;
    names->items = pdoc__reading_alloc(reading, inherited->anchor_count, sizeof *names->items);
    for (size_t i = 0; names->items && i < inherited->anchor_count; i++)
        names->items[names->count++] = reading->base->facts[inherited->anchors[i]].rule.id;
    return names->items != NULL;
}

static void check_due(struct pdoc__reading *reading, const struct pdoc__element *node, const struct pdoc__due_rule *due)
{
    const char *id = due->rule.id;
    if (due->nothing == (due->anchor_count > 0))
        pdoc__reading_fail(reading, node, "the due row '%.60s' needs anchors or nothing=\"true\", and not both", id);
    if (due->printed && due->printed_known < 0)
        pdoc__reading_fail(reading, node, "'%.60s' is not a field of the library; the nearest is '%s'", due->printed,
                           pdoc__nearest_word(PDOC_TABLE_FIELD, due->printed));
    if (!due->kind)
        pdoc__reading_fail(reading, node, "the due row '%.60s' needs a kind, such as review", id);
}

static bool resolve_due(struct pdoc__reading *reading, const struct pdoc__row_source *source, size_t index)
{
    struct pdoc__due_rule *due = &reading->profile->schedule[index];
    struct pdoc__texts names;
    if (!name_anchors(reading, source, &names))
        return false;
    due->anchors = pdoc__reading_alloc(reading, names.count, sizeof *due->anchors);
    due->anchor_count = names.count;
    if (!due->anchors)
        return false;
    for (size_t i = 0; i < names.count; i++) {
        due->anchors[i] = (int16_t)find_fact(reading, names.items[i]);
        if (due->anchors[i] < 0)
            pdoc__reading_fail(reading, source->node, "the due row '%.60s' counts from '%.60s', which is not a fact",
                               due->rule.id, names.items[i]);
    }
    due->printed_known = (int16_t)known_field(due->printed);
    check_due(reading, source->node, due);
    return true;
}

/* Number of a fact by name; an error if there is none such. */
static int16_t need_fact(struct pdoc__reading *reading, const struct pdoc__element *node, const char *row,
                         const char *name)
{
    int fact = find_fact(reading, name);
    if (fact < 0)
        pdoc__reading_fail(reading, node, "the requirement '%.60s' names '%.60s', which is not a fact", row, name);
    return (int16_t)fact;
}

static void read_by(struct pdoc__reading *reading, const struct pdoc__element *by,
                    struct pdoc__requirement *requirement)
{
    const char *fact = pdoc__element_attribute(by, "fact");
    const char *offset = pdoc__element_attribute(by, "offset");
    if (!fact)
        pdoc__reading_fail(reading, by, "by needs a fact");
    else
        requirement->by = need_fact(reading, by, requirement->rule.id, fact);
    if (offset && pdoc_offset_parse(offset, &requirement->by_offset, NULL) != PDOC_OK)
        pdoc__reading_fail(reading, by, "'%.40s' is not an offset such as P3Y, -P14D or 3 working-days", offset);
}

static bool resolve_requirement(struct pdoc__reading *reading, const struct pdoc__row_source *source, size_t index)
{
    struct pdoc__requirement *requirement = &reading->profile->requirements[index];
    const struct pdoc__requirement *inherited = source->inherited;
    const char *id = requirement->rule.id;
    const struct pdoc__element *by = source->node ? pdoc__element_child(source->node, "by", NULL) : NULL;
    int16_t inherited_by = inherited ? inherited->by : -1;
    requirement->by = -1;
    if (inherited_by >= 0)
        requirement->by = need_fact(reading, NULL, id, reading->base->facts[inherited_by].rule.id);
    if (by)
        read_by(reading, by, requirement);
    requirement->past_fact = -1;
    if (requirement->past_act)
        requirement->past_fact = need_fact(reading, source->node, id, requirement->past_act);
    if (!requirement->of && !pdoc__reading_text(reading, "document", &requirement->of))
        return false;
    if (source->node && !pdoc__element_child(source->node, "must", NULL))
        pdoc__reading_fail(reading, source->node, "the requirement '%.60s' has no must", id);
    return true;
}

/* Names under which a row is found. The first row of a name keeps it. */
static bool index_name(struct pdoc__reading *reading, struct pdoc__map *map, const char *name, void *row)
{
    size_t size = name ? strlen(name) : 0;
    bool added = false;
    if (size == 0 || size > LONGEST_NAME)
        return true;
    char *key = pdoc__arena_text(&reading->profile->arena, name, size, NULL);
    if (key)
        pdoc__text_fold(key);
    if (key && pdoc__map_add(map, key, row, &added, NULL))
        return true;
    reading->out_of_memory = true;
    return false;
}

static bool index_row(struct pdoc__reading *reading, struct pdoc__map *map, struct pdoc__rule *rule,
                      const struct pdoc__texts *aliases)
{
    if (!index_name(reading, map, rule->label, rule))
        return false;
    for (size_t i = 0; i < aliases->count; i++) {
        if (!index_name(reading, map, aliases->items[i], rule))
            return false;
    }
    return true;
}

/* Codes first, so that no label takes the place of another row's code. */
static bool index_names(struct pdoc__reading *reading)
{
    pdoc_profile *profile = reading->profile;
    size_t types = profile->counts[PDOC_PROFILE_TYPES];
    size_t parties = profile->counts[PDOC_PROFILE_PARTIES];
    bool good = true;
    for (size_t i = 0; good && i < types; i++)
        good = index_name(reading, &profile->type_names, profile->types[i].rule.id, &profile->types[i]);
    for (size_t i = 0; good && i < types; i++)
        good = index_row(reading, &profile->type_names, &profile->types[i].rule, &profile->types[i].aliases);
    for (size_t i = 0; good && i < parties; i++)
        good = index_name(reading, &profile->party_names, profile->parties[i].rule.id, &profile->parties[i]);
    for (size_t i = 0; good && i < parties; i++)
        good = index_row(reading, &profile->party_names, &profile->parties[i].rule, &profile->parties[i].aliases);
    return good;
}

/* Does a predicate ask for the due date or the state of the review? */
static bool asks_due(const struct pdoc__predicate *predicate, unsigned depth)
{
    if (!predicate || depth == 0)
        return false;
    const struct pdoc__operand *operands[] = {&predicate->left, predicate->has_other ? &predicate->other : NULL};
    for (size_t i = 0; predicate->operator> PDOC__NOT && i<2; i++) {
        if (operands[i] && operands[i]->kind == PDOC__OPERAND_DOCUMENT &&
            (operands[i]->index == PDOC__OF_DUE || operands[i]->index == PDOC__OF_STATE))
            return true;
    }
    for (size_t i = 0; predicate->operator<= PDOC__NOT && i<predicate->child_count; i++) {
        if (asks_due(&predicate->children[i], depth - 1))
            return true;
    }
    return false;
}

/* A row that says when a review is due cannot ask when it is due. */
static void check_schedule(struct pdoc__reading *reading)
{
    for (size_t i = 0; i < reading->profile->counts[PDOC_PROFILE_SCHEDULE]; i++) {
        const struct pdoc__due_rule *due = &reading->profile->schedule[i];
        if (asks_due(due->when, PDOC__PREDICATE_DEPTH + 1))
            pdoc__reading_fail(reading, reading->sources[PDOC_PROFILE_SCHEDULE][i].node,
                               "the due row '%.60s' asks for due or state, which rest on it", due->rule.id);
    }
}

bool pdoc__rows_resolve(struct pdoc__reading *reading)
{
    static bool (*const resolve[PDOC__PROFILE_TABLES])(struct pdoc__reading * reading,
                                                       const struct pdoc__row_source *source, size_t index) = {
        [PDOC_PROFILE_TYPES] = resolve_type,
        [PDOC_PROFILE_FIELDS] = resolve_field,
        [PDOC_PROFILE_SCHEDULE] = resolve_due,
        [PDOC_PROFILE_REQUIREMENTS] = resolve_requirement,
        [PDOC_PROFILE_PLAN] = pdoc__step_resolve,
        [PDOC_PROFILE_REMINDERS] = pdoc__reminder_resolve,
    };
    if (!pdoc__facts_resolve(reading))
        return false;
    for (int table = 0; table < PDOC__PROFILE_TABLES; table++) {
        for (size_t i = 0; resolve[table] && i < reading->profile->counts[table]; i++) {
            if (!resolve[table](reading, &reading->sources[table][i], i))
                return false;
        }
    }
    if (!pdoc__parties_resolve(reading) || !pdoc__flow_resolve(reading) || !pdoc__predicates_resolve(reading))
        return false;
    /* Only where every name was found can the rows be walked. */
    if (reading->error_count == 0)
        check_schedule(reading);
    if (reading->error_count == 0 && (!pdoc__facts_check_circles(reading) || !pdoc__plan_check(reading)))
        return false;
    return index_names(reading);
}
