/* SPDX-License-Identifier: MIT */
/* Documents: titles, classification, references, properties. Knows nothing of rules. */
#include "policydoc/document.h"

#include "base/error.h"
#include "base/text.h"
#include "model/build.h"

pdoc_document *pdoc_register_add_document(pdoc_register *reg, const char *type, const char *title, pdoc_error **error)
{
    if (!reg || !title) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document needs a register and a title");
        return NULL;
    }
    if (!pdoc__is_text(type, "type", error) || !pdoc__is_text(title, "title", error))
        return NULL;
    pdoc_document *doc = pdoc__arena_zero(&reg->arena, sizeof *doc, error);
    struct pdoc__name *titles = pdoc__arena_zero(&reg->arena, sizeof *titles, error);
    if (!doc || !titles || !pdoc__next_id(reg, 'd', &doc->id, error) || !pdoc__intern(reg, type, &doc->type, error) ||
        !pdoc__keep(reg, title, &titles->text, error))
        return NULL;
    doc->reg = reg;
    doc->titles = titles;
    doc->title_count = 1;
    doc->history.reg = reg;
    doc->history.doc = doc;
    if (!pdoc__register_take_document(reg, doc, error))
        return NULL;
    pdoc__use_id(reg, 'd');
    return doc;
}

pdoc_document *pdoc_document_ref(pdoc_document *doc)
{
    if (doc)
        (void)pdoc_register_ref(doc->reg);
    return doc;
}

void pdoc_document_unref(pdoc_document *doc)
{
    if (doc)
        pdoc_register_unref(doc->reg);
}

pdoc_register *pdoc_document_register(const pdoc_document *doc)
{
    return doc ? doc->reg : NULL;
}

const char *pdoc_document_id(const pdoc_document *doc)
{
    return doc ? doc->id : NULL;
}

const char *pdoc_document_title(const pdoc_document *doc)
{
    return pdoc_document_title_at(doc, 0);
}

size_t pdoc_document_title_count(const pdoc_document *doc)
{
    return doc ? doc->title_count : 0;
}

const char *pdoc_document_title_at(const pdoc_document *doc, size_t index)
{
    return index < pdoc_document_title_count(doc) ? doc->titles[index].text : NULL;
}

const char *pdoc_document_title_language(const pdoc_document *doc, size_t index)
{
    return index < pdoc_document_title_count(doc) ? doc->titles[index].language : NULL;
}

const char *pdoc_document_type(const pdoc_document *doc)
{
    return doc ? doc->type : NULL;
}

const char *pdoc_document_category(const pdoc_document *doc)
{
    return doc ? doc->category : NULL;
}

const char *pdoc_document_scope(const pdoc_document *doc)
{
    return doc ? doc->scope : NULL;
}

const char *pdoc_document_uri(const pdoc_document *doc)
{
    return doc ? doc->uri : NULL;
}

const char *pdoc_document_profile(const pdoc_document *doc)
{
    return doc ? doc->profile : NULL;
}

const char *pdoc_document_visibility(const pdoc_document *doc)
{
    return doc ? doc->visibility : NULL;
}

size_t pdoc_document_reference_count(const pdoc_document *doc)
{
    return doc ? doc->reference_count : 0;
}

const char *pdoc_document_reference(const pdoc_document *doc, size_t index)
{
    return index < pdoc_document_reference_count(doc) ? doc->references[index] : NULL;
}

size_t pdoc_document_property_count(const pdoc_document *doc)
{
    return doc ? doc->property_count : 0;
}

const char *pdoc_document_property_name(const pdoc_document *doc, size_t index)
{
    return index < pdoc_document_property_count(doc) ? doc->properties[index].name : NULL;
}

static struct pdoc__property *find_property(const pdoc_document *doc, const char *name)
{
    for (size_t i = 0; doc && name && i < doc->property_count; i++)
        if (pdoc__text_equal(doc->properties[i].name, name))
            return &doc->properties[i];
    return NULL;
}

const char *pdoc_document_property(const pdoc_document *doc, const char *name)
{
    const struct pdoc__property *property = find_property(doc, name);
    return property ? property->value : NULL;
}

/* All settable words go this way: checked, interned, put in place. */
static pdoc_status set_word(pdoc_document *doc, const char **place, const char *value, const char *what,
                            pdoc_error **error)
{
    if (!pdoc__is_text(value, what, error))
        return PDOC_ERR_ARGUMENT;
    const char *kept;
    if (!pdoc__intern(doc->reg, value, &kept, error))
        return PDOC_ERR_NOMEM;
    *place = kept;
    return PDOC_OK;
}

pdoc_status pdoc_document_set_type(pdoc_document *doc, const char *type, pdoc_error **error)
{
    return doc ? set_word(doc, &doc->type, type, "type", error) : pdoc__argument(doc, "document", error);
}

pdoc_status pdoc_document_set_category(pdoc_document *doc, const char *category, pdoc_error **error)
{
    return doc ? set_word(doc, &doc->category, category, "category", error) : pdoc__argument(doc, "document", error);
}

