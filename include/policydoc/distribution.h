/* SPDX-License-Identifier: MIT */
/*
 * Distribution: what is to be done so that a version that was given out reaches its readers, place by place and partner
 * by partner, and what of it is done. Worked out from what is recorded; nothing of it is stored.
 */
#ifndef POLICYDOC_DISTRIBUTION_H
#define POLICYDOC_DISTRIBUTION_H

#include <policydoc/schedule.h>

PDOC_BEGIN

/** What is to be done. Closed. */
typedef enum pdoc_distribution_action {
    PDOC_DISTRIBUTE_PUBLISH = 0,  /**< the version is put at a place; shown by an event "published" */
    PDOC_DISTRIBUTE_WITHDRAW = 1, /**< the copy of an earlier version, or a document that is superseded, is taken away */
    PDOC_DISTRIBUTE_TELL = 2,     /**< a partner is told; shown by an event "notified" */
    PDOC_DISTRIBUTE_COMPARE = 3   /**< another document that rests on this one is compared with it; shown by the day of
                                     checking of their relation */
} pdoc_distribution_action;

/** Tasks of distribution. Counted, immutable; never points into a register. */
typedef struct pdoc_distribution pdoc_distribution;

/**
 * What is to be done for the version of a document that was released last, else for the one in force.
 *
 * Places are the channels of the release, those that the front sheet names, and those at which earlier versions were
 * published; partners those that the duties of the profile name, and those that were told of an earlier version.
 * @return A reference; NULL on ARGUMENT, JUDGE or NOMEM. Without such a version it holds nothing.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_distribution *pdoc_document_distribution(const pdoc_document *doc, const pdoc_basis *basis,
                                                                      pdoc_error **error);
/** The same of all documents of which an event "released" is recorded. @return Likewise. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_distribution *pdoc_register_distribution(const pdoc_register *reg, const pdoc_basis *basis,
                                                                      pdoc_error **error);
/** Takes one more reference. @return `distribution`. @since 0.1 */
PDOC_API pdoc_distribution *pdoc_distribution_ref(pdoc_distribution *distribution);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_distribution_unref(pdoc_distribution *distribution);
/** Day for which it was worked out. @since 0.1 */
PDOC_API pdoc_date pdoc_distribution_as_of(const pdoc_distribution *distribution);
/** Number of tasks, those done among them. @since 0.1 */
PDOC_API size_t pdoc_distribution_count(const pdoc_distribution *distribution);
/** Number of tasks that nothing shows as done. @since 0.1 */
PDOC_API size_t pdoc_distribution_open(const pdoc_distribution *distribution);
/** Id of the document of a task; NULL past the end. Borrowed, as every text here; what is not known is NULL.
 * @since 0.1 */
PDOC_API const char *pdoc_distribution_document_id(const pdoc_distribution *distribution, size_t task);
/** Its first reference. @since 0.1 */
PDOC_API const char *pdoc_distribution_document_reference(const pdoc_distribution *distribution, size_t task);
/** Its title. @since 0.1 */
PDOC_API const char *pdoc_distribution_document_title(const pdoc_distribution *distribution, size_t task);
/** Ordinal of the version that the task is about: of a withdrawal the earlier one, 0 for another document. @since 0.1 */
PDOC_API uint32_t pdoc_distribution_version(const pdoc_distribution *distribution, size_t task);
/** What is to be done. @since 0.1 */
PDOC_API pdoc_distribution_action pdoc_distribution_task(const pdoc_distribution *distribution, size_t task);
/** Code of an action, such as "publish"; NULL for none of the enumeration. @since 0.1 */
PDOC_API const char *pdoc_distribution_action_code(pdoc_distribution_action action);
/** Channel of a publication or withdrawal: a code such as "website". @since 0.1 */
PDOC_API const char *pdoc_distribution_channel(const pdoc_distribution *distribution, size_t task);
/** Where: the address that the sheet or an earlier publication gives. @since 0.1 */
PDOC_API const char *pdoc_distribution_place(const pdoc_distribution *distribution, size_t task);
/** Who is told; of a comparison or withdrawal of another document its reference, title or id. @since 0.1 */
PDOC_API const char *pdoc_distribution_partner(const pdoc_distribution *distribution, size_t task);
/** Who has to do it, in words. @since 0.1 */
PDOC_API const char *pdoc_distribution_who(const pdoc_distribution *distribution, size_t task);
/** Last day for it; not recorded: no rule sets one. @since 0.1 */
PDOC_API pdoc_date pdoc_distribution_due(const pdoc_distribution *distribution, size_t task);
/** Row of the profile that asks for it. @since 0.1 */
PDOC_API const char *pdoc_distribution_rule(const pdoc_distribution *distribution, size_t task);
/** Clause of that row. @since 0.1 */
PDOC_API const char *pdoc_distribution_clause(const pdoc_distribution *distribution, size_t task);
/** Why it is to be done, as a phrase. @since 0.1 */
PDOC_API const char *pdoc_distribution_reason(const pdoc_distribution *distribution, size_t task);
/** Is it done? @since 0.1 */
PDOC_API bool pdoc_distribution_is_done(const pdoc_distribution *distribution, size_t task);
/** Day on which it was done; not recorded while it is open. @since 0.1 */
PDOC_API pdoc_date pdoc_distribution_done_on(const pdoc_distribution *distribution, size_t task);
/** Id of the event that shows it; NULL where a relation does, or while it is open. @since 0.1 */
PDOC_API const char *pdoc_distribution_done_by(const pdoc_distribution *distribution, size_t task);

PDOC_END
#endif
