/* SPDX-License-Identifier: MIT */
/* Growing texts: what they hold, and that one failure is remembered. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
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

static void a_text_is_put_together_in_order(void **state)
{
    (void)state;
    struct pdoc__buffer buffer = {.data = NULL};
    pdoc__buffer_text(&buffer, "due ");
    pdoc__buffer_text(&buffer, NULL);
    pdoc__buffer_date(&buffer, (pdoc_date){2023, 6, 0});
    pdoc__buffer_byte(&buffer, ',');
    pdoc__buffer_add(&buffer, " in time", 3);
    pdoc__buffer_format(&buffer, " %s %d", "by", 42);
    assert_string_equal(buffer.data, "due 2023-06, in by 42");
    assert_int_equal(buffer.size, strlen(buffer.data));
    pdoc__buffer_free(&buffer);
    assert_null(buffer.data);
}

static void numbers_are_written_to_their_ends(void **state)
{
    (void)state;
    static const struct {
        int64_t number;
        const char *text;
    } rows[] = {
        {0, "0"},
        {7, "7"},
        {-7, "-7"},
        {1000, "1000"},
        {INT64_MAX, "9223372036854775807"},
        {INT64_MIN, "-9223372036854775808"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct pdoc__buffer buffer = {.data = NULL};
        pdoc__buffer_number(&buffer, rows[i].number);
        assert_string_equal(buffer.data, rows[i].text);
        pdoc__buffer_free(&buffer);
    }
}

static void a_buffer_grows_as_long_as_it_must(void **state)
{
    (void)state;
    struct pdoc__buffer buffer = {.data = NULL};
    char words[700];
    memset(words, 'w', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    for (size_t i = 0; i < 1000; i++) {
        pdoc__buffer_byte(&buffer, '.');
        pdoc__buffer_format(&buffer, "%s", words);
        pdoc__buffer_text(&buffer, words);
    }
    assert_int_equal(buffer.size, 1000 * (1 + 2 * strlen(words)));
    assert_int_equal(strlen(buffer.data), buffer.size);
    pdoc__buffer_free(&buffer);
}

static void a_text_that_is_taken_belongs_to_the_caller(void **state)
{
    (void)state;
    struct pdoc__buffer buffer = {.data = NULL};
    pdoc__buffer_add(&buffer, "a\0b", 3);
    pdoc_text *text = pdoc__buffer_take(&buffer, NULL);
    assert_null(buffer.data);
    assert_int_equal(pdoc_text_size(text), 3);
    assert_memory_equal(pdoc_text_data(text), "a\0b", 4);
    pdoc_text *empty = pdoc__buffer_take(&buffer, NULL);
    assert_string_equal(pdoc_text_data(empty), "");
    assert_int_equal(pdoc_text_size(empty), 0);
    pdoc_text_free(text);
    pdoc_text_free(empty);
    pdoc_text_free(NULL);
}

static pdoc_text *filled(pdoc_error **error)
{
    struct pdoc__buffer buffer = {.data = NULL};
    for (int i = 0; i < 200; i++) {
        pdoc__buffer_text(&buffer, "words ");
        pdoc__buffer_number(&buffer, i);
        pdoc__buffer_byte(&buffer, ' ');
        pdoc__buffer_format(&buffer, "%d", i);
    }
    return pdoc__buffer_take(&buffer, error);
}

static void one_failure_is_remembered_to_the_end(void **state)
{
    (void)state;
    long failures = 0;
    for (pdoc_text *text = NULL; !text; failures++) {
        pdoc_error *error = NULL;
        memory_fails_after(failures);
        text = filled(&error);
        assert_int_equal(pdoc_error_status(error), text ? PDOC_OK : PDOC_ERR_NOMEM);
        assert_int_equal(memory_held, text ? 2 : 0);
        if (text)
            assert_memory_equal(pdoc_text_data(text), "words 0 0words 1 1", 18);
        pdoc_text_free(text);
    }
    assert_true(failures > 4);
}

static void what_follows_a_failure_is_ignored(void **state)
{
    (void)state;
    struct pdoc__buffer buffer = {.data = NULL};
    pdoc__buffer_text(&buffer, "kept");
    pdoc__buffer_add(&buffer, "", SIZE_MAX - 2);
    assert_true(buffer.failed);
    pdoc__buffer_text(&buffer, "lost");
    pdoc__buffer_byte(&buffer, '!');
    pdoc__buffer_format(&buffer, "%s", "lost");
    assert_string_equal(buffer.data, "kept");
    pdoc_error *error = NULL;
    assert_null(pdoc__buffer_take(&buffer, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_NOMEM);
    assert_false(buffer.failed);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, count_memory, nothing_is_held)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_text_is_put_together_in_order),      CASE(numbers_are_written_to_their_ends),
        CASE(a_buffer_grows_as_long_as_it_must),    CASE(a_text_that_is_taken_belongs_to_the_caller),
        CASE(one_failure_is_remembered_to_the_end), CASE(what_follows_a_failure_is_ignored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
