/* SPDX-License-Identifier: MIT */
/* Memory: allocation, growing arrays, arenas, and strings stored once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"
#include "failing_memory.h"

static int count_memory(void **state)
{
    (void)state;
    memory_held = 0;
    memory_fails_after(-1);
    return 0;
}

static int nothing_is_held(void **state)
{
    (void)state;
    memory_fails_after(-1);
    return memory_held == 0 ? 0 : -1;
}

static void memory_has_run_out(pdoc_error *error)
{
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_NOMEM);
    pdoc_error_free(error);
}

static void nothing_asked_for_is_still_something(void **state)
{
    (void)state;
    void *none = pdoc__alloc(0, NULL), *zero = pdoc__alloc_zero(0, 8, NULL);
    assert_non_null(none);
    assert_non_null(zero);
    none = pdoc__realloc(none, 0, 4, NULL);
    assert_non_null(none);
    pdoc__free(none);
    pdoc__free(zero);
    pdoc__free(NULL);
}

static void a_size_that_overflows_is_out_of_memory(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(pdoc__alloc_zero(SIZE_MAX / 2, 3, &error));
    memory_has_run_out(error);
    assert_null(pdoc__realloc(NULL, SIZE_MAX / 2, 3, &error));
    memory_has_run_out(error);
    int *items = NULL;
    size_t capacity = 0;
    assert_false(pdoc__grow(&items, &capacity, SIZE_MAX - 1, sizeof *items, &error));
    memory_has_run_out(error);
    assert_null(items);
    assert_int_equal(capacity, 0);
}

static void a_growing_array_keeps_its_items(void **state)
{
    (void)state;
    int *items = NULL;
    size_t capacity = 0;
    for (size_t count = 0; count < 1000; count++) {
        assert_true(pdoc__grow(&items, &capacity, count, sizeof *items, NULL));
        assert_true(capacity > count);
        items[count] = (int)count;
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    memory_fails_after(0);
    const size_t before = capacity;
    const int *where = items;
    pdoc_error *error = NULL;
    assert_false(pdoc__grow(&items, &capacity, capacity, sizeof *items, &error));
    memory_has_run_out(error);
    assert_int_equal(capacity, before);
    assert_ptr_equal(items, where);
    pdoc__free(items);
}

static void each_call_reports_that_memory_ran_out(void **state)
{
    (void)state;
    struct pdoc__arena arena = {.blocks = NULL};
    struct pdoc__pool pool = {.slots = NULL};
    pdoc_error *error = NULL;
    memory_fails_after(0);
    assert_null(pdoc__alloc(8, &error));
    memory_has_run_out(error);
    assert_null(pdoc__alloc_zero(8, 8, &error));
    memory_has_run_out(error);
    assert_null(pdoc__arena_alloc(&arena, 8, &error));
    memory_has_run_out(error);
    assert_null(pdoc__arena_zero(&arena, 8, &error));
    memory_has_run_out(error);
    assert_null(pdoc__arena_copy(&arena, "eight", 5, &error));
    memory_has_run_out(error);
    assert_null(pdoc__arena_text(&arena, "eight", 5, &error));
    memory_has_run_out(error);
    assert_null(pdoc__arena_space(&arena, 1 << 20, &error));
    memory_has_run_out(error);
    assert_null(pdoc__arena_alloc(&arena, SIZE_MAX, &error));
    memory_has_run_out(error);
    assert_null(pdoc__arena_text(&arena, "", SIZE_MAX, &error));
    memory_has_run_out(error);
    assert_null(pdoc__arena_space(&arena, SIZE_MAX, &error));
    memory_has_run_out(error);
    assert_null(pdoc__pool_add(&pool, &arena, "word", 4, &error));
    memory_has_run_out(error);
    assert_int_equal(arena.bytes, 0);
    assert_int_equal(pool.capacity, 0);
}

static void objects_are_aligned_and_never_overlap_texts(void **state)
{
    (void)state;
    enum { MANY = 20000 };
    struct pdoc__arena arena = {.blocks = NULL};
    static uint64_t *objects[MANY];
    static char *texts[MANY];
    for (size_t i = 0; i < MANY; i++) {
        const size_t words = 1 + i % 7;
        objects[i] = pdoc__arena_alloc(&arena, words * sizeof(uint64_t), NULL);
        assert_int_equal((uintptr_t)objects[i] % 8, 0);
        for (size_t k = 0; k < words; k++)
            objects[i][k] = i * 10 + k;
        char text[24];
        snprintf(text, sizeof text, "text %zu", i);
        texts[i] = pdoc__arena_text(&arena, text, strlen(text), NULL);
    }
    for (size_t i = 0; i < MANY; i++) {
        char text[24];
        snprintf(text, sizeof text, "text %zu", i);
        assert_string_equal(texts[i], text);
        for (size_t k = 0; k < 1 + i % 7; k++)
            assert_int_equal(objects[i][k], i * 10 + k);
    }
    pdoc__arena_free(&arena);
    assert_null(arena.blocks);
    assert_int_equal(arena.bytes, 0);
}

static void an_odd_size_leaves_the_next_object_aligned(void **state)
{
    (void)state;
    struct pdoc__arena arena = {.blocks = NULL};
    for (size_t size = 0; size < 100; size++)
        assert_int_equal((uintptr_t)pdoc__arena_alloc(&arena, size, NULL) % 8, 0);
    assert_ptr_not_equal(pdoc__arena_alloc(&arena, 0, NULL), pdoc__arena_alloc(&arena, 0, NULL));
    assert_ptr_not_equal(pdoc__arena_space(&arena, 0, NULL), pdoc__arena_space(&arena, 0, NULL));
    pdoc__arena_free(&arena);
}

static void copies_and_cleared_memory_are_what_they_say(void **state)
{
    (void)state;
    struct pdoc__arena arena = {.blocks = NULL};
    memset(pdoc__arena_alloc(&arena, 256, NULL), 0xAA, 256);
    pdoc__arena_reset(&arena);
    const unsigned char *zero = pdoc__arena_zero(&arena, 128, NULL);
    for (size_t i = 0; i < 128; i++)
        assert_int_equal(zero[i], 0);
    const int numbers[] = {1, 2, 3};
    assert_memory_equal(pdoc__arena_copy(&arena, numbers, sizeof numbers, NULL), numbers, sizeof numbers);
    assert_non_null(pdoc__arena_copy(&arena, NULL, 0, NULL));
    assert_string_equal(pdoc__arena_text(&arena, NULL, 0, NULL), "");
    pdoc__arena_free(&arena);
}

static void blocks_grow_up_to_a_limit(void **state)
{
    (void)state;
    struct pdoc__arena arena = {.blocks = NULL};
    pdoc__arena_alloc(&arena, 8, NULL);
    assert_int_equal(arena.bytes, 64 * 1024);
    size_t largest = 0;
    for (size_t i = 0; i < 4000; i++) {
        const size_t before = arena.bytes;
        assert_non_null(pdoc__arena_alloc(&arena, 4096, NULL));
        if (arena.bytes - before > largest)
            largest = arena.bytes - before;
    }
    assert_int_equal(largest, 1024 * 1024);
    pdoc__arena_free(&arena);
}

static void something_large_does_not_waste_the_block_that_is_being_filled(void **state)
{
    (void)state;
    struct pdoc__arena arena = {.blocks = NULL};
    const char *before = pdoc__arena_alloc(&arena, 8, NULL);
    char *large = pdoc__arena_space(&arena, 10 << 20, NULL);
    memset(large, 'x', 10 << 20);
    uint64_t *large_too = pdoc__arena_alloc(&arena, 3 << 20, NULL);
    memset(large_too, 'y', 3 << 20);
    assert_ptr_equal(pdoc__arena_alloc(&arena, 8, NULL), before + 8);
    pdoc__arena_free(&arena);
    large = pdoc__arena_space(&arena, 1 << 20, NULL);
    memset(large, 'x', 1 << 20);
    char *small = pdoc__arena_alloc(&arena, 16, NULL);
    memset(small, 'y', 16);
    assert_int_equal(large[0] + large[(1 << 20) - 1], 2 * 'x');
    pdoc__arena_free(&arena);
}

static void scratch_memory_that_is_reset_costs_nothing_more(void **state)
{
    (void)state;
    struct pdoc__arena arena = {.blocks = NULL};
    pdoc__arena_reset(&arena);
    assert_int_equal(memory_held, 0);
    for (size_t i = 0; i < 100; i++)
        pdoc__arena_alloc(&arena, 4096, NULL);
    pdoc__arena_reset(&arena);
    assert_int_equal(memory_held, 1);
    const size_t kept = arena.bytes;
    for (size_t round = 0; round < 50; round++) {
        pdoc__arena_alloc(&arena, 4096, NULL);
        pdoc__arena_text(&arena, "text", 4, NULL);
        pdoc__arena_reset(&arena);
    }
    assert_int_equal(arena.bytes, kept);
    assert_int_equal(memory_held, 1);
    pdoc__arena_free(&arena);
}

static void equal_texts_have_equal_addresses(void **state)
{
    (void)state;
    enum { MANY = 50000 };
    struct pdoc__arena arena = {.blocks = NULL};
    struct pdoc__pool pool = {.slots = NULL};
    static const char *stored[MANY];
    assert_null(pdoc__pool_find(&pool, "word 1", 6));
    for (size_t i = 0; i < MANY; i++) {
        char text[24];
        snprintf(text, sizeof text, "word %zu", i);
        stored[i] = pdoc__pool_add(&pool, &arena, text, strlen(text), NULL);
        assert_string_equal(stored[i], text);
    }
    assert_int_equal(pool.count, MANY);
    for (size_t i = 0; i < MANY; i++) {
        char text[24];
        snprintf(text, sizeof text, "word %zu", i);
        assert_ptr_equal(pdoc__pool_add(&pool, &arena, text, strlen(text), NULL), stored[i]);
        assert_ptr_equal(pdoc__pool_find(&pool, text, strlen(text)), stored[i]);
    }
    assert_int_equal(pool.count, MANY);
    assert_null(pdoc__pool_find(&pool, "Word 1", 6));
    assert_ptr_equal(pdoc__pool_find(&pool, "word 12", 6), stored[1]);
    pdoc__pool_free(&pool);
    pdoc__arena_free(&arena);
}

static void a_text_may_be_empty_or_hold_zero_bytes(void **state)
{
    (void)state;
    struct pdoc__arena arena = {.blocks = NULL};
    struct pdoc__pool pool = {.slots = NULL};
    const char *empty = pdoc__pool_add(&pool, &arena, "", 0, NULL);
    assert_string_equal(empty, "");
    const char *one = pdoc__pool_add(&pool, &arena, "a\0b", 3, NULL),
               *other = pdoc__pool_add(&pool, &arena, "a\0c", 3, NULL);
    assert_ptr_not_equal(one, other);
    assert_memory_equal(one, "a\0b", 4);
    assert_ptr_equal(pdoc__pool_add(&pool, &arena, NULL, 0, NULL), empty);
    assert_ptr_equal(pdoc__pool_find(&pool, "", 0), empty);
    pdoc_error *error = NULL;
    assert_null(pdoc__pool_add(&pool, &arena, "", (size_t)UINT32_MAX, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_LIMIT);
    pdoc_error_free(error);
    assert_null(pdoc__pool_find(&pool, "", (size_t)UINT32_MAX));
    pdoc__pool_free(&pool);
    pdoc__arena_free(&arena);
}

static void a_pool_that_could_not_grow_is_as_it_was(void **state)
{
    (void)state;
    struct pdoc__arena arena = {.blocks = NULL};
    struct pdoc__pool pool = {.slots = NULL};
    char text[24];
    size_t failures = 0;
    for (size_t i = 0; i < 5000; i++) {
        const size_t size = (size_t)snprintf(text, sizeof text, "word %zu", i), before = pool.count;
        memory_fails_after(0);
        pdoc_error *error = NULL;
        if (!pdoc__pool_add(&pool, &arena, text, size, &error)) {
            memory_has_run_out(error);
            assert_int_equal(pool.count, before);
            failures++;
            memory_fails_after(-1);
            assert_non_null(pdoc__pool_add(&pool, &arena, text, size, NULL));
        }
        assert_string_equal(pdoc__pool_find(&pool, text, size), text);
        assert_string_equal(pdoc__pool_find(&pool, "word 0", 6), "word 0");
    }
    assert_true(failures > 5);
    pdoc__pool_free(&pool);
    pdoc__arena_free(&arena);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, count_memory, nothing_is_held)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(nothing_asked_for_is_still_something),
        CASE(a_size_that_overflows_is_out_of_memory),
        CASE(a_growing_array_keeps_its_items),
        CASE(each_call_reports_that_memory_ran_out),
        CASE(objects_are_aligned_and_never_overlap_texts),
        CASE(an_odd_size_leaves_the_next_object_aligned),
        CASE(copies_and_cleared_memory_are_what_they_say),
        CASE(blocks_grow_up_to_a_limit),
        CASE(something_large_does_not_waste_the_block_that_is_being_filled),
        CASE(scratch_memory_that_is_reset_costs_nothing_more),
        CASE(equal_texts_have_equal_addresses),
        CASE(a_text_may_be_empty_or_hold_zero_bytes),
        CASE(a_pool_that_could_not_grow_is_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
