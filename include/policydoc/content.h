/* SPDX-License-Identifier: MIT */
/* Contents: the files that hold the words of a version, and the hashes by which copies of them are told apart. */
#ifndef POLICYDOC_CONTENT_H
#define POLICYDOC_CONTENT_H

#include <policydoc/error.h>

PDOC_BEGIN

/** Room for a SHA-256 in hexadecimal, with its NUL. */
#define PDOC_SHA256_TEXT 65

/**
 * SHA-256 of a content in memory, in small hexadecimal digits.
 * @param data  Its bytes; NULL only if there are none. @param out  Room for PDOC_SHA256_TEXT bytes.
 * @return PDOC_OK, or ARGUMENT.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_content_hash(const void *data, size_t size, char *out, pdoc_error **error);
/**
 * SHA-256 of the content of a file, which is read block by block.
 * @param path  A regular file; a pipe, a device or a folder is none. @param out  As in pdoc_content_hash.
 * @return PDOC_OK, ARGUMENT or READ.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_status pdoc_content_hash_file(const char *path, char *out, pdoc_error **error);

PDOC_END
#endif
