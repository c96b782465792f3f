/* SPDX-License-Identifier: MIT */
/*
 * Saves a register so that the file is one whole version at every moment: lock, compare, temporary file, sync, rename,
 * sync of the folder. Knows nothing of XML. The order of the steps is what makes it safe; see the tests of faults.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/system.h"
#include "xml/register_writer.h"

#define INTERRUPTIONS 100 /* of one call, before it counts as failed */
#define TEMPORARIES 16    /* names tried for the temporary file */
#define SUFFIX 32         /* room for what is put around a name */
#define PERMISSIONS ((mode_t)07777)

struct save {
    pdoc_register *reg;
    const char *path; /* as the caller named it */
    bool wants_backup;
    bool may_overwrite;
    int level;
    int lock;
    int folder;
    int temporary;
    bool exists;         /* there is a file to replace */
    bool has_temporary;  /* a temporary file must be removed if this fails */
    struct stat old;     /* the file to replace */
    struct stat written; /* the temporary file, complete */
    size_t folder_size;  /* of the folder in `target`, the last slash included */
    char target[PATH_MAX];
    char temporary_path[PATH_MAX + SUFFIX];
    char second_path[PATH_MAX + SUFFIX];
    char third_path[PATH_MAX + SUFFIX];
};

static pdoc_status fail(const struct save *save, pdoc_error **error, pdoc_status status, const char *sentence)
{
    struct pdoc__place place = {.file = save->path};
    return pdoc__fail_at(error, status, &place, "%s", sentence);
}

/* With the reason that the system gave. */
static pdoc_status fail_call(const struct save *save, pdoc_error **error, pdoc_status status, const char *what)
{
    struct pdoc__place place = {.file = save->path};
    return pdoc__fail_at(error, status, &place, "%s: %s", what, pdoc__system_reason(errno));
}

/* Descriptors 0 to 2 are not for files: whoever prints would write into them. */
static int open_above_2(const char *path, int flags, mode_t mode)
{
    int file = -1;
    int tries = 0;
    do
        file = pdoc__system.open(path, flags | O_CLOEXEC | O_NOCTTY, mode);
    while (file < 0 && errno == EINTR && ++tries < INTERRUPTIONS);
    if (file < 0 || file > 2)
        return file;
    int higher = pdoc__system.duplicate_from_3(file);
    int reason = errno;
    pdoc__system.close(file);
    errno = reason;
    return higher;
}

static bool sync_file(int file)
{
    for (int tries = 0; tries < INTERRUPTIONS; tries++) {
        if (pdoc__system.fsync(file) == 0)
            return true;
        if (errno != EINTR)
            return false;
    }
    return false;
}

/* The folder as it is, then the last name of the path: for a file that is not there yet. */
static bool resolve_folder(struct save *save)
{
    const char *slash = strrchr(save->path, '/');
    const char *name = slash ? slash + 1 : save->path;
    size_t folder = (size_t)(name - save->path);
    errno = *name ? ENAMETOOLONG : EISDIR;
    if (!*name || folder >= PATH_MAX)
        return false;
    memcpy(save->second_path, save->path, folder);
    memcpy(save->second_path + folder, ".", 2);
    if (!pdoc__system.realpath(save->second_path, save->target))
        return false;
    folder = strlen(save->target);
    folder = folder == 1 ? 0 : folder; /* "/" */
    errno = ENAMETOOLONG;
    if (folder + 1 + strlen(name) >= PATH_MAX)
        return false;
    save->target[folder] = '/';
    memcpy(save->target + folder + 1, name, strlen(name) + 1);
    return true;
}

/* Follows links: what is replaced is the file itself, never a link to it. */
static pdoc_status resolve(struct save *save, pdoc_error **error)
{
    struct stat link;
    if (!pdoc__system.realpath(save->path, save->target)) {
        if (errno != ENOENT)
            return fail_call(save, error, PDOC_ERR_WRITE, "the path cannot be followed");
        if (pdoc__system.lstat(save->path, &link) == 0)
            return fail(save, error, PDOC_ERR_WRITE, "this is a link to a file that does not exist");
        if (errno != ENOENT || !resolve_folder(save))
            return fail_call(save, error, PDOC_ERR_WRITE, "the folder cannot be found");
    }
    save->folder_size = (size_t)(strrchr(save->target, '/') - save->target) + 1;
    return PDOC_OK;
}

static pdoc_status look_at_target(struct save *save, pdoc_error **error)
{
    save->exists = pdoc__system.lstat(save->target, &save->old) == 0;
    if (!save->exists)
        return errno == ENOENT ? PDOC_OK : fail_call(save, error, PDOC_ERR_WRITE, "the old file cannot be looked at");
    if (S_ISREG(save->old.st_mode))
        return PDOC_OK;
    return fail(save, error, PDOC_ERR_WRITE,
                S_ISDIR(save->old.st_mode) ? "this is a folder; name a file" : "this is no regular file; it is not replaced");
}

