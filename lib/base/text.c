/* SPDX-License-Identifier: MIT */
/* Small questions about UTF-8 text, the same in every locale. Knows nothing of what the text says. */
#include "base/text.h"

#include <string.h>

#define EVERY_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* White space of XML 1.0. */
static bool is_space(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

static uint64_t eight_bytes(const char *text)
{
    uint64_t word;
    memcpy(&word, text, sizeof word);
    return word;
}

/* True only if all eight bytes are ASCII and none is a control character; a false alarm costs no more than time. */
static bool is_plain(uint64_t word)
{
    return (((word - EVERY_BYTE(0x20)) | word) & EVERY_BYTE(0x80)) == 0;
}

/* Bytes that follow a first byte, and the least code point that needs so many (RFC 3629, 3); -1: not a first byte. */
static int followers(unsigned char first, uint32_t *code, uint32_t *least)
{
    static const struct {
        unsigned char mask, mark;
        int followers;
        uint32_t least;
    } forms[] = {
        {0x80, 0x00, 0, 0},
        {0xE0, 0xC0, 1, 0x80},
        {0xF0, 0xE0, 2, 0x800},
        {0xF8, 0xF0, 3, 0x10000},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if ((first & forms[i].mask) != forms[i].mark)
            continue;
        *code = first & (unsigned char)~forms[i].mask;
        *least = forms[i].least;
        return forms[i].followers;
    }
    return -1;
}

/* Char of XML 1.0, section 2.2. */
static bool is_xml_character(uint32_t code)
{
    if (code < 0x20)
        return code == '\t' || code == '\n' || code == '\r';
    return code <= 0xD7FF || (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

/* Bytes of the character that begins at text; 0 if it is not well-formed or not allowed. */
static size_t character_size(const char *text, size_t size)
{
    uint32_t code = 0, least = 0;
    const int count = followers((unsigned char)text[0], &code, &least);
    if (count < 0 || (size_t)count >= size)
        return 0;
    for (int i = 1; i <= count; i++) {
        const unsigned char byte = (unsigned char)text[i];
        if ((byte & 0xC0) != 0x80)
            return 0;
        code = code << 6 | (byte & 0x3F);
    }
    return code >= least && is_xml_character(code) ? (size_t)count + 1 : 0;
}

static const char *skip_spaces(const char *text)
{
    while (is_space(*text))
        text++;
    return text;
}

/* The next letter as pdoc__text_same sees it, 0 at the end; the first call needs a text without leading spaces. */
static char next_folded(const char **at)
{
    const char letter = **at;
    if ((unsigned char)letter > ' ') { /* nearly all of them */
        (*at)++;
        return pdoc__lower(letter);
    }
    if (!is_space(letter)) {
        *at += letter != '\0';
        return letter;
    }
    *at = skip_spaces(*at);
    return **at ? ' ' : '\0';
}

/* Both halves of a product, xored: every bit of the two words moves many bits of the result. */
#ifdef __SIZEOF_INT128__
__extension__ typedef unsigned __int128 product;

static uint64_t fold_product(uint64_t left, uint64_t right)
{
    const product both = (product)left * right;
    return (uint64_t)(both >> 64) ^ (uint64_t)both;
}
#else
static uint64_t fold_product(uint64_t left, uint64_t right)
{
    const uint64_t left_high = left >> 32, left_low = (uint32_t)left;
    const uint64_t right_high = right >> 32, right_low = (uint32_t)right;
    const uint64_t low = left_low * right_low;
    const uint64_t middle = left_high * right_low + (low >> 32);
    const uint64_t cross = left_low * right_high + (uint32_t)middle;
    const uint64_t high = left_high * right_high + (middle >> 32) + (cross >> 32);
    return high ^ (cross << 32 | (uint32_t)low);
}
#endif

/* Where the library was loaded: not known to who writes a file, so that nobody can prepare texts of equal hash.
   Only tables in memory depend on it, and nothing walks these in the order of their slots. */
static uint64_t secret(void)
{
    static const char somewhere;
    return (uint64_t)(uintptr_t)&somewhere * UINT64_C(0xD6E8FEB86659FD93);
}

bool pdoc__utf8_is_valid(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size) {
        if (size - at >= 8 && is_plain(eight_bytes(text + at))) {
            at += 8;
            continue;
        }
        const size_t character = character_size(text + at, size - at);
        if (!character)
            return false;
        at += character;
    }
    return true;
}

void pdoc__utf8_repair(char *text)
{
    size_t left = strlen(text);
    while (left) {
        size_t size = character_size(text, left);
        if (!size) {
            *text = '?';
            size = 1;
        }
        text += size;
        left -= size;
    }
}

bool pdoc__text_equal(const char *left, const char *right)
{
    return left == right || (left && right && strcmp(left, right) == 0);
}

bool pdoc__text_same(const char *left, const char *right)
{
    if (!left || !right)
        return left == right;
    left = skip_spaces(left);
    right = skip_spaces(right);
    for (;;) {
        const char letter = next_folded(&left);
        if (letter != next_folded(&right))
            return false;
        if (!letter)
            return true;
    }
}

bool pdoc__text_contains(const char *text, const char *words)
{
    if (!text || !words)
        return false;
    for (;; text++) {
        size_t i = 0;
        while (words[i] && pdoc__lower(text[i]) == pdoc__lower(words[i]))
            i++;
        if (!words[i])
            return true;
        if (!*text)
            return false;
    }
}

/* Steps over one character, well-formed or not. */
static const char *after_character(const char *text)
{
    text++;
    while (((unsigned char)*text & 0xC0) == 0x80)
        text++;
    return text;
}

bool pdoc__text_matches(const char *text, const char *pattern)
{
    if (!text || !pattern)
        return false;
    const char *star = NULL;  /* behind the last star; going back to an earlier one can never help */
    const char *retry = NULL; /* the text from where that star may take one more character */
    while (*text) {
        if (*pattern == '*') {
            star = ++pattern;
            retry = text;
            if (!*pattern)
                return true;
        } else if (*pattern == '?') {
            pattern++;
            text = after_character(text);
        } else if (*pattern && *pattern == *text) {
            pattern++;
            text++;
        } else if (star) {
            pattern = star;
            text = retry = after_character(retry);
        } else {
            return false;
        }
    }
    while (*pattern == '*')
        pattern++;
    return !*pattern;
}

/* The layout of a file is a line's end and blanks: that is seen at one blow. */
static const char layout[] = "\n                                                                ";

bool pdoc__text_is_space(const char *text, size_t size)
{
    if (size < sizeof layout && memcmp(text, layout, size) == 0)
        return true;
    for (size_t i = 0; i < size; i++)
        if (!is_space(text[i]))
            return false;
    return true;
}

/* Fewer than eight bytes as one word; parts may overlap, because the size is part of the hash too. */
static uint64_t few_bytes(const char *text, size_t size)
{
    uint32_t first, last;
    if (size < 4) {
        const unsigned char *bytes = (const unsigned char *)text;
        return size ? (uint64_t)bytes[0] << 16 | (uint64_t)bytes[size / 2] << 8 | bytes[size - 1] : 0;
    }
    memcpy(&first, text, sizeof first);
    memcpy(&last, text + size - sizeof last, sizeof last);
    return (uint64_t)first << 32 | last;
}

uint64_t pdoc__text_hash(const char *text, size_t size)
{
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = secret() ^ size;
    size_t left = size;
    for (; left > 8; left -= 8, text += 8)
        hash = fold_product(hash ^ eight_bytes(text), odd ^ secret());
    const uint64_t last = size < 8 ? few_bytes(text, size) : eight_bytes(text + left - 8);
    return fold_product(hash ^ last, odd ^ secret());
}

void pdoc__text_fold(char *text)
{
    const char *from = skip_spaces(text);
    char letter;
    while ((letter = next_folded(&from)) != '\0')
        *text++ = letter;
    *text = '\0';
}

/* Eight letters in lower case at once: the high bit of a sum tells whether a byte reaches A, and passes Z. */
static uint64_t lower_eight(uint64_t letters)
{
    const uint64_t low = letters & EVERY_BYTE(0x7F);
    const uint64_t is_upper = (low + EVERY_BYTE(0x80 - 'A')) & ~(low + EVERY_BYTE(0x7F - 'Z'));
    return letters | (is_upper & ~letters & EVERY_BYTE(0x80)) >> 2;
}

/* High bits where eight letters hold a control character, or a space behind another one. */
static uint64_t untidy_eight(uint64_t letters)
{
    const uint64_t high = EVERY_BYTE(0x80);
    const uint64_t low = letters & EVERY_BYTE(0x7F);
    const uint64_t is_control = ~(low + EVERY_BYTE(0x80 - ' ')) & ~letters & high;
    const uint64_t others = letters ^ EVERY_BYTE(' ');
    const uint64_t is_space = ~(((others & EVERY_BYTE(0x7F)) + EVERY_BYTE(0x7F)) | others) & high;
    return is_control | (is_space & is_space << 8);
}

/* Letters go into the hash by sixteen; a last piece that is shorter is filled up with zeros, which no text holds. */
static uint64_t add_letters(uint64_t hash, uint64_t first, uint64_t second)
{
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15) ^ secret();
    return fold_product(hash ^ lower_eight(first), odd ^ lower_eight(second));
}

/* Where spaces are single, and only between words, there is nothing to fold but the letter case: false if they are not.
   Short texts are not looked at. Seven letters after seven are tested, with the first of the next ones. */
static bool hash_tidy(const char *text, size_t size, uint64_t *hash)
{
    if (size < 8 || text[0] == ' ' || text[size - 1] == ' ')
        return false;
    uint64_t untidy = untidy_eight(eight_bytes(text + size - 8));
    for (size_t i = 0; i + 8 < size; i += 7)
        untidy |= untidy_eight(eight_bytes(text + i));
    if (untidy)
        return false;
    for (; size >= 16; size -= 16, text += 16)
        *hash = add_letters(*hash, eight_bytes(text), eight_bytes(text + 8));
    char letters[16] = {0};
    memcpy(letters, text, size);
    if (size > 0)
        *hash = add_letters(*hash, eight_bytes(letters), eight_bytes(letters + 8));
    return true;
}

uint64_t pdoc__text_hash_folded(const char *text)
{
    uint64_t hash = secret();
    if (hash_tidy(text, strlen(text), &hash))
        return hash;
    size_t count = 16;
    for (text = skip_spaces(text); count == 16;) {
        char letters[16] = {0};
        for (count = 0; count < 16 && (letters[count] = next_folded(&text)) != '\0';)
            count++;
        if (count > 0)
            hash = add_letters(hash, eight_bytes(letters), eight_bytes(letters + 8));
    }
    return hash;
}

static size_t least_of(size_t a, size_t b, size_t c)
{
    const size_t less = a < b ? a : b;
    return less < c ? less : c;
}

size_t pdoc__text_distance(const char *left, const char *right)
{
    size_t row[PDOC__LONGEST_COMPARED + 1];
    const size_t width = strlen(right);
    for (size_t i = 0; i <= width; i++)
        row[i] = i;
    for (size_t i = 0; left[i]; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < width; j++) {
            const size_t change = diagonal + (left[i] != right[j]);
            diagonal = row[j + 1];
            row[j + 1] = least_of(row[j + 1] + 1, row[j] + 1, change);
        }
    }
    return row[width];
}
