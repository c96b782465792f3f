/* SPDX-License-Identifier: MIT */
/* The low-level writer, held against libxml2's own writer byte for byte, and its one sticky failure. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libxml/xmlwriter.h>
#include <zlib.h>

#include "base/alloc.h"
#include "xml/input.h"
#include "xml/writer.h"

/* One element with one attribute and one text, as ours writes it. */
static char *ours(const char *value, const char *text)
{
    struct pdoc__buffer buffer = {0};
    struct pdoc__writer writer;
    assert_true(pdoc__writer_start(&writer, pdoc__sink_memory(&buffer), NULL));
    PDOC__WRITE(&writer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<e");
    pdoc__write_attribute(&writer, "a", value);
    PDOC__WRITE(&writer, ">");
    pdoc__write_text(&writer, text, strlen(text));
    PDOC__WRITE(&writer, "</e>\n");
    assert_true(pdoc__writer_finish(&writer, NULL));
    char *copy = strdup(buffer.data);
    pdoc__buffer_free(&buffer);
    return copy;
}

static char *theirs(const char *value, const char *text)
{
    xmlBufferPtr buffer = xmlBufferCreate();
    xmlTextWriterPtr writer = xmlNewTextWriterMemory(buffer, 0);
    xmlTextWriterStartDocument(writer, NULL, "UTF-8", NULL);
    xmlTextWriterStartElement(writer, BAD_CAST "e");
    xmlTextWriterWriteAttribute(writer, BAD_CAST "a", (const xmlChar *)value);
    xmlTextWriterWriteString(writer, (const xmlChar *)text);
    xmlTextWriterFullEndElement(writer);
    xmlTextWriterEndDocument(writer);
    xmlFreeTextWriter(writer);
    char *copy = strdup((const char *)xmlBufferContent(buffer));
    xmlBufferFree(buffer);
    return copy;
}

static void assert_same_bytes(const char *value, const char *text)
{
    char *left = ours(value, text);
    char *right = theirs(value, text);
    assert_string_equal(left, right);
    free(left);
    free(right);
}

static void every_single_character_is_escaped_as_the_oracle_does(void **state)
{
    (void)state;
    for (unsigned letter = 1; letter < 128; letter++) {
        char text[2] = {(char)letter, '\0'};
        if (letter >= ' ' || letter == '\t' || letter == '\n' || letter == '\r')
            assert_same_bytes(text, text);
    }
}

static void odd_texts_are_escaped_as_the_oracle_does(void **state)
{
    (void)state;
    static const char *const texts[] = {"", " ", "  two  ", "\n", "\t\t", "\r\n", "a & b", "<b>bold</b>", "\"quoted\"",
                                        "it's", "]]>", "&amp;", "&#13;", "Polisi Diogelu \xc3\xa2 Phlant", "\xe2\x80\x93",
                                        "\xf0\x9f\x93\x84", "\xc2\xa0", "\xef\xbf\xbd", "a\nb\tc\rd", "&&&&", "<<>>\"\"",
                                        "\xc2\x85\xe2\x80\xa8", "--", "<!-- no -->", "<?pi?>"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++)
            assert_same_bytes(texts[i], texts[k]);
}

static void random_texts_are_escaped_as_the_oracle_does(void **state)
{
    (void)state;
    static const char *const parts[] = {"a", "word", " ", "&", "<", ">", "\"", "'", "\n", "\t", "\r", "\xc3\xa9",
                                        "\xe2\x80\x9c", "\xf0\x9f\x98\x80"};
    uint32_t seed = 1;
    for (int round = 0; round < 2000; round++) {
        char text[512] = "";
        size_t used = 0;
        for (int i = 0; i < round % 60; i++) {
            seed = seed * 1664525u + 1013904223u;
            const char *part = parts[(seed >> 16) % (sizeof parts / sizeof parts[0])];
            memcpy(text + used, part, strlen(part) + 1);
            used += strlen(part);
        }
        assert_same_bytes(text, text);
    }
}

static void a_text_larger_than_the_buffer_comes_out_whole(void **state)
{
    (void)state;
    for (size_t size = 65530; size < 65545; size++) {
        char *text = malloc(3 * size + 1);
        for (size_t i = 0; i < 3 * size; i++)
            text[i] = i % 97 == 0 ? '&' : (char)('a' + i % 26);
        text[3 * size] = '\0';
        assert_same_bytes("x", text);
        free(text);
    }
}

static void absent_values_write_nothing(void **state)
{
    (void)state;
    struct pdoc__buffer buffer = {0};
    struct pdoc__writer writer;
    assert_true(pdoc__writer_start(&writer, pdoc__sink_memory(&buffer), NULL));
    pdoc__write_attribute(&writer, "a", NULL);
    pdoc__write_date(&writer, "d", (pdoc_date){0, 0, 0});
    pdoc__write_date(&writer, "d", (pdoc_date){2023, 6, 0});
    pdoc__write_number(&writer, "n", 0);
    pdoc__write_number(&writer, "n", UINT32_MAX);
    pdoc__write_line(&writer, 2);
    assert_true(pdoc__writer_finish(&writer, NULL));
    assert_string_equal(buffer.data, " d=\"2023-06\" n=\"0\" n=\"4294967295\"\n    ");
    pdoc__buffer_free(&buffer);
}

static int calls;

static bool refuse_second(void *context, const char *data, size_t size, pdoc_error **error)
{
    (void)context, (void)data, (void)size;
    if (++calls < 2)
        return true;
    pdoc__fail(error, PDOC_ERR_WRITE, "full");
    return false;
}

static void the_first_failure_sticks_and_nothing_is_handed_over_after_it(void **state)
{
    (void)state;
    static char block[100000];
    memset(block, 'x', sizeof block);
    struct pdoc__writer writer;
    pdoc_error *error = NULL;
    calls = 0;
    assert_true(pdoc__writer_start(&writer, (struct pdoc__sink){refuse_second, NULL}, NULL));
    for (int i = 0; i < 20; i++)
        pdoc__write_raw(&writer, block, sizeof block);
    assert_false(pdoc__writer_finish(&writer, &error));
    assert_int_equal(calls, 2);
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_WRITE);
    assert_string_equal(pdoc_error_message(error), "full");
    pdoc_error_free(error);
}

