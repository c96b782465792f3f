/* SPDX-License-Identifier: MIT */
/* policydoc ready: can a document go to a body for a purpose, and what stands in the way? */
#include "command.h"

static enum outcome print_readiness(const struct options *options, const pdoc_document *doc, const pdoc_basis *basis)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    const pdoc_readiness_question question = {
        .size = sizeof question, .purpose = options->ready_for, .body = options->body, .role = options->own.role};
    pdoc_readiness *readiness = pdoc_document_ask_readiness(doc, basis, &question, &error);
    if (!readiness)
        return fail_asking(error);
    const bool is_ready = pdoc_readiness_answer(readiness) == PDOC_TRUE;
    pdoc_text *text = pdoc_readiness_publish(readiness, &publish, &error);
    pdoc_readiness_unref(readiness);
    const enum outcome outcome = print_text(options, text, error);
    return outcome == OUTCOME_WELL && !is_ready ? OUTCOME_NO : outcome;
}

enum outcome run_ready(const struct options *options)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!(options->given & OPTION_FOR)) {
        say("say what it is to be ready for: --for consultation, scrutiny, sign-off or release");
        return OUTCOME_USAGE;
    }
    if (options->own.role && !options->body) {
        say("--role says as what a body acts; name the body with --body");
        return OUTCOME_USAGE;
    }
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(path, &outcome);
    const pdoc_document *doc = reg ? find_document(reg, path, options->operands[1]) : NULL;
    if (reg && !doc)
        outcome = OUTCOME_NO;
    else if (doc && judging_fits_document(&judging, doc, path, &outcome))
        outcome = print_readiness(options, doc, &judging.basis);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
