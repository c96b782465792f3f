/* SPDX-License-Identifier: MIT */
/* The offsets of reminders that are asked for, as a text. Knows nothing of documents. */
#include <string.h>

#include "base/error.h"
#include "governance/plans/reminders.h"

bool pdoc__reminders_is_same_offset(pdoc_offset left, pdoc_offset right)
{
    const bool is_same_unit = left.unit == right.unit || left.count == 0;
    return left.months == right.months && left.count == right.count && is_same_unit;
}

static bool add_asked(pdoc_offset *offsets, size_t *count, const char *text, pdoc_error **error)
{
    pdoc_error *why = NULL;
    pdoc_offset offset;
    if (*count == PDOC__OFFSETS_MOST) {
        pdoc__fail(error, PDOC_ERR_INVALID, "there are more than %d offsets; give fewer", PDOC__OFFSETS_MOST);
        return false;
    }
    if (pdoc_offset_parse(text, &offset, &why) != PDOC_OK) {
        pdoc__fail(error, PDOC_ERR_INVALID, "%s; of several each stands between commas", pdoc_error_message(why));
        pdoc_error_free(why);
        return false;
    }
    for (size_t i = 0; i < *count; i++) {
        if (!pdoc__reminders_is_same_offset(offsets[i], offset))
            continue;
        pdoc__fail(error, PDOC_ERR_INVALID, "the offset %.60s is given twice; give it once", text);
        return false;
    }
    offsets[(*count)++] = offset;
    return true;
}

/* Offsets with commas, and perhaps spaces, between them. */
bool pdoc__reminders_read_offsets(const char *text, pdoc_offset *offsets, size_t *count, pdoc_error **error)
{
    const char *at = text;
    for (;;) {
        char one[64];
        at += strspn(at, " \t\n");
        size_t size = strcspn(at, ",");
        const char *next = at[size] ? at + size + 1 : NULL;
        while (size > 0 && strchr(" \t\n", at[size - 1]))
            size--;
        size = size < sizeof one ? size : sizeof one - 1; /* nothing that is longer is an offset */
        memcpy(one, at, size);
        one[size] = '\0';
        if (!add_asked(offsets, count, one, error))
            return false;
        if (!next)
            return true;
        at = next;
    }
}
