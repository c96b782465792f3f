/* SPDX-License-Identifier: MIT */
/* What a change touches: of a law, of guidance, of a standard, or of a document of the register. */
#ifndef POLICYDOC_IMPACT_H
#define POLICYDOC_IMPACT_H

#include <policydoc/schedule.h>

PDOC_BEGIN

/** What a change touches. Counted, immutable; never points into a register. */
typedef struct pdoc_impact pdoc_impact;

/**
 * Finds what a change of a work touches: documents that name it, and documents that rest on those, nearest first; and
 * rules of profiles whose source or clause names it. Each document comes once, by its shortest way.
 *
 * @param reference  A document of the register (id, reference, title, address), or a work outside: id, title, alias or
 *                   address of a row of the references of any profile of the basis, or an address that a relation names;
 *                   behind it, after a space, perhaps a clause: relations that name another clause are not touched.
 * @return A reference, also where nothing is touched; NULL on ARGUMENT (nothing has this name; the message says what is
 *         near), JUDGE or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_impact *pdoc_register_impact(const pdoc_register *reg, const pdoc_basis *basis,
                                                          const char *reference, pdoc_error **error);
/** Takes one more reference. @return `impact`. @since 0.1 */
PDOC_API pdoc_impact *pdoc_impact_ref(pdoc_impact *impact);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_impact_unref(pdoc_impact *impact);
/** Day for which it was made. @since 0.1 */
PDOC_API pdoc_date pdoc_impact_as_of(const pdoc_impact *impact);
/** The work as it was asked for, without the clause. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_work(const pdoc_impact *impact);
/** The clause that was asked for; NULL: all of it. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_clause(const pdoc_impact *impact);
/** What it stands for, as a sentence. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_meaning(const pdoc_impact *impact);

/** Number of documents that are touched. @since 0.1 */
PDOC_API size_t pdoc_impact_count(const pdoc_impact *impact);
/** Id of a document; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_id(const pdoc_impact *impact, size_t index);
/** Title, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_title(const pdoc_impact *impact, size_t index);
/** First reference, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_reference(const pdoc_impact *impact, size_t index);
/** Type, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_type(const pdoc_impact *impact, size_t index);
/** Phase on the day. @since 0.1 */
PDOC_API pdoc_phase pdoc_impact_phase(const pdoc_impact *impact, size_t index);
/** Steps to it: 1 names the work itself. @since 0.1 */
PDOC_API uint32_t pdoc_impact_distance(const pdoc_impact *impact, size_t index);
/** Kind of the relation of the last step. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_relation(const pdoc_impact *impact, size_t index);
/** The way to it, from it back to the work: "d3 implements d2, d2 cites the Act". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_path(const pdoc_impact *impact, size_t index);
/** Owner on its sheet, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_owner(const pdoc_impact *impact, size_t index);
/** Author on its sheet, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_author(const pdoc_impact *impact, size_t index);
/** Day by which its review is due; not recorded if none is known. @since 0.1 */
PDOC_API pdoc_date pdoc_impact_due(const pdoc_impact *impact, size_t index);

/** Number of rules that are touched. @since 0.1 */
PDOC_API size_t pdoc_impact_rule_count(const pdoc_impact *impact);
/** Id of the profile of a rule; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_rule_profile(const pdoc_impact *impact, size_t index);
/** Id of a rule; NULL: the profile as a whole is drawn from the work. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_rule_id(const pdoc_impact *impact, size_t index);
/** Where it names the work: its clause, or the title of the source of the profile. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_impact_rule_clause(const pdoc_impact *impact, size_t index);

PDOC_END
#endif
