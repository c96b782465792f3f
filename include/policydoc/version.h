/* SPDX-License-Identifier: MIT */
/* Which release of the library this is. */
#ifndef POLICYDOC_VERSION_H
#define POLICYDOC_VERSION_H

#include <policydoc/api.h>

/** Release that these headers belong to. */
#define PDOC_VERSION_MAJOR 0
#define PDOC_VERSION_MINOR 1
#define PDOC_VERSION_PATCH 0
#define PDOC_VERSION_TEXT "0.1.0"

PDOC_BEGIN

/**
 * Release of the library that is linked, such as "0.1.0".
 *
 * The name is also the tag of `struct pdoc_version`, a version of a document: that type is therefore always
 * written with `struct`, as `struct stat` is beside `stat()`.
 * @return A string that lives as long as the library.
 * @since 0.1
 */
PDOC_API const char *pdoc_version(void);

PDOC_END
#endif
