/* SPDX-License-Identifier: MIT */
/* What a register records about time as canonical XML: calendars, meetings, forward plan. Knows nothing of files. */
#ifndef PDOC_XML_MEETINGS_WRITER_H
#define PDOC_XML_MEETINGS_WRITER_H

#include "model/model.h"
#include "xml/element_writer.h"

void pdoc__write_calendar(struct pdoc__open_element *parent, const struct pdoc__calendar_use *calendar);
/* The patterns of a body, then its recorded meetings. */
void pdoc__write_meetings(struct pdoc__open_element *parent, const pdoc_party *party);
void pdoc__write_forward_plan(struct pdoc__open_element *parent, const pdoc_register *reg);

#endif
