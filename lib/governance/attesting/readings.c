/* SPDX-License-Identifier: MIT */
/* Readings in a history, held against the content of a version. */
#include "governance/attesting/readings.h"

#include <stdlib.h>

#include "base/text.h"
#include "governance/rows/judged_rows.h"
#include "governance/rows/matrix.h"

static const char *hash_of(const pdoc_event *event)
{
    return pdoc__event_says(event, PDOC__ATTRIBUTE_SHA256);
}

/* Does the event take down a hash of this version? */
static bool takes_down(const pdoc_event *event, const struct pdoc_version *version)
{
    return (event->kind == PDOC__EVENT_ATTESTED || event->kind == PDOC__EVENT_RELEASED ||
            event->kind == PDOC__EVENT_DECIDED) &&
           event->version == version->ordinal && hash_of(event);
}

const char *pdoc__hash_of_version(const struct pdoc__judge *judge, const struct pdoc_version *version)
{
    for (size_t i = 0; i < version->content_count; i++)
        if (version->contents[i].sha256)
            return version->contents[i].sha256;
    for (size_t i = judge->past.count; i-- > 0;)
        if (takes_down(judge->past.events[i], version))
            return hash_of(judge->past.events[i]);
    return NULL;
}

/* Contents count before what was taken down: a later hash that differs is a copy that was changed. */
bool pdoc__is_hash_of_version(const struct pdoc__judge *judge, const struct pdoc_version *version, const char *hash)
{
    bool has_content = false;
    for (size_t i = 0; i < version->content_count; i++) {
        has_content = has_content || version->contents[i].sha256;
        if (version->contents[i].sha256 && pdoc__text_same(version->contents[i].sha256, hash))
            return true;
    }
    const char *taken = has_content ? NULL : pdoc__hash_of_version(judge, version);
    return taken && pdoc__text_same(taken, hash);
}

bool pdoc__is_reading_of(const struct pdoc__judge *judge, const pdoc_event *event, const struct pdoc_version *version)
{
    const char *hash = hash_of(event);
    if (event->kind != PDOC__EVENT_READ)
        return false;
    if (hash && pdoc__hash_of_version(judge, version))
        return pdoc__is_hash_of_version(judge, version, hash);
    return event->version == version->ordinal;
}

static bool is_by(struct pdoc__judge *judge, const pdoc_event *event, const struct pdoc__who *who, const char *name)
{
    const char *group = pdoc__event_says(event, PDOC__ATTRIBUTE_GROUP);
    const char *names[] = {event->by, group};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!names[i])
            continue;
        if (who && pdoc__is_who(judge, names[i], who) == PDOC_TRUE)
            return true;
        if (name && (pdoc__text_same(names[i], name) || pdoc__party_equals(judge, names[i], name) == PDOC_TRUE))
            return true;
    }
    return false;
}

static uint32_t number_of(const pdoc_event *event)
{
    const char *number = pdoc__event_says(event, PDOC__ATTRIBUTE_NUMBER);
    const unsigned long people = number ? strtoul(number, NULL, 10) : 0;
    return people > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uint32_t)people;
}

struct pdoc__readings pdoc__readings_of(struct pdoc__judge *judge, const struct pdoc_version *version,
                                        const struct pdoc__who *who, const char *name)
{
    struct pdoc__readings found = {.of_content = NULL};
    const struct pdoc__past *past = &judge->past;
    for (size_t i = 0; i < past->count; i++) {
        const pdoc_event *event = past->events[i];
        if (event->kind != PDOC__EVENT_READ || !is_by(judge, event, who, name))
            continue;
        found.last = event;
        if (!pdoc__is_reading_of(judge, event, version))
            continue;
        found.of_content = event;
        if (found.people <= UINT32_MAX / 2)
            found.people += number_of(event);
    }
    return found;
}
