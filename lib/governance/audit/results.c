/* SPDX-License-Identifier: MIT */
/* The results of a report: one byte each, segment by segment, told apart by what their segment says. Judges nothing. */
#include <string.h>

#include "governance/audit/audit.h"

/* Does the document come next in the last segment? */
static bool goes_on(const struct pdoc__results *results, const struct pdoc__segment *next)
{
    if (results->segment_count == 0)
        return false;
    const struct pdoc__segment *last = &results->segments[results->segment_count - 1];
    if (last->rules != next->rules || last->width != next->width || last->document == PDOC__THE_REGISTER)
        return false;
    return results->count - last->first == (size_t)(next->document - last->document) * last->width;
}

bool pdoc__results_begin(struct pdoc__results *results, struct pdoc__segment segment, size_t count, size_t followers,
                         pdoc_error **error)
{
    const size_t needed = results->count + count;
    if (needed > results->capacity) {
        const size_t capacity = results->count + (followers + 1) * (count + PDOC__KEY_COUNT);
        uint8_t *verdicts = pdoc__realloc(results->verdicts, capacity + 1, sizeof *verdicts, error);
        if (!verdicts)
            return false;
        results->verdicts = verdicts;
        results->capacity = capacity;
    }
    if (goes_on(results, &segment))
        return true;
    if (!pdoc__grow(&results->segments, &results->segment_capacity, results->segment_count, sizeof *results->segments,
                    error))
        return false;
    segment.first = results->count;
    results->segments[results->segment_count++] = segment;
    return true;
}

/* ---- how many results have each outcome ---- */

/* A byte of each of eight verdicts: all bits of the outcome; those of every outcome but met and not applicable. */
#define EIGHT_OUTCOMES UINT64_C(0x0F0F0F0F0F0F0F0F)
#define EIGHT_RARE     UINT64_C(0x0E0E0E0E0E0E0E0E)
#define EIGHT_ONES     UINT64_C(0x0101010101010101)
_Static_assert(PDOC_OUTCOME_NOT_APPLICABLE == 0 && PDOC_OUTCOME_MET == 1, "the sum of the commonest outcomes counts one");

static void count_one(pdoc_report *report, uint8_t verdict)
{
    const pdoc_outcome outcome = pdoc__verdict_outcome(verdict);
    report->outcome_counts[outcome]++;
    report->is_broken |= outcome == PDOC_OUTCOME_NOT_MET && pdoc__verdict_modality(verdict) == PDOC_MODALITY_MUST;
}

/* Nearly all results are met, or not applicable: eight of those are counted at a time. */
static void count_outcomes(pdoc_report *report)
{
    const uint8_t *verdicts = report->results.verdicts;
    const size_t count = report->results.count;
    size_t met = 0;
    size_t eights = 0;
    size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        uint64_t eight;
        memcpy(&eight, verdicts + i, sizeof eight);
        eight &= EIGHT_OUTCOMES;
        if ((eight & EIGHT_RARE) == 0) {
            met += (size_t)(eight * EIGHT_ONES >> 56);
            eights++;
            continue;
        }
        for (size_t j = i; j < i + 8; j++)
            count_one(report, verdicts[j]);
    }
    for (; i < count; i++)
        count_one(report, verdicts[i]);
    report->outcome_counts[PDOC_OUTCOME_MET] += met;
    report->outcome_counts[PDOC_OUTCOME_NOT_APPLICABLE] += 8 * eights - met;
}

bool pdoc__results_finish(pdoc_report *report, pdoc_error **error)
{
    struct pdoc__results *results = &report->results;
    const size_t signposts = results->count / PDOC__SIGNPOST_EVERY + 1;
    results->signposts = pdoc__alloc_zero(signposts, sizeof *results->signposts, error);
    if (!results->signposts)
        return false;
    uint32_t segment = 0;
    for (size_t i = 0; i < signposts; i++) {
        while (segment + 1 < results->segment_count &&
               results->segments[segment + 1].first <= i * PDOC__SIGNPOST_EVERY)
            segment++;
        results->signposts[i] = segment;
    }
    count_outcomes(report);
    return true;
}

static bool has_result(const pdoc_report *report, size_t result)
{
    return report && result < report->results.count;
}

static const struct pdoc__segment *segment_of(const struct pdoc__results *results, size_t result)
{
    size_t segment = results->signposts[result / PDOC__SIGNPOST_EVERY];
    while (segment + 1 < results->segment_count && results->segments[segment + 1].first <= result)
        segment++;
    return &results->segments[segment];
}

size_t pdoc_report_result_count(const pdoc_report *report)
{
    return report ? report->results.count : 0;
}

const char *pdoc_report_result_rule(const pdoc_report *report, size_t result)
{
    if (!has_result(report, result))
        return NULL;
    const struct pdoc__segment *segment = segment_of(&report->results, result);
    return report->rules[segment->rules[(result - segment->first) % segment->width]];
}

size_t pdoc_report_result_document(const pdoc_report *report, size_t result)
{
    if (!has_result(report, result))
        return SIZE_MAX;
    const struct pdoc__segment *segment = segment_of(&report->results, result);
    if (segment->document == PDOC__THE_REGISTER)
        return SIZE_MAX;
    return segment->document + (result - segment->first) / segment->width;
}

pdoc_outcome pdoc_report_result_outcome(const pdoc_report *report, size_t result)
{
    return has_result(report, result) ? pdoc__verdict_outcome(report->results.verdicts[result])
                                      : PDOC_OUTCOME_NOT_APPLICABLE;
}

pdoc_modality pdoc_report_result_modality(const pdoc_report *report, size_t result)
{
    return has_result(report, result) ? pdoc__verdict_modality(report->results.verdicts[result]) : PDOC_MODALITY_MUST;
}
