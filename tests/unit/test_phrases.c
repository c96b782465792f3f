/* SPDX-License-Identifier: MIT */
/* Phrases found in one pass are those that a slow and plain search finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "governance/classifying/phrases.h"

enum { MOST_PHRASES = 12, MOST_WORDS = 60, MOST_FOUND = 2000, ROUNDS = 3000 };

struct span {
    uint32_t owner;
    size_t first; /* word */
    size_t last;
};

struct spans {
    struct span items[MOST_FOUND];
    size_t count;
    const struct pdoc__phrases *phrases;
};

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

/* Texts of one letter a word, so that the number of a word is half its offset. */
static void take(void *context, const struct pdoc__match *match)
{
    struct spans *spans = context;
    for (uint32_t end = match->first; end != 0; end = spans->phrases->ends[end - 1].next) {
        assert_true(spans->count < MOST_FOUND);
        spans->items[spans->count++] =
            (struct span){spans->phrases->ends[end - 1].owner, match->from / 2, match->to / 2};
    }
}

static bool all_count(void *context, const struct pdoc__match *match)
{
    (void)context, (void)match;
    return true;
}

static bool lies_at(const char *phrase, const char *text, size_t word, size_t words, size_t *last)
{
    const size_t length = (strlen(phrase) + 1) / 2;
    for (size_t i = 0; i < length; i++)
        if (word + i >= words || (phrase[2 * i] != '*' && phrase[2 * i] != text[2 * (word + i)]))
            return false;
    *last = word + length - 1;
    return true;
}

/* All of them, then those that lie inside a longer one taken out. */
static void find_slowly(char phrases[][32], size_t count, const char *text, size_t words, struct spans *out)
{
    static struct spans all;
    all.count = 0;
    for (size_t word = 0; word < words; word++)
        for (size_t i = 0; i < count; i++) {
            struct span span = {(uint32_t)i, word, 0};
            if (lies_at(phrases[i], text, word, words, &span.last))
                all.items[all.count++] = span;
        }
    out->count = 0;
    for (size_t i = 0; i < all.count; i++) {
        bool is_hidden = false;
        for (size_t j = 0; j < all.count && !is_hidden; j++)
            is_hidden = all.items[j].first <= all.items[i].first && all.items[j].last >= all.items[i].last &&
                        all.items[j].last - all.items[j].first > all.items[i].last - all.items[i].first;
        if (!is_hidden)
            out->items[out->count++] = all.items[i];
    }
}

static bool is_owner(const void *context, uint32_t owner)
{
    return owner == *(const uint32_t *)context;
}

static int by_place(const void *left, const void *right)
{
    const struct span *one = left;
    const struct span *other = right;
    if (one->first != other->first)
        return one->first < other->first ? -1 : 1;
    if (one->last != other->last)
        return one->last < other->last ? -1 : 1;
    return one->owner < other->owner ? -1 : one->owner > other->owner;
}

/* "a", "b * a", "a b": letters of a small alphabet, stars inside. No two alike. */
static size_t make_phrases(char phrases[][32], uint32_t *state)
{
    const size_t wanted = 1 + next_random(state) % MOST_PHRASES;
    size_t count = 0;
    for (size_t i = 0; i < wanted; i++) {
        char *phrase = phrases[count];
        const size_t words = 1 + next_random(state) % 5;
        for (size_t word = 0; word < words; word++) {
            const bool is_star = word > 0 && word + 1 < words && next_random(state) % 3 == 0;
            phrase[2 * word] = is_star ? '*' : (char)('a' + next_random(state) % 3);
            phrase[2 * word + 1] = word + 1 < words ? ' ' : '\0';
        }
        bool is_new = true;
        for (size_t other = 0; other < count; other++)
            is_new = is_new && strcmp(phrases[other], phrase) != 0;
        count += is_new;
    }
    return count;
}

static void one_pass_finds_what_a_slow_search_finds(void **state)
{
    (void)state;
    static struct spans found;
    static struct spans expected;
    size_t all = 0;
    uint32_t random = 4;
    for (int round = 0; round < ROUNDS; round++) {
        char phrases[MOST_PHRASES][32];
        char text[2 * MOST_WORDS + 1];
        struct pdoc__arena arena = {0};
        struct pdoc__phrases tree;
        const size_t count = make_phrases(phrases, &random);
        const size_t words = 1 + next_random(&random) % MOST_WORDS;
        for (size_t word = 0; word < words; word++) {
            text[2 * word] = (char)('a' + next_random(&random) % 4); /* one letter more than phrases have */
            text[2 * word + 1] = ' ';
        }
        pdoc__phrases_begin(&tree, &arena);
        for (size_t i = 0; i < count; i++)
            assert_true(pdoc__phrases_add(&tree, phrases[i], (uint32_t)i, NULL));
        found = (struct spans){.phrases = &tree};
        const struct pdoc__finder finder = {.counts = all_count, .found = take, .context = &found};
        assert_true(pdoc__phrases_find(&tree, text, 2 * words, &finder, NULL));
        find_slowly(phrases, count, text, words, &expected);
        qsort(found.items, found.count, sizeof *found.items, by_place);
        qsort(expected.items, expected.count, sizeof *expected.items, by_place);
        assert_int_equal(found.count, expected.count);
        for (size_t i = 0; i < found.count; i++)
            assert_int_equal(by_place(&found.items[i], &expected.items[i]), 0);
        all += found.count;
        for (uint32_t owner = 0; owner < count; owner++) {
            size_t last;
            bool is_there = false;
            for (size_t word = 0; word < words && !is_there; word++)
                is_there = lies_at(phrases[owner], text, word, words, &last);
            assert_int_equal(pdoc__phrases_any(&tree, text, 2 * words, is_owner, &owner), is_there);
        }
        pdoc__phrases_free(&tree);
        pdoc__arena_free(&arena);
    }
    assert_true(all > ROUNDS); /* it was not silence that was compared */
}

static void the_length_of_a_phrase_is_that_of_its_words(void **state)
{
    (void)state;
    assert_int_equal(pdoc__phrase_length("step-by-step"), 3);
    assert_int_equal(pdoc__phrase_length("this * policy"), 3);
    assert_int_equal(pdoc__phrase_length("it\xe2\x80\x99s"), 2);
    assert_int_equal(pdoc__phrase_length("caf\xc3\xa9"), 1);
    assert_int_equal(pdoc__phrase_length("* policy"), 0);
    assert_int_equal(pdoc__phrase_length(""), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_pass_finds_what_a_slow_search_finds),
        cmocka_unit_test(the_length_of_a_phrase_is_that_of_its_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
