/* SPDX-License-Identifier: MIT */
/* What came of classifying as an object: asked for, held, read. Judges nothing itself. */
#include "governance/classifying/classification.h"

#include <string.h>

#include "base/error.h"
#include "governance/judge.h"

/* ---- asked for ---- */

pdoc_classification *pdoc_classifier_classify(const pdoc_classifier *classifier, const pdoc_classify_input *input,
                                              pdoc_error **error)
{
    if (!classifier || !input || input->size != sizeof *input) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a classifier and an input with its size set are needed");
        return NULL;
    }
    const struct pdoc__matter matter = {
        .title = input->title, .text = input->text, .text_size = input->text_size, .answers = input->answers};
    return pdoc__classification_make(classifier, &matter, error);
}

pdoc_classification *pdoc_profile_classify(const pdoc_profile *profile, const pdoc_profile_set *set, const char *title,
                                           const char *text, pdoc_error **error)
{
    pdoc_classifier *classifier = pdoc_classifier_new(profile, set, error);
    const struct pdoc__matter matter = {.title = title, .text = text, .text_size = text ? strlen(text) : 0};
    pdoc_classification *found = classifier ? pdoc__classification_make(classifier, &matter, error) : NULL;
    pdoc_classifier_unref(classifier);
    return found;
}

static pdoc_classification *classify_taken(const struct pdoc__judge *judge, pdoc_error **error)
{
    if (!judge->profile) {
        pdoc__fail(error, PDOC_ERR_JUDGE, "there is no profile to classify by: %s%s%s",
                   judge->profile_ref ? "the document follows '" : "none is recorded for the document",
                   judge->profile_ref ? judge->profile_ref : "", judge->profile_ref ? "', which is not known" : "");
        return NULL;
    }
    pdoc_classifier *classifier = pdoc_classifier_new(judge->profile, judge->set, error);
    struct pdoc__document_matter matter;
    pdoc_classification *found = NULL;
    if (classifier && pdoc__document_matter(judge->doc, judge->version, &matter, error)) {
        found = pdoc__classification_make(classifier, &matter.matter, error);
        pdoc__document_matter_free(&matter);
    }
    pdoc_classifier_unref(classifier);
    return found;
}

pdoc_classification *pdoc_document_classify(const pdoc_document *doc, const pdoc_basis *basis, pdoc_error **error)
{
    struct pdoc__judge judge;
    if (!doc) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document to classify is needed");
        return NULL;
    }
    if (!pdoc__judge_begin(&judge, doc->reg, basis, error))
        return NULL;
    pdoc_classification *found = pdoc__judge_take(&judge, doc, error) ? classify_taken(&judge, error) : NULL;
    pdoc__judge_end(&judge);
    return found;
}

/* ---- held ---- */

pdoc_classification *pdoc_classification_ref(pdoc_classification *found)
{
    if (found)
        atomic_fetch_add_explicit(&found->references, 1, memory_order_relaxed);
    return found;
}

