/* SPDX-License-Identifier: MIT */
/* The part of the writer of registers that writes practice issues. */
#ifndef PDOC_XML_ISSUES_WRITER_H
#define PDOC_XML_ISSUES_WRITER_H

#include "model/model.h"
#include "xml/element_writer.h"

void pdoc__write_issues(struct pdoc__open_element *parent, const pdoc_register *reg);

#endif
