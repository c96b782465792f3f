/* SPDX-License-Identifier: MIT */
/* policydoc attest: who read which content, by post and number; and who has still to read what. */
#include "changing.h"

#include <stdlib.h>
#include <string.h>

static enum outcome print_readers(const struct options *options, pdoc_attestations *readers, pdoc_error *error)
{
    const pdoc_publish_options publish = publishing(options);
    if (!readers)
        return fail_asking(error);
    pdoc_text *text = pdoc_attestations_publish(readers, &publish, &error);
    pdoc_attestations_unref(readers);
    return print_text(options, text, error);
}

/* ---- still to read ---- */

static enum outcome list(const struct options *options, const pdoc_register *reg, struct judging *judging)
{
    const char *path = options->operands[0];
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    if (options->operand_count < 2) {
        if (!judging_fits(judging, reg, path, &outcome))
            return outcome;
        pdoc_attestations *all = pdoc_register_attestations(reg, &judging->basis, &error);
        return print_readers(options, all, error);
    }
    const pdoc_document *doc = find_document(reg, path, options->operands[1]);
    if (!doc)
        return OUTCOME_NO;
    if (!judging_fits_document(judging, doc, path, &outcome))
        return outcome;
    pdoc_attestations *one = pdoc_document_attestations(doc, &judging->basis, &error);
    return print_readers(options, one, error);
}

static enum outcome list_readers(const struct options *options)
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

/* ---- attest ---- */

static bool read_number(const char *option, const char *text, unsigned long most, uint32_t *out)
{
    const bool is_number = text && *text && !text[strspn(text, "0123456789")] && strlen(text) < 10;
    const unsigned long number = is_number ? strtoul(text, NULL, 10) : 0;
    *out = (uint32_t)number;
    if (!text || (number > 0 && number <= most))
        return true;
    say("--%s takes a number from 1; \"%s\" is none", option, text);
    return false;
}

static bool read_reading(const struct options *options, pdoc_reading *out, char *hash, enum outcome *outcome)
{
    const struct own_options *own = &options->own;
    pdoc_error *error = NULL;
    *out = (pdoc_reading){.size = sizeof *out, .by = options->publish.by, .sha256 = own->content ? hash : NULL};
    *outcome = OUTCOME_USAGE;
    if (!out->by) {
        say("attest needs --by POST, who read it; see policydoc attest --help");
        return false;
    }
    if (!read_number("version", options->document_version, 65535, &out->version) ||
        !read_number("count", own->count, 100000000, &out->count) || !options_have_whole_day("attest", options))
        return false;
    if (!own->content || pdoc_content_hash_file(own->content, hash, &error) == PDOC_OK)
        return true;
    *outcome = fail_reading(error);
    return false;
}

static enum outcome run(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct changing changing;
    pdoc_reading reading;
    pdoc_error *error = NULL;
    char hash[PDOC_SHA256_TEXT];
    const pdoc_date day = pdoc_date_last(options->given & OPTION_RECORDED ? options->recorded : today());
    if (!read_reading(options, &reading, hash, &outcome) ||
        !changing_begin(&changing, options, options->operands[0], "attest", day, &outcome))
        return outcome;
    const pdoc_document *doc = find_document(changing.reg, changing.path, options->operands[1]);
    outcome = doc ? OUTCOME_WELL : OUTCOME_NO;
    if (doc) {
        reading.document = pdoc_document_id(doc);
        reading.on = options->given & OPTION_ON ? options->on : changing.judging.basis.as_of;
        outcome = pdoc_change_attest(changing.change, &reading, &error) ? changing_finish(&changing, NULL)
                                                                        : fail_asking(error);
    }
    changing_end(&changing);
    return outcome;
}

enum outcome run_attest(const struct options *options)
{
    const bool is_list = (options->given & OPTION_OUTSTANDING) != 0;
    const uint64_t idle =
        options->given &
        (is_list ? OPTIONS_KEEPING | OPTION_RECORDED | OPTION_BY | OPTION_DOCUMENT_VERSION : OPTIONS_PRINT);
    if (idle) {
        options_say_not_taken(is_list ? "attest --outstanding" : "attest of a reading", idle, "attest");
        return OUTCOME_USAGE;
    }
    if (is_list)
        return list_readers(options);
    if (options->operand_count == 2)
        return run(options);
    say("usage: policydoc attest FILE REF --by POST, or policydoc attest FILE [REF] --outstanding; see policydoc "
        "attest "
        "--help");
    return OUTCOME_USAGE;
}
