/* SPDX-License-Identifier: MIT */
/* A strict reader of small JSON files, value by value: what is not asked for is skipped. Knows nothing of what they say. */
#ifndef POLICYDOC_JSON_H
#define POLICYDOC_JSON_H

#include <stdbool.h>
#include <stddef.h>

#define JSON_DEPTH 16

struct json {
    const char *start;
    const char *at;
    int depth;
    bool failed;       /* sticky: the first mistake stays */
    const char *place; /* of the mistake */
    char message[200];
};

/* The text ends with a NUL and holds no other, and is UTF-8. */
void json_begin(struct json *json, const char *text);
bool json_fail(struct json *json, const char *place, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Line and column of the mistake, counted from 1; columns are bytes. */
void json_place(const struct json *json, unsigned *line, unsigned *column);

/* Enters an object or array; then json_next_member or json_next_item is asked until it is false. Each value must be read or
   skipped in between. */
bool json_open(struct json *json, char bracket);
/* The name of the next member, to be freed; false at the end, or when it failed. */
bool json_next_member(struct json *json, bool is_first, char **name);
bool json_next_item(struct json *json, bool is_first);
/* A string, to be freed; NULL when it failed. */
char *json_string(struct json *json);
bool json_skip(struct json *json); /* any value */
bool json_end(struct json *json);  /* nothing follows */

#endif
