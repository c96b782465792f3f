/* SPDX-License-Identifier: MIT */
/* Asks everything that governance answers about a register, as one text: audit, next steps, readiness, consultations,
   versions, extensions, impact, binding, classification, explanations, standings and figures of practice issues. */
#ifndef PDOC_TESTS_EVERYTHING_H
#define PDOC_TESTS_EVERYTHING_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "policydoc/policydoc.h"

/* What is asked about; each question adds its answer to `out`. */
struct everything {
    const pdoc_register *reg;
    const pdoc_basis *basis;
    const char *reference; /* of whose impact */
    const char *purpose;   /* and readiness for what */
    pdoc_publish_options options;
    char *out; /* grows; from malloc, which is not the library's memory */
    size_t size;
};

/* Adds a published text and frees it; false without one. */
static inline bool everything_add(struct everything *all, pdoc_text *text)
{
    if (!text)
        return false;
    const size_t more = pdoc_text_size(text);
    char *larger = realloc(all->out, all->size + more + 1);
    if (!larger)
        abort();
    memcpy(larger + all->size, pdoc_text_data(text), more + 1);
    all->out = larger;
    all->size += more;
    pdoc_text_free(text);
    return true;
}

/* A question with one object as its answer. */
#define EVERYTHING(name, object, make, print)                                                                          \
    static inline bool everything_##name(struct everything *all, const pdoc_document *doc, pdoc_error **error)         \
    {                                                                                                                  \
        (void)doc;                                                                                                     \
        pdoc_##object *answer = make;                                                                                  \
        const bool good = answer && everything_add(all, print);                                                        \
        pdoc_##object##_unref(answer);                                                                                 \
        return good;                                                                                                   \
    }

EVERYTHING(audit, report, pdoc_audit(all->reg, all->basis, error), pdoc_report_publish(answer, &all->options, error))
EVERYTHING(next, next_steps, pdoc_register_next_steps(all->reg, all->basis, error),
           pdoc_next_steps_publish(answer, &all->options, error))
EVERYTHING(consultations, consultations, pdoc_register_consultations(all->reg, all->basis, error),
           pdoc_consultations_publish(answer, &all->options, error))
EVERYTHING(extensions, extensions, pdoc_register_extensions(all->reg, all->basis, error),
           pdoc_extensions_publish(answer, &all->options, error))
EVERYTHING(impact, impact, pdoc_register_impact(all->reg, all->basis, all->reference, error),
           pdoc_impact_publish(answer, &all->options, error))
EVERYTHING(figures, issue_figures,
           pdoc_register_issue_figures(all->reg, all->basis, (pdoc_date){0, 0, 0}, (pdoc_date){0, 0, 0}, error),
           pdoc_issue_figures_publish(answer, &all->options, error))
EVERYTHING(ready, readiness, pdoc_document_readiness(doc, all->basis, all->purpose, NULL, error),
           pdoc_readiness_publish(answer, &all->options, error))
EVERYTHING(versions, versions, pdoc_document_versions(doc, all->basis, error),
           pdoc_versions_publish(answer, &all->options, error))
EVERYTHING(types, classification, pdoc_document_classify(doc, all->basis, error),
           pdoc_classification_publish(answer, &all->options, error))
EVERYTHING(reasons, explanation, pdoc_document_explain(doc, all->basis, error),
           pdoc_explanation_publish(answer, &all->options, error))

/* How a document binds has no page of its own: the document's has it. */
static inline bool everything_binding(struct everything *all, const pdoc_document *doc, pdoc_error **error)
{
    pdoc_binding *binding = pdoc_document_binding(doc, all->basis, error);
    pdoc_binding_unref(binding);
    return binding && everything_add(all, pdoc_document_publish(doc, all->basis, &all->options, error));
}

static inline bool everything_issues(struct everything *all, pdoc_error **error)
{
    bool good = true;
    for (size_t i = 0; good && i < pdoc_register_issue_count(all->reg); i++) {
        pdoc_standing *standing = pdoc_issue_standing(pdoc_register_issue(all->reg, i), all->basis, error);
        good = standing && everything_add(all, pdoc_standing_publish(standing, &all->options, error));
        pdoc_standing_unref(standing);
    }
    return good;
}

typedef bool (*everything_question)(struct everything *all, const pdoc_document *doc, pdoc_error **error);

/* The text, to be freed with free; NULL with an error. At last the register itself, that it is as before. */
static inline char *ask_everything(struct everything all, pdoc_error **error)
{
    static const everything_question of_register[] = {everything_audit,         everything_next,
                                                      everything_consultations, everything_extensions,
                                                      everything_impact,        everything_figures};
    static const everything_question of_document[] = {everything_ready, everything_versions, everything_types,
                                                      everything_reasons, everything_binding};
    bool good = true;
    all.options = (pdoc_publish_options){.size = sizeof all.options};
    for (size_t i = 0; good && i < sizeof of_register / sizeof *of_register; i++)
        good = of_register[i](&all, NULL, error);
    for (size_t doc = 0; good && doc < pdoc_register_document_count(all.reg); doc++)
        for (size_t i = 0; good && i < sizeof of_document / sizeof *of_document; i++)
            good = of_document[i](&all, pdoc_register_document(all.reg, doc), error);
    good = good && everything_issues(&all, error) &&
           everything_add(&all, pdoc_register_write_memory(all.reg, NULL, error));
    if (good)
        return all.out;
    free(all.out);
    return NULL;
}

#endif
