/* SPDX-License-Identifier: MIT */
/* Small questions about text: UTF-8, letter case, spaces, patterns, hashes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/text.h"

static bool valid(const char *text)
{
    return pdoc__utf8_is_valid(text, strlen(text));
}

static void what_utf8_and_xml_allow_is_valid(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "plain",
        "tab\tline\nreturn\r",
        "Gŵyl Andreas ŵŷ",
        "\x7F",
        "\xC2\x80",
        "\xE0\xA0\x80",
        "\xED\x9F\xBF",
        "\xEE\x80\x80",
        "\xEF\xBF\xBD",
        "\xF0\x90\x80\x80",
        "\xF4\x8F\xBF\xBF",
        "eight by\xC2\xA0tes and more",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_true(valid(texts[i]));
}

static void what_utf8_or_xml_forbids_is_not(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "\x01",
        "\x1F",
        "\x80",
        "\xBF",
        "\xC0\x80",
        "\xC1\xBF",
        "\xC2",
        "\xC2 ",
        "\xE0\x80\x80",
        "\xE0\x9F\xBF",
        "\xED\xA0\x80",
        "\xED\xBF\xBF",
        "\xEF\xBF\xBE",
        "\xEF\xBF\xBF",
        "\xF0\x80\x80\x80",
        "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80",
        "\xF8\x88\x80\x80\x80",
        "\xFF",
        "\xE2\x82",
        "eight bytes, then \x02",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(valid(texts[i]));
    assert_false(pdoc__utf8_is_valid("a\0b", 3));
}

/* The plain path looks at eight bytes at once: every byte must count at every place. */
static void a_bad_byte_is_seen_wherever_it_stands(void **state)
{
    (void)state;
    for (size_t at = 0; at < 40; at++) {
        for (int byte = 0; byte < 256; byte++) {
            char text[40];
            memset(text, 'a', sizeof text);
            text[at] = (char)byte;
            const bool allowed = byte == '\t' || byte == '\n' || byte == '\r' || (byte >= 0x20 && byte < 0x80);
            assert_int_equal(pdoc__utf8_is_valid(text, sizeof text), allowed);
        }
    }
}

static void a_repaired_text_is_valid_and_keeps_what_was(void **state)
{
    (void)state;
    char text[] = "ŵ\xC5|\xFF|\x01|\xED\xA0\x80|é";
    pdoc__utf8_repair(text);
    assert_string_equal(text, "ŵ?|?|?|???|é");
}

static void equal_means_every_byte(void **state)
{
    (void)state;
    assert_true(pdoc__text_equal(NULL, NULL));
    assert_true(pdoc__text_equal("a", "a"));
    assert_false(pdoc__text_equal("a", "A"));
    assert_false(pdoc__text_equal("a", NULL));
    assert_false(pdoc__text_equal(NULL, ""));
}

