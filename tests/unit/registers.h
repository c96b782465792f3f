/* SPDX-License-Identifier: MIT */
/* What tests of registers share: small registers from their XML, their text, and the errors that bad ones give. */
#ifndef PDOC_TESTS_REGISTERS_H
#define PDOC_TESTS_REGISTERS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/build.h"
#include "policydoc/policydoc.h"

#define HEAD              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OPEN              "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\""
#define REGISTER(content) OPEN ">" content "</register>"
#define DOCUMENT(content) REGISTER("<document id=\"d1\"><title>T</title>" content "</document>")

static const pdoc_date no_day = {0, 0, 0};

static inline pdoc_register *read_text(const char *text, pdoc_error **error)
{
    return pdoc_register_read_memory(text, strlen(text), "test.xml", NULL, error);
}

/* A register that must be good; its errors are shown if it is not. */
static inline pdoc_register *read_good(const char *text)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = read_text(text, &error);
    for (const pdoc_error *each = error; each; each = pdoc_error_next(each))
        print_error("line %u: %s\n", (unsigned)pdoc_error_line(each), pdoc_error_message(each));
    assert_non_null(reg);
    assert_null(error);
    return reg;
}

static inline pdoc_text *write_text(const pdoc_register *reg)
{
    pdoc_text *text = pdoc_register_write_memory(reg, NULL, NULL);
    assert_non_null(text);
    return text;
}

static inline void assert_contains(const char *text, const char *words)
{
    if (text && strstr(text, words))
        return;
    print_error("\"%s\" does not hold \"%s\"\n", text ? text : "(nothing)", words);
    fail();
}

static inline void assert_written(const pdoc_register *reg, const char *words)
{
    pdoc_text *text = write_text(reg);
    assert_contains(pdoc_text_data(text), words);
    pdoc_text_free(text);
}

/* Whatever was written can be read again, and is then written in the same bytes. */
static inline void assert_reads_back(const pdoc_register *reg)
{
    pdoc_text *once = write_text(reg);
    pdoc_register *again = read_good(pdoc_text_data(once));
    pdoc_text *twice = write_text(again);
    assert_string_equal(pdoc_text_data(once), pdoc_text_data(twice));
    pdoc_text_free(once);
    pdoc_text_free(twice);
    pdoc_register_unref(again);
}

static inline void assert_day(pdoc_date date, const char *expected)
{
    char text[PDOC_DATE_TEXT];
    assert_string_equal(pdoc_date_format(date, text), expected);
}

/* The call before gave this status and said these words; the error is freed. */
static inline void assert_error(pdoc_error **error, pdoc_status status, const char *words)
{
    assert_int_equal(pdoc_error_status(*error), status);
    assert_contains(pdoc_error_message(*error), words);
    pdoc_error_free(*error);
    *error = NULL;
}

static inline pdoc_register *new_register(void)
{
    pdoc_register *reg = pdoc_register_new(NULL);
    assert_non_null(reg);
    return reg;
}

static inline pdoc_document *new_document(pdoc_register *reg)
{
    pdoc_document *doc = pdoc_register_add_document(reg, "policy", "T", NULL);
    assert_non_null(doc);
    return doc;
}

static inline struct pdoc_version *new_version(pdoc_document *doc)
{
    struct pdoc_version *version = pdoc_document_add_version(doc, "V1", NULL);
    assert_non_null(version);
    return version;
}

#endif
