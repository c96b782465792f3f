/* SPDX-License-Identifier: MIT */
/* Data on standard output or in a file; nothing is lost silently. */
#include "command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int first_failure; /* errno of the first line that standard output did not take; 0: none */

static void note_failure(void)
{
    if (first_failure == 0)
        first_failure = errno != 0 ? errno : EIO;
}

enum outcome print_text(const struct options *options, pdoc_text *text, pdoc_error *error)
{
    enum outcome outcome = OUTCOME_WELL;
    if (!text)
        return fail_asking(error);
    if (options->output && strcmp(options->output, "-") != 0)
        outcome = save_text(options->output, text);
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
    if (!line || !put_plain_line(stdout, "", line))
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
    if (first_failure == EPIPE) /* whoever read has had enough, as in "policydoc ... | head" */
        return OUTCOME_UNWRITABLE;
    say("cannot write to standard output: %s", strerror(first_failure));
    return OUTCOME_UNWRITABLE;
}

#define NARROWEST 80 /* page that the library prints */
#define WIDEST 160   /* beyond this a sentence is hard to follow from line to line */

static uint32_t terminal_width(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return 0;
    if (size.ws_col < NARROWEST)
        return NARROWEST;
    return size.ws_col > WIDEST ? WIDEST : size.ws_col;
}

pdoc_publish_options publishing(const struct options *options)
{
    pdoc_publish_options publish = options->publish;
    const char *no_colour = getenv("NO_COLOR");
    publish.all = (options->given & OPTION_ALL) != 0;
    if (options->output || publish.format != PDOC_FORMAT_TEXT || !isatty(STDOUT_FILENO))
        return publish;
    publish.colour = !no_colour || !*no_colour;
    publish.width = terminal_width();
    return publish;
}
