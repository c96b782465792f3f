/* SPDX-License-Identifier: MIT */
/* Reads a register: from the parser's events into the model. What is not known is kept; what is wrong is an error. */
#include "xml/register_reader.h"

#include <string.h>

#include "base/text.h"

/* Takes the attributes that the form knows; the others' places come back as bits (the parser allows 256 at most; from the
   64th on they are unknown to every element). */
static uint64_t read_attributes(struct pdoc__reader *reader, const struct pdoc__sax_element *element, int form)
{
    uint64_t allowed = pdoc__forms[form].attributes;
    uint64_t others = 0;
    const struct pdoc__sax_attributes *attributes = &element->attributes;
    for (size_t i = 0; i < attributes->count; i++) {
        const char *uri = pdoc__sax_attribute_uri(attributes, i);
        const struct pdoc__bound *bound = pdoc__reader_name(reader, pdoc__sax_attribute_name(attributes, i));
        bool is_ours = bound && bound->attribute >= 0 && (allowed >> bound->attribute & 1u) &&
                       uri == (bound->attribute == A_LANG ? reader->xml_namespace : NULL);
        if (is_ours) {
            struct pdoc__slice *value = &reader->values[bound->attribute];
            value->text = pdoc__sax_attribute_value(attributes, i, &value->size);
            reader->given |= UINT64_C(1) << bound->attribute;
        } else {
            others |= UINT64_C(1) << (i < 63 ? i : 63);
        }
    }
    return others;
}

/* Once the element has become a part: what an event records, and what nobody knows. */
static void read_other_attributes(struct pdoc__reader *reader, const struct pdoc__sax_element *element, int form,
                                  uint64_t others)
{
    const struct pdoc__sax_attributes *attributes = &element->attributes;
    for (size_t i = 0; i < attributes->count; i++) {
        if (!(others >> (i < 63 ? i : 63) & 1u))
            continue;
        const char *uri = pdoc__sax_attribute_uri(attributes, i);
        const struct pdoc__bound *bound = pdoc__reader_name(reader, pdoc__sax_attribute_name(attributes, i));
        bool is_recorded = form == PDOC__FORM_EVENT && uri == NULL && bound && bound->event_attribute >= 0 &&
                           pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, (size_t)bound->event_attribute)->extra == 0;
        struct pdoc__slice value;
        value.text = pdoc__sax_attribute_value(attributes, i, &value.size);
        if (is_recorded)
            pdoc__reader_event_attribute(reader, bound->event_attribute, value);
        else
            pdoc__reader_unknown_attribute(reader, attributes, i);
    }
}

static void reset_children(struct pdoc__reader *reader, int form)
{
    for (size_t child = reader->children[form].first; child < reader->children[form].end; child++)
        reader->counts[child] = 0;
}

static void start_known(struct pdoc__reader *reader, const struct pdoc__sax_element *element, int form,
                        const struct pdoc__bound *bound)
{
    if (reader->frame_count > 0 && reader->pending.count > 0)
        pdoc__reader_place_pending(reader, form);
    if (++reader->counts[form] > 1 && pdoc__forms[form].is_single)
        pdoc__sax_fail(reader->sax, PDOC_ERR_INVALID, "a second <%s>; there may be one", bound->name);
    reader->frames[reader->frame_count++] = (struct pdoc__frame){(uint8_t)form, (uint32_t)reader->pending.count};
    if (pdoc__forms[form].sort == PDOC__FORM_TEXT)
        reader->text.size = 0;
    else if (pdoc__forms[form].sort == PDOC__FORM_HOLDS)
        reset_children(reader, form);
    if (element->namespaces.count > 0)
        pdoc__reader_namespaces(reader, &element->namespaces);
    reader->given = 0;
    uint64_t others = element->attributes.count > 0 ? read_attributes(reader, element, form) : 0;
    if (form == PDOC__FORM_EVENT)
        pdoc__reader_start_event(reader, bound);
    else
        pdoc__reader_start_part(reader, form);
    if (form == PDOC__FORM_VALUE)
        reader->value_attribute = bound->event_attribute;
    if (others)
        read_other_attributes(reader, element, form, others);
}

