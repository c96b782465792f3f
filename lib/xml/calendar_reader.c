/* SPDX-License-Identifier: MIT */
/* Reads calendar files, and gives the shipped ones. Knows nothing of registers, and counts no days. */
#include <string.h>

#include "base/text.h"
#include "time/calendar_data.h"
#include "xml/embedded.h"
#include "xml/small_file.h"

enum { ID, NAME, VERSION, WEEKEND, FROM, TO, AS_OF, SOURCE, SCHEMA_VERSION, MUST_UNDERSTAND, ROOT_ATTRIBUTES };
static const char *const root_attributes[ROOT_ATTRIBUTES] = {
    [ID] = "id",       [NAME] = "name",     [VERSION] = "version",
    [FROM] = "from",   [TO] = "to",         [WEEKEND] = "weekend",
    [AS_OF] = "as-of", [SOURCE] = "source", [SCHEMA_VERSION] = "schema-version",
    [MUST_UNDERSTAND] = "must-understand",
};

enum { DAYS_ON, DAYS_FROM, DAYS_TO, DAYS_NAME, DAYS_ATTRIBUTES };
static const char *const days_attributes[DAYS_ATTRIBUTES] = {
    [DAYS_ON] = "on", [DAYS_FROM] = "from", [DAYS_TO] = "to", [DAYS_NAME] = "name"};

typedef pdoc_status add_days_function(pdoc_calendar_builder *builder, pdoc_date first, pdoc_date last, const char *name,
                                      pdoc_error **error);

static const struct {
    const char *name;
    add_days_function *add;
} days_elements[] = {
    {"non-working", pdoc_calendar_builder_add_non_working},
    {"working", pdoc_calendar_builder_add_working},
};

struct parse {
    struct pdoc__sax *sax;
    struct pdoc__arena texts;       /* of the attributes of one element */
    pdoc_calendar_builder *builder; /* NULL: before the root, or it was refused */
    uint32_t depth;                 /* of the open elements */
    uint32_t foreign;               /* depth of the outermost open element of another namespace; 0: none is open */
};

static bool begin(void *context, struct pdoc__sax *sax)
{
    struct parse *parse = context;
    parse->sax = sax;
    return true;
}

/* ---- attributes ---- */

static void out_of_memory(struct parse *parse)
{
    pdoc_error *error = NULL;
    pdoc__fail_memory(&error);
    pdoc__sax_take_error(parse->sax, error);
    pdoc__sax_stop(parse->sax);
}

/* Says an error of the builder as one of the file. */
static bool take(struct parse *parse, pdoc_error *error)
{
    if (pdoc_error_status(error) == PDOC_ERR_NOMEM) {
        pdoc__sax_take_error(parse->sax, error);
        pdoc__sax_stop(parse->sax);
        return false;
    }
    pdoc__sax_fail(parse->sax, PDOC_ERR_INVALID, "%s", pdoc_error_message(error));
    pdoc_error_free(error);
    return false;
}

static size_t index_of(const char *const *names, size_t count, const char *name)
{
    size_t i = 0;
    while (i < count && strcmp(names[i], name) != 0)
        i++;
    return i;
}

/* A word that is not known might be a misspelt holiday: what is left out here would become a working day. */
static bool refuse_attribute(struct parse *parse, const struct pdoc__sax_element *element, const char *const *names,
                             const char *name)
{
    const bool is_root = names == root_attributes;
    pdoc__sax_fail(parse->sax, PDOC_ERR_INVALID, "'%.60s' has an attribute '%.60s'; expected one of %s", element->name,
                   name, is_root ? "id, name, version, weekend, from, to, as-of, source" : "on, from, to, name");
    return false;
}

