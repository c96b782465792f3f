/* SPDX-License-Identifier: MIT */
/* Those whom the rows of a profile name: parties by their codes, or operands whose value names one. */
#include <string.h>

#include "xml/profile_reading.h"

static bool has_party(const pdoc_profile *profile, const char *code)
{
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_PARTIES]; i++) {
        if (strcmp(profile->parties[i].rule.id, code) == 0)
            return true;
    }
    return false;
}

/* A word that is neither is taken for the code of a party of the register; lint tells. */
void pdoc__who_resolve(const pdoc_profile *profile, const char *name, struct pdoc__operand *operand, const char **code)
{
    *operand = (struct pdoc__operand){0};
    *code = NULL;
    if (!name)
        return;
    if (has_party(profile, name) || !pdoc__operand_resolve(profile, name, -1, operand)) {
        *code = name;
        *operand = (struct pdoc__operand){.name = name};
    }
}

static bool resolve_list(struct pdoc__reading *reading, char *at)
{
    struct pdoc__parties parties;
    memcpy(&parties, at, sizeof parties);
    parties.who = pdoc__reading_alloc(reading, parties.names.count, sizeof *parties.who);
    if (!parties.who)
        return false;
    for (size_t i = 0; i < parties.names.count; i++)
        pdoc__who_resolve(reading->profile, parties.names.items[i], &parties.who[i].operand, &parties.who[i].code);
    memcpy(at, &parties, sizeof parties);
    return true;
}

bool pdoc__parties_resolve(struct pdoc__reading *reading)
{
    for (int table = 0; table < PDOC__PROFILE_TABLES; table++) {
        for (const struct pdoc__member *member = pdoc__row_forms[table].members; member->name; member++) {
            for (size_t i = 0; member->form == PDOC__FORM_PARTIES && i < reading->profile->counts[table]; i++) {
                char *row = pdoc__reading_row(reading->profile, (pdoc_profile_table)table, i);
                if (!resolve_list(reading, row + member->at))
                    return false;
            }
        }
    }
    return true;
}
