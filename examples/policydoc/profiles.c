/* SPDX-License-Identifier: MIT */
/* policydoc profiles: the profiles that are shipped. */
#include "command.h"

enum outcome run_profiles(const struct options *options)
{
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(options);
    pdoc_profile_set *set = pdoc_profile_set_shipped(&error);
    if (!set)
        return fail_asking(error);
    pdoc_text *text = pdoc_profile_set_publish(set, &publish, &error);
    pdoc_profile_set_unref(set);
    return print_text(options, text, error);
}
