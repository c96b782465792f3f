/* SPDX-License-Identifier: MIT */
/* Plain text for people: width of UTF-8, wrapping, colours. Knows nothing of documents. */
#include <string.h>

#include "publish/page.h"

struct range {
    uint32_t first;
    uint32_t last;
};

/* Marks that take no room of their own. */
static const struct range narrow[] = {
    {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x064b, 0x065f}, {0x200b, 0x200d},
    {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff},
};

/* East Asian wide characters and pictographs. */
static const struct range wide[] = {
    {0x1100, 0x115f}, {0x2e80, 0xa4cf}, {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe6f},
    {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1faff}, {0x20000, 0x3fffd},
};

/* What could make a terminal obey or show a line in another order than it is read: C1 controls and the marks that
   override the direction of writing. */
static const struct range harmful[] = {{0x7f, 0x9f}, {0x202a, 0x202e}, {0x2066, 0x2069}};

#define IS_IN(code, table) is_in(code, table, sizeof(table) / sizeof *(table))

static bool is_in(uint32_t code, const struct range *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (code >= table[i].first && code <= table[i].last)
            return true;
    return false;
}

/* Bytes of the character at the start, and its number; a byte that starts none counts as one. */
static size_t character_of(const char *text, size_t size, uint32_t *code)
{
    static const unsigned char masks[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    const unsigned char lead = (unsigned char)text[0];
    size_t length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length > size)
        length = 1;
    *code = length == 1 ? lead : lead & (uint32_t)masks[length];
    for (size_t i = 1; i < length; i++)
        *code = *code << 6 | ((unsigned char)text[i] & 0x3fu);
    return length;
}

static size_t width_of(uint32_t code)
{
    if (code < 0x300)
        return 1;
    return IS_IN(code, narrow) ? 0 : IS_IN(code, wide) ? 2 : 1;
}

static void begin_style(struct pdoc__page *page, enum pdoc__style style)
{
    static const char *const codes[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[32m"};
    if (page->colour)
        pdoc__buffer_text(page->out, codes[style]);
}

static void end_style(struct pdoc__page *page, enum pdoc__style style)
{
    if (page->colour && style != PDOC__PLAIN)
        pdoc__buffer_text(page->out, "\x1b[0m");
}

static void write_spaces(struct pdoc__page *page, size_t count)
{
    for (size_t i = 0; i < count; i++)
        pdoc__buffer_byte(page->out, ' ');
}

/* Writes what a terminal can take; the number of bytes stays clear of the width, which was measured before. */
static void write_clean(struct pdoc__page *page, const char *text, size_t size)
{
    for (size_t at = 0; at < size;) {
        uint32_t code = 0;
        const size_t length = character_of(text + at, size - at, &code);
        if (code < 0x20)
            pdoc__buffer_byte(page->out, ' ');
        else if (IS_IN(code, harmful))
            pdoc__buffer_text(page->out, "\xef\xbf\xbd"); /* U+FFFD, the replacement character */
        else
            pdoc__buffer_add(page->out, text + at, length);
        at += length;
    }
}

static const char *skip_spaces(const char *text)
{
    while (*text && (unsigned char)*text <= 0x20)
        text++;
    return text;
}

static void write_wrapped(struct pdoc__page *page, enum pdoc__style style, size_t indent, const char *text)
{
    const size_t page_width = pdoc__page_width(page);
    const size_t width = indent + 20 < page_width ? page_width - indent : 20;
    text = skip_spaces(text);
    while (*text) {
        const size_t size = pdoc__text_wrap(text, width);
        begin_style(page, style);
        write_clean(page, text, size);
        end_style(page, style);
        pdoc__page_end(page);
        text = skip_spaces(text + size);
        if (*text)
            write_spaces(page, indent);
    }
}

size_t pdoc__text_width(const char *text, size_t size)
{
    size_t width = 0;
    for (size_t at = 0; at < size;) {
        uint32_t code = 0;
        at += character_of(text + at, size - at, &code);
        width += width_of(code);
    }
    return width;
}

/* Bytes up to the end, as far as one character can need them. */
static size_t bytes_left(const char *text)
{
    size_t size = 0;
    while (size < 4 && text[size])
        size++;
    return size;
}

size_t pdoc__text_fit(const char *text, size_t width)
{
    size_t used = 0;
    size_t last_space = 0;
    size_t at = 0;
    while (text[at]) { /* the whole length may be megabytes, and is of no interest to a line */
        uint32_t code = 0;
        const size_t length = character_of(text + at, bytes_left(text + at), &code);
        if (code <= 0x20)
            last_space = at;
        used += width_of(code);
        if (used > width)
            return last_space > 0 ? last_space : at > 0 ? at : length;
        if (code == '\n' && at > 0)
            return at;
        at += length;
    }
    return at;
}

size_t pdoc__text_wrap(const char *text, size_t width)
{
    const size_t size = pdoc__text_fit(text, width);
    size_t word = 0;
    while (text[word] != '\0' && text[word] != ' ' && text[word] != '\t' && text[word] != '\n')
        word++; /* not strcspn: a sanitizer measures the whole text at each call, and cells may be megabytes long */
    return word > size ? word : size;
}

size_t pdoc__text_shown(const char *text, bool *is_cut)
{
    size_t at = 0;
    size_t cut = 0;
    for (size_t count = 0; text[at] && count <= PDOC__LONGEST_SHOWN; count++) {
        uint32_t code = 0;
        if (count == PDOC__LONGEST_SHOWN - 3)
            cut = at;
        at += character_of(text + at, bytes_left(text + at), &code);
        if (count == PDOC__LONGEST_SHOWN) {
            *is_cut = true;
            return cut;
        }
    }
    *is_cut = false;
    return at;
}

void pdoc__page_shown(struct pdoc__page *page, const char *lead, size_t indent, const char *text)
{
    struct pdoc__buffer words = {0};
    bool is_cut = false;
    pdoc__buffer_add(&words, text, pdoc__text_shown(text, &is_cut));
    pdoc__buffer_text(&words, is_cut ? "..." : "");
    pdoc__page_block(page, lead, indent, words.data ? words.data : "");
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
}

size_t pdoc__page_width(const struct pdoc__page *page)
{
    return page->width > 0 ? page->width : PDOC__PAGE_WIDTH;
}

void pdoc__page_words(struct pdoc__page *page, enum pdoc__style style, const char *text)
{
    begin_style(page, style);
    write_clean(page, text, strlen(text));
    end_style(page, style);
}

void pdoc__page_end(struct pdoc__page *page)
{
    pdoc__buffer_byte(page->out, '\n');
}

void pdoc__page_block(struct pdoc__page *page, const char *lead, size_t indent, const char *text)
{
    const size_t width = pdoc__text_width(lead, strlen(lead));
    pdoc__page_words(page, PDOC__PLAIN, lead);
    if (!*skip_spaces(text)) {
        pdoc__page_end(page);
        return;
    }
    write_spaces(page, width < indent ? indent - width : 1);
    write_wrapped(page, PDOC__PLAIN, indent, text);
}

void pdoc__page_styled(struct pdoc__page *page, enum pdoc__style style, size_t indent, const char *text)
{
    write_spaces(page, indent);
    write_wrapped(page, style, indent, text);
}
