/* SPDX-License-Identifier: MIT */
/* The text of calendar files (RFC 5545): escaped values, folded lines, names for UIDs. Knows nothing of events. */
#ifndef PDOC_PUBLISH_ICALENDAR_TEXT_H
#define PDOC_PUBLISH_ICALENDAR_TEXT_H

#include "base/buffer.h"

#define PDOC__ICALENDAR_LINE 75 /* octets of a line, without its end (RFC 5545, 3.1) */

/* A value of type TEXT (3.3.11): \\ \; \, \n; of control characters only the tab is kept. NULL adds nothing. */
void pdoc__icalendar_escape(struct pdoc__buffer *out, const char *text);
/* A content line, with CR LF, in pieces that begin with a space after the first. No piece ends within a character, nor
   between a letter and the marks upon it, unless there are more of them than a line holds. The line holds no line end.
 */
void pdoc__icalendar_fold(struct pdoc__buffer *out, const char *line, size_t size);
/* What any text is called within a UID: letters, digits, - and _ as they are, every other byte as %XX, so that
   different texts have different names, and a full stop can part them. NULL adds nothing. */
void pdoc__icalendar_name(struct pdoc__buffer *out, const char *text);
/* A mark of 64 bits that a text has for ever, here and in later versions. */
#define PDOC__ICALENDAR_MARK UINT64_C(14695981039346656037)       /* of nothing */
uint64_t pdoc__icalendar_mark(uint64_t before, const char *text); /* NULL is "" */

#endif
