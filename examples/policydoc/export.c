/* SPDX-License-Identifier: MIT */
/* policydoc export: the feed of a register for an intranet or a website; what is not known to be visible stays. */
#include "command.h"

/* For the keeper, on standard error: those who read the feed learn nothing of what it leaves out. */
static void say_withheld(const struct options *options, const pdoc_feed *feed)
{
    const char *who = options->own.visibility ? options->own.visibility : "public";
    for (size_t i = 0; i < pdoc_feed_withheld_count(feed); i++)
        say("%s does not leave: %s", pdoc_feed_withheld_document(feed, i), pdoc_feed_withheld_why(feed, i));
    if (pdoc_feed_count(feed) == 0 && pdoc_feed_withheld_count(feed) > 0)
        say("nothing leaves; policydoc set %s REF visibility=%s marks a document", options->operands[0], who);
}

static enum outcome export(const struct options *options, const pdoc_register *reg, const struct judging *judging) {
    const pdoc_feed_options what = {.size = sizeof what,
                                    .view = options->own.view,
                                    .visibility = options->own.visibility};
    pdoc_publish_options publish = publishing(options);
    pdoc_error *error = NULL;
    pdoc_feed *feed = pdoc_register_make_feed(reg, &judging->basis, &what, &error);
    if (!feed) return fail_asking(error);
    if (!(options->given & OPTION_FORMAT)) publish.format = PDOC_FORMAT_CSV;
    pdoc_text *text = pdoc_feed_publish(feed, &publish, &error);
    if (text) say_withheld(options, feed);
    pdoc_feed_unref(feed);
    return print_text(options, text, error);
}

enum outcome run_export(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(options->operands[0], &outcome);
    if (reg && judging_fits(&judging, reg, options->operands[0], &outcome))
        outcome = export(options, reg, &judging);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