/* Values by the places of their names; NULL where one is not there. */
static bool read_attributes(struct parse *parse, const struct pdoc__sax_element *element, const char *const *names,
                            size_t count, const char **values)
{
    const struct pdoc__sax_attributes *attributes = &element->attributes;
    for (size_t i = 0; i < count; i++)
        values[i] = NULL;
    for (size_t i = 0; i < attributes->count; i++) {
        size_t size = 0;
        const char *name = pdoc__sax_attribute_name(attributes, i);
        const char *value = pdoc__sax_attribute_value(attributes, i, &size);
        const size_t place = index_of(names, count, name);
        if (pdoc__sax_attribute_uri(attributes, i))
            continue;
        if (place == count)
            return refuse_attribute(parse, element, names, name);
        values[place] = pdoc__arena_text(&parse->texts, value, size, NULL);
        if (!values[place]) {
            out_of_memory(parse);
            return false;
        }
    }
    return true;
}

static bool read_date(struct parse *parse, const char *name, const char *text, pdoc_date *out)
{
    *out = (pdoc_date){0, 0, 0};
    if (!text) {
        pdoc__sax_fail(parse->sax, PDOC_ERR_INVALID, "'%s' is missing; expected a day, such as %s=\"2026-12-25\"", name,
                       name);
        return false;
    }
    if (pdoc_date_parse(text, out, NULL) == PDOC_OK && out->day != 0)
        return true;
    pdoc__sax_fail(parse->sax, PDOC_ERR_INVALID,
                   "%s=\"%.40s\" is no day; expected one that exists, such as 2026-12-25", name, text);
    return false;
}

/* ---- elements ---- */

static bool check_schema_version(struct parse *parse, const char *const *values)
{
    const char *version = values[SCHEMA_VERSION];
    const char *must = values[MUST_UNDERSTAND];
    if (version && strcmp(version, "1") != 0 && strncmp(version, "1.", 2) != 0)
        pdoc__sax_fail(parse->sax, PDOC_ERR_NEWER, "schema version '%.20s' is not one that this release reads (1)",
                       version);
    else if (must && *must)
        pdoc__sax_fail(parse->sax, PDOC_ERR_NEWER, "'%.80s' must be understood, and this release does not know it",
                       must);
    else
        return true;
    pdoc__sax_stop(parse->sax);
    return false;
}

static bool fill_root(struct parse *parse, const char *const *values)
{
    pdoc_error *error = NULL;
    pdoc_date as_of = {0, 0, 0};
    if (values[AS_OF] && !read_date(parse, "as-of", values[AS_OF], &as_of))
        return false;
    if (pdoc_calendar_builder_set_name(parse->builder, values[NAME], &error) != PDOC_OK ||
        pdoc__calendar_builder_set_version(parse->builder, values[VERSION], &error) != PDOC_OK ||
        pdoc_calendar_builder_set_source(parse->builder, values[SOURCE], as_of, &error) != PDOC_OK)
        return take(parse, error);
    if (values[WEEKEND] && pdoc_calendar_builder_set_weekend(parse->builder, values[WEEKEND], &error) != PDOC_OK)
        return take(parse, error);
    return true;
}

static bool start_root(struct parse *parse, const struct pdoc__sax_element *element)
{
    const char *values[ROOT_ATTRIBUTES];
    pdoc_error *error = NULL;
    pdoc_date from, to;
    if (!pdoc__small_file_check_root(parse->sax, element, "calendar") ||
        !read_attributes(parse, element, root_attributes, ROOT_ATTRIBUTES, values) ||
        !check_schema_version(parse, values) || !read_date(parse, "from", values[FROM], &from) ||
        !read_date(parse, "to", values[TO], &to))
        return false;
    parse->builder = pdoc_calendar_builder_new(values[ID], from, to, &error);
    return parse->builder ? fill_root(parse, values) : take(parse, error);
}

static void start_days(struct parse *parse, const struct pdoc__sax_element *element, add_days_function *add)
{
    const char *values[DAYS_ATTRIBUTES];
    pdoc_error *error = NULL;
    pdoc_date first, last = {0, 0, 0};
    if (!read_attributes(parse, element, days_attributes, DAYS_ATTRIBUTES, values))
        return;
    if (values[DAYS_ON] && (values[DAYS_FROM] || values[DAYS_TO])) {
        pdoc__sax_fail(parse->sax, PDOC_ERR_INVALID,
                       "'%s' has 'on' and a range; expected on=\"...\" for one day, or from=\"...\" to=\"...\"",
                       element->name);
        return;
    }
    if (values[DAYS_FROM] || values[DAYS_TO]) {
        if (!read_date(parse, "from", values[DAYS_FROM], &first) || !read_date(parse, "to", values[DAYS_TO], &last))
            return;
    } else if (!read_date(parse, "on", values[DAYS_ON], &first)) {
        return;
    }
    if (add(parse->builder, first, last, values[DAYS_NAME], &error) != PDOC_OK)
        take(parse, error);
}