/* The lock is a file of its own, never removed: who locks and who waits must mean the same file. */
static pdoc_status take_lock(struct save *save, pdoc_error **error)
{
    snprintf(save->second_path, sizeof save->second_path, "%s.lock", save->target);
    save->lock = open_above_2(save->second_path, O_RDONLY | O_CREAT | O_NOFOLLOW, 0666);
    if (save->lock < 0)
        return fail_call(save, error, PDOC_ERR_WRITE, "the lock file (the same name and \".lock\") cannot be opened");
    if (pdoc__system.flock(save->lock, LOCK_EX | LOCK_NB) == 0)
        return PDOC_OK;
    if (errno == EWOULDBLOCK)
        return fail(save, error, PDOC_ERR_BUSY, "somebody else is saving this file now; try again");
    return fail_call(save, error, PDOC_ERR_WRITE, "the file cannot be locked");
}

static bool is_unchanged(const struct pdoc__origin *origin, const struct stat *now)
{
    return origin->device == (uint64_t)now->st_dev && origin->inode == (uint64_t)now->st_ino &&
           origin->size == (int64_t)now->st_size && origin->seconds == (int64_t)now->st_mtim.tv_sec &&
           origin->nanoseconds == (int64_t)now->st_mtim.tv_nsec;
}

/* Under the lock: is the file still what this register was read from? */
static pdoc_status compare(struct save *save, pdoc_error **error)
{
    pdoc_status status = look_at_target(save, error);
    const struct pdoc__origin *origin = &save->reg->origin;
    if (status != PDOC_OK || save->may_overwrite || !origin->path || strcmp(origin->path, save->target) != 0)
        return status;
    if (save->exists && is_unchanged(origin, &save->old))
        return PDOC_OK;
    return fail(save, error, PDOC_ERR_CONFLICT,
                save->exists ? "the file was changed by somebody else since it was read; read it again and repeat the change"
                             : "the file was removed or renamed by somebody else since it was read");
}

static void name_temporary(struct save *save, unsigned number)
{
    snprintf(save->temporary_path, sizeof save->temporary_path, "%.*s.%s.%06u.tmp", (int)save->folder_size,
             save->target, save->target + save->folder_size, number);
}

/* Under the lock, a temporary file of this name is what a save left that was cut short. */
static void sweep(struct save *save)
{
    struct stat found;
    for (unsigned number = 1; number <= TEMPORARIES; number++) {
        name_temporary(save, number);
        if (pdoc__system.lstat(save->temporary_path, &found) != 0)
            return;
        if (S_ISREG(found.st_mode))
            pdoc__system.unlink(save->temporary_path);
    }
}

