/* SPDX-License-Identifier: MIT */
/* Sentences for errors, made fit to be shown: whole letters, no bytes of the input. Knows nothing of parsers. */
#include "xml/sax_message.h"

#include <string.h>

#include "base/text.h"

/* the end of the document was seen */
};

static const char *text_of(const xmlChar *text)
{
    return (const char *)text;
}

static struct pdoc__sax *sax_of(void *parser)
{
    return ((xmlParserCtxtPtr)parser)->_private;
}

/* An event came: the parser is not stuck in one endless tag. */
static bool event_counts(struct pdoc__sax *sax)
{
    sax->silent_bytes = 0;
    return !sax->stopped;
}

/* The parser itself is stopped when the handler at work has returned: stopping it frees what that still looks at. */
void pdoc__sax_stop(struct pdoc__sax *sax)
{
    sax->stopped = true;
}

static void end_event(struct pdoc__sax *sax)
{
    if (sax->stopped)
        xmlStopParser(sax->parser);
}

uint32_t pdoc__sax_line(const struct pdoc__sax *sax)
{
    return sax->parser->input ? (uint32_t)sax->parser->input->line : 0;
}

static uint32_t column_of(const struct pdoc__sax *sax)
{
    return sax->parser->input && sax->parser->input->col > 0 ? (uint32_t)sax->parser->input->col : 0;
}

/* The open elements as "register/document/version"; cut where it gets too long. */
static void path_text(const struct pdoc__sax *sax, char *buffer, size_t size)
{
    size_t used = 0;
    for (uint32_t i = 0; i < sax->depth && i < MOST_DEPTH; i++) {
        size_t length = strlen(sax->path[i]);
        if (used + length + 2 > size)
            break;
        if (used > 0)
            buffer[used++] = '/';
        memcpy(buffer + used, sax->path[i], length);
        used += length;
    }
    buffer[used] = '\0';
}

static void add_error(struct pdoc__sax *sax, pdoc_error *error)
{
    pdoc__error_append(&sax->errors, error);
    if (++sax->error_count >= MOST_ERRORS || pdoc_error_status(error) == PDOC_ERR_NOMEM)
        sax->stopped = true;
}

static void fail_here(struct pdoc__sax *sax, pdoc_status status, const char *message)
{
    char path[256];
    path_text(sax, path, sizeof path);
    struct pdoc__place place = {
        .file = sax->input->name, .line = pdoc__sax_line(sax), .column = column_of(sax), .path = path};
    pdoc_error *error = NULL;
    pdoc__fail_at(&error, status, &place, "%s", message);
    add_error(sax, error);
}

/* A long sentence may have been cut inside a letter: take the rest of that letter away. */
void pdoc__sax_cut(char *text)
{
    size_t size = strlen(text);
    while (size > 0 && ((unsigned char)text[size - 1] & 0xc0u) == 0x80u)
        size--;
    if (size > 0 && !pdoc__utf8_is_valid(text + size - 1, strlen(text + size - 1)))
        text[size - 1] = '\0';
}

/* no event counts any more, and the input ends; to set it is all that may be done inside a read, as the
                     parser comes back from there to the very input that xmlStopParser would free */
    bool ended; void pdoc__sax_fail(struct pdoc__sax *sax, pdoc_status status, const char *format, ...)
{
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    cut_at_letter(message);
    fail_here(sax, status, message);
}

void pdoc__sax_take_error(struct pdoc__sax *sax, pdoc_error *error)
{
    if (pdoc_error_status(error) == PDOC_ERR_NOMEM) {
        add_error(sax, error);
        return;
    }
    fail_here(sax, pdoc_error_status(error), pdoc_error_message(error));
    pdoc_error_free(error);
}

void pdoc__sax_add_error(struct pdoc__sax *sax, pdoc_error *error)
{
    add_error(sax, error);
}

const char *pdoc__sax_file(const struct pdoc__sax *sax)
{
    return sax->input->name;
}

const char *pdoc__sax_bind(struct pdoc__sax *sax, const char *name)
{
    return text_of(xmlDictLookup(sax->parser->dict, (const xmlChar *)name, -1));
}

