/* SPDX-License-Identifier: MIT */
/* Reports as objects: what an audit came to, immutable, without a word of the register. Judges nothing. */
#include "governance/audit/audit.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

pdoc_report *pdoc__report_new(pdoc_error **error)
{
    pdoc_report *report = pdoc__alloc_zero(1, sizeof *report, error);
    if (!report)
        return NULL;
    atomic_init(&report->references, 1);
    for (size_t i = 0; i < PDOC__CHECK_COUNT; i++) {
        if (pdoc__report_add_rule(report, pdoc__check_words[i].code, error) != SIZE_MAX)
            continue;
        pdoc_report_unref(report);
        return NULL;
    }
    return report;
}

size_t pdoc__report_add_rule(pdoc_report *report, const char *id, pdoc_error **error)
{
    if (report->rule_count >= UINT16_MAX) {
        pdoc__fail(error, PDOC_ERR_LIMIT, "the profiles of the register have more than %u rules together",
                   (unsigned)UINT16_MAX);
        return SIZE_MAX;
    }
    if (!pdoc__grow(&report->rules, &report->rule_capacity, report->rule_count, sizeof *report->rules, error))
        return SIZE_MAX;
    report->rules[report->rule_count] = id;
    return report->rule_count++;
}

struct pdoc__finding *pdoc__report_add_finding(pdoc_report *report, uint32_t document, pdoc_error **error)
{
    if (!pdoc__grow(&report->findings, &report->finding_capacity, report->finding_count, sizeof *report->findings,
                    error))
        return NULL;
    struct pdoc__finding *finding = &report->findings[report->finding_count];
    *finding = (struct pdoc__finding){.document = document, .sequence = (uint32_t)report->finding_count++};
    return finding;
}

/* What is broken, what cannot be told, what is still to come, what is only worth knowing. */
static unsigned seriousness(const struct pdoc__finding *finding)
{
    static const uint8_t ranks[] = {
        [PDOC_OUTCOME_NOT_MET] = 0, [PDOC_OUTCOME_UNDETERMINED] = 1, [PDOC_OUTCOME_PENDING] = 2,
        [PDOC_OUTCOME_WAIVED] = 3,  [PDOC_OUTCOME_MET] = 4,          [PDOC_OUTCOME_NOT_APPLICABLE] = 5,
    };
    return ranks[finding->outcome] * 3u + finding->modality;
}

static int compare_findings(const void *left, const void *right)
{
    const struct pdoc__finding *a = left;
    const struct pdoc__finding *b = right;
    const uint32_t a_document = a->document + 1u; /* the register itself is 0, the first */
    const uint32_t b_document = b->document + 1u;
    if (a_document != b_document)
        return a_document < b_document ? -1 : 1;
    if (seriousness(a) != seriousness(b))
        return seriousness(a) < seriousness(b) ? -1 : 1;
    return a->sequence < b->sequence ? -1 : a->sequence > b->sequence;
}

static bool is_sorted(const pdoc_report *report)
{
    for (size_t i = 1; i < report->finding_count; i++)
        if (compare_findings(&report->findings[i - 1], &report->findings[i]) > 0)
            return false;
    return true;
}

void pdoc__report_sort(pdoc_report *report)
{
    if (!is_sorted(report))
        qsort(report->findings, report->finding_count, sizeof *report->findings, compare_findings);
}

static void report_free(pdoc_report *report)
{
    for (size_t i = 0; i < report->profile_count; i++)
        pdoc_profile_unref(report->profiles[i]);
    pdoc_schedule_unref(report->schedule);
    pdoc__free(report->profiles);
    pdoc__free(report->documents);
    pdoc__free(report->rules);
    pdoc__free(report->results.verdicts);
    pdoc__free(report->results.segments);
    pdoc__free(report->results.signposts);
    pdoc__free(report->findings);
    pdoc__pool_free(&report->pool);
    pdoc__arena_free(&report->arena);
    pdoc__free(report);
}

static const char *text_behind(const char *text)
{
    return text + strlen(text) + 1;
}

static const struct pdoc__judged *document_of(const pdoc_report *report, size_t document)
{
    if (!report || document < report->first_document)
        return NULL;
    size_t index = document - report->first_document;
    return index < report->document_count ? &report->documents[index] : NULL;
}

static const struct pdoc__finding *finding_of(const pdoc_report *report, size_t finding)
{
    return report && finding < report->finding_count ? &report->findings[finding] : NULL;
}

static size_t index_of(uint32_t document)
{
    return document == PDOC__THE_REGISTER ? SIZE_MAX : document;
}

pdoc_report *pdoc_report_ref(pdoc_report *report)
{
    if (report)
        atomic_fetch_add_explicit(&report->references, 1, memory_order_relaxed);
    return report;
}

void pdoc_report_unref(pdoc_report *report)
{
    if (report && atomic_fetch_sub_explicit(&report->references, 1, memory_order_acq_rel) == 1)
        report_free(report);
}

