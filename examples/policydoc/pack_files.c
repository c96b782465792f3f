/* SPDX-License-Identifier: MIT */
/* A folder that is filled with files, each written once, with a manifest at the end. Knows nothing of registers. */
#define _XOPEN_SOURCE 700
#include "pack.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static const char manifest[] = "manifest.sha256";
#define PACK_LARGEST ((off_t)1 << 30) /* bytes of a content */

void pack_safe_name(const char *text, char out[PACK_NAME])
{
    static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
    size_t size = 0;
    for (; text && *text && size < PACK_NAME - 1; text++) {
        if (strchr(safe, *text) && (size > 0 || *text != '.'))
            out[size++] = *text;
        else if (size > 0 && out[size - 1] != '-')
            out[size++] = '-';
    }
    while (size > 0 && (out[size - 1] == '-' || out[size - 1] == '.'))
        size--;
    if (size == 0)
        memcpy(out, "unnamed", size = sizeof "unnamed" - 1);
    out[size] = '\0';
}

static void fail(struct pack *pack, const char *path)
{
    if (!pack->failed)
        say("cannot write %s/%s: %s", pack->path, path, strerror(errno));
    pack->failed = true;
}

/* ---- the folder ---- */

static bool is_empty(int folder)
{
    const int copy = dup(folder);
    DIR *list = copy >= 0 ? fdopendir(copy) : NULL;
    size_t count = 0;
    if (!list && copy >= 0)
        close(copy);
    for (const struct dirent *entry; list && (entry = readdir(list));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    if (list)
        closedir(list);
    return list && count == 0;
}

bool pack_begin(struct pack *pack, const char *path)
{
    *pack = (struct pack){.path = path, .folder = -1};
    if (mkdir(path, 0777) != 0 && errno != EEXIST) {
        say("cannot make the folder %s: %s", path, strerror(errno));
        return false;
    }
    pack->folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (pack->folder < 0) {
        say("cannot open the folder %s: %s", path, strerror(errno));
        return false;
    }
    if (is_empty(pack->folder))
        return true;
    say("%s is not empty; a pack goes into a new folder, or an empty one", path);
    close(pack->folder);
    pack->folder = -1;
    return false;
}

void pack_make_folder(struct pack *pack, const char *path)
{
    if (!pack->failed && mkdirat(pack->folder, path, 0777) != 0)
        fail(pack, path);
}

/* ---- files ---- */

static struct packed *add(struct pack *pack, const char *path)
{
    if (pack->count == pack->capacity) {
        const size_t capacity = pack->capacity * 2 + 16;
        struct packed *files = realloc(pack->files, capacity * sizeof *files);
        if (!files) {
            fail(pack, path);
            return NULL;
        }
        pack->files = files;
        pack->capacity = capacity;
    }
    struct packed *file = &pack->files[pack->count];
    snprintf(file->path, sizeof file->path, "%s", path);
    return file;
}

static bool write_all(int file, const char *data, size_t size)
{
    while (size > 0) {
        const ssize_t count = write(file, data, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        data += count;
        size -= (size_t)count;
    }
    return true;
}

static int create(const struct pack *pack, const char *path)
{
    return openat(pack->folder, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
}

void pack_write(struct pack *pack, const char *path, const char *data, size_t size)
{
    struct packed *listed = pack->failed ? NULL : add(pack, path);
    if (!listed)
        return;
    const int file = create(pack, path);
    const bool is_written = file >= 0 && write_all(file, data, size) && fsync(file) == 0;
    if (!is_written)
        fail(pack, path);
    if (file >= 0 && close(file) != 0)
        fail(pack, path);
    if (pdoc_content_hash(data, size, listed->sha256, NULL) != PDOC_OK)
        fail(pack, path);
    pack->count += !pack->failed;
}

/* Opens a file below a folder, part by part: no link is followed, not even on the way. */
static int open_below(int from, const char *name)
{
    char part[NAME_MAX + 1];
    int folder = dup(from);
    while (folder >= 0) {
        const size_t size = strcspn(name, "/");
        const bool is_last = name[size] == '\0';
        if (size > NAME_MAX) {
            close(folder);
            return -1;
        }
        memcpy(part, name, size);
        part[size] = '\0';
        const int way = is_last ? O_NONBLOCK : O_DIRECTORY;
        const int next = openat(folder, part, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | way);
        close(folder);
        if (is_last)
            return next;
        folder = next;
        name += size + 1;
    }
    return -1;
}

static char *read_file(int from, const char *name, size_t *size, const char **why)
{
    struct stat status;
    char *data = NULL;
    size_t done = 0;
    const int file = open_below(from, name);
    *why = "there is no such file";
    if (file < 0)
        return NULL;
    *why = "it is no regular file, or too large";
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size < PACK_LARGEST)
        data = malloc((size_t)status.st_size + 1);
    for (ssize_t count = 1; data && count > 0 && done < (size_t)status.st_size;) {
        count = read(file, data + done, (size_t)status.st_size - done);
        done += count > 0 ? (size_t)count : 0;
        *why = count < 0 ? "it cannot be read" : *why;
    }
    close(file);
    *size = done;
    return data;
}

const char *pack_copy(struct pack *pack, int from, const char *name, const char *path, const char *expected)
{
    const char *why = NULL;
    char sha256[PDOC_SHA256_TEXT];
    size_t size = 0;
    char *data = read_file(from, name, &size, &why);
    if (!data)
        return why;
    const bool is_hashed = pdoc_content_hash(data, size, sha256, NULL) == PDOC_OK;
    const bool is_right = is_hashed && (!expected || strcasecmp(expected, sha256) == 0);
    if (is_right)
        pack_write(pack, path, data, size);
    free(data);
    return is_right ? NULL : "it is another file than the one recorded: its SHA-256 differs";
}

enum outcome pack_end(struct pack *pack)
{
    char *text = NULL;
    size_t size = 0;
    FILE *list = pack->failed ? NULL : open_memstream(&text, &size);
    for (size_t i = 0; list && i < pack->count; i++)
        fprintf(list, "%s  %s\n", pack->files[i].sha256, pack->files[i].path);
    if (list && fclose(list) == 0)
        pack_write(pack, manifest, text, size);
    else if (!pack->failed)
        fail(pack, manifest);
    free(text);
    free(pack->files);
    if (pack->folder >= 0)
        close(pack->folder);
    return pack->failed ? OUTCOME_UNWRITABLE : OUTCOME_WELL;
}
