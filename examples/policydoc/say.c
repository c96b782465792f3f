/* SPDX-License-Identifier: MIT */
/* Messages on standard error, and what a failed call means for the exit code. */
#include "command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct meaning {
    enum outcome reading; /* of a file */
    enum outcome asking;  /* of what the user asked for */
};

/* A file that is broken cannot be read; an expression or offset that is broken is a mistake in the command line. */
static const struct meaning meanings[] = {
    [PDOC_OK] = {OUTCOME_WELL, OUTCOME_WELL},
    [PDOC_ERR_NOMEM] = {OUTCOME_INTERNAL, OUTCOME_INTERNAL},
    [PDOC_ERR_ARGUMENT] = {OUTCOME_INTERNAL, OUTCOME_USAGE},
    [PDOC_ERR_READ] = {OUTCOME_UNREADABLE, OUTCOME_UNREADABLE},
    [PDOC_ERR_SYNTAX] = {OUTCOME_UNREADABLE, OUTCOME_USAGE},
    [PDOC_ERR_FORMAT] = {OUTCOME_NOT_OURS, OUTCOME_USAGE},
    [PDOC_ERR_NEWER] = {OUTCOME_NOT_OURS, OUTCOME_USAGE},
    [PDOC_ERR_INVALID] = {OUTCOME_UNREADABLE, OUTCOME_USAGE},
    [PDOC_ERR_LIMIT] = {OUTCOME_UNREADABLE, OUTCOME_USAGE},
    [PDOC_ERR_WRITE] = {OUTCOME_UNWRITABLE, OUTCOME_UNWRITABLE},
    [PDOC_ERR_BUSY] = {OUTCOME_UNWRITABLE, OUTCOME_UNWRITABLE},
    [PDOC_ERR_CONFLICT] = {OUTCOME_UNWRITABLE, OUTCOME_UNWRITABLE},
    [PDOC_ERR_UNSURE] = {OUTCOME_UNWRITABLE, OUTCOME_UNWRITABLE},
    [PDOC_ERR_NOT_FOUND] = {OUTCOME_UNREADABLE, OUTCOME_NO},
    [PDOC_ERR_JUDGE] = {OUTCOME_INTERNAL, OUTCOME_USAGE},
    [PDOC_ERR_REFUSED] = {OUTCOME_INTERNAL, OUTCOME_NO},
};

enum outcome outcome_of(pdoc_status status, bool while_reading)
{
    if ((size_t)status >= sizeof meanings / sizeof *meanings)
        return OUTCOME_INTERNAL;
    return while_reading ? meanings[status].reading : meanings[status].asking;
}

/* Bytes of the character at the start; 0: it is no UTF-8. */
static size_t character_size(const char *text)
{
    const unsigned char *byte = (const unsigned char *)text;
    const size_t several = byte[0] < 0xc2 || byte[0] > 0xf4 ? 0 : byte[0] < 0xe0 ? 2 : byte[0] < 0xf0 ? 3 : 4;
    const size_t size = byte[0] < 0x80 ? 1 : several;
    for (size_t i = 1; i < size; i++)
        if ((byte[i] & 0xc0) != 0x80)
            return 0;
    const bool is_too_long = (byte[0] == 0xe0 && byte[1] < 0xa0) || (byte[0] == 0xf0 && byte[1] < 0x90);
    const bool is_no_letter = (byte[0] == 0xed && byte[1] >= 0xa0) || (byte[0] == 0xf4 && byte[1] >= 0x90);
    return is_too_long || is_no_letter ? 0 : size;
}

bool is_utf8(const char *text)
{
    while (*text) {
        const size_t size = character_size(text);
        if (size == 0)
            return false;
        text += size;
    }
    return true;
}

/* Texts of a file end up in messages; a terminal must not obey them: C0 controls and the C1 ones, which are C2 80 to
   C2 9F in UTF-8. A byte that is no UTF-8 is written as \xNN. Returns the end; `out` has four bytes for each of `text`. */
