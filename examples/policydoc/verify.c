/* SPDX-License-Identifier: MIT */
/* policydoc verify: are the copies of a folder the contents that are in force? */
#include "command.h"

static enum outcome print_verification(const struct options *options, pdoc_verification *answer, pdoc_error *error)
{
    const pdoc_publish_options publish = publishing(options);
    if (!answer)
        return fail_asking(error);
    const bool is_clean = pdoc_verification_is_clean(answer);
    pdoc_text *text = pdoc_verification_publish(answer, &publish, &error);
    pdoc_verification_unref(answer);
    const enum outcome outcome = print_text(options, text, error);
    return outcome == OUTCOME_WELL && !is_clean ? OUTCOME_NO : outcome;
}

static enum outcome verify(const struct options *options, const pdoc_register *reg, struct judging *judging)
{
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    if (!judging_fits(judging, reg, options->operands[0], &outcome))
        return outcome;
    pdoc_copies *copies = pdoc_copies_new(&error);
    if (!copies || pdoc_copies_add_folder(copies, options->own.content, &error) != PDOC_OK)
        outcome = fail_reading(error);
    else
        outcome = print_verification(options, pdoc_register_verify(reg, &judging->basis, copies, &error), error);
    pdoc_copies_free(copies);
    return outcome;
}

enum outcome run_verify(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!options->own.content) {
        say("verify needs --content DIR, the folder of the copies; see policydoc verify --help");
        return OUTCOME_USAGE;
    }
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(options->operands[0], &outcome);
    if (reg)
        outcome = verify(options, reg, &judging);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