static void letter_case_and_runs_of_spaces_do_not_matter(void **state)
{
    (void)state;
    static const struct {
        const char *left, *right;
        bool same;
    } rows[] = {
        {"Policy Subgroup", "policy  SUBGROUP", true},
        {" Policy\n\tSubgroup ", "Policy Subgroup", true},
        {"Policy Subgroup", "PolicySubgroup", false},
        {"", "  ", true},
        {"a", "a b", false},
        {"a b", "a", false},
        {"É", "é", false},
        {NULL, NULL, true},
        {"", NULL, false},
        {NULL, "a", false},
        {"a ", "a b", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(pdoc__text_same(rows[i].left, rows[i].right), rows[i].same);
        assert_int_equal(pdoc__text_same(rows[i].right, rows[i].left), rows[i].same);
        if (rows[i].left && rows[i].right && rows[i].same)
            assert_int_equal(pdoc__text_hash_folded(rows[i].left), pdoc__text_hash_folded(rows[i].right));
        else if (rows[i].left && rows[i].right)
            assert_int_not_equal(pdoc__text_hash_folded(rows[i].left), pdoc__text_hash_folded(rows[i].right));
    }
}

static void a_folded_text_is_what_is_compared(void **state)
{
    (void)state;
    char text[] = " \tPolicy \n Sub  GROUP\r\n";
    pdoc__text_fold(text);
    assert_string_equal(text, "policy sub group");
    char blank[] = "  ";
    pdoc__text_fold(blank);
    assert_string_equal(blank, "");
}

static void words_are_found_whatever_their_case(void **state)
{
    (void)state;
    assert_true(pdoc__text_contains("Safeguarding Policy", "POLICY"));
    assert_true(pdoc__text_contains("aab", "ab"));
    assert_true(pdoc__text_contains("any", ""));
    assert_true(pdoc__text_contains("", ""));
    assert_false(pdoc__text_contains("Polic", "policy"));
    assert_false(pdoc__text_contains("", "a"));
    assert_false(pdoc__text_contains(NULL, "a"));
    assert_false(pdoc__text_contains("a", NULL));
}

static void a_pattern_matches_the_whole_text(void **state)
{
    (void)state;
    static const struct {
        const char *text, *pattern;
        bool matches;
    } rows[] = {
        {"V1.2", "V*", true},     {"V1.2", "V?.?", true},   {"V1.2", "v*", false},
        {"V1.2", "V?", false},    {"", "", true},           {"", "*", true},
        {"", "?", false},         {"a", "", false},         {"abcbcd", "a*bcd", true},
        {"aaa", "*a*a*a*", true}, {"aa", "*a*a*a*", false}, {"ŵ", "?", true},
        {"ŵŷ", "?", false},       {"aŵb", "a?b", true},     {"draft 3", "draft*", true},
        {"a*b", "a*b", true},     {"ab", "a**b", true},     {"ŵx", "*?x", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(pdoc__text_matches(rows[i].text, rows[i].pattern), rows[i].matches);
    assert_false(pdoc__text_matches(NULL, "*"));
    assert_false(pdoc__text_matches("a", NULL));
}

static void a_pattern_of_many_stars_ends_soon(void **state)
{
    (void)state;
    char text[5001], pattern[201];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    for (size_t i = 0; i + 1 < sizeof pattern; i += 2)
        memcpy(pattern + i, "*a", 2);
    pattern[sizeof pattern - 2] = 'b';
    pattern[sizeof pattern - 1] = '\0';
    assert_false(pdoc__text_matches(text, pattern));
}

static void spaces_are_those_of_xml(void **state)
{
    (void)state;
    assert_true(pdoc__text_is_space(" \t\r\n", 4));
    assert_true(pdoc__text_is_space("", 0));
    assert_false(pdoc__text_is_space("\v", 1));
    assert_false(pdoc__text_is_space("\xC2\xA0", 2));
    assert_true(pdoc__text_is_space(" x", 1));
}

static void letters_are_those_of_ascii(void **state)
{
    (void)state;
    for (int letter = 0; letter < 256; letter++) {
        const int lower = letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
        assert_int_equal((unsigned char)pdoc__lower((char)letter), lower);
        assert_int_equal(pdoc__is_digit((char)letter), letter >= '0' && letter <= '9');
    }
}

/* A million texts in a table of four million places: with a good hash about 0.11 million places are taken twice or
 * more. */
static void different_texts_have_different_hashes(void **state)
{
    (void)state;
    enum { PLACES = 1 << 22, TEXTS = 1000000 };
    static unsigned char taken[PLACES];
    size_t collisions = 0;
    for (size_t i = 0; i < TEXTS; i++) {
        char text[40];
        const size_t size = (size_t)snprintf(text, sizeof text, "2020-%zu reference %zu", i % 97, i);
        unsigned char *place = &taken[pdoc__text_hash(text, size) % PLACES];
        collisions += *place;
        *place = 1;
    }
    assert_in_range(collisions, 90000, 140000);
}

static void every_byte_and_the_size_count_in_a_hash(void **state)
{
    (void)state;
    char text[33] = "";
    for (size_t size = 0; size < 32; size++) {
        assert_int_not_equal(pdoc__text_hash(text, size), pdoc__text_hash(text, size + 1));
        for (size_t at = 0; at < size; at++) {
            const uint64_t before = pdoc__text_hash(text, size);
            text[at] = 'x';
            assert_int_not_equal(pdoc__text_hash(text, size), before);
            text[at] = '\0';
            assert_int_equal(pdoc__text_hash(text, size), before);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_utf8_and_xml_allow_is_valid),
        cmocka_unit_test(what_utf8_or_xml_forbids_is_not),
        cmocka_unit_test(a_bad_byte_is_seen_wherever_it_stands),
        cmocka_unit_test(a_repaired_text_is_valid_and_keeps_what_was),
        cmocka_unit_test(equal_means_every_byte),
        cmocka_unit_test(letter_case_and_runs_of_spaces_do_not_matter),
        cmocka_unit_test(a_folded_text_is_what_is_compared),
        cmocka_unit_test(words_are_found_whatever_their_case),
        cmocka_unit_test(a_pattern_matches_the_whole_text),
        cmocka_unit_test(a_pattern_of_many_stars_ends_soon),
        cmocka_unit_test(spaces_are_those_of_xml),
        cmocka_unit_test(letters_are_those_of_ascii),
        cmocka_unit_test(different_texts_have_different_hashes),
        cmocka_unit_test(every_byte_and_the_size_count_in_a_hash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
