/* SPDX-License-Identifier: MIT */
/* Fills the tables of a profile: inherited rows in their places, own rows over them and behind. Looks up no names. */
#include <string.h>

#include "base/text.h"
#include "time/interval.h"
#include "xml/profile_reading.h"

/* More rows than this in one table are no profile; names are looked up by walking the tables. */
#define MOST_ROWS 1000

/* One table while it is filled. */
struct filling {
    struct pdoc__reading *reading;
    pdoc_profile_table table;
    const struct pdoc__row_form *form;
    const struct pdoc__element **own; /* the rows of this file, in order */
    bool *placed;                     /* for each of them: it has its place */
    size_t own_count;
    char *rows;
    size_t count;
};

static const char *id_of(const struct pdoc__element *node)
{
    return pdoc__element_attribute(node, "id");
}

static bool is_withdrawn(const struct pdoc__element *node)
{
    return pdoc__text_equal(pdoc__element_attribute(node, "withdrawn"), "true");
}

static bool check_id(struct pdoc__reading *reading, const struct pdoc__element *node)
{
    const char *id = id_of(node);
    if (!id || !*id) {
        pdoc__reading_fail(reading, node, "a %s needs an id", node->name);
        return false;
    }
    for (const char *at = id; *at; at++) {
        if (pdoc__text_is_space(at, 1)) {
            pdoc__reading_fail(reading, node, "the id '%.60s' holds a space; ids are single words", id);
            return false;
        }
    }
    return true;
}

/* Some elements hold the rows of several tables, each under its own name. */
static bool is_row_of(const char *element, const char *name)
{
    for (size_t i = 0; i < PDOC__PROFILE_TABLES; i++) {
        if (strcmp(pdoc__row_forms[i].table, element) == 0 && strcmp(pdoc__row_forms[i].row, name) == 0)
            return true;
    }
    return false;
}

/* The first of them remarks on what is no row of any. */
static bool is_first_of_its_element(const struct pdoc__row_form *form)
{
    const struct pdoc__row_form *first = pdoc__row_forms;
    while (strcmp(first->table, form->table) != 0)
        first++;
    return first == form;
}

/* Takes an own row of the right name; remarks on any other element. */
static bool take_own(struct filling *filling, struct pdoc__element *node)
{
    struct pdoc__reading *reading = filling->reading;
    if (node->foreign)
        return true;
    if (strcmp(node->name, filling->form->row) != 0) {
        const bool is_told = !is_first_of_its_element(filling->form) || is_row_of(filling->form->table, node->name);
        return is_told || pdoc__reading_remark(reading, PDOC__REMARK_ELEMENT, node, node->name);
    }
    if (check_id(reading, node))
        filling->own[filling->own_count++] = node;
    return !reading->out_of_memory && pdoc__members_check(reading, filling->form, node);
}

static bool list_own(struct filling *filling)
{
    struct pdoc__reading *reading = filling->reading;
    const struct pdoc__element *root = reading->tree.root;
    const char *name = filling->form->table;
    size_t most = 0;
    for (const struct pdoc__element *table = NULL; (table = pdoc__element_child(root, name, table)) != NULL;) {
        for (const struct pdoc__element *node = table->child; node; node = node->next)
            most++;
    }
    filling->own = pdoc__reading_alloc(reading, most, sizeof *filling->own);
    filling->placed = pdoc__reading_alloc(reading, most, sizeof *filling->placed);
    if (!filling->own || !filling->placed)
        return false;
    for (const struct pdoc__element *table = NULL; (table = pdoc__element_child(root, name, table)) != NULL;) {
        for (struct pdoc__element *node = table->child; node; node = node->next) {
            if (!take_own(filling, node))
                return false;
        }
    }
    return true;
}

static bool place_own(struct filling *filling, size_t index)
{
    struct pdoc__reading *reading = filling->reading;
    const struct pdoc__element *node = filling->own[index];
    filling->placed[index] = true;
    if (is_withdrawn(node))
        return true;
    char *row = filling->rows + filling->count * filling->form->size;
    struct pdoc__rule rule = {.line = node->line, .column = node->column, .profile = reading->profile->id};
    const struct pdoc__element *label = pdoc__element_child(node, filling->form->label, NULL);
    if (!pdoc__members_read(reading, pdoc__rule_members, node, &rule) ||
        !pdoc__reading_text(reading, label ? label->text : NULL, &rule.label))
        return false;
    memcpy(row, &rule, sizeof rule);
    reading->sources[filling->table][filling->count++] = (struct pdoc__row_source){.node = node};
    return pdoc__members_read(reading, filling->form->members, node, row);
}

static bool place_inherited(struct filling *filling, const void *inherited)
{
    struct pdoc__reading *reading = filling->reading;
    char *row = filling->rows + filling->count * filling->form->size;
    memcpy(row, inherited, filling->form->size);
    reading->sources[filling->table][filling->count++] = (struct pdoc__row_source){.inherited = inherited};
    struct pdoc__rule rule;
    memcpy(&rule, row, sizeof rule);
    if (!pdoc__members_copy(reading, pdoc__rule_members, &rule) ||
        !pdoc__reading_text(reading, rule.label, &rule.label) ||
        !pdoc__reading_text(reading, rule.profile, &rule.profile))
        return false;
    memcpy(row, &rule, sizeof rule);
    return pdoc__members_copy(reading, filling->form->members, row);
}

