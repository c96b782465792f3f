/* SPDX-License-Identifier: MIT */
/* policydoc profile: one profile as text or data, or what lint finds in it. */
#include "command.h"

/* One finding; of a row that stands in another file only the name of this one is known. */
static void print_finding(const pdoc_lint *lint, size_t index, const char *name)
{
    const char *weight = pdoc_lint_is_mistake(lint, index) ? "mistake" : "note";
    const char *message = pdoc_lint_message(lint, index);
    const char *code = pdoc_lint_code(lint, index);
    const unsigned line = (unsigned)pdoc_lint_line(lint, index);
    if (line > 0)
        print_line("%s:%u:%u: %s: %s [%s]", name, line, (unsigned)pdoc_lint_column(lint, index), weight, message, code);
    else
        print_line("%s: %s: %s [%s]", name, weight, message, code);
    print_line("    remedy    %s", pdoc_lint_remedy(lint, index));
}

static enum outcome lint(const pdoc_profile *profile, const char *name)
{
    pdoc_error *error = NULL;
    enum outcome outcome = OUTCOME_WELL;
    pdoc_lint *lint = pdoc_profile_lint(profile, &error);
    if (!lint)
        return fail_asking(error);
    for (size_t i = 0; i < pdoc_lint_count(lint); i++) {
        print_finding(lint, i, name);
        if (pdoc_lint_is_mistake(lint, i))
            outcome = OUTCOME_NO;
    }
    if (pdoc_lint_count(lint) == 0)
        print_line("%s: nothing found", name);
    pdoc_lint_free(lint);
    return outcome;
}

static enum outcome publish(const struct options *options, const pdoc_profile *profile)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    pdoc_text *text = pdoc_profile_publish(profile, &publish, &error);
    return print_text(options, text, error);
}

/* A broken profile is the answer that lint was asked for, not a failure to read. */
static enum outcome fail_unread(pdoc_error *error, const char *name, bool is_lint)
{
    if (!is_lint)
        return fail_reading(error);
    const enum outcome outcome = print_verdict(name, error);
    pdoc_error_free(error);
    return outcome;
}

enum outcome run_profile(const struct options *options)
{
    const char *name = options->operands[0];
    pdoc_error *error = NULL;
    enum outcome outcome = OUTCOME_WELL;
    const bool is_lint = (options->given & OPTION_LINT) != 0;
    if (is_lint && (options->given & OPTIONS_PRINT)) {
        say("--lint prints lines of text on standard output; it takes no --format and no --output");
        return OUTCOME_USAGE;
    }
    pdoc_profile_set *set = load_profiles(options, &outcome);
    if (!set)
        return outcome;
    pdoc_profile *profile = load_profile(name, set, &error);
    if (profile)
        outcome = is_lint ? lint(profile, name) : publish(options, profile);
    else
        outcome = error ? fail_unread(error, name, is_lint) : OUTCOME_USAGE;
    pdoc_profile_unref(profile);
    pdoc_profile_set_unref(set);
    return outcome;
}
