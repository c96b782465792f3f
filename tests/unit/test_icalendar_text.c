/* SPDX-License-Identifier: MIT */
/* The text of calendar files: escaping, folding by octets, names for UIDs; and what holds of every fold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/text.h"
#include "failing_memory.h"
#include "publish/icalendar_text.h"

enum { LINE_MOST = 2000, RANDOM_LINES = 20000 };

static void assert_escaped(const char *text, const char *expected)
{
    struct pdoc__buffer out = {0};
    pdoc__icalendar_escape(&out, text);
    assert_string_equal(out.data ? out.data : "", expected);
    pdoc__buffer_free(&out);
}

static void what_has_a_meaning_in_a_value_is_escaped(void **state)
{
    (void)state;
    assert_escaped("a\\b;c,d", "a\\\\b\\;c\\,d");
    assert_escaped("one\ntwo\r\nthree\rfour", "one\\ntwo\\nthree\\nfour");
    assert_escaped("a:b \"c\" =d", "a:b \"c\" =d"); /* quotes and colons have none there */
    assert_escaped("\\n", "\\\\n");
    assert_escaped("", "");
    assert_escaped(NULL, "");
}

static void control_characters_are_dropped_but_the_tab(void **state)
{
    (void)state;
    assert_escaped("a\tb\x01\x0b\x1f\x7f"
                   "c",
                   "a\tbc");
}

static void assert_folded(const char *line, const char *expected)
{
    struct pdoc__buffer out = {0};
    pdoc__icalendar_fold(&out, line, strlen(line));
    assert_string_equal(out.data, expected);
    pdoc__buffer_free(&out);
}

#define TEN     "0123456789"
#define SEVENTY TEN TEN TEN TEN TEN TEN TEN

static void a_line_is_folded_after_seventy_five_octets(void **state)
{
    (void)state;
    assert_folded("", "\r\n");
    assert_folded(SEVENTY "01234", SEVENTY "01234\r\n");
    assert_folded(SEVENTY "012345", SEVENTY "01234\r\n 5\r\n");
    assert_folded(SEVENTY "01234" SEVENTY "0123"
                          "4",
                  SEVENTY "01234\r\n " SEVENTY "0123\r\n 4\r\n");
}

static void a_fold_never_parts_a_character(void **state)
{
    (void)state;
    assert_folded(SEVENTY "0123\xc5\xb5", SEVENTY "0123\r\n \xc5\xb5\r\n");             /* w with circumflex */
    assert_folded(SEVENTY "012\xe4\xb8\xad", SEVENTY "012\r\n \xe4\xb8\xad\r\n");       /* middle */
    assert_folded(SEVENTY "01\xf0\x9f\x93\x84", SEVENTY "01\r\n \xf0\x9f\x93\x84\r\n"); /* a page */
    assert_folded(SEVENTY "0\xf0\x9f\x93\x84", SEVENTY "0\xf0\x9f\x93\x84\r\n");
}

static void a_fold_never_parts_a_letter_from_its_marks(void **state)
{
    (void)state;
    assert_folded(SEVENTY "012e\xcc\x81", SEVENTY "012\r\n e\xcc\x81\r\n"); /* e, combining acute */
    assert_folded(SEVENTY "01e\xcc\x81", SEVENTY "01e\xcc\x81\r\n");
    assert_folded(SEVENTY "0\xe2\x9d\xa4\xef\xb8\x8f",
                  SEVENTY "0\r\n \xe2\x9d\xa4\xef\xb8\x8f\r\n"); /* a heart, as a picture */
    /* two people joined into one picture */
    assert_folded(SEVENTY "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",
                  SEVENTY "\r\n \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb\r\n");
}

static void assert_named(const char *text, const char *expected)
{
    struct pdoc__buffer out = {0};
    pdoc__icalendar_name(&out, text);
    assert_string_equal(out.data ? out.data : "", expected);
    pdoc__buffer_free(&out);
}

static void names_for_uids_tell_all_texts_apart(void **state)
{
    (void)state;
    assert_named("d1_a-B", "d1_a-B");
    assert_named("d1.2@x", "d1%2E2%40x");
    assert_named("d1%2E2", "d1%252E2");
    assert_named("\xc5\xb5 y", "%C5%B5%20y");
    assert_named(NULL, "");
}

