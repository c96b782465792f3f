/* SPDX-License-Identifier: MIT */
/* Consultations: who was sent which draft, with which last day for replies, and what came of it. */
#ifndef POLICYDOC_CONSULTATION_H
#define POLICYDOC_CONSULTATION_H

#include <policydoc/schedule.h>

PDOC_BEGIN

/** How a consultee stands. Closed. */
typedef enum pdoc_reply_state {
    PDOC_REPLY_WAITING = 0,       /**< there is still time, or no last day is known */
    PDOC_REPLY_AGREED = 1,
    PDOC_REPLY_COMMENTED = 2,
    PDOC_REPLY_OBJECTED = 3,
    PDOC_REPLY_DEEMED_AGREED = 4, /**< silence, where the rules take it as agreement with the content; it is no approval */
    PDOC_REPLY_UNDETERMINED = 5,  /**< silence, and the draft was sent late, or whether it was cannot be told */
    PDOC_REPLY_NO_RESPONSE = 6,   /**< silence, and no rule gives it a meaning */
    PDOC_REPLY_LATE = 7,          /**< a reply after the last day, where silence has no meaning */
    PDOC_REPLY_CLOSED = 8         /**< the consultation was closed before the last day, without a reply */
} pdoc_reply_state;

/** Consultations of a document or a register: one entry for each draft sent and consultee. Counted, immutable; never points
    into a register. */
typedef struct pdoc_consultations pdoc_consultations;

/** The consultations of a document, of all its versions. @return A reference; NULL on ARGUMENT, JUDGE or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_consultations *pdoc_document_consultations(const pdoc_document *doc, const pdoc_basis *basis,
                                                                        pdoc_error **error);
/** The open consultations of a register: neither closed nor overtaken by a decision. @return Likewise. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_consultations *pdoc_register_consultations(const pdoc_register *reg, const pdoc_basis *basis,
                                                                        pdoc_error **error);
/** Takes one more reference. @return `consultations`. @since 0.1 */
PDOC_API pdoc_consultations *pdoc_consultations_ref(pdoc_consultations *consultations);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_consultations_unref(pdoc_consultations *consultations);
/** Day for which they were judged. @since 0.1 */
PDOC_API pdoc_date pdoc_consultations_as_of(const pdoc_consultations *consultations);
/** Number of entries, in the order of documents and days. @since 0.1 */
PDOC_API size_t pdoc_consultations_count(const pdoc_consultations *consultations);
/** Index in the register of the document. @since 0.1 */
PDOC_API size_t pdoc_consultations_document_index(const pdoc_consultations *consultations, size_t entry);
/** Id of the document. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_consultations_document_id(const pdoc_consultations *consultations, size_t entry);
/** Title of the document, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_consultations_document_title(const pdoc_consultations *consultations, size_t entry);
/** Id of the event that opened the thread. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_consultations_thread(const pdoc_consultations *consultations, size_t entry);
/** Who was sent it, body or group; for one who replied without having been sent it, that one. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_consultations_consultee(const pdoc_consultations *consultations, size_t entry);
/** Version that was sent: its ordinal; 0 for the document as a whole. @since 0.1 */
PDOC_API uint32_t pdoc_consultations_version(const pdoc_consultations *consultations, size_t entry);
/** Day of the sending; not recorded for one who was not sent it. @since 0.1 */
PDOC_API pdoc_date pdoc_consultations_sent(const pdoc_consultations *consultations, size_t entry);
/** Who sent it, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_consultations_sent_by(const pdoc_consultations *consultations, size_t entry);
/** How it was sent, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_consultations_channel(const pdoc_consultations *consultations, size_t entry);
/** Last day for replies, as recorded or as the rules give it; or not recorded. @since 0.1 */
PDOC_API pdoc_date pdoc_consultations_deadline(const pdoc_consultations *consultations, size_t entry);
/** Meeting that it leads up to, or not recorded. @since 0.1 */
PDOC_API pdoc_date pdoc_consultations_meeting(const pdoc_consultations *consultations, size_t entry);
/** Day of the last reply, a late one too; or not recorded. @since 0.1 */
PDOC_API pdoc_date pdoc_consultations_replied(const pdoc_consultations *consultations, size_t entry);
/** Did a reply come after the last day? It stands beside what silence came to. @since 0.1 */
PDOC_API bool pdoc_consultations_is_late(const pdoc_consultations *consultations, size_t entry);
/** Is it neither closed nor overtaken by a decision? @since 0.1 */
PDOC_API bool pdoc_consultations_is_open(const pdoc_consultations *consultations, size_t entry);
/** How it stands. @since 0.1 */
PDOC_API pdoc_reply_state pdoc_consultations_state(const pdoc_consultations *consultations, size_t entry);
/** Code of a state, such as "deemed-agreed". Never NULL for a state of the enumeration. @since 0.1 */
PDOC_API const char *pdoc_reply_state_code(pdoc_reply_state state);
/** Why, as a sentence. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_consultations_reason(const pdoc_consultations *consultations, size_t entry);
/** Rule that asks for the sending, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_consultations_rule(const pdoc_consultations *consultations, size_t entry);
/** Its clause, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_consultations_clause(const pdoc_consultations *consultations, size_t entry);
/** Does the rule rest on a reading that the source does not settle? @since 0.1 */
PDOC_API bool pdoc_consultations_is_inferred(const pdoc_consultations *consultations, size_t entry);
/** Number of comments of a consultee, and questions for the meeting on its thread. @since 0.1 */
PDOC_API size_t pdoc_consultations_comment_count(const pdoc_consultations *consultations, size_t entry);
/** A comment; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_consultations_comment(const pdoc_consultations *consultations, size_t entry, size_t comment);
/** What became of it, "question" for one for the meeting; NULL: nothing is recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_consultations_disposition(const pdoc_consultations *consultations, size_t entry, size_t comment);
/** Number of times that children, families or practitioners were engaged: that is no consultation, and stands apart.
    @since 0.1 */
PDOC_API size_t pdoc_consultations_engagement_count(const pdoc_consultations *consultations);
/** Who was engaged, as a group, with their number: "young-inspectors (6)". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_consultations_engagement(const pdoc_consultations *consultations, size_t engagement);
/** On which day. @since 0.1 */
PDOC_API pdoc_date pdoc_consultations_engagement_on(const pdoc_consultations *consultations, size_t engagement);

PDOC_END
#endif
