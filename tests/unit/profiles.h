/* SPDX-License-Identifier: MIT */
/* What tests of profiles share: small profiles from their rows, and the errors that they give. */
#ifndef PDOC_TESTS_PROFILES_H
#define PDOC_TESTS_PROFILES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "governance/profile.h"
#include "policydoc/policydoc.h"

#define PROFILE_START "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"p\">\n"
#define PROFILE(rows) PROFILE_START rows "\n</profile>\n"

static inline pdoc_profile *read_text(const char *text, const pdoc_profile_set *set, pdoc_error **error)
{
    return pdoc_profile_read_memory(text, strlen(text), "test.xml", set, error);
}

/* A profile that must be good; its error is shown if it is not. */
static inline pdoc_profile *read_good(const char *text, const pdoc_profile_set *set)
{
    pdoc_error *error = NULL;
    pdoc_profile *profile = read_text(text, set, &error);
    for (const pdoc_error *each = error; each; each = pdoc_error_next(each))
        print_error("line %u: %s\n", (unsigned)pdoc_error_line(each), pdoc_error_message(each));
    assert_non_null(profile);
    assert_null(error);
    return profile;
}

/* Row of an id in a table, or -1. */
static inline int find_row(const pdoc_profile *profile, pdoc_profile_table table, const char *id)
{
    for (size_t i = 0; i < pdoc_profile_row_count(profile, table); i++) {
        if (strcmp(pdoc_profile_row_id(profile, table, i), id) == 0)
            return (int)i;
    }
    return -1;
}

#endif
