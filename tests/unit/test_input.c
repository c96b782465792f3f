/* SPDX-License-Identifier: MIT */
/* Bytes in: plain and gzip, from files, memory and functions that give little at a time. */
#include "input_bytes.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* Hands over at most `step` bytes at once. */
struct dripping {
    struct bytes from;
    size_t at;
    size_t step;
};

static int64_t drip(void *context, void *buffer, size_t size)
{
    struct dripping *dripping = context;
    size_t left = dripping->from.size - dripping->at;
    size_t take = left < dripping->step ? left : dripping->step;
    take = take < size ? take : size;
    memcpy(buffer, dripping->from.data + dripping->at, take);
    dripping->at += take;
    return (int64_t)take;
}

static struct outcome read_path(const char *path)
{
    struct pdoc__limits limits;
    struct pdoc__input input;
    struct outcome outcome = {0};
    pdoc_error *error = NULL;
    assert_true(pdoc__limits_fill(NULL, &limits, NULL));
    if (pdoc__input_open_file(&input, path, &limits, &error))
        return drain(&input, 1000);
    assert_string_equal(pdoc_error_file(error), path);
    keep_error(&outcome, error);
    pdoc_error_free(error);
    return outcome;
}

static void plain_bytes_come_as_they_are_at_any_step(void **state)
{
    (void)state;
    struct bytes text = long_text(600000);
    static const size_t steps[] = {1000, 4096, 32767, 32768, 32769, 262144, 700000};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        struct outcome outcome = read_bytes(text, NULL, steps[i]);
        assert_int_equal(outcome.status, PDOC_OK);
        assert_int_equal(outcome.size, text.size);
        assert_memory_equal(outcome.text, text.data, text.size);
        free(outcome.text);
    }
    free(text.data);
}

static void members_of_gzip_follow_one_another(void **state)
{
    (void)state;
    struct bytes both = join(join(pack("one ", 4), pack("", 0)), pack("two", 3));
    for (size_t step = 1; step < 9; step++) {
        struct outcome outcome = read_bytes(both, NULL, step);
        assert_int_equal(outcome.status, PDOC_OK);
        assert_string_equal(outcome.text, "one two");
        free(outcome.text);
    }
    free(both.data);
}

static void gzip_that_is_cut_anywhere_is_refused(void **state)
{
    (void)state;
    struct bytes text = long_text(3000);
    struct bytes packed = pack(text.data, text.size);
    assert_int_equal(status_of(packed, NULL), PDOC_OK);
    for (size_t size = 2; size < packed.size; size++)
        assert_int_equal(status_of((struct bytes){packed.data, size}, NULL), PDOC_ERR_SYNTAX);
    struct bytes two = join(pack("one", 3), packed);
    size_t first = two.size - packed.size;
    for (size_t size = first + 1; size < two.size; size++)
        assert_int_equal(status_of((struct bytes){two.data, size}, NULL), PDOC_ERR_SYNTAX);
    free(text.data);
    free(two.data);
}

static void gzip_with_any_byte_changed_is_refused_or_gives_the_same(void **state)
{
    (void)state;
    struct bytes text = long_text(500);
    struct bytes packed = pack(text.data, text.size);
    for (size_t at = 2; at < packed.size; at++) {
        packed.data[at] ^= 0x55;
        struct outcome outcome = read_bytes(packed, NULL, 4096);
        if (outcome.status == PDOC_OK) /* time, flags of compression and system of the header say nothing */
            assert_true(at < 10 && outcome.size == text.size && memcmp(outcome.text, text.data, text.size) == 0);
        else
            assert_int_equal(outcome.status, PDOC_ERR_SYNTAX);
        free(outcome.text);
        packed.data[at] ^= 0x55;
    }
    free(packed.data);
    free(text.data);
}

static void what_follows_gzip_and_is_none_is_refused(void **state)
{
    (void)state;
    static const char *const tails[] = {"x", "\0", "<register/>", "\x1f", "\x1fzz"};
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
        size_t size = tails[i][0] ? strlen(tails[i]) : 1;
        struct bytes tail = {malloc(size), size};
        memcpy(tail.data, tails[i], size);
        struct bytes whole = join(pack("text", 4), tail);
        assert_int_equal(status_of(whole, NULL), PDOC_ERR_SYNTAX);
        free(whole.data);
    }
}

static void bytes_that_only_begin_like_gzip_are_refused(void **state)
{
    (void)state;
    unsigned char begin[] = {0x1f, 0x8b, 0x08, 0xff, 1, 2, 3, 4, 5, 6, 7, 8};
    assert_int_equal(status_of((struct bytes){begin, 2}, NULL), PDOC_ERR_SYNTAX);
    assert_int_equal(status_of((struct bytes){begin, sizeof begin}, NULL), PDOC_ERR_SYNTAX);
    assert_int_equal(status_of((struct bytes){begin, 1}, NULL), PDOC_OK); /* one byte is no gzip; the parser will refuse it */
    assert_int_equal(status_of((struct bytes){begin, 0}, NULL), PDOC_OK);
}

