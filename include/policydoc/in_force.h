/* SPDX-License-Identifier: MIT */
/* Which version of a document was in force on a day, who approved it, and when it was published. */
#ifndef POLICYDOC_IN_FORCE_H
#define POLICYDOC_IN_FORCE_H

#include <policydoc/document.h>
#include <policydoc/schedule.h>

PDOC_BEGIN

/** What was in force on a day: one entry a document, in the order of the register. Counted, immutable; it never points
   into a register. */
typedef struct pdoc_in_force pdoc_in_force;

/**
 * Says which version of one document was in force on the day of the basis, by what was known on its day of knowledge.
 * @return A reference; NULL on ARGUMENT, JUDGE or NOMEM. A document of which none was in force is an entry, too.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_in_force *pdoc_document_ask_in_force(const pdoc_document *doc, const pdoc_basis *basis,
                                                                  pdoc_error **error);
/** The same of all documents of a register. @return As pdoc_document_ask_in_force. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_in_force *pdoc_register_ask_in_force(const pdoc_register *reg, const pdoc_basis *basis,
                                                                  pdoc_error **error);
/** Takes one more reference. @return `answer`. @since 0.1 */
PDOC_API pdoc_in_force *pdoc_in_force_ref(pdoc_in_force *answer);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_in_force_unref(pdoc_in_force *answer);
/** Day for which it was asked. @since 0.1 */
PDOC_API pdoc_date pdoc_in_force_as_of(const pdoc_in_force *answer);
/** Day of knowledge; not recorded: all that is recorded counts. @since 0.1 */
PDOC_API pdoc_date pdoc_in_force_known(const pdoc_in_force *answer);
/** Number of documents. @since 0.1 */
PDOC_API size_t pdoc_in_force_count(const pdoc_in_force *answer);
/** Id of a document; NULL past the end. Borrowed, as every text here; what is not recorded is NULL. @since 0.1 */
PDOC_API const char *pdoc_in_force_document_id(const pdoc_in_force *answer, size_t index);
/** Its first reference. @since 0.1 */
PDOC_API const char *pdoc_in_force_document_reference(const pdoc_in_force *answer, size_t index);
/** Its title. @since 0.1 */
PDOC_API const char *pdoc_in_force_document_title(const pdoc_in_force *answer, size_t index);
/** Ordinal of the version that was in force; 0: none was. @since 0.1 */
PDOC_API uint32_t pdoc_in_force_version(const pdoc_in_force *answer, size_t index);
/** Label of that version, else the version as printed. @since 0.1 */
PDOC_API const char *pdoc_in_force_label(const pdoc_in_force *answer, size_t index);
/** Where the document stood; of a version that was in force PDOC_PHASE_IN_FORCE. @since 0.1 */
PDOC_API pdoc_phase pdoc_in_force_phase(const pdoc_in_force *answer, size_t index);
/** First day in that phase; not recorded: it cannot be told. @since 0.1 */
PDOC_API pdoc_date pdoc_in_force_since(const pdoc_in_force *answer, size_t index);
/** Id of the decision that approved the version; NULL: no event records one. @since 0.1 */
PDOC_API const char *pdoc_in_force_decision(const pdoc_in_force *answer, size_t index);
/** Day of that decision, else the day of approval that the sheet prints. @since 0.1 */
PDOC_API pdoc_date pdoc_in_force_approved(const pdoc_in_force *answer, size_t index);
/** Who approved it: a code or a name as recorded, else as the sheet prints it. @since 0.1 */
PDOC_API const char *pdoc_in_force_approved_by(const pdoc_in_force *answer, size_t index);
/** Number of the minute. @since 0.1 */
PDOC_API const char *pdoc_in_force_minute(const pdoc_in_force *answer, size_t index);
/** Does all that is said of the approval rest on the printed sheet, since no decision is recorded? @since 0.1 */
PDOC_API bool pdoc_in_force_is_printed(const pdoc_in_force *answer, size_t index);
/** Day on which the version was first published, be it after the day asked for, as recorded, else as printed; not
   recorded: not known. @since 0.1 */
PDOC_API pdoc_date pdoc_in_force_published(const pdoc_in_force *answer, size_t index);
/** Where it was published. @since 0.1 */
PDOC_API const char *pdoc_in_force_published_at(const pdoc_in_force *answer, size_t index);
/** SHA-256 of its content, as recorded with it. @since 0.1 */
PDOC_API const char *pdoc_in_force_sha256(const pdoc_in_force *answer, size_t index);

PDOC_END
#endif
