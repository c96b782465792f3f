/* SPDX-License-Identifier: MIT */
/* Reads JSON (RFC 8259), strictly: no comments, no commas at the end, no control characters, depth and numbers bounded. */
#include "json.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void json_begin(struct json *json, const char *text)
{
    static const char mark[] = "\xEF\xBB\xBF"; /* of byte order: some programs put it before UTF-8 */
    text += strncmp(text, mark, sizeof mark - 1) == 0 ? sizeof mark - 1 : 0;
    *json = (struct json){.start = text, .at = text};
}

bool json_fail(struct json *json, const char *place, const char *format, ...)
{
    if (json->failed)
        return false;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(json->message, sizeof json->message, format, arguments);
    va_end(arguments);
    json->failed = true;
    json->place = place;
    return false;
}

void json_place(const struct json *json, unsigned *line, unsigned *column)
{
    *line = 1;
    *column = 1;
    for (const char *at = json->start; at < json->place; at++) {
        *column = *at == '\n' ? 1 : *column + 1;
        *line += *at == '\n';
    }
}

static void skip_space(struct json *json)
{
    json->at += strspn(json->at, " \t\r\n");
}

static bool unexpected(struct json *json, const char *expected)
{
    const unsigned char letter = (unsigned char)*json->at;
    if (letter == '\0')
        return json_fail(json, json->at, "the file ends here; expected %s", expected);
    if (letter > 0x20 && letter < 0x7f)
        return json_fail(json, json->at, "found '%c'; expected %s", letter, expected);
    return json_fail(json, json->at, "found something else; expected %s", expected);
}

/* ---- strings ---- */

static int hex_digit(char letter)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = letter ? strchr(digits, letter) : NULL;
    return found ? (int)(found - digits) % 16 : -1;
}

