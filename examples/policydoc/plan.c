/* SPDX-License-Identifier: MIT */
/* policydoc plan: by when each step of the review of one document must be done, back from its deadline. */
#include "command.h"

static enum outcome print_plan(const struct options *options, const pdoc_document *doc, const pdoc_basis *basis)
{
    const pdoc_plan_options asked = {.size = sizeof asked,
                                     .deadline = options->deadline,
                                     .body = options->body,
                                     .drafting = options->drafting,
                                     .consultation = options->consultation};
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    pdoc_plan *plan = pdoc_document_plan(doc, basis, &asked, &error);
    if (!plan)
        return fail_asking(error);
    pdoc_text *text = pdoc_plan_publish(plan, &publish, &error);
    const bool is_feasible = pdoc_plan_is_feasible(plan);
    pdoc_plan_unref(plan);
    const enum outcome outcome = print_text(options, text, error);
    return outcome == OUTCOME_WELL && !is_feasible ? OUTCOME_NO : outcome;
}

enum outcome run_plan(const struct options *options)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(path, &outcome);
    const pdoc_document *doc = reg ? find_document(reg, path, options->operands[1]) : NULL;
    if (reg && !doc)
        outcome = OUTCOME_NO;
    else if (doc && judging_fits_document(&judging, doc, path, &outcome))
        outcome = print_plan(options, doc, &judging.basis);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
