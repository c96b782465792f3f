/* SPDX-License-Identifier: MIT */
/*
 * Attestations: who read which content. A reading is of a content, told by its hash: a version that is reaffirmed, or
 * another one with the same content, keeps it; a content that changed asks again. Readers are posts, bodies and groups
 * with a number of people, never names.
 */
#ifndef POLICYDOC_ATTESTATION_H
#define POLICYDOC_ATTESTATION_H

#include <policydoc/keeping.h>

PDOC_BEGIN

/** Who read what. Set `size` to sizeof(pdoc_reading) and what is not used to 0. */
typedef struct pdoc_reading {
    size_t size;
    const char *document; /**< id of the document */
    uint32_t version;     /**< ordinal of the version that was read; 0: the one in force */
    const char *by;       /**< post or body: a code or name of a party of the register or the profile */
    uint32_t count;       /**< how many people; 0: not recorded */
    const char *sha256;   /**< hash of the content that was read; NULL: the one that is recorded of the version */
    pdoc_date on;         /**< day on which it was read */
} pdoc_reading;

/**
 * Records in a change that a content was read: an event "read" with its hash.
 *
 * A hash that is not one of the version is an objection of the change (read-other-content), and so is a version that is
 * not in force (read-not-in-force): warnings.
 * @return The event, borrowed from the working copy; NULL on ARGUMENT (no such document, version or party, no day), JUDGE,
 *         LIMIT or NOMEM. A failure leaves the change unfit to be finished: drop it.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_event *pdoc_change_attest(pdoc_change *change, const pdoc_reading *reading,
                                                       pdoc_error **error);

/** How a reader stands. Closed. */
typedef enum pdoc_reading_state {
    PDOC_READING_DONE = 0,        /**< the content in force was read */
    PDOC_READING_AGAIN = 1,       /**< another content was read: it is to be read again */
    PDOC_READING_OUTSTANDING = 2  /**< nothing shows that it was read */
} pdoc_reading_state;

/** Code of a state: done, again, outstanding; NULL for none of the enumeration. @since 0.1 */
PDOC_API const char *pdoc_reading_state_code(pdoc_reading_state state);

/** Readers of what is in force: one entry a document and reader. Counted, immutable; never points into a register. */
typedef struct pdoc_attestations pdoc_attestations;

/**
 * The readers of the version of a document that is in force: those whom a duty "reading" of the profile or the cell
 * "audience" of the front sheet names, then others who attested.
 * @return A reference; NULL on ARGUMENT, JUDGE or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_attestations *pdoc_document_attestations(const pdoc_document *doc, const pdoc_basis *basis,
                                                                      pdoc_error **error);
/** Those of all documents in force. @return Likewise. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_attestations *pdoc_register_attestations(const pdoc_register *reg, const pdoc_basis *basis,
                                                                      pdoc_error **error);
/** Takes one more reference. @return `attestations`. @since 0.1 */
PDOC_API pdoc_attestations *pdoc_attestations_ref(pdoc_attestations *attestations);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_attestations_unref(pdoc_attestations *attestations);
/** Day for which they were judged. @since 0.1 */
PDOC_API pdoc_date pdoc_attestations_as_of(const pdoc_attestations *attestations);
/** Number of entries. @since 0.1 */
PDOC_API size_t pdoc_attestations_count(const pdoc_attestations *attestations);
/** Number of those who must read it, and of whom nothing shows that they read what is in force. @since 0.1 */
PDOC_API size_t pdoc_attestations_outstanding(const pdoc_attestations *attestations);
/** Id of the document; NULL past the end. Borrowed, as every text here. @since 0.1 */
PDOC_API const char *pdoc_attestations_document_id(const pdoc_attestations *attestations, size_t entry);
/** Its first reference, or NULL. @since 0.1 */
PDOC_API const char *pdoc_attestations_document_reference(const pdoc_attestations *attestations, size_t entry);
/** Its title, or NULL. @since 0.1 */
PDOC_API const char *pdoc_attestations_document_title(const pdoc_attestations *attestations, size_t entry);
/** Ordinal of the version in force. @since 0.1 */
PDOC_API uint32_t pdoc_attestations_version(const pdoc_attestations *attestations, size_t entry);
/** Who reads it: a post, a body or a group in words. @since 0.1 */
PDOC_API const char *pdoc_attestations_reader(const pdoc_attestations *attestations, size_t entry);
/** How the reader stands. @since 0.1 */
PDOC_API pdoc_reading_state pdoc_attestations_state(const pdoc_attestations *attestations, size_t entry);
/** Must it be read by this reader? @since 0.1 */
PDOC_API bool pdoc_attestations_is_required(const pdoc_attestations *attestations, size_t entry);
/** Last day for it; not recorded: no rule sets one. @since 0.1 */
PDOC_API pdoc_date pdoc_attestations_due(const pdoc_attestations *attestations, size_t entry);
/** Day of the last reading, also of another content; not recorded: none. @since 0.1 */
PDOC_API pdoc_date pdoc_attestations_on(const pdoc_attestations *attestations, size_t entry);
/** Id of the event that records it, or NULL. @since 0.1 */
PDOC_API const char *pdoc_attestations_event(const pdoc_attestations *attestations, size_t entry);
/** Version that was read then; 0: none. @since 0.1 */
PDOC_API uint32_t pdoc_attestations_read_version(const pdoc_attestations *attestations, size_t entry);
/** Number of people who read what is in force, as recorded in all; 0: no number is recorded. @since 0.1 */
PDOC_API uint32_t pdoc_attestations_people(const pdoc_attestations *attestations, size_t entry);
/** Hash of the content in force, or NULL. @since 0.1 */
PDOC_API const char *pdoc_attestations_sha256(const pdoc_attestations *attestations, size_t entry);
/** Rule that asks for it, or NULL. @since 0.1 */
PDOC_API const char *pdoc_attestations_rule(const pdoc_attestations *attestations, size_t entry);
/** Its clause, or NULL. @since 0.1 */
PDOC_API const char *pdoc_attestations_clause(const pdoc_attestations *attestations, size_t entry);
/** Why the reader is listed, as a phrase. @since 0.1 */
PDOC_API const char *pdoc_attestations_reason(const pdoc_attestations *attestations, size_t entry);

PDOC_END
#endif
