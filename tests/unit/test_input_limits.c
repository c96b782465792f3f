/* SPDX-License-Identifier: MIT */
/* The limits of the input: each at n and at n + 1, the bomb, the presets. */
#include "input_bytes.h"

static void limit_of_stored_bytes_holds_at_n_and_not_at_n_plus_1(void **state)
{
    (void)state;
    struct bytes text = long_text(5000);
    pdoc_read_options options = {.size = sizeof options, .max_bytes = text.size};
    assert_int_equal(status_of(text, &options), PDOC_OK);
    options.max_bytes = text.size - 1;
    assert_int_equal(status_of(text, &options), PDOC_ERR_LIMIT);
    struct bytes packed = pack(text.data, text.size);
    options.max_bytes = packed.size;
    assert_int_equal(status_of(packed, &options), PDOC_OK);
    options.max_bytes = packed.size - 1;
    assert_int_equal(status_of(packed, &options), PDOC_ERR_LIMIT);
    free(packed.data);
    free(text.data);
}

static void limit_of_inflated_bytes_holds_at_n_and_not_at_n_plus_1(void **state)
{
    (void)state;
    struct bytes text = long_text(70000);
    struct bytes packed = pack(text.data, text.size);
    pdoc_read_options options = {.size = sizeof options, .max_inflated_bytes = text.size};
    assert_int_equal(status_of(packed, &options), PDOC_OK);
    options.max_inflated_bytes = text.size - 1;
    assert_int_equal(status_of(packed, &options), PDOC_ERR_LIMIT);
    assert_int_equal(status_of(text, &options), PDOC_OK); /* plain bytes are not inflated */
    free(packed.data);
    free(text.data);
}

static void a_bomb_is_refused_by_its_ratio_after_a_mebibyte(void **state)
{
    (void)state;
    enum { MEBIBYTE = 1024 * 1024 };
    struct bytes spaces = {calloc(30, MEBIBYTE), (size_t)30 * MEBIBYTE};
    struct bytes bomb = pack(spaces.data, spaces.size);
    struct outcome outcome = read_bytes(bomb, NULL, 4096);
    assert_int_equal(outcome.status, PDOC_ERR_LIMIT);
    assert_true(outcome.size < 3 * MEBIBYTE);
    free(outcome.text);
    pdoc_read_options options = {.size = sizeof options, .max_ratio = 2000};
    assert_int_equal(status_of(bomb, &options), PDOC_OK);
    struct bytes small = pack(spaces.data, MEBIBYTE);
    assert_true(MEBIBYTE / small.size > 200);
    assert_int_equal(status_of(small, NULL), PDOC_OK); /* small files may repeat themselves */
    free(small.data);
    free(bomb.data);
    free(spaces.data);
}

static void options_fill_the_defaults_and_the_strict_preset(void **state)
{
    (void)state;
    struct pdoc__limits limits;
    assert_true(pdoc__limits_fill(NULL, &limits, NULL));
    assert_int_equal(limits.depth, 128);
    assert_int_equal(limits.attributes, 256);
    assert_int_equal(limits.names, 4000);
    assert_int_equal(limits.ratio, 200);
    assert_true(limits.bytes == (uint64_t)64 << 30 && limits.inflated == (uint64_t)64 << 30);
    assert_false(limits.is_strict);
    pdoc_read_options options = {.size = sizeof options, .strict = 1, .max_depth = 7};
    assert_true(pdoc__limits_fill(&options, &limits, NULL));
    assert_int_equal(limits.depth, 7);
    assert_int_equal(limits.attributes, 64);
    assert_true(limits.elements == 1000000 && limits.bytes == (uint64_t)16 << 20 && limits.inflated == (uint64_t)64 << 20);
    assert_true(limits.is_strict);
}

static void options_of_another_size_are_refused(void **state)
{
    (void)state;
    struct pdoc__limits limits;
    pdoc_read_options options = {.size = sizeof options + 8};
    pdoc_error *error = NULL;
    assert_false(pdoc__limits_fill(&options, &limits, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    options = (pdoc_read_options){.size = sizeof options, .reserved = 1};
    assert_false(pdoc__limits_fill(&options, &limits, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limit_of_stored_bytes_holds_at_n_and_not_at_n_plus_1),
        cmocka_unit_test(limit_of_inflated_bytes_holds_at_n_and_not_at_n_plus_1),
        cmocka_unit_test(a_bomb_is_refused_by_its_ratio_after_a_mebibyte),
        cmocka_unit_test(options_fill_the_defaults_and_the_strict_preset),
        cmocka_unit_test(options_of_another_size_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
