/* SPDX-License-Identifier: MIT */
/* Bytes of a table into UTF-8: which encoding they are in, as far as that can be told. */
#include "keeping/csv.h"

#include <string.h>

const char *const pdoc__encodings[] = {
    [PDOC__UTF8] = "UTF-8",
    [PDOC__UTF16_LE] = "UTF-16LE",
    [PDOC__UTF16_BE] = "UTF-16BE",
    [PDOC__WINDOWS_1252] = "Windows-1252",
};

enum { NO_CODE = -1, LOOKED_AT = 512 };

struct bytes {
    const unsigned char *data;
    size_t size;
    size_t at;
};

static const struct {
    const char *mark;
    size_t size;
    enum pdoc__encoding encoding;
} marks[] = {{"\xEF\xBB\xBF", 3, PDOC__UTF8}, {"\xFF\xFE", 2, PDOC__UTF16_LE}, {"\xFE\xFF", 2, PDOC__UTF16_BE}};

/* ---- one letter ---- */

/* What follows the first byte of a letter of UTF-8 (RFC 3629): how many bytes, and the least code with so many. */
static const struct {
    unsigned char mask, mark;
    size_t followers;
    int32_t least;
} forms[] = {{0x80, 0x00, 0, 0}, {0xE0, 0xC0, 1, 0x80}, {0xF0, 0xE0, 2, 0x800}, {0xF8, 0xF0, 3, 0x10000}};
#define FORM_COUNT (sizeof forms / sizeof *forms)

static int32_t next_utf8(struct bytes *bytes)
{
    const unsigned char first = bytes->data[bytes->at];
    size_t form = 0;
    while (form < FORM_COUNT && (first & forms[form].mask) != forms[form].mark)
        form++;
    if (form == FORM_COUNT || forms[form].followers >= bytes->size - bytes->at)
        return NO_CODE;
    int32_t code = first & (unsigned char)~forms[form].mask;
    for (size_t i = 1; i <= forms[form].followers; i++) {
        const unsigned char byte = bytes->data[bytes->at + i];
        if ((byte & 0xC0) != 0x80)
            return NO_CODE;
        code = code << 6 | (byte & 0x3F);
    }
    if (code < forms[form].least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return NO_CODE;
    bytes->at += forms[form].followers + 1;
    return code;
}

static int32_t unit_at(const struct bytes *bytes, size_t at, bool is_big)
{
    return is_big ? bytes->data[at] << 8 | bytes->data[at + 1] : bytes->data[at + 1] << 8 | bytes->data[at];
}

static int32_t next_utf16(struct bytes *bytes, bool is_big)
{
    if (bytes->size - bytes->at < 2)
        return NO_CODE;
    const int32_t first = unit_at(bytes, bytes->at, is_big);
    bytes->at += 2;
    if (first < 0xD800 || first > 0xDFFF)
        return first;
    if (first > 0xDBFF || bytes->size - bytes->at < 2)
        return NO_CODE;
    const int32_t second = unit_at(bytes, bytes->at, is_big);
    if (second < 0xDC00 || second > 0xDFFF)
        return NO_CODE;
    bytes->at += 2;
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
}

/* 0x80 to 0x9F; 0: no letter. The rest is as in Latin-1. */
static const uint16_t windows_letters[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                             0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                             0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                             0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

static int32_t next_windows(struct bytes *bytes)
{
    const unsigned char byte = bytes->data[bytes->at++];
    return byte >= 0x80 && byte <= 0x9F ? windows_letters[byte - 0x80] : byte;
}

static int32_t next_code(struct bytes *bytes, enum pdoc__encoding encoding)
{
    if (encoding == PDOC__UTF8)
        return next_utf8(bytes);
    if (encoding == PDOC__WINDOWS_1252)
        return next_windows(bytes);
    return next_utf16(bytes, encoding == PDOC__UTF16_BE);
}

/* ---- which encoding ---- */

static bool is_utf8(struct bytes bytes)
{
    while (bytes.at < bytes.size)
        if (next_utf8(&bytes) == NO_CODE)
            return false;
    return true;
}

/* Without a mark UTF-16 shows by its zeros: a table has letters, commas and line ends of ASCII, on one side only. */
static bool looks_like_utf16(const struct bytes *bytes, enum pdoc__encoding *encoding)
{
    size_t zeros[2] = {0, 0};
    const size_t size = bytes->size < LOOKED_AT ? bytes->size & ~(size_t)1 : LOOKED_AT;
    for (size_t i = 0; i < size; i++)
        zeros[i & 1] += bytes->data[i] == 0;
    const bool are_many = (zeros[0] + zeros[1]) * 4 > size; /* more than every other letter */
    if (size < 4 || (zeros[0] > 0) == (zeros[1] > 0) || !are_many)
        return false;
    *encoding = zeros[0] > 0 ? PDOC__UTF16_BE : PDOC__UTF16_LE;
    return true;
}

static enum pdoc__encoding detect(struct bytes *bytes)
{
    enum pdoc__encoding encoding = PDOC__UTF8;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (bytes->size < marks[i].size || memcmp(bytes->data, marks[i].mark, marks[i].size) != 0)
            continue;
        bytes->at = marks[i].size;
        if (marks[i].encoding != PDOC__UTF8 || is_utf8(*bytes))
            return marks[i].encoding;
    }
    if (looks_like_utf16(bytes, &encoding))
        return encoding;
    return is_utf8(*bytes) ? PDOC__UTF8 : PDOC__WINDOWS_1252;
}

/* ---- into UTF-8 ---- */

/* Char of XML 1.0, section 2.2; a file cannot hold another one. */
static bool is_letter(int32_t code)
{
    return code >= 0x20 ? code <= 0xD7FF || (code >= 0xE000 && code != 0xFFFE && code != 0xFFFF)
                        : code == '\t' || code == '\n' || code == '\r';
}

static void add_letter(struct pdoc__buffer *out, int32_t code)
{
    char bytes[4];
    size_t count = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = count; i-- > 1; code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3F));
    bytes[0] = (char)(leads[count] | code);
    pdoc__buffer_append(out, bytes, count);
}

bool pdoc__csv_decode(struct pdoc__buffer *out, const void *data, size_t size, const char *name,
                      enum pdoc__encoding *encoding, pdoc_error **error)
{
    struct bytes bytes = {.data = data, .size = size};
    struct pdoc__place place = {.file = name, .line = 1};
    *encoding = size > 0 ? detect(&bytes) : PDOC__UTF8;
    while (bytes.at < bytes.size) {
        const int32_t code = next_code(&bytes, *encoding);
        if (code == NO_CODE) {
            pdoc__fail_at(error, PDOC_ERR_FORMAT, &place,
                          "the bytes are no %s, as which the table begins; save it as CSV in UTF-8",
                          pdoc__encodings[*encoding]);
            return false;
        }
        place.line += code == '\n';
        if (is_letter(code) && code != 0)
            add_letter(out, code);
        else
            pdoc__buffer_text(out, PDOC__NO_LETTER);
    }
    if (out->failed)
        pdoc__fail_memory(error);
    return !out->failed;
}
