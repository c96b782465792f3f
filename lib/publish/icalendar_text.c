/* SPDX-License-Identifier: MIT */
/* The text of calendar files: escaping, folding, names for UIDs. Knows nothing of events. */
#include "publish/icalendar_text.h"

#include "base/text.h"
#include "publish/page.h"

static bool is_control(char letter)
{
    return ((unsigned char)letter < 0x20 && letter != '\t') || letter == 0x7f;
}

/* Bytes of a line end at the start, whatever system wrote it; 0: there is none. */
static size_t line_end_of(const char *text)
{
    if (text[0] == '\r')
        return text[1] == '\n' ? 2 : 1;
    return text[0] == '\n' ? 1 : 0;
}

void pdoc__icalendar_escape(struct pdoc__buffer *out, const char *text)
{
    while (text && *text) {
        const size_t line_end = line_end_of(text);
        if (line_end > 0)
            pdoc__buffer_text(out, "\\n");
        else if (*text == '\\' || *text == ';' || *text == ',')
            pdoc__buffer_append(out, (const char[]){'\\', *text}, 2);
        else if (!is_control(*text))
            pdoc__buffer_append(out, text, 1);
        text += line_end > 0 ? line_end : 1;
    }
}

static size_t start_of_character(const char *line, size_t at)
{
    while (at > 0 && ((unsigned char)line[at] & 0xc0) == 0x80)
        at--;
    return at;
}

static size_t end_of_character(const char *line, size_t size, size_t at)
{
    do
        at++;
    while (at < size && ((unsigned char)line[at] & 0xc0) == 0x80);
    return at;
}

/* Does the character that starts there belong to the one before: a combining mark, or what follows a joiner? */
static bool is_joined(const char *line, size_t size, size_t at)
{
    static const char joiner[] = "\xe2\x80\x8d"; /* U+200D, which makes one picture of two */
    if (pdoc__text_width(line + at, end_of_character(line, size, at) - at) == 0)
        return true;
    return at >= 3 && memcmp(line + at - 3, joiner, 3) == 0;
}

/* Length of the piece that the rest of a line begins with. */
static size_t piece_of(const char *line, size_t size, size_t room)
{
    if (size <= room)
        return size;
    const size_t whole = start_of_character(line, room);
    size_t kept = whole;
    while (kept > 0 && is_joined(line, size, kept))
        kept = start_of_character(line, kept - 1);
    if (kept > 0)
        return kept;
    return whole > 0 ? whole : room; /* more marks than a line holds; or no UTF-8 at all */
}

void pdoc__icalendar_fold(struct pdoc__buffer *out, const char *line, size_t size)
{
    size_t room = PDOC__ICALENDAR_LINE;
    do {
        const size_t piece = piece_of(line, size, room);
        pdoc__buffer_append(out, line, piece);
        line += piece;
        size -= piece;
        pdoc__buffer_text(out, size > 0 ? "\r\n " : "\r\n");
        room = PDOC__ICALENDAR_LINE - 1; /* the space at the start counts */
    } while (size > 0);
}

static bool is_plain(char letter)
{
    const char lower = pdoc__lower(letter);
    return (lower >= 'a' && lower <= 'z') || pdoc__is_digit(letter) || letter == '-' || letter == '_';
}

void pdoc__icalendar_name(struct pdoc__buffer *out, const char *text)
{
    for (; text && *text; text++) {
        if (is_plain(*text))
            pdoc__buffer_append(out, text, 1);
        else
            pdoc__buffer_format(out, "%%%02X", (unsigned)(unsigned char)*text);
    }
}

/* FNV-1a; the maps' hash of texts differs from run to run. */
uint64_t pdoc__icalendar_mark(uint64_t before, const char *text)
{
    for (; text && *text; text++)
        before = (before ^ (unsigned char)*text) * UINT64_C(1099511628211);
    return (before ^ 0xffu) * UINT64_C(1099511628211); /* the end of a text counts, too: "a", "b" is not "ab", "" */
}
