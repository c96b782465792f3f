/* SPDX-License-Identifier: MIT */
/* The document that the user asks for by id, reference or title. */
#include "command.h"

#include <string.h>

static const char *reference_at(const void *list, size_t index)
{
    return pdoc_document_reference(pdoc_register_document(list, index), 0);
}

static const char *title_at(const void *list, size_t index)
{
    return pdoc_document_title(pdoc_register_document(list, index));
}

static const char *id_at(const void *list, size_t index)
{
    return pdoc_document_id(pdoc_register_document(list, index));
}

/* What is near among references, titles and ids, in this order. */
static const char *nearest_document(const pdoc_register *reg, const char *ref)
{
    static const char *(*const kinds[])(const void *list, size_t index) = {reference_at, title_at, id_at};
    const char *found = NULL;
    for (size_t i = 0; !found && i < sizeof kinds / sizeof *kinds; i++)
        found = nearest(ref, kinds[i], reg, pdoc_register_document_count(reg));
    return found;
}

pdoc_document *find_document(const pdoc_register *reg, const char *path, const char *ref)
{
    pdoc_document *doc = pdoc_register_find_document(reg, ref);
    if (!doc) {
        const char *meant = nearest_document(reg, ref);
        if (meant)
            say("%s holds no document with the id, reference or title \"%s\"; did you mean \"%s\"?", path, ref, meant);
        else
            say("%s holds no document with the id, reference or title \"%s\"; \"policydoc list %s\" shows all", path,
                ref, path);
        return NULL;
    }
    size_t same = 0;
    for (size_t i = 0; i < pdoc_register_document_count(reg); i++) {
        const pdoc_document *other = pdoc_register_document(reg, i);
        const char *reference = pdoc_document_reference(other, 0);
        same += reference && strcmp(reference, ref) == 0;
    }
    if (same > 1 && strcmp(pdoc_document_id(doc), ref) != 0)
        say("%zu documents have the reference \"%s\"; this is the first, %s. Give the id to see another", same, ref,
            pdoc_document_id(doc));
    return doc;
}
