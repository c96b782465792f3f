/* SPDX-License-Identifier: MIT */
/* Reads a register: from the parser's events into the model. What is not known is kept; what is wrong is an error. */
#include "xml/register_reader.h"

#include <string.h>

#include "base/text.h"

static bool family_is_ours(const char *uri)
{
    return uri && strncmp(uri, PDOC__NAMESPACE_FAMILY, strlen(PDOC__NAMESPACE_FAMILY)) == 0;
}

void pdoc__reader_refuse_root(struct pdoc__reader *reader, const struct pdoc__sax_element *element)
{
    if (family_is_ours(element->uri) && element->uri != reader->namespace)
        pdoc__sax_fail(reader->sax, PDOC_ERR_NEWER,
                       "the file is of the form \"%s\"; this release reads \"" PDOC__NAMESPACE "\": use a newer release",
                       element->uri);
    else if (element->uri == reader->namespace)
        pdoc__sax_fail(reader->sax, PDOC_ERR_FORMAT, "the file holds a <%s>; expected a <register>", element->name);
    else
        pdoc__sax_fail(reader->sax, PDOC_ERR_FORMAT,
                       "the file holds a <%s> in %s%s%s; expected a <register> in the namespace " PDOC__NAMESPACE,
                       element->name, element->uri ? "the namespace \"" : "no namespace",
                       element->uri ? element->uri : "", element->uri ? "\"" : "");
    pdoc__sax_stop(reader->sax);
}

/* Digits, a point, digits. */
static bool is_version_number(const char *text)
{
    size_t major = strspn(text, "0123456789");
    size_t minor = text[major] == '.' ? strspn(text + major + 1, "0123456789") : 0;
    return major > 0 && minor > 0 && text[major + 1 + minor] == '\0';
}

/* "1.0" is of our major version; whatever must be understood must be our own. */
void pdoc__reader_check_claims(struct pdoc__reader *reader)
{
    const char *version = reader->reg->schema_version;
    if (version && (strncmp(version, "1.", 2) != 0 || !is_version_number(version))) {
        bool is_newer = is_version_number(version) && version[0] != '0';
        pdoc__sax_fail(reader->sax, is_newer ? PDOC_ERR_NEWER : PDOC_ERR_INVALID,
                       "schema-version=\"%s\": this release reads 1.0 and later 1.x", version);
        pdoc__sax_stop(reader->sax);
    }
    const char *at = reader->reg->must_understand;
    while (at && *at) {
        size_t size = strcspn(at, " \t\n\r");
        if (size > 0 && (size != strlen(PDOC__NAMESPACE) || strncmp(at, PDOC__NAMESPACE, size) != 0)) {
            pdoc__sax_fail(reader->sax, PDOC_ERR_NEWER, "the file must not be read without understanding \"%.*s\"",
                           (int)size, at);
            pdoc__sax_stop(reader->sax);
            return;
        }
        at += size;
        at += strspn(at, " \t\n\r");
    }
}

static void on_comment(void *context, const char *text)
{
    struct pdoc__reader *reader = context;
    pdoc__reader_unknown_comment(reader, text);
    if (reader->frame_count == 0)
        pdoc__reader_outside_root(reader);
}

static void on_instruction(void *context, const char *target, const char *data)
{
    struct pdoc__reader *reader = context;
    pdoc__reader_unknown_instruction(reader, target, data);
    if (reader->frame_count == 0)
        pdoc__reader_outside_root(reader);
}

static bool on_begin(void *context, struct pdoc__sax *sax)
{
    struct pdoc__reader *reader = context;
    reader->sax = sax;
    reader->form = PDOC__FORM_ROOT;
    pdoc__sax_use_direct(sax, &pdoc__reader_direct);
    return pdoc__reader_bind(reader);
}

static const struct pdoc__sax_handlers handlers = {
    .begin = on_begin, .comment = on_comment, .instruction = on_instruction};

