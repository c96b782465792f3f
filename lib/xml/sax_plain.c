/* SPDX-License-Identifier: MIT */
/* The parser's tags and texts in the shape that is easy to handle, for readers of small files. Knows nothing of what they
   mean. */
#include "xml/sax.h"

static void on_start(void *context, const unsigned char *name, const unsigned char *prefix, const unsigned char *uri,
                     int namespace_count, const unsigned char **namespaces, int attribute_count, int defaulted,
                     const unsigned char **attributes)
{
    struct pdoc__sax *sax = context;
    (void)defaulted;
    if (!pdoc__sax_begin_element(sax, name, attribute_count, namespace_count))
        return;
    for (int i = 0; i < attribute_count; i++)
        pdoc__sax_attribute_prepare(attributes + (size_t)i * 5);
    struct pdoc__sax_element element = {.name = pdoc__sax_text(name),
                                        .prefix = pdoc__sax_text(prefix),
                                        .uri = pdoc__sax_text(uri),
                                        .attributes = {attributes, (size_t)attribute_count},
                                        .namespaces = {namespaces, (size_t)namespace_count}};
    sax->handlers->start(sax->context, &element);
    pdoc__sax_end_event(sax);
}

static void on_end(void *context, const unsigned char *name, const unsigned char *prefix, const unsigned char *uri)
{
    struct pdoc__sax *sax = context;
    (void)name, (void)prefix, (void)uri;
    if (!pdoc__sax_begin_event(sax))
        return;
    sax->handlers->end(sax->context);
    sax->depth--;
    pdoc__sax_end_event(sax);
}

static void on_text(void *context, const unsigned char *text, int size)
{
    struct pdoc__sax *sax = context;
    if (!pdoc__sax_begin_event(sax))
        return;
    sax->handlers->text(sax->context, pdoc__sax_text(text), (size_t)size);
    pdoc__sax_end_event(sax);
}

const struct pdoc__sax_direct pdoc__sax_plain = {on_start, on_end, on_text};
