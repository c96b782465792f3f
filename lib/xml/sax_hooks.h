/* SPDX-License-Identifier: MIT */
/* libxml2's error hooks of this thread: silenced while we parse, and as they were afterwards. Knows no parser. */
#ifndef PDOC_XML_SAX_HOOKS_H
#define PDOC_XML_SAX_HOOKS_H

#include <stdbool.h>

#include <libxml/xmlerror.h>

struct pdoc__sax_hooks {
    xmlGenericErrorFunc generic;
    void *generic_context;
    xmlStructuredErrorFunc structured;
    void *structured_context;
};

/* Before release 2.13 libxml2 tells standard error when memory runs out, even while it makes a parser. Sets `*no_memory` when
   it does, until the hooks are restored. */
struct pdoc__sax_hooks pdoc__sax_hooks_silence(bool *no_memory);
void pdoc__sax_hooks_restore(const struct pdoc__sax_hooks *hooks);

#endif