pdoc_date pdoc_report_as_of(const pdoc_report *report)
{
    return report ? report->as_of : (pdoc_date){0, 0, 0};
}

const char *pdoc_report_title(const pdoc_report *report)
{
    return report ? report->title : NULL;
}

size_t pdoc_report_profile_count(const pdoc_report *report)
{
    return report ? report->profile_count : 0;
}

const pdoc_profile *pdoc_report_profile(const pdoc_report *report, size_t index)
{
    return report && index < report->profile_count ? report->profiles[index] : NULL;
}

const pdoc_schedule *pdoc_report_schedule(const pdoc_report *report)
{
    return report ? report->schedule : NULL;
}

size_t pdoc_report_document_count(const pdoc_report *report)
{
    return report ? report->document_count : 0;
}

const char *pdoc_report_document_id(const pdoc_report *report, size_t document)
{
    const struct pdoc__judged *judged = document_of(report, document);
    return judged ? judged->texts : NULL;
}

const char *pdoc_report_document_title(const pdoc_report *report, size_t document)
{
    const struct pdoc__judged *judged = document_of(report, document);
    return judged && judged->has_title ? text_behind(judged->texts) : NULL;
}

const char *pdoc_report_document_reference(const pdoc_report *report, size_t document)
{
    const struct pdoc__judged *judged = document_of(report, document);
    if (!judged || !judged->has_reference)
        return NULL;
    return text_behind(judged->has_title ? text_behind(judged->texts) : judged->texts);
}

const char *pdoc_report_document_type(const pdoc_report *report, size_t document)
{
    const struct pdoc__judged *judged = document_of(report, document);
    return judged ? judged->type : NULL;
}

pdoc_phase pdoc_report_document_phase(const pdoc_report *report, size_t document)
{
    const struct pdoc__judged *judged = document_of(report, document);
    return judged ? (pdoc_phase)judged->phase : PDOC_PHASE_UNDETERMINED;
}

size_t pdoc_report_phase_count(const pdoc_report *report, pdoc_phase phase)
{
    return report && (size_t)phase <= PDOC_PHASE_ARCHIVED ? report->phase_counts[phase] : 0;
}

size_t pdoc_report_outcome_count(const pdoc_report *report, pdoc_outcome outcome)
{
    return report && (size_t)outcome <= PDOC_OUTCOME_NOT_MET ? report->outcome_counts[outcome] : 0;
}

bool pdoc_report_is_clean(const pdoc_report *report)
{
    return report && !report->is_broken;
}

size_t pdoc_report_finding_count(const pdoc_report *report)
{
    return report ? report->finding_count : 0;
}

const char *pdoc_report_finding_rule(const pdoc_report *report, size_t finding)
{
    const struct pdoc__finding *found = finding_of(report, finding);
    return found ? report->rules[found->rule] : NULL;
}

const char *pdoc_report_finding_clause(const pdoc_report *report, size_t finding)
{
    const struct pdoc__finding *found = finding_of(report, finding);
    return found ? found->clause : NULL;
}

pdoc_outcome pdoc_report_finding_outcome(const pdoc_report *report, size_t finding)
{
    const struct pdoc__finding *found = finding_of(report, finding);
    return found ? (pdoc_outcome)found->outcome : PDOC_OUTCOME_NOT_APPLICABLE;
}

pdoc_modality pdoc_report_finding_modality(const pdoc_report *report, size_t finding)
{
    const struct pdoc__finding *found = finding_of(report, finding);
    return found ? (pdoc_modality)found->modality : PDOC_MODALITY_MUST;
}

bool pdoc_report_finding_is_inferred(const pdoc_report *report, size_t finding)
{
    const struct pdoc__finding *found = finding_of(report, finding);
    return found && found->inferred;
}

size_t pdoc_report_finding_document(const pdoc_report *report, size_t finding)
{
    const struct pdoc__finding *found = finding_of(report, finding);
    return found ? index_of(found->document) : SIZE_MAX;
}

const char *pdoc_report_finding_place(const pdoc_report *report, size_t finding)
{
    const struct pdoc__finding *found = finding_of(report, finding);
    return found ? found->place : NULL;
}

const char *pdoc_report_finding_message(const pdoc_report *report, size_t finding)
{
    const struct pdoc__finding *found = finding_of(report, finding);
    return found ? found->message : NULL;
}

const char *pdoc_report_finding_expected(const pdoc_report *report, size_t finding)
{
    const struct pdoc__finding *found = finding_of(report, finding);
    return found ? found->expected : NULL;
}

const char *pdoc_report_finding_found(const pdoc_report *report, size_t finding)
{
    const struct pdoc__finding *found = finding_of(report, finding);
    return found ? found->found : NULL;
}

const char *pdoc_report_finding_remedy(const pdoc_report *report, size_t finding)
{
    const struct pdoc__finding *found = finding_of(report, finding);
    return found ? found->remedy : NULL;
}
