/* SPDX-License-Identifier: MIT */
/* What an audit works out once for each profile: its rules with their editions, the cells that it asks for. */
#include <string.h>

#include "governance/audit.h"

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
    plan->categories = pdoc__profile_set_named(profile, "categories");
    plan->relation_kinds = pdoc__profile_set_named(profile, "relation-kinds");
    plan->notes = pdoc__arena_zero(&audit->scratch, PDOC__NOTES * sizeof *plan->notes, error);
    if (!plan->notes || !take_duties(audit, plan, error) || !take_fields(audit, plan, error))
        return false;
    audit->plan_count++;
    return true;
}

void pdoc__plan_free(struct pdoc__plan *plan)
{
    pdoc__map_free(&plan->names);
}
