/* SPDX-License-Identifier: MIT */
/* Attributes of an event on the command line: every one of the library's table is an option by its name. */
#include "command.h"

#include <string.h>

static bool add_attribute(const char *name, size_t name_size, const char *value, struct options *out)
{
    if (out->attribute_count == ATTRIBUTES_MOST) {
        say("an event takes %d attributes at most here", ATTRIBUTES_MOST);
        return false;
    }
    out->attributes[out->attribute_count++] = (struct attribute){name, name_size, value};
    out->given |= OPTION_ATTRIBUTE;
    return true;
}

bool attribute_add_pair(const char *option, const char *value, struct options *out)
{
    const size_t size = strcspn(value, "=");
    if (size > 0 && value[size] == '=')
        return add_attribute(value, size, value + size + 1, out);
    say("--%s takes NAME=VALUE; \"%s\" is none", option, value);
    return false;
}

#define REASON_CODE "reason-code" /* the attribute "reason"; --reason says why the change is made */

const char *attribute_named(const char *argument, const struct command *command, size_t *size)
{
    const char *name = argument + 2;
    *size = strcspn(argument[1] == '-' ? name : "", "=");
    if (!command || !(command->options & OPTION_ATTRIBUTE) || *size == 0)
        return NULL;
    if (*size == strlen(REASON_CODE) && strncmp(name, REASON_CODE, *size) == 0)
        return "reason";
    for (size_t i = 0; i < pdoc_table_count(PDOC_TABLE_EVENT_ATTRIBUTE); i++) {
        const char *code = pdoc_table_code(PDOC_TABLE_EVENT_ATTRIBUTE, i);
        if (strlen(code) == *size && strncmp(code, name, *size) == 0)
            return code;
    }
    return NULL;
}

bool attribute_read(const char *name, size_t size, char **arguments, int left, struct options *out, int *used)
{
    const char *value = arguments[0][2 + size] == '=' ? arguments[0] + 2 + size + 1 : NULL;
    *used = 1;
    if (!value && left > 1) {
        value = arguments[1];
        *used = 2;
    }
    if (value)
        return add_attribute(name, strlen(name), value, out);
    say("--%s needs a value", name);
    return false;
}
