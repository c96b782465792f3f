/* SPDX-License-Identifier: MIT */
/* The audit: every rule on every subject, one result each, and the evidence of those that are not simply met. */
#ifndef POLICYDOC_AUDIT_H
#define POLICYDOC_AUDIT_H

#include <policydoc/schedule.h>

PDOC_BEGIN

/** What an audit came to. Counted, immutable; it never points into a register. */
typedef struct pdoc_report pdoc_report;

/**
 * Judges every document of a register, and the register itself.
 * @return A reference; NULL on ARGUMENT, JUDGE (no day, no profile) or NOMEM. Rules that are not met are results.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_report *pdoc_audit(const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error);
/** Judges one document; as pdoc_audit. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_report *pdoc_document_audit(const pdoc_document *doc, const pdoc_basis *basis,
                                                         pdoc_error **error);
/** Takes one more reference. @return `report`. @since 0.1 */
PDOC_API pdoc_report *pdoc_report_ref(pdoc_report *report);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_report_unref(pdoc_report *report);

/** Day that was judged. @since 0.1 */
PDOC_API pdoc_date pdoc_report_as_of(const pdoc_report *report);
/** Title of the register that was judged, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_report_title(const pdoc_report *report);
/** Number of profiles that documents were judged by. @since 0.1 */
PDOC_API size_t pdoc_report_profile_count(const pdoc_report *report);
/** A profile that documents were judged by; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const pdoc_profile *pdoc_report_profile(const pdoc_report *report, size_t index);
/** Id of a judged document, by its index in the register; NULL if it was not judged. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_report_document_id(const pdoc_report *report, size_t document);
/** Title of a judged document, by its index in the register; NULL if it has none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_report_document_title(const pdoc_report *report, size_t document);
/** First reference of a judged document, by its index in the register; NULL if it has none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_report_document_reference(const pdoc_report *report, size_t document);
/** Type of a judged document: the code of its profile, else as recorded; NULL if none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_report_document_type(const pdoc_report *report, size_t document);
/** Where the version that was judged stands. @since 0.1 */
PDOC_API pdoc_phase pdoc_report_document_phase(const pdoc_report *report, size_t document);
/** Number of documents in a phase. @since 0.1 */
PDOC_API size_t pdoc_report_phase_count(const pdoc_report *report, pdoc_phase phase);
/** The schedule that the audit used. Borrowed. @since 0.1 */
PDOC_API const pdoc_schedule *pdoc_report_schedule(const pdoc_report *report);
/** Number of documents judged. @since 0.1 */
PDOC_API size_t pdoc_report_document_count(const pdoc_report *report);
/** Number of results with an outcome. @since 0.1 */
PDOC_API size_t pdoc_report_outcome_count(const pdoc_report *report, pdoc_outcome outcome);
/** Is there a must-rule that is not met? @since 0.1 */
PDOC_API bool pdoc_report_is_clean(const pdoc_report *report);

/** Number of results: one for each rule and subject. @since 0.1 */
PDOC_API size_t pdoc_report_result_count(const pdoc_report *report);
/** Rule of a result; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_report_result_rule(const pdoc_report *report, size_t result);
/** Index in the register of the document of a result; SIZE_MAX for the register itself. @since 0.1 */
PDOC_API size_t pdoc_report_result_document(const pdoc_report *report, size_t result);
/** Outcome of a result. @since 0.1 */
PDOC_API pdoc_outcome pdoc_report_result_outcome(const pdoc_report *report, size_t result);
/** Modality of the rule of a result. @since 0.1 */
PDOC_API pdoc_modality pdoc_report_result_modality(const pdoc_report *report, size_t result);

/**
 * Number of findings: results with evidence, that is all but the met and the not-applicable ones, and what is worth
 * knowing though no rule is broken (modality "may", outcome "met").
 * @since 0.1
 */
PDOC_API size_t pdoc_report_finding_count(const pdoc_report *report);
/** Rule id or finding code; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_report_finding_rule(const pdoc_report *report, size_t finding);
/** Clause of the source, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_report_finding_clause(const pdoc_report *report, size_t finding);
/** Outcome. @since 0.1 */
PDOC_API pdoc_outcome pdoc_report_finding_outcome(const pdoc_report *report, size_t finding);
/** Modality. @since 0.1 */
PDOC_API pdoc_modality pdoc_report_finding_modality(const pdoc_report *report, size_t finding);
/** Does it rest on a reading that the source does not settle? @since 0.1 */
PDOC_API bool pdoc_report_finding_is_inferred(const pdoc_report *report, size_t finding);
/** Index in the register of its document; SIZE_MAX for the register itself. @since 0.1 */
PDOC_API size_t pdoc_report_finding_document(const pdoc_report *report, size_t finding);
/** Where: such as "front-sheet/approved-by" or "history/e3". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_report_finding_place(const pdoc_report *report, size_t finding);
/** The finding as a sentence. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_report_finding_message(const pdoc_report *report, size_t finding);
/** What was expected, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_report_finding_expected(const pdoc_report *report, size_t finding);
/** What was found, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_report_finding_found(const pdoc_report *report, size_t finding);
/** What would put it right, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_report_finding_remedy(const pdoc_report *report, size_t finding);

PDOC_END
#endif
