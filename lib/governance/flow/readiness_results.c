/* SPDX-License-Identifier: MIT */
/* Readiness as an object: counted, immutable, without a word of the register. Judges nothing. */
#include "governance/flow/next_steps.h"

static const struct pdoc__obstacle *hindrance_at(const pdoc_readiness *readiness, size_t obstacle)
{
    return readiness && obstacle < readiness->obstacles.count ? &readiness->obstacles.items[obstacle] : NULL;
}

pdoc_readiness *pdoc_readiness_ref(pdoc_readiness *readiness)
{
    if (readiness)
        atomic_fetch_add_explicit(&readiness->references, 1, memory_order_relaxed);
    return readiness;
}

void pdoc_readiness_unref(pdoc_readiness *readiness)
{
    if (readiness && atomic_fetch_sub_explicit(&readiness->references, 1, memory_order_acq_rel) == 1)
        pdoc__readiness_free(readiness);
}

pdoc_date pdoc_readiness_as_of(const pdoc_readiness *readiness)
{
    return readiness ? readiness->as_of : (pdoc_date){0, 0, 0};
}

size_t pdoc_readiness_obstacle_count(const pdoc_readiness *readiness)
{
    return readiness ? readiness->obstacles.count : 0;
}

const char *pdoc_readiness_document_id(const pdoc_readiness *readiness)
{
    return readiness ? readiness->id : NULL;
}

const char *pdoc_readiness_document_title(const pdoc_readiness *readiness)
{
    return readiness ? readiness->title : NULL;
}

const char *pdoc_readiness_document_reference(const pdoc_readiness *readiness)
{
    return readiness ? readiness->reference : NULL;
}

const char *pdoc_readiness_purpose(const pdoc_readiness *readiness)
{
    return readiness ? readiness->purpose : NULL;
}

const char *pdoc_readiness_body(const pdoc_readiness *readiness)
{
    return readiness ? readiness->body : NULL;
}

const char *pdoc_readiness_role(const pdoc_readiness *readiness)
{
    return readiness ? readiness->role : NULL;
}

const char *pdoc_readiness_rule(const pdoc_readiness *readiness)
{
    return readiness ? readiness->rule : NULL;
}

const char *pdoc_readiness_clause(const pdoc_readiness *readiness)
{
    return readiness ? readiness->clause : NULL;
}

uint32_t pdoc_readiness_version(const pdoc_readiness *readiness)
{
    return readiness ? readiness->version : 0;
}

pdoc_truth pdoc_readiness_answer(const pdoc_readiness *readiness)
{
    return readiness ? (pdoc_truth)readiness->answer : PDOC_UNKNOWN;
}

const char *pdoc_readiness_note(const pdoc_readiness *readiness)
{
    return readiness ? readiness->note : NULL;
}

const char *pdoc_readiness_obstacle_message(const pdoc_readiness *readiness, size_t obstacle)
{
    const struct pdoc__obstacle *found = hindrance_at(readiness, obstacle);
    return found ? found->message : NULL;
}

const char *pdoc_readiness_obstacle_rule(const pdoc_readiness *readiness, size_t obstacle)
{
    const struct pdoc__obstacle *found = hindrance_at(readiness, obstacle);
    return found ? found->rule : NULL;
}

const char *pdoc_readiness_obstacle_clause(const pdoc_readiness *readiness, size_t obstacle)
{
    const struct pdoc__obstacle *found = hindrance_at(readiness, obstacle);
    return found ? found->clause : NULL;
}

const char *pdoc_readiness_obstacle_place(const pdoc_readiness *readiness, size_t obstacle)
{
    const struct pdoc__obstacle *found = hindrance_at(readiness, obstacle);
    return found ? found->place : NULL;
}

const char *pdoc_readiness_obstacle_remedy(const pdoc_readiness *readiness, size_t obstacle)
{
    const struct pdoc__obstacle *found = hindrance_at(readiness, obstacle);
    return found ? found->remedy : NULL;
}

pdoc_outcome pdoc_readiness_obstacle_outcome(const pdoc_readiness *readiness, size_t obstacle)
{
    const struct pdoc__obstacle *found = hindrance_at(readiness, obstacle);
    return found ? (pdoc_outcome)found->outcome : PDOC_OUTCOME_NOT_APPLICABLE;
}

pdoc_modality pdoc_readiness_obstacle_modality(const pdoc_readiness *readiness, size_t obstacle)
{
    const struct pdoc__obstacle *found = hindrance_at(readiness, obstacle);
    return found ? (pdoc_modality)found->modality : PDOC_MODALITY_MAY;
}

bool pdoc_readiness_obstacle_is_inferred(const pdoc_readiness *readiness, size_t obstacle)
{
    const struct pdoc__obstacle *found = hindrance_at(readiness, obstacle);
    return found ? found->inferred : false;
}
