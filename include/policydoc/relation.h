/* SPDX-License-Identifier: MIT */
/* How strongly a document binds, where that hangs on what it is a part of. */
#ifndef POLICYDOC_RELATION_H
#define POLICYDOC_RELATION_H

#include <policydoc/schedule.h>

PDOC_BEGIN

/** How a document binds, and why. Counted, immutable; never points into a register. */
typedef struct pdoc_binding pdoc_binding;

/**
 * How a document binds on the given basis: as its type states, or, where that says "by-container", as the documents
 * bind that it is a part of, or as its type states for those that stand alone.
 * @return A reference; NULL on ARGUMENT, JUDGE or NOMEM. What cannot be told is an answer that says why.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_binding *pdoc_document_binding(const pdoc_document *doc, const pdoc_basis *basis,
                                                            pdoc_error **error);
/** Takes one more reference. @return `binding`. @since 0.1 */
PDOC_API pdoc_binding *pdoc_binding_ref(pdoc_binding *binding);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_binding_unref(pdoc_binding *binding);
/** mandatory, advisory, flexible or mixed; NULL where it cannot be told. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_binding_code(const pdoc_binding *binding);
/** Why, as a sentence. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_binding_reason(const pdoc_binding *binding);
/** Id of the type whose row says so; NULL if none does. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_binding_rule(const pdoc_binding *binding);
/** Clause of the source of that row, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_binding_clause(const pdoc_binding *binding);
/** Is that row a reading that its source does not settle? @since 0.1 */
PDOC_API bool pdoc_binding_is_inferred(const pdoc_binding *binding);
/** Id of the document that it binds by, where it is a part of one; NULL: it stands by itself. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_binding_container(const pdoc_binding *binding);

PDOC_END
#endif
