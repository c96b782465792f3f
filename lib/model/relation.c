/* SPDX-License-Identifier: MIT */
/* Relations from a document to other works. Knows nothing of rules. */
#include "base/error.h"
#include "model/build.h"
#include "policydoc/document.h"

pdoc_relation *pdoc_document_add_relation(pdoc_document *doc, const char *kind, const char *target, pdoc_error **error)
{
    if (!doc || !kind || !target) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a relation needs a document, a kind and a target");
        return NULL;
    }
    if (!pdoc__is_text(kind, "kind", error) || !pdoc__is_text(target, "target", error))
        return NULL;
    if (!pdoc__list_may_grow(doc->relation_count, UINT16_MAX, "relations of a document", error))
        return NULL;
    pdoc_relation *relation = pdoc__arena_zero(&doc->reg->arena, sizeof *relation, error);
    if (!relation || !pdoc__intern(doc->reg, kind, &relation->kind, error) ||
        !pdoc__keep(doc->reg, target, &relation->target, error))
        return NULL;
    relation->doc = doc;
    pdoc_relation **list =
        pdoc__list_add(doc->reg, doc->relations, doc->relation_count, sizeof relation, &relation, error);
    if (!list)
        return NULL;
    doc->relations = list;
    doc->relation_count++;
    return relation;
}

size_t pdoc_document_relation_count(const pdoc_document *doc)
{
    return doc ? doc->relation_count : 0;
}

pdoc_relation *pdoc_document_relation(const pdoc_document *doc, size_t index)
{
    return index < pdoc_document_relation_count(doc) ? doc->relations[index] : NULL;
}

const char *pdoc_relation_kind(const pdoc_relation *relation)
{
    return relation ? relation->kind : NULL;
}

const char *pdoc_relation_target(const pdoc_relation *relation)
{
    return relation ? relation->target : NULL;
}

pdoc_document *pdoc_relation_document(const pdoc_relation *relation)
{
    return relation ? pdoc__map_find(&relation->doc->reg->document_ids, relation->target) : NULL;
}

const char *pdoc_relation_edition(const pdoc_relation *relation)
{
    return relation ? relation->edition : NULL;
}

pdoc_date pdoc_relation_checked(const pdoc_relation *relation)
{
    return relation ? relation->checked : (pdoc_date){0, 0, 0};
}

const char *pdoc_relation_fingerprint(const pdoc_relation *relation)
{
    return relation ? relation->fingerprint : NULL;
}

const char *pdoc_relation_note(const pdoc_relation *relation)
{
    return relation ? relation->note : NULL;
}
