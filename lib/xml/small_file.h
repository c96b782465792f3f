/* SPDX-License-Identifier: MIT */
/* What the readers of small files share, profiles and calendars: how they are opened, and what their root must be. */
#ifndef PDOC_XML_SMALL_FILE_H
#define PDOC_XML_SMALL_FILE_H

#include "xml/sax.h"

/* Opens within the limits for input from strangers, and tighter ones. `what` is for errors: "a profile". */
bool pdoc__small_file_open(struct pdoc__input *input, const char *path, const char *what, pdoc_error **error);
bool pdoc__small_file_open_memory(struct pdoc__input *input, const void *data, size_t size, const char *name,
                                  pdoc_error **error);
/* Is it our namespace? NULL is none. */
bool pdoc__small_file_is_ours(const char *uri);
/* False where the root is not the element of ours that was expected, such as "profile": the parser is stopped then, and
   what `element` points to is gone. */
bool pdoc__small_file_check_root(struct pdoc__sax *sax, const struct pdoc__sax_element *element, const char *expected);
/* Handlers: comments and processing instructions say nothing in such a file. */
void pdoc__small_file_comment(void *context, const char *data);
void pdoc__small_file_instruction(void *context, const char *target, const char *data);

#endif
