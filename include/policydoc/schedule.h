/* SPDX-License-Identifier: MIT */
/* When documents are due: as printed, as derived, which of them governs, and why. */
#ifndef POLICYDOC_SCHEDULE_H
#define POLICYDOC_SCHEDULE_H

#include <policydoc/calendar.h>
#include <policydoc/history.h>
#include <policydoc/profile.h>

PDOC_BEGIN

/**
 * What a judgement is based on. Set `size` to sizeof(pdoc_basis) and what is not used to 0.
 *
 * The library has no clock: `as_of` is the day to judge for, and `known_on` the day whose knowledge counts (events that
 * were recorded later are left out; not recorded = all that is known).
 */
typedef struct pdoc_basis {
    size_t size;
    pdoc_date as_of;
    pdoc_date known_on;
    const pdoc_profile *profile;      /**< judge every document by this one; NULL: each by its own */
    const pdoc_profile_set *profiles; /**< where to find the documents' own profiles */
    const pdoc_calendar *calendar;    /**< working days; NULL: a date that needs them cannot be told */
} pdoc_basis;

/** Why a date is not there, or which of two governs. */
typedef enum pdoc_governs { PDOC_GOVERNS_NOTHING = 0, PDOC_GOVERNS_PRINTED = 1, PDOC_GOVERNS_DERIVED = 2 } pdoc_governs;

/** Due dates of a whole register, sorted. Counted, immutable; it never points into a register. */
typedef struct pdoc_schedule pdoc_schedule;

/**
 * Works out when the review of every document is due.
 * @return A reference; NULL on ARGUMENT, JUDGE (no day, no profile) or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_schedule *pdoc_schedule_new(const pdoc_register *reg, const pdoc_basis *basis,
                                                         pdoc_error **error);
/** Takes one more reference. @return `schedule`. @since 0.1 */
PDOC_API pdoc_schedule *pdoc_schedule_ref(pdoc_schedule *schedule);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_schedule_unref(pdoc_schedule *schedule);
/** Day that was judged. @since 0.1 */
PDOC_API pdoc_date pdoc_schedule_as_of(const pdoc_schedule *schedule);
/** Day whose knowledge counted; not recorded = all that was known. @since 0.1 */
PDOC_API pdoc_date pdoc_schedule_known_on(const pdoc_schedule *schedule);
/** Number of entries: one a document. Those with a due date come first, the earliest first. @since 0.1 */
PDOC_API size_t pdoc_schedule_count(const pdoc_schedule *schedule);
/** Index in the register of the document of an entry. @since 0.1 */
PDOC_API size_t pdoc_schedule_document_index(const pdoc_schedule *schedule, size_t entry);
/**
 * The same of all entries, one behind the other: for those who list what a window holds.
 * @param schedule  Schedule to ask.
 * @param count     Set to the number of entries; may be NULL.
 * @return Borrowed, valid as long as the schedule; NULL without one.
 * @since 0.1
 */
