/* SPDX-License-Identifier: MIT */
/* The operating system's calls, through one table, and its reasons in plain words. Knows nothing of registers. */
#define _DEFAULT_SOURCE     /* madvise */
#define _XOPEN_SOURCE   700 /* realpath */
#include "base/system.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

static int open_file(const char *path, int flags, mode_t mode)
{
    return open(path, flags, mode);
}

static int duplicate_from_3(int file)
{
    return fcntl(file, F_DUPFD_CLOEXEC, 3);
}

static int open_at(int folder, const char *name, int flags)
{
    return openat(folder, name, flags);
}

static void *list_folder(int folder)
{
    return fdopendir(folder);
}

static const char *next_name(void *list)
{
    const struct dirent *entry = readdir(list);
    return entry ? entry->d_name : NULL;
}

static int close_list(void *list)
{
    return closedir(list);
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
    .open_at = open_at,
    .list = list_folder,
    .next = next_name,
    .close_list = close_list,
};

void pdoc__system_large_pages(void *memory, size_t size)
{
#ifdef MADV_HUGEPAGE
    const long page = sysconf(_SC_PAGESIZE);
    if (page <= 0)
        return;
    /* From the start of its first page, so that blocks that follow each other are one range. */
    const size_t before = (size_t)((uintptr_t)memory % (uintptr_t)page);
    const int reason = errno;
    madvise((char *)memory - before, size + before, MADV_HUGEPAGE);
    errno = reason;
#else
    (void)memory, (void)size;
#endif
}

static const struct {
    int number;
    const char *words;
} reasons[] = {
    {ENOENT, "no such file or folder"},
    {EACCES, "permission denied"},
    {EPERM, "this is not permitted"},
    {EISDIR, "it is a folder"},
    {ENOTDIR, "a part of its path is not a folder"},
    {EEXIST, "it exists already"},
    {ENOSPC, "no space is left on the disk"},
    {EDQUOT, "the disk quota is used up"},
    {EROFS, "the disk can only be read"},
    {EIO, "the disk reported an error"},
    {EFBIG, "the file is too large"},
    {EOVERFLOW, "the file is too large"},
    {ELOOP, "its path goes in a circle of symbolic links"},
    {ENAMETOOLONG, "its path is too long"},
    {EMFILE, "too many files are open in this program"},
    {ENFILE, "too many files are open on this machine"},
    {EMLINK, "it has too many links"},
    {EXDEV, "it is on another disk"},
    {EBUSY, "it is in use"},
    {ETXTBSY, "it is a program that is running"},
    {EWOULDBLOCK, "somebody else holds it"},
    {EINTR, "the call was interrupted"},
    {EINVAL, "the system does not take this request"},
    {ENOTSUP, "the file system does not support this"},
    {ENOSYS, "the system does not support this"},
    {EBADF, "the file is not open"},
    {EPIPE, "nobody reads the other end"},
    {ENXIO, "there is no such device"},
    {ENODEV, "there is no such device"},
    {ENOLCK, "the system has no lock left"},
    {ENOMEM, "memory ran out"},
    {ESTALE, "the file was removed on the server"},
    {ETIMEDOUT, "the server did not answer in time"},
};

const char *pdoc__system_reason(int number)
{
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].number == number)
            return reasons[i].words;
    return "the system gave a reason that has no name here";
}
