/* SPDX-License-Identifier: MIT */
/* The words of a text, one after the other: where each lies, on which line, and whether a sentence ended before it. */
#ifndef PDOC_GOVERNANCE_CLASSIFYING_WORDS_H
#define PDOC_GOVERNANCE_CLASSIFYING_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { PDOC__LETTER = 1, PDOC__GAP = 0, PDOC__STOP = 2, PDOC__LINE_END = 3, PDOC__MARKS = 4 };
/* What each byte is. Marks begin a character of two or three bytes that may be a quotation mark, dash or space. */
extern const uint8_t pdoc__byte_kinds[256];

struct pdoc__words {
    const unsigned char *start;
    const unsigned char *end;
    const unsigned char *at;
    const unsigned char *word; /* the word at hand, up to `at` */
    uint64_t shape;            /* of its first letters and its length: words that differ in it differ */
    uint32_t line;             /* of it, from 1 */
    bool is_start;             /* of a sentence or paragraph */
};

static inline void pdoc__words_begin(struct pdoc__words *words, const char *text, size_t size)
{
    const unsigned char *start = (const unsigned char *)text;
    *words = (struct pdoc__words){.start = start, .end = start + size, .at = start, .line = 1, .is_start = true};
}

/* Bytes of a mark (quotation marks, dashes, spaces of Unicode) at `at`; 0: it is part of a word. */
static inline size_t pdoc__mark_size(const unsigned char *at, const unsigned char *end)
{
    const size_t left = (size_t)(end - at);
    if (*at == 0xc2) /* U+0080 to U+00BF: controls, no-break space, guillemets */
        return left > 1 && at[1] >= 0x80 && at[1] <= 0xbf ? 2 : 0;
    return left > 2 && (at[1] == 0x80 || at[1] == 0x81) && at[2] >= 0x80 && at[2] <= 0xbf ? 3
                                                                                          : 0; /* U+2000 to U+207F */
}

/* Goes over what lies between words; false at the end of the text. */
static inline bool pdoc__words_skip(struct pdoc__words *words)
{
    const unsigned char *at = words->at;
    unsigned line_ends = 0;
    for (; at < words->end; at++) {
        const unsigned kind = pdoc__byte_kinds[*at];
        if (kind == PDOC__LETTER)
            break;
        if (kind == PDOC__GAP)
            continue;
        if (kind == PDOC__MARKS) {
            const size_t size = pdoc__mark_size(at, words->end);
            if (size == 0)
                break;
            at += size - 1;
        } else if (kind == PDOC__LINE_END) {
            line_ends++;
        } else {
            words->is_start = true;
        }
    }
    words->line += line_ends;
    words->is_start |= line_ends > 1;
    words->at = at;
    return at < words->end;
}

/* The first eight bytes of a word in lower case, and its length, mixed. `letters` holds nothing behind the word. */
static inline uint64_t pdoc__mix_shape(uint64_t letters, size_t size)
{
    letters = ((letters | UINT64_C(0x2020202020202020)) ^ size) * UINT64_C(0x9E3779B97F4A7C15);
    return letters ^ (letters >> 29);
}

/* The same, from bytes: the first of them in the lowest place, whatever the machine. */
static inline uint64_t pdoc__word_shape(const unsigned char *word, size_t size)
{
    uint64_t letters = 0;
    for (size_t i = 0; i < size && i < sizeof letters; i++)
        letters |= (uint64_t)word[i] << (8 * i);
    return pdoc__mix_shape(letters, size);
}

/* One bit, the highest, for each of eight bytes below 80 that is no letter and no digit. */
static inline uint64_t pdoc__no_letters(uint64_t bytes)
{
    const uint64_t each = UINT64_C(0x0101010101010101);
    const uint64_t lower = bytes | each * 0x20;
    const uint64_t letters = (lower + each * (0x80 - 'a')) & ~(lower + each * (0x7f - 'z'));
    const uint64_t digits = (bytes + each * (0x80 - '0')) & ~(bytes + each * (0x7f - '9'));
    return ~(letters | digits) & each * 0x80;
}

/* Most words are plain: eight bytes at a time tell where they end, without a guess at each letter. False where the word
   holds other bytes, or the text ends near: then it must be looked at byte by byte. */
static inline bool pdoc__words_take_plain(struct pdoc__words *words)
{
    const union {
        uint16_t number;
        unsigned char first;
    } order = {.number = 1};
    const uint64_t each = UINT64_C(0x0101010101010101);
    const unsigned char *at = words->at;
    uint64_t first = 0;
    for (size_t size = 0; order.first == 1 && (size_t)(words->end - at) >= sizeof first; size += 8, at += 8) {
        uint64_t bytes;
        memcpy(&bytes, at, sizeof bytes);
        if ((bytes & each * 0x80) != 0)
            return false;
        const uint64_t no_letters = pdoc__no_letters(bytes);
        first = size == 0 ? bytes : first;
        if (no_letters == 0)
            continue;
        const uint64_t before = (no_letters & (0 - no_letters)) - 1; /* bits below the first that is none */
        const size_t more = (size_t)((before & each) * each >> 56) - 1;
        words->at = at + more;
        words->shape = pdoc__mix_shape(size == 0 ? first & (before >> 7) : first, size + more);
        return true;
    }
    return false;
}

/* The next word; false at the end of the text. */
static inline bool pdoc__words_next(struct pdoc__words *words)
{
    words->is_start = words->word == NULL;
    if (!pdoc__words_skip(words))
        return false;
    words->word = words->at;
    if (pdoc__words_take_plain(words))
        return true;
    const unsigned char *at = words->at;
    do {
        at++;
        while (at < words->end && pdoc__byte_kinds[*at] == PDOC__LETTER)
            at++;
    } while (at < words->end && pdoc__byte_kinds[*at] == PDOC__MARKS && pdoc__mark_size(at, words->end) == 0);
    words->at = at;
    words->shape = pdoc__word_shape(words->word, (size_t)(at - words->word));
    return true;
}

#endif
