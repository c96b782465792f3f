/* SPDX-License-Identifier: MIT */
/* The border to libxml2's parser: what is forbidden, what is limited, how its errors become ours. */
#include "xml/sax.h"

#include <libxml/parser.h>
#include <libxml/dict.h> /* needs what parser.h declares */
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "xml/encoding.h"
#include "xml/sax_hooks.h"
#include "xml/sax_message.h"

/* One start tag, comment or text may be this long: between two events no more is read (XML.md, Limits). */
#define BYTES_WITHOUT_EVENT (256u * 1024u)
#define MOST_ERRORS 20

static xmlParserCtxtPtr parser_of(const struct pdoc__sax *sax)
{
    return sax->parser;
}

static const char *text_of(const xmlChar *text)
{
    return (const char *)text;
}

void pdoc__sax_stop(struct pdoc__sax *sax)
{
    sax->stopped = true;
}

void pdoc__sax_halt(struct pdoc__sax *sax)
{
    xmlStopParser(sax->parser);
}

uint32_t pdoc__sax_line(const struct pdoc__sax *sax)
{
    xmlParserInputPtr input = parser_of(sax)->input;
    return input ? (uint32_t)input->line : 0;
}

uint32_t pdoc__sax_column(const struct pdoc__sax *sax)
{
    xmlParserInputPtr input = parser_of(sax)->input;
    return input && input->col > 0 ? (uint32_t)input->col : 0;
}

/* The open elements as "register/document/version"; cut where it gets too long. */
static void path_text(const struct pdoc__sax *sax, char *buffer, size_t size)
{
    size_t used = 0;
    for (uint32_t i = 0; i < sax->depth && i < PDOC__SAX_DEPTH; i++) {
        size_t length = strlen(text_of(sax->path[i]));
        if (used + length + 2 > size)
            break;
        if (used > 0)
            buffer[used++] = '/';
        memcpy(buffer + used, sax->path[i], length);
        used += length;
    }
    buffer[used] = '\0';
}

void pdoc__sax_add_error(struct pdoc__sax *sax, pdoc_error *error)
{
    if (sax->error_count >= MOST_ERRORS) {
        pdoc_error_free(error);
        return;
    }
    sax->no_memory = sax->no_memory || pdoc_error_status(error) == PDOC_ERR_NOMEM;
    pdoc__error_append(&sax->errors, error); /* may free it */
    if (++sax->error_count >= MOST_ERRORS || sax->no_memory)
        sax->stopped = true;
}

static void fail_here(struct pdoc__sax *sax, pdoc_status status, const char *message)
{
    char path[256];
    path_text(sax, path, sizeof path);
    struct pdoc__place place = {
        .file = sax->input->name, .line = pdoc__sax_line(sax), .column = pdoc__sax_column(sax), .path = path};
    pdoc_error *error = NULL;
    pdoc__fail_at(&error, status, &place, "%s", message);
    pdoc__sax_add_error(sax, error);
}

void pdoc__sax_fail(struct pdoc__sax *sax, pdoc_status status, const char *format, ...)
{
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    pdoc__sax_cut(message);
    fail_here(sax, status, message);
}

void pdoc__sax_take_error(struct pdoc__sax *sax, pdoc_error *error)
{
    if (pdoc_error_status(error) == PDOC_ERR_NOMEM) {
        pdoc__sax_add_error(sax, error);
        return;
    }
    fail_here(sax, pdoc_error_status(error), pdoc_error_message(error));
    pdoc_error_free(error);
}

const char *pdoc__sax_file(const struct pdoc__sax *sax)
{
    return sax->input->name;
}

const char *pdoc__sax_bind(struct pdoc__sax *sax, const char *name)
{
    return text_of(xmlDictLookup(parser_of(sax)->dict, (const xmlChar *)name, -1));
}

