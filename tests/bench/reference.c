/* SPDX-License-Identifier: MIT */
/* What the library is compared with: libxml2's parser and writer, zlib, the C library's calendar. */
#define _DEFAULT_SOURCE /* timegm, mallinfo2 */
#include <libxml/parser.h>
#include <libxml/xmlwriter.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zlib.h>

#include "measure.h"

static void give_up(const char *what)
{
    fprintf(stderr, "bench: %s failed\n", what);
    exit(1);
}

double bench_best(bench_work work, void *context, int runs)
{
    double best = 1e9;
    for (int i = 0; i < runs; i++) {
        struct timespec start;
        struct timespec end;
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start);
        work(context);
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
        double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) * 1e-9;
        best = seconds < best ? seconds : best;
    }
    return best;
}

size_t bench_memory(void)
{
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

static void no_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                     const xmlChar **declared, int attributes, int defaulted, const xmlChar **values)
{
    (void)context, (void)name, (void)prefix, (void)uri, (void)namespaces, (void)declared, (void)attributes;
    (void)defaulted, (void)values;
}

static void no_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)context, (void)name, (void)prefix, (void)uri;
}

static void no_text(void *context, const xmlChar *text, int size)
{
    (void)context, (void)text, (void)size;
}

void reference_sax(void *path)
{
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = no_start;
    handler.endElementNs = no_end;
    handler.characters = no_text;
    handler.ignorableWhitespace = no_text;
    if (xmlSAXUserParseFile(&handler, NULL, path) != 0)
        give_up("the reference parse");
}

/* The tape: one operation a tag, attribute or text, with its strings in one block. */
enum { TAPE_START, TAPE_ATTRIBUTE, TAPE_TEXT, TAPE_END };
struct operation {
    int kind;
    size_t name;
    size_t value;
};
struct bench_tape {
    struct operation *operations;
    size_t count, capacity;
    char *text;
    size_t size, room;
};

static size_t keep(struct bench_tape *tape, const char *text, size_t size)
{
    while (tape->size + size + 1 > tape->room) {
        tape->room = tape->room ? tape->room * 2 : 1 << 20;
        tape->text = realloc(tape->text, tape->room);
        if (!tape->text)
            give_up("memory");
    }
    size_t at = tape->size;
    memcpy(tape->text + at, text, size);
    tape->text[at + size] = '\0';
    tape->size += size + 1;
    return at;
}

static void add(struct bench_tape *tape, int kind, size_t name, size_t value)
{
    if (tape->count == tape->capacity) {
        tape->capacity = tape->capacity ? tape->capacity * 2 : 1 << 16;
        tape->operations = realloc(tape->operations, tape->capacity * sizeof *tape->operations);
        if (!tape->operations)
            give_up("memory");
    }
    tape->operations[tape->count++] = (struct operation){kind, name, value};
}

static void tape_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                       const xmlChar **declared, int attributes, int defaulted, const xmlChar **values)
{
    struct bench_tape *tape = context;
    (void)prefix, (void)uri, (void)defaulted;
    add(tape, TAPE_START, keep(tape, (const char *)name, strlen((const char *)name)), 0);
    for (int i = 0; i < namespaces; i++)
        add(tape, TAPE_ATTRIBUTE, keep(tape, "xmlns", 5),
            keep(tape, (const char *)declared[2 * i + 1], strlen((const char *)declared[2 * i + 1])));
    for (int i = 0; i < attributes; i++)
        add(tape, TAPE_ATTRIBUTE, keep(tape, (const char *)values[5 * i], strlen((const char *)values[5 * i])),
            keep(tape, (const char *)values[5 * i + 3], (size_t)(values[5 * i + 4] - values[5 * i + 3])));
}

static void tape_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    add(context, TAPE_END, 0, 0);
}

static void tape_text(void *context, const xmlChar *text, int size)
{
    struct bench_tape *tape = context;
    size_t blank = 0;
    while (blank < (size_t)size && strchr(" \n\t\r", text[blank]))
        blank++;
    if (blank < (size_t)size) /* the writer indents by itself */
        add(tape, TAPE_TEXT, 0, keep(tape, (const char *)text, (size_t)size));
}

struct bench_tape *reference_tape(const char *path)
{
    struct bench_tape *tape = calloc(1, sizeof *tape);
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = tape_start;
    handler.endElementNs = tape_end;
    handler.characters = tape_text;
    if (!tape || xmlSAXUserParseFile(&handler, tape, path) != 0)
        give_up("the tape");
    return tape;
}

void reference_text_writer(void *context)
{
    struct bench_tape *tape = context;
    xmlBufferPtr buffer = xmlBufferCreate();
    xmlTextWriterPtr writer = xmlNewTextWriterMemory(buffer, 0);
    if (!writer)
        give_up("xmlTextWriter");
    xmlTextWriterSetIndent(writer, 1);
    xmlTextWriterSetIndentString(writer, (const xmlChar *)"  ");
    xmlTextWriterStartDocument(writer, NULL, "UTF-8", NULL);
    for (size_t i = 0; i < tape->count; i++) {
        const struct operation *operation = &tape->operations[i];
        const xmlChar *name = (const xmlChar *)tape->text + operation->name;
        const xmlChar *value = (const xmlChar *)tape->text + operation->value;
        if (operation->kind == TAPE_START)
            xmlTextWriterStartElement(writer, name);
        else if (operation->kind == TAPE_ATTRIBUTE)
            xmlTextWriterWriteAttribute(writer, name, value);
        else if (operation->kind == TAPE_TEXT)
            xmlTextWriterWriteString(writer, value);
        else
            xmlTextWriterEndElement(writer);
    }
    xmlTextWriterEndDocument(writer);
    xmlFreeTextWriter(writer);
    xmlBufferFree(buffer);
}

void reference_tape_free(struct bench_tape *tape)
{
    free(tape->operations);
    free(tape->text);
    free(tape);
}

void reference_deflate(void *context)
{
    const struct bench_bytes *bytes = context;
    uLongf size = compressBound(bytes->size);
    unsigned char *out = malloc(size);
    if (!out || compress2(out, &size, bytes->data, bytes->size, 6) != Z_OK)
        give_up("deflate");
    free(out);
}

void reference_months(void *unused)
{
    (void)unused;
    volatile time_t sink = 0;
    for (int32_t day = 0; day < 1000000; day++) {
        time_t seconds = (time_t)(day % 40000) * 86400;
        struct tm parts;
        gmtime_r(&seconds, &parts);
        parts.tm_year += 3;
        sink += timegm(&parts);
    }
    (void)sink;
}
