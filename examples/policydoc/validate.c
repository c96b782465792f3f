/* SPDX-License-Identifier: MIT */
/* policydoc validate: the reader's own checks of registers and profiles. */
#include "command.h"

#include <stdlib.h>
#include <string.h>

struct input {
    const char *name; /* for people */
    const char *path; /* NULL: the bytes are in memory */
    char *data;
    size_t size;
};

static pdoc_register *read_register(const struct input *input, pdoc_error **error)
{
    if (input->path)
        return pdoc_register_read_file(input->path, NULL, error);
    return pdoc_register_read_memory(input->data, input->size, input->name, NULL, error);
}

static pdoc_profile *read_profile(const struct input *input, const pdoc_profile_set *set, pdoc_error **error)
{
    if (input->path)
        return pdoc_profile_read_file(input->path, set, error);
    return pdoc_profile_read_memory(input->data, input->size, input->name, set, error);
}

enum outcome print_verdict(const char *name, const pdoc_error *error)
{
    const pdoc_status status = pdoc_error_status(error);
    char place[PLACE_SIZE];
    for (; error; error = pdoc_error_next(error))
        print_line("%s%s", place_of(error, name, place), pdoc_error_message(error));
    if (status == PDOC_ERR_SYNTAX || status == PDOC_ERR_INVALID || status == PDOC_ERR_LIMIT)
        return OUTCOME_NO;
    return outcome_of(status, true);
}

/* A file that is no register may be a profile. */
static enum outcome validate(const struct input *input, const pdoc_profile_set *set)
{
    pdoc_error *error = NULL;
    pdoc_error *profile_error = NULL;
    pdoc_profile *profile = NULL;
    pdoc_register *reg = read_register(input, &error);
    enum outcome outcome = OUTCOME_WELL;
    if (!reg && pdoc_error_status(error) == PDOC_ERR_FORMAT)
        profile = read_profile(input, set, &profile_error);
    if (reg || profile) {
        print_line("%s: valid", input->name);
    } else {
        const bool is_profile = profile_error && pdoc_error_status(profile_error) != PDOC_ERR_FORMAT;
        outcome = print_verdict(input->name, is_profile ? profile_error : error);
    }
    for (size_t i = 0; reg && i < pdoc_register_notice_count(reg); i++)
        say("%s:%u: notice: %s", input->name, (unsigned)pdoc_register_notice_line(reg, i),
            pdoc_register_notice(reg, i));
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
    pdoc_error_free(error);
    pdoc_error_free(profile_error);
    return outcome;
}

static enum outcome validate_input(const pdoc_profile_set *set)
{
    const char *reason = NULL;
    struct input input = {.name = "standard input"};
    input.data = slurp_input(&input.size, &reason);
    if (!input.data) {
        say("cannot read standard input: %s", reason);
        return OUTCOME_UNREADABLE;
    }
    const enum outcome outcome = validate(&input, set);
    free(input.data);
    return outcome;
}

enum outcome run_validate(const struct options *options)
{
    enum outcome worst = OUTCOME_WELL;
    pdoc_profile_set *set = load_profiles(options, &worst);
    if (!set)
        return worst;
    for (size_t i = 0; i < options->operand_count; i++) {
        const struct input input = {.name = options->operands[i], .path = options->operands[i]};
        const bool is_input = strcmp(input.path, "-") == 0;
        const enum outcome outcome = is_input ? validate_input(set) : validate(&input, set);
        if (outcome > worst)
            worst = outcome;
    }
    pdoc_profile_set_unref(set);
    return worst;
}
