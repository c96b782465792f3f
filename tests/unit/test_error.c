/* SPDX-License-Identifier: MIT */
/* Errors: what they hold, how they are chained, and that memory running out needs no memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/error.h"
#include "base/system.h"
#include "base/text.h"
#include "failing_memory.h"
#include "policydoc/version.h"

#include <errno.h>

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

static void a_sentence_holds_its_values(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_int_equal(pdoc__fail(&error, PDOC_ERR_INVALID, "%d is not %s", 7, "a month"), PDOC_ERR_INVALID);
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
    assert_string_equal(pdoc_error_message(error), "7 is not a month");
    assert_null(pdoc_error_file(error));
    assert_null(pdoc_error_path(error));
    assert_null(pdoc_error_next(error));
    assert_int_equal(pdoc_error_line(error), 0);
    assert_int_equal(pdoc_error_column(error), 0);
    pdoc_error_free(error);
}

static void a_place_is_copied(void **state)
{
    (void)state;
    char file[] = "register.xml", path[] = "register/document";
    const struct pdoc__place place = {.file = file, .line = 12, .column = 3, .path = path};
    pdoc_error *error = NULL;
    assert_int_equal(pdoc__fail_at(&error, PDOC_ERR_SYNTAX, &place, "bad"), PDOC_ERR_SYNTAX);
    file[0] = path[0] = 'X';
    assert_string_equal(pdoc_error_file(error), "register.xml");
    assert_string_equal(pdoc_error_path(error), "register/document");
    assert_int_equal(pdoc_error_line(error), 12);
    assert_int_equal(pdoc_error_column(error), 3);
    assert_string_equal(pdoc_error_message(error), "bad");
    pdoc_error_free(error);
    assert_int_equal(pdoc__fail_at(&error, PDOC_ERR_SYNTAX, NULL, "no place"), PDOC_ERR_SYNTAX);
    assert_null(pdoc_error_file(error));
    pdoc_error_free(error);
}

static void a_long_sentence_is_whole(void **state)
{
    (void)state;
    char words[5000];
    memset(words, 'w', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    pdoc_error *error = NULL;
    pdoc__fail(&error, PDOC_ERR_INVALID, "%s!", words);
    assert_int_equal(strlen(pdoc_error_message(error)), sizeof words);
    pdoc_error_free(error);
}

static void a_quoted_text_that_ends_within_a_letter_is_repaired(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc__fail(&error, PDOC_ERR_INVALID, "\"%.4s\"", "Gŵŷl");
    assert_string_equal(pdoc_error_message(error), "\"Gŵ?\"");
    assert_true(pdoc__utf8_is_valid(pdoc_error_message(error), strlen(pdoc_error_message(error))));
    pdoc_error_free(error);
}

static void nobody_need_ask_for_the_error(void **state)
{
    (void)state;
    assert_int_equal(pdoc__fail(NULL, PDOC_ERR_LIMIT, "%d", 1), PDOC_ERR_LIMIT);
    assert_int_equal(pdoc__fail_at(NULL, PDOC_ERR_LIMIT, NULL, "%d", 1), PDOC_ERR_LIMIT);
    assert_int_equal(pdoc__fail_memory(NULL), PDOC_ERR_NOMEM);
    assert_int_equal(memory_held, 0);
}

static void no_error_has_no_content(void **state)
{
    (void)state;
    assert_int_equal(pdoc_error_status(NULL), PDOC_OK);
    assert_string_equal(pdoc_error_message(NULL), "");
    assert_null(pdoc_error_file(NULL));
    assert_null(pdoc_error_path(NULL));
    assert_null(pdoc_error_next(NULL));
    assert_int_equal(pdoc_error_line(NULL) + pdoc_error_column(NULL), 0);
    pdoc_error_free(NULL);
}

static pdoc_error *made(const char *message)
{
    pdoc_error *error = NULL;
    pdoc__fail(&error, PDOC_ERR_INVALID, "%s", message);
    return error;
}

static void a_chain_keeps_the_order_of_its_errors(void **state)
{
    (void)state;
    pdoc_error *first = NULL;
    pdoc__error_append(&first, made("one"));
    pdoc__error_append(&first, NULL);
    pdoc_error *tail = made("two");
    pdoc__error_append(&tail, made("three"));
    pdoc__error_append(&first, tail);
    pdoc__error_append(&first, made("four"));
    const char *const expected[] = {"one", "two", "three", "four"};
    size_t count = 0;
    for (const pdoc_error *error = first; error; error = pdoc_error_next(error))
        assert_string_equal(pdoc_error_message(error), expected[count++]);
    assert_int_equal(count, 4);
    pdoc_error_free(first);
}

static void out_of_memory_is_one_error_that_is_never_freed(void **state)
{
    (void)state;
    pdoc_error *error = NULL, *again = NULL;
    assert_int_equal(pdoc__fail_memory(&error), PDOC_ERR_NOMEM);
    pdoc_error_free(error);
    assert_int_equal(pdoc__fail_memory(&again), PDOC_ERR_NOMEM);
    assert_ptr_equal(error, again);
    assert_int_equal(pdoc_error_status(again), PDOC_ERR_NOMEM);
    assert_string_equal(pdoc_error_message(again), "memory ran out");
    pdoc_error_free(again);
}

static void out_of_memory_ends_a_chain(void **state)
{
    (void)state;
    pdoc_error *first = made("one"), *memory = NULL, *other = NULL;
    pdoc__fail_memory(&memory);
    pdoc__error_append(&first, memory);
    pdoc__error_append(&first, made("two"));
    assert_ptr_equal(pdoc_error_next(first), memory);
    assert_null(pdoc_error_next(memory));
    pdoc_error_free(first);
    pdoc__fail_memory(&other);
    pdoc__error_append(&other, made("three"));
    assert_ptr_equal(other, memory);
    assert_null(pdoc_error_next(other));
    pdoc_error_free(other);
}

static void an_error_without_room_is_out_of_memory(void **state)
{
    (void)state;
    memory_fails_after(0);
    pdoc_error *error = NULL;
    assert_int_equal(pdoc__fail(&error, PDOC_ERR_INVALID, "%s", "lost"), PDOC_ERR_NOMEM);
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_NOMEM);
    pdoc_error_free(error);
}

static void every_status_has_its_own_name(void **state)
{
    (void)state;
    for (int status = PDOC_OK; status <= PDOC_ERR_REFUSED; status++) {
        assert_string_not_equal(pdoc_status_name((pdoc_status)status), "unknown");
        for (int other = PDOC_OK; other < status; other++)
            assert_string_not_equal(pdoc_status_name((pdoc_status)status), pdoc_status_name((pdoc_status)other));
    }
    assert_string_equal(pdoc_status_name((pdoc_status)(PDOC_ERR_REFUSED + 1)), "unknown");
    assert_string_equal(pdoc_status_name((pdoc_status)-1), "unknown");
}

static void the_system_gives_its_reasons_in_plain_words(void **state)
{
    (void)state;
    static const int numbers[] = {ENOENT, EACCES, EISDIR, ENOSPC, EROFS, EIO, ELOOP, EMFILE, EWOULDBLOCK, EXDEV, EFBIG};
    const char *unknown = pdoc__system_reason(-1);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        assert_string_not_equal(pdoc__system_reason(numbers[i]), unknown);
    assert_string_equal(pdoc__system_reason(ENOENT), "no such file or folder");
    assert_true(strlen(unknown) > 0);
}

static void the_library_names_the_release_of_its_headers(void **state)
{
    (void)state;
    assert_string_equal(pdoc_version(), PDOC_VERSION_TEXT);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, count_memory, nothing_is_held)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_sentence_holds_its_values),
        CASE(a_place_is_copied),
        CASE(a_long_sentence_is_whole),
        CASE(a_quoted_text_that_ends_within_a_letter_is_repaired),
        CASE(nobody_need_ask_for_the_error),
        CASE(no_error_has_no_content),
        CASE(a_chain_keeps_the_order_of_its_errors),
        CASE(out_of_memory_is_one_error_that_is_never_freed),
        CASE(out_of_memory_ends_a_chain),
        CASE(an_error_without_room_is_out_of_memory),
        CASE(every_status_has_its_own_name),
        CASE(the_system_gives_its_reasons_in_plain_words),
        CASE(the_library_names_the_release_of_its_headers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