static void start_child(struct parse *parse, const struct pdoc__sax_element *element)
{
    for (size_t i = 0; parse->depth == 1 && i < sizeof days_elements / sizeof *days_elements; i++) {
        if (strcmp(days_elements[i].name, element->name) != 0)
            continue;
        start_days(parse, element, days_elements[i].add);
        return;
    }
    pdoc__sax_fail(parse->sax, PDOC_ERR_INVALID,
                   "'%.60s' is not known here; expected 'non-working' or 'working', directly in 'calendar'",
                   element->name);
}

static void start(void *context, const struct pdoc__sax_element *element)
{
    struct parse *parse = context;
    pdoc__arena_reset(&parse->texts);
    if (parse->depth == 0) {
        if (!start_root(parse, element))
            pdoc__sax_stop(parse->sax); /* nothing can be said of days without it */
    } else if (parse->foreign == 0) {
        if (pdoc__small_file_is_ours(element->uri))
            start_child(parse, element);
        else
            parse->foreign = parse->depth + 1;
    }
    parse->depth++;
}

static void end(void *context)
{
    struct parse *parse = context;
    if (parse->foreign == parse->depth)
        parse->foreign = 0;
    parse->depth--;
}

static void text(void *context, const char *data, size_t size)
{
    struct parse *parse = context;
    if (parse->foreign == 0 && !pdoc__text_is_space(data, size))
        pdoc__sax_fail(parse->sax, PDOC_ERR_INVALID, "a calendar holds no text; expected elements 'non-working' and "
                                                     "'working' only");
}

/* ---- the whole ---- */

static const struct pdoc__sax_handlers handlers = {.begin = begin,
                                                   .start = start,
                                                   .end = end,
                                                   .text = text,
                                                   .comment = pdoc__small_file_comment,
                                                   .instruction = pdoc__small_file_instruction};

static pdoc_calendar *read_input(struct pdoc__input *input, pdoc_error **error)
{
    struct parse parse = {0};
    const bool good = pdoc__sax_parse(input, &handlers, &parse, error);
    pdoc_calendar *calendar = good ? pdoc_calendar_builder_finish(parse.builder, error) : NULL;
    pdoc_calendar_builder_free(parse.builder);
    pdoc__arena_free(&parse.texts);
    pdoc__input_close(input);
    return calendar;
}

pdoc_calendar *pdoc_calendar_read_file(const char *path, pdoc_error **error)
{
    struct pdoc__input input;
    return pdoc__small_file_open(&input, path, "a calendar", error) ? read_input(&input, error) : NULL;
}

pdoc_calendar *pdoc_calendar_read_memory(const void *data, size_t size, const char *name, pdoc_error **error)
{
    struct pdoc__input input;
    return pdoc__small_file_open_memory(&input, data, size, name, error) ? read_input(&input, error) : NULL;
}

size_t pdoc_calendar_shipped_count(void)
{
    return pdoc__embedded_calendar_count;
}

const char *pdoc_calendar_shipped_id(size_t index)
{
    return index < pdoc__embedded_calendar_count ? pdoc__embedded_calendars[index].id : NULL;
}

pdoc_calendar *pdoc_calendar_shipped(const char *id, pdoc_error **error)
{
    for (size_t i = 0; id && i < pdoc__embedded_calendar_count; i++) {
        const struct pdoc__embedded *file = &pdoc__embedded_calendars[i];
        if (strcmp(file->id, id) == 0)
            return pdoc_calendar_read_memory(file->data, file->size, file->id, error);
    }
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no shipped calendar \"%.60s\"", id ? id : "");
    return NULL;
}
