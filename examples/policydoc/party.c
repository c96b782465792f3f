/* SPDX-License-Identifier: MIT */
/* policydoc party: a body, organisation or post of the register, added, or what is said of it changed. */
#include "changing.h"

#include <string.h>

static const char *name_by(const pdoc_profile *profile, const char *code)
{
    for (size_t i = 0; i < pdoc_profile_row_count(profile, PDOC_PROFILE_PARTIES); i++)
        if (strcmp(pdoc_profile_row_id(profile, PDOC_PROFILE_PARTIES, i), code) == 0)
            return pdoc_profile_row_label(profile, PDOC_PROFILE_PARTIES, i);
    return NULL;
}

/* What a new party is called: by what follows CODE, else by a profile that knows the code. */
static const char *name_of_new(const struct changing *changing)
{
    const struct options *options = changing->options;
    const struct judging *judging = &changing->judging;
    struct assignment what;
    for (size_t i = 2; i < options->operand_count; i++)
        if (read_assignment(options->operands[i], &what) && strcmp(what.name, "name") == 0)
            return what.value;
    const char *name = name_by(judging->profile, options->operands[1]);
    for (size_t i = 0; !name && i < pdoc_register_profile_count(changing->reg); i++) {
        const char *ref = pdoc_register_profile_ref(changing->reg, i);
        name = name_by(pdoc_profile_set_find(judging->profiles, ref), options->operands[1]);
    }
    return name;
}

static pdoc_party *add_party(const struct changing *changing, enum outcome *outcome)
{
    const char *code = changing->options->operands[1];
    const char *name = name_of_new(changing);
    pdoc_error *error = NULL;
    if (!name) {
        say("%s has no party \"%s\" yet, and a new one needs a name: policydoc party FILE %s name=\"...\"",
            changing->path, code, code);
        *outcome = OUTCOME_NO;
        return NULL;
    }
    pdoc_party *party = pdoc_register_add_party(changing->reg, code, NULL, name, &error);
    if (!party)
        *outcome = fail_asking(error);
    return party;
}

static enum outcome assign(const struct changing *changing)
{
    const struct options *options = changing->options;
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    pdoc_party *party = pdoc_register_find_party(changing->reg, options->operands[1]);
    if (!party)
        party = add_party(changing, &outcome);
    for (size_t i = 2; party && outcome == OUTCOME_WELL && i < options->operand_count; i++) {
        struct assignment what;
        if (read_assignment(options->operands[i], &what) &&
            pdoc_party_assign(party, what.name, what.value, &error) != PDOC_OK)
            outcome = fail_asking(error);
    }
    return outcome;
}

static bool are_assignments(const struct options *options)
{
    struct assignment what;
    for (size_t i = 2; i < options->operand_count; i++)
        if (!read_assignment(options->operands[i], &what))
            return false;
    return true;
}

enum outcome run_party(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct changing changing;
    if (!are_assignments(options) || !options_have_whole_day("party", options))
        return OUTCOME_USAGE;
    if (!changing_begin(&changing, options, options->operands[0], "party", changing_day(options), &outcome))
        return outcome;
    outcome = assign(&changing);
    if (outcome == OUTCOME_WELL)
        outcome = changing_finish(&changing, NULL);
    changing_end(&changing);
    return outcome;
}
