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

#define PART_BITS 9u   /* of a word that counts up to 511 of each outcome; its last part counts what is broken */
#define PART_MOST 508u /* verdicts that are counted in one word, four at a time */
#define PARTS     (PDOC_OUTCOME_NOT_MET + 2u)
_Static_assert(PARTS *PART_BITS <= 64 && PART_MOST < 1u << PART_BITS, "all parts fit into one word");

/* What each verdict adds to such a word. */
static void make_ones(uint64_t ones[UINT8_MAX + 1])
{
    for (unsigned outcome = 0; outcome <= PDOC_OUTCOME_NOT_MET; outcome++)
        for (unsigned modality = PDOC_MODALITY_MUST; modality <= PDOC_MODALITY_MAY; modality++)
            ones[pdoc__verdict(outcome, modality)] = UINT64_C(1) << outcome * PART_BITS;
    ones[pdoc__verdict(PDOC_OUTCOME_NOT_MET, PDOC_MODALITY_MUST)] |= UINT64_C(1) << (PARTS - 1) * PART_BITS;
}

static uint64_t count_some(const uint8_t *verdicts, size_t count, const uint64_t ones[UINT8_MAX + 1])
{
    uint64_t word = 0;
    size_t i = 0;
    for (; i + 4 <= count; i += 4)
        word += ones[verdicts[i]] + ones[verdicts[i + 1]] + ones[verdicts[i + 2]] + ones[verdicts[i + 3]];
    for (; i < count; i++)
        word += ones[verdicts[i]];
    return word;
}

static void count_outcomes(pdoc_report *report)
{
    const struct pdoc__results *results = &report->results;
    uint64_t ones[UINT8_MAX + 1] = {0};
    size_t counts[PARTS] = {0};
    make_ones(ones);
    for (size_t i = 0; i < results->count; i += PART_MOST) {
        const size_t left = results->count - i;
        const uint64_t word = count_some(results->verdicts + i, left < PART_MOST ? left : PART_MOST, ones);
        for (size_t part = 0; part < PARTS; part++)
            counts[part] += word >> part * PART_BITS & ((1u << PART_BITS) - 1);
    }
    memcpy(report->outcome_counts, counts, sizeof report->outcome_counts);
    report->is_broken = counts[PARTS - 1] > 0;
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
