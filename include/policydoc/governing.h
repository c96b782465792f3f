/* SPDX-License-Identifier: MIT */
/* Which documents govern a step of a case, in force on a day: for systems that show them where people work. */
#ifndef POLICYDOC_GOVERNING_H
#define POLICYDOC_GOVERNING_H

#include <policydoc/schedule.h>

PDOC_BEGIN

/** Why a document governs a step; the first that holds. Closed. */
typedef enum pdoc_governs_by {
    PDOC_GOVERNS_BY_RELATION = 0, /**< its relation "governs-step" names the step, or the process names the document */
    PDOC_GOVERNS_BY_TRACK = 1,    /**< that relation names the track of the profile to which the step belongs */
    PDOC_GOVERNS_BY_SECTION = 2,  /**< a section of the version in force is about it */
    PDOC_GOVERNS_BY_KEYWORD = 3   /**< its front sheet names it among the keywords */
} pdoc_governs_by;

/** Code of a reason, such as "relation"; NULL for none of the enumeration. @since 0.1 */
PDOC_API const char *pdoc_governs_by_code(pdoc_governs_by by);

/** The documents that govern a step: one entry each, in the order of the register. Counted, immutable; never points into a
    register. */
typedef struct pdoc_governing pdoc_governing;

/**
 * The documents in force on the day of the basis that govern a step.
 * @param step  What relations "governs-step" lead to, such as "step:strategy-discussion", or the last part of it behind ":",
 *              "#" or "/"; the id, reference or title of a document of the process; the id of a stage or track of the
 *              profile; a keyword; code or title of a section. Letter case does not matter.
 * @return A reference, also where no document governs it; NULL on ARGUMENT, JUDGE or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_governing *pdoc_register_governing(const pdoc_register *reg, const char *step,
                                                                const pdoc_basis *basis, pdoc_error **error);
/** Takes one more reference. @return `governing`. @since 0.1 */
PDOC_API pdoc_governing *pdoc_governing_ref(pdoc_governing *governing);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_governing_unref(pdoc_governing *governing);
/** Day for which it was asked. @since 0.1 */
PDOC_API pdoc_date pdoc_governing_as_of(const pdoc_governing *governing);
/** The step, as it was asked for. Borrowed, as every text here; what is not recorded is NULL. @since 0.1 */
PDOC_API const char *pdoc_governing_step(const pdoc_governing *governing);
/** Number of documents. @since 0.1 */
PDOC_API size_t pdoc_governing_count(const pdoc_governing *governing);
/** Id of a document; NULL past the end. @since 0.1 */
PDOC_API const char *pdoc_governing_document_id(const pdoc_governing *governing, size_t index);
/** Its first reference. @since 0.1 */
PDOC_API const char *pdoc_governing_document_reference(const pdoc_governing *governing, size_t index);
/** Its title. @since 0.1 */
PDOC_API const char *pdoc_governing_document_title(const pdoc_governing *governing, size_t index);
/** Ordinal of the version in force. @since 0.1 */
PDOC_API uint32_t pdoc_governing_version(const pdoc_governing *governing, size_t index);
/** Label of that version, else the version as printed. @since 0.1 */
PDOC_API const char *pdoc_governing_label(const pdoc_governing *governing, size_t index);
/** First day in force; not recorded: it cannot be told. @since 0.1 */
PDOC_API pdoc_date pdoc_governing_since(const pdoc_governing *governing, size_t index);
/** Why it governs the step. @since 0.1 */
PDOC_API pdoc_governs_by pdoc_governing_by(const pdoc_governing *governing, size_t index);
/** The same as a phrase, with what names the step. @since 0.1 */
PDOC_API const char *pdoc_governing_reason(const pdoc_governing *governing, size_t index);
/** Which part of it: the clause that the relation names. @since 0.1 */
PDOC_API const char *pdoc_governing_clause(const pdoc_governing *governing, size_t index);
/** Code of the section that governs it, as far as one can be told. @since 0.1 */
PDOC_API const char *pdoc_governing_section(const pdoc_governing *governing, size_t index);
/** Title of that section. @since 0.1 */
PDOC_API const char *pdoc_governing_section_title(const pdoc_governing *governing, size_t index);
/** What the relation says in words. @since 0.1 */
PDOC_API const char *pdoc_governing_note(const pdoc_governing *governing, size_t index);
/** Where the approved copy is: where the version was published last, else what the sheet says, else its content.
 * @since 0.1 */
PDOC_API const char *pdoc_governing_place(const pdoc_governing *governing, size_t index);
/** SHA-256 of its content, by which the copy can be checked. @since 0.1 */
PDOC_API const char *pdoc_governing_sha256(const pdoc_governing *governing, size_t index);

PDOC_END
#endif
