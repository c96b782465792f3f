/* SPDX-License-Identifier: MIT */
/* policydoc profiles: the profiles that are shipped. */
#include "command.h"

#include <string.h>

enum outcome run_profiles(const struct options *options)
{
    pdoc_error *error = NULL;
    pdoc_profile_set *set = pdoc_profile_set_shipped(&error);
    (void)options;
    if (!set)
        return fail_asking(error);
    int width = 0;
    for (size_t i = 0; i < pdoc_profile_set_count(set); i++) {
        const int length = (int)strlen(pdoc_profile_id(pdoc_profile_set_at(set, i)));
        width = length > width ? length : width;
    }
    for (size_t i = 0; i < pdoc_profile_set_count(set); i++) {
        const pdoc_profile *profile = pdoc_profile_set_at(set, i);
        print_line("%-*s  %s", width, pdoc_profile_id(profile), pdoc_profile_title(profile));
    }
    pdoc_profile_set_unref(set);
    return OUTCOME_WELL;
}
