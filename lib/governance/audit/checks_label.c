/* SPDX-License-Identifier: MIT */
/* Does the text of a document contradict the type that is recorded for it? Asked only where there are cues, and of documents
   whose sections hold a text; the others cost nothing. */
#include "base/error.h"
#include "governance/audit/audit.h"
#include "governance/classifying/classification.h"
#include "model/build.h"

/* Pieces of evidence that are told. */
#define MOST_TOLD 3u

static bool has_text(const struct pdoc_version *version)
{
    for (size_t i = 0; version && i < version->section_count; i++)
        if (version->sections[i].text && *version->sections[i].text)
            return true;
    return false;
}

/* "of itself: "the purpose of this protocol" in section/aim (line 1); ...". */
static const char *evidence_words(struct pdoc__audit *audit, const struct pdoc__scored_type *type)
{
    const char *words = "";
    for (size_t i = 0; i < type->count && i < MOST_TOLD; i++) {
        const struct pdoc__evidence_item *item = &type->items[i];
        words = PDOC__SAY(audit, words, i > 0 ? "; \"" : "\"", item->phrase, "\" in ", item->place, ", line ",
                          pdoc__say_number(audit, item->line));
    }
    return words;
}

static const char *label_of(const struct pdoc__type *type)
{
    return type->rule.label ? type->rule.label : type->rule.id;
}

static void report(struct pdoc__audit *audit, const pdoc_classification *found)
{
    const struct pdoc__scored_type *first = &found->types[0];
    const struct pdoc__evidence_item *item = &first->items[0];
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_TYPE_CONTRADICTED,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = item->place ? PDOC__SAY(audit, item->place) : "document/type",
                                               .expected = label_of(audit->judge.type),
                                               .found = label_of(first->type),
                                               .arguments = {{"evidence", evidence_words(audit, first)}}});
}

/* More than can be looked through is left alone; anything else that goes wrong is that memory ran out. */
static void note_failure(struct pdoc__audit *audit, pdoc_error *error)
{
    audit->failed |= pdoc_error_status(error) != PDOC_ERR_LIMIT;
    pdoc_error_free(error);
}

static void compare(struct pdoc__audit *audit, const pdoc_classifier *classifier)
{
    pdoc_error *error = NULL;
    struct pdoc__document_matter matter;
    if (!pdoc__document_matter(audit->judge.doc, audit->judge.version, &matter, &error)) {
        note_failure(audit, error);
        return;
    }
    pdoc_classification *found = pdoc__classification_make(classifier, &matter.matter, &error);
    if (!found)
        note_failure(audit, error);
    else if (found->is_contradicted)
        report(audit, found);
    else
        pdoc__check_met(audit, PDOC__CHECK_TYPE_CONTRADICTED);
    pdoc_classification_unref(found);
    pdoc__document_matter_free(&matter);
}

void pdoc__check_label(struct pdoc__audit *audit)
{
    /* It has no gate, and a classifier is dear: what is only supposed needs it not. */
    const bool is_asked = audit->plan && audit->plan->has_cues && !audit->judge.supposed;
    if (!is_asked || !audit->judge.type || !has_text(audit->judge.version))
        return;
    if (!audit->plan->classifier)
        audit->plan->classifier = pdoc_classifier_new(audit->plan->profile, audit->judge.set, NULL);
    const pdoc_classifier *classifier = audit->plan->classifier;
    if (!classifier)
        audit->failed = true;
    else if (pdoc__document_speaks_of_another(classifier, audit->judge.type, audit->judge.doc, audit->judge.version))
        compare(audit, classifier);
    else
        pdoc__check_met(audit, PDOC__CHECK_TYPE_CONTRADICTED);
}
