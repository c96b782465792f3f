/* SPDX-License-Identifier: MIT */
/* Reads registers from files and from standard input, and tells how far a long one has come. */
#include "command.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* From this size on a person who waits wants to see that something happens. */
#define LONG_WORK ((off_t)32 << 20)

struct progress {
    FILE *file;
    const char *path;
    off_t size;
    off_t done;
    int percent;
};

static int64_t read_with_progress(void *context, void *buffer, size_t size)
{
    struct progress *progress = context;
    const size_t got = fread(buffer, 1, size, progress->file);
    if (got == 0 && ferror(progress->file))
        return -1;
    progress->done += (off_t)got;
    const int percent = (int)(progress->done * 100 / progress->size);
    if (percent != progress->percent)
        fprintf(stderr, "\r%s: %d %%", progress->path, percent);
    progress->percent = percent;
    return (int64_t)got;
}

static bool is_long_work(const char *path, off_t *size)
{
    struct stat status;
    if (!isatty(STDERR_FILENO) || stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    *size = status.st_size;
    return status.st_size >= LONG_WORK;
}

static pdoc_register *read_long(const char *path, off_t size, pdoc_error **error)
{
    struct progress progress = {.file = fopen(path, "rb"), .path = path, .size = size, .percent = -1};
    if (!progress.file)
        return pdoc_register_read_file(path, NULL, error); /* which says why */
    pdoc_register *reg = pdoc_register_read_stream(read_with_progress, &progress, path, NULL, error);
    fputs("\r\33[K", stderr);
    fclose(progress.file);
    return reg;
}

static pdoc_register *read_input(pdoc_error **error, enum outcome *outcome)
{
    size_t size = 0;
    const char *reason = NULL;
    char *data = slurp_input(&size, &reason);
    if (!data) {
        say("cannot read standard input: %s", reason);
        *outcome = OUTCOME_UNREADABLE;
        return NULL;
    }
    pdoc_register *reg = pdoc_register_read_memory(data, size, "standard input", NULL, error);
    free(data);
    return reg;
}

char *slurp_input(size_t *size, const char **reason)
{
    size_t room = 1 << 16;
    char *data = malloc(room);
    *size = 0;
    errno = ENOMEM;
    while (data) {
        errno = 0;
        *size += fread(data + *size, 1, room - *size, stdin);
        if (ferror(stdin))
            break;
        if (*size < room)
            return data;
        char *more = room <= SIZE_MAX / 2 ? realloc(data, room * 2) : NULL;
        if (!more) {
            errno = ENOMEM;
            break;
        }
        data = more;
        room *= 2;
    }
    *reason = strerror(errno);
    free(data);
    return NULL;
}

static bool is_profile(const char *path)
{
    pdoc_error *error = NULL;
    pdoc_profile_set *set = pdoc_profile_set_shipped(NULL);
    pdoc_profile *profile = pdoc_profile_read_file(path, set, &error);
    const bool is_one = profile || pdoc_error_status(error) == PDOC_ERR_INVALID;
    pdoc_profile_unref(profile);
    pdoc_profile_set_unref(set);
    pdoc_error_free(error);
    return is_one;
}

enum outcome fail_loading(pdoc_error *error, const char *path)
{
    const bool may_be_profile = pdoc_error_status(error) == PDOC_ERR_FORMAT && strcmp(path, "-") != 0;
    const enum outcome outcome = fail_reading(error);
    if (may_be_profile && is_profile(path))
        say("%s is a profile, and a register is needed here: --profile %s judges by it, \"policydoc profile %s\" prints it, "
            "and --lint looks for mistakes in it",
            path, path, path);
    return outcome;
}

pdoc_register *load_register(const char *path, enum outcome *outcome)
{
    pdoc_error *error = NULL;
    off_t size = 0;
    pdoc_register *reg = NULL;
    *outcome = OUTCOME_WELL;
    if (strcmp(path, "-") == 0)
        reg = read_input(&error, outcome);
    else if (is_long_work(path, &size))
        reg = read_long(path, size, &error);
    else
        reg = pdoc_register_read_file(path, NULL, &error);
    if (!reg) {
        if (*outcome == OUTCOME_WELL)
            *outcome = fail_loading(error, path);
        return NULL;
    }
    for (size_t i = 0; i < pdoc_register_notice_count(reg); i++)
        say("%s:%u: notice: %s", path, (unsigned)pdoc_register_notice_line(reg, i), pdoc_register_notice(reg, i));
    return reg;
}
