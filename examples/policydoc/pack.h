/* SPDX-License-Identifier: MIT */
/* A folder that is filled with files, each written once and listed with its hash. Knows nothing of registers. */
#ifndef PACK_H
#define PACK_H

#include "command.h"

#define PACK_NAME   64 /* bytes of a safe name, with its NUL */
#define PACK_FOLDER 96 /* bytes of the name of a folder in it: a number and a safe name */
#define PACK_PATH   200

struct packed {
    char path[PACK_PATH]; /* inside the folder */
    char sha256[PDOC_SHA256_TEXT];
};

/* The folder at work. `folder` is a descriptor: nothing is opened but below it, and no link is followed there. */
struct pack {
    const char *path;
    int folder;
    struct packed *files;
    size_t count;
    size_t capacity;
    bool failed; /* sticky, and said */
};

/* Letters, digits, "-", "_" and "." of a text, the rest as "-"; never empty, never hidden, PACK_NAME bytes at most. */
void pack_safe_name(const char *text, char out[PACK_NAME]);
/* Opens a folder that is empty, or makes it. False, and said, if it is neither. */
bool pack_begin(struct pack *pack, const char *path);
void pack_make_folder(struct pack *pack, const char *path);
/* Writes a file; what is there already is never written over. */
void pack_write(struct pack *pack, const char *path, const char *data, size_t size);
/* Copies a regular file of the folder `from` into the pack, if its SHA-256 is the one expected (NULL: any). What came
   of it, in words; NULL: it was copied. */
const char *pack_copy(struct pack *pack, int from, const char *name, const char *path, const char *expected);
/* The manifest, last of all: a folder without one is no whole pack. */
enum outcome pack_end(struct pack *pack);

#endif
