/* SPDX-License-Identifier: MIT */
/* Sentences for errors, made fit to be shown. */
#ifndef PDOC_XML_SAX_MESSAGE_H
#define PDOC_XML_SAX_MESSAGE_H

#include <stddef.h>

/* Takes away the rest of a letter that was cut through at the end of a text. */
void pdoc__sax_cut(char *text);
/* The plain letters of a parser's sentence, in at most `size` bytes. */
void pdoc__sax_clean(const char *from, char *to, size_t size);

#endif