void pdoc_classification_unref(pdoc_classification *found)
{
    if (!found || atomic_fetch_sub_explicit(&found->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc_classifier_unref(found->classifier);
    pdoc__arena_free(&found->arena);
    pdoc__free(found);
}

/* ---- read ---- */

const char *pdoc_classification_profile(const pdoc_classification *found)
{
    return found ? found->classifier->profile->id : NULL;
}

const char *pdoc_classification_title(const pdoc_classification *found)
{
    return found ? found->title : NULL;
}

const char *pdoc_classification_declared(const pdoc_classification *found)
{
    return found ? found->declared : NULL;
}

bool pdoc_classification_is_contradicted(const pdoc_classification *found)
{
    return found && found->is_contradicted;
}

pdoc_confidence pdoc_classification_confidence(const pdoc_classification *found)
{
    return found ? (pdoc_confidence)found->confidence : PDOC_CONFIDENCE_NONE;
}

const char *pdoc_classification_reason(const pdoc_classification *found)
{
    return found ? found->reason : NULL;
}

size_t pdoc_classification_count(const pdoc_classification *found)
{
    return found ? found->count : 0;
}

static const struct pdoc__scored_type *type_at(const pdoc_classification *found, size_t type)
{
    return found && type < found->count ? &found->types[type] : NULL;
}

const char *pdoc_classification_type(const pdoc_classification *found, size_t type)
{
    const struct pdoc__scored_type *scored = type_at(found, type);
    return scored ? scored->type->rule.id : NULL;
}

const char *pdoc_classification_label(const pdoc_classification *found, size_t type)
{
    const struct pdoc__scored_type *scored = type_at(found, type);
    return scored ? scored->type->rule.label : NULL;
}

const char *pdoc_classification_definition(const pdoc_classification *found, size_t type)
{
    const struct pdoc__scored_type *scored = type_at(found, type);
    return scored ? scored->type->definition : NULL;
}

const char *pdoc_classification_binding(const pdoc_classification *found, size_t type)
{
    const struct pdoc__scored_type *scored = type_at(found, type);
    return scored ? scored->type->binding : NULL;
}

int32_t pdoc_classification_score(const pdoc_classification *found, size_t type)
{
    const struct pdoc__scored_type *scored = type_at(found, type);
    return scored ? scored->score : 0;
}

bool pdoc_classification_is_alternative(const pdoc_classification *found, size_t type)
{
    const struct pdoc__scored_type *scored = type > 0 ? type_at(found, type) : NULL;
    return scored && scored->score > 0 && scored->score * 2 >= found->types[0].score;
}

/* The type past the last one is what was set aside. */
size_t pdoc_classification_evidence_count(const pdoc_classification *found, size_t type)
{
    return found && type <= found->count ? found->types[type].count : 0;
}

static const struct pdoc__evidence_item *item_at(const pdoc_classification *found, size_t type, size_t item)
{
    return item < pdoc_classification_evidence_count(found, type) ? &found->types[type].items[item] : NULL;
}

const char *pdoc_evidence_phrase(const pdoc_classification *found, size_t type, size_t item)
{
    const struct pdoc__evidence_item *evidence = item_at(found, type, item);
    return evidence ? evidence->phrase : NULL;
}

const char *pdoc_evidence_place(const pdoc_classification *found, size_t type, size_t item)
{
    const struct pdoc__evidence_item *evidence = item_at(found, type, item);
    return evidence ? evidence->place : NULL;
}

bool pdoc_evidence_is_self(const pdoc_classification *found, size_t type, size_t item)
{
    const struct pdoc__evidence_item *evidence = item_at(found, type, item);
    return evidence && evidence->is_self;
}

size_t pdoc_evidence_offset(const pdoc_classification *found, size_t type, size_t item)
{
    const struct pdoc__evidence_item *evidence = item_at(found, type, item);
    return evidence ? evidence->offset : 0;
}

uint32_t pdoc_evidence_line(const pdoc_classification *found, size_t type, size_t item)
{
    const struct pdoc__evidence_item *evidence = item_at(found, type, item);
    return evidence ? evidence->line : 0;
}

uint32_t pdoc_evidence_times(const pdoc_classification *found, size_t type, size_t item)
{
    const struct pdoc__evidence_item *evidence = item_at(found, type, item);
    return evidence ? evidence->times : 0;
}

int32_t pdoc_evidence_points(const pdoc_classification *found, size_t type, size_t item)
{
    const struct pdoc__evidence_item *evidence = item_at(found, type, item);
    return evidence ? evidence->points : 0;
}

const char *pdoc_evidence_rule(const pdoc_classification *found, size_t type, size_t item)
{
    const struct pdoc__evidence_item *evidence = item_at(found, type, item);
    return evidence ? evidence->rule->id : NULL;
}

const char *pdoc_evidence_profile(const pdoc_classification *found, size_t type, size_t item)
{
    const struct pdoc__evidence_item *evidence = item_at(found, type, item);
    return evidence ? evidence->rule->profile : NULL;
}

const char *pdoc_evidence_clause(const pdoc_classification *found, size_t type, size_t item)
{
    const struct pdoc__evidence_item *evidence = item_at(found, type, item);
    return evidence ? evidence->rule->clause : NULL;
}

bool pdoc_evidence_is_inferred(const pdoc_classification *found, size_t type, size_t item)
{
    const struct pdoc__evidence_item *evidence = item_at(found, type, item);
    return evidence && evidence->rule->inferred;
}
