/* SPDX-License-Identifier: MIT */
/* policydoc validate: the reader's own checks of registers, profiles and calendars, and the closed lists of
   codes that practice issues may hold. */
#include "command.h"

#include <stdlib.h>
#include <string.h>

struct input {
    const char *name; /* for people */
    const char *path; /* NULL: the bytes are in memory */
    char *data;
    size_t size;
};

static void say_notices(const char *name, const pdoc_register *reg)
{
    for (size_t i = 0; i < pdoc_register_notice_count(reg); i++)
        say("%s:%u: notice: %s", name, (unsigned)pdoc_register_notice_line(reg, i), pdoc_register_notice(reg, i));
}

/* Codes of practice issues that neither the library nor the profile knows: words that may tell of a child. */
static size_t print_unknown_codes(const char *name, const pdoc_issue *issue, const pdoc_profile_set *set)
{
    size_t count = 0;
    const pdoc_basis basis = {.size = sizeof basis, .as_of = pdoc_issue_on(issue), .profiles = set};
    pdoc_standing *standing = pdoc_issue_standing(issue, &basis, NULL);
    for (size_t i = 0; i < pdoc_standing_finding_count(standing); i++) {
        const char *step = pdoc_standing_finding_step(standing, i);
        if (strcmp(pdoc_standing_finding_code(standing, i), "issue-code-unknown") != 0 ||
            pdoc_standing_finding_outcome(standing, i) != PDOC_OUTCOME_NOT_MET)
            continue;
        print_line("%s: practice issue %s%s%s: %s", name, pdoc_issue_id(issue), step ? ", step " : "", step ? step : "",
                   pdoc_standing_finding_message(standing, i));
        count++;
    }
    pdoc_standing_unref(standing);
    return count;
}

static size_t print_unknown_codes_of_all(const char *name, const pdoc_register *reg, const pdoc_profile_set *set)
{
    size_t count = 0;
    for (size_t i = 0; i < pdoc_register_issue_count(reg); i++)
        count += print_unknown_codes(name, pdoc_register_issue(reg, i), set);
    return count;
}

static bool is_register(const struct input *input, const pdoc_profile_set *set, size_t *unknown, pdoc_error **error)
{
    pdoc_register *reg = input->path ? pdoc_register_read_file(input->path, NULL, error)
                                     : pdoc_register_read_memory(input->data, input->size, input->name, NULL, error);
    if (reg) {
        say_notices(input->name, reg);
        say_unknown_calendars(reg, NULL, input->name);
        *unknown = print_unknown_codes_of_all(input->name, reg, set);
    }
    pdoc_register_unref(reg);
    return reg != NULL;
}

/* What the profile says but cannot mean. It can be read all the same, so that it is valid. */
static bool say_mistakes(const char *name, const pdoc_profile *profile, pdoc_error **error)
{
    pdoc_lint *lint = pdoc_profile_lint(profile, error);
    for (size_t i = 0; i < pdoc_lint_count(lint); i++)
        if (pdoc_lint_is_mistake(lint, i))
            say("%s:%u: mistake: %s. %s", name, (unsigned)pdoc_lint_line(lint, i), pdoc_lint_message(lint, i),
                pdoc_lint_remedy(lint, i));
    const bool is_done = lint != NULL;
    pdoc_lint_free(lint);
    return is_done;
}

static bool is_profile(const struct input *input, const pdoc_profile_set *set, size_t *unknown, pdoc_error **error)
{
    (void)unknown;
    pdoc_profile *profile = input->path
                                ? pdoc_profile_read_file(input->path, set, error)
                                : pdoc_profile_read_memory(input->data, input->size, input->name, set, error);
    const bool is_read = profile && say_mistakes(input->name, profile, error);
    pdoc_profile_unref(profile);
    return is_read;
}

static bool is_calendar(const struct input *input, const pdoc_profile_set *set, size_t *unknown, pdoc_error **error)
{
    (void)unknown;
    (void)set;
    pdoc_calendar *calendar = input->path ? pdoc_calendar_read_file(input->path, error)
                                          : pdoc_calendar_read_memory(input->data, input->size, input->name, error);
    pdoc_calendar_unref(calendar);
    return calendar != NULL;
}

/* What a file may be, in the order in which it is asked. */
static bool (*const kinds[])(const struct input *input, const pdoc_profile_set *set, size_t *unknown,
                             pdoc_error **error) = {is_register, is_profile, is_calendar};

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

/* The first kind that the file is of, well or ill, has the word; of a file of none of them the first says what it
 * misses. */
static enum outcome validate(const struct input *input, const pdoc_profile_set *set)
{
    pdoc_error *told = NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        pdoc_error *error = NULL;
        size_t unknown = 0;
        if (kinds[i](input, set, &unknown, &error)) {
            pdoc_error_free(told);
            if (unknown > 0)
                return OUTCOME_NO;
            print_line("%s: valid", input->name);
            return OUTCOME_WELL;
        }
        const bool is_of_kind = pdoc_error_status(error) != PDOC_ERR_FORMAT;
        if (is_of_kind || !told) {
            pdoc_error_free(told);
            told = error;
        } else {
            pdoc_error_free(error);
        }
        if (is_of_kind)
            break;
    }
    const enum outcome outcome = print_verdict(input->name, told);
    pdoc_error_free(told);
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
