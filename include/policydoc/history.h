/* SPDX-License-Identifier: MIT */
/* History: what happened to a document or register, in order, never edited. A mistake is voided by a later event. */
#ifndef POLICYDOC_HISTORY_H
#define POLICYDOC_HISTORY_H

#include <policydoc/document.h>

PDOC_BEGIN

/** Number of events in a document's history. @since 0.1 */
PDOC_API size_t pdoc_document_event_count(const pdoc_document *doc);
/** An event, in the order of the file; NULL past the end. Borrowed. @since 0.1 */
PDOC_API pdoc_event *pdoc_document_event(const pdoc_document *doc, size_t index);
/** The event that has an id, anywhere in the register; NULL if there is none. Borrowed. @since 0.1 */
PDOC_API pdoc_event *pdoc_register_find_event(const pdoc_register *reg, const char *id);

/** Takes a reference to the register that holds the event. @return `event`. @since 0.1 */
PDOC_API pdoc_event *pdoc_event_ref(pdoc_event *event);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_event_unref(pdoc_event *event);
/** Id of an event. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_event_id(const pdoc_event *event);
/** Kind, such as "decided". Borrowed. @since 0.1 */
PDOC_API const char *pdoc_event_kind(const pdoc_event *event);
/** Day (or month, or year) on which it happened. @since 0.1 */
PDOC_API pdoc_date pdoc_event_on(const pdoc_event *event);
/** Day on which it was recorded; not recorded = known since it happened. @since 0.1 */
PDOC_API pdoc_date pdoc_event_recorded(const pdoc_event *event);
/** Ordinal of the version that it concerns; 0 for the document as a whole. @since 0.1 */
PDOC_API uint32_t pdoc_event_version(const pdoc_event *event);
/** Party that did it: a code or a printed name; NULL if not recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_event_by(const pdoc_event *event);
/** An attribute (code of the table of event attributes) as text; NULL if not recorded. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_event_attribute(const pdoc_event *event, const char *name);
/** An attribute that is a date; not recorded if it is none. @since 0.1 */
PDOC_API pdoc_date pdoc_event_attribute_date(const pdoc_event *event, const char *name);

/**
 * Records an event of a document. It gets the next free id.
 * @param kind      Code of the table of event kinds.
 * @param on        Day on which it happened.
 * @param recorded  Day on which it is recorded, or {0, 0, 0}.
 * @param version   Ordinal of a version of this document, or 0.
 * @param by        Party, or NULL.
 * @return The event, borrowed; NULL on ARGUMENT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_event *pdoc_document_record(pdoc_document *doc, const char *kind, pdoc_date on,
                                                         pdoc_date recorded, uint32_t version, const char *by,
                                                         pdoc_error **error);
/** Records an event of the register itself; as pdoc_document_record. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_event *pdoc_register_record(pdoc_register *reg, const char *kind, pdoc_date on,
                                                         pdoc_date recorded, const char *by, pdoc_error **error);
/**
 * Completes an event that is being recorded: sets an attribute that it does not have yet.
 * @return PDOC_OK; ARGUMENT if the attribute is unknown, already recorded, of the wrong form, or refers to an event that
 *         the register does not have; NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_event_complete(pdoc_event *event, const char *name, const char *value,
                                                        pdoc_error **error);

PDOC_END
#endif
