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
#include "xml/sax_message.h"

/* One start tag, comment or text may be this long: between two events no more is read (XML.md, Limits). */
#define BYTES_WITHOUT_EVENT (256u * 1024u)
#define MOST_ERRORS 20
#define MOST_DEPTH 256

struct pdoc__sax {
    xmlParserCtxtPtr parser;
    struct pdoc__input *input;
    const struct pdoc__sax_handlers *handlers;
    void *context;
    pdoc_error *errors;
    const char *path[MOST_DEPTH]; /* names of the open elements */
    uint32_t depth;
    uint32_t error_count;
    uint64_t elements;
    size_t silent_bytes; /* since the last event */
    bool stopped; static void on_parser_error(void *parser, parser_error what)
{
    struct pdoc__sax *sax = sax_of(parser);
    if (sax->stopped || !what || what->level < XML_ERR_ERROR)
        return;
    if (what->code == XML_ERR_NO_MEMORY) {
        pdoc_error *error = NULL;
        pdoc__fail_memory(&error);
        add_error(sax, error);
        end_event(sax);
        return;
    }
    char message[200];
    pdoc__sax_clean(what->message, message, sizeof message);
    if (!sax->input->failed) /* else the input's own error says more */
        pdoc__sax_fail(sax, PDOC_ERR_SYNTAX, "not well-formed XML: %s", message);
    sax->stopped = true;
    end_event(sax);
}

static int read_more(void *context, char *buffer, int size)
{
    struct pdoc__sax *sax = context;
    if (sax->stopped)
        return 0;
    if (sax->silent_bytes > BYTES_WITHOUT_EVENT) {
        pdoc__sax_fail(sax, PDOC_ERR_LIMIT, "one tag, text or comment is longer than 256 KiB");
        sax->stopped = true;
        return 0;
    }
    int64_t got = pdoc__input_read(sax->input, buffer, (size_t)size);
    if (got < 0) { /* check_end says why */
        sax->stopped = true;
        return 0;
    }
    sax->silent_bytes += (size_t)got;
    return (int)got;
}

static void say_nothing(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

static pthread_once_t parser_once = PTHREAD_ONCE_INIT;

static void set_handlers(xmlSAXHandlerPtr handler)
{
    memset(handler, 0, sizeof *handler);
    handler->initialized = XML_SAX2_MAGIC;
    handler->startElementNs = on_start;
    handler->endElementNs = on_end;
    handler->characters = on_text;
    handler->ignorableWhitespace = on_text;
    handler->cdataBlock = on_text;
    handler->comment = on_comment;
    handler->processingInstruction = on_instruction;
    handler->internalSubset = on_doctype;
    handler->endDocument = on_document_end;
    handler->serror = on_parser_error;
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

/* Runs the parser with the thread's error hooks silenced: before 2.13 it tells standard error when memory runs out. */
static void run_parser(struct pdoc__sax *sax)
{
    xmlGenericErrorFunc generic = xmlGenericError;
    void *generic_context = xmlGenericErrorContext;
    xmlStructuredErrorFunc structured = xmlStructuredError;
    void *structured_context = xmlStructuredErrorContext;
    xmlSetGenericErrorFunc(NULL, say_nothing);
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlDocPtr tree = xmlCtxtReadIO(sax->parser, read_more, NULL, sax, NULL, NULL, parser_options());
    if (tree) /* none is built, whatever the release */
        xmlFreeDoc(tree);
    xmlSetGenericErrorFunc(generic_context, generic);
    xmlSetStructuredErrorFunc(structured_context, structured);
}

/* What the parser did not say itself: an unreadable input, an end too early, a failure without a word. */
static void check_end(struct pdoc__sax *sax)
{
    pdoc_error *error = sax->input->error;
    if (sax->input->failed && error) {
        sax->input->error = NULL;
        pdoc__error_append(&sax->errors, error);
    } else if (!sax->errors && sax->parser->errNo == XML_ERR_NO_MEMORY) {
        pdoc__fail_memory(&sax->errors);
    } else if (!sax->errors && !(sax->parser->wellFormed && sax->ended)) {
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

bool pdoc__sax_parse(struct pdoc__input *input, const struct pdoc__sax_handlers *handlers, void *context,
                     pdoc_error **error)
{
    if (!parser_can_run(error) || !pdoc__encoding_is_known(input, error))
        return false;
    struct pdoc__sax sax = {.input = input, .handlers = handlers, .context = context};
    sax.parser = xmlNewParserCtxt();
    if (!sax.parser) {
        pdoc__fail_memory(error);
        return false;
    }
    set_handlers(sax.parser->sax);
    sax.parser->_private = &sax;
    if (handlers->begin(context, &sax)) {
        run_parser(&sax);
        check_end(&sax);
    } else {
        pdoc__fail_memory(&sax.errors);
    }
    xmlFreeParserCtxt(sax.parser);
    if (!sax.errors)
        return true;
    if (error)
        *error = sax.errors;
    else
        pdoc_error_free(sax.errors);
    return false;
}
