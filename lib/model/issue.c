/* SPDX-License-Identifier: MIT */
/* Practice issues of a register: reading them, opening one, adding a step. Nothing here edits the past, or judges. */
#include "model/issue.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "model/build.h"

size_t pdoc_register_issue_count(const pdoc_register *reg)
{
    return reg ? reg->issue_count : 0;
}

pdoc_issue *pdoc_register_issue(const pdoc_register *reg, size_t index)
{
    return index < pdoc_register_issue_count(reg) ? reg->issues[index] : NULL;
}

pdoc_issue *pdoc_register_find_issue(const pdoc_register *reg, const char *id_or_case)
{
    pdoc_issue *by_case = NULL;
    for (size_t i = 0; id_or_case && i < pdoc_register_issue_count(reg); i++) {
        pdoc_issue *issue = reg->issues[i];
        if (strcmp(issue->id, id_or_case) == 0)
            return issue;
        if (!by_case && strcmp(issue->values[PDOC__ISSUE_CASE], id_or_case) == 0)
            by_case = issue;
    }
    return by_case;
}

pdoc_issue *pdoc_issue_ref(pdoc_issue *issue)
{
    if (issue)
        (void)pdoc_register_ref(issue->reg);
    return issue;
}

void pdoc_issue_unref(pdoc_issue *issue)
{
    if (issue)
        pdoc_register_unref(issue->reg);
}

const char *pdoc_issue_id(const pdoc_issue *issue)
{
    return issue ? issue->id : NULL;
}

pdoc_date pdoc_issue_on(const pdoc_issue *issue)
{
    return issue ? issue->on : (pdoc_date){0, 0, 0};
}

const char *pdoc_issue_attribute(const pdoc_issue *issue, const char *name)
{
    const int row = pdoc_table_find(PDOC_TABLE_ISSUE_ATTRIBUTE, name);
    return issue && row >= 0 ? issue->values[row] : NULL;
}

size_t pdoc_issue_step_count(const pdoc_issue *issue)
{
    return issue ? issue->step_count : 0;
}

static struct pdoc_issue_step *step_at(const pdoc_issue *issue, size_t step)
{
    return step < pdoc_issue_step_count(issue) ? &issue->steps[step] : NULL;
}

const char *pdoc_issue_step_id(const pdoc_issue *issue, size_t step)
{
    const struct pdoc_issue_step *found = step_at(issue, step);
    return found ? found->id : NULL;
}

pdoc_date pdoc_issue_step_on(const pdoc_issue *issue, size_t step)
{
    const struct pdoc_issue_step *found = step_at(issue, step);
    return found ? found->on : (pdoc_date){0, 0, 0};
}

const char *pdoc_issue_step_attribute(const pdoc_issue *issue, size_t step, const char *name)
{
    const struct pdoc_issue_step *found = step_at(issue, step);
    const int row = pdoc_table_find(PDOC_TABLE_ISSUE_STEP_ATTRIBUTE, name);
    return found && row >= 0 ? found->values[row] : NULL;
}

/* ---- what is added ---- */

/* A value of the wrong form is the caller's mistake here. */
static pdoc_status say_why(pdoc_error *reason, pdoc_error **error)
{
    pdoc_status status = pdoc_error_status(reason);
    if (status == PDOC_ERR_NOMEM)
        return pdoc__fail_memory(error);
    status = pdoc__fail(error, status == PDOC_ERR_INVALID ? PDOC_ERR_ARGUMENT : status, "%s", pdoc_error_message(reason));
    pdoc_error_free(reason);
    return status;
}

/* One more than the highest number of those there are. */
static bool next_id(pdoc_register *reg, char prefix, uint32_t highest, const char **out, pdoc_error **error)
{
    char id[16];
    snprintf(id, sizeof id, "%c%lu", prefix, (unsigned long)highest + 1);
    return pdoc__intern(reg, id, out, error);
}

static uint32_t highest_issue(const pdoc_register *reg)
{
    uint32_t highest = 0;
    for (size_t i = 0; i < reg->issue_count; i++) {
        const uint32_t number = pdoc__id_number(reg->issues[i]->id, 'i');
        highest = number > highest ? number : highest;
    }
    return highest;
}

static uint32_t highest_step(const pdoc_issue *issue)
{
    uint32_t highest = 0;
    for (size_t i = 0; i < issue->step_count; i++) {
        const uint32_t number = pdoc__id_number(issue->steps[i].id, 's');
        highest = number > highest ? number : highest;
    }
    return highest;
}

struct given {
    const char *name;
    const char *value;
};

