/* SPDX-License-Identifier: MIT */
/* The forward plan of a register: what a person has placed for which meeting. Plans and judges nothing. */
#include <string.h>

#include "base/error.h"
#include "model/build.h"

size_t pdoc_register_forward_item_count(const pdoc_register *reg)
{
    return reg ? reg->forward_item_count : 0;
}

pdoc_forward_item *pdoc_register_forward_item(const pdoc_register *reg, size_t index)
{
    return index < pdoc_register_forward_item_count(reg) ? reg->forward_items[index] : NULL;
}

pdoc_forward_item *pdoc_forward_item_ref(pdoc_forward_item *item)
{
    if (item)
        (void)pdoc_register_ref(item->reg);
    return item;
}

void pdoc_forward_item_unref(pdoc_forward_item *item)
{
    if (item)
        pdoc_register_unref(item->reg);
}

static bool has_version(const pdoc_document *doc, uint32_t ordinal)
{
    for (size_t i = 0; i < doc->version_count; i++)
        if (doc->versions[i]->ordinal == ordinal)
            return true;
    return ordinal == 0;
}

static bool document_is_right(const pdoc_register *reg, const char *document, uint32_t version, pdoc_error **error)
{
    const pdoc_document *doc = pdoc__map_find(&reg->document_ids, document);
    if (!doc)
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "no document of the register has the id \"%s\"", document);
    else if (!has_version(doc, version))
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the document \"%s\" has no version %lu", document, (unsigned long)version);
    else
        return true;
    return false;
}

static bool texts_are_right(const char *body, const char *purpose, const char *arranged_by, pdoc_error **error)
{
    if (!pdoc__is_text(body, "body", error) || !pdoc__is_text(purpose, "purpose", error) ||
        !pdoc__is_text(arranged_by, "arranged by", error))
        return false;
    if (!body || body[0])
        return true;
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "body: expected a code or name, or NULL for none");
    return false;
}

pdoc_forward_item *pdoc_register_add_forward_item(pdoc_register *reg, const char *document, uint32_t version,
                                                  const char *body, pdoc_date meeting, const char *purpose,
                                                  const char *arranged_by, pdoc_error **error)
{
    if (!reg || !document || !pdoc__is_day_or_month(meeting)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT,
                   "an item of the forward plan needs a register, the id of a document, and the day of a meeting or a month");
        return NULL;
    }
    if (!texts_are_right(body, purpose, arranged_by, error) || !document_is_right(reg, document, version, error) ||
        !pdoc__list_may_grow(reg->forward_item_count, UINT32_MAX, "items of the forward plan", error))
        return NULL;
    pdoc_forward_item *item = pdoc__arena_zero(&reg->arena, sizeof *item, error);
    if (!item || !pdoc__keep(reg, document, &item->document, error) || !pdoc__intern(reg, body, &item->body, error) ||
        !pdoc__intern(reg, purpose, &item->purpose, error) ||
        !pdoc__intern(reg, arranged_by, &item->arranged_by, error))
        return NULL;
    item->reg = reg;
    item->version = (uint16_t)version;
    item->meeting = meeting;
    pdoc_forward_item **list =
        pdoc__list_add(reg, reg->forward_items, reg->forward_item_count, sizeof item, &item, error);
    if (!list)
        return NULL;
    reg->forward_items = list;
    reg->forward_item_count++;
    return item;
}

pdoc_status pdoc_register_remove_forward_item(pdoc_register *reg, size_t index, pdoc_error **error)
{
    if (index >= pdoc_register_forward_item_count(reg))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no such item on the forward plan");
    const size_t behind = reg->forward_item_count - index - 1;
    memmove(&reg->forward_items[index], &reg->forward_items[index + 1], behind * sizeof *reg->forward_items);
    reg->forward_item_count--;
    return PDOC_OK;
}

const char *pdoc_forward_item_document(const pdoc_forward_item *item)
{
    return item ? item->document : NULL;
}

uint32_t pdoc_forward_item_version(const pdoc_forward_item *item)
{
    return item ? item->version : 0;
}

const char *pdoc_forward_item_body(const pdoc_forward_item *item)
{
    return item ? item->body : NULL;
}

pdoc_date pdoc_forward_item_meeting(const pdoc_forward_item *item)
{
    return item ? item->meeting : (pdoc_date){0, 0, 0};
}

const char *pdoc_forward_item_purpose(const pdoc_forward_item *item)
{
    return item ? item->purpose : NULL;
}

const char *pdoc_forward_item_arranged_by(const pdoc_forward_item *item)
{
    return item ? item->arranged_by : NULL;
}

pdoc_date pdoc_forward_item_deferred_to(const pdoc_forward_item *item)
{
    return item ? item->deferred_to : (pdoc_date){0, 0, 0};
}

pdoc_status pdoc_forward_item_defer(pdoc_forward_item *item, pdoc_date to, pdoc_error **error)
{
    if (!item || !pdoc__is_day_or_month(to))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "to defer needs an item, and the day of a meeting or a month");
    if (pdoc_date_compare(pdoc_date_last(to), pdoc_date_first(item->meeting)) < 0)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "it would be deferred to a day before the meeting that it is for");
    item->deferred_to = to;
    return PDOC_OK;
}

const char *pdoc_forward_item_note(const pdoc_forward_item *item)
{
    return item ? item->note : NULL;
}

pdoc_status pdoc_forward_item_set_note(pdoc_forward_item *item, const char *note, pdoc_error **error)
{
    const char *kept;
    if (!item || !pdoc__is_text(note, "note", error))
        return pdoc__argument(item, "item", error);
    if (!pdoc__keep(item->reg, note, &kept, error) ||
        (note && !pdoc__text_replace(item->reg, item->note, kept, error)))
        return PDOC_ERR_NOMEM;
    item->note = kept;
    return PDOC_OK;
}
