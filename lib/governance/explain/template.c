/* SPDX-License-Identifier: MIT */
/* Values as recorded, and templates filled in with them. Decides nothing. */
#include "governance/explain/template.h"

#include <string.h>

#define LONGEST_NAME 127 /* of what stands between braces */

static void add_date(struct pdoc__buffer *out, const struct pdoc__value *value, size_t index)
{
    if (value->count > 1)
        pdoc__buffer_date(out, pdoc__interval_date(value->dates[index]));
    else if (pdoc_date_is_recorded(value->as_recorded))
        pdoc__buffer_date(out, value->as_recorded);
    else
        pdoc__buffer_date(out, pdoc__interval_date(value->date));
}

static void add_item(struct pdoc__buffer *out, const struct pdoc__value *value, size_t index)
{
    if (value->type == PDOC__DATE)
        add_date(out, value, index);
    else if (value->type == PDOC__NUMBER && !value->text)
        pdoc__buffer_number(out, value->number);
    else
        pdoc__buffer_text(out, value->count > 1 ? value->items[index] : value->text);
}

/* The cell that a value came from, as it was printed. */
static const char *printed_text(const struct pdoc__judge *judge, const struct pdoc__value *value)
{
    const struct pdoc_version *version = judge->version;
    if (value->row < 0 || value->count > 1 || !version || value->row >= version->row_count)
        return NULL;
    return version->rows[value->row].text;
}

void pdoc__write_recorded(struct pdoc__buffer *out, const struct pdoc__judge *judge, const struct pdoc__value *value)
{
    const char *printed = printed_text(judge, value);
    if (value->state == PDOC__NOTHING)
        pdoc__buffer_text(out, "nothing recorded");
    else if (printed)
        pdoc__buffer_text(out, printed);
    else if (value->count == 0 && !value->text)
        pdoc__buffer_text(out, "nothing that can be told for certain");
    for (size_t i = 0; !printed && i < value->count; i++) {
        pdoc__buffer_text(out, i > 0 ? ", " : "");
        add_item(out, value, i);
    }
    if (value->count == 0 && !printed && value->state == PDOC__CANNOT_TELL && value->text)
        pdoc__buffer_text(out, value->text);
    if (value->printed && value->state == PDOC__GIVEN)
        pdoc__buffer_text(out, " (as printed)");
}

/* ---- templates ---- */

static const char *argument_named(const struct pdoc__argument *arguments, const char *name)
{
    for (; arguments && arguments->name; arguments++)
        if (strcmp(arguments->name, name) == 0)
            return arguments->text;
    return NULL;
}

/* Writes what stands for {name}; false if nothing does. */
static bool add_placeholder(struct pdoc__buffer *out, struct pdoc__judge *judge, const char *name,
                            const struct pdoc__argument *arguments)
{
    const char *text = argument_named(arguments, name);
    struct pdoc__operand operand;
    if (text) {
        pdoc__buffer_text(out, text);
        return true;
    }
    if (!judge->profile || !pdoc__operand_resolve(judge->profile, name, -1, &operand))
        return false;
    const struct pdoc__value value = pdoc__operand_value(judge, &operand, NULL);
    pdoc__write_recorded(out, judge, &value);
    return true;
}

void pdoc__write_template(struct pdoc__buffer *out, struct pdoc__judge *judge, const char *template,
                          const struct pdoc__argument *arguments)
{
    while (*template) {
        const char *open = strchr(template, '{');
        const char *close = open ? strchr(open, '}') : NULL;
        if (!close) {
            pdoc__buffer_text(out, template);
            break;
        }
        char name[LONGEST_NAME + 1];
        size_t size = (size_t)(close - open) - 1;
        pdoc__buffer_add(out, template, (size_t)(open - template));
        template = close + 1;
        size_t kept = size < LONGEST_NAME ? size : 0;
        memcpy(name, open + 1, kept);
        name[kept] = '\0';
        if (kept == 0 || !add_placeholder(out, judge, name, arguments))
            pdoc__buffer_add(out, open, size + 2);
    }
}
