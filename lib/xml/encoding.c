/* SPDX-License-Identifier: MIT */
/* Checks the first bytes of a file by our own eyes: parsers differ in what they make of a contradiction (TRUST 0.2). */
#include "xml/encoding.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

enum form { FORM_UTF8, FORM_UTF16_LITTLE, FORM_UTF16_BIG };

/* The sentence is: what was found, then what to do. */
static bool fail(const struct pdoc__input *input, const char *found, const char *advice, pdoc_error **error)
{
    struct pdoc__place place = {.file = input->name, .line = 1, .column = 1};
    pdoc__fail_at(error, PDOC_ERR_SYNTAX, &place, "the file is %s; %s", found, advice);
    return false;
}

static enum form form_of(const unsigned char *bytes, size_t size)
{
    if (size >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
        return FORM_UTF16_LITTLE;
    if (size >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
        return FORM_UTF16_BIG;
    return FORM_UTF8;
}

/* The XML declaration in one byte a letter, NUL-terminated; "" if there is none. */
static void declaration_of(const unsigned char *bytes, size_t size, enum form form, char *out, size_t room)
{
    size_t step = form == FORM_UTF8 ? 1 : 2;
    size_t at = form == FORM_UTF8 ? (size >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0) : 2;
    size_t low = form == FORM_UTF16_BIG ? 1 : 0;
    size_t used = 0;
    for (; at + step <= size && used + 1 < room; at += step) {
        out[used++] = (char)bytes[at + low];
        if (out[used - 1] == '>')
            break;
    }
    out[used] = '\0';
    if (strncmp(out, "<?xml", 5) != 0 || !strchr(" \t\r\n", out[5]) || out[5] == '\0')
        out[0] = '\0';
}

/* Value of a pseudo attribute of the declaration; false if it is not there. */
static bool declared(const char *declaration, const char *name, char *out, size_t room)
{
    const char *at = strstr(declaration, name);
    if (!at)
        return false;
    at += strlen(name);
    at += strspn(at, " \t\r\n");
    if (*at != '=')
        return false;
    at += 1 + strspn(at + 1, " \t\r\n");
    char quote = *at++;
    const char *end = quote == '"' || quote == '\'' ? strchr(at, quote) : NULL;
    if (!end || (size_t)(end - at) >= room)
        return false;
    memcpy(out, at, (size_t)(end - at));
    out[end - at] = '\0';
    return true;
}

static bool encoding_fits(const struct pdoc__input *input, const char *encoding, enum form form, pdoc_error **error)
{
    bool is_utf8 = pdoc__text_same(encoding, "UTF-8") || pdoc__text_same(encoding, "US-ASCII"); /* a part of UTF-8 */
    bool is_utf16 = pdoc__text_same(encoding, "UTF-16") ||
                    (form == FORM_UTF16_LITTLE && pdoc__text_same(encoding, "UTF-16LE")) ||
                    (form == FORM_UTF16_BIG && pdoc__text_same(encoding, "UTF-16BE"));
    if (form == FORM_UTF8 ? is_utf8 : is_utf16)
        return true;
    struct pdoc__place place = {.file = input->name, .line = 1, .column = 1};
    pdoc__fail_at(error, PDOC_ERR_SYNTAX, &place, "the file is %s and says that its encoding is \"%s\"; save it as UTF-8",
                  form == FORM_UTF8 ? "not UTF-16" : "UTF-16", encoding);
    return false;
}

bool pdoc__encoding_is_known(struct pdoc__input *input, pdoc_error **error)
{
    const unsigned char *bytes;
    int64_t got = pdoc__input_peek(input, &bytes);
    if (got < 0) {
        if (error)
            *error = input->error;
        else
            pdoc_error_free(input->error);
        input->error = NULL;
        return false;
    }
    size_t size = (size_t)got;
    if (size == 0)
        return fail(input, "empty", "expected a policydoc file", error);
    enum form form = form_of(bytes, size);
    if (form != FORM_UTF8 && input->limits.is_strict)
        return fail(input, "UTF-16", "save it as UTF-8", error);
    if (form == FORM_UTF8 && memchr(bytes, 0, size))
        return fail(input, "not text, or UTF-16 or UTF-32 without a byte order mark", "save it as UTF-8", error);
    if (form == FORM_UTF8 && !strchr("<\xef \t\r\n", bytes[0])) /* the parser would guess at EBCDIC */
        return fail(input, "not XML", "expected \"<\" as its first character", error);
    char declaration[256];
    char value[64];
    declaration_of(bytes, size, form, declaration, sizeof declaration);
    if (declared(declaration, "version", value, sizeof value) && strcmp(value, "1.0") != 0)
        return fail(input, "not XML 1.0", "expected version=\"1.0\" in its first line", error);
    if (declared(declaration, "encoding", value, sizeof value))
        return encoding_fits(input, value, form, error);
    return true;
}
