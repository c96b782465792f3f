/* SPDX-License-Identifier: MIT */
/* Texts in a calendar file: the file g_ics_text. Each is escaped, folded, and unfolded again as a reader does. */
#include "vectors.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "publish/icalendar_text.h"

static void put_character(struct pdoc__buffer *out, uint32_t code)
{
    char bytes[4];
    size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = size; i-- > 1; code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3f));
    bytes[0] = (char)(leads[size] | code);
    pdoc__buffer_add(out, bytes, size);
}

static uint32_t hexadecimal(const char *text)
{
    const char digits[5] = {text[0], text[1], text[2], text[3], '\0'};
    return (uint32_t)strtoul(digits, NULL, 16);
}

/* The number behind \u, of two halves where it is one of them; `*at` stands on the u, and then on the last digit. */
static uint32_t coded_character(const char **at)
{
    uint32_t code = hexadecimal(*at + 1);
    *at += 4;
    if ((code & 0xfc00) != 0xd800 || (*at)[1] != '\\' || (*at)[2] != 'u' || strlen(*at) < 7)
        return code;
    code = 0x10000 + ((code & 0x3ff) << 10 | (hexadecimal(*at + 3) & 0x3ff));
    *at += 6;
    return code;
}

/* What a JSON string says; false if it is none. */
static bool read_json(const char *text, struct pdoc__buffer *out)
{
    static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
    const size_t size = strlen(text);
    if (size < 2 || text[0] != '"' || text[size - 1] != '"')
        return false;
    pdoc__buffer_text(out, "");
    for (const char *at = text + 1; at < text + size - 1; at++) {
        if (*at != '\\') {
            pdoc__buffer_byte(out, *at);
            continue;
        }
        const char *letter = strchr(letters, *++at);
        if (*at == 'u' && strlen(at) > 5)
            put_character(out, coded_character(&at));
        else
            pdoc__buffer_byte(out, letter && *letter ? meant[letter - letters] : *at);
    }
    return !out->failed;
}

/* Takes the folds out in place; what is wrong with one of the lines, or NULL. */
static const char *unfold(char *text)
{
    char *to = text;
    for (const char *line = text; *line;) {
        const char *end = strstr(line, "\r\n");
        if (!end)
            return "a line has no end";
        if (end - line > PDOC__ICALENDAR_LINE)
            return "a line is longer than 75 octets";
        if (!pdoc__utf8_is_valid(line, (size_t)(end - line)))
            return "a line is no UTF-8";
        if (to != text && *line++ != ' ')
            return "a line that goes on does not begin with a space";
        memmove(to, line, (size_t)(end - line));
        to += end - line;
        line = end + 2;
    }
    *to = '\0';
    return NULL;
}

enum answer ask_ics_text(struct row *row)
{
    struct pdoc__buffer text = {0}, expected = {0}, line = {0}, folded = {0};
    enum answer answer = FAILED;
    if (read_json(cell(row, "text_json"), &text) && read_json(cell(row, "summary_line_unfolded_json"), &expected)) {
        pdoc__buffer_text(&line, "SUMMARY:");
        pdoc__icalendar_escape(&line, text.data);
        pdoc__icalendar_fold(&folded, line.data, line.size);
        const char *wrong = unfold(folded.data);
        answer =
            wrong ? because(row, FAILED, wrong, cell(row, "id")) : same_text(row, "line", expected.data, folded.data);
    } else {
        because(row, FAILED, "no JSON texts in", cell(row, "id"));
    }
    pdoc__buffer_free(&text);
    pdoc__buffer_free(&expected);
    pdoc__buffer_free(&line);
    pdoc__buffer_free(&folded);
    return answer;
}
