/* SPDX-License-Identifier: MIT */
/* What the readers of small files share. Knows neither profiles nor calendars. */
#include "xml/small_file.h"

#include <string.h>

#include "base/error.h"
#include "xml/form.h"

/* What is read is looked up by walking: so many elements at most. */
static bool fill_limits(struct pdoc__limits *out, pdoc_error **error)
{
    const pdoc_read_options strict = {.size = sizeof strict,
                                      .strict = 1,
                                      .max_elements = 20000,
                                      .max_bytes = 1u << 20,
                                      .max_inflated_bytes = 1u << 20};
    return pdoc__limits_fill(&strict, out, error);
}

bool pdoc__small_file_open(struct pdoc__input *input, const char *path, const char *what, pdoc_error **error)
{
    struct pdoc__limits limits;
    if (path)
        return fill_limits(&limits, error) && pdoc__input_open_file(input, path, &limits, error);
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s to read needs a path", what);
    return false;
}

bool pdoc__small_file_open_memory(struct pdoc__input *input, const void *data, size_t size, const char *name,
                                  pdoc_error **error)
{
    struct pdoc__limits limits;
    if (data || size == 0)
        return fill_limits(&limits, error) && pdoc__input_open_memory(input, data, size, name, &limits, error);
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "memory to read needs an address");
    return false;
}

bool pdoc__small_file_is_ours(const char *uri)
{
    return uri && strcmp(uri, PDOC__NAMESPACE) == 0;
}

bool pdoc__small_file_check_root(struct pdoc__sax *sax, const struct pdoc__sax_element *element, const char *expected)
{
    const char *uri = element->uri ? element->uri : "";
    const bool is_ours = pdoc__small_file_is_ours(uri);
    if (!is_ours && strncmp(uri, PDOC__NAMESPACE_FAMILY, strlen(PDOC__NAMESPACE_FAMILY)) == 0)
        pdoc__sax_fail(sax, PDOC_ERR_NEWER,
                       "the namespace '%.60s' is not one that this release reads (" PDOC__NAMESPACE ")", uri);
    else if (!is_ours || strcmp(element->name, expected) != 0)
        pdoc__sax_fail(sax, PDOC_ERR_FORMAT,
                       "this is '%.60s' of namespace '%.60s', not a %s of namespace " PDOC__NAMESPACE, element->name,
                       uri, expected);
    else
        return true;
    pdoc__sax_stop(sax);
    return false;
}

void pdoc__small_file_comment(void *context, const char *data)
{
    (void)context;
    (void)data;
}

void pdoc__small_file_instruction(void *context, const char *target, const char *data)
{
    (void)context;
    (void)target;
    (void)data;
}
