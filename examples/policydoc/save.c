/* SPDX-License-Identifier: MIT */
/* Puts a text into the file of --output, all of it or nothing, and never in the place of what was read. Knows nothing of
   registers. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME_TAIL 48 /* bytes that the name of a temporary file may have */
#define TRIES 100u   /* names of temporary files, until one is free */

static bool write_all(int file, const char *data, size_t size)
{
    while (size > 0) {
        const ssize_t count = write(file, data, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            errno = count == 0 ? EIO : errno;
            return false;
        }
        data += count;
        size -= (size_t)count;
    }
    return true;
}

static bool write_and_close(int file, const pdoc_text *text)
{
    const bool is_written = write_all(file, pdoc_text_data(text), pdoc_text_size(text));
    const int reason = errno;
    const bool is_closed = close(file) == 0;
    if (!is_written)
        errno = reason;
    return is_written && is_closed;
}

/* A device, a pipe, or a link to what is not there yet: there is no old content that could be lost. */
static bool write_directly(const char *path, const pdoc_text *text)
{
    const int file = open(path, O_WRONLY | O_CREAT | O_NOCTTY, 0666);
    return file >= 0 && write_and_close(file, text);
}

/* A new file in the folder of `path`; its name is written to `name`. */
static int open_beside(const char *path, char *name, size_t room)
{
    const char *slash = strrchr(path, '/');
    const size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
    int file = -1;
    errno = EEXIST;
    for (unsigned i = 0; file < 0 && errno == EEXIST && i < TRIES; i++) {
        memcpy(name, path, folder);
        snprintf(name + folder, room - folder, ".policydoc-%ld-%u.tmp", (long)getpid(), i);
        file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0666);
    }
    return file;
}

/* `old`: what is there now, or NULL; its permissions stay. */
static bool replace(const char *path, const struct stat *old, const pdoc_text *text)
{
    const size_t room = strlen(path) + NAME_TAIL;
    char *name = malloc(room);
    const int file = name ? open_beside(path, name, room) : -1;
    bool is_done = false;
    if (file >= 0) {
        if (old)
            (void)fchmod(file, old->st_mode & 0777);
        is_done = write_and_close(file, text) && rename(name, path) == 0;
        const int reason = errno;
        if (!is_done)
            unlink(name);
        errno = reason;
    }
    free(name);
    return is_done;
}

/* The file itself is replaced, not the link that leads to it. */
static bool replace_existing(const char *path, const struct stat *old, const pdoc_text *text)
{
    if (access(path, W_OK) != 0)
        return false;
    char *own = realpath(path, NULL);
    const bool is_done = own && replace(own, old, text);
    const int reason = errno;
    free(own);
    errno = reason;
    return is_done;
}

/* As /dev/stdout may be: what stands in it already stays. */
static bool is_standard_output(const struct stat *output)
{
    struct stat status;
    return fstat(STDOUT_FILENO, &status) == 0 && status.st_dev == output->st_dev && status.st_ino == output->st_ino;
}

static bool write_output(const char *path, const pdoc_text *text)
{
    struct stat old;
    struct stat link;
    if (stat(path, &old) == 0 && is_standard_output(&old))
        return write_all(STDOUT_FILENO, pdoc_text_data(text), pdoc_text_size(text));
    if (stat(path, &old) == 0)
        return S_ISREG(old.st_mode) ? replace_existing(path, &old, text) : write_directly(path, text);
    if (errno != ENOENT)
        return false;
    if (lstat(path, &link) == 0)
        return write_directly(path, text);
    return replace(path, NULL, text);
}

static bool is_same_file(const struct stat *output, const char *input)
{
    struct stat status;
    const bool is_there =
        input && (strcmp(input, "-") == 0 ? fstat(STDIN_FILENO, &status) : stat(input, &status)) == 0;
    return is_there && status.st_dev == output->st_dev && status.st_ino == output->st_ino;
}

enum outcome save_text(const char *path, const pdoc_text *text)
{
    if (write_output(path, text))
        return OUTCOME_WELL;
    say("cannot write %s: %s", path, strerror(errno));
    return OUTCOME_UNWRITABLE;
}

bool output_is_ordinary(const char *path)
{
    struct stat status;
    return stat(path, &status) != 0 || (S_ISREG(status.st_mode) && !is_standard_output(&status));
}

bool output_spares_input(const struct options *options)
{
    struct stat output;
    const char *input = NULL;
    if (!options->output || stat(options->output, &output) != 0 || !S_ISREG(output.st_mode))
        return true;
    if (is_same_file(&output, options->profile))
        input = options->profile;
    for (size_t i = 0; !input && i < options->added_count; i++)
        input = is_same_file(&output, options->added[i]) ? options->added[i] : NULL;
    for (size_t i = 0; !input && i < options->operand_count; i++)
        input = is_same_file(&output, options->operands[i]) ? options->operands[i] : NULL;
    if (!input)
        return true;
    say("--output %s is the file that is read%s%s; give it another name", options->output,
        strcmp(input, options->output) == 0 ? "" : " as ", strcmp(input, options->output) == 0 ? "" : input);
    return false;
}