static pdoc_status open_temporary(struct save *save, pdoc_error **error)
{
    /* A new file gets the mode that the caller's umask gives it; one that is replaced is private until it has its mode. */
    mode_t mode = save->exists ? 0600 : 0666;
    for (unsigned number = 1; save->temporary < 0 && number <= TEMPORARIES; number++) {
        name_temporary(save, number);
        errno = 0;
        save->temporary = open_above_2(save->temporary_path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
        if (save->temporary < 0 && errno != EEXIST)
            break;
    }
    save->has_temporary = save->temporary >= 0;
    if (save->has_temporary)
        return PDOC_OK;
    save->has_temporary = errno != EEXIST; /* it may have been made, and only its number was too low */
    return fail_call(save, error, PDOC_ERR_WRITE, "a temporary file cannot be made in this folder");
}

static pdoc_status close_temporary(struct save *save, pdoc_error **error)
{
    int file = save->temporary;
    save->temporary = -1;
    if (pdoc__system.close(file) == 0 || errno == EINTR) /* interrupted: it is closed, and was synced before */
        return PDOC_OK;
    return fail_call(save, error, PDOC_ERR_WRITE, "the new file cannot be closed");
}

static pdoc_status write_temporary(struct save *save, pdoc_error **error)
{
    struct pdoc__sink_file sink = {.file = save->temporary, .name = save->path};
    pdoc_error *reason = NULL;
    if (!pdoc__register_write_to(save->reg, pdoc__sink_file(&sink), save->level, &reason)) {
        pdoc_status status = pdoc_error_status(reason);
        if (error)
            *error = reason;
        else
            pdoc_error_free(reason);
        return status;
    }
    if (save->exists && pdoc__system.fchmod(save->temporary, save->old.st_mode & PERMISSIONS) != 0)
        return fail_call(save, error, PDOC_ERR_WRITE, "the new file cannot be given the mode of the old one");
    if (!sync_file(save->temporary))
        return fail_call(save, error, PDOC_ERR_WRITE, "the new file cannot be brought to the disk");
    if (pdoc__system.fstat(save->temporary, &save->written) != 0)
        return fail_call(save, error, PDOC_ERR_WRITE, "the new file cannot be looked at");
    return close_temporary(save, error);
}

/* A second name for the old file, so that there is no moment without it. Renaming one name of a file to another name of
   the same file does nothing, so the name in between is removed in any case. */
static pdoc_status back_up(struct save *save, pdoc_error **error)
{
    snprintf(save->second_path, sizeof save->second_path, "%.*s.%s.bak.tmp", (int)save->folder_size, save->target,
             save->target + save->folder_size);
    snprintf(save->third_path, sizeof save->third_path, "%s.bak", save->target);
    pdoc__system.unlink(save->second_path);
    if (pdoc__system.link(save->target, save->second_path) != 0)
        return fail_call(save, error, PDOC_ERR_WRITE, "the old file cannot be kept as a backup");
    bool done = pdoc__system.rename(save->second_path, save->third_path) == 0;
    pdoc_status status = done ? PDOC_OK : fail_call(save, error, PDOC_ERR_WRITE, "the backup cannot be named");
    pdoc__system.unlink(save->second_path);
    return status;
}

static pdoc_status put_in_place(struct save *save, pdoc_error **error)
{
    if (save->wants_backup && save->exists) {
        pdoc_status status = back_up(save, error);
        if (status != PDOC_OK)
            return status;
    }
    if (pdoc__system.rename(save->temporary_path, save->target) != 0)
        return fail_call(save, error, PDOC_ERR_WRITE, "the new file cannot take the place of the old one");
    save->has_temporary = false;
    if (sync_file(save->folder))
        return PDOC_OK;
    return fail_call(save, error, PDOC_ERR_UNSURE,
                     "the file is saved, but the disk did not confirm that it would survive a power cut");
}

static pdoc_status open_folder(struct save *save, pdoc_error **error)
{
    snprintf(save->second_path, sizeof save->second_path, "%.*s", (int)save->folder_size, save->target);
    save->folder = open_above_2(save->second_path, O_RDONLY | O_DIRECTORY, 0);
    return save->folder >= 0 ? PDOC_OK : fail_call(save, error, PDOC_ERR_WRITE, "the folder cannot be opened");
}

/* Takes over the path. A register that was read from one file and saved as another still guards the first. */
static void remember(struct save *save, char *path)
{
    struct pdoc__origin *origin = &save->reg->origin;
    if (origin->path && strcmp(origin->path, path) != 0) {
        pdoc__free(path);
        return;
    }
    pdoc__free(origin->path);
    *origin = (struct pdoc__origin){.path = path,
                                    .device = (uint64_t)save->written.st_dev,
                                    .inode = (uint64_t)save->written.st_ino,
                                    .size = (int64_t)save->written.st_size,
                                    .seconds = (int64_t)save->written.st_mtim.tv_sec,
                                    .nanoseconds = (int64_t)save->written.st_mtim.tv_nsec};
}

static pdoc_status run(struct save *save, pdoc_error **error)
{
    static pdoc_status (*const steps[])(struct save *, pdoc_error **) = {resolve, look_at_target, take_lock, compare,
                                                                         open_folder};
    pdoc_status status = PDOC_OK;
    for (size_t i = 0; status == PDOC_OK && i < sizeof steps / sizeof steps[0]; i++)
        status = steps[i](save, error);
    if (status != PDOC_OK)
        return status;
    size_t size = strlen(save->target) + 1;
    char *path = pdoc__alloc(size, error); /* before anything is written: nothing may fail once it is in place */
    if (!path)
        return PDOC_ERR_NOMEM;
    memcpy(path, save->target, size);
    sweep(save);
    status = open_temporary(save, error);
    if (status == PDOC_OK)
        status = write_temporary(save, error);
    if (status == PDOC_OK)
        status = put_in_place(save, error);
    if (status == PDOC_OK || status == PDOC_ERR_UNSURE)
        remember(save, path);
    else
        pdoc__free(path);
    return status;
}

static void clean_up(struct save *save)
{
    if (save->temporary >= 0)
        pdoc__system.close(save->temporary);
    if (save->has_temporary)
        pdoc__system.unlink(save->temporary_path);
    if (save->folder >= 0)
        pdoc__system.close(save->folder);
    if (save->lock >= 0)
        pdoc__system.close(save->lock);
}

pdoc_status pdoc_register_write_file(pdoc_register *reg, const char *path, const pdoc_write_options *options,
                                     pdoc_error **error)
{
    int level;
    if (!reg || !path)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s: expected, and NULL was passed", reg ? "path" : "register");
    if (!pdoc__write_level(options, path, &level, error))
        return PDOC_ERR_ARGUMENT;
    struct save *save = pdoc__alloc_zero(1, sizeof *save, error);
    if (!save)
        return PDOC_ERR_NOMEM;
    save->reg = reg;
    save->path = path;
    save->level = level;
    save->wants_backup = options && options->backup;
    save->may_overwrite = options && options->overwrite;
    save->lock = save->folder = save->temporary = -1;
    pdoc_status status = run(save, error);
    clean_up(save);
    pdoc__free(save);
    return status;
}
