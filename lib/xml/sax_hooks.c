/* SPDX-License-Identifier: MIT */
/* libxml2's error hooks of this thread: the only file that touches them. Knows no parser. */
#include "xml/sax_hooks.h"

#include <libxml/globals.h>

static void say_nothing(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

struct pdoc__sax_hooks pdoc__sax_hooks_silence(void)
{
    struct pdoc__sax_hooks hooks = {.generic = xmlGenericError,
                                    .generic_context = xmlGenericErrorContext,
                                    .structured = xmlStructuredError,
                                    .structured_context = xmlStructuredErrorContext};
    xmlSetGenericErrorFunc(NULL, say_nothing);
    xmlSetStructuredErrorFunc(NULL, NULL);
    return hooks;
}

void pdoc__sax_hooks_restore(const struct pdoc__sax_hooks *hooks)
{
    xmlSetGenericErrorFunc(hooks->generic_context, hooks->generic);
    xmlSetStructuredErrorFunc(hooks->structured_context, hooks->structured);
}