static void reader_free(struct pdoc__reader *reader)
{
    struct pdoc__list *lists[] = {
        &reader->titles,   &reader->references, &reader->properties, &reader->relations,      &reader->versions,
        &reader->rows,     &reader->sections,   &reader->contents,   &reader->events,         &reader->values_at_hand,
        &reader->names[0], &reader->names[1],   &reader->names[2],   &reader->holders,        &reader->profiles,
        &reader->pending,  &reader->noticed,    &reader->dangling,   &reader->calendars,      &reader->refused,
        &reader->unknown_ids, &reader->jumps,     &reader->event_columns, &reader->others,
        &reader->non_working, &reader->working, &reader->patterns, &reader->meetings, &reader->attendees,
        &reader->forward_items, &reader->forward_columns, &reader->issues, &reader->issue_steps,
    };
    struct pdoc__buffer *buffers[] = {&reader->text, &reader->scratch, &reader->row_text, &reader->row_value,
                                      &reader->pieces};
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        pdoc__free(lists[i]->items);
    for (size_t i = 0; i < sizeof buffers / sizeof buffers[0]; i++)
        pdoc__buffer_free(buffers[i]);
    pdoc__free(reader);
}

static pdoc_register *read_input(struct pdoc__input *input, pdoc_error **error)
{
    struct pdoc__reader *reader = pdoc__alloc_zero(1, sizeof *reader, error);
    if (!reader)
        return NULL;
    reader->reg = pdoc_register_new(error);
    pdoc_register *reg = reader->reg;
    if (reg) /* most registers become a little more than half as long as their file */
        pdoc__arena_reserve(&reg->arena, (size_t)(pdoc__input_expected(input) / 16 * 9));
    if (reg && !pdoc__sax_parse(input, &handlers, reader, error)) {
        pdoc_register_unref(reg);
        reg = NULL;
    }
    reader_free(reader);
    return reg;
}

/* What the file was, for the guard against lost updates; a path that cannot be resolved leaves no guard. */
static bool remember_origin(pdoc_register *reg, const struct pdoc__input *input, const char *path, pdoc_error **error)
{
    char *resolved = pdoc__alloc(PDOC__PATH_MAX, error);
    if (!resolved)
        return false;
    if (!S_ISREG(input->status.st_mode) || !pdoc__system.realpath(path, resolved)) {
        pdoc__free(resolved);
        return true;
    }
    reg->origin = (struct pdoc__origin){.path = resolved,
                                        .device = (uint64_t)input->status.st_dev,
                                        .inode = (uint64_t)input->status.st_ino,
                                        .size = (int64_t)input->status.st_size,
                                        .seconds = (int64_t)input->status.st_mtim.tv_sec,
                                        .nanoseconds = (int64_t)input->status.st_mtim.tv_nsec};
    return true;
}

pdoc_register *pdoc_register_read_file(const char *path, const pdoc_read_options *options, pdoc_error **error)
{
    struct pdoc__limits limits;
    struct pdoc__input input;
    if (!path) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a file to read needs a path");
        return NULL;
    }
    if (!pdoc__limits_fill(options, &limits, error) || !pdoc__input_open_file(&input, path, &limits, error))
        return NULL;
    pdoc_register *reg = read_input(&input, error);
    if (reg && !remember_origin(reg, &input, path, error)) {
        pdoc_register_unref(reg);
        reg = NULL;
    }
    pdoc__input_close(&input);
    return reg;
}

pdoc_register *pdoc_register_read_memory(const void *data, size_t size, const char *name,
                                         const pdoc_read_options *options, pdoc_error **error)
{
    struct pdoc__limits limits;
    struct pdoc__input input;
    if (!data && size > 0) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "memory to read needs an address");
        return NULL;
    }
    if (!pdoc__limits_fill(options, &limits, error) ||
        !pdoc__input_open_memory(&input, data, size, name, &limits, error))
        return NULL;
    pdoc_register *reg = read_input(&input, error);
    pdoc__input_close(&input);
    return reg;
}

pdoc_register *pdoc_register_read_stream(pdoc_read_function read, void *context, const char *name,
                                         const pdoc_read_options *options, pdoc_error **error)
{
    struct pdoc__limits limits;
    struct pdoc__input input;
    if (!read) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a stream to read needs a function");
        return NULL;
    }
    if (!pdoc__limits_fill(options, &limits, error) ||
        !pdoc__input_open_function(&input, read, context, name, &limits, error))
        return NULL;
    pdoc_register *reg = read_input(&input, error);
    pdoc__input_close(&input);
    return reg;
}