static char *write_plain(char *out, const char *text)
{
    static const char digits[] = "0123456789abcdef";
    while (*text) {
        const unsigned char byte = (unsigned char)*text;
        const size_t size = character_size(text);
        const bool is_c1 = byte == 0xc2 && (unsigned char)text[1] <= 0x9f;
        if (size == 0) {
            const char escaped[] = {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
            memcpy(out, escaped, sizeof escaped);
            out += sizeof escaped;
        } else if ((byte < 0x20 && byte != '\n') || byte == 0x7f || is_c1) {
            *out++ = '?';
        } else {
            memcpy(out, text, size);
            out += size;
        }
        text += size > 0 ? size : 1;
    }
    return out;
}

bool put_plain_line(FILE *file, const char *lead, const char *text)
{
    const size_t lead_size = strlen(lead);
    char *line = malloc(lead_size + strlen(text) * 4 + 1);
    if (!line) {
        errno = ENOMEM;
        return false;
    }
    memcpy(line, lead, lead_size);
    char *end = write_plain(line + lead_size, text);
    *end++ = '\n';
    const size_t size = (size_t)(end - line);
    const bool is_written = fwrite(line, 1, size, file) == size; /* at once: other commands may write there, too */
    free(line);
    return is_written;
}

void say(const char *format, ...)
{
    char text[PLACE_SIZE * 2];
    va_list arguments;
    va_start(arguments, format);
    const int size = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    (void)put_plain_line(stderr, "policydoc: ", size < 0 ? format : text);
}

char *place_of(const pdoc_error *error, const char *file, char *buffer)
{
    const unsigned line = (unsigned)pdoc_error_line(error);
    const unsigned column = (unsigned)pdoc_error_column(error);
    const char *name = pdoc_error_file(error) ? pdoc_error_file(error) : file;
    buffer[0] = '\0';
    if (name && line > 0 && column > 0)
        snprintf(buffer, PLACE_SIZE, "%s:%u:%u: ", name, line, column);
    else if (name && line > 0)
        snprintf(buffer, PLACE_SIZE, "%s:%u: ", name, line);
    else if (name)
        snprintf(buffer, PLACE_SIZE, "%s: ", name);
    else if (column > 0) /* of an expression on the command line */
        snprintf(buffer, PLACE_SIZE, "column %u: ", column);
    return buffer;
}

void say_errors(const pdoc_error *error)
{
    char place[PLACE_SIZE];
    for (; error; error = pdoc_error_next(error))
        say("%s%s", place_of(error, NULL, place), pdoc_error_message(error));
}

enum outcome fail_reading(pdoc_error *error)
{
    const enum outcome outcome = outcome_of(pdoc_error_status(error), true);
    say_errors(error);
    pdoc_error_free(error);
    return outcome;
}

enum outcome fail_asking(pdoc_error *error)
{
    /* What stands in a file is no mistake of who asks, though it comes to light only then. */
    const enum outcome outcome = outcome_of(pdoc_error_status(error), pdoc_error_line(error) > 0);
    say_errors(error);
    pdoc_error_free(error);
    return outcome;
}

/* The expression, and a caret under its character `column`. One with what a terminal would obey is not repeated. */
static void point_at(const char *expression, size_t column)
{
    for (const char *at = expression; *at; at++)
        if ((unsigned char)*at < 0x20 || *at == 0x7f)
            return;
    (void)put_plain_line(stderr, "  ", expression);
    fprintf(stderr, "  %*s^\n", (int)column - 1, "");
}

enum outcome fail_expression(pdoc_error *error, const char *option, const char *expression)
{
    const size_t column = pdoc_error_column(error);
    const enum outcome outcome = outcome_of(pdoc_error_status(error), false);
    if (column == 0 || !expression || pdoc_error_file(error))
        return fail_asking(error);
    say("--%s, column %zu: %s", option, column, pdoc_error_message(error));
    if (isatty(STDERR_FILENO))
        point_at(expression, column);
    pdoc_error_free(error);
    return outcome;
}
