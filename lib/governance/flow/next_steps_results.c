/* SPDX-License-Identifier: MIT */
/* Next steps as an object: counted, immutable, without a word of the register. Judges nothing. */
#include "governance/flow/next_steps.h"

static const struct pdoc__standing *standing_at(const pdoc_next_steps *next, size_t document)
{
    return next && document < next->document_count ? &next->documents[document] : NULL;
}

static const struct pdoc__next_step *step_at(const pdoc_next_steps *next, size_t step)
{
    return next && step < next->step_count ? &next->steps[step] : NULL;
}

static const struct pdoc__obstacle *obstacle_at(const pdoc_next_steps *next, size_t step, size_t obstacle)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found && obstacle < found->obstacle_count ? &next->obstacles.items[found->first_obstacle + obstacle] : NULL;
}

static const struct pdoc__obstacle *duty_at(const pdoc_next_steps *next, size_t duty)
{
    return next && duty < next->duties.count ? &next->duties.items[duty] : NULL;
}

pdoc_next_steps *pdoc_next_steps_ref(pdoc_next_steps *next)
{
    if (next)
        atomic_fetch_add_explicit(&next->references, 1, memory_order_relaxed);
    return next;
}

void pdoc_next_steps_unref(pdoc_next_steps *next)
{
    if (next && atomic_fetch_sub_explicit(&next->references, 1, memory_order_acq_rel) == 1)
        pdoc__next_steps_free(next);
}

pdoc_date pdoc_next_steps_as_of(const pdoc_next_steps *next)
{
    return next ? next->as_of : (pdoc_date){0, 0, 0};
}

size_t pdoc_next_steps_document_count(const pdoc_next_steps *next)
{
    return next ? next->document_count : 0;
}

size_t pdoc_next_steps_step_count(const pdoc_next_steps *next)
{
    return next ? next->step_count : 0;
}

size_t pdoc_next_steps_obstacle_count(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? found->obstacle_count : 0;
}

size_t pdoc_next_steps_duty_count(const pdoc_next_steps *next)
{
    return next ? next->duties.count : 0;
}

size_t pdoc_next_steps_duty_document(const pdoc_next_steps *next, size_t duty)
{
    const struct pdoc__obstacle *found = duty_at(next, duty);
    return found ? found->document : SIZE_MAX;
}

pdoc_date pdoc_next_steps_duty_late_since(const pdoc_next_steps *next, size_t duty)
{
    const struct pdoc__obstacle *found = duty_at(next, duty);
    return found ? found->late_since : (pdoc_date){0, 0, 0};
}

size_t pdoc_next_steps_document_index(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? found->index : SIZE_MAX;
}

const char *pdoc_next_steps_document_id(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? found->id : NULL;
}

const char *pdoc_next_steps_document_title(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? found->title : NULL;
}

const char *pdoc_next_steps_document_reference(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? found->reference : NULL;
}

const char *pdoc_next_steps_document_profile(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? found->profile : NULL;
}

uint32_t pdoc_next_steps_document_version(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? found->version : 0;
}

const char *pdoc_next_steps_document_version_label(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? found->version_label : NULL;
}

const char *pdoc_next_steps_document_state(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? found->state : NULL;
}

const char *pdoc_next_steps_document_state_label(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? found->state_label : NULL;
}

pdoc_date pdoc_next_steps_document_since(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? found->since : (pdoc_date){0, 0, 0};
}

const char *pdoc_next_steps_document_event(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? found->event : NULL;
}

pdoc_phase pdoc_next_steps_document_phase(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? (pdoc_phase)found->phase : PDOC_PHASE_UNDETERMINED;
}

bool pdoc_next_steps_document_is_general(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? found->is_general : false;
}

const char *pdoc_next_steps_document_note(const pdoc_next_steps *next, size_t document)
{
    const struct pdoc__standing *found = standing_at(next, document);
    return found ? found->note : NULL;
}

size_t pdoc_next_steps_step_document(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? found->document : SIZE_MAX;
}

const char *pdoc_next_steps_step_rule(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? found->rule : NULL;
}

const char *pdoc_next_steps_step_label(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? found->label : NULL;
}

const char *pdoc_next_steps_step_event(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? found->event : NULL;
}

const char *pdoc_next_steps_step_purpose(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? found->purpose : NULL;
}

const char *pdoc_next_steps_step_state(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? found->to : NULL;
}

const char *pdoc_next_steps_step_by(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? found->by : NULL;
}

const char *pdoc_next_steps_step_clause(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? found->clause : NULL;
}

pdoc_modality pdoc_next_steps_step_modality(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? (pdoc_modality)found->modality : PDOC_MODALITY_MAY;
}

