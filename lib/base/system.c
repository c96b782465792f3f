/* SPDX-License-Identifier: MIT */
/* The calls to the operating system, through one table, and their failures in plain words. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "base/system.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

static int open_file(const char *path, int flags, mode_t mode)
{
    return open(path, flags, mode);
}

static int duplicate_from_3(int file)
{
    return fcntl(file, F_DUPFD_CLOEXEC, 3);
}

struct pdoc__system pdoc__system = {
    .open = open_file,
    .close = close,
    .read = read,
    .write = write,
    .fsync = fsync,
    .fstat = fstat,
    .lstat = lstat,
    .fchmod = fchmod,
    .flock = flock,
    .link = link,
    .rename = rename,
    .unlink = unlink,
    .realpath = realpath,
    .duplicate_from_3 = duplicate_from_3,
};

static const struct {
    int number;
    const char *words;
} reasons[] = {
    {ENOENT, "there is no such file or folder"},
    {EACCES, "permission is denied"},
    {EPERM, "it is not allowed"},
    {EISDIR, "it is a folder"},
    {ENOTDIR, "a part of the path is no folder"},
    {ENOSPC, "the disk is full"},
    {EDQUOT, "the disk quota is used up"},
    {EROFS, "the disk is read-only"},
    {EFBIG, "it is larger than files may be here"},
    {EIO, "the disk reported an error"},
    {EMFILE, "too many files are open in this process"},
    {ENFILE, "too many files are open on this machine"},
    {ENOMEM, "the system ran out of memory"},
    {EINTR, "it was interrupted again and again"},
    {ELOOP, "too many links lead on from it"},
    {ENAMETOOLONG, "the name is too long"},
    {EEXIST, "it exists already"},
    {EXDEV, "it lies on another disk"},
    {EBUSY, "it is in use"},
    {EWOULDBLOCK, "somebody else holds the lock"},
    {ETXTBSY, "it is in use"},
    {EMLINK, "it has too many links"},
    {ENXIO, "there is no such device"},
    {EINVAL, "the system does not take it"},
    {ENOLCK, "no lock is to be had here"},
};

const char *pdoc__system_reason(int number)
{
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
        if (reasons[i].number == number)
            return reasons[i].words;
    return "the system gave no known reason";
}
