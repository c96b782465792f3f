/* SPDX-License-Identifier: MIT */
/* The side table of what the library does not know but keeps. Knows nothing of XML beyond finished pieces of text. */
#include "model/extras.h"

/* The map holds the index of an owner's last piece, plus one; the last piece's `next` leads back to the first. */
static size_t last_of(const struct pdoc__extras *extras, const void *owner)
{
    return (size_t)(uintptr_t)pdoc__map_find_address(&extras->owners, owner);
}

bool pdoc__extras_add(struct pdoc__extras *extras, struct pdoc__arena *arena, const struct pdoc__extra *extra,
                      size_t text_size, pdoc_error **error)
{
    if (!pdoc__grow(&extras->items, &extras->capacity, extras->count, sizeof *extras->items, error))
        return false;
    char *text = pdoc__arena_text(arena, extra->text, text_size, error);
    if (!text)
        return false;
    size_t last = last_of(extras, extra->owner);
    size_t added = extras->count + 1;
    if (!pdoc__map_set_address(&extras->owners, extra->owner, (void *)(uintptr_t)added, error))
        return false;
    struct pdoc__extra *item = &extras->items[extras->count++];
    *item = *extra;
    item->text = text;
    item->next = last ? extras->items[last - 1].next : (uint32_t)added;
    if (last)
        extras->items[last - 1].next = (uint32_t)added;
    return true;
}

const struct pdoc__extra *pdoc__extras_first(const struct pdoc__extras *extras, const void *owner)
{
    if (extras->count == 0)
        return NULL;
    size_t last = last_of(extras, owner);
    return last ? &extras->items[extras->items[last - 1].next - 1] : NULL;
}

const struct pdoc__extra *pdoc__extras_next(const struct pdoc__extras *extras, const struct pdoc__extra *extra)
{
    size_t last = last_of(extras, extra->owner);
    return extra == &extras->items[last - 1] ? NULL : &extras->items[extra->next - 1];
}

bool pdoc__extras_share(struct pdoc__extras *extras, const void *from, const void *to, pdoc_error **error)
{
    size_t last = extras->count > 0 ? last_of(extras, from) : 0;
    return !last || pdoc__map_set_address(&extras->owners, to, (void *)(uintptr_t)last, error);
}

void pdoc__extras_settle(struct pdoc__extras *extras, const void *to)
{
    size_t last = extras->count > 0 ? last_of(extras, to) : 0;
    for (size_t at = last; at && extras->items[at - 1].owner != to; at = extras->items[at - 1].next)
        extras->items[at - 1].owner = to;
}

void pdoc__extras_to_end(struct pdoc__extras *extras, const void *owner)
{
    size_t last = extras->count > 0 ? last_of(extras, owner) : 0;
    size_t at = last;
    while (at) {
        extras->items[at - 1].index = UINT32_MAX;
        at = extras->items[at - 1].next;
        if (at == last)
            return;
    }
}

void pdoc__extras_free(struct pdoc__extras *extras)
{
    pdoc__map_free(&extras->owners);
    pdoc__free(extras->items);
    *extras = (struct pdoc__extras){0};
}
