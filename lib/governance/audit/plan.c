/* SPDX-License-Identifier: MIT */
/* What an audit works out once for each profile: its rules with their editions, the cells that it asks for. */
#include <string.h>

#include "governance/audit/audit.h"
#include "governance/classifying/classifier.h"
#include "policydoc/classification.h"

/* The duties get the next free numbers among the report's rules. */
static bool take_duties(struct pdoc__audit *audit, struct pdoc__plan *plan, pdoc_error **error)
{
    plan->duties = pdoc__duties_of(&audit->judge, audit->plan_count, error);
    plan->first_rule = audit->report->rule_count;
    for (size_t i = 0; plan->duties && i < plan->duties->count; i++)
        if (pdoc__report_add_rule(audit->report, plan->duties->items[i].first->rule.id, error) == SIZE_MAX)
            return false;
    return plan->duties != NULL;
}

static size_t count_rows(const pdoc_profile *profile)
{
    size_t count = 0;
    for (size_t i = 0; i < pdoc__judged_table_count; i++)
        count += profile->counts[pdoc__judged_tables[i].table];
    return count;
}

/* Rows of other tables that are judged get numbers too. */
static bool take_rows(struct pdoc__audit *audit, struct pdoc__plan *plan, pdoc_error **error)
{
    plan->rows = pdoc__arena_alloc(&audit->scratch, (count_rows(plan->profile) + 1) * sizeof *plan->rows, error);
    for (size_t i = 0; plan->rows && i < pdoc__judged_table_count; i++) {
        const struct pdoc__judged_table *table = &pdoc__judged_tables[i];
        for (size_t row = 0; row < plan->profile->counts[table->table]; row++) {
            const char *id = pdoc__profile_rule(plan->profile, table->table, row)->id;
            const size_t number = pdoc__report_add_rule(audit->report, id, error);
            if (number == SIZE_MAX)
                return false;
            plan->rows[plan->row_count++] =
                (struct pdoc__asked_row){.table = table, .row = (uint32_t)row, .number = (uint16_t)number};
        }
    }
    return plan->rows != NULL;
}

/* In place of a shortcut: whether such a duty is met has to be judged in full. */
static int not_told(struct pdoc__judge *judge, const struct pdoc__predicate *rule, const void *item)
{
    (void)judge;
    (void)rule;
    (void)item;
    return PDOC_UNKNOWN;
}

/* Most rules are judged by `when` and `must` alone, and most of the answers are as hoped for. */
static struct pdoc__asked ask_for(const struct pdoc__duty *duty)
{
    const struct pdoc__requirement *row = duty->row;
    if (!duty->is_plain || !row || !row->must)
        return (struct pdoc__asked){.duty = duty, .must_shortcut = not_told};
    return (struct pdoc__asked){
        .duty = duty,
        .when = row->when,
        .must = row->must,
        .when_shortcut = row->when ? pdoc__shortcut_or_long_way(row->when) : NULL,
        .must_shortcut = pdoc__shortcut_or_long_way(row->must),
        .met = pdoc__verdict(PDOC_OUTCOME_MET, row->rule.modality),
        .not_applicable = pdoc__verdict(PDOC_OUTCOME_NOT_APPLICABLE, row->rule.modality),
    };
}

