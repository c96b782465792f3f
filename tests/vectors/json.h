/* SPDX-License-Identifier: MIT */
/* Values in JSON text: enough to read test vectors. */
#ifndef TESTS_VECTORS_JSON_H
#define TESTS_VECTORS_JSON_H

#include <stdbool.h>
#include <stddef.h>

const char *json_skip(const char *text); /* behind the value that begins there */
/* First value of a list, or first name of an object; then the next ones; NULL at the end. */
const char *json_first(const char *value);
const char *json_next(const char *value);
const char *json_member(const char *object, const char *name); /* NULL: there is none */
long json_number(const char *value, long otherwise);
bool json_is(const char *value, const char *word); /* true, false, null */
bool json_text(const char *value, char *buffer, size_t size); /* without escapes */

#endif
