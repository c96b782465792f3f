/* SPDX-License-Identifier: MIT */
/* Which party a printed name stands for, for the register and the profile together. Judges nothing. */
#include "base/text.h"
#include "governance/memory.h"

/* Remembered for a name that nothing resolves: an address that is no name of a party. */
static const char unresolved[] = "";

/* Register and profile may know one body under two codes; the profile's code then serves for both. */
static const char *code_in_profile(const pdoc_profile *profile, const pdoc_party *party)
{
    const struct pdoc__profile_party *row = pdoc__profile_party(profile, party->code);
    for (size_t kind = 0; !row && kind < 3; kind++)
        for (size_t i = 0; !row && i < party->name_count[kind]; i++)
            row = pdoc__profile_party(profile, party->names[kind][i]);
    return row ? row->rule.id : party->code;
}

static const char *resolve(const struct pdoc__judge *judge, const char *name)
{
    const pdoc_party *party = pdoc_register_find_party(judge->reg, name);
    if (party)
        return code_in_profile(judge->profile, party);
    const struct pdoc__profile_party *row = pdoc__profile_party(judge->profile, name);
    return row ? row->rule.id : unresolved;
}

const char *pdoc__party_code(struct pdoc__judge *judge, const char *name)
{
    if (!name || *name == '\0')
        return NULL;
    if (!judge->profile) {
        const pdoc_party *party = pdoc_register_find_party(judge->reg, name);
        return party ? party->code : NULL;
    }
    struct pdoc__map *parties = &judge->memory[judge->profile_index].parties;
    union {
        void *kept; /* the map keeps plain addresses */
        const char *code;
    } found = {.kept = pdoc__map_find_address(parties, name)};
    if (!found.kept) {
        found.code = resolve(judge, name);
        if (!pdoc__map_set_address(parties, name, found.kept, NULL))
            judge->out_of_memory = true;
    }
    return found.code == unresolved ? NULL : found.code;
}

pdoc_truth pdoc__party_equals(struct pdoc__judge *judge, const char *left, const char *right)
{
    if (left == right)
        return PDOC_TRUE;
    const char *left_code = pdoc__party_code(judge, left);
    const char *right_code = pdoc__party_code(judge, right);
    if (!left_code || !right_code)
        return pdoc__text_same(left, right) ? PDOC_TRUE : PDOC_UNKNOWN;
    return left_code == right_code || pdoc__text_equal(left_code, right_code) ? PDOC_TRUE : PDOC_FALSE;
}
