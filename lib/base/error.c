/* SPDX-License-Identifier: MIT */
/* Errors: a status, a sentence and a place, in one piece of memory each. Knows nothing of what went wrong. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"

struct pdoc_error {
    pdoc_status status;
    uint32_t line;
    uint32_t column;
    const char *message;
    const char *file;
    const char *path;
    pdoc_error *next;
    pdoc_error *last; /* of the chain that this one begins; only right in the first */
};

/* Shared by all threads, so never written to: it can end a chain, and nothing can be put behind it. */
static pdoc_error out_of_memory = {.status = PDOC_ERR_NOMEM, .message = "memory ran out", .last = &out_of_memory};

static const char *const status_names[] = {
    [PDOC_OK] = "ok",
    [PDOC_ERR_NOMEM] = "out-of-memory",
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
    [PDOC_ERR_REFUSED] = "refused",
};

static size_t room_for(const char *text)
{
    return text ? strlen(text) + 1 : 0;
}

/* Copies a text to *end and moves *end behind it; NULL stays NULL. */
static const char *put(char **end, const char *text)
{
    if (!text)
        return NULL;
    char *start = *end;
    const size_t size = strlen(text) + 1;
    memcpy(start, text, size);
    *end = start + size;
    return start;
}

PDOC__PRINTF(3, 0)
static pdoc_error *make(pdoc_status status, const struct pdoc__place *place, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0)
        return &out_of_memory;
    const size_t size = (size_t)length + 1;
    pdoc_error *made =
        pdoc__alloc(sizeof *made + size + (place ? room_for(place->file) + room_for(place->path) : 0), NULL);
    if (!made)
        return &out_of_memory;
    char *end = (char *)(made + 1);
    *made = (pdoc_error){.status = status, .message = end, .last = made};
    if (vsnprintf(end, size, format, arguments) < 0)
        *end = '\0';
    pdoc__utf8_repair(end); /* a text quoted in part may end within a letter */
    end += size;
    if (place) {
        made->file = put(&end, place->file);
        made->path = put(&end, place->path);
        made->line = place->line;
        made->column = place->column;
    }
    return made;
}

/* A status of NOMEM is the answer when there was no room for the error itself. */
static pdoc_status give(pdoc_error **error, pdoc_error *made)
{
    *error = made;
    return made->status;
}

pdoc_status pdoc__fail(pdoc_error **error, pdoc_status status, const char *format, ...)
{
    if (!error)
        return status;
    va_list arguments;
    va_start(arguments, format);
    pdoc_error *made = make(status, NULL, format, arguments);
    va_end(arguments);
    return give(error, made);
}

pdoc_status pdoc__fail_at(pdoc_error **error, pdoc_status status, const struct pdoc__place *place, const char *format,
                          ...)
{
    if (!error)
        return status;
    va_list arguments;
    va_start(arguments, format);
    pdoc_error *made = make(status, place, format, arguments);
    va_end(arguments);
    return give(error, made);
}

pdoc_status pdoc__fail_memory(pdoc_error **error)
{
    if (error)
        *error = &out_of_memory;
    return PDOC_ERR_NOMEM;
}

void pdoc__error_append(pdoc_error **first, pdoc_error *last)
{
    if (!*first) {
        *first = last;
        return;
    }
    if (!last)
        return;
    pdoc_error *end = (*first)->last;
    if (end == &out_of_memory) {
        pdoc_error_free(last);
        return;
    }
    end->next = last;
    (*first)->last = last->last;
}

static uint32_t rank(const pdoc_error *error)
{
    return error->line > 0 ? error->line : UINT32_MAX;
}

static void insert(pdoc_error **first, pdoc_error *error)
{
    while (*first && rank(*first) <= rank(error))
        first = &(*first)->next;
    error->next = *first;
    *first = error;
}

void pdoc__error_sort(pdoc_error **first)
{
    pdoc_error *sorted = NULL;
    pdoc_error *error = *first;
    while (error && error != &out_of_memory) {
        pdoc_error *next = error->next;
        insert(&sorted, error);
        error = next;
    }
    if (!sorted)
        return;
    pdoc_error *end = sorted;
    while (end->next)
        end = end->next;
    end->next = error; /* the shared one, which stays the last, or none */
    sorted->last = error ? error : end;
    *first = sorted;
}

const char *pdoc_status_name(pdoc_status status)
{
    const size_t index = (size_t)status;
    return index < sizeof status_names / sizeof *status_names ? status_names[index] : "unknown";
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
    while (error) {
        pdoc_error *next = error->next;
        if (error != &out_of_memory)
            pdoc__free(error);
        error = next;
    }
}
