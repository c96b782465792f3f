/* SPDX-License-Identifier: MIT */
/* Lint of the steps of a plan and of reminders: names, bodies, what is left unsaid. Knows nothing of days. */
#include <string.h>

#include "governance/judge.h"
#include "governance/lint/lint.h"

static bool is_meeting_kind(const char *kind)
{
    static const char *const kinds[] = {"sign-off", "referral", "scrutiny"};
    for (size_t i = 0; kind && i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i], kind) == 0)
            return true;
    }
    return false;
}

void pdoc__lint_party(struct pdoc__lint_run *run, const struct pdoc__rule *rule, const char *code,
                      const struct pdoc__operand *operand)
{
    if (code && !pdoc__profile_party(run->profile, code))
        pdoc__lint_add(run, PDOC__LINT_UNKNOWN_PARTY, rule,
                       "'%.80s' names '%.80s', which is neither a party of the profile nor an operand", rule->id, code);
    if (!code && operand->name && operand->kind == PDOC__OPERAND_FACT)
        run->fact_used[operand->index] = true;
}

static void lint_fact(struct pdoc__lint_run *run, const struct pdoc__plan_step *step, int16_t index, const char *how)
{
    if (index < 0)
        return;
    const struct pdoc__fact *fact = &run->profile->facts[index];
    run->fact_used[index] = true;
    if (fact->type != PDOC__DATE)
        pdoc__lint_add(run, PDOC__LINT_NOT_A_DATE, &step->rule, "'%.80s' is %s on %.60s, which is no date",
                       step->rule.id, how, fact->rule.id);
}

/* A step that would roll stays where it is without a calendar; so rolls do not count. */
static bool needs_calendar(const struct pdoc__plan_step *step)
{
    return pdoc__is_in_working_days(step->offset) || pdoc__is_in_working_days(step->needs) ||
           pdoc__predicate_needs_calendar(step->when);
}

static void lint_step(struct pdoc__lint_run *run, const struct pdoc__plan_step *step)
{
    const char *id = step->rule.id;
    pdoc__lint_when(run, &step->rule, step->when);
    pdoc__lint_party(run, &step->rule, step->body_code, &step->body);
    pdoc__lint_party(run, &step->rule, step->who_code, &step->who);
    lint_fact(run, step, step->done, "done");
    lint_fact(run, step, step->begun, "begun");
    pdoc__lint_calendar(run, &step->rule, needs_calendar(step));
    if (!step->rule.label)
        pdoc__lint_add(run, PDOC__LINT_STEP_WITHOUT_LABEL, &step->rule,
                       "the step '%.80s' does not say what is to be done", id);
    if (is_meeting_kind(step->kind) && !step->body.name && !step->who.name)
        pdoc__lint_add(run, PDOC__LINT_MEETING_WITHOUT_BODY, &step->rule,
                       "the step '%.80s' names neither the body that meets nor the post that decides", id);
    if (strcmp(step->kind, "work") == 0 && !step->after)
        pdoc__lint_add(run, PDOC__LINT_WORK_WITHOUT_BEGIN, &step->rule,
                       "the step '%.80s' is work between two others, and does not say after which", id);
}

void pdoc__lint_plan(struct pdoc__lint_run *run)
{
    const pdoc_profile *profile = run->profile;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_PLAN]; i++)
        lint_step(run, &profile->plan[i]);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_REMINDERS]; i++) {
        const struct pdoc__reminder *reminder = &profile->reminders[i];
        pdoc__lint_when(run, &reminder->rule, reminder->when);
        pdoc__lint_party(run, &reminder->rule, NULL, &reminder->to);
        pdoc__lint_calendar(run, &reminder->rule,
                            pdoc__is_in_working_days(reminder->offset) ||
                                pdoc__predicate_needs_calendar(reminder->when));
    }
}
