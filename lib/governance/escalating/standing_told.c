/* SPDX-License-Identifier: MIT */
/* What a standing tells: one question after the other. Judges nothing. */
#include "base/alloc.h"
#include "governance/escalating/standing.h"

pdoc_standing *pdoc_standing_ref(pdoc_standing *standing)
{
    if (standing)
        atomic_fetch_add_explicit(&standing->references, 1, memory_order_relaxed);
    return standing;
}

void pdoc_standing_unref(pdoc_standing *standing)
{
    if (!standing || atomic_fetch_sub_explicit(&standing->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__arena_free(&standing->arena);
    pdoc__free(standing);
}

const char *pdoc_standing_issue(const pdoc_standing *standing)
{
    return standing ? standing->issue : NULL;
}

const char *pdoc_standing_case(const pdoc_standing *standing)
{
    return standing ? standing->case_reference : NULL;
}

const char *pdoc_standing_track(const pdoc_standing *standing)
{
    return standing ? standing->track : NULL;
}

const char *pdoc_standing_track_label(const pdoc_standing *standing)
{
    return standing ? standing->track_label : NULL;
}

const char *pdoc_standing_outcome(const pdoc_standing *standing)
{
    return standing ? standing->outcome : NULL;
}

const char *pdoc_standing_stage(const pdoc_standing *standing)
{
    return standing ? standing->stage : NULL;
}

const char *pdoc_standing_stage_label(const pdoc_standing *standing)
{
    return standing ? standing->stage_label : NULL;
}

pdoc_date pdoc_standing_as_of(const pdoc_standing *standing)
{
    return standing ? standing->as_of : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_standing_since(const pdoc_standing *standing)
{
    return standing ? standing->since : (pdoc_date){0, 0, 0};
}

pdoc_issue_state pdoc_standing_state(const pdoc_standing *standing)
{
    return standing ? standing->state : PDOC_ISSUE_UNDETERMINED;
}

static const struct pdoc__standing_next *next_at(const pdoc_standing *standing, size_t index)
{
    return standing && index < standing->next_count ? &standing->nexts[index] : NULL;
}

size_t pdoc_standing_next_count(const pdoc_standing *standing)
{
    return standing ? standing->next_count : 0;
}

static const struct pdoc__standing_side *side_at(const pdoc_standing *standing, size_t index)
{
    return standing && index < standing->side_count ? &standing->sides[index] : NULL;
}

size_t pdoc_standing_side_count(const pdoc_standing *standing)
{
    return standing ? standing->side_count : 0;
}

static const struct pdoc__standing_record *record_at(const pdoc_standing *standing, size_t index)
{
    return standing && index < standing->record_count ? &standing->records[index] : NULL;
}

size_t pdoc_standing_record_count(const pdoc_standing *standing)
{
    return standing ? standing->record_count : 0;
}

static const struct pdoc__standing_finding *finding_at(const pdoc_standing *standing, size_t index)
{
    return standing && index < standing->finding_count ? &standing->findings[index] : NULL;
}

size_t pdoc_standing_finding_count(const pdoc_standing *standing)
{
    return standing ? standing->finding_count : 0;
}

const char *pdoc_standing_next_kind(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_next *found = next_at(standing, index);
    return found ? found->kind : NULL;
}

const char *pdoc_standing_next_stage(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_next *found = next_at(standing, index);
    return found ? found->stage : NULL;
}

const char *pdoc_standing_next_words(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_next *found = next_at(standing, index);
    return found ? found->words : NULL;
}

const char *pdoc_standing_next_who(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_next *found = next_at(standing, index);
    return found ? found->who : NULL;
}

const char *pdoc_standing_next_limit(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_next *found = next_at(standing, index);
    return found ? found->limit : NULL;
}

const char *pdoc_standing_next_rule(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_next *found = next_at(standing, index);
    return found ? found->rule.id : NULL;
}

const char *pdoc_standing_next_clause(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_next *found = next_at(standing, index);
    return found ? found->rule.clause : NULL;
}

pdoc_date pdoc_standing_next_by(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_next *found = next_at(standing, index);
    return found ? found->by : (pdoc_date){0, 0, 0};
}

pdoc_truth pdoc_standing_next_is_late(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_next *found = next_at(standing, index);
    return found ? (pdoc_truth)found->is_late : PDOC_UNKNOWN;
}

pdoc_modality pdoc_standing_next_modality(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_next *found = next_at(standing, index);
    return found ? (pdoc_modality)found->rule.modality : PDOC_MODALITY_MUST;
}

bool pdoc_standing_next_is_inferred(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_next *found = next_at(standing, index);
    return found && found->rule.inferred;
}

const char *pdoc_standing_side(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_side *found = side_at(standing, index);
    return found ? found->side : NULL;
}

const char *pdoc_standing_side_who(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_side *found = side_at(standing, index);
    return found ? found->who : NULL;
}

bool pdoc_standing_side_is_widened(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_side *found = side_at(standing, index);
    return found && found->is_widened;
}

const char *pdoc_standing_record_step(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_record *found = record_at(standing, index);
    return found ? found->step : NULL;
}

const char *pdoc_standing_record_stage(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_record *found = record_at(standing, index);
    return found ? found->stage : NULL;
}

const char *pdoc_standing_record_role(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_record *found = record_at(standing, index);
    return found ? found->role : NULL;
}

const char *pdoc_standing_record_organisation(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_record *found = record_at(standing, index);
    return found ? found->organisation : NULL;
}

bool pdoc_standing_record_is_made(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_record *found = record_at(standing, index);
    return found && found->is_made;
}

pdoc_truth pdoc_standing_record_is_apart(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_record *found = record_at(standing, index);
    return found ? (pdoc_truth)found->is_apart : PDOC_UNKNOWN;
}

const char *pdoc_standing_finding_code(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_finding *found = finding_at(standing, index);
    return found ? found->code : NULL;
}

const char *pdoc_standing_finding_rule(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_finding *found = finding_at(standing, index);
    return found ? found->rule.id : NULL;
}

const char *pdoc_standing_finding_clause(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_finding *found = finding_at(standing, index);
    return found ? found->rule.clause : NULL;
}

const char *pdoc_standing_finding_step(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_finding *found = finding_at(standing, index);
    return found ? found->step : NULL;
}

const char *pdoc_standing_finding_message(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_finding *found = finding_at(standing, index);
    return found ? found->message : NULL;
}

const char *pdoc_standing_finding_remedy(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_finding *found = finding_at(standing, index);
    return found ? found->remedy : NULL;
}

pdoc_outcome pdoc_standing_finding_outcome(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_finding *found = finding_at(standing, index);
    return found ? (pdoc_outcome)found->outcome : PDOC_OUTCOME_NOT_APPLICABLE;
}

pdoc_modality pdoc_standing_finding_modality(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_finding *found = finding_at(standing, index);
    return found ? (pdoc_modality)found->rule.modality : PDOC_MODALITY_MUST;
}

bool pdoc_standing_finding_forbids(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_finding *found = finding_at(standing, index);
    return found && found->forbids;
}

bool pdoc_standing_finding_is_inferred(const pdoc_standing *standing, size_t index)
{
    const struct pdoc__standing_finding *found = finding_at(standing, index);
    return found && found->rule.inferred;
}
