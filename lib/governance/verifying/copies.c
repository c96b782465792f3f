/* SPDX-License-Identifier: MIT */
/* Copies gathered: from memory, from a file, from a folder without following links. Knows nothing of registers. */
#include "governance/verifying/copies.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "base/error.h"
#include "base/system.h"
#include "base/text.h"
#include "model/content_hash.h"

#define DEPTH        32u /* folders in folders */
#define FOLDER_FLAGS (O_RDONLY | O_CLOEXEC | O_DIRECTORY)
#define FILE_FLAGS   (O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW)

static const char link_problem[] = "it is a symbolic link, and links are not followed";

const char *pdoc__base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

pdoc_copies *pdoc_copies_new(pdoc_error **error)
{
    return pdoc__alloc_zero(1, sizeof(pdoc_copies), error);
}

void pdoc_copies_free(pdoc_copies *copies)
{
    if (!copies)
        return;
    pdoc__arena_free(&copies->arena);
    pdoc__free(copies->items);
    pdoc__free(copies);
}

size_t pdoc_copies_count(const pdoc_copies *copies)
{
    return copies ? copies->count : 0;
}

/* Names are shown, whatever bytes they are of. */
static pdoc_status keep(pdoc_copies *copies, const char *name, const struct pdoc__copy *made, pdoc_error **error)
{
    if (copies->count == PDOC__COPIES_MOST)
        return pdoc__fail(error, PDOC_ERR_LIMIT, "there are more than %u files; verify a part of them at a time",
                          PDOC__COPIES_MOST);
    if (!pdoc__grow(&copies->items, &copies->capacity, copies->count, sizeof *made, error))
        return PDOC_ERR_NOMEM;
    char *kept = pdoc__arena_text(&copies->arena, name, strlen(name), error);
    if (!kept)
        return PDOC_ERR_NOMEM;
    pdoc__utf8_repair(kept);
    struct pdoc__copy *copy = &copies->items[copies->count++];
    *copy = *made;
    copy->name = kept;
    copy->base = pdoc__base_name(kept);
    return PDOC_OK;
}

pdoc_status pdoc_copies_add(pdoc_copies *copies, const char *name, const void *data, size_t size, pdoc_error **error)
{
    struct pdoc__copy copy = {.problem = NULL};
    if (!copies || !name || !*name)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a copy needs a name, and copies to be added to");
    const pdoc_status status = pdoc_content_hash(data, size, copy.hash, error);
    return status == PDOC_OK ? keep(copies, name, &copy, error) : status;
}

pdoc_status pdoc_copies_add_file(pdoc_copies *copies, const char *name, const char *path, pdoc_error **error)
{
    struct pdoc__copy copy = {.problem = NULL};
    if (!copies || !name || !*name || !path)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a copy needs a name and a path, and copies to be added to");
    const int file = pdoc__system.open(path, FILE_FLAGS, 0);
    copy.problem = file < 0 && errno == ELOOP ? link_problem
                   : file < 0                 ? pdoc__system_reason(errno)
                                              : pdoc__hash_file(file, copy.hash);
    if (file >= 0)
        pdoc__system.close(file);
    return keep(copies, name, &copy, error);
}

/* ---- folders ---- */

struct walk {
    pdoc_copies *copies;
    pdoc_error **error;
    char path[PDOC__PATH_MAX]; /* from the folder that was asked for */
    size_t size;
};

static bool note(struct walk *walk, const struct pdoc__copy *copy)
{
    return keep(walk->copies, walk->size > 0 ? walk->path : ".", copy, walk->error) == PDOC_OK;
}

static bool note_problem(struct walk *walk, const char *problem)
{
    const struct pdoc__copy copy = {.problem = problem};
    return note(walk, &copy);
}

static bool visit_folder(struct walk *walk, int folder, unsigned depth);

/* A name of a folder. It is opened once, so that what is looked at is what is read. */
static bool visit(struct walk *walk, int folder, const char *name, unsigned depth)
{
    struct pdoc__copy copy = {.problem = NULL};
    struct stat status;
    const int file = pdoc__system.open_at(folder, name, FILE_FLAGS);
    if (file < 0)
        return note_problem(walk, errno == ELOOP ? link_problem : pdoc__system_reason(errno));
    if (pdoc__system.fstat(file, &status) == 0 && S_ISDIR(status.st_mode))
        return visit_folder(walk, file, depth + 1);
    copy.problem = pdoc__hash_file(file, copy.hash);
    pdoc__system.close(file);
    return note(walk, &copy);
}

static bool visit_name(struct walk *walk, int folder, const char *name, unsigned depth)
{
    const size_t before = walk->size;
    const size_t size = strlen(name);
    const bool has_lead = before > 0;
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return true;
    if (before + has_lead + size >= sizeof walk->path)
        return note_problem(walk, "a path in it is too long");
    if (has_lead)
        walk->path[before] = '/';
    memcpy(walk->path + before + has_lead, name, size + 1);
    walk->size = before + has_lead + size;
    const bool done = visit(walk, folder, name, depth);
    walk->size = before;
    walk->path[before] = '\0';
    return done;
}

/* Takes the descriptor over. */
static bool visit_folder(struct walk *walk, int folder, unsigned depth)
{
    bool done = true;
    void *list = depth > DEPTH ? NULL : pdoc__system.list(folder);
    if (!list) {
        const char *problem = depth > DEPTH ? "it lies too deep, in more than 32 folders" : pdoc__system_reason(errno);
        pdoc__system.close(folder);
        return note_problem(walk, problem);
    }
    for (;;) {
        errno = 0;
        const char *name = pdoc__system.next(list);
        if (!name) {
            const char *problem = errno ? pdoc__system_reason(errno) : NULL;
            done = !problem || note_problem(walk, problem);
            break;
        }
        done = visit_name(walk, folder, name, depth);
        if (!done)
            break;
    }
    pdoc__system.close_list(list);
    return done;
}

pdoc_status pdoc_copies_add_folder(pdoc_copies *copies, const char *path, pdoc_error **error)
{
    struct walk walk = {.copies = copies, .error = error};
    pdoc_error *reason = NULL;
    if (!copies || !path)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a folder needs a path, and copies to be added to");
    const struct pdoc__place place = {.file = path};
    const int folder = pdoc__system.open(path, FOLDER_FLAGS, 0);
    if (folder < 0)
        return pdoc__fail_at(error, PDOC_ERR_READ, &place, "the folder cannot be read: %s", pdoc__system_reason(errno));
    walk.error = &reason;
    if (visit_folder(&walk, folder, 1))
        return PDOC_OK;
    const pdoc_status status = pdoc_error_status(reason);
    if (error)
        *error = reason;
    else
        pdoc_error_free(reason);
    return status;
}
