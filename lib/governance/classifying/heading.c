/* SPDX-License-Identifier: MIT */
/* Heads of titles: which name of a type says what a title is, and which only what it is about. Knows no cues. */
#include "governance/classifying/heading.h"

#include <string.h>

static bool counts(void *context, const struct pdoc__match *match)
{
    (void)context;
    (void)match;
    return true;
}

static void found(void *context, const struct pdoc__match *match)
{
    struct pdoc__heading *heading = context;
    heading->failed |= !pdoc__grow(&heading->abouts, &heading->about_room, heading->about_count,
                                   sizeof *heading->abouts, heading->error);
    if (heading->failed)
        return;
    heading->abouts[heading->about_count++] =
        (struct pdoc__about){.from = match->from,
                             .to = match->to,
                             .line = match->line,
                             .owner = heading->phrases->ends[match->first - 1].owner};
}

bool pdoc__heading_begin(struct pdoc__heading *heading, const struct pdoc__phrases *phrases, const char *title,
                         size_t size, pdoc_error **error)
{
    *heading = (struct pdoc__heading){.title = title, .phrases = phrases, .error = error};
    const struct pdoc__finder finder = {.counts = counts, .found = found, .context = heading};
    return pdoc__phrases_find(phrases, title, size, &finder, error) && !heading->failed;
}

void pdoc__heading_end(struct pdoc__heading *heading)
{
    pdoc__free(heading->abouts);
}

/* Hyphens and dashes part a title where spaces stand around them: "Missing children - joint protocol". */
static bool is_dash(const char *title, uint32_t at)
{
    static const char *const dashes[] = {"-", "\xe2\x80\x93", "\xe2\x80\x94"};
    for (size_t i = 0; at > 0 && title[at - 1] == ' ' && i < sizeof dashes / sizeof *dashes; i++) {
        const size_t size = strlen(dashes[i]);
        if (strncmp(title + at, dashes[i], size) == 0 && title[at + size] == ' ')
            return true;
    }
    return false;
}

static bool is_new_part(const char *title, uint32_t at)
{
    return strchr(":;|?!", title[at]) != NULL || is_dash(title, at);
}

/* Each byte of the title is looked at once. */
static void look_for_part(struct pdoc__heading *heading, uint32_t to)
{
    for (; heading->seen < to; heading->seen++)
        if (is_new_part(heading->title, heading->seen))
            heading->has_head = false;
}

const struct pdoc__about *pdoc__heading_take(struct pdoc__heading *heading, const struct pdoc__match *match)
{
    look_for_part(heading, match->from);
    const struct pdoc__about *next = heading->next < heading->about_count ? &heading->abouts[heading->next] : NULL;
    if (heading->has_head && next && next->to <= match->from)
        return next;
    heading->has_head = true;
    /* "of" within "terms of reference" leads nowhere; "for" at the end of "policy for" does. */
    while (heading->next < heading->about_count && heading->abouts[heading->next].to < match->to)
        heading->next++;
    return NULL;
}
