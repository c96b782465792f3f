/* SPDX-License-Identifier: MIT */
/*
 * What a keeper writes, beside single events and cells: values by name, skeletons of new documents, holders of posts,
 * another author throughout, mistakes put right, texts removed. What takes a change works on its copy; nothing is saved
 * here.
 */
#ifndef POLICYDOC_KEEPER_H
#define POLICYDOC_KEEPER_H

#include <policydoc/keeping.h>

PDOC_BEGIN

/**
 * Sets by its name what a document says of itself, or a cell of a front sheet.
 * @param version  Ordinal of the version whose sheet is meant; 0: the last one.
 * @param name     type, category, scope, title, uri, profile, visibility, property.NAME, document.reference (the first
 *                 one); of the version version.label, version.visibility, section.CODE (its text), content.HREF (its
 *                 SHA-256); else the code of a field, which may follow "cell." (as cell.title must). What is not there
 *                 is added.
 * @param value    As printed, a date of a date field in its written form; NULL takes it out.
 * @return PDOC_OK; ARGUMENT for a name that is none, or a version that is not there; NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_document_assign(pdoc_document *doc, uint32_t version, const char *name,
                                                         const char *value, pdoc_error **error);

/**
 * Sets by its name what the register says of a party.
 * @param name     kind; name (the one that it had becomes a former name); alias, former (one more); part-of, successor
 *                 (code or name of another party of the register); ended (its last day, in its written form).
 * @param value    NULL takes it out, which names cannot be: documents may print them.
 * @return PDOC_OK; ARGUMENT for a name that is none, a party that is not there, or no day; LIMIT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_party_assign(pdoc_party *party, const char *name, const char *value,
                                                      pdoc_error **error);

/**
 * A register of one new document with what the template of its type asks for: the cells of the front sheet, empty, and
 * the sections, each with the prompts of the profile marked as still to be filled in.
 * @param type  Code or alias of a type of the profile. @param title  Its title, or NULL. @param on  A day: rows of that
 * day.
 * @return A reference; NULL on ARGUMENT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_register *pdoc_profile_skeleton(const pdoc_profile *profile, const char *type,
                                                             const char *title, pdoc_date on, pdoc_error **error);

/** Whose cells are to name another party. Set `size` to sizeof(pdoc_reassignment). */
typedef struct pdoc_reassignment {
    size_t size;
    const char *role; /**< code of a field that names parties, such as author */
    const char *from; /**< whom it names: a code or a name */
    const char *to;   /**< whom it is to name; printed as it is given */
} pdoc_reassignment;

/**
 * Puts another party into the cells of a role, in every document: on the sheet of the version that is in force (else
 * the last) and of those after it. A cell of several names keeps the others. The change records it as corrected where
 * the version was decided on.
 * @param count  Number of cells changed; may be NULL.
 * @return PDOC_OK, also where no cell is changed; ARGUMENT, JUDGE or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_change_reassign(pdoc_change *change, const pdoc_reassignment *what,
                                                         size_t *count, pdoc_error **error);

/**
 * Puts a mistake in a history right: a later event declares the one with this id void, and
 * a new one takes its place, which is the cause of that event.
 * @param settings  NAME=VALUE, each: on, by, version or an attribute of events; nothing behind = takes it out.
 * @param count     Number of settings; 0: it is declared void, and nothing takes its place.
 * @return The event that declares it void, borrowed from the working copy; NULL on ARGUMENT (no such event, void
 * already, a name or value that is none), LIMIT or NOMEM. A failure leaves the change unfit to be finished: drop it.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_event *pdoc_change_correct(pdoc_change *change, const char *event,
                                                        const char *const *settings, size_t count, pdoc_error **error);

/**
 * Removes a text of an event for good, and records as a tombstone that it was removed, from where, and nothing of it.
 * What was believed on any day can still be told, but for that text.
 * @param name  by, or an attribute of events that is a text, a party or a location.
 * @return The event that records it, borrowed from the working copy; NULL on ARGUMENT (no such event, nothing there,
 * nothing that is a text), LIMIT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_event *pdoc_change_redact(pdoc_change *change, const char *event, const char *name,
                                                       pdoc_error **error);

PDOC_END
#endif