/* Four digits behind "\u"; -1 where they are not there. */
static long read_unit(const char *at)
{
    long unit = 0;
    for (int i = 0; i < 4; i++) {
        const int digit = hex_digit(at[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

static char *write_utf8(char *out, unsigned long letter)
{
    static const struct {
        unsigned long below;
        unsigned lead;
        int more;
    } forms[] = {{0x80, 0, 0}, {0x800, 0xc0, 1}, {0x10000, 0xe0, 2}, {0x110000, 0xf0, 3}};
    size_t form = 0;
    while (letter >= forms[form].below)
        form++;
    *out++ = (char)(forms[form].lead | letter >> (6 * forms[form].more));
    for (int i = forms[form].more - 1; i >= 0; i--)
        *out++ = (char)(0x80 | (letter >> (6 * i) & 0x3f));
    return out;
}

/* "\u00e9", or two of them for a letter beyond the first 65,536. `json->at` is behind the "u". */
static char *read_escaped_letter(struct json *json, char *out)
{
    long letter = read_unit(json->at);
    const bool is_high = letter >= 0xd800 && letter < 0xdc00;
    if (letter <= 0 || (letter >= 0xdc00 && letter < 0xe000)) {
        json_fail(json, json->at, "\\u needs four digits of a letter");
        return NULL;
    }
    json->at += 4;
    if (is_high) {
        const long low = json->at[0] == '\\' && json->at[1] == 'u' ? read_unit(json->at + 2) : -1;
        if (low < 0xdc00 || low >= 0xe000) {
            json_fail(json, json->at, "half a letter; expected the other half, such as \\udc00");
            return NULL;
        }
        letter = 0x10000 + ((letter - 0xd800) << 10) + (low - 0xdc00);
        json->at += 6;
    }
    return write_utf8(out, (unsigned long)letter);
}

static char *read_escape(struct json *json, char *out)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char meant[] = "\"\\/\b\f\n\r\t";
    const char letter = *++json->at;
    const char *found = letter ? strchr(letters, letter) : NULL;
    if (letter == 'u') {
        json->at++;
        return read_escaped_letter(json, out);
    }
    if (!found) {
        json_fail(json, json->at, "an unknown escape in a string");
        return NULL;
    }
    json->at++;
    *out = meant[found - letters];
    return out + 1;
}

/* No letter gets longer by being read. */
static bool read_letters(struct json *json, char *out)
{
    while (out && *json->at != '"') {
        const unsigned char letter = (unsigned char)*json->at;
        if (letter == '\0')
            return json_fail(json, json->at, "the file ends within a string");
        if (letter < 0x20)
            return json_fail(json, json->at, "a control character within a string; is its closing quote missing?");
        if (letter == '\\') {
            out = read_escape(json, out);
            continue;
        }
        *out++ = *json->at++;
    }
    if (!out)
        return false;
    *out = '\0';
    json->at++;
    return true;
}

/* Where the string that begins here may end at the latest. */
static size_t longest(const char *at)
{
    size_t size = 0;
    while (at[size] && at[size] != '"')
        size += at[size] == '\\' && at[size + 1] ? 2 : 1;
    return size;
}

char *json_string(struct json *json)
{
    skip_space(json);
    if (json->failed || *json->at != '"') {
        unexpected(json, "a string in double quotes");
        return NULL;
    }
    json->at++;
    char *text = malloc(longest(json->at) + 1);
    if (!text) {
        json_fail(json, json->at, "memory ran out");
        return NULL;
    }
    if (read_letters(json, text))
        return text;
    free(text);
    return NULL;
}

/* ---- structure ---- */

bool json_open(struct json *json, char bracket)
{
    skip_space(json);
    if (json->failed)
        return false;
    if (*json->at != bracket)
        return unexpected(json, bracket == '{' ? "an object, '{'" : "an array, '['");
    if (++json->depth > JSON_DEPTH)
        return json_fail(json, json->at, "values lie deeper than %d in one another", JSON_DEPTH);
    json->at++;
    return true;
}

/* Is there one more, and is the comma before it there? */
static bool has_next(struct json *json, bool is_first, char bracket)
{
    skip_space(json);
    if (json->failed)
        return false;
    if (*json->at == bracket) {
        json->at++;
        json->depth--;
        return false;
    }
    if (is_first)
        return true;
    if (*json->at != ',')
        return unexpected(json, bracket == '}' ? "',' or '}'" : "',' or ']'");
    json->at++;
    return true;
}

bool json_next_member(struct json *json, bool is_first, char **name)
{
    *name = NULL;
    if (!has_next(json, is_first, '}'))
        return false;
    *name = json_string(json);
    skip_space(json);
    if (*name && *json->at == ':') {
        json->at++;
        return true;
    }
    if (*name)
        unexpected(json, "':'");
    free(*name);
    *name = NULL;
    return false;
}

bool json_next_item(struct json *json, bool is_first)
{
    return has_next(json, is_first, ']');
}

/* ---- what is not asked for ---- */

static bool skip_digits(struct json *json)
{
    const size_t count = strspn(json->at, "0123456789");
    json->at += count;
    return count > 0 || unexpected(json, "a digit");
}

static bool skip_number(struct json *json)
{
    json->at += *json->at == '-';
    const bool is_zero = *json->at == '0';
    if (is_zero)
        json->at++;
    else if (!skip_digits(json))
        return false;
    if (*json->at == '.') {
        json->at++;
        if (!skip_digits(json))
            return false;
    }
    if (*json->at != 'e' && *json->at != 'E')
        return true;
    json->at++;
    json->at += *json->at == '-' || *json->at == '+';
    return skip_digits(json);
}

static bool skip_word(struct json *json)
{
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const size_t size = strlen(words[i]);
        if (strncmp(json->at, words[i], size) != 0)
            continue;
        json->at += size;
        return true;
    }
    return unexpected(json, "a value");
}

static bool skip_object(struct json *json)
{
    char *name = NULL;
    if (!json_open(json, '{'))
        return false;
    for (bool is_first = true; json_next_member(json, is_first, &name); is_first = false) {
        free(name);
        if (!json_skip(json))
            return false;
    }
    return !json->failed;
}

static bool skip_array(struct json *json)
{
    if (!json_open(json, '['))
        return false;
    for (bool is_first = true; json_next_item(json, is_first); is_first = false)
        if (!json_skip(json))
            return false;
    return !json->failed;
}

/* Goes as deep as json_open lets it. */
bool json_skip(struct json *json)
{
    skip_space(json);
    if (json->failed)
        return false;
    if (*json->at == '{')
        return skip_object(json);
    if (*json->at == '[')
        return skip_array(json);
    if (*json->at == '"') {
        free(json_string(json));
        return !json->failed;
    }
    const bool is_number = *json->at == '-' || (*json->at >= '0' && *json->at <= '9');
    return is_number ? skip_number(json) : skip_word(json);
}

bool json_end(struct json *json)
{
    skip_space(json);
    return !json->failed && (*json->at == '\0' || unexpected(json, "the end of the file"));
}