static void gzip_gives_back_the_same_bytes_at_every_level(void **state)
{
    (void)state;
    enum { SIZE = 300000 };
    char *text = malloc(SIZE);
    char *back = malloc(SIZE + 1);
    for (size_t i = 0; i < SIZE; i++)
        text[i] = (char)((i * i >> 7) & 0x7f);
    for (int level = 1; level <= 9; level++) {
        struct pdoc__buffer stored = {0};
        struct pdoc__sink_gzip gzip;
        assert_true(pdoc__sink_gzip_start(&gzip, pdoc__sink_memory(&stored), level, NULL));
        struct pdoc__sink sink = pdoc__sink_gzip(&gzip);
        for (size_t at = 0; at < SIZE; at += 50000)
            assert_true(sink.take(sink.context, text + at, 50000, NULL));
        assert_true(pdoc__sink_gzip_finish(&gzip, NULL));
        pdoc__sink_gzip_free(&gzip);
        struct pdoc__limits limits;
        struct pdoc__input input;
        assert_true(pdoc__limits_fill(NULL, &limits, NULL));
        assert_true(pdoc__input_open_memory(&input, stored.data, stored.size, NULL, &limits, NULL));
        size_t used = 0;
        for (int64_t got = 1; got > 0; used += (size_t)got)
            got = pdoc__input_read(&input, back + used, SIZE + 1 - used);
        assert_int_equal(used, SIZE);
        assert_memory_equal(back, text, SIZE);
        pdoc__input_close(&input);
        pdoc__buffer_free(&stored);
    }
    free(text);
    free(back);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_single_character_is_escaped_as_the_oracle_does),
        cmocka_unit_test(odd_texts_are_escaped_as_the_oracle_does),
        cmocka_unit_test(random_texts_are_escaped_as_the_oracle_does),
        cmocka_unit_test(a_text_larger_than_the_buffer_comes_out_whole),
        cmocka_unit_test(absent_values_write_nothing),
        cmocka_unit_test(the_first_failure_sticks_and_nothing_is_handed_over_after_it),
        cmocka_unit_test(gzip_gives_back_the_same_bytes_at_every_level),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
