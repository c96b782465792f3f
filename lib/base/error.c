/* SPDX-License-Identifier: MIT */
/* Errors: a status, a sentence and a place, in a chain. Running out of memory needs none of its own. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"

struct pdoc_error {
    pdoc_status status;
    uint32_t line;
    uint32_t column;
    const char *message;
    const char *file; /* NULL: none */
    const char *path; /* NULL: none */
    pdoc_error *next;
    char texts[]; /* where the three point to */
};

/* One for all: it says nothing that differs, and is never changed or freed. */
static pdoc_error no_memory = {.status = PDOC_ERR_NOMEM, .message = "memory ran out"};

static const char *const names[] = {
    [PDOC_OK] = "ok",
    [PDOC_ERR_NOMEM] = "no-memory",
    [PDOC_ERR_ARGUMENT] = "argument",
    [PDOC_ERR_READ] = "read",
    [PDOC_ERR_SYNTAX] = "syntax",
    [PDOC_ERR_FORMAT] = "format",
    [PDOC_ERR_NEWER] = "newer",
    [PDOC_ERR_INVALID] = "invalid",
    [PDOC_ERR_LIMIT] = "limit",
    [PDOC_ERR_WRITE] = "write",
    [PDOC_ERR_BUSY] = "busy",
    [PDOC_ERR_CONFLICT] = "conflict",
    [PDOC_ERR_UNSURE] = "unsure",
    [PDOC_ERR_NOT_FOUND] = "not-found",
    [PDOC_ERR_JUDGE] = "judge",
};

static const char *store(char **room, const char *text)
{
    size_t size = strlen(text) + 1;
    char *stored = *room;
    memcpy(stored, text, size);
    *room += size;
    return stored;
}

static pdoc_error *make(pdoc_status status, const struct pdoc__place *place, const char *message)
{
    size_t size = strlen(message) + 1 + (place->file ? strlen(place->file) + 1 : 0) +
                  (place->path ? strlen(place->path) + 1 : 0);
    pdoc_error *error = pdoc__alloc(sizeof *error + size, NULL);
    if (!error)
        return &no_memory;
    char *room = error->texts;
    error->status = status;
    error->line = place->line;
    error->column = place->column;
    error->message = store(&room, message);
    error->file = place->file ? store(&room, place->file) : NULL;
    error->path = place->path ? store(&room, place->path) : NULL;
    error->next = NULL;
    return error;
}

static pdoc_status fail(pdoc_error **error, pdoc_status status, const struct pdoc__place *place, const char *format,
                        va_list arguments)
{
    char message[1024];
    if (!error)
        return status;
    vsnprintf(message, sizeof message, format, arguments);
    *error = make(status, place, message);
    return status;
}

pdoc_status pdoc__fail(pdoc_error **error, pdoc_status status, const char *format, ...)
{
    struct pdoc__place nowhere = {0};
    va_list arguments;
    va_start(arguments, format);
    fail(error, status, &nowhere, format, arguments);
    va_end(arguments);
    return status;
}

pdoc_status pdoc__fail_at(pdoc_error **error, pdoc_status status, const struct pdoc__place *place, const char *format,
                          ...)
{
    va_list arguments;
    va_start(arguments, format);
    fail(error, status, place, format, arguments);
    va_end(arguments);
    return status;
}

pdoc_status pdoc__fail_memory(pdoc_error **error)
{
    if (error)
        *error = &no_memory;
    return PDOC_ERR_NOMEM;
}

void pdoc__error_append(pdoc_error **first, pdoc_error *last)
{
    while (*first && *first != &no_memory)
        first = &(*first)->next;
    if (!*first)
        *first = last;
    else
        pdoc_error_free(last); /* behind "memory ran out" nothing more is said */
}

const char *pdoc_status_name(pdoc_status status)
{
    return (size_t)status < sizeof names / sizeof names[0] ? names[status] : "unknown";
}

pdoc_status pdoc_error_status(const pdoc_error *error)
{
    return error ? error->status : PDOC_OK;
}

const char *pdoc_error_message(const pdoc_error *error)
{
    return error ? error->message : "";
}

const char *pdoc_error_file(const pdoc_error *error)
{
    return error ? error->file : NULL;
}

uint32_t pdoc_error_line(const pdoc_error *error)
{
    return error ? error->line : 0;
}

uint32_t pdoc_error_column(const pdoc_error *error)
{
    return error ? error->column : 0;
}

const char *pdoc_error_path(const pdoc_error *error)
{
    return error ? error->path : NULL;
}

const pdoc_error *pdoc_error_next(const pdoc_error *error)
{
    return error ? error->next : NULL;
}

void pdoc_error_free(pdoc_error *error)
{
    while (error && error != &no_memory) {
        pdoc_error *next = error->next;
        pdoc__free(error);
        error = next;
    }
}
