/* SPDX-License-Identifier: MIT */
/* Values in JSON text, found by walking over it. For vectors only: it trusts that the text is well formed. */
#include "json.h"

#include <stdlib.h>
#include <string.h>

static const char *skip_spaces(const char *text)
{
    return text + strspn(text, " \t\r\n,:");
}

static const char *skip_string(const char *text)
{
    for (text++; *text && *text != '"'; text++)
        text += *text == '\\' && text[1];
    return *text ? text + 1 : text;
}

const char *json_skip(const char *text)
{
    int depth = 0;
    text = skip_spaces(text);
    do {
        if (*text == '"') {
            text = skip_string(text);
            continue;
        }
        depth += *text == '{' || *text == '[';
        depth -= *text == '}' || *text == ']';
        if (*text)
            text++;
        if (depth == 0 && !strchr("{}[]\"", text[-1]))
            text += strcspn(text, " \t\r\n,:]}");
    } while (*text && depth > 0);
    return text;
}

const char *json_first(const char *value)
{
    value = skip_spaces(value);
    if (*value != '[' && *value != '{')
        return NULL;
    value = skip_spaces(value + 1);
    return *value && *value != ']' && *value != '}' ? value : NULL;
}

const char *json_next(const char *value)
{
    value = skip_spaces(json_skip(value));
    return *value && *value != ']' && *value != '}' ? value : NULL;
}

const char *json_member(const char *object, const char *name)
{
    const size_t size = strlen(name);
    for (const char *key = json_first(object); key; key = json_next(key)) {
        const bool is_it = *key == '"' && strncmp(key + 1, name, size) == 0 && key[size + 1] == '"';
        key = skip_spaces(json_skip(key));
        if (is_it)
            return key;
    }
    return NULL;
}

long json_number(const char *value, long otherwise)
{
    if (!value || !strchr("-0123456789", *value))
        return otherwise;
    return strtol(value, NULL, 10);
}

bool json_is(const char *value, const char *word)
{
    return value && strncmp(value, word, strlen(word)) == 0;
}

bool json_text(const char *value, char *buffer, size_t size)
{
    if (!value || *value != '"')
        return false;
    const size_t length = (size_t)(skip_string(value) - value);
    if (length < 2 || length - 2 >= size)
        return false;
    memcpy(buffer, value + 1, length - 2);
    buffer[length - 2] = '\0';
    return true;
}
