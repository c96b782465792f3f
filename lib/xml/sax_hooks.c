/* SPDX-License-Identifier: MIT */
/* libxml2's error hooks of this thread: the only file that touches them. Knows no parser. */
#include "xml/sax_hooks.h"

#include <libxml/globals.h>

static void say_nothing(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

/* What is told here no handler of a parser is told: that there was no room to read on into. The parser goes on without those
   bytes, and may find the file well-formed all the same. */
#if LIBXML_VERSION >= 21200
static void note_memory(void *context, const xmlError *what)
#else
static void note_memory(void *context, xmlErrorPtr what)
#endif
{
    bool *no_memory = context;
    *no_memory |= what && what->code == XML_ERR_NO_MEMORY;
}

struct pdoc__sax_hooks pdoc__sax_hooks_silence(bool *no_memory)
{
    struct pdoc__sax_hooks hooks = {.generic = xmlGenericError,
                                    .generic_context = xmlGenericErrorContext,
                                    .structured = xmlStructuredError,
                                    .structured_context = xmlStructuredErrorContext};
    xmlSetGenericErrorFunc(NULL, say_nothing);
    xmlSetStructuredErrorFunc(no_memory, note_memory);
    return hooks;
}

void pdoc__sax_hooks_restore(const struct pdoc__sax_hooks *hooks)
{
    xmlSetGenericErrorFunc(hooks->generic_context, hooks->generic);
    xmlSetStructuredErrorFunc(hooks->structured_context, hooks->structured);
}
