/* SPDX-License-Identifier: MIT */
/* Versions and change: labels of versions and what comes next, amendments, and the time that was given for reviews. */
#ifndef POLICYDOC_CHANGE_H
#define POLICYDOC_CHANGE_H

#include <policydoc/document.h>
#include <policydoc/schedule.h>

PDOC_BEGIN

/* ---- labels of versions ---- */

/**
 * Is a label after another, by a scheme of PDOC_TABLE_SCHEME?
 *
 * @param scheme  Code of the scheme; NULL: any texts with numbers in them, which are compared one after the other.
 * @return PDOC_UNKNOWN where one of the two is no label of the scheme.
 * @since 0.1
 */
PDOC_API pdoc_truth pdoc_scheme_is_after(const char *scheme, const char *label, const char *other);

/**
 * The label that comes after another, by a scheme of PDOC_TABLE_SCHEME.
 *
 * @param label  The last one; NULL: there is none yet.
 * @param step   "major", "minor", "revision", "draft" (the next draft) or "final" (the text that is decided on).
 * @param year   The year at hand, for schemes that count by years; 0: that of the label.
 * @return The label, to be freed with pdoc_text_free; NULL on ARGUMENT (no such scheme or step), INVALID (the label is none
 *         of the scheme, or nothing comes after it by that step) or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_scheme_next(const char *scheme, const char *label, const char *step, int year,
                                                    pdoc_error **error);

/* ---- the versions of a document ---- */

/** The versions of one document with what is recorded of each, in order. Counted, immutable; never points into a register. */
typedef struct pdoc_versions pdoc_versions;

/** Lists the versions of a document. @return A reference; NULL on ARGUMENT, JUDGE or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_versions *pdoc_document_versions(const pdoc_document *doc, const pdoc_basis *basis,
                                                              pdoc_error **error);
/** Takes one more reference. @return `versions`. @since 0.1 */
PDOC_API pdoc_versions *pdoc_versions_ref(pdoc_versions *versions);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_versions_unref(pdoc_versions *versions);
/** Day for which they were listed. @since 0.1 */
PDOC_API pdoc_date pdoc_versions_as_of(const pdoc_versions *versions);
/** Id, title and first reference of the document. Borrowed; the latter two may be NULL. @since 0.1 */
PDOC_API const char *pdoc_versions_document_id(const pdoc_versions *versions);
/** See pdoc_versions_document_id. @since 0.1 */
PDOC_API const char *pdoc_versions_document_title(const pdoc_versions *versions);
/** See pdoc_versions_document_id. @since 0.1 */
PDOC_API const char *pdoc_versions_document_reference(const pdoc_versions *versions);
/** How they are numbered: a code of PDOC_TABLE_SCHEME, or a pattern; NULL: the profile does not say. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_versions_scheme(const pdoc_versions *versions);
/** Rule that says so, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_versions_rule(const pdoc_versions *versions);
/** Clause of that rule, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_versions_clause(const pdoc_versions *versions);
/** The label after the last one, by a step as in pdoc_scheme_next or the id of a class of amendment of the profile; NULL:
    none can be proposed. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_versions_next(const pdoc_versions *versions, const char *step);
/** Number of versions. @since 0.1 */
PDOC_API size_t pdoc_versions_count(const pdoc_versions *versions);
/** Number of a version in its document; 0 past the end. @since 0.1 */
PDOC_API uint32_t pdoc_versions_ordinal(const pdoc_versions *versions, size_t version);
/** Its label, else the version as printed; NULL if it has none. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_versions_label(const pdoc_versions *versions, size_t version);
/** Where it stands on the day. @since 0.1 */
PDOC_API pdoc_phase pdoc_versions_phase(const pdoc_versions *versions, size_t version);
/** First day in that phase; not recorded if it cannot be told. @since 0.1 */
PDOC_API pdoc_date pdoc_versions_since(const pdoc_versions *versions, size_t version);
/** Day of the last decision that approved it; not recorded if there is none. @since 0.1 */
PDOC_API pdoc_date pdoc_versions_decided(const pdoc_versions *versions, size_t version);
/** Who decided. Borrowed; may be NULL. @since 0.1 */
PDOC_API const char *pdoc_versions_decided_by(const pdoc_versions *versions, size_t version);
/** Day of the last amendment of its text that is recorded for it; not recorded if there is none. @since 0.1 */
PDOC_API pdoc_date pdoc_versions_amended(const pdoc_versions *versions, size_t version);
/** Class of that amendment: the id of the profile's row, else as recorded. Borrowed; may be NULL. @since 0.1 */
PDOC_API const char *pdoc_versions_amendment_class(const pdoc_versions *versions, size_t version);
/** Who amended it. Borrowed; may be NULL. @since 0.1 */
PDOC_API const char *pdoc_versions_amended_by(const pdoc_versions *versions, size_t version);
/** Why it was amended: a code. Borrowed; may be NULL. @since 0.1 */
PDOC_API const char *pdoc_versions_reason(const pdoc_versions *versions, size_t version);
/** Hash of its content, as taken down last or recorded with it. Borrowed; may be NULL. @since 0.1 */
PDOC_API const char *pdoc_versions_sha256(const pdoc_versions *versions, size_t version);
/** What is wrong with its label, as a sentence; NULL: nothing. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_versions_problem(const pdoc_versions *versions, size_t version);

/* ---- time given for reviews ---- */

