/* SPDX-License-Identifier: MIT */
/* policydoc release: a version is given out with its content; what is to be done for its readers then, or still. */
#include "changing.h"

#include <stdlib.h>
#include <string.h>

static enum outcome print_tasks(const struct options *options, pdoc_distribution *tasks, pdoc_error *error)
{
    const pdoc_publish_options publish = publishing(options);
    if (!tasks)
        return fail_asking(error);
    pdoc_text *text = pdoc_distribution_publish(tasks, &publish, &error);
    pdoc_distribution_unref(tasks);
    return print_text(options, text, error);
}

/* ---- still to do ---- */

static enum outcome list(const struct options *options, const pdoc_register *reg, struct judging *judging)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    const pdoc_document *doc = NULL;
    if (options->operand_count < 2 && !judging_fits(judging, reg, path, &outcome))
        return outcome;
    if (options->operand_count > 1) {
        doc = find_document(reg, path, options->operands[1]);
        if (!doc)
            return OUTCOME_NO;
        if (!judging_fits_document(judging, doc, path, &outcome))
            return outcome;
    }
    pdoc_distribution *tasks = doc ? pdoc_document_distribution(doc, &judging->basis, &error)
                                   : pdoc_register_distribution(reg, &judging->basis, &error);
    return print_tasks(options, tasks, error);
}

static enum outcome list_outstanding(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    struct options open = *options;
    open.publish.state = "outstanding";
    if (!judging_prepare(&open, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(options->operands[0], &outcome);
    if (reg)
        outcome = list(&open, reg, &judging);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}

/* ---- release ---- */

/* The name of a file without the folders that it lies in here. */
static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool read_day(const char *text, pdoc_date *out)
{
    if (!text || (pdoc_date_parse(text, out, NULL) == PDOC_OK && out->day != 0))
        return true;
    say("--effective takes a whole day such as 2026-03-31; \"%s\" is none", text);
    return false;
}

static bool read_release(const struct options *options, pdoc_release *out, char *hash, enum outcome *outcome)
{
    const struct own_options *own = &options->own;
    pdoc_error *error = NULL;
    *out = (pdoc_release){.size = sizeof *out,
                          .label = own->label,
                          .sha256 = hash,
                          .decision = own->decision,
                          .channel = own->channel,
                          .by = options->publish.by};
    *outcome = OUTCOME_USAGE;
    if (!own->content || !options->document_version) {
        say("release needs --version N and --content FILE; see policydoc release --help");
        return false;
    }
    const unsigned long version = strtoul(options->document_version, NULL, 10);
    if (version == 0 || version > 65535 || options->document_version[strspn(options->document_version, "0123456789")]) {
        say("--version takes the number of a version, from 1; \"%s\" is none", options->document_version);
        return false;
    }
    if (!options_have_whole_day("release", options) || !read_day(own->effective, &out->effective))
        return false;
    out->version = (uint32_t)version;
    out->href = file_name(own->content);
    if (pdoc_content_hash_file(own->content, hash, &error) == PDOC_OK)
        return true;
    *outcome = fail_reading(error);
    return false;
}

static enum outcome print_distribution(const struct changing *changing, const char *id)
{
    pdoc_error *error = NULL;
    struct options text = *changing->options;
    text.publish.format = PDOC_FORMAT_TEXT;
    text.output = NULL;
    const pdoc_document *doc = pdoc_register_find_document(changing->reg, id);
    print_line("%s", "");
    return print_tasks(&text, pdoc_document_distribution(doc, &changing->judging.basis, &error), error);
}

static enum outcome release(struct changing *changing, pdoc_release *release)
{
    const struct options *options = changing->options;
    pdoc_error *error = NULL;
    const pdoc_document *doc = find_document(changing->reg, changing->path, options->operands[1]);
    if (!doc)
        return OUTCOME_NO;
    release->document = pdoc_document_id(doc);
    release->on = options->given & OPTION_ON ? options->on : changing->judging.basis.as_of;
    if (!pdoc_change_release(changing->change, release, &error))
        return fail_asking(error);
    const enum outcome outcome = changing_finish(changing, NULL);
    return outcome == OUTCOME_WELL ? print_distribution(changing, release->document) : outcome;
}

static enum outcome run(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct changing changing;
    pdoc_release what;
    char hash[PDOC_SHA256_TEXT];
    const pdoc_date day = pdoc_date_last(options->given & OPTION_RECORDED ? options->recorded : today());
    if (!read_release(options, &what, hash, &outcome) ||
        !changing_begin(&changing, options, options->operands[0], "release", day, &outcome))
        return outcome;
    outcome = release(&changing, &what);
    changing_end(&changing);
    return outcome;
}

enum outcome run_release(const struct options *options)
{
    const bool is_list = (options->given & OPTION_OUTSTANDING) != 0;
    const uint64_t idle =
        options->given &
        (is_list ? OPTIONS_KEEPING | OPTION_RECORDED | OPTION_BY | OPTION_DOCUMENT_VERSION : OPTIONS_PRINT);
    if (idle) {
        options_say_not_taken(is_list ? "release --outstanding" : "release of a version", idle, "release");
        return OUTCOME_USAGE;
    }
    if (is_list)
        return list_outstanding(options);
    if (options->operand_count == 2)
        return run(options);
    say("usage: policydoc release FILE REF --version N --content FILE, or policydoc release FILE [REF] --outstanding; "
        "see "
        "policydoc release --help");
    return OUTCOME_USAGE;
}