void pdoc__sax_refuse_element(struct pdoc__sax *sax, uint64_t attributes)
{
    const struct pdoc__limits *limits = &sax->input->limits;
    if (sax->depth >= sax->most_depth)
        pdoc__sax_fail(sax, PDOC_ERR_LIMIT, "elements lie deeper than %u in one another", (unsigned)limits->depth);
    else if (attributes > sax->most_attributes)
        pdoc__sax_fail(sax, PDOC_ERR_LIMIT, "an element has more than %u attributes", (unsigned)limits->attributes);
    else
        pdoc__sax_fail(sax, PDOC_ERR_LIMIT, "the file has more than %llu elements", (unsigned long long)limits->elements);
    pdoc__sax_stop(sax);
    pdoc__sax_halt(sax);
}

/* Asked at the reads that follow an event, and at the end of the file: in between no more names can come than there are
   letters in a read, or in one tag. */
static void check_names(struct pdoc__sax *sax)
{
    const struct pdoc__limits *limits = &sax->input->limits;
    if (sax->stopped || (uint32_t)xmlDictSize(parser_of(sax)->dict) <= limits->names)
        return;
    pdoc__sax_fail(sax, PDOC_ERR_LIMIT, "the file has more than %u different names", (unsigned)limits->names);
    sax->stopped = true;
}

static void on_comment(void *context, const xmlChar *text)
{
    struct pdoc__sax *sax = context;
    if (!pdoc__sax_begin_event(sax))
        return;
    sax->handlers->comment(sax->context, text_of(text));
    pdoc__sax_end_event(sax);
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *data)
{
    struct pdoc__sax *sax = context;
    if (!pdoc__sax_begin_event(sax))
        return;
    sax->handlers->instruction(sax->context, text_of(target), text_of(data));
    pdoc__sax_end_event(sax);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    struct pdoc__sax *sax = context;
    (void)name, (void)external, (void)system;
    if (sax->stopped)
        return;
    pdoc__sax_fail(sax, PDOC_ERR_SYNTAX, "the file has a DOCTYPE; remove it (it is never read, for safety)");
    sax->stopped = true;
    pdoc__sax_end_event(sax);
}

