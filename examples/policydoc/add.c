/* SPDX-License-Identifier: MIT */
/* policydoc add: a document with its first version and front sheet; policydoc new: a register of one, from a template.
 */
#include "changing.h"

#include <string.h>

/* NAME=VALUE, once or more, of the new document. */
static enum outcome assign_all(const struct options *options, pdoc_document *doc)
{
    for (size_t i = 0; i < options->attribute_count; i++) {
        const struct attribute *what = &options->attributes[i];
        char name[64];
        pdoc_error *error = NULL;
        if (what->name_size >= sizeof name) {
            say("there is no field \"%.*s\"", (int)what->name_size, what->name);
            return OUTCOME_USAGE;
        }
        snprintf(name, sizeof name, "%.*s", (int)what->name_size, what->name);
        if (pdoc_document_assign(doc, 0, name, what->value[0] ? what->value : NULL, &error) != PDOC_OK)
            return fail_asking(error);
    }
    return OUTCOME_WELL;
}

static enum outcome add(const struct changing *changing)
{
    const struct own_options *own = &changing->options->own;
    pdoc_error *error = NULL;
    pdoc_document *doc = pdoc_register_add_document(changing->reg, own->type, own->title, &error);
    if (!doc || (own->reference && pdoc_document_add_reference(doc, own->reference, &error) != PDOC_OK) ||
        !pdoc_document_add_version(doc, own->label, &error))
        return fail_asking(error);
    return assign_all(changing->options, doc);
}

/* A second document of the same reference could not be told from the first. */
static bool reference_is_free(const struct changing *changing)
{
    const char *reference = changing->options->own.reference;
    const pdoc_document *other = reference ? pdoc_register_find_document(changing->reg, reference) : NULL;
    if (other)
        say("%s holds \"%s\" already: document %s; give another --reference", changing->path, reference,
            pdoc_document_id(other));
    return !other;
}

enum outcome run_add_document(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct changing changing;
    if (!options->own.title) {
        say("add needs a --title; see policydoc add --help");
        return OUTCOME_USAGE;
    }
    if (!options_have_whole_day("add", options))
        return OUTCOME_USAGE;
    if (!changing_begin(&changing, options, options->operands[0], "add", changing_day(options), &outcome))
        return outcome;
    outcome = reference_is_free(&changing) ? add(&changing) : OUTCOME_NO;
    if (outcome == OUTCOME_WELL)
        outcome = changing_finish(&changing, NULL);
    changing_end(&changing);
    return outcome;
}

enum outcome run_new_document(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    pdoc_error *error = NULL;
    if (!options->profile) {
        say("new needs the --profile whose template it is to follow (\"policydoc profiles\" lists the shipped ones)");
        return OUTCOME_USAGE;
    }
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg =
        pdoc_profile_skeleton(judging.profile, options->operands[0], options->own.title, judging.basis.as_of, &error);
    pdoc_text *text = reg ? pdoc_register_write_memory(reg, NULL, &error) : NULL;
    pdoc_register_unref(reg);
    judging_release(&judging);
    return print_text(options, text, error);
}
