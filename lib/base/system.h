/* SPDX-License-Identifier: MIT */
/* The only way to the operating system. One table, so that tests can make any call fail, record it, or replay it. */
#ifndef PDOC_BASE_SYSTEM_H
#define PDOC_BASE_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/types.h>

/* Room that realpath needs (PATH_MAX of Linux). */
#define PDOC__PATH_MAX 4096

/* Each is the call of that name in POSIX; errno tells why it failed. */
struct pdoc__system {
    int (*open)(const char *path, int flags, mode_t mode);
    int (*close)(int file);
    ssize_t (*read)(int file, void *buffer, size_t size);
    ssize_t (*write)(int file, const void *buffer, size_t size);
    int (*fsync)(int file);
    int (*fstat)(int file, struct stat *out);
    int (*lstat)(const char *path, struct stat *out);
    int (*fchmod)(int file, mode_t mode);
    int (*flock)(int file, int operation);
    int (*link)(const char *from, const char *to);
    int (*rename)(const char *from, const char *to);
    int (*unlink)(const char *path);
    char *(*realpath)(const char *path, char *buffer); /* buffer of PATH_MAX bytes */
    int (*duplicate_from_3)(int file);                 /* fcntl F_DUPFD_CLOEXEC, 3 */
    int (*open_at)(int folder, const char *name, int flags);
    void *(*list)(int folder);       /* fdopendir: takes the file over; NULL: it failed, and did not */
    const char *(*next)(void *list); /* a name of readdir; NULL: the end, or errno is set */
    int (*close_list)(void *list);
};
extern struct pdoc__system pdoc__system;

/* Tells the system that much memory at this address will soon be used, so that it may be given in large pages. A hint:
   it changes nothing that is stored, and cannot fail. */
void pdoc__system_large_pages(void *memory, size_t size);

/* Why a call failed, as a few plain words for a sentence ("no such file or folder"); never reads the locale. */
const char *pdoc__system_reason(int number);

#endif