bool pdoc__layout_make(struct pdoc__audit *audit, const struct pdoc__plan *plan, unsigned subjects,
                       struct pdoc__layout *out, pdoc_error **error)
{
    const size_t duties = plan ? plan->duties->count : 0;
    const size_t rows = plan && (subjects & PDOC__SUBJECT_DOCUMENT) ? plan->row_count : 0;
    struct pdoc__asked *asked = pdoc__arena_alloc(&audit->scratch, (duties + 1) * sizeof *asked, error);
    uint16_t *rules =
        asked ? pdoc__arena_alloc(&audit->report->arena, (duties + rows + PDOC__CHECK_COUNT) * sizeof *rules, error)
              : NULL;
    if (!rules)
        return false;
    *out =
        (struct pdoc__layout){.asked = asked, .rows = rows > 0 ? plan->rows : NULL, .row_count = rows, .rules = rules};
    for (size_t i = 0; i < duties; i++) {
        if ((plan->duties->items[i].subject & subjects) == 0)
            continue;
        asked[out->asked_count++] = ask_for(&plan->duties->items[i]);
        rules[out->count++] = (uint16_t)(plan->first_rule + i);
    }
    for (size_t i = 0; i < rows; i++)
        rules[out->count++] = plan->rows[i].number;
    for (size_t i = 0; i < PDOC__CHECK_COUNT; i++)
        if (!pdoc__check_comes_later(i))
            rules[out->count++] = (uint16_t)i;
    return true;
}

static bool take_layouts(struct pdoc__audit *audit, struct pdoc__plan *plan, pdoc_error **error)
{
    return pdoc__layout_make(audit, plan, PDOC__SUBJECT_DOCUMENT | PDOC__SUBJECT_VERSION,
                             &plan->layouts[PDOC__LAYOUT_DOCUMENT], error) &&
           pdoc__layout_make(audit, plan, PDOC__SUBJECT_REGISTER, &plan->layouts[PDOC__LAYOUT_REGISTER], error);
}

/* The second block repeats a cell of the first: it means the next cell of that field. */
static uint8_t occurrence_of(const struct pdoc__plan *plan, const struct pdoc__profile_field *row)
{
    uint8_t occurrence = 0;
    for (size_t i = 0; i < plan->cell_count; i++) {
        const struct pdoc__profile_field *earlier = plan->cells[i].row;
        if (strcmp(earlier->rule.id, row->rule.id) == 0 && earlier->block != row->block)
            occurrence++;
    }
    return occurrence;
}

static bool take_fields(struct pdoc__audit *audit, struct pdoc__plan *plan, pdoc_error **error)
{
    size_t count = plan->profile->counts[PDOC_PROFILE_FIELDS];
    plan->cells = pdoc__arena_zero(&audit->scratch, (count + 1) * sizeof *plan->cells, error);
    if (!plan->cells)
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct pdoc__profile_field *row = &plan->profile->fields[i];
        if (!pdoc__rule_applies(&audit->judge, &row->rule))
            continue;
        uint8_t occurrence = occurrence_of(plan, row);
        plan->cells[plan->cell_count++] = (struct pdoc__wanted_cell){.row = row, .occurrence = occurrence};
        if (row->known < 0)
            continue;
        plan->repeats[row->known] |= occurrence > 0;
        if (!plan->fields[row->known])
            plan->fields[row->known] = row;
    }
    return true;
}

bool pdoc__plan_make(struct pdoc__audit *audit, const pdoc_profile *profile, pdoc_error **error)
{
    if (!pdoc__grow(&audit->plans, &audit->plan_capacity, audit->plan_count, sizeof *audit->plans, error))
        return false;
    struct pdoc__plan *plan = &audit->plans[audit->plan_count];
    *plan = (struct pdoc__plan){.profile = profile};
    plan->answering_fields = pdoc__answering_fields(profile);
    plan->has_cues = pdoc__has_cues(profile, audit->judge.set);
    plan->categories = pdoc__profile_set_named(profile, "categories");
    plan->relation_kinds = pdoc__profile_set_named(profile, "relation-kinds");
    plan->notes = pdoc__arena_zero(&audit->scratch, PDOC__NOTES * sizeof *plan->notes, error);
    if (!plan->notes || !take_duties(audit, plan, error) || !take_rows(audit, plan, error) ||
        !take_layouts(audit, plan, error) || !take_fields(audit, plan, error))
        return false;
    audit->plan_count++;
    return true;
}

void pdoc__plan_free(struct pdoc__plan *plan)
{
    pdoc_classifier_unref(plan->classifier);
    pdoc__map_free(&plan->names);
}
