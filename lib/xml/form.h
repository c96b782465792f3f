/* SPDX-License-Identifier: MIT */
/*
 * The form of a register file, shared by its reader and its writer: namespace, elements, and who owns what is kept though
 * it is not understood (model/extras.h):
 *   owner of the pieces of an element: the address of the object that it became: register, party, document, version,
 *   relation, event, item of the forward plan, &document->history, &register->history, &version->rows (of the front sheet), &rows[i], &sections[i],
 *   &contents[i], &properties[i], &profiles[i], &calendars[i], &calendars[i].days[j],
 *   &patterns[i], &meetings[i]; of an element that holds text: the address of
 *   that text (which is then not shared with any other).
 *   slot and index: before the index-th child (from 0) of that element, of that kind; in an element that holds text, the
 *   slot is PDOC__SLOT_TEXT and the index the byte before which the piece stands.
 *   An issue and its steps own nothing: the reader refuses what it does not know there.
 *   Comments and processing instructions outside the root: owner is the register, slot PDOC__SLOT_BEFORE_ROOT or
 *   PDOC__SLOT_AFTER_ROOT.
 */
#ifndef PDOC_XML_FORM_H
#define PDOC_XML_FORM_H

#include "model/extras.h"

/* The one place that knows the namespace; the number is the major version of the form. */
#define PDOC__NAMESPACE "urn:policydoc:1"
#define PDOC__NAMESPACE_FAMILY "urn:policydoc:"
#define PDOC__SCHEMA_VERSION "1.0"

enum pdoc__form_sort { PDOC__FORM_HOLDS, PDOC__FORM_TEXT, PDOC__FORM_EMPTY };

#define PDOC_ELEMENT(id, parent, name, sort, number, attributes) PDOC__FORM_##id,
enum pdoc__form {
#include "xml/elements.def"
    PDOC__FORM_COUNT
};
#undef PDOC_ELEMENT
#define PDOC__FORM_ROOT PDOC__FORM_COUNT

#define PDOC__SLOT_TEXT (UINT16_MAX - 1)
#define PDOC__SLOT_BEFORE_ROOT (UINT16_MAX - 2)
#define PDOC__SLOT_AFTER_ROOT (UINT16_MAX - 3)

#endif
