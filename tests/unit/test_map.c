/* SPDX-License-Identifier: MIT */
/* Hash maps with text keys and with address keys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/map.h"
#include "failing_memory.h"

enum { MANY = 20000 };
static char keys[MANY][16];
static int values[MANY];

static int count_memory(void **state)
{
    (void)state;
    memory_held = 0;
    memory_fails_after(-1);
    for (size_t i = 0; i < MANY; i++)
        snprintf(keys[i], sizeof keys[i], "key-%zu", i);
    return 0;
}

static int nothing_is_held(void **state)
{
    (void)state;
    memory_fails_after(-1);
    return memory_held == 0 ? 0 : -1;
}

static void an_empty_map_finds_nothing(void **state)
{
    (void)state;
    struct pdoc__map map = {.slots = NULL};
    assert_null(pdoc__map_find(&map, "key"));
    assert_null(pdoc__map_find_address(&map, &map));
    pdoc__map_free(&map);
}

static void every_text_key_is_found_again(void **state)
{
    (void)state;
    struct pdoc__map map = {.slots = NULL};
    for (size_t i = 0; i < MANY; i++) {
        bool added = false;
        assert_true(pdoc__map_add(&map, keys[i], &values[i], &added, NULL));
        assert_true(added);
    }
    assert_int_equal(map.count, MANY);
    for (size_t i = 0; i < MANY; i++) {
        char copy[16];
        memcpy(copy, keys[i], sizeof copy);
        assert_ptr_equal(pdoc__map_find(&map, copy), &values[i]);
    }
    assert_null(pdoc__map_find(&map, "key"));
    assert_null(pdoc__map_find(&map, ""));
    pdoc__map_free(&map);
    assert_int_equal(map.count, 0);
}

static void a_key_keeps_its_first_value(void **state)
{
    (void)state;
    struct pdoc__map map = {.slots = NULL};
    bool added = false;
    char same[] = "key-1";
    assert_true(pdoc__map_add(&map, keys[1], &values[1], &added, NULL));
    assert_true(pdoc__map_add(&map, same, &values[2], &added, NULL));
    assert_false(added);
    assert_true(pdoc__map_add(&map, same, &values[3], NULL, NULL));
    assert_ptr_equal(pdoc__map_find(&map, "key-1"), &values[1]);
    assert_int_equal(map.count, 1);
    pdoc__map_free(&map);
}

static void an_address_takes_its_last_value(void **state)
{
    (void)state;
    struct pdoc__map map = {.slots = NULL};
    for (size_t i = 0; i < MANY; i++)
        assert_true(pdoc__map_set_address(&map, &values[i], keys[i], NULL));
    assert_true(pdoc__map_set_address(&map, &values[7], keys[8], NULL));
    assert_int_equal(map.count, MANY);
    for (size_t i = 0; i < MANY; i++)
        assert_ptr_equal(pdoc__map_find_address(&map, &values[i]), i == 7 ? keys[8] : keys[i]);
    assert_null(pdoc__map_find_address(&map, &map));
    assert_null(pdoc__map_find_address(&map, NULL));
    pdoc__map_free(&map);
}

static void a_map_that_could_not_grow_is_as_it_was(void **state)
{
    (void)state;
    struct pdoc__map texts = {.slots = NULL}, addresses = {.slots = NULL};
    size_t failures = 0;
    for (size_t i = 0; i < 2000; i++) {
        pdoc_error *error = NULL;
        memory_fails_after(0);
        if (!pdoc__map_add(&texts, keys[i], &values[i], NULL, &error)) {
            failures++;
            assert_int_equal(pdoc_error_status(error), PDOC_ERR_NOMEM);
            assert_int_equal(texts.count, i);
            assert_false(pdoc__map_set_address(&addresses, &values[i], keys[i], &error));
            memory_fails_after(-1);
            assert_true(pdoc__map_add(&texts, keys[i], &values[i], NULL, NULL));
        }
        memory_fails_after(-1);
        assert_true(pdoc__map_set_address(&addresses, &values[i], keys[i], NULL));
        assert_ptr_equal(pdoc__map_find(&texts, keys[i / 2]), &values[i / 2]);
    }
    assert_true(failures >= 7);
    pdoc__map_free(&texts);
    pdoc__map_free(&addresses);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, count_memory, nothing_is_held)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(an_empty_map_finds_nothing),
        CASE(every_text_key_is_found_again),
        CASE(a_key_keeps_its_first_value),
        CASE(an_address_takes_its_last_value),
        CASE(a_map_that_could_not_grow_is_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
