/* SPDX-License-Identifier: MIT */
/* A register written into memory, and copied that way. Knows no element by name. */
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "xml/register_writer.h"

#define LEVEL_BY_NAME 6

static bool options_are_known(const pdoc_write_options *options, pdoc_error **error)
{
    if (options->size == sizeof *options && options->reserved == 0 && options->gzip_level >= -1 &&
        options->gzip_level <= 9 && options->backup <= 1 && options->overwrite <= 1)
        return true;
    pdoc__fail(error, PDOC_ERR_ARGUMENT,
               "write options: expected size sizeof(pdoc_write_options), gzip_level from -1 to 9, backup and overwrite "
               "0 or 1, reserved 0");
    return false;
}

bool pdoc__write_level(const pdoc_write_options *options, const char *path, int *level, pdoc_error **error)
{
    if (options && !options_are_known(options, error))
        return false;
    int wanted = options ? options->gzip_level : 0;
    size_t size = path ? strlen(path) : 0;
    bool is_gz = size > 3 && strcmp(path + size - 3, ".gz") == 0;
    if (wanted == 0 && is_gz)
        wanted = LEVEL_BY_NAME;
    *level = wanted < 0 ? 0 : wanted;
    return true;
}

static bool write_plain(const pdoc_register *reg, struct pdoc__sink sink, pdoc_error **error)
{
    struct pdoc__writer writer;
    if (!pdoc__writer_start(&writer, sink, error))
        return false;
    pdoc__register_write(&writer, reg);
    return pdoc__writer_finish(&writer, error);
}

bool pdoc__register_write_to(const pdoc_register *reg, struct pdoc__sink sink, int level, pdoc_error **error)
{
    if (level == 0)
        return write_plain(reg, sink, error);
    struct pdoc__sink_gzip gzip;
    if (!pdoc__sink_gzip_start(&gzip, sink, level, error))
        return false;
    bool done = write_plain(reg, pdoc__sink_gzip(&gzip), error) && pdoc__sink_gzip_finish(&gzip, error);
    pdoc__sink_gzip_free(&gzip);
    return done;
}

pdoc_text *pdoc_register_write_memory(const pdoc_register *reg, const pdoc_write_options *options, pdoc_error **error)
{
    int level;
    if (!reg) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "register: expected, and NULL was passed");
        return NULL;
    }
    if (!pdoc__write_level(options, NULL, &level, error))
        return NULL;
    struct pdoc__buffer buffer = {0};
    if (level == 0) /* the file is a little less than twice as long as the register */
        pdoc__buffer_reserve(&buffer, reg->arena.bytes / 4 * 7);
    if (pdoc__register_write_to(reg, pdoc__sink_memory(&buffer), level, error))
        return pdoc__buffer_take(&buffer, error);
    pdoc__buffer_free(&buffer);
    return NULL;
}

/* A copy that is saved over the same file must notice what the first would have noticed. */
static bool copy_origin(const pdoc_register *from, pdoc_register *to, pdoc_error **error)
{
    if (!from->origin.path)
        return true;
    size_t size = strlen(from->origin.path) + 1;
    char *path = pdoc__alloc(size, error);
    if (!path)
        return false;
    memcpy(path, from->origin.path, size);
    to->origin = from->origin;
    to->origin.path = path;
    return true;
}

pdoc_register *pdoc_register_copy(const pdoc_register *reg, pdoc_error **error)
{
    pdoc_text *text = pdoc_register_write_memory(reg, NULL, error);
    if (!text)
        return NULL;
    /* What fits into this process once is no stranger's file: only the sizes that objects have of themselves hold. */
    pdoc_read_options options = {.size = sizeof options, .max_depth = 256, .max_attributes = UINT32_MAX,
                                 .max_names = UINT32_MAX, .max_elements = UINT64_MAX, .max_bytes = UINT64_MAX};
    pdoc_register *copy =
        pdoc_register_read_memory(pdoc_text_data(text), pdoc_text_size(text), NULL, &options, error);
    pdoc_text_free(text);
    if (!copy || copy_origin(reg, copy, error))
        return copy;
    pdoc_register_unref(copy);
    return NULL;
}
