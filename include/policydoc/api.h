/* SPDX-License-Identifier: MIT */
/* How the other headers mark what is public. Knows nothing of documents. */
#ifndef POLICYDOC_API_H
#define POLICYDOC_API_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define PDOC_BEGIN extern "C" {
#define PDOC_END }
#else
#define PDOC_BEGIN
#define PDOC_END
#endif

#if defined(__GNUC__) || defined(__clang__)
#define PDOC_API __attribute__((visibility("default")))
#define PDOC_NODISCARD __attribute__((warn_unused_result))
#else
#define PDOC_API
#define PDOC_NODISCARD
#endif

#endif
