/* SPDX-License-Identifier: MIT */
/* Placeholders that were never filled in: TBC, xx, [Name], "insert date". One pass over a text; knows no documents. */
#include <string.h>

#include "base/text.h"
#include "governance/audit/audit.h"

#define LONGEST 80u /* bytes of a placeholder; so that no text is looked through again and again */

/* What begins a placeholder between brackets. A bracket around anything else, an abbreviation or a number of a source,
   is none. */
static const char *const bracketed[] = {
    "insert", "enter ", "add ",  "type ", "name]",    "name>",    "name of ", "date]",  "date>", "date of ",
    "title]", "title>", "post]", "role]", "your ", "job title", "organisation]", "organisation name", "xx", "tbc", "tba", "tbd",
    "to be confirmed", "to be added", "number]", "dd/mm", "email]", "address]",
};

/* What follows a plain "Insert" that is no ordinary sentence. */
static const char *const inserted[] = {"name", "date", "title", "number", "link", "here", "logo", "text", "organisation",
                                       "details", "hyperlink", "post"};

static bool is_word_byte(char byte)
{
    char letter = pdoc__lower(byte);
    return (letter >= 'a' && letter <= 'z') || pdoc__is_digit(byte) || (unsigned char)byte >= 0x80;
}

static bool starts_with(const char *text, const char *word)
{
    for (; *word; text++, word++)
        if (pdoc__lower(*text) != *word)
            return false;
    return true;
}

static bool begins_word(const char *text, const char *at)
{
    return at == text || !is_word_byte(at[-1]);
}

static size_t ends_word(const char *at, size_t size)
{
    return is_word_byte(at[size]) ? 0 : size;
}

/* [Name], <insert date>: bytes up to the closing bracket; 0 if it is none. */
static size_t in_brackets(const char *at)
{
    for (size_t i = 0; i < sizeof bracketed / sizeof *bracketed; i++) {
        if (!starts_with(at + 1, bracketed[i]))
            continue;
        const char close = *at == '[' ? ']' : '>';
        for (size_t size = 1; size < LONGEST && at[size]; size++)
            if (at[size] == close)
                return size + 1;
        return 0;
    }
    return 0;
}

/* TBC, TBA, TBD, all in one letter case; `at` is the second letter. */
static size_t to_be(const char *text, const char *at)
{
    if (at == text || !at[1])
        return 0;
    char first = at[-1];
    char last = at[1];
    bool upper = *at == 'B' && first == 'T' && (last == 'C' || last == 'A' || last == 'D');
    bool lower = *at == 'b' && first == 't' && (last == 'c' || last == 'a' || last == 'd');
    return (upper || lower) && begins_word(text, at - 1) ? ends_word(at - 1, 3) : 0;
}

/* "xx", "xxx", "XX/XX/20XX", "XXXX". XX and XXX alone are numbers of chapters, too. */
static size_t crosses(const char *text, const char *at, bool is_cell)
{
    size_t size = 0;
    if (!begins_word(text, at))
        return 0;
    while (at[size] == *at)
        size++;
    if (size < 2)
        return 0;
    bool in_date = at[size] == '/' && (at[size + 1] == 'x' || at[size + 1] == 'X');
    if (in_date) {
        while (size < LONGEST && (at[size] == 'x' || at[size] == 'X' || at[size] == '/' || pdoc__is_digit(at[size])))
            size++;
        return ends_word(at, size);
    }
    bool may_be_number = *at == 'X' && size < 4 && !(is_cell && at == text && at[size] == '\0');
    return may_be_number ? 0 : ends_word(at, size);
}

static size_t after_insert(const char *text, const char *at)
{
    if (!starts_with(at, "insert ") || !begins_word(text, at))
        return 0;
    for (size_t i = 0; i < sizeof inserted / sizeof *inserted; i++)
        if (starts_with(at + 7, inserted[i]))
            return ends_word(at, 7 + strlen(inserted[i]));
    return 0;
}

static size_t placeholder_at(const char *text, const char *at, bool is_cell)
{
    switch (*at) {
    case '[':
    case '<':
        return in_brackets(at);
    case 'b':
    case 'B':
        return to_be(text, at);
    case 'x':
    case 'X':
        return crosses(text, at, is_cell);
    default:
        return after_insert(text, at);
    }
}

/* Bytes that are rare in prose, and part of every placeholder. */
static const char rare[] = "[<bBxXI";

enum { PIECE = 16 };

/* Marks where a placeholder may begin, or have its second letter. A false alarm costs no more than time. Every letter
   is looked at in the same way, so that a compiler can look at all together. One letter more is read. */
static inline void mark_piece(const char *letters, unsigned char marks[PIECE])
{
    for (size_t i = 0; i < PIECE; i++) {
        const unsigned char letter = (unsigned char)letters[i];
        const unsigned char low = letter | 0x20;
        const unsigned char next = (unsigned char)letters[i + 1] | 0x20;
        const bool is_pair =
            ((low == 't') & (next == 'b')) | ((low == 'x') & (next == 'x')) | ((letter == 'I') & (next == 'n'));
        const bool may_hold = (letter == '[') | (letter == '<') | is_pair;
        marks[i] |= may_hold ? 0xFF : 0;
    }
}

/* Of nearly all long texts that is enough. The last piece begins earlier, where it is a whole one. */
static bool text_may_hold(const char *text, size_t size)
{
    unsigned char marks[PIECE] = {0};
    uint64_t halves[2];
    if (size < PIECE)
        return true;
    mark_piece(text + size - PIECE, marks);
    for (size_t i = 0; i + PIECE < size; i += PIECE)
        mark_piece(text + i, marks);
    memcpy(halves, marks, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

const char *pdoc__placeholder(const char *text, bool is_cell, size_t *size)
{
    *size = 0;
    if (is_cell && starts_with(text, "insert ")) {
        *size = strlen(text);
        return text;
    }
    if (!text_may_hold(text, strlen(text)))
        return NULL;
    for (const char *at = text + strcspn(text, rare); *at; at += 1 + strcspn(at + 1, rare)) {
        *size = placeholder_at(text, at, is_cell);
        if (*size > 0)
            return *at == 'b' || *at == 'B' ? at - 1 : at;
    }
    return NULL;
}
