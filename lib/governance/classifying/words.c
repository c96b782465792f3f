/* SPDX-License-Identifier: MIT */
/* What each byte of a text is to the words of it. */
#include "governance/classifying/words.h"

#define LETTERS_16                                                                                                     \
    PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER,    \
        PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER
#define LETTERS_26                                                                                                     \
    LETTERS_16, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER, PDOC__LETTER,      \
        PDOC__LETTER, PDOC__LETTER, PDOC__LETTER

/* A full stop, question or exclamation mark, colon, semicolon or bar ends what a phrase may go over; so does a page. */
const uint8_t pdoc__byte_kinds[256] = {
    ['0'] = PDOC__LETTER, PDOC__LETTER,       PDOC__LETTER,        PDOC__LETTER,
    PDOC__LETTER,         PDOC__LETTER,       PDOC__LETTER,        PDOC__LETTER,
    PDOC__LETTER,         PDOC__LETTER,       ['A'] = LETTERS_26,  ['a'] = LETTERS_26,
    [0x80] = LETTERS_16,  LETTERS_16,         LETTERS_16,          LETTERS_16,   /* 80 to BF */
    PDOC__LETTER,         PDOC__LETTER,       PDOC__MARKS,         PDOC__LETTER, /* C0 to C3 */
    [0xc4] = LETTERS_16,  PDOC__LETTER,       PDOC__LETTER,        PDOC__LETTER,
    PDOC__LETTER,         PDOC__LETTER,       PDOC__LETTER,        PDOC__LETTER,
    PDOC__LETTER,         PDOC__LETTER,       PDOC__LETTER,        PDOC__LETTER,
    PDOC__LETTER,         PDOC__LETTER,       PDOC__LETTER,        [0xe2] = PDOC__MARKS,
    [0xe3] = LETTERS_16,  PDOC__LETTER,       PDOC__LETTER,        PDOC__LETTER,
    PDOC__LETTER,         PDOC__LETTER,       PDOC__LETTER,        PDOC__LETTER,
    PDOC__LETTER,         PDOC__LETTER,       PDOC__LETTER,        PDOC__LETTER,
    PDOC__LETTER,         PDOC__LETTER, /* F3 to FF */
    ['.'] = PDOC__STOP,   ['?'] = PDOC__STOP, ['!'] = PDOC__STOP,  [':'] = PDOC__STOP,
    [';'] = PDOC__STOP,   ['|'] = PDOC__STOP, ['\f'] = PDOC__STOP, ['\n'] = PDOC__LINE_END,
};
