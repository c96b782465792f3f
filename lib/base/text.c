/* SPDX-License-Identifier: MIT */
/* Small questions about text. Letter case is that of ASCII, whatever the locale. */
#include "base/text.h"

#include <string.h>

char pdoc__lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter + ('a' - 'A')) : letter;
}

bool pdoc__is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

static bool is_space(char letter)
{
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
}

/* Bytes that follow a lead byte, and the lowest code point that needs so many; 4 where it is none. */
static size_t followers(unsigned char lead, uint32_t *lowest, uint32_t *bits)
{
    static const struct {
        unsigned char mask, value, payload;
        uint32_t lowest;
    } leads[] = {{0xe0, 0xc0, 0x1f, 0x80}, {0xf0, 0xe0, 0x0f, 0x800}, {0xf8, 0xf0, 0x07, 0x10000}};
    for (size_t i = 0; i < 3; i++) {
        if ((lead & leads[i].mask) != leads[i].value)
            continue;
        *lowest = leads[i].lowest;
        *bits = lead & leads[i].payload;
        return i + 1;
    }
    return 4;
}

/* Length of the letter at `text`, or 0 if it is none that XML 1.0 allows. */
static size_t letter_length(const unsigned char *text, size_t left)
{
    uint32_t lowest = 0;
    uint32_t point = 0;
    if (text[0] < 0x80)
        return text[0] >= 0x20 || is_space((char)text[0]) ? 1 : 0;
    size_t more = followers(text[0], &lowest, &point);
    if (more > 3 || more >= left)
        return 0;
    for (size_t i = 1; i <= more; i++) {
        if ((text[i] & 0xc0u) != 0x80u)
            return 0;
        point = point << 6 | (text[i] & 0x3fu);
    }
    bool allowed = point >= lowest && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) && point != 0xfffe &&
                   point != 0xffff;
    return allowed ? more + 1 : 0;
}

bool pdoc__utf8_is_valid(const char *text, size_t size)
{
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t at = 0; at < size;) {
        size_t length = letter_length(bytes + at, size - at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

bool pdoc__text_equal(const char *left, const char *right)
{
    return left == right || (left && right && strcmp(left, right) == 0);
}

/* One letter of a text as folded: 0 at its end. Runs of spaces are one space; those at the ends are none. */
static char next_folded(const char **at, bool *started)
{
    bool spaced = false;
    while (is_space(**at)) {
        spaced = true;
        (*at)++;
    }
    if (**at == '\0')
        return '\0';
    if (spaced && *started) {
        *started = true;
        return ' ';
    }
    *started = true;
    return pdoc__lower(*(*at)++);
}

bool pdoc__text_same(const char *left, const char *right)
{
    if (!left || !right)
        return left == right;
    bool left_started = false;
    bool right_started = false;
    for (;;) {
        char a = next_folded(&left, &left_started);
        char b = next_folded(&right, &right_started);
        if (a != b)
            return false;
        if (a == '\0')
            return true;
    }
}

void pdoc__text_fold(char *text)
{
    const char *at = text;
    bool started = false;
    char letter;
    while ((letter = next_folded(&at, &started)) != '\0')
        *text++ = letter;
    *text = '\0';
}

bool pdoc__text_contains(const char *text, const char *words)
{
    if (!text || !words)
        return false;
    for (; ; text++) {
        size_t i = 0;
        while (words[i] && pdoc__lower(text[i]) == pdoc__lower(words[i]))
            i++;
        if (!words[i])
            return true;
        if (!*text)
            return false;
    }
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xc0u) == 0x80u;
}

bool pdoc__text_matches(const char *text, const char *pattern)
{
    const char *star = NULL; /* behind the last "*", and where its run ends now */
    const char *run = NULL;
    if (!text || !pattern)
        return false;
    while (*text) {
        if (*pattern == '*') {
            star = ++pattern;
            run = text;
        } else if (*pattern == '?') {
            pattern++;
            text++;
            while (is_continuation(*text))
                text++;
        } else if (*pattern == *text) {
            pattern++;
            text++;
        } else if (star) {
            pattern = star;
            text = ++run;
        } else {
            return false;
        }
    }
    while (*pattern == '*')
        pattern++;
    return *pattern == '\0';
}

bool pdoc__text_is_space(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (!is_space(text[i]))
            return false;
    return true;
}

/* FNV-1a, eight bytes at a time where there are eight: it is on the path of every interned text. */
uint64_t pdoc__text_hash(const char *text, size_t size)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325) ^ size;
    for (; size >= 8; size -= 8, text += 8) {
        uint64_t word;
        memcpy(&word, text, sizeof word);
        hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
        hash ^= hash >> 32;
    }
    for (; size > 0; size--, text++)
        hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    return hash ^ (hash >> 29);
}

uint64_t pdoc__text_hash_folded(const char *text)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    bool started = false;
    char letter;
    while ((letter = next_folded(&text, &started)) != '\0')
        hash = (hash ^ (unsigned char)letter) * UINT64_C(0x100000001b3);
    return hash;
}
