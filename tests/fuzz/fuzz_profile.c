/* SPDX-License-Identifier: MIT */
/* Any bytes as a profile: refused with an error, or a profile that can be linted. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pdoc_error *error = NULL;
    pdoc_profile *profile = pdoc_profile_read_memory(data, size, "input", NULL, &error);
    must((profile == NULL) == (error != NULL), "an error exactly on failure");
    if (profile) {
        must(pdoc_profile_id(profile) != NULL, "a profile has an id");
        pdoc_lint *lint = pdoc_profile_lint(profile, &error);
        must(lint != NULL, "a profile can be linted");
        pdoc_lint_free(lint);
    }
    pdoc_profile_unref(profile);
    pdoc_error_free(error);
    return 0;
}
