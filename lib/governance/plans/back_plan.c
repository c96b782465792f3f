/* SPDX-License-Identifier: MIT */
/* The plan of one document as an object: made from what is asked for, held, read. Plans nothing itself. */
#include "governance/plans/back_plan.h"

static void plan_free(pdoc_plan *plan)
{
    pdoc__free(plan->warnings);
    pdoc__arena_free(&plan->arena);
    pdoc__free(plan);
}

/* ---- making ---- */

#define LONGEST_MONTHS (999 * 12)

static pdoc_status take_time(const char *text, const char *what, pdoc_offset *out, pdoc_error **error)
{
    if (!text)
        return PDOC_OK;
    const bool is_time = pdoc_offset_parse(text, out, NULL) == PDOC_OK && out->months >= 0 && out->count >= 0;
    if (is_time && out->months <= LONGEST_MONTHS)
        return PDOC_OK;
    if (is_time)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the time for %s is '%.40s'; it may be P%dY at most", what, text,
                          LONGEST_MONTHS / 12);
    return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the time for %s is '%.40s'; expected one such as P6W or 10 working-days",
                      what, text);
}

static pdoc_status check_options(const pdoc_plan_options *options, struct pdoc__planning *planning, pdoc_error **error)
{
    if (options->size != sizeof *options)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the options of a plan need their size set");
    if (pdoc_date_is_recorded(options->deadline) && !pdoc_date_is_valid(options->deadline))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the deadline is no date");
    const pdoc_status status = take_time(options->drafting, "drafting", &planning->drafting, error);
    return status == PDOC_OK ? take_time(options->consultation, "consultation", &planning->consultation, error) : status;
}

static void take_head(struct pdoc__planning *planning)
{
    const pdoc_document *doc = planning->judge->doc;
    pdoc_plan *plan = planning->plan;
    plan->as_of = planning->judge->as_of;
    plan->id = pdoc__plan_keep(planning, pdoc_document_id(doc));
    plan->title = pdoc__plan_keep(planning, pdoc_document_title(doc));
    plan->reference = pdoc__plan_keep(planning, pdoc_document_reference(doc, 0));
}

/* Room for every row, twice where it takes time, and for what may be asked for beside them. */
static bool take_room(struct pdoc__planning *planning)
{
    struct pdoc__arena *scratch = &planning->judge->scratch;
    const size_t rows = planning->judge->profile->counts[PDOC_PROFILE_PLAN];
    planning->room = 2 * rows + 5;
    planning->steps = pdoc__arena_zero(scratch, planning->room * sizeof *planning->steps, NULL);
    planning->included = pdoc__arena_zero(scratch, rows + 1, NULL);
    planning->step_of = pdoc__arena_zero(scratch, (rows + 1) * sizeof *planning->step_of, NULL);
    return planning->steps && planning->included && planning->step_of;
}

static void make(struct pdoc__planning *planning)
{
    static void (*const rooms[])(struct pdoc__planning * planning) = {
        take_head, pdoc__plan_deadline, pdoc__plan_choose, pdoc__plan_days, pdoc__plan_judge, pdoc__plan_put,
    };
    planning->failed = !take_room(planning);
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms && !planning->failed; i++)
        rooms[i](planning);
    planning->failed = planning->failed || planning->judge->out_of_memory;
}

/* What went wrong, for the caller: an error of what was asked, or that memory ran out. */
static void hand_over(struct pdoc__planning *planning, pdoc_error **error)
{
    if (!planning->error)
        pdoc__fail_memory(error);
    else if (error)
        *error = planning->error;
    else
        pdoc_error_free(planning->error);
}

static pdoc_plan *plan_document(struct pdoc__planning *planning, const pdoc_document *doc, pdoc_error **error)
{
    struct pdoc__judge *judge = planning->judge;
    if (!pdoc__judge_take(judge, doc, error))
        return NULL;
    if (!judge->profile) {
        pdoc__fail(error, PDOC_ERR_JUDGE, "there is no profile to plan by: %s%s%s",
                   judge->profile_ref ? "the document follows '" : "none is recorded for the document",
                   judge->profile_ref ? judge->profile_ref : "", judge->profile_ref ? "', which is not known" : "");
        return NULL;
    }
    planning->plan = pdoc__alloc_zero(1, sizeof *planning->plan, error);
    if (!planning->plan)
        return NULL;
    atomic_init(&planning->plan->references, 1);
    make(planning);
    pdoc__buffer_free(&planning->line);
    pdoc__buffer_free(&planning->obstacle);
    if (!planning->failed)
        return planning->plan;
    plan_free(planning->plan);
    hand_over(planning, error);
    return NULL;
}

pdoc_plan *pdoc_document_plan(const pdoc_document *doc, const pdoc_basis *basis, const pdoc_plan_options *options,
                              pdoc_error **error)
{
    static const pdoc_plan_options defaults = {.size = sizeof defaults};
    struct pdoc__judge judge;
    struct pdoc__planning planning = {.judge = &judge, .options = options ? options : &defaults};
    if (!doc) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document is needed");
        return NULL;
    }
    if (check_options(planning.options, &planning, error) != PDOC_OK ||
        !pdoc__judge_begin(&judge, doc->reg, basis, error))
        return NULL;
    planning.calendar = basis->calendar;
    pdoc_plan *plan = plan_document(&planning, doc, error);
    pdoc__judge_end(&judge);
    return plan;
}

