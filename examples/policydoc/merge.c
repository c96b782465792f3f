/* SPDX-License-Identifier: MIT */
/* policydoc merge: two registers made one, and the list of what they say differently. */
#include "command.h"

#include <string.h>
#include <sys/stat.h>

/* B=NAME, or NAME alone: what the second register is called. */
static const char *origin_of(const struct options *options)
{
    const char *origin = options->own.origin;
    const char *file = options->operands[1];
    if (!origin)
        return file;
    const size_t size = strlen(file);
    return strncmp(origin, file, size) == 0 && origin[size] == '=' ? origin + size + 1 : origin;
}

static bool options_fit(const struct options *options)
{
    struct stat status;
    if (!options->output || strcmp(options->output, "-") == 0) {
        say("merge needs -o C for the new register; see policydoc merge --help");
        return false;
    }
    if (stat(options->output, &status) == 0) {
        say("%s is there already; a merge makes a new register: give a new name", options->output);
        return false;
    }
    if (!*origin_of(options)) {
        say("--origin needs a name behind \"=\", such as --origin %s=\"Sutton partnership\"", options->operands[1]);
        return false;
    }
    return options_have_whole_day("merge", options);
}

static enum outcome write_list(const struct options *options, const pdoc_merge *merge)
{
    pdoc_error *error = NULL;
    struct options printed = *options;
    pdoc_publish_options publish = publishing(options);
    if (!options->own.conflicts && pdoc_merge_count(merge) == 0)
        return OUTCOME_WELL;
    printed.output = options->own.conflicts;
    publish.format = options->own.conflicts ? PDOC_FORMAT_CSV : PDOC_FORMAT_TEXT;
    pdoc_text *text = pdoc_merge_publish(merge, &publish, &error);
    return print_text(&printed, text, error);
}

static void print_sums(const struct options *options, const pdoc_merge *merge)
{
    static const struct {
        pdoc_merge_kind kind;
        const char *words;
    } sums[] = {{PDOC_MERGE_CONFLICT, "said differently by the two; both are kept"},
                {PDOC_MERGE_APART, "with the same reference, and not the same document; both are kept"},
                {PDOC_MERGE_RENAMED, "of the second renamed, since the first has the id, code or number"},
                {PDOC_MERGE_ADDED, "bodies and posts that only the second has"},
                {PDOC_MERGE_TAKEN, "left open by the first, and taken from the second"},
                {PDOC_MERGE_UNMAPPED, "names that are of no body or post of either"}};
    const pdoc_register *made = pdoc_merge_register(merge);
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        size_t count = 0;
        for (size_t k = 0; k < pdoc_merge_count(merge); k++)
            count += pdoc_merge_kind_at(merge, k) == sums[i].kind;
        if (count > 0)
            print_line("%zu %s", count, sums[i].words);
    }
    const bool is_dry = (options->given & OPTION_DRY_RUN) != 0;
    print_line("%zu documents in %s%s", pdoc_register_document_count(made), options->output,
               is_dry ? ", which is not written: --dry-run" : "");
}

static enum outcome save_merge(const struct options *options, const pdoc_merge *merge)
{
    pdoc_error *error = NULL;
    enum outcome outcome = write_list(options, merge);
    if (outcome != OUTCOME_WELL)
        return outcome;
    print_sums(options, merge);
    if (options->given & OPTION_DRY_RUN)
        return OUTCOME_WELL;
    if (pdoc_register_write_file(pdoc_merge_register(merge), options->output, NULL, &error) != PDOC_OK)
        outcome = fail_asking(error);
    return outcome;
}

enum outcome run_merge(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    if (!options_fit(options))
        return OUTCOME_USAGE;
    const pdoc_merge_options what = {
        .size = sizeof what,
        .origin = origin_of(options),
        .on = options->given & OPTION_ON ? options->on : today(),
        .recorder = options->recorder,
        .reason = options->reason,
    };
    pdoc_register *first = load_register(options->operands[0], &outcome);
    pdoc_register *second = first ? load_register(options->operands[1], &outcome) : NULL;
    if (second) {
        pdoc_merge *merge = pdoc_register_merge(first, second, &what, &error);
        outcome = merge ? save_merge(options, merge) : fail_asking(error);
        pdoc_merge_unref(merge);
    }
    pdoc_register_unref(first);
    pdoc_register_unref(second);
    return outcome;
}
