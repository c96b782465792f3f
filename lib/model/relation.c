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

const char *pdoc_relation_clause(const pdoc_relation *relation)
{
    return relation ? relation->clause : NULL;
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

pdoc_status pdoc_relation_set_edition(pdoc_relation *relation, const char *edition, const char *clause,
                                      pdoc_error **error)
{
    const char *new_edition = NULL;
    const char *new_clause = NULL;
    if (!relation)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no relation to change");
    if (!pdoc__is_text(edition, "edition", error) || !pdoc__is_text(clause, "clause", error))
        return PDOC_ERR_ARGUMENT;
    if (!pdoc__intern(relation->doc->reg, edition, &new_edition, error) ||
        !pdoc__intern(relation->doc->reg, clause, &new_clause, error))
        return PDOC_ERR_NOMEM;
    relation->edition = new_edition;
    relation->clause = new_clause;
    return PDOC_OK;
}

pdoc_status pdoc_relation_set_checked(pdoc_relation *relation, pdoc_date on, const char *fingerprint,
                                      pdoc_error **error)
{
    const char *kept = NULL;
    if (!relation)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "there is no relation to change");
    if (pdoc_date_is_recorded(on) && !pdoc_date_is_valid(on))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the day of checking is no date");
    if (!pdoc__is_text(fingerprint, "fingerprint", error))
        return PDOC_ERR_ARGUMENT;
    if (!pdoc__keep(relation->doc->reg, fingerprint, &kept, error))
        return PDOC_ERR_NOMEM;
    relation->checked = on;
    relation->fingerprint = kept;
    return PDOC_OK;
}