pdoc_plan *pdoc_plan_ref(pdoc_plan *plan)
{
    if (plan)
        atomic_fetch_add_explicit(&plan->references, 1, memory_order_relaxed);
    return plan;
}

void pdoc_plan_unref(pdoc_plan *plan)
{
    if (plan && atomic_fetch_sub_explicit(&plan->references, 1, memory_order_acq_rel) == 1)
        plan_free(plan);
}

/* ---- reading ---- */

static const struct pdoc__plan_entry *entry_at(const pdoc_plan *plan, size_t step)
{
    return plan && step < plan->count ? &plan->entries[step] : NULL;
}

pdoc_date pdoc_plan_as_of(const pdoc_plan *plan)
{
    return plan ? plan->as_of : (pdoc_date){0, 0, 0};
}

const char *pdoc_plan_document_id(const pdoc_plan *plan)
{
    return plan ? plan->id : NULL;
}

const char *pdoc_plan_document_title(const pdoc_plan *plan)
{
    return plan ? plan->title : NULL;
}

const char *pdoc_plan_document_reference(const pdoc_plan *plan)
{
    return plan ? plan->reference : NULL;
}

pdoc_date pdoc_plan_deadline(const pdoc_plan *plan)
{
    return plan ? plan->deadline : (pdoc_date){0, 0, 0};
}

const char *pdoc_plan_deadline_reason(const pdoc_plan *plan)
{
    return plan ? plan->deadline_reason : NULL;
}

bool pdoc_plan_is_feasible(const pdoc_plan *plan)
{
    return plan && !plan->obstacle;
}

const char *pdoc_plan_obstacle(const pdoc_plan *plan)
{
    return plan ? plan->obstacle : NULL;
}

pdoc_date pdoc_plan_nearest_meeting(const pdoc_plan *plan)
{
    return plan ? plan->nearest : (pdoc_date){0, 0, 0};
}

size_t pdoc_plan_step_count(const pdoc_plan *plan)
{
    return plan ? plan->count : 0;
}

const char *pdoc_plan_step_id(const pdoc_plan *plan, size_t step)
{
    const struct pdoc__plan_entry *entry = entry_at(plan, step);
    return entry ? entry->id : NULL;
}

const char *pdoc_plan_step_kind(const pdoc_plan *plan, size_t step)
{
    const struct pdoc__plan_entry *entry = entry_at(plan, step);
    return entry ? entry->kind : NULL;
}

const char *pdoc_plan_step_label(const pdoc_plan *plan, size_t step)
{
    const struct pdoc__plan_entry *entry = entry_at(plan, step);
    return entry ? entry->label : NULL;
}

pdoc_date pdoc_plan_step_on(const pdoc_plan *plan, size_t step)
{
    const struct pdoc__plan_entry *entry = entry_at(plan, step);
    return entry ? entry->on : (pdoc_date){0, 0, 0};
}

pdoc_step_state pdoc_plan_step_state(const pdoc_plan *plan, size_t step)
{
    const struct pdoc__plan_entry *entry = entry_at(plan, step);
    return entry ? (pdoc_step_state)entry->state : PDOC_STEP_OPEN;
}

const char *pdoc_plan_step_who(const pdoc_plan *plan, size_t step)
{
    const struct pdoc__plan_entry *entry = entry_at(plan, step);
    return entry ? entry->who : NULL;
}

const char *pdoc_plan_step_rule(const pdoc_plan *plan, size_t step)
{
    const struct pdoc__plan_entry *entry = entry_at(plan, step);
    return entry ? entry->rule : NULL;
}

const char *pdoc_plan_step_clause(const pdoc_plan *plan, size_t step)
{
    const struct pdoc__plan_entry *entry = entry_at(plan, step);
    return entry ? entry->clause : NULL;
}

const char *pdoc_plan_step_reason(const pdoc_plan *plan, size_t step)
{
    const struct pdoc__plan_entry *entry = entry_at(plan, step);
    return entry ? entry->reason : NULL;
}

int32_t pdoc_plan_step_slack(const pdoc_plan *plan, size_t step)
{
    const struct pdoc__plan_entry *entry = entry_at(plan, step);
    return entry ? entry->slack : 0;
}

pdoc_modality pdoc_plan_step_modality(const pdoc_plan *plan, size_t step)
{
    const struct pdoc__plan_entry *entry = entry_at(plan, step);
    return entry ? (pdoc_modality)entry->modality : PDOC_MODALITY_MUST;
}

bool pdoc_plan_step_is_inferred(const pdoc_plan *plan, size_t step)
{
    const struct pdoc__plan_entry *entry = entry_at(plan, step);
    return entry ? entry->inferred : false;
}

bool pdoc_plan_step_is_provisional(const pdoc_plan *plan, size_t step)
{
    const struct pdoc__plan_entry *entry = entry_at(plan, step);
    return entry ? entry->provisional : false;
}

size_t pdoc_plan_warning_count(const pdoc_plan *plan)
{
    return plan ? plan->warning_count : 0;
}

const char *pdoc_plan_warning(const pdoc_plan *plan, size_t warning)
{
    return plan && warning < plan->warning_count ? plan->warnings[warning] : NULL;
}
