/* SPDX-License-Identifier: MIT */
/* How the library makes errors. The sentence is for the user: found, expected, what to do. */
#ifndef PDOC_BASE_ERROR_H
#define PDOC_BASE_ERROR_H

#include "policydoc/error.h"

/* Where an error was found; members may be NULL or 0. */
struct pdoc__place {
    const char *file;
    uint32_t line;
    uint32_t column;
    const char *path;
};

#if defined(__GNUC__)
#define PDOC__PRINTF(template, arguments) __attribute__((format(printf, template, arguments)))
#define PDOC__COLD __attribute__((cold)) /* seldom called: what leads there is laid out away from the common path */
#else
#define PDOC__PRINTF(template, arguments)
#define PDOC__COLD
#endif

/* Sets *error (if error is not NULL) and returns the status, so that "return pdoc__fail(...)" is one line. */
pdoc_status pdoc__fail(pdoc_error **error, pdoc_status status, const char *format, ...)
    PDOC__PRINTF(3, 4) PDOC__COLD;
pdoc_status pdoc__fail_at(pdoc_error **error, pdoc_status status, const struct pdoc__place *place, const char *format,
                          ...) PDOC__PRINTF(4, 5) PDOC__COLD;
/* Out of memory: a static error that needs no allocation. Returns PDOC_ERR_NOMEM. */
pdoc_status pdoc__fail_memory(pdoc_error **error) PDOC__COLD;
/* Puts an error at the end of a chain; takes it over. */
void pdoc__error_append(pdoc_error **first, pdoc_error *last);
/* Orders a chain by line; those of one line, and those without a line, which come last, keep their order. */
void pdoc__error_sort(pdoc_error **first);

#endif
