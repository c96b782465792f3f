/* SPDX-License-Identifier: MIT */
/* What an audit works out once for each profile: its rules with their editions, the cells that it asks for. */
#include <string.h>

#include "governance/audit.h"

static const struct {
    const char *of;
    uint8_t subject;
} subjects[] = {
    {"document", PDOC__SUBJECT_DOCUMENT},
    {"version", PDOC__SUBJECT_VERSION},
    {"register", PDOC__SUBJECT_REGISTER},
};

static uint8_t subject_of(const struct pdoc__requirement *rule)
{
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (!rule->of || strcmp(subjects[i].of, rule->of) == 0)
            return subjects[i].subject;
    return PDOC__SUBJECT_OTHER;
}

/* The duty whose editions have this id; NULL if there is none yet. */
static struct pdoc__duty *duty_with_id(struct pdoc__plan *plan, const char *id)
{
    for (size_t i = 0; i < plan->duty_count; i++)
        if (strcmp(plan->profile->requirements[plan->duties[i].first].rule.id, id) == 0)
            return &plan->duties[i];
    return NULL;
}

static void append_edition(struct pdoc__plan *plan, struct pdoc__duty *duty, uint16_t row)
{
    uint16_t last = duty->first;
    while (plan->next_edition[last] != PDOC__NO_ROW)
        last = plan->next_edition[last];
    plan->next_edition[last] = row;
}

static bool take_requirement(struct pdoc__audit *audit, struct pdoc__plan *plan, uint16_t row, pdoc_error **error)
{
    const struct pdoc__requirement *rule = &plan->profile->requirements[row];
    struct pdoc__duty *duty = duty_with_id(plan, rule->rule.id);
    plan->next_edition[row] = PDOC__NO_ROW;
    if (duty)
        append_edition(plan, duty, row);
    else {
        size_t number = pdoc__report_add_rule(audit->report, rule->rule.id, error);
        if (number == SIZE_MAX)
            return false;
        duty = &plan->duties[plan->duty_count++];
        *duty = (struct pdoc__duty){.number = (uint16_t)number, .row = PDOC__NO_ROW, .first = row};
        duty->subject = subject_of(rule);
    }
    duty->of_past_act |= rule->past_act != NULL && rule->past_fact >= 0;
    if (pdoc__rule_applies(&audit->judge, &rule->rule))
        duty->row = row;
    return true;
}

static bool take_requirements(struct pdoc__audit *audit, struct pdoc__plan *plan, pdoc_error **error)
{
    size_t count = plan->profile->counts[PDOC_PROFILE_REQUIREMENTS];
    if (count >= PDOC__NO_ROW) {
        pdoc__fail(error, PDOC_ERR_LIMIT, "the profile %s has more rules than can be judged", plan->profile->id);
        return false;
    }
    plan->duties = pdoc__arena_zero(&audit->scratch, (count + 1) * sizeof *plan->duties, error);
    plan->next_edition = pdoc__arena_zero(&audit->scratch, (count + 1) * sizeof *plan->next_edition, error);
    if (!plan->duties || !plan->next_edition)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!take_requirement(audit, plan, (uint16_t)i, error))
            return false;
    return true;
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
    if (!take_requirements(audit, plan, error) || !take_fields(audit, plan, error))
        return false;
    audit->plan_count++;
    return true;
}

void pdoc__plan_free(struct pdoc__plan *plan)
{
    pdoc__map_free(&plan->names);
}
