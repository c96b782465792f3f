/* SPDX-License-Identifier: MIT */
/* The files that are compiled in: every shipped profile and calendar, byte for byte. Reads no XML. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "xml/embedded.h"

static void assert_same_as_file(const struct pdoc__embedded *embedded, const char *folder)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/lib/%s/%s.xml", PDOC_SOURCE_DIR, folder, embedded->id);
    FILE *file = fopen(path, "rb");
    if (!file) {
        fail_msg("%s is not there", path);
        return;
    }
    unsigned char *bytes = malloc(embedded->size + 1); /* one more, so that a longer file shows */
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, embedded->size + 1, file), embedded->size);
    assert_memory_equal(bytes, embedded->data, embedded->size);
    free(bytes);
    fclose(file);
}

static void compiled_in_profiles_are_the_files(void **state)
{
    (void)state;
    assert_true(pdoc__embedded_profile_count > 0);
    for (size_t i = 0; i < pdoc__embedded_profile_count; i++)
        assert_same_as_file(&pdoc__embedded_profiles[i], "profiles");
}

static void compiled_in_calendars_are_the_files(void **state)
{
    (void)state;
    for (size_t i = 0; i < pdoc__embedded_calendar_count; i++)
        assert_same_as_file(&pdoc__embedded_calendars[i], "calendars");
}

static void there_is_a_calendar_for_each_division(void **state)
{
    (void)state;
    static const char *const divisions[] = {"england-and-wales", "scotland", "northern-ireland"};
    assert_int_equal(pdoc__embedded_calendar_count, sizeof divisions / sizeof *divisions);
    for (size_t i = 0; i < pdoc__embedded_calendar_count; i++)
        assert_string_equal(pdoc__embedded_calendars[i].id, divisions[i]);
    assert_null(pdoc__embedded_calendars[pdoc__embedded_calendar_count].id);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compiled_in_profiles_are_the_files),
        cmocka_unit_test(compiled_in_calendars_are_the_files),
        cmocka_unit_test(there_is_a_calendar_for_each_division),
    };
    return cmocka_run_group_tests_name("embedded", tests, NULL, NULL);
}
