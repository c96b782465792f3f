/* SPDX-License-Identifier: MIT */
/* Texts of a report: put together from parts, values and templates; stored once. Decides nothing. */
#include <string.h>

#include "governance/audit/audit.h"

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

const char *pdoc__say_value(struct pdoc__audit *audit, const struct pdoc__value *value)
{
    begin(audit);
    pdoc__write_recorded(&audit->words, &audit->judge, value);
    return finish(audit);
}

const char *pdoc__say_template(struct pdoc__audit *audit, const char *template, const struct pdoc__argument *arguments)
{
    if (!strchr(template, '{'))
        return template;
    begin(audit);
    pdoc__write_template(&audit->words, &audit->judge, template, arguments);
    return finish(audit);
}