static bool family_is_ours(const char *uri)
{
    return uri && strncmp(uri, PDOC__NAMESPACE_FAMILY, strlen(PDOC__NAMESPACE_FAMILY)) == 0;
}

static void refuse_root(struct pdoc__reader *reader, const struct pdoc__sax_element *element)
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
static void check_claims(struct pdoc__reader *reader)
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

static bool is_history(int form)
{
    return form == PDOC__FORM_HISTORY || form == PDOC__FORM_REGISTER_HISTORY;
}

static void on_start(void *context, const struct pdoc__sax_element *element)
{
    struct pdoc__reader *reader = context;
    if (reader->fragment_depth > 0) {
        pdoc__reader_unknown_start(reader, element);
        return;
    }
    int parent = reader->frame_count > 0 ? reader->frames[reader->frame_count - 1].form : PDOC__FORM_ROOT;
    const struct pdoc__bound *bound =
        element->uri == reader->namespace ? pdoc__reader_name(reader, element->name) : NULL;
    int form = pdoc__reader_form(bound, parent);
    if (form >= 0) {
        start_known(reader, element, form, bound);
        if (parent == PDOC__FORM_ROOT)
            check_claims(reader);
    } else if (parent == PDOC__FORM_ROOT) {
        refuse_root(reader, element);
    } else {
        if (element->uri == reader->namespace && is_history(parent))
            pdoc__reader_unknown_event(reader, element);
        pdoc__reader_unknown_start(reader, element);
    }
}

static void on_end(void *context)
{
    struct pdoc__reader *reader = context;
    if (reader->fragment_depth > 0) {
        pdoc__reader_unknown_end(reader);
        return;
    }
    int form = reader->frames[reader->frame_count - 1].form;
    if (reader->pending.count > 0 && pdoc__forms[form].sort != PDOC__FORM_TEXT)
        pdoc__reader_end_pending(reader, pdoc__reader_owner(reader, form), reader->counts[form] - 1);
    pdoc__reader_end_part(reader, form);
    reader->frame_count--;
}

/* What stands between two tags of a file that is laid out: a line's end and spaces, the last eight at once. */
static bool is_layout(const char *text, size_t size)
{
    char last[8];
    if (size < 2 || size > 17 || text[0] != '\n')
        return false;
    memcpy(last, size > 8 ? text + size - 8 : "        ", sizeof last);
    for (size_t i = 1; i < size && i < 9; i++)
        if (text[i] != ' ')
            return false;
    return memcmp(last, "        ", sizeof last) == 0;
}

static void on_text(void *context, const char *text, size_t size)
{
    struct pdoc__reader *reader = context;
    if (reader->fragment_depth > 0) {
        pdoc__reader_unknown_text(reader, text, size);
        return;
    }
    if (reader->frame_count == 0)
        return;
    if (pdoc__forms[reader->frames[reader->frame_count - 1].form].sort == PDOC__FORM_TEXT)
        pdoc__buffer_add(&reader->text, text, size);
    else if (reader->pending.count > 0 || (!is_layout(text, size) && !pdoc__text_is_space(text, size)))
        pdoc__reader_unknown_text(reader, text, size);
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
    return pdoc__reader_bind(reader);
}

static const struct pdoc__sax_handlers handlers = {on_begin, on_start, on_end, on_text, on_comment, on_instruction};

static void reader_free(struct pdoc__reader *reader)
{
    struct pdoc__list *lists[] = {
        &reader->titles,   &reader->references, &reader->properties, &reader->relations,      &reader->versions,
        &reader->rows,     &reader->sections,   &reader->contents,   &reader->events,         &reader->values_at_hand,
        &reader->names[0], &reader->names[1],   &reader->names[2],   &reader->holders,        &reader->profiles,
        &reader->pending,  &reader->noticed,    &reader->dangling,   &reader->calendars,      &reader->refused,
        &reader->unknown_ids,
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
