/* SPDX-License-Identifier: MIT */
/* The look at a file's first bytes before any parser sees them: which encoding, which version of XML. */
#ifndef PDOC_XML_ENCODING_H
#define PDOC_XML_ENCODING_H

#include "xml/input.h"

/* UTF-8, or (unless the limits are strict) UTF-16 with a byte order mark; XML 1.0. Else SYNTAX says what was found. */
bool pdoc__encoding_is_known(struct pdoc__input *input, pdoc_error **error);

#endif
