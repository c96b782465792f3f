/* SPDX-License-Identifier: MIT */
/* What changed since a revision of a register, so that a system that embeds it can bring what it keeps up to date. */
#ifndef POLICYDOC_UPDATES_H
#define POLICYDOC_UPDATES_H

#include <policydoc/document.h>
#include <policydoc/schedule.h>

PDOC_BEGIN

/** Revision of the register in which a document was changed last; 0: none is recorded. @since 0.1 */
PDOC_API uint32_t pdoc_document_revision(const pdoc_document *doc);
/** Revision of the register in which it was added; 0: none is recorded. @since 0.1 */
PDOC_API uint32_t pdoc_document_added(const pdoc_document *doc);

/** What became of a document. Closed. */
typedef enum pdoc_update_kind {
    PDOC_UPDATE_ADDED = 0,
    PDOC_UPDATE_CHANGED = 1, /**< it, or how it stands by what is recorded elsewhere */
    PDOC_UPDATE_UNSURE = 2   /**< no revision is recorded of it, and it may have changed: look at it anew */
} pdoc_update_kind;

/** Code of a kind, such as "changed"; NULL for none of the enumeration. @since 0.1 */
PDOC_API const char *pdoc_update_kind_code(pdoc_update_kind kind);

/** Documents that changed: one entry each, in the order of the register. Counted, immutable; never points into a register. */
typedef struct pdoc_updates pdoc_updates;

/**
 * Lists the documents that changed after a revision of the register, with how they stand on the day of the basis.
 *
 * Every change that is finished (pdoc_change_finish) records its revision with the documents that it touches. Of files
 * that were written otherwise, or before, it may not be recorded.
 * @param since  A revision, at most that of the register.
 * @return A reference; NULL on ARGUMENT, JUDGE or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_updates *pdoc_register_updates(const pdoc_register *reg, uint32_t since,
                                                            const pdoc_basis *basis, pdoc_error **error);
/** Takes one more reference. @return `updates`. @since 0.1 */
PDOC_API pdoc_updates *pdoc_updates_ref(pdoc_updates *updates);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_updates_unref(pdoc_updates *updates);
/** Day for which they were judged. @since 0.1 */
PDOC_API pdoc_date pdoc_updates_as_of(const pdoc_updates *updates);
/** The revision that was asked for. @since 0.1 */
PDOC_API uint32_t pdoc_updates_since(const pdoc_updates *updates);
/** Revision of the register: ask for what changed since it the next time. @since 0.1 */
PDOC_API uint32_t pdoc_updates_revision(const pdoc_updates *updates);
/** Number of documents. @since 0.1 */
PDOC_API size_t pdoc_updates_count(const pdoc_updates *updates);
/** What became of one. @since 0.1 */
PDOC_API pdoc_update_kind pdoc_updates_kind(const pdoc_updates *updates, size_t index);
/** Its id; NULL past the end. Borrowed, as every text here; what is not recorded is NULL. @since 0.1 */
PDOC_API const char *pdoc_updates_document_id(const pdoc_updates *updates, size_t index);
/** Its first reference. @since 0.1 */
PDOC_API const char *pdoc_updates_document_reference(const pdoc_updates *updates, size_t index);
/** Its title. @since 0.1 */
PDOC_API const char *pdoc_updates_document_title(const pdoc_updates *updates, size_t index);
/** Revision in which it was changed last; 0: none is recorded. @since 0.1 */
PDOC_API uint32_t pdoc_updates_changed_in(const pdoc_updates *updates, size_t index);
/** Where it stands. @since 0.1 */
PDOC_API pdoc_phase pdoc_updates_phase(const pdoc_updates *updates, size_t index);
/** Ordinal of the version in force; 0: none is. @since 0.1 */
PDOC_API uint32_t pdoc_updates_version(const pdoc_updates *updates, size_t index);
/** Label of that version. @since 0.1 */
PDOC_API const char *pdoc_updates_label(const pdoc_updates *updates, size_t index);
/** SHA-256 of its content. @since 0.1 */
PDOC_API const char *pdoc_updates_sha256(const pdoc_updates *updates, size_t index);

PDOC_END
#endif