bool pdoc_next_steps_step_is_inferred(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? found->inferred : false;
}

pdoc_truth pdoc_next_steps_step_can(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? (pdoc_truth)found->can : PDOC_UNKNOWN;
}

pdoc_date pdoc_next_steps_step_deadline(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? found->deadline : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_next_steps_step_late_since(const pdoc_next_steps *next, size_t step)
{
    const struct pdoc__next_step *found = step_at(next, step);
    return found ? found->late_since : (pdoc_date){0, 0, 0};
}

const char *pdoc_next_steps_obstacle_message(const pdoc_next_steps *next, size_t step, size_t obstacle)
{
    const struct pdoc__obstacle *found = obstacle_at(next, step, obstacle);
    return found ? found->message : NULL;
}

const char *pdoc_next_steps_obstacle_rule(const pdoc_next_steps *next, size_t step, size_t obstacle)
{
    const struct pdoc__obstacle *found = obstacle_at(next, step, obstacle);
    return found ? found->rule : NULL;
}

const char *pdoc_next_steps_obstacle_clause(const pdoc_next_steps *next, size_t step, size_t obstacle)
{
    const struct pdoc__obstacle *found = obstacle_at(next, step, obstacle);
    return found ? found->clause : NULL;
}

const char *pdoc_next_steps_obstacle_place(const pdoc_next_steps *next, size_t step, size_t obstacle)
{
    const struct pdoc__obstacle *found = obstacle_at(next, step, obstacle);
    return found ? found->place : NULL;
}

const char *pdoc_next_steps_obstacle_remedy(const pdoc_next_steps *next, size_t step, size_t obstacle)
{
    const struct pdoc__obstacle *found = obstacle_at(next, step, obstacle);
    return found ? found->remedy : NULL;
}

pdoc_outcome pdoc_next_steps_obstacle_outcome(const pdoc_next_steps *next, size_t step, size_t obstacle)
{
    const struct pdoc__obstacle *found = obstacle_at(next, step, obstacle);
    return found ? (pdoc_outcome)found->outcome : PDOC_OUTCOME_NOT_APPLICABLE;
}

pdoc_modality pdoc_next_steps_obstacle_modality(const pdoc_next_steps *next, size_t step, size_t obstacle)
{
    const struct pdoc__obstacle *found = obstacle_at(next, step, obstacle);
    return found ? (pdoc_modality)found->modality : PDOC_MODALITY_MAY;
}

bool pdoc_next_steps_obstacle_is_inferred(const pdoc_next_steps *next, size_t step, size_t obstacle)
{
    const struct pdoc__obstacle *found = obstacle_at(next, step, obstacle);
    return found ? found->inferred : false;
}

const char *pdoc_next_steps_duty_message(const pdoc_next_steps *next, size_t duty)
{
    const struct pdoc__obstacle *found = duty_at(next, duty);
    return found ? found->message : NULL;
}

const char *pdoc_next_steps_duty_rule(const pdoc_next_steps *next, size_t duty)
{
    const struct pdoc__obstacle *found = duty_at(next, duty);
    return found ? found->rule : NULL;
}

const char *pdoc_next_steps_duty_clause(const pdoc_next_steps *next, size_t duty)
{
    const struct pdoc__obstacle *found = duty_at(next, duty);
    return found ? found->clause : NULL;
}

const char *pdoc_next_steps_duty_place(const pdoc_next_steps *next, size_t duty)
{
    const struct pdoc__obstacle *found = duty_at(next, duty);
    return found ? found->place : NULL;
}

const char *pdoc_next_steps_duty_remedy(const pdoc_next_steps *next, size_t duty)
{
    const struct pdoc__obstacle *found = duty_at(next, duty);
    return found ? found->remedy : NULL;
}

pdoc_outcome pdoc_next_steps_duty_outcome(const pdoc_next_steps *next, size_t duty)
{
    const struct pdoc__obstacle *found = duty_at(next, duty);
    return found ? (pdoc_outcome)found->outcome : PDOC_OUTCOME_NOT_APPLICABLE;
}

pdoc_modality pdoc_next_steps_duty_modality(const pdoc_next_steps *next, size_t duty)
{
    const struct pdoc__obstacle *found = duty_at(next, duty);
    return found ? (pdoc_modality)found->modality : PDOC_MODALITY_MAY;
}

bool pdoc_next_steps_duty_is_inferred(const pdoc_next_steps *next, size_t duty)
{
    const struct pdoc__obstacle *found = duty_at(next, duty);
    return found ? found->inferred : false;
}