/** The time that was given for reviews: one entry an extension, by document and day. Counted, immutable; never points into a
    register. */
typedef struct pdoc_extensions pdoc_extensions;

/** Lists the extensions of one document. @return A reference; NULL on ARGUMENT, JUDGE or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_extensions *pdoc_document_extensions(const pdoc_document *doc, const pdoc_basis *basis,
                                                                  pdoc_error **error);
/** Lists those of all documents. @return As pdoc_document_extensions. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_extensions *pdoc_register_extensions(const pdoc_register *reg, const pdoc_basis *basis,
                                                                  pdoc_error **error);
/** Takes one more reference. @return `extensions`. @since 0.1 */
PDOC_API pdoc_extensions *pdoc_extensions_ref(pdoc_extensions *extensions);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_extensions_unref(pdoc_extensions *extensions);
/** Day for which they were listed. @since 0.1 */
PDOC_API pdoc_date pdoc_extensions_as_of(const pdoc_extensions *extensions);
/** Number of extensions. @since 0.1 */
PDOC_API size_t pdoc_extensions_count(const pdoc_extensions *extensions);
/** Id of the document; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_extensions_document_id(const pdoc_extensions *extensions, size_t extension);
/** Title of the document. Borrowed; may be NULL. @since 0.1 */
PDOC_API const char *pdoc_extensions_document_title(const pdoc_extensions *extensions, size_t extension);
/** First reference of the document. Borrowed; may be NULL. @since 0.1 */
PDOC_API const char *pdoc_extensions_document_reference(const pdoc_extensions *extensions, size_t extension);
/** Id of the event that records it. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_extensions_event(const pdoc_extensions *extensions, size_t extension);
/** Day on which it was given. @since 0.1 */
PDOC_API pdoc_date pdoc_extensions_on(const pdoc_extensions *extensions, size_t extension);
/** Day from which time was given: when the review was due, or the end of the time given before. Not recorded if it
    cannot be told. @since 0.1 */
PDOC_API pdoc_date pdoc_extensions_from(const pdoc_extensions *extensions, size_t extension);
/** Last day of the time given; not recorded if it cannot be told. @since 0.1 */
PDOC_API pdoc_date pdoc_extensions_until(const pdoc_extensions *extensions, size_t extension);
/** Delay in days from the one to the other; 0 where one cannot be told. @since 0.1 */
PDOC_API int32_t pdoc_extensions_delay(const pdoc_extensions *extensions, size_t extension);
/** Which it is since the last completed review, from 1. @since 0.1 */
PDOC_API uint32_t pdoc_extensions_number(const pdoc_extensions *extensions, size_t extension);
/** Delay in days since the day on which that review was due at first, this one included. @since 0.1 */
PDOC_API int32_t pdoc_extensions_total_delay(const pdoc_extensions *extensions, size_t extension);
/** Who gave it. Borrowed; may be NULL. @since 0.1 */
PDOC_API const char *pdoc_extensions_by(const pdoc_extensions *extensions, size_t extension);
/** Why: a code. Borrowed; may be NULL. @since 0.1 */
PDOC_API const char *pdoc_extensions_reason(const pdoc_extensions *extensions, size_t extension);
/** Rule for extensions that holds for the document, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_extensions_rule(const pdoc_extensions *extensions, size_t extension);
/** Clause of that rule, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_extensions_clause(const pdoc_extensions *extensions, size_t extension);
/** What is wrong with it under that rule, as a sentence; NULL: nothing. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_extensions_problem(const pdoc_extensions *extensions, size_t extension);
/** What the rule still permits, in words; NULL where it sets no limit. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_extensions_left(const pdoc_extensions *extensions, size_t extension);
/** Is that rule a reading that its source does not settle? @since 0.1 */
PDOC_API bool pdoc_extensions_is_inferred(const pdoc_extensions *extensions, size_t extension);
/** Is it certain that the problem is one? False: it rests on what is not recorded. @since 0.1 */
PDOC_API bool pdoc_extensions_is_certain(const pdoc_extensions *extensions, size_t extension);
/** Was no review completed after it? @since 0.1 */
PDOC_API bool pdoc_extensions_is_open(const pdoc_extensions *extensions, size_t extension);
/** Does it move the day on which the review is due? Only where the rule lets it, and it keeps to the rule. @since 0.1 */
PDOC_API bool pdoc_extensions_moves_date(const pdoc_extensions *extensions, size_t extension);

PDOC_END
#endif