static bool put_all(pdoc_issue *issue, struct pdoc_issue_step *step, const struct given *given, size_t count,
                    pdoc_error **error)
{
    for (size_t i = 0; i < count; i++) {
        if (!given[i].value)
            continue;
        if (step ? !pdoc__issue_step_put(issue->reg, step, given[i].name, given[i].value, error)
                 : !pdoc__issue_put(issue->reg, issue, given[i].name, given[i].value, error))
            return false;
    }
    return true;
}

pdoc_issue *pdoc_register_open_issue(pdoc_register *reg, const char *track, const char *case_reference, const char *by,
                                     const char *organisation, pdoc_date on, pdoc_error **error)
{
    char day[PDOC_DATE_TEXT];
    pdoc_error *reason = NULL;
    if (!reg || !track || !case_reference || !by || !pdoc__is_whole_day(on)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT,
                   "a practice issue needs a register, a track, a case reference, a role and a whole day");
        return NULL;
    }
    if (!pdoc__list_may_grow(reg->issue_count, UINT32_MAX, "practice issues", error))
        return NULL;
    const struct given given[] = {{"track", track}, {"case", case_reference}, {"by", by}, {"organisation", organisation},
                                  {"on", pdoc_date_format(on, day)}};
    pdoc_issue *issue = pdoc__arena_zero(&reg->arena, sizeof *issue, error);
    if (!issue || !next_id(reg, 'i', highest_issue(reg), &issue->id, error))
        return NULL;
    issue->reg = reg;
    if (!put_all(issue, NULL, given, sizeof given / sizeof *given, &reason)) {
        say_why(reason, error);
        return NULL;
    }
    pdoc_issue **list = pdoc__list_add(reg, reg->issues, reg->issue_count, sizeof issue, &issue, error);
    if (!list)
        return NULL;
    reg->issues = list;
    reg->issue_count++;
    return issue;
}

pdoc_status pdoc_issue_complete(pdoc_issue *issue, const char *name, const char *value, pdoc_error **error)
{
    pdoc_error *reason = NULL;
    if (!issue || !name || !value)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "to record something needs a practice issue, a name and a value");
    if (!pdoc__issue_put(issue->reg, issue, name, value, &reason))
        return say_why(reason, error);
    return PDOC_OK;
}

pdoc_status pdoc_issue_record(pdoc_issue *issue, const char *kind, const char *stage, pdoc_date on, const char *by,
                              const char *organisation, pdoc_error **error)
{
    char day[PDOC_DATE_TEXT];
    pdoc_error *reason = NULL;
    struct pdoc_issue_step step = {0};
    if (!issue || !kind || !pdoc__is_whole_day(on))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a step needs a practice issue, a kind and a whole day");
    if (pdoc_date_compare(on, issue->on) < 0)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the practice issue was raised on %s; a step cannot lie before it",
                          pdoc_date_format(issue->on, day));
    if (!pdoc__list_may_grow(issue->step_count, UINT16_MAX, "steps of a practice issue", error))
        return PDOC_ERR_LIMIT;
    const struct given given[] = {
        {"kind", kind}, {"stage", stage}, {"on", pdoc_date_format(on, day)}, {"by", by}, {"organisation", organisation}};
    if (!next_id(issue->reg, 's', highest_step(issue), &step.id, error))
        return PDOC_ERR_NOMEM;
    if (!put_all(issue, &step, given, sizeof given / sizeof *given, &reason))
        return say_why(reason, error);
    struct pdoc_issue_step *list =
        pdoc__list_add(issue->reg, issue->steps, issue->step_count, sizeof step, &step, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    issue->steps = list;
    issue->step_count++;
    return PDOC_OK;
}

static bool refers_to_earlier(const pdoc_issue *issue, size_t step, const char *name, const char *value)
{
    const int row = pdoc_table_find(PDOC_TABLE_ISSUE_STEP_ATTRIBUTE, name);
    if (row != PDOC__STEP_OF && row != PDOC__STEP_VOIDS)
        return true;
    for (size_t i = 0; i < step; i++)
        if (strcmp(issue->steps[i].id, value) == 0)
            return true;
    return false;
}

pdoc_status pdoc_issue_step_complete(pdoc_issue *issue, size_t step, const char *name, const char *value,
                                     pdoc_error **error)
{
    pdoc_error *reason = NULL;
    struct pdoc_issue_step *found = step_at(issue, step);
    if (!found || !name || !value)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "to record something needs a step, a name and a value");
    if (!refers_to_earlier(issue, step, name, value))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s: no earlier step of the issue has this id", name);
    if (!pdoc__issue_step_put(issue->reg, found, name, value, &reason))
        return say_why(reason, error);
    return PDOC_OK;
}
