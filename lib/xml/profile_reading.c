/* SPDX-License-Identifier: MIT */
/* Errors, remarks and memory of a profile being read. Knows no element by name. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "xml/profile_reading.h"

struct pdoc__place pdoc__reading_place(const struct pdoc__reading *reading, const struct pdoc__element *node,
                                       char *path, size_t path_size)
{
    const struct pdoc__element *where = node ? node : reading->tree.root;
    pdoc__element_path(where, path, path_size);
    return (struct pdoc__place){.file = reading->file, .line = where->line, .column = where->column, .path = path};
}

bool pdoc__reading_take(struct pdoc__reading *reading, pdoc_error *error)
{
    if (!error)
        return true;
    if (pdoc_error_status(error) == PDOC_ERR_NOMEM) {
        reading->out_of_memory = true;
        pdoc_error_free(error);
        return false;
    }
    if (reading->error_count < PDOC__PROFILE_ERRORS)
        reading->errors[reading->error_count] = error;
    else
        pdoc_error_free(error);
    reading->error_count++;
    return true;
}

static bool stands_before(const pdoc_error *one, const pdoc_error *other)
{
    const uint32_t line = pdoc_error_line(one);
    const uint32_t other_line = pdoc_error_line(other);
    return line < other_line || (line == other_line && pdoc_error_column(one) < pdoc_error_column(other));
}

pdoc_error *pdoc__reading_errors(struct pdoc__reading *reading)
{
    size_t count = reading->error_count < PDOC__PROFILE_ERRORS ? reading->error_count : PDOC__PROFILE_ERRORS;
    pdoc_error *first = NULL;
    /* They were found table by table: the earliest place goes first, and of one place what was found first. */
    for (size_t taken = 0; taken < count; taken++) {
        size_t next = SIZE_MAX;
        for (size_t i = 0; i < count; i++) {
            if (reading->errors[i] && (next == SIZE_MAX || stands_before(reading->errors[i], reading->errors[next])))
                next = i;
        }
        pdoc__error_append(&first, reading->errors[next]);
        reading->errors[next] = NULL;
    }
    reading->error_count = 0;
    return first;
}

void pdoc__reading_fail(struct pdoc__reading *reading, const struct pdoc__element *node, const char *format, ...)
{
    char path[200];
    char message[400];
    struct pdoc__place place = pdoc__reading_place(reading, node, path, sizeof path);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    pdoc_error *error = NULL;
    pdoc__fail_at(&error, PDOC_ERR_INVALID, &place, "%s", message);
    pdoc__reading_take(reading, error);
}

bool pdoc__reading_text(struct pdoc__reading *reading, const char *text, const char **out)
{
    *out = NULL;
    if (!text)
        return true;
    pdoc_profile *profile = reading->profile;
    *out = pdoc__pool_add(&profile->pool, &profile->arena, text, strlen(text), NULL);
    reading->out_of_memory = reading->out_of_memory || !*out;
    return *out != NULL;
}

void *pdoc__reading_alloc(struct pdoc__reading *reading, size_t count, size_t size)
{
    void *memory =
        count < SIZE_MAX / size ? pdoc__arena_zero(&reading->profile->arena, (count + 1) * size, NULL) : NULL;
    reading->out_of_memory = reading->out_of_memory || !memory;
    return memory;
}

/* Id of the row that an element stands in: of the nearest one that has an id. */
static const char *row_of(const struct pdoc__element *node)
{
    for (; node && node->parent; node = node->parent) {
        const char *id = pdoc__element_attribute(node, "id");
        if (id)
            return id;
    }
    return NULL;
}

bool pdoc__reading_remark(struct pdoc__reading *reading, enum pdoc__remark_kind kind, const struct pdoc__element *node,
                          const char *name)
{
    pdoc_profile *profile = reading->profile;
    if (profile->remark_count == reading->remark_capacity) {
        size_t capacity = reading->remark_capacity * 2 + 8;
        struct pdoc__remark *remarks = pdoc__reading_alloc(reading, capacity, sizeof *remarks);
        if (!remarks)
            return false;
        if (profile->remark_count > 0)
            memcpy(remarks, profile->remarks, profile->remark_count * sizeof *remarks);
        profile->remarks = remarks;
        reading->remark_capacity = capacity;
    }
    struct pdoc__remark remark = {.line = node->line, .column = node->column, .kind = (uint8_t)kind};
    if (!pdoc__reading_text(reading, name, &remark.name) || !pdoc__reading_text(reading, row_of(node), &remark.row))
        return false;
    profile->remarks[profile->remark_count++] = remark;
    return true;
}

void *pdoc__reading_row(const pdoc_profile *profile, pdoc_profile_table table, size_t row)
{
    const struct pdoc__row_form *form = &pdoc__row_forms[table];
    char *rows;
    memcpy(&rows, (const char *)profile + form->at, sizeof rows);
    return rows ? rows + row * form->size : NULL;
}
