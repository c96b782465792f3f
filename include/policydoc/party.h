/* SPDX-License-Identifier: MIT */
/* Parties: organisations, bodies and posts, with the names that they go by. */
#ifndef POLICYDOC_PARTY_H
#define POLICYDOC_PARTY_H

#include <policydoc/register.h>

PDOC_BEGIN

/** Kinds of name that a party has. */
typedef enum pdoc_name_kind { PDOC_NAME_NAME = 0, PDOC_NAME_ALIAS = 1, PDOC_NAME_FORMER = 2 } pdoc_name_kind;

/** Takes a reference to the register that holds the party. @return `party`. @since 0.1 */
PDOC_API pdoc_party *pdoc_party_ref(pdoc_party *party);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_party_unref(pdoc_party *party);

/** Code, unique in the register. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_party_code(const pdoc_party *party);
/** Kind, such as "executive" or "post"; NULL if not recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_party_kind(const pdoc_party *party);
/** Code of the party that this one is part of, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_party_part_of(const pdoc_party *party);
/** Code of the party that took over from this one, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_party_successor(const pdoc_party *party);
/** Its last day; not recorded: it goes on. @since 0.1 */
PDOC_API pdoc_date pdoc_party_ended(const pdoc_party *party);
/** Who may see its name, as pdoc_document_visibility; NULL: not recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_party_visibility(const pdoc_party *party);
/** Sets who may see its name; NULL: not recorded. @return PDOC_OK, ARGUMENT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_party_set_visibility(pdoc_party *party, const char *visibility,
                                                              pdoc_error **error);
/** First name. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_party_name(const pdoc_party *party);
/** Number of names of one kind. @since 0.1 */
PDOC_API size_t pdoc_party_name_count(const pdoc_party *party, pdoc_name_kind kind);
/** A name of one kind; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_party_name_at(const pdoc_party *party, pdoc_name_kind kind, size_t index);
/** Adds a name. @return PDOC_OK, ARGUMENT or NOMEM. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_party_add_name(pdoc_party *party, pdoc_name_kind kind, const char *name,
                                                        pdoc_error **error);
/** Number of holders of a post, over time. @since 0.1 */
PDOC_API size_t pdoc_party_holder_count(const pdoc_party *party);
/** A holder; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_party_holder(const pdoc_party *party, size_t index);
/** First day of a holder. @since 0.1 */
PDOC_API pdoc_date pdoc_party_holder_from(const pdoc_party *party, size_t index);
/** Last day of a holder; not recorded = still. @since 0.1 */
PDOC_API pdoc_date pdoc_party_holder_to(const pdoc_party *party, size_t index);

/**
 * Gives a post to a holder from a day on. Whoever holds it without an end leaves it on the day before.
 * @param holder  Name of the holder; NULL: nobody, the post falls vacant. @param from  A whole day.
 * @return PDOC_OK; ARGUMENT, also where the last holder came on that day or later; LIMIT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_party_add_holder(pdoc_party *party, const char *holder, pdoc_date from,
                                                          pdoc_error **error);

PDOC_END
#endif