pdoc_status pdoc_document_set_scope(pdoc_document *doc, const char *scope, pdoc_error **error)
{
    return doc ? set_word(doc, &doc->scope, scope, "scope", error) : pdoc__argument(doc, "document", error);
}

pdoc_status pdoc_document_set_uri(pdoc_document *doc, const char *uri, pdoc_error **error)
{
    return doc ? set_word(doc, &doc->uri, uri, "uri", error) : pdoc__argument(doc, "document", error);
}

pdoc_status pdoc_document_set_visibility(pdoc_document *doc, const char *visibility, pdoc_error **error)
{
    return doc ? set_word(doc, &doc->visibility, visibility, "visibility", error)
               : pdoc__argument(doc, "document", error);
}

pdoc_status pdoc_document_set_profile(pdoc_document *doc, const char *profile, pdoc_error **error)
{
    return doc ? set_word(doc, &doc->profile, profile, "profile", error) : pdoc__argument(doc, "document", error);
}

pdoc_status pdoc_document_set_title(pdoc_document *doc, const char *title, pdoc_error **error)
{
    if (!doc || !title)
        return pdoc__argument(NULL, doc ? "title" : "document", error);
    struct pdoc__name name = {.language = doc->title_count > 0 ? doc->titles[0].language : NULL};
    if (!pdoc__is_text(title, "title", error))
        return PDOC_ERR_ARGUMENT;
    if (!pdoc__keep(doc->reg, title, &name.text, error))
        return PDOC_ERR_NOMEM;
    if (doc->title_count == 0) {
        doc->titles = pdoc__list_add(doc->reg, NULL, 0, sizeof name, &name, error);
        doc->title_count = doc->titles ? 1 : 0;
        return doc->titles ? PDOC_OK : PDOC_ERR_NOMEM;
    }
    if (!pdoc__text_replace(doc->reg, doc->titles[0].text, name.text, error))
        return PDOC_ERR_NOMEM;
    doc->titles[0] = name;
    return PDOC_OK;
}

pdoc_status pdoc_document_add_reference(pdoc_document *doc, const char *reference, pdoc_error **error)
{
    if (!doc || !reference)
        return pdoc__argument(NULL, doc ? "reference" : "document", error);
    if (!pdoc__is_text(reference, "reference", error))
        return PDOC_ERR_ARGUMENT;
    if (!pdoc__list_may_grow(doc->reference_count, UINT16_MAX, "references of a document", error))
        return PDOC_ERR_LIMIT;
    const char *kept;
    if (!pdoc__keep(doc->reg, reference, &kept, error))
        return PDOC_ERR_NOMEM;
    const char **list =
        pdoc__list_add(doc->reg, doc->references, doc->reference_count, sizeof kept, &kept, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    doc->references = list;
    doc->reference_count++;
    return PDOC_OK;
}

/* The list is made anew: what hangs on the properties behind it must not change places. */
static pdoc_status remove_property(pdoc_document *doc, const struct pdoc__property *property, pdoc_error **error)
{
    size_t kept = 0;
    struct pdoc__property *list = pdoc__arena_alloc(&doc->reg->arena, doc->property_count * sizeof *list, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    for (size_t i = 0; i < doc->property_count; i++) {
        if (&doc->properties[i] == property)
            continue;
        if (!pdoc__extras_share(&doc->reg->extras, &doc->properties[i], &list[kept], error))
            return PDOC_ERR_NOMEM;
        list[kept++] = doc->properties[i];
    }
    for (size_t i = 0; i < kept; i++)
        pdoc__extras_settle(&doc->reg->extras, &list[i]);
    doc->properties = list;
    doc->property_count = (uint16_t)kept;
    return PDOC_OK;
}

pdoc_status pdoc_document_set_property(pdoc_document *doc, const char *name, const char *value, pdoc_error **error)
{
    if (!doc || !name)
        return pdoc__argument(NULL, doc ? "name" : "document", error);
    if (!pdoc__is_text(name, "name", error) || !pdoc__is_text(value, "value", error))
        return PDOC_ERR_ARGUMENT;
    struct pdoc__property *old = find_property(doc, name);
    if (!value)
        return old ? remove_property(doc, old, error) : PDOC_OK;
    if (!old && !pdoc__list_may_grow(doc->property_count, UINT16_MAX, "properties of a document", error))
        return PDOC_ERR_LIMIT;
    struct pdoc__property property;
    if (!pdoc__intern(doc->reg, name, &property.name, error) || !pdoc__intern(doc->reg, value, &property.value, error))
        return PDOC_ERR_NOMEM;
    if (old) {
        *old = property;
        return PDOC_OK;
    }
    struct pdoc__property *list =
        pdoc__list_add(doc->reg, doc->properties, doc->property_count, sizeof property, &property, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    doc->properties = list;
    doc->property_count++;
    return PDOC_OK;
}