PDOC_API const uint32_t *pdoc_schedule_documents(const pdoc_schedule *schedule, size_t *count);
/** Entry of a document, by its index in the register; SIZE_MAX if there is none. @since 0.1 */
PDOC_API size_t pdoc_schedule_find(const pdoc_schedule *schedule, size_t document_index);
/** Due as printed: first and last day, or not recorded. @since 0.1 */
PDOC_API pdoc_date pdoc_schedule_printed_first(const pdoc_schedule *schedule, size_t entry);
/** See pdoc_schedule_printed_first. @since 0.1 */
PDOC_API pdoc_date pdoc_schedule_printed_last(const pdoc_schedule *schedule, size_t entry);
/** Due as derived by the rules: first and last day, or not recorded. @since 0.1 */
PDOC_API pdoc_date pdoc_schedule_derived_first(const pdoc_schedule *schedule, size_t entry);
/** See pdoc_schedule_derived_first. @since 0.1 */
PDOC_API pdoc_date pdoc_schedule_derived_last(const pdoc_schedule *schedule, size_t entry);
/** Which of the two governs: the one that ends earlier. @since 0.1 */
PDOC_API pdoc_governs pdoc_schedule_governs(const pdoc_schedule *schedule, size_t entry);
/** Last day on which the review is still in time: of the one that governs. Not recorded if nothing is due. @since 0.1 */
PDOC_API pdoc_date pdoc_schedule_due(const pdoc_schedule *schedule, size_t entry);
/** Days since the due day; 0 or less while it has not passed, 0 if nothing is due. @since 0.1 */
PDOC_API int32_t pdoc_schedule_days_overdue(const pdoc_schedule *schedule, size_t entry);
/** State on the day of the basis. @since 0.1 */
PDOC_API pdoc_review_state pdoc_schedule_state(const pdoc_schedule *schedule, size_t entry);
/** Id of the rule that gave the derived date, or NULL. Borrowed from the schedule. @since 0.1 */
PDOC_API const char *pdoc_schedule_rule(const pdoc_schedule *schedule, size_t entry);
/** Clause of that rule, or NULL. Borrowed from the schedule. @since 0.1 */
PDOC_API const char *pdoc_schedule_clause(const pdoc_schedule *schedule, size_t entry);
/** Profile that the document of an entry follows; NULL if it is not known. Borrowed. @since 0.1 */
PDOC_API const pdoc_profile *pdoc_schedule_profile(const pdoc_schedule *schedule, size_t entry);
/** Does the derived date rest on a reading that the source does not settle? @since 0.1 */
PDOC_API bool pdoc_schedule_is_inferred(const pdoc_schedule *schedule, size_t entry);
/** Does the derived date count from a printed cell, since no event is recorded? @since 0.1 */
PDOC_API bool pdoc_schedule_is_as_printed(const pdoc_schedule *schedule, size_t entry);
/** Number of documents in a state. @since 0.1 */
PDOC_API size_t pdoc_schedule_state_count(const pdoc_schedule *schedule, pdoc_review_state state);
/**
 * Entries that are due from one day to another, both included: those from `*begin` up to, not including, `*end`.
 * A search, never a scan.
 * @since 0.1
 */
PDOC_API void pdoc_schedule_window(const pdoc_schedule *schedule, pdoc_date first, pdoc_date last, size_t *begin,
                                   size_t *end);

/** The answer for one document, with how it was reached. Counted, immutable. */
typedef struct pdoc_explanation pdoc_explanation;

/**
 * Explains one document: its phase, its dates, its state and every rule, step by step.
 * @return A reference, to be released with pdoc_explanation_unref; NULL on ARGUMENT, JUDGE or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_explanation *pdoc_document_explain(const pdoc_document *doc, const pdoc_basis *basis,
                                                                pdoc_error **error);
/** Takes one more reference. @return `explanation`. @since 0.1 */
PDOC_API pdoc_explanation *pdoc_explanation_ref(pdoc_explanation *explanation);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_explanation_unref(pdoc_explanation *explanation);
/** Number of steps. @since 0.1 */
PDOC_API size_t pdoc_explanation_count(const pdoc_explanation *explanation);
/** How deep a step lies: 0 a heading, 1 an answer, 2 and more what it rests on. @since 0.1 */
PDOC_API uint32_t pdoc_explanation_depth(const pdoc_explanation *explanation, size_t step);
/** A step as a sentence; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_explanation_text(const pdoc_explanation *explanation, size_t step);
/** Rule that a step follows, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_explanation_rule(const pdoc_explanation *explanation, size_t step);
/** Clause of that rule, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_explanation_clause(const pdoc_explanation *explanation, size_t step);
/** Does the step rest on a reading that the source does not settle? @since 0.1 */
PDOC_API bool pdoc_explanation_is_inferred(const pdoc_explanation *explanation, size_t step);

/** Where a version stands. @return PDOC_OK; ARGUMENT, JUDGE or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_version_phase(const struct pdoc_version *version, const pdoc_basis *basis,
                                                       pdoc_phase *out, pdoc_error **error);
/** The version in force on the day of the basis; `*out` is NULL if there is none. Borrowed. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_document_in_force(const pdoc_document *doc, const pdoc_basis *basis,
                                                           struct pdoc_version **out, pdoc_error **error);

PDOC_END
#endif
