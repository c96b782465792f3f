/* SPDX-License-Identifier: MIT */
/* Small questions about text. UTF-8 throughout; letter case is that of ASCII, whatever the locale. */
#ifndef PDOC_BASE_TEXT_H
#define PDOC_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool pdoc__utf8_is_valid(const char *text, size_t size); /* well-formed, and all characters allowed in XML 1.0 */
void pdoc__utf8_repair(char *text); /* puts ? for every byte that is part of no such character */
bool pdoc__text_equal(const char *left, const char *right);  /* NULL equals NULL only */
bool pdoc__text_same(const char *left, const char *right); /* letter case and runs of spaces do not matter */
bool pdoc__text_contains(const char *text, const char *words); /* letter case does not matter */
bool pdoc__text_matches(const char *text, const char *pattern); /* the whole text; * any run, ? one character, case matters */
bool pdoc__text_is_space(const char *text, size_t size); /* XML white space only */
uint64_t pdoc__text_hash(const char *text, size_t size);
/* Letters to add, drop or change to make one word of the other; both are at most PDOC__LONGEST_COMPARED bytes. */
#define PDOC__LONGEST_COMPARED 60u
size_t pdoc__text_distance(const char *left, const char *right);
/* Makes a text what pdoc__text_same compares, in place: lower case, single spaces, none at the ends. */
void pdoc__text_fold(char *text);
/* Hash of the text as pdoc__text_same sees it. */
uint64_t pdoc__text_hash_folded(const char *text);

/* Asked of every letter that is read, so they are part of who asks. */
static inline char pdoc__lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter + ('a' - 'A')) : letter;
}

static inline bool pdoc__is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

#endif