static void functions_may_give_little_at_a_time(void **state)
{
    (void)state;
    struct bytes text = long_text(2000);
    struct bytes packed = pack(text.data, text.size);
    struct bytes sources[2] = {text, packed};
    for (size_t i = 0; i < 2; i++) {
        for (size_t step = 1; step < 40; step += 3) {
            struct dripping dripping = {.from = sources[i], .step = step};
            struct pdoc__limits limits;
            struct pdoc__input input;
            assert_true(pdoc__limits_fill(NULL, &limits, NULL));
            assert_true(pdoc__input_open_function(&input, drip, &dripping, "drip", &limits, NULL));
            const unsigned char *first;
            assert_int_equal(pdoc__input_peek(&input, &first), 256);
            assert_memory_equal(first, text.data, 256);
            struct outcome outcome = drain(&input, 77);
            assert_int_equal(outcome.status, PDOC_OK);
            assert_int_equal(outcome.size, text.size);
            assert_memory_equal(outcome.text, text.data, text.size);
            free(outcome.text);
        }
    }
    free(packed.data);
    free(text.data);
}

static void a_look_at_a_short_input_gives_all_of_it(void **state)
{
    (void)state;
    char *text = strdup("<r/>");
    struct pdoc__limits limits;
    struct pdoc__input input;
    const unsigned char *first;
    assert_true(pdoc__limits_fill(NULL, &limits, NULL));
    assert_true(pdoc__input_open_memory(&input, text, 4, NULL, &limits, NULL));
    assert_int_equal(pdoc__input_peek(&input, &first), 4);
    assert_memory_equal(first, "<r/>", 4);
    struct outcome outcome = drain(&input, 3);
    assert_string_equal(outcome.text, "<r/>");
    free(outcome.text);
    free(text);
}

static int64_t fail_at_once(void *context, void *buffer, size_t size)
{
    (void)context, (void)buffer, (void)size;
    return -1;
}

static int64_t give_too_much(void *context, void *buffer, size_t size)
{
    (void)context, (void)buffer;
    return (int64_t)size + 1;
}

static void functions_that_fail_are_read_errors(void **state)
{
    (void)state;
    struct pdoc__limits limits;
    struct pdoc__input input;
    pdoc_error *error = NULL;
    assert_true(pdoc__limits_fill(NULL, &limits, NULL));
    assert_false(pdoc__input_open_function(&input, fail_at_once, NULL, NULL, &limits, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_READ);
    pdoc_error_free(error);
    error = NULL;
    assert_false(pdoc__input_open_function(&input, give_too_much, NULL, NULL, &limits, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_READ);
    pdoc_error_free(error);
    assert_false(pdoc__input_open_function(&input, fail_at_once, NULL, NULL, &limits, NULL));
}

static void files_that_cannot_be_read_say_why(void **state)
{
    (void)state;
    struct outcome outcome = read_path("no-such-folder/no-such-file.xml");
    assert_int_equal(outcome.status, PDOC_ERR_READ);
    assert_non_null(strstr(outcome.message, pdoc__system_reason(ENOENT)));
    outcome = read_path(".");
    assert_int_equal(outcome.status, PDOC_ERR_READ);
    assert_non_null(strstr(outcome.message, "folder"));
    outcome = read_path("/dev/null");
    assert_int_equal(outcome.status, PDOC_ERR_READ);
    FILE *file = fopen("input-without-permission.xml", "w");
    assert_non_null(file);
    fclose(file);
    chmod("input-without-permission.xml", 0);
    if (geteuid() != 0) { /* nothing is forbidden to root */
        outcome = read_path("input-without-permission.xml");
        assert_int_equal(outcome.status, PDOC_ERR_READ);
        assert_non_null(strstr(outcome.message, pdoc__system_reason(EACCES)));
    }
    unlink("input-without-permission.xml");
}

static int interruptions;

static ssize_t interrupted_read(int file, void *buffer, size_t size)
{
    if (interruptions-- > 0) {
        errno = EINTR;
        return -1;
    }
    return read(file, buffer, size < 3 ? size : 3);
}

static void an_interrupted_read_goes_on_but_not_for_ever(void **state)
{
    (void)state;
    FILE *file = fopen("input-interrupted.xml", "w");
    assert_non_null(file);
    fputs("<register/>", file);
    fclose(file);
    struct pdoc__system saved = pdoc__system;
    pdoc__system.read = interrupted_read;
    interruptions = 3;
    struct outcome outcome = read_path("input-interrupted.xml");
    assert_string_equal(outcome.text, "<register/>");
    free(outcome.text);
    interruptions = 1000000;
    outcome = read_path("input-interrupted.xml");
    assert_int_equal(outcome.status, PDOC_ERR_READ);
    pdoc__system = saved;
    unlink("input-interrupted.xml");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_bytes_come_as_they_are_at_any_step),
        cmocka_unit_test(members_of_gzip_follow_one_another),
        cmocka_unit_test(gzip_that_is_cut_anywhere_is_refused),
        cmocka_unit_test(gzip_with_any_byte_changed_is_refused_or_gives_the_same),
        cmocka_unit_test(what_follows_gzip_and_is_none_is_refused),
        cmocka_unit_test(bytes_that_only_begin_like_gzip_are_refused),
        cmocka_unit_test(functions_may_give_little_at_a_time),
        cmocka_unit_test(a_look_at_a_short_input_gives_all_of_it),
        cmocka_unit_test(functions_that_fail_are_read_errors),
        cmocka_unit_test(files_that_cannot_be_read_say_why),
        cmocka_unit_test(an_interrupted_read_goes_on_but_not_for_ever),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
