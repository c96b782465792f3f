/* SPDX-License-Identifier: MIT */
/* Fails every allocation of a job in turn, once and for ever: in the library, in zlib and in libxml2. Knows no job. */
#ifndef TESTS_FAULTS_FAILING_ALLOCATIONS_H
#define TESTS_FAULTS_FAILING_ALLOCATIONS_H

#include "unit/save_folder.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include "base/alloc.h"

/* Which allocation fails (1: the next; 0: none), and whether all after it do too. */
static struct {
    unsigned long at;
    unsigned long count;
    bool for_ever;
    long living; /* blocks not yet freed */
} fault;

static inline bool fails(void)
{
    fault.count++;
    return fault.at > 0 && (fault.count == fault.at || (fault.for_ever && fault.count > fault.at));
}

static inline void *fault_malloc(size_t size)
{
    void *memory = fails() ? NULL : malloc(size);
    fault.living += memory != NULL;
    return memory;
}

static inline void *fault_realloc(void *memory, size_t size)
{
    void *larger = fails() ? NULL : realloc(memory, size);
    fault.living += larger != NULL && memory == NULL;
    return larger;
}

static inline void fault_free(void *memory)
{
    fault.living -= memory != NULL;
    free(memory);
}

static inline char *fault_strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = fault_malloc(size);
    if (copy)
        memcpy(copy, text, size);
    return copy;
}

static inline void arm(unsigned long at, bool for_ever)
{
    fault.at = at;
    fault.count = 0;
    fault.for_ever = for_ever;
}

/* A job gives the text that came of it, or NULL and an error. */
typedef char *(*job)(const char *xml, size_t size, pdoc_error **error);

static inline char *copy_of(pdoc_text *text)
{
    char *copy = text ? strdup(pdoc_text_data(text)) : NULL;
    pdoc_text_free(text);
    return copy;
}

/* Fails every allocation of a job in turn. Whenever the job says that it worked, it must have given the same. */
static inline void fail_each(job run, const char *xml)
{
    size_t size = strlen(xml);
    arm(0, false);
    pdoc_error *error = NULL;
    char *expected = run(xml, size, &error);
    assert_string_equal(pdoc_error_message(error), "");
    assert_non_null(expected);
    unsigned long allocations = fault.count;
    assert_true(allocations > 1);
    for (int for_ever = 0; for_ever < 2; for_ever++)
        for (unsigned long at = 1; at <= allocations; at++) {
            long living = fault.living;
            arm(at, for_ever);
            char *text = run(xml, size, &error);
            arm(0, false);
            if (text)
                assert_string_equal(text, expected);
            else if (pdoc_error_status(error) != PDOC_ERR_NOMEM)
                fail_msg("allocation %lu of %lu: %s", at, allocations, pdoc_error_message(error));
            free(text);
            pdoc_error_free(error);
            error = NULL;
            xmlResetLastError(); /* libxml2 keeps the last one for the thread */
            assert_int_equal(fault.living, living);
            char *again = run(xml, size, NULL); /* it works again */
            assert_string_equal(again, expected);
            free(again);
        }
    print_message("%lu allocations\n", allocations);
    free(expected);
}

static inline char *tree_file(const char *name)
{
    char path[1000];
    snprintf(path, sizeof path, "%s/examples/registers/%s", PDOC_SOURCE_DIR, name);
    return content_of(path);
}

/* From here on all memory comes from here. */
static inline void use_failing_allocations(void)
{
    /* libxml2 first, so that its own memory is counted too; what it keeps for the process is made before. */
    xmlMemSetup(fault_free, fault_malloc, fault_realloc, fault_strdup);
    xmlInitParser();
    pdoc__allocator.allocate = fault_malloc;
    pdoc__allocator.reallocate = fault_realloc;
    pdoc__allocator.release = fault_free;
}

#endif
