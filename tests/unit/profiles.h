/* SPDX-License-Identifier: MIT */
/* What tests of profiles share: small profiles from their rows, and the errors that they give. */
#ifndef PDOC_TESTS_PROFILES_H
#define PDOC_TESTS_PROFILES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
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

/* Memory that runs out after a number of allocations, once or for ever. */
struct failing_memory {
    long left;
    bool forever;
    struct pdoc__allocator before;
};
static struct failing_memory failing_memory;

static inline bool may_allocate(void)
{
    bool may = failing_memory.left != 0;
    if (may || !failing_memory.forever)
        failing_memory.left--;
    return may;
}

static inline void *failing_allocate(size_t size)
{
    return may_allocate() ? malloc(size) : NULL;
}

static inline void *failing_reallocate(void *memory, size_t size)
{
    return may_allocate() ? realloc(memory, size) : NULL;
}

static inline void memory_fails_after(long allocations, bool forever)
{
    failing_memory = (struct failing_memory){allocations, forever, pdoc__allocator};
    pdoc__allocator = (struct pdoc__allocator){failing_allocate, failing_reallocate, free};
}

static inline void memory_is_back(void)
{
    pdoc__allocator = failing_memory.before;
}

/* Calls `work` with memory that runs out ever later, until it succeeds; `work` checks what it gets. Returns how often
   it failed. */
static inline long fail_every_allocation(bool (*work)(void *context, pdoc_error **error), void *context, bool forever)
{
    for (long allocations = 0; allocations < 5000; allocations++) {
        pdoc_error *error = NULL;
        memory_fails_after(allocations, forever);
        bool good = work(context, &error);
        memory_is_back();
        if (good) {
            assert_null(error);
            return allocations;
        }
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_NOMEM);
        pdoc_error_free(error);
    }
    fail_msg("it never succeeds");
    return -1;
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