static void a_mark_stays_for_ever_and_tells_where_texts_end(void **state)
{
    (void)state;
    const uint64_t nothing = PDOC__ICALENDAR_MARK;
    assert_true(pdoc__icalendar_mark(nothing, "Policies") == UINT64_C(0x89912772a4d5ee18));
    assert_true(pdoc__icalendar_mark(nothing, NULL) == pdoc__icalendar_mark(nothing, ""));
    assert_true(pdoc__icalendar_mark(pdoc__icalendar_mark(nothing, "a"), "b") !=
                pdoc__icalendar_mark(pdoc__icalendar_mark(nothing, "ab"), ""));
}

/* ---- properties ---- */

static uint32_t random_number(uint32_t below)
{
    static uint64_t number = 20261124;
    number = number * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (uint32_t)(number >> 33) % below;
}

/* Characters of one to four bytes, marks among them, and sometimes nothing but marks. */
static size_t random_line(char *line)
{
    static const char *const characters[] = {
        "a",
        "b",
        " ",
        "\\",
        ";",
        "\t",
        "\xc5\xb5",
        "\xc3\xa9",
        "\xcc\x81",
        "\xcc\xa7",
        "\xe4\xb8\xad",
        "\xe2\x80\x8d",
        "\xef\xb8\x8f",
        "\xf0\x9f\x93\x84",
        "\xf0\x9f\x91\xa9",
        "\xe0\xb8\x81",
        "\xe2\x80\xa8",
    };
    const uint32_t count = random_number(400);
    const uint32_t kinds = 1 + random_number(sizeof characters / sizeof *characters);
    const uint32_t first = random_number(sizeof characters / sizeof *characters - kinds + 1);
    size_t size = 0;
    for (uint32_t i = 0; i < count; i++) {
        const char *character = characters[first + random_number(kinds)];
        memcpy(line + size, character, strlen(character));
        size += strlen(character);
    }
    line[size] = '\0';
    return size;
}

/* As a reader does: CR LF and one space are taken out. Every line on the way is short enough, and whole characters. */
static size_t unfold(const char *folded, char *line)
{
    size_t size = 0;
    for (bool is_first = true; *folded; is_first = false) {
        const char *end = strstr(folded, "\r\n");
        assert_non_null(end);
        assert_true(end - folded <= PDOC__ICALENDAR_LINE);
        assert_true(pdoc__utf8_is_valid(folded, (size_t)(end - folded)));
        if (!is_first)
            assert_int_equal(*folded++, ' ');
        memcpy(line + size, folded, (size_t)(end - folded));
        size += (size_t)(end - folded);
        folded = end + 2;
    }
    line[size] = '\0';
    return size;
}

static void every_line_is_short_whole_characters_and_unfolds_to_what_it_was(void **state)
{
    (void)state;
    static char line[LINE_MOST], again[LINE_MOST];
    for (int i = 0; i < RANDOM_LINES; i++) {
        struct pdoc__buffer out = {0};
        const size_t size = random_line(line);
        pdoc__icalendar_fold(&out, line, size);
        assert_int_equal(unfold(out.data, again), size);
        assert_string_equal(again, line);
        pdoc__buffer_free(&out);
    }
}

/* What is no UTF-8 cannot be kept whole, but is not lost, and does not hang. */
static void bytes_that_are_no_characters_are_folded_too(void **state)
{
    (void)state;
    char line[300];
    struct pdoc__buffer out = {0};
    memset(line, 0x80, sizeof line);
    pdoc__icalendar_fold(&out, line, sizeof line);
    assert_int_equal(out.size, sizeof line + 2 + 4 * 3); /* 75 and three times 74 are 297 */
    pdoc__buffer_free(&out);
}

static void memory_that_runs_out_is_remembered(void **state)
{
    (void)state;
    struct pdoc__buffer out = {0};
    memory_fails_after(0);
    pdoc__icalendar_escape(&out, "a;b");
    pdoc__icalendar_fold(&out, "a", 1);
    pdoc__icalendar_name(&out, "a b");
    memory_fails_after(-1);
    assert_true(out.failed);
    pdoc__buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_a_meaning_in_a_value_is_escaped),
        cmocka_unit_test(control_characters_are_dropped_but_the_tab),
        cmocka_unit_test(a_line_is_folded_after_seventy_five_octets),
        cmocka_unit_test(a_fold_never_parts_a_character),
        cmocka_unit_test(a_fold_never_parts_a_letter_from_its_marks),
        cmocka_unit_test(names_for_uids_tell_all_texts_apart),
        cmocka_unit_test(a_mark_stays_for_ever_and_tells_where_texts_end),
        cmocka_unit_test(every_line_is_short_whole_characters_and_unfolds_to_what_it_was),
        cmocka_unit_test(bytes_that_are_no_characters_are_folded_too),
        cmocka_unit_test(memory_that_runs_out_is_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
