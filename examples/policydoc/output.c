/* SPDX-License-Identifier: MIT */
/* Data on standard output or in a file; nothing is lost silently. */
#include "command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int first_failure; /* errno of the first line that standard output did not take; 0: none */

static void note_failure(void)
{
    if (first_failure == 0)
        first_failure = errno != 0 ? errno : EIO;
}

static enum outcome write_file(const char *path, const pdoc_text *text)
{
    FILE *file = fopen(path, "wb");
    const size_t size = pdoc_text_size(text);
    bool is_written = file && fwrite(pdoc_text_data(text), 1, size, file) == size;
    int reason = errno;
    if (file && fclose(file) != 0 && is_written) {
        is_written = false;
        reason = errno;
    }
    if (is_written)
        return OUTCOME_WELL;
    say("cannot write %s: %s", path, strerror(reason));
    return OUTCOME_UNWRITABLE;
}

enum outcome print_text(const struct options *options, pdoc_text *text, pdoc_error *error)
{
    enum outcome outcome = OUTCOME_WELL;
    if (!text)
        return fail_asking(error);
    if (options->output && strcmp(options->output, "-") != 0)
        outcome = write_file(options->output, text);
    else if (fwrite(pdoc_text_data(text), 1, pdoc_text_size(text), stdout) != pdoc_text_size(text))
        note_failure();
    pdoc_text_free(text);
    return outcome;
}

void print_line(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *line = size < 0 ? NULL : malloc((size_t)size + 1);
    errno = ENOMEM;
    if (line) {
        va_start(arguments, format);
        vsnprintf(line, (size_t)size + 1, format, arguments);
        va_end(arguments);
    }
    if (!line || !put_plain(stdout, line) || putchar('\n') == EOF)
        note_failure();
    free(line);
}

enum outcome finish_output(enum outcome outcome)
{
    errno = 0;
    if (fflush(stdout) != 0 || ferror(stdout))
        note_failure();
    if (first_failure == 0)
        return outcome;
    say("cannot write to standard output: %s", strerror(first_failure));
    return OUTCOME_UNWRITABLE;
}

bool colour_is_wanted(const struct options *options)
{
    const char *no_colour = getenv("NO_COLOR");
    if (options->output || options->publish.format != PDOC_FORMAT_TEXT)
        return false;
    return isatty(STDOUT_FILENO) && (!no_colour || !*no_colour);
}