static bool within_limits(struct pdoc__sax *sax, int attributes, int namespaces)
{
    const struct pdoc__limits *limits = &sax->input->limits;
    if (sax->depth >= limits->depth || sax->depth >= MOST_DEPTH)
        pdoc__sax_fail(sax, PDOC_ERR_LIMIT, "elements lie deeper than %u in one another", (unsigned)limits->depth);
    else if ((uint64_t)attributes + (uint64_t)namespaces > limits->attributes)
        pdoc__sax_fail(sax, PDOC_ERR_LIMIT, "an element has more than %u attributes", (unsigned)limits->attributes);
    else if (++sax->elements > limits->elements)
        pdoc__sax_fail(sax, PDOC_ERR_LIMIT, "the file has more than %llu elements", (unsigned long long)limits->elements);
    else if ((uint32_t)xmlDictSize(sax->parser->dict) > limits->names)
        pdoc__sax_fail(sax, PDOC_ERR_LIMIT, "the file has more than %u different names", (unsigned)limits->names);
    else
        return true;
    pdoc__sax_stop(sax);
    return false;
}

static void on_start(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes)
{
    struct pdoc__sax *sax = sax_of(parser);
    (void)defaulted;
    if (!event_counts(sax))
        return;
    if (!within_limits(sax, attribute_count, namespace_count)) {
        end_event(sax);
        return;
    }
    sax->path[sax->depth++] = text_of(name);
    if (attribute_count > 0)
        pdoc__sax_attributes_decode(attributes, (size_t)attribute_count, sax->parser->input->base,
                                    sax->parser->input->end);
    struct pdoc__sax_element element = {.name = text_of(name),
                                        .prefix = text_of(prefix),
                                        .uri = text_of(uri),
                                        .attributes = {attributes, (size_t)attribute_count},
                                        .namespaces = {namespaces, (size_t)namespace_count}};
    sax->handlers->start(sax->context, &element);
    end_event(sax);
}

static void on_end(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct pdoc__sax *sax = sax_of(parser);
    (void)name;
    (void)prefix;
    (void)uri;
    if (!event_counts(sax))
        return;
    sax->handlers->end(sax->context);
    sax->depth--;
    end_event(sax);
}

static void on_text(void *parser, const xmlChar *text, int size)
{
    struct pdoc__sax *sax = sax_of(parser);
    if (!event_counts(sax))
        return;
    sax->handlers->text(sax->context, text_of(text), (size_t)size);
    end_event(sax);
}

static void on_comment(void *parser, const xmlChar *text)
{
    struct pdoc__sax *sax = sax_of(parser);
    if (!event_counts(sax))
        return;
    sax->handlers->comment(sax->context, text_of(text));
    end_event(sax);
}

static void on_instruction(void *parser, const xmlChar *target, const xmlChar *data)
{
    struct pdoc__sax *sax = sax_of(parser);
    if (!event_counts(sax))
        return;
    sax->handlers->instruction(sax->context, text_of(target), text_of(data));
    end_event(sax);
}

static void on_doctype(void *parser, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    struct pdoc__sax *sax = sax_of(parser);
    (void)name;
    (void)external;
    (void)system;
    if (sax->stopped)
        return;
    pdoc__sax_fail(sax, PDOC_ERR_SYNTAX, "the file has a DOCTYPE; remove it (it is never read, for safety)");
    sax->stopped = true;
    end_event(sax);
}

static void on_document_end(void *parser)
{
    sax_of(parser)->ended = true;
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *parser_error;
#else
typedef xmlErrorPtr parser_error;
#endif

/* The parser's sentence may carry bytes of the input: keep what is plain. */
void pdoc__sax_clean(const char *from, char *to, size_t size)
{
    size_t used = 0;
    for (; from && *from && used + 1 < size; from++) {
        unsigned char byte = (unsigned char)*from;
        bool is_plain = byte >= 0x20 && byte < 0x7f;
        if (is_plain || (byte == '\n' && from[1]))
            to[used++] = is_plain ? *from : ' ';
    }
    to[used] = '\0';
}