static void on_document_end(void *context)
{
    struct pdoc__sax *sax = context;
    sax->ended = true;
    check_names(sax);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *parser_error;
#else
typedef xmlErrorPtr parser_error;
#endif

static void on_parser_error(void *context, parser_error what)
{
    struct pdoc__sax *sax = context;
    if (sax->stopped || !what || what->level < XML_ERR_ERROR)
        return;
    if (what->code == XML_WAR_NS_URI) /* said of any name when memory runs out, and nothing follows from it */
        return;
    if (what->code == XML_ERR_NO_MEMORY) {
        pdoc_error *error = NULL;
        pdoc__fail_memory(&error);
        pdoc__sax_add_error(sax, error);
        pdoc__sax_end_event(sax);
        return;
    }
    char message[200];
    pdoc__sax_clean(what->message, message, sizeof message);
    if (!sax->input->failed) /* else the input's own error says more */
        pdoc__sax_fail(sax, PDOC_ERR_SYNTAX, "not well-formed XML: %s", message);
    sax->stopped = true;
    pdoc__sax_end_event(sax);
}

static int read_more(void *context, char *buffer, int size)
{
    struct pdoc__sax *sax = context;
    sax->has_begun = true;
    if (sax->silent_bytes == 0)
        check_names(sax);
    if (sax->stopped)
        return 0;
    if (sax->silent_bytes > BYTES_WITHOUT_EVENT) {
        pdoc__sax_fail(sax, PDOC_ERR_LIMIT, "one tag, text or comment is longer than 256 KiB");
        sax->stopped = true;
        return 0;
    }
    /* As much as was asked for: of fewer bytes the parser takes the end for that of the tag ("<a/" and then ">"). */
    size_t got = 0;
    int64_t more = 1;
    while (more > 0 && got < (size_t)size) {
        more = pdoc__input_read(sax->input, buffer + got, (size_t)size - got);
        got += more > 0 ? (size_t)more : 0;
    }
    if (more < 0) /* check_end says why */
        sax->stopped = true;
    sax->silent_bytes += got;
    return more < 0 ? 0 : (int)got;
}

static pthread_once_t parser_once = PTHREAD_ONCE_INIT;

void pdoc__sax_use_direct(struct pdoc__sax *sax, const struct pdoc__sax_direct *direct)
{
    xmlSAXHandlerPtr handler = parser_of(sax)->sax;
    handler->startElementNs = direct->start;
    handler->endElementNs = direct->end;
    handler->characters = direct->text;
    handler->ignorableWhitespace = direct->text; /* the same, so that the parser need not tell them apart */
    handler->cdataBlock = direct->text;
}

static void set_handlers(struct pdoc__sax *sax)
{
    xmlSAXHandlerPtr handler = parser_of(sax)->sax;
    memset(handler, 0, sizeof *handler);
    handler->initialized = XML_SAX2_MAGIC;
    pdoc__sax_use_direct(sax, &pdoc__sax_plain);
    handler->comment = on_comment;
    handler->processingInstruction = on_instruction;
    handler->internalSubset = on_doctype;
    handler->endDocument = on_document_end;
    handler->serror = on_parser_error;
    parser_of(sax)->userData = sax;
}

static int parser_options(void)
{
    int options = XML_PARSE_NONET | XML_PARSE_BIG_LINES;
#if LIBXML_VERSION >= 21300
    options |= XML_PARSE_NO_XXE;
#endif
#if LIBXML_VERSION >= 21400
    options |= XML_PARSE_NO_SYS_CATALOG;
#endif
    return options;
}

static void run_parser(struct pdoc__sax *sax)
{
    xmlDocPtr tree = xmlCtxtReadIO(sax->parser, read_more, NULL, sax, NULL, NULL, parser_options());
    if (tree) /* none is built, whatever the release */
        xmlFreeDoc(tree);
}

/* What the parser did not say itself: an unreadable input, an end too early, a failure without a word. */
static void check_end(struct pdoc__sax *sax)
{
    pdoc_error *error = sax->input->error;
    if (parser_of(sax)->errNo == XML_ERR_NO_MEMORY || !sax->has_begun) /* not even room for what it reads into */
        sax->no_memory = true;
    if (sax->input->failed && error) {
        sax->input->error = NULL;
        pdoc__sax_add_error(sax, error);
    } else if (!sax->errors && !(parser_of(sax)->wellFormed && sax->ended)) {
        fail_here(sax, PDOC_ERR_SYNTAX, "not well-formed XML: it ends too early");
    }
}

static bool parser_can_run(pdoc_error **error)
{
    pthread_once(&parser_once, xmlInitParser);
#if LIBXML_VERSION >= 21200
    if (xmlCheckThreadLocalStorage() != 0) {
        pdoc__fail_memory(error);
        return false;
    }
#endif
    (void)error;
    return true;
}

static void parse(struct pdoc__sax *sax)
{
    sax->parser = xmlNewParserCtxt();
    if (!sax->parser) {
        sax->no_memory = true;
        return;
    }
    set_handlers(sax);
    if (sax->handlers->begin(sax->context, sax)) {
        run_parser(sax);
        check_end(sax);
    } else {
        sax->no_memory = true;
    }
    xmlFreeParserCtxt(sax->parser);
}

bool pdoc__sax_parse(struct pdoc__input *input, const struct pdoc__sax_handlers *handlers, void *context,
                     pdoc_error **error)
{
    if (!parser_can_run(error) || !pdoc__encoding_is_known(input, error))
        return false;
    const struct pdoc__limits *limits = &input->limits;
    struct pdoc__sax sax = {.input = input,
                            .handlers = handlers,
                            .context = context,
                            .most_elements = limits->elements,
                            .most_attributes = limits->attributes,
                            .most_depth = limits->depth < PDOC__SAX_DEPTH ? limits->depth : PDOC__SAX_DEPTH};
    struct pdoc__sax_hooks hooks = pdoc__sax_hooks_silence(&sax.no_memory);
    parse(&sax);
    pdoc__sax_hooks_restore(&hooks);
    if (sax.no_memory) {
        pdoc_error_free(sax.errors);
        pdoc__fail_memory(&sax.errors);
    }
    if (!sax.errors)
        return true;
    pdoc__error_sort(&sax.errors);
    if (error)
        *error = sax.errors;
    else
        pdoc_error_free(sax.errors);
    return false;
}