/* Own rows of an id, in the place of the first inherited one; *found tells whether there are any. */
static bool place_over(struct filling *filling, const char *id, bool *found)
{
    *found = false;
    for (size_t i = 0; i < filling->own_count; i++) {
        if (strcmp(id_of(filling->own[i]), id) != 0)
            continue;
        *found = true;
        if (!filling->placed[i] && !place_own(filling, i))
            return false;
    }
    return true;
}

static bool place_all(struct filling *filling)
{
    struct pdoc__reading *reading = filling->reading;
    size_t inherited = reading->base ? reading->base->counts[filling->table] : 0;
    for (size_t i = 0; i < inherited; i++) {
        const struct pdoc__rule *rule = pdoc__reading_row(reading->base, filling->table, i);
        bool is_replaced = false;
        if (!place_over(filling, rule->id, &is_replaced))
            return false;
        if (!is_replaced && !place_inherited(filling, rule))
            return false;
    }
    for (size_t i = 0; i < filling->own_count; i++) {
        const struct pdoc__element *node = filling->own[i];
        if (filling->placed[i])
            continue;
        if (is_withdrawn(node) && !pdoc__reading_remark(reading, PDOC__REMARK_WITHDRAWS, node, id_of(node)))
            return false;
        if (!place_own(filling, i))
            return false;
    }
    return true;
}

static bool editions_overlap(const struct pdoc__rule *left, const struct pdoc__rule *right)
{
    const struct pdoc__rule *rules[] = {left, right};
    struct pdoc__interval spans[2];
    for (size_t i = 0; i < 2; i++) {
        spans[i].first = pdoc_date_is_recorded(rules[i]->from) ? pdoc__interval_of(rules[i]->from).first : INT32_MIN;
        spans[i].last = pdoc_date_is_recorded(rules[i]->to) ? pdoc__interval_of(rules[i]->to).last : INT32_MAX;
    }
    return spans[0].first <= spans[1].last && spans[1].first <= spans[0].last;
}

/* A second block of the sheet may repeat a cell of the first. */
static bool are_two_cells(pdoc_profile_table table, const void *left, const void *right)
{
    if (table != PDOC_PROFILE_FIELDS)
        return false;
    const struct pdoc__profile_field *one = left;
    const struct pdoc__profile_field *other = right;
    return (one->block ? one->block : 1) != (other->block ? other->block : 1);
}

/* Two rows of one id must be editions of different days. Only own rows can clash: they replace all inherited ones. */
static void check_editions(struct filling *filling, size_t index)
{
    struct pdoc__reading *reading = filling->reading;
    const struct pdoc__rule *rule = pdoc__reading_row(reading->profile, filling->table, index);
    const struct pdoc__element *node = reading->sources[filling->table][index].node;
    for (size_t i = 0; node && i < index; i++) {
        const struct pdoc__rule *earlier = pdoc__reading_row(reading->profile, filling->table, i);
        if (strcmp(rule->id, earlier->id) != 0 || !editions_overlap(rule, earlier) ||
            are_two_cells(filling->table, rule, earlier))
            continue;
        pdoc__reading_fail(reading, node,
                           "'%.60s' is there twice, first on line %u; two editions need days that do not overlap",
                           rule->id, (unsigned)earlier->line);
        return;
    }
}

static bool fill(struct pdoc__reading *reading, pdoc_profile_table table)
{
    const struct pdoc__row_form *form = &pdoc__row_forms[table];
    struct filling filling = {.reading = reading, .table = table, .form = form};
    if (!list_own(&filling))
        return false;
    size_t most = filling.own_count + (reading->base ? reading->base->counts[table] : 0);
    if (most > MOST_ROWS) {
        pdoc__reading_fail(reading, NULL, "there are more than %d rows in %s", MOST_ROWS, form->table);
        return true;
    }
    filling.rows = pdoc__reading_alloc(reading, most, form->size);
    reading->sources[table] = pdoc__reading_alloc(reading, most, sizeof **reading->sources);
    if (!filling.rows || !reading->sources[table] || !place_all(&filling))
        return false;
    memcpy((char *)reading->profile + form->at, &filling.rows, sizeof filling.rows);
    reading->profile->counts[table] = filling.count;
    for (size_t i = 0; i < filling.count; i++)
        check_editions(&filling, i);
    return !reading->out_of_memory;
}

/* What stands in the root and is neither a table of ours nor title or source. */
static bool check_root(struct pdoc__reading *reading)
{
    for (const struct pdoc__element *child = reading->tree.root->child; child; child = child->next) {
        bool is_known = child->foreign || strcmp(child->name, "title") == 0 || strcmp(child->name, "source") == 0;
        for (size_t i = 0; i < PDOC__PROFILE_TABLES; i++)
            is_known = is_known || strcmp(child->name, pdoc__row_forms[i].table) == 0;
        if (!is_known && !pdoc__reading_remark(reading, PDOC__REMARK_ELEMENT, child, child->name))
            return false;
    }
    return true;
}

bool pdoc__rows_read(struct pdoc__reading *reading)
{
    if (!check_root(reading))
        return false;
    for (int table = 0; table < PDOC__PROFILE_TABLES; table++) {
        if (!fill(reading, (pdoc_profile_table)table))
            return false;
    }
    return true;
}
