/* SPDX-License-Identifier: MIT */
/* Texts of a report: values as recorded, templates filled in. Decides nothing. */
#include <string.h>

#include "base/text.h"
#include "governance/audit/audit.h"

#define LONGEST_NAME 127 /* of what stands between braces */

static void begin(struct pdoc__audit *audit)
{
    audit->words.size = 0;
}

static const char *finish(struct pdoc__audit *audit)
{
    const char *text = NULL;
    if (!audit->words.failed)
        text = pdoc__arena_text(&audit->texts, audit->words.data ? audit->words.data : "", audit->words.size, NULL);
    audit->failed |= text == NULL;
    return text ? text : "";
}

const char *pdoc__say(struct pdoc__audit *audit, const char *const *parts)
{
    begin(audit);
    for (; *parts; parts++)
        pdoc__buffer_text(&audit->words, *parts);
    return finish(audit);
}

const char *pdoc__say_date(struct pdoc__audit *audit, pdoc_date date)
{
    begin(audit);
    pdoc__buffer_date(&audit->words, date);
    return finish(audit);
}

const char *pdoc__say_number(struct pdoc__audit *audit, int64_t number)
{
    begin(audit);
    pdoc__buffer_number(&audit->words, number);
    return finish(audit);
}

const char *pdoc__say_day(struct pdoc__audit *audit, int32_t day)
{
    return pdoc__say_date(audit, pdoc__day_date(day));
}

void pdoc__settle(struct pdoc__audit *audit, struct pdoc__finding *finding)
{
    const char **texts[] = {&finding->place, &finding->message, &finding->expected, &finding->found, &finding->remedy};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (!*texts[i])
            continue;
        *texts[i] = pdoc__pool_add(&audit->report->pool, &audit->report->arena, *texts[i], strlen(*texts[i]), NULL);
        audit->failed |= *texts[i] == NULL;
    }
    if (audit->texts.blocks)
        pdoc__arena_reset(&audit->texts);
}

/* ---- values ---- */

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
static const char *printed_text(const struct pdoc__audit *audit, const struct pdoc__value *value)
{
    const struct pdoc_version *version = audit->judge.version;
    if (value->row < 0 || value->count > 1 || !version || value->row >= version->row_count)
        return NULL;
    return version->rows[value->row].text;
}

static void add_value(struct pdoc__audit *audit, const struct pdoc__value *value)
{
    struct pdoc__buffer *out = &audit->words;
    const char *printed = printed_text(audit, value);
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

const char *pdoc__say_value(struct pdoc__audit *audit, const struct pdoc__value *value)
{
    begin(audit);
    add_value(audit, value);
    return finish(audit);
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
static bool add_placeholder(struct pdoc__audit *audit, const char *name, const struct pdoc__argument *arguments)
{
    const char *text = argument_named(arguments, name);
    struct pdoc__operand operand;
    if (text) {
        pdoc__buffer_text(&audit->words, text);
        return true;
    }
    if (!pdoc__operand_resolve(audit->judge.profile, name, -1, &operand))
        return false;
    const struct pdoc__value value = pdoc__operand_value(&audit->judge, &operand, NULL);
    add_value(audit, &value);
    return true;
}

const char *pdoc__say_template(struct pdoc__audit *audit, const char *template, const struct pdoc__argument *arguments)
{
    if (!strchr(template, '{'))
        return template;
    begin(audit);
    while (*template) {
        const char *open = strchr(template, '{');
        const char *close = open ? strchr(open, '}') : NULL;
        if (!close) {
            pdoc__buffer_text(&audit->words, template);
            break;
        }
        char name[LONGEST_NAME + 1];
        size_t size = (size_t)(close - open) - 1;
        pdoc__buffer_add(&audit->words, template, (size_t)(open - template));
        template = close + 1;
        size_t kept = size < LONGEST_NAME ? size : 0;
        memcpy(name, open + 1, kept);
        name[kept] = '\0';
        if (kept == 0 || !add_placeholder(audit, name, arguments))
            pdoc__buffer_add(&audit->words, open, size + 2);
    }
    return finish(audit);
}
