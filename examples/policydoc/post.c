/* SPDX-License-Identifier: MIT */
/* policydoc post, reassign, orphans: who holds a post, whom the cells of a role name, whose post nobody fills. */
#include "changing.h"

#include <string.h>

static enum outcome hold(const struct changing *changing)
{
    const struct options *options = changing->options;
    pdoc_error *error = NULL;
    pdoc_party *post = pdoc_register_find_party(changing->reg, options->operands[1]);
    if (!post) {
        say("no party of %s has the code or name \"%s\"; policydoc party %s CODE name=\"%s\" kind=post adds it",
            changing->path, options->operands[1], changing->path, options->operands[1]);
        return OUTCOME_NO;
    }
    if (options->own.visibility && pdoc_party_set_visibility(post, options->own.visibility, &error) != PDOC_OK)
        return fail_asking(error);
    if (!(options->given & OPTION_FROM))
        return OUTCOME_WELL;
    return pdoc_party_add_holder(post, options->own.holder, options->from, &error) == PDOC_OK ? OUTCOME_WELL
                                                                                              : fail_asking(error);
}

enum outcome run_post(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct changing changing;
    const bool is_mark_only = options->own.visibility && !options->own.holder && !(options->given & OPTION_FROM);
    if (!is_mark_only && (!(options->given & OPTION_FROM) || options->from.day == 0)) {
        say("post needs the whole day --from which it is so, such as --from 2027-04-01");
        return OUTCOME_USAGE;
    }
    if (!options_have_whole_day("post", options))
        return OUTCOME_USAGE;
    if (!changing_begin(&changing, options, options->operands[0], "post", changing_day(options), &outcome))
        return outcome;
    outcome = hold(&changing);
    if (outcome == OUTCOME_WELL)
        outcome = changing_finish(&changing, NULL);
    changing_end(&changing);
    return outcome;
}

static enum outcome reassign(const struct changing *changing)
{
    const struct own_options *own = &changing->options->own;
    const pdoc_reassignment what = {.size = sizeof what, .role = own->role, .from = own->from, .to = own->to};
    pdoc_error *error = NULL;
    size_t count = 0;
    if (!pdoc_register_find_party(changing->reg, own->to))
        say("no party of %s has the code or name \"%s\"; it is printed as it is", changing->path, own->to);
    if (pdoc_change_reassign(changing->change, &what, &count, &error) != PDOC_OK)
        return fail_asking(error);
    if (count > 0)
        return OUTCOME_WELL;
    say("no %s of a document that is in force or to come is \"%s\"", own->role, own->from);
    return OUTCOME_NO;
}

enum outcome run_reassign(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct changing changing;
    const struct own_options *own = &options->own;
    if (!own->role || !own->from || !own->to) {
        say("reassign needs --role, --from and --to; see policydoc reassign --help");
        return OUTCOME_USAGE;
    }
    if (!options_have_whole_day("reassign", options))
        return OUTCOME_USAGE;
    if (!changing_begin(&changing, options, options->operands[0], "reassign", changing_day(options), &outcome))
        return outcome;
    outcome = reassign(&changing);
    if (outcome == OUTCOME_WELL)
        outcome = changing_finish(&changing, NULL);
    changing_end(&changing);
    return outcome;
}

enum outcome run_orphans(const struct options *options)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(path, &outcome);
    if (reg && judging_fits(&judging, reg, path, &outcome)) {
        const pdoc_publish_options publish = publishing(options);
        pdoc_report *report = pdoc_audit(reg, &judging.basis, &error);
        pdoc_text *text = report ? pdoc_report_publish_orphans(report, &publish, &error) : NULL;
        pdoc_report_unref(report);
        outcome = print_text(options, text, error);
    }
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
